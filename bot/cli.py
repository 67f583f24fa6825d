"""The `practice` command. Each command imports what it needs and nothing more: asking should feel instant."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import closing
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from bot.opening import failures_in_json, opened, sentences_of
from bot.printing import counted, print_json, print_lines, print_problems
from config.settings import Settings, SettingsError, read_settings
from knowledge.errors import PracticeError, Refused

#: Results a line of `--batch` holds unless told otherwise.
BATCH_LIMIT = 10
#: How writing to standard output fails: its reader went away, the disk or the quota is full, the device fails.
OUTPUT_LOST = (errno.EPIPE, errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)

#: What shells and schedulers know an interrupted command by: 128 and the number of the signal (SIGINT).
INTERRUPTED = 130


class Commands(TyperGroup):
    """The commands; Ctrl-C ends any of them with a word and a status of its own."""

    def invoke(self, ctx: Any) -> Any:
        """Run the chosen command."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            print_problems(["Interrupted: what was not finished is not saved."])
            raise typer.Exit(INTERRUPTED) from None


app = typer.Typer(
    name="practice",
    cls=Commands,
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
    """Run the command line; exit status 0 done, 1 problems (each printed), 2 wrong usage, 130 interrupted."""
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
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


@app.command(context_settings={"ignore_unknown_options": True})
def ask(
    text: Annotated[list[str] | None, typer.Argument(help="The question, with or without quotes.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, max=1000, help="Results at most (5; with --batch 10).")] = None,
    as_json: Json = False,
    batch: Annotated[Path | None, typer.Option(help='A file of JSON lines {"id": ..., "text": ...}.')] = None,
) -> None:
    """Answer a question exactly as the bot would."""
    if (text is None) == (batch is None):
        raise typer.BadParameter("give either a question or --batch FILE")
    # One minus leaves a word out; two are an option misspelt.
    if unknown := [word for word in text or [] if word.startswith("--") and word.strip("-").replace("-", "").isalpha()]:
        raise typer.BadParameter(f"no such option: {unknown[0]}")
    from knowledge.services.find import PAGE

    if batch is not None:
        from bot.batch import answer_batch

        answer_batch(batch, limit or BATCH_LIMIT)
        return
    question = " ".join(text or [])
    with failures_in_json(as_json), opened() as (knowledge, problems):
        from bot.conversation import Conversation
        from bot.names import Subcommand
        from bot.payloads.values import Asking
        from bot.views.contacts import Audience

        conversation = Conversation(knowledge.find)
        if as_json:
            from bot.views.as_json import answer_json, said_json

            # Browsing has an answer of its own.
            special = None if Subcommand.of(question) is Subcommand.BROWSE else conversation.special(question)
            if special is not None:
                print_json(said_json(question, special.said, problems))
            else:
                print_json(answer_json(knowledge.find.answer(question, limit=limit or PAGE), problems))
            return
        reply = conversation.reply(Asking(question), audience=Audience.TERMINAL, limit=limit or PAGE)
        print(reply.said)


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
    from bot.views.as_json import not_reloaded_json, reloaded_json
    from bot.views.reloaded import reloaded_lines
    from knowledge.domain.reloading import TERMINAL

    with (
        failures_in_json(as_json, not_reloaded_json),
        opened(load=False) as (knowledge, _),
        shown_progress(quiet=as_json) as progress,
    ):
        reloaded = knowledge.reload.run(paths or None, dry_run=dry_run, strict=strict, by=TERMINAL, progress=progress)
        history = knowledge.reload.history() if dry_run else ()
    print_problems(reloaded.problems)
    if as_json:
        print_json(reloaded_json(reloaded))
    else:
        print_lines(reloaded_lines(reloaded, dry_run=dry_run, strict=strict, history=history))
    raise typer.Exit(1 if reloaded.problems else 0)


def _undo_reload(*, as_json: bool) -> None:
    from bot.progress import shown_progress
    from bot.views.as_json import not_reloaded_json, reloaded_json
    from bot.views.reloaded import undone_lines
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


@app.command()
def check(
    paths: Paths = None,
) -> None:
    """Read library files and lists, write nothing, and print each problem with its file and line."""
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
    from bot.importing import import_files, list_waiting

    done = list_waiting(as_json=as_json) if listed else import_files(files or [], dry_run=dry_run, as_json=as_json)
    raise typer.Exit(0 if done else 1)


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
    with opened() as (knowledge, _):
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

    with failures_in_json(as_json), closing(Database(to, setting="--to")) as target:
        settings = read_settings()
        with closing(Database(settings.database_url)) as source:
            if source.file and not source.file.exists():
                raise StoreUnusable(
                    f"The database {source.where} does not exist, so there is nothing to copy. Correct "
                    f"{settings.database_setting}: it names the one to copy from."
                )
        with opened(load=False) as (knowledge, _):
            copied = copy_store(knowledge.database, target)
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
    from bot.views.as_json import problems_json
    from bot.views.figures import figure_lines, figures_json
    from knowledge.importing.judged import read_judged
    from knowledge.services.evaluate import evaluate as measure

    with failures_in_json(as_json):
        queries = read_judged(file)
        with opened() as (knowledge, problems):
            figures = measure(knowledge.find.search(), queries)
            if as_json:
                print_json(figures_json(figures) | {"problems": problems_json(problems)})
            else:
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

    with failures_in_json(as_json), opened() as (knowledge, problems):
        if dealt_with is not None:
            problem = settle(knowledge.unanswered, dealt_with, as_json=as_json)
        else:
            problem = tell(knowledge.reporting, picture, problems, as_json=as_json)
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
    run(read_settings(), port=port, show=browser, own_store=own_store, tokens_allowed=with_tokens_set)


@app.command()
def migrate(
    key_lost: Annotated[
        bool, typer.Option("--key-lost", help="Go on with the keys set now: those from before are lost for good.")
    ] = False,
) -> None:
    """Bring the database schema up to date, and load the library if nothing was ever loaded."""
    with opened() as (knowledge, _):
        if key_lost:
            knowledge.keyring.begin_anew()
            print("What is kept from now on is encrypted and hashed with the key that is set now.")
        print(f"The database is up to date: {knowledge.database.where}.")


def _running_settings() -> Settings:
    from config.logs import set_up_logs

    settings = read_settings()
    settings.require_slack()
    set_up_logs(settings.log_level, settings.log_format)
    return settings


if __name__ == "__main__":
    main()
