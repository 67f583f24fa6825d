"""Looking after what is published: what is due, contacts' own word, names that come off, history, and being told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from bot.sandbox.finding import buttons
from bot.sandbox.mentions import notifications
from bot.sandbox.person import SlackPerson
from bot.sandbox.server import StandInSlack
from bot.slack.directory import Directory
from bot.worker import Leavers
from knowledge.domain.content import content_of
from knowledge.domain.initiative import Contact
from knowledge.domain.member import Member
from knowledge.domain.outbox import LEADS_OF, MessageKind
from knowledge.domain.outbox import Message as Told
from knowledge.store.tables import InitiativeRow
from tests.clock import Clock
from tests.databases import writing
from tests.journeys.conftest import Network, connected
from tests.journeys.reviewing import card, sends
from tests.journeys.test_review import CONTENT, filled, gets, member

#: A Saturday, and the Monday after it, more than a year after everything was published (UK time is UTC then).
SATURDAY = datetime(2028, 1, 8, 12, tzinfo=UTC)
MONDAY = datetime(2028, 1, 10, 10, tzinfo=UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def network(slack: StandInSlack, store_url: str, clock: Clock) -> Iterator[Network]:
    with connected(
        slack,
        store_url,
        now=clock,
        PRACTICE_ADMINS="UADMIN",
        PRACTICE_REVIEWERS="UADMIN",
        PRACTICE_LEADS="ULEAD=Hackney",
    ) as network:
        yield network


def key(person: SlackPerson) -> str:
    return f"{person.workspace.team.id}:{person.user.id}"


def publishes(network: Network, person: SlackPerson, **changes: object) -> str:
    """This person shares an initiative and Ade publishes it; returns its id."""
    parts = network.bot.parts
    content = replace(CONTENT, themes=(parts.find.lists.themes[0].slug,))
    draft = parts.share.start(member(network, person))
    sent = parts.share.submit(member(network, person), draft.id, replace(content, **changes))  # type: ignore[arg-type]
    done = parts.review.publish(ade(network), sent.id)
    assert done.initiative
    return done.initiative


def ade(network: Network) -> Member:
    return member(network, network.slack.person("ade"))


def deliver(network: Network, clock: Clock, rounds: int = 6) -> None:
    for _ in range(rounds):
        network.bot.parts.delivery.round()
        clock.pass_(seconds=1)


def linked(network: Network, person: SlackPerson) -> Contact:
    return Contact(person.user.real_name, "Group lead", email="person@hackney.example", member=key(person))


def test_a_lead_gets_one_message_on_a_weekday_with_all_that_is_due(network: Network, clock: Clock) -> None:
    publishes(network, network.ann)
    publishes(network, network.ann, title="A second one")
    deliver(network, clock)
    clock.now = SATURDAY
    assert network.bot.parts.upkeep.plan() == 0
    clock.now = MONDAY
    assert network.bot.parts.upkeep.plan()
    assert network.bot.parts.upkeep.plan() == 0
    deliver(network, clock)
    due = [each for each in network.ann.sees("im") if "due to be checked" in each.text]
    assert len(due) == 1
    words = network.ann.reads(due[0])
    assert CONTENT.title in words
    assert "A second one" in words
    assert buttons(due[0]) == ["Still right", "Edit", "Archive"] * 2


def test_one_click_says_still_right_and_answers_then_say_so(network: Network, clock: Clock) -> None:
    publishes(network, network.ann)
    deliver(network, clock)
    clock.now = MONDAY
    network.bot.parts.upkeep.plan()
    deliver(network, clock)
    network.ann.clicks(gets(network.ann, "due to be checked"), "Still right")
    gets(network.ann, "Everything that was due is answered")
    network.ann.command("/practice stay and play for new arrivals")
    assert "confirmed by Hackney in January 2028" in network.ann.answer().text
    clock.pass_(days=35)
    network.bot.parts.upkeep.plan()
    deliver(network, clock)
    assert not [each for each in network.ann.sees("im") if "due to be checked" in each.text]


def test_one_click_archives_what_is_over(network: Network, clock: Clock) -> None:
    publishes(network, network.ann)
    publishes(network, network.ann, title="Another group for fathers")
    deliver(network, clock)
    clock.now = MONDAY
    network.bot.parts.upkeep.plan()
    deliver(network, clock)
    network.ann.clicks(gets(network.ann, "due to be checked"), "Archive", nth=0)
    left = gets(network.ann, "Archived: “")
    assert buttons(left) == ["Still right", "Edit", "Archive"]


def test_leads_of_the_authority_are_asked_about_what_nobody_looks_after(network: Network, clock: Clock) -> None:
    with writing(network.bot.knowledge.database) as session:
        # The library was brought in before this test set the clock.
        session.execute(update(InitiativeRow).values(created_at=clock.now))
    clock.now = MONDAY
    network.bot.parts.upkeep.plan()
    deliver(network, clock)
    due = [each for each in network.lena.sees("im") if "due to be checked" in each.text]
    assert len(due) == 1
    assert "Hackney" in network.lena.reads(due[0])
    network.lena.clicks(due[0], "Still right", nth=0)
    gets(network.lena, "is still right.")
    assert not network.ann.sees("im")


def test_somebody_elses_button_is_refused_in_the_services_words(network: Network, clock: Clock) -> None:
    publishes(network, network.ann)
    deliver(network, clock)
    clock.now = MONDAY
    network.bot.parts.upkeep.plan()
    deliver(network, clock)
    shown = gets(network.ann, "due to be checked")
    gita = network.slack.person("gita")
    block = next(block for block in shown.blocks if block["type"] == "actions")
    posted = network.slack.workspace.post(
        network.slack.workspace.im("UGUEST"), network.slack.workspace.bot, "copied", blocks=[block]
    )
    gita.clicks(posted, "Still right")
    assert "Only whoever looks after this initiative" in gita.last_reply().text


def test_a_linked_contact_confirms_with_one_click(network: Network, clock: Clock) -> None:
    publishes(network, network.ann, contacts=(linked(network, network.lena),))
    deliver(network, clock)
    network.bot.parts.upkeep.plan()
    deliver(network, clock)
    asked = gets(network.lena, "You are named as the person to talk to")
    assert buttons(asked) == ["Still me", "Pass it on", "Take my name off"]
    network.lena.clicks(asked, "Still me")
    gets(network.lena, "that it is still you")
    network.ann.command("/practice stay and play for new arrivals")
    assert "Lena Lewis (Group lead), person@hackney.example - confirmed November 2026" in network.ann.answer().text


def test_a_contact_passes_it_on_and_the_lead_is_told(network: Network, clock: Clock) -> None:
    id = publishes(network, network.ann, contacts=(linked(network, network.lena),))
    deliver(network, clock)
    network.lena.command("/practice contacts")
    network.lena.clicks(network.lena.answer(), "Pass it on")
    view = network.lena.view()
    network.lena.submits(view, {"email": "not an address"})
    assert "“not an address” is no e-mail address" in network.lena.view().errors["email"]
    network.lena.submits(network.lena.view(), {"name": "Nadia Example", "email": "nadia@hackney.example"})
    assert "Passed on" in network.lena.reads(network.lena.view())
    sent = next(one for one in reversed(network.slack.deliveries) if one.what == "view_submission")
    network.slack.deliver_again(sent)
    assert "This was done before." in sent.last.body
    assert [one.name for one in network.bot.parts.find.open(id).contacts] == ["Nadia Example"]
    deliver(network, clock)
    gets(network.ann, "changed, by their own wish")


def test_a_contact_takes_their_name_off_and_it_is_gone_from_answers_at_once(network: Network, clock: Clock) -> None:
    id = publishes(network, network.ann, contacts=(linked(network, network.lena), Contact(None, "Duty desk")))
    network.lena.command("/practice contacts")
    network.lena.clicks(network.lena.answer(), "Take my name off")
    assert "Your name is off everywhere" in network.lena.answer().text
    network.ann.command("/practice stay and play for new arrivals")
    answer = network.ann.answer().text
    assert "Lena Lewis" not in answer
    assert "Duty desk" in answer
    versions = network.bot.parts.mine.history(ade(network), id)
    assert not [one for one in versions if "Lena Lewis" in repr(one.content)]
    again = network.bot.parts.share.start(member(network, network.ann))
    wanted = replace(content_of(network.bot.parts.find.open(id)), title="Again", contacts=(Contact("Lena Lewis"),))
    problems = network.bot.parts.share.check(replace(wanted, no_child=True))
    assert [problem.field for problem in problems] == ["contacts.0.name"]
    assert again


def test_an_admin_takes_a_name_off_on_request_after_seeing_where_it_stands(network: Network, clock: Clock) -> None:
    person = network.slack.person("ade")
    publishes(network, network.ann)
    person.command("/practice contacts")
    person.clicks(person.answer(), "Take a name off")
    filled(person, {"name": "Rosa Example"})
    view = person.view()
    assert CONTENT.title in person.reads(view)
    filled(person, {})
    assert "Taken off for good, from one initiative" in person.reads(person.view())
    network.ann.command("/practice stay and play for new arrivals")
    assert "Rosa Example" not in network.ann.answer().text


def test_a_name_that_comes_off_leaves_the_cards_of_what_waits(network: Network, clock: Clock) -> None:
    person = network.slack.person("ade")
    sends(network, network.ann, title="Walks with Zelda Quixote", contacts=(linked(network, network.lena),))
    deliver(network, clock)
    shown = card(person)
    assert "Zelda Quixote" in person.reads(shown)
    person.command("/practice contacts")
    person.clicks(person.answer(), "Take a name off")
    filled(person, {"name": "Zelda Quixote"})
    assert "stands on one submission that waits for review." in person.reads(person.view())
    filled(person, {})
    assert "Taken off for good, from one submission that waits" in person.reads(person.view())
    person.wait_for(lambda: "Zelda Quixote" not in person.reads(shown), what="the card without the name")
    person.closes(person.view())
    person.clicks(shown, "Publish")
    person.wait_for(lambda: "Published by" in person.reads(shown), what="the decision")


def test_a_name_leaves_the_cards_of_what_waits_also_where_word_of_it_breaks_off(
    network: Network, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks_off(*_: object) -> None:
        raise TimeoutError

    publishes(network, network.ann, contacts=(linked(network, network.lena),))
    sends(network, network.ann, title="Walks in the park", contacts=(linked(network, network.lena),))
    deliver(network, clock)
    ade = network.slack.person("ade")
    shown = card(ade, "Walks in the park")
    assert "Lena Lewis" in ade.reads(shown)
    network.lena.messages_bot("contacts")
    monkeypatch.setattr(network.bot.parts.replies, "in_place", breaks_off)
    network.lena.clicks(gets(network.lena, "You are named"), "Take my name off")
    ade.wait_for(lambda: "Lena Lewis" not in ade.reads(shown), what="the card without the name")


def test_only_admins_are_offered_to_take_off_anothers_name(network: Network) -> None:
    network.ann.command("/practice contacts")
    reply = network.ann.answer()
    assert "You are not named as a contact anywhere." in reply.text
    assert buttons(reply) == []


def test_a_contact_whose_account_was_deactivated_is_not_named_and_the_lead_is_told(
    network: Network, clock: Clock
) -> None:
    publishes(network, network.ann, contacts=(linked(network, network.lena), Contact(None, "Duty desk")))
    deliver(network, clock)
    workspace = network.slack.workspace
    workspace.users["ULEAD"] = replace(workspace.users["ULEAD"], deleted=True)
    parts = network.bot.parts
    Leavers(parts.upkeep, Directory(parts.workspaces)).look()
    deliver(network, clock)
    told = gets(network.ann, "is no longer at hand")
    assert "Lena Lewis" in network.ann.reads(told)
    network.ann.command("/practice stay and play for new arrivals")
    assert "Lena Lewis" not in network.ann.answer().text
    workspace.users["ULEAD"] = replace(workspace.users["ULEAD"], deleted=False)
    Leavers(parts.upkeep, Directory(parts.workspaces)).look()
    network.ann.command("/practice stay and play for new arrivals")
    assert "Lena Lewis" in network.ann.answer().text


def test_where_nobody_leads_an_admin_is_told_that_a_contact_left(network: Network, clock: Clock) -> None:
    id = publishes(network, network.ann, authority="Lewisham")
    found = Told("left", MessageKind.CONTACT_LEFT, f"{LEADS_OF}Lewisham", id)
    network.bot.knowledge.contributions.write(lambda tx: tx.tell(found, at=clock()))
    deliver(network, clock)
    person = network.slack.person("ade")
    assert CONTENT.title in person.reads(gets(person, "is no longer at hand"))


def test_where_nobody_leads_an_admin_is_asked_what_was_looked_after_by_somebody_who_left(
    network: Network, clock: Clock
) -> None:
    publishes(network, network.ann, authority="Lewisham")
    deliver(network, clock)
    upkeep = network.bot.parts.upkeep
    upkeep.left(member(network, network.ann).key)
    clock.now = MONDAY
    upkeep.plan()
    deliver(network, clock)
    person = network.slack.person("ade")
    assert CONTENT.title in person.reads(gets(person, "due to be checked"))


def test_whoever_shared_is_told_once_a_month_at_most_how_often_it_helped(network: Network, clock: Clock) -> None:
    publishes(network, network.ann)
    deliver(network, clock)
    network.lena.command("/practice stay and play for new arrivals")
    reply = network.lena.answer()
    network.lena.clicks(reply, "Open", nth=0)
    assert network.lena.view()
    network.ann.wait_for(lambda: network.bot.parts.usage.save(), what="what was counted")
    for _ in range(3):
        network.bot.parts.upkeep.plan()
        deliver(network, clock)
        clock.pass_(days=7)
    helped = [each for each in network.ann.sees("im") if "How often what you share helped" in each.text]
    assert len(helped) == 1
    assert "shown once" in helped[0].text
    assert "Lena" not in helped[0].text
    assert notifications(helped[0]) == []


def test_the_history_is_read_and_an_old_version_brought_back(network: Network, clock: Clock) -> None:
    id = publishes(network, network.ann)
    parts, ann = network.bot.parts, member(network, network.ann)
    draft = parts.share.edit(ann, id)
    clock.pass_(days=1)
    sent = parts.share.submit(ann, draft.id, replace(draft.content, title="Quite another title", no_child=True))
    parts.review.publish(ade(network), sent.id)
    network.ann.command("/practice quite another title")
    network.ann.clicks(network.ann.answer(), "Open", nth=0)
    network.ann.clicks(network.ann.view(), "History")
    history = opened(network.ann, "Version 2.")
    assert f"before: {CONTENT.title}; now: Quite another title" in history.replace("\n", "")
    assert "Edited by Ann Okoro, published by Ade Mensah on 24 November 2026" in history
    network.ann.clicks(network.ann.view(), "Read version 1")
    assert CONTENT.title in opened(network.ann, "Bring this version back")
    network.ann.clicks(network.ann.view(), "Bring this version back")
    assert "Version 1 is back" in opened(network.ann, "is back")
    assert parts.find.open(id).title == CONTENT.title
    assert [one.number for one in parts.mine.history(ann, id)] == [1, 2, 3]


def test_the_history_says_of_what_was_erased_that_it_was_not_the_library(network: Network) -> None:
    id = publishes(network, network.ann)
    network.bot.parts.mine.hand_over(member(network, network.ann), id, member(network, network.lena))
    network.bot.parts.privacy.erase(member(network, network.ann))
    network.lena.command("/practice stay and play for new arrivals")
    network.lena.clicks(network.lena.answer(), "Open", nth=0)
    network.lena.clicks(network.lena.view(), "History")
    history = opened(network.lena, "Version 2.")
    assert "Handed over by somebody who erased their name on" in history
    assert "the library" not in history


def test_the_history_is_not_offered_to_readers(network: Network) -> None:
    publishes(network, network.ann)
    gita = network.slack.person("gita")
    gita.command("/practice stay and play for new arrivals", channel="CYOUTH")
    gita.clicks(gita.answer(), "Open", nth=0)
    assert "History" not in buttons(gita.view())


def opened(person: SlackPerson, words: str) -> str:
    """What this person reads in the modal on top, once it says `words`."""
    return person.wait_for(
        lambda: (
            read
            if (view := person.workspace.views.top(person.user.id)) and words in (read := person.reads(view))
            else None
        ),
        what=f"a modal with “{words}”",
    )
