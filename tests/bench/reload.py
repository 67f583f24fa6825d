"""How long reloads of 1,000, 10,000 and 100,000 initiatives take, and how much memory: `python -m tests.bench.reload`.

Each run is a `practice reload` in a process of its own, as an admin starts it; memory is the most that the process
held at any moment. Add sizes to try others, and a PostgreSQL address to measure there (the database must be empty).
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random

from config.settings import CONFIG_FOLDER
from knowledge.domain.initiative import Category, Contact, Evidence, Initiative, Resource, Source
from knowledge.importing.library_text import library_text
from knowledge.importing.lists import read_lists

SIZES = (1_000, 10_000, 100_000)
#: Entries in one file: a large region's.
FILE = 1_000
#: One entry in so many is changed for the run with few changes.
CHANGED = 100
#: Words of which texts are made up; what they say does not matter here, how much there is does.
WORDS = """young people families schools workers police court board review training mentoring exclusion
 placement kinship hearing plan panel audit data voice story trust borough county teacher carer officer nurse leader
 together change listen report measure support challenge recruit promote record share learn""".split()  # noqa: SIM905


@dataclass(frozen=True)
class Run:
    """One measured process: seconds, and megabytes at most."""

    seconds: float
    megabytes: float
    counts: dict[str, int]


def initiatives(count: int) -> Iterator[Initiative]:
    """Initiatives with texts as long as those of the shipped library, the same on each call."""
    random = Random(7)
    lists = read_lists([CONFIG_FOLDER])
    authorities = [one.name for one in lists.register]
    themes = [theme.slug for theme in lists.themes]

    def text(words: int) -> str:
        return " ".join(random.choices(WORDS, k=words)).capitalize() + "."

    for number in range(count):
        yield Initiative(
            id=f"generated-{number:06}",
            authority=random.choice(authorities),
            title=text(8)[:150],
            summary=text(70),
            impact=text(20) if number % 3 == 0 else None,
            evidence=random.choice(list(Evidence)),
            categories=tuple(random.sample(list(Category), k=random.randint(1, 3))),
            themes=tuple(random.sample(themes, k=random.randint(1, 4))),
            year=str(2015 + number % 12),
            own_contacts=(Contact(role=text(2)[:-1], team=text(3)[:-1]),) if number % 2 else (),
            resources=(Resource(text(4), f"https://example.org/{number}"),) if number % 5 == 0 else (),
            source=Source(text(6), f"https://example.org/source/{number}", date(2026, 11, 23)),
        )


def write_library(folder: Path, count: int, *, changed_every: int | None = None) -> None:
    """Write generated entries as library files; with `changed_every`, one in so many has a new title."""
    folder.mkdir(exist_ok=True)
    file: list[Initiative] = []
    number = 0
    for number, one in enumerate(initiatives(count), start=1):
        file.append(replace(one, title="New title") if changed_every and number % changed_every == 0 else one)
        if len(file) == FILE or number == count:
            (folder / f"{number:06}.yaml").write_text("".join(library_text(file)), encoding="utf-8")
            file.clear()


def measured(*arguments: str, url: str, library: Path) -> Run:
    """Run `practice` with these arguments and `--json`, and measure it."""
    environment = {**os.environ, "PRACTICE_DATABASE_URL": url, "PRACTICE_LIBRARY": str(library)}
    program = [sys.executable, "-m", "tests.bench.reload", "--child", *arguments, "--json"]
    began = time.perf_counter()
    done = subprocess.run(program, env=environment, capture_output=True, text=True)
    seconds = time.perf_counter() - began
    if done.returncode:
        raise SystemExit(done.stderr or done.stdout)
    peak = int(done.stderr.splitlines()[-1])
    counts = {name: value for name, value in json.loads(done.stdout).items() if isinstance(value, int)}
    return Run(seconds, peak / 1024, counts)


def measure(count: int, folder: Path, url: str | None) -> Iterator[tuple[str, Run]]:
    """What each kind of reload of `count` entries takes, one after the other on one store."""
    store = url or f"sqlite:///{folder / 'practice.db'}"
    library = folder / "library"
    write_library(library, count)
    yield "first", measured("reload", url=store, library=library)
    yield "unchanged", measured("reload", url=store, library=library)
    write_library(library, count, changed_every=CHANGED)
    yield f"1 in {CHANGED} changed", measured("reload", url=store, library=library)
    yield "undone", measured("reload", "--undo", url=store, library=library)


def child(arguments: list[str]) -> None:
    """Run the command line, then tell the most memory this process held, in kilobytes, on the last line of stderr."""
    from bot import cli

    sys.argv = ["practice", *arguments]
    try:
        cli.main()
    finally:
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)


def main(arguments: list[str]) -> None:
    """Print a table: a line for each size and kind of reload."""
    sizes = tuple(int(one) for one in arguments if one.isdigit()) or SIZES
    url = next((one for one in arguments if "://" in one), None)
    print(f"{'initiatives':>11}  {'reload':<18} {'seconds':>8} {'peak MB':>8}  counts", flush=True)
    for count in sizes:
        with tempfile.TemporaryDirectory() as folder:
            for name, run in measure(count, Path(folder), url):
                counts = {what: value for what, value in run.counts.items() if value and what != "applied"}
                said = ", ".join(f"{value:,} {what}" for what, value in counts.items())
                print(f"{count:>11,}  {name:<18} {run.seconds:>8.2f} {run.megabytes:>8.0f}  {said}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2:])
    else:
        main(sys.argv[1:])
