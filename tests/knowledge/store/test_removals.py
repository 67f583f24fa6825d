"""Which addresses come off together with a name."""

from __future__ import annotations

import pytest

from knowledge.store.removals import is_own_address


@pytest.mark.parametrize(
    ("email", "name", "is_own"),
    [
        ("ada.example@ashford.example", "Ada Example", True),
        ("AExample@ashford.example", "Ada Example", True),
        ("fostering@ashford.example", "Ada Example", False),
        ("families@ashford.example", "Li Example", False),
        ("team@example.org", "Ada Example", False),
        ("practice@ashford.example", None, False),
    ],
)
def test_an_address_is_somebodys_own_when_it_is_made_of_their_name(email: str, name: str | None, is_own: bool) -> None:
    assert is_own_address(email, name) is is_own
