"""What stands in for a part of the search is looked up where that part stands: a part that moved is noticed here."""

from __future__ import annotations

from dataclasses import fields
from unittest.mock import patch

import pytest

from knowledge.search.ranking.weights import Weights
from tests.relevance.without import CONSTANTS, PARTS


@pytest.mark.parametrize("path", [path for paths in PARTS.values() for path in paths])
def test_each_part_stands_where_it_is_taken_away(path: str) -> None:
    with patch(f"knowledge.search.{path}"):
        pass


def test_each_constant_is_one_of_the_weights() -> None:
    named = {name for constants in CONSTANTS.values() for name in constants}
    assert named <= {field.name for field in fields(Weights)}
