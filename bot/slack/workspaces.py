"""Which workspaces the bot serves, and the Slack client for each. One workspace for now, set by its tokens."""

from __future__ import annotations

import logging
import threading
from concurrent.futures import Future
from typing import Protocol

from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient

from bot.slack.refusals import reason_of

log = logging.getLogger(__name__)

#: Seconds that Slack gets to answer one call.
CALL_TIMEOUT = 10
#: Seconds that a request waits to hear who the bot is: it must be acknowledged within three.
PATIENCE = 2.0


class Workspaces(Protocol):
    """The workspaces that the bot is installed to, and in whose name it speaks in each."""

    def authorize(self, enterprise_id: str | None, team_id: str | None, user_id: str | None) -> AuthorizeResult:
        """Bolt's question: in whose name may this request be answered? Raises when Slack cannot be asked."""
        ...

    def client(self, team_id: str) -> WebClient:
        """A client that speaks for the bot in this workspace."""
        ...

    def teams(self) -> tuple[str, ...]:
        """The workspaces served, by id."""
        ...

    def is_known(self) -> bool:
        """Whether Slack said who the bot is, so that requests need not wait for it; else it is asked meanwhile."""
        ...


def slack_client(token: str | None, api_url: str) -> WebClient:
    """A client that never repeats a call by itself: Slack has no idempotency key, and a post would stand twice."""
    return WebClient(token=token, base_url=api_url, timeout=CALL_TIMEOUT, retry_handlers=[])


class OneWorkspace:
    """The workspace of `SLACK_BOT_TOKEN`. Asks Slack once who the bot is there; all who wait share what comes of it."""

    def __init__(self, client: WebClient) -> None:
        self._client = client
        self._lock = threading.Lock()
        self._asking: Future[AuthorizeResult] | None = None
        self._known: AuthorizeResult | None = None

    def authorize(self, enterprise_id: str | None, team_id: str | None, user_id: str | None) -> AuthorizeResult:
        return self._who()

    def client(self, team_id: str) -> WebClient:
        return self._client

    def teams(self) -> tuple[str, ...]:
        return tuple(filter(None, (self._who().team_id,)))

    def is_known(self) -> bool:
        if self._known is None:
            self._answer()
        return self._known is not None

    def _who(self) -> AuthorizeResult:
        """Who the bot is; raises what Slack's refusal or a broken line raises, TimeoutError when that takes long."""
        return self._known or self._answer().result(timeout=PATIENCE)

    def _answer(self) -> Future[AuthorizeResult]:
        """The answer that is being waited for; what fails is asked again by who comes next, not by who waited."""
        with self._lock:
            if self._asking is None or self._asking.done():
                self._asking = Future()
                threading.Thread(target=self._ask, args=(self._asking,), name="who the bot is", daemon=True).start()
            return self._asking

    def _ask(self, asking: Future[AuthorizeResult]) -> None:
        try:
            found = self._client.auth_test()
        except Exception as error:
            log.warning("Slack did not say who the bot is: %s", reason_of(error))
            asking.set_exception(error)
            return
        self._known = AuthorizeResult(
            enterprise_id=found.get("enterprise_id"),
            team_id=found.get("team_id"),
            bot_token=self._client.token,
            bot_id=found.get("bot_id"),
            bot_user_id=found.get("user_id"),
        )
        asking.set_result(self._known)
