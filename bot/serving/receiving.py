"""gunicorn's threads, none of which waits for long for a request that does not arrive."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from typing import Any

from gunicorn.workers.gthread import ThreadWorker

#: Seconds that a request gets to arrive whole: Slack itself gives up after three.
RECEIVED_WITHIN = 3.0


class Receiving(ThreadWorker):  # type: ignore[misc]
    """Ends the reading of what has not arrived in time; whoever sends half a request would keep a thread for good.

    gunicorn by itself waits a limited time for a request's first byte only, and without end for the rest.
    """

    def handle(self, conn: Any) -> Any:
        """Read a request and answer it, in a thread of its own; what has arrived in time is not disturbed."""
        clock = threading.Timer(RECEIVED_WITHIN, _hear_no_more, (conn.sock,))
        clock.daemon = True
        clock.start()
        try:
            return super().handle(conn)
        finally:
            clock.cancel()


def _hear_no_more(connection: socket.socket) -> None:
    """Whoever waits for more of the request is told that nothing comes; an answer can still be sent."""
    with suppress(OSError):  # it was closed just now
        connection.shutdown(socket.SHUT_RD)
