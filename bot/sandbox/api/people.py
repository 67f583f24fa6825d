"""auth.*, users.*, team.*, bots.*: who is who."""

from __future__ import annotations

from bot.sandbox.api.arguments import Arguments
from bot.sandbox.errors import SlackError
from bot.sandbox.records import Json, Rank, User
from bot.sandbox.workspace import Workspace


def user_object(workspace: Workspace, user: User) -> Json:
    """A user as users.info gives it; the e-mail address only with users:read.email."""
    profile: Json = {"real_name": user.real_name, "display_name": user.name, "title": user.title, "team": user.team_id}
    if "users:read.email" in workspace.app.scopes and user.email:
        profile["email"] = user.email
    return {
        "id": user.id,
        "team_id": user.team_id,
        "name": user.name,
        "real_name": user.real_name,
        "deleted": user.deleted,
        "tz": user.tz,
        "locale": user.locale,
        "profile": profile,
        "is_admin": user.role in (Rank.ADMIN, Rank.OWNER),
        "is_owner": user.role is Rank.OWNER,
        "is_primary_owner": user.role is Rank.OWNER,
        "is_restricted": user.role is Rank.GUEST,
        "is_ultra_restricted": False,
        "is_bot": user.role is Rank.BOT,
        "is_stranger": user.team_id != workspace.team.id,
        "is_app_user": False,
    }


def auth_test(workspace: Workspace, arguments: Arguments) -> Json:
    """auth.test"""
    return {
        "url": f"https://{workspace.team.domain}.slack.com/",
        "team": workspace.team.name,
        "user": workspace.bot.name,
        "team_id": workspace.team.id,
        "user_id": workspace.bot.id,
        "bot_id": workspace.bot_id,
        "is_enterprise_install": False,
    }


def users_info(workspace: Workspace, arguments: Arguments) -> Json:
    """users.info"""
    user = workspace.users.get(arguments.text("user", "user_not_found"))
    if user is None:
        raise SlackError("user_not_found")
    return {"user": user_object(workspace, user)}


def users_list(workspace: Workspace, arguments: Arguments) -> Json:
    """users.list, in one page."""
    members = [user_object(workspace, user) for user in workspace.users.values()]
    return {"members": members, "response_metadata": {"next_cursor": ""}}


def team_info(workspace: Workspace, arguments: Arguments) -> Json:
    """team.info"""
    team = workspace.team
    wanted = arguments.text("team")
    if wanted and wanted != team.id:
        raise SlackError("team_not_found")
    return {"team": {"id": team.id, "name": team.name, "domain": team.domain, "email_domain": "", "icon": {}}}


def bots_info(workspace: Workspace, arguments: Arguments) -> Json:
    """bots.info"""
    if arguments.text("bot") not in ("", workspace.bot_id):
        raise SlackError("bot_not_found")
    bot = {
        "id": workspace.bot_id,
        "deleted": False,
        "name": workspace.app.name,
        "user_id": workspace.bot.id,
        "app_id": workspace.app.app_id,
    }
    return {"bot": bot}
