"""Every way to ask, as a person goes through it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest
from sqlalchemy import select, update

from bot.sandbox.finding import buttons
from bot.sandbox.mentions import disguised_links, notifications
from bot.sandbox.records import PostedMessage
from bot.sandbox.server import StandInSlack
from knowledge.domain.initiative import Visibility
from knowledge.domain.member import Member, Role
from knowledge.store.database import Database
from knowledge.store.tables import InboxRow, InitiativeRow
from tests.databases import writing
from tests.journeys.conftest import Network, connected
from tests.journeys.reviewing import CONTENT, member


def test_a_slash_command_is_answered_privately_with_the_people_to_talk_to(network: Network) -> None:
    delivery = network.ann.command("/practice youth justice in Hackney")
    assert delivery.acked
    reply = network.ann.last_reply()
    assert reply.private_to == "UANN"
    assert "Anti-disproportionality work in youth justice" in reply.text
    assert "Lisa Aldridge (Head of Safeguarding and Learning)" in reply.text
    assert "Annie Gammon (Director of Education)" in reply.text
    assert "named in Hackney's undated form, not confirmed" in reply.text
    assert not network.lena.sees_text("Lisa Aldridge")


def test_a_mention_is_answered_for_everyone_in_its_thread(network: Network) -> None:
    network.ann.mentions_bot("young black men programme", channel="CYOUTH")
    reply = network.ann.last_reply()
    assert reply.private_to is None
    assert reply.thread_ts is not None
    assert "Sonia Khan" in reply.text
    network.lena.wait_for(
        lambda: [each for each in network.lena.sees("CYOUTH", thread_ts=reply.thread_ts) if "Sonia Khan" in each.text],
        what="the answer in the thread",
    )


def test_what_is_for_an_authoritys_own_people_never_reaches_a_channel(slack: StandInSlack, store_url: str) -> None:
    with closing(Database(store_url)) as database, writing(database) as session:
        hidden = update(InitiativeRow).where(InitiativeRow.authority == "Hackney")
        session.execute(hidden.values(visibility=Visibility.AUTHORITY))
    with connected(slack, store_url, PRACTICE_LEADS="ULEAD=hackney") as network:
        network.lena.command("/practice in:hackney")
        answer = network.lena.last_reply()
        assert "Anti-racism as the foundation" in answer.text
        network.lena.clicks(answer, "Share in channel")
        network.lena.mentions_bot("in:hackney", channel="CYOUTH")
        question = network.ann.sees("CYOUTH")[-1]

        def seen() -> list[PostedMessage]:
            every = [*network.ann.sees(), *network.ann.sees("CYOUTH", thread_ts=question.ts)]
            return [one for one in every if one.bot_id]

        network.ann.wait_for(lambda: len(seen()) > 1, what="an answer in each channel")
        assert not [one.text for one in seen() if "Anti-racism as the foundation" in one.text]


def test_a_mention_inside_a_thread_stays_in_that_thread(network: Network) -> None:
    network.lena.writes("who has done reverse mentoring?", "CYOUTH")
    question = network.lena.sees("CYOUTH")[-1]
    network.ann.mentions_bot("reverse mentoring", channel="CYOUTH", thread_ts=question.ts)
    assert network.ann.last_reply().thread_ts == question.ts


def test_a_direct_message_is_answered_in_the_conversation(network: Network) -> None:
    network.ann.messages_bot("youht justce in hackny")
    reply = network.ann.last_reply()
    assert reply.thread_ts is None
    assert "as “youth”" in reply.text
    assert "Anti-disproportionality work in youth justice" in reply.text


def test_a_direct_message_in_a_thread_is_answered_there(network: Network) -> None:
    network.ann.messages_bot("youth justice")
    first = network.ann.last_reply()
    network.ann.messages_bot("reverse mentoring", thread_ts=first.ts)
    assert network.ann.last_reply().thread_ts == first.ts


def test_the_same_question_gets_the_same_answer_however_it_is_asked(network: Network) -> None:
    network.ann.command("/practice reverse mentoring")
    private = network.ann.last_reply().text
    network.ann.messages_bot("reverse mentoring")
    assert network.ann.last_reply().text == private


@pytest.mark.parametrize("text", ["", " help", " HELP "])
def test_help_is_private_and_names_what_works(network: Network, text: str) -> None:
    network.ann.command(f"/practice{text}")
    reply = network.ann.last_reply()
    assert reply.private_to == "UANN"
    assert "/practice browse" in reply.text


def test_more_shows_the_next_results_without_repeating_any(network: Network) -> None:
    network.ann.command("/practice youth justice")
    first = network.ann.last_reply()
    network.ann.clicks(first, "More")
    second = network.ann.last_reply()
    assert second.text.splitlines()[0].startswith("Initiatives 6 to")
    titles = [line for line in first.text.splitlines() if line[:2] in ("1.", "2.", "3.", "4.", "5.")]
    assert titles
    assert not [line for line in titles if line.split(". ", 1)[1] in second.text]


def test_open_shows_the_whole_initiative_with_everyone_to_talk_to(network: Network) -> None:
    network.ann.command("/practice youth justice in Hackney")
    network.ann.clicks(network.ann.last_reply(), "Open", nth=0)
    words = network.ann.reads(network.ann.view())
    parts = ("What is done", "Impact", "Evidence", "Hackney (London, England)", "Talk to", "Last checked", "Source")
    assert [part for part in parts if part not in words] == []


def test_sharing_posts_question_and_answer_once_without_private_details(network: Network) -> None:
    network.ann.command("/practice youth justice in Hackney")
    private = network.ann.last_reply()
    network.ann.clicks(private, "Share in channel")
    shared = network.lena.wait_for(
        lambda: next((each for each in network.lena.sees() if "Lisa Aldridge" in each.text), None),
        what="the shared answer",
    )
    assert shared.text.startswith("Shared from Practice Finder by Ann Okoro.\n")
    assert "“youth justice in Hackney”" in shared.text
    network.ann.clicks(private, "Share in channel")
    assert "already" in network.ann.last_reply().text
    assert len([each for each in network.lena.sees() if "Lisa Aldridge" in each.text]) == 1


def test_sharing_works_where_the_bot_is_no_member(network: Network) -> None:
    network.ann.command("/practice reverse mentoring", channel="CQUIET")
    network.ann.clicks(network.ann.last_reply(), "Share in channel")
    network.lena.wait_for(lambda: network.lena.sees_text("Shared from Practice Finder", "CQUIET"), what="the answer")


def test_an_answer_sent_to_ones_messages_outlives_a_reload(network: Network) -> None:
    network.ann.command("/practice reverse mentoring")
    network.ann.clicks(network.ann.last_reply(), "Send to my messages")
    network.ann.wait_for(lambda: network.ann.sees_text("reverse mentoring", "im"), what="the message")
    network.ann.reloads()
    assert not network.ann.sees_text("reverse mentoring")
    assert network.ann.sees_text("reverse mentoring", "im")


def test_what_is_kept_of_a_press_under_an_answer_says_neither_whose_it_was_nor_where(network: Network) -> None:
    network.ann.command("/practice reverse mentoring")
    answer = network.ann.answer()
    network.ann.clicks(answer, "Share in channel")
    network.ann.clicks(answer, "Send to my messages")
    network.ann.wait_for(lambda: network.ann.sees_text("reverse mentoring", "im"), what="the message")
    rows = network.bot.knowledge.database.read(
        lambda session: session.execute(select(InboxRow.key, InboxRow.body)).all()
    )
    assert len([row for row in rows if not row.key.startswith("command:")]) == 2
    told = [str(row) for row in rows if any(of in str(row) for of in ("UANN", "CGENERAL", answer.ts))]
    assert told == []


@pytest.mark.parametrize("refused", [(), ("response_url",)])
def test_who_presses_under_an_answer_in_the_channel_sees_what_comes_of_it(
    network: Network, refused: tuple[str, ...]
) -> None:
    network.ann.command("/practice youth justice")
    network.ann.clicks(network.ann.answer(), "Share in channel")
    shared = network.lena.wait_for(
        lambda: next((one for one in network.lena.sees() if "Shared from" in one.text), None), what="the shared answer"
    )
    for method in refused:
        network.slack.faults.error(method, "fatal_error")
        network.may_refuse.add(method)
    network.lena.clicks(shared, "More")
    assert "“youth justice”" in network.lena.answer().text
    assert network.lena.answer() in network.lena.sees("CGENERAL")


def test_a_copy_in_ones_messages_is_neither_shared_nor_sent_on(network: Network) -> None:
    network.ann.command("/practice reverse mentoring")
    network.ann.clicks(network.ann.answer(), "Send to my messages")
    copy = network.ann.wait_for(
        lambda: next((one for one in network.ann.sees("im") if "“reverse mentoring”" in one.text), None), what="a copy"
    )
    assert "Open" in buttons(copy)
    assert not {"Share in channel", "Send to my messages"} & set(buttons(copy))


def test_what_a_channel_would_not_be_shown_is_not_shared_as_nothing(slack: StandInSlack, store_url: str) -> None:
    with connected(slack, store_url, PRACTICE_LEADS="ULEAD=hackney") as network:
        parts, lena = network.bot.parts, member(network, network.lena)
        own = replace(CONTENT, title="Zither evenings", summary="Zither evenings.", visibility=Visibility.AUTHORITY)
        draft = parts.share.start(lena)
        parts.share.submit(lena, draft.id, replace(own, themes=(parts.find.lists.themes[0].slug,)))
        parts.review.publish(Member(frozenset({Role.ADMIN}), key="T1:UADMIN"), draft.id)
        network.lena.command("/practice zither evenings")
        answer = network.lena.answer()
        before = len(network.ann.sees("CGENERAL"))
        network.lena.clicks(answer, "Share in channel")
        network.lena.wait_for(lambda: network.lena.sees_text("Nothing was shared"), what="why not")
        assert len(network.ann.sees("CGENERAL")) == before


def test_a_correction_can_be_undone_in_one_click(network: Network) -> None:
    network.ann.command("/practice mentorng")
    reply = network.ann.last_reply()
    assert "I read “mentorng” as “mentoring”." in reply.text
    network.ann.clicks(reply, "Search for “mentorng”")
    assert "I read" not in network.ann.last_reply().text


def test_a_shared_alias_is_answered_for_all_with_a_button_for_each(network: Network) -> None:
    network.ann.command("/practice exclusions LBH")
    reply = network.ann.last_reply()
    assert reply.text.startswith("“LBH” can mean")
    network.ann.clicks(reply, "Only Hackney")
    narrowed = network.ann.last_reply().text
    assert "Understood as authority: Hackney" in narrowed
    assert "can mean" not in narrowed


def test_nothing_found_leads_somewhere(network: Network) -> None:
    network.ann.command("/practice bin collection")
    reply = network.ann.last_reply()
    assert reply.text.startswith("Nothing in the store answers “bin collection”.")
    network.ann.clicks(reply, "ask:100")
    assert network.ann.last_reply().text != reply.text


def test_browsing_leads_from_a_theme_to_its_initiatives(network: Network) -> None:
    network.ann.command("/practice browse")
    browse = network.ann.last_reply()
    network.ann.clicks(browse, "Youth justice")
    assert "for “theme:youth-justice”" in network.ann.last_reply().text


def test_words_of_harm_are_answered_with_help_first(network: Network) -> None:
    network.ann.command("/practice a child is being abused")
    assert "999" in network.ann.last_reply().text.splitlines()[0]


@pytest.mark.parametrize(
    "evil", ["<!channel> mentoring", "<@UADMIN> mentoring", "&amp;lt;!here&amp;gt; mentoring", "*bold* _it_ `code`"]
)
def test_a_question_cannot_ping_anyone_or_disguise_a_link(network: Network, evil: str) -> None:
    network.ann.mentions_bot(evil, channel="CYOUTH")
    reply = network.ann.last_reply()
    assert notifications(reply) == []
    assert disguised_links(reply) == []


@pytest.mark.parametrize("text", ["payload", "search payload", "a" * 3000, "😀" * 500, "(((a+)+)+)+$ OR 1=1; --"])
def test_odd_text_is_answered_too(network: Network, text: str) -> None:
    delivery = network.ann.command(f"/practice {text}")
    assert delivery.acked
    assert network.ann.last_reply().text


def test_half_a_letter_in_a_question_or_a_files_name_keeps_nobody_from_an_answer(network: Network) -> None:
    network.ann.messages_bot("youth justice \ud83d in Hackney")
    assert "for “youth justice in Hackney”" in network.ann.last_reply().text
    network.ann.messages_bot("", files=[network.ann.uploads("no\ud83d form.txt", b"Dear all")])
    assert "no form.txt" in network.ann.last_reply(20).text


THANKS = ("thanks", "Thank you!", "cheers", "Diolch", "diolch yn fawr", "ok", "great, thanks!", "that's very helpful")


@pytest.mark.parametrize("direct", [True, False])
def test_thanks_are_answered_in_one_line_that_leads_somewhere(network: Network, direct: bool) -> None:
    for text in THANKS:
        network.ann.messages_bot(text) if direct else network.ann.mentions_bot(text, channel="CYOUTH")
        reply = network.ann.last_reply()
        assert reply.text == "Glad to help. Ask me anything else; /practice help shows how."
    network.ann.clicks(reply, "Browse all themes")
    assert "Youth justice" in network.ann.last_reply().text


@pytest.mark.parametrize(
    "text", ["thanks, anything on exclusions?", "great, and exclusions?", "thank you. exclusions", "ok exclusions then"]
)
def test_thanks_before_a_question_do_not_hide_it(network: Network, text: str) -> None:
    network.ann.mentions_bot(text, channel="CYOUTH")
    assert "Understood as theme: Exclusions." in network.ann.last_reply().text
