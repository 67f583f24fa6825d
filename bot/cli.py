"""The `practice` command. Each command imports what it needs and nothing more: asking should feel instant."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from bot.commands import asking, installation, library
from bot.commands.failures import failures_in_json, sentences_of, wants_json
from bot.commands.printing import print_problems
from bot.signals import INTERRUPTED, ended_by_signals, status_of
from bot.version import version
from config.settings import SettingsError
from knowledge.errors import PracticeError

#: How writing to standard output fails: its reader went away, the disk or the quota is full, the device fails, or it
#: was closed from the start.
OUTPUT_LOST = (errno.EPIPE, errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF)


class Commands(TyperGroup):
    """The commands; what ends any of them too early stands in its JSON document, if it was to print one.

    Ctrl-C, SIGTERM and a closed terminal end them with a word and a status of their own.
    """

    def make_context(self, *arguments: Any, **options: Any) -> Any:
        """Read what stands before the command."""
        with _ended_in_words(), failures_in_json(wants_json(sys.argv[1:])):
            return super().make_context(*arguments, **options)

    def invoke(self, ctx: Any) -> Any:
        """Run the chosen command."""
        with _ended_in_words(), failures_in_json(wants_json(sys.argv[1:])):
            return super().invoke(ctx)


@contextmanager
def _ended_in_words() -> Iterator[None]:
    """Say so where the block is interrupted; typer by itself says nothing, and takes every signal for Ctrl-C."""
    try:
        yield
    except KeyboardInterrupt as interrupt:
        print_problems([INTERRUPTED])
        raise typer.Exit(status_of(interrupt)) from None


app = typer.Typer(
    name="practice",
    cls=Commands,
    help="Find anti-racist practice in children's services, and the people to talk to.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _say_version(wanted: bool) -> None:
    if wanted:
        print(version())
        raise typer.Exit


@app.callback()
def _before_any_command(
    version: Annotated[
        bool, typer.Option("--version", help="Say which version this is.", is_eager=True, callback=_say_version)
    ] = False,
) -> None:
    pass


#: In the order in which the help lists them.
app.command(context_settings={"ignore_unknown_options": True})(asking.ask)
app.command()(library.reload)
app.command()(library.check)
app.command("import")(library.import_)
app.command()(library.export)
app.command()(installation.copy)
app.command()(asking.evaluate)
app.command()(installation.serve)
app.command()(installation.work)
app.command()(installation.report)
app.command()(installation.doctor)
app.command()(installation.sandbox)
app.command()(installation.migrate)


def main() -> None:
    """Run the command line; exit status 0 done, 1 problems (each printed), 2 wrong usage, 129, 130 or 143 a signal."""
    _stand_in_for_closed_output()
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        try:
            with ended_by_signals(), failures_in_json(wants_json(sys.argv[1:])):
                app()
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt as interrupt:  # before the commands were there, or after
        print_problems([INTERRUPTED])
        sys.exit(status_of(interrupt))
    except (SettingsError, PracticeError) as error:
        print_problems(sentences_of(error))
        sys.exit(1)
    except OSError as error:
        if error.filename is not None or error.errno not in OUTPUT_LOST:
            raise
        # What still waits to be written would fail once more at the very end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if error.errno != errno.EPIPE:  # whoever reads a pipe and goes away wants to hear no more
            print_problems([f"The output cannot be written: {error.strerror}."])
        sys.exit(1)


def _stand_in_for_closed_output() -> None:
    """Python has nothing in the place of an output that was closed (`>&-`), where printing must go on or fail in words.

    What is written to standard output fails as it would for any program; what is said to nobody is dropped.
    """
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115


if __name__ == "__main__":
    main()
