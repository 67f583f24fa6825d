"""Who has which role, on pages that Slack takes whole."""

from __future__ import annotations

import pytest

from bot.payloads.people import Given
from bot.views.admin.people import holder_words, people_message
from bot.views.kit.blocks import MESSAGE_BLOCKS, MESSAGE_TEXT
from knowledge.domain.grant import Grant
from knowledge.domain.member import Role
from tests.clock import NOON
from tests.knowledge.services.sharing import ADMIN

#: As long as the register's longest.
LONG = "A" * 80


def grants(number: int) -> list[Grant]:
    return [Grant(f"T1:U{each}", Role.REVIEWER, LONG, ADMIN.key, NOON) for each in range(number)]


def test_every_page_says_all_that_it_shows_within_slacks_limits() -> None:
    for page in range(4):
        drawn = people_message(grants(65), lambda key: key * 20, page=page)
        assert len(drawn.blocks) <= MESSAGE_BLOCKS
        assert len(drawn.said) <= MESSAGE_TEXT
        assert len([block for block in drawn.blocks if block["type"] == "section"]) == (5 if page == 3 else 20)


def test_a_page_beyond_the_last_is_the_last() -> None:
    assert "Roles 61 to 65 of 65." in people_message(grants(65), str, page=99).said
    assert "Roles" not in people_message([], str, page=-1).said


@pytest.mark.parametrize(
    ("page", "turned_to"), [(0, {"Next": "1"}), (1, {"Back": "0", "Next": "2"}), (3, {"Back": "2"})]
)
def test_pages_are_turned_only_to_where_there_are_some(page: int, turned_to: dict[str, str]) -> None:
    *_, row = people_message(grants(65), str, page=page).blocks
    pages = {one["text"]["text"]: one["value"] for one in row["elements"]}
    assert pages == {"Give a role": "give", **turned_to}


def test_a_role_is_said_with_where_it_holds() -> None:
    held = [(Role.ADMIN, None), (Role.REVIEWER, None), (Role.LEAD, "Hackney")]
    assert [holder_words(role, authority, "Lena Lewis") for role, authority in held] == [
        "Lena Lewis: admin",
        "Lena Lewis: reviewer for every authority",
        "Lena Lewis: lead for Hackney",
    ]


def test_only_who_is_shown_is_looked_up() -> None:
    asked: list[str] = []
    people_message(grants(65), lambda key: asked.append(key) or key, page=3)  # type: ignore[func-returns-value]
    assert len(asked) == 5


def test_a_button_of_before_there_were_pages_still_works() -> None:
    assert Given.of('["T1:U1","lead","Hackney"]') == Given("T1:U1", Role.LEAD, "Hackney", 0)
    given = Given("T1:U1", Role.LEAD, None, 2)
    assert Given.of(given.value()) == given
