"""What is held about one member, erasing it, and letting go of what was kept long enough."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, Text, cast, delete, exists, func, or_, select, union, update
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from knowledge.domain.contribution import ContributionState
from knowledge.domain.outbox import MessageKind, PostingState
from knowledge.domain.privacy import ERASED, AboutMe
from knowledge.domain.version import AuditLine, Change
from knowledge.store.admin_tables import BeforeRow, GrantRow, UnansweredRow
from knowledge.store.cards import empty
from knowledge.store.contact_book import linked_to
from knowledge.store.contribution_rows import to_contribution
from knowledge.store.contribution_tables import (
    AuditRow,
    ContributionRow,
    DoneRow,
    LeadRow,
    OutboxRow,
    UsageRow,
    VersionRow,
)
from knowledge.store.database import Database
from knowledge.store.history import History
from knowledge.store.tables import InitiativeRow, SubmissionRow
from knowledge.store.unanswered import forget_messages

#: What is somebody's own until it is sent, and again once it was returned or put away.
_OWN = (ContributionState.DRAFT.value, ContributionState.RETURNED.value, ContributionState.WITHDRAWN.value)
_UNPUBLISHED = (*_OWN, ContributionState.WAITING.value)


class PrivacyStore:
    """Each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def about(self, member: str) -> AboutMe:
        """What is held about this member (a key)."""
        return self._database.read(lambda session: _about(session, member))

    def erase(self, member: str, line: AuditLine) -> AboutMe:
        """Erase what is theirs, take them off what they shared, and add the audit line; returns what there was.

        What is published stays, without saying who shared it, changed it or decided on it; what they looked after,
        nobody does. The audit stays. Cards in Slack on which any of it may stand, and those that were put up for them,
        are emptied by the delivery.
        """

        def work(session: Session) -> AboutMe:
            before = _about(session, member)
            own = ContributionRow.by == member
            gone = delete(ContributionRow).where(own, ContributionRow.state.in_(_UNPUBLISHED))
            ids = session.scalars(gone.returning(ContributionRow.id)).all()
            asked = delete(UnansweredRow).where(UnansweredRow.by == member).returning(UnansweredRow.id)
            questions = session.scalars(asked).all()
            # What is published needs its reviewers' cards no more, and they say who sent it. One that does not show yet
            # that it was published still names them.
            sent = session.scalars(select(ContributionRow.id).where(own)).all()
            stale = OutboxRow.subject.in_(sent) & (OutboxRow.state != PostingState.DONE.value)
            empty(session, or_(OutboxRow.to == member, OutboxRow.subject.in_([*ids, *questions]), stale), line.at)
            forget_messages(session, questions)
            session.execute(update(ContributionRow).where(own).values(by=ERASED, started=None))
            session.execute(update(ContributionRow).where(ContributionRow.reviewer == member).values(reviewer=ERASED))
            session.execute(update(UnansweredRow).where(UnansweredRow.settled_by == member).values(settled_by=ERASED))
            session.execute(update(VersionRow).where(VersionRow.by == member).values(by=ERASED))
            handed = (VersionRow.change == Change.HANDED_OVER.value) & (VersionRow.note == member)
            session.execute(update(VersionRow).where(handed).values(note=""))
            session.execute(delete(LeadRow).where(LeadRow.lead == member))
            # Undoing a reload must not bring them back.
            session.execute(update(BeforeRow).where(BeforeRow.lead == member).values(lead=None))
            cards = (OutboxRow.kind == MessageKind.TO_REVIEW.value) & OutboxRow.subject.in_(sent)
            told = _forget_messages(session, or_(OutboxRow.to == member, OutboxRow.subject.in_(ids), cards))
            # Word to the admins that one of these may not have arrived: its key says to whom it went.
            unsettled = (OutboxRow.kind == MessageKind.UNSETTLED.value) & OutboxRow.subject.in_(told)
            _forget_messages(session, unsettled)
            _take_out_of_messages(session, member)
            History(session).note(line)
            return before

        return self._database.write(work)

    def forget_blank(self, before: datetime) -> int:
        """Delete drafts in which nothing was written and that nobody touched since; returns how many."""
        untouched = ContributionRow.changed_at < before
        blank = self._database.read(lambda session: _blank(session, untouched))
        if not blank:
            return 0
        gone = delete(ContributionRow).where(ContributionRow.id.in_(blank), untouched).returning(ContributionRow.id)
        return self._database.write(lambda session: len(session.scalars(gone).all()))

    def forget_contributions(self, before: datetime) -> int:
        """Delete contributions that nobody touched since, but for those that wait, and forms of which none is left.

        Returns how many contributions.
        """
        untouched = delete(ContributionRow).where(
            ContributionRow.state != ContributionState.WAITING.value, ContributionRow.changed_at < before
        )
        left = exists().where(ContributionRow.submission == SubmissionRow.key)

        def work(session: Session) -> int:
            gone = session.scalars(untouched.returning(ContributionRow.id)).all()
            session.execute(delete(SubmissionRow).where(SubmissionRow.created_at < before, ~left))
            return len(gone)

        return self._database.write(work)

    def forget_gone(self, before: datetime, day: date) -> int:
        """Delete what is left of initiatives that are gone and that undoing a reload cannot bring back.

        The versions of those that changed last before then, and the counts of weeks that began before `day`; returns
        how many of both.
        """
        later = aliased(VersionRow)
        changed_since = exists().where(later.initiative == VersionRow.initiative, later.at >= before)
        versions = delete(VersionRow).where(_is_gone(VersionRow.initiative), ~changed_since)
        counts = delete(UsageRow).where(_is_gone(UsageRow.initiative), UsageRow.week < day)

        def work(session: Session) -> int:
            gone = session.execute(versions.returning(VersionRow.number)).all()
            return len(gone) + len(session.execute(counts.returning(UsageRow.week)).all())

        return self._database.write(work)

    def forget_clicks(self, before: datetime) -> int:
        """Delete the keys of what was done before then; returns how many."""
        clicks = delete(DoneRow).where(DoneRow.at < before).returning(DoneRow.key)
        return self._database.write(lambda session: len(session.scalars(clicks).all()))


def _forget_messages(session: Session, which: ColumnElement[bool]) -> Sequence[str]:
    """Delete these messages, but for what is just being posted and cards to be emptied; returns their keys."""
    kept = or_(OutboxRow.state == PostingState.POSTING.value, OutboxRow.kind == MessageKind.ERASED.value)
    gone = delete(OutboxRow).where(which, ~kept)
    return session.scalars(gone.returning(OutboxRow.key)).all()


def _take_out_of_messages(session: Session, member: str) -> None:
    """Let what others are told, or were in the last weeks, no longer say that it was this member."""
    naming = select(OutboxRow).where(cast(OutboxRow.payload, Text).contains(member, autoescape=True))
    for row in session.scalars(naming.with_for_update()):
        row.payload = {name: ERASED if value == member else value for name, value in row.payload.items()}


def _is_gone(initiative: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    return ~exists().where(InitiativeRow.id == initiative) & ~exists().where(BeforeRow.id == initiative)


def _blank(session: Session, *conditions: ColumnElement[bool]) -> list[str]:
    """The ids of those of these drafts in which nothing was written."""
    drafts = select(ContributionRow).where(ContributionRow.state == ContributionState.DRAFT.value, *conditions)
    return [row.id for row in session.scalars(drafts) if to_contribution(row).is_empty]


def _about(session: Session, member: str) -> AboutMe:
    own = (ContributionRow.by == member) & ContributionRow.id.not_in(_blank(session, ContributionRow.by == member))
    states = dict(
        session.execute(select(ContributionRow.state, func.count()).where(own).group_by(ContributionRow.state)).all()
    )
    roles = session.execute(select(GrantRow.role, GrantRow.authority).where(GrantRow.member == member))
    last = (
        select(ContributionRow.authority)
        .where(own, ContributionRow.authority.is_not(None))
        .order_by(ContributionRow.changed_at.desc())
        .limit(1)
    )
    # What a reload took out comes back with who looked after it when the reload is undone.
    led = union(
        select(LeadRow.initiative).where(LeadRow.lead == member), select(BeforeRow.id).where(BeforeRow.lead == member)
    )
    changed = select(func.count()).where(VersionRow.by == member)
    # Of what they published a version says so.
    decided = select(func.count()).where(
        ContributionRow.reviewer == member, ContributionRow.state != ContributionState.PUBLISHED.value
    )
    settled = select(func.count()).where(UnansweredRow.settled_by == member)
    return AboutMe(
        drafts=sum(states.get(state, 0) for state in _OWN),
        waiting=states.get(ContributionState.WAITING.value, 0),
        published=states.get(ContributionState.PUBLISHED.value, 0),
        leads=session.scalar(select(func.count()).select_from(led.subquery())) or 0,
        named=len(linked_to(session, member)),
        roles=tuple(sorted(f"{role} for {authority}" if authority else role for role, authority in roles)),
        authority=session.scalar(last),
        sent=session.scalar(select(func.count()).where(UnansweredRow.by == member)) or 0,
        decided=session.scalar(select(func.count()).where(AuditRow.by == member)) or 0,
        changed=sum(session.scalar(each) or 0 for each in (changed, decided, settled)),
    )
