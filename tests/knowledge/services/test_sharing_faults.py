"""Whatever fails, and wherever: all of a change or nothing of it, and doing it again succeeds."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event, text

from knowledge.domain.contribution import ContributionState
from knowledge.errors import PracticeError
from knowledge.store.database import Database
from tests.knowledge.services.processes import ACTS
from tests.knowledge.services.sharing import FULL, World, content
from tests.knowledge.store.library import initiative

#: Every table that holds what members did, what followed, and what readers see.
TABLES = (
    "contribution", "version", "audit", "outbox", "done", "initiative", "contact", "initiative_category",
    "initiative_theme", "resource", "initiative_lead", "removed_name", "store_state",
)  # fmt: skip
#: Statements of the longest of these acts, several times over: a loop that never gets through is a failure.
FAR = 400


class Broken(Exception):
    """What a test makes the database raise."""


def prepared(database: Database, act: str) -> tuple[World, str]:
    """A world in which `act` can be done to the contribution returned."""
    world = World(database)
    world.load(initiative(own_contacts=content().contacts))
    draft = world.share.start(FULL)
    if act != "submit":
        world.share.submit(FULL, draft.id, content())
    return world, draft.id


def snapshot(database: Database) -> dict[str, list[str]]:
    """All rows but what is made anew each time: surrogate keys and ids drawn by lot."""
    with database.reading() as session:
        return {
            table: sorted(str(tuple(row)) for row in session.execute(text(f"SELECT * FROM {table}")))
            for table in TABLES
        }


@contextmanager
def failing_at(database: Database, statement: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make the statement, or commit, of that number (from 1) fail."""
    seen = 0
    dialect = database.engine.dialect
    commit = dialect.do_commit

    def count() -> None:
        nonlocal seen
        seen += 1
        if seen == statement:
            raise Broken

    def before_statement(connection: object, cursor: object, said: str, *_: object) -> None:
        if not said.startswith("BEGIN"):
            count()

    def commit_or_fail(connection: object) -> None:
        count()
        commit(connection)

    event.listen(database.engine, "before_cursor_execute", before_statement)
    with monkeypatch.context() as patched:
        patched.setattr(dialect, "do_commit", commit_or_fail)
        try:
            yield
        finally:
            event.remove(database.engine, "before_cursor_execute", before_statement)


def check_rules(database: Database) -> None:
    """Item, audit line and message are there together or not at all."""
    with database.reading() as session:

        def count(statement: str) -> int:
            return int(session.scalar(text(statement)) or 0)

        assert count("SELECT count(*) FROM contribution WHERE state = 'published'") == count(
            "SELECT count(*) FROM version WHERE contribution IS NOT NULL"
        )
        assert count("SELECT count(*) FROM version WHERE change <> 'brought-in'") == count(
            "SELECT count(*) FROM audit WHERE version IS NOT NULL"
        )
        for state, kind in (("waiting", "to-review"), ("returned", "returned"), ("published", "published")):
            contributions = count(f"SELECT count(*) FROM contribution WHERE state = '{state}'")
            assert count(f"SELECT count(*) FROM outbox WHERE kind = '{kind}'") >= contributions
        if database.is_sqlite:
            assert session.execute(text("PRAGMA foreign_key_check")).all() == []


@pytest.mark.parametrize("act", ["publish", "give_back", "submit", "take_off", "archive"])
def test_a_failure_at_any_statement_leaves_all_or_nothing(
    database: Database, act: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    world, id = prepared(database, act)
    before = snapshot(database)
    for statement in range(1, FAR):
        try:
            with failing_at(database, statement, monkeypatch):
                ACTS[act](world, id)
        except Broken:
            assert snapshot(database) == before, statement
            continue
        break
    else:
        pytest.fail("it never got through")
    assert statement > 3
    after = snapshot(database)
    assert after != before
    check_rules(database)
    ACTS[act](world, id)
    assert snapshot(database) == after


@pytest.mark.parametrize("act", ["publish", "take_off", "publish_edit"])
def test_a_kill_between_any_two_statements_leaves_all_or_nothing(database: Database, act: str) -> None:
    world, id = prepared(database, act)
    url = database.url.render_as_string(hide_password=False)
    for statement in (2, 9, 20):
        run = [sys.executable, "-m", "tests.knowledge.services.processes", url, act, id, str(statement)]
        done = subprocess.run(run, capture_output=True, check=False, timeout=60)
        assert done.returncode in (0, -signal.SIGKILL), done.stderr.decode()
        check_rules(database)
    ACTS[act](world, id)
    check_rules(database)


def test_a_full_disk_is_said_in_words_and_loses_nothing(sqlite_url: str) -> None:
    database = Database(sqlite_url, pool_size=1, max_overflow=0)
    database.migrate()
    world, id = prepared(database, "submit")
    with database.reading() as session:
        session.execute(text(f"PRAGMA max_page_count = {session.scalar(text('PRAGMA page_count'))}"))
    with pytest.raises(PracticeError, match="the disk is full"):
        world.share.submit(FULL, id, content(summary="x" * 3000, impact="y" * 3000, title="z" * 150))
    draft = world.share.open(FULL, id)
    assert draft.state is ContributionState.DRAFT
    with database.reading() as session:
        session.execute(text("PRAGMA max_page_count = 1000000"))
    assert world.share.submit(FULL, id, content()).state is ContributionState.WAITING
    database.close()
