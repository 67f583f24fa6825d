"""The whole store moves from one database to another, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, insert, select, text, update

from knowledge.domain.draft import Draft, Form
from knowledge.domain.initiative import Category, Contact
from knowledge.errors import Refused, StoreUnusable
from knowledge.store import copying
from knowledge.store.contribution_tables import AuditRow, OutboxRow
from knowledge.store.copying import copy_store
from knowledge.store.database import Database
from knowledge.store.inbox import Inbox
from knowledge.store.initiatives import InitiativeStore
from knowledge.store.submissions import SubmissionStore
from knowledge.store.tables import Base
from tests.databases import writing
from tests.knowledge.services.sharing import HASHER
from tests.knowledge.store.library import ASHFORD, initiative, item, load

MOMENT = datetime(2026, 3, 29, 0, 30, 15, 123456, tzinfo=UTC)


@pytest.fixture(params=[("sqlite", "postgres"), ("postgres", "sqlite"), ("sqlite", "sqlite")], ids="-to-".join)
def source_and_target(request: pytest.FixtureRequest, tmp_path) -> Iterator[tuple[Database, Database]]:
    kinds = request.param
    urls = [request.getfixturevalue(f"{kind}_url") for kind in kinds]
    if kinds[0] == kinds[1]:
        urls[1] = f"sqlite:///{tmp_path / 'target.db'}"
    source, target = map(Database, urls)
    source.migrate()
    yield source, target
    source.close()
    target.close()


def fill(source: Database) -> None:
    """Something in every kind of table and column: times, days, JSON with and without a value, bytes, flags."""
    draft = Draft("Title", "Summary – ünï", (Category.PARTNERS,), contacts=(Contact("Ada"),))
    form = Form("form.docx", ASHFORD, drafts=(draft,))
    load(source, [item(initiative(f"entry-{n}", form_contacts=(Contact("Ada", public=True),))) for n in range(1200)])
    Inbox(source).receive("delivery", b"\x00\xff text")
    SubmissionStore(source, HASHER).save(form, by="T1:U2", digest="d1")
    with writing(source) as session:
        session.execute(
            insert(AuditRow).values(at=MOMENT, by="T1:U2", change="published", initiative="entry-1", note="x")
        )
        session.execute(
            insert(OutboxRow).values(
                key="k", kind="note", to="T1:U2", subject="entry-1", payload=None, state="waiting", attempts=2,
                created_at=MOMENT, next_at=MOMENT,
            )
        )  # fmt: skip


def rows(database: Database) -> dict[str, list[str]]:
    with database.reading() as session:
        return {
            table.name: sorted(repr(tuple(row)) for row in session.execute(select(table)))
            for table in Base.metadata.sorted_tables
        }


def test_everything_arrives_as_it_was(source_and_target: tuple[Database, Database]) -> None:
    source, target = source_and_target
    fill(source)
    copied = copy_store(source, target)
    assert rows(target) == rows(source)
    assert copied.rows["initiative"] == 1200
    assert copied.total == sum(map(len, rows(source).values()))
    assert InitiativeStore(target).revision() == InitiativeStore(source).revision()


def test_work_goes_on_in_the_copy(source_and_target: tuple[Database, Database]) -> None:
    source, target = source_and_target
    fill(source)
    copy_store(source, target)
    with writing(target) as session:
        session.execute(insert(AuditRow).values(at=MOMENT, by="T1:U2", change="edited", note="y"))
    assert load(target, [item(initiative("new", own_contacts=(Contact("Ben"),)))]).added == ("new",)


def test_a_store_that_was_never_loaded_can_be_copied(source_and_target: tuple[Database, Database]) -> None:
    source, target = source_and_target
    assert copy_store(source, target).rows == {"store_state": 1}
    assert not target.is_loaded()


def test_a_table_that_another_part_keeps_is_copied_too(source_and_target: tuple[Database, Database]) -> None:
    source, target = source_and_target
    for database in source_and_target:
        database.migrate()
        with writing(database) as session:
            session.execute(text("CREATE TABLE bots (id INTEGER PRIMARY KEY, token VARCHAR, installed_at TIMESTAMP)"))
    with writing(source) as session:
        session.execute(text("INSERT INTO bots VALUES (7, 'kept encrypted', '2026-11-23 10:00:00')"))
    assert copy_store(source, target).rows["bots"] == 1
    with target.reading() as session:
        assert session.execute(text("SELECT id, token FROM bots")).all() == [(7, "kept encrypted")]


@pytest.mark.parametrize("fill_target", [lambda one: load(one, []), lambda one: Inbox(one).receive("k", b"")])
def test_a_target_that_holds_anything_is_refused(
    source_and_target: tuple[Database, Database], fill_target: Callable[[Database], object]
) -> None:
    source, target = source_and_target
    fill(source)
    target.migrate()
    fill_target(target)
    before = rows(target)
    with pytest.raises(Refused, match="already holds a store"):
        copy_store(source, target)
    assert rows(target) == before


def test_a_store_cannot_be_copied_onto_itself(database: Database) -> None:
    load(database, ["one"])
    before = rows(database)
    with pytest.raises(Refused, match="already holds a store"):
        copy_store(database, Database(database.url.render_as_string(hide_password=False)))
    assert rows(database) == before


def test_a_copy_that_breaks_off_leaves_the_target_empty(
    source_and_target: tuple[Database, Database], monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = source_and_target
    fill(source)
    check = copying._check

    def break_off(writing: Any, table: Any, sent: Any) -> None:
        if table.name == "contact":
            raise OSError("the line was cut")
        check(writing, table, sent)

    with monkeypatch.context() as patched:
        patched.setattr(copying, "_check", break_off)
        with pytest.raises(OSError, match="line was cut"):
            copy_store(source, target)
    assert not target.is_loaded()
    assert copy_store(source, target).rows["initiative"] == 1200


def test_rows_that_arrive_otherwise_than_sent_are_noticed(
    source_and_target: tuple[Database, Database], monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = source_and_target
    fill(source)
    check = copying._check

    def spoil_then_check(writing, table, sent) -> None:
        if table.name == "initiative":
            writing.execute(update(table).where(table.c.id == "entry-7").values(title="Spoilt"))
        check(writing, table, sent)

    monkeypatch.setattr(copying, "_check", spoil_then_check)
    with pytest.raises(StoreUnusable, match="in the table initiative is not what was sent"):
        copy_store(source, target)
    assert rows(target)["initiative"] == []


def test_changes_made_meanwhile_are_left_out_whole(
    source_and_target: tuple[Database, Database], monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = source_and_target
    fill(source)
    changed = []
    check = copying._check

    def change_then_check(writing: Any, table: Any, sent: Any) -> None:
        if sent.rows and not changed:
            changed.append(load(source, ["late"]))
        check(writing, table, sent)

    monkeypatch.setattr(copying, "_check", change_then_check)
    copy_store(source, target)
    assert changed
    with target.reading() as session:
        table = Base.metadata.tables["initiative"]
        assert session.scalar(select(func.count()).select_from(table)) == 1200


def test_what_is_wrong_with_the_source_is_not_said_of_the_target(tmp_path: Path) -> None:
    source, target = (Database(f"sqlite:///{tmp_path / name}.db") for name in ("source", "target"))
    source.migrate()
    fill(source)
    with source.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    source.close()
    assert source.file is not None
    content = bytearray(source.file.read_bytes())
    content[-200_000:] = os.urandom(200_000)
    source.file.write_bytes(content)
    with pytest.raises(StoreUnusable, match=r"source\.db is damaged"):
        copy_store(source, target)
