"""What most tests of sharing begin with."""

from __future__ import annotations

import pytest

from knowledge.store.database import Database
from tests.knowledge.services.sharing import World


@pytest.fixture
def world(database: Database) -> World:
    """The services on a store with a library of a single entry, on each kind of database in turn."""
    world = World(database)
    world.load()
    return world
