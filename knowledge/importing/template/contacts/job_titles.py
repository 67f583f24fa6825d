"""Job titles whose first words could be a name: "Short Breaks Manager" is nobody, beside "Ann Lee"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from knowledge.importing.template.contacts.roles_and_teams import (
    EDGES,
    has_capitals_of_name,
    is_job_word,
    is_role,
    is_title,
    names_team,
)
from knowledge.importing.template.contacts.several_people import spells
from knowledge.importing.template.language.addresses import EMAIL
from knowledge.importing.template.language.names import ROLE_WORDS, Spot
from knowledge.importing.template.language.sentences import words

#: Between a name and the job behind it, and where a job ends.
_SEPARATES = re.compile(r"\s*[,|(–—-]\s*(?:our |the )?")
_ENDS_TITLE = re.compile(r"[,;|()\n<@]|\s[–—-]\s|\s(?=\S+@)|\s\(?\+?\d|[.:](?:\s|$)|$")
#: A job is no longer than so many characters.
_TITLE = 60


def without_titles(spots: list[Spot], text: str) -> list[Spot]:
    """The names without those that only begin a job: "Ann Lee, Short Breaks Manager", "Short Breaks Manager Ann Lee".

    What an address spells is a name.
    """
    addresses = EMAIL.findall(text)
    kept: list[Spot] = []
    for at, spot in enumerate(spots):
        if _is_team(text[spot.end :], alone=" " not in spot.name):
            continue
        spelt = any(spells(address, spot.name) for address in addresses)
        leads = not at and len(spots) == 2 and not spot.start and _leads_to(text, spot, spots[1])
        behind = _is_job_behind(text, spot, kept) or _is_office_behind(text, spot, kept, addresses)
        if spelt or not (leads or behind):
            kept.append(spot)
    return kept


def _is_team(behind: str, *, alone: bool) -> bool:
    """Whether a word for a team ends the words behind, which makes one of those before: "Life Story Team, 0113 ...".

    Behind two words more than that is the team of somebody ("Ann Lee Fostering Team"), unless "of" leads to it.
    """
    named = words(_ENDS_TITLE.split(behind, maxsplit=1)[0]) if behind.startswith(" ") else []
    one = bool(named) and (alone or len(named) == 1 or named[0] == "of")
    return one and has_capitals_of_name(named) and named[-1][0].isupper() and names_team(named[-1])


def _is_job_behind(text: str, spot: Spot, before: Sequence[Spot]) -> bool:
    """Whether the words from a name on are the job of the one named right before; no list of names has jobs in it."""
    gaps = [text[one.end : other.start] for one, other in pairwise([*before, spot])]
    if not gaps or not _SEPARATES.fullmatch(gaps[-1]) or (len(gaps) > 1 and _SEPARATES.fullmatch(gaps[-2])):
        return False
    return is_title(_ENDS_TITLE.split(text[spot.start :], maxsplit=1)[0])


def _is_office_behind(text: str, spot: Spot, before: Sequence[Spot], addresses: Sequence[str]) -> bool:
    """Whether the words from a name on are the office of the one named right before, whose address is the only one."""
    if not before or len(addresses) != 1 or not _SEPARATES.fullmatch(text[before[-1].end : spot.start]):
        return False
    title = words(_ENDS_TITLE.split(text[spot.start :], maxsplit=1)[0])[len(words(spot.name)) :]
    if not title or names_team(title[-1]):
        return False
    return all(word.lower() in ROLE_WORDS for word in title) and spells(addresses[0], before[-1].name)


def _leads_to(text: str, first: Spot, second: Spot) -> bool:
    """Whether all between two names goes on as a job, and none follows: "Short Breaks Manager Ann Lee"."""
    title = text[first.start : second.start]
    behind = text[second.end :].lstrip(EDGES + "(")
    return title.endswith(" ") and is_title(title) and is_job_word(words(title)[-1]) and not is_role(behind[:_TITLE])
