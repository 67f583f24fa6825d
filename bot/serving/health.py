"""Whether the bot can answer, and the small server that says so where no other one runs."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flask import Flask
from werkzeug.serving import make_server

from bot.wiring.running import Bot
from config.settings import Settings

log = logging.getLogger(__name__)


def readiness(bot: Bot) -> Callable[[], bool]:
    """What tells whether requests can be answered in time; what it must know is asked now, and not by the first one."""
    bot.parts.workspaces.is_known()

    def ready() -> bool:
        # Connections that are open would go on to answer from a file that is gone, and to save into it.
        bot.knowledge.database.require_file()
        return bot.parts.find.search() is not None and bot.parts.workspaces.is_known()

    return ready


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
