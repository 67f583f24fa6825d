"""What an admin looks at before a reload: what it would do, from which files, and which reload could be undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from knowledge.domain.library import Reloaded


@dataclass(frozen=True, slots=True)
class LastReload:
    """The reload that can be undone: when it was, who asked for it, and the store's revision after it."""

    at: datetime
    by: str
    revision: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What a reload would do to the store as it is; `files` tells these files from the same ones changed since.

    `take` are the entries edited in Slack of which the file's version would be taken.
    """

    outcome: Reloaded
    files: str
    take: tuple[str, ...] = ()
    last: LastReload | None = None
