"""Contributions as rows, and back."""

from __future__ import annotations

from typing import Any

from knowledge.domain.content import Content
from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.privacy import ERASED
from knowledge.store.codec import from_plain, to_plain
from knowledge.store.contribution_tables import ContributionRow

_STATES = {state.value: state for state in ContributionState}


def to_values(contribution: Contribution) -> dict[str, Any]:
    """What the columns of a contribution's row hold, by their names."""
    return {
        "id": contribution.id,
        "by": contribution.by,
        "state": contribution.state.value,
        "content": to_plain(contribution.content),
        "authority": contribution.content.authority,
        "initiative": contribution.initiative,
        "base": None if contribution.base is None else to_plain(contribution.base),
        "created_at": contribution.created_at,
        "changed_at": contribution.changed_at,
        "submitted_at": contribution.submitted_at,
        "decided_at": contribution.decided_at,
        "reviewer": contribution.reviewer,
        "reason": contribution.reason,
        "batch": contribution.batch,
        "file": contribution.file,
        "place": contribution.place,
        "position": contribution.position,
        "revision": contribution.revision,
    }


def to_contribution(row: ContributionRow) -> Contribution:
    """The contribution that a row holds."""
    content: Content = from_plain(Content, row.content)
    return Contribution(
        id=row.id,
        by=row.by or ERASED,  # empty since before 2026-12
        state=_STATES[row.state],
        content=content,
        created_at=row.created_at,
        changed_at=row.changed_at,
        initiative=row.initiative,
        base=None if row.base is None else from_plain(Content, row.base),
        submitted_at=row.submitted_at,
        decided_at=row.decided_at,
        reviewer=row.reviewer,
        reason=row.reason,
        batch=row.batch,
        file=row.file,
        place=row.place,
        position=row.position,
        revision=row.revision,
    )
