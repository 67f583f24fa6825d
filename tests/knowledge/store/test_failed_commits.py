"""A commit that fails leaves nothing behind: neither what was written nor a connection stuck in its transaction."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from knowledge.store.database import Database
from knowledge.store.tables import StoreStateRow


class Broken(Exception):
    """What a test makes the commit raise."""


def test_the_connection_can_be_used_again_after_a_commit_that_failed(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(database_url, pool_size=1, max_overflow=0)
    database.migrate()

    def fail(_: object) -> None:
        raise Broken

    with monkeypatch.context() as patched:
        patched.setattr(database.engine.dialect, "do_commit", fail)
        with pytest.raises(Broken):
            database.write(lambda session: session.execute(update(StoreStateRow).values(revision=99)))
    assert database.read(lambda session: session.scalar(select(StoreStateRow.revision))) == 0
    database.write(lambda session: session.execute(update(StoreStateRow).values(revision=1)))
    assert database.read(lambda session: session.scalar(select(StoreStateRow.revision))) == 1
    database.close()
