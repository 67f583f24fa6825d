"""Which library files need not be read again: those of which every entry was taken and still stands in the store."""

from __future__ import annotations

from sqlalchemy import Connection, and_, delete, func, insert, select
from sqlalchemy.orm import Session

from knowledge.domain.lists import Lists
from knowledge.store.batches import in_batches
from knowledge.store.lists import lists_digest
from knowledge.store.staging import Staged
from knowledge.store.tables import CameFrom, CollectionRow, InitiativeRow, LibraryFileRow, StoreStateRow


def known_files(session: Session, lists: Lists) -> dict[str, str]:
    """Digests by origin; none when the lists changed, against which entries are read."""
    if session.scalar(select(StoreStateRow.lists_digest)) != lists_digest(lists):
        return {}
    held = func.count(InitiativeRow.id)
    rows = session.execute(
        select(LibraryFileRow.origin, LibraryFileRow.digest)
        .join(CollectionRow, CollectionRow.origin == LibraryFileRow.origin)
        .join(
            InitiativeRow,
            and_(InitiativeRow.collection == CollectionRow.key, InitiativeRow.came_from == CameFrom.LIBRARY.value),
        )
        .group_by(LibraryFileRow.origin, LibraryFileRow.digest, LibraryFileRow.entries)
        # One that went, or came in another file since, is found by reading the file.
        .having(held == LibraryFileRow.entries)
    )
    return dict(rows.all())


def note_files(connection: Connection, staged: Staged, *, all_of_them: bool) -> None:
    """Note the files whose every entry was taken; `all_of_them`: what was read is the whole library."""
    if all_of_them:
        connection.execute(delete(LibraryFileRow))
    else:
        for batch in in_batches(sorted(staged.origins)):
            connection.execute(delete(LibraryFileRow).where(LibraryFileRow.origin.in_(batch)))
    rows = [
        {"origin": origin, "digest": digest, "entries": entries}
        for origin, (entries, digest) in staged.sound.items()
        if entries and origin not in staged.flawed
    ]
    if rows:
        connection.execute(insert(LibraryFileRow), rows)


def forget_files(connection: Connection) -> None:
    """Have every file read again."""
    connection.execute(delete(LibraryFileRow))
