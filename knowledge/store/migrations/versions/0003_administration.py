"""How a reload is undone, former names of themes, what was not found, which processes are alive."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "gap",
        sa.Column("kind", KEY, nullable=False),
        sa.Column("name", KEY, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "name", "day", name="pk_gap"),
    )
    op.create_index("ix_gap_day", "gap", ["day"])
    op.create_table(
        "heartbeat",
        sa.Column("name", KEY, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_heartbeat"),
    )
    op.create_table(
        "reload_before",
        sa.Column("id", KEY, nullable=False),
        sa.Column("content", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=True),
        sa.Column("origin", sa.String(), nullable=True),
        sa.Column("shown", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=True),
        sa.Column("came_from", sa.String(), nullable=True),
        sa.Column("edited_in_slack", sa.Boolean(), nullable=True),
        sa.Column("lead", sa.String(), nullable=True),
        sa.Column("created_at", MOMENT, nullable=True),
        sa.Column("changed_at", MOMENT, nullable=True),
        sa.CheckConstraint("kind IN ('added', 'changed', 'removed', 'rehomed')", name=op.f("ck_reload_before_kind")),
        sa.PrimaryKeyConstraint("id", name="pk_reload_before"),
    )
    op.create_table(
        "reload_undo",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("revision", NUMBER, nullable=False),
        sa.Column("lists", sa.JSON(), nullable=True),
        sa.Column("lists_digest", sa.String(), nullable=True),
        sa.Column("loaded_at", MOMENT, nullable=True),
        sa.CheckConstraint("id = 1", name=op.f("ck_reload_undo_single")),
        sa.PrimaryKeyConstraint("id", name="pk_reload_undo"),
    )
    op.add_column("theme", sa.Column("was", sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column("theme", "was")
    op.drop_table("reload_undo")
    op.drop_table("reload_before")
    op.drop_table("heartbeat")
    op.drop_index("ix_gap_day", table_name="gap")
    op.drop_table("gap")
