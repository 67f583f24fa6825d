"""Whatever a button or a form carries is read back whole, and what is none of it is none, never an error."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bot.payloads.contacts import person_of, person_value
from bot.payloads.form import Choice, Step
from bot.payloads.history import Numbered
from bot.payloads.mine import Deed, HandingOver, ToDo
from bot.payloads.people import Given
from bot.payloads.reloading import Previewed, Undo
from bot.payloads.reviewed import Reviewed
from bot.payloads.unanswered import Sendable
from bot.payloads.values import Asking
from knowledge.domain.member import Role
from knowledge.domain.person import Person

#: Every record that is carried, with its text and what reads it.
CARRIED: list[tuple[object, str, Callable[[object], object]]] = [
    (asking := Asking("mentoring & “more”", 5), asking.value(), Asking.of),
    (step := Step("d1", "c1", "V1", "V2", 3), step.metadata(), Step.of),
    (choice := Choice("d1", "d2"), choice.value(), Choice.of),
    (numbered := Numbered("ashford-mentoring", 2), numbered.value(), Numbered.of),
    (todo := ToDo(Deed.ARCHIVE, "i1"), todo.value(), ToDo.of),
    (handing := HandingOver("i1", "V1", "in-hand:0"), handing.metadata(), HandingOver.of),
    (given := Given("T1:U1", Role.LEAD, "Ashford", 2), given.value(), Given.of),
    (previewed := Previewed("t", "p", ("a", "b")), previewed.value(), Previewed.of),
    (undo := Undo("t", 7), undo.value(), Undo.of),
    (reviewed := Reviewed("c1", 4, "over"), reviewed.value(), Reviewed.of),
    (sendable := Sendable("mentoring", "0123456789abcdef"), sendable.value(), Sendable.of),
    (person := Person("Siân Example", None), person_value(person), person_of),
]
READERS = [of for _, _, of in CARRIED]

ODD = [
    None,
    "",
    "text",
    "\x00",
    "null",
    "12",
    "[]",
    "{}",
    '"q"',
    "[" * 100_000,
    '{"q": "x", "o": Infinity, "id": "x", "seen": Infinity, "t": "x", "r": Infinity, "i": "x", "n": Infinity,'
    ' "draft": "x"}',
    '["T1:U1", "lead", "Ashford", Infinity]',
    '[{}, [], "deed", 1, null]',
    '{"q": [], "o": {}, "deed": {}, "k": 1, "key": [], "seen": []}',
]


@pytest.mark.parametrize(("record", "text", "of"), CARRIED)
def test_what_a_button_carries_is_read_back_whole(record: object, text: str, of: Callable[[object], Any]) -> None:
    assert of(text) == record


@pytest.mark.parametrize("of", READERS)
@pytest.mark.parametrize("odd", ODD)
def test_what_is_no_such_record_is_none(of: Callable[[object], object], odd: object) -> None:
    assert of(odd) is None
