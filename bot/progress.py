"""A progress bar for whoever watches a terminal; nothing at all for a file, a pipe or a script."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def shown_progress(*, quiet: bool = False) -> Iterator[Callable[[str, int, int | None], None]]:
    """Give what a reload tells how far it is: what it is doing, how many entries are done, of how many if known."""
    if quiet or not sys.stderr.isatty():
        yield lambda doing, done, of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        tasks: dict[str, TaskID] = {}

        def tell(doing: str, done: int, of: int | None) -> None:
            if doing not in tasks:
                tasks[doing] = progress.add_task(doing.capitalize(), total=of)
            progress.update(tasks[doing], completed=done, total=of)

        yield tell
