"""Questions that are nothing but themes and categories: what is filed under all of them comes first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from knowledge.search.ideas import Idea
from knowledge.search.index.snapshot import Mask, Snapshot


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
