"""Review: what waits, everything a reviewer must see of it, and the decision, which only one can take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from knowledge.domain.checks import FORM, check
from knowledge.domain.content import Content, cleaned, content_of
from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.days import said_at, utc_now
from knowledge.domain.lists import Lists
from knowledge.domain.member import ANYONE, Member, is_member
from knowledge.domain.outbox import Message, MessageKind
from knowledge.domain.permissions import Action, allows, require
from knowledge.domain.review import Look, differences, is_current, links, marks, target_state
from knowledge.domain.text import clean
from knowledge.domain.version import AuditLine, Change
from knowledge.errors import NotAllowed, NotFound, Overtaken, Problem, Refused
from knowledge.services.entitled import allows_all, concerned
from knowledge.services.publishing import publish
from knowledge.services.transactions import ContributionStore, Transaction, done_key

#: What a reason may have, in characters: it is written into one field of a form.
REASON_LENGTH = 3000


class Review:
    """What reviewers do. Nobody decides on what they sent themselves.

    `member` gives whom a key stands for, with the roles they have now.
    """

    def __init__(
        self,
        store: ContributionStore,
        *,
        lists: Callable[[], Lists],
        member: Callable[[str], Member],
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._store = store
        self._lists = lists
        self._member = member
        self._now = now

    def waiting(self, member: Member) -> tuple[Contribution, ...]:
        """What waits for a decision that `member` may take, the longest waiting first.

        Raises NotAllowed for who is no reviewer at all.
        """
        if not self.is_reviewer(member):
            require(member, Action.REVIEW)  # says what is needed

        def work(tx: Transaction) -> list[Contribution]:
            others = (one for one in tx.contributions(states=[ContributionState.WAITING]) if one.by != member.key)
            return [one for one in others if allows_all(member, Action.REVIEW, concerned(tx, one))]

        return tuple(sorted(self._store.read(work), key=_since))

    def is_reviewer(self, member: Member) -> bool:
        """Whether `member` reviews for any authority at all."""
        names = {name for _, name in member.limits}
        return any(allows(member, Action.REVIEW, authority=name) for name in (None, *names))

    def look(self, member: Member, id: str) -> Look:
        """Everything there is to see of a contribution, as it stands now."""
        lists = self._lists()
        return self._store.read(lambda tx: self._look(tx, member, id, lists))

    def look_again(self, member: Member, id: str, *, seen: int, over: str) -> Look:
        """The same for who is about to rewrite what they saw: Overtaken where it waits and `publish` would say so."""
        lists = self._lists()

        def work(tx: Transaction) -> Look:
            look = self._look(tx, member, id, lists)
            if look.contribution.state is ContributionState.WAITING:
                _require_seen(look.contribution, seen)
                _require_target_seen(tx, look.contribution, over)
            return look

        return self._store.read(work)

    def _look(self, tx: Transaction, member: Member, id: str, lists: Lists) -> Look:
        one = self._found(tx, member, id)
        held = tx.held(one.initiative) if one.initiative else None
        published = content_of(held.initiative) if held else None
        content = tx.removed.content(one.content)
        return Look(
            contribution=one,
            content=content,
            published=published,
            over=target_state(one, held),
            stale=published is not None and one.is_overtaken(published),
            archived=bool(held and held.archived),
            differences=differences(published or Content(), content),
            marks=marks(content),
            links=links(content),
            problems=check(content, lists, tx.removed, before=one.base, confirm=False),
        )

    def publish(
        self,
        member: Member,
        id: str,
        content: Content | None = None,
        *,
        key: str | None = None,
        seen: int | None = None,
        over: str | None = None,
    ) -> Contribution:
        """Publish what waits, or `content` instead of it (publish with edits); readers see it at once.

        `seen` is the revision that the reviewer looked at. An edit of an older version than the published one, or of
        what is shown no longer, needs `over` of the `Look` that showed the reviewer so. Raises Overtaken when somebody
        else decided, or it changed meanwhile; Refused with every problem; NotAllowed.
        """
        lists = self._lists()
        sent = self._store.read(lambda tx: tx.contribution(id))
        sender = self._member(sent.by) if sent and is_member(sent.by) else ANYONE

        def work(tx: Transaction) -> Contribution:
            one = self._found(tx, member, id)
            if done := self._decided(one, member, ContributionState.PUBLISHED):
                return done
            _require_seen(one, seen)
            _require_target_seen(tx, one, over)
            final = tx.removed.content(one.content if content is None else cleaned(content))
            if problems := check(final, lists, tx.removed, before=one.base, confirm=False):
                raise Refused("This cannot be published as it is.", problems)
            require(member, Action.REVIEW, authority=final.authority)
            if not tx.first_time(done_key("publish", member, key)):
                return one
            return publish(tx, one, final, sender=sender, reviewer=member, at=self._now())

        return self._store.change(work)

    def give_back(
        self, member: Member, id: str, reason: str, *, key: str | None = None, seen: int | None = None
    ) -> Contribution:
        """Return a contribution to whoever sent it, with a reason, which is required."""
        reason = clean(reason, lines=True)
        if not reason:
            raise _wrong_reason("Say why, so that it can be put right and sent again.")
        if len(reason) > REASON_LENGTH:
            raise _wrong_reason(f"This is {len(reason):,} characters long: at most {REASON_LENGTH:,} fit.")

        def work(tx: Transaction) -> Contribution:
            one = self._found(tx, member, id)
            if done := self._decided(one, member, ContributionState.RETURNED):
                return done
            _require_seen(one, seen)
            if not tx.first_time(done_key("return", member, key)):
                return one
            now = self._now()
            returned = tx.change(
                replace(one.moved(ContributionState.RETURNED, now), reason=reason, reviewer=member.key, decided_at=now)
            )
            tx.note(AuditLine(now, member.key, Change.RETURNED, one.initiative, one.id))
            if is_member(one.by):
                message = Message(
                    f"returned:{one.id}:{returned.revision}",
                    MessageKind.RETURNED,
                    one.by,
                    one.id,
                    {"reason": returned.reason or "", "reviewer": member.key},
                )
                tx.tell(message, at=now)
            return returned

        return self._store.write(work)

    @staticmethod
    def _found(tx: Transaction, member: Member, id: str) -> Contribution:
        one = tx.contribution(id)
        if one is None or one.state is ContributionState.DRAFT:
            raise NotFound("This submission is no longer there.")
        for authority in concerned(tx, one):
            require(member, Action.REVIEW, authority=authority)
        if one.by == member.key:
            raise NotAllowed("You sent this yourself, so somebody else has to decide on it. Ask another reviewer.")
        return one

    @staticmethod
    def _decided(one: Contribution, member: Member, wanted: ContributionState) -> Contribution | None:
        """The contribution if this member took this decision before; Overtaken if it took another way."""
        if one.state is ContributionState.WAITING:
            return None
        if one.state is wanted and one.reviewer == member.key:
            return one
        at = said_at(one.decided_at or one.changed_at)
        if one.state is ContributionState.WITHDRAWN:
            raise Overtaken(f"This was withdrawn on {at} by whoever sent it.", by=one.by)
        done = "published" if one.state is ContributionState.PUBLISHED else "returned"
        if one.reviewer == member.key:
            raise Overtaken(f"You {done} this on {at}.")
        raise Overtaken(f"Another reviewer {done} this on {at}.", by=one.reviewer or "")


def _since(one: Contribution) -> tuple[datetime, str, int, str]:
    """What orders those that wait: the time, and within one form the order of the form."""
    return one.submitted_at or one.changed_at, one.batch or "", one.position, one.id


def _require_seen(one: Contribution, seen: int | None) -> None:
    if seen is not None and seen != one.revision:
        # Its sender took it back and sent it again, or a name came off it.
        at = said_at(one.changed_at)
        raise Overtaken(f"This was changed on {at}, after you opened it. Look at it again.")


def _require_target_seen(tx: Transaction, one: Contribution, over: str | None) -> None:
    held = tx.held(one.initiative) if one.initiative else None
    if is_current(one, held) or over == target_state(one, held):
        return
    if held is None:
        raise Overtaken("What this edits was removed meanwhile. Publish this to bring it back, or return it.")
    versions = tx.versions(held.initiative.id)
    if held.archived:
        by = next((each.by for each in reversed(versions) if each.change is Change.ARCHIVED), "")
        again = "publishing this shows it again. Publish it or return it."
        raise Overtaken(f"The initiative was archived meanwhile: {again}", by=by)
    raise Overtaken(
        f"The published version was changed on {said_at(held.changed_at)}, after this edit of it was begun."
        " Look at both, then publish this one over it or return it.",
        by=versions[-1].by if versions else "",
    )


def _wrong_reason(message: str) -> Refused:
    return Refused(message, [Problem(file=FORM, field="reason", message=message)])
