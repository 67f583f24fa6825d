"""What a reload did, would do, or what undoing it did, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.domain.comparison import EntryChange
from knowledge.domain.days import said_at
from knowledge.domain.library import Reloaded
from knowledge.domain.reloading import FIRST_USE, TERMINAL, said_of_reload
from knowledge.domain.version import AuditLine

#: Ids listed by name for each outcome; beyond that only their number is said.
SHOWN = 20
#: What is shown of a field's value, in characters; the files hold the rest.
VALUE_LENGTH = 100


def reloaded_lines(reloaded: Reloaded, *, dry_run: bool, strict: bool, history: Sequence[AuditLine] = ()) -> list[str]:
    """A line for each outcome that happened, with the first ids, then whether it was applied, and the last reloads."""
    lines = [
        *(f"lists: {change}" for change in reloaded.lists),
        *_outcome("added", reloaded.added),
        *_outcome("changed", reloaded.changed),
        *_changes(reloaded.details),
        *_outcome("removed", reloaded.removed),
        *_outcome("carried along with a renamed theme or to a successor", reloaded.carried),
        *_outcome("kept as posted or edited in Slack", reloaded.kept),
        *_changes(reloaded.differing, before="kept", after="file"),
        f"{reloaded.unchanged} unchanged, {reloaded.refused} refused",
    ]
    if dry_run and strict and reloaded.problems:
        lines.append("Dry run: nothing was changed, and nothing would be, because there are problems (--strict).")
    elif dry_run:
        lines.append("Dry run: nothing was changed.")
    elif not reloaded.applied:
        lines.append("Nothing was applied" + (", because there are problems (--strict)." if strict else "."))
    return [*lines, *map(reload_line, history)]


def reload_line(line: AuditLine) -> str:
    """A line of the audit about a reload; the terminal knows of a Slack member no more than the id."""
    known = {one.key: one.name for one in (TERMINAL, FIRST_USE)}
    by = known.get(line.by) or (f"Slack member {line.by}" if line.by else "somebody")
    return f"{said_at(line.at)}, {by}: {said_of_reload(line)}"


def undone_lines(undone: Reloaded) -> list[str]:
    """A line for each thing that undoing did."""
    return [
        *(f"lists: {change}" for change in undone.lists),
        *_outcome("brought back", undone.added),
        *_outcome("put back as before", undone.changed),
        *_outcome("taken out again", undone.removed),
        *_outcome("left as posted or edited in Slack since", undone.kept),
        "The store is as it was before the last reload. If the files are not put right, the next reload does the same.",
    ]


def _outcome(name: str, ids: Sequence[str]) -> Iterator[str]:
    if ids:
        more = f" and {len(ids) - SHOWN} more" if len(ids) > SHOWN else ""
        yield f"{len(ids)} {name}: {', '.join(ids[:SHOWN])}{more}"


def _changes(changes: Sequence[EntryChange], *, before: str = "before", after: str = "after") -> Iterator[str]:
    for change in changes[:SHOWN]:
        yield f"  {change.id}"
        for field in change.fields:
            yield f"    {field.field}: {before} {_short(field.before)}; {after} {_short(field.after)}"


def _short(value: str | None) -> str:
    if value is None:
        return "nothing"
    flat = " ".join(value.split())
    return f"“{flat}”" if len(flat) <= VALUE_LENGTH else f"“{flat[: VALUE_LENGTH - 1]}…”"
