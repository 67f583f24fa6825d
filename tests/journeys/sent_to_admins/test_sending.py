"""A question that nothing answers, on its way to the admins: seen before it is sent, with a name or without, once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.names import Field
from bot.sandbox.errors import CannotDo, NotSent
from bot.sandbox.finding import buttons
from bot.sandbox.mentions import disguised_links, notifications
from bot.sandbox.person import SlackPerson
from bot.sandbox.server import StandInSlack
from knowledge.domain.days import utc_now
from knowledge.domain.outbox import MessageKind, Posting
from knowledge.domain.unanswered import TEXT_LENGTH
from knowledge.store.admin_tables import UnansweredRow
from knowledge.store.contribution_tables import AuditRow, DoneRow, OutboxRow
from knowledge.store.tables import InboxRow
from tests.journeys.conftest import Network, connected
from tests.journeys.reviewing import gets, member
from tests.journeys.sent_to_admins.conftest import ASKED, NEW, SEND, form, kept, sends


def test_what_would_be_sent_is_seen_and_changed_before_it_is_sent(network: Network, ade: SlackPerson) -> None:
    network.ann.command(f"/practice {ASKED}")
    network.ann.clicks(network.ann.answer(), SEND)
    view = form(network.ann)
    assert view.state[Field.QUESTION][Field.QUESTION]["value"] == ASKED
    assert "Nothing is sent yet" in network.ann.reads(view)
    assert kept(network) == ()
    assert not ade.sees("im")
    network.ann.submits(view, {Field.QUESTION: "Who helps Roma families?", Field.NOTE: "I asked around."})
    words = network.ann.reads(network.ann.view())
    assert ", without your name." in words
    assert "Who helps Roma families?" in words
    told = ade.reads(gets(ade, NEW))
    for part in ("without a name", "Who helps Roma families?", "I asked around."):
        assert part in told
    assert ASKED not in told


@pytest.mark.parametrize("settled", [False, True])
def test_who_erases_what_is_kept_about_them_takes_their_name_and_question_off_the_admins_cards(
    network: Network, ade: SlackPerson, *, settled: bool
) -> None:
    sends(network.ann, named=True)
    card = gets(ade, NEW)
    assert "Ann Okoro" in ade.reads(card)
    if settled:
        ade.clicks(card, "Dealt with")
        gets(ade, "Dealt with by Ade Mensah on")
    network.ann.command("/practice privacy")
    network.ann.clicks(network.ann.answer(), "Erase what is kept about me")
    words = ade.reads(gets(ade, "took it back"))
    assert "Ann" not in words
    assert ASKED not in words
    assert ASKED not in " ".join(ade.reads(one) for one in ade.sees("im"))


def test_without_a_name_nothing_in_the_store_says_who_it_was(network: Network, ade: SlackPerson) -> None:
    sends(network.ann)
    card = gets(ade, NEW)
    assert "Ann" not in ade.reads(card)
    assert buttons(card) == ["Dealt with"]
    ade.clicks(card, "Dealt with")
    gets(ade, "Dealt with by Ade Mensah on")
    with network.bot.knowledge.database.reading() as session:
        tables = (UnansweredRow, OutboxRow, AuditRow, DoneRow, InboxRow)
        rows = [str(tuple(row)) for table in tables for row in session.execute(select(table.__table__))]
    assert len(rows) > 4
    assert [row for row in rows if "UANN" in row] == []


def test_pressed_and_sent_twice_it_is_sent_once(network: Network, ade: SlackPerson) -> None:
    answer = sends(network.ann)
    network.ann.closes(network.ann.view())
    network.ann.clicks(answer, SEND)
    assert "was sent to the admins before" in network.ann.reads(network.ann.view())
    gets(ade, NEW)
    assert len(kept(network)) == 1
    assert len([each for each in ade.sees("im") if NEW in each.text]) == 1


def test_a_form_that_slack_delivers_twice_is_sent_once(network: Network, ade: SlackPerson) -> None:
    network.ann.command(f"/practice {ASKED}")
    network.ann.clicks(network.ann.answer(), SEND)
    sent = network.ann.submits(form(network.ann))
    again = network.slack.deliver(
        network.slack.workspace, "interactive", "view_submission", sent.payload, network.ann.user.id
    )
    assert "was sent to the admins before" in str(again.json)
    gets(ade, NEW)
    assert len(kept(network)) == 1
    assert len([each for each in ade.sees("im") if NEW in each.text]) == 1


def test_what_is_empty_is_said_at_its_field_and_nothing_is_lost(network: Network) -> None:
    network.ann.command(f"/practice {ASKED}")
    network.ann.clicks(network.ann.answer(), SEND)
    view = form(network.ann)
    with pytest.raises(NotSent):
        network.ann.submits(view, {Field.QUESTION: ""})
    with pytest.raises(NotSent):
        network.ann.submits(view, {Field.QUESTION: "x" * (TEXT_LENGTH + 1)})
    network.ann.submits(view, {Field.QUESTION: " ", Field.NOTE: "I asked around."})
    assert "Write what you would like to know" in view.errors[Field.QUESTION]
    network.ann.submits(view, {Field.QUESTION: "Who helps Roma families?"})
    assert [one.note for one in kept(network)] == ["I asked around."]


def test_nobody_can_flood_the_admins(network: Network) -> None:
    for _ in range(5):
        sends(network.ann)
        network.ann.closes(network.ann.view())
    network.ann.command(f"/practice {ASKED}")
    network.ann.clicks(network.ann.answer(), SEND)
    view = form(network.ann)
    network.ann.submits(view)
    assert "in the last hour" in view.errors[Field.QUESTION]
    assert len(kept(network)) == 5
    sends(network.lena)
    assert len(kept(network)) == 6


def test_an_answer_for_everyone_does_not_offer_it_and_the_same_asked_in_private_does(network: Network) -> None:
    network.ann.mentions_bot(ASKED, channel="CYOUTH")
    public = network.ann.last_reply()
    assert public.text.startswith("Nothing in the store answers")
    with pytest.raises(CannotDo):
        network.ann.clicks(public, SEND)
    network.ann.messages_bot(ASKED)
    assert SEND in buttons(network.ann.last_reply())


def test_an_answer_that_found_something_does_not_offer_it(network: Network) -> None:
    network.ann.command("/practice youth justice in Hackney")
    assert SEND not in buttons(network.ann.answer())


def test_a_guest_may_send_too(network: Network, ade: SlackPerson) -> None:
    guest = network.slack.person("UGUEST")
    guest.messages_bot(ASKED)
    guest.clicks(guest.last_reply(), SEND)
    guest.submits(form(guest))
    gets(ade, NEW)


@pytest.mark.parametrize("evil", ["<!channel> bins", "<@UADMIN> bins", "*bins* <https://evil.example|here>"])
def test_nothing_that_was_typed_pings_or_leads_anywhere(network: Network, ade: SlackPerson, evil: str) -> None:
    sends(network.ann, **{Field.QUESTION: evil, Field.NOTE: evil})
    card = gets(ade, NEW)
    assert evil in ade.reads(card)
    assert notifications(card) == []
    assert disguised_links(card) == []


def test_who_gave_their_name_sees_it_and_erases_it(network: Network, ade: SlackPerson) -> None:
    sends(network.ann, named=True)
    gets(ade, NEW)
    network.ann.closes(network.ann.view())
    network.ann.command("/practice privacy")
    page = network.ann.answer()
    assert "1 question that you sent to the admins with your name" in page.text
    network.ann.clicks(page, "Erase what is kept about me")
    network.ann.wait_for(lambda: "are being emptied" in network.ann.sees()[-1].text, what="word of it")
    assert kept(network) == ()
    assert buttons(gets(ade, "took it back")) == []


def test_where_nobody_is_an_admin_it_is_not_offered_and_an_older_button_says_why(
    slack: StandInSlack, store_url: str
) -> None:
    with connected(slack, store_url, PRACTICE_ADMINS="UADMIN") as network:
        network.ann.command(f"/practice {ASKED}")
        older = network.ann.answer()
    with connected(slack, store_url, PRACTICE_ADMINS="TELSEWHERE:UADMIN") as network:
        network.ann.command(f"/practice {ASKED}")
        assert SEND not in buttons(network.ann.answer())
        network.ann.clicks(older, SEND)
        assert "There is nobody to send it to" in network.ann.last_reply().text
        assert kept(network) == ()


@pytest.mark.parametrize("method", ["users.info", "users.list"])
def test_an_admin_whom_slack_does_not_name_in_time_gets_it_later(
    slack: StandInSlack, store_url: str, method: str
) -> None:
    ahead = timedelta(0)
    with connected(slack, store_url, now=lambda: utc_now() + ahead) as network:
        member(network, network.ann)  # who asks is known already
        network.may_refuse.add(method)
        slack.faults.error(method, "fatal_error", times=2)
        sends(network.ann)
        id, ade = kept(network)[0].id, slack.person("ade")

        def put_off() -> Posting | None:
            about = network.bot.knowledge.outbox.about(MessageKind.UNANSWERED, id)
            return next((one for one in about if one.reason == "it could not be made"), None)

        ade.wait_for(put_off, what="the card that is put off")
        assert not ade.sees("im")
        while not ade.sees_text(NEW, "im") and ahead < timedelta(minutes=5):
            ahead += timedelta(seconds=31)
            network.bot.parts.delivery.round()
        gets(ade, NEW)
