"""How long a cold `practice ask` takes with the database ready: whole, and split into import, index and answer.

Run with `python -m tests.bench.cold`. Every figure is the best of several fresh processes, in milliseconds; `python`
is the interpreter alone, the floor under all of it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 7
QUESTION = "youth justice in Hackney"

_SPLIT = """
import json, time
began = time.perf_counter()
import bot.cli, bot.answering.conversation, bot.views.answers.answer, bot.wiring.knowledge
import knowledge.search.engine, knowledge.services.first_use, knowledge.store.initiatives
from config.settings import read_settings
imported = time.perf_counter()
knowledge = bot.wiring.knowledge.Knowledge(read_settings())
knowledge.make_ready()
knowledge.find.search()
indexed = time.perf_counter()
bot.answering.conversation.Conversation(knowledge.find).reply(bot.payloads.values.Asking({question!r}))
answered = time.perf_counter()
print(json.dumps([imported - began, indexed - imported, answered - indexed]))
"""


def measure(runs: int = RUNS) -> dict[str, float]:
    """Milliseconds of the interpreter alone, the whole command, and its parts: import, index (with reading), answer."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {"PRACTICE_DATABASE_URL": f"sqlite:///{Path(folder) / 'practice.db'}", "PATH": ""}
        ask = [sys.executable, "-m", "bot.cli", "ask", QUESTION]
        subprocess.run(ask, env=environment, check=True, capture_output=True)
        split = [sys.executable, "-c", _SPLIT.format(question=QUESTION)]
        parts = [
            json.loads(subprocess.run(split, env=environment, check=True, capture_output=True).stdout)
            for _ in range(runs)
        ]
        return {
            "python": _best([sys.executable, "-c", "pass"], environment, runs),
            "whole": _best(ask, environment, runs),
            **{
                name: 1000 * min(part[place] for part in parts)
                for place, name in enumerate(("import", "index", "answer"))
            },
        }


def _best(command: list[str], environment: dict[str, str], runs: int) -> float:
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        subprocess.run(command, env=environment, check=True, capture_output=True)
        times.append(time.perf_counter() - began)
    return 1000 * min(times)


if __name__ == "__main__":
    for name, milliseconds in measure().items():
        print(f"{name:8} {milliseconds:7.0f} ms")
