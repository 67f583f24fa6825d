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
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.listeners import register_listeners
from bot.listeners.parts import Parts
from bot.listeners.unserved import Unserved
from bot.slack.refusals import NotTold, reason_of

log = logging.getLogger(__name__)

_BOLT_READS = ("SLACK_BOT_TOKEN", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_VERIFICATION_TOKEN")

#: Threads that answer; most of them wait for Slack. With 32, questions were acknowledged too late while 50 waited.
LISTENER_THREADS = 128

_NOT_CONNECTED = "Slack does not answer me just now, so nothing was done. Please try again in a minute."


def create_app(parts: Parts, *, client: WebClient, signing_secret: str, executor: ThreadPoolExecutor) -> App:
    """Return the app with all its listeners; makes no call to Slack. `client` has no token: the workspaces know it."""

    def authorize(enterprise_id: str | None, team_id: str | None, user_id: str | None) -> AuthorizeResult:
        # A function of its own: Bolt passes arguments by name and takes a bound method's `self` for one of them.
        try:
            return parts.workspaces.authorize(enterprise_id, team_id, user_id)
        except (SlackApiError, OSError) as error:
            # Bolt would take Slack's refusal for an app that is not installed, say so and drop the delivery.
            log.error("Slack does not say who the bot is: %s", reason_of(error))
            raise NotTold(_NOT_CONNECTED) from error

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
    unserved = Unserved(parts.guard, executor)

    def not_served(error: Exception, body: dict[str, Any]) -> BoltResponse:
        return unserved.answer(error, body)

    app.error(not_served)
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
