"""Many questions from a file of JSON lines, answered in one go."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.commands.store import opened
from knowledge.domain.paths import readable
from knowledge.domain.text import listed
from knowledge.errors import PracticeError

_EXAMPLE = '{"id": "q1", "text": "youth justice"}'


def answer_batch(path: Path, limit: int) -> None:
    """Print one JSON line for each question of the file; PracticeError before the first if any line is wrong."""
    questions = list(_questions(path))
    with opened() as (knowledge, _):
        for id, question in questions:
            found = knowledge.find.answer(question, limit=limit)
            line = {"id": id, "total": found.total, "results": [result.initiative.id for result in found.results]}
            print(json.dumps(line, ensure_ascii=False, allow_nan=False))


def _questions(path: Path) -> Iterator[tuple[Any, str]]:
    shown = readable(path)
    try:
        # Only these end a line of JSON lines: what else counts as a line break may stand inside a text.
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise PracticeError(f"{shown}: cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise PracticeError(f"{shown}: is not UTF-8 text: save it as UTF-8, one JSON object a line.") from None
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _question(line, f"{shown}:{number}")


def _question(line: str, where: str) -> tuple[Any, str]:
    try:
        held = json.loads(line)
    except (ValueError, RecursionError):
        held = None
    if not isinstance(held, dict):
        raise PracticeError(f"{where}: expected one JSON object, for example {_EXAMPLE}")
    if missing := [key for key in ("id", "text") if key not in held]:
        raise PracticeError(f"{where}: {listed(missing)}: missing; expected for example {_EXAMPLE}")
    if not isinstance(held["text"], str):
        raise PracticeError(f"{where}: text: must be a text in quotes; expected for example {_EXAMPLE}")
    if not _can_be_given_back(held["id"]):
        raise PracticeError(f"{where}: id: must be a text or a number that JSON has; expected for example {_EXAMPLE}")
    return held["id"], held["text"]


def _can_be_given_back(id: Any) -> bool:
    """Whether an id can be printed as it came: JSON has no NaN and no infinity, and UTF-8 no half of a character."""
    try:
        return bool(json.dumps(id, ensure_ascii=False, allow_nan=False).encode())
    except (ValueError, RecursionError):
        return False
