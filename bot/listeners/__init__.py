"""The index of everything that the bot answers."""

from __future__ import annotations

import re

from slack_bolt import App

from bot.answering import Answering
from bot.guard import Guard
from bot.listeners.ask import Ask
from bot.listeners.results import Results
from bot.listeners.unknown import Unknown
from bot.names import COMMAND, Action
from bot.replies import Replies
from bot.workspaces import Workspaces
from knowledge.services.find import Find

_KNOWN_ACTIONS = "|".join(re.escape(action) for action in Action)


def register_listeners(
    app: App, *, find: Find, answering: Answering, replies: Replies, workspaces: Workspaces
) -> None:
    """Register every listener. Their patterns never overlap: Bolt would run both after a late ack."""
    guard = Guard(replies)
    ask = Ask(answering, workspaces)
    app.use(ask.save_first)
    app.command(COMMAND)(ask.command)
    app.event("app_mention")(ask.event)
    for subtype in (None, "file_share", "thread_broadcast"):
        app.event({"type": "message", "subtype": subtype})(ask.event)

    results = Results(find=find, answering=answering, replies=replies, guard=guard)
    app.action(_pattern(Action.OPEN))(results.open)
    app.action(_pattern(Action.MORE))(results.ask)
    app.action(_pattern(Action.ASK))(results.ask)
    app.action(_pattern(Action.SHARE))(results.share)
    app.action(_pattern(Action.SEND))(results.send)

    unknown = Unknown(guard)
    app.action(re.compile(rf"^(?!(?:{_KNOWN_ACTIONS})(?::\d+)?$)"))(unknown.pressed)
    app.command(re.compile(rf"^(?!{re.escape(COMMAND)}$)"))(unknown.command)
    app.options(re.compile(""))(unknown.options)
    app.view(re.compile(""))(unknown.view)
    app.view_closed(re.compile(""))(unknown.quiet)
    app.shortcut(re.compile(""))(unknown.pressed)
    app.event(re.compile(""))(unknown.event)


def _pattern(action: Action) -> re.Pattern[str]:
    return re.compile(rf"^{re.escape(action)}(?::\d+)?$")
