"""Bringing files in, and writing the library out."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.failures import failures_in_json
from bot.commands.options import DryRun, Json, Paths
from bot.commands.printing import print_json, print_lines, print_problems
from bot.commands.store import opened
from bot.views.kit.counts import counted_plainly
from config.settings import read_settings
from knowledge.errors import PracticeError, Refused


def reload(
    paths: Paths = None,
    dry_run: DryRun = False,
    strict: Annotated[bool, typer.Option("--strict", help="Apply nothing if there is any problem.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Bring the store back to before the last reload.")] = False,
    as_json: Json = False,
) -> None:
    """Bring library files into the store, or undo that."""
    if undo:
        if paths or dry_run or strict:
            raise typer.BadParameter("--undo takes back the whole last reload: give neither files nor other options")
        _undo_reload(as_json=as_json)
        return
    from bot.commands.progress import shown_progress
    from bot.views.terminal.as_json import not_reloaded_json, reloaded_json
    from bot.views.terminal.reloaded import reloaded_lines
    from knowledge.domain.reloading import TERMINAL

    # The configured library need not be loaded first where it is what is reloaded.
    with failures_in_json(as_json, not_reloaded_json), opened(load=bool(paths)) as (knowledge, at_first):
        with shown_progress(quiet=as_json) as progress:
            run = knowledge.reload.run
            reloaded = run(paths or None, dry_run=dry_run, strict=strict, by=TERMINAL, progress=progress)
        history = knowledge.reload.history() if dry_run else ()
        # What was wrong at first use is printed already, and may be wrong still.
        print_problems(one for one in reloaded.problems if one not in at_first)
        if as_json:
            problems = tuple(dict.fromkeys((*at_first, *reloaded.problems)))
            print_json(reloaded_json(replace(reloaded, problems=problems)))
        else:
            print_lines(reloaded_lines(reloaded, dry_run=dry_run, strict=strict, history=history))
    raise typer.Exit(1 if reloaded.problems else 0)


def _undo_reload(*, as_json: bool) -> None:
    from bot.commands.progress import shown_progress
    from bot.views.terminal.as_json import not_reloaded_json, reloaded_json
    from bot.views.terminal.reloaded import undone_lines
    from knowledge.domain.reloading import TERMINAL

    with (
        failures_in_json(as_json, not_reloaded_json),
        opened(load=False) as (knowledge, _),
        shown_progress(quiet=as_json) as progress,
    ):
        undone = knowledge.reload.undo(by=TERMINAL, progress=progress)
    print_problems(undone.problems)
    if as_json:
        print_json(reloaded_json(undone))
    else:
        print_lines(undone_lines(undone))
    raise typer.Exit(1 if undone.problems else 0)


def check(
    paths: Paths = None,
) -> None:
    """Name every problem in library files and lists. Each is printed with its file and line; nothing is written."""
    from knowledge.importing.library import read_library
    from knowledge.importing.lists import read_lists

    settings = read_settings()
    try:
        lists = read_lists(settings.lists)
    except Refused as refused:
        for problem in refused.problems:
            print(problem)
        print(f"{refused} Without them no library can be read.", file=sys.stderr)
        raise typer.Exit(1) from None
    initiatives, problems = 0, 0
    for item in read_library(paths or settings.library, lists.register, lists.themes):
        initiatives += item.initiative is not None
        problems += len(item.problems)
        for problem in item.problems:
            print(problem)
    print(
        f"{counted_plainly(initiatives, 'initiative')} read, {counted_plainly(problems, 'problem')}.", file=sys.stderr
    )
    raise typer.Exit(1 if problems else 0)


def import_(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Filled-in templates: .docx, .txt or .md.", readable=False)
    ] = None,
    dry_run: DryRun = False,
    as_json: Json = False,
    listed: Annotated[bool, typer.Option("--list", help="List the submissions that wait for review.")] = False,
) -> None:
    """Read filled-in Sharing Practice templates. What they propose is saved, to be reviewed."""
    if listed == bool(files):
        raise typer.BadParameter("give files to read, or --list")
    from bot.commands.templates import import_files, list_waiting

    done = list_waiting(as_json=as_json) if listed else import_files(files or [], dry_run=dry_run, as_json=as_json)
    raise typer.Exit(0 if done else 1)


def export(
    format: Annotated[str | None, typer.Option(help="yaml (reloads to the same store), csv, json or xlsx.")] = None,
    output: Annotated[
        Path | None, typer.Option(help="Write to this file (default: standard output).", readable=False)
    ] = None,
) -> None:
    """Write the whole published store. What only an authority's own members may see is in it too."""
    from bot.commands.exports import Format
    from bot.commands.exports import export as write
    from knowledge.domain.paths import readable

    if format is not None and format.lower() not in list(Format):
        raise typer.BadParameter(f"--format is one of {', '.join(Format)}")
    chosen = Format(format.lower()) if format else Format.of(output or Path())
    with opened() as (knowledge, _):
        if output and knowledge.database.lies_in(output):
            raise PracticeError(
                f"{readable(output)} is the database itself, which an export would replace: name another."
            )
        number = write(knowledge.store.initiatives(), knowledge.store.lists().register, chosen, output)
        if output:
            print(f"{counted_plainly(number, 'initiative')} written to {readable(output)}.", file=sys.stderr)
