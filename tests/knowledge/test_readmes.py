"""The READMEs of folders with many files tell what each of them holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import knowledge

FOLDER = Path(knowledge.__file__).parent


@pytest.mark.parametrize("name", ["search", "store"])
def test_the_table_of_files_names_each_of_them_and_no_other(name: str) -> None:
    folder = FOLDER / name
    table = re.search(r"(^\|.*\n)+", (folder / "README.md").read_text(), re.MULTILINE)
    assert table
    named = set(re.findall(r"`([a-z_]+)(?:\.py)?`", table[0]))
    files = {file.stem for file in folder.rglob("*.py") if "migrations" not in file.parts}
    assert named == files - {"__init__"}


def test_the_table_of_packages_names_each_of_them_with_its_files() -> None:
    folder = FOLDER / "importing" / "template"
    rows = re.findall(r"^\| `([a-z_/]+)` \|.*\| (.*) \|$", (folder / "README.md").read_text(), re.MULTILINE)
    held: dict[str, list[str]] = {}
    for file in sorted(folder.rglob("*.py")):
        package = folder.name if file.parent == folder else file.parent.relative_to(folder).as_posix()
        held.setdefault(package, []).extend([] if file.stem == "__init__" else [file.stem])
    assert {package: re.findall(r"`([a-z_]+)`", files) for package, files in rows} == held
