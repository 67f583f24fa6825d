"""The report on a terminal, as a picture too, and the settling of what was sent to the admins."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bot.commands.output_file import put_in_place
from bot.commands.printing import print_json, print_lines, print_problems
from bot.views.admin.coverage import coverage_picture
from bot.views.admin.settled import no_question_words, settled_before_words, settled_json
from bot.views.terminal.as_json import problems_json
from bot.views.terminal.report import picture_json, picture_lines, report_json, report_lines
from knowledge.domain.days import uk_today
from knowledge.domain.paths import readable
from knowledge.domain.reloading import TERMINAL
from knowledge.domain.report import Report
from knowledge.errors import NotFound, Overtaken, PracticeError, Problem
from knowledge.services.report import Reporting
from knowledge.services.unanswered import UnansweredQuestions


def report(reporting: Reporting, picture: Path | None, loading: Sequence[Problem] = (), *, as_json: bool) -> str | None:
    """Print the report, and draw it into `picture` if there is one; returns what is wrong with the picture.

    `loading` are the problems of the library, where the report made it load: they stand in the JSON.
    """
    made = reporting.report()
    alt, problem = _draw(made, picture) if picture else (None, None)
    if as_json:
        of_picture = [Problem(readable(picture), problem)] if picture and problem else []
        document = report_json(made) | (picture_json(picture, alt) if picture else {})
        print_json(document | {"problems": problems_json([*loading, *of_picture])})
    else:
        print_lines(report_lines(made))
        if picture and alt is not None:
            print_lines(picture_lines(picture, alt))
    print_problems([problem] if problem else [])
    return problem


def settle(unanswered: UnansweredQuestions, id: str, loading: Sequence[Problem] = (), *, as_json: bool) -> str | None:
    """Say that a question is dealt with; returns why it could not be, printed like what became of it.

    `loading` are the problems of the library, as in the report.
    """
    one, problem = None, None
    try:
        unanswered.settle_here(id, by=TERMINAL.key)
        one = unanswered.look_here(id)
    except NotFound:
        problem = no_question_words(id)
    except Overtaken:
        one = unanswered.look_here(id)
        problem = settled_before_words(one)
    print_problems([problem] if problem else [])
    if as_json:
        of_id = [Problem("store", problem, id=id)] if problem else []
        print_json(settled_json(id, one) | {"problems": problems_json([*loading, *of_id])})
    elif not problem:
        print(f"{id} is dealt with.")
    return problem


def _draw(made: Report, path: Path) -> tuple[str | None, str | None]:
    """The words for the picture once it is in its place, else what is wrong."""
    from bot.views.admin.picture import draw

    picture = coverage_picture(made, uk_today())
    try:
        # Before the file is opened: what goes wrong with the drawing is not the file's fault.
        drawn = draw(picture)
    except OSError as error:
        return None, f"The picture could not be drawn: {error}. {readable(path)} was not written."
    try:
        with put_in_place(path) as file:
            file.write(drawn)
    except PracticeError as error:
        return None, str(error)
    return picture.alt, None
