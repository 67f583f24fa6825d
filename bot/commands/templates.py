"""Filled-in templates on a terminal: reading them, and listing what waits for review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bot.commands.failures import failures_in_json
from bot.commands.printing import print_json, print_lines, print_problems
from bot.commands.store import opened
from bot.views.terminal.as_json import form_json, submission_json
from bot.views.terminal.templates import form_lines, outcome_line, submission_lines
from knowledge.domain.draft import Form
from knowledge.domain.paths import readable
from knowledge.errors import Problem


def import_files(files: Sequence[Path], *, dry_run: bool, as_json: bool) -> bool:
    """Read the files, save what they propose unless `dry_run`, and print it; whether something can be had of each.

    In JSON there is one object for each file, whatever happens: problems of the settings, the store or the library
    stand in every one.
    """

    def failed(problems: tuple[Problem, ...]) -> object:
        return [_form_json(Form(file=readable(file)), problems) for file in files]

    with failures_in_json(as_json, failed), opened() as (knowledge, problems):
        imported = knowledge.import_forms.run(files, dry_run=dry_run)
        for one in imported:
            print_problems(one.form.problems)
        if as_json:
            print_json([_form_json(one.form, problems) for one in imported])
        else:
            themes = {theme.slug: theme.name for theme in knowledge.store.lists().themes}
            for one in imported:
                print_lines(form_lines(one.form, themes))
                print(outcome_line(one.form, one.outcome))
        return all(one.form.can_be_saved for one in imported)


def list_waiting(*, as_json: bool) -> bool:
    """Print what waits for review; True, as nothing can be wrong with that."""
    with opened() as (knowledge, _):
        waiting = knowledge.import_forms.waiting()
        if as_json:
            print_json([submission_json(one) for one in waiting])
        else:
            print_lines(submission_lines(waiting))
    return True


def _form_json(form: Form, more: Sequence[Problem]) -> dict[str, object]:
    """One object, with problems that are not the file's, each with its own place."""
    placed = (replace(one, place=_place(one)) for one in more)
    return form_json(replace(form, problems=(*form.problems, *placed)))


def _place(problem: Problem) -> str:
    return f"{problem.file}:{problem.line}" if problem.line else problem.file
