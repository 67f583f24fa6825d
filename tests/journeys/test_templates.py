"""Sharing by template: handed in as a file or as text, looked through, corrected, sent at once."""

from __future__ import annotations

import io
import threading
from dataclasses import replace
from typing import Any

import docx
import pytest

from bot.listeners import proposals as listener
from bot.names import Action
from bot.sandbox.person import SlackPerson
from bot.sandbox.records import PostedMessage, ShownView
from bot.views.share import proposals as view
from knowledge.domain.contribution import ContributionState
from knowledge.domain.draft import Form
from knowledge.domain.member import Member
from knowledge.importing import template
from tests.journeys.conftest import PATIENCE, Network
from tests.journeys.test_sharing import drafts_of

FORM = """Anti-Racist Work and Tackling Disproportionality: Sharing Practice

Local authority: Lewisham

With children and families

Saturday reading circles for young carers
Young carers of Caribbean heritage meet every Saturday to read together with retired teachers, who help with school.
Impact: Twelve of them went on to college.

Pottery with grandparents
Grandparents and children of mixed heritage make pots together and tell the story of their family while they do it.
Impact: Families say that they talk more.

Contact: Grace Example, Head of Inclusion, grace.example@lewisham.gov.uk
"""


def word_file(text: str) -> bytes:
    document = docx.Document()
    for row in text.splitlines():
        if row.strip():
            document.add_paragraph(row)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def handed_in(person: SlackPerson, name: str, content: bytes) -> PostedMessage:
    person.messages_bot("", files=[person.uploads(name, content)])
    return person.last_reply(20)


def looked_through(person: SlackPerson, message: PostedMessage) -> ShownView:
    person.clicks(message, "Look through them")
    return person.view()


def titled(person: SlackPerson, title: str) -> ShownView:
    return person.wait_for(lambda: person.view() if person.view().title == title else None, what=title)


@pytest.mark.parametrize("name", ["form.docx", "form.txt", "form.md"])
def test_a_template_sent_as_a_file_is_proposed_and_sent_at_once(network: Network, name: str) -> None:
    content = word_file(FORM) if name.endswith("docx") else FORM.encode()
    told = handed_in(network.ann, name, content)
    assert f"2 initiatives in {name}, for Lewisham" in told.text
    assert "Saturday reading circles for young carers" in told.text
    assert told.channel == network.slack.workspace.im("UANN").id
    proposals = looked_through(network.ann, told)
    network.ann.submits(proposals, {"no_child": ["yes"]})
    assert "All 2 wait for a reviewer" in network.ann.reads(network.ann.view())
    sent = drafts_of(network, network.ann)
    assert [one.state for one in sent] == [ContributionState.WAITING] * 2
    assert {one.content.authority for one in sent} == {"Lewisham"}
    assert {one.content.contacts[0].name for one in sent} == {"Grace Example"}
    network.bot.parts.delivery.round()
    thanked = network.ann.wait_for(
        lambda: [each for each in network.ann.sees("im") if "Thank you for sharing" in each.text], what="thanks"
    )
    network.bot.parts.delivery.round()
    assert len(thanked) == len([each for each in network.ann.sees("im") if "Thank you" in each.text]) == 1
    assert "- Saturday reading circles for young carers waits for a reviewer" in thanked[0].text
    assert "- Pottery with grandparents waits for a reviewer" in thanked[0].text


def test_pasted_text_is_proposed_too(network: Network) -> None:
    network.ann.messages_bot(FORM)
    assert "2 initiatives in your text, for Lewisham" in network.ann.last_reply(20).text


def test_a_long_question_of_several_rows_stays_a_question(network: Network) -> None:
    network.ann.messages_bot("\n".join(["Who has done reverse mentoring with senior leaders in London boroughs?"] * 6))
    assert "in your text" not in network.ann.last_reply().text


def test_long_words_about_a_case_stay_a_question(network: Network) -> None:
    rows = [
        "Good morning, I have a question for the network that came up in supervision.",
        "A colleague works with two brothers from Eritrea who keep being moved between schools during a term.",
        "Their mother speaks Tigrinya and the interpreters whom we book rarely know the words for how exclusions work.",
        "I am looking for a mentoring project for newly arrived boys.",
        "Thank you for your help.",
    ]
    network.ann.messages_bot("\n".join(rows))
    assert "in your text" not in network.ann.last_reply().text


def test_a_template_is_handed_in_by_the_form_too(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    network.ann.command("/practice share")
    network.ann.clicks(network.ann.view(), "Use a filled-in template")
    form = titled(network.ann, "Use a template")
    network.ann.submits(form)
    assert form.errors == {"file": "Choose a file, or paste the text of the template."}
    file = network.ann.uploads("filled in.docx", word_file(FORM))
    acknowledged, original = threading.Event(), template.read_form_bytes
    waited: list[bool] = []

    def after(*arguments: Any, **more: Any) -> Form:
        waited.append(acknowledged.wait(PATIENCE / 2))
        return original(*arguments, **more)

    monkeypatch.setattr(template, "read_form_bytes", after)
    network.ann.submits(form, {"file": [file]})
    assert "I am reading it" in network.ann.reads(form)
    acknowledged.set()
    told = network.ann.wait_for(
        lambda: next((each for each in network.ann.sees("im") if "2 initiatives" in each.text), None), seconds=20
    )
    assert waited == [True], "acknowledged before it is read"
    network.ann.closes(form)
    network.ann.clicks(told, "Look through them")
    assert "Saturday reading circles" in network.ann.reads(titled(network.ann, "From your template"))


def test_one_is_opened_and_corrected_one_is_left_out(network: Network) -> None:
    proposals = looked_through(network.ann, handed_in(network.ann, "form.txt", FORM.encode()))
    network.ann.clicks(proposals, "Open Saturday reading circles for young carers")
    form = titled(network.ann, "Share: step 1 of 2")
    network.ann.submits(form, {"title": "Reading circles"})
    network.ann.submits(form, {"Themes": ["youth-voice"]})
    network.ann.wait_for(lambda: "1. Reading circles" in network.ann.reads(proposals) or None)
    network.ann.clicks(proposals, "Leave out Pottery with grandparents")
    network.ann.wait_for(lambda: "Pottery" not in network.ann.reads(proposals) or None)
    network.ann.submits(proposals, {"no_child": ["yes"]})
    (sent,) = [one for one in drafts_of(network, network.ann) if one.state is ContributionState.WAITING]
    assert (sent.content.title, sent.content.themes) == ("Reading circles", ("youth-voice",))


def test_a_correction_after_the_list_was_sent_elsewhere_is_said_to_be_kept_apart(network: Network) -> None:
    proposals = looked_through(network.ann, handed_in(network.ann, "form.txt", FORM.encode()))
    network.ann.clicks(proposals, "Open Saturday reading circles for young carers")
    form = titled(network.ann, "Share: step 1 of 2")
    network.ann.submits(form, {"year": "2020"})
    drafts = {one.id: replace(one.content, no_child=True) for one in drafts_of(network, network.ann)}
    network.bot.parts.share.submit_all(Member(key=drafts_of(network, network.ann)[0].by), drafts)
    network.ann.submits(form, {"Themes": ["youth-voice"]})
    words = network.ann.reads(network.ann.view())
    assert "This was sent for review on" in words
    assert "kept as a draft of its own" in words


def test_a_list_of_which_all_was_left_out_elsewhere_thanks_nobody(network: Network) -> None:
    proposals = looked_through(network.ann, handed_in(network.ann, "form.txt", FORM.encode()))
    for draft in drafts_of(network, network.ann):
        network.bot.parts.share.discard(Member(key=draft.by), draft.id)
    network.ann.submits(proposals, {"no_child": ["yes"]})
    words = network.ann.reads(network.ann.view())
    assert "Nothing is left of this template" in words
    assert "Thank you" not in words


def test_two_neighbours_become_one(network: Network) -> None:
    proposals = looked_through(network.ann, handed_in(network.ann, "form.txt", FORM.encode()))
    network.ann.clicks(proposals, "Merge with the next")
    network.ann.wait_for(lambda: "One initiative" in network.ann.reads(proposals) or None)
    network.ann.submits(proposals, {"no_child": ["yes"]})
    (sent,) = [one for one in drafts_of(network, network.ann) if one.state is ContributionState.WAITING]
    assert "retired teachers" in sent.content.summary
    assert "make pots" in sent.content.summary


def test_merging_with_what_was_left_out_elsewhere_says_so_and_shows_what_is_left(network: Network) -> None:
    proposals = looked_through(network.ann, handed_in(network.ann, "form.txt", FORM.encode()))
    elsewhere = next(one for one in drafts_of(network, network.ann) if one.position == 1)
    network.bot.parts.share.discard(Member(key=elsewhere.by), elsewhere.id)
    network.ann.clicks(proposals, "Merge with the next")
    network.ann.wait_for(lambda: "Nothing was merged" in network.ann.reads(network.ann.view()) or None)
    assert "One initiative" in network.ann.reads(proposals)
    (left,) = [one for one in drafts_of(network, network.ann) if one.is_writable]
    assert "make pots" not in left.content.summary


def test_what_is_not_right_yet_stops_the_sending_and_stands_under_its_initiative(network: Network) -> None:
    told = handed_in(network.ann, "form.txt", FORM.replace("Local authority: Lewisham", "Local authority:").encode())
    proposals = looked_through(network.ann, told)
    assert "Authority: Choose the authority that does this." in network.ann.reads(proposals)
    network.ann.submits(proposals, {"no_child": ["yes"]})
    assert "Nothing was sent yet." in network.ann.reads(proposals)
    assert not [one for one in drafts_of(network, network.ann) if one.state is ContributionState.WAITING]


def test_the_same_delivery_twice_proposes_the_same_drafts(network: Network) -> None:
    network.ann.messages_bot("", files=[network.ann.uploads("form.txt", FORM.encode())])
    told = network.ann.last_reply(20)
    proposals = looked_through(network.ann, told)
    sent = network.ann.submits(proposals, {"no_child": ["yes"]})
    again = network.slack.deliver(
        network.slack.workspace, "interactive", "view_submission", sent.payload, network.ann.user.id
    )
    assert again.json["view"]["title"]["text"] == "Sent"
    assert len(drafts_of(network, network.ann)) == 2


def test_sending_all_pressed_twice_counts_none_of_the_others_as_sent(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listener, "LISTED", 1)
    monkeypatch.setattr(view, "LISTED", 1)
    proposals = looked_through(network.ann, handed_in(network.ann, "form.txt", FORM.encode()))
    sent = network.ann.submits(proposals, {"no_child": ["yes"]})
    assert "1 were sent. These are the others." in network.ann.reads(proposals)
    again = network.slack.deliver(
        network.slack.workspace, "interactive", "view_submission", sent.payload, network.ann.user.id
    )
    assert "The first were sent. These are the others." in str(again.json)
    assert len([one for one in drafts_of(network, network.ann) if one.state is ContributionState.DRAFT]) == 1


def test_of_too_many_files_it_is_said_first_that_some_were_not_read(network: Network) -> None:
    files = [network.ann.uploads(f"form {number}.txt", FORM.encode()) for number in range(6)]
    network.ann.messages_bot("Is this right?", files=files)
    said = network.ann.last_reply().text
    assert said.startswith("I read 5 files at a time: please send the others again.\n\nI looked at what you attached")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("photo.png", b"\x89PNG\r\n\x1a\n and more", "forms are read as Word files"),
        ("form.pdf", b"%PDF-1.7", "forms are read as Word files"),
        ("form.html", b"<!DOCTYPE html><html><body>Our form</body></html>", "forms are read as Word files"),
        ("form.docx", b"PK\x03\x04 not a package", "form.docx"),
        ("empty.txt", b"", "is empty"),
        ("page.txt", b"<!DOCTYPE html><html><body>Sign in</body></html>", "sign-in page"),
        ("large.txt", b"a" * (10 * 1024 * 1024 + 1), "larger than 10 MB"),
        ("letter.txt", b"Dear all,\nthank you for coming.", "Nothing was read from letter.txt."),
    ],
)
def test_a_file_that_is_no_template_is_refused_in_words(
    network: Network, name: str, content: bytes, words: str
) -> None:
    told = handed_in(network.ann, name, content)
    assert words in told.text
    assert "/practice share" in told.text


def test_a_file_in_a_channel_is_sent_to_the_direct_messages(network: Network) -> None:
    file = network.ann.uploads("form.txt", FORM.encode())
    network.ann.mentions_bot("", channel="CYOUTH", files=[file])
    reply = network.ann.last_reply()
    assert "direct message" in reply.text
    assert drafts_of(network, network.ann) == ()


def test_a_guest_is_told_before_a_template_is_handed_in_that_guests_cannot_share(network: Network) -> None:
    gita = network.slack.person("gita")
    gita.messages_bot("share")
    reply = gita.last_reply()
    for block in reply.blocks:
        for element in block.get("elements", []):
            if element.get("action_id") == Action.SHARE_FORM:  # as it stands in a form that was open before
                element["action_id"] = Action.SHARE_TEMPLATE
    gita.clicks(reply, Action.SHARE_TEMPLATE)
    assert "Guests" in gita.last_reply().text
    assert "views.open" not in [call.method for call in network.slack.workspace.calls]


def test_a_guest_s_template_is_not_even_fetched(network: Network) -> None:
    gita = network.slack.person("gita")
    told = handed_in(gita, "form.txt", FORM.encode())
    assert "Guests" in told.text
    assert drafts_of(network, gita) == ()


@pytest.mark.parametrize("address", [True, False])
def test_a_template_deleted_before_it_was_read_is_said_to_be(network: Network, address: bool) -> None:
    network.may_refuse.add("files.info")
    delivery = network.ann.messages_bot("", files=[network.ann.uploads("form.txt", FORM.encode())])
    network.ann.last_reply()
    there = delivery.payload["event"]["files"][0]
    gone = {"id": "FGONE", "name": "form.txt"}
    if address:
        gone["url_private"] = there["url_private"].replace(there["id"], "FGONE")
    event = delivery.payload["event"] | {"ts": "9.9", "files": [gone]}
    network.ann._begin()
    network.slack.deliver_event(network.slack.workspace, event, "UANN")
    assert "“form.txt” was deleted in Slack" in network.ann.last_reply().text
