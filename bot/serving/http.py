"""Running the bot: gunicorn for HTTP, or Socket Mode with a small server for health beside it."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.glogging import Logger
from werkzeug.serving import make_server

from bot.guard import log_fault
from bot.server import create_health_server, create_server
from bot.serving.address import address, require_address
from bot.serving.shared_counts import forget_counts
from bot.signals import asked_to_stop
from bot.wiring.knowledge import Knowledge
from bot.wiring.running import Bot, make_ready_to_run, running_bot
from config.settings import Settings
from knowledge.errors import PracticeError
from knowledge.services.reload import Reload

log = logging.getLogger(__name__)

#: Requests handled at once by one process; each waits only for the acknowledgement.
HTTP_THREADS = 16
#: Seconds that running requests get to finish when the process is asked to stop.
GRACE = 10
#: Seconds between two looks for questions that a killed process left unanswered.
RESUME_EVERY = 15.0


def serve(settings: Settings) -> None:
    """Serve until asked to stop: over Socket Mode when an app-level token is set, over HTTP otherwise.

    Raises PracticeError, before anything is served, when the address or the store cannot be used.
    """
    require_address(settings)
    _look_at_store(settings)
    if settings.socket_mode:
        serve_socket(settings)
    else:
        _Gunicorn(settings).run()


def _look_at_store(settings: Settings) -> None:
    """Make the store ready before the workers need it: what is wrong is said once, and not by each that fails."""
    with closing(Knowledge(settings)) as knowledge:
        make_ready_to_run(knowledge)
        knowledge.keyring.use()


class _Log(Logger):  # type: ignore[misc]
    """gunicorn's own lines, in the one log that all others go to, and in its format."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for each in (self.error_log, self.access_log):
            each.handlers.clear()
            each.propagate = True


class _Gunicorn(BaseApplication):  # type: ignore[misc]
    """gunicorn with our settings; builds the bot in each worker, after the fork, because threads do not survive one."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        super().__init__()

    def load_config(self) -> None:
        options: dict[str, Any] = {
            "bind": address(self._settings.host, self._settings.port),
            "worker_class": "gthread",
            "workers": self._settings.processes,
            "threads": HTTP_THREADS,
            "timeout": 30,
            "graceful_timeout": GRACE,
            "keepalive": 5,
            "logger_class": _Log,
            "loglevel": self._settings.log_level.lower(),
            "worker_exit": _close_worker,
            "on_exit": lambda _: forget_counts(),
            "control_socket_disable": True,
        }
        for name, value in options.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Flask:
        running = running_bot(self._settings)
        try:
            bot = running.__enter__()
        except PracticeError as error:
            # The store went away since it was looked at.
            log.error("%s", error)
            sys.exit(Arbiter.WORKER_BOOT_ERROR)
        resuming = _Resuming(bot)
        resuming.start()
        bot.parts.postman.start()

        def close() -> None:
            resuming.stop()
            running.__exit__(None, None, None)

        server = create_server(bot.app, signing_secret=self._settings.signing_secret or "", ready=_ready(bot))
        server.extensions["practice_close"] = close
        return server


def _close_worker(_: object, worker: Any) -> None:
    wsgi = getattr(worker, "wsgi", None)
    if isinstance(wsgi, Flask):
        wsgi.extensions["practice_close"]()


def serve_socket(settings: Settings) -> None:
    """Connect to Slack and answer until SIGTERM or SIGINT; `/healthz` and `/readyz` are served beside it.

    Raises PracticeError when Slack refuses the app-level token.
    """
    from slack_bolt.adapter.socket_mode import SocketModeHandler

    from bot.serving.socket_mode import connected, disconnect

    with asked_to_stop() as stopping, running_bot(settings) as bot:
        handler = SocketModeHandler(bot.app, settings.app_token, trace_enabled=False)
        fit = _ready(bot)

        def ready() -> bool:
            return bool(handler.client.is_connected()) and fit()

        resuming = _Resuming(bot)
        with health_beside(settings, create_health_server(ready=ready)):
            resuming.start()
            bot.parts.postman.start()
            try:
                if connected(handler.client, stopping):
                    log.info("connected to Slack over Socket Mode")
                    stopping.wait()
                log.info("stopping")
            finally:
                resuming.stop()
                disconnect(handler.client)


@contextmanager
def health_beside(settings: Settings, server: Flask) -> Iterator[None]:
    """Serve `server` on the set address from a thread while the block runs."""
    http = make_server(settings.host, settings.port, server, threaded=True)
    thread = threading.Thread(target=http.serve_forever, name="health", daemon=True)
    thread.start()
    log.info("health is served on http://%s:%s/healthz", settings.host, http.server_port)
    try:
        yield
    finally:
        http.shutdown()
        thread.join()
        http.server_close()


def _ready(bot: Bot) -> Callable[[], bool]:
    """Whether requests can be answered in time; what must be known for that is asked now, and not by the first one."""
    bot.parts.workspaces.is_known()

    def ready() -> bool:
        # Connections that are open would go on to answer from a file that is gone, and to save into it.
        bot.knowledge.database.require_file()
        return bot.parts.find.search() is not None and bot.parts.workspaces.is_known()

    return ready


def say_if_lists_are_behind(reload: Reload) -> None:
    """Log it when the files have other lists than the store: a newer version brings newer ones, but never reloads."""
    try:
        if behind := reload.lists_behind():
            log.warning(
                "the files have other lists than the store, practice reload brings them in: %s", "; ".join(behind)
            )
    except Exception as error:  # whatever it is, it is no reason not to take up what was left unanswered
        unknown = not isinstance(error, PracticeError)
        log.warning("whether the store has the lists of the files cannot be told: %s", error, exc_info=unknown)


class _Resuming:
    """A thread that says once how the store's lists stand, and then takes up, from time to time, what a killed process
    left unanswered, and saves or forgets counts.
    """

    def __init__(self, bot: Bot) -> None:
        self._answering = bot.parts.answering
        self._usage = bot.parts.usage
        self._unanswered = bot.parts.unanswered
        self._reload = bot.knowledge.reload
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="resuming", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join(timeout=GRACE)

    def _run(self) -> None:
        say_if_lists_are_behind(self._reload)
        while True:
            try:
                if number := self._answering.resume():
                    log.info("took up %d questions left unanswered", number)
                self._usage.save()
                self._unanswered.forget_counts()
            except Exception as error:
                log_fault(log, "unanswered questions could not be looked for", error)
            if self._stopping.wait(RESUME_EVERY):
                return
