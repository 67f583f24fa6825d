"""What the commands print: lines and one JSON document to standard output, problems to standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable


def print_problems(problems: Iterable[object]) -> None:
    """Each problem on a line of standard error."""
    for problem in problems:
        print(problem, file=sys.stderr)


def print_lines(lines: Iterable[str]) -> None:
    """Each line of an answer."""
    for line in lines:
        print(line)


def print_json(document: object) -> None:
    """The one document that `--json` prints."""
    print(json.dumps(document, ensure_ascii=False, indent=2))
