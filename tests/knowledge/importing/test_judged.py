from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.errors import Refused
from knowledge.importing.judged import JudgedQuery, QueryType, read_judged

GOOD = """
- id: q1
  type: keyword
  text: youth justice
  relevant: {a: 3, b: 1}
- id: q2
  type: typo
  text: yuoth justise
  of: q1
  relevant: {a: 3}
- id: q3
  type: none
  text: bin bags
  relevant: {}
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "judged.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_judged_queries_are_read_in_order(tmp_path: Path) -> None:
    found = read_judged(written(tmp_path, GOOD))
    assert [one.id for one in found] == ["q1", "q2", "q3"]
    assert found[0] == JudgedQuery("q1", QueryType.KEYWORD, "youth justice", {"a": 3, "b": 1})
    assert found[1].of == "q1"
    assert dict(found[2].relevant) == {}


@pytest.mark.parametrize(
    ("text", "line", "field"),
    [
        ("- {id: q1, type: keyword, text: a, relevant: {x: 4}}", 1, "relevant"),
        ("- {id: q1, type: keyword, text: a, relevant: [x]}", 1, "relevant"),
        ("- {id: q1, type: nonsense, text: a, relevant: {x: 1}}", 1, "type"),
        ("- {type: keyword, text: a, relevant: {x: 1}}", 1, "id"),
        ("- {id: q1, type: none, text: a, relevant: {x: 1}}", 1, "relevant"),
        ("- {id: q1, type: keyword, text: a, relevant: {x: 1}}\n- {id: q1, type: none, text: b}", 2, "id"),
        ("- {id: q1, type: typo, text: a, of: q9, relevant: {x: 1}}", 1, "of"),
        ("- just words", 1, None),
        ("- {id: q1, type: keyword, relevant: {x: 1}}", 1, "text"),
        ("- {id: q1, type: keyword, text: a, relevant: {x: 1,\n  y: 2, x: 3}}", 2, "relevant"),
    ],
)
def test_each_problem_is_told_with_its_line_and_field(
    tmp_path: Path, text: str, line: int | None, field: str | None
) -> None:
    with pytest.raises(Refused) as refused:
        read_judged(written(tmp_path, text))
    assert (line, field) in [(problem.line, problem.field) for problem in refused.value.problems]


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_judged(written(tmp_path, "- {id: q1, type: x, text: a}\n- {id: q2, type: y, text: b}"))
    assert len(refused.value.problems) == 2


@pytest.mark.parametrize("text", ["", "words", "a: [unclosed"])
def test_a_file_without_judged_queries_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(Refused):
        read_judged(written(tmp_path, text))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        read_judged(tmp_path / "nowhere.yaml")


def test_an_id_used_twice_is_named_with_where_it_was_first(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_judged(written(tmp_path, "- {id: q1, type: none, text: a}\n- {id: q1, type: none, text: b}"))
    assert [problem.message for problem in refused.value.problems] == [
        "q1 is used twice, first on line 1: choose another id"
    ]


def test_a_question_may_be_empty_where_it_says_so(tmp_path: Path) -> None:
    assert read_judged(written(tmp_path, '- {id: q1, type: none, text: ""}'))[0].text == ""


def test_an_id_used_twice_is_told_also_where_the_query_is_wrong_in_another_way(tmp_path: Path) -> None:
    wrong = "- {id: q1, type: keyword, text: a, relevant: {x: 1}}\n- {id: q1, type: keyword, text: b, relevant: {x: 7}}"
    with pytest.raises(Refused) as refused:
        read_judged(written(tmp_path, wrong))
    assert {(problem.line, problem.field) for problem in refused.value.problems} == {(2, "relevant"), (2, "id")}


def test_a_query_that_is_wrong_is_not_said_to_be_missing(tmp_path: Path) -> None:
    wrong = (
        "- {id: q1, type: typo, text: a, of: q2, relevant: {x: 1}}\n- {id: q2, type: keyword, text: b, relevant: [x]}"
    )
    with pytest.raises(Refused) as refused:
        read_judged(written(tmp_path, wrong))
    assert [(problem.line, problem.field) for problem in refused.value.problems] == [(2, "relevant")]


def test_problems_come_in_the_order_of_their_lines(tmp_path: Path) -> None:
    text = "- {id: q1, type: typo, text: a, of: q9, relevant: {x: 1}}\n- {id: q2, type: none, text: b, relevant: [x]}"
    with pytest.raises(Refused) as refused:
        read_judged(written(tmp_path, text))
    assert [problem.line for problem in refused.value.problems] == [1, 2]


@pytest.mark.parametrize(
    "text",
    [
        "- {id: q1, type: keyword, text: a, relevant: &all {x: 1}}",
        "- {id: q1, type: keyword, text: a, relevant: {x: &all 1}}",
        "- &all {id: q1, type: keyword, text: a, relevant: {x: 1}}",
        "&all [{id: q1, type: keyword, text: a, relevant: {x: 1}}]",
    ],
)
def test_a_value_named_for_repeating_is_told_as_what_it_is(tmp_path: Path, text: str) -> None:
    with pytest.raises(Refused) as refused:
        read_judged(written(tmp_path, text))
    assert [problem.message[:27] for problem in refused.value.problems] == ["&all names a value for repe"]
