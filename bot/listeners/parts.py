"""The long-lived parts that listeners and the worker are given: made once by `wiring`, for one process."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from bot.answering.inbox import Answering
from bot.answering.pages import Pages
from bot.asker import Askers
from bot.guard import Guard
from bot.outbox.cards import Cards
from bot.outbox.delivery import OutboxDelivery
from bot.outbox.postman import Postman
from bot.outbox.recipients import Recipients
from bot.slack.directory import Directory
from bot.slack.replies import Replies
from bot.slack.workspaces import Workspaces
from knowledge.services.admin_reload import AdminReload
from knowledge.services.contacts import Contacts
from knowledge.services.find import Find
from knowledge.services.known import KnownContacts
from knowledge.services.mine import Mine
from knowledge.services.people import People
from knowledge.services.ports import FormOffers
from knowledge.services.privacy import Privacy
from knowledge.services.removal import Removal
from knowledge.services.report import Reporting
from knowledge.services.review import Review
from knowledge.services.settling import Settling
from knowledge.services.share import Share
from knowledge.services.templates import Templates
from knowledge.services.unanswered import UnansweredQuestions
from knowledge.services.upkeep import Upkeep
from knowledge.services.usage import Usage


@dataclass(frozen=True)
class Parts:
    """What a listener may need; each takes what it uses in its constructor."""

    find: Find
    answering: Answering
    askers: Askers
    replies: Replies
    workspaces: Workspaces
    guard: Guard
    share: Share
    templates: Templates
    offers: FormOffers
    known_contacts: KnownContacts
    review: Review
    mine: Mine
    upkeep: Upkeep
    removal: Removal
    settling: Settling
    usage: Usage
    directory: Directory
    recipients: Recipients
    reload: AdminReload
    roles: People
    pages: Pages
    contacts: Contacts
    privacy: Privacy
    reporting: Reporting
    unanswered: UnansweredQuestions
    cards: Cards
    delivery: OutboxDelivery
    postman: Postman
    #: Within it, the database and Slack's word on people are waited for no longer than Slack waits for a form.
    promptly: Callable[[], AbstractContextManager[None]]
