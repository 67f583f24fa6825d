"""Reload by an admin: looked at first, applied as it was looked at, undone as it was done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from knowledge.domain.library import Reloaded
from knowledge.domain.member import Member
from knowledge.domain.permissions import Action, require
from knowledge.domain.reloading import LastReload, Preview
from knowledge.errors import Overtaken
from knowledge.services.reload import Progress, Reload

_FILES_CHANGED = "The library's files changed since you looked at them. Nothing was applied; look at them again."
_UNDONE = "That reload is no longer the last one, or was undone before. Nothing was changed."


class Undoable(Protocol):
    """The reload that the store can undo, as the store describes it."""

    @property
    def at(self) -> datetime: ...

    @property
    def by(self) -> str: ...

    @property
    def revision(self) -> int: ...

    @property
    def loaded_at(self) -> datetime | None: ...


class AdminReload:
    """What an admin can do with the configured library. Every method raises NotAllowed for anybody else.

    `fingerprint` tells the files and lists as they are from any other state of them.
    """

    def __init__(
        self, reload: Reload, *, fingerprint: Callable[[], str], undoable: Callable[[], Undoable | None]
    ) -> None:
        self._reload = reload
        self._fingerprint = fingerprint
        self._undoable = undoable

    def preview(self, member: Member, *, take: Sequence[str] = ()) -> Preview:
        """What a reload would do now; writes nothing. `take` are entries of which the file's version is wanted."""
        require(member, Action.RELOAD)
        # Taken before the files are read: what changes while they are is noticed when it is to be applied.
        files = self._fingerprint()
        return Preview(self._reload.run(dry_run=True, take=take), files, tuple(take), self.last(member))

    def apply(
        self, member: Member, files: str, *, take: Sequence[str] = (), by: str, progress: Progress
    ) -> tuple[Reloaded, LastReload | None]:
        """Apply what was looked at, in one transaction; returns what was done, and the reload that undoing takes back.

        Raises Overtaken when the files are no longer those of the preview, Busy while another reload is running.
        """
        require(member, Action.RELOAD)
        if self._fingerprint() != files:
            raise Overtaken(_FILES_CHANGED)
        return self._reload.run(take=take, by=by, progress=progress), self.last(member)

    def last(self, member: Member) -> LastReload | None:
        """The reload that can be undone, if any."""
        require(member, Action.RELOAD)
        last = self._undoable()
        # Before the very first load there is nothing to go back to but an empty store.
        return None if last is None or last.loaded_at is None else LastReload(last.at, last.by, last.revision)

    def undo(self, member: Member, revision: int, *, by: str, progress: Progress) -> Reloaded:
        """Bring the store back to before the reload that ended in `revision`.

        Raises Overtaken when another reload came after it or it was undone, Busy while one is running.
        """
        last = self.last(member)
        if last is None or last.revision != revision:
            raise Overtaken(_UNDONE)
        return self._reload.undo(by=by, progress=progress)
