"""Settings of a bot that is about to be served."""

from __future__ import annotations

from pathlib import Path

import pytest

from config.settings import Settings, read_settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return read_settings({"PRACTICE_DATABASE_URL": f"sqlite:///{tmp_path / 'practice.db'}", "PORT": "0"})
