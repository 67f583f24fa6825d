"""The address that the bot listens at: looked at before anything is started, so that what is wrong is said in words."""

from __future__ import annotations

import errno
import os
import socket
import time

from config.settings import Settings
from knowledge.errors import PracticeError

#: Seconds that one who is just stopping gets to leave the address.
LEAVING_WAIT = 5.0
PAUSE = 0.25

_SAID = {
    errno.EADDRNOTAVAIL: "This machine has no such address: set HOST to one of its own, 127.0.0.1 or 0.0.0.0",
    errno.EACCES: "This user may not use that port: set PORT to one from 1024 on",
}


def require_address(settings: Settings, *, wait: float | None = None) -> None:
    """Raise PracticeError, with what to do, when nothing can be served at the set address.

    An address that another program uses is looked at again for `wait` seconds (`LEAVING_WAIT`).
    """
    if "GUNICORN_FD" in os.environ or "LISTEN_FDS" in os.environ:
        return  # it is open already, and handed over: by the process that this one takes over from, or by systemd
    until = time.monotonic() + (LEAVING_WAIT if wait is None else wait)
    while (error := _tried(settings.host, settings.port)) is not None:
        if error.errno != errno.EADDRINUSE or time.monotonic() > until:
            raise PracticeError(_words(error, settings))
        time.sleep(PAUSE)


def address(host: str, port: int) -> str:
    """The two as gunicorn takes them: an address of IPv6 in brackets."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _tried(host: str, port: int) -> OSError | None:
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as tried:
            # As the server itself does it: connections that are just closing do not count.
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(where)
            tried.listen(1)
    except OSError as error:
        return error
    return None


def _words(error: OSError, settings: Settings) -> str:
    where = address(settings.host, settings.port)
    if error.errno == errno.EADDRINUSE:
        return (
            f"{where} is used by another program, perhaps by another practice serve. Stop that one, or set PORT to "
            "another number."
        )
    if isinstance(error, socket.gaierror):
        return (
            f"HOST is malformed (“{settings.host}”): expected an address of this machine, for example HOST=127.0.0.1."
        )
    return f"Nothing can be served at {where}: {error.strerror}. {_SAID.get(error.errno or 0, 'Check HOST and PORT')}."
