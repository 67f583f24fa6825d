"""The admins' synonyms and the themes' own words, as one table from wording to what it also finds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.domain.initiative import Theme
from knowledge.domain.lists import Synonym
from knowledge.search.english import STOP, is_common
from knowledge.search.ideas import Alternative, Kind, theme_term
from knowledge.search.stems import stem
from knowledge.search.text import plain_letters, split_words

#: Words inside a phrase that people leave out ("stop search", "gypsy roma traveller").
_LEFT_OUT = frozenset(("and", "the", "of", "a", "for", "or"))


@dataclass(slots=True)
class Entry:
    """One wording: how it is shown, and its alternatives by term. `shouted` wording counts only in capitals."""

    shown: str
    hidden: bool
    shouted: bool
    alternatives: dict[str, Alternative]


class Thesaurus:
    """Looks up wording by its stems. Built once per set of lists; never changes."""

    def __init__(self, synonyms: Iterable[Synonym], themes: Sequence[Theme]) -> None:
        self.entries: dict[tuple[str, ...], Entry] = {}
        self.longest: dict[str, int] = {}
        synonyms = tuple(synonyms)
        self._keys = _keys(
            [word for one in synonyms for word in (*one.words, *one.finds)]
            + [word for theme in themes for word in (theme.name, *theme.words)]
        )
        hidden = {self._keys[word] for one in synonyms if one.hidden for word in one.words}
        shown = {self._keys[word] for one in synonyms if not one.hidden for word in one.words}
        self._hidden = hidden - shown
        self._themes = self._theme_words(themes)
        for one in synonyms:
            self._add(one)
        self._file(themes)
        self._shorten()
        #: every phrase that an initiative may hold, as stems
        self.phrases = frozenset(key for key in self._keys.values() if len(key) > 1)
        #: words that stand next to each other in them
        self.pairs = frozenset(pair for key in self.phrases for pair in pairwise(key))
        #: every word of it as it is written, for spelling
        self.vocabulary = frozenset(
            word for line in plain_letters("\n".join(self._keys)).split("\n") for word in split_words(line)
        )

    def _theme_words(self, themes: Sequence[Theme]) -> dict[tuple[str, ...], dict[str, Kind]]:
        found: dict[tuple[str, ...], dict[str, Kind]] = {}
        for theme in themes:
            for word in theme.words:
                found.setdefault(self._keys[word], {})[theme.slug] = Kind.HINT
            for name in (theme.name, theme.slug.replace("-", " ")):
                key = self._keys.get(name) or _keys([name])[name]
                found.setdefault(key, {})[theme.slug] = Kind.FILED
        return found

    def _add(self, synonym: Synonym) -> None:
        for word in synonym.words:
            entry = self._entry(word)
            for other in synonym.finds:
                key = self._keys[other]
                if key != self._keys[word]:
                    shown = None if key in self._hidden else other
                    _improve(entry, Alternative(" ".join(key), synonym.weight, Kind.SYNONYM, shown))
                for slug, kind in self._themes.get(key, {}).items():
                    _improve(entry, Alternative(theme_term(slug), synonym.weight, kind, slug))

    def _file(self, themes: Sequence[Theme]) -> None:
        written = {self._keys[word]: word for theme in themes for word in (*theme.words, theme.name)}
        for key, slugs in self._themes.items():
            entry = self._entry(written.get(key, " ".join(key)), key)
            for slug, kind in slugs.items():
                _improve(entry, Alternative(theme_term(slug), 1.0, kind, slug))

    def _entry(self, word: str, key: tuple[str, ...] | None = None) -> Entry:
        key = key or self._keys[word]
        if key not in self.entries:
            shouted = word.isupper() and len(key) == 1 and (is_common(word.lower()) or word.lower() in STOP)
            self.entries[key] = Entry(word, key in self._hidden, shouted, {})
            self.longest[key[0]] = max(self.longest.get(key[0], 0), len(key))
        elif not word.isupper():
            self.entries[key].shouted = False
        return self.entries[key]

    def _shorten(self) -> None:
        """Let phrases be found without their small words, where that is not another phrase's own wording."""
        for key in [key for key in self.entries if len(key) > 2]:
            short = tuple(part for part in key if part not in _LEFT_OUT)
            if 1 < len(short) < len(key) and short not in self.entries:
                self.entries[short] = self.entries[key]
                self.longest[short[0]] = max(self.longest.get(short[0], 0), len(short))


def _improve(entry: Entry, alternative: Alternative) -> None:
    held = entry.alternatives.get(alternative.term)
    if held is None or _rank(held) < _rank(alternative):
        entry.alternatives[alternative.term] = alternative


def _rank(alternative: Alternative) -> tuple[bool, float]:
    return alternative.kind is not Kind.HINT, alternative.weight


def _keys(texts: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Each text to its stems; cleaned together, because cleaning thousands of short texts one by one takes its time."""
    if not texts:
        return {}
    cleaned = plain_letters("\n".join(text.replace("\n", " ") for text in texts)).split("\n")
    keys = {text: tuple(stem(word) for word in split_words(line)) for text, line in zip(texts, cleaned, strict=True)}
    return {text: key for text, key in keys.items() if key}
