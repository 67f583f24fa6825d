"""What the delivery of the outbox works with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from slack_sdk import WebClient

from bot.views.kit.blocks import SlackMessage
from knowledge.domain.outbox import Message, Posting


class Outbox(Protocol):
    """The outbox as its delivery needs it; see `knowledge.store.outbox`."""

    def claim(self, limit: int = 20) -> tuple[Posting, ...]: ...

    def posting(self, key: str, claim: str) -> bool: ...

    def done(self, key: str, claim: str, *, posted: str | None = None) -> bool: ...

    def refused_for_good(self, key: str, claim: str, reason: str) -> bool: ...

    def put_off(self, key: str, claim: str, until: datetime, reason: str) -> bool: ...

    def uncertain(self, key: str, claim: str, reason: str) -> bool: ...

    def split(self, key: str, claim: str, recipients: Sequence[str]) -> int: ...

    def sweep(self) -> tuple[Posting, ...]: ...

    def unsettled(self) -> tuple[Posting, ...]: ...


class Draws(Protocol):
    """What makes a message's words when it is sent."""

    def draw(self, sent: Message) -> SlackMessage: ...

    def redrawn(self, sent: Message) -> SlackMessage: ...


class TellsApart(Protocol):
    """What knows who stands behind a recipient that stands for several."""

    def of(self, message: Message) -> tuple[str, ...] | None: ...


class Posts(Protocol):
    """What hands a message to Slack, once, and puts other words in its place, as often as it takes."""

    def post(self, team: str, to: str, message: SlackMessage) -> tuple[str, str]: ...

    def redraw(self, team: str, channel: str, ts: str, message: SlackMessage) -> None: ...


class Asks(Protocol):
    """What asks Slack something harmless."""

    def client(self, team_id: str) -> WebClient: ...
