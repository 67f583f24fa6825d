"""Measures the search against its peers: `python -m tests.bench.search --size 100000`.

One run, one thread; each system in a process of its own, so that its memory can be told. Half the questions hold a
slip; phrases, minus signs and filters are asked of ours alone. Times are of the processor (so that others' work on the
machine does not count), for understanding, finding and ranking, to the ids of the ten best; the first fifth of the
questions warms up and is not counted.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

from tests.bench.generator import read, write
from tests.bench.systems import EXPLICIT, SYSTEMS

#: Questions asked of each system; fewer of the slow one at large sizes.
QUESTIONS = 500
FEW = 40


@dataclass(frozen=True, slots=True)
class Measured:
    """One system at one size: seconds to build, megabytes held, and milliseconds a question took."""

    system: str
    size: int
    build: float
    memory: float
    p50: float
    p95: float
    p99: float


def measure(system: str, path: Path, size: int) -> Measured:
    """Build one system over a written file and ask it the file's questions."""
    made, plain, explicit = read(path)
    asked = explicit if system == EXPLICIT else plain
    if system.startswith("RapidFuzz") and size > 2_000:
        asked = asked[:FEW]
    before = _resident()
    start = time.process_time()
    ask = SYSTEMS[system](made)
    built = time.process_time() - start
    memory = _resident() - before
    times = []
    for question in asked:
        start = time.thread_time()
        ask(question)
        times.append((time.thread_time() - start) * 1000)
    counted = sorted(times[len(times) // 5 :])
    return Measured(system, size, built, memory, *(_percentile(counted, share) for share in (0.5, 0.95, 0.99)))


def _percentile(rising: list[float], share: float) -> float:
    return rising[min(int(share * len(rising)), len(rising) - 1)]


def _resident() -> float:
    """The memory that this process holds, in megabytes."""
    return float(psutil.Process().memory_info().rss) / 2**20


def run(size: int, systems: list[str]) -> list[Measured]:
    """Measure systems at one size, one after the other."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.jsonl"
        write(path, size, QUESTIONS)
        for system in systems:
            command = [sys.executable, "-m", "tests.bench.search", "--one", system]
            command += ["--file", str(path), "--size", str(size)]
            result = subprocess.run(command, capture_output=True, text=True, check=True)
            found.append(Measured(**json.loads(result.stdout)))
    return found


def table(measured: list[Measured]) -> str:
    """What was measured, one line a system."""
    lines = [f"{'system':<31}{'size':>8}{'build s':>9}{'MB':>7}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}"]
    lines += [
        f"{one.system:<31}{one.size:>8}{one.build:>9.2f}{one.memory:>7.0f}{one.p50:>9.3f}{one.p95:>9.3f}{one.p99:>9.3f}"
        for one in measured
    ]
    return "\n".join(lines)


def main() -> None:
    """Print the table for the sizes asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--systems", nargs="+", default=list(SYSTEMS), choices=list(SYSTEMS))
    parser.add_argument("--one", choices=list(SYSTEMS), help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        sys.stdout.write(json.dumps(asdict(measure(given.one, given.file, given.size[0]))))
        return
    measured: list[Measured] = []
    for size in given.size:
        measured += run(size, given.systems)
    sys.stdout.write(table(measured) + "\n")


if __name__ == "__main__":
    main()
