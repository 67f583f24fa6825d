"""What initiatives are filed under, where it decides the order.

Of questions that are nothing but themes and categories, what is filed under all of them comes first; of others, what is
filed as the best few are comes sooner.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from knowledge.search.ideas import Idea
from knowledge.search.index.segment import Floats
from knowledge.search.index.snapshot import Mask, Snapshot

#: So many of the best are put in order by how they are filed too...
NEAREST = 30
#: ...of which so many tell how what answers the question is filed.
_TELLING = 7


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
    snapshot: Snapshot, ideas: Sequence[Idea], docs: Sequence[int], scores: Sequence[float], lift: float
) -> tuple[list[int], list[float]]:
    """Initiatives, best first, and their scores, the first of them in the order of how they are filed too.

    The more words a question has, the more initiatives hold some of them in another sense; what is filed as the best
    few are mostly means the same, and is lifted by up to `lift`. One word is held or not.
    """
    words = sum(idea.size for idea in ideas)
    nearest, held = docs[:NEAREST], scores[: min(len(docs), NEAREST)]
    if words <= 1 or len(nearest) < 2:
        return list(docs), list(scores)
    lifted = np.maximum(np.array(held) + lift * (1 - 1 / words) * filed_alike(snapshot, nearest, held), 0)
    order = np.argsort(-lifted, kind="stable")
    return [*(nearest[at] for at in order.tolist()), *docs[NEAREST:]], [*lifted[order].tolist(), *scores[NEAREST:]]


def filed_alike(snapshot: Snapshot, docs: Sequence[int], scores: Sequence[float]) -> Floats:
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
