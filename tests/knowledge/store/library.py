"""A small library for the store's tests: lists, entries as if read from files, and a way to bring them in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from knowledge.domain.authority import Authority, Place, Register
from knowledge.domain.initiative import Category, Contact, Initiative, Source, Theme
from knowledge.domain.library import LibraryItem, Reloaded
from knowledge.domain.lists import Lists, Signpost, Synonym, Towns
from knowledge.errors import Problem
from knowledge.store.database import Database
from knowledge.store.reloading import ReloadStore

ASHFORD = Authority("Ashford", "Borough of Ashford", "England", "London", "E09999001", ("LBA", "Ashford Council"))
BEECHAM = Authority("Beecham", "Beecham County Council", "England", None, None, ("BCC",))
LISTS = Lists(
    register=Register((ASHFORD, BEECHAM)),
    themes=(Theme("youth-justice", "Youth justice", ("young offenders",)), Theme("mentoring", "Mentoring")),
    synonyms=(Synonym(("pupil",), ("student",), 0.8), Synonym(("old word",), ("new word",), hidden=True)),
    places=(Place("North West", "region", ("north-western",)),),
    signposts=(Signpost(("hurt",), "Help comes first.", (("Helpline", "https://example.org/help"),)),),
    towns=(Towns("Beecham", ("Beech Hill",)),),
)


def initiative(id_: str = "ashford-mentoring", **changes: Any) -> Initiative:
    whole: dict[str, Any] = {
        "id": id_,
        "authority": "Ashford",
        "title": f"About {id_}",
        "summary": "Young people are mentored by people who share their background.",
        "categories": (Category.CHILDREN_AND_FAMILIES,),
        "themes": ("youth-justice",),
        "source": Source("A page about it", "https://example.org/page"),
        "own_contacts": (Contact(role="Head of Practice"),),
    }
    return Initiative(**{**whole, **changes})


def item(one: Initiative | str, file: str = "ashford.yaml", line: int = 1) -> LibraryItem:
    """An entry that could be read."""
    entry = initiative(one) if isinstance(one, str) else one
    return LibraryItem(file=file, origin=f"/library/{file}", line=line, id=entry.id, initiative=entry)


def refused(id_: str | None, file: str = "ashford.yaml", *, field: str = "title") -> LibraryItem:
    """An entry that could not be taken."""
    problem = Problem(file=file, line=1, id=id_, field=field, message="is wrong")
    return LibraryItem(file=file, origin=f"/library/{file}", line=1, id=id_, problems=(problem,))


def unreadable(file: str = "ashford.yaml") -> LibraryItem:
    """A whole file that could not be read."""
    problem = Problem(file=file, line=1, message="is no YAML")
    return LibraryItem(file=file, origin=f"/library/{file}", line=1, problems=(problem,), whole_file=True)


def load(database: Database, items: Iterable[LibraryItem | str], lists: Lists = LISTS, **how: Any) -> Reloaded:
    """Bring `items` in as the whole library unless told otherwise."""
    how.setdefault("within", None)
    return ReloadStore(database).apply((item(one) if isinstance(one, str) else one for one in items), lists, **how)
