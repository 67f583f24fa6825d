"""The ways of saying one idea: the word, its family, its synonyms, and what initiatives are filed under."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge.domain.initiative import Category, Evidence
from knowledge.search.ideas import Alternative, Idea, Kind, category_term, evidence_term
from knowledge.search.text import Token
from knowledge.search.thesaurus import Entry

#: What a word of the same family counts ("exclude" for "exclusion").
FAMILY = 0.85
#: What a word that says little counts of one that says something.
GENERIC_WEIGHT = 0.25
#: A phrase counts more than a word, by this power of the words in it: it says more, and more surely.
PHRASE_GROWTH = 0.5
#: A number or a code in a question ("SW1", "2024") seldom decides what is meant.
CODE_WEIGHT = 0.3
#: What a category counts for a word that hints at it, and for its own name.
CATEGORY_HINT = 0.5
CATEGORY_NAME = 0.9

#: Words that hint at one of the template's categories, by stem.
CATEGORY_WORDS = {
    "research": (Category.RESEARCH, CATEGORY_NAME),
    "survey": (Category.RESEARCH, CATEGORY_HINT),
    "study": (Category.RESEARCH, CATEGORY_HINT),
    "evaluation": (Category.RESEARCH, CATEGORY_HINT),
    "community": (Category.COMMUNITIES, CATEGORY_HINT),
    "resident": (Category.COMMUNITIES, CATEGORY_HINT),
    "partner": (Category.PARTNERS, CATEGORY_HINT),
    "partnership": (Category.PARTNERS, CATEGORY_HINT),
    "multiagency": (Category.PARTNERS, CATEGORY_HINT),
    "family": (Category.CHILDREN_AND_FAMILIES, 0.3),
}
_EVIDENCE_WORDS = frozenset(("evaluat", "evaluation", "evidenced", "proven", "prove"))


def idea_of_word(
    token: Token, family: Callable[[str], Sequence[str]], *, known: bool, generic: bool, stemmed: str
) -> Idea:
    """The idea of one word that the lists say nothing about."""
    alternatives = [Alternative(stemmed, 1.0, Kind.EXACT, token.word)]
    alternatives += _relatives(stemmed, family)
    alternatives += _filed(stemmed)
    weight = GENERIC_WEIGHT if generic else 1.0
    if not token.word.isalpha():
        weight = CODE_WEIGHT
    return Idea(token.word, tuple(alternatives), weight, known=known, spans=((token.start, token.end),))


def idea_of_phrase(
    entry: Entry,
    parts: Sequence[str],
    family: Callable[[str], Sequence[str]],
    typed: Sequence[Token],
    *,
    generic: bool,
    words: Sequence[Idea] = (),
) -> Idea:
    """The idea of one wording that the lists know; `words` are the ideas of a phrase's words, each by itself."""
    shown = None if entry.hidden else " ".join(token.word for token in typed)
    alternatives = {" ".join(parts): Alternative(" ".join(parts), 1.0, Kind.EXACT, shown)}
    for one in entry.alternatives.values():
        alternatives.setdefault(one.term, one)
    if len(parts) == 1:
        for one in (*_relatives(parts[0], family), *_filed(parts[0])):
            alternatives.setdefault(one.term, one)
    return Idea(
        shown or _shown_instead(entry),
        tuple(alternatives.values()),
        GENERIC_WEIGHT if generic else max(sum(one.weight for one in words), 1.0) ** PHRASE_GROWTH,
        parts=tuple(words),
        spans=tuple((token.start, token.end) for token in typed),
    )


def _shown_instead(entry: Entry) -> str:
    """What stands for wording that is understood and never shown: the first of what it also finds."""
    words = (one.shown for one in entry.alternatives.values() if one.kind is Kind.SYNONYM and one.shown)
    return next(words, "these words")


def _relatives(stemmed: str, family: Callable[[str], Sequence[str]]) -> list[Alternative]:
    return [Alternative(other, FAMILY, Kind.FAMILY, other) for other in family(stemmed) if other != stemmed]


def _filed(stemmed: str) -> list[Alternative]:
    found = []
    if stemmed in CATEGORY_WORDS:
        category, weight = CATEGORY_WORDS[stemmed]
        found.append(Alternative(category_term(category), weight, Kind.FILED, category.label))
    if stemmed in _EVIDENCE_WORDS:
        found.append(Alternative(evidence_term(Evidence.EVALUATED), CATEGORY_NAME, Kind.FILED, "evaluated"))
    return found
