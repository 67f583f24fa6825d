"""Who reloads, what an admin looks at before, and what the audit says of it afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from knowledge.domain.library import Reloaded
from knowledge.domain.version import AuditLine, Change

#: Told how a reload gets on: what it is doing ("reading", "saving"), how many entries are done, of how many (None:
#: not known yet).
Progress = Callable[[str, int, int | None], None]

#: Where the message of how a reload ended holds what was done.
OUTCOME = "outcome"
#: Ids of which the file's version was taken that an audit line names.
TAKEN_NAMED = 10


@dataclass(frozen=True, slots=True)
class Reloader:
    """Who reloads: `key` for the audit ("T1:U2"), `name` for whoever else wants to reload meanwhile.

    `ending` is the key of the message that waits in the outbox to tell them how it ended, where one does.
    """

    key: str = ""
    name: str = ""
    ending: str | None = None


TERMINAL = Reloader("terminal", "the terminal")
FIRST_USE = Reloader("first-use", "first use")
#: How long to wait, in seconds, while another process loads the library at its first use: 100,000 entries take about a
#: minute to read, and what waits is a start or a reload, not a person's question.
FIRST_USE_WAIT = 300.0
#: Who reloads where nobody said.
SOMEBODY = Reloader()


def tell_nobody(doing: str, done: int, of: int | None) -> None:
    """The progress of a reload that nobody watches."""


@dataclass(frozen=True, slots=True)
class LastReload:
    """The reload that can be undone: when it was, who asked for it, and the store's revision after it."""

    at: datetime
    by: str
    revision: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What a reload would do to the store as it is.

    `take` are the entries edited in Slack of which the file's version would be taken. `history` are the audit lines
    of the last reloads, the newest first.
    """

    outcome: Reloaded
    take: tuple[str, ...] = ()
    last: LastReload | None = None
    history: tuple[AuditLine, ...] = ()


def audit_note(done: Reloaded) -> str:
    """What was reloaded, in numbers, and by name what changed in the lists and whose file's version was taken."""
    counted = (
        (len(done.added), "added"),
        (len(done.changed), "changed"),
        (len(done.removed), "removed"),
        (len(done.carried), "carried along"),
        (len(done.kept), "kept from Slack"),
        (done.refused, "refused"),
    )
    said = [", ".join(f"{number} {what}" for number, what in counted if number) or "no initiative changed"]
    if done.taken:
        more = f" and {len(done.taken) - TAKEN_NAMED} more" if len(done.taken) > TAKEN_NAMED else ""
        said.append(f"file's version taken of {', '.join(done.taken[:TAKEN_NAMED])}{more}")
    return "; ".join([*said, *done.lists])


def undo_note(undone: Reloaded) -> str:
    """What undoing a reload did, in numbers, and what changed back in the lists."""
    counted = (
        (len(undone.added), "brought back"),
        (len(undone.changed), "put back as before"),
        (len(undone.removed), "taken out again"),
        (len(undone.kept), "left as changed in Slack since"),
    )
    said = ", ".join(f"{number} {what}" for number, what in counted if number) or "no initiative changed"
    return "; ".join([said, *undone.lists])


def said_of_reload(line: AuditLine) -> str:
    """What an audit line of a reload says was done."""
    return f"{'undone' if line.change is Change.RELOAD_UNDONE else 'reloaded'}: {line.note}"
