"""Runs the sandbox with the tests' small app, which uses what the real bot does not use yet."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk import WebClient

from bot.sandbox import workspace
from bot.sandbox.page.hosting import SandboxTarget, served
from bot.sandbox.page.running import run_sandbox
from tests.bot.sandbox.small_app import small_app

#: So few that a test comes past them.
CALLS_KEPT = 3
MANIFEST: dict[str, Any] = {
    "display_information": {"name": "Small App"},
    "features": {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
        "slash_commands": [{"command": "/practice", "description": "Ask", "usage_hint": "[words]"}],
        "shortcuts": [
            {"name": "Share something", "type": "global", "callback_id": "new"},
            {"name": "Save this", "type": "message", "callback_id": "save"},
        ],
    },
    "oauth_config": {"scopes": {"bot": ["commands", "chat:write", "app_mentions:read", "im:history", "files:read"]}},
    "settings": {"event_subscriptions": {"bot_events": ["app_mention", "message.im", "app_home_opened"]}},
}


@contextmanager
def start(target: SandboxTarget) -> Iterator[str]:
    app = small_app(WebClient(token=target.bot_token, base_url=target.api_url), target.signing_secret)
    with served(SlackRequestHandler(app)) as request_url:
        yield request_url


if __name__ in {"__main__", "__mp_main__"}:
    workspace.CALLS_KEPT = CALLS_KEPT
    run_sandbox(
        start,
        manifest=MANIFEST,
        questions=("anything", "form", "bad blocks"),
        port=int(sys.argv[1]),
        show=False,
        announce=lambda address: print(address, flush=True),
    )
