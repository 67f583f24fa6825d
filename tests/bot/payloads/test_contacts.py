"""Whom a button or a form about contacts means."""

from __future__ import annotations

import pytest

from bot.payloads.contacts import person_of, person_value
from knowledge.domain.person import Person


@pytest.mark.parametrize(
    "person", [Person("Siân Example", None), Person(None, "team@ashford.example"), Person("A", "b")]
)
def test_a_person_comes_back_as_a_button_carries_them(person: Person) -> None:
    assert person_of(person_value(person)) == person


@pytest.mark.parametrize("value", ["", "rubbish", None, "[]", '["one"]', '"ab"', '{"name": "Ada", "email": null}'])
def test_what_names_nobody_as_this_version_writes_it_is_nobody(value: object) -> None:
    assert person_of(value) is None
