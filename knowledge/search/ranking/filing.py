"""What initiatives are filed under, where it decides the order.

Of questions that are nothing but themes and categories, what is filed under all of them comes first; of others, what is
mostly about a theme that is asked for comes sooner, and what is filed as the best few are.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import ArrayLike

from knowledge.search.ideas import Idea, Reading, theme_term
from knowledge.search.index.segment import Floats
from knowledge.search.index.snapshot import Mask, Snapshot
from knowledge.search.ranking.weights import Weights

#: So many of the best are put in order by how they are filed too...
NEAREST = 30
#: ...of which so many tell how what answers the question is filed.
_TELLING = 7
#: An idea that counts at least this share of what the first of its question does tells what work is to be about.
_TELLS_ITS_SUBJECT = 0.45


def filed_under_all(snapshot: Snapshot, ideas: Sequence[Idea], seen: Mask) -> Mask | None:
    """Which initiatives are filed under all of the themes and categories that a question names ("research workforce").

    None where it names fewer than two, asks for anything else, or none of those `seen` is filed so. A question of more
    words asks for something else, whatever these are.
    """
    says = [idea for idea in ideas if not idea.light]
    if len(says) < 2 or len(ideas) > len(says) + 1 or not all(idea.meant for idea in says):
        return None
    mask: Mask = np.logical_and.reduce([snapshot.having(one.term for one in idea.meant) for idea in says])
    return mask if (mask & seen).any() else None


def ordered_by_filing(
    snapshot: Snapshot,
    reading: Reading,
    shares: Sequence[float],
    docs: Sequence[int],
    scores: Sequence[float],
    weights: Weights,
) -> tuple[list[int], list[float]]:
    """Initiatives, best first, and their scores, the first of them in the order of how they are filed too.

    What is mostly about a theme that is asked for (`themes_asked_for`) counts for more than what is about it besides.
    And the more words a question has, the more initiatives hold some of them in another sense; what is filed as the
    best few are mostly means the same, and is lifted by a share of the best score. One word is held or not.
    """
    nearest, held = docs[:NEAREST], np.array(scores[: min(len(docs), NEAREST)])
    if len(nearest) < 2:
        return list(docs), list(scores)
    lifted = held.copy()
    if asked := themes_asked_for(snapshot, reading, shares):
        lifted[np.isin(snapshot.main_theme[nearest], asked)] *= 1 + weights.mostly_about
    words = sum(idea.size for idea in reading.ideas)
    if words > 1:
        lifted += weights.filed_alike * (1 - 1 / words) * held.max() * filed_alike(snapshot, nearest, held)
    lifted = np.maximum(lifted, 0)
    order = np.argsort(-lifted, kind="stable")
    return [*(nearest[at] for at in order.tolist()), *docs[NEAREST:]], [*lifted[order].tolist(), *scores[NEAREST:]]


def themes_asked_for(snapshot: Snapshot, reading: Reading, shares: Sequence[float]) -> list[int]:
    """The themes that a question asks for, by their columns.

    They are asked for by a filter, and by the ideas that stand for them or hint at them: `shares` are what each idea
    counts of the question, and one that counts little beside another does not tell what work is to be about mostly.
    """
    columns, least = snapshot.theme_columns, _TELLS_ITS_SUBJECT * max(shares, default=0)
    terms = chain.from_iterable(idea.filed for idea, share in zip(reading.ideas, shares, strict=True) if share >= least)
    filters = map(theme_term, reading.themes if reading.only_themes else ())
    return [columns[term] for term in chain(terms, filters) if term in columns]


def filed_alike(snapshot: Snapshot, docs: Sequence[int], scores: ArrayLike) -> Floats:
    """How much each of some initiatives, best first, is filed as the best few of the others are.

    That is how much more often these are filed under its themes than all are, below 0 where they are less often; the
    better count for more.
    """
    under = snapshot.under_themes[docs].astype(np.float32)
    worth = np.array(scores, dtype=np.float32)
    worth[_TELLING:] = 0
    others = np.maximum(worth.sum() - worth, np.finfo(np.float32).tiny)
    # Each is compared with the others only, or the best few would be filed like themselves.
    shares = (worth @ under - worth[:, None] * under) / others[:, None]
    alike = (under * (shares - snapshot.usual_themes)).sum(axis=1)
    return np.asarray(alike / np.sqrt(np.maximum(under.sum(axis=1), 1)), np.float32)
