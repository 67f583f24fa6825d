"""views.*: modals and App Home."""

from __future__ import annotations

from typing import Any

from bot.sandbox.api.arguments import Arguments
from bot.sandbox.errors import SlackError
from bot.sandbox.records import Json
from bot.sandbox.views import checked
from bot.sandbox.workspace import Workspace


def _view(arguments: Arguments) -> Any:
    view = arguments.data("view", "invalid_arguments")
    if view is None:
        raise SlackError("invalid_arguments", ["[ERROR] missing required field: view"])
    return view


def open_view(workspace: Workspace, arguments: Arguments) -> Json:
    """views.open"""
    body = checked(_view(arguments), "modal")
    trigger = workspace.tickets.check(arguments.text("trigger_id", "invalid_arguments"))
    view = workspace.views.open(trigger.user, body)
    trigger.used = True
    return {"view": view.as_slack()}


def push(workspace: Workspace, arguments: Arguments) -> Json:
    """views.push: only with a trigger_id that came from inside a modal."""
    body = checked(_view(arguments), "modal")
    trigger = workspace.tickets.check(arguments.text("trigger_id", "invalid_arguments"))
    if trigger.view_id is None:
        raise SlackError("invalid_trigger_id")
    view = workspace.views.push(trigger.user, body)
    trigger.used = True
    return {"view": view.as_slack()}


def update(workspace: Workspace, arguments: Arguments) -> Json:
    """views.update"""
    view_id, external_id = arguments.text("view_id"), arguments.text("external_id")
    if not view_id and not external_id:
        raise SlackError("invalid_arguments", ["[ERROR] missing required field: view_id or external_id"])
    view = workspace.views.find(view_id or None, external_id or None)
    if view is None:
        raise SlackError("not_found")
    body = checked(_view(arguments), view.kind)
    return {"view": workspace.views.update(view, body, arguments.text("hash")).as_slack()}


def publish(workspace: Workspace, arguments: Arguments) -> Json:
    """views.publish"""
    user_id = arguments.text("user_id", "invalid_arguments")
    if user_id not in workspace.users:
        raise SlackError("invalid_arguments", ["[ERROR] invalid user_id [json-pointer:/user_id]"])
    if not workspace.app.home_tab:
        raise SlackError("not_enabled")
    body = checked(_view(arguments), "home")
    return {"view": workspace.views.publish(user_id, body, arguments.text("hash")).as_slack()}
