"""Names taken off for good: found and taken out everywhere, and kept out by their hashes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, exists, inspect, select, tuple_, update
from sqlalchemy.orm import Session

from knowledge.domain.content import Content
from knowledge.domain.contribution import ContributionState
from knowledge.domain.draft import Form
from knowledge.domain.identity import Hasher, Identity, RemovedHash, name_key
from knowledge.domain.initiative import Contact, Initiative
from knowledge.domain.outbox import MessageKind
from knowledge.domain.removal import THEMSELVES, RemovedNames
from knowledge.domain.version import Change
from knowledge.store.admin_tables import BeforeRow, UnansweredRow
from knowledge.store.batches import in_batches
from knowledge.store.cards import draw_anew
from knowledge.store.codec import decode, encode, from_plain, to_plain
from knowledge.store.contribution_tables import (
    AuditRow,
    ContributionRow,
    LeftMemberRow,
    OutboxRow,
    RemovedNameRow,
    VersionRow,
)
from knowledge.store.initiatives import CONTACT_COLUMNS
from knowledge.store.inserting import insert_new
from knowledge.store.tables import ContactRow, InitiativeRow, ResourceRow, SubmissionRow

#: What contacts say about themselves.
_SAID_BY_CONTACTS = frozenset({Change.CONTACT_CONFIRMED.value, Change.CONTACT_CHANGED.value})
#: Messages whose key names a contact: the question to them, word to the lead, word to admins that either may be lost.
_ABOUT_CONTACTS = (MessageKind.CONTACT_CHECK.value, MessageKind.CONTACT_LEFT.value, MessageKind.UNSETTLED.value)
#: Columns that hold words of people, by table.
_WORDS = (
    (VersionRow, ("note",)),
    (ContributionRow, ("reason", "file")),
    (AuditRow, ("note",)),
    (OutboxRow, ("reason",)),
    (UnansweredRow, ("text", "note")),
)
#: Rows read at a time.
_FETCH = 500


def keeping_out(hasher: Callable[[], Hasher]) -> Callable[[Connection], Callable[[Initiative], Initiative]]:
    """What gives, for the transaction of a connection, what takes removed names out of initiatives (`ReloadStore`)."""
    return lambda connection: read_removed(connection, hasher).initiative


def read_removed(within: Session | Connection, hasher: Callable[[], Hasher]) -> RemovedNames:
    """The names that came off for good; only where there are any is the `hasher`, and with it the key, asked for."""
    rows = within.execute(select(RemovedNameRow.hash, RemovedNameRow.words)).all()
    return RemovedNames(hasher() if rows else None, (RemovedHash(hash_, words) for hash_, words in rows))


def save_removed(session: Session, hasher: Hasher, identities: Sequence[tuple[Identity, str]], at: datetime) -> None:
    """Keep the hashes of what must not come back."""
    # Of one name kept twice the spelling in small letters counts, for it is looked for in both.
    for kept in sorted((hasher.kept(*each) for each in identities), key=lambda one: one.words):
        insert_new(session, RemovedNameRow, {"hash": kept.hash, "words": kept.words, "at": at})


def naming(session: Session, removed: RemovedNames) -> tuple[str, ...]:
    """Ids of the initiatives, shown or archived, whose contacts or texts name somebody removed."""
    own: set[str] = set()
    collections: set[int] = set()
    every = select(ContactRow.initiative, ContactRow.collection, *CONTACT_COLUMNS)
    for initiative, collection, *rest in session.execute(every, execution_options={"yield_per": _FETCH}):
        if not removed.allows(Contact(*rest)):
            own.update([initiative] if initiative else [])
            collections.update([collection] if collection else [])
    for batch in in_batches(sorted(collections)):
        own.update(session.scalars(select(InitiativeRow.id).where(InitiativeRow.collection.in_(batch))))
    texts = (InitiativeRow.title, InitiativeRow.summary, InitiativeRow.impact, InitiativeRow.source_title)
    for statement in (select(InitiativeRow.id, *texts), select(ResourceRow.initiative, ResourceRow.title)):
        for id_, *said in session.execute(statement, execution_options={"yield_per": _FETCH}):
            if id_ not in own and any(map(removed.names, said)):
                own.add(id_)
    return tuple(sorted(own))


def contributions_naming(session: Session, removed: RemovedNames) -> tuple[tuple[str, ...], int]:
    """Ids of the submissions that wait and name somebody removed, and how many drafts, put away or not, do."""
    waiting: list[str] = []
    drafts = 0
    columns = (ContributionRow.content, ContributionRow.base, ContributionRow.reason, ContributionRow.file)
    statement = select(ContributionRow.id, ContributionRow.state, *columns).where(
        ContributionRow.state != ContributionState.PUBLISHED.value
    )
    for id_, state, content, base, *said in session.execute(statement, execution_options={"yield_per": _FETCH}):
        contents = [from_plain(Content, plain) for plain in (content, base) if plain is not None]
        if not any(removed.content(one) != one for one in contents) and not any(map(removed.names, said)):
            continue
        if state == ContributionState.WAITING.value:
            waiting.append(id_)
        else:
            drafts += 1
    return tuple(sorted(waiting)), drafts


def versions_naming(session: Session, removed: RemovedNames) -> int:
    """How many versions that something newer took the place of name somebody removed."""
    found = 0
    last: tuple[str, bool] = ("", False)
    statement = select(VersionRow.initiative, VersionRow.content).order_by(VersionRow.initiative, VersionRow.number)
    for initiative, plain in session.execute(statement, execution_options={"yield_per": _FETCH}):
        found += last == (initiative, True)
        content = from_plain(Initiative, plain)
        last = (initiative, removed.initiative(content) != content)
    return found


def renew(session: Session, contributions: Sequence[str], at: datetime) -> None:
    """Make them another revision than was seen before."""
    for batch in in_batches(contributions):
        session.execute(
            update(ContributionRow)
            .where(ContributionRow.id.in_(batch))
            .values(revision=ContributionRow.revision + 1, changed_at=at)
        )


def redact_the_rest(session: Session, removed: RemovedNames, at: datetime) -> None:
    """Take removed names out of versions, contributions, forms, the audit's words, questions and messages kept.

    Cards that may show one are drawn anew.
    """
    _redact(session, VersionRow, VersionRow.content, Initiative, removed.initiative)
    on_cards = _redact(session, ContributionRow, ContributionRow.content, Content, removed.content)
    on_cards += _redact(session, ContributionRow, ContributionRow.base, Content, removed.content)
    _redact(session, SubmissionRow, SubmissionRow.form, Form, removed.form)
    _redact(session, BeforeRow, BeforeRow.content, Initiative, removed.initiative, encoded=True)
    for row_type, names in _WORDS:
        redacted = _redact_words(session, row_type, names, removed)
        on_cards += redacted if row_type in (ContributionRow, UnansweredRow) else []
    for message in _rows(session, OutboxRow):
        payload = {name: removed.text(value) for name, value in message.payload.items()}
        if payload != message.payload:
            message.payload = payload
    session.flush()
    draw_anew(session, dict.fromkeys(on_cards), at)


def forget_members(session: Session, members: Sequence[str]) -> None:
    """Forget that these members were named: what they said as contacts, what they were asked, that they left.

    Before `redact_the_rest`, which takes them out of the versions that tell what they said about themselves.
    """
    for member in members:
        for row in session.scalars(select(VersionRow).where(VersionRow.by == member)).all():
            if row.change not in _SAID_BY_CONTACTS or not _named_before(session, row, member):
                continue
            row.by = THEMSELVES
            session.execute(
                update(AuditRow)
                .where(AuditRow.initiative == row.initiative, AuditRow.version == row.number, AuditRow.by == member)
                .values(by=THEMSELVES)
            )
        # Whether a version that is kept no longer was about themselves cannot be told: it counts as if it was.
        kept = exists().where(VersionRow.initiative == AuditRow.initiative, VersionRow.number == AuditRow.version)
        session.execute(
            update(AuditRow)
            .where(AuditRow.by == member, AuditRow.change.in_(_SAID_BY_CONTACTS), ~kept)
            .values(by=THEMSELVES)
        )
        asked = OutboxRow.kind.in_(_ABOUT_CONTACTS) & OutboxRow.key.contains(f":{member}:", autoescape=True)
        session.execute(delete(OutboxRow).where(asked))
        session.execute(delete(LeftMemberRow).where(LeftMemberRow.member == member))
    session.flush()


def _named_before(session: Session, row: VersionRow, member: str) -> bool:
    """Whether this member was a contact when they made this version: others' contacts are an admin's to change."""
    before = session.get(VersionRow, (row.initiative, row.number - 1))
    return before is not None and any(
        one.member == member for one in from_plain(Initiative, before.content).all_contacts
    )


def _redact(
    session: Session,
    row_type: Any,
    column: Any,
    kind: type[Any],
    redact: Callable[[Any], Any],
    *,
    encoded: bool = False,
) -> list[Any]:
    """Redact the records of this `kind` in a column, which holds them as JSON, or `encoded` as text.

    Returns the first part of the keys of the rows in which there was something to redact.
    """
    read, write = (decode, encode) if encoded else (from_plain, to_plain)
    redacted: list[Any] = []
    for row in _rows(session, row_type):
        kept = getattr(row, column.key)
        held = None if kept is None else read(kind, kept)
        if held is not None and (without := redact(held)) != held:
            setattr(row, column.key, write(without))
            redacted.append(_first_key(row))
    session.flush()
    return redacted


def _redact_words(session: Session, row_type: Any, names: Sequence[str], removed: RemovedNames) -> list[Any]:
    """The same for columns of words."""
    redacted: list[Any] = []
    for row in _rows(session, row_type):
        for name in names:
            text = getattr(row, name) or ""
            if (said := removed.text(text)) != text:
                setattr(row, name, said)
                redacted.append(_first_key(row))
    return redacted


def _first_key(row: Any) -> Any:
    return inspect(row).identity[0]


def _rows(session: Session, row_type: Any) -> Iterator[Any]:
    """All rows in the order of their keys, a few in memory at a time: they are let go of once they were looked at.

    Others wait for this transaction meanwhile, so many are read at once.
    """
    columns = row_type.__table__.primary_key.columns.values()
    after: tuple[Any, ...] | None = None
    while True:
        statement = select(row_type).order_by(*columns).limit(_FETCH)
        if after is not None:
            statement = statement.where(tuple_(*columns) > tuple_(*after))
        rows = session.scalars(statement).all()
        if not rows:
            return
        after = tuple(inspect(rows[-1]).identity)
        yield from rows
        session.flush()
        for row in rows:
            session.expunge(row)


def persons(contacts: Iterable[Contact]) -> tuple[tuple[Identity, str], ...]:
    """What identifies the people of these contacts: names, members, and e-mail addresses that are a person's own."""
    found: dict[tuple[Identity, str], None] = {}
    for contact in contacts:
        if contact.name:
            found[Identity.NAME, contact.name] = None
        if contact.member:
            found[Identity.MEMBER, contact.member] = None
        if contact.email and is_own_address(contact.email, contact.name):
            found[Identity.EMAIL, contact.email] = None
    return tuple(found)


def is_own_address(email: str, name: str | None) -> bool:
    """Whether an address is made of the name: one of a team ("fostering@...") must stay usable by the others."""
    local = email.partition("@")[0].casefold()
    return any(len(word) > 2 and word in local for word in name_key(name or "").split())
