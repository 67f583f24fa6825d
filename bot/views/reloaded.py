"""What a reload did, for a terminal."""

from __future__ import annotations

from knowledge.domain.library import Reloaded

#: Ids listed by name for each outcome; beyond that only their number is said.
SHOWN = 20


def reloaded_lines(reloaded: Reloaded, *, dry_run: bool, strict: bool) -> list[str]:
    """A line for each outcome that happened, with the first ids, then whether it was applied."""
    lines = []
    for name, ids in (
        ("added", reloaded.added),
        ("changed", reloaded.changed),
        ("removed", reloaded.removed),
        ("kept as edited in Slack", reloaded.kept),
    ):
        if ids:
            more = f" and {len(ids) - SHOWN} more" if len(ids) > SHOWN else ""
            lines.append(f"{len(ids)} {name}: {', '.join(ids[:SHOWN])}{more}")
    lines.append(f"{reloaded.unchanged} unchanged, {reloaded.refused} refused")
    if dry_run:
        lines.append("Dry run: nothing was changed.")
    elif not reloaded.applied:
        lines.append("Nothing was applied" + (", because there are problems (--strict)." if strict else "."))
    return lines
