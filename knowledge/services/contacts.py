"""Contacts: an admin looks a person up, sees all that they are named on, and names somebody else in their place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from knowledge.domain.days import utc_now
from knowledge.domain.initiative import Contact
from knowledge.domain.lists import Lists
from knowledge.domain.member import Member
from knowledge.domain.outbox import MessageKind
from knowledge.domain.permissions import Action, require
from knowledge.domain.person import NamedOn, Person, people_of
from knowledge.domain.version import Change, Held, by_title
from knowledge.errors import NotFound
from knowledge.services.contact_news import keeper, tell_of_contacts
from knowledge.services.replacement import checked_replacement
from knowledge.services.transactions import ContributionStore, Transaction, done_key

#: People offered for what was typed.
OFFERED = 12


class Book(Protocol):
    """Who is named, and where; see `store.contact_book`."""

    def contacts(self) -> Sequence[Contact]: ...

    def naming(self, person: Person) -> Sequence[str]: ...


class LookUp(Protocol):
    """Finds people by what somebody remembers of their name or address."""

    def __call__(self, typed: str, people: Sequence[Person], *, limit: int) -> Sequence[Person]: ...


class Contacts:
    """Every method raises NotAllowed for who is no admin of the whole store."""

    def __init__(
        self,
        book: Book,
        store: ContributionStore,
        *,
        look_up: LookUp,
        lists: Callable[[], Lists],
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._book = book
        self._store = store
        self._look_up = look_up
        self._lists = lists
        self._now = now

    def find(self, member: Member, typed: str) -> tuple[Person, ...]:
        """The people and mailboxes that `typed` may mean, the likeliest first, at most `OFFERED`."""
        require(member, Action.CHANGE_CONTACTS)
        return tuple(self._look_up(typed, people_of(self._book.contacts()), limit=OFFERED))

    def named_on(self, member: Member, person: Person) -> NamedOn:
        """All that they are named on, by title; raises NotFound when nothing names them (any more)."""
        require(member, Action.CHANGE_CONTACTS)
        ids = self._book.naming(person)
        held = self._store.read(lambda tx: tx.all_held(ids))
        if not held:
            raise NotFound("Nothing names them any more.")
        every = (contact for one in held for contact in one.initiative.all_contacts if person.is_named_by(contact))
        whole = replace(person, said=tuple(dict.fromkeys(every)))
        return NamedOn(whole, tuple(sorted(held, key=by_title)))

    def replace(
        self, member: Member, person: Person, to: Contact, *, only: Collection[str] = (), key: str | None = None
    ) -> int:
        """Name `to` in their place, wherever they are named or on the initiatives of `only`; returns on how many.

        With the `key` of something that was done before, nothing is done again, and 0 returned.
        All in one transaction, with versions and audit; whoever looks after each is told. Raises Refused when `to`
        names nobody, is wrong in a field or asked not to be named, NotFound when nothing names them.
        """
        require(member, Action.CHANGE_CONTACTS)

        ids = [id for id in self._book.naming(person) if not only or id in only]
        once = done_key("replace-contact", member, key)
        lists = self._lists()

        def work(tx: Transaction) -> int:
            if once and tx.is_done(once):
                return 0
            held = tx.all_held(ids)
            if not held:
                raise NotFound("Nothing names them any more.")
            other = checked_replacement(to, held[0].initiative, lists, tx.removed)
            if not tx.first_time(once):
                return 0
            now = self._now()
            put = [(one, number) for one in held if (number := self._put(tx, member, one, person, other, at=now))]
            left = tx.left_members()
            changed = [(keeper(one, left), one.initiative.id, number) for one, number in put if not one.archived]
            tell_of_contacts(tx, MessageKind.CONTACT_CHANGED, changed, at=now)
            return len(put)

        return self._store.change(work)

    def _put(
        self, tx: Transaction, member: Member, held: Held, person: Person, to: Contact, *, at: datetime
    ) -> int | None:
        """Name `to` in the place of `person`; returns the number of the new version, None where nothing changed."""
        after = held.initiative.with_contacts(lambda one: to if person.is_named_by(one) else one)
        if after == held.initiative:
            return None
        return tx.put(after, Change.CONTACT_CHANGED, by=member.key, at=at, archived=held.archived)
