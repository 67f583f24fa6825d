"""What is written as a library file is read back as it was."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.domain.initiative import (
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
from knowledge.importing.library_text import library_text
from tests.knowledge.importing.yaml_files import REGISTER, THEMES, LibraryFile


def _cleaned(*, lines: bool, longest: int) -> st.SearchStrategy[str]:
    """Text as it stands in the store: cleaned on its way in, and never empty."""
    return st.text(max_size=longest).map(lambda text: clean(text, lines=lines)).filter(bool)


_LINE = st.one_of(
    _cleaned(lines=False, longest=80),
    st.sampled_from(["2020", "no", "null", "~", "2020-01-01", "1_000", "0x1F", "- a", "a: b", "# c", "'", '"', "=1+1"]),
)
_TEXT = st.one_of(_cleaned(lines=True, longest=300), st.sampled_from(["a\n\nb", "a\nb: c", "# a\n- b", "|\n>", "a\nb"]))
_URL = st.sampled_from(["https://example.org/a?b=c#d", "http://example.org", "https://example.org/%20'x"])
_TODAY = date(2027, 6, 30)
_DAY = st.dates(max_value=_TODAY)
_MEMBER = st.none() | st.just("T1:U2")
_WAYS = {
    "name": _LINE,
    "role": _LINE,
    "team": _LINE,
    "email": st.just("ada@example.org"),
    "phone": _LINE,
    "url": _URL,
}
_CONTACT = st.one_of(
    st.builds(Contact, **{way: value}, confirmed=st.none() | _DAY, public=st.booleans(), member=_MEMBER)
    for way, value in _WAYS.items()
) | st.builds(Contact, **_WAYS)
_CONTACTS = st.lists(_CONTACT, max_size=3, unique=True).map(tuple)
_INITIATIVE = st.builds(
    Initiative,
    id=st.just(""),
    authority=st.sampled_from([one.name for one in REGISTER]),
    title=_LINE,
    summary=_TEXT,
    categories=st.lists(st.sampled_from(Category), min_size=1, unique=True).map(tuple),
    themes=st.lists(st.sampled_from([theme.slug for theme in THEMES]), min_size=1, unique=True).map(tuple),
    source=st.builds(
        Source,
        title=_LINE,
        url=st.none() | _URL,
        read=st.none() | _DAY,
        kind=st.sampled_from(SourceKind),
        dated=st.none() | _LINE,
    ),
    impact=st.none() | _TEXT,
    evidence=st.sampled_from(Evidence),
    year=st.none() | _LINE,
    checked=st.none() | _DAY,
    visibility=st.sampled_from(Visibility),
    own_contacts=_CONTACTS,
    form_contacts=_CONTACTS,
    resources=st.lists(st.builds(Resource, title=_LINE, url=st.none() | _URL), max_size=3, unique=True).map(tuple),
)


@given(st.lists(_INITIATIVE, min_size=1, max_size=4))
@settings(max_examples=200, deadline=None)
def test_whatever_is_written_is_read_back_the_same(written: list[Initiative]) -> None:
    numbered = [replace(one, id=f"initiative-{number}") for number, one in enumerate(written)]
    with tempfile.TemporaryDirectory() as folder:
        items = LibraryFile(Path(folder), _TODAY).items("".join(library_text(numbered)))
    assert [problem.message for item in items for problem in item.problems] == []
    assert [item.initiative for item in items] == numbered


def test_contacts_of_a_whole_form_come_back_as_such(tmp_path: Path) -> None:
    one = Initiative(
        id="one",
        authority="Ashford",
        title="One",
        summary="A summary.",
        categories=(Category.PARTNERS,),
        themes=("workforce",),
        source=Source("A form", kind=SourceKind.FORM),
        form_contacts=(Contact("Ada Example", confirmed=date(2026, 11, 1)),),
    )
    read = LibraryFile(tmp_path).one("".join(library_text([one]))).initiative
    assert read is not None
    assert (read.own_contacts, read.form_contacts) == ((), one.form_contacts)


def test_an_entry_without_contacts_of_a_form_takes_those_above_the_entries(tmp_path: Path) -> None:
    text = (
        "contacts: [{name: Above}]\ninitiatives:\n- {id: one, authority: Ashford, title: One, summary: S., "
        "categories: [partners], themes: [workforce], source: {title: A form}, form_contacts: [{name: Own form}]}\n"
        "- {id: two, authority: Ashford, title: Two, summary: S., categories: [partners], themes: [workforce], "
        "source: {title: A form}}\n"
    )
    items = LibraryFile(tmp_path).items(text)
    assert [item.initiative and item.initiative.form_contacts for item in items] == [
        (Contact("Own form"),),
        (Contact("Above"),),
    ]


def test_nothing_to_write_is_an_empty_list() -> None:
    assert yaml.safe_load("".join(library_text([]))) == []
