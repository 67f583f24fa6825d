"""Serving over HTTP: gunicorn with our settings, and the bot in each of its workers."""

from __future__ import annotations

import logging
import sys
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.glogging import Logger

from bot.metrics.shared import forget_counts
from bot.server import create_server
from bot.serving.address import address
from bot.serving.health import readiness
from bot.serving.receiving import Receiving
from bot.serving.resuming import GRACE, Resuming
from bot.wiring.running import running_bot
from config.settings import Settings
from knowledge.errors import PracticeError

log = logging.getLogger(__name__)

#: Requests handled at once by one process; each waits only for the acknowledgement.
HTTP_THREADS = 16


class ServerLog(Logger):  # type: ignore[misc]
    """gunicorn's own lines, in the one log that all others go to, and in its format."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for each in (self.error_log, self.access_log):
            each.handlers.clear()
            each.propagate = True


class Gunicorn(BaseApplication):  # type: ignore[misc]
    """gunicorn with our settings; builds the bot in each worker, after the fork, because threads do not survive one."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        super().__init__()

    def load_config(self) -> None:
        options: dict[str, Any] = {
            "bind": address(self._settings.host, self._settings.port),
            "worker_class": f"{Receiving.__module__}.{Receiving.__qualname__}",
            "workers": self._settings.processes,
            "threads": HTTP_THREADS,
            "timeout": 30,
            "graceful_timeout": GRACE,
            "keepalive": 5,
            "logger_class": ServerLog,
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
        resuming = Resuming(bot)
        resuming.start()
        bot.parts.postman.start()

        def close() -> None:
            resuming.stop()
            running.__exit__(None, None, None)

        server = create_server(bot.app, signing_secret=self._settings.signing_secret or "", ready=readiness(bot))
        server.extensions["practice_close"] = close
        return server


def _close_worker(_: object, worker: Any) -> None:
    wsgi = getattr(worker, "wsgi", None)
    if isinstance(wsgi, Flask):
        wsgi.extensions["practice_close"]()
