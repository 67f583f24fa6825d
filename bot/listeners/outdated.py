"""What an older version of the bot made, and this one cannot read: said in one way, with what to do instead."""

from __future__ import annotations

from knowledge.errors import PracticeError


def outdated(what: str, then: str, *, of: str = "version of Practice Finder") -> PracticeError:
    """The error that says that `what` ("button", "form") is of an older version, so nothing was done; `then` helps."""
    return PracticeError(f"This {what} comes from an older {of}, so nothing was done. {then}")
