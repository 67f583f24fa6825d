"""Towns: read as the authority that runs children's services there, and never where they mean something else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from knowledge.domain.authority import Authority, Place, Register
from knowledge.domain.initiative import Contact
from knowledge.domain.lists import Synonym, Towns
from knowledge.domain.member import ANYONE
from knowledge.domain.query import Query
from knowledge.search.engine import SearchEngine
from knowledge.search.lists.authorities import RegisterMatcher
from tests.knowledge.search.conftest import LIBRARY, LISTS, REGISTER, initiative

Read = Callable[[str], Query]

OTHERS = (
    Authority("Lambeth", "London Borough of Lambeth", "England", "London"),
    Authority("Brighton and Hove", "Brighton and Hove City Council", "England", "South East", None, ("Brighton",)),
    Authority("Derby", "Derby City Council", "England"),
    Authority("Western Trust", "Western Health and Social Care Trust", "Northern Ireland"),
    Authority("Lancashire", "Lancashire County Council", "England", "North West"),
    Authority("Kent", "Kent County Council", "England", "South East"),
    Authority("Hounslow", "London Borough of Hounslow", "England", "London"),
    Authority("Norfolk", "Norfolk County Council", "England"),
    Authority("Hull", "Hull City Council", "England"),
    Authority("Rhondda Cynon Taf", "Rhondda Cynon Taf Council", "Wales", None, None, ("RCT",)),
    Authority("Milton Keynes", "Milton Keynes City Council", "England", None, None, ("mk",)),
)
TOWNS = (
    Towns("Lambeth", ("Brixton", "Streatham", "Vauxhall")),
    Towns("Western Trust", ("Derry",)),
    Towns("Lancashire", ("Burnley", "Chorley", "Preston", "Bury St Edmunds")),
    Towns("Kent", ("Deal", "Forest Gate", "Dover")),
    Towns("Hounslow", ("Feltham",)),
    Towns("Norfolk", ("Kings Lynn", "Hackney Wick")),
)
TOWN_LISTS = replace(
    LISTS,
    register=Register.of((*REGISTER, *OTHERS)),
    towns=TOWNS,
    synonyms=(
        *LISTS.synonyms,
        Synonym(("RCT",), ("evaluation",), 0.8),
        Synonym(("feltham",), ("custody",), 0.8),
    ),
    places=(
        *LISTS.places,
        Place("Awards", "other", ("Duke of Brixton", "Leeds Beckett", "Leeds bus boycott", "Forest Gate fire")),
    ),
)
ENGINE = SearchEngine.build(
    (*LIBRARY, initiative("lambeth-exclusions", "Lambeth", "Exclusions", "Fewer exclusions.", "exclusions")), TOWN_LISTS
)


@pytest.fixture
def read() -> Read:
    return ENGINE.understand


def names(query: Query) -> list[str]:
    return [one.name for one in query.authorities]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("exclusions in Brixton", "Lambeth"),
        ("brixton exclusions", "Lambeth"),
        ("Brixton's exclusions", "Lambeth"),
        ("exclusions Burnley", "Lancashire"),
        ("in:brixton exclusions", "Lambeth"),
        ("Burnley Borough Council and exclusions", "Lancashire"),
        ("exclusions in derry", "Western Trust"),
        ("in:Derry exclusions", "Western Trust"),
        ("King's Lynn exclusions", "Norfolk"),
        ("kings lynn exclusions", "Norfolk"),
    ],
)
def test_a_town_is_read_as_the_authority_that_serves_it(read: Read, text: str, meant: str) -> None:
    query = read(text)
    assert (names(query), query.words, query.corrections) == ([meant], ("exclusions",), ())


def test_what_is_understood_says_which_town_was_taken_for_the_authority(read: Read) -> None:
    assert [piece.label for piece in read("therapy in BRIXTON").pieces if piece.kind == "authority"] == [
        "authority: Lambeth (Brixton)"
    ]


def test_asking_without_a_town_leaves_what_else_names_its_authority(read: Read) -> None:
    pieces = [piece for piece in read("therapy in Brixton and Streatham").pieces if piece.kind == "authority"]
    assert [piece.label for piece in pieces] == ["authority: Lambeth (Brixton)", "authority: Lambeth (Streatham)"]
    assert [piece.label for piece in read(pieces[0].without).pieces][:1] == ["authority: Lambeth (Streatham)"]


def test_of_two_names_the_longer_is_meant(read: Read) -> None:
    assert names(read("therapy in Bury St Edmunds")) == ["Lancashire"]
    assert names(read("therapy in Hackney Wick")) == ["Norfolk"]


def test_a_town_is_never_put_right_to_another_authority(read: Read) -> None:
    for text in ("Brixton", "derry", "burnley"):
        assert read(text).corrections == ()


def test_a_slip_in_a_town_is_put_right_after_a_place_word_only(read: Read) -> None:
    assert names(read("exclusions in Streathm")) == ["Lambeth"]
    assert names(read("Streathm exclusions")) == []


@pytest.mark.parametrize(("word", "meant"), [("streath", []), ("streathes", ["Lambeth"])])
def test_a_slip_in_a_town_is_one_only_where_no_other_word_lies_as_near(word: str, meant: list[str]) -> None:
    held = initiative("word", "Leeds", word, f"{word} {word}")
    assert names(SearchEngine.build([*LIBRARY, held], TOWN_LISTS).understand("exclusions in Streathm")) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("exclusions in Deal", ["Kent"]),
        ("Deal council on exclusions", ["Kent"]),
        ("in:deal exclusions", ["Kent"]),
        ("exclusions in deal", []),
        ("Deal with exclusions", []),
        ("deal", []),
        ("Exclusions In Deal", []),
    ],
)
def test_a_town_called_like_an_everyday_word_needs_a_capital_and_a_place_word(
    read: Read, text: str, meant: list[str]
) -> None:
    assert names(read(text)) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("exclusions in preston", ["Lancashire"]),
        ("exclusions in Burnley and Preston", ["Lancashire"]),
        ("therapy in Hackney or Preston", ["Hackney", "Lancashire"]),
        ("preston", ["Lancashire"]),
        ("exclusions and Kelly Preston", []),
        ("Preston exclusions", ["Lancashire"]),
        ("preston exclusions", []),
        ("Preston exclusions lead", []),
    ],
)
def test_a_town_called_like_a_person_needs_a_place_word_or_stands_alone_or_before_a_theme(
    read: Read, text: str, meant: list[str]
) -> None:
    assert names(read(text)) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("exclusions in forest gate", ["Kent"]),
        ("exclusions, Forest Gate", ["Kent"]),
        ("forest gate", ["Kent"]),
        ("exclusions at the forest gate", []),
    ],
)
def test_a_town_of_everyday_words_needs_capitals_or_a_place_word(read: Read, text: str, meant: list[str]) -> None:
    assert names(read(text)) == meant


@pytest.mark.parametrize(
    "text",
    [
        "duke of brixton therapy",
        "leeds beckett",
        "Leeds bus boycott",
        "Leeds University",
        "University of Leeds",
        "Hackney football club",
        "Hull City FC",
        "Leeds Metropolitan University",
        "HMP Dover",
        "forest gate fire",
        "in:leeds-beckett",
    ],
)
def test_no_place_is_named_where_its_name_is_part_of_something_else(read: Read, text: str) -> None:
    query = read(text)
    assert (query.authorities, query.regions, query.nations) == ((), (), ())
    assert query.words


def test_the_place_beside_such_an_expression_is_read(read: Read) -> None:
    assert names(read("leeds beckett in Hackney")) == ["Hackney"]


@pytest.mark.parametrize("text", ["reading", "bury", "bath", "barking", "Reading?"])
def test_a_place_that_is_also_a_word_is_meant_where_it_is_the_whole_question(read: Read, text: str) -> None:
    assert len(read(text).authorities) == 1


def test_a_place_beside_a_filter_is_not_the_whole_question(read: Read) -> None:
    assert read("theme:exclusions reading").authorities == ()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("RCT evaluation", []),
        ("RCT", []),
        ("exclusions in rct", []),
        ("exclusions in RCT", ["Rhondda Cynon Taf"]),
        ("exclusions in RCTs", []),
        ("feltham therapy", []),
        ("therapy in Feltham", ["Hounslow"]),
    ],
)
def test_what_is_the_fields_own_word_too_needs_a_place_word(read: Read, text: str, meant: list[str]) -> None:
    assert names(read(text)) == meant


def test_an_abbreviation_that_is_listed_small_needs_no_capitals(read: Read) -> None:
    assert names(read("mk exclusions")) == ["Milton Keynes"]


def test_a_town_of_two_authorities_stands_for_both_and_says_so() -> None:
    towns = (*TOWNS, Towns("Norfolk", ("Brixton",)))
    query = SearchEngine.build((), replace(TOWN_LISTS, towns=towns)).understand("exclusions in Brixton")
    assert (names(query), query.shared_alias) == (["Lambeth", "Norfolk"], "Brixton")


def test_a_town_that_is_called_like_an_authority_is_that_authority() -> None:
    lists = replace(TOWN_LISTS, towns=(Towns("Kent", ("Leeds",)),))
    assert names(SearchEngine.build((), lists).understand("exclusions in Leeds")) == ["Leeds"]


def test_where_its_authority_has_nothing_the_work_of_others_that_mentions_the_town_is_found() -> None:
    told = initiative("other", "Leeds", "Therapy for families", "Therapy that began in Streatham.", "mental-health")
    engine = SearchEngine.build((told,), TOWN_LISTS)
    found = engine.find(engine.understand("therapy in Streatham"), member=ANYONE, limit=5)
    assert [match.id for match in found.matches] == ["other"]
    assert "mentions: Streatham" in found.explain()[0]


@pytest.mark.parametrize(("town", "summary"), [("Deal", "A deal with families."), ("Dover", "Lessons and play.")])
def test_a_word_and_a_persons_name_are_no_mention_of_a_town(town: str, summary: str) -> None:
    contact = (Contact("Ann Dover", "Manager"),)
    told = initiative("other", "Leeds", "Therapy", summary, "mental-health", own_contacts=contact)
    engine = SearchEngine.build((told,), TOWN_LISTS)
    assert not engine.find(engine.understand(f"therapy in {town}"), member=ANYONE, limit=5).total


@pytest.mark.parametrize("text", ["Brixton", "Derry", "Burnley Council"])
def test_a_form_is_no_authoritys_by_a_town(text: str) -> None:
    register = Register.of((*OTHERS, Authority("Barnsley", "Barnsley Council", "England")))
    assert list(RegisterMatcher(register, TOWNS).match(text)) == []
