"""Share: drafts, from the first word to the sending; nothing that somebody typed is ever lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from knowledge.domain.checks import check
from knowledge.domain.content import Content, cleaned, content_of, instead_of
from knowledge.domain.contribution import WRITABLE, Contribution, ContributionState, Similar
from knowledge.domain.days import utc_now
from knowledge.domain.lists import Lists
from knowledge.domain.member import Member
from knowledge.domain.permissions import Action, allows, require
from knowledge.errors import Problem
from knowledge.services.drafts import Drafts, begun_with, own, require_writable, start_key
from knowledge.services.entitled import held_for
from knowledge.services.sending import Sending
from knowledge.services.transactions import ContributionStore, Transaction

#: How many similar initiatives are worth showing before sending.
SIMILAR = 3


class SimilarFinder(Protocol):
    """Finds what a draft may repeat; implemented on the search."""

    def similar(self, content: Content, *, member: Member, limit: int) -> Sequence[Similar]:
        """Initiatives of any authority that `member` may see and that look like `content`, most alike first."""
        ...


class Share:
    """What a member does with drafts of their own. With `review` off, leads publish at once; others still wait."""

    def __init__(
        self,
        store: ContributionStore,
        *,
        lists: Callable[[], Lists],
        similar: SimilarFinder | None = None,
        review: bool = True,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._store = store
        self._lists = lists
        self._similar = similar
        self._now = now
        self._drafts = Drafts(now=now)
        self._sending = Sending(store, self._drafts, lists=lists, review=review, now=now)

    # --- writing ----------------------------------------------------------------------------------------------------

    def start(self, member: Member, *, key: str | None = None) -> Contribution:
        """A new draft, with the authority remembered from the last time; the same one again for the same `key`.

        Raises NotAllowed for guests and people of other workspaces without a role.
        """
        require(member, Action.SUBMIT)

        def work(tx: Transaction) -> Contribution:
            if begun := begun_with(tx, member, key):
                return begun
            remembered = tx.remembered_authority(member.key)
            if remembered is None and len(member.authorities) == 1:
                (remembered,) = member.authorities
            return tx.add(self._drafts.new(member, Content(authority=remembered)), started=start_key(member, key))

        return self._store.write(work)

    def edit(self, member: Member, initiative: str, *, key: str | None = None) -> Contribution:
        """A draft of the published version, or the member's own unfinished one of it; the same again for one `key`.

        Raises NotFound, and NotAllowed unless it is theirs or their authority's.
        """
        once = f"{initiative}:{key}" if key else None

        def work(tx: Transaction) -> Contribution:
            held = held_for(tx, member, initiative, Action.EDIT)
            if begun := begun_with(tx, member, once):
                return begun
            published = content_of(held.initiative)
            unfinished = tx.contributions(by=member.key, initiative=initiative, states=WRITABLE)
            if unfinished and not unfinished[-1].is_empty:
                return unfinished[-1]
            if unfinished:
                return tx.change(replace(unfinished[-1], content=published, base=published, changed_at=self._now()))
            draft = replace(self._drafts.new(member, published), initiative=initiative, base=published)
            return tx.add(draft, started=start_key(member, once))

        return self._store.write(work)

    def instead(self, member: Member, id: str, initiative: str) -> Contribution:
        """Turn a draft into an edit of `initiative` ("update that one instead"); what was typed stays as it is.

        What the draft leaves empty is filled in from the published version.
        """

        def work(tx: Transaction) -> Contribution:
            draft = own(tx, member, id)
            held = held_for(tx, member, initiative, Action.EDIT)
            require_writable(draft)
            published = content_of(held.initiative)
            content = instead_of(published, draft.content)
            changed = replace(draft, content=content, initiative=initiative, base=published, changed_at=self._now())
            return tx.change(changed)

        return self._store.write(work)

    def keep(
        self,
        member: Member,
        id: str,
        content: Content,
        *,
        seen: int | None = None,
        window: str | None = None,
        leaves: str | None = None,
        unless_left: str | None = None,
    ) -> Contribution:
        """Save what was typed so far, right or wrong.

        Where the draft can no longer take it (it was sent, or another `window` changed it since `seen`, its revision
        then), it is saved as another draft, whose id then differs. What stood in a form before it was left (`leaves`)
        and arrives afterwards (`unless_left`) is not saved: there was more in it when it was left.
        """
        typed = cleaned(content)

        def work(tx: Transaction) -> Contribution:
            draft = own(tx, member, id)
            return self._drafts.keep(tx, draft, typed, seen=seen, window=window, leaves=leaves, unless_left=unless_left)

        return self._store.write(work)

    def open(self, member: Member, id: str) -> Contribution:
        """The member's own contribution with this id; NotFound when it is not there, NotAllowed when not theirs."""
        return self._store.read(lambda tx: own(tx, member, id))

    def drafts(self, member: Member) -> tuple[Contribution, ...]:
        """What the member began and has not sent, the last touched first; those without a word are left out."""

        def work(tx: Transaction) -> tuple[Contribution, ...]:
            found = tx.contributions(by=member.key, states=WRITABLE)
            return tuple(one for one in reversed(found) if not one.is_empty)

        return self._store.read(work) if member.key else ()

    def close(self, member: Member, id: str) -> Contribution | None:
        """The draft whose form was closed; one in which nothing was written is erased, and None returned."""

        def work(tx: Transaction) -> Contribution | None:
            draft = own(tx, member, id)
            if draft.state is not ContributionState.DRAFT or not draft.is_empty:
                return draft
            tx.erase(draft)
            return None

        return self._store.write(work)

    def discard(self, member: Member, id: str) -> Contribution:
        """Put a draft away: it is listed only among what was put away, from where `take_up` brings it back."""

        def work(tx: Transaction) -> Contribution:
            draft = own(tx, member, id)
            if draft.state is ContributionState.WITHDRAWN:
                return draft
            require_writable(draft)
            return tx.change(draft.moved(ContributionState.WITHDRAWN, self._now()))

        return self._store.write(work)

    def take_up(self, member: Member, id: str) -> Contribution:
        """Go on writing what was put away."""

        def work(tx: Transaction) -> Contribution:
            one = own(tx, member, id)
            if one.state is not ContributionState.WITHDRAWN:
                return one
            return tx.change(one.moved(ContributionState.DRAFT, self._now()))

        return self._store.write(work)

    # --- before and at sending --------------------------------------------------------------------------------------

    def check(self, content: Content, *, before: Content | None = None) -> tuple[Problem, ...]:
        """Every problem, in the order of the form: `field` ("title", "contacts.0.email") and `message`.

        `before` is what this is an edit of.
        """
        removed = self._store.read(lambda tx: tx.removed)
        return check(cleaned(content), self._lists(), removed, before=before)

    def similar(self, content: Content, *, member: Member, initiative: str | None = None) -> tuple[Similar, ...]:
        """Published initiatives that this may repeat, most alike first, without `initiative` (the one being edited)."""
        if self._similar is None:
            return ()
        found = self._similar.similar(cleaned(content), member=member, limit=SIMILAR + 1)
        others = [one for one in found if one.id != initiative][:SIMILAR]
        if not others:
            return ()

        def work(tx: Transaction) -> tuple[Similar, ...]:
            return tuple(replace(one, may_update=_may_edit(tx, member, one.id)) for one in others)

        return self._store.read(work)

    def submit(
        self, member: Member, id: str, content: Content | None = None, *, key: str | None = None
    ) -> Contribution:
        """Send a draft (with what the form says now): it waits for review, or is published at once.

        The same `key`, or the same content again, changes nothing. Raises Refused with every problem (what was typed
        is kept), NotAllowed, or Overtaken when it was put away, or was sent or decided before and something else was
        typed since (which is kept as another draft).
        """
        return self._sending.send(member, [(id, content)], key=key)[0]

    def submit_all(
        self, member: Member, drafts: Mapping[str, Content], *, key: str | None = None
    ) -> tuple[Contribution, ...]:
        """Send several drafts, by their ids, with what they say now: all or none, and what they say is kept.

        `Refused.problems` name the draft in `id`.
        """
        return self._sending.send(member, list(drafts.items()), key=key)


def _may_edit(tx: Transaction, member: Member, initiative: str) -> bool:
    held = tx.held(initiative)
    return held is not None and allows(member, Action.EDIT, owner=held.lead, authority=held.initiative.authority)
