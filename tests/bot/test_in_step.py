"""Manifest, listeners, help and README say the same."""

from __future__ import annotations

import re

import pytest
import yaml
from slack_bolt import BoltRequest

from bot.names import COMMAND, Subcommand
from bot.views.answers.help import WORKING, help_message
from config.settings import CHECKOUT, CONFIG_FOLDER
from knowledge.domain.retention import TABLE

MANIFEST = yaml.safe_load((CONFIG_FOLDER / "manifest.yaml").read_text())
SCOPES = yaml.safe_load((CONFIG_FOLDER / "scopes.yaml").read_text())
README = (CHECKOUT / "README.md").read_text()


def test_the_manifest_has_our_one_command() -> None:
    assert [command["command"] for command in MANIFEST["features"]["slash_commands"]] == [COMMAND]


def test_every_scope_asked_for_has_its_reason_and_no_other_has() -> None:
    assert set(MANIFEST["oauth_config"]["scopes"]["bot"]) == set(SCOPES)
    assert all(reason.startswith("So that ") for reason in SCOPES.values())


@pytest.mark.parametrize("subcommand", list(WORKING))
def test_help_readme_and_manifest_name_every_command_that_works(subcommand: Subcommand) -> None:
    assert f"{COMMAND} {subcommand}" in help_message().said
    assert f"`{COMMAND} {subcommand}`" in README


def test_the_hint_names_only_commands_that_work() -> None:
    hint = MANIFEST["features"]["slash_commands"][0]["usage_hint"].strip("[]")
    assert {Subcommand.of(part) for part in hint.split("|")} - {None} <= set(WORKING)


def test_every_terminal_command_stands_in_the_readme() -> None:
    from bot.cli import app

    commands = app.registered_commands
    names = {command.name or (command.callback.__name__ if command.callback else "") for command in commands}
    assert names
    assert not [name for name in names if f"practice {name}" not in README]


def test_the_readme_has_the_table_of_what_is_kept_as_the_worker_goes_by_it() -> None:
    rows = [row for row in (CHECKOUT / "bot" / "README.md").read_text().splitlines() if row.startswith("| ")]
    wanted = [f"| {kept.what} | {kept.why} | {kept.how_long} |" for kept in TABLE]
    assert wanted == [row for row in rows if row != "| what | why | how long |"]


def test_a_request_is_built_without_bolts_form_trap() -> None:
    assert BoltRequest(body="command=%2Fpractice&text=payload").body == {}


def test_the_bots_readme_names_all_that_lies_in_it_and_nothing_else() -> None:
    folder = CHECKOUT / "bot"
    section = (folder / "README.md").read_text().split("## What lies where")[1].split("##")[0]
    inside = {each.name for each in folder.iterdir() if each.suffix == ".py" or (each / "__init__.py").exists()}
    named = set(re.findall(r"`([a-z_]+(?:/|\.py))`", section))
    assert {name.rstrip("/") for name in named} >= inside - {"__init__.py"}
    assert not [name for name in named if not list(folder.rglob(name.rstrip("/")))]


def test_the_terminals_help_names_the_port_that_is_tried_first(capsys: pytest.CaptureFixture[str]) -> None:
    from bot.cli import app

    with pytest.raises(SystemExit):
        app(["sandbox", "--help"])
    said = capsys.readouterr().out
    assert "The first port to try (8080)." in said
    assert "default: 0" not in said


def test_the_terminals_list_of_commands_says_a_whole_sentence_of_each(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.cli import app

    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit):
        app(["--help"])
    listed = capsys.readouterr().out.split("Commands:")[1].strip().splitlines()
    assert len(listed) == len(app.registered_commands)
    assert [line for line in listed if not line.endswith(".") or line.endswith("...")] == []
