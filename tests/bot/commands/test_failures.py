"""What a command prints and how it ends when it is used wrongly or ended by a signal."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from bot.commands.failures import wants_json
from config.settings import CHECKOUT
from tests.bot.conftest import LIBRARY, Practice

JUDGED = "- {id: q1, text: mentors, type: keyword, relevant: {}}\n"


#: What ends a command, and the status that it then has.
SIGNALS = [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]


@pytest.fixture(autouse=True)
def judged(library: Path) -> None:
    """Beside the library a file of judged queries."""
    library.with_name("judged.yaml").write_text(JUDGED)


@pytest.mark.parametrize(("number", "status"), SIGNALS)
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
    ran = practice(*command.split(), "--json")
    assert (ran.status, ran.err) == (status, "Interrupted: what was not finished is not saved.\n")
    document = ran.json
    (problem,) = (document[0] if isinstance(document, list) else document)["problems"]
    assert problem["message"] == "Interrupted: what was not finished is not saved."
    assert command != "reload" or document["applied"] is False
    # The doctor says each thing as it finds it, and first of all which version it looks at.
    said = [line for line in practice(*command.split()).out.splitlines() if " version: " not in line]
    assert said == []


@pytest.mark.parametrize(("number", "status"), SIGNALS)
@pytest.mark.parametrize("place", ["typer.core.TyperGroup.parse_args", "typer.main.get_command"])
def test_a_signal_that_comes_before_a_command_is_chosen_ends_it_likewise(
    practice: Practice, monkeypatch: pytest.MonkeyPatch, place: str, number: signal.Signals, status: int
) -> None:
    monkeypatch.setattr(place, lambda *_: signal.raise_signal(number))
    ran = practice("report", "--json")
    assert (ran.status, ran.err) == (status, "Interrupted: what was not finished is not saved.\n")
    assert [problem["file"] for problem in ran.json["problems"]] == ["terminal"]


def test_ctrl_c_while_the_commands_are_imported_is_no_traceback() -> None:
    program = """
import signal, sys
class Hurried:
    def find_spec(self, name, *_):
        if name == "bot.commands":
            signal.raise_signal(signal.SIGINT)
sys.meta_path.insert(0, Hurried())
from bot.starting import main
main()
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=CHECKOUT)
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", "Interrupted: nothing was done.\n")


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
    ran = practice(*usage.split(), "--json")
    (problem,) = ran.json["problems"]
    assert (ran.status, problem["file"]) == (2, "terminal")
    assert problem["message"] in ran.err


@pytest.mark.parametrize(
    "usage",
    [
        "ask",
        "ask x --limit 0",
        "ask --limit 3",
        "ask mentors --limit 0 -- --json",
        "ask --batch",
        "no-such-command",
        "import",
        "reload --sideways",
    ],
)
def test_wrong_usage_without_json_prints_nothing_to_standard_output(practice: Practice, usage: str) -> None:
    ran = practice(*usage.split())
    assert (ran.status, ran.out) == (2, "")
    assert "Error: " in ran.err
    assert "Traceback" not in ran.err


def test_lines_of_a_batch_are_no_place_for_a_document() -> None:
    assert not wants_json(["ask", "--batch", "questions.jsonl", "--json"])
    assert not wants_json(["ask", "--batch=questions.jsonl", "--json"])
    assert wants_json(["ask", "mentors", "--json"])


def test_judged_initiatives_that_the_store_does_not_hold_are_named(practice: Practice) -> None:
    Path("twice.yaml").write_text(
        JUDGED.replace("{}", "{hackney-mentors: 3}")
        + "- {id: q2, text: mentors, type: keyword, relevant: {hackney-mentors: 3, lost: 2, o: 1}}"
    )
    said = "the store has no lost and no o: counted as not found"
    ran = practice("evaluate", "twice.yaml")
    assert (ran.status, ran.err) == (0, f"twice.yaml:2: relevant: {said}\n")
    assert ran.out.startswith(" " * 10)
    document = practice("evaluate", "twice.yaml", "--json").json
    assert ([one["message"] for one in document["notes"]], document["problems"]) == ([said], [])
    assert document["overall"]["queries"] == 2


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


JSON_COMMANDS = [
    ("ask", "mentors", "--json"),
    ("report", "--json"),
    ("reload", "--json"),
    ("reload", "--undo", "--json"),
    ("import", "--list", "--json"),
    ("copy", "--to", "sqlite:///other.db", "--json"),
]


@pytest.mark.parametrize("arguments", JSON_COMMANDS, ids=" ".join)
@pytest.mark.parametrize(
    ("setting", "value", "blamed"),
    [("PORT", "abc", "settings"), ("PRACTICE_DATABASE_URL", "sqlite:////proc/x/y.db", "store")],
)
def test_what_a_command_fails_with_stands_in_its_one_json_document(
    library: Path,
    practice: Practice,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    setting: str,
    value: str,
    blamed: str,
) -> None:
    monkeypatch.setenv(setting, value)
    ran = practice(*arguments)
    assert ran.status == 1
    (problem,) = json.loads(ran.out)["problems"]
    assert problem["file"] == blamed
    assert problem["message"] in ran.err


def test_a_reload_that_cannot_be_done_keeps_the_shape_of_its_document(
    library: Path, practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRACTICE_DATABASE_URL", "sqlite:////proc/x/y.db")
    document = json.loads(practice("reload", "--json").out)
    assert (document["added"], document["applied"]) == (0, False)


def test_an_import_that_cannot_be_done_gives_one_object_for_each_file(
    library: Path, practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRACTICE_DATABASE_URL", "sqlite:////proc/x/y.db")
    ran = practice("import", "b.txt", "a.txt", "--json")
    assert ran.status == 1
    document = json.loads(ran.out)
    assert [(one["file"], one["problems"][0]["place"]) for one in document] == [("b.txt", "store"), ("a.txt", "store")]


def test_judged_queries_that_cannot_be_used_are_a_json_document_too(library: Path, practice: Practice) -> None:
    ran = practice("evaluate", "missing.yaml", "--json")
    assert ran.status == 1
    assert json.loads(ran.out)["problems"][0]["file"] == "missing.yaml"


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("ask mentors > /dev/full", "The output cannot be written: No space left on device.\n"),
        ("export --format xlsx > /dev/full", "The output cannot be written: No space left on device.\n"),
        ("export --format xlsx | head -c 4 > /dev/null", ""),
        ("export --format xlsx | true", ""),
    ],
)
def test_output_that_cannot_be_written_is_no_traceback(library: Path, command: str, said: str) -> None:
    ran = subprocess.run(
        f"set -o pipefail; {sys.executable} -m bot.cli {command}",
        shell=True,
        executable="/bin/bash",
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
    )
    assert ran.stderr == said
    if said:
        assert ran.returncode == 1


def test_an_interrupted_reload_leaves_the_store_as_it_was(
    library: Path, practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    practice("migrate")
    library.write_text(LIBRARY.replace("hackney-panels", "hackney-boards"))

    def interrupted(connection: Connection, *_: object) -> None:
        connection.execute(text("DELETE FROM initiative"))
        signal.raise_signal(signal.SIGINT)

    with monkeypatch.context() as while_saving:
        while_saving.setattr("knowledge.store.reloading.carry_out", interrupted)
        ran = practice("reload")
    assert (ran.status, ran.out) == (130, "")
    assert ran.err == "Interrupted: what was not finished is not saved.\n"
    assert "hackney-panels" in practice("export").out
    ran = practice("reload")
    assert (ran.status, "1 added: hackney-boards" in ran.out) == (0, True)
