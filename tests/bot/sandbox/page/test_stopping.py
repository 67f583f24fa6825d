"""The sandbox ends when it is told to, and clears its throw-away store away."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import urllib.request
from pathlib import Path

import pytest

from bot.sandbox.browser import NOT_PASSED_ON


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_sandbox_ends_quietly_and_leaves_nothing_behind(tmp_path: Path, number: signal.Signals) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(NOT_PASSED_ON)}
    kept |= {"PRACTICE_DATABASE_URL": f"sqlite:///{tmp_path / 'none.db'}", "TMPDIR": str(tmp_path)}
    command = [sys.executable, "-m", "bot.sandbox", "8600"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=kept) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        try:
            _wait_until_served(address)
            assert list(tmp_path.iterdir())
        finally:
            process.send_signal(number)
        _, complaints = process.communicate(timeout=30)
    assert process.returncode == 0
    assert complaints == ""
    assert list(tmp_path.iterdir()) == []


def _wait_until_served(address: str) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for _ in range(600):
        try:
            with opener.open(address, timeout=1):
                return
        except OSError:
            threading.Event().wait(0.05)
    pytest.fail("the page was never served")
