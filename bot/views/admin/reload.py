"""A reload in Slack: what it would do, how far it is, what it did, and how to take it back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from bot.names import Action
from bot.payloads.reloading import ID_LENGTH, TAKEN, Previewed, Undo
from bot.views.kit.blocks import Block, SlackMessage, actions, button, confirm, message, shorten
from bot.views.kit.counts import counted
from bot.views.kit.lines import Line, bold, line
from knowledge.domain.comparison import EntryChange
from knowledge.domain.days import said_at
from knowledge.domain.library import Reloaded
from knowledge.domain.reloading import LastReload, Preview, said_of_reload
from knowledge.domain.version import AuditLine
from knowledge.errors import Problem

#: Slack splits a message whose blocks hold more than some 4,000 characters, and buttons must not part from what they
#: decide on; what is said around the lists has room in the rest.
LISTED_TEXT = 3000
#: Ids named for each outcome.
NAMED = 10
#: Changed entries shown field by field, and fields shown of each.
CHANGES, FIELDS = 6, 5
#: Problems shown.
PROBLEMS = 6
#: Characters shown of a value before and after, of a problem, and of an earlier reload.
VALUE, PROBLEM, EARLIER = 60, 260, 260
#: Entries edited in Slack whose file's version is offered by a button.
OFFERED = 4
TITLE_SHOWN = 40

#: The folders before the name of another file that a problem speaks of; those of a whole path may have spaces.
_FOLDERS = re.compile(
    r"(?<![\w/.])/(?:(?:(?!\.ya?ml\b)[^/\n])*/)*(?=[^/\n]+?\.ya?ml\b)|(?:[^\s/]*/)+(?=[^\s/]+\.ya?ml\b)"
)
_KEPT = "Kept as posted or edited in Slack"
_EVERYTHING = "practice reload --dry-run lists all of it on the terminal."


def preview_message(preview: Preview, token: str, *, name: Callable[[str], str] = str, first: str = "") -> SlackMessage:
    """What a reload would do, with the buttons that do it; `first` is said on top, `name` says who a key is."""
    outcome = preview.outcome
    taken = set(preview.take)
    lines = [
        *([line(first), line("")] if first else []),
        line(bold("Reload: what would happen"), ". Nothing has changed yet."),
        _counts(outcome),
    ]
    lines += _within(
        LISTED_TEXT,
        [
            _taken(preview.take),
            _lists("Lists would change", outcome.lists),
            _problems(outcome.problems),
            _ids("Would be removed", outcome.removed),
            _ids("Would be added", outcome.added),
            _changes("Would be changed", outcome.changed, outcome.details, ("now", "then")),
            _ids("Would follow a renamed theme or a successor", outcome.carried),
            _changes(_KEPT, outcome.kept, outcome.differing, ("kept", "file"), every=True),
            _earlier(preview.history, name),
        ],
    )
    changes = bool(outcome.added or outcome.changed or outcome.removed or outcome.carried)
    applies = changes or bool(outcome.lists)
    if not changes:
        lines.append(line("No initiative would change." if outcome.lists else "There is nothing to apply."))
    if outcome.problems:
        rest = "; the rest can be applied" if applies else ""
        lines.append(line(f"What is refused keeps the version in the store{rest}."))
    previewed = Previewed(token, outcome.plan, preview.take)
    return message(
        lines,
        *actions([*([_apply(previewed, outcome)] if applies else []), *_undo(preview.last, token)]),
        *actions(_takes(previewed, [one for one in outcome.differing if one.id not in taken])),
    )


def progress_message(doing: str, done: int, of: int | None) -> SlackMessage:
    """How far it is."""
    if not done:
        return message([line("Reloading. I say here when it is done; you need not wait.")])
    how_far = f"{done:,} of {of:,}" if of else f"{done:,}"
    what = "read" if doing == "reading" else "saved"
    return message([line(f"Reloading: {how_far} entries {what} so far. Readers see the old state until it is done.")])


def applied_message(applied: Reloaded, last: LastReload | None, token: str) -> SlackMessage:
    """What a reload did, with the way back; `token` tells this message from every other."""
    if not applied.applied:
        lines = [line(bold("Nothing was applied."))]
    else:
        lines = [
            line(bold("Reloaded."), " Everyone is answered from the new state from their next question on."),
            _counts(applied),
        ]
    lines += _within(
        LISTED_TEXT,
        [
            _lists("Lists changed", applied.lists),
            _problems(applied.problems),
            _ids("Removed", applied.removed),
            _ids("Added", applied.added),
            _ids("Changed", applied.changed),
        ],
    )
    if applied.refused:
        lines.append(line("What is refused keeps the version in the store."))
    return message(lines, *actions(_undo(last, token) if applied.applied else []))


def undone_message(undone: Reloaded) -> SlackMessage:
    """What undoing did."""
    lines = [
        line(bold("Undone."), " The store is as it was before the last reload."),
        *_within(
            LISTED_TEXT,
            [
                _lists("Lists changed back", undone.lists),
                _ids("Brought back", undone.added),
                _ids("Put back as before", undone.changed),
                _ids("Taken out again", undone.removed),
                _ids("Left as posted or edited in Slack since", undone.kept),
            ],
        ),
        line("If the files are not put right, the next reload does the same again."),
    ]
    return message(lines, *actions([_look()]))


def ended_message(done: str | None) -> SlackMessage:
    """To whoever pressed and could not be told at once: what was done, or that it was interrupted."""
    if done is None:
        said = " The store is as it was before: nothing was changed. Look again to do it again."
        lines = [line(bold("Your reload was interrupted before it was done."), said)]
    else:
        lines = [line(bold("Your reload is done."), " I could not say so at once.")]
        lines.append(line(f"{done[:1].upper()}{done[1:]}."))
    return message(lines, *actions([_look()]))


def not_done_message(words: Iterable[str]) -> SlackMessage:
    """Why nothing was done, with a button to look again."""
    return message([line(each) for each in words], *actions([_look()]))


def _look() -> Block:
    return button("Look again", Action.RELOAD_LOOK, "look", label="Look again at what a reload would do")


def _apply(previewed: Previewed, outcome: Reloaded) -> Block:
    removed = len(outcome.removed)
    sure = None
    if removed:
        sure = confirm(
            "Apply?",
            f"{counted(removed, 'initiative')} will no longer be found. You can undo it.",
            yes="Apply",
            no="Cancel",
        )
    return button("Apply", Action.RELOAD_APPLY, previewed.value(), label="Apply this reload", confirm=sure) | {
        "style": "primary"
    }


def _undo(last: LastReload | None, token: str) -> list[Block]:
    if last is None:
        return []
    by = f" by {last.by}" if last.by else ""
    what = f"The store goes back to before the reload{by} on {said_at(last.at)}. What was shared since stays."
    sure = confirm("Undo the last reload?", what, yes="Undo it", no="Cancel")
    return [button("Undo last reload", Action.RELOAD_UNDO, Undo(token, last.revision).value(), confirm=sure)]


def _takes(previewed: Previewed, differing: Sequence[EntryChange]) -> list[Block]:
    if len(previewed.take) >= TAKEN:
        return []
    return [
        button(
            f"Take file's version: {shorten(one.title, TITLE_SHOWN)}",
            Action.RELOAD_TAKE.numbered(number),
            replace(previewed, take=(*previewed.take, one.id)).value(),
            label=f"Look again with the file's version of {shorten(one.title, TITLE_SHOWN)}",
        )
        for number, one in enumerate(differing[:OFFERED])
        if len(one.id) <= ID_LENGTH
    ]


def _counts(outcome: Reloaded) -> Line:
    counted = (
        (len(outcome.added), "added"),
        (len(outcome.changed), "changed"),
        (len(outcome.removed), "removed"),
        (outcome.unchanged, "unchanged"),
        (len(outcome.kept), "kept from Slack"),
        (outcome.refused, "refused"),
    )
    return line(", ".join(f"{number:,} {what}" for number, what in counted))


def _lists(heading: str, changes: Sequence[str]) -> list[Line]:
    return [line(bold(f"{heading}: "), "; ".join(changes))] if changes else []


def _taken(take: Sequence[str]) -> list[Line]:
    return [line(f"The file's version is taken of: {', '.join(take)}.")] if take else []


def _earlier(history: Sequence[AuditLine], name: Callable[[str], str]) -> list[Line]:
    if not history:
        return []
    said = [f"{said_at(one.at)}, {name(one.by)}: {said_of_reload(one)}." for one in history]
    return [line(bold("Last reloads")), *(line(shorten(one, EARLIER), bullet=True) for one in said)]


def _ids(heading: str, ids: Sequence[str]) -> list[Line]:
    if not ids:
        return []
    more = f" and {len(ids) - NAMED:,} more" if len(ids) > NAMED else ""
    return [line(bold(f"{heading} ({len(ids):,}): "), ", ".join(ids[:NAMED]) + more)]


def _changes(
    heading: str,
    ids: Sequence[str],
    changes: Sequence[EntryChange],
    sides: tuple[str, str],
    *,
    every: bool = False,
) -> list[Line]:
    """Field by field what differs; with `every` also the ids of those in which nothing does."""
    if not changes:
        return _ids(heading, ids)
    of = "" if not every else f", {len(changes):,} of them otherwise in their file"
    lines = [line(bold(f"{heading} ({len(ids):,}{of})"))]
    for change in changes[:CHANGES]:
        fields = [
            f"{field.field}: {sides[0]} {_short(field.before)}, {sides[1]} {_short(field.after)}"
            for field in change.fields[:FIELDS]
        ]
        if len(change.fields) > FIELDS:
            fields.append(f"and {counted(len(change.fields) - FIELDS, 'more field')}")
        lines.append(line(bold(change.id), " - ", "; ".join(fields), bullet=True))
    if len(changes) > CHANGES:
        lines.append(line(f"and {len(changes) - CHANGES:,} more", bullet=True))
    return lines


def _problems(problems: Sequence[Problem]) -> list[Line]:
    if not problems:
        return []
    said = [line(bold(f"Refused ({len(problems):,} problems)" if len(problems) > 1 else "Refused (1 problem)"))]
    said += [line(shorten(_problem(one), PROBLEM), bullet=True) for one in problems[:PROBLEMS]]
    if len(problems) > PROBLEMS:
        said.append(line(f"and {len(problems) - PROBLEMS:,} more", bullet=True))
    return said


def _problem(problem: Problem) -> str:
    """Files by their names alone: where they lie is the server's business."""
    folder = problem.file[: problem.file.rfind("/") + 1]
    message = re.sub(rf"(?<![\w/.-]){re.escape(folder)}", "", problem.message) if folder else problem.message
    return str(replace(problem, file=problem.file.removeprefix(folder), message=_FOLDERS.sub("", message)))


def _within(room: int, sections: Sequence[list[Line]]) -> list[Line]:
    """As many of the lines, in their order, as there is room for; says so when there are more."""
    kept: list[Line] = []
    every = [one for section in sections for one in section]
    for number, one in enumerate(every):
        room -= len(one.plain)
        if room < 0:
            rest = counted(len(every) - number, "line")
            return [*kept, line(f"There is more than Slack shows ({rest}). {_EVERYTHING}")]
        kept.append(one)
    return kept


def _short(value: str | None) -> str:
    return "nothing" if value is None else f"“{shorten(' '.join(value.split()), VALUE)}”"
