"""What a test run started ends with it, however the run ends."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

#: A run that starts a server in this folder, has it watched, says its process id and goes on.
RUN = """
import subprocess, sys, time
from pathlib import Path
from tests.databases import end_with_this_run
end_with_this_run(Path(sys.argv[1]))
server = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)", sys.argv[1]])
print(server.pid, flush=True)
time.sleep(600)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "server"
    made.mkdir()
    (made / "data").touch()
    return made


def waited_for(gone: psutil.Process, folder: Path) -> bool:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if not folder.exists() and not _runs(gone) and not _watched(folder):
            return True
        time.sleep(0.1)
    return False


def _runs(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _watched(folder: Path) -> bool:
    return any(str(folder) in (one.info["cmdline"] or ()) for one in psutil.process_iter(["cmdline"]))


def test_the_server_of_a_run_that_is_killed_ends_and_leaves_nothing_behind(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)
    with subprocess.Popen([sys.executable, "-c", RUN, str(folder)], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        server = psutil.Process(int(run.stdout.readline()))
        time.sleep(1)
        assert _runs(server)
        run.kill()
        run.wait()
        assert waited_for(server, folder)


def test_a_run_that_cleared_up_is_watched_no_longer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)
    with subprocess.Popen([sys.executable, "-c", RUN, str(folder)], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        server = psutil.Process(int(run.stdout.readline()))
        server.kill()
        (folder / "data").unlink()
        folder.rmdir()
        assert waited_for(server, folder)
        run.kill()
