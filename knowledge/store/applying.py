"""Carries out what was planned for a reload, and says beforehand how entries would change."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select, update
from sqlalchemy.orm import Session

from knowledge.domain.comparison import EntryChange, compare
from knowledge.domain.initiative import Initiative
from knowledge.domain.reloading import Progress
from knowledge.domain.renaming import Renamings
from knowledge.store.batches import in_batches
from knowledge.store.carrying import carry
from knowledge.store.carrying_contributions import carry_contributions
from knowledge.store.codec import decode
from knowledge.store.initiatives import read_whole
from knowledge.store.planning import Plan
from knowledge.store.saving import Entry, Move, Saver
from knowledge.store.staging import STAGED
from knowledge.store.tables import CollectionRow, InitiativeRow

#: Changes that a preview says field by field: more than anybody reads.
DETAILED = 100


def carry_out(connection: Connection, saver: Saver, plan: Plan, renamings: Renamings, progress: Progress) -> None:
    """Save what `plan` says, batch by batch, all under the saver's revision."""
    total = len(plan.added) + len(plan.changed) + len(plan.rehomed) + len(plan.removed)
    done = 0
    for ids, save in ((plan.added, saver.add), (plan.changed, saver.change)):
        for batch in in_batches(ids):
            save(_entries(connection, batch))
            progress("saving", done := done + len(batch), total)
    for batch in in_batches(plan.taken):
        connection.execute(update(InitiativeRow).where(InitiativeRow.id.in_(batch)).values(edited_in_slack=False))
    for batch in in_batches(plan.rehomed):
        saver.rehome(_moves(connection, batch))
        progress("saving", done := done + len(batch), total)
    for batch in in_batches(plan.removed):
        saver.remove(batch)
        progress("saving", done := done + len(batch), total)
    if total:
        saver.forget_empty_collections()
    for batch in in_batches(plan.carried):
        carry(connection, batch, renamings, revision=saver.revision)
    carry_contributions(connection, renamings)


def differences(connection: Connection, ids: Sequence[str]) -> tuple[EntryChange, ...]:
    """The first `DETAILED` of these entries that are otherwise in their files, field by field."""
    found: list[EntryChange] = []
    for batch in in_batches(ids):
        held = {one.id: one for one in read_whole(Session(connection), batch)}
        for entry in _entries(connection, batch):
            before = held[entry.initiative.id]
            if changes := compare(before, entry.initiative):
                found.append(EntryChange(before.id, before.title, changes))
            if len(found) == DETAILED:
                return tuple(found)
    return tuple(found)


def _entries(connection: Connection, ids: Sequence[str]) -> list[Entry]:
    rows = connection.execute(
        select(STAGED.c.content, STAGED.c.digest, STAGED.c.origin, STAGED.c.file)
        .where(STAGED.c.id.in_(ids), STAGED.c.content.is_not(None))
        .order_by(STAGED.c.position)
    )
    return [Entry(decode(Initiative, content), digest, origin, file) for content, digest, origin, file in rows]


def _moves(connection: Connection, ids: Sequence[str]) -> list[Move]:
    rows = connection.execute(
        select(InitiativeRow.id, CollectionRow.key, CollectionRow.contacts_digest, STAGED.c.origin, STAGED.c.file)
        .join_from(STAGED, InitiativeRow, InitiativeRow.id == STAGED.c.id)
        .join(CollectionRow, CollectionRow.key == InitiativeRow.collection)
        .where(STAGED.c.id.in_(ids))
    )
    return [Move(*row) for row in rows]
