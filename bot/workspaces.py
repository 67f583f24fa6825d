"""Which workspaces the bot serves, and the Slack client for each. One workspace for now, set by its tokens."""

from __future__ import annotations

import threading
from typing import Protocol

from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient

#: Seconds that Slack gets to answer one call.
CALL_TIMEOUT = 10


class Workspaces(Protocol):
    def authorize(self, enterprise_id: str | None, team_id: str | None, user_id: str | None) -> AuthorizeResult:
        """Bolt's question: in whose name may this request be answered? Raises when Slack cannot be asked."""
        ...

    def client(self, team_id: str) -> WebClient:
        """A client that speaks for the bot in this workspace."""
        ...

    def bot_user(self, team_id: str) -> str | None:
        """The bot's own user id there."""
        ...

    def teams(self) -> tuple[str, ...]:
        """The workspaces served, by id."""
        ...


def slack_client(token: str | None, api_url: str) -> WebClient:
    """A client that never repeats a call by itself: Slack has no idempotency key, and a post would stand twice."""
    return WebClient(token=token, base_url=api_url, timeout=CALL_TIMEOUT, retry_handlers=[])


class OneWorkspace:
    """The workspace of `SLACK_BOT_TOKEN`; asks Slack once who the bot is there."""

    def __init__(self, client: WebClient) -> None:
        self._client = client
        self._asking = threading.Lock()
        self._known: AuthorizeResult | None = None

    def authorize(self, enterprise_id: str | None, team_id: str | None, user_id: str | None) -> AuthorizeResult:
        return self._who()

    def client(self, team_id: str) -> WebClient:
        return self._client

    def bot_user(self, team_id: str) -> str | None:
        return self._who().bot_user_id

    def teams(self) -> tuple[str, ...]:
        return tuple(filter(None, (self._who().team_id,)))

    def _who(self) -> AuthorizeResult:
        if self._known is None:
            with self._asking:
                if self._known is None:
                    found = self._client.auth_test()
                    self._known = AuthorizeResult(
                        enterprise_id=found.get("enterprise_id"),
                        team_id=found.get("team_id"),
                        bot_token=self._client.token,
                        bot_id=found.get("bot_id"),
                        bot_user_id=found.get("user_id"),
                    )
        return self._known
