"""Brings library files and lists into the store: read first, compared, then applied in one transaction.

The entries are staged outside the store (staging.py), so that reading any number of them holds up nobody. Applying is
one transaction: killed at any point, the store is as before or as after. Readers go on with the state they see.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Connection, func, select, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from knowledge.domain.library import LibraryItem, Reloaded
from knowledge.domain.lists import Lists
from knowledge.errors import Busy, NotFound
from knowledge.store.applying import Progress, carry_out, differences
from knowledge.store.carrying import Renamings
from knowledge.store.database import Database, allow_long, make_private_file
from knowledge.store.files import forget_files, known_files, note_files
from knowledge.store.lists import forget_unlisted, lists_digest, read_lists, save_lists
from knowledge.store.planning import Plan, make_plan
from knowledge.store.saving import KeepOut, Saver, keep_nothing_out
from knowledge.store.schema import RELOAD_LOCK
from knowledge.store.staging import Staged, stage
from knowledge.store.tables import CameFrom, StoreStateRow
from knowledge.store.undoing import Undoable, forget, remember, undo, undoable


def _tell_nobody(doing: str, done: int, of: int | None) -> None:
    """The progress of a reload that nobody watches."""


class ReloadStore:
    """The store as a reload needs it; see `services.reload.ReloadingStore`."""

    def __init__(
        self,
        database: Database,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        keep_out: Callable[[Connection], KeepOut] = lambda connection: keep_nothing_out,
    ) -> None:
        self._database = database
        self._now = now
        self._keep_out = keep_out

    def loaded(self) -> bool:
        """Whether a library was ever brought in."""
        return self._database.is_loaded()

    def lists(self) -> Lists:
        """The lists as they are held."""
        return self._database.read(read_lists)

    def known_files(self, lists: Lists) -> Mapping[str, str]:
        """Digests by origin of the files that need not be read again, if they and `lists` are still the same."""
        return self._database.read(lambda session: known_files(session, lists))

    def preview(
        self, items: Iterable[LibraryItem], lists: Lists, *, within: Sequence[str] | None, take: Collection[str] = ()
    ) -> Reloaded:
        """What `apply` would do, the first changes field by field; writes nothing, and may run beside a reload."""
        with self._database.own_connection() as connection:
            staged = stage(connection, items, lambda _: None)
            with connection.begin():
                plan = make_plan(connection, staged, lists, within, take)
                told = _told(plan, staged, applied=False)
                return replace(
                    told, details=differences(connection, plan.changed), differing=differences(connection, plan.kept)
                )

    def apply(
        self,
        items: Iterable[LibraryItem],
        lists: Lists,
        *,
        within: Sequence[str] | None,
        strict: bool = False,
        first: bool = False,
        take: Collection[str] = (),
        by: str = "",
        progress: Progress = _tell_nobody,
    ) -> Reloaded:
        """Bring `items` and `lists` in, all in one transaction.

        `within`: the files and folders (resolved) whose entries may be removed; None: every entry of the library.
        `strict`: with any problem nothing is applied. `first`: nothing is applied when a library was ever loaded.
        `take`: entries edited in Slack of which the file's version is wanted all the same.
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
                return self._apply(
                    connection, staged, lists, within=within, strict=strict, take=take, by=by, progress=progress
                )

    def undoable(self) -> Undoable | None:
        """The reload that `undo` would take back: the last that changed anything; None when there is none."""
        return self._database.read(lambda session: undoable(session.connection()))

    def undo(self, *, by: str = "", progress: Progress = _tell_nobody) -> Reloaded:
        """Bring the store back to before the last reload that changed anything, all in one transaction.

        What was posted or edited in Slack since stays (`kept`). Raises NotFound when there is nothing to undo, Busy
        while a reload is running.
        """
        with self._database.own_connection() as connection, self._alone(connection):
            self._note_start(by)
            self._database.will_write(connection)
            with connection.begin():
                allow_long(connection)
                undone = self._undo(connection, progress)
        if undone is None:
            # Raised only now, so that the note of who reloads is taken back.
            raise NotFound("There is nothing to undo: no reload has changed anything since the last one was undone.")
        return undone

    def forget_undo(self, before: datetime) -> bool:
        """Let go of what undoing a reload from before that moment would need; whether there was any."""

        def work(session: Session) -> bool:
            last = undoable(session.connection())
            if last is None or last.at >= before:
                return False
            forget(session.connection())
            return True

        return self._database.write(work)

    def _undo(self, connection: Connection, progress: Progress) -> Reloaded | None:
        state = connection.execute(
            select(StoreStateRow.revision, StoreStateRow.lists_digest).where(StoreStateRow.id == 1).with_for_update()
        ).one()
        last = undoable(connection)
        if last is None:
            connection.execute(update(StoreStateRow).values(reloading_since=None, reloading_by=None))
            return None
        revision = state.revision + 1
        done = 0

        def tell(more: int) -> None:
            nonlocal done
            progress("saving", done := done + more, None)

        undone = undo(
            connection, last, revision=revision, now=self._now(), keep_out=self._keep_out(connection), progress=tell
        )
        forget_files(connection)
        connection.execute(
            update(StoreStateRow).values(
                revision=revision,
                lists_digest=last.lists_digest,
                lists_revision=StoreStateRow.lists_revision if last.lists_digest == state.lists_digest else revision,
                loaded_at=last.loaded_at,
                reloading_since=None,
                reloading_by=None,
            )
        )
        return Reloaded(
            added=tuple(undone.added),
            changed=tuple(undone.changed),
            removed=tuple(undone.removed),
            kept=tuple(undone.kept),
            applied=True,
        )

    def _apply(
        self,
        connection: Connection,
        staged: Staged,
        lists: Lists,
        *,
        within: Sequence[str] | None,
        strict: bool,
        take: Collection[str],
        by: str,
        progress: Progress,
    ) -> Reloaded:
        # Every writer of initiatives or lists locks this row first, so that revisions come in the order of commits.
        state = connection.execute(
            select(StoreStateRow.revision, StoreStateRow.lists_digest, StoreStateRow.loaded_at)
            .where(StoreStateRow.id == 1)
            .with_for_update()
        ).one()
        plan = make_plan(connection, staged, lists, within, take)
        if strict and plan.problems:
            connection.execute(update(StoreStateRow).values(reloading_since=None, reloading_by=None))
            return Reloaded(refused=staged.refused, problems=tuple(plan.problems))
        now = self._now()
        new_digest = lists_digest(lists)
        lists_changed = new_digest != state.lists_digest
        revision = state.revision + 1 if lists_changed or plan.changes_initiatives else state.revision
        if lists_changed or plan.changes_anything:
            # A reload that changes nothing leaves the one before it to be undone.
            remember(
                connection,
                plan,
                at=now,
                by=by,
                revision=revision,
                lists_digest=state.lists_digest,
                loaded_at=state.loaded_at,
            )
        if lists_changed:
            save_lists(connection, lists)
        saver = Saver(
            connection, revision=revision, now=now, came_from=CameFrom.LIBRARY, keep_out=self._keep_out(connection)
        )
        carry_out(connection, saver, plan, Renamings.of(lists), progress)
        note_files(connection, staged, all_of_them=within is None)
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
        carried=tuple(plan.carried),
    )
