"""Which work a contact, or a statement of impact, is for, by the words that name it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.domain.initiative import Contact
from knowledge.domain.text import fold
from knowledge.importing.template.contacts.mentions import Mention
from knowledge.importing.template.language.sentences import word_set
from knowledge.importing.template.work.candidates import Candidate

#: The share of a topic's words that a piece of work must hold to be the one meant.
_NAMES = 0.5
#: Longer lead-ins speak of too much for a topic to be told by them.
_TOPIC_LENGTH = 60
#: "(drums and the choir)" at the end of a line.
_BRACKETS = re.compile(r"\s*\(([^()@\d]{4,80})\)\W*$")
_AND = re.compile(r"\s*(?:,|;|&|\band\b)\s*(?:and\s+)?")
_SEVERAL = 2
COMMON = word_set(
    """
    and the for with our all of in on to a an at by or from work team service services lead officer children
    childrens young people council programme project scheme initiative information further more contact please
    general other about details enquiries practice head group training
    """
)


def for_topic(topic: str, candidates: Sequence[Candidate], *, least: float = _NAMES) -> list[Candidate]:
    """The pieces of work that a topic names best, by titles, sections or texts, with `least` of its words."""
    counted = [one for one in candidates if one.sign and one.sign == fold(topic)]
    if len(counted) == 1:
        return counted
    wanted = stems(topic)
    if not wanted:
        return []
    found: list[Candidate] = []
    most = 0.0
    for texts in (
        [one.given for one in candidates],
        [one.topic if len(one.topic) < _TOPIC_LENGTH else "" for one in candidates],
        [" ".join([one.given, *one.texts]) for one in candidates],
    ):
        scores = [len(wanted & (stems(text, every=True) | _initials(text))) / len(wanted) for text in texts]
        best = max(scores, default=0.0)
        if best >= least and best > most:
            most = best
            found = [one for one, score in zip(candidates, scores, strict=True) if score == best]
    return found


def _initials(text: str) -> set[str]:
    """What names in the text are called for short: "grt" for "Gypsy, Roma and Traveller"."""
    runs = re.findall(r"(?:[A-Z][\w’'-]+(?:,? (?:(?:and|of|for|the) )?)?){3,6}", text)
    return {"".join(re.findall(r"\b[A-Z]", run)).lower() for run in runs}


def stems(text: str, *, every: bool = False) -> set[str]:
    kept = [word for word in fold(text).split() if len(word) > 2]
    if not every:
        kept = [word for word in kept if word not in COMMON] or (kept if len(kept) == 1 else [])
    return {re.sub(r"(?:ing|ers|er|ies|y|s|ed)$", "", word) if len(word) > 5 else word.rstrip("s") for word in kept}


def told_behind(mention: Mention, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The work that brackets at the end of a contact name it for: "Ann Lee, Head of Music (drums and the choir)"."""
    found = _BRACKETS.search(mention.said)
    if found is None or len(mention.people) != 1 or len(candidates) < _SEVERAL or not _is_full(mention.people[0]):
        return []
    owners: list[Candidate] = []
    for topic in _AND.split(found[1]):
        named = for_topic(topic, candidates, least=1.0)
        if not named:
            return []
        owners += [one for one in named if one not in owners]
    return owners if len(owners) < len(candidates) else []


def _is_full(person: Contact) -> bool:
    return bool(person.name and (person.role or person.email or person.phone))


def without_brackets(mention: Mention) -> Mention:
    person = mention.people[0]
    return replace(mention, people=(replace(person, role=_BRACKETS.sub("", person.role or "").strip() or None),))
