"""Options that a form gives by short names with a box each: "☐ Staff ☑ Children and families ☐ Partner agencies"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from knowledge.domain.initiative import Category
from knowledge.domain.text import fold
from knowledge.importing.template.files.document import TICKED, UNTICKED
from knowledge.importing.template.language.sentences import words
from knowledge.importing.template.lines.steps import Line, Step
from knowledge.importing.template.options.marks import is_ticked
from knowledge.importing.template.questions.category_names import OPTION, categories_named

_BOX = re.compile(r"[☑☒✓✔☐□▢❏]\ufe0f?|\[\s*[xX✓✔]?\s*\]")
#: Words that stand for the template's "Within your organisation" beside the others.
_WITHIN = re.compile(r"\b(?:staff|colleagues|employees|inside|internal(?:ly)?)\b", re.I)
#: Fewer may be boxes of another question ("☐ Yes ☑ No").
_LEAST = 3
_MOST_WORDS = 6


def with_full_names(steps: Sequence[Step]) -> list[Step]:
    """The steps with each such option as a line of its own under the template's name for it.

    Only where several of them stand together, each a category of its own, do short names say that they are options.
    """
    parted = [one for step in steps for one in _parted(step)]
    found: list[Step] = []
    for boxed, run in groupby(parted, key=lambda step: _option(step) is not None):
        together = list(run)
        named = [option for step in together if (option := _option(step))]
        several = boxed and len(named) >= _LEAST and len({one for one, _ in named}) == len(named)
        found += map(_renamed, together) if several else together
    return found


def _parted(step: Step) -> list[Step]:
    """The options on one line as lines of their own, and what stands in front of them as another."""
    if not isinstance(step, Line):
        return [step]
    boxes = list(_BOX.finditer(step.text))
    if len(boxes) < _LEAST:
        return [step]
    behind = not step.text[boxes[-1].end() :].strip()
    lead, _, first = step.text[: boxes[0].start()].rpartition(":")
    if behind and first.strip():
        ends = [one.end() for one in boxes]
        names = [first, *(step.text[end : one.start()] for end, one in zip(ends, boxes[1:], strict=False))]
    else:
        lead = step.text[: boxes[0].start()]
        starts = [*(one.start() for one in boxes[1:]), len(step.text)]
        names = [step.text[one.end() : start] for one, start in zip(boxes, starts, strict=True)]
    lines = [
        replace(step, text=f"{box[0]} {name.strip(' ,;|')}", lead="") for box, name in zip(boxes, names, strict=True)
    ]
    options = [option for line in lines if (option := _option(line))]
    if len({one for one, _ in options}) < len(boxes):
        return [step]
    return [*([replace(step, text=f"{lead.rstrip(' :')}:")] if lead.strip(" :") else []), *lines]


def _option(step: Step) -> tuple[Category, bool] | None:
    """The one category that a line with a box names in a few words, and whether it is ticked."""
    box = _BOX.match(step.text) if isinstance(step, Line) and step.field is None else None
    if box is None or not isinstance(step, Line):
        return None
    name = step.text[box.end() :].strip()
    named = (Category.WITHIN_ORGANISATION,) if _WITHIN.search(name) else categories_named(name)
    if len(named) != 1 or len(words(name)) > _MOST_WORDS or _BOX.search(name):
        return None
    return named[0], is_ticked(box[0])


def _renamed(step: Step) -> Step:
    option = _option(step)
    if option is None or not isinstance(step, Line) or OPTION.search(fold(step.text)):
        return step
    return replace(step, text=f"{TICKED if option[1] else UNTICKED} {option[0].label}", lead="")
