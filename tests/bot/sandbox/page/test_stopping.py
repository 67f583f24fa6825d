"""The sandbox ends when it is told to, and clears its throw-away store away."""

from __future__ import annotations

import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from bot.sandbox.browser import PRACTICE_SANDBOX, address_of, apart


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_the_sandbox_ends_quietly_and_leaves_only_the_store_that_was_there(
    tmp_path: Path, number: signal.Signals
) -> None:
    command = [sys.executable, *PRACTICE_SANDBOX, "8600"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, env=apart(tmp_path)) as process:
        try:
            assert address_of(process)
            assert list(tmp_path.glob("practice-sandbox-*"))
        finally:
            process.send_signal(number)
        _, complaints = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "Traceback" not in complaints
    assert list(tmp_path.glob("practice-sandbox-*")) == []


def test_the_copy_of_a_sandbox_that_was_killed_is_cleared_away_by_the_next(tmp_path: Path) -> None:
    command = [sys.executable, *PRACTICE_SANDBOX, "8700"]
    pipe = subprocess.PIPE
    for port in ("8700", "8750"):
        with subprocess.Popen([*command[:-1], port], stdout=pipe, text=True, env=apart(tmp_path)) as process:
            assert address_of(process)
            (copy,) = tmp_path.glob("practice-sandbox-*")
            assert str(process.pid) in copy.name
            process.kill()
    assert copy.exists()


def test_the_address_is_said_once_the_page_answers_there(tmp_path: Path) -> None:
    command = [sys.executable, *PRACTICE_SANDBOX, "8650"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, env=apart(tmp_path)) as process:
        try:
            with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(address_of(process)) as answer:
                assert answer.status == 200
        finally:
            process.terminate()
        process.communicate(timeout=30)
