"""What Slack does with an app's answer to a delivery, and what it tells the person when there is none."""

from __future__ import annotations

import time
from typing import Any

from bot.sandbox.api.arguments import Arguments
from bot.sandbox.blocks.surfaces import options_problems
from bot.sandbox.delivery import Delivery
from bot.sandbox.errors import SlackError
from bot.sandbox.records import ApiCall, Channel, Json, ShownView, User
from bot.sandbox.responses import say
from bot.sandbox.views import checked
from bot.sandbox.workspace import Workspace

TROUBLE = "We had some trouble connecting. Try again?"
ACK = "ack"  # the name under which refused acks stand among the calls


def failure_words(delivery: Delivery) -> str:
    """Slack's code for a delivery that was not taken."""
    return "operation_timeout" if delivery.last.failure == "http_timeout" else "dispatch_failed"


def after_command(workspace: Workspace, user: User, channel: Channel, delivery: Delivery) -> None:
    """Shows the answer of a slash command, or says that it failed."""
    name = delivery.payload["command"]
    if not delivery.acked:
        _tell(workspace, user, delivery, f'{name} failed with the error "{failure_words(delivery)}"', channel.id)
        return
    body = delivery.body.strip()
    if not body:
        return
    values = delivery.json if isinstance(delivery.json, dict) else {"text": body}
    try:
        say(workspace, channel, user.id, Arguments(values), origin="ack")
    except SlackError as refusal:
        _refuse(workspace, delivery, values, refusal)
        _tell(workspace, user, delivery, f'{name} failed with the error "{refusal.code}"', channel.id)


def after_action(
    workspace: Workspace, user: User, delivery: Delivery, view: ShownView | None, channel: str | None
) -> None:
    """Says that a click came to nothing, where it did."""
    if delivery.acked:
        return
    if view is not None and not view.closed and view.kind == "modal":
        _trouble(workspace, delivery, view)
    else:
        _tell(workspace, user, delivery, f"The app did not answer ({failure_words(delivery)}).", channel)


def after_submission(workspace: Workspace, user: User, delivery: Delivery, view: ShownView) -> None:
    """Closes, changes or complains in the modal, as the app's answer says."""
    if not delivery.acked:
        _trouble(workspace, delivery, view)
        return
    body = delivery.body.strip()
    answer = delivery.json
    if not body or answer == {}:
        if not view.closed:
            workspace.views.close_top(user.id)
        return
    try:
        _act(workspace, user, view, answer)
    except SlackError as refusal:
        _refuse(workspace, delivery, answer if isinstance(answer, dict) else {"body": body}, refusal)
        _trouble(workspace, delivery, view)


def options_offered(workspace: Workspace, delivery: Delivery) -> list[Json]:
    """The options that an app answered for a menu, groups taken together; none when it answered badly."""
    answer = delivery.json
    problems = options_problems(answer) if delivery.acked else []
    if problems:
        values = answer if isinstance(answer, dict) else {"body": delivery.body}
        _refuse(workspace, delivery, values, SlackError("invalid_options", problems))
    if problems or not delivery.acked:
        delivery.shown.append("The options could not be loaded.")
        return []
    if "options" in answer:
        return list(answer["options"])
    return [option for group in answer["option_groups"] for option in group["options"]]


def _act(workspace: Workspace, user: User, view: ShownView, answer: Any) -> None:
    action = answer.get("response_action") if isinstance(answer, dict) else None
    if action == "clear":
        workspace.views.close_all(user.id)
    elif action in ("update", "push"):
        body = checked(answer.get("view"), "modal")
        if action == "push":
            workspace.views.push(user.id, body)
        else:
            workspace.views.update(view, body)
    elif action == "errors":
        _show_errors(workspace, view, answer.get("errors"))
    else:
        raise SlackError("invalid_response_action", ["[ERROR] the body must be empty or hold a response_action"])


def _show_errors(workspace: Workspace, view: ShownView, errors: Any) -> None:
    inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors:
        raise SlackError("invalid_errors", ["[ERROR] missing required field: errors"])
    wrong = [
        f"[ERROR] {key} is not the block_id of an input block of this view [json-pointer:/errors/{key}]"
        for key, words in errors.items()
        if key not in inputs or not isinstance(words, str) or not words
    ]
    if wrong:
        raise SlackError("invalid_errors", wrong)
    view.errors = dict(errors)
    workspace.views.touch(view)


def _trouble(workspace: Workspace, delivery: Delivery, view: ShownView) -> None:
    view.trouble = TROUBLE
    delivery.shown.append(TROUBLE)
    workspace.views.touch(view)


def _tell(workspace: Workspace, user: User, delivery: Delivery, words: str, channel: str | None) -> None:
    delivery.shown.append(words)
    workspace.tell(user.id, words, channel)


def _refuse(workspace: Workspace, delivery: Delivery, values: Json, refusal: SlackError) -> None:
    workspace.note(
        ApiCall(ACK, values, workspace.team.id, delivery.status or 0, refusal.answer(), delivery.seconds, time.time())
    )
