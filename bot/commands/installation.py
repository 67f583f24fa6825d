"""Running the bot, and looking after what it runs on."""

from __future__ import annotations

import logging
import os
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.options import Json
from bot.commands.printing import print_json
from bot.commands.store import opened
from bot.metrics.shared import forget_counts, keep_counts
from bot.version import version
from bot.views.kit.counts import counted_plainly
from config.settings import Settings, read_settings
from knowledge.errors import PracticeError

log = logging.getLogger(__name__)


def copy(
    to: Annotated[str, typer.Option(help="The other database, for example postgresql://user:password@host/practice.")],
    as_json: Json = False,
) -> None:
    """Copy the whole store into another, empty database. Stop the bot first: what it writes meanwhile stays behind."""
    from knowledge.errors import StoreUnusable
    from knowledge.store.copying import copy_store
    from knowledge.store.database import Database

    with closing(Database(to, setting="--to")) as target:
        settings = read_settings()
        with closing(Database(settings.database_url, setting=settings.database_setting)) as source:
            if source.file and not source.file.exists():
                raise StoreUnusable(
                    f"The database {source.where} does not exist, so there is nothing to copy. Correct "
                    f"{settings.database_setting}: it names the one to copy from."
                )
        with opened(load=False) as (knowledge, _):
            copied = copy_store(knowledge.database, target)
            key = knowledge.keyring.file
    if as_json:
        print_json({"rows": dict(copied.rows), "total": copied.total})
        return
    for name, rows in copied.rows.items():
        print(f"{name}: {counted_plainly(rows, 'row')}")
    total = counted_plainly(copied.total, "row")
    print(f"{total} copied to {target.where} and compared: nothing is missing or different.")
    print(f"Set {settings.database_setting} to the new address.")
    if key is None:
        print("The keys of what is encrypted are not in the database: keep PRACTICE_SECRET_KEYS as it is.")
    elif key.exists():
        print(f"The key of what is encrypted is not in the database: set PRACTICE_SECRET_KEYS to what {key} holds.")


def serve() -> None:
    """Run the bot. It uses Socket Mode when SLACK_APP_TOKEN is set, HTTP otherwise."""
    settings = _running_settings()
    if not os.environ.get("WEB_CONCURRENCY", "").strip():
        # gunicorn reads it by itself while it is imported, and takes an empty one for a number.
        os.environ.pop("WEB_CONCURRENCY", None)
    keep_counts(shared=settings.processes > 1 and not settings.socket_mode)
    from bot.serving.serve import serve as run

    try:
        run(settings)
    except PracticeError:
        forget_counts()  # nothing was served
        raise


def work(
    once: Annotated[bool, typer.Option("--once", help="Do one round and stop.")] = False,
) -> None:
    """Run the background worker."""
    settings = _running_settings()
    from bot.worker import work as run

    run(settings, once=once)


def report(
    as_json: Json = False,
    picture: Annotated[
        Path | None, typer.Option(help="Draw the coverage as a picture into this PNG file.", readable=False)
    ] = None,
    dealt_with: Annotated[
        str | None, typer.Option(metavar="ID", help="Say that a question which was sent to you is dealt with.")
    ] = None,
) -> None:
    """Say what the store covers, and what is old or missing. What was sent to the admins is listed too."""
    if dealt_with is not None and picture is not None:
        raise typer.BadParameter("--dealt-with ID takes no --picture")
    if picture is not None and picture.suffix.lower() != ".png":
        raise typer.BadParameter("--picture writes a PNG: name a file that ends in .png")
    from bot.commands.reporting import report as tell
    from bot.commands.reporting import settle

    with opened() as (knowledge, problems):
        if dealt_with is not None:
            problem = settle(knowledge.unanswered, dealt_with, problems, as_json=as_json)
        else:
            problem = tell(knowledge.reporting, picture, problems, as_json=as_json)
    raise typer.Exit(1 if problem else 0)


def doctor(as_json: Json = False) -> None:
    """Look the installation over, and say how to mend it. What is set, reachable and allowed is said too."""
    from bot.doctor.examination import examine
    from bot.doctor.findings import State, finding_line, findings_json

    findings = []
    for finding in examine():
        findings.append(finding)
        if not as_json:
            print(finding_line(finding))
    if as_json:
        print_json(findings_json(findings))
    raise typer.Exit(1 if any(finding.state is State.PROBLEM for finding in findings) else 0)


def sandbox(
    port: Annotated[int, typer.Option(min=0, max=65535, help="The first port to try (8080).", show_default=False)] = 0,
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,
    own_store: Annotated[bool, typer.Option("--own-store", help="Work on the store itself, not on a copy.")] = False,
    with_tokens_set: Annotated[
        bool, typer.Option("--with-tokens-set", help="Run although a real workspace's tokens are set.")
    ] = False,
) -> None:
    """Try the whole bot in a browser, in a Slack of its own. All of it runs on this machine."""
    try:
        from bot.commands.sandboxing import sandbox as run
    except ModuleNotFoundError as missing:
        raise PracticeError(
            f"The sandbox needs {missing.name}, which is not installed: pip install 'practice-finder[sandbox]', "
            "or in a clone .venv/bin/pip install --constraint constraints.txt --editable '.[sandbox]'"
        ) from missing
    run(read_settings(), port=port, show=browser, own_store=own_store, tokens_allowed=with_tokens_set)


def migrate(
    key_lost: Annotated[
        bool, typer.Option("--key-lost", help="Go on with the keys set now: those from before are lost for good.")
    ] = False,
) -> None:
    """Bring the database schema up to date. The library is loaded if nothing was ever loaded."""
    with opened() as (knowledge, _):
        if key_lost:
            knowledge.keyring.begin_anew()
            print("What is kept from now on is encrypted and hashed with the key that is set now.")
        print(f"The database is up to date: {knowledge.database.where}.")
        knowledge.require_loaded()


def _running_settings() -> Settings:
    from bot.doctor.unused import look_at_unused, look_for_library
    from config.logs import set_up_logs

    settings = read_settings()
    settings.require_slack()
    set_up_logs(settings.log_level, settings.log_format)
    log.info("%s", version())
    for finding in (*look_at_unused(settings), *look_for_library(settings)):
        log.warning("%s; to mend it: %s", finding.said, finding.mend)
    return settings
