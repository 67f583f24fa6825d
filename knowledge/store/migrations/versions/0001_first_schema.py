"""The first schema: register, themes, lists, initiatives with their contacts and resources, inbox, submissions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "authority",
        sa.Column("name", KEY, nullable=False),
        sa.Column("official", sa.String(), nullable=False),
        sa.Column("nation", sa.String(), nullable=False),
        sa.Column("region", sa.String(), nullable=True),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("position", NUMBER, nullable=False),
        sa.CheckConstraint("kind IN ('authority', 'body')", name=op.f("ck_authority_kind")),
        sa.PrimaryKeyConstraint("name", name="pk_authority"),
    )
    op.create_table(
        "collection",
        sa.Column("key", NUMBER, nullable=False),
        sa.Column("origin", KEY, nullable=False),
        sa.Column("contacts_digest", sa.String(), nullable=False),
        sa.Column("shown", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_collection"),
        sa.UniqueConstraint("origin", "contacts_digest", name="uq_collection_origin_contacts_digest"),
    )
    op.create_table(
        "inbox",
        sa.Column("key", KEY, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("claimed_at", MOMENT, nullable=True),
        sa.Column("finished_at", MOMENT, nullable=True),
        sa.CheckConstraint("state IN ('received', 'posting', 'done', 'unconfirmed')", name=op.f("ck_inbox_state")),
        sa.PrimaryKeyConstraint("key", name="pk_inbox"),
    )
    op.create_index("ix_inbox_state_received_at", "inbox", ["state", "received_at"])
    op.create_table(
        "list_document",
        sa.Column("name", KEY, nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_list_document"),
    )
    op.create_table(
        "removal",
        sa.Column("id", KEY, nullable=False),
        sa.Column("revision", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_removal"),
    )
    op.create_index("ix_removal_revision", "removal", ["revision"])
    op.create_table(
        "store_state",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("revision", NUMBER, nullable=False),
        sa.Column("lists_revision", NUMBER, nullable=False),
        sa.Column("lists_digest", sa.String(), nullable=True),
        sa.Column("loaded_at", MOMENT, nullable=True),
        sa.Column("reloading_since", MOMENT, nullable=True),
        sa.Column("reloading_by", sa.String(), nullable=True),
        sa.CheckConstraint("id = 1", name=op.f("ck_store_state_single")),
        sa.PrimaryKeyConstraint("id", name="pk_store_state"),
    )
    op.create_table(
        "submission",
        sa.Column("key", NUMBER, nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("form", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.CheckConstraint("state IN ('waiting', 'published', 'returned')", name=op.f("ck_submission_state")),
        sa.PrimaryKeyConstraint("key", name="pk_submission"),
        sa.UniqueConstraint("digest", name="uq_submission_digest"),
    )
    op.create_index("ix_submission_state_created_at", "submission", ["state", "created_at"])
    op.create_table(
        "theme",
        sa.Column("slug", KEY, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("position", NUMBER, nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("slug", name="pk_theme"),
    )
    op.create_table(
        "authority_alias",
        sa.Column("authority", KEY, nullable=False),
        sa.Column("position", NUMBER, autoincrement=False, nullable=False),
        sa.Column("alias", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority"],
            ["authority.name"],
            name="fk_authority_alias_authority_authority",
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("authority", "position", name="pk_authority_alias"),
    )
    op.create_table(
        "initiative",
        sa.Column("id", KEY, nullable=False),
        sa.Column("authority", KEY, nullable=False),
        sa.Column("collection", NUMBER, nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("impact", sa.String(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("year", sa.String(), nullable=True),
        sa.Column("checked", sa.Date(), nullable=True),
        sa.Column("visibility", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("came_from", sa.String(), nullable=False),
        sa.Column("edited_in_slack", sa.Boolean(), nullable=False),
        sa.Column("source_title", sa.String(), nullable=False),
        sa.Column("source_url", sa.String(), nullable=True),
        sa.Column("source_read", sa.Date(), nullable=True),
        sa.Column("source_kind", sa.String(), nullable=False),
        sa.Column("source_dated", sa.String(), nullable=True),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("revision", NUMBER, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.CheckConstraint("came_from IN ('library', 'slack', 'terminal')", name=op.f("ck_initiative_came_from")),
        sa.CheckConstraint(
            "evidence IN ('described', 'early-results', 'evaluated')", name=op.f("ck_initiative_evidence")
        ),
        sa.CheckConstraint("source_kind IN ('page', 'form', 'document')", name=op.f("ck_initiative_source_kind")),
        sa.CheckConstraint("state IN ('published', 'archived')", name=op.f("ck_initiative_state")),
        sa.CheckConstraint("visibility IN ('network', 'authority')", name=op.f("ck_initiative_visibility")),
        sa.ForeignKeyConstraint(
            ["authority"], ["authority.name"], name="fk_initiative_authority_authority", onupdate="CASCADE"
        ),
        sa.ForeignKeyConstraint(["collection"], ["collection.key"], name="fk_initiative_collection_collection"),
        sa.PrimaryKeyConstraint("id", name="pk_initiative"),
    )
    op.create_index("ix_initiative_authority", "initiative", ["authority"])
    op.create_index("ix_initiative_collection", "initiative", ["collection"])
    op.create_index("ix_initiative_revision", "initiative", ["revision"])
    op.create_table(
        "contact",
        sa.Column("key", NUMBER, nullable=False),
        sa.Column("initiative", KEY, nullable=True),
        sa.Column("collection", NUMBER, nullable=True),
        sa.Column("position", NUMBER, nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("team", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("confirmed", sa.Date(), nullable=True),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.CheckConstraint("(initiative IS NULL) <> (collection IS NULL)", name=op.f("ck_contact_owner")),
        sa.ForeignKeyConstraint(
            ["collection"], ["collection.key"], name="fk_contact_collection_collection", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["initiative"], ["initiative.id"], name="fk_contact_initiative_initiative", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key", name="pk_contact"),
    )
    op.create_index("ix_contact_collection_position", "contact", ["collection", "position"])
    op.create_index("ix_contact_initiative_position", "contact", ["initiative", "position"])
    op.create_table(
        "initiative_category",
        sa.Column("initiative", KEY, nullable=False),
        sa.Column("position", NUMBER, autoincrement=False, nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.CheckConstraint(
            "category IN ('within-organisation', 'children-and-families', 'communities', 'partners', 'research')",
            name=op.f("ck_initiative_category_category"),
        ),
        sa.ForeignKeyConstraint(
            ["initiative"], ["initiative.id"], name="fk_initiative_category_initiative_initiative", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("initiative", "position", name="pk_initiative_category"),
    )
    op.create_table(
        "initiative_theme",
        sa.Column("initiative", KEY, nullable=False),
        sa.Column("position", NUMBER, autoincrement=False, nullable=False),
        sa.Column("theme", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["initiative"], ["initiative.id"], name="fk_initiative_theme_initiative_initiative", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["theme"], ["theme.slug"], name="fk_initiative_theme_theme_theme", onupdate="CASCADE"),
        sa.PrimaryKeyConstraint("initiative", "position", name="pk_initiative_theme"),
    )
    op.create_index("ix_initiative_theme_theme", "initiative_theme", ["theme"])
    op.create_table(
        "resource",
        sa.Column("initiative", KEY, nullable=False),
        sa.Column("position", NUMBER, autoincrement=False, nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["initiative"], ["initiative.id"], name="fk_resource_initiative_initiative", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("initiative", "position", name="pk_resource"),
    )
    op.execute("INSERT INTO store_state (id, revision, lists_revision) VALUES (1, 0, 0)")


def downgrade() -> None:
    op.drop_table("resource")
    op.drop_index("ix_initiative_theme_theme", table_name="initiative_theme")
    op.drop_table("initiative_theme")
    op.drop_table("initiative_category")
    op.drop_index("ix_contact_initiative_position", table_name="contact")
    op.drop_index("ix_contact_collection_position", table_name="contact")
    op.drop_table("contact")
    op.drop_index("ix_initiative_revision", table_name="initiative")
    op.drop_index("ix_initiative_collection", table_name="initiative")
    op.drop_index("ix_initiative_authority", table_name="initiative")
    op.drop_table("initiative")
    op.drop_table("authority_alias")
    op.drop_table("theme")
    op.drop_index("ix_submission_state_created_at", table_name="submission")
    op.drop_table("submission")
    op.drop_table("store_state")
    op.drop_index("ix_removal_revision", table_name="removal")
    op.drop_table("removal")
    op.drop_table("list_document")
    op.drop_index("ix_inbox_state_received_at", table_name="inbox")
    op.drop_table("inbox")
    op.drop_table("collection")
    op.drop_table("authority")
