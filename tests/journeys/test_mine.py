"""Looking after one's own: drafts, what waits, what was returned, what is published and archived."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.payloads.asked import Place, Via
from bot.sandbox.finding import buttons
from bot.sandbox.person import SlackPerson
from bot.sandbox.records import PostedMessage, ShownView, User
from bot.sandbox.server import StandInSlack
from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.initiative import Visibility
from knowledge.domain.member import Member, Role
from knowledge.domain.outbox import Message, MessageKind
from tests.journeys.conftest import Network, connected
from tests.journeys.reviewing import gets
from tests.journeys.test_sharing import ABOUT, REST, drafts_of, second_step

REVIEWER = Member(frozenset({Role.REVIEWER}), key="T0STANDIN:UADMIN")
ADMIN = Member(frozenset({Role.ADMIN}), key="T0STANDIN:UADMIN")


@pytest.fixture
def leading(slack: StandInSlack, store_url: str) -> Iterator[Network]:
    """A workspace in which Lena leads for Hackney."""
    with connected(slack, store_url, PRACTICE_LEADS="ULEAD=hackney", PRACTICE_ADMINS="UADMIN") as network:
        yield network


def mine(person: SlackPerson) -> ShownView:
    person.command("/practice mine")
    return titled(person, "Mine")


def titled(person: SlackPerson, title: str) -> ShownView:
    return person.wait_for(lambda: person.view() if person.view().title == title else None, what=title)


def sent_by(network: Network, person: SlackPerson, **changes: Any) -> Contribution:
    person.submits(second_step(person, **changes), REST)
    person.closes(person.view())
    return next(one for one in drafts_of(network, person) if one.state is ContributionState.WAITING)


def published_by(network: Network, person: SlackPerson, visibility: Visibility = Visibility.NETWORK) -> str:
    """The id of an initiative that this person shared and a reviewer published."""
    sent = sent_by(network, person)
    edited = replace(sent.content, visibility=visibility)
    done = network.bot.parts.review.publish(REVIEWER, sent.id, edited)
    assert done.initiative
    return done.initiative


def shows(person: SlackPerson, view: ShownView, words: str) -> None:
    person.wait_for(lambda: words in person.reads(view) or None, what=words)


def test_a_draft_is_listed_and_continued(network: Network) -> None:
    network.ann.closes(second_step(network.ann))
    listed = mine(network.ann)
    assert ABOUT["title"] in network.ann.reads(listed)
    network.ann.clicks(listed, "Continue")
    assert titled(network.ann, "Share: step 1 of 2").state["title"]["title"]["value"] == ABOUT["title"]


def test_what_waits_can_be_taken_back_and_is_a_draft_again(network: Network) -> None:
    sent = sent_by(network, network.ann)
    listed = mine(network.ann)
    assert "Waits for a reviewer" in network.ann.reads(listed)
    network.ann.clicks(listed, "Take back")
    shows(network.ann, listed, "It is a draft of yours again.")
    (again,) = [one for one in drafts_of(network, network.ann) if one.id == sent.id]
    assert again.state is ContributionState.DRAFT


def test_what_was_returned_says_why_and_is_sent_again(network: Network) -> None:
    sent = sent_by(network, network.ann)
    network.bot.parts.review.give_back(REVIEWER, sent.id, "Please say how many took part.")
    listed = mine(network.ann)
    assert "Please say how many took part." in network.ann.reads(listed)
    network.ann.clicks(listed, "Put right and send")
    form = titled(network.ann, "Share: step 1 of 2")
    assert "Please say how many took part." in network.ann.reads(form)
    network.ann.submits(form, {"summary": "Twelve took part every Saturday."})
    network.ann.submits(form)
    (again,) = [one for one in drafts_of(network, network.ann) if one.id == sent.id]
    assert again.state is ContributionState.WAITING
    assert again.content.summary == "Twelve took part every Saturday."


def test_what_is_published_is_edited_and_stays_up_until_the_edit_is(network: Network) -> None:
    initiative = published_by(network, network.ann)
    listed = mine(network.ann)
    network.ann.clicks(listed, "Published (1)")
    shows(network.ann, listed, "Shown never, opened never; not confirmed by Hackney")
    network.ann.clicks(listed, "Edit")
    form = titled(network.ann, "Edit: step 1 of 2")
    network.ann.submits(form, {"title": "Sunday school of heritage crafts"})
    network.ann.submits(form, {"no_child": ["yes"]})
    assert "Until then the published version stays as it is." in network.ann.reads(network.ann.view())
    assert network.bot.parts.find.open(initiative).title == ABOUT["title"]


def test_archiving_takes_it_off_and_restoring_brings_it_back(network: Network) -> None:
    initiative = published_by(network, network.ann)
    listed = mine(network.ann)
    network.ann.clicks(listed, "Published (1)")
    shows(network.ann, listed, ABOUT["title"])
    network.ann.clicks(listed, "Archive")
    shows(network.ann, listed, "It is archived: nobody finds it any more.")
    network.lena.command(f"/practice {ABOUT['title']}")
    assert f". {ABOUT['title']} - " not in network.lena.answer().text
    network.ann.clicks(listed, "Archived (1)")
    shows(network.ann, listed, ABOUT["title"])
    network.ann.clicks(listed, "Restore")
    shows(network.ann, listed, "It is found again.")
    assert network.bot.parts.find.open(initiative).title == ABOUT["title"]


def hand_over_form(network: Network, listed: PostedMessage) -> ShownView:
    """The form to hand over the one initiative that Ann has published, from the list of her own."""
    network.ann.clicks(listed, "Published (1)")
    shows(network.ann, listed, ABOUT["title"])
    network.ann.clicks(listed, "Hand over")
    return titled(network.ann, "Hand over")


def test_it_is_handed_over_to_a_full_member_only(network: Network) -> None:
    published_by(network, network.ann)
    listed = mine(network.ann)
    form = hand_over_form(network, listed)
    network.ann.submits(form, {"member": "UGUEST"})
    assert "guests" in form.errors["member"]
    network.ann.submits(form, {"member": "ULEAD"})
    shows(network.ann, listed, "It is handed over.")
    network.lena.clicks(mine(network.lena), "Published (1)")
    shows(network.lena, network.lena.view(), ABOUT["title"])


def test_nothing_is_handed_over_to_a_switched_off_account_whatever_role_the_settings_give_it(
    slack: StandInSlack, store_url: str
) -> None:
    gone = slack.workspace.add_user(User("UGONE", "gone", "Gina Gone", slack.workspace.team.id, deleted=True))
    new = slack.workspace.add_user(User("UNEW", "nia", "Nia New", slack.workspace.team.id))
    with connected(slack, store_url, PRACTICE_LEADS=f"{gone.id},{new.id}") as network:
        id = published_by(network, network.ann)
        form = hand_over_form(network, mine(network.ann))
        network.ann.submits(form, {"member": gone.id})
        assert "full member" in form.errors["member"]
        network.may_refuse.add("users.info")
        network.slack.faults.error("users.info", "internal_error")
        network.ann.submits(form, {"member": new.id})
        assert "who this person is" in form.errors["member"]
        held = network.bot.knowledge.contributions.read(lambda tx: tx.held(id))
        assert held is not None
        assert held.lead == f"{network.ann.user.team_id}:{network.ann.user.id}"


def test_nothing_is_handed_over_while_slack_takes_too_long_to_say_who_both_are(network: Network) -> None:
    network.slack.workspace.add_user(User("UNEW", "nia", "Nia New", network.ann.user.team_id))
    id = published_by(network, network.ann)
    form = hand_over_form(network, mine(network.ann))
    network.bot.parts.askers._memberships._held.clear()
    network.slack.faults.delay("users.info", 1.5, times=20)
    network.ann.submits(form, {"member": "UNEW"})
    network.slack.faults.clear()
    assert "Slack did not say in time" in form.errors["member"]
    held = network.bot.knowledge.contributions.read(lambda tx: tx.held(id))
    assert held is not None
    assert held.lead == f"{network.ann.user.team_id}:{network.ann.user.id}"


def test_what_only_its_authority_sees_is_opened_by_who_looks_after_it_and_by_nobody_else(network: Network) -> None:
    id = published_by(network, network.ann, visibility=Visibility.AUTHORITY)
    listed = mine(network.ann)
    network.ann.clicks(listed, "Published (1)")
    shows(network.ann, listed, ABOUT["title"])
    network.ann.clicks(listed, "Open")
    opened = titled(network.ann, "Initiative")
    assert ABOUT["summary"] in network.ann.reads(opened)
    network.ann.closes(opened)
    network.bot.parts.mine.hand_over(ADMIN, id, Member(key=f"{network.ann.user.team_id}:ULEAD"))
    network.bot.parts.postman.kick()
    told = gets(network.lena, "handed over to you")
    network.lena.clicks(told, "Open")
    assert ABOUT["summary"] in network.lena.reads(titled(network.lena, "Initiative"))
    network.ann.clicks(listed, "Open")
    assert "no longer in the store" in network.ann.reads(titled(network.ann, "Not done"))


def test_who_looks_after_what_only_its_authority_sees_is_told_of_a_new_contact(network: Network) -> None:
    id = published_by(network, network.ann, visibility=Visibility.AUTHORITY)
    tells(network, MessageKind.CONTACT_CHANGED, id)
    assert ABOUT["title"] in gets(network.ann, "contact").text


def test_what_was_erased_since_is_not_thanked_for(network: Network) -> None:
    sent = sent_by(network, network.ann)
    thanked(network.ann, 1)
    tells(network, MessageKind.THANKS, "erased", also=sent.id)
    thanked(network.ann, 2)
    tells(network, MessageKind.THANKS, sent.id, also="erased gone")
    for told in thanked(network.ann, 3):
        assert ABOUT["title"] in told.text
        assert "Thank you for sharing these" not in told.text


def thanked(person: SlackPerson, times: int) -> Sequence[PostedMessage]:
    """The messages that thank somebody, once there are so many."""

    def told() -> Sequence[PostedMessage] | None:
        found = [one for one in person.sees("im") if "Thank you for sharing" in one.text]
        return found if len(found) == times else None

    return person.wait_for(told, what=f"{times} thanks")


def tells(network: Network, kind: MessageKind, subject: str, **more: str) -> None:
    """Ann is to be told this of an initiative or a contribution."""
    message = Message(
        f"{kind}:{subject}:{more}", kind, f"{network.ann.user.team_id}:{network.ann.user.id}", subject, more
    )
    network.bot.knowledge.contributions.write(lambda tx: tx.tell(message, at=datetime.now(UTC)))
    network.bot.parts.postman.kick()


def test_who_is_handed_what_is_archived_is_told(network: Network) -> None:
    id = published_by(network, network.ann)
    network.bot.parts.mine.archive(ADMIN, id)
    network.bot.parts.mine.hand_over(ADMIN, id, Member(key=f"{network.ann.user.team_id}:ULEAD"))
    network.bot.parts.postman.kick()
    told = gets(network.lena, "handed over to you")
    assert "archived" in told.text
    assert buttons(told) == []


def test_a_long_list_is_paged(network: Network) -> None:
    member = network.bot.parts.askers.writer(_place(network))
    share = network.bot.parts.share
    for number in range(25):
        draft = share.start(member)
        share.keep(member, draft.id, _titled(draft, f"Draft {number}"))
    listed = mine(network.ann)
    network.ann.clicks(listed, "Next page")
    shows(network.ann, listed, "Draft 0")
    assert "Draft 24" not in network.ann.reads(listed)


def test_a_message_offers_the_list_by_a_button(network: Network) -> None:
    network.ann.messages_bot("mine")
    network.ann.clicks(network.ann.last_reply(), "Show what is mine")
    assert titled(network.ann, "Mine").title == "Mine"


def _place(network: Network) -> Any:
    return Place(network.ann.user.team_id, network.ann.user.id, "", Via.CLICK)


def _titled(draft: Contribution, title: str) -> Any:
    return replace(draft.content, title=title)


def test_a_lead_of_the_authority_edits_from_the_opened_initiative(leading: Network) -> None:
    leading.lena.command("/practice youth justice in Hackney")
    leading.lena.clicks(leading.lena.answer(), "Open", nth=0)
    leading.lena.clicks(titled(leading.lena, "Initiative"), "Edit")
    form = titled(leading.lena, "Edit: step 1 of 2")
    leading.lena.submits(form)
    leading.lena.clicks(form, "Add a contact")
    assert titled(leading.lena, "Add a contact").title == "Add a contact"


def test_a_lead_turns_a_draft_into_a_change_to_what_it_repeats(leading: Network) -> None:
    before = leading.bot.parts.find.open("hackney-diverse-recruitment-panels")
    form = second_step(leading.lena, title=before.title, summary=f"{before.summary[:200]} And more since.")
    leading.lena.submits(form, REST)
    assert form.title == "Before you send"
    leading.lena.clicks(form, "Update that one instead")
    leading.lena.wait_for(lambda: form.title == "Edit: step 1 of 2" or None)
    leading.lena.submits(form)
    leading.lena.submits(form)
    sent = next(one for one in drafts_of(leading, leading.lena) if one.state is ContributionState.WAITING)
    assert (sent.initiative, sent.is_edit) == (before.id, True)
    assert sent.content.summary.endswith("And more since.")


def test_the_workspaces_own_admins_are_admins_where_none_are_set(network: Network) -> None:
    member = network.bot.parts.askers.writer(_place(network))
    assert not member.is_admin
    place = _place(network)
    assert network.bot.parts.askers.writer(replace(place, user="UADMIN")).is_admin
