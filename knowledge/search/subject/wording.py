"""The ways of saying one idea: the word, its family, its synonyms, and what initiatives are filed under."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge.domain.initiative import Category, Evidence
from knowledge.search.ideas import IMPACT_TERM, Alternative, Idea, Kind, category_term, evidence_term
from knowledge.search.lists.thesaurus import Entry

#: Words that hint at one of the template's categories, by stem.
CATEGORY_WORDS = {
    "staff": (Category.WITHIN_ORGANISATION, Kind.HINT),
    "workforc": (Category.WITHIN_ORGANISATION, Kind.HINT),
    "employee": (Category.WITHIN_ORGANISATION, Kind.HINT),
    "practitioner": (Category.WITHIN_ORGANISATION, Kind.HINT),
    "manager": (Category.WITHIN_ORGANISATION, Kind.HINT),
    "research": (Category.RESEARCH, Kind.FILED),
    "survey": (Category.RESEARCH, Kind.HINT),
    "study": (Category.RESEARCH, Kind.HINT),
    "evaluation": (Category.RESEARCH, Kind.HINT),
    "community": (Category.COMMUNITIES, Kind.HINT),
    "resident": (Category.COMMUNITIES, Kind.HINT),
    "partner": (Category.PARTNERS, Kind.HINT),
    "partnership": (Category.PARTNERS, Kind.HINT),
    "multiagency": (Category.PARTNERS, Kind.HINT),
}
#: Words, and phrases that the lists know, that name how sure the evidence is, by stems.
_EVIDENCE_WORDS = dict.fromkeys(("evaluat", "evaluation", "proven"), Evidence.EVALUATED)
_EVIDENCE_WORDS |= dict.fromkeys(
    ("early result", "first result", "early finding", "emerg finding", "interim finding", "initial result"),
    Evidence.EARLY_RESULTS,
)
#: Words for what came of work, by stem: each account has its own, and what states its impact is asked for in any.
_CAME_OF_IT = frozenset(
    "declin decreas down fewer halv lower outcom reduc result success successful".split()  # noqa: SIM905
)
#: Phrases that the lists know, by stems, for what shows that something works: whatever says what came of it.
_RESULTS = frozenset((
    "evidenc of impact", "evidenc of outcom", "impact data", "impact evidenc", "impact measur", "measur impact",
    "outcom data", "proven result", "show to work",
))  # fmt: skip


_IMPACT = Alternative(IMPACT_TERM, 1.0, Kind.FILED, "impact")


def idea_of_word(
    word: str, family: Callable[[str], Sequence[str]], *, known: bool, generic: bool, stemmed: str
) -> Idea:
    """The idea of one word that the lists say nothing about."""
    alternatives = [Alternative(stemmed, 1.0, Kind.EXACT, word)]
    alternatives += _relatives(stemmed, family)
    alternatives += _filed(stemmed)
    # A number or a code in a question ("SW1", "2024") seldom decides what is meant.
    light = generic or not word.isalpha() or stemmed in _CAME_OF_IT
    return Idea(word, tuple(alternatives), light=light, known=known)


def idea_of_phrase(
    entry: Entry,
    parts: Sequence[str],
    family: Callable[[str], Sequence[str]],
    typed: Sequence[str],
    *,
    generic: bool,
    words: Sequence[Idea] = (),
    joins: Sequence[Idea] = (),
) -> Idea:
    """The idea of one wording that the lists know.

    `words` are the ideas of a phrase's words, each by itself, `joins` those that the wording says all at once.
    """
    shown = None if entry.hidden else " ".join(typed)
    alternatives = {" ".join(parts): Alternative(" ".join(parts), 1.0, Kind.EXACT, shown)}
    for one in entry.alternatives.values():
        alternatives.setdefault(one.term, one)
    also = [*_relatives(parts[0], family), *_filed(parts[0])] if len(parts) == 1 else _filed(" ".join(parts))
    for one in also:
        alternatives.setdefault(one.term, one)
    return Idea(
        shown or _shown_instead(entry),
        tuple(alternatives.values()),
        max(sum(0 if one.light else 1 for one in words), 1),
        light=generic,
        parts=tuple(words),
        about=entry.about or any(one.about for one in words),
        thing=entry.thing,
        joins=tuple(joins),
    )


def _shown_instead(entry: Entry) -> str:
    """What stands for wording that is understood and never shown: the first of what it also finds."""
    words = (one.shown for one in entry.alternatives.values() if one.kind is Kind.SYNONYM and one.shown)
    return next(words, "these words")


def _relatives(stemmed: str, family: Callable[[str], Sequence[str]]) -> list[Alternative]:
    return [Alternative(other, 1.0, Kind.FAMILY, other) for other in family(stemmed) if other != stemmed]


def _filed(stemmed: str) -> list[Alternative]:
    found = []
    if stemmed in CATEGORY_WORDS:
        category, kind = CATEGORY_WORDS[stemmed]
        found.append(Alternative(category_term(category), 1.0, kind, category.label))
    if stemmed in _EVIDENCE_WORDS:
        evidence = _EVIDENCE_WORDS[stemmed]
        found.append(Alternative(evidence_term(evidence), 1.0, Kind.FILED, evidence.value.replace("-", " ")))
    if stemmed in _CAME_OF_IT:
        found.append(_IMPACT)
    if stemmed in _RESULTS:
        found += [
            Alternative(evidence_term(one), 1.0, Kind.FILED, one.value.replace("-", " "))
            for one in (Evidence.EVALUATED, Evidence.EARLY_RESULTS)
        ]
        found.append(_IMPACT)
    return found
