"""Why an initiative was found, in plain words: the theme, the words and where they stand, the other name used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from knowledge.domain.initiative import Category, Theme
from knowledge.domain.query import WITHOUT, Intent, Piece
from knowledge.search.ideas import (
    IMPACT_TERM,
    ITSELF,
    LOOSE,
    Alternative,
    Idea,
    Kind,
    Reading,
    category_term,
    evidence_term,
    theme_term,
)
from knowledge.search.index.fields import (
    AUTHORITY,
    CONTACTS,
    FIELD_NAMES,
    IMPACT,
    RESOURCES,
    SOURCE,
    SUMMARY,
    THEMES,
    TITLE,
)
from knowledge.search.index.snapshot import Mask, Snapshot
from knowledge.search.index.years import EVER, in_words
from knowledge.search.language.text import stems
from knowledge.search.ranking.narrowing import mentioning, telling_of
from knowledge.search.ranking.weights import Weights

#: Reasons given for one match, the weightiest first.
MOST_REASONS = 4
#: Fields in the order in which they are named, when words stand in several.
_FIELDS = (TITLE, CONTACTS, SUMMARY, IMPACT, RESOURCES, THEMES, AUTHORITY, SOURCE)

#: How the reasons begin that tell of a theme, and of words that say what was asked for in other ways.
_THEME = "theme: "
_RELATED = "related words: "
#: Pieces of a question that all that is found fits.
_FIT_ALL = frozenset(("contact", "phrase", "excluded"))

Ints = NDArray[np.int32]


def reasons(
    snapshot: Snapshot, reading: Reading, themes: dict[str, Theme], docs: Sequence[int], weights: Weights
) -> list[tuple[str, ...]]:
    """For each of a few initiatives why it was found, by the `weights` that ranked them: at least one reason."""
    every = _whose(snapshot, reading, docs)
    found = np.array(docs, dtype=np.int32)
    order = found.argsort()
    rising = found[order]
    # The same lists, in the order of the index, in which what they hold is looked up.
    risen = [every[place] for place in order.tolist()]
    loosely: list[tuple[int, str]] = []
    for place, kind, reason in _held(snapshot, reading, themes, rising, weights):
        if kind in LOOSE:
            loosely.append((place, reason))
        else:
            _add(reason, risen[place])
    if not all(every):
        for place, words in _apart(snapshot, reading, rising, weights).items():
            risen[place] += [] if risen[place] else [f"words: {', '.join(words)}"]
    for place, reason in loosely:
        _add(reason, risen[place])
    if not all(every):
        fitting = _fitting(snapshot, reading, themes)
        for held, doc in zip(every, docs, strict=True):
            held += [] if held else [label for label, those in fitting if those is None or those[doc]]
    if reading.orders_by_time:
        for held, when in zip(every, _when(snapshot, reading, docs), strict=True):
            held[:0] = when
    if not all(every):
        for place, label in _unsaid(snapshot, reading, rising, weights):
            risen[place] += [] if risen[place] else [label]
    return [tuple(those[:MOST_REASONS]) for those in every]


def _add(reason: str, held: list[str]) -> None:
    # "theme: commissioning" says nothing beside "theme: commissioning and funding"; "related words: policing" nothing
    # beside "theme: policing", whose name it may have been found in.
    if any(one.startswith(reason) for one in held) or reason.replace(_RELATED, _THEME) in held:
        return
    held.append(reason)


def _whose(snapshot: Snapshot, reading: Reading, docs: Sequence[int]) -> list[list[str]]:
    """For each of a few initiatives which authority of the question it is of, or else mentions."""
    every: list[list[str]] = [[] for _ in docs]
    if not reading.authorities:
        return every
    named = {authority.name for authority in reading.authorities}
    owners = snapshot.authority_names(docs)
    for held, owner in zip(every, owners, strict=True):
        held += [f"authority: {owner}"] if owner in named else []
    if not named.issuperset(owners):
        mentioned = [(town, telling_of(snapshot, town)) for town in reading.towns]
        mentioned += [(authority.name, mentioning(snapshot, authority)) for authority in reading.authorities]
        for held, owner, doc in zip(every, owners, docs, strict=True):
            held += [f"mentions: {name}" for name, holders in mentioned if holders[doc] and owner not in named]
    return every


def _held(
    snapshot: Snapshot, reading: Reading, themes: dict[str, Theme], rising: Ints, weights: Weights
) -> Iterator[tuple[int, Kind, str]]:
    """By place in `rising`: what each initiative holds of each of the question's ideas, how, and as a reason.

    Of what an idea joins only such as is not told of the idea itself.
    """
    contact = reading.intent is Intent.CONTACT
    for idea in reading.ideas:
        told: set[tuple[int, str]] = set()
        for one in (idea, *idea.joins):
            for place, kind, reason in _held_of(snapshot, one, themes, rising, weights, contact=contact):
                said = place, reason.partition(": ")[2]
                if one is idea or said not in told:
                    yield place, kind, reason
                told.add(said)


def _held_of(
    snapshot: Snapshot, idea: Idea, themes: dict[str, Theme], rising: Ints, weights: Weights, *, contact: bool
) -> Iterator[tuple[int, Kind, str]]:
    given: dict[tuple[str, int], str | None] = {}
    for place, (one, fields) in best_of_each(snapshot, idea, rising, weights):
        if word := _otherwise_written(snapshot, int(rising[place]), one):
            reason = _reason(one, fields, themes, contact=contact, word=word)
        else:
            if (one.term, fields) not in given:
                given[one.term, fields] = _reason(one, fields, themes, contact=contact)
            reason = given[one.term, fields]
        if reason:
            yield place, one.kind, reason


def _when(snapshot: Snapshot, reading: Reading, docs: Sequence[int]) -> Iterator[list[str]]:
    """For each of a few initiatives the reason that its years give, if any."""
    began, ended = snapshot.years
    fits = snapshot.within(reading.years) if reading.years else snapshot.newness > EVER
    for doc in docs:
        yield [f"year: {in_words(int(began[doc]), int(ended[doc]))}"] if fits[doc] else []


def _otherwise_written(snapshot: Snapshot, doc: int, one: Alternative) -> str | None:
    """The word that an initiative has where it is another form of the one asked for ("city" for "cities")."""
    if one.kind not in ITSELF or " " in one.term or one.shown is None:
        return None
    number = snapshot.shared.words.get(one.shown)
    if one.kind is Kind.EXACT and number is not None and bool((snapshot.tokens_of(doc) == number).any()):
        return None
    return snapshot.word_of(doc, one.term)


def best_of_each(
    snapshot: Snapshot, idea: Idea, rising: Ints, weights: Weights
) -> Iterator[tuple[int, tuple[Alternative, int]]]:
    """What initiatives hold of an idea, by their place: what they are filed under, words, and hints if nothing else."""
    filing, wording, loose = idea.by_reason
    filed = best_held(snapshot, filing, rising, weights)
    worded = best_held(snapshot, wording, rising, weights)
    yield from filed.items()
    yield from worded.items()
    if loose and len(filed.keys() | worded.keys()) < len(rising):
        hinted = best_held(snapshot, loose, rising, weights)
        yield from ((place, best) for place, best in hinted.items() if place not in filed and place not in worded)


def _apart(snapshot: Snapshot, reading: Reading, rising: Ints, weights: Weights) -> dict[int, list[str]]:
    """By place in `rising`: the words of phrases that an initiative holds, wherever they stand."""
    held: dict[int, list[str]] = {}
    for part in (part for idea in reading.ideas for one in idea.each for part in one.parts):
        for place in best_held(snapshot, part.alternatives, rising, weights):
            held.setdefault(place, []).append(part.label)
    return held


def _unsaid(snapshot: Snapshot, reading: Reading, rising: Ints, weights: Weights) -> Iterator[tuple[int, str]]:
    """By place in `rising`: for what is found by wording that is never shown, or is of no year, what can be said."""
    for idea in reading.ideas:
        held = best_held(snapshot, idea.alternatives, rising, weights)
        yield from ((place, f"{_RELATED}{idea.label}") for place in held)
    if reading.newest:
        yield from ((place, "no year given") for place in range(len(rising)))


def _fitting(snapshot: Snapshot, reading: Reading, themes: dict[str, Theme]) -> list[tuple[str, Mask | None]]:
    """What a question is narrowed to, which is reason enough where it says nothing else, and which initiatives fit it.

    None stands for all that are found; of several themes or places only one needs to fit.
    """
    fitting: list[tuple[str, Mask | None]] = []
    for kind, names in (("region", reading.regions), ("nation", reading.nations)):
        for name in names:
            there = [one.name for one in snapshot.shared.register if name in (one.region, one.nation)]
            fitting.append((f"{kind}: {name}", snapshot.of_authorities(there)))
    filed = [(f"theme: {themes[one].name}", theme_term(one)) for one in reading.themes if one in themes]
    filed += [(f"category: {one.label}", category_term(one)) for one in reading.categories]
    filed += [(f"evidence: {one.value.replace('-', ' ')}", evidence_term(one)) for one in reading.evidence]
    fitting += [(label, snapshot.having([term])) for label, term in filed]
    return fitting + [(_fit(piece), None) for piece in reading.pieces if piece.kind in _FIT_ALL]


def _fit(piece: Piece) -> str:
    """A piece that all fit, as a reason: "what it leaves out: police", where the piece itself is "without: police"."""
    left_out = piece.label.removeprefix(WITHOUT)
    return piece.label if left_out == piece.label else f"what it leaves out: {left_out}"


def best_held(
    snapshot: Snapshot, alternatives: Sequence[Alternative], rising: Ints, weights: Weights
) -> dict[int, tuple[Alternative, int]]:
    """By place in `rising`: the best alternative that the initiative holds, and the fields it is in."""
    best: dict[int, tuple[float, Alternative, int]] = {}
    for one in alternatives:
        factor = one.weight * weights.factors[one.kind]
        for found in snapshot.postings(one.term):
            at = found.docs.searchsorted(rising)
            held = (found.docs.take(at, mode="clip") == rising).nonzero()[0]
            if not len(held):
                continue
            at = at[held]
            rows = zip(held.tolist(), found.strengths[at].tolist(), found.fields[at].tolist(), strict=True)
            for place, strength, fields in rows:
                if place not in best or factor * strength > best[place][0]:
                    best[place] = (factor * strength, one, fields)
    return {place: (one, fields) for place, (_, one, fields) in best.items()}


def _reason(
    one: Alternative, fields: int, themes: dict[str, Theme], *, contact: bool, word: str | None = None
) -> str | None:
    """A reason in words; `word` is the one of the family that stands in these fields."""
    if one.kind.is_filed:
        kind, _, slug = one.term.partition("/")
        if kind == "theme" and slug in themes:
            return theme_in_words(themes[slug])
        if kind == "category":
            return f"category: {Category(slug).label}"
        if one.term == IMPACT_TERM:
            return "impact: stated"
        return f"evidence: {slug.replace('-', ' ')}" if kind == "evidence" else None
    if one.shown is None:
        return None
    if one.kind in (Kind.SYNONYM, Kind.DISTANT):
        return f"{_RELATED}{one.shown}"
    order = (CONTACTS, *_FIELDS) if contact else _FIELDS
    field = next((field for field in order if fields >> field & 1), None)
    if field == THEMES and len(named := [each for each in themes.values() if _names(each.name, one.term)]) == 1:
        return theme_in_words(named[0])
    return f"{FIELD_NAMES[field]}: {word or one.shown}" if field is not None else None


def theme_in_words(theme: Theme) -> str:
    return f"{_THEME}{theme.name if theme.name.isupper() else theme.name.lower()}"


@lru_cache(maxsize=4096)
def _names(name: str, term: str) -> bool:
    """Whether the name of a theme has all words of a term."""
    return {*term.split()} <= {*stems(name)}
