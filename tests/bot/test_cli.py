from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from bot.cli import main

LIBRARY = """
authority: Hackney
contacts: [{name: Ada Example, role: Head of Practice}]
source: {title: A made-up page, url: https://example.org/page, read: 2026-11-23}
initiatives:
  - id: hackney-mentors
    title: Mentors for young people
    summary: Young people on the edge of court are mentored by adults who share their background.
    categories: [children-and-families]
    themes: [youth-justice]
  - id: hackney-panels
    title: Diverse interview panels
    summary: Every interview panel has at least one Black member of staff.
    categories: [within-organisation]
    themes: [recruitment]
"""


@pytest.fixture
def library(short_lists: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of two initiatives, set as the configured one, with an empty store beside it."""
    path = tmp_path / "library.yaml"
    path.write_text(LIBRARY)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PRACTICE_LIBRARY", str(path))
    monkeypatch.setenv("PRACTICE_LISTS", str(short_lists))
    monkeypatch.setenv("PRACTICE_DATABASE_URL", f"sqlite:///{tmp_path / 'store' / 'practice.db'}")
    return path


class Ran:
    """What a command printed and its exit status."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err


#: Runs `practice` with these arguments.
Practice: TypeAlias = Callable[..., Ran]


@pytest.fixture
def practice(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Practice:
    def run(*arguments: str) -> Ran:
        monkeypatch.setattr("sys.argv", ["practice", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        out, err = capfd.readouterr()
        return Ran(int(left.value.code or 0), out, err)

    return run


def test_first_use_loads_the_library_and_answers(library: Path, practice: Practice) -> None:
    ran = practice("ask", "mentors", "for", "young", "people")
    assert ran.status == 0
    assert "Mentors for young people" in ran.out
    assert "Ada Example (Head of Practice)" in ran.out
    assert ran.err == ""


def test_nothing_found_is_a_done_command(library: Path, practice: Practice) -> None:
    ran = practice("ask", "bin collection")
    assert ran.status == 0
    assert ran.out.startswith("Nothing in the store answers")


def test_json_is_one_document_of_the_fixed_shape(library: Path, practice: Practice) -> None:
    ran = practice("ask", "mentors", "--json")
    document = json.loads(ran.out)
    assert set(document) >= {"query", "understood", "corrections", "total", "results", "suggestions"}
    first = document["results"][0]
    assert first["id"] == "hackney-mentors"
    assert first["contacts"][0]["name"] == "Ada Example"
    assert 0 <= first["score"] <= 1


@pytest.mark.parametrize(("text", "intent"), [("help", "help"), ("browse", "browse")])
def test_json_tells_help_and_browse_by_their_intent(library: Path, practice: Practice, text: str, intent: str) -> None:
    document = json.loads(practice("ask", text, "--json").out)
    assert document["understood"]["intent"] == intent
    assert document["results"] == []


def test_a_batch_answers_line_by_line(library: Path, practice: Practice, tmp_path: Path) -> None:
    questions = tmp_path / "questions.jsonl"
    questions.write_text('{"id": "a", "text": "mentors"}\n\n{"id": 7, "text": "bin collection"}\n')
    lines = [json.loads(line) for line in practice("ask", "--batch", str(questions)).out.splitlines()]
    assert [line["id"] for line in lines] == ["a", 7]
    assert lines[0]["results"][0] == "hackney-mentors"
    assert lines[1] == {"id": 7, "total": 0, "results": []}


def test_a_broken_batch_line_is_named(library: Path, practice: Practice, tmp_path: Path) -> None:
    questions = tmp_path / "questions.jsonl"
    questions.write_text('{"id": "a", "text": "mentors"}\n{"id": "b"}\n')
    ran = practice("ask", "--batch", str(questions))
    assert ran.status == 1
    assert "questions.jsonl:2: expected one JSON object" in ran.err


@pytest.mark.parametrize(
    "arguments", [("ask",), ("ask", "x", "--limit", "0"), ("no-such-command",), ("import",), ("reload", "--sideways")]
)
def test_wrong_usage_exits_with_2(library: Path, practice: Practice, arguments: tuple[str, ...]) -> None:
    ran = practice(*arguments)
    assert ran.status == 2
    assert "Traceback" not in ran.err


def test_a_problem_in_the_library_is_printed_with_file_and_line_and_the_rest_loads(
    library: Path, practice: Practice
) -> None:
    library.write_text(LIBRARY.replace("themes: [recruitment]", "themes: [recruitmnet]"))
    ran = practice("reload")
    assert ran.status == 1
    assert f"{library}:15: themes:" in ran.err
    assert "recruitment" in ran.err
    assert "1 added" in ran.out


def test_strict_applies_nothing_when_there_is_a_problem(library: Path, practice: Practice) -> None:
    practice("reload")
    library.write_text(LIBRARY.replace("Mentors for", "Guides for").replace("themes: [recruitment]", "themes: []"))
    document = json.loads(practice("reload", "--strict", "--json").out)
    assert document["problems"]
    assert document["applied"] is False
    assert "Mentors for young people" in practice("ask", "young people").out


def test_a_dry_run_changes_nothing(library: Path, practice: Practice) -> None:
    practice("reload")
    library.write_text(LIBRARY.replace("Mentors for", "Guides for"))
    ran = practice("reload", "--dry-run")
    assert "1 changed: hackney-mentors" in ran.out
    assert "nothing was changed" in ran.out
    assert "Mentors for young people" in practice("ask", "young people").out


def test_check_prints_each_problem_and_writes_nothing(library: Path, practice: Practice, tmp_path: Path) -> None:
    library.write_text(LIBRARY.replace("authority: Hackney", "authority: Hackny"))
    ran = practice("check")
    assert ran.status == 1
    assert f"{library}:2: authority:" in ran.out
    assert "Hackney" in ran.out
    assert not (tmp_path / "store").exists()


def test_a_malformed_setting_stops_every_command(
    library: Path, practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORT", "many")
    ran = practice("ask", "mentors")
    assert ran.status == 1
    assert ran.err.startswith("PORT is malformed")
    assert ran.out == ""


def test_evaluate_prints_figures(library: Path, practice: Practice, tmp_path: Path) -> None:
    judged = tmp_path / "judged.yaml"
    judged.write_text("- {id: q1, type: keyword, text: mentors, relevant: {hackney-mentors: 3}}\n")
    ran = practice("evaluate", str(judged))
    assert ran.status == 0
    assert "keyword" in ran.out
    document = json.loads(practice("evaluate", str(judged), "--json").out)
    assert document["overall"]["ndcg10"] == 1.0


def test_a_template_without_an_authority_is_refused_and_nothing_saved(
    library: Path, practice: Practice, tmp_path: Path
) -> None:
    form = tmp_path / "form.txt"
    form.write_text("LA Name:\n\n- We started a mentoring scheme for young people at risk of exclusion.\n")
    ran = practice("import", str(form), "--json")
    assert ran.status == 1
    (read,) = json.loads(ran.out)
    assert read["authority"] is None
    assert any(problem["field"] == "authority" for problem in read["problems"])
    assert "Nothing waits" in practice("import", "--list").out


def test_a_template_is_saved_once_however_often_it_is_sent(library: Path, practice: Practice, tmp_path: Path) -> None:
    form = tmp_path / "form.txt"
    form.write_text("LA Name: Hackney\n\n- We started a mentoring scheme for young people at risk of exclusion.\n")
    assert practice("import", str(form)).status == 0
    again = practice("import", str(form))
    assert "sent before" in again.out
    assert len(practice("import", "--list").out.splitlines()) == 1
