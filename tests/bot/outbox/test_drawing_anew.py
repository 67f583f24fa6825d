"""Cards that stand, drawn anew by the delivery: in the end each says what is so, whatever Slack does meanwhile."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.outbox.delivery import LATER, TOKEN_REFUSED
from bot.slack.refusals import NotTold, Refusal
from bot.views.kit.blocks import SlackMessage
from knowledge.domain.outbox import Message, MessageKind, Posting, PostingState
from knowledge.store.cards import draw_anew, empty
from knowledge.store.contribution_tables import OutboxRow
from knowledge.store.database import Database
from tests.bot.outbox import test_delivery
from tests.bot.outbox.test_delivery import Office

LIMITED = Refusal("chat_update: ratelimited", later=True, code="ratelimited", retry_after="40")


class Slack(test_delivery.FakeSlack):
    """What stands where, too; the next troubles with a redrawing come first."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: dict[str, str] = {}
        self.redraws = 0
        self.trouble: list[Exception | None] = []

    def post(self, team: str, to: str, message: SlackMessage) -> tuple[str, str]:
        channel, ts = super().post(team, to, message)
        self.shown[channel] = message.said
        return channel, ts

    def redraw(self, team: str, channel: str, ts: str, message: SlackMessage) -> None:
        self.redraws += 1
        if self.trouble and (error := self.trouble.pop(0)):
            raise error
        self.shown[channel] = message.said


class Draws(test_delivery.Drawing):
    def __init__(self) -> None:
        super().__init__()
        self.says = "decided"

    def redrawn(self, sent: Message) -> SlackMessage:
        if trouble := self.troubles.get("redrawn"):
            raise trouble.pop(0)
        return SlackMessage("" if sent.kind is MessageKind.ERASED else self.says)


class CardOffice(Office):
    slack: Slack
    drawing: Draws

    def __init__(self, database: Database, cards: int = 3) -> None:
        super().__init__(database)
        self.database = database
        self.slack, self.drawing = Slack(), Draws()
        self.delivery = self.another()
        for number in range(cards):
            self.tell(Message(f"card{number}", MessageKind.TO_REVIEW, f"T1:U{number}", "c1"))
        self.rounds(2)
        assert len(self.slack.shown) == cards

    def anew(self) -> None:
        self.outbox.draw_anew("c1")

    def erase(self) -> None:
        self.database.write(lambda session: empty(session, OutboxRow.subject == "c1", self.clock()))

    def cards(self) -> list[Posting]:
        return [*self.outbox.about(MessageKind.TO_REVIEW, "c1"), *self.outbox.about(MessageKind.ERASED, "")]

    def says(self) -> set[str]:
        return set(self.slack.shown.values())


@pytest.fixture
def office(database: Database) -> CardOffice:
    return CardOffice(database)


@pytest.mark.parametrize(
    ("error", "wait"),
    [
        (LIMITED, timedelta(seconds=40)),
        (Refusal("chat_update: token_revoked", code="token_revoked"), TOKEN_REFUSED),
        (ConnectionResetError(), LATER),
        (ConnectionRefusedError(), LATER),
    ],
)
def test_what_slack_does_not_take_now_is_drawn_later(office: CardOffice, error: Exception, wait: timedelta) -> None:
    office.slack.trouble = [None, error]
    office.anew()
    office.rounds(2)
    assert office.says() != {"decided"}
    office.rounds(3, seconds=wait.total_seconds())
    assert office.says() == {"decided"}
    assert [one.state for one in office.cards()] == [PostingState.DONE] * 3
    assert office.slack.redraws == 4
    assert len(office.slack.posted) == 3
    assert office.outbox.unsettled() == ()


def test_a_card_that_slack_will_never_change_is_given_up_without_troubling_anybody(office: CardOffice) -> None:
    office.slack.trouble = [Refusal("chat_update: message_not_found", code="message_not_found")]
    office.anew()
    office.rounds(4, seconds=60)
    assert office.slack.redraws == 3
    assert [one.state for one in office.cards()] == [PostingState.DONE] * 3
    assert len(office.slack.posted) == 3


@pytest.mark.parametrize("error", [NotTold("Slack did not say"), ZeroDivisionError()])
def test_a_card_of_long_ago_that_cannot_be_drawn_now_is_drawn_later(office: CardOffice, error: Exception) -> None:
    office.clock.pass_(seconds=30 * 24 * 3600)
    office.drawing.troubles["redrawn"] = [error]
    office.anew()
    office.rounds(2)
    assert office.says() != {"decided"}
    office.rounds(3, seconds=3600)
    assert office.says() == {"decided"}
    assert office.outbox.unsettled() == ()


def test_what_changed_after_a_card_was_drawn_is_not_overwritten_with_what_it_said_before(office: CardOffice) -> None:
    office.anew()
    drawn = office.outbox.claim()
    assert office.outbox.posting(drawn[0].message.key, drawn[0].claim)
    office.anew()
    assert not any(office.outbox.posting(one.message.key, one.claim) for one in drawn[1:])
    assert not office.outbox.done(drawn[0].message.key, drawn[0].claim)
    office.rounds(2)
    assert office.says() == {"decided"}


def test_a_process_killed_while_it_drew_a_card_leaves_it_to_the_next(office: CardOffice) -> None:
    office.anew()
    for one in office.outbox.claim():
        assert office.outbox.posting(one.message.key, one.claim)
    office.clock.pass_(seconds=61)
    office.rounds(2)
    assert office.says() == {"decided"}
    assert office.outbox.unsettled() == ()


def test_a_card_drawn_anew_is_no_message_that_waits_since_it_was_sent(office: CardOffice) -> None:
    office.clock.pass_(seconds=30 * 24 * 3600)
    office.anew()
    assert office.outbox.backlog() == (3, office.clock())


def test_nothing_is_kept_of_a_card_once_it_was_emptied(office: CardOffice) -> None:
    office.slack.trouble = [None, LIMITED]
    office.erase()
    office.rounds(2)
    assert {one.message.kind for one in office.cards()} == {MessageKind.ERASED}
    assert {one.message.subject for one in office.cards()} == {""}
    office.rounds(3, seconds=40)
    assert office.says() == {""}
    assert office.cards() == []


@pytest.mark.parametrize("arrives", [True, False])
def test_a_card_whose_words_were_erased_while_it_was_on_its_way_is_emptied_once_it_stands(
    office: CardOffice, *, arrives: bool
) -> None:
    office.tell(Message("late", MessageKind.TO_REVIEW, "T1:ULATE", "c2"))
    (late,) = office.outbox.claim()
    assert office.outbox.posting("late", late.claim)
    office.database.write(lambda session: empty(session, OutboxRow.subject == "c2", office.clock()))
    if arrives:
        office.slack.shown["DLATE"] = "for review"
        assert office.outbox.done("late", late.claim, posted="T1:DLATE:9.0")
        office.rounds(2)
        assert office.slack.shown["DLATE"] == ""
    else:
        office.rounds(2, seconds=120)
    assert office.outbox.about(MessageKind.ERASED, "") == ()
    assert office.outbox.unsettled() == ()


def test_only_cards_are_drawn_anew(office: CardOffice) -> None:
    office.tell(Message("thanks", MessageKind.THANKS, "T1:U9", "c1"))
    office.rounds(2)
    office.database.write(lambda session: draw_anew(session, ["c1"], office.clock()))
    (thanks,) = office.outbox.about(MessageKind.THANKS, "c1")
    assert thanks.state is PostingState.DONE
