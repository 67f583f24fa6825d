"""Upkeep: what is due to be looked at again, who is asked and when, and what they answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from knowledge.domain.checks import check
from knowledge.domain.contribution import cleaned, content_of
from knowledge.domain.days import uk_day, uk_time
from knowledge.domain.initiative import Contact, Initiative
from knowledge.domain.lists import Lists
from knowledge.domain.member import Member, Role
from knowledge.domain.outbox import LEADS_OF, LEFT, Message, MessageKind
from knowledge.domain.permissions import Action, require
from knowledge.domain.upkeep import Counted, Due, DueInitiative, LeftContact, Named
from knowledge.domain.version import AuditLine, Change, Held
from knowledge.errors import NotFound, Refused
from knowledge.services.transactions import ContributionStore, Transaction

#: After this long without anybody saying that it is still right, an initiative is due.
REVIEW_INTERVAL = timedelta(days=365)
#: After this long a linked contact is asked whether it is still them.
CONTACT_INTERVAL = timedelta(days=182)
#: The same person is not reminded of the same kind of thing again before this has passed.
REMIND = timedelta(days=28)
#: When messages that nobody is waiting for may arrive, in UK time: Monday to Friday, from and until these hours.
WORKING_HOURS = (9, 17)


class Upkeep:
    """Keeps the library true. The worker calls `plan`; leads and contacts answer by the other methods."""

    def __init__(
        self,
        store: ContributionStore,
        *,
        lists: Callable[[], Lists],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        interval: timedelta = REVIEW_INTERVAL,
    ) -> None:
        self._store = store
        self._lists = lists
        self._now = now
        self._interval = interval

    # --- what is due ------------------------------------------------------------------------------------------------

    def due(self, lead: str) -> Due:
        """All that this lead (a member's key) is to look at, the longest due first."""
        return self._store.read(lambda tx: self._due(tx, lead=lead, authority=None))

    def due_of(self, authority: str) -> Due:
        """All of an authority that is due and that nobody looks after, or somebody who left, for its leads."""
        return self._store.read(lambda tx: self._due(tx, lead=None, authority=authority))

    def due_for(self, member: Member) -> Due:
        """All that is due for a member: what they look after, and what nobody does of the authorities they lead."""

        def work(tx: Transaction) -> Due:
            own = self._due(tx, lead=member.key, authority=None)
            led = sorted(name for name in member.authorities if member.holds(Role.LEAD, name))
            more = [one for name in led for one in self._due(tx, lead=None, authority=name).initiatives]
            return replace(own, initiatives=own.initiatives + tuple(more))

        return self._store.read(work) if member.key else Due("")

    def plan(self) -> int:
        """Put into the outbox what is to be sent now; returns how many messages. Safe to call at any time, by many.

        Outside working hours nothing is; each lead gets one message with all that is due, each linked contact one with
        all that they are named on, and once a month each lead how often their initiatives helped.
        """
        now = self._now()
        return self._store.write(lambda tx: self._planned(tx, now)) if is_working_time(now) else 0

    def helped(self, lead: str) -> tuple[tuple[Held, Counted], ...]:
        """How often each initiative of this lead was shown and opened in the last four weeks, the most opened first."""

        def work(tx: Transaction) -> tuple[tuple[Held, Counted], ...]:
            led = [held for held in tx.led_by(lead) if not held.archived]
            counts = tx.usage([held.initiative.id for held in led], self._month_ago(self._now()))
            counted = [(held, counts[held.initiative.id]) for held in led if held.initiative.id in counts]
            return tuple(sorted(counted, key=lambda one: (-one[1].opened, -one[1].shown, one[0].initiative.title)))

        return self._store.read(work)

    def _planned(self, tx: Transaction, now: datetime) -> int:
        today = uk_day(now)
        recipients: dict[str, dict[str, str]] = {}
        left = tx.left_members()
        for _, authority, lead in tx.due(today - self._interval):
            if lead and lead not in left:
                recipients[lead] = {}
            else:
                told = recipients.setdefault(LEADS_OF + authority, {"authority": authority})
                told.update({LEFT: "yes"} if lead else {})
        leads = {lead: ids for lead, ids in tx.leads().items() if lead not in left}
        for lead in leads if left else ():
            if self._left(tx, lead):
                recipients[lead] = {}
        messages = [
            Message(f"due:{to}:{today}", MessageKind.DUE, to, "", payload) for to, payload in sorted(recipients.items())
        ]
        messages += [
            Message(f"contact-check:{member}:{today}", MessageKind.CONTACT_CHECK, member)
            for member in tx.linked_members(today - CONTACT_INTERVAL)
        ]
        since = self._month_ago(now)
        every = [id for ids in leads.values() for id in ids]
        counts = tx.usage(every, since) if every else {}
        messages += [
            Message(f"helped:{lead}:{today:%Y-%m}", MessageKind.HELPED, lead)
            for lead, ids in leads.items()
            if any(counts.get(id, Counted()) != Counted() for id in ids)
        ]
        return sum(self._tell(tx, message, now) for message in messages)

    @staticmethod
    def _tell(tx: Transaction, message: Message, now: datetime) -> bool:
        last = tx.last_told(message.kind, message.to)
        return (last is None or last <= now - REMIND) and tx.tell(message, at=now)

    def _due(self, tx: Transaction, *, lead: str | None, authority: str | None) -> Due:
        before = uk_day(self._now()) - self._interval
        found, left = [], tx.left_members()
        for id, of, by in tx.due(before):
            if (None if by in left else by) != lead or (authority is not None and of != authority):
                continue
            held = tx.held(id)
            if held is not None:
                checked = held.initiative.checked
                since = (checked or uk_day(held.created_at)) + self._interval
                found.append(DueInitiative(held.initiative, checked, since))
        found.sort(key=lambda one: (one.since, one.initiative.title))
        return Due(lead or "", tuple(found), self._left(tx, lead) if lead else ())

    @staticmethod
    def _left(tx: Transaction, lead: str) -> tuple[LeftContact, ...]:
        left = tx.left_members()
        return tuple(
            LeftContact(held.initiative, contact, left[contact.member])
            for held in (tx.led_by(lead) if left else ())
            if not held.archived
            for contact in held.initiative.contacts
            if contact.member is not None and contact.member in left
        )

    @staticmethod
    def _month_ago(now: datetime) -> date:
        return uk_day(now) - REMIND

    # --- what leads answer ------------------------------------------------------------------------------------------

    def still_right(self, member: Member, initiative: str, *, key: str | None = None) -> Held:
        """Note that somebody entitled says today that an initiative is still right."""

        def work(tx: Transaction) -> Held:
            held = _held(tx, initiative)
            require(member, Action.CONFIRM, owner=held.lead, authority=held.initiative.authority)
            now = self._now()
            today = uk_day(now)
            if held.initiative.checked == today or not tx.first_time(key and f"still-right:{member.key}:{key}"):
                return held
            checked = replace(held.initiative, checked=today)
            tx.put(checked, Change.CHECKED, by=member.key, at=now, archived=held.archived, ours=False)
            return _held(tx, initiative)

        return self._store.change(work)

    # --- what contacts answer ---------------------------------------------------------------------------------------

    def named(self, member: Member) -> tuple[Named, ...]:
        """Where `member` is named as a contact, by title."""

        def work(tx: Transaction) -> tuple[Named, ...]:
            held = [_held(tx, id) for id in tx.linked_to(member.key)]
            return tuple(
                Named(one.initiative, contact)
                for one in sorted(held, key=lambda one: (one.initiative.title, one.initiative.id))
                for contact in one.initiative.contacts
                if contact.member == member.key
            )

        return self._store.read(work) if member.key else ()

    def still_me(self, member: Member, initiative: str | None = None, *, key: str | None = None) -> int:
        """Note that a linked contact says it is still them, on one initiative or on all; returns on how many."""
        today = uk_day(self._now())

        def confirmed(contact: Contact) -> Contact:
            return replace(contact, confirmed=today)

        return self._change_contacts(member, initiative, confirmed, Change.CONTACT_CONFIRMED, key=key)

    def pass_on(self, member: Member, to: Contact, initiative: str | None = None, *, key: str | None = None) -> int:
        """Put another contact in a linked contact's place, on one initiative or on all; the leads are told.

        Raises Refused when `to` names nobody, is wrong in a field, or asked not to be named.
        """

        def work(tx: Transaction) -> Contact:
            held = next((_held(tx, id) for id in tx.linked_to(member.key)), None)
            if held is None:
                raise NotFound("You are not named as a contact here.")
            content = cleaned(replace(content_of(held.initiative), contacts=(to,)))
            problems = [
                problem
                for problem in check(content, self._lists(), tx.removed)
                if (problem.field or "").startswith("contacts")
            ]
            if problems or not content.contacts:
                needed = "Say who is to be named instead: a name, a role, a team or a way to reach them."
                raise Refused(needed, problems)
            return content.contacts[0]

        other = self._store.read(work)
        return self._change_contacts(member, initiative, lambda _: other, Change.CONTACT_CHANGED, key=key)

    def _change_contacts(
        self,
        member: Member,
        initiative: str | None,
        changed: Callable[[Contact], Contact],
        change: Change,
        *,
        key: str | None,
    ) -> int:
        def work(tx: Transaction) -> int:
            ids = [id for id in tx.linked_to(member.key) if initiative in (None, id)]
            if not ids:
                raise NotFound("You are not named as a contact here, or no longer.")
            require(member, Action.CONFIRM_CONTACT, owner=member.key)
            if not tx.first_time(key and f"{change}:{member.key}:{key}"):
                return len(ids)
            now = self._now()
            ours = change is Change.CONTACT_CHANGED
            for id in ids:
                held = _held(tx, id)
                after = _with_contacts(held.initiative, member.key, changed)
                if after == held.initiative:
                    continue
                number = tx.put(after, change, by=member.key, at=now, archived=held.archived, ours=ours)
                if ours and held.lead and held.lead != member.key:
                    to = _keeper(held, tx)
                    message = Message(f"contact-changed:{id}:{number}", MessageKind.CONTACT_CHANGED, to, id)
                    tx.tell(message, at=now)
            return len(ids)

        return self._store.change(work)

    # --- who left ---------------------------------------------------------------------------------------------------

    def linked(self) -> tuple[str, ...]:
        """Every member linked to a contact of a shown initiative, every lead of one, and those who left."""
        return self._store.read(
            lambda tx: tuple(sorted({*tx.linked_members(date.max), *tx.leads(), *tx.left_members()}))
        )

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
            for id in ids:
                held = _held(tx, id)
                tx.note(AuditLine(now, "", Change.CONTACT_LEFT, id, version=held.version))
                to = _keeper(held, tx)
                message = Message(f"contact-left:{id}:{member}:{uk_day(now)}", MessageKind.CONTACT_LEFT, to, id)
                if not held.archived:
                    tx.tell(message, at=now)
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


def is_working_time(at: datetime) -> bool:
    """Whether this is a weekday's working hour in the UK."""
    local = uk_time(at)
    return local.weekday() < 5 and WORKING_HOURS[0] <= local.hour < WORKING_HOURS[1]


def _keeper(held: Held, tx: Transaction) -> str:
    """Whom to tell about an initiative: its lead, or where there is none or they left, those of the authority."""
    lead = held.lead if held.lead not in tx.left_members() else None
    return lead or LEADS_OF + held.initiative.authority


def _held(tx: Transaction, id: str) -> Held:
    held = tx.held(id)
    if held is None:
        raise NotFound("This initiative is no longer in the store.")
    return held


def _with_contacts(initiative: Initiative, member: str, changed: Callable[[Contact], Contact]) -> Initiative:
    def each(contacts: tuple[Contact, ...]) -> tuple[Contact, ...]:
        return tuple(dict.fromkeys(changed(one) if one.member == member else one for one in contacts))

    return replace(initiative, own_contacts=each(initiative.own_contacts), form_contacts=each(initiative.form_contacts))
