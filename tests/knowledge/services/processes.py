"""A program that tests of sharing run as a process of its own, to be killed in the middle of what it does."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace

from knowledge.store.database import Database
from tests.knowledge.services.sharing import ADMIN, FULL, LEAD, REVIEWER, World, content
from tests.knowledge.store.processes import die_at


def publish(world: World, id: str) -> None:
    world.review.publish(REVIEWER, id, key="click")


def give_back(world: World, id: str) -> None:
    world.review.give_back(REVIEWER, id, "Say more.", key="click")


def submit(world: World, id: str) -> None:
    world.share.submit(FULL, id, content(), key="click")


def take_off(world: World, id: str) -> None:
    world.removal.take_off(ADMIN, name="Ada Example", key="click")


def archive(world: World, id: str) -> None:
    world.mine.archive(LEAD, "ashford-mentoring", key="click")


def publish_edit(world: World, id: str) -> None:
    draft = world.share.edit(LEAD, "ashford-mentoring", key="edit")
    sent = world.share.submit(LEAD, draft.id, replace(content(), contacts=()), key="sent")
    world.review.publish(REVIEWER, sent.id, key="click")


ACTS: dict[str, Callable[[World, str], None]] = {
    act.__name__: act for act in (publish, give_back, submit, take_off, archive, publish_edit)
}


if __name__ == "__main__":
    url, act, id, statement = sys.argv[1:]
    database = Database(url)
    die_at(database, int(statement))
    ACTS[act](World(database), id)
