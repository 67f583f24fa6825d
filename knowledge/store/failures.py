"""What can go wrong with a database, told apart and said in words; never with parameters or passwords in them."""

from __future__ import annotations

import errno
import os
import re
import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from knowledge.errors import Busy, PracticeError, StoreUnusable
from knowledge.store.sqlite_file import why_not_writable

#: PostgreSQL's codes for work that was rolled back only because others worked at the same time: serialization
#: failure, deadlock, lock not available (PostgreSQL manual, appendix A).
_PASSING_CODES = frozenset({"40001", "40P01", "55P03"})
_NO_SUCH_DATABASE = "3D000"
#: What the code would be of what is said while a connection is made: then its words are all that psycopg passes on.
_SAID_AT_THE_DOOR = {
    re.compile(r'FATAL: +database ".*" does not exist'): _NO_SUCH_DATABASE,
    re.compile(r"no password supplied|authentication failed|FATAL: +role |pg_hba\.conf"): "28000",
    re.compile(r"too many (?:clients|connections)|connection slots"): "53300",
}
_NO_SUCH_TABLE = "42P01"
_TABLE_EXISTS = "42P07"
#: What libpq says of an address before it connects.
_UNKNOWN_OPTION = re.compile(r'invalid (?:connection option|URI query parameter:?) "(\w+)"|invalid (\w+) value: ')
#: The same of numbers; what is no number at all may hold anything.
_NO_NUMBER = re.compile(r'invalid integer value ".*" for connection option "(\w+)"|bad value for (\w+): ', re.DOTALL)

_LOGIN_REFUSED = (
    "refused the login. Check the user and the password in {setting}, and that its server lets them in from this "
    "machine (pg_hba.conf)"
)
#: What else PostgreSQL says by its code: invalid authorization or password, insufficient privilege, query canceled,
#: untranslatable character, read-only transaction, disk full, too many connections.
_POSTGRES_WORDS = {
    "28000": _LOGIN_REFUSED,
    "28P01": _LOGIN_REFUSED,
    "42501": "does not allow that to its user. Make them the owner of the database, or of its schema and tables",
    "57014": "took too long and was stopped. Try again in a moment",
    "22P05": "has an encoding without some letter that was written. Create one with ENCODING 'UTF8' TEMPLATE "
    "template0, and move the store there: practice copy --to its address",
    "25006": "is read-only (a standby?). Add target_session_attrs=read-write to its address",
    "53100": "cannot grow: its disk is full. Make room, then try again",
    "53300": "takes no more connections. Allow more, or run fewer processes",
}

_SQLITE_TABLE_EXISTS = re.compile(r"^table \w+ already exists")
#: SQLite's primary result codes (the low byte of an extended one).
_SQLITE_PASSING = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
#: Of these the code does not say why: permissions, a disk that can only be read, one that is full or fails.
_SQLITE_NOT_WRITTEN = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR})
_SQLITE_WORDS = {
    sqlite3.SQLITE_CORRUPT: "is damaged. Put the newest good copy in its place",
    sqlite3.SQLITE_NOTADB: "is damaged or not a database. Put the newest good copy in its place",
    sqlite3.SQLITE_FULL: "cannot grow: the disk is full. Make room, then try again",
    sqlite3.SQLITE_READONLY: "cannot be written. Make the file and its folder writable for this user",
    sqlite3.SQLITE_PERM: "may not be opened. Give this user access to the file and its folder",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened. Check that its folder exists and that this user may write there",
    sqlite3.SQLITE_IOERR: "cannot be read or written: the disk reports an error. Check the disk and its free space",
}
#: What helps against what the system says.
_PERMIT = "Make the file and its folder writable for this user"
_MENDED = {
    os.strerror(errno.EROFS): "Nothing can be saved until its disk is made writable",
    os.strerror(errno.ENOSPC): "Make room on its disk, then try again",
    os.strerror(errno.EDQUOT): "Make room for this user on its disk, then try again",
    os.strerror(errno.EIO): "Check its disk",
}


def sqlite_code(error: BaseException | None) -> int | None:
    """SQLite's primary result code of a driver error, None for errors of other origin."""
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else int(code) & 0xFF


def sqlstate(error: BaseException | None) -> str | None:
    """PostgreSQL's five-character code of a driver error, None when the server sent none."""
    state = getattr(error, "sqlstate", None)
    return None if state is None else str(state)


def _driver_error(error: BaseException) -> BaseException | None:
    return error.orig if isinstance(error, DBAPIError) else error


def is_passing(error: BaseException) -> bool:
    """Whether the database rolled the work back for others' sake, so that doing it again may well succeed."""
    driver = _driver_error(error)
    return sqlite_code(driver) in _SQLITE_PASSING or sqlstate(driver) in _PASSING_CODES


def is_line_cut(error: BaseException) -> bool:
    """Whether the connection was lost or could not be made."""
    if not isinstance(error, DBAPIError) or sqlite_code(error.orig) is not None:
        return False
    unreachable = type(error.orig).__name__ == "OperationalError" and sqlstate(error.orig) is None
    return error.connection_invalidated or unreachable


def is_missing_table(error: DBAPIError) -> bool:
    """Whether a statement named a table that is not there."""
    return sqlstate(error.orig) == _NO_SUCH_TABLE or "no such table" in str(error.orig)


def in_words(
    error: SQLAlchemyError | sqlite3.Error, where: str, setting: str, file: Path | None = None
) -> PracticeError:
    """The error to raise instead: what happened, where, how to mend it.

    `where` names the database without secrets, `setting` is what its address was given in, `file` is that of SQLite.
    """
    driver = _driver_error(error)
    if isinstance(error, PoolTimeout):
        return Busy("The database is busy: all connections are in use. Try again in a moment.")
    if is_passing(error):
        return Busy("The database is busy: others are writing to it. Try again in a moment.")
    if sqlstate(driver) == _TABLE_EXISTS or _SQLITE_TABLE_EXISTS.search(str(driver)):
        return StoreUnusable(
            f"The database {where} holds tables of another program; nothing was changed. Name another database in "
            f"{setting}."
        )
    if (code := sqlite_code(driver)) is not None:
        if code in _SQLITE_NOT_WRITTEN and file and (why := why_not_writable(file)):
            return StoreUnusable(f"The database {where} cannot be written: {why}. {_MENDED.get(why, _PERMIT)}.")
        said = _SQLITE_WORDS.get(code)
        return StoreUnusable(f"The database {where} {said}." if said else f"The database {where} refused: {driver}.")
    if isinstance(driver, sqlite3.Error):
        return StoreUnusable(f"The database {where} refused: {driver}.")
    return StoreUnusable(_postgres_words(error, driver, where, setting))


def _postgres_words(error: Exception, driver: BaseException | None, where: str, setting: str) -> str:
    state = sqlstate(driver) or _code_of_words(str(driver))
    if state == _NO_SUCH_DATABASE:
        return f"The database {where} does not exist. Create it, or correct its name in {setting}."
    if state is None and (unknown := _UNKNOWN_OPTION.search(str(driver))):
        # Only the option's name: its value may be a secret.
        option = unknown[1] or unknown[2]
        return f"{setting} has an option that PostgreSQL does not take as it is: {option}. Correct it, or leave it out."
    if state is None and (number := _NO_NUMBER.search(str(driver))):
        option = number[1] or number[2]
        return f"{setting} has an option that must be a whole number, such as {option}=3, and is none: {option}."
    if state in _POSTGRES_WORDS:
        return f"The database {where} {_POSTGRES_WORDS[state].format(setting=setting)}."
    if is_line_cut(error):
        return (
            f"The database {where} cannot be reached. Check that it is running and that {setting} names the right "
            "host and port."
        )
    primary = getattr(getattr(driver, "diag", None), "message_primary", None)  # without DETAIL, which holds values
    said = primary or type(driver or error).__name__
    return f"The database {where} refused: {said}" + (f" ({state})." if state else ".")


def _code_of_words(words: str) -> str | None:
    return next((code for said, code in _SAID_AT_THE_DOOR.items() if said.search(words)), None)
