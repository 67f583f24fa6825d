"""Alembic's entry: runs the migrations on the connection, and in the transaction, that it is handed."""

from __future__ import annotations

from alembic import context

import knowledge.store.admin_tables
import knowledge.store.contribution_tables  # noqa: F401 (both add their tables to those of Base)
from knowledge.store.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    # Both databases roll back DDL; SQLite's only because we begin its transactions ourselves (database.py).
    transactional_ddl=True,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
