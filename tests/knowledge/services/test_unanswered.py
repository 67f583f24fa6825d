"""Questions that people send to the admins: with their name or without, once, within limits, and dealt with once."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from knowledge.domain.member import ANYONE
from knowledge.domain.outbox import ADMINS, Message, MessageKind
from knowledge.domain.retention import SENT_KEPT
from knowledge.domain.unanswered import NOTE_LENGTH, TEXT_LENGTH, Settled, Unanswered
from knowledge.errors import Busy, NotAllowed, NotFound, Overtaken, Refused
from knowledge.services.unanswered import SENT_AT_MOST, SENT_WITHIN, UnansweredQuestions
from knowledge.store.unanswered import UnansweredStore
from tests.clock import NOON
from tests.knowledge.services.sharing import ADMIN, FULL, GUEST, HASHER, LEAD, REVIEWER, World
from tests.knowledge.services.test_removal import everything

QUESTION = "Who works with Roma families?"
DAY = timedelta(days=1)


@pytest.fixture
def unanswered(world: World) -> UnansweredQuestions:
    return UnansweredQuestions(UnansweredStore(world.database, lambda: HASHER), now=world.clock)


def test_what_is_sent_waits_for_the_admins_who_are_told_once(world: World, unanswered: UnansweredQuestions) -> None:
    assert not unanswered.was_sent("one")
    assert unanswered.send(FULL, id="one", text=f" {QUESTION}\x00\n", note="Asked around.")
    assert unanswered.was_sent("one")
    (one,) = unanswered.waiting(ADMIN)
    assert (one.text, one.note, one.day, one.by, one.settled) == (QUESTION, "Asked around.", NOON.date(), "", None)
    assert world.told(MessageKind.UNANSWERED) == [(ADMINS, "one")]


def test_sent_twice_it_is_kept_once_as_it_was_first(world: World, unanswered: UnansweredQuestions) -> None:
    assert unanswered.send(FULL, id="one", text=QUESTION)
    assert not unanswered.send(FULL, id="one", text="Something else?", signed=True)
    assert [(one.text, one.by) for one in unanswered.waiting(ADMIN)] == [(QUESTION, "")]
    assert len(world.told(MessageKind.UNANSWERED)) == 1


def test_sent_by_several_threads_at_once_it_is_kept_once(world: World, unanswered: UnansweredQuestions) -> None:
    with ThreadPoolExecutor(4) as pool:
        sent = list(pool.map(lambda _: unanswered.send(FULL, id="one", text=QUESTION), range(4)))
    assert sorted(sent) == [False, False, False, True]
    assert len(world.told(MessageKind.UNANSWERED)) == 1


def test_without_a_name_nothing_says_who_sent_it(
    world: World, unanswered: UnansweredQuestions, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        unanswered.send(FULL, id="one", text=QUESTION, note="Asked around.")
        unanswered.settle(ADMIN, "one")
    assert [row for row in everything(world.database) if FULL.key in row] == []
    assert [row for row in everything(world.database) if row.startswith(("audit", "done")) and "Roma" in row] == []
    assert FULL.key not in caplog.text
    assert "Roma" not in caplog.text


def test_a_guest_may_send_as_a_guest_may_ask(unanswered: UnansweredQuestions) -> None:
    assert unanswered.send(GUEST, id="one", text=QUESTION, signed=True)
    assert [one.by for one in unanswered.waiting(ADMIN)] == [GUEST.key]


@pytest.mark.parametrize(
    ("text", "note", "field"),
    [("", "", "question"), (" \n\x00", "", "question"), ("x" * (TEXT_LENGTH + 1), "", "question"),
     ("🙂" * (TEXT_LENGTH // 2 + 1), "", "question"), (QUESTION, "x" * (NOTE_LENGTH + 1), "note")],
    ids=["empty", "blank", "too long", "too long in emoji", "note too long"],
)  # fmt: skip
def test_what_is_empty_or_too_long_is_refused_at_its_field(
    unanswered: UnansweredQuestions, text: str, note: str, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        unanswered.send(FULL, id="one", text=text, note=note)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert not unanswered.was_sent("one")
    assert unanswered.send(FULL, id="one", text="x" * TEXT_LENGTH, note="x" * NOTE_LENGTH)


def test_one_person_can_send_so_many_in_an_hour_and_others_go_on(world: World, unanswered: UnansweredQuestions) -> None:
    for number in range(SENT_AT_MOST):
        unanswered.send(FULL, id=f"id{number}", text=QUESTION)
    with pytest.raises(Refused, match="You sent 5 questions in the last hour"):
        unanswered.send(FULL, id="more", text=QUESTION)
    assert unanswered.send(GUEST, id="guest", text=QUESTION)
    world.clock.pass_(SENT_WITHIN)
    assert unanswered.send(FULL, id="more", text=QUESTION)


def test_a_repeated_click_does_not_count(unanswered: UnansweredQuestions) -> None:
    for _ in range(SENT_AT_MOST + 1):
        unanswered.send(FULL, id="one", text=QUESTION)
    assert unanswered.send(FULL, id="two", text=QUESTION)


def test_what_could_not_be_saved_does_not_count(world: World) -> None:
    class Locked(UnansweredStore):
        failures = SENT_AT_MOST + 1

        def add(self, one: Unanswered, message: Message, at: datetime) -> bool:
            if self.failures:
                self.failures -= 1
                raise Busy("The database is busy.")
            return super().add(one, message, at)

    unanswered = UnansweredQuestions(Locked(world.database, lambda: HASHER), now=world.clock)
    for _ in range(SENT_AT_MOST + 1):
        with pytest.raises(Busy):
            unanswered.send(FULL, id="one", text=QUESTION)
    for number in range(SENT_AT_MOST):
        assert unanswered.send(FULL, id=f"id{number}", text=QUESTION)
    with pytest.raises(Refused, match="in the last hour"):
        unanswered.send(FULL, id="more", text=QUESTION)


def test_several_at_once_do_not_pass_the_limit(unanswered: UnansweredQuestions) -> None:
    def send(number: int) -> bool:
        try:
            return unanswered.send(FULL, id=f"id{number}", text=QUESTION)
        except Refused:
            return False

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(send, range(3 * SENT_AT_MOST))) == SENT_AT_MOST


def test_who_sent_something_is_forgotten_after_an_hour(world: World, unanswered: UnansweredQuestions) -> None:
    unanswered.send(FULL, id="one", text=QUESTION)
    unanswered.let_go()
    assert FULL.key in str(vars(unanswered))
    world.clock.pass_(SENT_WITHIN)
    unanswered.let_go()
    assert FULL.key not in str(vars(unanswered))


@pytest.mark.parametrize("member", [ANYONE, GUEST, FULL, LEAD, REVIEWER])
def test_only_admins_read_settle_and_answer(unanswered: UnansweredQuestions, member) -> None:
    unanswered.send(FULL, id="one", text=QUESTION, signed=True)
    for work in (
        lambda: unanswered.waiting(member),
        lambda: unanswered.look(member, "one"),
        lambda: unanswered.settle(member, "one"),
        lambda: unanswered.answer(member, "one", "Ask Ashford."),
    ):
        with pytest.raises(NotAllowed):
            work()
    assert len(unanswered.waiting(ADMIN)) == 1


def test_what_is_dealt_with_waits_no_longer_and_the_audit_says_who_did_it(
    world: World, unanswered: UnansweredQuestions
) -> None:
    unanswered.send(FULL, id="one", text=QUESTION, signed=True)
    unanswered.settle(ADMIN, "one")
    assert unanswered.waiting(ADMIN) == ()
    assert unanswered.look(ADMIN, "one").settled == Settled(NOON.date(), ADMIN.key)
    (line,) = [row for row in everything(world.database) if row.startswith("audit") and "question-settled" in row]
    assert ADMIN.key in line
    assert FULL.key not in line


def test_whoever_comes_second_is_told_who_was_first(unanswered: UnansweredQuestions) -> None:
    unanswered.send(FULL, id="one", text=QUESTION, signed=True)
    unanswered.settle(ADMIN, "one")
    for again in (lambda: unanswered.settle(ADMIN, "one"), lambda: unanswered.answer(ADMIN, "one", "Ask Ashford.")):
        with pytest.raises(Overtaken) as overtaken:
            again()
        assert overtaken.value.by == ADMIN.key


def test_an_answer_goes_to_who_gave_their_name_and_settles_it(world: World, unanswered: UnansweredQuestions) -> None:
    unanswered.send(FULL, id="one", text=QUESTION, signed=True)
    unanswered.answer(ADMIN, "one", " Ask Ashford.\nThey know. \n")
    assert world.told(MessageKind.ANSWERED) == [(FULL.key, "one")]
    settled = unanswered.look(ADMIN, "one").settled
    assert settled is not None
    assert settled.answered
    (posting,) = world.outbox.about(MessageKind.ANSWERED, "one")
    assert posting.message.payload == {"by": ADMIN.key, "text": "Ask Ashford.\nThey know."}
    (line,) = [row for row in everything(world.database) if row.startswith("audit") and "question-" in row]
    assert "question-answered" in line
    assert FULL.key not in line
    assert unanswered.own(FULL, "one").text == QUESTION
    with pytest.raises(NotFound):
        unanswered.own(LEAD, "one")


def test_nobody_can_answer_who_did_not_give_their_name(world: World, unanswered: UnansweredQuestions) -> None:
    unanswered.send(FULL, id="one", text=QUESTION)
    with pytest.raises(Refused, match="Nobody knows who sent"):
        unanswered.answer(ADMIN, "one", "Ask Ashford.")
    with pytest.raises(NotFound):
        unanswered.own(ANYONE, "one")
    assert world.told(MessageKind.ANSWERED) == []


@pytest.mark.parametrize("text", ["", "x" * (TEXT_LENGTH + 1)])
def test_an_answer_that_cannot_be_sent_leaves_the_question_waiting(unanswered: UnansweredQuestions, text: str) -> None:
    unanswered.send(FULL, id="one", text=QUESTION, signed=True)
    with pytest.raises(Refused) as refused:
        unanswered.answer(ADMIN, "one", text)
    assert [problem.field for problem in refused.value.problems] == ["answer"]
    assert len(unanswered.waiting(ADMIN)) == 1


def test_everything_about_a_question_goes_after_its_time(world: World, unanswered: UnansweredQuestions) -> None:
    unanswered.send(FULL, id="settled", text=QUESTION, signed=True)
    unanswered.answer(ADMIN, "settled", "Ask Ashford.")
    unanswered.send(FULL, id="waits", text=QUESTION)
    world.clock.pass_(SENT_KEPT)
    unanswered.send(FULL, id="new", text="And now?")
    assert unanswered.let_go() == 0
    world.clock.pass_(DAY)
    assert unanswered.let_go() == 2
    assert [one.id for one in unanswered.waiting(ADMIN)] == ["new"]
    assert [row for row in everything(world.database) if "Roma" in row or FULL.key in row] == []
    assert world.told(MessageKind.UNANSWERED) == [(ADMINS, "new")]
    with pytest.raises(NotFound, match="no longer kept"):
        unanswered.settle(ADMIN, "waits")


def test_a_name_that_came_off_is_taken_out_and_stays_out(world: World, unanswered: UnansweredQuestions) -> None:
    unanswered.send(FULL, id="before", text="Is Ada Example still there?", note="Ada Example told me.", signed=True)
    unanswered.answer(ADMIN, "before", "Ask Ada Example.")
    world.removal.take_off(ADMIN, name="Ada Example")
    unanswered.send(FULL, id="after", text="Where is Ada Example?")
    assert [row for row in everything(world.database) if "Ada Example" in row] == []
    assert unanswered.look(ADMIN, "after").text.startswith("Where is ")
