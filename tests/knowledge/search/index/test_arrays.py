from __future__ import annotations

import numpy as np
import pytest

from knowledge.search.index.arrays import ranges


@pytest.mark.parametrize(
    ("starts", "ends", "every"),
    [
        ([2, 10], [5, 12], [2, 3, 4, 10, 11]),
        ([3, 7, 20], [3, 9, 21], [7, 8, 20]),
        # one that ends before it begins, as the pairs of words of a text without any do
        ([0, 4], [-1, 6], [4, 5]),
        ([], [], []),
    ],
)
def test_ranges_are_all_numbers_from_each_start_to_before_its_end(
    starts: list[int], ends: list[int], every: list[int]
) -> None:
    assert ranges(np.array(starts, np.int32), np.array(ends, np.int32)).tolist() == every
