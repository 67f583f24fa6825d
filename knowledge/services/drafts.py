"""Drafts, in whatever transaction: begun, the member's own, still theirs to change, and kept as they were typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from knowledge.domain.content import Content, content_of, fingerprint
from knowledge.domain.contribution import Contribution, ContributionState, new_id
from knowledge.domain.days import said_at
from knowledge.domain.member import Member
from knowledge.domain.permissions import Action, require
from knowledge.errors import NotFound, Overtaken
from knowledge.services.transactions import Transaction


class Drafts:
    """Makes drafts: new ones, and another where what was typed has no place in the first."""

    def __init__(self, *, now: Callable[[], datetime]) -> None:
        self._now = now

    def new(self, member: Member, content: Content) -> Contribution:
        """A draft that is not saved yet."""
        now = self._now()
        return Contribution(new_id(), member.key, ContributionState.DRAFT, content, now, now)

    def keep(
        self,
        tx: Transaction,
        draft: Contribution,
        content: Content,
        *,
        seen: int | None = None,
        window: str | None = None,
        leaves: str | None = None,
        unless_left: str | None = None,
    ) -> Contribution:
        """Save `content` in the draft, or in another where the draft takes no more words or somebody else changed it.

        `seen` is the revision that was looked at (None: whichever it is), `window` the form in which it is written:
        what that form changed itself it has seen, and all that it cannot save in the draft goes into one other draft.
        `leaves` is the key of a form that is left with these words. `unless_left` is that of a form whose words may
        arrive only after it was left: then they are older than what was kept, and nothing is saved of them.
        """
        if unless_left and tx.is_done(_left(unless_left, draft)):
            return draft
        if leaves:
            tx.first_time(_left(leaves, draft))
        if content == draft.content:
            return draft
        now = self._now()
        if draft.is_writable and (seen in (None, draft.revision) or (window and tx.is_done(_by(window, draft)))):
            kept = tx.change(replace(draft, content=content, changed_at=now))
            if window:
                tx.first_time(_by(window, kept))
            return kept
        # Made of what is kept, or of where it stands, so that the same delivery repeated makes no third draft.
        key = f"{draft.id}:{window or fingerprint(content)}"
        if again := tx.started(key):
            return self.keep(tx, again, content, window=window) if window else again
        base = _published_by(tx, draft)
        other = Contribution(new_id(), draft.by, ContributionState.DRAFT, content, now, now, draft.initiative, base)
        return tx.add(other, started=key)


def _by(window: str, draft: Contribution) -> str:
    return f"window:{window}:{draft.by}:{draft.id}:{draft.revision}"


def _left(form: str, draft: Contribution) -> str:
    return f"left:{form}:{draft.by}:{draft.id}"


def _published_by(tx: Transaction, draft: Contribution) -> Content | None:
    """What a draft of its own, typed over this one, is an edit of."""
    if draft.state is not ContributionState.PUBLISHED or draft.initiative is None:
        return draft.base
    made = (one.content for one in tx.versions(draft.initiative) if one.contribution == draft.id)
    return next((content_of(content) for content in made), draft.base)


def start_key(member: Member, key: str | None) -> str | None:
    """The key that a draft is begun with (`Transaction.add`), which nobody else's can be; None without one."""
    return None if key is None else f"{member.key}:{key}"


def begun_with(tx: Transaction, member: Member, key: str | None) -> Contribution | None:
    """The draft that this member began with this key."""
    started = start_key(member, key)
    return tx.started(started) if started else None


def own(tx: Transaction, member: Member, id: str) -> Contribution:
    """The member's own contribution with this id; NotFound when it is not there, NotAllowed when not theirs."""
    found = tx.contribution(id)
    if found is None:
        raise NotFound("This draft is no longer there. Begin a new one.")
    require(member, Action.WRITE_DRAFT, owner=found.by)
    return found


def require_writable(draft: Contribution) -> None:
    """Raise Overtaken when a contribution takes no more words."""
    if not draft.is_writable:
        raise overtaken(draft, "Nothing was changed.")


def overtaken(one: Contribution, then: str = "What you typed since is kept as a draft of its own.") -> Overtaken:
    """What became of a contribution that goes on without this member's wish; `then`: what became of the wish."""
    match one.state:
        case ContributionState.WAITING:
            done, at = "was sent for review", one.submitted_at
        case ContributionState.PUBLISHED:
            done, at = "was published", one.decided_at or one.submitted_at
        case ContributionState.WITHDRAWN:
            done, at = "was put away", one.changed_at
        case ContributionState.DRAFT | ContributionState.RETURNED:
            done, at = "was changed", one.changed_at
    return Overtaken(f"This {done} on {said_at(at or one.changed_at)}. {then}", by=one.reviewer or one.by)
