"""The long-lived parts that listeners and the worker are given: made once by `wiring`, for one process."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answering import Answering
from bot.asker import Askers
from bot.guard import Guard
from bot.replies import Replies
from bot.workspaces import Workspaces
from knowledge.services.find import Find
from knowledge.services.review import Review
from knowledge.services.share import Share


@dataclass(frozen=True)
class Parts:
    find: Find
    answering: Answering
    askers: Askers
    replies: Replies
    workspaces: Workspaces
    guard: Guard
    share: Share
    review: Review
