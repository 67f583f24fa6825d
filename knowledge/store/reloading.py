"""Brings library files and lists into the store: read first, compared, then applied in one transaction.

The entries are staged outside the store (staging.py), so that reading any number of them holds up nobody. Applying is
one transaction: killed at any point, the store is as before or as after. Readers go on with the state they see.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime

from sqlalchemy import Connection, func, select, update
from sqlalchemy.exc import SQLAlchemyError

from knowledge.domain.initiative import Initiative
from knowledge.domain.library import LibraryItem, Reloaded
from knowledge.domain.lists import Lists
from knowledge.errors import Busy
from knowledge.store.codec import decode
from knowledge.store.database import Database, allow_long, make_private_file
from knowledge.store.lists import forget_unlisted, lists_digest, read_lists, save_lists
from knowledge.store.planning import Plan, make_plan
from knowledge.store.saving import Entry, Move, Saver
from knowledge.store.schema import RELOAD_LOCK
from knowledge.store.staging import BATCH, STAGED, Staged, in_batches, stage
from knowledge.store.tables import CameFrom, CollectionRow, InitiativeRow, StoreStateRow

#: Told how a reload gets on: what it is doing ("reading", "saving"), how many entries are done, of how many (None:
#: not known yet).
Progress = Callable[[str, int, int | None], None]


def _tell_nobody(doing: str, done: int, of: int | None) -> None:
    """The progress of a reload that nobody watches."""


class ReloadStore:
    """The store as a reload needs it; see `services.reload.ReloadingStore`."""

    def __init__(self, database: Database, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._database = database
        self._now = now

    def loaded(self) -> bool:
        """Whether a library was ever brought in."""
        return self._database.is_loaded()

    def lists(self) -> Lists:
        """The lists as they are held."""
        return self._database.read(read_lists)

    def preview(self, items: Iterable[LibraryItem], lists: Lists, *, within: Sequence[str] | None) -> Reloaded:
        """What `apply` would do; writes nothing, and may run beside a reload."""
        with self._database.own_connection() as connection:
            staged = stage(connection, items, lambda _: None)
            with connection.begin():
                plan = make_plan(connection, staged, lists, within)
        return _told(plan, staged, applied=False)

    def apply(
        self,
        items: Iterable[LibraryItem],
        lists: Lists,
        *,
        within: Sequence[str] | None,
        strict: bool = False,
        first: bool = False,
        by: str = "",
        progress: Progress = _tell_nobody,
    ) -> Reloaded:
        """Bring `items` and `lists` in, all in one transaction.

        `within`: the files and folders (resolved) whose entries may be removed; None: every entry of the library.
        `strict`: with any problem nothing is applied. `first`: nothing is applied when a library was ever loaded.
        Raises Busy, saying who (`by`) and since when, while another reload is running.
        """
        with self._database.own_connection() as connection, self._alone(connection):
            if first and self.loaded():
                return Reloaded()
            self._note_start(by)
            staged = stage(connection, items, lambda read: progress("reading", read, None))
            self._database.will_write(connection)
            with connection.begin():
                allow_long(connection)
                return self._apply(connection, staged, lists, within=within, strict=strict, progress=progress)

    def _apply(
        self,
        connection: Connection,
        staged: Staged,
        lists: Lists,
        *,
        within: Sequence[str] | None,
        strict: bool,
        progress: Progress,
    ) -> Reloaded:
        # Every writer of initiatives or lists locks this row first, so that revisions come in the order of commits.
        state = connection.execute(
            select(StoreStateRow.revision, StoreStateRow.lists_digest).where(StoreStateRow.id == 1).with_for_update()
        ).one()
        plan = make_plan(connection, staged, lists, within)
        if strict and plan.problems:
            connection.execute(update(StoreStateRow).values(reloading_since=None, reloading_by=None))
            return Reloaded(refused=staged.refused, problems=tuple(plan.problems))
        now = self._now()
        new_digest = lists_digest(lists)
        lists_changed = new_digest != state.lists_digest
        revision = state.revision + 1 if lists_changed or plan.changes_initiatives else state.revision
        if lists_changed:
            save_lists(connection, lists)
        saver = Saver(connection, revision=revision, now=now, came_from=CameFrom.LIBRARY)
        _save(connection, saver, plan, progress)
        forget_unlisted(connection, lists)
        connection.execute(
            update(StoreStateRow).values(
                revision=revision,
                lists_digest=new_digest,
                lists_revision=revision if lists_changed else StoreStateRow.lists_revision,
                loaded_at=now,
                reloading_since=None,
                reloading_by=None,
            )
        )
        return _told(plan, staged, applied=True)

    def _note_start(self, by: str) -> None:
        since = self._now()
        self._database.write(
            lambda session: session.execute(update(StoreStateRow).values(reloading_since=since, reloading_by=by))
        )

    @contextmanager
    def _alone(self, connection: Connection) -> Iterator[None]:
        """Hold the one right to reload; it ends with this process however that ends. Raises Busy if another has it."""
        if not self._database.is_sqlite:
            # Belongs to the connection that does the work: should that be cut, lock and work are gone together.
            with connection.begin():
                held = connection.scalar(select(func.pg_try_advisory_lock(RELOAD_LOCK)))
            if not held:
                raise self._busy()
            try:
                yield
            finally:
                # The server would notice the closed connection, but only a moment later.
                with suppress(SQLAlchemyError), connection.begin():
                    connection.execute(select(func.pg_advisory_unlock(RELOAD_LOCK)))
            return
        # SQLite has no such locks, but an empty database of its own beside the real one can be locked whole.
        assert self._database.file is not None
        path = self._database.file.with_name(self._database.file.name + "-reload")
        make_private_file(path)
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as lock:
            try:
                lock.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                    raise
                raise self._busy() from None
            yield

    def _busy(self) -> Busy:
        since, by = self._database.read(
            lambda session: session.execute(select(StoreStateRow.reloading_since, StoreStateRow.reloading_by)).one()
        )
        who = f"Another reload ({by})" if by else "Another reload"
        when = f"has been running since {since:%H:%M:%S} UTC on {since:%d %B %Y}" if since else "has just begun"
        return Busy(f"{who} {when}. Try again when it is done.")


def _save(connection: Connection, saver: Saver, plan: Plan, progress: Progress) -> None:
    total = len(plan.added) + len(plan.changed) + len(plan.rehomed) + len(plan.removed)
    done = 0
    for ids, save in ((plan.added, saver.add), (plan.changed, saver.change)):
        for batch in in_batches(ids, BATCH):
            save(_entries(connection, batch))
            progress("saving", done := done + len(batch), total)
    for batch in in_batches(plan.rehomed, BATCH):
        saver.rehome(_moves(connection, batch))
        progress("saving", done := done + len(batch), total)
    for batch in in_batches(plan.removed, BATCH):
        saver.remove(batch)
        progress("saving", done := done + len(batch), total)
    if total:
        saver.forget_empty_collections()


def _entries(connection: Connection, ids: Sequence[str]) -> list[Entry]:
    rows = connection.execute(
        select(STAGED.c.content, STAGED.c.digest, STAGED.c.origin, STAGED.c.file)
        .where(STAGED.c.id.in_(ids), STAGED.c.content.is_not(None))
        .order_by(STAGED.c.position)
    )
    return [Entry(decode(Initiative, content), digest, origin, file) for content, digest, origin, file in rows]


def _moves(connection: Connection, ids: Sequence[str]) -> list[Move]:
    rows = connection.execute(
        select(
            InitiativeRow.id, CollectionRow.key, CollectionRow.contacts_digest, STAGED.c.origin, STAGED.c.file
        )
        .join_from(STAGED, InitiativeRow, InitiativeRow.id == STAGED.c.id)
        .join(CollectionRow, CollectionRow.key == InitiativeRow.collection)
        .where(STAGED.c.id.in_(ids))
    )
    return [Move(*row) for row in rows]


def _told(plan: Plan, staged: Staged, *, applied: bool) -> Reloaded:
    return Reloaded(
        added=tuple(plan.added),
        changed=tuple(plan.changed),
        removed=tuple(plan.removed),
        unchanged=plan.unchanged,
        kept=tuple(plan.kept),
        refused=staged.refused,
        problems=tuple(plan.problems),
        applied=applied,
    )
