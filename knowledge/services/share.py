"""Share: drafts, from the first word to the sending; nothing that somebody typed is ever lost."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Protocol

from knowledge.domain.checks import check
from knowledge.domain.contribution import (
    Content,
    Contribution,
    ContributionState,
    Similar,
    cleaned,
    content_of,
    content_of_draft,
    fingerprint,
    merged,
)
from knowledge.domain.days import said_at, uk_day
from knowledge.domain.draft import Form
from knowledge.domain.initiative import Source, SourceKind
from knowledge.domain.lists import Lists
from knowledge.domain.member import Member
from knowledge.domain.outbox import REVIEWERS, Message, MessageKind
from knowledge.domain.permissions import Action, allows, require
from knowledge.domain.version import AuditLine, Change
from knowledge.errors import NotFound, Overtaken, PracticeError, Problem, Refused
from knowledge.services.publishing import publish
from knowledge.services.transactions import ContributionStore, Transaction

#: How many similar initiatives are worth showing before sending.
SIMILAR = 3

_GONE = "This draft is no longer there. Begin a new one."


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
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        new_id: Callable[[], str] = lambda: secrets.token_hex(16),
    ) -> None:
        self._store = store
        self._lists = lists
        self._similar = similar
        self._review = review
        self._now = now
        self._new_id = new_id

    # --- writing ----------------------------------------------------------------------------------------------------

    def start(self, member: Member, *, key: str | None = None) -> Contribution:
        """A new draft, with the authority remembered from the last time; the same one again for the same `key`.

        Raises NotAllowed for guests and people of other workspaces without a role.
        """
        require(member, Action.SUBMIT)

        def work(tx: Transaction) -> Contribution:
            if begun := self._begun(tx, member, key):
                return begun
            remembered = tx.remembered_authority(member.key)
            if remembered is None and len(member.authorities) == 1:
                (remembered,) = member.authorities
            return tx.add(self._new(member, Content(authority=remembered)), started=_once(member, key))

        return self._store.write(work)

    def edit(self, member: Member, initiative: str, *, key: str | None = None) -> Contribution:
        """A draft of the published version, or the member's own unfinished one of it.

        Raises NotFound, and NotAllowed unless it is theirs or their authority's.
        """

        def work(tx: Transaction) -> Contribution:
            held = tx.held(initiative)
            if held is None or not held.may_be_seen_by(member):
                raise NotFound("This initiative is no longer in the store.")
            require(member, Action.EDIT, owner=held.lead, authority=held.initiative.authority)
            if begun := self._begun(tx, member, key):
                return begun
            published = content_of(held.initiative)
            unfinished = tx.contributions(by=member.key, initiative=initiative, states=_UNFINISHED)
            if unfinished and not unfinished[-1].is_empty:
                return unfinished[-1]
            if unfinished:
                return tx.change(replace(unfinished[-1], content=published, base=published, changed_at=self._now()))
            draft = replace(self._new(member, published), initiative=initiative, base=published)
            return tx.add(draft, started=_once(member, key))

        return self._store.write(work)

    def instead(self, member: Member, id: str, initiative: str) -> Contribution:
        """Turn a draft into an edit of `initiative` ("update that one instead"); what was typed stays as it is.

        What the draft leaves empty is filled in from the published version.
        """

        def work(tx: Transaction) -> Contribution:
            draft = self._own(tx, member, id)
            held = tx.held(initiative)
            if held is None or not member.may_see(held.initiative):
                raise NotFound("This initiative is no longer in the store.")
            require(member, Action.EDIT, owner=held.lead, authority=held.initiative.authority)
            self._require_writable(draft)
            published, typed = content_of(held.initiative), draft.content
            content = replace(
                published,
                title=typed.title or published.title,
                summary=typed.summary or published.summary,
                impact=typed.impact or published.impact,
                evidence=max(typed.evidence, published.evidence, key=list(type(typed.evidence)).index),
                categories=typed.categories or published.categories,
                themes=typed.themes or published.themes,
                year=typed.year or published.year,
                contacts=typed.contacts or published.contacts,
                resources=tuple(dict.fromkeys(published.resources + typed.resources)),
                no_child=typed.no_child,
            )
            changed = replace(draft, content=content, initiative=initiative, base=published, changed_at=self._now())
            return tx.change(changed)

        return self._store.write(work)

    def keep(self, member: Member, id: str, content: Content, *, seen: int | None = None) -> Contribution:
        """Save what was typed so far, right or wrong.

        Where the draft itself can no longer take it (it was sent, or `seen` is not its revision because another
        window changed it meanwhile), it is saved as another draft, whose id then differs.
        """
        return self._store.write(lambda tx: self._kept(tx, self._own(tx, member, id), cleaned(content), seen))

    def open(self, member: Member, id: str) -> Contribution:
        """The member's own contribution with this id; NotFound when it is not there, NotAllowed when not theirs."""
        return self._store.read(lambda tx: self._own(tx, member, id))

    def drafts(self, member: Member) -> tuple[Contribution, ...]:
        """What the member began and has not sent, the last touched first; those without a word are left out."""

        def work(tx: Transaction) -> tuple[Contribution, ...]:
            found = tx.contributions(by=member.key, states=_UNFINISHED)
            return tuple(one for one in reversed(found) if not one.is_empty)

        return self._store.read(work) if member.key else ()

    def discard(self, member: Member, id: str) -> Contribution:
        """Put a draft away; `take_up` brings it back."""

        def work(tx: Transaction) -> Contribution:
            draft = self._own(tx, member, id)
            if draft.state is ContributionState.WITHDRAWN:
                return draft
            self._require_writable(draft)
            return tx.change(replace(draft, state=ContributionState.WITHDRAWN, changed_at=self._now()))

        return self._store.write(work)

    def take_up(self, member: Member, id: str) -> Contribution:
        """Go on writing what was put away or withdrawn."""

        def work(tx: Transaction) -> Contribution:
            one = self._own(tx, member, id)
            if one.state is not ContributionState.WITHDRAWN:
                return one
            return tx.change(replace(one, state=ContributionState.DRAFT, changed_at=self._now()))

        return self._store.write(work)

    # --- filled-in templates ----------------------------------------------------------------------------------------

    def from_form(self, member: Member, form: Form, *, key: str | None = None) -> tuple[Contribution, ...]:
        """A draft for each initiative that a filled-in template proposes, in its order; they share a batch.

        The same drafts again for the same `key`. A form whose authority could not be read gets the remembered one.
        """
        require(member, Action.SUBMIT)
        if not form.drafts:
            raise Refused(f"No initiative could be read from {form.file}.", form.problems)

        def work(tx: Transaction) -> tuple[Contribution, ...]:
            batch = hashlib.sha256(f"{member.key}\n{key}".encode()).hexdigest()[:32] if key else self._new_id()
            if begun := tx.contributions(by=member.key, batch=batch):
                return _in_form_order(begun)
            authority = tx.remembered_authority(member.key) if form.authority is None else None
            source = form_source(form, self._now())
            added = []
            for number, draft in enumerate(form.drafts):
                content = content_of_draft(draft, form, source)
                content = replace(content, authority=content.authority or authority)
                one = self._new(member, content)
                one = replace(one, batch=batch, file=form.file, place=draft.place, position=number)
                added.append(tx.add(one))
            return tuple(added)

        return self._store.write(work)

    def batch(self, member: Member, batch: str) -> tuple[Contribution, ...]:
        """The drafts of one template that were not left out, in its order."""
        found = self._store.read(lambda tx: tx.contributions(by=member.key, batch=batch))
        return tuple(one for one in _in_form_order(found) if one.state is not ContributionState.WITHDRAWN)

    def merge(self, member: Member, first: str, second: str) -> Contribution:
        """Make one draft of two: the first takes the second's texts and lists over, the second is put away."""
        if first == second:
            raise Refused("A draft cannot be merged with itself.")

        def work(tx: Transaction) -> Contribution:
            one, other = self._own(tx, member, first), self._own(tx, member, second)
            if other.state is ContributionState.WITHDRAWN:
                return one  # merged already
            self._require_writable(one)
            self._require_writable(other)
            tx.change(replace(other, state=ContributionState.WITHDRAWN, changed_at=self._now()))
            return tx.change(replace(one, content=merged(one.content, other.content), changed_at=self._now()))

        return self._store.write(work)

    def leave_out(self, member: Member, id: str) -> Contribution:
        """Leave a draft of a template out of what is sent."""
        return self.discard(member, id)

    # --- before and at sending --------------------------------------------------------------------------------------

    def check(self, content: Content) -> tuple[Problem, ...]:
        """Every problem, in the order of the form: `field` ("title", "contacts.0.email") and `message`."""
        removed = self._store.read(lambda tx: tx.removed)
        return check(cleaned(content), self._lists(), removed)

    def similar(self, content: Content, *, member: Member, initiative: str | None = None) -> tuple[Similar, ...]:
        """Published initiatives that this may repeat, most alike first, without `initiative` (the one being edited)."""
        if self._similar is None:
            return ()
        found = self._similar.similar(cleaned(content), member=member, limit=SIMILAR + 1)
        return tuple(one for one in found if one.id != initiative)[:SIMILAR]

    def submit(
        self, member: Member, id: str, content: Content | None = None, *, key: str | None = None
    ) -> Contribution:
        """Send a draft (with what the form says now): it waits for review, or is published at once.

        The same `key`, or the same content again, changes nothing. Raises Refused with every problem (what was typed
        is kept), NotAllowed, or Overtaken when it was sent or decided before and something else was typed since
        (which is kept as another draft).
        """
        return self._send(member, [(id, content)], key=key)[0]

    def submit_all(
        self, member: Member, drafts: Mapping[str, Content], *, key: str | None = None
    ) -> tuple[Contribution, ...]:
        """Send several drafts, by their ids, with what they say now: all or none, and what they say is kept.

        `Refused.problems` name the draft in `id`.
        """
        return self._send(member, list(drafts.items()), key=key)

    def _send(
        self, member: Member, drafts: Sequence[tuple[str, Content | None]], *, key: str | None
    ) -> tuple[Contribution, ...]:
        lists = self._lists()

        def work(tx: Transaction) -> tuple[tuple[Contribution, ...], PracticeError | None]:
            require(member, Action.SUBMIT)
            once = _once(member, key and f"submit:{key}")
            if once and tx.is_done(once):
                return tuple(self._own(tx, member, id) for id, _ in drafts), None
            ready: list[tuple[Contribution, bool]] = []
            problems: list[Problem] = []
            for id, typed in drafts:
                draft = self._own(tx, member, id)
                content = draft.content if typed is None else cleaned(typed)
                if not draft.is_writable:
                    if content != draft.content and draft.content != tx.removed.content(content):
                        self._kept(tx, draft, content, None)
                        return (), Overtaken(_already(draft), by=draft.reviewer or draft.by)
                    ready.append((draft, False))
                    continue
                self._require_may_send(tx, member, draft)
                found = check(content, lists, tx.removed)
                problems += [replace(problem, id=id) for problem in found]
                ready.append((self._kept(tx, draft, content, None), True))
            if problems:
                # What was typed stays saved; only the sending is refused.
                return (), Refused("Something is missing or not right yet.", problems)
            tx.first_time(once)
            self._thank(tx, [one for one, new in ready if new])
            return tuple(self._sent(tx, member, one) if new else one for one, new in ready), None

        # Publishing at once writes initiatives, and those wait for each other.
        sent, error = (self._store.write if self._review else self._store.change)(work)
        if error is not None:
            raise error
        return sent

    def _thank(self, tx: Transaction, sent: Sequence[Contribution]) -> None:
        """One message to whoever sent these, however many they are."""
        if not sent:
            return
        first, *others = (one.id for one in sent)
        told = {"also": " ".join(others)} if others else {}
        key = hashlib.sha256("\n".join([first, *others]).encode()).hexdigest()[:32] if others else first
        tx.tell(Message(f"thanks:{key}", MessageKind.THANKS, sent[0].by, first, told), at=self._now())

    def _sent(self, tx: Transaction, member: Member, draft: Contribution) -> Contribution:
        now = self._now()
        at_once = not self._review and allows(member, Action.PUBLISH_AT_ONCE, authority=draft.content.authority)
        if at_once and self._is_current(tx, draft):
            return publish(tx, draft, draft.content, sender=member, reviewer=None, at=now)
        return wait_for_review(tx, draft, now)

    @staticmethod
    def _is_current(tx: Transaction, draft: Contribution) -> bool:
        """Whether nobody changed what this is an edit of; if somebody did, a reviewer looks at both."""
        if draft.initiative is None:
            return True
        held = tx.held(draft.initiative)
        return held is not None and not draft.is_overtaken(content_of(held.initiative))

    # --- within -----------------------------------------------------------------------------------------------------

    def _new(self, member: Member, content: Content) -> Contribution:
        now = self._now()
        return Contribution(self._new_id(), member.key, ContributionState.DRAFT, content, now, now)

    @staticmethod
    def _begun(tx: Transaction, member: Member, key: str | None) -> Contribution | None:
        once = _once(member, key)
        return tx.started(once) if once else None

    @staticmethod
    def _own(tx: Transaction, member: Member, id: str) -> Contribution:
        found = tx.contribution(id)
        if found is None:
            raise NotFound(_GONE)
        require(member, Action.WRITE_DRAFT, owner=found.by)
        return found

    @staticmethod
    def _require_writable(draft: Contribution) -> None:
        if not draft.is_writable:
            raise Overtaken(_already(draft), by=draft.reviewer or draft.by)

    @staticmethod
    def _require_may_send(tx: Transaction, member: Member, draft: Contribution) -> None:
        """An edit may have been begun by somebody who no longer may."""
        held = tx.held(draft.initiative) if draft.initiative else None
        if held is not None:
            require(member, Action.EDIT, owner=held.lead, authority=held.initiative.authority)

    def _kept(self, tx: Transaction, draft: Contribution, content: Content, seen: int | None) -> Contribution:
        if content == draft.content:
            return draft
        now = self._now()
        if draft.is_writable and seen in (None, draft.revision):
            return tx.change(replace(draft, content=content, changed_at=now))
        # Made of what is kept, so that the same delivery repeated makes no third draft.
        key = f"{draft.id}:{fingerprint(content)}"
        if again := tx.started(key):
            return again
        other = Contribution(
            self._new_id(), draft.by, ContributionState.DRAFT, content, now, now, draft.initiative, draft.base
        )
        return tx.add(other, started=key)


def _once(member: Member, key: str | None) -> str | None:
    """The key of something a member does, which nobody else's can be."""
    return None if key is None else f"{member.key}:{key}"


_UNFINISHED = (ContributionState.DRAFT, ContributionState.RETURNED)


def wait_for_review(tx: Transaction, draft: Contribution, at: datetime) -> Contribution:
    """Let a checked draft wait, with its audit line and the message to the reviewers."""
    waiting = tx.change(
        replace(draft, state=ContributionState.WAITING, submitted_at=at, decided_at=None, reviewer=None, changed_at=at)
    )
    tx.note(AuditLine(at, draft.by, Change.SUBMITTED, draft.initiative, draft.id))
    key = f"to-review:{draft.id}:{waiting.revision}"
    tx.tell(Message(key, MessageKind.TO_REVIEW, REVIEWERS, draft.id, {"by": draft.by}), at=at)
    return waiting


def form_source(form: Form, at: datetime) -> Source:
    """The source of what comes in a filled-in template: the form itself."""
    whose = f"{form.authority.name}'s" if form.authority else "A"
    return Source(f"{whose} Sharing Practice form", None, uk_day(at), SourceKind.FORM)


def _in_form_order(found: Sequence[Contribution]) -> tuple[Contribution, ...]:
    return tuple(sorted(found, key=lambda one: (one.position, one.id)))


def _already(one: Contribution) -> str:
    """Why a contribution takes no more words, and where they went."""
    at = one.decided_at or one.submitted_at or one.changed_at
    done = {
        ContributionState.WAITING: "was sent for review",
        ContributionState.PUBLISHED: "was published",
        ContributionState.WITHDRAWN: "was withdrawn",
    }.get(one.state, "was changed")
    return f"This {done} on {said_at(at)}. What you typed since is kept as a draft of its own."
