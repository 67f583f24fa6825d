"""Initiatives for those who may do something with them, read within a transaction."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.domain.content import content_of
from knowledge.domain.contribution import Contribution
from knowledge.domain.member import Member
from knowledge.domain.permissions import Action, allows, require
from knowledge.domain.version import Held
from knowledge.errors import NotFound
from knowledge.services.transactions import Transaction

GONE = "This initiative is no longer in the store."


def held_for(tx: Transaction, member: Member, initiative: str, action: Action) -> Held:
    """The initiative with this id, shown or archived, with which `member` may do this.

    Raises NotFound when it is gone or they may not see it, so that nobody learns of it by asking; else NotAllowed.
    """
    held = tx.held(initiative)
    if held is None or not held.may_be_seen_by(member):
        raise NotFound(GONE)
    require(member, action, owner=held.lead, authority=held.initiative.authority)
    return held


def held_now(tx: Transaction, initiative: str) -> Held:
    """The initiative with this id as the transaction has it by now, whoever asks; NotFound when it is gone."""
    held = tx.held(initiative)
    if held is None:
        raise NotFound(GONE)
    return held


def concerned(tx: Transaction, one: Contribution) -> tuple[str | None, ...]:
    """The authorities that the publishing of `one` concerns: its own, and the one whose initiative it takes over.

    Mostly both are the same; an edit can move an initiative from one to another.
    """
    held = tx.held(one.initiative) if one.initiative else None
    replaced = content_of(held.initiative) if held else one.base
    return (one.content.authority, replaced.authority) if replaced else (one.content.authority,)


def allows_all(member: Member, action: Action, authorities: Iterable[str | None]) -> bool:
    """Whether `member` may do this for each of these authorities."""
    return all(allows(member, action, authority=name) for name in authorities)
