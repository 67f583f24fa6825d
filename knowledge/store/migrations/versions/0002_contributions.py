"""Contributions from draft to publication, versions and audit, leads, the outbox, usage, names taken off for good."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("key", NUMBER, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("change", sa.String(), nullable=False),
        sa.Column("initiative", KEY, nullable=True),
        sa.Column("contribution", KEY, nullable=True),
        sa.Column("version", NUMBER, nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_audit"),
    )
    op.create_index("ix_audit_contribution", "audit", ["contribution"])
    op.create_index("ix_audit_initiative", "audit", ["initiative"])
    op.create_table(
        "done",
        sa.Column("key", KEY, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_done"),
    )
    op.create_index("ix_done_at", "done", ["at"])
    op.create_table(
        "initiative_usage",
        sa.Column("initiative", KEY, nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("shown", NUMBER, nullable=False),
        sa.Column("opened", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("initiative", "week", name="pk_initiative_usage"),
    )
    op.create_table(
        "left_member",
        sa.Column("member", KEY, nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("member", name="pk_left_member"),
    )
    op.create_table(
        "outbox",
        sa.Column("key", KEY, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("to", KEY, nullable=False),
        sa.Column("subject", KEY, nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", NUMBER, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("next_at", MOMENT, nullable=False),
        sa.Column("claimed", sa.String(), nullable=True),
        sa.Column("posting_at", MOMENT, nullable=True),
        sa.Column("finished_at", MOMENT, nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("posted", sa.String(), nullable=True),
        sa.CheckConstraint(
            "state IN ('waiting', 'posting', 'done', 'failed', 'unconfirmed')", name=op.f("ck_outbox_state")
        ),
        sa.PrimaryKeyConstraint("key", name="pk_outbox"),
    )
    op.create_index("ix_outbox_kind_subject", "outbox", ["kind", "subject"])
    op.create_index("ix_outbox_kind_to", "outbox", ["kind", "to"])
    op.create_index("ix_outbox_state_next_at", "outbox", ["state", "next_at"])
    op.create_table(
        "removed_name",
        sa.Column("hash", KEY, nullable=False),
        sa.Column("words", NUMBER, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_removed_name"),
    )
    op.create_table(
        "version",
        sa.Column("initiative", KEY, nullable=False),
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("change", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("contribution", KEY, nullable=True),
        sa.PrimaryKeyConstraint("initiative", "number", name="pk_version"),
    )
    op.create_table(
        "contribution",
        sa.Column("id", KEY, nullable=False),
        sa.Column("by", KEY, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("authority", sa.String(), nullable=True),
        sa.Column("initiative", KEY, nullable=True),
        sa.Column("base", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.Column("submitted_at", MOMENT, nullable=True),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("reviewer", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("batch", sa.String(), nullable=True),
        sa.Column("file", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("position", NUMBER, nullable=False),
        sa.Column("revision", NUMBER, nullable=False),
        sa.Column("started", KEY, nullable=True),
        sa.Column("submission", NUMBER, nullable=True),
        sa.CheckConstraint(
            "state IN ('draft', 'waiting', 'published', 'returned', 'withdrawn')", name=op.f("ck_contribution_state")
        ),
        sa.ForeignKeyConstraint(
            ["submission"], ["submission.key"], name="fk_contribution_submission_submission", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_contribution"),
        sa.UniqueConstraint("started", name="uq_contribution_started"),
    )
    op.create_index("ix_contribution_by_state", "contribution", ["by", "state"])
    op.create_index("ix_contribution_initiative", "contribution", ["initiative"])
    op.create_index("ix_contribution_state_submitted_at", "contribution", ["state", "submitted_at"])
    op.create_index("ix_contribution_submission", "contribution", ["submission"])
    op.create_table(
        "initiative_lead",
        sa.Column("initiative", KEY, nullable=False),
        sa.Column("lead", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["initiative"], ["initiative.id"], name="fk_initiative_lead_initiative_initiative", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("initiative", name="pk_initiative_lead"),
    )
    op.create_index("ix_initiative_lead_lead", "initiative_lead", ["lead"])
    op.add_column("contact", sa.Column("member", KEY, nullable=True))
    op.create_index("ix_contact_member", "contact", ["member"])


def downgrade() -> None:
    op.drop_index("ix_contact_member", table_name="contact")
    op.drop_column("contact", "member")
    op.drop_index("ix_initiative_lead_lead", table_name="initiative_lead")
    op.drop_table("initiative_lead")
    op.drop_index("ix_contribution_submission", table_name="contribution")
    op.drop_index("ix_contribution_state_submitted_at", table_name="contribution")
    op.drop_index("ix_contribution_initiative", table_name="contribution")
    op.drop_index("ix_contribution_by_state", table_name="contribution")
    op.drop_table("contribution")
    op.drop_table("version")
    op.drop_table("removed_name")
    op.drop_index("ix_outbox_state_next_at", table_name="outbox")
    op.drop_index("ix_outbox_kind_to", table_name="outbox")
    op.drop_index("ix_outbox_kind_subject", table_name="outbox")
    op.drop_table("outbox")
    op.drop_table("left_member")
    op.drop_table("initiative_usage")
    op.drop_index("ix_done_at", table_name="done")
    op.drop_table("done")
    op.drop_index("ix_audit_initiative", table_name="audit")
    op.drop_index("ix_audit_contribution", table_name="audit")
    op.drop_table("audit")
