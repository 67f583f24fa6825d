"""Lines under a heading for resources: which name one, and which one an address on a line of its own belongs to."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from knowledge.domain.initiative import Resource
from knowledge.domain.text import fold
from knowledge.importing.template.files.document import Kind
from knowledge.importing.template.language.addresses import is_address_only, pages_in
from knowledge.importing.template.language.sentences import words
from knowledge.importing.template.lines.steps import Line
from knowledge.importing.template.questions.fields import OF_CONTACT, Field, field_of, split_label
from knowledge.importing.template.resources.references import resource_line

#: No document is called by one of these; under a heading for resources they still ask for something else.
_OTHER_QUESTIONS = {*OF_CONTACT, Field.AUTHORITY, Field.CATEGORY, Field.RESOURCES}
#: A title is shorter than a statement.
_STATEMENT_WORDS = 8
#: Guidance on what to attach ("Notes: attach up to three files").
_ASKS = re.compile(r"^(?:please|attach|list|include|add|provide|give|insert|tell|use|do not|don['’]t)\b", re.I)
#: Titles that need no address: one on the next line is another's.
_AT_HAND = re.compile(r"\b(?:attached|enclosed|appended|appendix|on request|hard copy|paper|printed|by post)\b", re.I)


def names_resource(line: Line, *, follows: str, used: Container[str]) -> bool:
    """Whether a line among resources names one, though it opens like another question of the form's.

    "Impact report: https://..." and "Guidance: Mentor handbook" do; a label that the form has `used` before (folded),
    one with a statement behind it and a heading with a statement in `follows` ask for what they say.
    """
    if line.field is not None or line.kind is Kind.HEADING or line.bold:
        return False
    label = split_label(line.text)
    asked = label[0] if label else field_of(line.text.strip(" :."))
    if asked is None or asked in _OTHER_QUESTIONS:
        return False
    answer = label[2] if label else ""
    if pages_in(line.text) and not _is_statement(answer):
        return True
    if fold(label[1] if label else line.text) in used:
        return False
    if answer:
        return not _is_statement(answer) and not _ASKS.match(answer)
    if line.text.rstrip().endswith(":"):
        return is_address_only(follows)
    return not _is_statement(follows)


def _is_statement(text: str) -> bool:
    return len(words(text)) >= _STATEMENT_WORDS or text.rstrip().endswith((".", "!", "?"))


def with_resource(found: Sequence[Resource], line: Line, before: Line | None) -> list[Resource]:
    """The resources `found` so far with those of one more line; `before` is the line in front of it, if any.

    An address alone belongs to the title in front of it, unless both are items of one list, each for itself.
    """
    new = resource_line(line.text, line.links)
    if not found or before is None or len(new) != 1 or not is_address_only(line.text):
        return [*found, *new]
    last = found[-1]
    siblings = line.kind is Kind.ITEM and before.kind is Kind.ITEM and line.level == before.level
    if last.url or last.title not in before.text or siblings or _AT_HAND.search(before.text):
        return [*found, *new]
    return [*found[:-1], Resource(last.title, new[0].url)]


def resources_in(lines: Sequence[Line]) -> list[Resource]:
    """The resources that lines name between them."""
    found: list[Resource] = []
    for at, line in enumerate(lines):
        found = with_resource(found, line, lines[at - 1] if at else None)
    return found
