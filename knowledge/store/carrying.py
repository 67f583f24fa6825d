"""Carries initiatives along when the lists change: a theme was renamed, an authority has a successor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, or_, select, update

from knowledge.domain.renaming import Renamings
from knowledge.store.tables import InitiativeRow, InitiativeThemeRow


def ids_to_carry(connection: Connection, renamings: Renamings) -> list[str]:
    """Ids of the initiatives, shown or archived and whoever wrote them, that have a former name, in order."""
    if not renamings.themes and not renamings.authorities:
        return []
    themed = select(InitiativeThemeRow.initiative).where(InitiativeThemeRow.theme.in_(list(renamings.themes)))
    return list(
        connection.scalars(
            select(InitiativeRow.id)
            .where(or_(InitiativeRow.authority.in_(list(renamings.authorities)), InitiativeRow.id.in_(themed)))
            .order_by(InitiativeRow.id)
        )
    )


def carry(connection: Connection, ids: Sequence[str], renamings: Renamings, *, revision: int) -> None:
    """Give these initiatives the new names; a theme that they would have twice, once."""
    connection.execute(update(InitiativeRow).where(InitiativeRow.id.in_(ids)).values(revision=revision))
    for old, new in renamings.authorities.items():
        connection.execute(
            update(InitiativeRow).where(InitiativeRow.id.in_(ids), InitiativeRow.authority == old).values(authority=new)
        )
    held: dict[str, list[str]] = defaultdict(list)
    for initiative, theme in connection.execute(
        select(InitiativeThemeRow.initiative, InitiativeThemeRow.theme)
        .where(InitiativeThemeRow.initiative.in_(ids))
        .order_by(InitiativeThemeRow.initiative, InitiativeThemeRow.position)
    ):
        held[initiative].append(theme)
    renamed = {
        initiative: renamings.themes_now(themes)
        for initiative, themes in held.items()
        if any(theme in renamings.themes for theme in themes)
    }
    if renamed:
        connection.execute(delete(InitiativeThemeRow).where(InitiativeThemeRow.initiative.in_(list(renamed))))
        connection.execute(
            insert(InitiativeThemeRow),
            [
                {"initiative": initiative, "position": position, "theme": theme}
                for initiative, themes in renamed.items()
                for position, theme in enumerate(themes)
            ],
        )
