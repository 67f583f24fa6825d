"""Opens the store for a command of the terminal; standard error, JSON and exit status tell what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from bot.printing import print_json, print_problems
from config.settings import SettingsError, read_settings
from knowledge.errors import PracticeError, Problem, Refused

if TYPE_CHECKING:
    from bot.wiring.knowledge import Knowledge

#: The one JSON document that stands for a command which could not be done, of its problems.
Document = Callable[[tuple[Problem, ...]], object]


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


@contextmanager
def failures_in_json(as_json: bool, document: Document | None = None) -> Iterator[None]:
    """With `as_json`, print what the block fails with as one document too; by default it holds the problems only."""
    try:
        yield
    except (SettingsError, PracticeError) as error:
        if as_json:
            from bot.views.as_json import failed_json

            print_json((document or failed_json)(problems_of(error)))
        raise


def sentences_of(error: SettingsError | PracticeError) -> list[str]:
    """What is wrong, a line each, for standard error."""
    if isinstance(error, SettingsError):
        return error.problems
    return [str(error), *map(str, error.problems)] if isinstance(error, Refused) else [str(error)]


def problems_of(error: SettingsError | PracticeError) -> tuple[Problem, ...]:
    """The same as the problems of a JSON document; what is no file's fault is that of the settings or of the store."""
    if isinstance(error, SettingsError):
        return tuple(Problem(file="settings", message=one) for one in error.problems)
    if isinstance(error, Refused) and error.problems:
        return error.problems
    return (Problem(file="store", message=str(error)),)
