"""The database: whether it can be reached and written, what it holds, and whether the worker keeps up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from shutil import disk_usage
from typing import TYPE_CHECKING

from bot.doctor.findings import Finding, State
from config.settings import Settings
from knowledge.domain.days import said_at
from knowledge.errors import Busy, PracticeError, StoreUnusable

if TYPE_CHECKING:
    from knowledge.domain.lists import Lists
    from knowledge.store.database import Database
    from knowledge.store.health import Health

#: The worker says so every minute; three missed rounds are no accident.
WORKER_SILENT = timedelta(minutes=3)
#: Messages and questions are dealt with within seconds; after this long something is stuck.
BACKLOG_OLD = timedelta(minutes=5)
MEGABYTE = 1_000_000
#: A reload of 10,000 entries writes some tens of megabytes; below this the next one may not fit.
DISK_LOW = 200 * MEGABYTE


def look_at_store(settings: Settings, lists: Lists | None, now: datetime) -> Iterator[Finding]:
    """What is found of the database; `lists` are those of the files, to be compared with what it holds."""
    from knowledge.store.database import Database
    from knowledge.store.sqlite_file import why_not_writable

    try:
        with closing(Database(settings.database_url, setting=settings.database_setting)) as database:
            if database.file and not database.file.exists():
                database.require_file()
                # Looking would make an empty file.
                if refused := why_not_writable(database.file):
                    said = f"{database.where} is not there and cannot be made: {refused}"
                    mend = f"let this user write in its folder, or name another in {settings.database_setting}"
                    yield Finding("database", State.PROBLEM, said, mend)
                    return
                yield Finding("database", State.OK, f"{database.where} is not there yet: first use makes it")
                return
            if not database.is_current():
                yield Finding(
                    "database", State.PROBLEM, f"{database.where} has an older schema", "run practice migrate"
                )
                return
            yield from _contents(database, settings, lists, now)
    except PracticeError as error:
        yield Finding("database", State.PROBLEM, str(error), "see what the message names; nothing works without it")


def _contents(database: Database, settings: Settings, lists: Lists | None, now: datetime) -> Iterator[Finding]:
    from knowledge.store.health import WORKER, Health
    from knowledge.store.outbox import Outbox
    from knowledge.store.schema import HEAD

    standing = Health(database)
    published = standing.published()
    said = f"{database.where} can be reached, schema {HEAD}, {published} initiatives published"
    if database.is_loaded() and not published:
        yield Finding("database", State.PROBLEM, said, "bring a library in: practice reload")
    else:
        yield Finding("database", State.OK, said)
    yield from _room(database, standing)
    yield from _keys(database, settings)
    yield from _reloads(database, lists)
    if not settings.bot_token:
        yield Finding("worker", State.SKIPPED, "Slack is not set up, so there is nothing for it to do")
        return
    yield _worker(standing.last_beat(WORKER), now)
    yield _backlog("questions", "questions wait for their answer", *standing.questions_waiting(), now)
    yield _backlog("outbox", "messages wait to be sent", *Outbox(database).backlog(), now)


def _keys(database: Database, settings: Settings) -> Iterator[Finding]:
    """Whether the keys are those that the database was used with, and whether every process has the same."""
    from bot.keys.keyring import Keyring

    try:
        wrong = Keyring(settings, database).problem()
    except StoreUnusable as error:
        yield Finding("keys", State.PROBLEM, str(error), "see what the message names")
        return
    if wrong:
        yield Finding("keys", State.PROBLEM, wrong, "as it says; nothing that needs the key works until then")
        return
    if settings.secret_keys or database.file or not settings.bot_token:
        return
    said = "PRACTICE_SECRET_KEYS is not set: each machine makes a key of its own, and cannot read what another kept"
    yield Finding("keys", State.PROBLEM, said, "set PRACTICE_SECRET_KEYS to the same for every process")


def _reloads(database: Database, lists: Lists | None) -> Iterator[Finding]:
    """What was reloaded last, and whether the files have other lists by now: a newer version may ship newer ones."""
    from bot.views.terminal.reloaded import reload_line
    from knowledge.domain.version import Change
    from knowledge.store.reloading import ReloadStore

    reloads = ReloadStore(database)
    last = next(iter(reloads.history(1)), None)
    if last:
        yield Finding("last reload", State.OK, reload_line(last))
    behind = reloads.behind(lists) if lists else ()
    if behind and last and last.change is Change.RELOAD_UNDONE:
        said = "as before the last reload, which was undone; the next one brings in those of the files"
        yield Finding("lists in the store", State.OK, said)
    elif behind:
        said = f"the files have other lists than those that answers are given by: {'; '.join(behind)}"
        mend = "practice reload brings them in (with --dry-run it says first what that changes)"
        yield Finding("lists in the store", State.PROBLEM, said, mend)


def _room(database: Database, standing: Health) -> Iterator[Finding]:
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
        return Finding("worker", State.PROBLEM, f"has not been heard of since {said_at(last)}", mend)
    return Finding("worker", State.OK, f"was alive on {said_at(last)}")


def _backlog(check: str, what: str, count: int, oldest: datetime | None, now: datetime) -> Finding:
    if oldest is None or now - oldest <= BACKLOG_OLD:
        return Finding(check, State.OK, f"{count} {what}")
    said = f"{count} {what}, the oldest since {said_at(oldest)}"
    return Finding(check, State.PROBLEM, said, "look at the worker's log: it takes them up every minute")
