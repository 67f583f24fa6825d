"""Whatever initiative comes in through the door, the same comes out again, on both databases."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.domain.initiative import (
    SUMMARY_LENGTH,
    TITLE_LENGTH,
    Category,
    Contact,
    Evidence,
    Initiative,
    Resource,
    Source,
    SourceKind,
    Visibility,
)
from knowledge.domain.text import clean
from knowledge.store.codec import decode, encode
from knowledge.store.database import Database
from knowledge.store.initiatives import InitiativeStore
from tests.knowledge.store.library import LISTS, item, load


def cleaned(longest: int, *, lines: bool = False) -> st.SearchStrategy[str]:
    return st.text(max_size=longest).map(lambda text: clean(text, lines=lines)).filter(bool)


def maybe(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.none() | strategy


WORDS = cleaned(40)
DATES = st.dates(date(1, 1, 1), date(9999, 12, 31))
CONTACTS = st.lists(
    st.builds(
        Contact,
        name=WORDS,
        role=maybe(WORDS),
        team=maybe(WORDS),
        email=maybe(WORDS),
        phone=maybe(WORDS),
        url=maybe(WORDS),
        confirmed=maybe(DATES),
        public=st.booleans(),
    ),
    max_size=3,
).map(tuple)
INITIATIVES = st.builds(
    Initiative,
    id=st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,4}", fullmatch=True),
    authority=st.sampled_from([one.name for one in LISTS.register]),
    title=cleaned(TITLE_LENGTH),
    summary=cleaned(SUMMARY_LENGTH, lines=True),
    categories=st.lists(st.sampled_from(Category), min_size=1, unique=True).map(tuple),
    themes=st.lists(st.sampled_from([theme.slug for theme in LISTS.themes]), min_size=1, unique=True).map(tuple),
    source=st.builds(
        Source,
        title=WORDS,
        url=maybe(WORDS),
        read=maybe(DATES),
        kind=st.sampled_from(SourceKind),
        dated=maybe(WORDS),
    ),
    impact=maybe(cleaned(200, lines=True)),
    evidence=st.sampled_from(Evidence),
    year=maybe(WORDS),
    checked=maybe(DATES),
    visibility=st.sampled_from(Visibility),
    own_contacts=CONTACTS,
    form_contacts=CONTACTS,
    resources=st.lists(st.builds(Resource, title=WORDS, url=maybe(WORDS)), max_size=3).map(tuple),
)
LIBRARIES = st.lists(INITIATIVES, min_size=1, max_size=4, unique_by=lambda one: one.id)


# One database serves all examples: each reload replaces what the one before left.
@given(libraries=st.lists(LIBRARIES, min_size=1, max_size=2), file=st.integers(0, 2))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None, max_examples=25
)
def test_any_library_is_read_back_as_it_was_whatever_was_there_before(
    database: Database, libraries: list[list[Initiative]], file: int
) -> None:
    for number, library in enumerate(libraries):
        load(database, [item(one, f"file-{(number + file + at) % 3}.yaml") for at, one in enumerate(library)])
        assert list(InitiativeStore(database).initiatives()) == sorted(library, key=lambda one: one.id)
        assert InitiativeStore(database).get([one.id for one in library]) == {one.id: one for one in library}


@given(INITIATIVES)
def test_any_initiative_is_decoded_as_it_was_encoded(one: Initiative) -> None:
    assert decode(Initiative, encode(one)) == one


def test_what_an_older_version_saved_is_read_with_todays_defaults() -> None:
    assert decode(Contact, '{"name": "Ada", "fax": "gone since"}') == Contact("Ada")


def test_what_cannot_be_saved_is_refused_rather_than_saved_wrong() -> None:
    with pytest.raises(TypeError, match="object cannot be saved"):
        encode([object()])
