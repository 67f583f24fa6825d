"""Reload: brings library files and lists into the store."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Protocol

from knowledge.domain.authority import Register
from knowledge.domain.initiative import Theme
from knowledge.domain.library import LibraryItem, Reloaded
from knowledge.domain.lists import Lists
from knowledge.domain.paths import resolved
from knowledge.domain.reloading import SOMEBODY, Progress, Reloader, tell_nobody
from knowledge.domain.version import AuditLine
from knowledge.errors import Problem, Refused

#: Reads the lists as they are configured; raises Refused, with every problem, when they cannot be used.
ReadLists = Callable[[], Lists]

#: Gives digests by origin of the files that need not be read again.
Known = Callable[[], Mapping[str, str]]

#: Reads the entries of files and folders against a register and themes; see `importing.library.read_library`.
ReadLibrary = Callable[[Sequence[Path], Register, Sequence[Theme], Known], Iterable[LibraryItem]]


class ReloadingStore(Protocol):
    """What a reload needs of the store."""

    def loaded(self) -> bool:
        """Whether a library was ever brought in."""
        ...

    def lists(self) -> Lists:
        """The lists as they are held."""
        ...

    def behind(self, lists: Lists) -> tuple[str, ...]:
        """What bringing in `lists` would change of those that are held, in words; nothing before the first load."""
        ...

    def known_files(self, lists: Lists) -> Mapping[str, str]:
        """Digests by origin of the files that need not be read again, if they and `lists` are still the same."""
        ...

    def preview(
        self, items: Iterable[LibraryItem], lists: Lists, *, within: Sequence[str] | None, take: Collection[str] = ()
    ) -> Reloaded:
        """What `apply` would do, with the changes field by field; writes nothing."""
        ...

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
        by: Reloader = ...,
        progress: Progress = ...,
    ) -> Reloaded:
        """Bring `items` and `lists` in whole or not at all.

        `within` limits what may be removed to entries of these files and folders (resolved); None: no limit. With
        `strict` any problem means that nothing is applied, with `first` any earlier load. Raises Busy while another
        reload is running. `take` are entries edited in Slack of which the file's version is wanted. Raises Overtaken
        when it would do anything else than the `previewed` plan.
        """
        ...

    def undo(self, *, revision: int | None = None, by: Reloader = ..., progress: Progress = ...) -> Reloaded:
        """Bring the store back to before the last reload; NotFound if none is left, or it did not end in `revision`."""
        ...

    def running(self) -> bool:
        """Whether a reload or its undoing runs now, in whatever process."""
        ...

    def history(self, limit: int) -> tuple[AuditLine, ...]:
        """The audit's lines of the last reloads and undoings that changed anything, the newest first."""
        ...

    def forget_undo(self, before: datetime) -> bool:
        """Let go of what undoing a reload from before that moment would need."""
        ...


#: Reloads told of beside a preview.
HISTORY = 3


class Reload:
    """Brings the library into the store; without paths, the configured library is the whole truth for its entries."""

    def __init__(
        self, store: ReloadingStore, *, read_lists: ReadLists, read_library: ReadLibrary, library: Sequence[Path]
    ) -> None:
        self._store = store
        self._read_lists = read_lists
        self._read_library = read_library
        self._library = tuple(library)

    def run(
        self,
        paths: Sequence[Path] | None = None,
        *,
        dry_run: bool = False,
        strict: bool = False,
        first: bool = False,
        take: Collection[str] = (),
        previewed: str | None = None,
        by: Reloader = SOMEBODY,
        progress: Progress = tell_nobody,
    ) -> Reloaded:
        """Reload `paths`, or the configured library; returns what was done (dry run: would be), with every problem.

        A refused entry or unreadable file keeps what the store holds of it, and so do lists that cannot be used: the
        rest is applied. With `strict` any problem means that nothing is. `first` loads only a store that was never
        loaded. `take` are ids of entries edited in Slack of which the file's version is wanted from now on. Raises Busy
        while another reload is running, Overtaken when it would do anything else than the `previewed` plan of a dry
        run, StoreUnusable when the database cannot be used.
        """
        wrong: tuple[Problem, ...] = ()
        try:
            lists = self._read_lists()
        except Refused as refused:
            wrong = refused.problems
            if strict or not self._store.loaded():
                # Without a register no entry can be read.
                return Reloaded(problems=wrong)
            lists = self._store.lists()
        within = None if paths is None else [resolved(path) for path in paths]
        # A preview compares what is kept with its file, and whoever takes a file's version needs it: both read all.
        known: Known = dict if dry_run or take else partial(self._store.known_files, lists)
        items = self._read_library(self._library if paths is None else paths, lists.register, lists.themes, known)
        if dry_run:
            outcome = self._store.preview(items, lists, within=within, take=take)
            if strict and outcome.problems:
                outcome = Reloaded(refused=outcome.refused, problems=outcome.problems)
        else:
            outcome = self._store.apply(
                items,
                lists,
                within=within,
                strict=strict,
                first=first,
                take=take,
                previewed=previewed,
                by=by,
                progress=progress,
            )
        return replace(outcome, problems=wrong + outcome.problems) if wrong else outcome

    def undo(
        self, *, revision: int | None = None, by: Reloader = SOMEBODY, progress: Progress = tell_nobody
    ) -> Reloaded:
        """Bring the store back to before the last reload that changed anything, files and lists.

        Says what was brought back (`added`), put back (`changed`) and taken out (`removed`); what was posted or edited
        in Slack since stays (`kept`). Raises NotFound when there is nothing to undo, or the last reload is not the one
        that ended in `revision`; Busy while a reload is running.
        """
        return self._store.undo(revision=revision, by=by, progress=progress)

    def lists_behind(self) -> tuple[str, ...]:
        """What a reload would change of the lists that are held, in words; nothing before the first load.

        Raises Refused when the lists cannot be read.
        """
        return self._store.behind(self._read_lists())

    def running(self) -> bool:
        """Whether a reload or its undoing runs now, in whatever process."""
        return self._store.running()

    def history(self, limit: int = HISTORY) -> tuple[AuditLine, ...]:
        """The audit's lines of the last reloads and undoings that changed anything, the newest first."""
        return self._store.history(limit)

    def forget_undo(self, before: datetime) -> bool:
        """Let go of what undoing a reload from before that moment would need; whether there was any.

        It holds contacts as they were, which are to be kept no longer than they are of use.
        """
        return self._store.forget_undo(before)
