"""Rows for CSV and spreadsheets."""

from __future__ import annotations

import pytest

from bot.views.content.table import HEADINGS, safe, table_row
from knowledge.domain.initiative import Contact, Resource
from tests.factories import LISTS, a_contact, an_initiative


@pytest.mark.parametrize(
    "text",
    ['=HYPERLINK("http://evil")', "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "＋1", "－1", "＠A1"],
)
def test_what_looks_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert safe(text) == f"'{text}"


def test_a_formula_behind_control_characters_gets_an_apostrophe_too() -> None:
    assert safe("\x00\x01=1") == "'=1"


def test_ordinary_text_stays_as_it_is() -> None:
    assert safe("Young people's voice: 20% more = good") == "Young people's voice: 20% more = good"


def test_every_part_of_a_joined_cell_is_made_safe() -> None:
    one = an_initiative(
        own_contacts=(Contact(name="Ada"), Contact(phone="+44 20 7946 0000")), resources=(Resource("=cmd"),)
    )
    row = dict(zip(HEADINGS, table_row(one, LISTS.register), strict=True))
    assert row["contacts"] == "Ada; '+44 20 7946 0000"
    assert row["resources"] == "'=cmd"


def test_a_row_holds_what_is_shown_of_an_initiative() -> None:
    one = an_initiative(own_contacts=(), form_contacts=(a_contact(email="ada@example.org"),), year="2024")
    row = dict(zip(HEADINGS, table_row(one, LISTS.register), strict=True))
    assert row["region"] == "London"
    assert row["themes"] == "youth-justice"
    assert row["contacts"] == "Ada Example, Head of Practice, ada@example.org"
    assert (row["year"], row["impact"], row["source_read"]) == ("2024", "", "2026-11-23")
