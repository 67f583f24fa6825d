"""What a heading stands for: a field of the form, a category, a topic with work beneath it, or one piece of work."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.domain.initiative import Category
from knowledge.domain.text import fold
from knowledge.importing.template.language.sentences import sentences, words
from knowledge.importing.template.language.vocabulary import OPENS_LIST, TOPIC_WORDS, WORK_NOUNS
from knowledge.importing.template.questions.category_names import category_named
from knowledge.importing.template.questions.fields import Field, field_of

_NUMBERED_WORK = re.compile(
    r"^(?P<sign>(?:initiative|project|example|case study|practice example|activity|programme|good practice example"
    r"|spotlight)\s*(?P<which>\d{1,2}|[A-H]|one|two|three|four|five|six)?)\s*[:.–—-]\s*(?=\S)",
    re.I,
)
_NUMBERING = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[A-H][.)])\s+")
_QUESTION = re.compile(
    r"\W*(?:\d+\W+)?(?:what|how|why|when|who|which|where|is|do|does|did|are|was|were|would|could|should|have|has"
    r"|can)\b",
    re.I,
)
_SAYS_WHAT = re.compile(
    r"\W*(?:\d+\W+)?(?:(?:what|things?|why|who) (?:that )?(?:we|you|others)(?:['’](?:re|ve|d|ll))?"
    r"|(?:what|who)['’]s)\s",
    re.I,
)
_QUOTED_NAME = re.compile(r"[“‘\"'][A-Z][^.!?“”\"]{2,50}[”’\"']")
#: "Attendance 71% to 83%", "Now copied by Bradford": what came of the work before, and no name of the next.
_CAME_OF_IT = re.compile(
    r"\d ?%|\bper ?cent\b|^(?:now|also|already|since then|so far)\s(?:\w+ed|used|taken|in|by|on|at|being|part)\b", re.I
)
_PLURAL = re.compile(
    r"\b(?:initiatives|projects|programmes|examples|activities|actions|policies|strategies|events|and)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Heading:
    """`work` is the title of the one piece of work it heads, empty for a topic; at most one of the three is given."""

    field: Field | None = None
    category: Category | None = None
    work: str = ""


def heading_of(text: str) -> Heading:
    """What a heading says by its own words; whether a topic heads one piece of work is for its content to tell."""
    bare = text.strip(" :.")
    numbered = _NUMBERED_WORK.match(bare)
    if numbered and len(bare) > numbered.end():
        work = bare[numbered.end() :].strip()
        category = category_named(work)
        return Heading(category=category) if category else Heading(work=work)
    field = field_of(bare)
    if field is not None:
        return Heading(field=field)
    bare = _NUMBERING.sub("", bare)
    category = category_named(bare)
    if category is not None:
        return Heading(category=category)
    return Heading(work=bare if names_work(bare) else "")


def counted_as(text: str) -> str:
    """What a form counts its pieces of work by in front of a name ("Project B"), folded; empty where it counts none."""
    numbered = _NUMBERED_WORK.match(text.strip())
    return fold(numbered["sign"]) if numbered and numbered["which"] else ""


def names_work(text: str) -> bool:
    """Whether a heading reads as the name of one piece of work rather than as a topic."""
    kept = [word.lower().replace("’", "'") for word in words(text)]
    if not kept or len(kept) > 14:
        return False
    if is_topic(text) or asks(text):
        return False
    if re.search(r"[‘’“”\"]\w", text):
        return True
    named = any(word in WORK_NOUNS for word in kept)
    return named and not (_PLURAL.search(text) and not any(word[:1].isupper() for word in words(text)[1:]))


def asks(text: str) -> bool:
    """Whether a heading asks something or says what is told beneath it ("How did you do it?", "What we are proud of").

    A name may be a question, and hold a question mark too.
    """
    return bool(_SAYS_WHAT.match(text)) or (text.rstrip().endswith("?") and bool(_QUESTION.match(text)))


def is_quoted_name(text: str) -> bool:
    """Whether a line is a title in quotation marks, and not what somebody said, which ends as sentences do."""
    return _QUOTED_NAME.fullmatch(text) is not None


def is_topic(text: str) -> bool:
    """Whether a heading is made of broad words only ("Recruitment and workforce")."""
    kept = [word.lower().replace("’", "'") for word in words(text)]
    return bool(kept) and all(
        word in TOPIC_WORDS or word.removesuffix("'s") in TOPIC_WORDS or word.isdigit() for word in kept
    )


def is_lead_in(text: str) -> bool:
    """Whether a paragraph does no more than open the list beneath it."""
    return len(sentences(text)) == 1 and bool(OPENS_LIST.search(text.strip()))


def says_what_came(text: str) -> bool:
    """Whether a short line says what came of the work before it, and is no name of the next."""
    return _CAME_OF_IT.search(text) is not None
