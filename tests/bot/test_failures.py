"""What a command prints and how it ends when it is used wrongly or ended by a signal."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from bot.cli import main
from bot.failures import wants_json
from config.settings import CHECKOUT

#: Runs `practice` with these arguments; its exit status and what it printed.
Practice: TypeAlias = Callable[..., tuple[int, str, str]]

JUDGED = "- {id: q1, text: mentors, type: keyword, relevant: {}}\n"


@pytest.fixture
def practice(
    short_lists: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Practice:
    monkeypatch.setenv("PRACTICE_LISTS", str(short_lists))
    monkeypatch.setenv("PRACTICE_DATABASE_URL", f"sqlite:///{tmp_path / 'practice.db'}")
    monkeypatch.chdir(tmp_path)
    Path("judged.yaml").write_text(JUDGED)

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["practice", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        return int(left.value.code or 0), *capfd.readouterr()

    return run


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize(
    "command",
    [
        "ask mentors",
        "reload",
        "reload --undo",
        "import a.txt",
        "import --list",
        "evaluate judged.yaml",
        "report",
        "doctor",
        "copy --to sqlite:///other.db",
    ],
)
def test_a_command_ended_by_a_signal_prints_its_one_json_document(
    practice: Practice, monkeypatch: pytest.MonkeyPatch, command: str, number: signal.Signals, status: int
) -> None:
    monkeypatch.setattr("config.settings._Reader.settings", lambda _: signal.raise_signal(number))
    ended, out, err = practice(*command.split(), "--json")
    assert (ended, err) == (status, "Interrupted: what was not finished is not saved.\n")
    document = json.loads(out)
    (problem,) = (document[0] if isinstance(document, list) else document)["problems"]
    assert problem["message"] == "Interrupted: what was not finished is not saved."
    assert command != "reload" or document["applied"] is False
    assert practice(*command.split())[1] == ""


def test_signals_are_as_before_once_a_command_is_done(practice: Practice) -> None:
    before = signal.getsignal(signal.SIGTERM)
    practice("check", "judged.yaml")
    assert signal.getsignal(signal.SIGTERM) is before


@pytest.mark.parametrize(
    "usage",
    [
        "ask",
        "ask mentors --limit 0",
        "ask mentors --lmit 3",
        "reload --undo judged.yaml",
        "reload --srict",
        "import",
        "evaluate",
        "report --picture coverage.jpg",
        "copy",
        "doctor twice",
        "export",
        "aks mentors",
        "",
    ],
)
def test_wrong_usage_is_a_json_document_too(practice: Practice, usage: str) -> None:
    status, out, err = practice(*usage.split(), "--json")
    (problem,) = json.loads(out)["problems"]
    assert (status, problem["file"]) == (2, "terminal")
    assert problem["message"] in err


@pytest.mark.parametrize("usage", ["ask --limit 3", "ask mentors --limit 0 -- --json", "ask --batch"])
def test_wrong_usage_without_json_prints_nothing_to_standard_output(practice: Practice, usage: str) -> None:
    status, out, err = practice(*usage.split())
    assert (status, out) == (2, "")
    assert "Error: " in err


def test_lines_of_a_batch_are_no_place_for_a_document() -> None:
    assert not wants_json(["ask", "--batch", "questions.jsonl", "--json"])
    assert not wants_json(["ask", "--batch=questions.jsonl", "--json"])
    assert wants_json(["ask", "mentors", "--json"])


def test_judged_initiatives_that_the_store_does_not_hold_are_named(practice: Practice, tmp_path: Path) -> None:
    held = "{id: held, authority: Hackney, title: T, summary: mentors, categories: [partners], themes: [youth-justice]"
    Path("library.yaml").write_text(f"- {held}, source: {{title: A page}}}}\n")
    Path("twice.yaml").write_text(
        JUDGED.replace("{}", "{held: 3}")
        + "- {id: q2, text: mentors, type: keyword, relevant: {held: 3, lost: 2, o: 1}}"
    )
    practice("reload", "library.yaml")
    said = "the store has no lost and no o: counted as not found"
    status, out, err = practice("evaluate", "twice.yaml")
    assert (status, err) == (0, f"twice.yaml:2: relevant: {said}\n")
    assert out.startswith(" " * 10)
    status, out, _ = practice("evaluate", "twice.yaml", "--json")
    document = json.loads(out)
    assert (status, [one["message"] for one in document["notes"]], document["problems"]) == (0, [said], [])
    assert document["overall"]["queries"] == 2


@pytest.mark.usefixtures("practice")
@pytest.mark.parametrize(
    ("command", "status", "out", "err"),
    [
        ("check nowhere.yaml >&-", 1, "", "problem.\nThe output cannot be written: Bad file descriptor.\n"),
        ("check judged.yaml 2>&-", 1, "judged.yaml:1: ", ""),
        ("import nowhere.txt --json 2>&- | head -c 2", 0, "[\n", ""),
    ],
)
def test_an_output_that_is_closed_is_no_traceback(command: str, status: int, out: str, err: str) -> None:
    ran = subprocess.run(
        f"{sys.executable} -m bot.cli {command}",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
    )
    assert (ran.returncode, ran.stderr[-len(err) :] if err else ran.stderr) == (status, err)
    assert ran.stdout.startswith(out)
    assert "Traceback" not in ran.stderr
