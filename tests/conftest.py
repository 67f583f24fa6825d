"""What every test may use."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.databases"]

# How fast examples come says more of what else the machine does than of the code.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

# Tests that a shell runs in the background begin with Ctrl-C ignored, and under nohup with the end of the terminal; so
# do the processes that they start.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.fixture(scope="session")
def short_lists(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for PRACTICE_LISTS with one synonym; the thousands that ship take a second to read and to index."""
    folder = tmp_path_factory.mktemp("lists")
    (folder / "synonyms.yaml").write_text("- {same: [anti-racism, anti-racist], weight: 0.95}\n")
    return folder
