"""The side panel: each request to the app and each call by it, with time, answer and, where Slack would refuse, why."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from functools import partial
from operator import itemgetter
from typing import Any

from nicegui import ui

from bot.sandbox.delivery import Delivery
from bot.sandbox.explaining import explain
from bot.sandbox.mrkdwn import unescape
from bot.sandbox.records import ApiCall
from bot.sandbox.server import StandInSlack

KEPT = 60


class Panel:
    """Newest first; a line opens to the JSON that was sent and answered."""

    def __init__(self, slack: StandInSlack) -> None:
        self._slack = slack
        self._deliveries: dict[str, int] = {}  # id -> attempts painted
        self._calls = 0  # the number of the newest one painted
        self._lines: dict[str, ui.element] = {}
        with ui.element("section").classes("pf-panel").props('aria-label="Requests and answers"'):
            ui.label("What Slack sent, what the bot did").classes("pf-panel-title")
            ui.label("Newest first. Open a line to see the JSON.").classes("pf-hint")
            self._list = ui.element("div").classes("pf-lines")

    def sync(self) -> None:
        """Adds what is new, in the order of time."""
        fresh: list[tuple[float, str, Callable[[], None]]] = []
        for delivery in self._slack.deliveries:
            if delivery.attempts and self._deliveries.get(delivery.id) != len(delivery.attempts):
                self._deliveries[delivery.id] = len(delivery.attempts)
                fresh.append((delivery.at, delivery.id, partial(_delivery, delivery)))
        for call in self._slack.workspace.calls_after(self._calls):
            self._calls = call.number
            fresh.append((call.at, f"call {call.number}", partial(_call, call)))
        for _, key, paint in sorted(fresh, key=itemgetter(0)):
            self._line(key, paint)
        while len(self._lines) > KEPT:
            oldest = next(iter(self._lines))
            self._lines.pop(oldest).delete()

    def _line(self, key: str, paint: Callable[[], None]) -> None:
        line = self._lines.get(key)
        if line is None:
            with self._list:
                line = ui.element("div").classes("pf-line")
            line.move(target_index=0)
            self._lines[key] = line
        line.clear()
        with line:
            paint()


def _delivery(delivery: Delivery) -> None:
    attempt = delivery.last
    typed = unescape(delivery.payload.get("text", ""))
    told = f"{delivery.what} {typed}" if delivery.kind == "command" else delivery.what
    took = f"{attempt.seconds * 1000:.0f} ms to ack" if delivery.acked else attempt.failure.replace("_", " ")
    again = f", attempt {len(delivery.attempts)}" if len(delivery.attempts) > 1 else ""
    answer = delivery.json if delivery.json is not None else delivery.body
    _details("→", told, took + again, delivery.acked, {"sent": delivery.payload, "answer": answer}, delivery.shown)


def _call(call: ApiCall) -> None:
    said = [*explain(call)] if call.refused else list(call.advice)
    facts = f"{call.status} {'ok' if not call.refused else call.error}, {call.seconds * 1000:.0f} ms"
    _details("←", call.method, facts, not call.refused, {"called with": call.arguments, "answer": call.answer}, said)


def _details(arrow: str, what: str, facts: str, good: bool, data: dict[str, Any], said: list[str]) -> None:
    state = "good" if good else "bad"
    notes = "".join(f'<p class="pf-said">{html.escape(words)}</p>' for words in said)
    parts = "".join(
        f"<h4>{html.escape(name)}</h4><pre>{html.escape(json.dumps(value, indent=2, ensure_ascii=False))}</pre>"
        for name, value in data.items()
    )
    way = "to the app" if arrow == "→" else "by the app"
    summary = (
        f'<summary><span class="pf-arrow" role="img" aria-label="{way}">{arrow}</span> '
        f'<span class="pf-what">{html.escape(what)}</span> <span class="pf-facts">{html.escape(facts)}</span></summary>'
    )
    ui.html(f'<details class="pf-{state}">{summary}{parts}</details>{notes}', sanitize=False)
