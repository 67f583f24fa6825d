"""The index of everything that the bot answers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from slack_bolt import App

from bot.listeners.ask import Ask
from bot.listeners.results import Results
from bot.listeners.unknown import Unknown
from bot.names import COMMAND, Action
from bot.parts import Parts


def register_listeners(app: App, parts: Parts) -> None:
    """Register every listener. Their patterns never overlap: Bolt would run both after a late ack."""
    ask = Ask(parts)
    app.use(ask.save_first)
    app.command(COMMAND)(ask.command)
    app.event("app_mention")(ask.event)
    for subtype in (None, "file_share", "thread_broadcast"):
        app.event({"type": "message", "subtype": subtype})(ask.event)

    results = Results(parts)
    app.action(numbered(Action.OPEN))(results.open)
    app.action(numbered(Action.MORE))(results.ask)
    app.action(numbered(Action.ASK))(results.ask)
    app.action(numbered(Action.SHARE))(results.share)
    app.action(numbered(Action.SEND))(results.send)

    unknown = Unknown(parts)
    app.action(none_of(Action))(unknown.pressed)
    app.command(none_of([COMMAND]))(unknown.command)
    app.options(re.compile(""))(unknown.options)
    app.view(re.compile(""))(unknown.view)
    app.view_closed(re.compile(""))(unknown.quiet)
    app.shortcut(re.compile(""))(unknown.pressed)
    app.event(re.compile(""))(unknown.event)


def numbered(name: str) -> re.Pattern[str]:
    """Matches an `action_id` with or without its number (`ask`, `ask:2`)."""
    return re.compile(rf"^{re.escape(name)}(?::\d+)?$")


def none_of(names: Iterable[str]) -> re.Pattern[str]:
    """Matches every name but these, numbered or not."""
    known = "|".join(re.escape(name) for name in names)
    return re.compile(rf"^(?!(?:{known})(?::\d+)?$)")
