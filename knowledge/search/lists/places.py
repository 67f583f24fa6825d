"""Regions, nations and areas in a question, by what they are called; and words in which a place's name is none."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.domain.authority import Authority, Place, Register
from knowledge.search.language.text import words

#: Where bodies of all four nations are said to be: everywhere, and so no place to narrow to.
_EVERYWHERE = "United Kingdom"
#: The councils of a region are said to be its towns as well, and whatever else councils are of.
_COUNCILS = "councils"
_ALSO_SAID = (
    "authorities", "local authorities", "las", "boroughs", "cities", "towns", "towns and cities", "cities and towns",
    "counties", "areas",
)  # fmt: skip
#: What may follow the name of a place and says that all of it is meant ("Scotland-wide").
_WIDE = "wide"


class Gazetteer:
    """Places by the words that name them. Built once per set of lists; never changes."""

    def __init__(self, places: Iterable[Place], register: Register) -> None:
        self.named: dict[tuple[str, ...], dict[tuple[str, str], Place]] = {}
        self.longest: dict[str, int] = {}
        self._register = register
        places = tuple(places)
        known = {place.name for place in places}
        unlisted = {one.nation for one in register} - known - {_EVERYWHERE}
        regions = {one.region for one in register if one.region} - known - unlisted
        named = [(word, place) for place in places for word in (place.name, *place.words)]
        # "England and Wales", of which some bodies are, is both to who asks.
        named += [(name, Place(one, "nation")) for name in sorted(unlisted) for one in name.split(" and ")]
        named += [(name, Place(name, "region")) for name in sorted(regions)]
        named += [(f"{place.name} {_COUNCILS}", place) for place in places if place.kind == "area"]
        named += [
            (word.removesuffix(_COUNCILS) + other, place)
            for word, place in named
            if word.endswith(f" {_COUNCILS}") and place.kind != "other"
            for other in _ALSO_SAID
        ]
        named += [(f"{word} {_WIDE}", place) for word, place in named if place.kind == "everywhere"]
        named += [(f"{place.name} {_WIDE}", place) for place in places if place.kind != "other"]
        for word, place in named:
            key = tuple(words(word))
            if key:
                self.named.setdefault(key, {})[place.kind, place.name] = place
                self.longest[key[0]] = max(self.longest.get(key[0], 0), len(key))
        self.vocabulary = frozenset(word for key in self.named for word in key)

    def at(self, typed: list[str], start: int) -> tuple[int, list[Place]]:
        """The places named by the words from `start` on: how many words (the longest name wins), and which places."""
        for length in range(min(self.longest.get(typed[start], 0), len(typed) - start), 0, -1):
            if found := self.named.get(tuple(typed[start : start + length])):
                return length, list(found.values())
        return 0, []

    def within(self, places: Iterable[Place]) -> tuple[str, tuple[Authority, ...]]:
        """What the area among the places is called, and the authorities that lie there; none where there is no area."""
        for place in places:
            if place.kind == "area":
                return place.name, tuple(found for name in place.authorities if (found := self._register.get(name)))
        return "", ()


def lies_in(authority: Authority, regions: Iterable[str], nations: Iterable[str]) -> bool:
    """Whether an authority or body lies in one of these regions or nations."""
    return authority.region in set(regions) or authority.nation in set(nations)
