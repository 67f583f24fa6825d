from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from knowledge.domain.member import ANYONE
from knowledge.search.engine import SearchEngine
from tests.knowledge.search.conftest import LIBRARY, LISTS

ENGINE = SearchEngine.build(LIBRARY, LISTS)

EMAIL = """From: someone@example.org
To: me
Subject: RE: FW: youth justice

Hi all,

Please see below. "Urgent" -- who: what? in: theme: category: contact: "unclosed
Kind regards, A <a@b.c> http://example.org/?q=1&in:hackney
"""
BAD = (
    "",
    " ",
    "\x00",
    "\n\n\t",
    "the of and a",
    "😀😀😀",
    ".*[a-z]+(((((",
    "'; DROP TABLE initiatives; --",
    "مرحبا بالعالم",
    "\u202eevil\u202c",
    "e\u0301\u0301\u0301" * 50,
    "a" * 4000,
    "word " * 800,
    "\ud800",
    "-" * 300,
    '"' * 301,
    ":::::",
    "in:",
    "in:in:in:",
    'contact:""',
    "-",
    "--",
    '-"',
    "theme:",
    "“",
    "/practice",
    "%s%s%n",
    "\\",
    "youth" * 60,
    "anti " * 60,
    EMAIL,
    EMAIL * 20,
    "who " * 100,
    "compare " * 50,
    "ﬁﬂ",
    "İstanbul",
    "ß",
    "①②③",
    "1234567890" * 10,
    "&&&&",
    "a-b-c-d-e-f",
    "'''''",
    "x" * 29 + " " + "y" * 31,
)


def answer(text: str) -> int:
    query = ENGINE.understand(text)
    assert len(query.text) <= 200
    assert len(query.words) <= 200
    assert len(query.pieces) <= 200
    return ENGINE.find(query, member=ANYONE, limit=5).total


@pytest.mark.parametrize("text", BAD, ids=range(len(BAD)))
def test_bad_input_is_answered(text: str) -> None:
    assert answer(text) >= 0


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=400))
@example("in:hackney -")
@example('"\x85"')
def test_any_text_is_answered(text: str) -> None:
    assert answer(text) >= 0


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [*"\"-:&'’.,?!()", "in:", "theme:", "hackney", "LBH", "yuoth", "justice", "who runs", "not", "  "]
        ),
        max_size=30,
    )
)
def test_any_mixture_of_marks_and_words_is_answered(parts: list[str]) -> None:
    assert answer("".join(parts)) >= 0
    assert answer(" ".join(parts)) >= 0


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz ", max_size=200))
def test_every_piece_and_correction_can_be_asked_without(text: str) -> None:
    query = ENGINE.understand(text)
    for other in [piece.without for piece in query.pieces] + [one.undone for one in query.corrections]:
        assert answer(other) >= 0


@pytest.mark.parametrize("limit", [0, 1, -1])
@pytest.mark.parametrize("offset", [0, 1000, -5])
def test_any_page_can_be_asked_for(limit: int, offset: int) -> None:
    found = ENGINE.find(ENGINE.understand("youth justice"), member=ANYONE, limit=limit, offset=offset)
    assert found.total == 3
    assert len(found.matches) <= max(limit, 0)


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u2060", "\u202e", "\ufeff"])
def test_what_cannot_be_seen_parts_no_word(mark: str) -> None:
    query = ENGINE.understand(f"youth just{mark}ice")
    assert (query.words, query.corrections) == (("youth", "justice"), ())
