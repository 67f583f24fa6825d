"""Whom contacts name."""

from __future__ import annotations

from knowledge.domain.initiative import Contact
from knowledge.domain.person import Person, people_of


def test_a_role_or_a_team_alone_is_nobody_to_be_looked_up() -> None:
    ada = Contact("Ada Example")
    assert people_of([Contact(role="Head of Practice"), ada, Contact(team="Inclusion")]) == (
        Person("Ada Example", None, (ada,)),
    )
