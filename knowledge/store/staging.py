"""Where a reload puts what it reads before anything of the store is touched: a temporary table of its own connection.

So the library may be of any size, reading it (the slow part) holds up no writer, and a killed reload leaves nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, Connection, Integer, MetaData, String, Table, delete, insert, select, text

from knowledge.domain.library import LibraryItem
from knowledge.errors import Problem
from knowledge.store.batches import in_batches
from knowledge.store.codec import digest, encode
from knowledge.store.tables import CameFrom, CollectionRow, InitiativeRow, Key

#: Each id with the file that it stands in: as it is shown, and what identifies it.
Ids = dict[str, tuple[str, str]]

#: `content` is NULL where the store already holds the same.
STAGED = Table(
    "reload_item",
    MetaData(),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("id", Key, unique=True, nullable=False),
    Column("origin", String, nullable=False),
    Column("file", String, nullable=False),
    Column("line", Integer, nullable=False),
    Column("digest", String, nullable=False),
    Column("content", String),
    prefixes=["TEMPORARY"],
)


@dataclass(slots=True)
class Staged:
    """What was read beside the entries that can be taken.

    `unread` are origins (files, or folders) of which nothing may be touched; `unclear` are files with an entry whose
    id could not be told, or that another has too, so that an entry missing from them may be that one.
    """

    count: int = 0
    refused: int = 0
    problems: list[Problem] = field(default_factory=list)
    #: id -> file of refused entries, the first where there are several
    refused_ids: dict[str, str] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    unclear: set[str] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)
    #: origins of files with an entry that was refused
    flawed: set[str] = field(default_factory=set)
    #: entries taken and digest, by origin, of the files that were read to their end
    sound: dict[str, tuple[int, str]] = field(default_factory=dict)
    #: id -> files that have it in their order, where there are several
    repeated: dict[str, list[str]] = field(default_factory=dict)
    #: id -> file of refused entries whose id itself is in question
    doubtful: dict[str, str] = field(default_factory=dict)


def stage(connection: Connection, items: Iterable[LibraryItem], progress: Callable[[int], None]) -> Staged:
    """Read all of `items` into the temporary table, in short transactions; `progress` gets the entries read so far."""
    with connection.begin():
        STAGED.create(connection)
    staged = Staged()
    ids: Ids = {}
    taken: dict[str, int] = defaultdict(int)
    read = 0
    for batch in in_batches(items):
        _stage_batch(connection, batch, staged, ids, taken)
        read += len(batch)
        progress(read)
    _drop_unread(connection, staged)
    _tell_unclear(connection, staged, ids)
    with connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("ANALYZE reload_item"))
    return staged


def _stage_batch(
    connection: Connection, batch: Sequence[LibraryItem], staged: Staged, ids: Ids, taken: dict[str, int]
) -> None:
    """Stage some items; `taken` counts the entries of each file that can be taken, by its origin."""
    rows = []
    for item in batch:
        staged.origins.add(item.origin)
        if item.end is not None:
            if item.end.known:
                _stage_known(connection, item, staged, ids, taken)
            staged.sound[item.origin] = (taken[item.origin], item.end.digest)
        elif item.initiative is None:
            _note_refused(item, ids, staged)
        elif item.initiative.id in ids:
            _note_duplicate(item, item.initiative.id, ids, staged)
        else:
            ids[item.initiative.id] = (item.file, item.origin)
            staged.problems += item.problems
            rows.append(_row(item, staged.count))
            staged.count += 1
            taken[item.origin] += 1
    if rows:
        with connection.begin():
            _drop_known_content(connection, rows)
            connection.execute(insert(STAGED), rows)


def _row(item: LibraryItem, position: int) -> dict[str, Any]:
    assert item.initiative is not None
    content = encode(item.initiative)
    return {
        "position": position,
        "id": item.initiative.id,
        "origin": item.origin,
        "file": item.file,
        "line": item.line,
        "digest": digest(content),
        "content": content,
    }


def _stage_known(connection: Connection, item: LibraryItem, staged: Staged, ids: Ids, taken: dict[str, int]) -> None:
    """Stage the entries of a file that need not be read again, as the store holds them.

    An earlier entry has its id for itself even where it is refused, as when all is read.
    """
    with connection.begin():
        held = connection.execute(
            select(InitiativeRow.id, InitiativeRow.digest)
            .join(CollectionRow, CollectionRow.key == InitiativeRow.collection)
            .where(CollectionRow.origin == item.origin, InitiativeRow.came_from == CameFrom.LIBRARY.value)
            .order_by(InitiativeRow.id)
        ).all()
    rows = []
    for id_, held_digest in held:
        if id_ in ids or id_ in staged.refused_ids:
            _note_duplicate(item, id_, ids, staged)
            continue
        ids[id_] = (item.file, item.origin)
        rows.append(
            {
                "position": staged.count,
                "id": id_,
                "origin": item.origin,
                "file": item.file,
                "line": item.line,
                "digest": held_digest,
                "content": None,
            }
        )
        staged.count += 1
        taken[item.origin] += 1
    if rows:
        with connection.begin():
            connection.execute(insert(STAGED), rows)


def _drop_unread(connection: Connection, staged: Staged) -> None:
    """Of a file that could not be read to its end, nothing may be taken, not even what came before the end."""
    if staged.unread:
        with connection.begin():
            connection.execute(delete(STAGED).where(STAGED.c.origin.in_(list(staged.unread))))


def _note_refused(item: LibraryItem, ids: Ids, staged: Staged) -> None:
    staged.problems += item.problems
    staged.flawed.add(item.origin)
    if item.whole_file:
        staged.unread.add(item.origin)
        return
    staged.refused += 1
    if item.id is None:
        staged.unclear.add(item.origin)
        return
    _note_again(item, item.id, ids, staged)
    staged.refused_ids.setdefault(item.id, item.origin)
    if any(problem.field == "id" for problem in item.problems):
        staged.doubtful[item.id] = item.origin


def _note_duplicate(item: LibraryItem, id_: str, ids: Ids, staged: Staged) -> None:
    where = f" in {ids[id_][0]}" if id_ in ids else ""
    _note_again(item, id_, ids, staged)
    staged.flawed.add(item.origin)
    staged.refused += 1
    staged.problems.append(
        Problem(
            file=item.file,
            line=item.line,
            id=id_,
            field="id",
            message=f"{id_} is used by an earlier entry{where}: choose another id",
        )
    )


def _note_again(item: LibraryItem, id_: str, ids: Ids, staged: Staged) -> None:
    first = ids[id_][1] if id_ in ids else staged.refused_ids.get(id_)
    if first == item.origin:
        staged.unclear.add(first)
    elif first is not None:
        staged.repeated.setdefault(id_, [first]).append(item.origin)


def _tell_unclear(connection: Connection, staged: Staged, ids: Ids) -> None:
    """A refused id that nobody knows may be a held one misspelt: then nothing of its file may be taken for removed.

    Nor may it of a file that has an id twice, or one that the store knows from another file, or an earlier one has:
    either may be such a slip.
    """
    unknown = {id_: origin for id_, origin in staged.doubtful.items() if id_ not in ids}
    for batch in in_batches(unknown):
        with connection.begin():
            held = set(connection.scalars(select(InitiativeRow.id).where(InitiativeRow.id.in_(batch))))
        staged.unclear |= {unknown[id_] for id_ in batch if id_ not in held}
    for batch in in_batches(staged.repeated):
        with connection.begin():
            came_in = dict(
                connection.execute(
                    select(InitiativeRow.id, CollectionRow.origin)
                    .join(CollectionRow, CollectionRow.key == InitiativeRow.collection)
                    .where(InitiativeRow.id.in_(batch))
                ).all()
            )
        for id_ in batch:
            first, *others = staged.repeated[id_]
            staged.unclear |= {first, *others} - {came_in.get(id_, first)}


def _drop_known_content(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """What the store holds already needs no second copy: an unchanged library stages digests only.

    Of entries edited in Slack it holds something else, whatever the digest of their file.
    """
    ids = [row["id"] for row in rows]
    held = connection.execute(
        select(InitiativeRow.id, InitiativeRow.digest).where(
            InitiativeRow.id.in_(ids), InitiativeRow.edited_in_slack.is_(False)
        )
    )
    known = dict(held.all())
    for row in rows:
        if known.get(row["id"]) == row["digest"]:
            row["content"] = None
