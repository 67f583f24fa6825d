"""What contributions said before a reload gave them the lists' new names, so that undoing it can bring that back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "reload_carried",
        sa.Column("id", KEY, nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("base", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["id"], ["contribution.id"], name=op.f("fk_reload_carried_id_contribution"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_reload_carried"),
    )


def downgrade() -> None:
    op.drop_table("reload_carried")
