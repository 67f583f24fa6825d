"""Which library files need not be read again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "library_file",
        sa.Column("origin", KEY, nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("entries", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("origin", name="pk_library_file"),
    )


def downgrade() -> None:
    op.drop_table("library_file")
