"""Which initiatives name what is asked for, and do not merely hold something wider or near it."""

from __future__ import annotations

import numpy as np

from knowledge.search.ideas import ITSELF, JUST_THE_SAME, Alternative, Idea, Kind
from knowledge.search.index.snapshot import Mask, Snapshot

#: A synonym or theme of this weight names the thing; below, the lists take it for a wider or a neighbouring one.
_NAMES_IT = 0.8


def naming(snapshot: Snapshot, idea: Idea) -> Mask:
    """Which initiatives name an idea, or hold the words of a phrase, wherever they stand.

    A thing of its own is named only so, and by what says the same: "section 47" is not named by "safeguarding", however
    sure the lists are that this is what it is about.
    """
    mask = np.zeros(snapshot.size, dtype=bool)
    for one in idea.each:
        least = JUST_THE_SAME if one.thing else _NAMES_IT
        mask |= snapshot.having(each.term for each in one.alternatives if names_it(each, least))
        telling = [part for part in one.parts if not part.light]
        if parts := telling if len(telling) > 1 else one.parts:
            mask |= np.logical_and.reduce([naming(snapshot, part) for part in parts])
    return mask


def is_named(snapshot: Snapshot, idea: Idea, visible: Mask | None) -> bool:
    """Whether any `visible` initiative (None: any) names an idea."""
    return bool((naming(snapshot, idea) & (snapshot.alive if visible is None else visible)).any())


def names_it(one: Alternative, least: float = _NAMES_IT) -> bool:
    """Whether holding an alternative is naming the idea: by its own words, or by such as are this sure to mean it."""
    return one.kind in ITSELF or (one.kind in (Kind.SYNONYM, Kind.FILED) and one.weight >= least)
