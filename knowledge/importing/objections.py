"""What a YAML parser objects to, in plain words."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import yaml

from knowledge.domain.text import clean
from knowledge.importing.plaintext import Unreadable, encoding_of

_EXPLANATIONS = (
    ("mapping values are not allowed", "a value that holds ': ' needs quotes round it, or the indentation is wrong"),
    ("did not find expected key", "this line does not fit in: check its indentation, and quotes in the lines before"),
    ("expected <block end>", "this line does not fit in: check its indentation, and quotes in the lines before"),
    ("did not find expected '-' indicator", "entries begin with '- ' in one column, and their fields two columns in"),
    ("could not find expected ':'", "this line is no 'key: value' and does not belong to the value before: check both"),
    # Before the one on quotes, within which these are found.
    ("unknown escape character", "a backslash in double quotes must be doubled"),
    ("hexdecimal number", "a backslash in double quotes must be doubled"),
    ("quoted scalar", "a quote that was opened is never closed: close it, or double a quote inside the text"),
    ("cannot start any token", "a value that begins with this character needs quotes round it"),
    ("expected ',' or", "a bracket that was opened is not closed, or a comma is missing"),
    ("expected alphabetic or numeric character", "a value that begins with '*' or '&' needs quotes round it"),
)


def explained(error: yaml.YAMLError, path: Path) -> Unreadable:
    """What the parser says, with its line, and in plain words what is most likely wrong there."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = " ".join(str(part) for part in (getattr(error, "context", None), getattr(error, "problem", None)) if part)
    said = clean(said or str(error))
    if mark is None:
        return Unreadable(f"is not valid YAML: {said}")
    line = mark.line + 1
    if "\t" in _indentation(path, line):
        return Unreadable("is not valid YAML: a tab indents this line, and YAML takes spaces only", line)
    # What was never closed shows only where something else begins, or at the end of the file.
    begun = getattr(error, "context_mark", None)
    if begun is not None and begun.line != mark.line:
        said += f", begun on line {begun.line + 1}"
    hint = next((words for sign, words in _EXPLANATIONS if sign in said), None)
    return Unreadable(f"is not valid YAML: {hint} ({said})" if hint else f"is not valid YAML: {said}", line)


def _indentation(path: Path, line: int) -> str:
    """What stands before the first letter of a line."""
    with path.open("rb") as stream:
        encoding = encoding_of(stream.read(4))
    with path.open(encoding=encoding, errors="replace") as rows:
        row = next(islice(rows, line - 1, None), "")
    return row[: len(row) - len(row.lstrip(" \t-"))]
