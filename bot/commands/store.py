"""Opens the store for a command of the terminal; standard error and exit status tell what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from bot.commands.printing import print_problems
from config.settings import read_settings
from knowledge.errors import Problem

if TYPE_CHECKING:
    from bot.wiring.knowledge import Knowledge


@contextmanager
def opened(*, load: bool = True) -> Iterator[tuple[Knowledge, tuple[Problem, ...]]]:
    """The store, migrated; and loaded if nothing ever was, with the problems of that, which are printed.

    With such problems the command ends with exit status 1 once it has done its work.
    """
    from bot.wiring.knowledge import Knowledge

    knowledge = Knowledge(read_settings())
    problems: tuple[Problem, ...] = ()
    try:
        if load:
            problems = knowledge.make_ready()
            print_problems(problems)
        elif not knowledge.database.is_current():
            knowledge.database.migrate()
        yield knowledge, problems
    finally:
        knowledge.close()
    if problems:
        raise typer.Exit(1)
