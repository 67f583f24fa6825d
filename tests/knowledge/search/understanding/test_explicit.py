"""What is given explicitly: filters, also with a minus, contacts of several words, phrases of which any will do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from knowledge.domain.authority import Place
from knowledge.domain.initiative import Category
from knowledge.domain.query import EITHER, Intent, Query
from knowledge.search.engine import SearchEngine
from tests.knowledge.search.conftest import LISTS

Read = Callable[[str], Query]
Ids = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "contact", "words"),
    [
        ("contact:Lisa Aldridge", "Lisa Aldridge", ()),
        ("contact:lisa aldridge therapy", "lisa aldridge", ("therapy",)),
        ("CONTACT:LISA ALDRIDGE", "LISA ALDRIDGE", ()),
        ("contact:head of safeguarding", "head of safeguarding", ()),
        ("contact:head of therapy", "head", ("therapy",)),
        ("contact:head, safeguarding", "head", ("safeguarding",)),
        ("contact:lisa therapy", "lisa", ("therapy",)),
        ("contact:lisa safeguarding", "lisa", ("safeguarding",)),
        ('contact:"lisa" aldridge', "lisa", ("aldridge",)),
        ("contact:lisa theme:exclusions", "lisa", ()),
        ("contact:Lisa Hackney", "Lisa", ()),
    ],
)
def test_a_contact_is_named_by_as_many_words_as_somebody_is_called_by(
    read: Read, text: str, contact: str, words: tuple[str, ...]
) -> None:
    query = read(text)
    assert (query.contact, query.words) == (contact, words)


def test_a_name_in_capitals_is_one_name_though_nobody_has_it(read: Read) -> None:
    assert read("contact:Lisa Patel").unknown == (("contact", "Lisa Patel"),)


@pytest.mark.parametrize("value", ["yes", "named", "nobody@example.org"])
def test_a_contact_whom_nobody_is_called_is_told_and_searched_for_as_words(read: Read, value: str) -> None:
    query = read(f"therapy contact:{value}")
    assert (query.contact, query.unknown) == (None, (("contact", value),))
    assert "therapy" in query.words


@pytest.mark.parametrize("text", ["contact:yes", "theme:next", "contact:help"])
def test_a_filter_that_means_nothing_is_no_word_to_the_tool_either(read: Read, text: str) -> None:
    query = read(text)
    assert query.intent is Intent.FIND
    assert query.unknown


@pytest.mark.parametrize(
    ("text", "phrases", "told"),
    [
        ('"interview panels" OR "youth justice"', (), "interview panels” or “youth justice"),
        ('"interview panels" or "youth justice" -police', (), "interview panels” or “youth justice"),
        ('"interview panels", "therapy", or "grants"', (), "interview panels” or “therapy” or “grants"),
        ('"case studies" of "interview panels" or "grants"', ("case studies",), "interview panels” or “grants"),
        ('"case studies", "interview panels"', ("case studies", "interview panels"), None),
        ('"case studies" and "interview panels" or not', ("case studies", "interview panels"), None),
    ],
)
def test_phrases_joined_by_or_are_alternatives_and_no_longer_exact(
    read: Read, text: str, phrases: tuple[str, ...], told: str | None
) -> None:
    query = read(text)
    assert query.phrases == phrases
    assert query.unknown == (((EITHER, told),) if told else ())


def test_either_of_two_phrases_is_found(ids: Ids) -> None:
    assert {"haringey-panels", "leeds-grants"} <= set(ids('"interview panels" OR "small grants"'))


@pytest.mark.parametrize("minus", ["-", "–", "NOT "])
@pytest.mark.parametrize(
    ("filtered", "left_out"),
    [
        ("in:hackney", "Hackney"),
        ("at:Hackny", "Hackney"),
        ("authority:hackney", "Hackney"),
        ("region:London", "London"),
        ("in:wales", "Wales"),
        ("theme:exclusions", "theme: Exclusions"),
        ("category:research", "category: Through research"),
        ("evidence:early results", "evidence: early results"),
        ("contact:lisa", "contact: lisa"),
        ("in:narnia", "narnia"),
        ("theme:dragons", "dragons"),
        ("contact:the", "the"),
    ],
)
def test_a_minus_before_a_filter_leaves_out_what_it_names(read: Read, minus: str, filtered: str, left_out: str) -> None:
    query = read(f"therapy {minus}{filtered}")
    assert [piece.label for piece in query.pieces] == [f"without: {left_out}", "therapy"]
    asked = (query.authorities, query.regions, query.nations, query.themes, query.categories, query.evidence)
    assert (*asked, query.contact, query.unknown, query.words) == ((),) * 6 + (None, (), ("therapy",))
    assert query.pieces[0].without == "therapy"


@pytest.mark.parametrize(
    ("text", "found", "not_found"),
    [
        ("youth justice -in:hackney", "lewisham-justice", "hackney-justice"),
        ("youth justice -region:london", "yjb-examples", "lewisham-justice"),
        ("mental health -theme:mental-health", None, "leeds-grants"),
        ("youth justice -category:research", "hackney-justice", "yjb-examples"),
        ("youth justice NOT evidence:evaluated", "hackney-justice", "lewisham-justice"),
        ("youth justice -contact:aldridge", "lewisham-justice", "hackney-justice"),
        ('youth justice -contact:"lisa director"', "hackney-justice", None),
        ("-theme:youth-justice", "leeds-grants", "hackney-justice"),
    ],
)
def test_what_a_filter_leaves_out_is_not_found(ids: Ids, text: str, found: str | None, not_found: str | None) -> None:
    assert {found} - {None} <= set(ids(text))
    assert not_found not in ids(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hackney",
        "Barking",
        "the north west",
        "Welsh",
        "theme:exclusions",
        "category:research",
        "evidence:early",
        "outside London",
        "-police",
        "-Barking",
        "NOT theme:exclusions",
        "2022",
        "from 2021",
        "between 2020 and 2022",
    ],
)
def test_what_was_understood_is_understood_so_when_it_is_typed_as_it_was_shown(read: Read, text: str) -> None:
    (shown,) = read(text).pieces
    query = read(f"therapy {shown.label}")
    assert query.words == ("therapy",)
    assert [piece.label.removesuffix(" first") for piece in query.pieces if piece.kind != "words"] == [shown.label]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("nation:wales", ["nation: Wales"]),
        ("area:london", ["region: London"]),
        ("authorities:hackney,leeds", ["authority: Hackney", "authority: Leeds"]),
        ("themes: exclusions", ["theme: Exclusions"]),
        ("categories:research", ["category: Through research"]),
        ("year:2022", ["year: 2022"]),
        ("Areas: therapy", ["therapy"]),
    ],
)
def test_filters_have_other_names(read: Read, text: str, labels: list[str]) -> None:
    query = read(text)
    assert ([piece.label for piece in query.pieces], query.unknown) == (labels, ())


@pytest.mark.parametrize("minus", ["-", "–", "NOT "])
@pytest.mark.parametrize(
    ("typed", "left_out"),
    [
        ("north west", "North West"),
        ("Barking and Dagenham", "Barking and Dagenham"),
        ("youth justice board", "Youth Justice Board"),
        ("Bath and hair", "Bath and North East Somerset"),
        ("north", "north"),
    ],
)
def test_a_minus_leaves_out_a_place_by_its_whole_name(read: Read, minus: str, typed: str, left_out: str) -> None:
    query = read(f"therapy {minus}{typed}")
    assert query.pieces[0].label == f"without: {left_out}"
    assert (query.authorities, query.regions) == ((), ())


def test_not_in_a_text_all_in_capitals_is_a_word_of_it_and_no_mark(read: Read) -> None:
    assert read("EXCLUSIONS NOT ZEBRAS").excluded == ()
    assert read("exclusions NOT zebras").excluded == ("zebras",)


@pytest.mark.parametrize("key", ["in", "at", "authority", "Authority"])
def test_an_authority_is_given_by_any_of_the_keys(read: Read, key: str) -> None:
    query = read(f"{key}:hackney therapy")
    assert [(one.name, query.words) for one in query.authorities] == [("Hackney", ("therapy",))]


@pytest.mark.parametrize(
    ("value", "category"),
    [
        ("within-organisation", Category.WITHIN_ORGANISATION),
        ("within organisation", Category.WITHIN_ORGANISATION),
        ("With children and families", Category.CHILDREN_AND_FAMILIES),
        ("with children", Category.CHILDREN_AND_FAMILIES),
        ("families", Category.CHILDREN_AND_FAMILIES),
        ("partner", Category.PARTNERS),
        ("comm", Category.COMMUNITIES),
    ],
)
def test_a_category_is_named_by_words_of_its_name(read: Read, value: str, category: Category) -> None:
    query = read(f"category:{value} therapy")
    assert (query.categories, query.words, query.unknown) == ((category,), ("therapy",), ())


@pytest.mark.parametrize("value", ["a", "c", "e", "i", "in", "with", "and", "your", "ganisation", "children partners"])
def test_a_category_is_named_by_no_small_words_and_no_part_of_a_word(read: Read, value: str) -> None:
    query = read(f'category:"{value}" therapy')
    assert (query.categories, query.unknown) == ((), (("category", value),))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("region:north west", "region: North West"),
        ("in:the north west", "region: North West"),
        ("in:Youth Justice Board", "authority: Youth Justice Board"),
        ("in:london borough of hackney", "authority: Hackney"),
        ("theme:mental health", "theme: Mental health"),
        ("evidence:early results", "evidence: early results"),
    ],
)
def test_a_value_goes_on_as_far_as_the_longest_name_does(read: Read, text: str, label: str) -> None:
    query = read(f"{text} therapy")
    assert [one.label for one in query.pieces] == [label, "therapy"]
    assert (query.unknown, query.pieces[0].without) == ((), "therapy")


@pytest.mark.parametrize("text", ["in:hackney,leeds therapy", "therapy in:hackney;leeds", "in:hackney, leeds therapy"])
def test_several_values_of_a_filter_are_each_one(read: Read, text: str) -> None:
    query = read(text)
    assert ([one.name for one in query.authorities], query.unknown) == (["Hackney", "Leeds"], ())
    assert [one.name for one in read(query.pieces[0].without).authorities] == ["Leeds"]


def test_of_several_values_those_that_mean_nothing_are_told(read: Read) -> None:
    query = read("theme:exclusions,dragons")
    assert (query.themes, query.unknown) == (("exclusions",), (("theme", "dragons"),))


def test_several_values_are_not_taken_apart_where_that_would_be_too_long(read: Read) -> None:
    text = "in:" + ",".join("ab" * 9 for _ in range(10))
    assert read(text).text == text


def test_all_of_the_country_is_a_place_to_narrow_to_that_narrows_nothing() -> None:
    lists = replace(LISTS, places=(*LISTS.places, Place("United Kingdom", "everywhere", ("UK",))))
    query = SearchEngine.build((), lists).understand("in:uk therapy")
    assert (query.words, query.unknown, query.nations) == (("therapy",), (), ())


@pytest.mark.parametrize("value", ["the", "of", "of the"])
def test_small_words_are_no_contact(read: Read, value: str) -> None:
    query = read(f'contact:"{value}" therapy')
    assert (query.contact, query.unknown) == (None, (("contact", value),))


@pytest.mark.parametrize("text", ['"the" therapy', "-the therapy", '"of the" therapy', '-"of the" therapy'])
def test_small_words_are_nothing_to_look_for_or_to_leave_out(read: Read, text: str) -> None:
    query = read(text)
    assert (query.phrases, query.excluded, query.words) == ((), (), ("therapy",))


def test_a_value_that_stands_in_its_key_as_well_is_put_back_where_it_stood(read: Read) -> None:
    (piece,) = read("category:e").pieces
    assert [piece.text[start:end] for start, end in piece.spans] == ["e"]
    assert piece.spans == ((9, 10),)
