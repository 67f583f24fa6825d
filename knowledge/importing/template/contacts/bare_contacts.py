"""Lines that are nothing but contacts: names with jobs and addresses, or whose an address is."""

from __future__ import annotations

import re

from knowledge.importing.template.contacts.roles_and_teams import EDGES, MAILBOX, is_job_word, is_role, names_team
from knowledge.importing.template.language.addresses import EMAIL, PHONE, has_address
from knowledge.importing.template.language.names import names_in
from knowledge.importing.template.language.sentences import words

#: A line with an address and no name says what the address is for in so many words, or a mailbox whose it is.
_ADDRESS_WORDS, _MAILBOX_WORDS = 8, 16
_SAYS = re.compile(r"[.!?]\s|\b(?:we|i|they|is|are|was|were|has|have|had|can|will|now)\b", re.I)
#: A job is named within so many words, and not by its number.
_JOB_WORDS = 8
_COUNTED = re.compile(r"(?:an?|\d+|one|two|three|four|five|six|ten|many|some|local|our)\b", re.I)


def is_only_people(text: str) -> bool:
    """Whether the line is nothing but names with roles and addresses ("Joel Smith, Head of Fostering, j@x.gov.uk")."""
    if len(words(text)) > 30 or text.rstrip().endswith(("?", ":")):
        return False
    spots = names_in(text)
    addressed = has_address(text)
    if not spots or spots[0].start > 3:
        most = _MAILBOX_WORDS if _is_mailbox(text) else _ADDRESS_WORDS
        return addressed and len(words(PHONE.sub(" ", EMAIL.sub(" ", text)))) <= most
    rest = text[spots[0].end :].strip()
    if not rest:
        return False  # a capitalised line alone may be a title as well as a name
    after = rest.lstrip(EDGES + "(")
    job = re.split(r"[,;.(]", after)[0]
    return addressed or (rest[:1] in ",(-–—|" and (is_role(after) if len(spots) > 1 else _is_one_job(job)))


def _is_mailbox(text: str) -> bool:
    """Whether a line says nothing but whose an address at its end is ("Shared mailbox of the whole service: ...")."""
    before = EMAIL.split(text)[0]
    ends = not EMAIL.split(text)[-1].strip(" .>)") and not _SAYS.search(before)
    return ends and (MAILBOX.search(before) is not None or names_team(before))


def _is_one_job(text: str) -> bool:
    """Whether words behind one name are one person's job: "bus drivers and teachers", "a barber on every street" no."""
    return is_job(" ".join(words(text)[:_JOB_WORDS])) and not _COUNTED.match(text)


def is_job(text: str) -> bool:
    """Whether the words name one person's job: "link worker" does, "link workers" are what a contact is for."""
    return any(is_job_word(word) and not word.lower().endswith("s") for word in words(text))
