"""The one place that chooses real parts: which database, which search, which Slack client.

Imports stand inside the functions that need them, so that `practice ask` never loads Slack, Flask or Alembic.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from config.settings import Settings
from knowledge.domain.lists import Lists
from knowledge.services.find import Find
from knowledge.services.ports import Search

if TYPE_CHECKING:
    from collections.abc import Iterable

    from slack_bolt import App

    from bot.asker import Askers
    from bot.drawing import Drawing
    from bot.keys import Cipher
    from bot.parts import Parts
    from bot.people import People
    from bot.posting import Delivery
    from bot.recipients import Recipients
    from bot.replies import Replies
    from bot.workspaces import Workspaces
    from knowledge.domain.draft import Form
    from knowledge.domain.initiative import Initiative
    from knowledge.domain.removal import Hasher
    from knowledge.errors import Problem
    from knowledge.search.offers import Offers
    from knowledge.services.admin_reload import AdminReload
    from knowledge.services.contacts import Contacts
    from knowledge.services.import_forms import ImportForms
    from knowledge.services.known import KnownContacts
    from knowledge.services.mine import Mine
    from knowledge.services.privacy import Privacy
    from knowledge.services.reload import Reload
    from knowledge.services.removal import Removal
    from knowledge.services.report import Reporting
    from knowledge.services.review import Review
    from knowledge.services.settling import Settling
    from knowledge.services.share import Share
    from knowledge.services.upkeep import Upkeep
    from knowledge.services.usage import Usage
    from knowledge.store.contributions import ContributionStore
    from knowledge.store.database import Database
    from knowledge.store.gaps import GapStore
    from knowledge.store.grants import GrantStore
    from knowledge.store.initiatives import InitiativeStore
    from knowledge.store.outbox import Outbox
    from knowledge.store.reloading import ReloadStore
    from knowledge.store.standing import Standing

#: Connections that may be open at once: as many as threads that answer, so that none waits for one.
POOL = 16
OVERFLOW = 24
#: Seconds between two looks at the outbox where nobody says that there is something in it.
POSTING_EVERY = 3.0
#: Seconds that the message at hand gets when the process is asked to stop.
POSTING_GRACE = 5.0


def utc_now() -> datetime:
    """The time, as everything here keeps it."""
    return datetime.now(UTC)


class Knowledge:
    """The store and the services on it, made when first used."""

    def __init__(self, settings: Settings, *, notes_gaps: bool = False, now: Callable[[], datetime] = utc_now) -> None:
        self.settings = settings
        self.now = now
        # What the terminal asks is no sign of what the network misses.
        self._notes_gaps = notes_gaps

    @cached_property
    def database(self) -> Database:
        from knowledge.store.database import Database

        return Database(self.settings.database_url, pool_size=POOL, max_overflow=OVERFLOW)

    @cached_property
    def store(self) -> InitiativeStore:
        from knowledge.store.initiatives import InitiativeStore

        return InitiativeStore(self.database)

    @cached_property
    def find(self) -> Find:
        return Find(self.store, _build_search, gaps=self.gaps if self._notes_gaps else None)

    @cached_property
    def gaps(self) -> GapStore:
        from knowledge.store.gaps import GapStore

        return GapStore(self.database)

    @cached_property
    def grants(self) -> GrantStore:
        from knowledge.store.grants import GrantStore

        return GrantStore(self.database)

    @cached_property
    def standing(self) -> Standing:
        from knowledge.store.standing import Standing

        return Standing(self.database)

    @cached_property
    def reporting(self) -> Reporting:
        from knowledge.services.report import Reporting
        from knowledge.store.usage import UsageStore

        return Reporting(
            self.store,
            usage=UsageStore(self.database),
            gaps=self.gaps,
            today=lambda: datetime.now(UTC).date(),
        )

    @cached_property
    def reload_store(self) -> ReloadStore:
        from knowledge.store.reloading import ReloadStore
        from knowledge.store.removals import RemovalStore

        return ReloadStore(self.database, keep_out=RemovalStore(self.database, self.hasher).keep_out)

    @cached_property
    def admin_reload(self) -> AdminReload:
        from knowledge.importing.fingerprint import fingerprint
        from knowledge.services.admin_reload import AdminReload

        return AdminReload(
            self.reload,
            fingerprint=lambda: fingerprint((*self.settings.library, *self.settings.lists)),
            undoable=self.reload_store.undoable,
        )

    @cached_property
    def reload(self) -> Reload:
        from knowledge.importing.library import read_library
        from knowledge.importing.lists import read_lists
        from knowledge.services.reload import Reload

        return Reload(
            self.reload_store,
            read_lists=lambda: read_lists(self.settings.lists),
            read_library=read_library,
            library=self.settings.library,
        )

    @cached_property
    def import_forms(self) -> ImportForms:
        from knowledge.importing.template import read_form
        from knowledge.search.authorities import RegisterMatcher
        from knowledge.search.themes import ThemeSuggester
        from knowledge.services.import_forms import ImportForms
        from knowledge.store.submissions import SubmissionStore

        lists = self.store.lists()
        matcher = RegisterMatcher(lists.register)
        suggest = ThemeSuggester(lists.themes, lists.synonyms).suggest
        return ImportForms(
            lambda path: read_form(path, matcher=matcher, suggest_themes=suggest),
            SubmissionStore(self.database, self.hasher),
        )

    @cached_property
    def hasher(self) -> Hasher:
        from knowledge.domain.removal import Hasher

        return Hasher(_keys(self.settings))

    @cached_property
    def contributions(self) -> ContributionStore:
        from knowledge.store.contributions import ContributionStore

        return ContributionStore(self.database, self.hasher, now=self.now)

    @cached_property
    def outbox(self) -> Outbox:
        from knowledge.store.outbox import Outbox

        return Outbox(self.database, now=self.now)

    @cached_property
    def share(self) -> Share:
        from knowledge.search.similar import SimilarInitiatives
        from knowledge.services.share import Share

        return Share(
            self.contributions,
            lists=lambda: self.find.lists,
            similar=SimilarInitiatives(self.find.search, self.store.get),
            review=self.settings.review,
            now=self.now,
        )

    @cached_property
    def offers(self) -> Offers:
        from knowledge.search.offers import Offers

        return Offers(lambda: self.find.lists)

    def read_form_file(self, data: bytes, name: str) -> Form:
        """What a filled-in template that was received proposes."""
        from knowledge.importing.template import read_form_bytes

        return read_form_bytes(data, name=name, matcher=self.offers.matcher, suggest_themes=self.offers.themes)

    def read_form_text(self, text: str, name: str) -> Form:
        """What a filled-in template that was pasted proposes."""
        from knowledge.importing.template import read_form_text

        return read_form_text(text, name=name, matcher=self.offers.matcher, suggest_themes=self.offers.themes)

    @cached_property
    def known_contacts(self) -> KnownContacts:
        from knowledge.services.known import KnownContacts

        return KnownContacts(self.find, self.store)

    @cached_property
    def review(self) -> Review:
        from knowledge.services.review import Review

        return Review(self.contributions, lists=lambda: self.find.lists, now=self.now)

    @cached_property
    def mine(self) -> Mine:
        from knowledge.services.mine import Mine

        return Mine(self.contributions, now=self.now)

    @cached_property
    def upkeep(self) -> Upkeep:
        from knowledge.services.upkeep import Upkeep

        return Upkeep(self.contributions, lists=lambda: self.find.lists, now=self.now)

    @cached_property
    def removal(self) -> Removal:
        from knowledge.services.removal import Removal

        return Removal(self.contributions, now=self.now)

    @cached_property
    def contacts(self) -> Contacts:
        from knowledge.search.people import look_up
        from knowledge.services.contacts import Contacts
        from knowledge.store.contact_book import ContactBook

        return Contacts(
            ContactBook(self.database),
            self.contributions,
            look_up=look_up,
            lists=lambda: self.find.lists,
            now=self.now,
        )

    @cached_property
    def privacy(self) -> Privacy:
        from knowledge.services.privacy import Privacy
        from knowledge.store.privacy import PrivacyStore

        return Privacy(PrivacyStore(self.database), now=self.now)

    @cached_property
    def settling(self) -> Settling:
        from knowledge.services.settling import Settling

        return Settling(self.outbox)

    @cached_property
    def usage(self) -> Usage:
        from knowledge.services.usage import Usage
        from knowledge.store.usage import UsageStore

        return Usage(UsageStore(self.database), now=self.now)

    def make_ready(self) -> tuple[Problem, ...]:
        """Migrate, and load the library if nothing was ever loaded; returns the problems of that first load."""
        from knowledge.services.first_use import ensure_ready

        return ensure_ready(self.database, lambda: self.reload)

    def close(self) -> None:
        if "database" in self.__dict__:
            self.database.close()


def _build_search(initiatives: Iterable[Initiative], lists: Lists) -> Search:
    from knowledge.search.engine import SearchEngine

    return SearchEngine.build(initiatives, lists)


@dataclass(frozen=True)
class Bot:
    """The running bot: the Bolt app, the parts behind it, and the store and services behind those."""

    app: App
    parts: Parts
    knowledge: Knowledge


@contextmanager
def running_bot(settings: Settings, *, now: Callable[[], datetime] = utc_now) -> Iterator[Bot]:
    """The bot ready to be served: store migrated and loaded, index built, nothing asked of Slack yet."""
    from bot.answering import Answering
    from bot.app import LISTENER_THREADS, create_app
    from bot.asker import Askers
    from bot.cards import Cards
    from bot.conversation import Conversation
    from bot.desk import Desk
    from bot.files import Files
    from bot.guard import Guard
    from bot.names import Subcommand
    from bot.office import Office
    from bot.parts import Parts
    from bot.people import People
    from bot.posting import Postman
    from bot.replies import Replies
    from bot.uploads import Uploads
    from bot.views.privacy import privacy_message
    from bot.workspaces import OneWorkspace, slack_client
    from knowledge.services.people import People as Roles
    from knowledge.store.inbox import Inbox

    with ExitStack() as stack:
        knowledge = Knowledge(settings, notes_gaps=True, now=now)
        stack.callback(knowledge.close)
        knowledge.make_ready()
        stack.callback(knowledge.usage.save)
        knowledge.find.search()
        workspaces: Workspaces = OneWorkspace(slack_client(settings.bot_token, settings.api_url))
        replies = Replies(workspaces)
        askers = Askers(settings, workspaces, given=knowledge.grants.of)
        people = People(workspaces)
        recipients = _recipients(knowledge, workspaces, askers, people)
        drawing = _drawing(knowledge, recipients, people)
        desk = Desk(
            review=knowledge.review,
            settling=knowledge.settling,
            upkeep=knowledge.upkeep,
            recipients=recipients,
            drawing=drawing,
            people=people,
        )
        roles = Roles(
            knowledge.grants, by_setting=recipients.by_setting, lists=lambda: knowledge.find.lists, now=now
        )
        office = Office(
            reload=knowledge.admin_reload,
            roles=roles,
            reporting=knowledge.reporting,
            recipients=recipients,
            people=people,
        )
        answering = Answering(
            find=knowledge.find,
            conversation=Conversation(
                knowledge.find,
                {
                    Subcommand.REVIEW: desk.review,
                    Subcommand.CONTACTS: desk.contacts,
                    Subcommand.RELOAD: office.reload,
                    Subcommand.PEOPLE: office.people,
                    Subcommand.REPORT: office.report,
                    Subcommand.PRIVACY: lambda member: privacy_message(knowledge.privacy.about(member)),
                },
                shown=knowledge.usage.shown,
            ),
            inbox=Inbox(knowledge.database),
            replies=replies,
            askers=askers,
            cipher=_cipher(settings),
            uploads=Uploads(
                files=Files(workspaces, settings.api_url),
                share=knowledge.share,
                find=knowledge.find,
                askers=askers,
                read_file=knowledge.read_form_file,
                read_text=knowledge.read_form_text,
            ),
        )
        delivery = _delivery(knowledge, workspaces, replies, recipients, drawing)
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
            offers=knowledge.offers,
            known_contacts=knowledge.known_contacts,
            review=knowledge.review,
            mine=knowledge.mine,
            upkeep=knowledge.upkeep,
            removal=knowledge.removal,
            settling=knowledge.settling,
            usage=knowledge.usage,
            people=people,
            recipients=recipients,
            reload=knowledge.admin_reload,
            roles=roles,
            office=office,
            contacts=knowledge.contacts,
            privacy=knowledge.privacy,
            reporting=knowledge.reporting,
            cards=Cards(knowledge.outbox, replies, people),
            delivery=delivery,
            posting=postman,
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


def _recipients(knowledge: Knowledge, workspaces: Workspaces, askers: Askers, people: People) -> Recipients:
    from bot.recipients import Recipients

    return Recipients(
        settings=knowledge.settings,
        workspaces=workspaces,
        people=people,
        askers=askers,
        find=knowledge.find,
        review=knowledge.review,
        given=knowledge.grants.every,
    )


def _drawing(knowledge: Knowledge, recipients: Recipients, people: People) -> Drawing:
    from bot.drawing import Drawing

    return Drawing(
        find=knowledge.find,
        share=knowledge.share,
        review=knowledge.review,
        upkeep=knowledge.upkeep,
        settling=knowledge.settling,
        recipients=recipients,
        people=people,
    )


def _delivery(
    knowledge: Knowledge, workspaces: Workspaces, replies: Replies, recipients: Recipients, drawing: Drawing
) -> Delivery:
    """What delivers the outbox, in `serve` and in `work` alike."""
    from bot.posting import Delivery
    from knowledge.domain.outbox import Message

    def tell(message: Message) -> None:
        knowledge.contributions.write(lambda tx: tx.tell(message, at=knowledge.now()))

    return Delivery(
        outbox=knowledge.outbox,
        drawing=drawing,
        recipients=recipients,
        replies=replies,
        workspaces=workspaces,
        tell_admins=tell,
        now=knowledge.now,
    )


def _cipher(settings: Settings) -> Cipher:
    from bot.keys import Cipher

    return Cipher(_keys(settings))


def _keys(settings: Settings) -> tuple[str, ...]:
    from bot.keys import kept_key

    return settings.secret_keys or (kept_key(settings.data_folder),)
