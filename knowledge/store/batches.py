"""Work on any number of rows, some at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

#: Rows or ids at a time: bounds memory, and keeps below SQLite's limit of variables in a statement.
BATCH = 500


def in_batches(values: Iterable[T]) -> Iterator[list[T]]:
    """`values` in lists of up to `BATCH`."""
    rest = iter(values)
    while batch := list(islice(rest, BATCH)):
        yield batch
