"""Messages go out once each: many workers, kills before and after the sending, recipients told apart."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, event, select

from knowledge.domain.outbox import REVIEWERS, Message, MessageKind, PostingState
from knowledge.store.contribution_tables import OutboxRow
from knowledge.store.database import Database
from knowledge.store.outbox import LEASE, POSTING_TIME, Outbox, put_message

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 23, tzinfo=UTC)


class Box:
    def __init__(self, database: Database) -> None:
        self.database = database
        self.now = NOON
        self.outbox = Outbox(database, now=lambda: self.now)

    def put(self, key: str = "m", to: str = "T1:U1", **payload: str) -> bool:
        message = Message(key, MessageKind.PUBLISHED, to, "subject", payload)
        return self.database.write(lambda session: put_message(session, message, self.now))

    def keys(self) -> list[str]:
        return [posting.message.key for posting in self.outbox.claim()]

    def claim(self) -> str:
        """The token with which all that is due is claimed."""
        return next(posting.claim for posting in self.outbox.claim())

    def begin(self, key: str = "m") -> str:
        """Claim what is due and begin to post this of it; returns the claim."""
        claim = self.claim()
        assert self.outbox.posting(key, claim)
        return claim

    def state(self) -> PostingState:
        (posting,) = self.outbox.about(MessageKind.PUBLISHED, "subject")
        return posting.state


@pytest.fixture
def box(database: Database) -> Box:
    return Box(database)


def test_a_message_is_claimed_posted_and_done(box: Box) -> None:
    assert box.put(initiative="a")
    (posting,) = box.outbox.claim()
    assert posting.message == Message("m", MessageKind.PUBLISHED, "T1:U1", "subject", {"initiative": "a"})
    assert box.outbox.posting("m", posting.claim)
    assert box.outbox.done("m", posting.claim, posted="C1:1.2")
    (done,) = box.outbox.about(MessageKind.PUBLISHED, "subject")
    assert (done.state, done.posted, done.attempts) == (PostingState.DONE, "C1:1.2", 1)
    box.now += timedelta(days=1)
    assert box.keys() == []


def test_the_same_key_is_kept_once_even_after_it_was_sent(box: Box) -> None:
    assert box.put()
    box.outbox.done("m", box.begin())
    assert not box.put()


def test_what_was_claimed_and_never_posted_goes_to_another_worker_later(box: Box) -> None:
    box.put()
    assert box.keys() == ["m"]
    assert box.keys() == []
    box.now += LEASE
    assert box.keys() == ["m"]


def test_only_one_of_two_workers_gets_to_post_what_both_claimed(box: Box) -> None:
    box.put()
    first = box.claim()
    box.now += LEASE
    second = box.claim()
    assert [box.outbox.posting("m", claim) for claim in (first, second, second)] == [False, True, False]


def test_who_lost_a_message_to_another_changes_nothing_about_it(box: Box) -> None:
    box.put()
    slow = box.claim()
    box.now += LEASE
    claim = box.begin()
    assert not box.outbox.put_off("m", slow, box.now, "its process was stopped")
    assert not box.outbox.done("m", slow)
    assert not box.outbox.refused_for_good("m", slow, "is_archived")
    assert not box.outbox.uncertain("m", slow, "The line was cut.")
    assert box.state() is PostingState.POSTING
    assert box.outbox.done("m", claim)


def test_what_another_has_is_not_split_by_who_lost_it(box: Box) -> None:
    box.put(to=REVIEWERS)
    slow = box.claim()
    box.now += LEASE
    claim = box.claim()
    assert box.outbox.split("m", slow, ["T1:U1"]) == 0
    assert box.outbox.split("m", claim, ["T1:U1"]) == 1


def test_a_post_that_took_too_long_can_still_be_noted_to_have_arrived(box: Box) -> None:
    box.put()
    claim = box.begin()
    box.now += POSTING_TIME + timedelta(seconds=1)
    assert box.outbox.sweep()
    assert box.outbox.done("m", claim, posted="C1:1.2")
    assert box.state() is PostingState.DONE


def test_what_a_person_had_sent_again_is_not_noted_by_who_had_it_before(box: Box) -> None:
    box.put()
    slow = box.begin()
    box.now += POSTING_TIME + timedelta(seconds=1)
    box.outbox.sweep()
    box.outbox.settle("m", arrived=False)
    assert not box.outbox.done("m", slow)
    assert box.keys() == ["m"]


def test_a_clock_set_back_does_not_send_anything_twice(box: Box) -> None:
    box.put()
    claim = box.begin()
    box.now -= timedelta(hours=1)
    assert box.keys() == []
    assert not box.outbox.posting("m", claim)


def test_what_a_clock_noted_that_was_a_year_ahead_does_not_wait_for_a_year(box: Box) -> None:
    box.now += timedelta(days=365)
    box.put("posted")
    box.begin("posted")
    box.put("put off")
    box.outbox.put_off("put off", box.claim(), box.now + timedelta(hours=1), "Slack asked for it.")
    box.put()
    box.now -= timedelta(days=365)
    assert box.outbox.backlog()[0] == 2
    assert box.keys() == ["m", "put off"]
    assert box.keys() == []
    assert [one.message.key for one in box.outbox.sweep()] == ["posted"]


def test_what_was_being_posted_in_a_kill_is_unconfirmed_and_never_repeated_by_itself(box: Box) -> None:
    box.put()
    box.begin()
    assert box.outbox.sweep() == ()
    box.now += POSTING_TIME + timedelta(seconds=1)
    assert [one.message.key for one in box.outbox.sweep()] == ["m"]
    box.now += timedelta(days=9)
    assert box.keys() == []
    (unsettled,) = box.outbox.unsettled()
    assert (unsettled.state, bool(unsettled.reason)) == (PostingState.UNCONFIRMED, True)


@pytest.mark.parametrize(("arrived", "sent_again"), [(True, []), (False, ["m"])])
def test_a_person_settles_what_is_unconfirmed(box: Box, arrived: bool, sent_again: list[str]) -> None:
    box.put()
    box.outbox.uncertain("m", box.begin(), "The line was cut.")
    assert box.outbox.settle("m", arrived=arrived)
    assert box.outbox.unsettled() == ()
    assert box.keys() == sent_again


def test_what_was_put_off_waits_until_then_with_its_reason(box: Box) -> None:
    box.put()
    box.outbox.put_off("m", box.begin(), NOON + timedelta(seconds=30), "Slack asked to wait.")
    assert box.keys() == []
    box.now += timedelta(seconds=30)
    (posting,) = box.outbox.claim()
    assert (posting.attempts, posting.reason) == (1, "Slack asked to wait.")


def test_what_is_refused_for_good_is_not_tried_again_but_listed(box: Box) -> None:
    box.put()
    box.outbox.refused_for_good("m", box.begin(), "channel_not_found")
    box.now += timedelta(days=1)
    assert box.keys() == []
    assert [(one.state, one.reason) for one in box.outbox.unsettled()] == [(PostingState.FAILED, "channel_not_found")]


def test_a_message_to_several_becomes_one_to_each_once(box: Box) -> None:
    box.put(to=REVIEWERS)
    claim = box.claim()
    assert box.outbox.split("m", claim, ["T1:U1", "T1:U2", "T1:U1"]) == 2
    assert box.outbox.split("m", claim, ["T1:U1", "T1:U2", "T1:U3"]) == 0
    assert sorted(box.keys()) == ["m:T1:U1", "m:T1:U2"]


def test_a_message_to_nobody_is_done(box: Box) -> None:
    box.put(to=REVIEWERS)
    box.outbox.split("m", box.claim(), [])
    assert box.state() is PostingState.DONE


def test_the_backlog_says_how_much_is_due_and_since_when(box: Box) -> None:
    assert box.outbox.backlog() == (0, None)
    box.put("a")
    box.now += timedelta(minutes=5)
    box.put("b")
    assert box.outbox.backlog() == (2, NOON)


def test_what_was_said_is_forgotten_in_time_but_not_that_it_was_sent(box: Box) -> None:
    box.put(reason="A long reason")
    box.outbox.done("m", box.begin())
    box.now += timedelta(days=31)
    assert box.outbox.clean(timedelta(days=30)) == 1
    (posting,) = box.outbox.about(MessageKind.PUBLISHED, "subject")
    assert posting.message.payload == {}
    assert not box.put()


@pytest.mark.parametrize("how", ["refused", "doubtful"])
def test_what_nobody_settled_before_its_words_are_forgotten_can_no_longer_be_sent(box: Box, how: str) -> None:
    box.put(reason="A long reason")
    settled_by = box.outbox.refused_for_good if how == "refused" else box.outbox.uncertain
    settled_by("m", box.begin(), "is_archived")
    box.now += timedelta(days=30)
    assert box.outbox.clean(timedelta(days=30)) == 0
    (unsettled,) = box.outbox.unsettled()
    assert unsettled.message.payload == {"reason": "A long reason"}
    box.now += timedelta(seconds=1)
    assert box.outbox.clean(timedelta(days=30)) == 1
    assert box.outbox.unsettled() == ()
    assert not box.outbox.settle("m", arrived=False)
    assert box.keys() == []
    (posting,) = box.outbox.about(MessageKind.PUBLISHED, "subject")
    assert (posting.state, posting.reason, posting.message.payload) == (PostingState.DONE, "is_archived", {})


def test_what_was_emptied_while_it_could_still_be_sent_again_ends_too(box: Box) -> None:
    box.put()
    box.outbox.refused_for_good("m", box.begin(), "is_archived")
    box.now += timedelta(days=31)
    assert [box.outbox.clean(timedelta(days=30)) for _ in range(2)] == [1, 0]
    assert box.outbox.unsettled() == ()


def test_what_was_said_is_forgotten_without_reading_message_after_message(box: Box) -> None:
    for key in ("a", "b"):
        box.put(key, reason="A long reason")
        box.outbox.done(key, box.begin(key))
    box.now += timedelta(days=31)
    asked: list[str] = []

    def note(_1: object, _2: object, statement: str, *_: object) -> None:
        asked.extend([statement.split()[0]] if "outbox" in statement else [])

    event.listen(Engine, "before_cursor_execute", note)
    try:
        assert [box.outbox.clean(timedelta(days=30)) for _ in range(2)] == [2, 0]
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    assert asked == ["UPDATE", "UPDATE"]


@pytest.mark.parametrize("how", ["arrived", "nobody is left to tell", "refused", "doubtful", "killed while posting"])
def test_of_a_question_to_the_admins_only_the_day_is_kept_once_its_message_is_finished(box: Box, how: str) -> None:
    box.now += timedelta(microseconds=1)
    message = Message("m", MessageKind.UNANSWERED, "T1:U1", "subject")
    box.database.write(lambda session: put_message(session, message, box.now))
    claim = box.claim()
    if how == "nobody is left to tell":
        box.outbox.split("m", claim, [])
    else:
        box.outbox.posting("m", claim)
        with box.database.reading() as session:
            assert times(session.scalars(select(OutboxRow)).one()) != {MIDNIGHT}
    if how == "arrived":
        box.outbox.done("m", claim, posted="C1:1.2")
    if how == "refused":
        box.outbox.refused_for_good("m", claim, "channel_not_found")
    if how == "doubtful":
        box.outbox.uncertain("m", claim, "The line was cut.")
    if how == "killed while posting":
        box.now += 2 * POSTING_TIME
        assert len(box.outbox.sweep()) == 1
    with box.database.reading() as session:
        row = session.scalars(select(OutboxRow)).one()
        assert (times(row), row.posting_at) == ({MIDNIGHT}, None)
        assert row.state not in (PostingState.WAITING, PostingState.POSTING)
    box.now += timedelta(days=1)
    assert box.keys() == []


def times(row: OutboxRow) -> set[datetime]:
    return {row.created_at, row.next_at, *filter(None, [row.posting_at, row.finished_at])}


def test_of_any_other_message_the_moment_is_kept(box: Box) -> None:
    box.put()
    box.outbox.done("m", box.begin())
    with box.database.reading() as session:
        row = session.scalars(select(OutboxRow)).one()
        assert (row.created_at, row.finished_at) == (NOON, NOON)


def test_a_question_that_is_sent_again_on_a_persons_word_is_due_after_what_waits_longer(box: Box) -> None:
    message = Message("m", MessageKind.UNANSWERED, "T1:U1", "subject")
    box.database.write(lambda session: put_message(session, message, box.now))
    box.outbox.uncertain("m", box.begin(), "The line was cut.")
    box.put("earlier")
    box.now += timedelta(seconds=1)
    assert box.outbox.settle("m", arrived=False)
    assert box.keys() == ["earlier", "m"]


def test_of_many_messages_each_is_sent_once_by_several_workers(box: Box) -> None:
    def put_all() -> None:
        def work(session):  # type: ignore[no-untyped-def]
            for number in range(300):
                put_message(session, Message(f"m{number:03}", MessageKind.THANKS, "T1:U1"), NOON)

        box.database.write(work)

    def worker(_: int) -> list[str]:
        sent = []
        while postings := box.outbox.claim(limit=10):
            for posting in postings:
                if box.outbox.posting(posting.message.key, posting.claim):
                    sent.append(posting.message.key)
                    box.outbox.done(posting.message.key, posting.claim)
        return sent

    put_all()
    with ThreadPoolExecutor(4) as pool:
        sent = [key for keys in pool.map(worker, range(4)) for key in keys]
    assert sorted(sent) == [f"m{number:03}" for number in range(300)]
