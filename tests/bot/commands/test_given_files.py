"""Files that commands are given and cannot take: told of one by one, in words, and the rest is done."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.bot.conftest import LIBRARY, Practice

FORM = """Sharing Practice template
Local authority: Leeds
Within your organisation
Lunch with the director
Once a month six members of staff have lunch with the director and say what they see.
"""
#: A name as an old Windows or Linux may have saved it.
ODD = os.fsdecode(b"Zo\xeb")


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody may read a file called "closed", not even root, for whom permissions mean nothing."""

    def guarded(open_: Any) -> Any:
        def opened(path: Any, *arguments: Any, **options: Any) -> Any:
            if str(path).rpartition("/")[2].startswith("closed"):
                raise PermissionError(13, "Permission denied", str(path))
            return open_(path, *arguments, **options)

        return opened

    monkeypatch.setattr(Path, "open", guarded(Path.open))
    monkeypatch.setattr("builtins.open", guarded(open))
    monkeypatch.setattr(os, "access", lambda path, *_: not str(path).rpartition("/")[2].startswith("closed"))


def test_a_library_file_whose_name_is_no_text_is_told_of_and_the_rest_applied(
    library: Path, practice: Practice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    library.rename(folder / "a.yaml")
    (folder / f"{ODD}.yaml").write_text(LIBRARY.replace("hackney-", "other-"))
    monkeypatch.setenv("PRACTICE_LIBRARY", str(folder))
    ran = practice("reload", "--json")
    assert (ran.status, ran.json["added"]) == (1, 2)
    [problem] = ran.json["problems"]
    assert problem["file"] == str(folder / "Zo\\xeb.yaml")
    assert "Rename it" in problem["message"]
    assert practice("check").out.startswith(f"{folder}/Zo\\xeb.yaml: ")
    assert practice("ask", "mentors").status == 0


def test_a_form_whose_name_is_no_text_is_read_and_saved(library: Path, practice: Practice, tmp_path: Path) -> None:
    forms = [tmp_path / "first.txt", tmp_path / f"{ODD}.txt"]
    for number, form in enumerate(forms):
        form.write_text(FORM.replace("six", f"{number + 6}"))
    ran = practice("import", *map(str, forms), "--json")
    assert [Path(one["file"]).name for one in ran.json] == ["first.txt", "Zo\\xeb.txt"]
    assert ran.status == 0
    assert "Zo\\xeb.txt" in practice("import", "--list").out


def test_a_form_that_may_not_be_read_has_an_object_of_its_own(
    library: Path, practice: Practice, tmp_path: Path, closed: None
) -> None:
    forms = [tmp_path / "closed.txt", tmp_path / "open.txt"]
    forms[0].touch()
    forms[1].write_text(FORM)
    ran = practice("import", *map(str, forms), "--json")
    assert ran.status == 1
    assert [one["authority"] and one["authority"]["name"] for one in ran.json] == [None, "Leeds"]


def test_a_library_file_that_may_not_be_read_is_told_of_and_the_rest_applied(
    library: Path, practice: Practice, tmp_path: Path, closed: None
) -> None:
    (tmp_path / "closed.yaml").touch()
    (tmp_path / "open.yaml").write_text(library.read_text().replace("id: hackney-", "id: more-"))
    ran = practice("reload", str(tmp_path / "closed.yaml"), "open.yaml")
    assert ran.status == 1
    assert f"{tmp_path / 'closed.yaml'}: cannot be read: Permission denied" in ran.err
    assert "2 added" in ran.out


def test_an_export_takes_the_place_of_a_file_that_may_not_be_read(
    library: Path, practice: Practice, tmp_path: Path, closed: None
) -> None:
    (tmp_path / "closed.json").touch()
    assert practice("export", "--output", str(tmp_path / "closed.json")).status == 0


def test_the_name_of_an_export_can_be_read_whatever_its_bytes(
    library: Path, practice: Practice, tmp_path: Path
) -> None:
    assert "Zo\\xeb.yaml" in practice("export", "--output", str(tmp_path / f"{ODD}.yaml")).err


def test_without_a_working_folder_relative_paths_are_refused_in_words(
    library: Path, practice: Practice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    practice("reload")
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    ran = practice("reload", "more.yaml")
    assert (ran.status, ran.err) == (1, "more.yaml: there is no such file or folder: check the path\n")
    ran = practice("export", "--output", "all.yaml")
    assert (ran.status, ran.err) == (
        1,
        "all.yaml: cannot be written: No such file or directory. Nothing was changed.\n",
    )
    monkeypatch.setenv("PRACTICE_DATABASE_URL", "sqlite:///practice.db")
    ran = practice("ask", "mentors", "--json")
    assert ran.status == 1
    assert (
        "names practice.db, which would lie in the working folder, and that is gone"
        in ran.json["problems"][0]["message"]
    )


@pytest.mark.parametrize("id", ["NaN", "[-Infinity]", "1e999", '"\\udcff"'])
def test_a_batch_id_that_json_cannot_give_back_is_refused(
    library: Path, practice: Practice, tmp_path: Path, id: str
) -> None:
    questions = tmp_path / "questions.jsonl"
    questions.write_text(f'{{"id": "a", "text": "mentors"}}\n{{"id": {id}, "text": "mentors"}}\n')
    ran = practice("ask", "--batch", str(questions))
    assert (ran.status, ran.out) == (1, "")
    assert "questions.jsonl:2: id: must be a text or a number" in ran.err


def test_a_batch_gives_ids_back_as_they_came(library: Path, practice: Practice, tmp_path: Path) -> None:
    ids = ["Siân 👋", 1.5, 10**30, None, {"nested": ["\u2028"]}]
    questions = tmp_path / "questions.jsonl"
    questions.write_text("".join(json.dumps({"id": id, "text": "bins"}) + "\n" for id in ids))
    assert [json.loads(line)["id"] for line in practice("ask", "--batch", str(questions)).out.split("\n")[:-1]] == ids
