"""Sending: drafts become what waits for review, or are published at once, with the thanks and word to the reviewers."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from knowledge.domain.checks import check
from knowledge.domain.content import Content, cleaned
from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.lists import Lists
from knowledge.domain.member import Member
from knowledge.domain.outbox import REVIEWERS, Message, MessageKind
from knowledge.domain.permissions import Action, require
from knowledge.domain.review import is_current
from knowledge.domain.version import AuditLine, Change
from knowledge.errors import Overtaken, PracticeError, Problem, Refused
from knowledge.services.drafts import Drafts, overtaken, own
from knowledge.services.entitled import allows_all, concerned
from knowledge.services.publishing import publish
from knowledge.services.transactions import ContributionStore, Transaction, done_key

#: Where a draft is that was sent before: to be sent again changes nothing.
SENT = frozenset({ContributionState.WAITING, ContributionState.PUBLISHED})


class Sending:
    """Sends a member's drafts. With `review` off, leads publish at once; others still wait."""

    def __init__(
        self,
        store: ContributionStore,
        drafts: Drafts,
        *,
        lists: Callable[[], Lists],
        review: bool,
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._drafts = drafts
        self._lists = lists
        self._review = review
        self._now = now

    def send(
        self, member: Member, drafts: Sequence[tuple[str, Content | None]], *, key: str | None
    ) -> tuple[Contribution, ...]:
        """Send these, each with what it says now (None: what was kept of it), all or none; see `Share.submit`."""
        lists = self._lists()

        def work(tx: Transaction) -> tuple[tuple[Contribution, ...], PracticeError | None]:
            require(member, Action.SUBMIT)
            done = done_key("submit", member, key)
            if done and tx.is_done(done):
                return tuple(own(tx, member, id) for id, _ in drafts), None
            ready: list[Contribution] = []
            problems: list[Problem] = []
            for id, typed in drafts:
                draft = own(tx, member, id)
                content = draft.content if typed is None else cleaned(typed)
                if draft.is_writable:
                    self._require_may_send(tx, member, draft)
                    found = check(content, lists, tx.removed, before=draft.base)
                    problems += [replace(problem, id=id) for problem in found]
                    ready.append(self._drafts.keep(tx, draft, content))
                elif refusal := self._refusal(tx, draft, content):
                    return (), refusal
                else:
                    ready.append(draft)
            if problems:
                # What was typed stays saved; only the sending is refused.
                return (), Refused("Something is missing or not right yet.", problems)
            tx.first_time(done)
            self._thank(tx, [one for one in ready if one.is_writable])
            return tuple(self._sent(tx, member, one) if one.is_writable else one for one in ready), None

        # Publishing at once writes initiatives, and those wait for each other.
        sent, error = (self._store.write if self._review else self._store.change)(work)
        if error is not None:
            raise error
        return sent

    def _refusal(self, tx: Transaction, draft: Contribution, content: Content) -> Overtaken | None:
        """Why a draft that takes no more words cannot be sent with `content`, which is kept; None when it just was."""
        if content != draft.content and draft.content != tx.removed.content(content):
            self._drafts.keep(tx, draft, content)
            return overtaken(draft)
        return None if draft.state in SENT else overtaken(draft, "It was not sent.")

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
        at_once = not self._review and allows_all(member, Action.PUBLISH_AT_ONCE, concerned(tx, draft))
        # Where somebody changed or archived what this is an edit of, a reviewer looks at both.
        if at_once and is_current(draft, tx.held(draft.initiative) if draft.initiative else None):
            return publish(tx, draft, draft.content, sender=member, reviewer=None, at=now)
        return _wait_for_review(tx, draft, now)

    @staticmethod
    def _require_may_send(tx: Transaction, member: Member, draft: Contribution) -> None:
        """An edit may have been begun by somebody who no longer may."""
        held = tx.held(draft.initiative) if draft.initiative else None
        if held is not None:
            require(member, Action.EDIT, owner=held.lead, authority=held.initiative.authority)


def _wait_for_review(tx: Transaction, draft: Contribution, at: datetime) -> Contribution:
    """Let a checked draft wait, with its audit line and the message to the reviewers."""
    waiting = tx.change(
        replace(draft.moved(ContributionState.WAITING, at), submitted_at=at, decided_at=None, reviewer=None)
    )
    tx.note(AuditLine(at, draft.by, Change.SUBMITTED, draft.initiative, draft.id))
    key = f"to-review:{draft.id}:{waiting.revision}"
    tx.tell(Message(key, MessageKind.TO_REVIEW, REVIEWERS, draft.id, {"by": draft.by}), at=at)
    return waiting
