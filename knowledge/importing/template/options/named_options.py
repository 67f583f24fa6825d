"""The five categories where no mark tells them: in a sentence of the officers' own, or as headings over work."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.domain.initiative import Category
from knowledge.domain.text import fold
from knowledge.importing.template.files.document import Kind
from knowledge.importing.template.language.sentences import word_set
from knowledge.importing.template.lines.steps import Line, Step
from knowledge.importing.template.questions.category_names import (
    CATEGORY,
    OPTION,
    categories_answered,
    category_named,
)

#: "All of these apply", below the options.
_ALL_APPLY = re.compile(
    r"all(?: (?:\w+ ){0,3}?(?:apply|applies|are relevant|please|ticked|categories|five|above|them|these))?"
)
_SHARES = re.compile(
    r"^(?:this|our|the) (?:work|form|practice|example|initiative|template|submission|contribution|return|entry)\b"
    r"|\b(?:shar\w+|submit\w+|categor\w+)\b"
)
#: "We are sharing work with families, and with communities": what stands round the options in such a sentence.
_ROUND = word_set(
    """
    we i our us are am is this work it that and under in about of from sharing share shared submitting return form tells
    example examples practice initiative category categories both also falls comes covers the following two three one
    here submission template contribution entry case study concerns describes relates to on
    """
)
#: So many of the options with text beneath them are headings over work.
_LEAST_SORTED = 2
#: A longer answer is a sentence.
_ANSWER_WORDS = 12
_CLAUSES = re.compile(r"\s*(?:[,;:(.–—]|\s-\s)\s*")
_OPTION_WORDS = 5


def named_in_answer(answer: str) -> tuple[Category, ...]:
    """The categories that a short answer names in its own words, or a longer one before it goes on."""
    if not is_long(answer):
        return () if answer.rstrip().endswith((".", ":")) else categories_answered(answer)
    named: set[Category] = set()
    for clause in _CLAUSES.split(answer):
        found = categories_answered(clause) if len(clause.split()) <= _OPTION_WORDS else ()
        if not found:
            break
        named.update(found)
    return tuple(one for one in Category if one in named)


def is_long(answer: str) -> bool:
    """Whether an answer to the question for categories says more than which."""
    return len(answer.split()) > _ANSWER_WORDS


def asks_for_categories(text: str) -> bool:
    """Whether a text asks which of the categories are meant."""
    folded = fold(text)
    return (
        bool(re.search(r"categor", folded))
        and bool(re.search(r"\b(?:indicate|tick|select|choose|mark|delete|which|circle)", folded))
        and len(folded.split()) < 80
    )


def categories_shared(text: str, *, below: bool) -> tuple[Category, ...]:
    """The categories that a sentence says are shared, and nothing else; `below`: it stands right below the options."""
    folded = fold(text)
    if below and _ALL_APPLY.fullmatch(folded):
        return tuple(Category)
    spots = list(OPTION.finditer(folded))
    if not spots or not _SHARES.search(folded) or not {*OPTION.sub(" ", folded).split()} <= _ROUND:
        return ()
    named = {CATEGORY[spot.lastgroup or ""] for spot in spots}
    return tuple(one for one in Category if one in named)


def sorts_work(steps: Sequence[Step]) -> bool:
    """Whether the options are headings that a form sorts its work under, some of which may be left without any."""
    heads = [
        at for at, step in enumerate(steps) if _names(step) and isinstance(step, Line) and step.kind is Kind.HEADING
    ]
    return sum(at + 1 < len(steps) and not _names(steps[at + 1]) for at in heads) >= _LEAST_SORTED


def _names(step: Step) -> bool:
    return isinstance(step, Line) and category_named(step.text) is not None
