"""Saves initiatives in batches: a row each, and their categories, themes, contacts and resources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from knowledge.domain.initiative import Contact, Initiative
from knowledge.store.codec import digest, encode
from knowledge.store.tables import (
    Base,
    CameFrom,
    CollectionRow,
    ContactRow,
    GoneRow,
    InitiativeCategoryRow,
    InitiativeRow,
    InitiativeThemeRow,
    ResourceRow,
    State,
)

#: Takes out of an initiative what must not come back: names that came off for good.
KeepOut = Callable[[Initiative], Initiative]


def keep_nothing_out(initiative: Initiative) -> Initiative:
    """What to save where no name was ever taken off."""
    return initiative


@dataclass(frozen=True, slots=True)
class Entry:
    """An initiative to save, the digest of its content, and the file that it came in (`shown` to people)."""

    initiative: Initiative
    digest: str
    origin: str
    shown: str


@dataclass(frozen=True, slots=True)
class Move:
    """An initiative held in a collection that now comes in the file `origin`, with the same contacts."""

    id: str
    collection: int
    contacts_digest: str
    origin: str
    shown: str


class Saver:
    """Saves what one transaction brings in, all under one new revision of the store."""

    def __init__(
        self,
        connection: Connection,
        *,
        revision: int,
        now: datetime,
        came_from: CameFrom,
        keep_out: KeepOut = keep_nothing_out,
    ) -> None:
        self._connection = connection
        self._keep_out = keep_out
        self._revision = revision
        self._now = now
        self._came_from = came_from
        self._collections: dict[tuple[str, str], tuple[int, str]] = {
            (origin, contacts): (key, shown)
            for origin, contacts, key, shown in connection.execute(
                select(CollectionRow.origin, CollectionRow.contacts_digest, CollectionRow.key, CollectionRow.shown)
            )
        }

    @property
    def revision(self) -> int:
        """The store's new revision, which everything saved gets."""
        return self._revision

    def add(self, entries: Sequence[Entry]) -> None:
        """Save initiatives that the store does not hold."""
        entries = self._allowed(entries)
        self._insert(
            InitiativeRow,
            (
                {
                    **self._row(entry),
                    "state": State.PUBLISHED.value,
                    "came_from": self._came_from.value,
                    "edited_in_slack": False,
                    "created_at": self._now,
                }
                for entry in entries
            ),
        )
        self._insert_parts([entry.initiative for entry in entries])
        ids = [entry.initiative.id for entry in entries]
        self._connection.execute(delete(GoneRow).where(GoneRow.id.in_(ids)))

    def change(self, entries: Sequence[Entry]) -> None:
        """Save new content of initiatives that the store holds."""
        entries = self._allowed(entries)
        rows = [self._row(entry) for entry in entries]
        table = Base.metadata.tables[InitiativeRow.__tablename__]
        values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in rows[0] if name != "id"}
        self._connection.execute(
            update(table).where(table.c.id == bindparam("new_id")).values(values),
            [{f"new_{name}": value for name, value in row.items()} for row in rows],
        )
        ids = [entry.initiative.id for entry in entries]
        for part in (InitiativeCategoryRow, InitiativeThemeRow, ContactRow, ResourceRow):
            self._connection.execute(delete(part).where(part.initiative.in_(ids)))
        self._insert_parts([entry.initiative for entry in entries])

    def rehome(self, moves: Sequence[Move]) -> None:
        """Note that initiatives whose content is the same now come in another file, or one shown differently."""
        together: dict[tuple[int, str, str, str], list[str]] = defaultdict(list)
        for move in moves:
            together[(move.collection, move.contacts_digest, move.origin, move.shown)].append(move.id)
        for (held, contacts_digest, origin, shown), ids in together.items():
            copies = partial(_copies_of_contacts, self._connection, held)
            key = self._ensure_collection((origin, contacts_digest), shown, copies)
            if key != held:
                self._connection.execute(update(InitiativeRow).where(InitiativeRow.id.in_(ids)).values(collection=key))

    def remove(self, ids: Sequence[str]) -> None:
        """Remove initiatives with all their parts, and note that they are gone."""
        self._connection.execute(delete(InitiativeRow).where(InitiativeRow.id.in_(ids)))
        self._connection.execute(delete(GoneRow).where(GoneRow.id.in_(ids)))
        self._insert(GoneRow, ({"id": id_, "revision": self._revision} for id_ in ids))

    def forget_empty_collections(self) -> None:
        """Remove files and forms that no initiative came in any more, with their contacts."""
        self._connection.execute(
            delete(CollectionRow).where(
                ~select(InitiativeRow.id).where(InitiativeRow.collection == CollectionRow.key).exists()
            )
        )

    def _allowed(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        # The digest stays that of what was read, so that the file is not taken for changed by every reload.
        return [replace(entry, initiative=self._keep_out(entry.initiative)) for entry in entries]

    def _row(self, entry: Entry) -> dict[str, Any]:
        initiative = entry.initiative
        source = initiative.source
        return {
            "id": initiative.id,
            "authority": initiative.authority,
            "collection": self._collection(entry),
            "title": initiative.title,
            "summary": initiative.summary,
            "impact": initiative.impact,
            "evidence": initiative.evidence.value,
            "year": initiative.year,
            "checked": initiative.checked,
            "visibility": initiative.visibility.value,
            "source_title": source.title,
            "source_url": source.url,
            "source_read": source.read,
            "source_kind": source.kind.value,
            "source_dated": source.dated,
            "digest": entry.digest,
            "revision": self._revision,
            "changed_at": self._now,
        }

    def _collection(self, entry: Entry) -> int:
        contacts = entry.initiative.form_contacts
        identity = (entry.origin, digest(encode(contacts)) if contacts else "")
        return self._ensure_collection(identity, entry.shown, lambda key: _contact_rows(contacts, collection=key))

    def _ensure_collection(
        self, identity: tuple[str, str], shown: str, contacts: Callable[[int], Iterable[Mapping[str, Any]]]
    ) -> int:
        """The key of the collection with this origin and contacts, made if need be, and shown as `shown`."""
        key, now_shown = self._collections.get(identity, (None, None))
        if key is None:
            key = self._connection.execute(
                insert(CollectionRow).returning(CollectionRow.key),
                {"origin": identity[0], "contacts_digest": identity[1], "shown": shown},
            ).scalar_one()
            self._insert(ContactRow, contacts(key))
        elif shown != now_shown:
            self._connection.execute(update(CollectionRow).where(CollectionRow.key == key).values(shown=shown))
        self._collections[identity] = (key, shown)
        return key

    def _insert_parts(self, initiatives: Sequence[Initiative]) -> None:
        self._insert(
            InitiativeCategoryRow,
            (
                {"initiative": one.id, "position": position, "category": category.value}
                for one in initiatives
                for position, category in enumerate(one.categories)
            ),
        )
        self._insert(
            InitiativeThemeRow,
            (
                {"initiative": one.id, "position": position, "theme": theme}
                for one in initiatives
                for position, theme in enumerate(one.themes)
            ),
        )
        self._insert(
            ContactRow,
            (row for one in initiatives for row in _contact_rows(one.own_contacts, initiative=one.id)),
        )
        self._insert(
            ResourceRow,
            (
                {"initiative": one.id, "position": position, "title": resource.title, "url": resource.url}
                for one in initiatives
                for position, resource in enumerate(one.resources)
            ),
        )

    def _insert(self, table: type[Base], rows: Iterable[Mapping[str, Any]]) -> None:
        if every := list(rows):
            self._connection.execute(insert(table), every)


def _copies_of_contacts(connection: Connection, held: int, key: int) -> list[dict[str, Any]]:
    table = Base.metadata.tables[ContactRow.__tablename__]
    rows = connection.execute(select(table).where(table.c.collection == held)).mappings()
    return [{name: value for name, value in row.items() if name != "key"} | {"collection": key} for row in rows]


def _contact_rows(
    contacts: Iterable[Contact], *, initiative: str | None = None, collection: int | None = None
) -> Iterator[dict[str, Any]]:
    for position, contact in enumerate(contacts):
        yield {
            "initiative": initiative,
            "collection": collection,
            "position": position,
            "name": contact.name,
            "role": contact.role,
            "team": contact.team,
            "email": contact.email,
            "phone": contact.phone,
            "url": contact.url,
            "confirmed": contact.confirmed,
            "public": contact.public,
            "member": contact.member,
        }
