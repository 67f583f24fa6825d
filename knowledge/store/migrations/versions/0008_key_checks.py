"""Which keys what is kept was encrypted and hashed with, told by values that the keys cannot be got from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "key_check",
        sa.Column("value", KEY, nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("value", name="pk_key_check"),
    )


def downgrade() -> None:
    op.drop_table("key_check")
