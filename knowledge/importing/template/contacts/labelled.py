"""Somebody whose name and job have labels on one line: "Name: Ann Lee  Role: Band Connector  Email: ..."."""

from __future__ import annotations

import re

from knowledge.domain.initiative import Contact
from knowledge.importing.template.language.addresses import emails_in, has_address, phone_in
from knowledge.importing.template.language.placeholders import says_nothing
from knowledge.importing.template.questions.fields import PERSONAL, Field, split_label

_NEXT = re.compile(
    r"(?<!\bjob)[,;|]?\s+(?=(?:role|job(?: title| role)?|position|post|title|e-?mail(?: address)?|tel(?:ephone)?"
    r"|phone|mobile)(?: (?:no|number))?\.?\s?:)",
    re.I,
)
_ROUND = " ,;|"


def labelled_person(text: str) -> Contact | None:
    """The person whom labels with their answers tell of; None where anything else stands between them."""
    found = [split_label(part) for part in _NEXT.split(text)]
    held = {label[0]: label[2].strip(_ROUND) for label in found if label}
    if len(held) < len(found) or not {Field.NAME, Field.ROLE} <= held.keys() <= {*PERSONAL}:
        return None
    name, role = held[Field.NAME], held[Field.ROLE]
    if says_nothing(name) or has_address(name) or says_nothing(role) or has_address(role):
        return None
    emails = emails_in(text)
    return Contact(name=name, role=role, email=emails[0] if emails else None, phone=phone_in(text))
