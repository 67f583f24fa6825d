from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.answering.conversation import Conversation
from bot.answering.inbox import STALE, Answering
from bot.asker import Askers
from bot.keys.cipher import Cipher
from bot.payloads.asked import Asked, Place, Via
from bot.payloads.values import Asking
from bot.slack.refusals import Refusal
from bot.views.kit.blocks import SlackMessage
from config.settings import read_settings
from knowledge.domain.identity import Hasher
from knowledge.domain.retention import DELIVERIES_KEPT
from knowledge.errors import Busy
from knowledge.services.find import Find
from knowledge.store.database import Database
from knowledge.store.inbox import Inbox
from tests.clock import Clock
from tests.factories import LISTS, an_initiative
from tests.fakes import FakeSearch, FakeStore, RecordingReplies

KEYS = ("a key of some length",)


class Office:
    """Everything that answers, with a real inbox and recorded replies."""

    def __init__(self, database: Database) -> None:
        self.clock = Clock()
        self.put_off: list[tuple[float, Callable[[], None]]] = []
        self.replies = RecordingReplies()
        self.database = database
        self.inbox = Inbox(database, now=self.clock)
        self.cipher = Cipher(KEYS)
        find = Find(FakeStore(an_initiative()), FakeSearch)
        self.answering = Answering(
            conversation=Conversation(find),
            inbox=self.inbox,
            replies=self.replies,  # type: ignore[arg-type]  # records what the real ones would send
            askers=Askers(read_settings({}), register=lambda: LISTS.register),
            cipher=self.cipher,
            hasher=Hasher(KEYS),
            now=self.clock,
            after=lambda seconds, work: self.put_off.append((seconds, work)),
        )

    def said(self) -> list[str]:
        return [message.said for _, message in self.replies.sent]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    database = Database(f"sqlite:///{tmp_path / 'store.db'}")
    database.migrate()
    yield Office(database)
    database.close()


def a_question(text: str = "mentors", key: str = "event:1", via: Via = Via.MENTION) -> Asked:
    return Asked(key, Place("T1", "U1", "C1", via, thread="1.1"), Asking(text))


def test_a_question_delivered_twice_is_answered_once(office: Office) -> None:
    assert office.answering.receive(a_question())
    assert not office.answering.receive(a_question())
    office.answering.answer(a_question())
    office.answering.answer(a_question())
    assert len(office.replies.sent) == 1


def test_what_a_killed_process_left_unanswered_is_taken_up(office: Office) -> None:
    office.answering.receive(a_question())
    assert office.answering.resume() == 0
    office.clock.now += STALE + timedelta(seconds=1)
    assert office.answering.resume() == 1
    assert "Mentors for young people" in office.said()[0]
    office.clock.now += STALE * 3
    assert office.answering.resume() == 0


def test_a_question_of_another_version_holds_up_no_other(office: Office) -> None:
    office.inbox.receive("event:0", office.cipher.encrypt('{"key": "event:0"}'))
    office.answering.receive(a_question())
    office.clock.now += STALE + timedelta(seconds=1)
    office.answering.resume()
    assert "Mentors for young people" in office.said()[0]
    office.clock.now += STALE * 3
    assert office.answering.resume() == 0


@pytest.mark.parametrize(("step", "said_later"), [("posting", 1), ("done", 0)])
def test_a_store_that_does_not_note_how_far_one_came_holds_up_no_other(
    office: Office, monkeypatch: pytest.MonkeyPatch, step: str, said_later: int
) -> None:
    note = getattr(Inbox, step)

    def busy(inbox: Inbox, key: str) -> object:
        if key == "event:1":
            raise Busy("The database is busy.")
        return note(inbox, key)

    for number in (1, 2):
        office.answering.receive(a_question(key=f"event:{number}"))
    office.clock.now += STALE + timedelta(seconds=1)
    with monkeypatch.context() as patch:
        patch.setattr(Inbox, step, busy)
        assert office.answering.resume() == 2
    assert len(office.said()) == 2 - said_later
    office.clock.now += STALE * 3
    office.answering.resume()
    assert len([said for said in office.said() if "Mentors for young people" in said]) == 2


def test_an_unreadable_question_that_cannot_be_dropped_holds_up_no_other(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.inbox.receive("event:0", b"rubbish")
    office.answering.receive(a_question())
    office.clock.now += STALE + timedelta(seconds=1)
    note = Inbox.done

    def busy(inbox: Inbox, key: str) -> None:
        if key == "event:0":
            raise Busy("The database is busy.")
        note(inbox, key)

    monkeypatch.setattr(Inbox, "done", busy)
    office.answering.resume()
    assert len(office.said()) == 1


def test_an_answer_that_may_have_arrived_is_never_said_twice(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    office.answering.receive(a_question())
    office.replies.error = ConnectionError("line dropped")
    office.answering.answer(a_question())
    office.replies.error = None
    office.clock.now += STALE * 3
    with caplog.at_level(logging.WARNING):
        office.answering.resume()
    (said,) = office.said()
    assert "do not know whether my answer stands here" in said
    assert "not repeated" in caplog.text


def test_who_was_being_answered_in_a_kill_is_told_so_once(office: Office) -> None:
    office.answering.receive(a_question())
    office.answering._inbox.posting("event:1")
    for _ in range(2):
        office.clock.now += STALE + timedelta(seconds=1)
        office.answering.resume()
    ((place, said),) = office.replies.sent
    assert place == a_question().place
    assert "I was interrupted while I was answering you" in said.said
    assert "ask again" in said.said


def test_who_was_told_at_once_that_an_answer_may_be_lost_is_not_told_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(place: Place, message: SlackMessage) -> None:
        raise ConnectionError("line dropped")

    monkeypatch.setattr(office.replies, "private", office.replies.answer)
    monkeypatch.setattr(office.replies, "answer", broken)
    office.answering.receive(a_question())
    office.answering.answer(a_question())
    office.clock.now += STALE * 3
    office.answering.resume()
    assert len(office.said()) == 1


def test_slack_is_left_alone_for_as_long_as_it_asked(office: Office) -> None:
    office.answering.receive(a_question())
    office.replies.error = Refusal("ratelimited", later=True, retry_after="70")
    office.answering.answer(a_question())
    office.replies.error = None
    for _ in range(2):
        office.clock.now += STALE + timedelta(seconds=1)
        office.answering.resume()
        assert office.replies.sent == []
    office.clock.now += STALE + timedelta(seconds=1)
    office.answering.resume()
    assert len(office.replies.sent) == 1


def test_that_slack_asks_for_less_of_another_answer_makes_nothing_of_what_it_asked_before(office: Office) -> None:
    for key, seconds in (("event:1", "70"), ("event:2", "2")):
        office.answering.receive(a_question(key=key))
        office.replies.error = Refusal("ratelimited", later=True, retry_after=seconds)
        office.answering.answer(a_question(key=key))
    office.replies.error = None
    office.clock.now += STALE + timedelta(seconds=1)
    office.answering.resume()
    assert office.replies.sent == []
    office.clock.now += timedelta(seconds=70)
    office.answering.resume()
    assert len(office.replies.sent) == 2


def test_an_answer_put_off_for_seconds_is_given_after_them(office: Office) -> None:
    office.answering.receive(a_question())
    office.replies.error = Refusal("ratelimited", later=True, retry_after="2")
    office.answering.answer(a_question())
    ((seconds, again),) = office.put_off
    assert seconds == 2
    office.replies.error = None
    again()
    again()
    assert len(office.replies.sent) == 1


def test_an_answer_put_off_without_a_word_for_how_long_is_given_by_itself(office: Office) -> None:
    office.answering.receive(a_question())
    office.replies.error = Refusal("ratelimited", later=True)
    office.answering.answer(a_question())
    assert [seconds for seconds, _ in office.put_off] == [STALE.total_seconds()]


def test_an_answer_that_slack_put_off_is_given_later(office: Office) -> None:
    office.answering.receive(a_question())
    office.replies.error = Refusal("ratelimited", later=True)
    office.answering.answer(a_question())
    office.replies.error = None
    office.clock.now += STALE * 3
    assert office.answering.resume() == 1
    assert len(office.replies.sent) == 1


def test_an_error_is_told_with_a_reference_that_stands_in_the_log(
    office: Office, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("broken inside")

    monkeypatch.setattr(Conversation, "reply", broken)
    office.answering.receive(a_question())
    office.answering.answer(a_question())
    said = office.said()[0]
    reference = said.rsplit(": ", 1)[1].rstrip(".")
    assert "Sorry" in said
    assert "broken inside" not in said
    assert reference in caplog.text


def test_what_was_asked_is_kept_encrypted_and_erased_once_answered(office: Office) -> None:
    office.answering.receive(a_question("canary words"))
    files = list(Path(str(office.database.url.database)).parent.iterdir())
    assert all(b"canary" not in file.read_bytes() for file in files)
    office.answering.answer(a_question("canary words"))
    office.clock.now += DELIVERIES_KEPT + timedelta(days=1)
    assert office.answering.clean() == 1


def test_neither_question_nor_asker_reaches_the_log(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        office.answering.receive(a_question("canary words"))
        office.replies.error = Refusal("chat_postMessage: channel_not_found")
        office.answering.answer(a_question("canary words"))
    assert "canary" not in caplog.text
    assert "U1" not in caplog.text


@pytest.mark.parametrize("text", ["", "help", "HELP", "hello", "Hello!", "  help ", "?", "...", "\N{THUMBS UP SIGN}"])
def test_help_and_greetings_get_help(office: Office, text: str) -> None:
    question = a_question(text)
    office.answering.receive(question)
    office.answering.answer(question)
    assert office.said()[0].startswith("Practice Finder finds")


@pytest.mark.parametrize(
    ("via", "said"), [(Via.MENTION, "That is for your eyes only: type /practice mine"), (Via.DIRECT, "Your drafts")]
)
def test_what_is_ones_own_is_offered_in_private_only(office: Office, via: Via, said: str) -> None:
    question = a_question("mine", via=via)
    office.answering.receive(question)
    office.answering.answer(question)
    assert office.said()[0].startswith(said)


def test_a_subcommand_with_more_words_is_a_question(office: Office) -> None:
    question = a_question("review of mentors")
    office.answering.receive(question)
    office.answering.answer(question)
    assert "“review of mentors”" in office.said()[0]
