"""Tables of people: what their columns hold, and their rows as people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.importing.template.files.document import Row
from knowledge.importing.template.files.typed_lists import tidy
from knowledge.importing.template.language.addresses import emails_in, phone_in
from knowledge.importing.template.language.names import names_in
from knowledge.importing.template.lines.steps import Person
from knowledge.importing.template.questions.fields import PERSONAL, TELLING, Field, field_of

#: Heads that ask for a part of a contact only where people are listed.
_NAMED = re.compile(r"(?:named |key |lead )?(?:person|people|officer|colleague|staff(?: member)?)|who", re.I)
_REACHED = re.compile(
    r"(?:how|where|ways?) (?:to|you can|can (?:i|we|you)|do (?:i|we|you)) (?:reach|contact|find|get hold of)\b.{0,20}"
    r"|(?:contact )?details?|address(?:es)?|(?:tel(?:ephone)?|phone|e-?mail)\s?(?:/|and|or|&)\s?(?:tel(?:ephone)?|phone"
    r"|mobile|e-?mail)",
    re.I,
)
#: Whom each piece of work has: what it is about, and no job.
_OF_WORK = re.compile(
    r"^\W*(?:name of |title of |which )?(?:the |our )?(?:initiative|project|work|practice|programme|scheme"
    r"|activity|area of work)s?\b",
    re.I,
)
_DOES = re.compile(r"what (?:they|he|she) do(?:es)?|(?:their |area of )?responsibilit(?:y|ies)|job", re.I)
_EMPLOYED = re.compile(
    r"(?:name of )?(?:organi[sz]ation|agency|employer|local authority|authority|council|partner|trust|school|force"
    r"|borough)(?: name)?",
    re.I,
)


def people_in(rows: Sequence[Row]) -> list[Person]:
    """The people whom the rows beneath a head list; none when the table lists anything else."""
    if len(rows) < 2 or len(rows[0]) < 2:
        return []
    known = [None if _OF_WORK.search(cell.text) else field_of(cell.text) for cell in rows[0]]
    head = [_column(rows, at, field) for at, field in enumerate(known)]
    if not (_ask_for_people(known) or (_ask_for_people(head) and _are_named(head, rows[1:]))):
        return []
    employed = [at for at, cell in enumerate(rows[0]) if _EMPLOYED.fullmatch(tidy(cell.text))]
    return [_person(head, employed, texts) for row in rows[1:] for texts in _apart(head, row)]


def _column(rows: Sequence[Row], at: int, known: Field | None) -> Field | None:
    """What a column of a table of people holds: an address wherever its head only says how to reach somebody."""
    head = tidy(rows[0][at].text).strip(" :?")
    if known is None and _NAMED.fullmatch(head):
        return Field.NAME
    if known is None and _DOES.fullmatch(head):
        return Field.ROLE
    reached = _REACHED.fullmatch(head) and all(
        emails_in(row[at].text) or phone_in(row[at].text) for row in rows[1:] if at < len(row) and row[at].content
    )
    return Field.EMAIL if reached else known


def _ask_for_people(head: Sequence[Field | None]) -> bool:
    asked = {Field.NAME if field is Field.CONTACT else field for field in head if field}
    return len(asked & {*PERSONAL}) > 1 and not asked & TELLING


def _are_named(head: Sequence[Field | None], rows: Sequence[Row]) -> bool:
    """Whether somebody's name stands in each row of the column for it."""
    named = _named_at(head)
    return named is not None and all(named < len(row) and names_in(row[named].text, single=True) for row in rows)


def _named_at(head: Sequence[Field | None]) -> int | None:
    return next((at for at, field in enumerate(head) if field in (Field.CONTACT, Field.NAME)), None)


def _apart(head: Sequence[Field | None], row: Row) -> list[list[str]]:
    """The texts of a row about one person; of a row that names several on lines of their own, one list for each.

    What stands on as many lines is each one's own, and so are as many addresses; all else is said of all of them.
    """
    cells = [[tidy(block.text) for block in cell.blocks() if block.text.strip()] for cell in row]
    lines = [[line for text in texts for line in text.split("\n")] for texts in cells]
    named = _named_at(head)
    count = len(lines[named]) if named is not None and named < len(lines) else 1
    if named is None or count < 2 or not all(names_in(line) for line in lines[named]):
        return [[tidy(cell.text) for cell in row]]
    own = [found if len(found := emails_in("\n".join(each))) == count else each for each in lines]
    return [[each[at] if len(each) == count else tidy(" ".join(each)) for each in own] for at in range(count)]


def _person(head: Sequence[Field | None], employed: Sequence[int], texts: Sequence[str]) -> Person:
    held = dict.fromkeys(PERSONAL, "")
    topics: list[str] = []
    teams: list[str] = []
    for index, text in enumerate(texts):
        field = head[index] if index < len(head) else None
        if field in (Field.CONTACT, Field.NAME) and not held[Field.NAME]:
            held[Field.NAME] = text
        elif field in held:
            held[field] = text
        elif field is Field.TITLE and Field.ROLE not in head:
            held[Field.ROLE] = text
        elif text:
            (teams if index in employed else topics).append(text)
    return Person(
        name=held[Field.NAME],
        role=held[Field.ROLE],
        email=held[Field.EMAIL],
        phone=held[Field.PHONE],
        topic=" ".join(topics),
        team=", ".join(teams),
    )
