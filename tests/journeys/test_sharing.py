"""Sharing by form, as a person goes through it."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.errors import NotSent
from bot.sandbox.person import SlackPerson
from bot.sandbox.records import ShownView
from bot.sandbox.server import StandInSlack
from knowledge.domain.contribution import Contribution, ContributionState
from tests.journeys.conftest import Network, connected

ABOUT: dict[str, Any] = {
    "authority": "Hackney",
    "categories": ["children-and-families"],
    "title": "Saturday school of heritage crafts",
    "summary": "Elders teach pottery and weaving to Black boys who were excluded from school, every Saturday.",
    "impact": "Attendance at school rose for most of them.",
    "evidence": "early-results",
    "year": "2024",
}
REST: dict[str, Any] = {
    "resources": "The handbook - https://www.example.gov.uk/handbook",
    "no_child": ["yes"],
}


def opened(person: SlackPerson) -> ShownView:
    """The form, opened by the command, as it stands before `person`."""
    person.command("/practice share")
    return person.view()


def drafts_of(network: Network, person: SlackPerson) -> tuple[Contribution, ...]:
    """What is kept of this person, whatever became of it, the longest untouched first."""
    key = f"{person.user.team_id}:{person.user.id}"
    return network.bot.knowledge.contributions.read(lambda tx: tx.contributions(by=key))


def second_step(person: SlackPerson, **changes: Any) -> ShownView:
    """The form at its second step."""
    person.submits(opened(person), {**ABOUT, **changes})
    return person.view()


def test_an_initiative_is_shared_by_form_and_waits_for_a_reviewer(network: Network) -> None:
    form = opened(network.ann)
    assert form.title == "Share: step 1 of 2"
    network.ann.submits(form, ABOUT)
    assert form.title == "Share: step 2 of 2"
    network.ann.submits(form, REST)
    assert "waits for a reviewer" in network.ann.reads(network.ann.view())
    (sent,) = [one for one in drafts_of(network, network.ann) if not one.is_empty]
    assert sent.state is ContributionState.WAITING
    content = sent.content
    assert (content.authority, content.title, content.year) == ("Hackney", ABOUT["title"], "2024")
    assert "exclusions" in content.themes, "suggested from the text"
    assert [(one.title, one.url) for one in content.resources] == [
        ("The handbook", "https://www.example.gov.uk/handbook")
    ]


def test_the_authority_is_remembered_from_the_last_time(network: Network) -> None:
    network.ann.submits(second_step(network.ann), REST)
    network.ann.closes(network.ann.view())
    form = opened(network.ann)
    assert form.state["authority"]["authority"]["selected_option"]["value"] == "Hackney"
    assert form.title == "Share: step 1 of 2", "a draft with nothing but the authority is not offered as unfinished"


@pytest.mark.parametrize(("typed", "offered"), [("hack", "Hackney"), ("lbh", "Hackney"), ("hackny", "Hackney")])
def test_the_whole_register_can_be_searched_by_any_name(network: Network, typed: str, offered: str) -> None:
    form = opened(network.ann)
    assert offered in [option["value"] for option in network.ann.types_into(form, "authority", typed)]


def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(network: Network) -> None:
    form = opened(network.ann)
    network.ann.submits(form, {**ABOUT, "title": "T" * 170, "summary": "   "})
    assert form.errors == {
        "title": "This is 170 characters long, 20 too many: at most 150 fit.",
        "summary": "Say what is done, in a few sentences.",
    }
    network.ann.closes(form)
    (kept,) = [one for one in drafts_of(network, network.ann) if not one.is_empty]
    assert kept.content.title == "T" * 170
    assert kept.content.impact == ABOUT["impact"]


def test_errors_of_the_second_step_stand_at_its_fields(network: Network) -> None:
    form = second_step(network.ann)
    network.ann.submits(form, {**REST, "resources": 'Handbook\nPlan - https://example.org/"x'})
    assert list(form.errors) == ["resources"]
    assert "Resource 2: " in form.errors["resources"]
    assert "is no web address" in form.errors["resources"]
    (kept,) = [one for one in drafts_of(network, network.ann) if not one.is_empty]
    assert [one.title for one in kept.content.resources] == ["Handbook", "Plan"]


def test_slack_itself_asks_for_the_confirmation_that_nobody_can_be_identified(network: Network) -> None:
    form = second_step(network.ann)
    with pytest.raises(NotSent) as stopped:
        network.ann.submits(form)
    assert set(stopped.value.errors) == {"no_child"}


def test_a_closed_form_is_kept_and_offered_again(network: Network) -> None:
    form = second_step(network.ann)
    network.ann.closes(form)
    assert "is kept" in network.ann.last_reply().text
    chooser = opened(network.ann)
    assert ABOUT["title"] in network.ann.reads(chooser)
    network.ann.clicks(chooser, "Continue")
    again = network.ann.wait_for(
        lambda: network.ann.view() if network.ann.view().title == "Share: step 1 of 2" else None, what="the draft"
    )
    assert again.state["title"]["title"]["value"] == ABOUT["title"]
    assert again.state["summary"]["summary"]["value"] == ABOUT["summary"]


def test_a_choice_keeps_the_texts_typed_before_it(network: Network) -> None:
    form = opened(network.ann)
    network.ann.fills(form, {"title": "Begun", "summary": "Typed, then closed."})
    network.ann.chooses(form, "evidence", "evaluated")
    network.ann.wait_for(lambda: any(one.content.title == "Begun" for one in drafts_of(network, network.ann)) or None)
    network.ann.closes(form)
    assert "Begun" in network.ann.reads(opened(network.ann))


def test_a_draft_that_was_put_away_is_offered_no_longer(network: Network) -> None:
    network.ann.closes(second_step(network.ann))
    chooser = opened(network.ann)
    network.ann.clicks(chooser, "Put away")
    network.ann.wait_for(lambda: ABOUT["title"] not in network.ann.reads(chooser) or None)
    network.ann.closes(chooser)
    assert opened(network.ann).title == "Share: step 1 of 2"


def test_a_double_click_sends_once(network: Network) -> None:
    form = second_step(network.ann)
    sent = network.ann.submits(form, REST)
    again = network.slack.deliver(
        network.slack.workspace, "interactive", "view_submission", sent.payload, network.ann.user.id
    )
    assert again.json["response_action"] == "update"
    waiting = [one for one in drafts_of(network, network.ann) if one.state is ContributionState.WAITING]
    assert len(waiting) == 1
    assert len([one for one in drafts_of(network, network.ann) if not one.is_empty]) == 1


def test_a_command_delivered_twice_begins_one_draft(network: Network) -> None:
    delivery = network.ann.command("/practice share")
    network.ann.view()
    network.slack.deliver(network.slack.workspace, "command", "/practice", delivery.payload, network.ann.user.id)
    assert len(drafts_of(network, network.ann)) == 1


def test_a_guest_is_told_in_words_why_not_and_whom_to_ask(network: Network) -> None:
    gita = network.slack.person("gita")
    gita.command("/practice share", channel="CYOUTH")
    said = gita.answer()
    assert said.private_to == "UGUEST"
    assert "Guests" in said.text
    assert "Ask a colleague" in said.text
    assert not gita.has_modal()


def test_contacts_are_chosen_from_those_known_or_typed_in(network: Network) -> None:
    form = second_step(network.ann)
    known = [option["text"]["text"] for option in _element(form, "contacts")["options"]]
    assert any("Lisa Aldridge" in name for name in known)
    network.ann.clicks(form, "Add a contact")
    contact = network.ann.wait_for(
        lambda: network.ann.view() if network.ann.view().title == "Add a contact" else None, what="the contact form"
    )
    network.ann.submits(contact, {"email": ""})
    assert "at least a name, a role, a team" in str(contact.errors)
    network.ann.submits(contact, {"email": "not an address"})
    assert "no e-mail address" in contact.errors["email"]
    network.ann.submits(
        contact,
        {"name": "Grace Example", "email": "grace@example.gov.uk", "member": "ULEAD", "public": ["yes"]},
    )
    network.ann.wait_for(lambda: "Grace Example" in network.ann.reads(form) or None, what="the contact in the form")
    lisa = next(name for name in known if "Lisa Aldridge" in name)
    chosen = [held["text"]["text"] for held in state_of(form, "contacts")["selected_options"]]
    assert chosen == ["Grace Example"]
    network.ann.submits(form, {**REST, "Contacts": ["Grace Example", lisa]})
    (sent,) = [one for one in drafts_of(network, network.ann) if one.state is ContributionState.WAITING]
    grace, other = sent.content.contacts
    assert (grace.name, grace.email, grace.member, grace.public) == (
        "Grace Example",
        "grace@example.gov.uk",
        f"{network.ann.user.team_id}:ULEAD",
        True,
    )
    assert other.name == "Lisa Aldridge"


def test_themes_are_suggested_from_the_text_and_can_be_changed(network: Network) -> None:
    form = second_step(network.ann)
    suggested = [held["value"] for held in state_of(form, "themes")["selected_options"]]
    assert "exclusions" in suggested
    network.ann.submits(form, {**REST, "Themes": ["youth-voice"]})
    (sent,) = [one for one in drafts_of(network, network.ann) if one.state is ContributionState.WAITING]
    assert sent.content.themes == ("youth-voice",)


def test_going_back_and_forth_loses_nothing(network: Network) -> None:
    form = second_step(network.ann)
    network.ann.fills(form, REST)
    network.ann.clicks(form, "Back to step 1")
    network.ann.wait_for(lambda: form.title == "Share: step 1 of 2" or None)
    network.ann.submits(form, {"year": "2025"})
    assert form.title == "Share: step 2 of 2"
    assert state_of(form, "resources")["value"] == REST["resources"]
    network.ann.submits(form)
    (sent,) = [one for one in drafts_of(network, network.ann) if one.state is ContributionState.WAITING]
    assert sent.content.year == "2025"


def test_the_form_opens_from_a_message_an_empty_answer_and_the_shortcut(network: Network) -> None:
    network.ann.messages_bot("share")
    network.ann.clicks(network.ann.last_reply(), "Share an initiative")
    network.ann.closes(network.ann.view())
    network.ann.command("/practice bin collection")
    network.ann.clicks(network.ann.answer(), "share-form")
    network.ann.closes(network.ann.view())
    network.ann.shortcut("share_initiative")
    assert network.ann.view().title == "Share: step 1 of 2"


def test_a_form_that_slack_would_not_open_any_more_is_offered_by_a_button(network: Network) -> None:
    network.may_refuse.add("views.open")
    network.slack.faults.error("views.open", "expired_trigger_id", 1)
    network.ann.command("/practice share")
    network.ann.clicks(network.ann.answer(), "Share an initiative")
    assert network.ann.view().title == "Share: step 1 of 2"


def test_who_somebody_is_not_being_told_is_said_in_words(network: Network) -> None:
    network.may_refuse.add("users.info")
    network.slack.faults.error("users.info", "fatal_error", 1)
    network.ann.command("/practice share")
    assert "Please try again" in network.ann.answer().text
    assert opened(network.ann).title == "Share: step 1 of 2"


def test_what_looks_like_a_published_initiative_is_shown_before_sending(network: Network) -> None:
    before = network.bot.parts.find.open("hackney-diverse-recruitment-panels")
    form = second_step(network.ann, title=before.title, summary=before.summary[:200])
    network.ann.submits(form, REST)
    assert form.title == "Before you send"
    assert before.title in network.ann.reads(form)
    # Who may not change it is not offered to.
    assert "Update that one instead" not in str(form.blocks)
    network.ann.submits(form)
    assert "waits for a reviewer" in network.ann.reads(network.ann.view())


def _element(form: ShownView, field: str) -> dict[str, Any]:
    return next(block["element"] for block in form.blocks if str(block.get("block_id")).split("@")[0] == field)


def state_of(form: ShownView, field: str) -> dict[str, Any]:
    (held,) = (value for id, values in form.state.items() if id.split("@")[0] == field for value in values.values())
    return dict(held)


def test_the_button_of_a_draft_that_was_sent_says_so(network: Network) -> None:
    form = second_step(network.ann)
    network.ann.closes(form)
    kept = network.ann.last_reply()
    chooser = opened(network.ann)
    network.ann.clicks(chooser, "Continue")
    network.ann.wait_for(lambda: chooser.title == "Share: step 1 of 2" or None)
    network.ann.submits(chooser)
    network.ann.submits(chooser, REST)
    network.ann.closes(chooser)
    network.ann.clicks(kept, "Continue")
    network.ann.wait_for(
        lambda: [reply for reply in network.ann.replies() if "This was sent already." in reply.text],
        what="what became of the draft",
    )


def test_what_breaks_inside_is_said_in_the_form_which_stays_open(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("broken inside")

    form = opened(network.ann)
    monkeypatch.setattr(type(network.bot.parts.share), "check", broken)
    assert network.ann.submits(form, ABOUT).acked
    assert "Sorry" in form.errors["authority"]
    monkeypatch.undo()
    network.ann.submits(form)
    assert form.title == "Share: step 2 of 2"


def test_where_review_is_off_a_lead_publishes_at_once(slack: StandInSlack, store_url: str) -> None:
    with connected(slack, store_url, PRACTICE_REVIEW="off", PRACTICE_LEADS="ULEAD=hackney") as network:
        network.lena.submits(second_step(network.lena), REST)
        assert "It is published." in network.lena.reads(network.lena.view())
        network.ann.command(f"/practice {ABOUT['title']}")
        assert ABOUT["title"] in network.ann.answer().text
        form = second_step(network.ann, title="Chess on Sundays", summary="Black boys play chess with mentors.")
        network.ann.submits(form, {**REST, "Themes": ["youth-voice"]})
        network.ann.wait_for(
            lambda: [one for one in drafts_of(network, network.ann) if one.state is ContributionState.WAITING]
        )


def test_a_guest_who_takes_the_shortcut_is_told_in_their_messages(network: Network) -> None:
    gita = network.slack.person("gita")
    gita.shortcut("share_initiative")
    told = gita.last_reply()
    assert told.channel == network.slack.workspace.im("UGUEST").id
    assert "Guests" in told.text


def test_a_contact_is_changed_in_place(network: Network) -> None:
    form = second_step(network.ann)
    network.ann.clicks(form, "Add a contact")
    network.ann.submits(_contact_form(network.ann), {"name": "Grace Example", "email": "grace@example.gov.uk"})
    network.ann.wait_for(lambda: "Grace Example" in network.ann.reads(form) or None)
    network.ann.clicks(form, "Change Grace Example")
    network.ann.submits(_contact_form(network.ann), {"role": "Head of Practice"})
    network.ann.wait_for(lambda: "Head of Practice" in network.ann.reads(form) or None)
    network.ann.submits(form, REST)
    (sent,) = [one for one in drafts_of(network, network.ann) if one.state is ContributionState.WAITING]
    assert [(one.name, one.role, one.public) for one in sent.content.contacts] == [
        ("Grace Example", "Head of Practice", False)
    ]


def _contact_form(person: SlackPerson) -> ShownView:
    titles = ("Add a contact", "Change a contact")
    return person.wait_for(lambda: person.view() if person.view().title in titles else None, what="the contact form")
