"""The five categories as the form's options: which of them the authority indicated, by whatever mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from knowledge.domain.initiative import Category
from knowledge.importing.template.files.document import Kind
from knowledge.importing.template.language.sentences import words
from knowledge.importing.template.lines.form_title import is_form_title
from knowledge.importing.template.lines.steps import LABEL_LEVEL, Line, Step
from knowledge.importing.template.options.circles import with_ticks
from knowledge.importing.template.options.marks import CROSSED, MARKS, TICKED_SIGNS, is_ticked, marks_of
from knowledge.importing.template.options.named_options import (
    asks_for_categories,
    categories_shared,
    is_long,
    named_in_answer,
    sorts_work,
)
from knowledge.importing.template.options.numbering import numbers_of, placed_alone, placed_in
from knowledge.importing.template.options.remarks import BESIDE_WORDS, GUIDES, beside, left_beside
from knowledge.importing.template.options.short_names import with_full_names
from knowledge.importing.template.options.yes_or_no import with_one_answer
from knowledge.importing.template.questions.category_names import CATEGORY, OPTION, category_named
from knowledge.importing.template.questions.fields import Field, field_of, split_label
from knowledge.importing.template.questions.misspellings import with_words_respelt

_DENIES = re.compile(r"\b(?:no|not|none|n/a|never)\b", re.I)
#: A form that asks for categories so often asks for those of each piece of work.
_LEAST_ASKED = 2
_OPTION_WORDS = ("within", "organisation", "children", "families", "communities", "partners", "through", "research")


@dataclass(frozen=True, slots=True)
class Options:
    """`indicated` in the template's order; `marked` is False where nothing tells the options apart.

    `remarks` are lines of options with more beside them than a mark. `by_copy` is what is indicated in front of the
    form's title, behind it, and behind each time that it stands again, where that is so more than once.
    """

    indicated: tuple[Category, ...]
    marked: bool
    remarks: tuple[Line, ...] = ()
    by_copy: tuple[tuple[Category, ...], ...] = ()

    def of_copy(self, copies: int) -> tuple[Category, ...]:
        """What is indicated for the work in one of several copies of the form, of which so many began before it."""
        return (self.by_copy[copies] if copies < len(self.by_copy) else ()) or self.indicated


@dataclass(frozen=True, slots=True)
class _Option:
    category: Category
    ticked: bool | None
    line: Line
    remark: str = ""
    work: str = ""
    beside: str = ""


@dataclass(slots=True)
class _List:
    """Options that stand together: below the question for them, or as the answer behind a label."""

    asked: bool
    answers: bool
    options: list[_Option] = field(default_factory=list)
    #: How many of the form's other steps stand before them.
    at: int = 0

    @property
    def categories(self) -> set[Category]:
        return {one.category for one in self.options}


def take_options(steps: Sequence[Step]) -> tuple[Options, list[Step]]:
    """What is indicated, and the steps without the options and the question for them."""
    steps = with_full_names(with_ticks(steps, _options_on))
    numbers = numbers_of(steps)
    lists: list[_List] = []
    kept: list[Step] = []
    asked = labelled = listing = False
    sorts = sorts_work(steps)
    for index, step in enumerate(steps):
        if not isinstance(step, Line):
            kept.append(step)
            asked = labelled = listing = False
            continue
        if not listing and (placed := placed_alone(step.text, numbers)):
            step = replace(step, text=placed.label, kind=Kind.HEADING, level=step.level or LABEL_LEVEL)
        here = [] if sorts and step.kind is Kind.HEADING and category_named(step.text) else _options_in(step)
        after = steps[index + 1] if index + 1 < len(steps) else None
        follows = isinstance(after, Line) and bool(_options_in(after))
        label = split_label(step.text)
        labels = label is not None and label[0] is Field.CATEGORY
        told = labels or len(here) > 1 or any(one.ticked is not None for one in here)
        if here and (
            told or ((asked or listing or follows) and not _heads(step, here, lists, asked, listing, follows))
        ):
            if labels or asked or not listing:
                lists.append(_List(asked or labels, labelled or labels, at=len(kept)))
            lists[-1].options += here
            kept += [replace(step, text=one.work, lead="", bold=False) for one in here if one.work]
            asked = labelled = False
            listing = True
            continue
        if not here and step.field is None and step.kind is not Kind.HEADING and (asked or labels or lists):
            said = label[2] if labels and label else step.text
            named = placed_in(f"{step.sign} {said}", numbers) if labels or asked or listing else ()
            named = named or (named_in_answer(said) if labels or (asked and not is_long(said)) else ())
            named = named or categories_shared(step.text, below=listing)
            if named:
                beside = said if is_long(said) and labels else ""
                lists.append(_List(True, True, [_Option(one, True, step, beside) for one in named], at=len(kept)))
                asked = labelled = labels
                continue
        listing = False
        asks_for = step.field or field_of(step.text) or (Field.CATEGORY if follows and step.text[-1:] == "?" else None)
        labelled = labels or asks_for is Field.CATEGORY
        asked = labelled or asks_for_categories(step.text)
        if asked and (placed_behind := placed_in(step.text.rpartition(":")[2], numbers)):
            lists.append(_List(True, True, [_Option(one, True, step) for one in placed_behind], at=len(kept)))
        if step.field is Field.CATEGORY or (asked and follows):
            continue  # the question for the options that follow
        kept.append(step)
    return replace(_decided(lists), by_copy=_by_copy(kept, lists)), _with_own(kept, lists)


def _by_copy(kept: Sequence[Step], lists: Sequence[_List]) -> tuple[tuple[Category, ...], ...]:
    begins = [at for at, step in enumerate(kept) if isinstance(step, Line) and is_form_title(step)]
    copies = [
        _decided([one for one in lists if sum(at < one.at for at in begins) == copy]) for copy in range(len(begins) + 1)
    ]
    return tuple(one.indicated for one in copies) if sum(one.marked for one in copies) > 1 else ()


def _with_own(kept: list[Step], lists: Sequence[_List]) -> list[Step]:
    """The steps, with each answer to the question for categories where a form asks for those of each piece of work.

    It does when it asks in so many words more than once, or once besides its own list with something marked in it.
    """
    answers = [one for one in lists if one.answers and _answered(one)]
    printed = [options for options in _as_printed(one for one in lists if not one.answers) if _ticked(options)]
    besides = {option.category for options in printed for option in options}
    if len(answers) < _LEAST_ASKED and not any(one.categories & besides for one in answers):
        return kept
    steps = list(kept)
    for answer in reversed(answers):
        named = _answered(answer)
        text = f"Category: {', '.join(one.label for one in Category if one in named)}"
        steps.insert(answer.at, Line(text, answer.options[0].line.place))
    return steps


def _heads(line: Line, here: list[_Option], lists: list[_List], asked: bool, listing: bool, follows: bool) -> bool:
    """Whether a line that names a category heads work in it, rather than being one more of the form's options.

    The same option stands twice where the whole form was copied, and then the question for it does too.
    """
    if asked:
        return False
    before = lists[-1:] if listing and lists and lists[-1].asked else lists
    known = {category for one in before for category in one.categories}
    return (line.kind is Kind.HEADING and not follows) or bool({one.category for one in here} & known)


def _options_in(line: Line) -> list[_Option]:
    """The options that a line consists of; none when there is more to it than options and marks."""
    text = " ".join(with_one_answer(line).replace("&", "and").split())
    spots = _spots(text)
    if not spots and (respelt := with_words_respelt(text, _OPTION_WORDS)):
        text, spots = respelt, _spots(respelt)
    if not spots:
        return []
    if (said := beside(text, spots)) is not None:
        remark, work = said
        return [_Option(CATEGORY[spots[0].lastgroup or ""], None, line, remark, work)]
    rest = MARKS.sub(" ", OPTION.sub(" ", re.sub(r"[,/]", " ", text.lower())))
    if len(re.findall(r"\w{2,}", rest)) > (BESIDE_WORDS if len(spots) == 1 and MARKS.search(text) else 3):
        return []
    if len(spots) == 1 and line.text.rstrip().endswith(".") and len(re.findall(r"\w{2,}", rest)) > 2:
        return []
    spots = [spot for at, spot in enumerate(spots) if spot.lastgroup not in {one.lastgroup for one in spots[:at]}]
    found = []
    for spot, mark in zip(spots, marks_of(text, spots), strict=True):
        left = left_beside(text, rest) if mark and len(spots) == 1 else ""
        found.append(_Option(CATEGORY[spot.lastgroup or ""], is_ticked(mark) if mark else None, line, beside=left))
    return found


def _options_on(text: str) -> int:
    """How many options stand on a line with nothing else."""
    return len(_options_in(Line(text, "")))


def _spots(text: str) -> list[re.Match[str]]:
    return list(OPTION.finditer(re.sub(r"[,/]", " ", text.lower())))


def _decided(lists: list[_List]) -> Options:
    """What the lists indicate together; one that was left as the form has it indicates nothing."""
    ticked = {category for one in lists if one.answers for category in _answered(one)}
    for options in _as_printed(one for one in lists if not one.answers):
        ticked |= _ticked(options)
    remarks: dict[Line, None] = {}
    for together in lists:
        said = [one for one in together.options if words(one.remark or one.beside) and not one.work]
        if together.answers or len(said) < len(together.options) or len(said) == 1:  # else they are the form's own
            remarks |= dict.fromkeys(one.line for one in said if one.category in ticked)
    return Options(tuple(one for one in Category if one in ticked), bool(ticked), tuple(remarks))


def _answered(answer: _List) -> set[Category]:
    """What stands behind the label "Category" is meant, unless it is the form's own list."""
    if len(answer.categories) == len(Category) or any(one.ticked for one in answer.options):
        return _ticked(answer.options)
    return {one.category for one in answer.options if one.ticked is None}


def _as_printed(lists: Iterable[_List]) -> list[list[_Option]]:
    """The options as the form's own lists: one goes on until an option stands for the second time."""
    found: list[list[_Option]] = []
    for option in (option for one in lists for option in one.options):
        if not found or any(option.category is one.category for one in found[-1]):
            found.append([])
        found[-1].append(option)
    return found


def _stands_out(option: _Option, how: str) -> bool:
    """Whether an option is marked, bold or coloured: with all of its line, or as a part of it."""
    line = option.line
    if (how == "marked" and line.marked) or (how == "bold" and line.bold):
        return True
    parts = (text.replace("&", "and") for way, text in line.stands_out if way == how)
    return any(CATEGORY[spot.lastgroup or ""] is option.category for text in parts for spot in _spots(text))


def _ticked(found: list[_Option]) -> set[Category]:
    listed = {option.category for option in found}
    ticked = {option.category for option in found if option.ticked}
    if any(option.line.text and any(tick in option.line.text for tick in TICKED_SIGNS) for option in found):
        crossed = {one.category for one in found if CROSSED.search(one.line.text)}
        if len(listed) > 1 and all(len(_options_in(one.line)) == 1 for one in found):
            ticked -= crossed
    if not ticked:
        for how in ("marked", "bold", "coloured"):
            some = {one.category for one in found if _stands_out(one, how)}
            if some and some != listed:
                ticked = some
                break
    denied = {one.category for one in found if one.remark and _DENIES.search(one.remark)}
    remarked = {one.category for one in found if one.remark and not GUIDES.search(one.remark)} - denied
    if not ticked and len(listed) == len(Category) and (remarked != listed or any(one.work for one in found)):
        ticked = remarked
    if not ticked and any(option.ticked is None for option in found):
        unticked = denied | {option.category for option in found if option.ticked is False}
        if unticked and listed - unticked:
            ticked = listed - unticked
    if not ticked and 0 < len(listed) < len(Category) and not any(one.ticked is False for one in found):
        ticked = listed  # the options not chosen were deleted
    return ticked
