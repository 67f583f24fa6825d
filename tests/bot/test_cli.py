from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.bot.conftest import LIBRARY, Practice


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
    assert set(document) >= {"query", "understood", "corrections", "total", "results", "suggestions", "unnamed"}
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
    assert "questions.jsonl:2: text: missing" in ran.err


def test_a_batch_line_without_a_text_is_not_searched(library: Path, practice: Practice, tmp_path: Path) -> None:
    questions = tmp_path / "questions.jsonl"
    questions.write_text('{"id": "a", "text": null}\n')
    ran = practice("ask", "--batch", str(questions))
    assert (ran.status, ran.out) == (1, "")
    assert "questions.jsonl:1: text: must be a text in quotes" in ran.err


def test_a_line_separator_inside_a_text_ends_no_batch_line(library: Path, practice: Practice, tmp_path: Path) -> None:
    questions = tmp_path / "questions.jsonl"
    questions.write_text('{"id": "a", "text": "mentors\u2028please"}\r\n', encoding="utf-8", newline="")
    ran = practice("ask", "--batch", str(questions))
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == ["a"]


@pytest.mark.parametrize(("content", "said"), [(None, "No such file"), (b"\xff\xfe\x00", "is not UTF-8 text")])
def test_a_batch_that_cannot_be_read_says_so_in_words(
    library: Path, practice: Practice, tmp_path: Path, content: bytes | None, said: str
) -> None:
    questions = tmp_path / "questions.jsonl"
    if content is not None:
        questions.write_bytes(content)
    ran = practice("ask", "--batch", str(questions))
    assert ran.status == 1
    assert said in ran.err
    assert "Errno" not in ran.err
    assert "codec" not in ran.err


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


@pytest.mark.parametrize("arguments", [("ask", "mentors"), ("report",)])
def test_a_first_load_with_problems_answers_and_exits_with_1(
    library: Path, practice: Practice, arguments: tuple[str, ...]
) -> None:
    library.write_text(LIBRARY.replace("themes: [recruitment]", "themes: [recruitmnet]"))
    ran = practice(*arguments)
    assert ran.status == 1
    assert f"{library}:15: themes:" in ran.err
    assert ran.out
    assert practice(*arguments).status == 0


@pytest.mark.parametrize("arguments", [("ask", "mentors", "--json"), ("report", "--json")], ids=" ".join)
def test_the_problems_of_a_first_load_stand_in_the_json(
    library: Path, practice: Practice, arguments: tuple[str, ...]
) -> None:
    library.write_text(LIBRARY.replace("themes: [recruitment]", "themes: [recruitmnet]"))
    ran = practice(*arguments)
    assert ran.status == 1
    (problem,) = json.loads(ran.out)["problems"]
    assert (problem["line"], problem["field"]) == (15, "themes")


def test_problems_of_an_import_go_to_standard_error(library: Path, practice: Practice, tmp_path: Path) -> None:
    form = tmp_path / "form.txt"
    form.write_text("LA Name:\n\n- We started a mentoring scheme for young people at risk of exclusion.\n")
    ran = practice("import", str(form))
    assert f"{form}" in ran.err
    assert "authority" in ran.err
    assert "Problem" not in ran.out
    assert "Nothing was saved of this file." in ran.out


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("review", "practice import --list"),
        ("contacts", ""),
        ("people", ""),
        ("privacy", ""),
        ("mine", ""),
        ("share", "practice import FILE"),
        ("report", "practice report"),
        ("reload", "practice reload"),
    ],
)
def test_what_only_slack_has_says_so_and_searches_neither_as_text_nor_as_json(
    library: Path, practice: Practice, text: str, instead: str
) -> None:
    said = practice("ask", text).out
    assert said.startswith(f"/practice {text} is for Slack")
    assert f"Here, {instead} " in said if instead else "Here," not in said
    document = json.loads(practice("ask", text, "--json").out)
    assert (document["understood"]["intent"], document["results"]) == ("help", [])
    assert document["said"] == said.rstrip("\n")


def test_a_word_is_left_out_without_quotes(library: Path, practice: Practice) -> None:
    ran = practice("ask", "young", "people", "-police", "--json", "--limit", "1")
    assert ran.status == 0
    understood = json.loads(ran.out)["understood"]
    assert understood["excluded"] == ["police"]


def test_the_version_is_said_without_a_store(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRACTICE_DATABASE_URL", "nonsense")
    ran = practice("--version")
    assert (ran.status, ran.err) == (0, "")
    assert re.fullmatch(r"practice-finder \S+, Python 3\.\d+\.\S+\n", ran.out)


def test_the_version_of_what_was_never_installed_is_unknown(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.version.NAME", "never-installed")
    assert practice("--version").out.startswith("never-installed unknown, Python ")


def test_a_library_with_a_problem_fails_the_first_release_and_no_later_one(library: Path, practice: Practice) -> None:
    library.write_text(LIBRARY + "  - {id: broken}\n")
    first = practice("migrate")
    assert (first.status, "library.yaml:" in first.err) == (1, True)
    assert practice("migrate").status == 0
    assert len(practice("export", "--format", "json").json) == 2


def test_a_misspelt_option_of_ask_is_wrong_usage(library: Path, practice: Practice) -> None:
    ran = practice("ask", "mentors", "--limt", "3")
    assert ran.status == 2
    assert "--limt" in ran.err


def test_words_about_the_database_name_the_setting_that_was_set(
    library: Path, practice: Practice, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("PRACTICE_DATABASE_URL")
    for url in (f"sqlite:///{tmp_path}", "sqlite://", "postgresql://app@127.0.0.1:1/practice"):
        monkeypatch.setenv("DATABASE_URL", url)
        for command in (("ask", "mentors"), ("copy", "--to", f"sqlite:///{tmp_path / 'other.db'}")):
            ran = practice(*command)
            assert ran.status == 1
            assert " DATABASE_URL " in f" {ran.err}"
            assert "PRACTICE_DATABASE_URL" not in ran.err
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'practice.db'}")
    practice("migrate")
    ran = practice("copy", "--to", f"sqlite:///{tmp_path}")
    assert ran.err.startswith(f"--to names {tmp_path}, which is a folder.")
