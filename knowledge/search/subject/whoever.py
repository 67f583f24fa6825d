"""Words for whom all of this work is for or by, and for what all of it is about: by themselves they ask for nothing."""

from __future__ import annotations

from knowledge.search.ideas import Idea
from knowledge.search.language.english import STOP
from knowledge.search.language.stems import stem

#: What all of this work is about, and that it is work.
_WHATEVER = frozenset(
    stem(word)
    for word in """racism racist anti antiracism antiracist race racial equality equity diversity inclusion edi
    disproportionality disparity inequality injustice work practice tackling challenging fighting combating
    addressing""".split()  # noqa: SIM905
)
_WHOEVER = _WHATEVER | frozenset(
    stem(word)
    for word in """child kid young people person youth pupil student school teacher teaching educator staff worker
    workforce practitioner family parent service services council authority social care department community
    black minority ethnic global majority bme bame""".split()  # noqa: SIM905
)


def says_whatever(idea: Idea) -> bool:
    """Whether an idea says only what all of this work is about ("racism"), so that beside a place it asks for all."""
    return all(stem(word) in _WHATEVER for word in idea.label.split() if word not in STOP)


def says_only_whom(idea: Idea) -> bool:
    """Whether an idea says no more than that ("children's services"), so that beside a place it asks for any work."""
    return is_whoever(idea.label)


def is_whoever(wording: str) -> bool:
    """Whether a wording says no more than that."""
    return all(stem(word) in _WHOEVER for word in wording.split() if word not in STOP)


#: Those of them, and of others, who are people.
_PERSON = frozenset(
    stem(word)
    for word in """child kid baby infant toddler boy girl lad teen teenager youngster youth pupil student learner person
    people man woman mother mum father dad parent grandparent carer family sibling adult adopter leaver refugee migrant
    seeker worker staff colleague teacher nurse practitioner black asian white roma traveller muslim
    somali""".split()  # noqa: SIM905
)


def is_person(wording: str) -> bool:
    """Whether a wording ends in, or is, a word for people ("care leavers")."""
    return stem(wording.rpartition(" ")[2]) in _PERSON


#: Everyday words for people whom other words name as well: nobody misses them where these stand.
_FAMILIAR = frozenset(
    stem(word)
    for word in """kid baby teen teenager youngster lad lass boy girl mum mummy dad daddy son daughter bloke guy
    colleague boss little young""".split()  # noqa: SIM905
)


def says_whom_plainly(wording: str) -> bool:
    """Whether a wording is only everyday words for people ("young lads"), by whatever others they are called."""
    return all(part in _FAMILIAR or is_whoever(word) for word in wording.split() for part in (stem(word),))


def is_of_people(wording: str) -> bool:
    """Whether a wording says whom it is for or by: what these have, do, or have done to them is asked about."""
    return is_whoever(wording) or is_person(wording)
