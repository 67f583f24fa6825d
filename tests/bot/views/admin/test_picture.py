"""The picture of the coverage: legible, true to the numbers, and said in words."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest
from PIL import Image

from bot.views.admin.coverage import ALT_TEXT, PLACES, Picture, Row, coverage_picture
from bot.views.admin.picture import GROUNDS, PADDING, WHITE, contrast, draw, ground, ink_on, load_font
from knowledge.domain.authority import Authority, Register
from knowledge.domain.initiative import Initiative, Theme
from knowledge.domain.lists import Lists
from knowledge.services.report import Reporting
from tests.factories import LISTS, an_initiative
from tests.fakes import FakeStore
from tests.knowledge.services.test_report import Counts, Missing, Sent

DAY = date(2026, 11, 23)
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch and the councils round it, all of them together"
NAMES = ("Ynys Môn a’r Ŵyl Ŷd", LONG, *(f"Body {number}" for number in range(40)))
MANY = replace(LISTS, register=Register(tuple(Authority(name, name, "Wales", "Wales") for name in NAMES)))


def picture(*initiatives: Initiative, lists: Lists = LISTS) -> Picture:
    store = FakeStore(*initiatives, lists=lists)
    report = Reporting(store, usage=Counts(), gaps=Missing(), sent=Sent(), today=lambda: DAY).report()
    return coverage_picture(report, DAY)


def drawn(shown: Picture) -> Image.Image:
    return Image.open(io.BytesIO(draw(shown)))


def rows(shown: Picture, table: int) -> dict[str, Row]:
    return {row.name: row for _, group in shown.tables[table].groups for row in group}


def test_each_place_has_its_numbers_and_all_together_come_first() -> None:
    shown = picture(an_initiative(id="a", themes=("youth-justice", "mentoring")), an_initiative(id="b"))
    assert shown.tables[0].columns == ("All", "London", "North West")
    assert shown.tables[1].columns == ("All", "Ashford")
    assert rows(shown, 0)["All initiatives"].counts == (2, 2, 0)
    assert rows(shown, 0)["Mentoring"].counts == (1, 1, 0)
    assert list(rows(shown, 0))[-2:] == ["Youth justice", "Mentoring"]


def test_beyond_so_many_authorities_the_rest_is_summed_up_and_no_measure_of_the_others() -> None:
    held = [an_initiative(id=f"{name}-{at}", authority=name) for name in NAMES for at in range(1 + (name == LONG))]
    table = picture(*held, lists=MANY).tables[1]
    assert len(table.columns) == 1 + PLACES
    assert table.columns[1] == LONG
    assert table.columns[-1] == f"{len(NAMES) - PLACES + 1} other authorities and bodies"
    counts = rows(picture(*held, lists=MANY), 1)["Youth justice"].counts
    assert counts[0] == sum(counts[1:]) == len(held)
    assert table.most == 2


@pytest.mark.parametrize(
    ("initiatives", "lists"),
    [
        ((), LISTS),
        ((), replace(LISTS, register=Register(()), themes=())),
        ((an_initiative(),), LISTS),
        (tuple(an_initiative(id=name, authority=name) for name in NAMES), MANY),
        ((an_initiative(),), replace(LISTS, themes=(*LISTS.themes, Theme("long", "ŵ" * 300)))),
    ],
    ids=["empty store", "empty lists", "one region", "many authorities", "long theme"],
)
def test_any_store_can_be_drawn(initiatives: tuple[Initiative, ...], lists: Lists) -> None:
    shown = picture(*initiatives, lists=lists)
    image = drawn(shown)
    assert image.width >= 1000
    assert image.format == "PNG"
    assert image.info["Description"] == shown.alt
    # Nothing is drawn over the edge.
    edges = [image.crop((0, 0, 1, image.height)), image.crop((image.width - 1, 0, image.width, image.height))]
    assert {colour for edge in edges for _, colour in edge.getcolors() or ()} == {WHITE}


def test_a_note_that_is_too_wide_goes_on_in_the_next_line() -> None:
    def with_notes(*notes: str) -> Image.Image:
        return drawn(Picture("Title", notes, (), alt=""))

    words = [f"word{number}" for number in range(200)]
    image = with_notes(" ".join(words))
    short = with_notes("word")
    line = with_notes("word", "word").height - short.height
    assert image.height - short.height > 5 * (line - PADDING)
    assert image.width == short.width
    # Its last words stand there, at the end of the text.
    assert with_notes(" ".join(words[:-1])).tobytes() != image.tobytes()


def test_welsh_letters_are_letters() -> None:
    font = load_font(18, bold=False)
    missing = bytes(font.getmask("\uffff"))
    assert [letter for letter in "ŵŷŴŶâêîôûáéíóúïëöẁẃẅỳàèìòùçñœ–—…’“”" if bytes(font.getmask(letter)) == missing] == []


def test_numbers_stand_out_from_every_ground() -> None:
    assert contrast((0, 0, 0), WHITE) == pytest.approx(21)
    assert min(contrast(ink_on(one), one) for one in GROUNDS) >= 4.5


def test_a_larger_number_never_has_a_lighter_ground() -> None:
    assert ground(0, 0) == WHITE
    steps = [GROUNDS.index(ground(count, 500)) for count in range(501)]
    assert steps == sorted(steps)
    assert set(steps) == set(range(len(GROUNDS)))
    assert ground(1, 1) != WHITE


def test_the_words_say_what_is_most_and_where_there_is_nothing() -> None:
    alt = picture(an_initiative()).alt
    assert "by region and by authority, on 23 November 2026: 1 initiative of 1 authority or body." in alt
    for part in (
        "By region: London 1.",
        "Regions without any: North West.",
        "Themes with most: Youth justice 1.",
        "Themes without any: Mentoring.",
        "With children and families 1",
        "Authorities and bodies with most: Ashford 1.",
        "1 authority of the register has none.",
    ):
        assert part in alt


def test_where_every_theme_is_covered_the_words_say_which_have_fewest_and_where() -> None:
    themes = tuple(Theme(f"t{number}", f"Theme {number}") for number in range(5))
    held = [
        an_initiative(id=f"{who}-{at}-{number}", authority=who, themes=(f"t{number}",))
        for who, times in (("Ashford", 5), ("Beecham", 2))
        for number in range(times)
        for at in range(number + 1)
    ]
    alt = picture(*held, lists=replace(LISTS, themes=themes)).alt
    assert "No theme is without any; fewest have Theme 0 2, Theme 2 3 and Theme 3 4." in alt
    assert "Of 5 themes fewest are covered in North West 2 and London 5." in alt


def test_the_words_keep_to_slacks_limit_whatever_things_are_called() -> None:
    lists = replace(MANY, themes=tuple(Theme(f"t{number}", f"{number} {LONG}") for number in range(60)))
    alt = picture(*(an_initiative(id=name, authority=name) for name in NAMES), lists=lists).alt
    assert 500 < len(alt) <= ALT_TEXT
    assert alt.endswith((".", "…"))


def test_asking_never_loads_what_draws() -> None:
    program = "import sys, bot.cli, bot.answering.conversation, bot.listeners.report; sys.exit('PIL' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
