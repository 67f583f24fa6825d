from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.views.kit.blocks import BUTTON_VALUE, button, escape, escaped, rich_text, shorten
from bot.views.kit.lines import line, plain
from knowledge.domain.text import units


@given(st.text(max_size=400), st.integers(min_value=1, max_value=300))
def test_shortened_text_never_exceeds_its_limit(text: str, limit: int) -> None:
    assert units(shorten(text, limit)) <= limit


@given(st.text(alphabet=st.sampled_from("&<>a 😀"), max_size=400), st.integers(min_value=10, max_value=300))
def test_escaped_text_fits_and_is_never_cut_inside_an_entity(text: str, limit: int) -> None:
    made = escaped(text, limit)
    assert units(made) <= limit
    assert escape(made.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")) == made


def test_text_that_fits_is_left_alone() -> None:
    assert shorten("exactly", 7) == "exactly"


def test_long_text_is_cut_between_words() -> None:
    assert shorten("one two three four", 15) == "one two three…"


def test_a_button_whose_value_is_too_long_is_an_error_of_ours() -> None:
    with pytest.raises(ValueError, match="2000 are allowed"):
        button("Open", "open", "x" * (BUTTON_VALUE + 1))


def test_rows_and_bullets_keep_their_order_in_rich_text() -> None:
    blocks = rich_text([line("one"), line("two", bullet=True), line("three", bullet=True), line("four")])
    kinds = [element["type"] for block in blocks for element in block["elements"]]
    assert kinds == ["rich_text_section", "rich_text_list", "rich_text_section"]
    assert len(blocks[0]["elements"][1]["elements"]) == 2


def test_much_text_is_spread_over_several_blocks() -> None:
    assert len(rich_text([line("x" * 2000), line("y" * 2000)])) == 2


def test_plain_text_writes_a_link_with_its_address() -> None:
    from bot.views.kit.lines import linked

    assert plain([line("See ", linked("the page", "https://example.org"))]) == "See the page (https://example.org)"
    assert plain([line(linked("a@example.org", "mailto:a@example.org"))]) == "a@example.org"
