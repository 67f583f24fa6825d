"""An admin hears that somebody left: finds them, sees where they are named, names another in one step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.names import Action
from bot.sandbox import payloads
from bot.sandbox.finding import buttons
from bot.sandbox.person import SlackPerson
from bot.sandbox.records import ShownView
from bot.sandbox.server import StandInSlack
from tests.journeys.conftest import Network, connected
from tests.journeys.library_files import LibraryFile


@pytest.fixture
def network(slack: StandInSlack, short_lists: Path, tmp_path: Path) -> Iterator[Network]:
    """Ade administers; Rosa Example is named on two initiatives of Hackney, which Lena leads."""
    library = LibraryFile(tmp_path / "library")
    url = f"sqlite:///{tmp_path / 'practice.db'}"
    with connected(
        slack,
        url,
        PRACTICE_LIBRARY=str(library.folder),
        PRACTICE_LISTS=str(short_lists),
        PRACTICE_ADMINS="UADMIN",
        PRACTICE_LEADS="ULEAD=hackney",
    ) as network:
        yield network


@pytest.fixture
def ade(network: Network) -> SlackPerson:
    return network.slack.person("ade")


def sees_rosa(ade: SlackPerson, typed: str = "rosa") -> ShownView:
    ade.command("/practice contacts")
    ade.clicks(ade.answer(), "Find a person")
    ade.submits(ade.view(), {"Name or e-mail address": typed})
    ade.clicks(ade.view(), "See all")
    return ade.wait_for(lambda: ade.view() if "is named on" in ade.reads(ade.view()) else None, what="where she is")


def contacts(network: Network, id: str) -> list[str | None]:
    return [one.name or one.team for one in network.bot.parts.find.open(id).contacts]


def test_a_person_is_found_despite_a_slip_and_seen_on_all_that_names_them(ade: SlackPerson) -> None:
    said = ade.reads(sees_rosa(ade, "Rosa Exmaple"))
    assert "is named on 2 initiatives" in said
    assert "A listening circle for foster carers (Hackney)" in said
    assert "Mirror mentoring of directors (Hackney)" in said


def test_a_team_stands_in_their_place_everywhere_at_once_and_the_lead_is_told(
    network: Network, ade: SlackPerson
) -> None:
    ade.submits(sees_rosa(ade), {"Team": "Inclusion team", "E-mail address": "inclusion@hackney.example"})
    assert "Replaced on 2 initiatives" in ade.reads(ade.view())
    assert contacts(network, "circle") == contacts(network, "mirror") == ["Inclusion team"]
    (word,) = network.lena.wait_for(
        lambda: [one for one in network.lena.sees("im") if "A contact of" in one.text], what="word of it"
    )
    assert "A contact of 2 initiatives that you look after changed" in word.text
    assert all(title in word.text for title in ("A listening circle", "Mirror mentoring"))
    network.lena.clicks(word, "Open", nth=1)
    assert "Inclusion team" in network.lena.reads(network.lena.view())
    network.ann.command("/practice listening circle")
    assert "Inclusion team" in network.ann.answer().text


def test_one_initiative_can_be_left_out(network: Network, ade: SlackPerson) -> None:
    ade.submits(sees_rosa(ade), {"On which": ["mirror"], "Role": "Head of Practice"})
    assert contacts(network, "circle") == ["Rosa Example"]
    assert contacts(network, "mirror") == [None]


def test_what_is_wrong_is_said_at_its_field_and_nothing_changes(network: Network, ade: SlackPerson) -> None:
    form = sees_rosa(ade)
    ade.submits(form)
    assert "Say who is to be named instead" in str(ade.view().errors)
    ade.submits(form, {"Name": "Nadia Example", "E-mail address": "not an address"})
    assert list(ade.view().errors) == ["email"]
    assert contacts(network, "circle") == ["Rosa Example"]


def test_a_name_can_be_taken_off_for_good_from_there(network: Network, ade: SlackPerson) -> None:
    ade.clicks(sees_rosa(ade), "Take the name off for good")
    ade.submits(ade.wait_for(lambda: ade.view() if "stands" in ade.reads(ade.view()) else None, what="the question"))
    assert "Taken off for good, from 2 initiatives" in ade.reads(ade.view())
    assert contacts(network, "circle") == [None]


def test_nobody_else_is_offered_to_look_people_up(network: Network) -> None:
    network.ann.command("/practice contacts")
    assert buttons(network.ann.answer()) == []


@pytest.mark.parametrize("action", [Action.CONTACT_FIND, Action.NAME_OFF_FOR])
def test_nobody_else_is_shown_a_form_about_people(network: Network, action: Action) -> None:
    network.ann._begin()
    workspace = network.slack.workspace
    pressed = {"actions": [{"type": "button", "block_id": "b", "action_id": action, "value": "any"}]}
    whole = payloads.interaction(workspace, network.ann.user, "block_actions") | pressed
    assert network.slack.deliver(workspace, "interactive", "block_actions", whole, "UANN").acked
    assert "Only" in network.ann.last_reply().text
    assert "views.open" not in [call.method for call in workspace.calls]


def test_who_is_not_known_is_said(ade: SlackPerson) -> None:
    ade.command("/practice contacts")
    ade.clicks(ade.answer(), "Find a person")
    ade.submits(ade.view(), {"Name or e-mail address": "zebedee"})
    assert "Nobody named “zebedee” is a contact here" in ade.reads(ade.view())
