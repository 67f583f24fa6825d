"""Reminders and histories of any length keep Slack's limits, and say everything that matters."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.sandbox.blocks.surfaces import message_problems, view_bytes, view_problems, walk
from bot.sandbox.mentions import notifications_in
from bot.views.content.initiative import initiative_modal
from bot.views.review.history import Numbered, history_modal, said_of, version_modal
from bot.views.upkeep.told import CHANGED_SHOWN, contact_changed_message
from bot.views.upkeep.upkeep import (
    SHOWN,
    contact_check_message,
    contacts_page,
    due_message,
    found_modal,
    hand_on_modal,
    left_message,
    name_off_modal,
)
from knowledge.domain.privacy import ERASED
from knowledge.domain.removal import Mentions
from knowledge.domain.upkeep import Due, DueInitiative, LeftContact, NamedContact
from knowledge.domain.version import Change, Held, Version
from tests.factories import LISTS, a_contact, an_initiative

NOW = datetime(2026, 11, 23, 18, 40, tzinfo=UTC)
EVIL = "<!channel> <@U1> *bold* <https://evil.example|x> "
MANY = [an_initiative(id=f"ashford-{number}", title=f"{EVIL}{'x' * 100} {number}") for number in range(60)]


def name(key: str) -> str:
    return "Lena Lewis"


def test_one_message_holds_what_is_due_and_says_how_much_more_there_is() -> None:
    due = Due(
        tuple(DueInitiative(one, None, date(2026, 1, 1)) for one in MANY),
        tuple(LeftContact(one, a_contact()) for one in MANY),
    )
    drawn = due_message(due)
    assert drawn is not None
    assert message_problems(list(drawn.blocks)) == []
    assert notifications_in(drawn.text, list(drawn.blocks)) == []
    assert f"and {len(MANY) - SHOWN} more, to follow" in drawn.said
    rest = f"and {len(MANY) - 1} more who are no longer at hand, to follow once others are named for these."
    assert drawn.said.endswith(rest)
    assert rest in str(drawn.blocks[-1])


@pytest.mark.parametrize("number", [1, 2, 60])
def test_one_message_tells_of_all_contacts_who_left_or_changed(number: int) -> None:
    many = MANY[:number]
    for drawn, shown in (
        (left_message([(one, a_contact()) for one in many]), SHOWN),
        (contact_changed_message(many), CHANGED_SHOWN),
    ):
        assert message_problems(list(drawn.blocks)) == []
        assert notifications_in(drawn.text, list(drawn.blocks)) == []
        assert sum(str(block).count("'button'") for block in drawn.blocks) == min(number, shown)
        assert (f"and {number - shown} more" in drawn.said) == (number > shown)


def test_nothing_due_is_no_message() -> None:
    assert due_message(Due()) is None
    assert contact_check_message([]) is None


def test_pages_and_forms_about_contacts_keep_slacks_limits() -> None:
    named = [NamedContact(one, a_contact(name=EVIL * 5)) for one in MANY]
    held = [Held(one, 1, False, None, NOW, NOW) for one in MANY]
    page = contacts_page(named, admin=True)
    assert message_problems(list(page.blocks)) == []
    assert notifications_in(page.text, list(page.blocks)) == []
    for view in (hand_on_modal(), found_modal("n" * 500, "e" * 200, Mentions(tuple(held)))):
        assert view_problems(view, "modal") == []


@pytest.mark.parametrize("letter", ["x", "\u0639", "\U0001f642"])
def test_a_history_of_any_length_keeps_slacks_limits_newest_first(letter: str) -> None:
    contents = [an_initiative(summary=f"{number}{letter * 2990}", title=str(number)) for number in range(1, 121)]
    versions = [Version(number, Change.EDITED, "T1:U1", NOW, one) for number, one in enumerate(contents, start=1)]
    view = history_modal(versions, name)
    assert view_problems(view, "modal") == []
    assert view_bytes(view) <= 250_000
    assert "Version 120. " in str(view["blocks"][2])
    assert "older versions are kept too" in str(view["blocks"][-1])


def test_a_single_version_that_is_not_listed_is_said_as_one() -> None:
    version = Version(1, Change.CHECKED, "T1:U1", NOW, an_initiative())
    for number in range(1, 100):
        versions = [replace(version, number=each) for each in range(1, number)]
        if "older" in (last := str(history_modal(versions, name)["blocks"][-1])):
            break
    assert "1 older version is kept too." in last


def test_a_history_without_changes_says_so() -> None:
    assert "never changed" in str(history_modal([], name))


def test_a_version_is_read_whole_and_only_an_old_one_can_be_brought_back() -> None:
    version = Version(1, Change.HANDED_OVER, "T1:U1", NOW, an_initiative(), note="T1:U2")
    shown = initiative_modal(version.content, LISTS)
    old, newest = (version_modal(version, shown, name, restorable=restorable) for restorable in (True, False))
    assert view_problems(old, "modal") == []
    assert version.content.summary in str(old)
    assert "Bring this version back" in str(old)
    assert "Bring this version back" not in str(newest)


def test_who_did_what_and_when_is_said_in_uk_time() -> None:
    version = Version(2, Change.EDITED, "T1:U1", datetime(2027, 7, 1, 8, 5, tzinfo=UTC), an_initiative())
    assert said_of(version, name) == "Edited by Lena Lewis on 1 July 2027 at 09:05."
    published = replace(version, sent_by="terminal")
    assert said_of(published, name) == "Edited by terminal, published by Lena Lewis on 1 July 2027 at 09:05."
    brought = replace(version, change=Change.BROUGHT_IN, by="")
    assert said_of(brought, name) == "Brought in by the library on 1 July 2027 at 09:05."
    checked = replace(version, change=Change.CHECKED, by=ERASED)
    assert said_of(checked, name) == (
        "Confirmed as still right by somebody who erased their name on 1 July 2027 at 09:05."
    )


@pytest.mark.parametrize("value", ["", "{}", '{"i": "a"}', "[]", None, '{"i":"a","n":"x"}'])
def test_a_history_button_of_another_version_is_known_as_such(value: object) -> None:
    assert Numbered.of(value) is None


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Mentions(), "Ann Lee stands nowhere now."),
        (Mentions(drafts=1, versions=2), "Ann Lee stands on one draft and 2 earlier versions."),
    ],
)
def test_an_admin_is_told_where_a_name_stands_before_it_comes_off(found: Mentions, said: str) -> None:
    view = found_modal("Ann Lee", None, found)
    words = [item["text"] for item in walk(view["blocks"]) if item.get("type") == "text"]
    assert "".join(words).startswith(f"{said}\n")


@pytest.mark.parametrize(("number", "said"), [(1, "1 initiative is due"), (2, "2 initiatives are due")])
def test_what_is_due_is_counted_in_words(number: int, said: str) -> None:
    drawn = due_message(Due(tuple(DueInitiative(one, None, date(2026, 1, 1)) for one in MANY[:number]), ()))
    assert drawn is not None
    assert drawn.said.startswith(f"Still right? {said} to be checked")


def test_a_reminder_of_those_who_left_only_asks_nothing_else() -> None:
    drawn = due_message(Due((), (LeftContact(MANY[0], a_contact()),)))
    assert drawn is not None
    assert "due to be checked" not in drawn.said
    assert "is no longer at hand" in drawn.said.splitlines()[0]


def test_a_name_of_any_letters_as_long_as_its_field_lets_it_be_is_looked_for() -> None:
    fields = [block["element"] for block in name_off_modal()["blocks"] if "element" in block]
    assert [field["max_length"] for field in fields] == [500, 500]
    assert not view_problems(found_modal("é" * 500, "é" * 500, Mentions()), "modal")
