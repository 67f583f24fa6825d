"""Contacts with so much to say that five results are too many for one message."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.sandbox.records import PostedMessage
from bot.sandbox.server import StandInSlack
from bot.views.kit.blocks import MESSAGE_TEXT
from knowledge.domain.text import units
from tests.journeys.conftest import Network, connected
from tests.journeys.library_files import LibraryFile
from tests.journeys.reviewing import card

ENTRIES = 6
PEOPLE = 3


def last_words(entry: int, person: int) -> str:
    """How the last detail of a contact ends, which is the first that is lost where something is cut."""
    return f"020 7946 {entry}{person}00 extension 9"


def long_contact(entry: int, person: int) -> dict[str, str]:
    words = f"entry {entry} person {person}"
    return {
        "name": f"Name of {words} {'Fitzwilliam-' * 6}Example",
        "role": f"Role of {words} {'and for strategy ' * 6}too",
        "team": f"Team of {words} {'and its partners ' * 6}too",
        "email": f"{'long.' * 11}address{entry}{person}@hackney.example",
        "phone": last_words(entry, person),
    }


@pytest.fixture
def network(slack: StandInSlack, tmp_path: Path, short_lists: Path) -> Iterator[Network]:
    library = LibraryFile(tmp_path / "library")
    for entry in range(ENTRIES):
        contacts = [long_contact(entry, person) for person in range(PEOPLE)]
        library.holds(f"allotment-{entry}", title=f"Allotment number {entry}", contacts=contacts)
    folders = {"PRACTICE_LIBRARY": str(library.folder), "PRACTICE_LISTS": str(short_lists)}
    with connected(slack, f"sqlite:///{tmp_path / 'practice.db'}", **folders) as network:
        yield network


def entries_of(reply: PostedMessage) -> list[int]:
    return [int(number) for number in re.findall(r"^\d+\. Allotment number (\d)", reply.text, re.MULTILINE)]


def check_whole(reply: PostedMessage) -> None:
    """Nothing is cut: each result named in the plain text has all of its contacts there."""
    assert units(reply.text) <= MESSAGE_TEXT
    told = [last_words(entry, person) in reply.text for entry in entries_of(reply) for person in range(PEOPLE)]
    assert told
    assert all(told)


def test_a_long_answer_gives_fewer_results_whole_and_more_gives_the_rest(network: Network) -> None:
    network.ann.command("/practice allotment")
    seen: list[int] = []
    while True:
        reply = network.ann.last_reply()
        check_whole(reply)
        seen += entries_of(reply)
        assert f" {len(seen)} of {ENTRIES} for" in reply.text
        if len(seen) == ENTRIES:
            break
        assert f"{ENTRIES - len(seen)} more. Press More" in reply.text
        network.ann.clicks(reply, "More")
    assert sorted(seen) == list(range(ENTRIES))


def test_what_was_left_out_for_length_does_not_count_as_shown(network: Network) -> None:
    network.ann.command("/practice allotment")
    shown = entries_of(network.ann.last_reply())
    counts = Counter({id: counted.shown for id, counted in network.bot.parts.usage._counts.items()})
    assert counts == Counter(f"allotment-{entry}" for entry in shown)


def test_a_long_answer_is_whole_wherever_it_is_given(network: Network) -> None:
    network.ann.messages_bot("allotment")
    check_whole(network.ann.last_reply())
    network.ann.command("/practice allotment")
    network.ann.clicks(network.ann.last_reply(), "Send to my messages")
    sent = network.ann.wait_for(lambda: network.ann.sees("im")[-1] if len(network.ann.sees("im")) > 2 else None)
    check_whole(sent)


def test_what_the_library_names_many_contacts_for_is_edited_and_published_with_all_of_them(
    slack: StandInSlack, tmp_path: Path, short_lists: Path
) -> None:
    library = LibraryFile(tmp_path / "many")
    many = [{"name": f"Person {number} Example", "email": f"p{number}@hackney.example"} for number in range(25)]
    library.holds("circle", contacts=many)
    folders = {"PRACTICE_LIBRARY": str(library.folder), "PRACTICE_LISTS": str(short_lists)}
    roles = {"PRACTICE_LEADS": "ULEAD=hackney", "PRACTICE_REVIEWERS": "UADMIN"}
    with connected(slack, f"sqlite:///{tmp_path / 'practice.db'}", **folders, **roles) as network:
        lena, ade = network.lena, network.slack.person("ade")
        lena.command("/practice listening circle")
        lena.clicks(lena.answer(), "Open", nth=0)
        opened = lena.wait_for(lambda: view if (view := lena.view()).title == "Initiative" else None, what="it whole")
        lena.clicks(opened, "Edit")
        form = lena.wait_for(lambda: view if (view := lena.view()).title.startswith("Edit") else None, what="the form")
        lena.submits(form, {"title": "A listening circle for all carers"})
        lena.submits(form, {"no_child": ["yes"]})
        assert "Until then the published version stays as it is." in lena.reads(lena.view())
        shown = card(ade)
        ade.clicks(shown, "Publish with edits")
        ade.submits(ade.view())
        ade.wait_for(lambda: "Published by" in ade.reads(shown), what="the decision")
        published = network.bot.parts.find.open("circle")
        assert (published.title, len(published.all_contacts)) == ("A listening circle for all carers", 25)
