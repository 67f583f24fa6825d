"""Decides what a reload does with every entry, read and held, before anything is changed."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from sqlalchemy import Connection, select

from knowledge.domain.lists import Lists
from knowledge.domain.renaming import Renamings
from knowledge.errors import Problem
from knowledge.store.carrying import ids_to_carry
from knowledge.store.lists import lists_digest, unlisted_but_needed
from knowledge.store.staging import STAGED, Staged
from knowledge.store.tables import CameFrom, CollectionRow, InitiativeRow

#: Rows fetched at a time from the comparison of what was read with what is held.
_FETCH = 2000

_UNLISTED = {
    "authority": "{name} is no longer in the register though {count} in the store belong to it: it is kept. List it "
    "again, with its successors if it was merged or split up, or give those initiatives another authority",
    "themes": "{name} is no longer in the list though {count} in the store have it: it is kept. List it again, name it "
    "under 'was:' of the theme that it is called now, or give those initiatives another theme",
}
_SPLIT = (
    "{name} has several successors, {successors}, and {count} in the store still belong to it: it is kept until each "
    "of them says which one runs it now"
)


@dataclass(slots=True)
class Plan:
    """Ids by what is to happen to them, and every problem. `rehomed` are unchanged but come in another file now.

    `carried` are in no file read and follow a renamed theme or a successor. Of those changed, `taken` were edited in
    Slack, and an admin wants their file's version.
    """

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    rehomed: list[str] = field(default_factory=list)
    carried: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def changes_initiatives(self) -> bool:
        """Whether readers would see any difference, for which the store's revision grows."""
        return bool(self.added or self.changed or self.removed or self.carried)

    @property
    def changes_anything(self) -> bool:
        """Whether there would be anything to undo."""
        return self.changes_initiatives or bool(self.rehomed)


def make_plan(
    connection: Connection,
    staged: Staged,
    lists: Lists,
    within: Sequence[str] | None,
    take: Collection[str] = (),
) -> Plan:
    """Compare what was staged with what is held.

    `within` are the files and folders (resolved) whose entries may be removed; None: all entries of the library.
    `take` are entries edited in Slack of which the file's version is wanted all the same.
    """
    plan = Plan(problems=list(staged.problems))
    renamings = Renamings.of(lists)
    _plan_read(connection, staged, frozenset(take), plan)
    _plan_missing(connection, staged, within, plan)
    saved = {*plan.changed, *plan.removed}
    plan.carried = [id_ for id_ in ids_to_carry(connection, renamings) if id_ not in saved]
    _plan_unlisted(connection, staged, lists, renamings, plan)
    return plan


def identify(connection: Connection, plan: Plan, lists: Lists) -> str:
    """What tells all that `plan` would do, with the entries as they were read and the lists, from any other plan.

    Of the entries taken it also tells what is given up for their file's version. The order of entries is none of it:
    those of a file that need not be read again come in another than the file's.
    """
    found = sha256(lists_digest(lists).encode())
    for name in ("added", "changed", "removed", "rehomed", "carried", "taken", "kept"):
        found.update("\0".join([name, *sorted(getattr(plan, name))]).encode() + b"\n")
    for row in connection.execute(
        select(STAGED.c.id, STAGED.c.digest).order_by(STAGED.c.id, STAGED.c.position),
        execution_options={"yield_per": _FETCH},
    ):
        found.update(f"{row.id}\0{row.digest}\n".encode())
    for held in connection.execute(
        select(InitiativeRow.id, InitiativeRow.revision)
        .where(InitiativeRow.id.in_(plan.taken))
        .order_by(InitiativeRow.id)
    ):
        found.update(f"{held.id}\0{held.revision}\n".encode())
    return found.hexdigest()


def _plan_read(connection: Connection, staged: Staged, take: frozenset[str], plan: Plan) -> None:
    held = InitiativeRow
    rows = connection.execute(
        select(
            STAGED.c.id,
            STAGED.c.origin,
            STAGED.c.file,
            STAGED.c.line,
            held.came_from,
            held.edited_in_slack,
            (held.digest == STAGED.c.digest).label("same"),
            CollectionRow.origin.label("held_origin"),
            CollectionRow.shown,
        )
        .join_from(STAGED, held, held.id == STAGED.c.id, isouter=True)
        .join(CollectionRow, CollectionRow.key == held.collection, isouter=True)
        .order_by(STAGED.c.position),
        execution_options={"yield_per": _FETCH},
    )
    for row in rows:
        if row.came_from is None:
            plan.added.append(row.id)
        elif row.edited_in_slack and row.came_from == CameFrom.LIBRARY.value and row.id in take:
            plan.changed.append(row.id)
            plan.taken.append(row.id)
        elif _is_protected(row.came_from, row.edited_in_slack):
            plan.kept.append(row.id)
        elif _is_under(row.held_origin, staged.unread):
            plan.problems.append(
                Problem(
                    file=row.file,
                    line=row.line,
                    id=row.id,
                    field="id",
                    message=f"{row.id} came from {row.shown}, which could not be read, and is left as it was: "
                    "mend that file first",
                )
            )
        elif not row.same:
            plan.changed.append(row.id)
        else:
            plan.unchanged += 1
            if (row.origin, row.file) != (row.held_origin, row.shown):
                plan.rehomed.append(row.id)


def _plan_missing(connection: Connection, staged: Staged, within: Sequence[str] | None, plan: Plan) -> None:
    # A library of which nothing at all could be read is a mistyped path, not an empty library.
    nothing_read = not staged.count and bool(staged.unread)
    scope = None if within is None else set(within)
    rows = connection.execute(
        select(InitiativeRow.id, InitiativeRow.came_from, InitiativeRow.edited_in_slack, CollectionRow.origin)
        .join(STAGED, STAGED.c.id == InitiativeRow.id, isouter=True)
        .join(CollectionRow, CollectionRow.key == InitiativeRow.collection, isouter=True)
        .where(STAGED.c.id.is_(None))
        .order_by(InitiativeRow.id),
        execution_options={"yield_per": _FETCH},
    )
    for id_, came_from, edited, origin in rows:
        if scope is not None and not _is_under(origin, scope):
            continue
        if _is_protected(came_from, edited):
            plan.kept.append(id_)
        elif not (
            nothing_read or id_ in staged.refused_ids or origin in staged.unclear or _is_under(origin, staged.unread)
        ):
            plan.removed.append(id_)


def _plan_unlisted(connection: Connection, staged: Staged, lists: Lists, renamings: Renamings, plan: Plan) -> None:
    # Refused entries were told with their file and line already; changed ones were read with the new lists.
    told = {*plan.removed, *plan.changed, *staged.refused_ids}
    for kind, names in unlisted_but_needed(connection, lists, told).items():
        for name, count in names.items():
            if name in (renamings.authorities if kind == "authority" else renamings.themes):
                continue
            split = renamings.split.get(name) if kind == "authority" else None
            plan.problems.append(
                Problem(
                    file="lists",
                    field=kind,
                    message=(_SPLIT if split else _UNLISTED[kind]).format(
                        name=name,
                        count="1 initiative" if count == 1 else f"{count} initiatives",
                        successors=", ".join(split or ()),
                    ),
                )
            )


def _is_protected(came_from: str, edited_in_slack: bool) -> bool:
    return edited_in_slack or came_from != CameFrom.LIBRARY.value


def _is_under(origin: str | None, places: set[str]) -> bool:
    """Whether a file is one of `places` or lies in a folder that is."""
    if origin is None or not places:
        return False
    return origin in places or any(origin.startswith(os.path.join(place, "")) for place in places)
