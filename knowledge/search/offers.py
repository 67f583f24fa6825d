"""What the form for sharing offers: authorities for what is being typed, themes for a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from knowledge.domain.authority import Authority
from knowledge.domain.text import fold
from knowledge.search.lists.authorities import RegisterMatcher
from knowledge.search.lists.lexicon import Lexicon
from knowledge.search.lists.themes import ThemeSuggester

#: What a menu takes (Slack: 100 options).
MOST = 100
#: Guesses offered where nothing begins with what was typed.
GUESSES = 5


class Offers:
    """Implements `services.ports.FormOffers` with the search's own lexicon; follows the lists when they are reloaded.

    A lexicon takes longer to make than whoever fills in a form should wait, and whoever searched has had it made.
    """

    def __init__(self, lexicon: Callable[[], Lexicon]) -> None:
        self._lexicon = lexicon
        self._known: _Known | None = None

    def authorities(self, typed: str, *, limit: int = MOST) -> tuple[Authority, ...]:
        """Those called `typed`, then those with a name or a word that begins so; where there are none, likely slips."""
        known = self._current()
        wanted = fold(typed)
        if not wanted:
            return known.everything[:limit]
        first = [one for one, names in known.names if any(name.startswith(wanted) for name in names)]
        inside = [one for one, names in known.names if any(f" {wanted}" in f" {name}" for name in names)]
        found = _each_once((*known.lexicon.lists.register.called(typed), *first, *inside))
        if not found:
            matcher = known.lexicon.matcher
            found = _each_once((*matcher.match(typed), *matcher.nearest(typed, limit=GUESSES)))
        return found[:limit]

    @property
    def matcher(self) -> RegisterMatcher:
        """What knows the authorities by their names."""
        return self._current().lexicon.matcher

    def themes(self, text: str) -> tuple[str, ...]:
        """The slugs of the themes that a text is about, the likeliest first."""
        return self._current().suggester.suggest(text)

    def _current(self) -> _Known:
        lexicon = self._lexicon()
        if self._known is None or self._known.lexicon is not lexicon:
            self._known = _Known(lexicon)
        return self._known


def _each_once(those: Iterable[Authority]) -> tuple[Authority, ...]:
    """The authorities in their order, each where it stands first."""
    found: dict[str, Authority] = {}
    for one in those:
        found.setdefault(one.name, one)
    return tuple(found.values())


class _Known:
    """What is made of a lexicon once."""

    def __init__(self, lexicon: Lexicon) -> None:
        lists = lexicon.lists
        self.lexicon = lexicon
        self.everything = tuple(sorted(lists.register, key=lambda one: fold(one.name)))
        self.names = [(one, [fold(name) for name in one.names()]) for one in self.everything]
        self.suggester = ThemeSuggester(lists.themes, lexicon.thesaurus)
