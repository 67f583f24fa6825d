"""The database, the stores on it, and the keys for what they keep.

Imports stand inside the functions that need them, so that `practice ask` never loads what it does not use.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from config.settings import Settings
from knowledge.domain.days import uk_day, utc_now

if TYPE_CHECKING:
    from bot.keys.keyring import Keyring
    from knowledge.domain.identity import Hasher
    from knowledge.store.contributions import ContributionStore
    from knowledge.store.database import Database
    from knowledge.store.gaps import GapStore
    from knowledge.store.grants import GrantStore
    from knowledge.store.health import Health
    from knowledge.store.initiatives import InitiativeStore
    from knowledge.store.outbox import Outbox
    from knowledge.store.reloading import ReloadStore
    from knowledge.store.unanswered import UnansweredStore

#: Connections that a process keeps, and how many more it may open. That is fewer than its threads: most of those wait
#: for Slack and hold none, and two processes stay below the 100 that PostgreSQL takes unless told otherwise. Who finds
#: none free waits for one (`database.POOL_WAIT`), and is then told that the database is busy.
POOL = 16
OVERFLOW = 24


class Stores:
    """The database and every store on it, made when first used."""

    def __init__(self, settings: Settings, *, now: Callable[[], datetime] = utc_now) -> None:
        self.settings = settings
        self.now = now

    def today(self) -> date:
        """Which day it is in the UK, by the same clock."""
        return uk_day(self.now())

    @cached_property
    def database(self) -> Database:
        from knowledge.store.database import Database

        settings = self.settings
        return Database(settings.database_url, pool_size=POOL, max_overflow=OVERFLOW, setting=settings.database_setting)

    @cached_property
    def store(self) -> InitiativeStore:
        from knowledge.store.initiatives import InitiativeStore

        return InitiativeStore(self.database)

    @cached_property
    def gaps(self) -> GapStore:
        from knowledge.store.gaps import GapStore

        return GapStore(self.database, today=self.today)

    @cached_property
    def grants(self) -> GrantStore:
        from knowledge.store.grants import GrantStore

        return GrantStore(self.database)

    @cached_property
    def standing(self) -> Health:
        from knowledge.store.health import Health

        return Health(self.database, now=self.now)

    @cached_property
    def reload_store(self) -> ReloadStore:
        from knowledge.store.reloading import ReloadStore
        from knowledge.store.removals import keeping_out

        return ReloadStore(self.database, now=self.now, keep_out=keeping_out(lambda: self.hasher))

    @cached_property
    def keyring(self) -> Keyring:
        from bot.keys.keyring import Keyring

        return Keyring(self.settings, self.database, now=self.now)

    @cached_property
    def secret_keys(self) -> tuple[str, ...]:
        """The keys for what is encrypted or hashed at rest, newest first; StoreUnusable unless they are the right."""
        return self.keyring.use()

    @cached_property
    def hasher(self) -> Hasher:
        from knowledge.domain.identity import Hasher

        return Hasher(self.secret_keys)

    @cached_property
    def contributions(self) -> ContributionStore:
        from knowledge.store.contributions import ContributionStore

        return ContributionStore(self.database, self.hasher, now=self.now)

    @cached_property
    def outbox(self) -> Outbox:
        from knowledge.store.outbox import Outbox

        return Outbox(self.database, now=self.now)

    @cached_property
    def unanswered_store(self) -> UnansweredStore:
        from knowledge.store.unanswered import UnansweredStore

        # The key is asked for, and made where there is none, only when something is saved.
        return UnansweredStore(self.database, lambda: self.hasher)

    def close(self) -> None:
        if "database" in self.__dict__:
            self.database.close()
