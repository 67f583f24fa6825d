"""How strongly one idea is held, by what is said of it."""

from __future__ import annotations

import numpy as np
import pytest

from knowledge.search.ideas import Alternative, Kind
from knowledge.search.index.segment import Postings
from knowledge.search.ranking.gate import HELD
from knowledge.search.ranking.holding import Holding


@pytest.mark.parametrize(("weight", "is_held"), [(1.0, True), (0.8, True), (0.65, False)])
def test_a_theme_that_wording_stands_for_only_loosely_is_not_held_for_sure(weight: float, is_held: bool) -> None:
    holding = Holding(1)
    there = Postings(np.array([0], np.int32), np.array([0.5], np.float32), np.array([1], np.uint16))
    holding.add(Alternative("theme/children-in-care", weight, Kind.FILED), weight, there)
    assert bool(holding.sure(0.6)[0] >= HELD) is is_held
