"""What of a question an answer lacks unseen: authorities beside others that have nothing, years that nothing is of."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.search.ideas import Reading
from knowledge.search.index.snapshot import Mask, Snapshot


def having_nothing(snapshot: Snapshot, reading: Reading, visible: Mask | None) -> tuple[str, ...]:
    """Which authorities that were named beside others have no initiative that the asker may see (None: all).

    An alias or an area is read as all that it can mean, of which most may well have none; where none of all has any,
    the answer says so by itself.
    """
    if len(reading.authorities) < 2 or reading.shared_alias:
        return ()
    seen = snapshot.alive if visible is None else visible
    empty = [one.name for one in reading.authorities if not (snapshot.of_authorities([one.name]) & seen).any()]
    if len(empty) == len(reading.authorities):
        return ()
    meant = {name for _, names in reading.areas for name in names}
    return tuple(name for name in empty if name not in meant)


def out_of_time(snapshot: Snapshot, reading: Reading, docs: Sequence[int]) -> bool:
    """Whether years were asked for and none of these initiatives is known to be of them."""
    return reading.years is not None and not snapshot.within(reading.years)[list(docs)].any()
