"""An answer, in words and blocks: the same for a person in Slack, a channel and the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.names import Action
from bot.payloads.unanswered import Sendable
from bot.payloads.values import Asking
from bot.views.answers.understood import short_of, taking_off, unknown_filter
from bot.views.content.contacts import SHORT_LIST, Audience, talk_to
from bot.views.content.standing import capital, checked, origin
from bot.views.kit.blocks import (
    MESSAGE_TEXT,
    Block,
    SlackMessage,
    actions,
    button,
    confirm,
    divider,
    escape,
    rich_text,
    shorten,
)
from bot.views.kit.lines import Line, bold, italic, line, linked, plain
from knowledge.domain.query import Answer, Intent, Piece, Query, Result, Suggestion
from knowledge.domain.text import QUESTION_LENGTH, listed, units

#: Characters of a summary in a list of results, tried from the first until the message fits; *Open* shows all of it.
SUMMARY_SHOWN = (320, 240, 160, 80)
#: What an answer to a channel leaves free for the words that say who shared it.
SHARED_BY_TEXT = 200
#: Buttons to take a piece of the understanding off; more would drown the answer.
PIECES_SHOWN = 6
TITLE_SHOWN = 60


def fitting(answer: Answer, audience: Audience) -> Answer:
    """The answer with as many of its results, from the first, as one message has room for whole; at least one."""
    while len(answer.results) > 1 and not _fits(_drawn(answer, audience, SUMMARY_SHOWN[-1]), audience):
        answer = replace(answer, results=answer.results[:-1])
    return answer


def answer_message(
    answer: Answer,
    audience: Audience,
    *,
    shareable: bool = False,
    sendable: bool = True,
    admins_key: str | None = None,
) -> SlackMessage:
    """The answer, made `fitting` before, with its buttons.

    `shareable` and `sendable`: whether it can go to the channel, to one's messages. `admins_key`, made for this answer
    by chance: where it is `lacking`, its question can be sent to the admins. Everything that the blocks show is in the
    plain text too, whole: summaries are shortened until a message holds it.
    """
    for summary_shown, people_shown in _measures():
        drawn = _drawn(
            answer,
            audience,
            summary_shown,
            people_shown,
            shareable=shareable,
            sendable=sendable,
            admins_key=admins_key,
        )
        if _fits(drawn, audience):
            break
    return drawn


def _measures() -> Iterator[tuple[int, int]]:
    """Characters of a summary and contacts of a result: fewer contacts where a single result is too long for all."""
    for summary_shown in SUMMARY_SHOWN:
        yield summary_shown, SHORT_LIST
    for people_shown in reversed(range(SHORT_LIST)):
        yield SUMMARY_SHOWN[-1], people_shown


def _fits(drawn: SlackMessage, audience: Audience) -> bool:
    room = MESSAGE_TEXT - (SHARED_BY_TEXT if audience is Audience.CHANNEL else 0)
    return audience is Audience.TERMINAL or units(escape(drawn.said)) <= room


def _drawn(
    answer: Answer,
    audience: Audience,
    summary_shown: int,
    people_shown: int = SHORT_LIST,
    *,
    shareable: bool = False,
    sendable: bool = True,
    admins_key: str | None = None,
) -> SlackMessage:
    opening = opening_lines(answer)
    said = [*opening]
    blocks = [*rich_text(opening), *actions(_understanding_buttons(answer.query))]
    for number, result in enumerate(answer.results, start=answer.offset + 1):
        lines = result_lines(
            result,
            number,
            audience,
            summary_shown=summary_shown,
            people_shown=people_shown,
            people_first=answer.query.intent is Intent.CONTACT,
        )
        if number - 1 == answer.less_close:
            lines = [line(italic("Less close to what you asked:")), *lines]
        said += [line(""), *lines]
        opener = button(
            "Open", Action.OPEN, result.initiative.id, label=f"Open {shorten(result.initiative.title, TITLE_SHOWN)}"
        )
        blocks += [divider(), *rich_text(lines), *actions([opener])]
    closing = closing_lines(answer, audience)
    if closing:
        said += [line(""), *closing]
        blocks += [divider(), *rich_text(closing)]
    blocks += actions(_suggestion_buttons(answer.suggestions))
    blocks += actions(_footer_buttons(answer, shareable=shareable, sendable=sendable, admins_key=admins_key))
    return SlackMessage(plain(said), tuple(blocks))


def opening_lines(answer: Answer) -> list[Line]:
    """What comes first: help for people at risk, a shared alias, corrections, how it was read, how many there are."""
    query, lines = answer.query, []
    if answer.signpost:
        lines += [line(bold(answer.signpost.text))]
        lines += [line(linked(label, url), bullet=True) for label, url in answer.signpost.links]
        lines += [line("")]
    if query.shared_alias:
        names = listed(_outside_areas(query), last="or")
        shared = " Here is what all of them have shared." if answer.total and not _only_mentioned(answer) else ""
        lines.append(line(f"“{query.shared_alias}” can mean {names}.{shared}"))
    official = {one.name: one.official for one in query.authorities}
    for area, names_there in query.areas:
        there = [official.get(name, name) if name == area else name for name in names_there]
        lines.append(line(f"{area} is read as {listed(there)}."))
    if query.corrections:
        read = [f"“{correction.typed}” as “{correction.meant}”" for correction in query.corrections]
        lines.append(line("I read ", listed(read), "."))
    lines += [line(unknown_filter(key, value)) for key, value in query.unknown]
    if named := _only_mentioned(answer):
        mention = "This initiative mentions" if answer.total == 1 else "These initiatives mention"
        lines.append(line(f"{listed(named, last='or')} itself has nothing that answers this. {mention} it."))
    if query.cut:
        lines.append(
            line(f"The question was long: only the part quoted here was used, {QUESTION_LENGTH} characters at most.")
        )
    lines.append(line(bold(_count(answer))))
    lines += [line(said) for said in short_of(answer)]
    if understood := [piece.label for piece in query.pieces if piece.kind not in ("words", "phrase")]:
        lines.append(line(italic(f"Understood as {'; '.join(understood)}.")))
    return lines


def result_lines(
    result: Result,
    number: int,
    audience: Audience,
    *,
    summary_shown: int,
    people_shown: int = SHORT_LIST,
    people_first: bool = False,
) -> list[Line]:
    """One result: title and authority, what is done, whom to talk to, why it is here, where it was read."""
    initiative = result.initiative
    title = line(bold(f"{number}. {initiative.title}"), f" - {initiative.authority}")
    summary = line(shorten(initiative.summary, summary_shown))
    people = talk_to(initiative, audience, most=people_shown)
    source = linked(initiative.source.title, initiative.source.url)
    read = line(f"{capital(origin(initiative))}: ", source, f"; {checked(initiative)}.")
    why = [line(italic(f"Matched by {'; '.join(result.why)}."))] if result.why else []
    return [title, *((people, summary) if people_first else (summary, people)), *why, read]


def closing_lines(answer: Answer, audience: Audience) -> list[Line]:
    """What comes last: how many more there are, or where to go when nothing was found."""
    shown = answer.offset + len(answer.results)
    if answer.results and answer.total > shown:
        how = f"Add --limit {answer.total}" if audience is Audience.TERMINAL else "Press More"
        return [line(f"{answer.total - shown} more. {how}, or narrow the question with a theme or an authority.")]
    if answer.suggestions:
        return [
            line("You could try:" if not answer.results else "See also:"),
            *(line(suggestion.text, bullet=True) for suggestion in answer.suggestions),
        ]
    return []


def _only_mentioned(answer: Answer) -> list[str]:
    """The authorities asked for, where all results are of others that only name them; what is theirs comes first."""
    query = answer.query
    if query.regions or query.nations or answer.offset:
        return []
    named = [authority.name for authority in query.authorities]
    owners = {result.initiative.authority for result in answer.results}
    if not owners or not owners.isdisjoint(named):
        return []
    return [*(area for area, _ in query.areas), *_outside_areas(query)]


def _outside_areas(query: Query) -> list[str]:
    """The authorities that were named by themselves."""
    there = {name for _, names in query.areas for name in names}
    return [one.name for one in query.authorities if one.name not in there]


def _count(answer: Answer) -> str:
    asked = f"“{answer.query.text}”"
    if not answer.query.text:
        return "There was no question to answer."
    if not answer.total:
        return f"Nothing in the store answers {asked}."
    if not answer.results:
        shown = "the only one was" if answer.total == 1 else f"all {answer.total} were"
        return f"There are no more initiatives for {asked}: {shown} shown."
    if answer.total == 1:
        return f"One initiative for {asked}:"
    first, last = answer.offset + 1, answer.offset + len(answer.results)
    if answer.total == last and answer.offset == 0:
        return f"{answer.total} initiatives for {asked}:"
    which = f"Initiative {first}" if first == last else f"Initiatives {first} to {last}"
    return f"{which} of {answer.total} for {asked}:"


def _understanding_buttons(query: Query) -> list[Block]:
    """Buttons that ask again: for one of the authorities that share an alias, as typed, or without a piece."""
    asked: list[tuple[str, str]] = []
    if query.shared_alias:
        asked += [(f"Only {authority.name}", _only(query, authority.name)) for authority in query.authorities]
    asked += [(f"Search for “{each.typed}”", each.undone) for each in query.corrections]
    if not query.shared_alias:
        asked += [(taking_off(piece), piece.without) for piece in _removable(query)]
    return [
        button(shorten(text, TITLE_SHOWN), Action.ASK.numbered(number), Asking(question).value())
        for number, (text, question) in enumerate(asked)
    ]


def _removable(query: Query) -> list[Piece]:
    pieces = [piece for piece in query.pieces if piece.kind != "words" and piece.without.strip()]
    return pieces[:PIECES_SHOWN]


def _only(query: Query, authority: str) -> str:
    """The question with the shared alias replaced by one authority."""
    alias = query.shared_alias or ""
    at = query.text.lower().find(alias.lower())
    rest = query.text if at < 0 else query.text[:at] + query.text[at + len(alias) :]
    return f'{" ".join(rest.split())} in:"{authority}"'.strip()


def _suggestion_buttons(suggestions: tuple[Suggestion, ...]) -> list[Block]:
    buttons = []
    for number, suggestion in enumerate(suggestions):
        match suggestion.kind, suggestion.id:
            case "initiative", str(id):
                buttons.append(button("Open it", Action.OPEN, id, label=f"Open {suggestion.text}"))
            case "theme", str(slug):
                buttons.append(_asking(number, suggestion, f"theme:{slug}"))
            case "authority", str(name):
                buttons.append(_asking(number, suggestion, suggestion.question or f'in:"{name}"'))
            case "browse", _:
                buttons.append(_asking(number, suggestion, suggestion.question or "browse"))
            case "share", _:
                buttons.append(button(shorten(suggestion.text, TITLE_SHOWN), Action.SHARE_FORM, "new"))
    return buttons


def _asking(number: int, suggestion: Suggestion, question: str) -> Block:
    return button(shorten(suggestion.text, TITLE_SHOWN), Action.ASK.numbered(100 + number), Asking(question).value())


def _footer_buttons(answer: Answer, *, shareable: bool, sendable: bool, admins_key: str | None) -> list[Block]:
    shown = answer.offset + len(answer.results)
    here = Asking(answer.query.text, answer.offset).value()
    buttons = []
    if answer.results and answer.total > shown:
        buttons.append(button("More", Action.MORE, Asking(answer.query.text, shown).value(), label="More results"))
    if answer.results and shareable:
        asks = confirm(
            "Share in this channel?",
            "Everyone here will see your question, these initiatives and that you shared them. "
            "E-mail addresses and phone numbers stay private unless they are public.",
            yes="Share",
            no="Keep private",
        )
        buttons.append(button("Share in channel", Action.SHARE, here, confirm=asks))
    if answer.results and sendable:
        buttons.append(button("Send to my messages", Action.SEND, here))
    # Whoever is shown where to get help at once is not sent to people who read their messages some day.
    if admins_key and answer.lacking and answer.query.text and not answer.signpost:
        sending = Sendable(answer.query.text, admins_key)
        buttons.append(button("Send to the admins", Action.UNANSWERED_SEND, sending.value()))
    return buttons
