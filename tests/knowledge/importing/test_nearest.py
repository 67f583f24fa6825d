"""What is offered in the place of a name that is not in the register."""

from __future__ import annotations

import pytest

from config.settings import CONFIG_FOLDER
from knowledge.domain.authority import Register
from knowledge.importing.lists import read_lists
from knowledge.importing.nearest import nearest_authorities


@pytest.fixture(scope="module")
def register(short_lists: object) -> Register:
    return read_lists((short_lists, CONFIG_FOLDER)).register  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["Gotham City", "Nowhereshire", "Westeros", "Ambridge", "Toytown Council"])
def test_what_looks_like_no_name_is_offered_nothing(register: Register, text: str) -> None:
    assert nearest_authorities(text, register) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hackny", "Hackney"),
        ("Sommerset", "Somerset"),
        ("Liverpol City Council", "Liverpool"),
        ("Walsal MBC", "Walsall"),
    ],
)
def test_a_slip_is_offered_the_name_first(register: Register, text: str, name: str) -> None:
    assert nearest_authorities(text, register)[0] == name
