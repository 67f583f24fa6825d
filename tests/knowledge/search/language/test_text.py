from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.search.language.text import as_typed, plain_letters, split_words, tokens, words


@pytest.mark.parametrize("written", ["anti-racist", "anti racist", "antiracist", "Anti-Racist"])
def test_a_prefix_is_joined_however_it_is_written(written: str) -> None:
    assert words(written) == ["antiracist"]


def test_a_hyphen_between_whole_words_parts_them() -> None:
    assert words("school-based half-term") == ["school", "based", "half", "term"]


def test_over_is_joined_only_with_a_hyphen() -> None:
    assert words("over-representation of over 80 children") == ["overrepresentation", "of", "over", "80", "children"]


@pytest.mark.parametrize("written", ["children's", "children’s"])
def test_an_apostrophe_s_is_dropped(written: str) -> None:
    assert words(written) == ["children"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("two PRUs, TAs", ["two", "pru", "ta"]),
        ("PRU's PRUs' DCSs’", ["pru", "pru", "dcs"]),
        ("SATs and MPs", ["sats", "and", "mp"]),
        ("SC-WRESs", ["sc", "wres"]),
        ("As Us prus", ["as", "us", "prus"]),
    ],
)
def test_the_small_s_of_an_abbreviation_in_the_plural_is_no_part_of_it(written: str, read: list[str]) -> None:
    assert words(written) == read
    assert [token.word for token in tokens(written)] == read


def test_accents_and_case_do_not_count() -> None:
    assert words("Siân’s CAFÉ") == ["sian", "cafe"]


def test_marks_of_any_alphabet_part_words_and_letters_of_any_make_them() -> None:
    assert words("“exclusions”—what’s_new… ысць") == ["exclusions", "whats", "new", "ысць"]


def test_an_ampersand_is_and() -> None:
    assert words("B&D") == words("B and D")


@pytest.mark.parametrize("written", ["care givers", "care-givers", "caregivers", "Care Givers"])
def test_a_word_often_written_as_two_is_joined(written: str) -> None:
    assert words(written) == ["caregivers"]


def test_two_words_are_joined_and_not_three() -> None:
    assert words("child care givers") == ["childcare", "givers"]


def test_words_that_end_like_one_of_a_pair_are_left_apart() -> None:
    assert words("swell being, homework place, care given") == ["swell", "being", "homework", "place", "care", "given"]


@pytest.mark.parametrize(
    "text",
    [
        "Anti-racist practice",
        "well-being of head teachers",
        "S&S",
        "it's over-represented",
        "home work",
        "after school clubs",
        "child care givers",
    ],
)
def test_a_question_is_cut_into_the_same_words_as_a_text(text: str) -> None:
    assert [token.word for token in tokens(text)] == words(text)


#: What joins and what parts, and words that are one of two, alone or in others.
_PIECES = st.lists(
    st.sampled_from([*" -‐‑'&.\n_", "anti", "Over", "well", "being", "homework", "place", "child", "care", "é"])
)


@given(_PIECES.map("".join))
def test_a_text_with_nothing_to_join_is_cut_as_any_other(text: str) -> None:
    assert words(text) == split_words(plain_letters(text))


def test_a_token_knows_where_it_stood() -> None:
    text = "youth justce"
    assert [text[token.start : token.end] for token in tokens(text)] == ["youth", "justce"]


@pytest.mark.parametrize(
    ("said", "text", "typed"),
    [
        ("selfharm", "Self-harm in schools", "Self-harm"),
        ("selfharm", "self harm", "self harm"),
        ("children homes", "are children's homes whiter", "children's homes"),
        ("barnardo", "Barnardo’s", "Barnardo’s"),
        ("ep", "EPs in schools", "EPs"),
        ("d and i", "a D&I lead", "D&I"),
        ("stop and search", "Stop & search", "Stop & search"),
        ("foster carers", "forster carers", "foster carers"),  # put right
        ("art", "parts, starting", "art"),
    ],
)
def test_words_are_shown_as_they_were_typed(said: str, text: str, typed: str) -> None:
    assert as_typed(said, text) == typed


def test_words_of_any_text_are_found_in_it_again() -> None:
    text = "Over-represented boys' non-attendance, SENCOs & headteachers' co-produced D&I"
    for word in words(text):
        assert as_typed(word, text) in text
