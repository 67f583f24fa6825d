"""What holds of every judged question, whatever answers it.

Each result says why it is one, and what was understood can be taken off piece by piece, with all else kept.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from knowledge.domain.member import ANYONE
from knowledge.domain.query import Intent, Piece, Query
from knowledge.importing.judged import read_judged
from knowledge.search.engine import SearchEngine
from tests.relevance.library import QUERIES, initiatives, lists

Taken = tuple[Query, Piece, Query]

#: Kinds of pieces that narrow, or leave something out.
FILTERS = frozenset("authority area region nation category evidence contact phrase year excluded".split())  # noqa: SIM905
#: Kinds that are offered to be taken off, and change nothing of what is wanted.
OFFERED = frozenset("theme category evidence contact phrase year excluded region nation".split())  # noqa: SIM905
#: Questions in which what is wanted lies in the wording of a piece ("police contact", "hire a lead").
CARRIED = frozenset((
    "MASH screening after police contact",
    "West Mids authorities",
    "we want to hire a lead for race equality - has anyone changed how they recruit to a post like that?",
))  # fmt: skip


@pytest.fixture(scope="module")
def engine() -> SearchEngine:
    return SearchEngine.build(initiatives(), lists())


@pytest.fixture(scope="module")
def questions() -> list[str]:
    return list(dict.fromkeys(one.text for path in sorted(QUERIES.glob("*.yaml")) for one in read_judged(path)))


@pytest.mark.parametrize("limit", [10, 1000])
def test_every_result_has_a_reason(engine: SearchEngine, questions: list[str], limit: int) -> None:
    """Also where others on the same page have better ones."""
    unexplained: dict[str, int] = {}
    for text in questions:
        found = engine.find(engine.understand(text), member=ANYONE, limit=limit)
        why = found.explain()
        if len(why) < len(found.matches) or not all(why):
            unexplained[text] = [bool(one) for one in why].count(False)
    assert unexplained == {}


@pytest.fixture(scope="module")
def taken(engine: SearchEngine, questions: list[str]) -> list[Taken]:
    """Each question, each of its pieces, and what is understood without it, if anything is left."""

    def each() -> Iterator[Taken]:
        for query in map(engine.understand, questions):
            for piece in query.pieces:
                if piece.kind != "own" and piece.without:
                    yield query, piece, engine.understand(piece.without)

    return list(each())


def _shown(query: Query) -> set[tuple[str, str]]:
    """The pieces of a question by kind and what they say: left out is left out, whether as words or by the wording."""
    labels = ((one.kind, one.label.removesuffix(" first")) for one in query.pieces)
    return {(kind, label.rpartition(": ")[2] if kind == "excluded" else label) for kind, label in labels}


def _share_a_place(one: Piece, other: Piece) -> bool:
    return any(start < last and first < end for start, end in one.spans for first, last in other.spans)


def test_what_is_taken_off_is_gone(taken: list[Taken]) -> None:
    stays = [(query.text, piece.label) for query, piece, rest in taken if _shown_as(piece) in _shown(rest)]
    assert stays == []


def _shown_as(piece: Piece) -> tuple[str, str]:
    ((kind, label),) = _shown(Query("", pieces=(piece,)))
    return kind, label


def test_every_other_filter_and_all_that_is_left_out_is_kept(taken: list[Taken]) -> None:
    lost = [
        (query.text, piece.label, other.label)
        for query, piece, rest in taken
        for other in query.pieces
        if other is not piece and other.kind in FILTERS and not _share_a_place(piece, other)
        if _shown_as(other) not in _shown(rest)
    ]
    assert lost == []


def test_slips_elsewhere_are_put_right_as_before(taken: list[Taken]) -> None:
    """Those in words that are looked for."""
    wrong = [
        (query.text, piece.label, one.typed)
        for query, piece, rest in taken
        for one in query.corrections
        if piece.kind in OFFERED and one.typed.lower() in rest.words
    ]
    assert wrong == []


def test_what_is_wanted_is_kept_unless_it_lay_in_the_piece(taken: list[Taken]) -> None:
    """What was found beside a place alone is a question about the place, and a comparison needs both of its sides."""
    changed = {
        query.text: (piece.label, query.intent.value, rest.intent.value)
        for query, piece, rest in taken
        if piece.kind in OFFERED and query.intent is not rest.intent
        if (query.intent, rest.intent) != (Intent.FIND, Intent.AUTHORITY)
        if query.intent is not Intent.COMPARE
    }
    assert changed.keys() - CARRIED == set()
