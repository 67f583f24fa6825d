"""Whether words tell of a piece of work."""

from __future__ import annotations

from knowledge.importing.template.lines import Line
from knowledge.importing.template.sentences import sentences, words
from knowledge.importing.template.vocabulary import DOING, GENERAL, OPENS_LIST, WORK_NOUNS

#: A paragraph shorter than this tells of nothing on its own.
PARAGRAPH_WORDS = 8
#: Items under a lead-in that are this short on average are the parts of one thing.
PART_WORDS = 9


def tells_of_work(text: str) -> bool:
    """Whether a paragraph describes a piece of work rather than the place, its aims or its beliefs."""
    pieces = sentences(text)
    if len(words(text)) < PARAGRAPH_WORDS or not pieces:
        return False
    doing = sum(bool(DOING.search(piece)) for piece in pieces)
    general = sum(bool(GENERAL.search(piece)) for piece in pieces)
    concrete = any(word.lower() in WORK_NOUNS for word in words(text))
    concrete = concrete or any(letter.isdigit() for letter in text) or len(DOING.findall(text)) > 1
    return (
        doing > 0 and concrete and doing >= general and not (GENERAL.search(pieces[0]) and general * 2 >= len(pieces))
    )


def explains(text: str) -> bool:
    return len(words(text)) >= 4 and not GENERAL.search(text)


def is_only_lead_in(line: Line) -> bool:
    return len(sentences(line.text)) == 1 and bool(OPENS_LIST.search(line.text.strip()))
