"""What is due to be looked at again, and the messages that ask for it, within one transaction."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from knowledge.domain.days import uk_day, uk_time
from knowledge.domain.outbox import LEADS_OF, LEFT, Message, MessageKind
from knowledge.domain.upkeep import Counted, Due, DueInitiative, LeftContact
from knowledge.services.transactions import Transaction

#: After this long without anybody saying that it is still right, an initiative is due.
REVIEW_INTERVAL = timedelta(days=365)
#: After this long a linked contact is asked whether it is still them.
CONTACT_INTERVAL = timedelta(days=182)
#: The same person is not reminded of the same kind of thing again before this has passed.
REMIND = timedelta(days=28)
#: When messages that nobody is waiting for may arrive, in UK time: Monday to Friday, from and until these hours.
WORKING_HOURS = (9, 17)


def read_due(tx: Transaction, now: datetime, *, lead: str | None = None, authority: str | None = None) -> Due:
    """What is due of this lead, or of this authority where nobody looks after it, the longest due first."""
    before = uk_day(now) - REVIEW_INTERVAL
    found, left = [], tx.left_members()
    ids = [
        id
        for id, of, by in tx.due(before)
        if (None if by in left else by) == lead and (authority is None or of == authority)
    ]
    for held in tx.all_held(ids):
        checked = held.initiative.checked
        since = (checked or uk_day(held.created_at)) + REVIEW_INTERVAL
        found.append(DueInitiative(held.initiative, checked, since))
    found.sort(key=lambda one: (one.since, one.initiative.title))
    return Due(tuple(found), _left_contacts(tx, lead, left) if lead else ())


def remind(tx: Transaction, now: datetime) -> int:
    """Put into the outbox what is to be sent now; returns how many messages."""
    today = uk_day(now)
    recipients: dict[str, dict[str, str]] = {}
    left = tx.left_members()
    for _, authority, lead in tx.due(today - REVIEW_INTERVAL):
        if lead and lead not in left:
            recipients[lead] = {}
        else:
            told = recipients.setdefault(LEADS_OF + authority, {"authority": authority})
            told.update({LEFT: "yes"} if lead else {})
    leads = {lead: ids for lead, ids in tx.leads().items() if lead not in left}
    named = {id for member in left for id in tx.linked_to(member)}
    for lead, ids in leads.items():
        if not named.isdisjoint(ids) and _left_contacts(tx, lead, left):
            recipients[lead] = {}
    messages = [
        Message(f"due:{to}:{today}", MessageKind.DUE, to, "", payload) for to, payload in sorted(recipients.items())
    ]
    messages += [
        Message(f"contact-check:{member}:{today}", MessageKind.CONTACT_CHECK, member)
        for member in tx.linked_members(today - CONTACT_INTERVAL)
    ]
    since = month_before(now)
    every = [id for ids in leads.values() for id in ids]
    counts = tx.usage(every, since) if every else {}
    messages += [
        Message(f"helped:{lead}:{today:%Y-%m}", MessageKind.HELPED, lead)
        for lead, ids in leads.items()
        if any(counts.get(id, Counted()) != Counted() for id in ids)
    ]
    return sum(_tell(tx, message, now) for message in messages)


def _left_contacts(tx: Transaction, lead: str, left: Collection[str]) -> tuple[LeftContact, ...]:
    """Contacts of what this lead looks after whose account was deactivated, as `left` says."""
    return tuple(
        LeftContact(held.initiative, contact)
        for held in (tx.led_by(lead) if left else ())
        if not held.archived
        for contact in held.initiative.contacts
        if contact.member is not None and contact.member in left
    )


def month_before(now: datetime) -> date:
    """The day from which what helped is counted for a lead."""
    return uk_day(now) - REMIND


def is_working_time(at: datetime) -> bool:
    """Whether this is a weekday's working hour in the UK."""
    local = uk_time(at)
    return local.weekday() < 5 and WORKING_HOURS[0] <= local.hour < WORKING_HOURS[1]


def _tell(tx: Transaction, message: Message, now: datetime) -> bool:
    last = tx.last_told(message.kind, message.to)
    return (last is None or last <= now - REMIND) and tx.tell(message, at=now)
