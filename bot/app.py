"""The Bolt app: its listeners round the services. Built by `wiring`, served by `server` or over Socket Mode."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from slack_bolt import App, BoltResponse
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.error import BoltUnhandledRequestError
from slack_sdk import WebClient

from bot.listeners import register_listeners
from bot.listeners.unknown import unmatched
from bot.parts import Parts

log = logging.getLogger(__name__)

_BOLT_READS = ("SLACK_BOT_TOKEN", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_VERIFICATION_TOKEN")

#: Threads that answer. Bolt's own default of 5 made a sixth person wait 3 s and see an error while five were slow.
LISTENER_THREADS = 32


def create_app(parts: Parts, *, client: WebClient, signing_secret: str, executor: ThreadPoolExecutor) -> App:
    """Return the app with all its listeners; makes no call to Slack. `client` has no token: the workspaces know it."""

    def authorize(enterprise_id: str | None, team_id: str | None, user_id: str | None) -> AuthorizeResult:
        # A function of its own: Bolt passes arguments by name and takes a bound method's `self` for one of them.
        return parts.workspaces.authorize(enterprise_id, team_id, user_id)

    with _nothing_from_the_environment():
        app = App(
            client=client,
            signing_secret=signing_secret,
            authorize=authorize,
            listener_executor=executor,
            token_verification_enabled=False,
            raise_error_for_unhandled_request=True,
        )
    register_listeners(app, parts)
    app.error(_last_resort)
    return app


@contextmanager
def _nothing_from_the_environment() -> Iterator[None]:
    """Keep from Bolt what it would read by itself: our settings are read already.

    A token makes it warn that the token is not used; a client's id and secret make it begin an installation flow of
    its own, with files in the home folder.
    """
    kept = {name: os.environ.pop(name) for name in _BOLT_READS if name in os.environ}
    try:
        yield
    finally:
        os.environ.update(kept)


def _last_resort(error: Exception, body: dict[str, Any]) -> BoltResponse:
    """What no listener takes, or an error outside every listener, such as Slack not saying who the bot is.

    Slack delivers events again on 503.
    """
    if isinstance(error, BoltUnhandledRequestError):
        return unmatched(body)
    log.error("a request could not be handled", exc_info=error)
    return BoltResponse(status=503, body="")
