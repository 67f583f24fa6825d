"""What the form for sharing offers: authorities for what is being typed, themes for a text."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from knowledge.domain.authority import Authority
from knowledge.domain.lists import Lists
from knowledge.domain.text import fold
from knowledge.search.authorities import RegisterMatcher
from knowledge.search.themes import ThemeSuggester

#: What a menu takes (Slack: 100 options).
MOST = 100
#: Guesses offered where nothing begins with what was typed.
GUESSES = 5


class Offers:
    """Implements `services.ports.FormOffers`; follows the lists when they are reloaded."""

    def __init__(self, lists: Callable[[], Lists]) -> None:
        self._lists = lists
        self._known: _Known | None = None

    def authorities(self, typed: str, *, limit: int = MOST) -> tuple[Authority, ...]:
        """Those with a name that begins with `typed`, then those with a word that does, then likely slips."""
        known = self._current()
        wanted = fold(typed)
        if not wanted:
            return known.everything[:limit]
        first = [one for one, names in known.names if any(name.startswith(wanted) for name in names)]
        inside = [one for one, names in known.names if any(f" {wanted}" in f" {name}" for name in names)]
        found: dict[str, Authority] = {}
        for one in (*self._exact(known, typed), *first, *inside):
            found.setdefault(one.name, one)
        if not found:
            guesses = (*known.matcher.match(typed), *known.matcher.nearest(typed, limit=GUESSES))
            found = {one.name: one for one in reversed(guesses)}
            found = dict(reversed(found.items()))
        return tuple(found.values())[:limit]

    @property
    def matcher(self) -> RegisterMatcher:
        """What knows the authorities by their names."""
        return self._current().matcher

    def themes(self, text: str) -> tuple[str, ...]:
        """The slugs of the themes that a text is about, the likeliest first."""
        return self._current().suggester.suggest(text)

    @staticmethod
    def _exact(known: _Known, typed: str) -> tuple[Authority, ...]:
        return known.lists.register.called(typed)

    def _current(self) -> _Known:
        lists = self._lists()
        if self._known is None or self._known.lists is not lists:
            self._known = _Known(lists)
        return self._known


class _Known:
    """What is made of the lists once."""

    def __init__(self, lists: Lists) -> None:
        self.lists = lists
        self.matcher = RegisterMatcher(lists.register, lists.towns)
        self.everything = tuple(sorted(lists.register, key=lambda one: fold(one.name)))
        self.names = [(one, [fold(name) for name in one.names()]) for one in self.everything]

    @cached_property
    def suggester(self) -> ThemeSuggester:
        """Made when first needed: it takes ten times as long as all else, and whoever types a name waits for that."""
        return ThemeSuggester(self.lists.themes, self.lists.synonyms)
