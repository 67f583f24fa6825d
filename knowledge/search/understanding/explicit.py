"""Taking explicit parts of a question at their word: places, themes, categories, evidence, contacts, phrases, minus."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from knowledge.domain.authority import Authority, Place
from knowledge.domain.initiative import Category, Evidence
from knowledge.search.language.english import ASKING, STOP, is_name
from knowledge.search.language.text import stems, words
from knowledge.search.lists.lexicon import Lexicon
from knowledge.search.spelling.speller import Speller
from knowledge.search.understanding.filters import Given
from knowledge.search.understanding.notes import Notes

_NEXT = re.compile(r" (?P<word>[^\W\d_][\w'’-]*)(?![\w:])")


class Explicit:
    """Reads filters with a lexicon; a misspelt theme is understood, an unknown value left to be searched for.

    `holds` tells whether an initiative has a word, `has_contact` whether somebody to talk to is called by some.
    """

    def __init__(
        self, lexicon: Lexicon, holds: Callable[[str], bool], has_contact: Callable[[Sequence[str]], bool]
    ) -> None:
        self._lexicon = lexicon
        self._holds = holds
        self._has_contact = has_contact

    def whole(self, parts: Sequence[Given], text: str) -> list[Given]:
        """The parts of a text, with those in full that name a contact by several words ("contact:Lisa Aldridge")."""
        return [self._in_full(part, text) if part.key == "contact" else part for part in parts]

    def take(self, part: Given, notes: Notes, rest: str) -> str:
        """Note an explicit part; one whose value means nothing here is put back as plain words."""
        span = (part.start, part.end)
        if part.key == "not" and _is_done(part.value):
            return _put_back(part.start, part, notes, rest)
        if part.either:
            notes.either(part.value)
            return _put_back(notes.text.find(part.value, part.start), part, notes, rest)
        if part.key == "phrase" and rest.strip() and self._is_a_term(part.value):
            return _put_back(notes.text.find(part.value, part.start), part, notes, rest)
        if part.key == "phrase":
            notes.phrases.append(part.value)
            notes.piece("phrase", f"“{part.value}”", span)
        elif part.key in ("minus", "not"):
            self._leave_out(part.value, notes, span)
        elif part.key == "contact" and words(part.value) and self._has_contact(words(part.value)):
            notes.contact = part.value
            notes.piece("contact", f"contact: {part.value}", span)
        elif not self._filtered(part, notes, span):
            if not part.loose or part.key == "contact":  # "interested in: mentoring"
                notes.unknown.append((part.key, part.value))
            return _put_back(notes.text.find(part.value, part.start), part, notes, rest)
        return rest

    def _filtered(self, part: Given, notes: Notes, span: tuple[int, int]) -> bool:
        value = part.value.replace("_", " ").replace("+", " ")
        if part.key in ("in", "region"):
            return self._in(value, notes, span)
        slug = "-".join(words(value))
        if not slug:
            return False
        if part.key == "theme":
            found = self._theme(value, slug)
            if found:
                notes.themes[found] = None
                notes.only_themes = True
                notes.piece("theme", f"theme: {self._lexicon.themes[found].name}", span)
            return bool(found)
        if part.key == "category":
            category = next((one for one in Category if slug in one.value or slug in "-".join(words(one.label))), None)
            if category:
                notes.categories[category] = None
                notes.only_categories = True
                notes.piece("category", f"category: {category.label}", span)
            return category is not None
        if part.key == "contact":
            return False
        evidence = next(
            (one for one in Evidence if slug.startswith(one.value) or (one.value.startswith(slug) and not part.loose)),
            None,
        )
        if evidence:
            notes.evidence[evidence] = None
            notes.piece("evidence", f"evidence: {evidence.value.replace('-', ' ')}", span)
        return evidence is not None

    def _in_full(self, part: Given, text: str) -> Given:
        """A contact with the words behind it that belong to it: a stored one has them so, or they are a name."""
        full, end = part, part.end
        while text[end - 1 : end].isalnum() and (more := _NEXT.match(text, end)):
            value = part.value + text[part.end : more.end()]
            capitals = part.value[:1].isupper() and more["word"][0].isupper() and not text.isupper()
            named = capitals and is_name(more["word"].lower()) and not self._lexicon.matcher.called(more["word"])
            if not named and not self._has_contact(words(value)):
                break
            end = more.end()
            if more["word"].lower() not in STOP:
                full = replace(part, value=value, end=end)
        return full

    def _is_a_term(self, value: str) -> bool:
        """Whether the lists know a word that no initiative has: its marks tell that somebody keeps a distance to it."""
        held = all(self._holds(word) for word in words(value))
        return " " not in value and not held and stems(value) in self._lexicon.thesaurus.entries

    def _in(self, value: str, notes: Notes, span: tuple[int, int]) -> bool:
        # All that is written right comes before names with a slip: Derry is not Derby, and Scotland is not Shetland.
        matcher = self._lexicon.matcher
        area, there = self._area(value)
        if there:
            notes.name(there, value, span, area=area)
        elif exactly := matcher.called(value):
            notes.name(exactly, value, span)
        elif places := self._places(value):
            notes.place(places, span)
        elif town := self._lexicon.names.town(value):
            notes.name(town.authorities, value, span, town.town)
        elif found := matcher.match(value) or matcher.match(value.replace("-", " ")):
            notes.name(found, value, span)
        else:
            return False
        notes.only_authorities = bool(notes.named)
        return True

    def _area(self, value: str) -> tuple[str, tuple[Authority, ...]]:
        """The area whose whole name is `value`, and the authorities that lie there."""
        return self._lexicon.gazetteer.within(self._places(value))

    def _places(self, value: str) -> list[Place]:
        """The regions, nations and areas whose whole name is `value`."""
        typed = words(value)
        length, places = self._lexicon.gazetteer.at(typed, 0) if typed else (0, [])
        narrow = all(place.kind not in ("everywhere", "other") for place in places)
        return places if length == len(typed) and narrow else []

    def _leave_out(self, value: str, notes: Notes, span: tuple[int, int]) -> None:
        """Note what is not wanted: the work of a place ("-Hackney"), else whatever holds these words."""
        area, there = self._area(value)
        if there:
            notes.leave_out(there, span, area=area)
        elif found := self._lexicon.matcher.called(value) or self._places(value):
            notes.leave_out(found, span)
        else:
            notes.exclude(value, span)

    def _theme(self, value: str, slug: str) -> str | None:
        themes = self._lexicon.themes
        if slug in themes:
            return slug
        entry = self._lexicon.thesaurus.entries.get(stems(value))
        filed = [one for one in entry.alternatives.values() if one.kind.is_filed] if entry else []
        if filed:
            return max(filed, key=lambda one: one.weight).shown
        meant = Speller((part for one in themes for part in one.split("-")), lambda _: 1)
        mended = "-".join(meant.meant(part) or part for part in slug.split("-"))
        return mended if mended in themes else None


def _put_back(start: int, part: Given, notes: Notes, rest: str) -> str:
    """The rest of a question with an explicit part in it again, from `start` on to the end of its value."""
    end = notes.text.find(part.value, part.start) + len(part.value)
    return rest[:start] + notes.text[start:end] + rest[end:]


#: Forms that end otherwise.
_DONE = frozenset("done seen had got gone begun run given taken made been met read".split())  # noqa: SIM905


def _is_done(word: str) -> bool:
    """Whether a word says what somebody has not done ("who has NOT seen ..."), or only joins what follows."""
    word = word.lower()
    return word in STOP or word in ASKING or word.endswith(("ed", "ing")) or word in _DONE
