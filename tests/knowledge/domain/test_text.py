"""How text is cleaned, folded, measured and cut."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.domain.text import clean, cut, fold, folded, units


@given(st.text(), st.booleans())
@example("cafe\N{ZERO WIDTH SPACE}\N{COMBINING ACUTE ACCENT}", False)
def test_what_is_clean_stays_as_it_is(text: str, lines: bool) -> None:
    assert clean(clean(text, lines=lines), lines=lines) == clean(text, lines=lines)


@given(st.text())
@example("İ ŉ ẞ ﬁ ½ ＆ ＇ ’")
@example("Adébáyọ̀ R&D o''clock _x_ 2024-25")
def test_words_with_their_places_are_those_of_the_folded_text(text: str) -> None:
    assert [one.word for one in folded(text)] == fold(text).split()


@given(st.text())
def test_a_place_holds_its_word(text: str) -> None:
    for one in folded(text):
        assert one.word in fold(text[one.start : one.end]).split()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("(Anne\N{NON-BREAKING HYPHEN}Marie O'Neil)", ["Anne", "Marie", "O'Neil"]),
        ("By Adébáyọ̀, who ...", ["By", "Adébáyọ̀", "who"]),
        ("李 小龙", ["李", "小龙"]),
    ],
)
def test_a_word_stands_where_it_was_written_with_all_marks_of_its_letters(text: str, said: list[str]) -> None:
    assert [text[one.start : one.end] for one in folded(text)] == said


@given(st.text(alphabet=st.sampled_from("aé😀"), max_size=40), st.integers(min_value=0, max_value=60))
def test_a_text_is_cut_where_the_room_ends_and_no_letter_is_halved(text: str, room: int) -> None:
    kept = cut(text, room)
    assert text.startswith(kept)
    assert units(kept) <= room
    assert kept == text or units(text[: len(kept) + 1]) > room


def test_the_rarest_letters_count_two() -> None:
    assert units("aé😀") == len("aé😀".encode("utf-16-le")) / 2 == 4
