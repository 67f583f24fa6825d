"""Upkeep: whoever looks after the library or is named in it is asked whether it is still right, and answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime

from knowledge.domain.days import uk_day, utc_now
from knowledge.domain.initiative import Contact
from knowledge.domain.lists import Lists
from knowledge.domain.member import Member, Role
from knowledge.domain.outbox import MessageKind
from knowledge.domain.permissions import Action, require
from knowledge.domain.upkeep import Counted, Due, NamedContact
from knowledge.domain.version import AuditLine, Change, Held, by_title
from knowledge.errors import NotFound
from knowledge.services.contact_news import keeper, tell_of_contacts
from knowledge.services.due import is_working_time, month_before, read_due, remind
from knowledge.services.entitled import held_for, held_now
from knowledge.services.replacement import checked_replacement
from knowledge.services.transactions import ContributionStore, Transaction, done_key


class Upkeep:
    """Keeps the library true. The worker calls `plan`; leads and contacts answer by the other methods."""

    def __init__(
        self,
        store: ContributionStore,
        *,
        lists: Callable[[], Lists],
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._store = store
        self._lists = lists
        self._now = now

    # --- what is due ------------------------------------------------------------------------------------------------

    def due(self, lead: str) -> Due:
        """All that this lead (a member's key) is to look at, the longest due first."""
        return self._store.read(lambda tx: self._due(tx, lead=lead))

    def due_of(self, authority: str) -> Due:
        """All of an authority that is due and that nobody looks after, or somebody who left, for its leads."""
        return self._store.read(lambda tx: self._due(tx, authority=authority))

    def due_for(self, member: Member) -> Due:
        """All that is due for a member: what they look after, and what nobody does of the authorities they lead."""

        def work(tx: Transaction) -> Due:
            own = self._due(tx, lead=member.key)
            led = sorted(name for name in member.authorities if member.holds(Role.LEAD, name))
            more = [one for name in led for one in self._due(tx, authority=name).initiatives]
            return replace(own, initiatives=own.initiatives + tuple(more))

        return self._store.read(work) if member.key else Due()

    def plan(self) -> int:
        """Put into the outbox what is to be sent now; returns how many messages. Safe to call at any time, by many.

        Outside working hours nothing is; each lead gets one message with all that is due, each linked contact one with
        all that they are named on, and once a month each lead how often their initiatives helped.
        """
        now = self._now()
        return self._store.write(lambda tx: remind(tx, now)) if is_working_time(now) else 0

    def helped(self, lead: str) -> tuple[tuple[Held, Counted], ...]:
        """How often each initiative of this lead was shown and opened in the last four weeks, the most opened first."""

        def work(tx: Transaction) -> tuple[tuple[Held, Counted], ...]:
            led = [held for held in tx.led_by(lead) if not held.archived]
            counts = tx.usage([held.initiative.id for held in led], month_before(self._now()))
            counted = [(held, counts[held.initiative.id]) for held in led if held.initiative.id in counts]
            return tuple(sorted(counted, key=lambda one: (-one[1].opened, -one[1].shown, one[0].initiative.title)))

        return self._store.read(work)

    def _due(self, tx: Transaction, *, lead: str | None = None, authority: str | None = None) -> Due:
        return read_due(tx, self._now(), lead=lead, authority=authority)

    # --- what leads answer ------------------------------------------------------------------------------------------

    def still_right(self, member: Member, initiative: str, *, key: str | None = None) -> Held:
        """Note that somebody entitled says today that an initiative is still right; else NotFound or NotAllowed."""

        def work(tx: Transaction) -> Held:
            held = held_for(tx, member, initiative, Action.CONFIRM)
            now = self._now()
            today = uk_day(now)
            done = done_key(f"still-right:{initiative}", member, key)
            if held.initiative.checked == today or not tx.first_time(done):
                return held
            checked = replace(held.initiative, checked=today)
            tx.put(checked, Change.CHECKED, by=member.key, at=now, archived=held.archived, ours=False)
            return held_now(tx, initiative)

        return self._store.change(work)

    # --- what contacts answer ---------------------------------------------------------------------------------------

    def named(self, member: Member) -> tuple[NamedContact, ...]:
        """Where `member` is named as a contact, by title."""

        def work(tx: Transaction) -> tuple[NamedContact, ...]:
            held = tx.all_held(tx.linked_to(member.key))
            return tuple(
                NamedContact(one.initiative, contact)
                for one in sorted(held, key=by_title)
                for contact in one.initiative.contacts
                if contact.member == member.key
            )

        return self._store.read(work) if member.key else ()

    def still_me(self, member: Member, *, key: str | None = None) -> int:
        """Note that a linked contact says it is still them, wherever they are named; returns on how many."""
        today = uk_day(self._now())

        def confirmed(contact: Contact) -> Contact:
            return replace(contact, confirmed=today)

        return self._change_contacts(member, lambda tx, held: confirmed, Change.CONTACT_CONFIRMED, key=key)

    def pass_on(self, member: Member, to: Contact, *, key: str | None = None) -> int:
        """Put another contact in a linked contact's place, wherever they are named; returns on how many.

        With the `key` of something that was done before, nothing is done again, and 0 returned. The leads are told.
        Raises Refused when `to` names nobody, is wrong in a field, or asked not to be named.
        """
        lists = self._lists()

        def instead(tx: Transaction, held: Held) -> Callable[[Contact], Contact]:
            other = checked_replacement(to, held.initiative, lists, tx.removed)
            return lambda _: other

        return self._change_contacts(member, instead, Change.CONTACT_CHANGED, key=key)

    def _change_contacts(
        self,
        member: Member,
        changing: Callable[[Transaction, Held], Callable[[Contact], Contact]],
        change: Change,
        *,
        key: str | None,
    ) -> int:
        """Change the contact that `member` is, wherever they are named; returns on how many.

        `changing` tells how, by the first of them, and raises where it cannot be done.
        """

        def work(tx: Transaction) -> int:
            ids, once = tx.linked_to(member.key), done_key(change, member, key)
            ours = change is Change.CONTACT_CHANGED
            if once and tx.is_done(once):
                return 0 if ours else len(ids)  # of what was passed on then, nothing is passed on now
            if not ids:
                raise NotFound("You are not named as a contact here, or no longer.")
            require(member, Action.CONFIRM_CONTACT, owner=member.key)
            every = tx.all_held(ids)
            changed = changing(tx, every[0])
            tx.first_time(once)
            now = self._now()
            changed_now: list[tuple[str, str, int]] = []
            left = tx.left_members()
            for held in every:
                after = held.initiative.with_contacts(lambda one: changed(one) if one.member == member.key else one)
                if after == held.initiative:
                    continue
                number = tx.put(after, change, by=member.key, at=now, archived=held.archived, ours=ours)
                if ours and not held.archived and held.lead != member.key:
                    changed_now.append((keeper(held, left), held.initiative.id, number))
            tell_of_contacts(tx, MessageKind.CONTACT_CHANGED, changed_now, at=now)
            return len(ids)

        return self._store.change(work)

    # --- who left ---------------------------------------------------------------------------------------------------

    def linked(self) -> Mapping[str, bool]:
        """Members linked to a contact of a shown initiative, its leads, those who left; of each whether they did."""

        def work(tx: Transaction) -> Mapping[str, bool]:
            left = tx.left_members()
            return {member: member in left for member in sorted({*tx.linked_members(date.max), *tx.leads(), *left})}

        return self._store.read(work)

    def left(self, member: str) -> int:
        """Note that this member's account was deactivated; returns the initiatives that name them.

        They are no longer handed out at once, and the leads are told; what they looked after is asked of others.
        """

        def work(tx: Transaction) -> int:
            ids = tx.linked_to(member)
            if (not ids and member not in tx.leads()) or member in tx.left_members():
                return len(ids)
            now = self._now()
            tx.set_left(member, now)
            every = tx.all_held(ids)
            for held in every:
                tx.note(AuditLine(now, "", Change.CONTACT_LEFT, held.initiative.id, version=held.version))
            which = f"{member}:{uk_day(now)}"
            left = tx.left_members()
            about = [(keeper(held, left), held.initiative.id, which) for held in every if not held.archived]
            tell_of_contacts(tx, MessageKind.CONTACT_LEFT, about, at=now)
            return len(ids)

        return self._store.change(work)

    def came_back(self, member: str) -> int:
        """Note that this member's account is active again; their contacts are handed out as before."""

        def work(tx: Transaction) -> int:
            ids = tx.linked_to(member)
            if member not in tx.left_members():
                return len(ids)
            tx.set_left(member, None)
            for id in ids:
                tx.note(AuditLine(self._now(), "", Change.CONTACT_CAME_BACK, id))
            return len(ids)

        return self._store.change(work)
