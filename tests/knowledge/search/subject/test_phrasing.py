"""Which words of a question belong together: the wordings of the lists, also turned round."""

from __future__ import annotations

import pytest

from tests.knowledge.search.conftest import knowing


@pytest.mark.parametrize(
    ("text", "ideas"),
    [
        ("governor training", ["governor training"]),
        ("training for governors", ["training for governors"]),
        ("training of our governors on exclusions", ["training of our governors", "exclusions"]),
        ("training in sanctuary", ["training in sanctuary"]),
        ("footage on the bodycam", ["footage on the bodycam"]),
        ("footage from the bodycam", ["footage from the bodycam"]),
        ("training governors", ["training", "governors"]),
        ("training and governors", ["training", "governors"]),
        ("panels in interview", ["panels in interview"]),
        ("police for cops", ["police", "cops"]),
    ],
)
def test_a_wording_is_known_with_its_last_word_first_and_what_joins_them_between(text: str, ideas: list[str]) -> None:
    engine = knowing(("governor training", "sanctuary training", "bodycam footage", "interview panels"))
    assert [idea.label for idea in engine.understand(text).ideas] == ideas


@pytest.mark.parametrize(
    ("text", "ideas"),
    [
        ("governor. training", ["governor", "training"]),
        ("governor Hackney training", ["governor", "training"]),
        ("training for us governor", ["training", "governor"]),
        ("exclusions work on what", ["exclusions", "work"]),
        ("I work for Hackney, what have others done on exclusions", ["exclusions"]),
        ("I work in Leeds. What is there on hair", ["hair"]),
        ("anti-racist work in social care", ["antiracist", "work", "social care"]),
        ("work in social settings", ["work in social", "settings"]),
        ("exclusions, s.47 and 1:1s", ["exclusions", "s 47", "1 1s"]),
        ("governor.” Training", ["governor", "training"]),
    ],
)
def test_no_wording_goes_on_over_the_end_of_a_sentence_or_what_is_read_already(text: str, ideas: list[str]) -> None:
    lists = ("governor training", "what works", "social work", "social care", "exclusions", "hair", "s.47", "1:1s")
    engine = knowing(lists)
    assert [idea.label for idea in engine.understand(text).ideas] == ideas


def test_what_the_lists_know_by_itself_is_looked_for_by_itself() -> None:
    engine = knowing(("therapy exclusions", "staff room", "prayer rooms", "staff"))
    assert [idea.label for idea in engine.understand("therapy exclusions").ideas] == ["therapy exclusions"]
    assert [idea.label for idea in engine.understand("exclusions in therapy").ideas] == ["exclusions", "therapy"]
    assert [idea.label for idea in engine.understand("prayer rooms for staff").ideas] == ["prayer rooms", "staff"]
