"""Asking for a person."""

from __future__ import annotations

import pytest

from knowledge.search.understanding import contacting
from knowledge.search.understanding.contact_wordings import WORDINGS, Wording, any_of
from knowledge.search.understanding.contacting import for_a_person


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording.example)
def test_each_wording_asks_for_a_person_as_no_other_does(wording: Wording, monkeypatch: pytest.MonkeyPatch) -> None:
    asking = for_a_person(wording.example)
    assert asking
    monkeypatch.setattr(contacting, "_CONTACT", any_of(one for one in WORDINGS if one is not wording))
    assert for_a_person(wording.example) != asking


@pytest.mark.parametrize(
    "text",
    [
        "who could I shadow on kinship care",
        "somebody to bounce ideas off about kinship care",
        "who holds the brief for kinship care",
        "could anyone spare half an hour on kinship care",
        "can anybody talk me through kinship care",
        "which team is responsible for kinship care",
        "best people to speak to about kinship care",
        "happy to buy lunch for somebody who has done kinship care",
        "Looking for a counterpart: kinship care",
        "name of the kinship care lead",
        "name of lead for kinship care",
        "names of managers for kinship care",
        "whos head of kinship care",
        "who is the lead for kinship care",
        "put me in touch w/ Leeds",
        "we need a single point of contact for kinship care",
    ],
)
def test_a_person_is_asked_for(text: str) -> None:
    assert for_a_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "contact centre",
        "how do we talk them through it",
        "mentors who shadow managers",
        "children who need someone to talk to",
        "how do we talk to parents about race",
        "supervised contact with birth parents",
        "people who run away",
        "children who are head of household",
        "staff mispronouncing names of officers in meetings",
        "we do not need contacts, only examples of kinship care",
        "how did they lead this change",
        "racist emails",
        "we are recruiting an equality lead for schools",
        "hire an EDI lead for kinship care",
        "who took the lead for kinship care",
        "lead for the change in schools",
        "a single point of contact for families",
        "single point of contact for refugee families",
        "parents who like a chat about race",
        "how to have a conversation about race",
        "children want to connect with people",
        "help children connect with their heritage",
        "who is responsible in law for exclusions",
        "the police are responsible for stop and search",
        "families who buy a coffee",
    ],
)
def test_a_person_who_is_only_spoken_of_is_not_asked_for(text: str) -> None:
    assert for_a_person(text) is None
