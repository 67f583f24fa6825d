"""The keys of this installation: where they are, and whether what the database keeps was made with them.

With another key, names that came off for good would come back in and questions that wait could not be read, and
nothing would say so. So the database holds a check value of every key that was used, and a key is given out only when
all of those that were used are there.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.keys.cipher import check_value
from bot.keys.key_file import KEY_FILE, kept_key, read_key
from config.settings import Settings
from knowledge.domain.days import utc_now
from knowledge.errors import StoreUnusable

if TYPE_CHECKING:
    from knowledge.store.database import Database

SETTING = "PRACTICE_SECRET_KEYS"


class Keyring:
    """The keys of the settings, newest first; where none is set, one is made and kept.

    It is kept beside an SQLite file, so that the two are moved and kept together, and in the data folder for another
    database.
    """

    def __init__(self, settings: Settings, database: Database, *, now: Callable[[], datetime] = utc_now) -> None:
        from knowledge.store.key_checks import KeyChecks

        self._set = settings.secret_keys
        self._where = database.where
        self._data = settings.data_folder
        self._folder = self._data if database.file is None else database.file.parent
        self._checks = KeyChecks(database, now=now)

    @property
    def file(self) -> Path | None:
        """The file that the key is kept in; None where keys are set."""
        return None if self._set else self._folder / KEY_FILE

    def there(self) -> tuple[str, ...]:
        """The keys that there are already; none where one would have to be made.

        Where one is missing behind those that are set, it may be the one that was made before any was set.
        """
        if self._set and not self._checks.lacking(_values(self._set)):
            return self._set
        key = read_key(self._folder) or read_key(self._data)
        return (*self._set, key) if key else self._set

    def use(self) -> tuple[str, ...]:
        """The keys, made if need be; raises StoreUnusable unless they are those that the database was used with."""
        keys = self.there()
        if self._checks.lacking(_values(keys)):
            # One made or taken over now would stand in the place where the right one has to go.
            raise StoreUnusable(self._wrong())
        keys = keys if self._set else self._made()
        if not self._checks.confirm(_values(keys)):  # another process was first, with a key of its own
            raise StoreUnusable(self._wrong())
        return keys

    def problem(self) -> str | None:
        """What is wrong with the keys, and how to mend it; None when nothing is. Makes and writes nothing."""
        return self._wrong() if self._checks.lacking(_values(self.there())) else None

    def begin_anew(self) -> None:
        """Go on with the keys there are (made if need be), as if none had been used before: those are lost."""
        self._checks.begin_anew(check_value(self._made()[0]))

    def _made(self) -> tuple[str, ...]:
        # Up to November 2026 it was kept in the data folder whatever the database: what that key made is still read,
        # and the key is put beside the database, where whoever moves or copies the store looks for it.
        return self._set or (kept_key(self._folder, before=self._data),)

    def _wrong(self) -> str:
        if self._set:
            found = f"which {SETTING} does not hold"
            mend = f"Add the earlier key to {SETTING}, behind the newest and a comma"
        elif self.there():
            found = f"not with the one in {self.file}"
            mend = f"Put the earlier file back there, or set {SETTING} to the earlier key"
        else:
            found = f"but {SETTING} is not set and there is no {self.file}"
            mend = f"Put that file back, or set {SETTING} to the earlier key"
        return (
            f"What the database {self._where} keeps was encrypted and hashed with another key, {found}. Nothing was "
            f"changed. {mend}. If that key is lost for good: practice migrate --key-lost goes on without it; then "
            "questions that still wait cannot be read, and names that came off have to be taken off again."
        )


def _values(keys: tuple[str, ...]) -> list[str]:
    return [check_value(key) for key in keys]
