"""Whether the best matches answer the question at all: how much of what it says they really hold.

Ranking asks which initiative is better; the gate asks whether the best is good enough. So it counts an idea that is
held at all as held, takes a mere hint for nothing, and weighs words by how much they say.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from knowledge.search.ideas import ITSELF, SAME, Idea, Kind, Reading
from knowledge.search.index.segment import Ints
from knowledge.search.index.snapshot import Mask, Snapshot
from knowledge.search.ranking.named import is_named, naming
from knowledge.search.ranking.scorer import Scorer, Strengths, colour
from knowledge.search.ranking.weights import Weights

#: An idea counts as held from this strength on: one mention in a summary, or a good synonym in a title.
HELD = 0.5
#: A word that says little counts this much of one that says something, whether it is held or not.
LIGHT = 0.05
#: An idea that no initiative holds at all counts this much: what it names is probably not what this store is about.
UNHELD = 1.3
#: But this much of that, if nothing knows the word at all: it is as likely a slip that could not be put right.
UNKNOWN = 0.35
#: What is held more weakly than `HELD` counts by this power of its share: a neighbouring subject is not the subject.
WEAKLY = 2.0
#: Words that are a long question's colour (`scorer.colour`) count for less here than in the order, by this power.
COLOUR = 1.75
#: The words of a phrase count as standing together when all are within so many words...
TOGETHER = 3
#: ...and for this much when they do not.
SCATTERED = 0.4
#: What a mere hint adds: alone it is no answer, but with the scattered words of a phrase it is.
HINTED = 0.35
#: A thing of its own counts this much where it is not named, but something that it is for or near to.
UNNAMED = 0.8
#: Matches looked at, from the best.
BEST = 7
#: A question that says what the store is about is sure to ask about it from more words than this on that say something.
SEVERAL = 2


def enough(snapshot: Snapshot, reading: Reading, visible: Mask | None, weights: Weights) -> float:
    """The share of a reading that one of the best matches must cover.

    Less where the question is sure to be about the field: it says what the store is about, or it is nothing but one
    wording that the lists know ("misogynoir"), beside which nothing makes another thing of it; hardly less where it
    asks for a thing of its own that no `visible` initiative names ("obesity in Asian children"). Less too where it
    names authorities, of whose few initiatives one is sooner meant than none.
    """
    if reading.authorities:
        return min(weights.enough, weights.enough_of_authority)
    says = [idea for idea in reading.ideas if not idea.light]
    if len(reading.ideas) == len(says) == 1 and not says[0].plain:
        return min(weights.enough, weights.enough_listed)
    if not reading.on_subject or sum(idea.size for idea in says) <= SEVERAL:
        return weights.enough
    named = all(is_named(snapshot, idea, visible) for idea in says if idea.thing)
    return min(weights.enough, weights.enough_on_subject if named else weights.enough_unnamed)


def covered(snapshot: Snapshot, scorer: Scorer, ideas: Sequence[Idea], docs: Sequence[int], least: float) -> float:
    """The largest share (0 to 1) of the ideas that one of these initiatives, the best few, holds.

    The first that holds the `least` ends the search.
    """
    found = [(idea, scorer.strengths(idea)) for idea in ideas]
    plain = colour(ideas) ** COLOUR
    weights = [_weight(idea, strengths) * (plain if idea.plain else 1) for idea, strengths in found]
    whole = sum(weights)
    named = [naming(snapshot, idea) if idea.thing else None for idea in ideas]
    best = 0.0
    for doc in docs:
        share = 0.0
        for (idea, strengths), weight, naming_it in zip(found, weights, named, strict=True):
            at = int(strengths.docs.searchsorted(np.int32(doc)))  # of the same type, or all of `docs` is converted
            if at < len(strengths.docs) and strengths.docs[at] == doc:
                sure = min(float(strengths.sure[at]) / HELD, 1.0) ** WEAKLY
                if sure < 1:
                    words = max((_together(snapshot, one, doc) for one in idea.each if one.parts), default=0.0)
                    hint = HINTED if len(strengths.hinted) and strengths.hinted[at] else 0.0
                    sure = max(sure, min(words + hint, 1.0))
                if naming_it is not None and not naming_it[doc]:
                    sure *= UNNAMED
                share += weight * sure
        best = max(best, share / whole if whole else 0.0)
        if best >= least:
            break
    return best


def _weight(idea: Idea, strengths: Strengths) -> float:
    if idea.light or idea.optional:
        return LIGHT
    if strengths.held:
        return idea.size * strengths.rarity
    return idea.size * UNHELD * (1 if idea.known else UNKNOWN)


def _together(snapshot: Snapshot, idea: Idea, doc: int) -> float:
    """What the words of a phrase count in one initiative: 1 side by side, less scattered, 0 when one is missing.

    Where only the last of them says something, it is scattered unless the others, which make another thing of it, stand
    beside it ("period poverty").
    """
    written = snapshot.tokens_of(doc)
    terms = snapshot.terms_of(written)

    def places(part: Idea) -> Ints:
        held = [
            np.flatnonzero(terms == snapshot.shared.terms.get(one.term, -1))
            for one in part.alternatives
            if one.kind in ITSELF or (one.kind is Kind.SYNONYM and one.weight >= SAME)
        ]
        return np.concatenate(held) if held else np.empty(0, np.int64)

    says = [places(part) for part in idea.parts if not part.light]
    if not says or any(not len(those) for those in says):
        return 0.0
    first, *others = says
    if not others and not idea.parts[-1].light:
        others = [places(part) for part in idea.parts if part.light]
    near = [all(bool((np.abs(those - place) <= TOGETHER).any()) for those in others) for place in first.tolist()]
    return 1.0 if any(near) else SCATTERED
