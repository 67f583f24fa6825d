"""What somebody put beside one of the form's options: a remark, or work told of there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.importing.template.language.sentences import words
from knowledge.importing.template.language.vocabulary import DOING, WORK_NOUNS
from knowledge.importing.template.options.marks import MARKS

#: Words beside an option that do not make it a sentence ("With partners - mainly schools").
BESIDE_WORDS = 8
#: What somebody wrote behind an option, in brackets or behind a dash or an arrow.
_REMARK = re.compile(
    r"\W*?(?:\((?P<bracketed>[^()]{2,90})\)|(?:[←⇐⬅<*:]|\s[–—-])[←–—-]*\s*(?P<behind>\w.+?))\W*$", re.S
)
#: Stars and arrows that point at an option.
_SIGN = re.compile(r"\*{2,}|<[-–—=]+|[←⇐⬅]\ufe0f?[-–—]*|[-–—=]+>")
#: "(x)", "[tick]": a mark, whatever stands in front of it.
_BRACKETED = re.compile(r"[\[(]\s*(?:x|y|yes|tick(?:ed)?|[✓✔√])\s*[\])]", re.I)
#: What the form itself may have there.
GUIDES = re.compile(r"\b(?:please|specify|e\.?g|such as|if (?:so|any|applicable)|including|tick)\b", re.I)


def beside(text: str, spots: Sequence[re.Match[str]]) -> tuple[str, str] | None:
    """What somebody put behind the one option of an unmarked line, as a remark or as work told of there; None for none.

    Work stands behind a dash or a colon; brackets say which partners or communities are meant.
    """
    before, behind = text[: spots[0].start()].strip(), text[spots[0].end() :].strip()
    if len(spots) == 1 and _SIGN.fullmatch(before or behind) and not (before and behind):
        return before or behind, ""
    found = _REMARK.match(text[spots[0].end() :])
    said = str(found["bracketed"] or found["behind"]) if found else ""
    if _BRACKETED.search(text[spots[0].end() :]):
        return None
    if len(spots) > 1 or spots[0].start() or not said or MARKS.search(text.replace(said, "…")):
        return None
    if not MARKS.sub("", said).strip(" .,"):
        return None  # a mark in brackets
    if found is not None and found["bracketed"]:
        return said, ""
    named = DOING.search(said) or any(word.lower() in WORK_NOUNS for word in words(said))
    return (said, said) if named or len(words(said)) > BESIDE_WORDS else (said, "")


def left_beside(text: str, rest: str) -> str:
    """What of a marked line is neither the option nor a mark, which are gone from its `rest`, nor a form's hint."""
    return "" if GUIDES.search(text) else " ".join(re.findall(r"\w{2,}", rest))
