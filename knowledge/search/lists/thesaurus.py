"""The admins' synonyms and the themes' own words, as one table from wording to what it also finds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from knowledge.domain.initiative import Theme
from knowledge.domain.lists import Synonym
from knowledge.search.ideas import JUST_THE_SAME, Alternative, Kind, theme_term
from knowledge.search.language.english import ASKING, STOP, is_common
from knowledge.search.language.stems import stem
from knowledge.search.language.text import Token, plain_letters, split_words, words

#: Words inside a phrase that people leave out ("stop search", "gypsy roma traveller").
_LEFT_OUT = frozenset(("and", "the", "of", "a", "for", "or"))


#: What an abbreviation counts of what it stands for, where an entry names both only as wording that finds others.
_SPELT_OUT = 0.95


#: From what a synonym counts on, its own synonyms are looked for too.
_NEAR_ENOUGH = 0.7
#: Wordings of one entry say the same, more or less, where what they find is at least this sure: below, they are often
#: only of one kind ("Somali", "Nigerian"). Each counts this much of what it finds.
_OF_ONE_MEANING = 0.75
_MEANS_THE_SAME = 0.7
#: What finds a wording this surely is mostly a narrower word for it, and found by it at this much of that.
_FOUND_BY = 0.6
_NARROWER = 0.5


class Entry:
    """One wording: how it is shown, and its alternatives by term. `shouted` wording counts only in capitals.

    `spellings` are those of wording that has no other forms; None for other wording. It is an abbreviation ("sent" is
    none of SEND), hidden (not every colour is said of people), or made of words that only join and ask (to look after
    staff is none of "looked after").
    """

    def __init__(self, shown: str, key: tuple[str, ...], table: Thesaurus, *, hidden: bool, shouted: bool) -> None:
        self.shown = shown
        self.spellings: set[str] | None = set()
        self.hidden = hidden
        self.shouted = shouted
        self.key = key
        self._table = table
        self.synonyms: list[Synonym] = []

    def is_said_by(self, tokens: Sequence[Token]) -> bool:
        """Whether words as typed are this wording: no other form where it has none, in capitals if need be."""
        if self.shouted and not tokens[0].shouted:
            return False
        typed = " ".join(token.word for token in tokens)
        return self.spellings is None or not self.spellings.isdisjoint((typed, typed.removesuffix("s")))

    @property
    def weight(self) -> float:
        """How sure the lists are of what the wording means: 1 for a theme's own words."""
        return max((one.weight for one in self.synonyms), default=1.0)

    @cached_property
    def about(self) -> bool:
        """Whether the wording, or what it nearly stands for, says what all of the store is about."""
        return self._table.is_about(self.key, self.alternatives.values())

    @property
    def thing(self) -> bool:
        """Whether the lists mark the wording as a thing of its own."""
        return self._table.is_thing(self.key)

    @property
    def joins(self) -> tuple[str, ...]:
        """What the wording says all at once, as the lists write it; nothing where it says one thing."""
        return self._table.joins(self.key, self.alternatives.values())

    @cached_property
    def alternatives(self) -> dict[str, Alternative]:
        """What the wording also finds; worked out when first asked for, since a question uses few of thousands."""
        return self._table.alternatives(self.key, self.synonyms)


class Thesaurus:
    """Looks up wording by its stems. Built once per set of lists; never changes."""

    def __init__(self, synonyms: Iterable[Synonym], themes: Sequence[Theme]) -> None:
        self.entries: dict[tuple[str, ...], Entry] = {}
        self.longest: dict[str, int] = {}
        synonyms = tuple(synonyms)
        self._written = _written(
            [word for one in synonyms for word in (*one.words, *one.finds)]
            + [word for theme in themes for word in (theme.name, theme.slug.replace("-", " "), *theme.words)]
        )
        self._keys = {text: tuple(map(stem, words)) for text, words in self._written.items()}
        self.vocabulary = frozenset(word for words in self._written.values() for word in words)
        about = [word for one in synonyms if one.about for word in one.words]
        self._about = {self._keys[word] for word in about if word in self._keys}
        self._things = {self._keys.get(word, ()) for one in synonyms if one.things for word in one.words}
        joining = [one for one in synonyms if one.joins]
        self._joins = {self._keys.get(word, ()): one.finds for one in joining for word in one.words}
        synonyms = tuple(one for one in synonyms if not (one.about or one.things or one.joins))
        hidden = {self._keys.get(word, ()) for one in synonyms if one.hidden for word in one.words}
        shown = {self._keys.get(word, ()) for one in synonyms if not one.hidden for word in one.words}
        self._hidden = hidden - shown
        #: words that are understood, but neither shown in any wording nor proposed as what somebody meant
        self.unspeakable = frozenset(key[0] for key in self._hidden if len(key) == 1 and not is_common(key[0]))
        self._hidden |= {key for key in self._keys.values() if not self.unspeakable.isdisjoint(key)}
        #: the themes that each wording is a word or the name of, and which of both
        self.themes = self._theme_words(themes)
        self._abbreviations = {" ".join(words) for word, words in self._written.items() if word.isupper()}
        for one in synonyms:
            for word in one.words:
                if key := self._keys.get(word):
                    self._entry(word, key).synonyms.append(one)
        plain = [name for theme in themes for name in (*theme.words, theme.name, theme.slug.replace("-", " "))]
        for word in (*plain, *about):
            if key := self._keys.get(word):
                self._entry(word, key)
        self._shorten()
        #: the phrases as they are written, without those that are never shown
        self.written = [
            words for text, words in self._written.items() if len(words) > 1 and self._keys[text] not in self._hidden
        ]
        #: every phrase that an initiative may hold, as stems
        self.phrases = frozenset(key for key in self._keys.values() if len(key) > 1)

    def _theme_words(self, themes: Sequence[Theme]) -> dict[tuple[str, ...], dict[str, Kind]]:
        found: dict[tuple[str, ...], dict[str, Kind]] = {}
        for theme in themes:
            for word in theme.words:
                found.setdefault(self._keys.get(word, ()), {})[theme.slug] = Kind.HINT
            for name in (theme.name, theme.slug.replace("-", " ")):
                found.setdefault(self._keys.get(name, ()), {})[theme.slug] = Kind.FILED
        found.pop((), None)
        return found

    def alternatives(self, own: tuple[str, ...], synonyms: Iterable[Synonym]) -> dict[str, Alternative]:
        """The alternatives, by term, of the wording `own`, which `synonyms` are about; those of its nearest too.

        What says just the same shares all that it finds. An entry is read one way, from words to what they find. But
        its other words mean nearly the same as `own`, and what finds `own` elsewhere is part of it: both count less.
        """
        synonyms = tuple(synonyms)
        found = self._named(own, synonyms)
        for one in self._of_nearest(own, found.values(), JUST_THE_SAME):
            _improve(found, one)
        further: dict[str, Alternative] = {}
        for one in self._of_nearest(own, found.values(), _NEAR_ENOUGH):
            if one.kind is Kind.SYNONYM and one.term not in found:
                _improve(further, replace(one, kind=Kind.DISTANT))
        every = found | further
        beside = [
            (other, one.weight * _MEANS_THE_SAME)
            for one in synonyms
            if one.weight >= _OF_ONE_MEANING and not one.hidden
            for other in one.words
        ]
        for other, weight in [*beside, *self._finding.get(own, ())]:
            key = self._keys.get(other, ())
            if key and key != own and key not in self._hidden:
                _improve(every, Alternative(" ".join(key), weight, Kind.SYNONYM, other))
        return every

    def _of_nearest(self, own: tuple[str, ...], found: Iterable[Alternative], least: float) -> list[Alternative]:
        """What the lists name for the synonyms of at least this weight among those `found` for the wording `own`."""
        named = []
        for near in found:
            entry = self.entries.get(tuple(near.term.split(" ")))
            if entry is not None and near.kind is Kind.SYNONYM and near.weight >= least:
                those = self._named(entry.key, entry.synonyms).values()
                named += [replace(one, weight=near.weight * one.weight) for one in those if one.term != " ".join(own)]
        return named

    @cached_property
    def _finding(self) -> dict[tuple[str, ...], list[tuple[str, float]]]:
        """For each wording, what finds it, and what that counts for it."""
        finding: dict[tuple[str, ...], list[tuple[str, float]]] = {}
        for entry in dict.fromkeys(self.entries.values()):
            for one in entry.synonyms:
                if one.weight >= _FOUND_BY and not one.hidden:
                    for other in one.finds:
                        if key := self._keys.get(other):
                            finding.setdefault(key, []).append((entry.shown, one.weight * _NARROWER))
        return finding

    def is_about(self, own: tuple[str, ...], alternatives: Iterable[Alternative]) -> bool:
        """Whether the wording `own`, or one of these that nearly says the same, is what all of the store is about."""
        near = (one for one in alternatives if one.kind is Kind.SYNONYM and one.weight >= _NEAR_ENOUGH)
        return own in self._about or any(tuple(one.term.split(" ")) in self._about for one in near)

    def joins(self, own: tuple[str, ...], alternatives: Iterable[Alternative]) -> tuple[str, ...]:
        """What the wording `own`, or one of these that says just the same, says all at once."""
        same = (one for one in alternatives if one.kind is Kind.SYNONYM and one.weight >= JUST_THE_SAME)
        keys = (own, *(tuple(one.term.split(" ")) for one in same))
        return next((self._joins[key] for key in keys if key in self._joins), ())

    def is_thing(self, own: tuple[str, ...]) -> bool:
        """Whether the wording `own` is marked as a thing of its own."""
        return own in self._things

    def _named(self, own: tuple[str, ...], synonyms: Iterable[Synonym]) -> dict[str, Alternative]:
        """What the lists name for the wording `own`."""
        found: dict[str, Alternative] = {}
        for slug, kind in self.themes.get(own, {}).items():
            _improve(found, Alternative(theme_term(slug), 1.0, kind, slug))
        for one in synonyms:
            for spelt in self._spelt(own, one):
                _improve(found, Alternative(" ".join(self._keys[spelt]), _SPELT_OUT, Kind.SYNONYM, spelt))
            for other in one.finds:
                key = self._keys.get(other, ())
                if key and key != own:
                    shown = None if key in self._hidden else other
                    _improve(found, Alternative(" ".join(key), one.weight, Kind.SYNONYM, shown))
                for slug, kind in self.themes.get(key, {}).items():
                    _improve(found, Alternative(theme_term(slug), one.weight, kind, slug))
        return found

    def _spelt(self, own: tuple[str, ...], synonym: Synonym) -> list[str]:
        """What the wording `own` abbreviates, or its abbreviation, where both stand on one side of a one-way entry."""
        if synonym.hidden or not any(word.isupper() for word in synonym.words):
            return []
        mine = [word for word in synonym.words if self._keys.get(word) == own]
        return [
            other
            for other in synonym.words
            for word in mine
            if self._keys.get(other) not in (None, own) and (_abbreviates(word, other) or _abbreviates(other, word))
        ]

    def _entry(self, word: str, key: tuple[str, ...]) -> Entry:
        entry = self.entries.get(key)
        if entry is None:
            shouted = word.isupper() and len(key) == 1 and (is_common(word.lower()) or word.lower() in STOP)
            entry = self.entries[key] = Entry(word, key, self, hidden=key in self._hidden, shouted=shouted)
            self.longest[key[0]] = max(self.longest.get(key[0], 0), len(key))
        elif not word.isupper():
            entry.shouted = False
        if entry.spellings is not None:
            words = self._written[word]
            if self._has_no_other_form(word, words, key):
                entry.spellings.add(" ".join(words))
            else:
                entry.spellings = None
        return entry

    def _has_no_other_form(self, word: str, words: Sequence[str], key: tuple[str, ...]) -> bool:
        if len(key) == 1:
            return word.isupper() or words[0] in self._abbreviations or key in self._hidden
        return all(part in STOP or part in ASKING for part in words)

    def _shorten(self) -> None:
        """Let phrases be found without their small words, where that is not another phrase's own wording.

        The last word stays: "led by" is not "led by and for".
        """
        for key in [key for key in self.entries if len(key) > 2]:
            short = (*(part for part in key[:-1] if part not in _LEFT_OUT), key[-1])
            if 1 < len(short) < len(key) and short not in self.entries:
                self.entries[short] = self.entries[key]
                self.longest[short[0]] = max(self.longest.get(short[0], 0), len(short))


def _abbreviates(short: str, long: str) -> bool:
    """Whether one wording is made of the initials of the other ("IRO", "independent reviewing officer")."""
    if not short.isupper():
        return False
    parts = words(long.replace("-", " "))
    if len(parts) < 2:
        return False
    initials = "".join(part[0] for part in parts)
    without = "".join(part[0] for part in parts if part not in _LEFT_OUT)
    return short.casefold() in (initials, without)


def _improve(found: dict[str, Alternative], alternative: Alternative) -> None:
    held = found.get(alternative.term)
    if held is None or _rank(held) < _rank(alternative):
        found[alternative.term] = alternative


def _rank(alternative: Alternative) -> tuple[bool, float]:
    return alternative.kind is not Kind.HINT, alternative.weight


def _written(texts: Iterable[str]) -> dict[str, list[str]]:
    """The words of each text that has any, cleaned.

    They are cleaned together, because cleaning thousands of short texts one by one takes its time.
    """
    different = list(dict.fromkeys(texts))
    if not different:
        return {}
    cleaned = plain_letters("\n".join(text.replace("\n", " ") for text in different)).split("\n")
    written = [split_words(line) for line in cleaned]
    return {text: words for text, words in zip(different, written, strict=True) if words}
