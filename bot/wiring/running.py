"""The running bot: every part behind Slack, put together for one process."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime

from slack_bolt import App

from bot.answering.conversation import Conversation
from bot.answering.inbox import Answering
from bot.answering.pages import Pages
from bot.answering.uploads import Uploads
from bot.app import LISTENER_THREADS, create_app
from bot.asker import Askers
from bot.guard import Guard, log_fault
from bot.keys.cipher import Cipher
from bot.listeners.parts import Parts
from bot.outbox.cards import Cards, noted
from bot.outbox.delivery import OutboxDelivery
from bot.outbox.drawing import Drawing
from bot.outbox.postman import Postman
from bot.outbox.recipients import Recipients
from bot.payloads.asked import Place
from bot.slack.directory import Directory
from bot.slack.files import Files
from bot.slack.replies import Replies
from bot.slack.workspaces import OneWorkspace, Workspaces, slack_client
from bot.views.answers.beside import ASKING
from bot.wiring.knowledge import Knowledge
from config.settings import Settings
from knowledge.domain.days import utc_now
from knowledge.domain.outbox import Message, MessageKind
from knowledge.services.people import People
from knowledge.services.usage import Usage
from knowledge.store.inbox import Inbox

log = logging.getLogger(__name__)

#: Seconds between two looks at the outbox where nobody says that there is something in it.
POSTING_EVERY = 3.0
#: Seconds that the message at hand gets when the process is asked to stop.
POSTING_GRACE = 5.0


@dataclass(frozen=True)
class Bot:
    """The running bot: the Bolt app, the parts behind it, and the store and services behind those."""

    app: App
    parts: Parts
    knowledge: Knowledge


def make_ready_to_run(knowledge: Knowledge) -> None:
    """Migrate the store and load it if nothing ever was; what is wrong with some of the library is logged.

    Raises Refused when nothing of it can be loaded.
    """
    problems = knowledge.make_ready()
    knowledge.require_loaded(problems)
    for problem in problems:
        log.warning("the library was loaded without what is wrong in it: %s", problem)


@contextmanager
def running_bot(settings: Settings, *, now: Callable[[], datetime] = utc_now) -> Iterator[Bot]:
    """The bot ready to be served: store migrated and loaded, index built, nothing asked of Slack yet."""
    with ExitStack() as stack:
        knowledge = Knowledge(settings, notes_gaps=True, now=now)
        stack.callback(knowledge.close)
        make_ready_to_run(knowledge)
        stack.callback(_save_counts, knowledge.usage)
        knowledge.find.search()
        workspaces: Workspaces = OneWorkspace(slack_client(settings.bot_token, settings.api_url))
        replies = Replies(workspaces)
        askers = Askers(settings, workspaces, register=lambda: knowledge.find.lists.register, given=knowledge.grants.of)
        directory = Directory(workspaces)
        recipients = _recipients(knowledge, workspaces, askers, directory)
        drawing = _drawing(knowledge, askers, directory)
        roles = People(knowledge.grants, by_setting=recipients.by_setting, lists=lambda: knowledge.find.lists, now=now)
        pages = Pages(
            review=knowledge.review,
            settling=knowledge.settling,
            upkeep=knowledge.upkeep,
            privacy=knowledge.privacy,
            reload=knowledge.admin_reload,
            roles=roles,
            reporting=knowledge.reporting,
            askers=askers,
            recipients=recipients,
            drawing=drawing,
            directory=directory,
        )
        answering = _answering(knowledge, workspaces, replies, askers, recipients, pages)
        cards = Cards(knowledge.outbox, drawing=drawing, replies=replies)
        delivery = _delivery(knowledge, workspaces, replies, recipients, drawing, cards)

        @contextmanager
        def promptly() -> Iterator[None]:
            with knowledge.database.promptly(), askers.promptly():
                yield

        postman = Postman(delivery, every=POSTING_EVERY)
        stack.callback(postman.stop, grace=POSTING_GRACE)
        parts = Parts(
            find=knowledge.find,
            answering=answering,
            askers=askers,
            replies=replies,
            workspaces=workspaces,
            guard=Guard(replies),
            share=knowledge.share,
            templates=knowledge.templates,
            offers=knowledge.offers,
            known_contacts=knowledge.known_contacts,
            review=knowledge.review,
            mine=knowledge.mine,
            upkeep=knowledge.upkeep,
            removal=knowledge.removal,
            settling=knowledge.settling,
            usage=knowledge.usage,
            directory=directory,
            recipients=recipients,
            reload=knowledge.admin_reload,
            roles=roles,
            pages=pages,
            contacts=knowledge.contacts,
            privacy=knowledge.privacy,
            reporting=knowledge.reporting,
            unanswered=knowledge.unanswered,
            cards=cards,
            delivery=delivery,
            postman=postman,
            promptly=promptly,
        )
        executor = ThreadPoolExecutor(LISTENER_THREADS, thread_name_prefix="listener")
        stack.callback(executor.shutdown)
        app = create_app(
            parts,
            client=slack_client(None, settings.api_url),
            signing_secret=settings.signing_secret or "",
            executor=executor,
        )
        yield Bot(app, parts, knowledge)


def _save_counts(usage: Usage) -> None:
    """What was counted since the last time; where the store takes nothing, stopping goes on without it."""
    try:
        usage.save()
    except Exception as error:
        log_fault(log, "how often initiatives were shown and opened could not be saved", error)


def _answering(
    knowledge: Knowledge,
    workspaces: Workspaces,
    replies: Replies,
    askers: Askers,
    recipients: Recipients,
    pages: Pages,
) -> Answering:
    """What answers questions, with the pages that only some see and the templates that are handed in."""
    uploads = Uploads(
        files=Files(workspaces, knowledge.settings.api_url),
        templates=knowledge.templates,
        askers=askers,
        read_file=knowledge.read_form_file,
        read_text=knowledge.read_form_text,
    )

    def asks_under(place: Place) -> MessageKind | None:
        where = noted(place.team, place.channel, place.thread or "")
        return knowledge.outbox.kind_at(place.key, where, ASKING)

    return Answering(
        conversation=Conversation(
            knowledge.find,
            pages.by_subcommand(),
            shown=knowledge.usage.shown,
            has_admins=recipients.has_admins,
        ),
        inbox=Inbox(knowledge.database, now=knowledge.now),
        replies=replies,
        askers=askers,
        cipher=Cipher(knowledge.secret_keys),
        hasher=knowledge.hasher,
        uploads=uploads,
        asks_under=asks_under,
        now=knowledge.now,
    )


def _recipients(knowledge: Knowledge, workspaces: Workspaces, askers: Askers, directory: Directory) -> Recipients:
    return Recipients(
        settings=knowledge.settings,
        workspaces=workspaces,
        directory=directory,
        askers=askers,
        find=knowledge.find,
        review=knowledge.review,
        given=knowledge.grants.every,
    )


def _drawing(knowledge: Knowledge, askers: Askers, directory: Directory) -> Drawing:
    return Drawing(
        find=knowledge.find,
        share=knowledge.share,
        mine=knowledge.mine,
        review=knowledge.review,
        upkeep=knowledge.upkeep,
        settling=knowledge.settling,
        unanswered=knowledge.unanswered,
        reload=knowledge.admin_reload,
        askers=askers,
        directory=directory,
    )


def _delivery(
    knowledge: Knowledge,
    workspaces: Workspaces,
    replies: Replies,
    recipients: Recipients,
    drawing: Drawing,
    cards: Cards,
) -> OutboxDelivery:
    """What delivers the outbox, in `serve` and in `work` alike."""

    def tell(message: Message) -> None:
        knowledge.contributions.write(lambda tx: tx.tell(message, at=knowledge.now()))

    return OutboxDelivery(
        outbox=knowledge.outbox,
        drawing=drawing,
        recipients=recipients,
        replies=replies,
        workspaces=workspaces,
        tell_admins=tell,
        put_up=cards.put_up,
        now=knowledge.now,
    )
