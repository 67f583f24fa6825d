"""The `practice` command. Each command imports what it needs and nothing more: asking should feel instant."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from bot.printing import counted, print_json, print_lines, print_problems
from config.settings import Settings, SettingsError, read_settings
from knowledge.errors import PracticeError, Refused

if TYPE_CHECKING:
    from bot.wiring.knowledge import Knowledge

#: Results a line of `--batch` holds unless told otherwise.
BATCH_LIMIT = 10

app = typer.Typer(
    name="practice",
    help="Find anti-racist practice in children's services, and the people to talk to.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
Paths = Annotated[list[Path] | None, typer.Argument(help="Library files or folders (default: the set ones).")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would happen and change nothing.")]


def main() -> None:
    """Run the command line; exit status 0 done, 1 problems (each printed), 2 wrong usage."""
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        app()
    except SettingsError as error:
        _fail(error.problems)
    except Refused as error:
        _fail([str(error), *map(str, error.problems)])
    except PracticeError as error:
        _fail([str(error)])
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output went away; there is nobody to tell
        sys.exit(1)


@app.command()
def ask(
    text: Annotated[list[str] | None, typer.Argument(help="The question, with or without quotes.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, max=1000, help="Results at most (5; with --batch 10).")] = None,
    as_json: Json = False,
    batch: Annotated[Path | None, typer.Option(help='A file of JSON lines {"id": ..., "text": ...}.')] = None,
) -> None:
    """Answer a question exactly as the bot would."""
    if (text is None) == (batch is None):
        raise typer.BadParameter("give either a question or --batch FILE")
    from knowledge.services.find import PAGE

    if batch is not None:
        _ask_batch(batch, limit or BATCH_LIMIT)
        return
    with _knowledge() as knowledge:
        question = " ".join(text or [])
        if as_json:
            from bot.views.as_json import answer_json

            print_json(answer_json(knowledge.find.answer(question, limit=limit or PAGE)))
            return
        from bot.conversation import Conversation
        from bot.payloads.values import Asking
        from bot.views.contacts import Audience

        reply = Conversation(knowledge.find).reply(Asking(question), audience=Audience.TERMINAL, limit=limit or PAGE)
        print(reply.said)


def _ask_batch(path: Path, limit: int) -> None:
    questions = list(_batch_lines(path))
    with _knowledge() as knowledge:
        for id, question in questions:
            found = knowledge.find.answer(question, limit=limit)
            line = {"id": id, "total": found.total, "results": [result.initiative.id for result in found.results]}
            print(json.dumps(line, ensure_ascii=False))


def _batch_lines(path: Path) -> Iterator[tuple[Any, str]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise PracticeError(f"{path}: cannot be read ({error}); expected a UTF-8 file of JSON lines") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            held = json.loads(line)
            yield held["id"], str(held["text"])
        except (ValueError, KeyError, TypeError):
            raise PracticeError(
                f'{path}:{number}: expected one JSON object, for example {{"id": "q1", "text": "youth justice"}}'
            ) from None


@app.command()
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
    from bot.progress import shown_progress
    from knowledge.domain.reloading import TERMINAL

    with _knowledge(load=False) as knowledge, shown_progress(quiet=as_json) as progress:
        try:
            reloaded = knowledge.reload.run(
                paths or None, dry_run=dry_run, strict=strict, by=TERMINAL, progress=progress
            )
        except Refused as error:
            if not as_json:
                raise
            from knowledge.domain.library import Reloaded

            reloaded = Reloaded(problems=error.problems)
        history = knowledge.reload.history() if dry_run else ()
    if as_json:
        from bot.views.as_json import reloaded_json

        print_json(reloaded_json(reloaded))
    else:
        from bot.views.reloaded import reloaded_lines

        print_problems(reloaded.problems)
        print_lines(reloaded_lines(reloaded, dry_run=dry_run, strict=strict, history=history))
    raise typer.Exit(1 if reloaded.problems else 0)


def _undo_reload(*, as_json: bool) -> None:
    from bot.progress import shown_progress
    from knowledge.domain.library import Reloaded
    from knowledge.domain.reloading import TERMINAL
    from knowledge.errors import NotFound, Problem

    with _knowledge(load=False) as knowledge, shown_progress(quiet=as_json) as progress:
        try:
            undone = knowledge.reload.undo(by=TERMINAL, progress=progress)
        except NotFound as error:
            if not as_json:
                raise
            undone = Reloaded(problems=(Problem(file="store", message=str(error)),))
    if as_json:
        from bot.views.as_json import reloaded_json

        print_json(reloaded_json(undone))
    else:
        from bot.views.reloaded import undone_lines

        for line in undone_lines(undone):
            print(line)
    raise typer.Exit(1 if undone.problems else 0)


@app.command()
def check(
    paths: Paths = None,
) -> None:
    """Read library files and lists, write nothing, and print each problem with its file and line."""
    from knowledge.importing.library import read_library
    from knowledge.importing.lists import read_lists

    settings = _settings()
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
    print(f"{counted(initiatives, 'initiative')} read, {counted(problems, 'problem')}.", file=sys.stderr)
    raise typer.Exit(1 if problems else 0)


@app.command("import")
def import_(
    files: Annotated[list[Path] | None, typer.Argument(help="Filled-in templates: .docx, .txt or .md.")] = None,
    dry_run: DryRun = False,
    as_json: Json = False,
    listed: Annotated[bool, typer.Option("--list", help="List the submissions that wait for review.")] = False,
) -> None:
    """Read filled-in Sharing Practice templates and save what they propose, to be reviewed."""
    if listed == bool(files):
        raise typer.BadParameter("give files to read, or --list")
    from bot.views.forms import form_lines, outcome_line, submission_lines

    with _knowledge() as knowledge:
        if listed:
            waiting = knowledge.import_forms.waiting()
        else:
            imported = knowledge.import_forms.run(files or [], dry_run=dry_run)
    if as_json:
        from bot.views.as_json import form_json, submission_json

        print_json([submission_json(one) for one in waiting] if listed else [form_json(one.form) for one in imported])
    elif listed:
        print_lines(submission_lines(waiting))
    else:
        for one in imported:
            print_lines(form_lines(one.form))
            print(outcome_line(one.form, one.outcome))
    raise typer.Exit(0 if listed or all(one.form.can_be_saved for one in imported) else 1)


@app.command()
def export(
    format: Annotated[str | None, typer.Option(help="yaml (reloads to the same store), csv, json or xlsx.")] = None,
    output: Annotated[Path | None, typer.Option(help="Write to this file (default: standard output).")] = None,
) -> None:
    """Write the whole published store, also what only its authority's members may see."""
    from bot.exports import Format
    from bot.exports import export as write

    if format is not None and format.lower() not in list(Format):
        raise typer.BadParameter(f"--format is one of {', '.join(Format)}")
    chosen = Format(format.lower()) if format else Format.of(output or Path())
    with _knowledge() as knowledge:
        number = write(knowledge.store.initiatives(), knowledge.store.lists().register, chosen, output)
    if output:
        print(f"{counted(number, 'initiative')} written to {output}.", file=sys.stderr)


@app.command()
def copy(
    to: Annotated[str, typer.Option(help="The other database, for example postgresql://user:password@host/practice.")],
    as_json: Json = False,
) -> None:
    """Copy the whole store into another, empty database. Stop the bot first: what it writes meanwhile stays behind."""
    from knowledge.errors import StoreUnusable
    from knowledge.store.copying import copy_store
    from knowledge.store.database import Database

    try:
        target = Database(to)
    except StoreUnusable as error:
        raise StoreUnusable(str(error).replace("PRACTICE_DATABASE_URL", "--to")) from None
    with _knowledge(load=False) as knowledge:
        try:
            copied = copy_store(knowledge.database, target)
        finally:
            target.close()
    if as_json:
        print_json({"rows": dict(copied.rows), "total": copied.total})
        return
    for name, rows in copied.rows.items():
        print(f"{name}: {counted(rows, 'row')}")
    print(f"{counted(copied.total, 'row')} copied to {target.where} and compared: nothing is missing or different.")
    print("Set PRACTICE_DATABASE_URL to the new address. The key of what is encrypted is not in the database: keep it.")


@app.command()
def evaluate(
    file: Annotated[Path, typer.Argument(help="Judged queries (YAML).")],
    as_json: Json = False,
) -> None:
    """Print relevance figures of the search on judged queries."""
    from knowledge.importing.judged import read_judged
    from knowledge.services.evaluate import evaluate as measure

    queries = read_judged(file)
    with _knowledge() as knowledge:
        figures = measure(knowledge.find.search(), queries)
    if as_json:
        from bot.views.figures import figures_json

        print_json(figures_json(figures))
        return
    from bot.views.figures import figure_lines

    print_lines(figure_lines(figures))


@app.command()
def serve() -> None:
    """Run the bot: Socket Mode when SLACK_APP_TOKEN is set, HTTP otherwise."""
    settings = _running_settings()
    from bot.serving import serve as run

    run(settings)


@app.command()
def work(
    once: Annotated[bool, typer.Option("--once", help="Do one round and stop.")] = False,
) -> None:
    """Run the background worker."""
    settings = _running_settings()
    from bot.worker import work as run

    run(settings, once=once)


@app.command()
def report(
    as_json: Json = False,
    picture: Annotated[Path | None, typer.Option(help="Draw the coverage as a picture into this PNG file.")] = None,
    dealt_with: Annotated[
        str | None, typer.Option(metavar="ID", help="Say that a question which was sent to you is dealt with.")
    ] = None,
) -> None:
    """Say what the store covers, what is out of date in it, and what people asked for that it does not hold."""
    if dealt_with is not None and picture is not None:
        raise typer.BadParameter("--dealt-with ID takes no --picture")
    if picture is not None and picture.suffix.lower() != ".png":
        raise typer.BadParameter("--picture writes a PNG: name a file that ends in .png")
    from bot.reporting import report as tell
    from bot.reporting import settle

    with _knowledge() as knowledge:
        if dealt_with is not None:
            problem = settle(knowledge.unanswered, dealt_with, as_json=as_json)
        else:
            problem = tell(knowledge.reporting, picture, as_json=as_json)
    raise typer.Exit(1 if problem else 0)


@app.command()
def doctor(as_json: Json = False) -> None:
    """Look the installation over: what is set, reachable and allowed, what is not, and how to mend it."""
    from bot.doctor import examine
    from bot.findings import State
    from bot.views.findings import finding_line, findings_json

    findings = []
    for finding in examine():
        findings.append(finding)
        if not as_json:
            print(finding_line(finding))
    if as_json:
        print_json(findings_json(findings))
    raise typer.Exit(1 if any(finding.state is State.PROBLEM for finding in findings) else 0)


@app.command()
def sandbox(
    port: Annotated[int, typer.Option(min=0, max=65535, help="The first port to try (8080).")] = 0,
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,
    own_store: Annotated[bool, typer.Option("--own-store", help="Work on the store itself, not on a copy.")] = False,
    with_tokens_set: Annotated[
        bool, typer.Option("--with-tokens-set", help="Run although a real workspace's tokens are set.")
    ] = False,
) -> None:
    """Try the whole bot in a browser, in a Slack of its own on this machine."""
    try:
        from bot.sandboxing import sandbox as run
    except ModuleNotFoundError as missing:
        raise PracticeError(
            f"The sandbox needs {missing.name}, which is not installed: pip install 'practice-finder[sandbox]', "
            "or in a clone .venv/bin/pip install --constraint constraints.txt --editable '.[sandbox]'"
        ) from missing
    run(_settings(), port=port, show=browser, own_store=own_store, tokens_allowed=with_tokens_set)


@app.command()
def migrate() -> None:
    """Bring the database schema up to date, and load the library if nothing was ever loaded."""
    with _knowledge() as knowledge:
        print(f"The database is up to date: {knowledge.database.where}.")


def _settings() -> Settings:
    return read_settings()


def _running_settings() -> Settings:
    from config.logs import set_up_logs

    settings = _settings()
    settings.require_slack()
    set_up_logs(settings.log_level, settings.log_format)
    return settings


@contextmanager
def _knowledge(*, load: bool = True) -> Iterator[Knowledge]:
    """The store, migrated; and loaded if nothing ever was, its problems printed."""
    from bot.wiring.knowledge import Knowledge

    knowledge = Knowledge(_settings())
    try:
        if load:
            print_problems(knowledge.make_ready())
        elif not knowledge.database.is_current():
            knowledge.database.migrate()
        yield knowledge
    finally:
        knowledge.close()


def _fail(lines: list[str]) -> NoReturn:
    for line in lines:
        print(line, file=sys.stderr)
    sys.exit(1)


if __name__ == "__main__":
    main()
