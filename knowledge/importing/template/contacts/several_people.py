"""Several people in one answer: which words between two names are whose, and what is said of all of them at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.domain.initiative import Contact
from knowledge.importing.template.contacts.roles_and_teams import is_job_word, is_role
from knowledge.importing.template.language.addresses import GAP, emails_in, gapped, has_address, phone_in
from knowledge.importing.template.language.sentences import words

#: Somebody else follows an address: "..., a.lee@x.gov.uk or her deputy, Sue Marsh".
_NEXT = re.compile(r"^\W*(?:or|and)\s", re.I)
#: Letters directly in front of a name go with it: "Ann Lee (Head of Practice), DCS Bob Okafor".
_TITLE = re.compile(r"(?:[,;/&)]|\b(?:and|or))\s+([A-Z]{2,5})\s$")
#: Between two people, where each has their own details.
_APART = re.compile(r"[;|\n]|\s/\s")
_WEAKLY_APART = re.compile(r"[;|\n,/&]|\b(?:and|or)\b")
#: Nothing but this stands between names that are told of together.
_JOINS = re.compile(r"\s*(?:[,/&]|,?\s*\band\b|,?\s*\bor\b)\s*", re.I)
#: A comma parts an address from people whom none parts from each other: "Ann Lee & Bob Cole, mentoring@leeds.gov.uk".
_ANDS, _AT_ONCE = re.compile(r"\s*(?:[/&]|\band\b|\bor\b)\s*", re.I), re.compile(r"\s*,\s*\0")
_LISTED = re.compile(r"\s*(?:[,;/&\n]|\band\b)\s*")
_ALL_OF = re.compile(r"\b(?:both|either|all)\b", re.I)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_PARTED = re.compile(r"\s*(?:[–—:-]|\b(?:at|on|via)\b|$)", re.I)
#: A job in front of a name is no longer.
_JOB_WORDS = 9


def parted(between: str, *, jobs_lead: bool) -> tuple[str, str]:
    """The words between two names as those about the first and those that lead to the second.

    `jobs_lead` says that a job stands in front of the first name, as it then does with the others.
    """
    title = _TITLE.search(between)
    if title:
        return between[: title.start()], title[1]
    _, gap, tail = gapped(between).rpartition(GAP)
    if gap and _NEXT.match(tail) and is_role(tail):
        return between[: len(between) - len(tail)], _NEXT.sub("", tail)
    labelled = between.rstrip().endswith(":")
    for mark in [*_APART.finditer(between)][-1:] or ([*_WEAKLY_APART.finditer(between)] if jobs_lead else []):
        first, job = between[: mark.start()], between[mark.end() :]
        told = has_address(first) or is_role(first)
        if _is_job(job) and (jobs_lead or told or labelled):
            return first, job
    return between, ""


def _is_job(text: str) -> bool:
    addressed = has_address(text)
    return not addressed and 0 < len(words(text)) <= _JOB_WORDS and is_role(text)


def with_shared(people: Sequence[Contact], between: Sequence[str], behind: str) -> list[Contact]:
    """The people with the job or the team that the last one's words give all of them.

    "Ann Lee and Bob Cole, Inclusion Officers" are two officers; a job of one person, and what stands in
    brackets, is the last one's alone. `between` are the words between the names, `behind` those behind the last.
    """
    if len(people) < 2 or any(one.role or one.team for one in people[:-1]):
        return [*people]
    last = people[-1]
    job = last.role if last.role and _is_plural(last.role) else None
    apart = (last.role and not job) or behind.lstrip().startswith(("(", "["))
    team = last.team if not apart and all(map(_JOINS.fullmatch, between)) else None
    if not (job or team) or not all(_JOINS.fullmatch(_bare(text)) for text in between):
        return [*people]
    return [*(replace(one, role=job, team=team) for one in people[:-1]), last]


def with_mailbox(people: Sequence[Contact], text: str, between: Sequence[str], behind: str) -> list[Contact] | None:
    """Several people with the one address that is said to be theirs all, None where it is one person's.

    It is said so in words ("both at ..."), or it names none of them and stands apart from the last, as from the others.
    """
    addresses = emails_in(text)
    if len(people) < 2 or len(addresses) != 1:
        return None
    all_of = _ALL_OF.search(text)
    if not all_of and not (_stands_apart(people, between, behind) and _is_nobodys(addresses[0], people)):
        return None
    number = phone_in(text[all_of.end() :] if all_of else _BRACKETS.sub("", behind))
    return [completed(replace(one, email=addresses[0]), Contact(phone=number)) for one in people]


def _stands_apart(people: Sequence[Contact], between: Sequence[str], behind: str) -> bool:
    """Whether an address behind several people stands apart from all: "A (head) or B – ...", "A and B, officers"."""
    joints = [_BRACKETS.sub("", one) for one in between]
    if not all(map(_JOINS.fullmatch, joints)):
        return False
    if all(map(_ANDS.fullmatch, between)) and _AT_ONCE.match(gapped(behind)):
        return True
    same_job = people[0].role is not None and len({one.role for one in people}) == 1
    same_job = same_job or (people[0].team is not None and len({one.team for one in people}) == 1)
    return same_job or _PARTED.match(_BRACKETS.sub("", behind)) is not None


def _is_nobodys(address: str, people: Sequence[Contact]) -> bool:
    return not any(spells(address, one.name or "") for one in people)


def completed(person: Contact, more: Contact) -> Contact:
    """A contact with what another mention of the same one adds; numbers that differ are both kept."""
    numbers = [one for one in (person.phone, more.phone) if one]
    return replace(
        person,
        name=person.name or more.name,
        role=person.role or more.role,
        team=person.team or more.team,
        email=person.email or more.email,
        phone=", ".join(dict.fromkeys(one for number in numbers for one in number.split(", "))) or None,
        url=person.url or more.url,
    )


def _bare(text: str) -> str:
    return re.sub(r"[(<\[]?\s*\0\s*[)>\]]?", "", gapped(text))


def _is_plural(job: str) -> bool:
    noun = next((word for word in words(job) if is_job_word(word)), "")
    return noun.lower().endswith("s")


def dealt(people: Sequence[Contact], more: Sequence[Contact]) -> tuple[Contact, ...] | None:
    """Several people with the addresses, numbers or jobs that another answer lists for them, None when they do not fit.

    An address goes to the one whose name it spells; else one of each goes to each, in order.
    """
    if len(people) < 2 or any(one.name for one in more):
        return None
    emails = [one.email for one in more if one.email]
    numbers = [number for one in more if one.phone for number in one.phone.split(", ")]
    jobs = [job for one in more if one.role for job in _jobs(one.role, len(people))]
    found = [*people]
    shared = len(emails) == 1 and not any(one.email for one in people) and _is_nobodys(emails[0], people)
    if shared:
        found = [replace(one, email=emails[0]) for one in people]
    elif emails and not any(one.email for one in people):
        order = _by_name(people, emails)
        if order is None:
            return None
        found = [replace(one, email=email) for one, email in zip(found, order, strict=True)]
    if len(numbers) == len(people) and not any(one.phone for one in people):
        found = [replace(one, phone=number) for one, number in zip(found, numbers, strict=True)]
    mailbox = found[0].email is not None and len({one.email for one in found}) == 1
    if len(numbers) == 1 and mailbox and not any(one.phone for one in people):
        found = [replace(one, phone=numbers[0]) for one in found]
    if len(jobs) == len(people) and not any(one.role for one in people):
        found = [replace(one, role=job) for one, job in zip(found, jobs, strict=True)]
    return tuple(found) if found != [*people] else None


def _jobs(said: str, count: int) -> list[str]:
    """The jobs in a list of as many as there are people ("Childminding Officer and Early Years Manager")."""
    jobs = [part for part in _LISTED.split(said) if part.strip()]
    return jobs if len(jobs) == count and all(map(is_role, jobs)) else [said]


def _by_name(people: Sequence[Contact], emails: Sequence[str]) -> list[str | None] | None:
    """The address of each, None when some address is nobody's."""
    owners = [[at for at, one in enumerate(people) if spells(email, one.name or "")] for email in emails]
    if all(len(one) == 1 for one in owners) and len({one[0] for one in owners}) == len(emails):
        held: dict[int, str] = {one[0]: email for one, email in zip(owners, emails, strict=True)}
        return [held.get(at) for at in range(len(people))]
    return [*emails] if len(emails) == len(people) else None


def spells(email: str, name: str) -> bool:
    """Whether an address holds a part of a name."""
    local = email.partition("@")[0]
    return any(len(part) > 2 and part.lower().strip(".’'") in local for part in name.replace("-", " ").split())
