"""What a reviewer changes in the form; what the form does not hold, or this version does not know, stays as it is."""

from __future__ import annotations

from typing import Any

import pytest

from bot.names import Field
from bot.payloads.reviewed import edited
from knowledge.domain.content import Content
from knowledge.domain.initiative import Category, Evidence, Visibility

BEFORE = Content(
    categories=(Category.CHILDREN_AND_FAMILIES,), evidence=Evidence.DESCRIBED, visibility=Visibility.AUTHORITY
)


def a_form_with(**chosen: str) -> dict[str, Any]:
    """A form as it is sent, with one option chosen in each of these fields."""
    return {"state": {"values": {name: {name: {"selected_option": {"value": it}}} for name, it in chosen.items()}}}


def test_what_the_reviewer_chose_is_taken() -> None:
    view = a_form_with(
        **{
            Field.CATEGORIES: Category.PARTNERS,
            Field.EVIDENCE: Evidence.EARLY_RESULTS,
            Field.VISIBILITY: Visibility.NETWORK,
        }
    )
    assert edited(view, BEFORE) == Content(
        categories=(Category.PARTNERS,), evidence=Evidence.EARLY_RESULTS, visibility=Visibility.NETWORK
    )


@pytest.mark.parametrize("field", [Field.CATEGORIES, Field.EVIDENCE, Field.VISIBILITY])
def test_a_choice_that_only_another_version_offers_changes_nothing(field: Field) -> None:
    assert edited(a_form_with(**{field: "proven-by-the-stars"}), BEFORE) == BEFORE
