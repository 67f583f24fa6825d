"""What is given explicitly in a question: `in:hackney`, `theme:exclusions`, "quoted phrases", -minus, NOT this."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from knowledge.domain.initiative import Evidence
from knowledge.search.language.spans import blanked

_QUOTED = r"\"[^\"]*\"|“[^”]*”"
#: Values that are known by several words, which no marks need hold together.
_IN_FULL = "|".join(one.value.replace("-", " ") for one in Evidence)
#: What filters of known values are called, in the plural too, and so is what was understood ("nation: Wales").
KEYS = r"in|at|regions?|nations?|areas?|authorit(?:y|ies)|themes?|categor(?:y|ies)|evidence"
_SAME = {"at": "in", "authority": "in", "area": "in", "nation": "region"}
#: How what is not wanted is shown.
_SHOWN_OUT = r"without:\ ?"
_PART = re.compile(
    rf"(?:(?<!\S)(?P<out>[-–]|(?-i:NOT) |{_SHOWN_OUT}))?"
    rf"(?P<key>(?<![\w:])(?:{KEYS}|contact)):"
    rf"(?P<space>\s?)(?P<value>{_QUOTED}|{_IN_FULL}|(?<!contact: )[^\s\"“]+|[^\s\"“]+@[^\s\"“]+)"
    rf"|(?<!\S)(?:-|–(?!.*\w–(?:[\s,.;]|$))|(?P<not>(?-i:NOT) )|{_SHOWN_OUT})"
    rf"(?P<minus>{_QUOTED}|[^\W\d_][\w'’-]*)"
    rf"|(?P<quoted>{_QUOTED})",
    re.IGNORECASE,
)
#: More words than this in quotation marks are somebody's message, quoted, and no phrase to look for.
_LONGEST_PHRASE = 7
#: What stands right before what somebody said, which no initiative need have word for word.
_SPEECH = re.compile(
    r"\b(?:say|says|said|saying|shout(?:s|ed|ing)?|told|wrote)"
    r"(?: (?:to|me|us|them|him|her|that|things|like))*[,:]?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Given:
    """One explicit part, at `start` to `end` of the text; `key` is a filter's name, "minus", "not" or "phrase".

    `loose` where there is a space between a filter's colon and its value, as there is after any colon; `either` where
    it is one of several phrases of which any will do ('"hair" or "skin"'); `out` where a filter has a minus or a NOT.
    """

    key: str
    value: str
    start: int
    end: int
    loose: bool = False
    either: bool = False
    out: bool = False

    @property
    def plain(self) -> str:
        """The value with spaces for what stands for them ("youth_justice")."""
        return self.value.replace("_", " ").replace("+", " ")


def given(text: str) -> list[Given]:
    """The explicit parts of a question, in order; empty values are left out."""
    found: list[Given] = []
    for match in _PART.finditer(text):
        if match["key"]:
            key, value = _called(match["key"].lower()), match["value"]
        elif match["not"] and text.isupper():
            continue
        elif match["minus"]:
            key, value = "not" if match["not"] else "minus", match["minus"]
        else:
            key, value = "phrase", match["quoted"]
            if value.count(" ") > _LONGEST_PHRASE or _SPEECH.search(text, 0, match.start()):
                continue
        value = value.strip('"“”').strip(",;. ")
        if value:
            found.append(Given(key, value, *match.span(), loose=bool(match["space"]), out=bool(match["out"])))
    return _with_choices(found, text)


def _called(key: str) -> str:
    """The name of a filter, of several that are the same."""
    one = key[:-3] + "y" if key.endswith("ies") else key.removesuffix("s")
    return _SAME.get(one, one)


#: What stands between phrases of which any will do.
_EITHER = re.compile(r"\s*,?\s*\bor\b\s*", re.IGNORECASE)
_BETWEEN = re.compile(rf"\s*,\s*|{_EITHER.pattern}", re.IGNORECASE)


def _with_choices(parts: list[Given], text: str) -> list[Given]:
    """The parts, with those phrases marked that "or" joins, and those before them in the same row."""
    marked = list(parts)
    row: list[int] = []
    for at, part in enumerate(parts):
        between = text[parts[at - 1].end : part.start] if row else ""
        if part.key != "phrase" or not _BETWEEN.fullmatch(between):
            row = []
        row += [at] if part.key == "phrase" else []
        if _EITHER.fullmatch(between) and len(row) > 1:
            for one in row:
                marked[one] = replace(parts[one], either=True)
    return marked


def unmarked(text: str, parts: Iterable[Given]) -> str:
    """The text with spaces in place of its explicit parts and of all quotation marks."""
    text = blanked(text, ((part.start, part.end) for part in parts))
    return text.replace('"', " ").replace("“", " ").replace("”", " ")
