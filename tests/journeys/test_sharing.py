"""Sharing by form, as a person goes through it."""

from __future__ import annotations

from typing import Any

import pytest

from bot.names import Field
from bot.sandbox.errors import NotSent
from bot.sandbox.person import Person
from bot.sandbox.records import View
from knowledge.domain.contribution import Contribution, ContributionState
from tests.journeys.conftest import Network

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


def opened(person: Person) -> View:
    """The form, opened by the command, as it stands before `person`."""
    person.command("/practice share")
    return person.view()


def drafts_of(network: Network, person: Person) -> tuple[Contribution, ...]:
    """What is kept of this person, whatever became of it, the longest untouched first."""
    key = f"{person.user.team_id}:{person.user.id}"
    return network.bot.knowledge.contributions.read(lambda tx: tx.contributions(by=key))


def second_step(person: Person, **changes: Any) -> View:
    """The form at its second step."""
    person.submits(opened(person), {**ABOUT, **changes})
    return person.view()


def test_an_initiative_is_shared_by_form_and_waits_for_a_reviewer(network: Network) -> None:
    form = opened(network.ann)
    assert form.title == "Share: step 1 of 2"
    assert network.ann.submits(form, ABOUT).seconds < 1.5
    assert form.title == "Share: step 2 of 2"
    network.ann.submits(form, REST)
    assert "waits for a reviewer" in network.ann.reads(network.ann.view())
    (sent,) = [one for one in drafts_of(network, network.ann) if not one.is_empty]
    assert sent.state is ContributionState.WAITING
    content = sent.content
    assert (content.authority, content.title, content.year) == ("Hackney", ABOUT["title"], "2024")
    assert content.themes, "suggested from the text"
    assert [(one.title, one.url) for one in content.resources] == [
        ("The handbook", "https://www.example.gov.uk/handbook")
    ]
    assert network.slack.workspace.refusals() == []
