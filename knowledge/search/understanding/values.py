"""What the value of a filter means: the theme, the category or how sure the evidence is, and how far it goes."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.domain.initiative import Category, Evidence
from knowledge.domain.text import QUESTION_LENGTH
from knowledge.search.language.english import STOP
from knowledge.search.language.text import stems, words
from knowledge.search.lists.lexicon import Lexicon
from knowledge.search.spelling.speller import Speller
from knowledge.search.understanding.filters import KEYS, Given

#: A word behind a value, which may go on with it.
NEXT = re.compile(r" (?P<word>[^\W\d_][\w'’-]*)(?![\w:])")
#: Shorter beginnings of words stand for none.
_SHORTEST_BEGINNING = 3
_LISTED = re.compile(
    rf"(?P<before>(?<!\S)[-–]?(?:{KEYS}):)"
    r"(?P<values>[^\s\"“”,;:]+(?:[,;][^\s\"“”,;:]+)+)",
    re.IGNORECASE,
)


def said_one_by_one(text: str) -> str:
    """A question with each of several values given as a filter of its own ("in:hackney,leeds"), if it stays short."""
    said = _LISTED.sub(lambda found: " ".join(found["before"] + one for one in _values(found["values"])), text)
    return said if len(said) <= QUESTION_LENGTH else text


def _values(listed: str) -> list[str]:
    return re.split("[,;]", listed)


class Values:
    """Reads the values of filters with a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._themes = {tuple(words(name)): slug for slug, one in lexicon.themes.items() for name in (slug, one.name)}

    def in_full(self, part: Given, text: str) -> Given:
        """A part with the words behind it that belong to the name that its value begins ("region:south east")."""
        full, end = part, part.end
        while text[end - 1 : end].isalnum() and (more := NEXT.match(text, end)):
            end = more.end()
            value = part.value + text[part.end : end]
            if self._is_a_name(part.key, value):
                full = replace(part, value=value, end=end)
            if value.count(" ") > _LONGEST_NAME:
                break
        return full

    def _is_a_name(self, key: str, value: str) -> bool:
        """Whether a value of several words is what something is called, whole."""
        if key == "theme":
            return tuple(words(value)) in self._themes
        if key == "category":
            return any(_within(words(value), name) for one in Category for name in _names(one))
        if key not in ("in", "region", "minus", "not"):
            return False
        typed = words(value)
        length, _ = self._lexicon.gazetteer.at(typed, 0) if typed else (0, [])
        return length == len(typed) or bool(self._lexicon.matcher.called(value))

    def theme(self, value: str) -> str | None:
        """The theme meant, also with a slip or by another name that the lists know."""
        slug = self._themes.get(tuple(words(value)))
        if slug or not words(value):
            return slug
        entry = self._lexicon.thesaurus.entries.get(stems(value))
        filed = [one for one in entry.alternatives.values() if one.kind.is_filed] if entry else []
        if filed:
            return max(filed, key=lambda one: one.weight).shown
        themes = self._lexicon.themes
        meant = Speller((part for one in themes for part in one.split("-")), lambda _: 1)
        mended = "-".join(meant.meant(part) or part for part in words(value))
        return mended if mended in themes else None


#: No name that the lists know has more small gaps between its words.
_LONGEST_NAME = 8


def category(value: str) -> Category | None:
    """The only category whose name has the words of a value, the last of them perhaps cut short."""
    typed = words(value)
    if all(word in STOP for word in typed):
        return None
    found = [one for one in Category if any(_within(typed, name, cut=True) for name in _names(one))]
    return found[0] if len(found) == 1 else None


def evidence(value: str, *, cut: bool) -> Evidence | None:
    """How sure the evidence is that a value names; `cut` short, too, where it says so of one alone."""
    slug = "-".join(words(value))
    found = [one for one in Evidence if slug and (slug.startswith(one.value) or (cut and one.value.startswith(slug)))]
    return found[0] if len(found) == 1 else None


def _names(one: Category) -> tuple[list[str], list[str]]:
    return words(one.value), words(one.label)


def _within(typed: list[str], name: list[str], *, cut: bool = False) -> bool:
    """Whether words stand in a name beside each other, from one that says something on, the last perhaps `cut`."""
    for at in range(len(name) - len(typed) + 1):
        those = name[at : at + len(typed)]
        begun = cut and len(typed[-1]) >= _SHORTEST_BEGINNING and those[-1].startswith(typed[-1])
        last = those[-1] == typed[-1] or (begun and those[-1] not in STOP)
        if typed and those[:-1] == typed[:-1] and last:
            return True
    return False
