"""A progress bar for whoever watches a terminal; nothing at all for a file, a pipe or a script."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from knowledge.domain.reloading import Progress, tell_nobody


@contextmanager
def shown_progress(*, quiet: bool = False) -> Iterator[Progress]:
    """Give what a reload tells how far it is: what it is doing, how many entries are done, of how many if known."""
    if quiet or not sys.stderr.isatty():
        yield tell_nobody
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def tell(doing: str, done: int, of: int | None) -> None:
            if doing not in tasks:
                tasks[doing] = bar.add_task(doing.capitalize(), total=of)
            bar.update(tasks[doing], completed=done, total=of)

        # The first word of the work comes with its first few hundred entries, which takes seconds or never is.
        tell("reading", 0, None)
        yield tell
