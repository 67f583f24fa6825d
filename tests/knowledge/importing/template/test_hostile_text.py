"""Text made to keep the reader busy: what it repeats is not looked at again with everything before it."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from knowledge.importing.template.contacts.absences import without_absent
from knowledge.importing.template.files.limits import CHARACTERS, INITIATIVES, SECONDS
from knowledge.importing.template.language.sentences import sentences
from knowledge.importing.template.work.candidates import Candidate
from tests.knowledge.importing.template.conftest import ReadText


@pytest.mark.parametrize(
    ("reads", "text"),
    [(sentences, "A. " * 20_000), (without_absent, f"Ann Lee {'and ' * 5_000}")],
    ids=["initials", "ands"],
)
def test_the_same_word_again_and_again_takes_no_longer_each_time(reads: Callable[[str], object], text: str) -> None:
    began = time.process_time()
    reads(text)
    assert time.process_time() - began < 2


@pytest.mark.parametrize("line", ["a; a; a; a; a; a; a; a; a;", "Dear all"])
def test_thousands_of_lines_that_tell_of_nothing_are_read_within_the_time_for_a_file(
    read_text: ReadText, line: str
) -> None:
    began = time.process_time()
    read_text("LA Name: Leeds\n" + f"{line}\n" * 2_900)
    assert time.process_time() - began < SECONDS


def test_at_each_line_no_more_work_is_looked_at_than_a_form_may_propose(
    read_text: ReadText, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Candidate] = []
    is_empty = Candidate.is_still_empty.fget
    assert is_empty is not None
    monkeypatch.setattr(Candidate, "is_still_empty", property(lambda one: asked.append(one) or is_empty(one)))
    lines = 10 * INITIATIVES
    read_text("LA Name: Leeds\nInitiatives\n" + "- a\n" * lines)
    assert lines < len(asked) < 2 * lines * INITIATIVES


@pytest.mark.parametrize(
    "line",
    [f"{'A. B. ' * 30}\n", f"{'speak to Ann Lee about ' * 250}\n", f"{'Ann, ' * 1_190}\n", f"{'[a](b' * 1_190}\n"],
    ids=["initials", "people", "commas", "links"],
)
def test_the_longest_text_that_is_read_is_understood_in_half_the_time_for_a_file(
    read_text: ReadText, line: str
) -> None:
    head = "LA Name: Leeds\n"
    began = time.process_time()
    form = read_text(head + line * ((CHARACTERS - len(head)) // len(line)))
    assert time.process_time() - began < SECONDS / 2
    assert form.authority is not None
