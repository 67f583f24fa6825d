"""What waits or is being written follows renamed themes and successors, can be published, and goes back when undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TypeVar

import pytest
from sqlalchemy import event, select
from sqlalchemy.exc import OperationalError

from knowledge.domain.content import content_of
from knowledge.domain.contribution import Contribution
from knowledge.domain.initiative import Theme
from knowledge.domain.lists import Lists
from knowledge.services.review import Review
from knowledge.store.admin_tables import CarriedRow
from knowledge.store.contribution_tables import ContributionRow
from knowledge.store.database import Database
from knowledge.store.reloading import ReloadStore
from tests.knowledge.services.sharing import ADMIN, FULL, LEAD, REVIEWER, World, content, member_of
from tests.knowledge.store.library import LISTS, initiative, item, load
from tests.knowledge.store.test_carrying import MERGED, RENAMED

T = TypeVar("T")

ONE_THEME = (Theme("mentoring", "Mentoring", was=("youth-justice",)),)


def found(world: World, id: str) -> Contribution:
    one = world.store.read(lambda tx: tx.contribution(id))
    assert one is not None
    return one


def names(world: World, id: str) -> tuple[str | None, tuple[str, ...]]:
    held = found(world, id).content
    return held.authority, held.themes


def reload(world: World, lists: Lists) -> None:
    load(world.database, [item("ashford-mentoring")], lists)


def test_a_submission_that_waits_can_be_published_under_the_new_names(world: World) -> None:
    sent = world.sent(authority="Ashford", themes=("youth-justice", "mentoring"))
    both = replace(MERGED, themes=RENAMED.themes)
    reload(world, both)
    assert names(world, sent.id) == ("Elm", ("justice", "mentoring"))
    review = Review(world.store, lists=lambda: both, member=member_of, now=world.clock)
    assert review.publish(REVIEWER, sent.id, seen=sent.revision).initiative is not None


def test_an_edit_that_waits_is_not_taken_for_overtaken(world: World) -> None:
    draft = world.share.edit(LEAD, "ashford-mentoring")
    sent = world.share.submit(LEAD, draft.id, replace(draft.content, title="As edited", no_child=True))
    reload(world, RENAMED)
    review = Review(world.store, lists=lambda: RENAMED, member=member_of, now=world.clock)
    assert review.publish(REVIEWER, sent.id).initiative == "ashford-mentoring"


def test_a_theme_that_a_draft_would_have_twice_it_has_once(world: World) -> None:
    sent = world.sent(themes=("youth-justice", "mentoring"))
    reload(world, replace(LISTS, themes=ONE_THEME))
    assert names(world, sent.id)[1] == ("mentoring",)


def test_undoing_brings_the_old_names_back(world: World) -> None:
    sent = world.sent(themes=("youth-justice", "mentoring"))
    published = world.published(themes=("mentoring",))
    both = replace(MERGED, themes=ONE_THEME)
    before = found(world, sent.id)
    reload(world, both)
    ReloadStore(world.database).undo()
    assert found(world, sent.id) == before
    assert world.shown(published) is not None
    assert world.store.read(lambda tx: tx.remembered_authority(FULL.key)) == "Ashford"
    assert world.review.publish(REVIEWER, sent.id).initiative is not None


@pytest.mark.parametrize("themes", [RENAMED.themes, ONE_THEME], ids=["renamed", "merged"])
def test_a_draft_that_became_an_edit_since_is_one_of_the_same_when_the_reload_is_undone(
    world: World, themes: tuple[Theme, ...]
) -> None:
    draft = world.share.start(ADMIN)
    world.share.keep(ADMIN, draft.id, content(themes=("youth-justice",)))
    reload(world, replace(MERGED, themes=themes))
    world.share.instead(ADMIN, draft.id, "ashford-mentoring")
    ReloadStore(world.database).undo()
    assert found(world, draft.id).base == content_of(initiative("ashford-mentoring"))
    world.share.submit(ADMIN, draft.id, content())
    assert world.review.publish(REVIEWER, draft.id).initiative == "ashford-mentoring"


@contextmanager
def seen_when_written(database: Database, look: Callable[[], T]) -> Iterator[list[T]]:
    """What `look` gives each time right before old names are remembered or contents written back."""
    seen: list[T] = []

    def before(_: object, __: object, statement: str, *___: object) -> None:
        if statement.startswith(("INSERT INTO reload_carried", "UPDATE contribution SET content")):
            seen.append(look())

    event.listen(database.engine, "before_cursor_execute", before)
    yield seen
    event.remove(database.engine, "before_cursor_execute", before)


def is_locked(database: Database, id: str) -> bool:
    """Whether a writer of this contribution would have to wait."""
    try:
        with database.engine.connect() as other:
            other.execute(select(ContributionRow.id).where(ContributionRow.id == id).with_for_update(nowait=True))
    except OperationalError:
        return True
    return False


def test_who_saves_a_draft_while_it_is_carried_or_brought_back_waits_and_is_not_overwritten(postgres_url: str) -> None:
    database = Database(postgres_url)
    database.migrate()
    world = World(database)
    world.load()
    draft = world.sent(themes=("youth-justice",))
    with seen_when_written(database, lambda: is_locked(database, draft.id)) as locked:
        reload(world, RENAMED)
        ReloadStore(database).undo()
    assert locked == [True, True, True]
    assert not is_locked(database, draft.id)
    database.close()


def test_what_was_chosen_since_stays_when_the_reload_is_undone(world: World) -> None:
    draft = world.share.start(FULL)
    world.share.keep(FULL, draft.id, content(themes=("youth-justice",)))
    reload(world, RENAMED)
    world.share.keep(FULL, draft.id, content(authority="Beecham", themes=("justice",)))
    ReloadStore(world.database).undo()
    assert names(world, draft.id) == ("Beecham", ("youth-justice",))


def test_old_names_are_forgotten_with_what_undoing_needs(world: World) -> None:
    world.sent(themes=("youth-justice",))
    reload(world, RENAMED)
    with world.database.reading() as session:
        assert len(session.scalars(select(CarriedRow.id)).all()) == 1
    load(world.database, [item(initiative("other", themes=("justice",)))], RENAMED)
    with world.database.reading() as session:
        assert session.scalars(select(CarriedRow.id)).all() == []
