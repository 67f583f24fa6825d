"""The store's README tells what each of its files holds."""

from __future__ import annotations

import re
from pathlib import Path

import knowledge.store

FOLDER = Path(knowledge.store.__file__).parent


def test_the_table_of_files_names_each_of_them_and_no_other() -> None:
    rows = [row for row in (FOLDER / "README.md").read_text().splitlines() if row.startswith("| `")]
    named = {name for row in rows for name in re.findall(r"`([a-z_]+\.py)`", row)}
    assert named == {file.name for file in FOLDER.glob("*.py")} - {"__init__.py"}
