"""The register and the library that ship are sound, and say no more than they may."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import config
import knowledge
from knowledge.domain.authority import AuthorityKind
from knowledge.domain.initiative import Contact, Evidence, Initiative, SourceKind
from knowledge.domain.library import LibraryItem
from knowledge.domain.lists import Lists
from knowledge.domain.text import fold
from knowledge.importing.library import read_library
from knowledge.importing.lists import read_lists
from knowledge.search.engine import SearchEngine
from knowledge.services.find import Find
from tests.fakes import FakeSearch, FakeStore

CONFIG = Path(config.__path__[0])
LIBRARY = Path(knowledge.__path__[0]) / "library"
READ = date(2026, 11, 23)


@pytest.fixture(scope="module")
def lists() -> Lists:
    return read_lists([CONFIG])


@pytest.fixture(scope="module")
def items(lists: Lists) -> list[LibraryItem]:
    return list(read_library([LIBRARY], lists.register, lists.themes))


@pytest.fixture(scope="module")
def initiatives(items: list[LibraryItem]) -> dict[str, Initiative]:
    return {item.initiative.id: item.initiative for item in items if item.initiative}


@pytest.fixture(scope="module")
def from_form(items: list[LibraryItem]) -> list[Initiative]:
    return [
        item.initiative for item in items if item.initiative and Path(item.file).name == "hackney-sharing-practice.yaml"
    ]


def _words(initiative: Initiative) -> Iterator[str]:
    """What people read of it, without the titles that sources gave themselves."""
    yield from (initiative.title, initiative.summary, initiative.impact or "")
    for contact in initiative.contacts:
        yield from (contact.name or "", contact.role or "", contact.team or "")


def test_every_shipped_entry_is_read_without_a_problem(items: list[LibraryItem]) -> None:
    assert [str(problem) for item in items for problem in item.problems] == []
    assert len(items) >= 128


def test_every_theme_of_the_list_has_an_initiative(lists: Lists, initiatives: dict[str, Initiative]) -> None:
    used = {theme for initiative in initiatives.values() for theme in initiative.themes}

    assert {theme.slug for theme in lists.themes} == used


def test_every_entry_says_when_its_source_was_read(initiatives: dict[str, Initiative]) -> None:
    assert {initiative.source.read for initiative in initiatives.values()} == {READ}


def test_nobody_has_confirmed_an_entry_or_a_contact_yet(initiatives: dict[str, Initiative]) -> None:
    assert {initiative.checked for initiative in initiatives.values()} == {None}
    assert {contact.confirmed for one in initiatives.values() for contact in one.contacts} <= {None}


def test_entries_from_public_pages_link_to_them(initiatives: dict[str, Initiative]) -> None:
    pages = [one for one in initiatives.values() if one.source.kind is SourceKind.PAGE]

    assert len(pages) >= 111
    assert all(one.source.url for one in pages)


def test_stronger_evidence_is_claimed_only_where_a_result_is_told(initiatives: dict[str, Initiative]) -> None:
    early = [one for one in initiatives.values() if one.evidence is Evidence.EARLY_RESULTS]
    evaluated = [one for one in initiatives.values() if one.evidence is Evidence.EVALUATED]

    assert all(one.impact for one in early)
    assert all("evaluat" in f"{one.summary} {one.impact} {one.source.title}" for one in evaluated)


def test_people_are_not_lumped_together_under_an_abbreviation(initiatives: dict[str, Initiative]) -> None:
    wrong = re.compile(r"\b(BAME|BME)\b", re.IGNORECASE)

    assert [one.id for one in initiatives.values() for words in _words(one) if wrong.search(words)] == []


def test_words_are_plain_text_without_stray_marks(initiatives: dict[str, Initiative]) -> None:
    for initiative in initiatives.values():
        for words in _words(initiative):
            assert not re.search(r" - |!|\s{2}|[<>*_]", words), (initiative.id, words)


def test_summaries_are_whole_sentences(initiatives: dict[str, Initiative]) -> None:
    assert [one.id for one in initiatives.values() if not one.summary.endswith(".")] == []


def test_two_contacts_stand_for_the_whole_of_hackneys_form(from_form: list[Initiative]) -> None:
    expected = (
        Contact(name="Lisa Aldridge", role="Head of Safeguarding and Learning"),
        Contact(name="Annie Gammon", role="Director of Education"),
    )

    assert len(from_form) == 17
    assert {one.form_contacts for one in from_form} == {expected}


def test_one_contact_stands_for_the_long_term_programme_alone(initiatives: dict[str, Initiative]) -> None:
    named = {one.id: one.contacts for one in initiatives.values() if Contact(name="Sonia Khan") in one.contacts}

    assert named == {"hackney-improving-outcomes-young-black-men": (Contact(name="Sonia Khan"),)}


def test_hackneys_named_contacts_never_stand_for_what_was_found_on_public_pages(
    initiatives: dict[str, Initiative], from_form: list[Initiative]
) -> None:
    others = set(initiatives) - {one.id for one in from_form}

    assert any(initiatives[id_].authority == "Hackney" for id_ in others)
    assert {contact.name for id_ in others for contact in initiatives[id_].contacts} == {None}


def test_hackneys_form_is_given_as_an_undated_form_without_address(from_form: list[Initiative]) -> None:
    assert {(one.source.kind, one.source.url, one.source.dated) for one in from_form} == {(SourceKind.FORM, None, None)}


def test_the_register_holds_every_authority_that_runs_childrens_services(lists: Lists) -> None:
    authorities = [one for one in lists.register if one.kind is AuthorityKind.AUTHORITY]

    assert Counter(one.nation for one in authorities) == {
        "England": 153,
        "Scotland": 32,
        "Wales": 22,
        "Northern Ireland": 5,
    }
    assert Counter(one.code[:3] for one in authorities if one.code) == {
        "E06": 63,
        "E08": 36,
        "E09": 33,
        "E10": 21,
        "W06": 22,
        "S12": 32,
    }


def test_codes_belong_to_their_nation(lists: Lists) -> None:
    nations = {"E": "England", "W": "Wales", "S": "Scotland"}

    assert all(nations[one.code[0]] == one.nation for one in lists.register if one.code)


def test_every_place_of_the_register_is_one_that_questions_can_name(lists: Lists) -> None:
    regions = {place.name for place in lists.places}
    authorities = [one for one in lists.register if one.kind is AuthorityKind.AUTHORITY]

    assert {one.region for one in authorities} <= regions
    assert {one.nation for one in authorities} <= regions


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("LBBD", {"Barking and Dagenham"}),
        ("rbkc", {"Kensington and Chelsea"}),
        ("Brum", {"Birmingham"}),
        ("Caerdydd", {"Cardiff"}),
        ("BHSCT", {"Belfast Trust"}),
        ("Durham", {"County Durham"}),
        ("E09000012", {"Hackney"}),
        ("Northamptonshire", {"North Northamptonshire", "West Northamptonshire"}),
        ("Cumbria", {"Cumberland", "Westmorland and Furness"}),
        ("Achieving for Children", {"Kingston upon Thames", "Richmond upon Thames", "Windsor and Maidenhead"}),
        ("City of Westminster", {"Westminster"}),
    ],
)
def test_authorities_go_by_the_names_that_people_type(lists: Lists, typed: str, meant: set[str]) -> None:
    assert {one.name for one in lists.register.called(typed)} == meant


@pytest.fixture(scope="module")
def engine(lists: Lists, initiatives: dict[str, Initiative]) -> SearchEngine:
    return SearchEngine.build(initiatives.values(), lists)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("exclusions in Brixton", "Lambeth"),
        ("Handsworth", "Birmingham"),
        ("burnley exclusions", "Lancashire"),
        ("exclusions in Harlow", "Essex"),
        ("moss side mentoring", "Manchester"),
        ("Stoke Newington", "Hackney"),
        ("Sutton Coldfield", "Birmingham"),
        ("bradford on avon", "Wiltshire"),
        ("Newcastle-under-Lyme", "Staffordshire"),
        ("New Brighton", "Wirral"),
        ("exclusions in lincoln", "Lincolnshire"),
        ("derry", "Western Trust"),
        ("Shepherd's Bush", "Hammersmith and Fulham"),
        ("Llandudno", "Conwy"),
        ("Paisley", "Renfrewshire"),
        ("mcr", "Manchester"),
        ("mk exclusions", "Milton Keynes"),
        ("staffs", "Staffordshire"),
        ("hull housing", "Hull"),
        ("barking", "Barking and Dagenham"),
    ],
)
def test_towns_and_short_forms_are_read_as_their_authority(engine: SearchEngine, typed: str, meant: str) -> None:
    query = engine.understand(typed)
    assert ([one.name for one in query.authorities], query.corrections) == ([meant], ())


@pytest.mark.parametrize(
    "typed",
    [
        "duke of edinburgh award",
        "Duke of Edinburgh's Award",
        "bristol bus boycott",
        "merton compliant age assessments",
        "East and South East Asian pupils",
        "south-east asian families",
        "restraint in STCs",
        "leeds beckett",
        "sutton trust",
        "richmond fellowship",
        "Kingston, Jamaica",
        "chelsea football club",
        "cardiff model",
        "bradford factor",
        "New York",
        "cookham wood",
        "RCT evaluation",
        "a deal for sale in street battles",
    ],
)
def test_no_place_is_named_by_what_means_something_else(engine: SearchEngine, typed: str) -> None:
    query = engine.understand(typed)
    assert (query.authorities, query.regions, query.nations) == ((), (), ())


@pytest.mark.parametrize(
    ("typed", "regions"),
    [("ldn", {"London"}), ("up north", {"North East", "North West", "Yorkshire and The Humber"})],
)
def test_short_names_of_regions_are_read(engine: SearchEngine, typed: str, regions: set[str]) -> None:
    assert set(engine.understand(typed).regions) == regions


def test_every_authority_has_towns_but_the_city_of_london(lists: Lists) -> None:
    authorities = {one.name for one in lists.register if one.kind is AuthorityKind.AUTHORITY}

    assert authorities - {one.authority for one in lists.towns} == {"City of London"}
    assert sum(len(one.names) for one in lists.towns) >= 2_500


def test_a_town_asked_for_explicitly_is_always_read(lists: Lists, engine: SearchEngine) -> None:
    for towns in lists.towns:
        for name in towns.names:
            assert [one.name for one in engine.understand(f'in:"{name}"').authorities] == [towns.authority], name


def test_global_majority_is_not_taken_for_a_place(lists: Lists) -> None:
    assert lists.register.called("GM") == ()


def test_no_alias_is_another_ones_register_name(lists: Lists) -> None:
    names = {fold(one.name): one.name for one in lists.register}

    for one in lists.register:
        for alias in one.aliases:
            assert names.get(fold(alias), one.name) == one.name


def _signposted(lists: Lists, text: str) -> str | None:
    answer = Find(FakeStore(lists=lists), FakeSearch).answer(text)
    return answer.signpost.links[0][0] if answer.signpost else None


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("a child has told me that her father hits her", "Report child abuse (GOV.UK)"),
        ("a child I work with is being hit by his mum", "Report child abuse (GOV.UK)"),
        ("someone is threatening to kill me", "National Domestic Abuse Helpline"),
        ("a girl ran away from placement last night", "Missing People"),
        ("I am being bullied by my manager", "Equality Advisory and Support Service"),
        ("I am being racially abused at work", "Equality Advisory and Support Service"),
        ("my child has been racially abused at school", "Report child abuse (GOV.UK)"),
        ("I have been racially abused on the bus", "True Vision (report online)"),
        ("I can't cope any more", "Samaritans"),
    ],
)
def test_whoever_tells_of_harm_is_led_to_help(lists: Lists, text: str, leads: str) -> None:
    assert _signposted(lists, text) == leads


@pytest.mark.parametrize(
    "text",
    [
        "Black child at risk of exclusion",
        "children in danger of exclusion",
        "our service cannot cope with demand",
        "I'm desperate to find a contact for Project Future",
        "families being hit by cuts",
        "how schools report racism",
        "safeguarding and domestic abuse",
    ],
)
def test_whoever_asks_for_practice_is_not(lists: Lists, text: str) -> None:
    assert _signposted(lists, text) is None


def test_no_clock_has_any_of_it_refused(lists: Lists) -> None:
    read = read_library([LIBRARY], lists.register, lists.themes, today=lambda: date(1970, 1, 1))
    assert [problem for item in read for problem in item.problems] == []
