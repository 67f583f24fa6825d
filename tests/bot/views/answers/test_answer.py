from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from bot.names import Action
from bot.payloads.values import Asking
from bot.views.answers.answer import answer_message
from bot.views.answers.sharing import shared_message
from bot.views.content.contacts import Audience
from bot.views.kit.blocks import Block, SlackMessage
from knowledge.domain.lists import Signpost
from knowledge.domain.query import Correction, Intent, Piece, Query, Suggestion
from tests.factories import ASHFORD, BEECHAM, FORM, a_contact, an_answer, an_initiative

WEALD = "The Weald"


def buttons(message: SlackMessage) -> list[Block]:
    return [element for block in message.blocks if block["type"] == "actions" for element in block["elements"]]


def said_in_blocks(message: SlackMessage) -> list[str]:
    """Every run of text in the rich text blocks, in order."""

    def texts(block: object) -> list[str]:
        if isinstance(block, dict):
            own = [block["text"]] if isinstance(block.get("text"), str) else []
            return own + [text for value in block.values() for text in texts(value)]
        return [text for each in block for text in texts(each)] if isinstance(block, list) else []

    return [text for block in message.blocks if block["type"] == "rich_text" for text in texts(block)]


def test_a_result_names_title_authority_contact_reason_and_source() -> None:
    said = answer_message(an_answer(an_initiative()), Audience.PERSON).said
    assert "1. Mentors for young people - Ashford" in said
    assert "Talk to: Ada Example (Head of Practice)" in said
    assert "Matched by title: mentoring." in said
    assert "From a public page read in November 2026: A page about it (https://example.org/page)" in said


def test_the_text_says_all_that_the_blocks_show() -> None:
    message = answer_message(an_answer(an_initiative(), an_initiative(id="b", title="Other")), Audience.PERSON)
    runs = said_in_blocks(message)
    assert len(runs) > 10
    assert all(run in message.said for run in runs)


def test_a_question_for_people_is_answered_with_the_people_first() -> None:
    query = Query("who runs mentoring?", intent=Intent.CONTACT)
    rows = answer_message(an_answer(an_initiative(), query=query), Audience.PERSON).said.splitlines()
    talk_to = next(number for number, row in enumerate(rows) if row.startswith("Talk to"))
    assert rows[talk_to - 1].startswith("1. ")


def test_results_of_others_that_only_name_the_authority_are_said_to_be_so() -> None:
    query = Query("what is Beecham doing?", intent=Intent.AUTHORITY, authorities=(BEECHAM,))
    said = answer_message(an_answer(an_initiative(), query=query), Audience.PERSON).said
    assert "Beecham itself has nothing that answers this. This initiative mentions it." in said
    several = answer_message(an_answer(an_initiative(), an_initiative(id="b"), query=query), Audience.PERSON).said
    assert "Beecham itself has nothing that answers this. These initiatives mention it." in several
    shared = an_answer(an_initiative(), query=replace(query, shared_alias="BC"))
    assert "all of them have shared" not in answer_message(shared, Audience.PERSON).said
    own = an_answer(an_initiative(authority="Beecham"), query=query)
    assert "mention it" not in answer_message(own, Audience.PERSON).said
    after_its_own = replace(an_answer(an_initiative(), query=query), total=11, offset=10)
    assert "mention it" not in answer_message(after_its_own, Audience.PERSON).said


def test_a_contact_of_an_undated_form_is_said_to_be_unconfirmed() -> None:
    said = answer_message(an_answer(an_initiative(source=FORM)), Audience.PERSON).said
    assert "named in Ashford's undated form, not confirmed" in said


def test_a_confirmed_contact_is_said_to_be_confirmed_with_the_month() -> None:
    contact = a_contact(confirmed=date(2026, 10, 3))
    said = answer_message(an_answer(an_initiative(own_contacts=(contact,))), Audience.PERSON).said
    assert "confirmed October 2026" in said
    assert "Head of Practice) - named" not in said


@pytest.mark.parametrize(("audience", "shown"), [(Audience.PERSON, True), (Audience.CHANNEL, False)])
def test_email_and_phone_reach_a_channel_only_where_public(audience: Audience, shown: bool) -> None:
    contact = a_contact(email="ada@example.org", phone="020 7946 0000")
    said = answer_message(an_answer(an_initiative(own_contacts=(contact,))), audience).said
    assert ("ada@example.org" in said) is shown
    assert ("020 7946 0000" in said) is shown
    assert "Ada Example" in said


def test_a_public_contact_is_shown_whole_in_a_channel() -> None:
    contact = a_contact(email="ada@example.org", public=True)
    assert "ada@example.org" in answer_message(an_answer(an_initiative(own_contacts=(contact,))), Audience.CHANNEL).said


def test_a_correction_is_said_openly_and_can_be_undone() -> None:
    query = Query("mentroing", corrections=(Correction("mentroing", "mentoring", '"mentroing"'),))
    message = answer_message(an_answer(an_initiative(), query=query), Audience.PERSON)
    assert "I read “mentroing” as “mentoring”." in message.said
    undo = next(each for each in buttons(message) if each["text"]["text"] == "Search for “mentroing”")
    assert Asking.of(undo["value"]) == Asking('"mentroing"')


def test_an_alias_of_several_authorities_is_said_first_with_a_button_for_each() -> None:
    query = Query("LB mentoring", authorities=(ASHFORD, BEECHAM), shared_alias="LB")
    message = answer_message(an_answer(an_initiative(), query=query), Audience.PERSON)
    assert message.said.startswith("“LB” can mean Ashford or Beecham.")
    only = [each for each in buttons(message) if each["text"]["text"].startswith("Only ")]
    assert [Asking.of(each["value"]) for each in only] == [
        Asking('mentoring in:"Ashford"'),
        Asking('mentoring in:"Beecham"'),
    ]


def test_an_area_is_said_with_all_that_lie_there() -> None:
    query = Query(
        "mentoring in the Weald", authorities=(ASHFORD, BEECHAM), areas=((WEALD, (ASHFORD.name, BEECHAM.name)),)
    )
    message = answer_message(an_answer(an_initiative(), query=query), Audience.PERSON)
    assert message.said.startswith("The Weald is read as Ashford and Beecham.")
    assert not [each for each in buttons(message) if each["text"]["text"].startswith("Only")]
    two = replace(query, areas=((WEALD, (ASHFORD.name,)), ("The Downs", (BEECHAM.name,))))
    assert (
        "The Weald is read as Ashford.\nThe Downs is read as Beecham."
        in answer_message(an_answer(an_initiative(), query=two), Audience.PERSON).said
    )
    elsewhere = an_answer(an_initiative(authority="Elm"), query=query)
    of_its_name = replace(ASHFORD, name=WEALD, official="The Weald Combined Authority")
    there = replace(query, authorities=(of_its_name, BEECHAM), areas=((WEALD, (WEALD, BEECHAM.name)),))
    both = an_answer(an_initiative(), query=there)
    said = answer_message(both, Audience.PERSON).said
    assert said.startswith("The Weald is read as The Weald Combined Authority and Beecham.")
    assert "The Weald itself has nothing that answers this." in answer_message(elsewhere, Audience.PERSON).said


def test_an_alias_of_several_that_have_nothing_promises_nothing() -> None:
    query = Query("stars in LBX", authorities=(ASHFORD, BEECHAM), shared_alias="LBX")
    said = answer_message(replace(an_answer(), query=query, total=0, results=()), Audience.PERSON).said
    assert "“LBX” can mean" in said
    assert "Here is what all of them have shared" not in said


def test_each_piece_understood_can_be_taken_off() -> None:
    text = "mentoring in Ashford"
    query = Query(text, pieces=(Piece("authority", "authority: Ashford", text, ((13, 20),)),))
    message = answer_message(an_answer(an_initiative(), query=query), Audience.PERSON)
    assert "Understood as authority: Ashford." in message.said
    off = next(each for each in buttons(message) if each["text"]["text"] == "Without authority: Ashford")
    assert Asking.of(off["value"]) == Asking("mentoring")


def test_what_leaves_something_out_is_taken_off_in_the_askers_words() -> None:
    text = "mentoring outside London"
    query = Query(text, pieces=(Piece("excluded", "without: London", text, ((10, 24),)),))
    found = buttons(answer_message(an_answer(an_initiative(), query=query), Audience.PERSON))
    asked = {one["text"]["text"]: Asking.of(one["value"]) for one in found}
    assert asked["Ignore “outside London”"] == Asking("mentoring")


def test_a_filter_that_names_nothing_known_is_said_openly_with_what_it_may_be() -> None:
    query = Query("stars evidence:strong in:Narnia", unknown=(("evidence", "strong"), ("in", "Narnia")))
    said = answer_message(an_answer(an_initiative(), query=query), Audience.PERSON).said
    assert "There is no evidence “strong” to narrow by, so I searched for the words." in said
    assert "evidence: may be described, early results or evaluated." in said
    assert "There is no place “Narnia” to narrow by, so I searched for the words." in said


def test_an_answer_to_part_of_a_question_says_so() -> None:
    several = "None has all that you asked for; those that come nearest are first."
    one = "It does not have all that you asked for."
    for note, found in ((several, (an_initiative(), an_initiative(id="b"))), (one, (an_initiative(),))):
        message = answer_message(an_answer(*found, partly=True), Audience.PERSON)
        assert note in message.said
        assert note in said_in_blocks(message)
        assert "all that you asked for" not in answer_message(an_answer(*found), Audience.PERSON).said


def test_where_the_results_begin_that_are_far_less_close_is_said() -> None:
    note = "Less close to what you asked:"
    one, other = an_initiative(), an_initiative(title="Another")
    for scores, partly, said in (((0.8, 0.3), False, True), ((0.8, 0.5), False, False), ((0.8, 0.3), True, False)):
        answer = an_answer(one, other, partly=partly)
        results = tuple(replace(each, score=score) for each, score in zip(answer.results, scores, strict=True))
        message = answer_message(replace(answer, results=results), Audience.PERSON)
        assert (f"{note}\n2. Another" in message.said) is said
        assert (note in said_in_blocks(message)) is said
        further = replace(answer, results=results, offset=5, total=9)
        assert further.less_close is None
        assert note not in answer_message(further, Audience.PERSON).said


def test_help_for_people_at_risk_comes_before_everything_else() -> None:
    signpost = Signpost(
        ("in danger",), "If someone is in danger now, call 999.", (("Helpline", "https://help.example"),)
    )
    said = answer_message(an_answer(an_initiative(), signpost=signpost), Audience.PERSON).said
    assert said.startswith("If someone is in danger now, call 999.")
    assert "Mentors for young people" in said


@pytest.mark.parametrize(("total", "shown"), [(1, "the only one was shown."), (3, "all 3 were shown.")])
def test_that_all_were_shown_is_said_of_one_too(total: int, shown: str) -> None:
    assert shown in answer_message(an_answer(total=total, offset=5), Audience.PERSON).said


def test_more_is_offered_with_the_next_offset_only_while_there_is_more() -> None:
    first = answer_message(an_answer(an_initiative(), total=3), Audience.PERSON)
    more = next(each for each in buttons(first) if each["action_id"] == Action.MORE)
    assert Asking.of(more["value"]) == Asking("mentoring", 1)
    last = answer_message(an_answer(an_initiative(), total=3, offset=2), Audience.PERSON)
    assert not [each for each in buttons(last) if each["action_id"] == Action.MORE]


def test_sharing_asks_first_and_is_offered_only_where_it_makes_sense() -> None:
    shareable = answer_message(an_answer(an_initiative()), Audience.PERSON, shareable=True)
    share = next(each for each in buttons(shareable) if each["action_id"] == Action.SHARE)
    assert share["confirm"]["confirm"]["text"] == "Share"
    plain = answer_message(an_answer(an_initiative()), Audience.PERSON)
    assert not [each for each in buttons(plain) if each["action_id"] == Action.SHARE]


def test_no_result_leads_somewhere() -> None:
    suggestions = (
        Suggestion("theme", "Youth justice", "youth-justice"),
        Suggestion("authority", "Ashford", "Ashford"),
        Suggestion("authority", "Beecham has work on mentoring", "Beecham", 'mentoring in:"Beecham"'),
        Suggestion("initiative", "Mentors for young people", "ashford-mentoring"),
        Suggestion("browse", "2 initiatives on bins, without “collection”", question="bins"),
        Suggestion("browse", "Browse all themes"),
        Suggestion("share", "Share what you do"),
    )
    message = answer_message(an_answer(text="bin collection", suggestions=suggestions), Audience.PERSON)
    assert message.said.startswith("Nothing in the store answers “bin collection”.")
    asked = [Asking.of(each["value"]) for each in buttons(message) if each["action_id"].startswith(Action.ASK)]
    there = Asking('mentoring in:"Beecham"')
    assert asked == [Asking("theme:youth-justice"), Asking('in:"Ashford"'), there, Asking("bins"), Asking("browse")]
    (share,) = [each for each in buttons(message) if each["action_id"] == Action.SHARE_FORM]
    assert share["text"]["text"] == "Share what you do"
    assert [each["value"] for each in buttons(message) if each["action_id"] == Action.OPEN] == ["ashford-mentoring"]


def test_text_from_people_and_sources_stays_inert() -> None:
    evil = "<!channel> <@U1> <https://evil.example|council> &amp; *bold*"
    message = answer_message(an_answer(an_initiative(title=evil, summary=evil), text=evil), Audience.PERSON)
    assert "<" not in message.text
    assert "&lt;!channel&gt;" in message.text
    assert "mrkdwn" not in json.dumps(message.blocks)


def test_only_https_addresses_become_links() -> None:
    source = replace(FORM, url="javascript:alert(1)", title="Odd")
    message = answer_message(an_answer(an_initiative(source=source, own_contacts=())), Audience.PERSON)
    assert '"type": "link"' not in json.dumps(message.blocks)


def test_every_open_button_tells_a_screen_reader_what_it_opens() -> None:
    message = answer_message(an_answer(an_initiative()), Audience.PERSON)
    opener = next(each for each in buttons(message) if each["action_id"] == Action.OPEN)
    assert opener["accessibility_label"] == "Open Mentors for young people"


def test_who_shared_an_answer_is_mentioned_and_named_in_its_text() -> None:
    message = answer_message(an_answer(an_initiative()), Audience.CHANNEL)
    shared = shared_message(message, "U1", "Ann Okoro")
    assert shared.said == f"Shared from Practice Finder by Ann Okoro.\n{message.said}"
    (section,) = shared.blocks[0]["elements"]
    assert section["elements"][1] == {"type": "user", "user_id": "U1"}
    assert shared.blocks[1:] == message.blocks
