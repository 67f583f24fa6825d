"""Serving an app to the stand-in from the same process, and the rules for doing so safely."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from werkzeug.serving import make_server

from bot.sandbox.server import HOST, StandInSlack
from bot.sandbox.webserver import QuietHandler

REAL_TOKENS = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_CLIENT_SECRET")
FIRST_PORT, PORTS_TRIED, LAST_PORT = 8080, 50, 65_535


class NoFreePort(Exception):
    """None of the ports that were tried can be listened on."""


@dataclass(frozen=True, slots=True)
class SandboxTarget:
    """What a bot needs to know to run against the sandbox's Slack instead of the real one."""

    api_url: str
    bot_token: str
    app_token: str
    signing_secret: str
    team_id: str
    bot_user_id: str
    members: tuple[str, ...]
    leads: tuple[str, ...]
    admins: tuple[str, ...]


def target_of(slack: StandInSlack) -> SandboxTarget:
    """The settings for a bot in the stand-in's first workspace."""
    workspace = slack.workspace
    admins = tuple(user.id for user in workspace.users.values() if slack.person(user.id).is_admin)
    return SandboxTarget(
        api_url=slack.api_url,
        bot_token=slack.bot_token,
        app_token=slack.app_token,
        signing_secret=slack.signing_secret,
        team_id=workspace.team.id,
        bot_user_id=workspace.bot.id,
        members=tuple(user.id for user in workspace.users.values() if user.id != workspace.bot.id),
        leads=("ULEAD",),
        admins=admins,
    )


@contextmanager
def served(wsgi: Callable[..., Any], path: str = "/slack/events") -> Iterator[str]:
    """Serves a WSGI app on 127.0.0.1 while the block runs; gives the request URL for Slack."""
    server = make_server(HOST, 0, wsgi, threaded=True, request_handler=QuietHandler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), name="sandboxed bot")
    thread.start()
    try:
        yield f"http://{HOST}:{server.server_port}{path}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def real_tokens(environment: Mapping[str, str]) -> list[str]:
    """The names of settings that hold a real workspace's secrets."""
    return [name for name in REAL_TOKENS if environment.get(name)]


def free_port(wanted: int = 0) -> int:
    """The wanted port, or the next one that is free, on 127.0.0.1; NoFreePort where there is none near it."""
    first = wanted or FIRST_PORT
    last = min(first + PORTS_TRIED - 1, LAST_PORT)
    for port in range(first, last + 1):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return port
    raise NoFreePort(f"No free port was found from {first} on")
