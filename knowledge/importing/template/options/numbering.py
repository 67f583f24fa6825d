"""The five categories by their number or letter, where the form gives them one: "1 and 3", "Category 2", "(b)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.domain.initiative import Category
from knowledge.domain.text import fold
from knowledge.importing.template.lines.steps import Line, Step
from knowledge.importing.template.options.circles import without_circles
from knowledge.importing.template.questions.category_names import category_named

_LETTERS = "abcde"
_NUMBER = re.compile(r"\W*(?:\d\d?|[a-e])(?:\W|$)", re.I)
#: What stands in front of the numbers in an answer, and between them.
_IN_FRONT = re.compile(
    r"(?:(?:answer|response|reply|our|this is|it is|we (?:are sharing|have chosen|chose|selected|picked)|numbers?|nos?"
    r"|categor(?:y|ies)(?: ies)?|options?|both|only|mainly|is|are|being|shared|chosen|selected|indicated|covered) )+"
)
_PLACES = re.compile(
    r"(?P<first>[1-5]|[a-e])(?P<more>(?: (?:and |plus |or )?(?:no |number |category )?(?:[1-5]|[a-e]))*)(?: only)?"
)
_RANGE = re.compile(r"([1-5])\s?(?:-|–|to)\s?([1-5])")
#: One number may be a slip.
_LEAST_NUMBERED = 2
#: "Category 2", as a line of its own.
_ONE = re.compile(r"(?:category|option) (?:no |number )?([1-5a-e])")


def numbers_of(steps: Sequence[Step]) -> str:
    """By what the form's options are told apart: "1" for numbers, "a" for letters, empty for neither."""
    signs = [
        found[0].strip(" .)(:-–").lower()
        for step in steps
        if isinstance(step, Line)
        and category_named(without_circles(step.text).strip(" ☐☑"))
        and (found := _NUMBER.match(f"{step.sign} {step.text}"))
    ]
    if len(signs) < _LEAST_NUMBERED:
        return ""
    return "1" if all(sign.isdigit() for sign in signs) else "a"


def placed_in(text: str, numbers: str) -> tuple[Category, ...]:
    """The categories that an answer gives by nothing but their `numbers`, in the template's order."""
    text = _RANGE.sub(lambda found: " ".join(map(str, range(int(found[1]), int(found[2]) + 1))), text)
    folded = re.sub(r"[+/]", " ", fold(text))
    folded = _IN_FRONT.sub("", " ".join(folded.split()), count=1)
    found = _PLACES.fullmatch(folded)
    if found is None or not numbers or found["first"].isdigit() != (numbers == "1"):
        return ()
    named = {found["first"], *found["more"].split()}
    return tuple(one for at, one in enumerate(Category) if {str(at + 1), _LETTERS[at]} & named)


def placed_alone(text: str, numbers: str) -> Category | None:
    """The category that a line names by its number, in so many words ("Category 2")."""
    found = _ONE.fullmatch(fold(text))
    placed = placed_in(found[1], numbers) if found else ()
    return placed[0] if placed else None
