"""What came of work, where a question asks for it: whose stated impact names the subject comes first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from knowledge.search.ideas import Idea
from knowledge.search.index.fields import IMPACT
from knowledge.search.index.snapshot import Mask, Snapshot
from knowledge.search.ranking.named import names_it

_IN_IMPACT = np.uint16(1 << IMPACT)


def telling_what_came(snapshot: Snapshot, ideas: Sequence[Idea], seen: Mask) -> Mask | None:
    """Which initiatives state an impact that names one of a question's subjects ("who got exclusions down").

    None where the question does not ask what came of anything, or none of those `seen` says so.
    """
    if not any(idea.asks_what_came for idea in ideas):
        return None
    says = [idea for idea in ideas if not idea.light and not idea.asks_what_came]
    subjects = [idea for idea in says if not idea.plain] or says
    terms = {one.term for idea in subjects for one in idea.alternatives if names_it(one)}
    mask: Mask = np.zeros(snapshot.size, dtype=bool)
    for term in terms:
        for found in snapshot.postings(term):
            mask[found.docs[found.fields & _IN_IMPACT > 0]] = True
    return mask if (mask & seen).any() else None
