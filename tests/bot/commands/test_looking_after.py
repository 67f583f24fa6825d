"""The terminal commands of whoever looks after the store: export, copy, undo, report, doctor."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.wiring.knowledge import Knowledge
from config.settings import read_settings
from knowledge.domain.days import day_words, uk_today
from knowledge.domain.member import Member, Role
from tests.bot.conftest import Practice

pytestmark = pytest.mark.usefixtures("own_store")


def test_an_export_to_standard_output_is_one_document(practice: Practice) -> None:
    done = practice("export")
    assert done.status == 0
    assert [entry["id"] for entry in yaml.safe_load(done.out)] == ["one", "two"]
    assert [entry["id"] for entry in practice("export", "--format", "json").json] == ["one", "two"]


def test_a_files_ending_says_how_it_is_written(practice: Practice, tmp_path: Path) -> None:
    done = practice("export", "--output", str(tmp_path / "all.csv"))
    assert (done.status, done.out) == (0, "")
    assert "2 initiatives written" in done.err
    assert (tmp_path / "all.csv").read_text().startswith('"id","authority"')


@pytest.mark.parametrize("name", ["practice.db", "practice.db-wal", "practice.db-reload", "link.yaml"])
def test_an_export_does_not_replace_the_database(practice: Practice, tmp_path: Path, name: str) -> None:
    practice("migrate")
    (tmp_path / "link.yaml").symlink_to("practice.db")
    done = practice("export", "--output", name)
    assert (done.status, done.out) == (1, "")
    assert done.err == f"{name} is the database itself, which an export would replace: name another.\n"
    assert len(practice("export", "--format", "json").json) == 2


def test_an_unknown_format_is_wrong_usage(practice: Practice) -> None:
    done = practice("export", "--format", "pdf")
    assert done.status == 2
    assert "yaml, csv, json, xlsx" in done.err


def test_an_exported_store_reloads_unchanged(practice: Practice, tmp_path: Path) -> None:
    practice("export", "--output", str(tmp_path / "all.yaml"))
    assert practice("reload", str(tmp_path / "all.yaml"), "--json").json["unchanged"] == 2


def test_an_empty_stores_export_reloads_to_an_empty_store(practice: Practice, tmp_path: Path) -> None:
    (tmp_path / "library.yaml").write_text("[]\n")
    assert practice("reload").status == 0
    exported = tmp_path / "all.yaml"
    assert practice("export", "--output", str(exported)).status == 0
    assert practice("reload", str(exported)).status == 0
    assert practice("export", "--format", "json").json == []


def test_the_store_is_copied_and_a_second_copy_is_refused(practice: Practice, tmp_path: Path) -> None:
    practice("reload")
    url = f"sqlite:///{tmp_path / 'other.db'}"
    assert practice("copy", "--to", url, "--json").json["rows"]["initiative"] == 2
    again = practice("copy", "--to", url)
    assert (again.status, again.out) == (1, "")
    assert "already holds a store" in again.err


def test_a_copy_says_where_the_key_is_that_stays_behind(practice: Practice, tmp_path: Path) -> None:
    practice("reload")
    assert "PRACTICE_SECRET_KEYS" not in practice("copy", "--to", f"sqlite:///{tmp_path / 'first.db'}").out
    practice("import", "--list")
    done = practice("copy", "--to", f"sqlite:///{tmp_path / 'second.db'}")
    assert f"set PRACTICE_SECRET_KEYS to what {tmp_path / 'practice.key'} holds" in done.out


def test_copying_from_a_database_that_is_not_there_is_refused_and_makes_none(
    practice: Practice, tmp_path: Path
) -> None:
    done = practice("copy", "--to", f"sqlite:///{tmp_path / 'other.db'}")
    assert (done.status, "does not exist" in done.err) == (1, True)
    assert not list(tmp_path.glob("*.db"))


def test_copying_to_something_that_is_no_database_names_the_option(practice: Practice) -> None:
    done = practice("copy", "--to", "mysql://host/name")
    assert done.status == 1
    assert done.err.startswith("--to names a mysql database")
    assert practice("copy").status == 2


def test_the_report_is_printed_and_given_as_json(practice: Practice) -> None:
    assert practice("report").out.startswith("2 initiatives of 1 authority or body.")
    assert practice("report", "--json").json["themes"]["youth-justice"] == 2


def test_the_picture_is_written_and_said_in_words(practice: Practice, tmp_path: Path) -> None:
    file = tmp_path / "coverage.png"
    done = practice("report", "--picture", str(file))
    assert done.status == 0
    assert file.read_bytes().startswith(b"\x89PNG")
    assert "By region: London 2." in done.out.splitlines()[-1]
    assert [each.name for each in tmp_path.glob(".coverage*")] == []
    held = practice("report", "--picture", str(file), "--json").json
    assert held["picture"] == {"file": str(file), "alt": done.out.splitlines()[-1]}
    assert held["problems"] == []
    assert "picture" not in practice("report", "--json").json


def test_a_picture_that_cannot_be_written_is_a_problem_and_the_report_is_given_all_the_same(
    practice: Practice, tmp_path: Path
) -> None:
    nowhere = str(tmp_path / "missing" / "a.png")
    done = practice("report", "--picture", nowhere)
    assert done.status == 1
    assert done.out.startswith("2 initiatives")
    assert f"{nowhere}: cannot be written: No such file or directory" in done.err
    held = practice("report", "--picture", nowhere, "--json")
    assert (held.status, held.json["picture"]) == (1, None)
    assert "cannot be written" in held.json["problems"][0]["message"]
    assert held.err.strip() == held.json["problems"][0]["message"]


def test_a_picture_is_a_png(practice: Practice) -> None:
    done = practice("report", "--picture", "coverage.jpg")
    assert (done.status, done.out) == (2, "")
    assert "ends in .png" in done.err


def test_what_was_sent_to_the_admins_is_listed_and_settled(practice: Practice, tmp_path: Path) -> None:
    assert "Sent to you: 0." in practice("report").out
    knowledge = Knowledge(read_settings())
    sender = Member(key="T1:U1")
    knowledge.unanswered.send(sender, id="0123456789abcdef", text="Who helps?\x1b[31m", note="Asked.", signed=True)
    knowledge.unanswered.send(sender, id="fedcba9876543210", text="Who else?")
    knowledge.close()
    said = practice("report").out
    assert "by T1:U1:\n    Who helps?[31m\n    Asked." in said.replace("? [", "?[")
    assert "without a name:\n    Who else?" in said
    assert "\x1b" not in said
    done = practice("report", "--dealt-with", "0123456789abcdef")
    assert (done.status, done.out) == (0, "0123456789abcdef is dealt with.\n")
    again = practice("report", "--dealt-with", "0123456789abcdef")
    assert (again.status, again.out) == (1, "")
    assert f"Dealt with by the terminal on {day_words(uk_today())}." in again.err
    assert [one["text"] for one in practice("report", "--json").json["sent_to_admins"]] == ["Who else?"]
    mistyped = practice("report", "--dealt-with", "fedcba987654321")
    assert (mistyped.status, mistyped.out) == (1, "")
    assert "There is no question with the id fedcba987654321. practice report lists" in mistyped.err
    assert practice("report", "--dealt-with", "fedcba9876543210", "--picture", "a.png").status == 2


def test_settling_what_was_sent_to_the_admins_gives_one_json_document(practice: Practice) -> None:
    knowledge = Knowledge(read_settings())
    knowledge.make_ready()
    knowledge.unanswered.send(Member(key="T1:U1"), id="one", text="Who helps?", signed=True)
    knowledge.unanswered.answer(Member(frozenset({Role.ADMIN}), key="T1:U6"), "one", "Ask Hackney.")
    knowledge.unanswered.send(Member(key="T1:U1"), id="two", text="Who else?")
    knowledge.close()
    today = uk_today().isoformat()
    done = practice("report", "--dealt-with", "two", "--json")
    by_terminal = {"id": "two", "day": today, "by": "terminal", "answered": False}
    assert (done.status, done.err, done.json) == (0, "", {"dealt_with": by_terminal, "problems": []})
    again = practice("report", "--dealt-with", "one", "--json")
    assert again.status == 1
    assert again.json["dealt_with"] == {"id": "one", "day": today, "by": "T1:U6", "answered": True}
    assert "Answered by Slack member T1:U6 on" in again.json["problems"][0]["message"]
    none = practice("report", "--dealt-with", "three", "--json")
    assert (none.status, none.json["dealt_with"], none.json["problems"][0]["id"]) == (1, None, "three")
    for done in (again, none):
        assert done.err.strip() == done.json["problems"][0]["message"]


@pytest.mark.parametrize("options", [("--picture", "missing/a.png"), ("--dealt-with", "three")])
def test_each_problem_of_a_report_has_the_fields_of_any_other_and_the_librarys_come_first(
    practice: Practice, tmp_path: Path, options: tuple[str, str]
) -> None:
    library = tmp_path / "library.yaml"
    library.write_text(library.read_text() + "- {id: three}\n")
    done = practice("report", *options, "--json")
    of_library, *_, of_report = done.json["problems"]
    assert (done.status, of_library["file"]) == (1, str(library))
    assert set(of_report) == set(of_library)
    assert done.err.splitlines()[-1] == of_report["message"]


def test_who_dealt_with_a_question_and_erased_that_since_is_no_slack_member_any_more(practice: Practice) -> None:
    knowledge = Knowledge(read_settings())
    knowledge.make_ready()
    admin = Member(frozenset({Role.ADMIN}), key="T1:U6")
    knowledge.unanswered.send(Member(key="T1:U1"), id="one", text="Who helps?")
    knowledge.unanswered.settle(admin, "one")
    knowledge.privacy.erase(admin)
    knowledge.close()
    again = practice("report", "--dealt-with", "one")
    assert again.status == 1
    assert "Dealt with by somebody who erased their name on" in again.err


def test_a_picture_that_cannot_be_drawn_is_not_taken_for_a_file_that_cannot_be_written(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_font(*_: object) -> bytes:
        raise OSError("cannot open resource")

    monkeypatch.setattr("bot.views.admin.picture.draw", no_font)
    done = practice("report", "--picture", "coverage.png")
    assert done.status == 1
    assert done.out.startswith("2 initiatives")
    assert done.err == "The picture could not be drawn: cannot open resource. coverage.png was not written.\n"


def test_the_doctor_is_content_with_a_terminal_installation(practice: Practice) -> None:
    practice("reload")
    done = practice("doctor")
    assert done.status == 0
    assert "2 initiatives published" in done.out
    assert practice("doctor", "--json").json["problems"] == 0


def test_the_doctor_fails_with_a_problem(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "none")
    done = practice("doctor")
    assert done.status == 1
    assert "PORT is malformed" in done.out


def test_check_names_what_is_wrong_with_the_lists(
    practice: Practice, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "lists"
    folder.mkdir()
    (folder / "themes.yaml").write_text("- {slug: Bad Slug, name: Bad}\n")
    monkeypatch.setenv("PRACTICE_LISTS", str(folder))
    done = practice("check")
    assert done.status == 1
    assert f"{folder / 'themes.yaml'}:1: slug:" in done.out
    assert "Without them no library can be read" in done.err
