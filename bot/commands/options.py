"""Options and arguments that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
#: What cannot be read is told of by what reads it, file by file: no wrong usage that ends the whole command.
Paths = Annotated[
    list[Path] | None,
    typer.Argument(help="Library files or folders (default: PRACTICE_LIBRARY, else the shipped ones).", readable=False),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would happen and change nothing.")]
