"""The services on the stores.

Imports stand inside the functions that need them, so that `practice ask` never loads Slack, Flask or Alembic.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING

from bot.wiring.stores import Stores
from config.settings import Settings
from knowledge.domain.days import utc_now
from knowledge.domain.lists import Lists
from knowledge.errors import Problem, Refused
from knowledge.services.find import Find
from knowledge.services.ports import Search

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.domain.draft import Form
    from knowledge.domain.initiative import Initiative
    from knowledge.domain.member import Member
    from knowledge.search.lists.lexicon import Lexicon
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
    from knowledge.services.templates import Templates
    from knowledge.services.unanswered import UnansweredQuestions
    from knowledge.services.upkeep import Upkeep
    from knowledge.services.usage import Usage

_NOTHING_LOADED = (
    "The store is empty and nothing of the library can be loaded, so a bot would turn everybody away. Mend what is "
    "named here. PRACTICE_LIBRARY should name library files or folders, for example "
    "PRACTICE_LIBRARY=library/hackney.yaml; without it the shipped library is loaded."
)


class Knowledge(Stores):
    """The stores and the services on them, made when first used."""

    def __init__(self, settings: Settings, *, notes_gaps: bool = False, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__(settings, now=now)
        # What the terminal asks is no sign of what the network misses.
        self._notes_gaps = notes_gaps

    @cached_property
    def find(self) -> Find:
        return Find(self.store, self._build_search, gaps=self.gaps if self._notes_gaps else None)

    def _build_search(self, initiatives: Iterable[Initiative], lists: Lists) -> Search:
        from knowledge.domain.days import uk_day
        from knowledge.search.engine import SearchEngine

        return SearchEngine.build(initiatives, lists, today=lambda: uk_day(self.now()))

    @cached_property
    def reporting(self) -> Reporting:
        from knowledge.services.report import Reporting
        from knowledge.store.usage import UsageStore

        return Reporting(
            self.store,
            usage=UsageStore(self.database),
            gaps=self.gaps,
            sent=self.unanswered_store,
            today=self.today,
        )

    @cached_property
    def admin_reload(self) -> AdminReload:
        from knowledge.services.admin_reload import AdminReload
        from knowledge.store.endings import Endings

        return AdminReload(
            self.reload,
            endings=Endings(self.database, now=self.now),
            undoable=self.reload_store.undoable,
            catch_up=self.find.catch_up,
        )

    @cached_property
    def reload(self) -> Reload:
        from knowledge.importing.library import read_library
        from knowledge.importing.lists import read_lists
        from knowledge.services.reload import Reload

        return Reload(
            self.reload_store,
            read_lists=lambda: read_lists(self.settings.lists),
            read_library=partial(read_library, today=self.today),
            library=self.settings.library,
        )

    @cached_property
    def import_forms(self) -> ImportForms:
        from knowledge.importing.template import read_form
        from knowledge.search.lists.lexicon import Lexicon
        from knowledge.search.lists.themes import ThemeSuggester
        from knowledge.services.import_forms import ImportForms
        from knowledge.store.submissions import SubmissionStore

        lexicon = Lexicon(self.store.lists())
        suggest = ThemeSuggester(lexicon.lists.themes, lexicon.thesaurus).suggest
        return ImportForms(
            lambda path: read_form(path, matcher=lexicon.matcher, suggest_themes=suggest),
            SubmissionStore(self.database, self.hasher, now=self.now),
        )

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
    def templates(self) -> Templates:
        from knowledge.services.templates import Templates

        return Templates(self.contributions, now=self.now)

    @cached_property
    def offers(self) -> Offers:
        from knowledge.search.engine import SearchEngine
        from knowledge.search.offers import Offers

        def lexicon() -> Lexicon:
            search = self.find.search()
            assert isinstance(search, SearchEngine)
            return search.lexicon

        return Offers(lexicon)

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

        return Review(self.contributions, lists=lambda: self.find.lists, member=self._member, now=self.now)

    def _member(self, key: str) -> Member:
        """The member with this key, by the settings and what was given to them; Slack is not asked."""
        from bot.asker import Askers
        from bot.payloads.asked import nowhere

        askers = Askers(self.settings, register=lambda: self.find.lists.register, given=self.grants.of)
        return askers.member(nowhere(key))

    @cached_property
    def mine(self) -> Mine:
        from knowledge.services.mine import Mine

        return Mine(self.contributions, lists=lambda: self.find.lists, now=self.now)

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
    def unanswered(self) -> UnansweredQuestions:
        from knowledge.services.unanswered import UnansweredQuestions

        return UnansweredQuestions(self.unanswered_store, now=self.now)

    @cached_property
    def settling(self) -> Settling:
        from knowledge.services.settling import Settling

        return Settling(self.outbox)

    @cached_property
    def usage(self) -> Usage:
        from knowledge.services.usage import Usage
        from knowledge.store.usage import UsageStore

        return Usage(UsageStore(self.database), now=self.now)

    def close(self) -> None:
        """End what goes on in the background, and close the database."""
        if "find" in self.__dict__:
            self.find.close()
        super().close()

    def make_ready(self) -> tuple[Problem, ...]:
        """Migrate, and load the library if nothing was ever loaded; returns the problems of that first load."""
        from knowledge.services.first_use import ensure_ready

        return ensure_ready(self.database, lambda: self.reload)

    def require_loaded(self, problems: Sequence[Problem] = ()) -> None:
        """Raise Refused, with the problems of the first load, where nothing of the library could be loaded."""
        if not self.database.is_loaded():
            raise Refused(_NOTHING_LOADED, problems)
