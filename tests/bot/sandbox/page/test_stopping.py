"""The sandbox ends when it is told to, and clears its throw-away store away."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import urllib.request
from pathlib import Path

import pytest

from bot.sandbox.browser import PRACTICE_SANDBOX, address_of, apart


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_sandbox_ends_quietly_and_leaves_only_the_store_that_was_there(
    tmp_path: Path, number: signal.Signals
) -> None:
    command = [sys.executable, *PRACTICE_SANDBOX, "8600"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, env=apart(tmp_path)) as process:
        try:
            _wait_until_served(address_of(process))
            assert list(tmp_path.glob("practice-sandbox-*"))
        finally:
            process.send_signal(number)
        _, complaints = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "Traceback" not in complaints
    assert list(tmp_path.glob("practice-sandbox-*")) == []


def _wait_until_served(address: str) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for _ in range(600):
        try:
            with opener.open(address, timeout=1):
                return
        except OSError:
            threading.Event().wait(0.05)
    pytest.fail("the page was never served")
