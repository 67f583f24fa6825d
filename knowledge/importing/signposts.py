"""Reads signposts, and the slots that the sentences in them are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.domain.initiative import SUMMARY_LENGTH
from knowledge.domain.lists import Part, Signpost, Telling
from knowledge.domain.text import fold, quoted
from knowledge.importing.fields import Fields, Report
from knowledge.importing.nearest import by_name, nearest

SIGNPOST_FIELDS = ("slot", "words", "told", "text", "links")
LINK_FIELDS = ("label", "url")
#: A step of a sentence: a slot, a gap, or a word.
_STEP = re.compile(r"\s*(?:(?P<unless>-)?\{(?P<slot>[^{}]*)\}|(?P<gap>\.\.\.|…)|(?P<word>[^\s{}.…]+))")


class SignpostReader:
    """Reads signposts, remembering the slots that stand above them."""

    def __init__(self) -> None:
        self._slots: dict[str, tuple[str, ...]] = {}

    def one(self, fields: Fields, report: Report) -> Iterator[Signpost]:
        """The signpost that an entry is; none, where it is a slot."""
        if "slot" in fields:
            self._slot(fields)
            return
        words = fields.words("words", required="told" not in fields)
        told = [self._telling(line, fields) for line in fields.words("told")]
        text = fields.text("text", required=True, longest=SUMMARY_LENGTH, lines=True)
        links = [
            (link.text("label", required=True), link.url("url", secure=True, required=True))
            for link in fields.mappings("links", LINK_FIELDS)
        ]
        if text:
            yield Signpost(
                words=words,
                text=text,
                links=tuple((label, url) for label, url in links if label and url),
                told=tuple(one for one in told if one is not None),
            )

    def _slot(self, fields: Fields) -> None:
        for key in ("told", "text", "links"):
            if key in fields:
                fields.wrong(key, "does not go with 'slot': write an entry of its own")
        name, words = fields.text("slot", required=True), fields.words("words", required=True)
        if name in self._slots:
            fields.wrong("slot", f"{quoted(name)} is given twice: put all its words into one")
        elif name:
            self._slots[name] = words

    def _telling(self, line: str, fields: Fields) -> Telling | None:
        """What a line of `told` says; None, with what is wrong noted, where it cannot be read."""
        parts: list[Part] = []
        unless: tuple[str, ...] = ()
        at, apart = 0, False
        while at < len(line):
            step = _STEP.match(line, at)
            if step is None:
                fields.wrong("told", f"{quoted(line)} cannot be read from {quoted(line[at:].strip())} on")
                return None
            at = step.end()
            words = self._words(step["slot"], fields) if step["slot"] is not None else (step["word"] or "",)
            if not words:
                return None
            if step["gap"]:
                apart = True
            elif step["unless"] and not parts and not apart:
                unless += words
            elif step["unless"]:
                fields.wrong("told", f"{quoted(line)}: what may not stand before it belongs to its beginning")
                return None
            elif all(map(fold, words)):
                parts.append(Part(words, apart))
                apart = False
        if apart or not parts or parts[0].apart:
            fields.wrong("told", f"{quoted(line)} must begin and end with a word or a slot")
            return None
        return Telling(tuple(parts), unless)

    def _words(self, name: str, fields: Fields) -> tuple[str, ...]:
        if name not in self._slots:
            guess = nearest(name, by_name(tuple(self._slots)))
            meant = f": did you mean {guess[0]}?" if guess else ""
            fields.wrong("told", f"there is no slot {quoted(name)} above{meant}")
        return self._slots.get(name, ())
