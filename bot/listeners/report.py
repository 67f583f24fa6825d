"""The buttons of `/practice report`: the coverage as a table or a picture in the admin's own messages."""

from __future__ import annotations

import logging
from typing import Any

from slack_bolt import Ack

from bot.listeners.forms import Forms
from bot.listeners.parts import Parts
from bot.payloads.asked import Place
from bot.slack.refusals import BROKEN, Refusal
from bot.views.admin.coverage import coverage_picture
from bot.views.admin.picture import draw
from bot.views.admin.report_page import report_csv
from bot.views.kit.blocks import message
from bot.views.kit.lines import line
from knowledge.domain.days import uk_today
from knowledge.domain.report import Report
from knowledge.errors import PracticeError

log = logging.getLogger(__name__)

_TABLE = "Here is the coverage of the library as a file: a row for each region and authority."
_PICTURE = "Here is the coverage of the library as a picture; screen readers find its numbers in words with it."
_NOT_TAKEN = (
    "Slack did not take the file with the coverage, so it may not be here. Please press the button under /practice "
    "report again; if it happens again, tell whoever looks after Practice Finder."
)
_SENT = "Sent. It is in your messages with Practice Finder."


class ReportFiles:
    def __init__(self, parts: Parts) -> None:
        self._reporting = parts.reporting
        self._askers = parts.askers
        self._replies = parts.replies
        self._forms = Forms(parts)

    def table(self, ack: Ack, body: dict[str, Any]) -> None:
        """Make the report anew and send it as CSV."""

        def work(place: Place) -> None:
            self._send(place, _TABLE, "csv", report_csv(self._report(place)))

        self._forms.pressed(ack, body, work)

    def picture(self, ack: Ack, body: dict[str, Any]) -> None:
        """Make the report anew and send it as a picture with its words."""

        def work(place: Place) -> None:
            picture = coverage_picture(self._report(place), uk_today())
            self._send(place, _PICTURE, "png", draw(picture), alt=picture.alt)

        self._forms.pressed(ack, body, work)

    def _report(self, place: Place) -> Report:
        return self._reporting.for_admin(self._askers.asking(place.key))

    def _send(self, place: Place, said: str, ending: str, content: str | bytes, *, alt: str | None = None) -> None:
        name = f"practice-coverage-{uk_today().isoformat()}.{ending}"
        channel, ts = self._replies.post(place.team, place.user, message([line(said)]))
        try:
            self._replies.file(place.team, channel, name, content, alt=alt)
        except (Refusal, *BROKEN) as error:
            log.warning("a file of the report was not sent: %s", error)
            self._replies.redraw(place.team, channel, ts, message([line(_NOT_TAKEN)]))
            if place.direct:
                return  # it stands where the button was pressed
            raise PracticeError(_NOT_TAKEN) from error
        if not place.direct:
            self._replies.private(place, message([line(_SENT)]))
