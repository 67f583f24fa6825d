"""What stands beneath a heading, as a whole: several pieces of work, one of them, or the parts of one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from knowledge.importing.template.contacts.mentions import only_contacts
from knowledge.importing.template.files.document import Kind
from knowledge.importing.template.language.sentences import words
from knowledge.importing.template.language.statements import PARAGRAPH_WORDS, PART_WORDS, states_position, tells_of_work
from knowledge.importing.template.language.vocabulary import DOING, GENERIC_LIST, PARTS_LIST
from knowledge.importing.template.lines.instructions import without_instructions
from knowledge.importing.template.lines.steps import Line
from knowledge.importing.template.outline.continuations import goes_on, holds_other_work
from knowledge.importing.template.outline.headings import is_lead_in
from knowledge.importing.template.questions.fields import split_label


def lists_several(body: Sequence[Line]) -> bool:
    """Whether most of the items of a list tell of work, and nothing in front of them says that they are parts."""
    items = [one for one in body if one.kind is Kind.ITEM and one.level == 0]
    paragraphs = [one for one in body if one.kind is Kind.PARAGRAPH and not only_contacts(one.text)]
    if paragraphs and not is_lead_in(paragraphs[0].text):
        return False
    lead = paragraphs[0].text if paragraphs else ""
    if lead and PARTS_LIST.search(lead) and not re.search(r"\binitiatives\b|\bexamples\b", lead):
        return False
    telling = [one for one in items if len(words(one.text)) >= PART_WORDS and DOING.search(one.text)]
    return len(items) >= 2 and len(telling) * 2 > len(items)


def is_one(body: Sequence[Line], *, named: str) -> bool:
    """Whether text beneath a heading is one piece of work, which the heading names."""
    body = [one for one in body if without_instructions(one.text)]
    paragraphs = [
        one for one in body if one.kind is Kind.PARAGRAPH and not only_contacts(one.text) and not split_label(one.text)
    ]
    if not paragraphs or len(words(named)) < 2:
        return False
    first = paragraphs[0]
    if is_lead_in(first.text) and GENERIC_LIST.search(first.text):
        return False
    if not tells_of_work(first.text) and (states_position(first.text) or len(words(first.text)) < PARAGRAPH_WORDS):
        return False
    items = [one for one in body if one.kind is Kind.ITEM and one.level == 0]
    if len(items) > 1 and not PARTS_LIST.search(paragraphs[-1].text):
        long_items = [one for one in items if len(words(one.text)) >= PART_WORDS]
        if len(long_items) * 2 > len(items):
            return False
    return not holds_other_work(paragraphs, lambda text, told: not goes_on(text, told))


def lists_parts(body: Sequence[Line]) -> bool:
    """Whether nothing but a list in small letters stands there, down to the next of the form's questions."""
    answer = list(takewhile(lambda one: one.kind is Kind.ITEM or split_label(one.text) is None, body))
    return len(answer) > 1 and all(one.kind is Kind.ITEM for one in answer) and are_parts(answer)


def are_parts(items: Sequence[Line]) -> bool:
    """Whether items go on in small letters with what stands above them, as no piece of work begins."""
    return all(one.text[:1].islower() and len(words(one.text)) < 2 * PART_WORDS for one in items)
