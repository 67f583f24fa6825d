"""What was sent to the admins is answered and settled by one of them, and the others see it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.names import Field
from bot.sandbox.finding import buttons
from bot.sandbox.mentions import notifications
from bot.sandbox.person import SlackPerson
from bot.sandbox.records import ShownView
from bot.sandbox.server import StandInSlack
from knowledge.domain.days import utc_now
from knowledge.domain.retention import TOLD_KEPT
from knowledge.errors import NotAllowed
from tests.journeys.conftest import Network, connected
from tests.journeys.reviewing import gets, member
from tests.journeys.sent_to_admins.conftest import ASKED, NEW, SEND, form, kept, sends


def test_with_a_name_an_admin_answers_and_everybody_sees_that_it_is_dealt_with(
    network: Network, ade: SlackPerson, bea: SlackPerson
) -> None:
    sends(network.ann, named=True)
    card, other = gets(ade, "by Ann Okoro"), gets(bea, "by Ann Okoro")
    ade.clicks(card, "Answer")
    ade.submits(form(ade, "unanswered_answer"), {Field.ANSWER: "Ask the team in Hackney, <!channel>."})
    assert "They find your answer" in ade.reads(ade.view())
    got = gets(network.ann, "Ask the team in Hackney")
    assert "Ade Mensah answers the question that you sent to the admins" in network.ann.reads(got)
    assert ASKED in network.ann.reads(got)
    assert notifications(got) == []
    for admin, shown in ((ade, card), (bea, other)):
        settled = gets(admin, "Answered by Ade Mensah on")
        assert settled.ts == shown.ts
        assert buttons(settled) == []
    assert kept(network) == ()


def test_an_answer_to_part_of_a_question_can_be_sent_too(network: Network, ade: SlackPerson) -> None:
    network.ann.command("/practice roma families and gardening lottery")
    answer = network.ann.answer()
    assert "None has all that you asked for" in network.ann.reads(answer)
    network.ann.clicks(answer, SEND)
    network.ann.submits(form(network.ann))
    assert "gardening lottery" in ade.reads(gets(ade, NEW))


def test_admins_find_it_in_their_report_and_settle_it_there(
    network: Network, ade: SlackPerson, bea: SlackPerson
) -> None:
    sends(network.ann)
    sends(network.lena, named=True)
    gets(bea, "by Lena Lewis")
    ade.command("/practice report")
    report = ade.answer()
    assert "Sent to you: 2" in report.text
    ade.clicks(report, "Read what was sent to you")
    view = form(ade, "unanswered")
    unsigned = next(one for one in kept(network) if not one.by)
    ade.clicks(view, "Dealt with", value=unsigned.id)
    ade.wait_for(lambda: "without a name" not in ade.reads(view), what="the list without it")
    ade.clicks(view, "Answer")
    ade.submits(form(ade, "unanswered_answer"), {Field.ANSWER: "Ask Hackney."})
    ade.wait_for(lambda: "Nothing waits" in ade.reads(view), what="the empty list")
    gets(network.lena, "Ask Hackney.")
    ade.command("/practice report")
    assert "Sent to you" not in ade.answer().text


def test_whoever_comes_second_is_told_who_was_first_and_loses_no_words(
    network: Network, ade: SlackPerson, bea: SlackPerson
) -> None:
    sends(network.ann, named=True)
    gets(ade, NEW)
    bea.clicks(gets(bea, NEW), "Answer")
    view = form(bea, "unanswered_answer")
    ade.clicks(gets(ade, NEW), "Dealt with")
    gets(ade, "Dealt with by Ade Mensah")
    bea.submits(view, {Field.ANSWER: "Ask Hackney."})
    words = bea.reads(bea.view())
    assert "Dealt with by Ade Mensah on" in words
    assert "Your answer was not sent" in words
    assert "Ask Hackney." in words
    assert not network.ann.sees_text("Ask Hackney.", "im")


def test_a_list_or_card_of_what_somebody_settled_meanwhile_says_so_and_shows_what_is_left(
    network: Network, ade: SlackPerson, bea: SlackPerson
) -> None:
    sends(network.ann, named=True)
    sends(network.lena, named=True)
    card = gets(bea, "by Ann Okoro")
    anns, lenas = sorted(kept(network), key=lambda one: one.by.endswith("ULEAD"))
    bea.command("/practice report")
    bea.clicks(bea.answer(), "Read what was sent to you")
    view = form(bea, "unanswered")
    network.bot.parts.unanswered.settle(member(network, ade), anns.id)
    bea.clicks(card, "Answer")
    assert "Dealt with by Ade Mensah on" in bea.last_reply().text
    bea.clicks(view, "Dealt with", value=anns.id)
    bea.wait_for(lambda: "by Ann Okoro" not in bea.reads(view), what="the list without it")
    assert "Dealt with by Ade Mensah on" in bea.reads(bea.wait_for(lambda: on_top_of(bea, view), what="word of it"))
    assert [one.id for one in kept(network)] == [lenas.id]


def test_an_answer_without_a_word_is_not_sent(network: Network, ade: SlackPerson) -> None:
    sends(network.ann, named=True)
    ade.clicks(gets(ade, NEW), "Answer")
    view = form(ade, "unanswered_answer")
    ade.submits(view, {Field.ANSWER: "   "})
    assert view.errors
    assert len(kept(network)) == 1


def on_top_of(person: SlackPerson, below: ShownView) -> ShownView | None:
    view = person.workspace.views.top(person.user.id)
    return view if view is not below else None


def test_a_card_on_its_way_while_somebody_settles_it_shows_that(
    network: Network, ade: SlackPerson, bea: SlackPerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    outbox, parts = network.bot.knowledge.outbox, network.bot.parts
    noted = outbox.done

    def settled_meanwhile(key: str, claim: str, *, posted: str | None = None) -> bool:
        if key.startswith("unanswered:") and key.endswith(":UBEA"):
            parts.unanswered.settle(member(network, ade), key.split(":")[1])
        return noted(key, claim, posted=posted)

    monkeypatch.setattr(outbox, "done", settled_meanwhile)
    sends(network.ann)
    assert buttons(gets(bea, "Dealt with by Ade Mensah")) == []


def test_nobody_but_an_admin_reads_or_settles(network: Network) -> None:
    sends(network.ann, named=True)
    lead = network.bot.parts.askers.by_key(f"{network.slack.workspace.team.id}:ULEAD")
    with pytest.raises(NotAllowed, match="for admins of the whole store"):
        network.bot.parts.unanswered.waiting(lead)
    network.lena.command("/practice report")
    assert "The report is for admins" in network.lena.answer().text


def test_an_answer_that_no_admin_settled_in_time_is_never_sent_without_its_words(
    slack: StandInSlack, store_url: str
) -> None:
    ahead = timedelta(0)
    with connected(slack, store_url, now=lambda: utc_now() + ahead, PRACTICE_ADMINS="UADMIN") as network:
        network.may_refuse.add("chat.postMessage")
        ade = slack.person("ade")
        sends(network.ann, named=True)
        ade.clicks(gets(ade, "by Ann Okoro"), "Answer")
        slack.faults.error("chat.postMessage", "is_archived")
        ade.submits(form(ade, "unanswered_answer"), {Field.ANSWER: "Ask the team in Hackney."})
        shown = gets(ade, "could not be posted: is_archived")
        ahead = TOLD_KEPT + timedelta(days=1)
        network.bot.knowledge.outbox.clean(TOLD_KEPT)
        ade.clicks(shown, "Send again")
        gets(ade, "over 30 days ago")
        network.bot.parts.delivery.round()
        assert not network.ann.sees("im")
        assert network.bot.knowledge.outbox.unsettled() == ()
