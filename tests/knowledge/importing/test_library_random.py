"""Whatever a library file holds, reading it raises nothing and loses nothing silently."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.importing.entries import CONTACT_FIELDS, ENTRY_FIELDS, FILE_FIELDS, SOURCE_FIELDS
from tests.knowledge.importing.yaml_files import LibraryFile

_SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.dates(),
    st.text(max_size=40),
    st.sampled_from(["Ashford", "ABC", "youth-justice", "communities", "https://example.org", "a@example.org", "no"]),
)
_KEYS = st.one_of(st.sampled_from([*ENTRY_FIELDS, *FILE_FIELDS, *CONTACT_FIELDS, *SOURCE_FIELDS]), _SCALARS)
_ANY = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(_KEYS, inner, max_size=6)),
    max_leaves=25,
)
_ENTRIES = st.lists(st.one_of(st.dictionaries(st.sampled_from(ENTRY_FIELDS), _ANY, max_size=14), _ANY), max_size=4)
_FILES = st.one_of(_ANY, _ENTRIES, st.fixed_dictionaries({"initiatives": _ENTRIES, "contacts": _ANY, "source": _ANY}))


def _read(content: str | bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        items = LibraryFile(Path(folder)).items(content)
    if not items:
        assert yaml.safe_load(content) == [], "a file that gives nothing must say why, unless it says so itself"
    for item in items:
        assert (item.initiative is None) == bool(item.problems)
        for problem in item.problems:
            assert problem.message
            assert problem.line is None or problem.line >= 1


@given(_FILES)
@settings(max_examples=150, deadline=None)
def test_any_structure_gives_initiatives_or_problems(structure: Any) -> None:
    _read(yaml.safe_dump(structure, allow_unicode=True))


@given(st.one_of(st.binary(max_size=200), st.text(alphabet="-:[]{}&*!|>'\"#% \n\tabc\x00\x85", max_size=60)))
@settings(max_examples=300, deadline=None)
def test_any_bytes_give_initiatives_or_problems(content: str | bytes) -> None:
    _read(content)
