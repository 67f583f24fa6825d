"""What a command failed with: its sentences for standard error, and its one document where `--json` was given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import typer

from bot.commands.printing import print_json
from bot.signals import INTERRUPTED
from config.settings import SettingsError
from knowledge.errors import PracticeError, Problem, Refused

#: The one JSON document that stands for a command which could not be done, of its problems.
Document = Callable[[tuple[Problem, ...]], object]

#: What typer raises for wrong usage: it names that class nowhere else that is public.
UsageError: type[Exception] = typer.BadParameter.__bases__[0]

_TOLD = "told_in_json"


def wants_json(arguments: Sequence[str]) -> bool:
    """Whether a command line asks for one JSON document, also one that cannot be read otherwise."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    return "--json" in options and not any(option.split("=")[0] == "--batch" for option in options)


@contextmanager
def failures_in_json(as_json: bool, document: Document | None = None) -> Iterator[None]:
    """With `as_json`, print what the block fails with as one document too; by default it holds the problems only.

    Where such blocks stand in each other, the innermost one tells it.
    """
    try:
        yield
    except (SettingsError, PracticeError, UsageError, KeyboardInterrupt) as error:
        if as_json and not hasattr(error, _TOLD):
            from bot.views.terminal.as_json import failed_json

            setattr(error, _TOLD, True)
            print_json((document or failed_json)(problems_of(error)))
        raise


def sentences_of(error: SettingsError | PracticeError) -> list[str]:
    """What is wrong, a line each, for standard error."""
    if isinstance(error, SettingsError):
        return error.problems
    return [str(error), *map(str, error.problems)] if isinstance(error, Refused) else [str(error)]


def problems_of(error: BaseException) -> tuple[Problem, ...]:
    """The same as the problems of a JSON document; what is no file's fault has the place where it is to be mended."""
    if isinstance(error, SettingsError):
        return tuple(Problem(file="settings", message=one) for one in error.problems)
    if isinstance(error, Refused) and error.problems:
        return error.problems
    if isinstance(error, PracticeError):
        return (Problem(file="store", message=str(error)),)
    said = INTERRUPTED if isinstance(error, KeyboardInterrupt) else error.format_message()  # type: ignore[attr-defined]
    return (Problem(file="terminal", message=said),)
