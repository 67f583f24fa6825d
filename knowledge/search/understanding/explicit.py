"""Taking explicit parts of a question at their word: places, themes, categories, evidence, contacts, phrases, minus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from knowledge.domain.authority import Authority, Place
from knowledge.domain.initiative import Category, Evidence
from knowledge.domain.query import WITHOUT
from knowledge.search.ideas import category_term, contact_term, evidence_term, theme_term
from knowledge.search.language.english import ASKING, STOP, is_name
from knowledge.search.language.stems import stem
from knowledge.search.language.text import stems, words
from knowledge.search.lists.lexicon import Lexicon
from knowledge.search.understanding.filters import Given
from knowledge.search.understanding.notes import Notes
from knowledge.search.understanding.values import NEXT, Values, category, evidence


class Filed(NamedTuple):
    """What a filter asks for: its slug or name, as it is shown, and the index terms of what is filed so."""

    slug: str
    label: str
    terms: tuple[str, ...]


class There(NamedTuple):
    """What a filter names: authorities, with the town or area that stands for them, or regions and nations."""

    authorities: Sequence[Authority] = ()
    places: Sequence[Place] = ()
    town: str | None = None
    area: str | None = None

    @property
    def found(self) -> Sequence[Authority | Place]:
        return self.authorities or self.places


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
        self._values = Values(lexicon)

    def whole(self, parts: Sequence[Given], text: str) -> list[Given]:
        """The parts of a text, with those in full whose values go on behind them ("contact:Lisa Aldridge")."""
        return [self._in_full(one, text) if one.key == "contact" else self._values.in_full(one, text) for one in parts]

    def take(self, part: Given, notes: Notes, rest: str) -> str:
        """Note an explicit part; one whose value means nothing here is put back as plain words."""
        span = (part.start, part.end)
        if part.key in ("phrase", "minus", "not") and all(word in STOP for word in words(part.value)):
            return _put_back(part.start, part, notes, rest)  # what nearly everything holds is nothing to look for
        if part.key == "not" and _is_done(part.value):
            return _put_back(part.start, part, notes, rest)
        if part.either:
            notes.either(part.value)
            return _put_back(_begins(part, notes), part, notes, rest)
        if part.key == "phrase" and rest.strip() and self._is_a_term(part.value):
            return _put_back(_begins(part, notes), part, notes, rest)
        if part.key == "phrase":
            notes.phrases.append(part.value)
            notes.piece("phrase", f"“{part.value}”", span)
        elif part.key in ("minus", "not"):
            self._leave_out(part.value, notes, span)
        elif part.out:
            self._leave_out_filed(part, notes, span)
        elif not self._filtered(part, notes, span):
            # "Interested in: mentoring"; all of the country narrows nothing.
            if (not part.loose or part.key == "contact") and not self._is_everywhere(part):
                notes.unknown.append((part.key, part.value))
            return _put_back(_begins(part, notes), part, notes, rest)
        return rest

    def _filtered(self, part: Given, notes: Notes, span: tuple[int, int]) -> bool:
        """Note what a filter narrows to; whether its value means anything here."""
        if part.key in ("in", "region"):
            return self._in(part.plain, notes, span)
        filed = self._filed(part)
        if filed is None:
            return False
        if part.key == "contact":
            notes.contact = part.value
        elif part.key == "theme":
            notes.themes[filed.slug] = None
            notes.only_themes = True
        elif part.key == "category":
            notes.categories[Category(filed.slug)] = None
            notes.only_categories = True
        else:
            notes.evidence[Evidence(filed.slug)] = None
        notes.piece(part.key, filed.label, span)
        return True

    def _filed(self, part: Given) -> Filed | None:
        """What a filter other than a place's asks for; None where its value means nothing here."""
        if part.key == "theme" and (slug := self._values.theme(part.plain)):
            return Filed(slug, f"theme: {self._lexicon.themes[slug].name}", (theme_term(slug),))
        if part.key == "category" and (filed := category(part.plain)):
            return Filed(filed, f"category: {filed.label}", (category_term(filed),))
        if part.key == "evidence" and (sure := evidence(part.plain, cut=not part.loose)):
            return Filed(sure, f"evidence: {sure.value.replace('-', ' ')}", (evidence_term(sure),))
        called = words(part.value)
        if part.key == "contact" and not all(word in STOP for word in called) and self._has_contact(called):
            return Filed(part.value, f"contact: {part.value}", tuple(contact_term(stem(word)) for word in called))
        return None

    def _leave_out_filed(self, part: Given, notes: Notes, span: tuple[int, int]) -> None:
        """Note what a filter with a minus leaves out; where its value means nothing here, the words themselves."""
        if part.key in ("in", "region"):
            there = self._there(part.plain)
            if there.found:
                notes.leave_out(there.found, span, area=there.area)
                return
        elif filed := self._filed(part):
            notes.unfiled.append(filed.terms)
            notes.piece("excluded", f"{WITHOUT}{filed.label}", span)
            return
        notes.exclude(part.value, span)

    def _in_full(self, part: Given, text: str) -> Given:
        """A contact with the words behind it that belong to it: a stored one has them so, or they are a name."""
        full, end = part, part.end
        while text[end - 1 : end].isalnum() and (more := NEXT.match(text, end)):
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
        there = self._there(value)
        if there.places:
            notes.place(there.places, span)
        elif there.authorities:
            notes.name(there.authorities, value, span, there.town, there.area)
        notes.only_authorities = bool(notes.named)
        return bool(there.found)

    def _there(self, value: str) -> There:
        """What the value of a filter for places names."""
        # All that is written right comes before names with a slip: Derry is not Derby, and Scotland is not Shetland.
        matcher = self._lexicon.matcher
        area, within = self._area(value)
        if within:
            return There(within, area=area)
        if exactly := matcher.called(value):
            return There(exactly)
        if places := self._places(value):
            return There(places=places)
        if town := self._lexicon.names.town(value):
            return There(town.authorities, town=town.town)
        if self._is_all_over(value):
            return There()
        return There(matcher.match(value) or matcher.match(value.replace("-", " ")))

    def _is_everywhere(self, part: Given) -> bool:
        return part.key in ("in", "region") and self._is_all_over(part.plain)

    def _is_all_over(self, value: str) -> bool:
        """Whether a value names all of the country."""
        places = self._whole_name(value)
        return bool(places) and all(place.kind == "everywhere" for place in places)

    def _area(self, value: str) -> tuple[str, tuple[Authority, ...]]:
        """The area whose whole name is `value`, and the authorities that lie there."""
        return self._lexicon.gazetteer.within(self._places(value))

    def _places(self, value: str) -> list[Place]:
        """The regions, nations and areas whose whole name is `value`."""
        places = self._whole_name(value)
        return places if all(place.kind not in ("everywhere", "other") for place in places) else []

    def _whole_name(self, value: str) -> list[Place]:
        typed = words(value)
        length, places = self._lexicon.gazetteer.at(typed, 0) if typed else (0, [])
        return places if length == len(typed) else []

    def _leave_out(self, value: str, notes: Notes, span: tuple[int, int]) -> None:
        """Note what is not wanted: the work of a place ("-Hackney"), else whatever holds these words."""
        area, there = self._area(value)
        if there:
            notes.leave_out(there, span, area=area)
        elif found := self._lexicon.matcher.called(value) or self._places(value):
            notes.leave_out(found, span)
        else:
            notes.exclude(value, span)


def _put_back(start: int, part: Given, notes: Notes, rest: str) -> str:
    """The rest of a question with an explicit part in it again, from `start` on to the end of its value."""
    end = _begins(part, notes) + len(part.value)
    return rest[:start] + notes.text[start:end] + rest[end:]


def _begins(part: Given, notes: Notes) -> int:
    """Where the value of a part begins in the text."""
    return notes.text.rfind(part.value, part.start, part.end)


#: Forms that end otherwise.
_DONE = frozenset("done seen had got gone begun run given taken made been met read".split())  # noqa: SIM905


def _is_done(word: str) -> bool:
    """Whether a word says what somebody has not done ("who has NOT seen ..."), or only joins what follows."""
    word = word.lower()
    return word in STOP or word in ASKING or word.endswith(("ed", "ing")) or word in _DONE
