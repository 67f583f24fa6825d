"""How many and how often, in words."""

from __future__ import annotations


def counted(number: int, what: str) -> str:
    """ "1 authority", "2 authorities", "1,200 initiatives"."""
    if number == 1:
        return f"1 {what}"
    return f"{number:,} {what[:-1]}ies" if what.endswith("y") else f"{number:,} {what}s"


def counted_plainly(number: int, what: str) -> str:
    """The same on the terminal, where numbers stand without commas: "1 row", "1200 rows"."""
    return f"{number} {what}" + ("" if number == 1 else "s")


def in_words(number: int, what: str) -> str:
    """The first within a sentence: "one initiative", "2 initiatives"."""
    return f"one {what}" if number == 1 else counted(number, what)


def times(number: int) -> str:
    """ "never", "once", "twice", "5 times"."""
    return {0: "never", 1: "once", 2: "twice"}.get(number, f"{number:,} times")
