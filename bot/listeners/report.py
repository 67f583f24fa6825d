"""The button of `/practice report`: the whole coverage as a file in the admin's own messages."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from slack_bolt import Ack

from bot.listeners.forms import Forms
from bot.parts import Parts
from bot.payloads.asked import Place
from bot.views.blocks import message
from bot.views.lines import line
from bot.views.report_page import report_csv

_HERE = "Here is the coverage of the library as a file: a row for each region and authority."
_SENT = "Sent. You find the file in your messages with Practice Finder."


class ReportFile:
    def __init__(self, parts: Parts) -> None:
        self._reporting = parts.reporting
        self._recipients = parts.recipients
        self._replies = parts.replies
        self._forms = Forms(parts.replies, parts.guard)

    def send(self, ack: Ack, body: dict[str, Any]) -> None:
        """Make the report anew and send it as CSV."""

        def work(place: Place) -> None:
            member = self._recipients.member(f"{place.team}:{place.user}")
            content = report_csv(self._reporting.for_admin(member))
            name = f"practice-coverage-{datetime.now(UTC):%Y-%m-%d}.csv"
            channel, _ = self._replies.post(place.team, place.user, message([line(_HERE)]))
            self._replies.file(place.team, channel, name, content)
            if not place.direct:
                self._replies.private(place, message([line(_SENT)]))

        self._forms.pressed(ack, body, work)
