"""What was worked out before, kept within bounds."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Memory(Generic[Key, Value]):
    """Keeps values up to so much in all, then forgets them all at once: cheaper than knowing which was used last.

    Threads share it without locks: at worst one works something out again.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._much = 0
        self._kept: dict[Key, Value] = {}
        self.get = self._kept.get

    def keep(self, key: Key, value: Value, much: int = 1) -> Value:
        """Keep a value that counts as so much; returns it."""
        if self._much + much > self._most:
            self._kept.clear()
            self._much = 0
        self._kept[key] = value
        self._much += much
        return value
