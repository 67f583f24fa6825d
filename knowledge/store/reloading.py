"""Brings library files and lists into the store: read first, compared, then applied in one transaction.

The entries are staged outside the store (staging.py), so that reading any number of them holds up nobody. Applying is
one transaction: killed at any point, the store is as before or as after. Readers go on with the state they see.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update
from sqlalchemy.orm import Session

from knowledge.domain.days import utc_now
from knowledge.domain.library import LibraryItem, Reloaded
from knowledge.domain.list_changes import list_changes
from knowledge.domain.lists import Lists
from knowledge.domain.reloading import SOMEBODY, Progress, Reloader, audit_note, tell_nobody, undo_note
from knowledge.domain.renaming import Renamings
from knowledge.domain.version import AuditLine, Change
from knowledge.errors import NotFound, Overtaken
from knowledge.store.applying import carry_out, differences
from knowledge.store.database import Database, allow_long
from knowledge.store.files import forget_files, known_files, note_files
from knowledge.store.lists import forget_unlisted, lists_digest, read_lists, save_lists
from knowledge.store.planning import Plan, identify, make_plan
from knowledge.store.reload_audit import AT_ONCE, note_ending, note_reload, reload_lines, wait_with_ending
from knowledge.store.reload_right import ReloadRight
from knowledge.store.saving import KeepOut, Saver, keep_nothing_out
from knowledge.store.staging import Staged, stage
from knowledge.store.tables import CameFrom, StoreStateRow
from knowledge.store.undoing import Undoable, forget, remember, undo, undoable

_CHANGED = "What a reload would do changed since you looked: its files did, or the store. Nothing was applied."

_NOTHING_TO_UNDO = "There is nothing to undo: no reload after the first that changed anything is left to take back."


class ReloadStore:
    """The store as a reload needs it; see `services.reload.ReloadingStore`."""

    def __init__(
        self,
        database: Database,
        *,
        now: Callable[[], datetime] = utc_now,
        keep_out: Callable[[Connection], KeepOut] = lambda connection: keep_nothing_out,
    ) -> None:
        self._database = database
        self._now = now
        self._keep_out = keep_out
        self._right = ReloadRight(database)

    def loaded(self) -> bool:
        """Whether a library was ever brought in."""
        return self._database.is_loaded()

    def lists(self) -> Lists:
        """The lists as they are held."""
        return self._database.read(read_lists)

    def behind(self, lists: Lists) -> tuple[str, ...]:
        """What bringing in `lists` would change of those that are held, in words; nothing before the first load."""

        def work(session: Session) -> tuple[str, ...]:
            # The digest is of what was brought in: what is held may have an authority more that initiatives still need.
            if session.scalar(select(StoreStateRow.lists_digest)) in (None, lists_digest(lists)):
                return ()
            return list_changes(read_lists(session), lists)

        return self._database.read(work)

    def known_files(self, lists: Lists) -> Mapping[str, str]:
        """Digests by origin of the files that need not be read again, if they and `lists` are still the same."""
        return self._database.read(lambda session: known_files(session, lists))

    def running(self) -> bool:
        """Whether a reload or its undoing runs now, in whatever process."""
        return self._right.is_held()

    def history(self, limit: int) -> tuple[AuditLine, ...]:
        """The audit's lines of the last reloads and undoings that changed anything, the newest first."""
        return self._database.read(lambda session: reload_lines(session, limit))

    def preview(
        self, items: Iterable[LibraryItem], lists: Lists, *, within: Sequence[str] | None, take: Collection[str] = ()
    ) -> Reloaded:
        """What `apply` would do, the first changes field by field; writes nothing, and may run beside a reload."""
        with self._database.own_connection() as connection:
            staged = stage(connection, items, lambda _: None)
            with connection.begin():
                plan = make_plan(connection, staged, lists, within, take)
                return replace(
                    _told(plan, staged, list_changes(read_lists(connection), lists), applied=False),
                    details=differences(connection, plan.changed),
                    differing=differences(connection, plan.kept),
                    plan=identify(connection, plan, lists),
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
        previewed: str | None = None,
        by: Reloader = SOMEBODY,
        progress: Progress = tell_nobody,
    ) -> Reloaded:
        """Bring `items` and `lists` in, all in one transaction with its line in the audit.

        `within`: the files and folders (resolved) whose entries may be removed; None: every entry of the library.
        `strict`: with any problem nothing is applied. `first`: nothing is applied when a library was ever loaded,
        and it counts as loaded only when it had an entry or no problem.
        `take`: entries edited in Slack of which the file's version is wanted all the same. `previewed`: the `plan` of
        the preview that was looked at; raises Overtaken, and nothing is applied, when it is another by now.
        Raises Busy, saying who (`by`) and since when, while another reload is running.
        """
        with self._database.own_connection() as connection, self._right.held(connection, patient=not first):
            if first and self.loaded():
                return Reloaded()
            self._right.note(by.name, self._now())
            staged = stage(connection, items, lambda read: progress("reading", read, None))
            self._database.will_write(connection)
            with connection.begin():
                allow_long(connection)
                state = self._lock_state(connection)
                plan = make_plan(connection, staged, lists, within, take)
                overtaken = previewed is not None and identify(connection, plan, lists) != previewed
                if not overtaken and not (strict and plan.problems):
                    # A first load that could not read anything is tried again: its path may only be mistyped.
                    loaded_at = state.loaded_at if first and plan.problems and not plan.added else self._now()
                    return self._apply(connection, state, plan, staged, lists, within, by, progress, loaded_at)
                connection.execute(update(StoreStateRow).values(reloading_since=None, reloading_by=None))
                if by.ending is not None:
                    # The right ends here, and whoever has it still has to say why nothing was applied.
                    wait_with_ending(connection, by.ending, self._now() + AT_ONCE)
        if overtaken:
            raise Overtaken(_CHANGED)
        return Reloaded(refused=staged.refused, problems=tuple(plan.problems))

    def undoable(self) -> Undoable | None:
        """The reload that `undo` would take back: the last that changed anything; None when there is none."""
        return self._database.read(lambda session: undoable(session.connection()))

    def undo(
        self, *, revision: int | None = None, by: Reloader = SOMEBODY, progress: Progress = tell_nobody
    ) -> Reloaded:
        """Bring the store back to before the last reload that changed anything, all in one transaction.

        What was posted or edited in Slack since stays (`kept`). Raises NotFound when there is nothing to undo, or the
        last reload is not the one that ended in `revision`; Busy while a reload is running.
        """
        with self._database.own_connection() as connection, self._right.held(connection):
            self._right.note(by.name, self._now())
            self._database.will_write(connection)
            with connection.begin():
                allow_long(connection)
                undone = self._undo(connection, revision, by, progress)
        if undone is None:
            # Raised only now, so that the note of who reloads is taken back.
            raise NotFound(_NOTHING_TO_UNDO)
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

    def _lock_state(self, connection: Connection) -> Any:
        # Every writer of initiatives or lists locks this row first, so that revisions come in the order of commits.
        return connection.execute(
            select(StoreStateRow.revision, StoreStateRow.lists_digest, StoreStateRow.loaded_at)
            .where(StoreStateRow.id == 1)
            .with_for_update()
        ).one()

    def _undo(self, connection: Connection, which: int | None, by: Reloader, progress: Progress) -> Reloaded | None:
        state = self._lock_state(connection)
        last = undoable(connection)
        if last is None or which not in (None, last.revision):
            connection.execute(update(StoreStateRow).values(reloading_since=None, reloading_by=None))
            return None
        revision, now = state.revision + 1, self._now()
        listed = list_changes(read_lists(connection), last.lists)
        done = 0

        def tell(more: int) -> None:
            nonlocal done
            progress("saving", done := done + more, None)

        undone = undo(connection, last, revision=revision, now=now, keep_out=self._keep_out(connection), progress=tell)
        forget_files(connection)
        told = Reloaded(
            added=tuple(undone.added),
            changed=tuple(undone.changed),
            removed=tuple(undone.removed),
            kept=tuple(undone.kept),
            applied=True,
            lists=listed,
        )
        note_reload(connection, Change.RELOAD_UNDONE, undo_note(told), by=by, at=now)
        note_ending(connection, by, undo_note(told))
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
        return told

    def _apply(
        self,
        connection: Connection,
        state: Any,
        plan: Plan,
        staged: Staged,
        lists: Lists,
        within: Sequence[str] | None,
        by: Reloader,
        progress: Progress,
        loaded_at: datetime | None,
    ) -> Reloaded:
        now = self._now()
        new_digest = lists_digest(lists)
        lists_changed = new_digest != state.lists_digest
        revision = state.revision + 1 if lists_changed or plan.changes_initiatives else state.revision
        listed = list_changes(read_lists(connection), lists) if lists_changed else ()
        told = _told(plan, staged, listed, applied=True)
        if lists_changed or plan.changes_anything:
            # A reload that changes nothing leaves the one before it to be undone. Before the very first load there is
            # nothing to go back to but an empty store.
            if state.loaded_at is not None:
                remember(
                    connection,
                    plan,
                    at=now,
                    by=by.name,
                    revision=revision,
                    lists_digest=state.lists_digest,
                    loaded_at=state.loaded_at,
                )
            note_reload(connection, Change.RELOADED, audit_note(told), by=by, at=now)
        note_ending(connection, by, audit_note(told))
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
                loaded_at=loaded_at,
                reloading_since=None,
                reloading_by=None,
            )
        )
        return told


def _told(plan: Plan, staged: Staged, lists: tuple[str, ...], *, applied: bool) -> Reloaded:
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
        taken=tuple(plan.taken),
        lists=lists,
    )
