"""Universities, clubs and prisons, whose names have a place in them that is not meant."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.search.language.text import Token

#: After a name, these make it that of an institution or a club, and no council's; before it, the second do.
_INSTITUTIONS = frozenset(("university", "uni", "fc", "afc", "yoi", "hmyoi", "hmp", "prison", "stc"))
_PRISONS = frozenset(("hmp", "hmyoi", "yoi"))
#: What may stand between them ("Hull City FC", "Manchester Metropolitan University").
_BEFORE_INSTITUTIONS = frozenset(
    "city town united county athletic rovers wanderers albion metropolitan".split()  # noqa: SIM905
)


def is_an_institution(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether a name is part of a university's or football club's ("University of Leeds", "Hull City FC")."""
    before = [token.word for token in tokens[max(first - 2, 0) : first]]
    after = [token.word for token in tokens[end : end + 3]]
    if after and after[0] in _BEFORE_INSTITUTIONS:
        after = after[1:]
    if before == ["university", "of"] or not _PRISONS.isdisjoint(before[-1:]):
        return True
    return after[:2] == ["football", "club"] or not _INSTITUTIONS.isdisjoint(after[:1])
