"""The five categories as the form's options: which of them the authority indicated, by whatever mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.domain.initiative import Category
from knowledge.domain.text import fold
from knowledge.importing.template.category_names import CATEGORY, OPTION, categories_named
from knowledge.importing.template.document import Kind
from knowledge.importing.template.fields import Field, split_label
from knowledge.importing.template.lines import Line, Step

_TICK_MARKS = "☑☒✓✔✅🗹🗸√⊠■✗✘❌"
_BOX_MARKS = "☐□▢❏❑◻⬜▫○◯"
_CROSSES = "✗✘❌"
_MARKS = re.compile(
    rf"[{_TICK_MARKS}{_BOX_MARKS}]\ufe0f?|[\[(]\s*(?:[xXyY✓✔√]|yes|Yes)\s*[\])]|[\[(]\s*_*\s*[\])]"
    rf"|(?<![\w&])[xX](?![\w&])|(?<!\w)(?:yes|no|Yes|No|YES|NO|Y|N)(?!\w)"
)
#: Words beside an option that do not make it a sentence ("With partners - mainly schools").
_BESIDE_WORDS = 8


@dataclass(frozen=True, slots=True)
class Options:
    """`indicated` in the template's order; `marked` is False where nothing tells the options apart."""

    indicated: tuple[Category, ...]
    marked: bool
    listed: int


@dataclass(frozen=True, slots=True)
class _Option:
    category: Category
    ticked: bool | None
    line: Line


def take_options(steps: Sequence[Step]) -> tuple[Options, list[Step]]:
    """What is indicated, and the steps without the options and the question for them."""
    found: list[_Option] = []
    kept: list[Step] = []
    asked = listing = False
    for index, step in enumerate(steps):
        if not isinstance(step, Line):
            kept.append(step)
            asked = listing = False
            continue
        here = _options_in(step)
        follows = index + 1 < len(steps) and _is_option_line(steps[index + 1])
        label = split_label(step.text)
        labelled = label is not None and label[0] is Field.CATEGORY
        told = labelled or len(here) > 1 or any(one.ticked is not None for one in here)
        again = (step.kind is Kind.HEADING and not follows) or {one.category for one in here} & {
            one.category for one in found
        }
        if here and (told or ((asked or listing or follows) and not again)):
            found += here
            asked, listing = False, True
            continue
        if (
            not here
            and step.field is None
            and step.kind is not Kind.HEADING
            and (asked or labelled)
            and _is_short_answer(step)
        ):
            named = categories_named(label[2] if labelled and label else step.text)
            found += [_Option(one, True, step) for one in named]
            if named:
                asked = labelled
                continue
        listing = False
        asked = step.field is Field.CATEGORY or labelled or _asks(step.text)
        if step.field is Field.CATEGORY or (asked and follows):
            continue  # the question for the options that follow
        kept.append(step)
    return _decided(found), kept


def _is_option_line(step: Step) -> bool:
    return isinstance(step, Line) and bool(_options_in(step))


def _is_short_answer(line: Line) -> bool:
    return len(line.text.split()) <= _BESIDE_WORDS + 4 and not line.text.rstrip().endswith((".", ":"))


def _asks(text: str) -> bool:
    folded = fold(text)
    return (
        bool(re.search(r"categor", folded))
        and bool(re.search(r"\b(?:indicate|tick|select|choose|mark|delete|which|circle)", folded))
        and len(folded.split()) < 80
    )


def _options_in(line: Line) -> list[_Option]:
    """The options that a line consists of; none when there is more to it than options and marks."""
    text = " ".join(line.text.replace("&", "and").split())
    plain = text.lower()
    spots = list(OPTION.finditer(re.sub(r"[,/]", " ", plain)))
    if not spots:
        return []
    rest = _MARKS.sub(" ", OPTION.sub(" ", re.sub(r"[,/]", " ", plain)))
    if len(re.findall(r"\w{2,}", rest)) > (_BESIDE_WORDS if len(spots) == 1 and _MARKS.search(text) else 3):
        return []
    if len(spots) == 1 and line.text.rstrip().endswith(".") and len(re.findall(r"\w{2,}", rest)) > 2:
        return []
    marks = list(_MARKS.finditer(text))
    before = bool(marks) and marks[0].start() < spots[0].start()
    found = []
    for index, spot in enumerate(spots):
        start = spots[index - 1].end() if index else 0
        end = spots[index + 1].start() if index + 1 < len(spots) else len(text)
        lot = [
            mark[0]
            for mark in marks
            if (start <= mark.start() < spot.start() if before else spot.end() <= mark.start() < end)
        ]
        found.append(_Option(CATEGORY[spot.lastgroup or ""], _is_ticked(lot[0]) if lot else None, line))
    return found


def _is_ticked(mark: str) -> bool:
    inner = mark.strip("[]() _\ufe0f")
    return bool(inner) and inner not in _BOX_MARKS and inner.lower() not in ("no", "n")


def _decided(found: list[_Option]) -> Options:
    listed = {option.category for option in found}
    ticked = {option.category for option in found if option.ticked}
    if any(option.line.text and any(tick in option.line.text for tick in "✓✔☑√") for option in found):
        crossed = {one.category for one in found if any(cross in one.line.text for cross in _CROSSES)}
        if len(listed) > 1 and all(len(_options_in(one.line)) == 1 for one in found):
            ticked -= crossed
    if not ticked:
        for emphasised in ("marked", "bold"):
            some = {one.category for one in found if getattr(one.line, emphasised)}
            if some and some != listed:
                ticked = some
                break
    if not ticked and any(option.ticked is None for option in found):
        unticked = {option.category for option in found if option.ticked is False}
        if unticked and listed - unticked:
            ticked = listed - unticked
    if not ticked and 0 < len(listed) < len(Category) and not any(one.ticked is False for one in found):
        ticked = listed  # the options not chosen were deleted
    return Options(tuple(one for one in Category if one in ticked), bool(ticked), len(listed))
