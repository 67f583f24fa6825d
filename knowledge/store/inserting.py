"""Inserts that do not mind what is there, by the means of whichever database it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from knowledge.store.tables import Base


def insert_into(session: Session, table: type[Base]) -> sqlite.Insert | postgresql.Insert:
    """An insert that can say what to do on a conflict, for the database of this session."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    return insert(table)


def insert_new(session: Session, table: type[Base], values: Mapping[str, Any]) -> Any:
    """Save a row unless one with the same key, or whatever else is unique, is there.

    Returns the (first part of the) new row's key; None where there was one.
    """
    key = next(iter(table.__table__.primary_key))
    return session.scalar(insert_into(session, table).values(values).on_conflict_do_nothing().returning(key))
