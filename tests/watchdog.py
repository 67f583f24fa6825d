"""Ends a throwaway server with the run that it was started for, also where that was killed: `watchdog.py PID FOLDER`.

By then nobody else is left to do it. It goes on by itself, in a session of its own, so that what ends the run does not
end it; it goes when the run does, or as soon as the folder is gone, because then the run has cleared up.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

import psutil

#: Seconds between two looks at the run.
EVERY = 0.25
#: Looks in a row that must find nothing more of the server: one killed while it started may still be starting.
QUIET = 4


def main(pid: int, folder: Path) -> None:
    """Return at once; what is started with this waits for process `pid` to end, and ends what runs from `folder`."""
    try:
        run = psutil.Process(pid)
    except psutil.NoSuchProcess:
        run = None
    if os.fork():
        return
    os.setsid()
    while run is not None and _is_there(run) and folder.exists():
        time.sleep(EVERY)
    clear(folder)


def clear(folder: Path) -> None:
    """End every process that was started with this folder, and remove it."""
    quiet = 0
    while quiet < (QUIET if folder.exists() else 1):
        found = [process for process in psutil.process_iter(["cmdline"]) if _runs_from(folder, process)]
        for process in found:
            with suppress(psutil.NoSuchProcess):
                # PostgreSQL ends its own processes at once and removes what it shares in memory.
                process.send_signal(signal.SIGQUIT)
        _, still = psutil.wait_procs(found, timeout=5)
        for process in still:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        quiet = 0 if found else quiet + 1
        time.sleep(EVERY)
    shutil.rmtree(folder, ignore_errors=True)


def _is_there(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _runs_from(folder: Path, process: psutil.Process) -> bool:
    mine = process.pid == os.getpid() or __file__ in (process.info["cmdline"] or ())
    return not mine and str(folder) in (process.info["cmdline"] or ())


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
