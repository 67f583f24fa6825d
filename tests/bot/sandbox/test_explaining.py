"""What Slack would refuse, in plain words."""

from __future__ import annotations

from typing import Any

from bot.sandbox.blocks.surfaces import message_problems
from bot.sandbox.errors import SlackError
from bot.sandbox.explaining import explain
from bot.sandbox.records import ApiCall


def refused(arguments: dict[str, Any], refusal: SlackError) -> ApiCall:
    return ApiCall("chat.postMessage", arguments, "T1", 200, refusal.answer(), 0.0, 0.0)


def test_the_block_the_limit_and_the_excess_are_named() -> None:
    blocks = [{"type": "divider"}, {"type": "header", "text": {"type": "plain_text", "text": "x" * 162}}]
    call = refused({"blocks": blocks}, SlackError("invalid_blocks", message_problems(blocks)))
    assert explain(call) == ["block 2 (header) text: must be less than 151 characters. It has 162."]


def test_each_problem_has_its_own_sentence() -> None:
    blocks = [{"type": "shout"}, {"type": "section"}]
    call = refused({"blocks": blocks}, SlackError("invalid_blocks", message_problems(blocks)))
    assert explain(call) == [
        "block 1 (shout): unsupported type: shout.",
        "block 2 (section): missing required field: text or fields.",
    ]


def test_a_bare_code_is_explained_from_a_list() -> None:
    assert "3 seconds" in explain(refused({}, SlackError("expired_trigger_id")))[0]
    assert "docs.slack.dev" in explain(refused({}, SlackError("something_new")))[0]


def test_the_missing_scope_is_named() -> None:
    assert "(chat:write)" in explain(refused({}, SlackError("missing_scope", needed="chat:write")))[0]
