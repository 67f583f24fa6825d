"""gunicorn's threads, none of which waits for long for a request that does not arrive, or an end that is not made."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress
from typing import Any

from gunicorn.workers.gthread import ThreadWorker

#: Seconds that a request gets to arrive whole, counted from when it began to: Slack itself gives up after three.
RECEIVED_WITHIN = 3.0
#: Bytes read at once of what nobody wants to know.
_UNREAD = 4096


class Receiving(ThreadWorker):  # type: ignore[misc]
    """Ends the reading of what has not arrived in time; whoever sends half a request would keep a thread for good.

    gunicorn by itself waits a limited time for a request's first byte only, and without end for the rest. And of every
    connection that it closes it waits two seconds for the other end to be closed, in the one thread that all others
    come in by: ten who answered nothing to that kept everybody out for twenty seconds.
    """

    def enqueue_req(self, conn: Any) -> None:
        """Have a request read as soon as a thread is free; its time runs from now, so that a queue of them has one."""
        conn.received_until = time.monotonic() + RECEIVED_WITHIN
        super().enqueue_req(conn)

    def handle(self, conn: Any) -> Any:
        """Read a request and answer it, in a thread of its own; what has arrived in time is not disturbed."""
        clock = threading.Timer(max(conn.received_until - time.monotonic(), 0), _hear_no_more, (conn.sock,))
        clock.daemon = True
        clock.start()
        try:
            kept = super().handle(conn)
            if kept is False:
                _take_leave(conn.sock)
            return kept
        finally:
            clock.cancel()


def _take_leave(connection: socket.socket) -> None:
    """Wait for the other end, within the request's time: closed with anything unread, it might lose the answer."""
    with suppress(OSError):  # it was closed just now
        connection.shutdown(socket.SHUT_WR)
        while connection.recv(_UNREAD):
            pass
    _hear_no_more(connection)


def _hear_no_more(connection: socket.socket) -> None:
    """Whoever waits for more of the request is told that nothing comes; an answer can still be sent."""
    with suppress(OSError):  # it was closed just now
        connection.shutdown(socket.SHUT_RD)
