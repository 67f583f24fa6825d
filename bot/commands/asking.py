"""Asking, and measuring how well questions are answered."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.options import Json
from bot.commands.printing import print_json, print_lines, print_problems
from bot.commands.store import opened

#: Results a line of `--batch` holds unless told otherwise.
BATCH_LIMIT = 10


def ask(
    text: Annotated[list[str] | None, typer.Argument(help="The question, with or without quotes.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Results at most (5; with --batch 10).")] = None,
    as_json: Json = False,
    batch: Annotated[
        Path | None, typer.Option(help='A file of JSON lines {"id": ..., "text": ...}.', readable=False)
    ] = None,
) -> None:
    """Answer a question exactly as the bot would."""
    if (text is None) == (batch is None):
        raise typer.BadParameter("give either a question or --batch FILE")
    # One minus leaves a word out; two are an option misspelt.
    if unknown := [word for word in text or [] if word.startswith("--") and word.strip("-").replace("-", "").isalpha()]:
        raise typer.BadParameter(f"no such option: {unknown[0]}")
    from knowledge.services.find import PAGE

    if batch is not None:
        from bot.commands.batch import answer_batch

        answer_batch(batch, limit or BATCH_LIMIT)
        return
    question = " ".join(text or [])
    with opened() as (knowledge, problems):
        from bot.answering.conversation import Conversation
        from bot.names import Subcommand
        from bot.payloads.values import Asking
        from bot.views.content.contacts import Audience

        conversation = Conversation(knowledge.find)
        if as_json:
            from bot.views.terminal.as_json import answer_json, said_json

            # Browsing has an answer of its own.
            browses = Subcommand.of(question) is Subcommand.BROWSE
            special = None if browses else conversation.special(question, audience=Audience.TERMINAL)
            if special is not None:
                print_json(said_json(question, special.said, problems))
            else:
                print_json(answer_json(knowledge.find.answer(question, limit=limit or PAGE), problems))
            return
        reply = conversation.reply(Asking(question), audience=Audience.TERMINAL, limit=limit or PAGE)
        print(reply.said)


def evaluate(
    file: Annotated[Path, typer.Argument(help="Judged queries (YAML).", readable=False)],
    as_json: Json = False,
) -> None:
    """Measure the search by judged queries. What they judge and the store does not hold is named."""
    from bot.views.terminal.as_json import problems_json
    from bot.views.terminal.figures import figure_lines, figures_json
    from knowledge.importing.judged import read_judged
    from knowledge.services.evaluate import evaluate as measure
    from knowledge.services.evaluate import unheld

    queries = read_judged(file)
    with opened() as (knowledge, problems):
        judged = sorted({id for query in queries for id in query.relevant})
        # No problem of the file: a store may hold less than the one that it was judged on.
        notes = unheld(queries, knowledge.store.get(judged), str(file))
        print_problems(notes)
        figures = measure(knowledge.find.search(), queries)
        if as_json:
            print_json(figures_json(figures) | {"notes": problems_json(notes), "problems": problems_json(problems)})
        else:
            print_lines(figure_lines(figures))
