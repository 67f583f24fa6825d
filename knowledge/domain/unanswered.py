"""Questions that nothing answered, sent to the admins by whoever asked: the only ones whose words are kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

#: What a field of Slack's takes, and a card shows whole beside the note.
TEXT_LENGTH = 3000
NOTE_LENGTH = 500


@dataclass(frozen=True, slots=True)
class Settled:
    """On which day an admin (`by`, a key) dealt with it, and whether they answered whoever sent it."""

    day: date
    by: str
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question that somebody sent to the admins.

    `by` is the sender's key, and empty unless they gave their name: then nothing here says who they are. `id` was made
    with the answer under which it was sent, by chance; `day` is when it was sent.
    """

    id: str
    text: str
    note: str
    day: date
    by: str = ""
    settled: Settled | None = None
