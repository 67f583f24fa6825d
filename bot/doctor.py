"""Looks an installation over: what is set, reachable and allowed, what is not, and how to mend it.

Nothing is changed: no migration, no load, no message. No secret is ever part of a finding: settings are named, never
shown, and of Slack's answers only error codes are taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from shutil import disk_usage
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from bot.findings import Finding, State
from bot.printing import counted
from config.settings import CONFIG_FOLDER, Settings, SettingsError, read_settings
from knowledge.errors import Busy, PracticeError, Problem, Refused, StoreUnusable

if TYPE_CHECKING:
    from slack_sdk import WebClient

    from knowledge.domain.authority import Register
    from knowledge.store.database import Database
    from knowledge.store.standing import Standing

#: The name under which the worker says that it is alive.
WORKER = "worker"
#: The worker says so every minute; three missed rounds are no accident.
WORKER_SILENT = timedelta(minutes=3)
#: Messages and questions are dealt with within seconds; after this long something is stuck.
BACKLOG_OLD = timedelta(minutes=5)
#: Slack refuses what is more than five minutes off, either way; half of that is worth mending in time.
CLOCK_OFF = timedelta(seconds=150)
MEGABYTE = 1_000_000
#: A reload of 10,000 entries writes some tens of megabytes; below this the next one may not fit.
DISK_LOW = 200 * MEGABYTE
#: Problems of files that are named one by one; `practice check` names them all.
FILE_PROBLEMS = 5

_SLACK_MENDS = {
    "invalid_auth": "copy the Bot User OAuth Token from the app's settings into SLACK_BOT_TOKEN again",
    "not_authed": "copy the Bot User OAuth Token from the app's settings into SLACK_BOT_TOKEN again",
    "account_inactive": "install the app to the workspace again and set SLACK_BOT_TOKEN to its new token",
    "token_revoked": "install the app to the workspace again and set SLACK_BOT_TOKEN to its new token",
    "token_expired": "switch token rotation off in the app's settings and set SLACK_BOT_TOKEN to its new token",
    "ratelimited": "wait a minute and run the doctor again",
}


def examine(
    read: Callable[[], Settings] = read_settings, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> Iterator[Finding]:
    """Every finding, in the order in which things depend on each other."""
    try:
        settings = read()
    except SettingsError as error:
        for problem in error.problems:
            yield Finding("settings", State.PROBLEM, problem, "correct it in the environment or in .env")
        return
    yield Finding("settings", State.OK, "all settings can be read")
    yield from _files(settings)
    yield from _store(settings, now())
    yield from _slack(settings, now)


# --- files ----------------------------------------------------------------------------------------------------------


def _files(settings: Settings) -> Iterator[Finding]:
    from knowledge.importing.library import read_library
    from knowledge.importing.lists import read_lists

    try:
        lists = read_lists(settings.lists)
    except Refused as refused:
        yield _of_files("lists", str(refused), refused.problems)
        yield Finding("library", State.SKIPPED, "cannot be read without the lists")
        return
    said = f"{len(lists.register)} authorities and bodies, {len(lists.themes)} themes"
    yield Finding("lists", State.OK, said)
    yield from _limits(settings, lists.register)
    read = 0
    problems: list[Problem] = []
    for item in read_library(settings.library, lists.register, lists.themes):
        read += item.initiative is not None
        problems += item.problems
    if problems:
        yield _of_files("library", f"{read} initiatives can be read, problems found: {len(problems)}", problems)
    else:
        yield Finding("library", State.OK, f"{read} initiatives can be read")


def _limits(settings: Settings, register: Register) -> Iterator[Finding]:
    """Authorities that a role is limited to and nothing is called: such a role holds nowhere."""
    from knowledge.search.authorities import RegisterMatcher

    for setting, people in (("PRACTICE_LEADS", settings.leads), ("PRACTICE_REVIEWERS", settings.reviewers)):
        for name in dict.fromkeys(name for one in people for name in one.authorities if not register.called(name)):
            nearest = [one.name for one in RegisterMatcher(register).nearest(name, limit=1)]
            meant = f", perhaps {nearest[0]}" if nearest else ""
            said = f"{setting} limits a role to “{name}”, which no authority is called"
            yield Finding("roles", State.PROBLEM, said, f"write its name as authorities.yaml has it{meant}")


def _of_files(check: str, said: str, problems: tuple[Problem, ...] | list[Problem]) -> Finding:
    named = "; ".join(map(str, problems[:FILE_PROBLEMS]))
    return Finding(check, State.PROBLEM, f"{said}: {named}", "practice check says of each what would be right")


# --- the store ------------------------------------------------------------------------------------------------------


def _store(settings: Settings, now: datetime) -> Iterator[Finding]:
    from knowledge.store.database import Database

    try:
        with closing(Database(settings.database_url)) as database:
            if database.file and not database.file.exists():
                # Looking would make an empty file.
                if refused := _not_writable(database.file):
                    said = f"{database.where} is not there and cannot be made: {refused}"
                    mend = "let this user write in its folder, or name another in PRACTICE_DATABASE_URL"
                    yield Finding("database", State.PROBLEM, said, mend)
                    return
                yield Finding("database", State.OK, f"{database.where} is not there yet: first use makes it")
                return
            if not database.is_current():
                yield Finding(
                    "database", State.PROBLEM, f"{database.where} has an older schema", "run practice migrate"
                )
                return
            yield from _contents(database, settings, now)
    except PracticeError as error:
        yield Finding("database", State.PROBLEM, str(error), "see what the message names; nothing works without it")


def _not_writable(file: Path) -> str | None:
    """Why nothing can be made in the first folder above `file` that there is; None where something can be."""
    try:
        # Permissions alone do not tell: a disk or a container may be mounted for reading only.
        with TemporaryDirectory(dir=next(folder for folder in file.parents if folder.exists())):
            return None
    except OSError as error:
        return error.strerror


def _contents(database: Database, settings: Settings, now: datetime) -> Iterator[Finding]:
    from bot.views.reloaded import reload_line
    from knowledge.store.outbox import Outbox
    from knowledge.store.reloading import ReloadStore
    from knowledge.store.schema import HEAD
    from knowledge.store.standing import Standing

    standing = Standing(database)
    published = standing.published()
    said = f"{database.where} can be reached, schema {HEAD}, {published} initiatives published"
    if database.is_loaded() and not published:
        yield Finding("database", State.PROBLEM, said, "bring a library in: practice reload")
    else:
        yield Finding("database", State.OK, said)
    yield from _room(database, standing)
    yield from _keys(database, settings)
    if lines := ReloadStore(database).history(1):
        yield Finding("last reload", State.OK, reload_line(lines[0]))
    if not settings.bot_token:
        yield Finding("worker", State.SKIPPED, "Slack is not set up, so there is nothing for it to do")
        return
    yield _worker(standing.last_beat(WORKER), now)
    yield _backlog("questions", "questions wait for their answer", *standing.unanswered(), now)
    yield _backlog("outbox", "messages wait to be sent", *Outbox(database).backlog(), now)


def _keys(database: Database, settings: Settings) -> Iterator[Finding]:
    """Whether every process on this database has the same keys."""
    if settings.secret_keys or database.file or not settings.bot_token:
        return
    said = "PRACTICE_SECRET_KEYS is not set: each machine makes a key of its own, and cannot read what another kept"
    yield Finding("keys", State.PROBLEM, said, "set PRACTICE_SECRET_KEYS to the same for every process")


def _room(database: Database, standing: Standing) -> Iterator[Finding]:
    """Whether what people share can be saved."""
    try:
        standing.check_writable()
    except Busy as busy:
        mend = "wait for a reload, a copy or a migration to end, or end another program that has the file open"
        yield Finding("writing", State.PROBLEM, str(busy), mend)
        return
    except StoreUnusable as error:
        yield Finding("writing", State.PROBLEM, str(error), "nothing can be shared or reloaded until then")
        return
    if database.file is None:
        yield Finding("writing", State.OK, "the database can be written")
        return
    free = disk_usage(database.file.parent).free
    said = f"the database can be written, {free // MEGABYTE:,} MB are free beside it"
    if free < DISK_LOW:
        mend = "make room on that disk: a reload keeps what it changes twice until it is done"
        yield Finding("writing", State.PROBLEM, said, mend)
    else:
        yield Finding("writing", State.OK, said)


def _worker(last: datetime | None, now: datetime) -> Finding:
    mend = "run practice work beside practice serve, and let the system start it again when it ends"
    if last is None:
        return Finding("worker", State.PROBLEM, "has never run on this database", mend)
    if now - last > WORKER_SILENT:
        return Finding("worker", State.PROBLEM, f"has not been heard of since {_moment(last)}", mend)
    return Finding("worker", State.OK, f"was alive at {_moment(last)}")


def _backlog(check: str, what: str, count: int, oldest: datetime | None, now: datetime) -> Finding:
    if oldest is None or now - oldest <= BACKLOG_OLD:
        return Finding(check, State.OK, f"{count} {what}")
    said = f"{count} {what}, the oldest since {_moment(oldest)}"
    return Finding(check, State.PROBLEM, said, "look at the worker's log: it takes them up every minute")


# --- Slack ----------------------------------------------------------------------------------------------------------


def _slack(settings: Settings, now: Callable[[], datetime]) -> Iterator[Finding]:
    if not settings.bot_token:
        yield Finding("slack", State.SKIPPED, "SLACK_BOT_TOKEN is not set: the terminal works without it")
        return
    from bot.workspaces import slack_client

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


def _ask(client: WebClient, method: str, **how: Any) -> tuple[Mapping[str, Any], Mapping[str, str]] | Finding:
    """Slack's answer and its headers in lower case, or what went wrong."""
    from slack_sdk.errors import SlackApiError

    check = "slack" if method == "auth.test" else "socket mode"
    try:
        response = client.api_call(method, **how)
    except SlackApiError as error:
        code = str(error.response.get("error", "unknown"))
        mend = _SLACK_MENDS.get(code, "look the code up in Slack's description of the method")
        if check == "socket mode":
            mend = "make an app-level token with connections:write and put it into SLACK_APP_TOKEN"
        return Finding(check, State.PROBLEM, f"Slack refuses {method}: {code}", mend)
    except Exception as error:
        said = f"Slack cannot be reached at {client.base_url} ({type(error).__name__})"
        return Finding(check, State.PROBLEM, said, "check the network, the proxy, and SLACK_API_URL where it is set")
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
    said = f"differs from Slack's by {counted(round(off.total_seconds()), 'second')}"
    if off > CLOCK_OFF:
        mend = "set this machine's clock by a time server: Slack's requests count as forged when it is 5 minutes off"
        return Finding("clock", State.PROBLEM, said, mend)
    return Finding("clock", State.OK, said)


def _way_in(settings: Settings) -> Iterator[Finding]:
    """How Slack reaches the bot."""
    if settings.socket_mode:
        from bot.workspaces import slack_client

        answer = _ask(slack_client(settings.app_token, settings.api_url), "apps.connections.open")
        yield answer if isinstance(answer, Finding) else Finding("socket mode", State.OK, "a connection can be opened")
    elif settings.signing_secret:
        yield Finding("http", State.OK, "the signing secret is set; that Slack reaches the bot, its settings say")
    else:
        mend = "set SLACK_SIGNING_SECRET (HTTP) or SLACK_APP_TOKEN (Socket Mode)"
        yield Finding("http", State.PROBLEM, "Slack has no way to reach the bot", mend)


def _moment(at: datetime) -> str:
    return f"{at:%H:%M} UTC on {at.day} {at:%B %Y}"
