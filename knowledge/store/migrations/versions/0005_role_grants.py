"""Roles given to people."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "role_grant",
        sa.Column("member", KEY, nullable=False),
        sa.Column("role", KEY, nullable=False),
        sa.Column("authority", KEY, nullable=False),
        sa.Column("by", KEY, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("role IN ('lead', 'reviewer', 'admin')", name=op.f("ck_role_grant_role")),
        sa.PrimaryKeyConstraint("member", "role", "authority", name="pk_role_grant"),
    )


def downgrade() -> None:
    op.drop_table("role_grant")
