"""Slack: whether it can be reached, what it grants, and whether it can reach the bot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from bot.doctor.findings import Finding, State
from bot.views.kit.counts import counted_plainly
from config.settings import CONFIG_FOLDER, Settings

if TYPE_CHECKING:
    from slack_sdk import WebClient

#: Slack refuses what is more than five minutes off, either way; half of that is worth mending in time.
CLOCK_OFF = timedelta(seconds=150)


def look_at_slack(settings: Settings, now: Callable[[], datetime]) -> Iterator[Finding]:
    """What is found of Slack; where it cannot be asked at all, why, and nothing more."""
    if not settings.bot_token:
        yield Finding("slack", State.SKIPPED, "SLACK_BOT_TOKEN is not set: the terminal works without it")
        return
    from bot.slack.workspaces import slack_client

    client = slack_client(settings.bot_token, settings.api_url)
    answer = _ask(client, "auth.test")
    if isinstance(answer, Finding):
        yield answer
        return
    body, headers = answer
    yield Finding("slack", State.OK, f"{body.get('user')} in the workspace {body.get('team')}")
    yield _scopes(headers.get("x-oauth-scopes"))
    yield _clock(headers.get("date"), now())
    yield from _way_in(settings)


def _ask(client: WebClient, method: str) -> tuple[Mapping[str, Any], Mapping[str, str]] | Finding:
    """Slack's answer and its headers in lower case, or what went wrong."""
    from slack_sdk.errors import SlackApiError

    from bot.slack.refusals import code_of, refused, unreachable

    check = "slack" if method == "auth.test" else "socket mode"
    try:
        response = client.api_call(method)
    except Exception as error:
        code = code_of(error) if isinstance(error, SlackApiError) else None
        words = refused(method, code) if code else unreachable(client.base_url, error)
        return Finding(check, State.PROBLEM, *words)
    body = response.data if isinstance(response.data, dict) else {}
    return body, {name.lower(): str(value) for name, value in response.headers.items()}


def _scopes(granted: str | None) -> Finding:
    import yaml

    if granted is None:
        return Finding("scopes", State.SKIPPED, "Slack did not say which are granted")
    manifest = yaml.safe_load((CONFIG_FOLDER / "manifest.yaml").read_text(encoding="utf-8"))
    asked = manifest["oauth_config"]["scopes"]["bot"]
    held = {scope.strip() for scope in granted.split(",")}
    if missing := [scope for scope in asked if scope not in held]:
        mend = "put config/manifest.yaml into the app's settings and install the app to the workspace again"
        return Finding("scopes", State.PROBLEM, f"not granted: {', '.join(missing)}", mend)
    more = sorted(held - set(asked) - {""})
    said = f"all {len(asked)} are granted" + (f"; granted but not needed: {', '.join(more)}" if more else "")
    return Finding("scopes", State.OK, said)


def _clock(date: str | None, now: datetime) -> Finding:
    try:
        theirs = parsedate_to_datetime(date or "")
    except ValueError:
        return Finding("clock", State.SKIPPED, "Slack did not say what time it is there")
    off = abs(now - theirs.astimezone(UTC))
    said = f"differs from Slack's by {counted_plainly(round(off.total_seconds()), 'second')}"
    if off > CLOCK_OFF:
        mend = "set this machine's clock by a time server: Slack's requests count as forged when it is 5 minutes off"
        return Finding("clock", State.PROBLEM, said, mend)
    return Finding("clock", State.OK, said)


def _way_in(settings: Settings) -> Iterator[Finding]:
    """How Slack reaches the bot."""
    if settings.socket_mode:
        from bot.slack.workspaces import slack_client

        answer = _ask(slack_client(settings.app_token, settings.api_url), "apps.connections.open")
        yield answer if isinstance(answer, Finding) else Finding("socket mode", State.OK, "a connection can be opened")
    elif settings.signing_secret:
        yield Finding("http", State.OK, "the signing secret is set; that Slack reaches the bot, its settings say")
    else:
        mend = "set SLACK_SIGNING_SECRET (HTTP) or SLACK_APP_TOKEN (Socket Mode)"
        yield Finding("http", State.PROBLEM, "Slack has no way to reach the bot", mend)
