"""What is different between two states of the lists, in words for the person who edited them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.domain.lists import Lists
from knowledge.domain.text import listed

#: Names said of each kind of change; beyond that only their number is.
NAMED = 5
#: The lists of which only is said that they changed.
_WHOLE = ("synonyms", "places", "signposts", "towns")


def list_changes(before: Lists, after: Lists) -> tuple[str, ...]:
    """A few words, with names, for each kind of change; nothing when nothing changed or there were no lists before."""
    if before == after or before == Lists():
        return ()
    return (*_themes(before, after), *_authorities(before, after), *_others(before, after)) or (
        "lists in another order",
    )


def _themes(before: Lists, after: Lists) -> Iterator[str]:
    held = {theme.slug: theme for theme in before.themes}
    then = {theme.slug: theme for theme in after.themes}
    renamed = {old: new for old, new in after.renamed_themes().items() if old in held}
    yield from _said("theme renamed", "themes renamed", [f"{old} to {new}" for old, new in renamed.items()])
    yield from _said("new theme", "new themes", [slug for slug in then if slug not in {*held, *renamed.values()}])
    yield from _said("theme gone", "themes gone", [slug for slug in held if slug not in {*then, *renamed}])
    changed = [slug for slug, theme in then.items() if slug in held and held[slug] != theme]
    yield from _said("theme changed", "themes changed", changed)


def _authorities(before: Lists, after: Lists) -> Iterator[str]:
    held = {one.name: one for one in before.register}
    then = {one.name: one for one in after.register}
    ended = {one.name: one.successors for one in after.former if one.name in held}
    merged = [f"{name} into {listed(successors)}" for name, successors in ended.items()]
    yield from _said("authority ended", "authorities ended", merged)
    successors = {one.name: one.successors for one in before.former}
    others = [one.name for one in after.former if successors.get(one.name, one.successors) != one.successors]
    yield from _said("authority with other successors", "authorities with other successors", others)
    yield from _said("new authority", "new authorities", [name for name in then if name not in held])
    yield from _said("authority gone", "authorities gone", [name for name in held if name not in {*then, *ended}])
    changed = [name for name, one in then.items() if name in held and held[name] != one]
    yield from _said("authority changed", "authorities changed", changed)


def _others(before: Lists, after: Lists) -> Iterator[str]:
    if changed := [name for name in _WHOLE if getattr(before, name) != getattr(after, name)]:
        yield f"{listed(changed)} changed"


def _said(one: str, several: str, names: Sequence[str]) -> Iterator[str]:
    if names:
        more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
        yield f"{len(names)} {one if len(names) == 1 else several}: {', '.join(names[:NAMED])}{more}"
