"""What `practice report --dealt-with ID` says, on a terminal and as JSON."""

from __future__ import annotations

from typing import Any

from bot.views.admin.unanswered_for_admins import settled_words
from knowledge.domain.privacy import ERASED
from knowledge.domain.reloading import TERMINAL
from knowledge.domain.unanswered import Unanswered


def no_question_words(id: str) -> str:
    """There is none with this id: mistyped as a rule."""
    return f"There is no question with the id {id}. practice report lists those that wait, each with its id."


def settled_before_words(one: Unanswered) -> str:
    """Who was first, and when; the terminal knows of a Slack member no more than the id."""
    by = one.settled.by if one.settled else ""
    words = settled_words(one, {TERMINAL.key: TERMINAL.name, ERASED: ERASED}.get(by, f"Slack member {by}"))
    return f"{one.id} is dealt with already. {words}"


def settled_json(id: str, one: Unanswered | None) -> dict[str, Any]:
    """How the question stands now; None where there is none."""
    settled = one.settled if one else None
    how = None
    if settled is not None:
        how = {"id": id, "day": settled.day.isoformat(), "by": settled.by, "answered": settled.answered}
    return {"dealt_with": how}
