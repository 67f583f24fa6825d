"""Remembers what a reload is about to change, and brings it back.

One reload can be undone: the last that changed anything. What it needs is written in the same transaction as the
reload itself, batch by batch, so that neither can be there without the other and the store may be of any size.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from knowledge.domain.initiative import Initiative
from knowledge.domain.lists import Lists
from knowledge.domain.renaming import Renamings
from knowledge.store.admin_tables import BeforeRow, Touched, UndoRow
from knowledge.store.batches import BATCH, in_batches
from knowledge.store.carrying_contributions import carry_back, forget_carried
from knowledge.store.codec import decode, digest, encode, from_plain, to_plain
from knowledge.store.contribution_tables import LeadRow
from knowledge.store.initiatives import read_whole
from knowledge.store.lists import forget_unlisted, read_lists, save_lists
from knowledge.store.planning import Plan
from knowledge.store.saving import Entry, KeepOut, Saver
from knowledge.store.tables import Base, CameFrom, CollectionRow, InitiativeRow, State

_TABLE = Base.metadata.tables[InitiativeRow.__tablename__]
#: What saving an initiative's content leaves alone or sets anew, and undoing puts back as it was.
_BESIDE_CONTENT = ("state", "came_from", "edited_in_slack", "created_at", "changed_at")


class _Fate(Enum):
    """What undoing does to an initiative that the reload touched."""

    ADD = auto()
    CHANGE = auto()
    REMOVE = auto()
    KEEP = auto()
    STAY_OUT = auto()


#: By whether the store holds it now, and what the reload did to it. One that the reload took out and that is there was
#: shared anew since; one that it brought or changed and that is gone, somebody took out since: it stays out.
_FATES = {
    True: {
        Touched.ADDED: _Fate.REMOVE,
        Touched.CHANGED: _Fate.CHANGE,
        Touched.REHOMED: _Fate.CHANGE,
        Touched.REMOVED: _Fate.KEEP,
    },
    False: {Touched.REMOVED: _Fate.ADD},
}


@dataclass(frozen=True, slots=True)
class Undoable:
    """The reload that can be undone: when it was, who asked for it, and what the store said of itself before."""

    at: datetime
    by: str
    revision: int
    lists: Lists
    lists_digest: str | None
    loaded_at: datetime | None


@dataclass(slots=True)
class Undoing:
    """Ids by what undoing does: brought back, put back as they were, taken out; `kept` changed in Slack since."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


def remember(
    connection: Connection,
    plan: Plan,
    *,
    at: datetime,
    by: str,
    revision: int,
    lists_digest: str | None,
    loaded_at: datetime | None,
) -> None:
    """Note how things stand, right before `plan` is carried out under `revision`."""
    forget(connection)
    connection.execute(
        insert(UndoRow),
        {
            "id": 1,
            "at": at,
            "by": by,
            "revision": revision,
            "lists": to_plain(read_lists(connection)),
            "lists_digest": lists_digest,
            "loaded_at": loaded_at,
        },
    )
    carried = set(plan.carried)
    for kind, ids in (
        (Touched.CHANGED, [*plan.changed, *plan.carried]),
        # One that follows a renamed theme may come in another file, too; its image says where it was.
        (Touched.REHOMED, [id_ for id_ in plan.rehomed if id_ not in carried]),
        (Touched.REMOVED, plan.removed),
    ):
        for batch in in_batches(ids):
            connection.execute(insert(BeforeRow), _images(connection, batch, kind))
    for batch in in_batches(plan.added):
        connection.execute(insert(BeforeRow), [{"id": id_, "kind": Touched.ADDED.value} for id_ in batch])


def undoable(connection: Connection) -> Undoable | None:
    """The reload that can be undone, if any."""
    row = connection.execute(
        select(UndoRow.at, UndoRow.by, UndoRow.revision, UndoRow.lists, UndoRow.lists_digest, UndoRow.loaded_at)
    ).first()
    if row is None:
        return None
    return Undoable(row.at, row.by, row.revision, from_plain(Lists, row.lists), row.lists_digest, row.loaded_at)


def forget(connection: Connection) -> None:
    """Let go of what undoing would need."""
    connection.execute(delete(BeforeRow))
    connection.execute(delete(UndoRow))
    forget_carried(connection)


def undo(
    connection: Connection,
    undone: Undoable,
    *,
    revision: int,
    now: datetime,
    keep_out: KeepOut,
    progress: Callable[[int], None],
) -> Undoing:
    """Bring back what that reload changed, save what was posted or edited in Slack since; then forget it."""
    outcome = Undoing()
    renamings = Renamings.of(read_lists(connection))
    # Lists first: what is brought back refers to them.
    save_lists(connection, undone.lists)
    saver = Saver(connection, revision=revision, now=now, came_from=CameFrom.LIBRARY)
    last = ""
    while images := _next_images(connection, last):
        last = images[-1].id
        _undo_some(connection, saver, images, undone.revision, keep_out, outcome)
        progress(len(images))
    saver.forget_empty_collections()
    carry_back(connection, renamings, undone.lists)
    forget_unlisted(connection, undone.lists)
    forget(connection)
    return outcome


def _images(connection: Connection, ids: Sequence[str], kind: Touched) -> list[dict[str, Any]]:
    contents = {one.id: encode(one) for one in read_whole(Session(connection), ids)}
    held = InitiativeRow
    rows = connection.execute(
        select(
            held.id,
            held.digest,
            CollectionRow.origin,
            CollectionRow.shown,
            LeadRow.lead,
            *(_TABLE.c[name] for name in _BESIDE_CONTENT),
        )
        .join(CollectionRow, CollectionRow.key == held.collection, isouter=True)
        .join(LeadRow, LeadRow.initiative == held.id, isouter=True)
        .where(held.id.in_(ids))
    ).mappings()
    return [{**row, "content": contents[row["id"]], "kind": kind.value} for row in rows]


def _next_images(connection: Connection, last: str) -> Sequence[Any]:
    table = Base.metadata.tables[BeforeRow.__tablename__]
    return connection.execute(select(table).where(table.c.id > last).order_by(table.c.id).limit(BATCH)).all()


def _undo_some(
    connection: Connection, saver: Saver, images: Sequence[Any], revision: int, keep_out: KeepOut, outcome: Undoing
) -> None:
    held, touched = _since(connection, images, revision)
    by_fate: dict[_Fate, list[Any]] = defaultdict(list)
    for image in images:
        by_fate[_fate(image, is_held=image.id in held, is_touched=image.id in touched)].append(image)
    add, change = by_fate[_Fate.ADD], by_fate[_Fate.CHANGE]
    remove = [image.id for image in by_fate[_Fate.REMOVE]]
    outcome.kept += [image.id for image in by_fate[_Fate.KEEP]]
    if change:
        saver.change([_entry(image, keep_out) for image in change])
    if add:
        saver.add([_entry(image, keep_out) for image in add])
        leads = [{"initiative": image.id, "lead": image.lead} for image in add if image.lead]
        if leads:
            connection.execute(insert(LeadRow), leads)
    if remove:
        saver.remove(remove)
    _put_back_beside_content(connection, [*add, *change])
    outcome.added += [image.id for image in add]
    outcome.changed += [image.id for image in change if image.kind != Touched.REHOMED]
    outcome.removed += remove


def _fate(image: Any, *, is_held: bool, is_touched: bool) -> _Fate:
    if is_touched:
        return _Fate.KEEP
    return _FATES[is_held].get(Touched(image.kind), _Fate.STAY_OUT)


def _since(connection: Connection, images: Iterable[Any], revision: int) -> tuple[set[str], set[str]]:
    """The ids that the store holds now, and those posted, edited, archived or restored in Slack since that revision."""
    before = {image.id: image for image in images}
    rows = connection.execute(
        select(
            InitiativeRow.id,
            InitiativeRow.revision,
            InitiativeRow.digest,
            InitiativeRow.state,
            InitiativeRow.came_from,
            InitiativeRow.edited_in_slack,
        ).where(InitiativeRow.id.in_(list(before)))
    ).all()
    # A new revision alone says little: somebody left their post, for example, and the initiative is as it was.
    unsure = [row for row in rows if row.revision != revision]
    said = {one.id: digest(encode(one)) for one in read_whole(Session(connection), [row.id for row in unsure])}
    touched = {
        row.id
        for row in unsure
        if row.edited_in_slack
        or row.came_from != CameFrom.LIBRARY.value
        or row.state != (before[row.id].state or State.PUBLISHED.value)
        or said[row.id] != row.digest
    }
    return {row.id for row in rows}, touched


def _entry(image: Any, keep_out: KeepOut) -> Entry:
    content = keep_out(decode(Initiative, image.content))
    return Entry(content, image.digest, image.origin or "", image.shown or "")


def _put_back_beside_content(connection: Connection, images: Sequence[Any]) -> None:
    if not images:
        return
    connection.execute(
        update(_TABLE)
        .where(_TABLE.c.id == bindparam("which"))
        .values({name: bindparam(f"old_{name}") for name in _BESIDE_CONTENT}),
        [{"which": image.id, **{f"old_{name}": getattr(image, name) for name in _BESIDE_CONTENT}} for image in images],
    )
    if homeless := [image.id for image in images if image.origin is None]:
        connection.execute(update(InitiativeRow).where(InitiativeRow.id.in_(homeless)).values(collection=None))
