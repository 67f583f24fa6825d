"""Templates: what a filled-in one proposes becomes drafts, which its sender looks through before they are sent."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from knowledge.domain.content import content_of_draft, form_source, merged
from knowledge.domain.contribution import Contribution, ContributionState, new_id
from knowledge.domain.days import utc_now
from knowledge.domain.draft import Form
from knowledge.domain.member import Member
from knowledge.domain.permissions import Action, require
from knowledge.errors import Refused
from knowledge.services.drafts import Drafts, overtaken, own, require_writable
from knowledge.services.transactions import ContributionStore, Transaction


class Templates:
    """What a member does with the drafts of one filled-in template together; each by itself is for `Share`."""

    def __init__(self, store: ContributionStore, *, now: Callable[[], datetime] = utc_now) -> None:
        self._store = store
        self._now = now
        self._drafts = Drafts(now=now)

    def from_form(self, member: Member, form: Form, *, key: str | None = None) -> tuple[Contribution, ...]:
        """A draft for each initiative that a filled-in template proposes, in its order; they share a batch.

        The same drafts again for the same `key`. Where its authority could not be read they have none yet: the one
        remembered from the last time may be another's than the one that the form names.
        """
        require(member, Action.SUBMIT)
        if not form.drafts:
            raise Refused(f"No initiative could be read from {form.file}.", form.problems)

        def work(tx: Transaction) -> tuple[Contribution, ...]:
            batch = hashlib.sha256(f"{member.key}\n{key}".encode()).hexdigest()[:32] if key else new_id()
            if begun := tx.contributions(by=member.key, batch=batch):
                return _in_form_order(begun)
            source = form_source(form, self._now())
            added = []
            for number, draft in enumerate(form.drafts):
                one = self._drafts.new(member, content_of_draft(draft, form, source))
                one = replace(one, batch=batch, file=form.file, place=draft.place, position=number)
                added.append(tx.add(one))
            return tuple(added)

        return self._store.write(work)

    def batch(self, member: Member, batch: str) -> tuple[Contribution, ...]:
        """The drafts of one template that were not left out, in its order."""
        found = self._store.read(lambda tx: tx.contributions(by=member.key, batch=batch))
        return tuple(one for one in _in_form_order(found) if one.state is not ContributionState.WITHDRAWN)

    def merge(self, member: Member, first: str, second: str) -> Contribution:
        """Make one draft of two: the first takes the second's texts and lists over, the second is put away.

        The same again changes nothing. Raises Refused when they are of two authorities, and Overtaken when one was
        sent, or the second put away by itself: then nobody is to believe that the first holds its words.
        """
        if first == second:
            raise Refused("A draft cannot be merged with itself.")

        def work(tx: Transaction) -> Contribution:
            one, other = own(tx, member, first), own(tx, member, second)
            if other.state is ContributionState.WITHDRAWN:
                if tx.is_done(_merged(one, other)):
                    return one
                raise overtaken(other, "Nothing was merged.")
            require_writable(one)
            require_writable(other)
            whose = [content.authority for content in (one.content, other.content) if content.authority]
            if len(set(whose)) > 1:
                raise Refused(f"One is of {whose[0]}, the other of {whose[1]}: they cannot be one initiative.")
            away = tx.change(other.moved(ContributionState.WITHDRAWN, self._now()))
            tx.first_time(_merged(one, away))
            return tx.change(replace(one, content=merged(one.content, other.content), changed_at=self._now()))

        return self._store.write(work)


def _merged(first: Contribution, away: Contribution) -> str:
    """What is noted of a merging: that this one was put away, as it stands, because the first has its words."""
    return f"merged:{first.by}:{first.id}:{away.id}:{away.revision}"


def _in_form_order(found: Sequence[Contribution]) -> tuple[Contribution, ...]:
    return tuple(sorted(found, key=lambda one: (one.position, one.id)))
