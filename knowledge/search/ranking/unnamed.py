"""What of a question the first matches do not name: they hold something wider, or something near it, in its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from knowledge.domain.initiative import Theme
from knowledge.domain.query import Unnamed
from knowledge.search.ideas import Alternative, Idea, Reading
from knowledge.search.index.snapshot import Mask, Snapshot
from knowledge.search.language.english import STOP
from knowledge.search.language.text import as_typed
from knowledge.search.ranking.named import naming
from knowledge.search.ranking.reasons import best_of_each, theme_in_words
from knowledge.search.ranking.scorer import colour
from knowledge.search.ranking.weights import LONGEST_TERM, Weights
from knowledge.search.subject.whoever import says_whom_plainly

#: So many matches are looked at: what the first ones are about is what an answer is taken to be about.
FIRST = 3
#: Words that the lists do not know are told where they count at least this much: in a question of up to four words.
_TELLING = 0.75
#: So many names for what was found in its place are told.
_MOST_TOLD = 3


def unnamed(
    snapshot: Snapshot,
    reading: Reading,
    themes: Mapping[str, Theme],
    docs: Sequence[int],
    visible: Mask | None,
    weights: Weights,
) -> tuple[Unnamed, ...]:
    """What is asked for and not named in any of the first of the matches `docs`, nor in words that say nearly the same.

    `visible` are the initiatives that the asker may see, None for all.
    """
    first = list(docs[:FIRST])
    seen = snapshot.alive if visible is None else visible
    found = []
    for idea in _telling(reading) if first else ():
        named = naming(snapshot, idea)
        if not named[first].any():
            found_by = _found_by(snapshot, idea, first, themes, weights)
            found.append(Unnamed(as_typed(idea.label, reading.text), found_by, nowhere=not (named & seen).any()))
    return tuple(found)


def _telling(reading: Reading) -> Iterator[Idea]:
    """The ideas that name something: no turns of phrase, no words for just anybody, no colour of a long question.

    What the lists mark as a thing of its own is no turn of phrase, however long ("no recourse to public funds").
    """
    whole = colour(reading.ideas) >= _TELLING
    for idea in reading.ideas:
        shown = all(one.alternatives[0].shown for one in idea.each)
        of_contacts = any(one.term.startswith("contact/") for one in idea.alternatives)
        turned = idea.size > LONGEST_TERM or any(word in STOP for one in idea.each for word in one.label.split())
        if idea.light or of_contacts or not shown or (turned and not all(one.thing for one in idea.each)):
            continue
        if (whole or not idea.plain) and not all(says_whom_plainly(one.label) for one in idea.each):
            yield idea


def _found_by(
    snapshot: Snapshot, idea: Idea, docs: Sequence[int], themes: Mapping[str, Theme], weights: Weights
) -> tuple[str, ...]:
    """What the reasons of these initiatives say that they hold in its place; those of the first of them first."""
    rising = np.array(sorted(docs), dtype=np.int32)
    held: dict[int, list[str | None]] = {}
    for place, (one, _) in best_of_each(snapshot, idea, rising, weights):
        held.setdefault(int(rising[place]), []).append(_in_words(one, themes))
    return tuple(dict.fromkeys(told for doc in docs for told in held.get(doc, ()) if told))[:_MOST_TOLD]


def _in_words(one: Alternative, themes: Mapping[str, Theme]) -> str | None:
    if not one.kind.is_filed:
        return one.shown
    kind, _, slug = one.term.partition("/")
    return theme_in_words(themes[slug]) if kind == "theme" and slug in themes else None
