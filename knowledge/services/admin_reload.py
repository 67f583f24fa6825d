"""Reload by an admin: looked at first, applied as it was looked at, undone as it was done, and told in any case."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import Protocol

from knowledge.domain.library import Reloaded
from knowledge.domain.member import Member
from knowledge.domain.permissions import Action, require
from knowledge.domain.reloading import LastReload, Preview, Progress, Reloader
from knowledge.errors import Busy, NotFound, Overtaken, PracticeError
from knowledge.services.reload import Reload

#: Seconds that whoever reloaded waits at most until questions are answered from what it brought.
SHOWN_WITHIN = 10.0

_UNDONE = "That reload is no longer the last one, or was undone before. Nothing was changed."
_RUNNING = "A reload is still running."


class Undoable(Protocol):
    """The reload that the store can undo, as the store describes it."""

    @property
    def at(self) -> datetime: ...

    @property
    def by(self) -> str: ...

    @property
    def revision(self) -> int: ...


class Endings(Protocol):
    """Word of how each reload ended, kept for whoever asked for it until it was said; see `store.endings`."""

    def expect(self, key: str, to: str) -> bool: ...

    def outcome(self, key: str) -> str | None: ...

    def going_on(self, key: str) -> None: ...

    def is_at_hand(self, key: str) -> bool: ...

    def saying(self, key: str) -> None: ...

    def said(self, key: str) -> None: ...

    def not_said(self, key: str) -> None: ...


class AdminReload:
    """What an admin can do with the configured library.

    Whatever looks at or changes the store raises NotAllowed for anybody else; `begin` and what tells how it ended
    only keep word for whoever pressed a button, and do not ask who that is.
    """

    def __init__(
        self,
        reload: Reload,
        *,
        endings: Endings,
        undoable: Callable[[], Undoable | None],
        catch_up: Callable[[float], object] = lambda seconds: None,
    ) -> None:
        self._reload = reload
        self._endings = endings
        self._undoable = undoable
        self._catch_up = catch_up

    def preview(self, member: Member, *, take: Sequence[str] = ()) -> Preview:
        """What a reload would do now; writes nothing. `take` are entries of which the file's version is wanted."""
        require(member, Action.RELOAD)
        outcome = self._reload.run(dry_run=True, take=take)
        return Preview(outcome, tuple(take), self.last(member), self._reload.history())

    def begin(self, by: str, key: str) -> bool:
        """Keep word for this member (a key) of what they begin under that key; False when it was begun before.

        Should this process die before it is `said`, another tells them how it ended. Whether they may is not asked:
        that may take longer than Slack waits to hear that the press arrived.
        """
        return self._endings.expect(key, by)

    @contextmanager
    def saying(self, key: str) -> Iterator[None]:
        """Within it they are told how it ended; what is raised there is raised, and they are told otherwise."""
        # That it is said is worth more than the note of it: what is noted nowhere is told twice at worst.
        with suppress(PracticeError):
            self._endings.saying(key)
        try:
            yield
        except Exception:
            with suppress(PracticeError):
                self._endings.not_said(key)
            raise
        with suppress(PracticeError):
            self._endings.said(key)

    def going_on(self, key: str) -> None:
        """Note that what was begun under that key goes on here; where that ends unsaid, another tells how it ended."""
        self._endings.going_on(key)

    def is_at_hand(self, key: str) -> bool:
        """Whether whoever began it under that key is at it still, or said how it ended."""
        return self._endings.is_at_hand(key)

    def ending(self, key: str) -> str | None:
        """What was done under that key; None when it was interrupted, Busy while a reload still runs."""
        # Asked in this order: what ends in between is seen as ended.
        if self._reload.running():
            raise Busy(_RUNNING)
        return self._endings.outcome(key)

    def apply(
        self, member: Member, previewed: str, *, take: Sequence[str] = (), by: Reloader, progress: Progress
    ) -> tuple[Reloaded, LastReload | None]:
        """Apply the plan that was looked at, in one transaction; returns what was done, and the reload to be undone.

        Raises Overtaken when it would do anything else by now, Busy while another reload is running.
        """
        require(member, Action.RELOAD)
        done = self._reload.run(take=take, previewed=previewed, by=by, progress=progress)
        self._show()
        return done, self.last(member)

    def last(self, member: Member) -> LastReload | None:
        """The reload that can be undone, if any."""
        require(member, Action.RELOAD)
        last = self._undoable()
        return None if last is None else LastReload(last.at, last.by, last.revision)

    def undo(self, member: Member, revision: int, *, by: Reloader, progress: Progress) -> Reloaded:
        """Bring the store back to before the reload that ended in `revision`.

        Raises Overtaken when another reload came after it or it was undone, Busy while one is running.
        """
        if self.last(member) is None:
            raise Overtaken(_UNDONE)
        try:
            done = self._reload.undo(revision=revision, by=by, progress=progress)
        except NotFound:
            raise Overtaken(_UNDONE) from None
        self._show()
        return done

    def _show(self) -> None:
        """See to it that who is told of a reload finds what it brought; it is done, also where this fails."""
        with suppress(PracticeError):
            self._catch_up(SHOWN_WITHIN)
