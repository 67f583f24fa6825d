"""Where and with what all of this work is done says little behind a subject, and is asked for elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.domain.query import Query
from knowledge.search.ideas import Reading

Read = Callable[[str], Query]


@pytest.mark.parametrize(
    "setting",
    [
        "in children's services",
        "across childrens social care",
        "within the local authority",
        "in our children's services",
        "throughout all other local authorities",
        "with very little money",
        "on a tight budget",
        "without any extra funding",
        "in a large metropolitan borough",
        "despite the cuts",
    ],
)
@pytest.mark.parametrize("subject", ["exclusions", "interview panels", "what has been done about exclusions"])
def test_where_a_subject_is_one_of_this_field_says_little(
    read: Callable[[str], Reading], subject: str, setting: str
) -> None:
    assert _telling(read(f"{subject} {setting}")) == _telling(read(subject))


def _telling(reading: Reading) -> list[str]:
    return [idea.label for idea in reading.ideas if not idea.light]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("children's services", ("children", "services")),
        ("in children's services", ("children", "services")),
        ("exclusions for children's services", ("exclusions", "children", "services")),
        ("children's services in exclusions", ("children", "services", "exclusions")),
        ("exclusions in schools", ("exclusions", "in", "schools")),
        ("families with no money", ("families", "money")),
        ("foster carers with little time", ("foster", "carers", "little", "time")),
        ("training for any staff", ("training", "staff")),
        ("exclusions in a small town", ("exclusions", "small", "town")),
        ("exclusions in a rural area", ("exclusions", "rural", "area")),
        ("exclusions and funding", ("exclusions", "funding")),
        ("with very little money", ("little", "money")),
    ],
)
def test_what_is_asked_for_or_whom_it_is_for_is_looked_for(read: Read, text: str, words: tuple[str, ...]) -> None:
    assert read(text).words == words
