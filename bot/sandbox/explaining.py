"""Says in plain words what Slack would have refused: which call, which block, which limit, and how far off it was."""

from __future__ import annotations

import re
from typing import Any

from bot.sandbox.records import ApiCall

PROBLEM = re.compile(r"\[ERROR\] (?P<what>.*?)(?: \[json-pointer:(?P<path>.*)\])?$", re.DOTALL)
CODES = {
    "expired_trigger_id": "a modal must be opened within 3 seconds of what the person did",
    "exchanged_trigger_id": "a trigger_id opens one modal only, and this one was used before",
    "invalid_trigger_id": "this trigger_id was never given out, or does not come from inside a modal",
    "push_limit_reached": "at most three modals stand on top of one another",
    "view_too_large": "a view may hold at most 250,000 bytes",
    "hash_conflict": "the view was changed in the meantime",
    "not_in_channel": "the bot is not a member of this channel",
    "channel_not_found": "the bot cannot see a channel or person of this name",
    "missing_scope": "the app was not granted the scope that this needs",
    "no_text": "a message needs text or blocks",
    "msg_too_long": "a message holds at most 40,000 characters",
    "used_url": "a response_url can be used five times",
    "expired_url": "a response_url lives for 30 minutes",
    "ratelimited": "one message a second and channel",
    "unknown_method": "Slack has no method of this name",
    "invalid_errors": "errors must be given for the block_id of an input block",
    "invalid_response_action": "a form may be answered with nothing, or with a response_action",
    "invalid_options": "the options of a menu break one of its limits",
}


def explain(call: ApiCall) -> list[str]:
    """A sentence for each thing that was wrong; a single one when only the code is known."""
    said = [_sentence(call, problem) for problem in call.problems]
    if said:
        return said
    needed = call.answer.get("needed")
    reason = CODES.get(call.error, "see docs.slack.dev for this error")
    return [f"{call.error}: {reason}{f' ({needed})' if needed else ''}."]


def _sentence(call: ApiCall, problem: str) -> str:
    match = PROBLEM.match(problem)
    what, path = (match.group("what"), match.group("path") or "") if match else (problem, "")
    steps = [step for step in path.split("/") if step]
    found, where = _follow(dict(call.arguments), steps)
    size = f" It has {len(found)}." if isinstance(found, (str, list)) and re.search(r"characters|items", what) else ""
    return f"{where}: {what}.{size}" if where else f"{what}."


def _follow(value: Any, steps: list[str]) -> tuple[Any, str]:
    """What stands at the place, and the place in words."""
    said: list[str] = []
    for step in steps:
        if isinstance(value, list):
            value = value[int(step)] if step.isdigit() and int(step) < len(value) else None
            kind = value.get("type") if isinstance(value, dict) else None
            said.append(f"{int(step) + 1}{f' ({kind})' if kind else ''}")
        else:
            value = value.get(step) if isinstance(value, dict) else None
            word = {"blocks": "block", "elements": "element", "options": "option"}.get(step, step)
            if word not in said[-1:]:  # the text of a text object is one thing to a reader
                said.append(word)
    return value, " ".join(said)
