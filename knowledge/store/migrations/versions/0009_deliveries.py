"""Of a delivery no more is kept than its number, once it is dealt with: not how the question came either."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_column("inbox", "kind")


def downgrade() -> None:
    op.add_column("inbox", sa.Column("kind", sa.String(), nullable=False, server_default="question"))
