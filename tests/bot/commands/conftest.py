"""A store and a library of a test's own, as the commands of whoever looks after them need."""

from __future__ import annotations

from pathlib import Path

import pytest

ENTRY = """\
- {id: %s, authority: Hackney, title: %s, summary: S, categories: [partners], themes: [youth-justice],
   source: {title: A page}}
"""


@pytest.fixture
def own_store(short_lists: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store and a library of this test's own."""
    library = tmp_path / "library.yaml"
    library.write_text(ENTRY % ("one", "First") + ENTRY % ("two", "Second"))
    monkeypatch.setenv("PRACTICE_DATABASE_URL", f"sqlite:///{tmp_path / 'practice.db'}")
    monkeypatch.setenv("PRACTICE_LIBRARY", str(library))
    monkeypatch.setenv("PRACTICE_LISTS", str(short_lists))
    (tmp_path / ".env").touch()  # that of whoever runs the tests is not read
    monkeypatch.chdir(tmp_path)
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"):
        monkeypatch.delenv(name, raising=False)
