"""Unanswered: what people send to the admins on their own word when nothing was found, and what admins do with it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Protocol

from knowledge.domain.days import uk_day, utc_now
from knowledge.domain.member import Member
from knowledge.domain.outbox import ADMINS, Message, MessageKind
from knowledge.domain.permissions import Action, require
from knowledge.domain.retention import SENT_KEPT
from knowledge.domain.text import clean, units
from knowledge.domain.unanswered import NOTE_LENGTH, TEXT_LENGTH, Settled, Unanswered
from knowledge.domain.version import AuditLine, Change
from knowledge.errors import NotFound, Overtaken, Problem, Refused

#: How many questions one person can send in so long: enough for a day of looking things up, too few to flood anybody.
SENT_AT_MOST = 5
SENT_WITHIN = timedelta(hours=1)

_TOO_MANY = "You sent {number} questions in the last hour. Please send the next one later: what you typed stays here."
_EMPTY = "Write what you would like to know."
_TOO_LONG = "This has {length:,} characters; {most:,} fit."
_GONE = "This question is no longer kept: its time was over, or whoever sent it erased it."
_NO_NAME = "Nobody knows who sent this question, so nobody can answer them."


class QuestionStore(Protocol):
    """Where they are kept; see `store.unanswered`."""

    def add(self, one: Unanswered, message: Message, at: datetime) -> bool: ...

    def one(self, id: str) -> Unanswered | None: ...

    def waiting(self) -> tuple[Unanswered, ...]: ...

    def signed(self, by: str) -> tuple[str, ...]: ...

    def settle(self, id: str, settled: Settled, line: AuditLine, message: Message | None = None) -> bool: ...

    def forget(self, before: date) -> int: ...


class UnansweredQuestions:
    """Everybody may send, guests too, as everybody may ask; only admins of the whole store read and settle."""

    def __init__(self, store: QuestionStore, *, now: Callable[[], datetime] = utc_now) -> None:
        self._store = store
        self._now = now
        # Who sent how much is counted in this process's memory only, and for an hour: a limit that were kept in the
        # store would say who sends questions, also of those who do not give their name.
        self._counting = threading.Lock()
        self._sent: dict[str, list[datetime]] = {}

    def was_sent(self, id: str) -> bool:
        """Whether the question under this answer was sent before."""
        return self._store.one(id) is not None

    def send(self, sender: Member, *, id: str, text: str, note: str = "", signed: bool = False) -> bool:
        """Send a question to the admins; False when it was sent before. Without `signed` nothing kept says by whom.

        Raises Refused, with the field, for what is empty or too long, and for who sent too many.
        """
        text, note = clean(text, lines=True), clean(note, lines=True)
        if problems := _problems(text, note):
            raise Refused(problems[0].message, problems)
        if self.was_sent(id):
            return False
        now = self._now()
        one = Unanswered(id, text, note, uk_day(now), by=sender.key if signed else "")
        # Counted before it is saved, so that several at once cannot pass the limit; what was not saved does not count.
        self._count(sender, now)
        is_saved = False
        try:
            message = Message(f"unanswered:{id}", MessageKind.UNANSWERED, ADMINS, id)
            is_saved = self._store.add(one, message, now)
        finally:
            if not is_saved:
                self._uncount(sender, now)
        return is_saved

    def waiting(self, member: Member) -> tuple[Unanswered, ...]:
        """All that nobody dealt with yet, oldest first; NotAllowed for who is no admin."""
        require(member, Action.SETTLE_QUESTION)
        return self._store.waiting()

    def look(self, member: Member, id: str) -> Unanswered:
        """One of them, also one that was dealt with; NotFound when it is no longer kept."""
        require(member, Action.SETTLE_QUESTION)
        return self._kept(id)

    def own(self, member: Member, id: str) -> Unanswered:
        """A question that this member sent with their name; NotFound for any other."""
        one = self._kept(id)
        if not member.key or one.by != member.key:
            raise NotFound(_GONE)
        return one

    def signed(self, member: Member) -> tuple[str, ...]:
        """The ids of all that this member sent with their name, dealt with or not."""
        return self._store.signed(member.key) if member.key else ()

    def settle(self, member: Member, id: str) -> None:
        """Say that it was dealt with. Raises Overtaken when somebody did before."""
        require(member, Action.SETTLE_QUESTION)
        self.settle_here(id, by=member.key)

    def settle_here(self, id: str, *, by: str) -> None:
        """The same for whoever may do everything: the installation's own terminal."""
        self._settle(id, Settled(uk_day(self._now()), by))

    def look_here(self, id: str) -> Unanswered:
        """`look` for the same."""
        return self._kept(id)

    def answer(self, member: Member, id: str, text: str) -> None:
        """Answer who sent it with their name, which settles it.

        Raises Refused, with the field, for an empty or too long answer, and Overtaken when it was dealt with before.
        """
        require(member, Action.SETTLE_QUESTION)
        one, text = self._kept(id), clean(text, lines=True)
        if not one.by:
            raise Refused(_NO_NAME)
        if problem := _problem("answer", text, TEXT_LENGTH, "Write an answer."):
            raise Refused(problem.message, [problem])
        payload = {"by": member.key, "text": text}
        message = Message(f"answered:{id}", MessageKind.ANSWERED, one.by, id, payload)
        self._settle(id, Settled(uk_day(self._now()), member.key, answered=True), message)

    def let_go(self) -> int:
        """Forget what was kept long enough, dealt with or not; returns how many questions."""
        self.forget_counts()
        return self._store.forget(uk_day(self._now() - SENT_KEPT))

    def forget_counts(self) -> None:
        """Forget who sent something longer ago than the limit looks back."""
        since = self._now() - SENT_WITHIN
        with self._counting:
            recent = {key: [at for at in times if at > since] for key, times in self._sent.items()}
            self._sent = {key: times for key, times in recent.items() if times}

    def _settle(self, id: str, settled: Settled, message: Message | None = None) -> None:
        change = Change.QUESTION_ANSWERED if settled.answered else Change.QUESTION_SETTLED
        # Who sent it stays out of the audit, which is kept for good.
        line = AuditLine(self._now(), settled.by, change, note=id)
        if not self._store.settle(id, settled, line, message):
            raise Overtaken("This question was dealt with before.", by=self._who_settled(id))

    def _who_settled(self, id: str) -> str:
        settled = self._kept(id).settled
        return settled.by if settled else ""

    def _kept(self, id: str) -> Unanswered:
        one = self._store.one(id)
        if one is None:
            raise NotFound(_GONE)
        return one

    def _count(self, sender: Member, at: datetime) -> None:
        self.forget_counts()
        with self._counting:
            times = self._sent.get(sender.key, [])
            if len(times) >= SENT_AT_MOST:
                raise Refused(_TOO_MANY.format(number=SENT_AT_MOST))
            self._sent[sender.key] = [*times, at]

    def _uncount(self, sender: Member, at: datetime) -> None:
        with self._counting:
            times = self._sent.get(sender.key, [])
            if at in times:
                times.remove(at)


def _problems(text: str, note: str) -> list[Problem]:
    found = (_problem("question", text, TEXT_LENGTH, _EMPTY), _problem("note", note, NOTE_LENGTH))
    return [problem for problem in found if problem]


def _problem(field: str, text: str, most: int, empty: str = "") -> Problem | None:
    if empty and not text:
        return Problem(file="", field=field, message=empty)
    if (length := units(text)) > most:
        return Problem(file="", field=field, message=_TOO_LONG.format(length=length, most=most))
    return None
