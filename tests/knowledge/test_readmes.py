"""The READMEs of folders with many files tell what each of them holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import knowledge

FOLDER = Path(knowledge.__file__).parent


@pytest.mark.parametrize("name", ["importing/template", "search", "store"])
def test_the_table_of_files_names_each_of_them_and_no_other(name: str) -> None:
    folder = FOLDER / name
    table = re.search(r"(^\|.*\n)+", (folder / "README.md").read_text(), re.MULTILINE)
    assert table
    named = set(re.findall(r"`([a-z_]+)(?:\.py)?`", table[0]))
    files = {file.stem for file in folder.rglob("*.py") if "migrations" not in file.parts}
    assert named == files - {"__init__"}
