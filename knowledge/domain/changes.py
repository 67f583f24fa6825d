"""What happened to the store since somebody last looked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StoreChanges:
    """What happened after a revision: ids to read again, ids that are gone, whether the lists changed."""

    revision: int
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    lists: bool = False
