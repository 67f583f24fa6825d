"""The outbox delivered: each message at most once, in order, at Slack's pace, and never lost or repeated in silence."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from types import SimpleNamespace
from typing import cast
from urllib.error import URLError

import pytest
from slack_sdk import WebClient

from bot.outbox.delivery import LATER, LONGEST, OutboxDelivery, retry_after
from bot.outbox.drawing import Nobody
from bot.outbox.postman import Postman
from bot.slack.refusals import NotTold, Refusal
from bot.views.kit.blocks import SlackMessage
from knowledge.domain.identity import Hasher
from knowledge.domain.outbox import ADMINS, CHANNELS, Message, MessageKind, PostingState
from knowledge.errors import Busy, NotAllowed, NotFound
from knowledge.store.contributions import ContributionStore
from knowledge.store.database import Database
from knowledge.store.outbox import Outbox
from tests.clock import Clock

ADMIN = "T1:UADMIN"
CHANNEL = "T1:CNEWS"


class FakeSlack:
    """Notes what is posted; the next troubles come first."""

    def __init__(self) -> None:
        self.posted: list[tuple[str, str, str]] = []
        self.tried: list[str] = []
        self.troubles: dict[str, list[Exception]] = {}
        self.down = False
        self.asked = 0
        self.arrived = threading.Event()
        self.hung_up = threading.Event()
        self.hung_up.set()
        self._lock = threading.Lock()

    def post(self, team: str, to: str, message: SlackMessage) -> tuple[str, str]:
        with self._lock:
            self.tried.append(team)
            if self.troubles.get(team):
                raise self.troubles[team].pop(0)
            self.posted.append((team, to, message.said))
            self.arrived.set()
            assert self.hung_up.wait(20)
            return to, f"{len(self.posted)}.0"

    def client(self, team_id: str) -> WebClient:
        def auth_test() -> None:
            self.asked += 1
            if self.down:
                raise ConnectionError("down")

        return cast(WebClient, SimpleNamespace(auth_test=auth_test))

    def said(self) -> list[str]:
        return [said for _, _, said in self.posted]


class Drawing:
    """Draws each message by its key; the next troubles with one come first."""

    def __init__(self) -> None:
        self.troubles: dict[str, list[Exception]] = {}

    def draw(self, sent: Message) -> SlackMessage:
        if self.troubles.get(sent.key):
            raise self.troubles[sent.key].pop(0)
        if sent.key == "void":
            raise Nobody("nothing is left to say")
        if sent.key == "bug":
            raise ZeroDivisionError
        return SlackMessage(f"about {sent.subject}" if sent.kind is MessageKind.UNSETTLED else sent.key)


class Recipients:
    def of(self, message: Message) -> tuple[str, ...] | None:
        return {CHANNELS: (CHANNEL, "T2:CNEWS"), ADMINS: (ADMIN,), "reviewers": ()}.get(message.to)


class Office:
    """A real outbox and its delivery to a Slack that a test plays."""

    def __init__(self, database: Database) -> None:
        self.clock = Clock()
        self.slack = FakeSlack()
        self.drawing = Drawing()
        self.store = ContributionStore(database, Hasher(["a key of this test"]), now=self.clock)
        self.outbox = Outbox(database, now=self.clock)
        self.put_up: list[str | None] = []
        self.delivery = self.another()

    def another(self) -> OutboxDelivery:
        """One more process that delivers."""
        return OutboxDelivery(
            outbox=self.outbox,
            drawing=self.drawing,
            recipients=Recipients(),
            replies=self.slack,
            workspaces=self.slack,
            tell_admins=lambda message: self.tell(message),
            put_up=lambda message, shown: self.put_up.extend(self.places(message)),
            now=self.clock,
        )

    def tell(self, message: Message) -> None:
        self.store.write(lambda tx: tx.tell(message, at=self.clock()))

    def put(self, key: str, to: str = CHANNEL) -> None:
        self.tell(Message(key, MessageKind.ANNOUNCED, to, key))

    def rounds(self, number: int = 1, *, seconds: float = 1.0) -> None:
        for _ in range(number):
            self.delivery.round()
            self.clock.pass_(seconds=seconds)

    def state(self, key: str) -> PostingState:
        return next(one.state for one in self.outbox.about(MessageKind.ANNOUNCED, key) if one.message.key == key)

    def places(self, message: Message) -> list[str | None]:
        """Where those about the same stand, as far as that is noted."""
        return [one.posted for one in self.outbox.about(message.kind, message.subject)]


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


def test_a_message_is_posted_once_and_where_it_stands_is_noted(office: Office) -> None:
    office.put("a")
    office.rounds(3)
    assert office.slack.said() == ["a"]
    (posting,) = office.outbox.about(MessageKind.ANNOUNCED, "a")
    assert (posting.state, posting.posted) == (PostingState.DONE, "T1:CNEWS:1.0")
    # What changed while it was on its way is looked for only when others can know where it stands.
    assert office.put_up == ["T1:CNEWS:1.0"]


def test_a_channel_gets_one_post_a_second_in_order_while_others_get_theirs(office: Office) -> None:
    for number in range(5):
        office.put(f"n{number}")
        office.clock.pass_(seconds=0.001)
    office.put("other", "T1:CELSE")
    office.delivery.round()
    office.delivery.round()
    assert office.slack.said() == ["n0", "other"]
    office.clock.pass_(seconds=1)
    office.rounds(5)
    assert office.slack.said() == ["n0", "other", "n1", "n2", "n3", "n4"]


def test_a_message_to_several_reaches_each_of_them_once(office: Office) -> None:
    office.put("news", CHANNELS)
    office.rounds(4)
    assert sorted(to for _, to, _ in office.slack.posted) == ["CNEWS", "CNEWS"]
    assert {team for team, _, _ in office.slack.posted} == {"T1", "T2"}


def test_a_workspace_that_slack_slows_down_is_left_alone_while_others_are_served(office: Office) -> None:
    office.slack.troubles["T1"] = [Refusal("ratelimited", later=True, code="ratelimited", retry_after="30")]
    office.put("first")
    office.clock.pass_(seconds=0.001)
    office.put("second")
    office.put("elsewhere", "T2:CNEWS")
    office.rounds(9)
    assert office.slack.tried.count("T1") == 1
    assert office.slack.said() == ["elsewhere"]
    office.clock.pass_(seconds=22)
    office.rounds(4)
    assert office.slack.said() == ["elsewhere", "first", "second"]


@pytest.mark.parametrize(
    ("header", "wait"),
    [("30", 30), ("1", 1), ("", None), ("soon", None), ("-5", None), ("0", None), ("nan", None), ("99999999", 3600)],
)
def test_a_silly_retry_after_waits_half_a_minute_and_never_over_an_hour(header: str, wait: int | None) -> None:
    assert retry_after(header) == (LATER if wait is None else min(timedelta(seconds=wait), LONGEST))


def test_a_post_whose_fate_is_not_known_is_shown_to_an_admin_and_never_repeated(office: Office) -> None:
    office.slack.troubles["T1"] = [ConnectionResetError()]
    office.put("doubtful")
    office.rounds(6, seconds=600)
    assert office.state("doubtful") is PostingState.UNCONFIRMED
    assert office.slack.said() == ["about doubtful"]
    assert office.slack.posted[0][:2] == ("T1", "UADMIN")


def test_an_outage_costs_one_doubt_and_the_rest_is_sent_in_order_once_it_is_over(office: Office) -> None:
    for number in range(6):
        office.put(f"n{number}")
        office.clock.pass_(seconds=0.001)
    office.slack.troubles["T1"] = [TimeoutError()]
    office.slack.down = True
    office.rounds(12, seconds=40)
    assert office.slack.tried == ["T1"]
    office.slack.down = False
    office.clock.pass_(seconds=60)
    office.rounds(9)
    assert [said for said in office.slack.said() if said.startswith("n")] == ["n1", "n2", "n3", "n4", "n5"]


def test_what_never_left_is_tried_again(office: Office) -> None:
    office.slack.troubles["T1"] = [URLError(ConnectionRefusedError())]
    office.put("a")
    office.rounds(4, seconds=40)
    assert office.slack.said() == ["a"]


@pytest.mark.parametrize("code", ["channel_not_found", "is_archived", "not_in_channel", "restricted_action"])
def test_a_refusal_for_good_ends_it_and_an_admin_is_told_once(office: Office, code: str) -> None:
    office.slack.troubles["T1"] = [Refusal(f"chat_postMessage: {code}", code=code)]
    office.put("a")
    office.rounds(4, seconds=40)
    office.delivery = office.another()
    office.rounds(4, seconds=40)
    (posting,) = office.outbox.about(MessageKind.ANNOUNCED, "a")
    assert (posting.state, posting.reason) == (PostingState.FAILED, code)
    assert office.slack.said() == ["about a"]


def test_a_message_sent_again_on_a_persons_word_that_fails_again_is_shown_again(office: Office) -> None:
    refusal = Refusal("chat_postMessage: is_archived", code="is_archived")
    office.slack.troubles["T1"] = [refusal]
    office.put("a")
    office.rounds(5)
    office.slack.troubles["T1"] = [refusal]
    assert office.outbox.settle("a", arrived=False)
    office.rounds(5)
    assert office.slack.said() == ["about a", "about a"]
    assert office.outbox.settle("a", arrived=False)
    office.rounds(5)
    assert office.slack.said() == ["about a", "about a", "a"]


def test_a_token_that_slack_no_longer_takes_loses_nothing(office: Office) -> None:
    office.slack.troubles["T1"] = [Refusal("chat_postMessage: invalid_auth", code="invalid_auth")]
    office.put("a")
    office.rounds(12)
    assert office.slack.tried == ["T1"]
    office.clock.pass_(seconds=600)
    office.rounds(2)
    assert office.slack.said() == ["a"]


def test_what_is_of_no_use_any_more_is_not_sent(office: Office) -> None:
    office.put("void")
    office.rounds(3)
    assert office.slack.tried == []
    assert office.state("void") is PostingState.DONE
    assert office.outbox.unsettled() == ()


@pytest.mark.parametrize("error", [NotTold("Slack did not say"), Busy("The database is busy")])
def test_what_cannot_be_told_yet_is_tried_again(office: Office, error: Exception) -> None:
    office.drawing.troubles["a"] = [error]
    office.put("a")
    office.rounds(2)
    assert office.slack.said() == []
    office.rounds(2, seconds=30)
    assert office.slack.said() == ["a"]


@pytest.mark.parametrize("error", [NotAllowed("for admins"), NotFound("gone")])
def test_what_is_not_for_its_recipient_is_not_sent(office: Office, error: Exception) -> None:
    office.drawing.troubles["a"] = [error]
    office.put("a")
    office.rounds(3, seconds=30)
    assert office.slack.tried == []
    assert office.state("a") is PostingState.DONE


def test_what_cannot_be_drawn_holds_up_nothing_else_and_is_shown_in_the_end(office: Office) -> None:
    office.put("bug")
    office.put("a")
    office.rounds(5)
    assert office.slack.said() == ["a"]
    office.rounds(8, seconds=600)
    office.rounds(3)
    assert office.state("bug") is PostingState.FAILED
    assert office.slack.said() == ["a", "about bug"]


def test_nobody_to_send_to_is_shown_and_not_lost(office: Office) -> None:
    office.put("a", "reviewers")
    office.rounds(3)
    assert office.slack.said() == ["about a"]


def test_what_a_killed_process_had_taken_is_sent_by_the_next(office: Office) -> None:
    office.put("a")
    assert office.outbox.claim()
    office.rounds(6, seconds=50)
    assert office.slack.said() == ["a"]


def test_what_a_killed_process_was_posting_is_shown_and_not_repeated(office: Office) -> None:
    office.put("a")
    (taken,) = office.outbox.claim()
    assert office.outbox.posting("a", taken.claim)
    office.rounds(6, seconds=50)
    assert office.slack.said() == ["about a"]
    assert office.state("a") is PostingState.UNCONFIRMED


def test_what_a_stopped_process_had_taken_is_free_at_once(office: Office) -> None:
    for number in range(3):
        office.put(f"n{number}")
    office.delivery.round()
    office.delivery.release()
    office.delivery = office.another()
    office.clock.pass_(seconds=1)
    office.rounds(3)
    assert sorted(office.slack.said()) == ["n0", "n1", "n2"]


def test_what_a_hanging_process_gives_back_at_last_is_not_posted_a_second_time(office: Office) -> None:
    office.put("first")
    office.clock.pass_(seconds=0.001)
    office.put("second")
    hanging, other, third = (office.another() for _ in range(3))
    hanging.round()  # posts the first, and hangs with the second in hand
    office.clock.pass_(seconds=121)
    office.slack.arrived.clear()
    office.slack.hung_up.clear()
    with ThreadPoolExecutor(1) as pool:
        posting = pool.submit(other.round)
        assert office.slack.arrived.wait(20)
        hanging.release()
        third.round()
        office.slack.hung_up.set()
        posting.result(20)
    assert office.slack.said() == ["first", "second"]
    assert office.state("second") is PostingState.DONE


def test_four_processes_send_each_message_once(database: Database) -> None:
    office = Office(database)
    wanted = [f"n{number}" for number in range(40)]
    for number, key in enumerate(wanted):
        office.put(key, f"T1:C{number}")
    several = [office.another() for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda delivery: [delivery.round() for _ in range(5)], several))
    assert sorted(office.slack.said()) == sorted(wanted)


def test_the_postman_delivers_when_kicked_and_stops_when_asked(office: Office) -> None:
    postman = Postman(office.delivery, every=3600)
    for key, to in (("a", CHANNEL), ("b", "T1:CELSE")):
        office.put(key, to)
        postman.kick()
        assert office.slack.arrived.wait(20)
        office.slack.arrived.clear()
    postman.stop(grace=20)
    assert office.slack.said() == ["a", "b"]


def test_the_postman_keeps_to_its_grace_and_leaves_the_rest_to_others(office: Office) -> None:
    wanted = [f"n{number}" for number in range(12)]
    for number, key in enumerate(wanted):
        office.put(key, f"T1:C{number}")
    office.slack.hung_up.clear()
    postman = Postman(office.delivery, every=3600)
    postman.kick()
    assert office.slack.arrived.wait(20)
    (delivering,) = (thread for thread in threading.enumerate() if thread.name == "posting")
    began = time.monotonic()
    postman.stop(grace=0.2)
    assert time.monotonic() - began < 5
    office.slack.hung_up.set()
    delivering.join(20)
    assert len(office.slack.said()) == 1
    office.delivery = office.another()
    office.rounds(2)
    assert sorted(office.slack.said()) == sorted(wanted)


@pytest.fixture(autouse=True)
def _no_thread_stays() -> Iterator[None]:
    yield
    assert not [thread for thread in threading.enumerate() if thread.name == "posting"]
