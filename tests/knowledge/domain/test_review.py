"""What a reviewer's eye is drawn to: names of children, ages, small numbers; and nothing that is plainly none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.domain.content import Content
from knowledge.domain.review import WarningKind, differences, links, marks


def marked(text: str, kind: WarningKind) -> list[str]:
    return [mark.text for mark in marks(Content(summary=text)) if mark.kind is kind]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We worked with a child called Jayden.", "Jayden"),
        ("a girl named Zoë O'Neil was moved", "Zoë O'Neil"),
        ("a young person, who we will call Kai, said", "Kai"),
        ("Jayden, 14, was excluded.", "Jayden"),
        ("Mo Ali (aged 9) came", "Mo Ali"),
        ("the 15-year-old Tyrese", "Tyrese"),
        ("Amara's mother said", "Amara"),
        ("the boy, Kofi, said", "Kofi"),
        ("Child A moved home.", "A"),
    ],
)
def test_what_may_be_the_name_of_a_child_is_marked(text: str, name: str) -> None:
    assert marked(text, WarningKind.CHILD_NAME) == [name]


@pytest.mark.parametrize(
    ("text", "age"),
    [("aged 14", "aged 14"), ("a 14-year-old boy", "14-year-old"), ("7 months old", "7 months old")],
)
def test_ages_are_marked(text: str, age: str) -> None:
    assert marked(text, WarningKind.AGE) == [age]


@pytest.mark.parametrize(
    "text",
    ["two girls", "3 of the children", "one young person", "four Black pupils", "1 family", "2 out of 40 pupils"],
)
def test_numbers_of_people_below_five_are_marked(text: str) -> None:
    assert marked(f"It reached {text} in all.", WarningKind.SMALL_NUMBER) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "In Brent, 12 schools took part.",
        "In March, 14 pupils came.",
        "Year 9 pupils and 45 young people in 3 years.",
        "4 per cent of children",
        "Black and Asian children, 14 of whom stayed",
        "In 2021 the council trained 230 social workers.",
    ],
)
def test_what_identifies_nobody_is_not_marked(text: str) -> None:
    assert marks(Content(summary=text)) == ()


def test_links_within_texts_are_found_without_the_full_stop_after_them() -> None:
    (link,) = links(Content(impact="See https://example.org/a."))
    assert (link.place, link.url, link.host) == ("impact", "https://example.org/a", "example.org")


@given(st.text())
def test_no_text_is_too_odd_to_be_looked_through(text: str) -> None:
    content = Content(title=text, summary=text)
    for mark in marks(content):
        assert text[mark.start : mark.end] == mark.text
    links(content)
    assert differences(content, content) == ()
