"""Words cut short in haste are read as what they stand for beside their neighbours, openly."""

from __future__ import annotations

import pytest

from knowledge.search.engine import SearchEngine
from knowledge.search.spelling.clipping import is_short_for
from tests.knowledge.search.conftest import initiative, knowing

PHRASES = (
    "steering group", "early years", "reverse mentoring", "social workers", "social worker", "school governors",
    "care assessment", "care assortment", "stop and search", "unconscious bias", "young carers",
)  # fmt: skip


@pytest.fixture(scope="module")
def engine() -> SearchEngine:
    return knowing(PHRASES, initiative("grp", "Leeds", "The GRP", "A grp of carers met.", "mental-health"))


@pytest.mark.parametrize(
    ("text", "typed", "meant"),
    [
        ("early yrs", "yrs", "years"),
        ("rev mentoring", "rev", "reverse"),
        ("Rev mentoring", "Rev", "Reverse"),
        ("unc bias", "unc", "unconscious"),
        ("stop and srch", "srch", "search"),
        ("soc workers", "soc", "social"),
        ("social wrkr", "wrkr", "worker"),
        ("social wrkrs", "wrkrs", "workers"),
        ("sch governors", "sch", "school"),
        ("a yng carers event", "yng", "young"),
    ],
)
def test_a_word_cut_short_is_read_in_full_and_said_so(engine: SearchEngine, text: str, typed: str, meant: str) -> None:
    query = engine.understand(text)
    assert [(one.typed, one.meant) for one in query.corrections] == [(typed, meant)]
    assert query.words == engine.understand(text.replace(typed, meant)).words


@pytest.mark.parametrize(
    "text",
    [
        "yrs",  # nothing beside it tells what it is
        "yrs of mentoring",
        "steering grp",  # the store writes it so
        "care assmt",  # of several things
        "early YRS",  # an abbreviation
        "mentoring rev",
        "stop and sea",  # an English word
    ],
)
def test_a_word_that_may_be_meant_so_is_left_as_it_is(engine: SearchEngine, text: str) -> None:
    assert not engine.understand(text).corrections


@pytest.mark.parametrize(
    ("word", "whole", "short"),
    [
        ("grp", "group", True),
        ("grps", "groups", True),
        ("gov", "governor", True),
        ("govs", "governors", True),
        ("yr", "year", True),
        ("mgt", "management", True),
        ("training", "training", False),
        ("plans", "planes", False),
        ("gr", "groups", False),  # neither three letters of its beginning nor its last consonant
        ("grpo", "group", False),
        ("prg", "group", False),
        ("xrp", "group", False),
    ],
)
def test_what_a_word_may_be_short_for(word: str, whole: str, short: bool) -> None:
    assert is_short_for(word, whole) is short
