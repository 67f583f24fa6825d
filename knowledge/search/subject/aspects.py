"""Which words of a question only say what of its subject is asked ("delays in ...", "... pipeline")."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge.search.language.english import bases
from knowledge.search.language.stems import stem
from knowledge.search.subject.framing import ARTICLES, Wording, says, words_of
from knowledge.search.subject.whoever import is_person, is_whoever

_LINKS = frozenset("of to in for on about with around into".split())  # noqa: SIM905
#: Before one of those and a subject: what there is of it, what stands in its way.
_BEFORE = frozenset(
    """access accessing availability awareness backlog backlogs barrier barriers causes challenges decline definition
    delay delays demand difficulties drivers drop eligibility extent fall gap gaps growth hurdles implications
    increase increases issues lack levels meaning obstacles pressure pressures prevalence problem problems provision
    reasons rise scale shortage shortages takeup trends understanding uptake variation waits""".split()  # noqa: SIM905
) | {"take up", "waiting times", "waiting time", "waiting lists", "waiting list"}
#: Right before a subject: how it is gone about, or that somebody looks at it.
_HOW = frozenset(
    """evaluating evaluated evaluates examining measuring reviewing reviewed""".split()  # noqa: SIM905
) | {"evidence based", "joined up", "long term", "low cost", "whole system", "whole systems"}
#: After a subject that the lists know: the form it takes, or how it goes.
_AFTER = frozenset(
    """agenda angle aspect aspects backlog capability challenges checklist commitment competence context conversation
    conversations crisis debate debates definition delay delays delivery demand dialogue discussion discussions
    element evaluation evaluations event events field function gap gaps issue issues journey journeys landscape
    levels meaning model models monitoring numbers pathway pathways picture pilot pilots pipeline position pressures
    problem problems process processes provision rates remit review reviews roadmap sector shortage shortages side
    situation space sphere system systems targets topic trends workstream workstreams world""".split()  # noqa: SIM905
)
#: What may stand between ("ramping up our ...").
_BETWEEN = ARTICLES | {"up", "out", "down", "through"}
#: After a subject: what is made about it, to hand out, show or play. Only where no initiative has any: whoever asks for
#: "hair packs" is after what is done about hair.
_MADE = frozenset(
    stem(word)
    for word in """album animation article banner blog booklet brochure chart diagram display exhibition faq feedback
    flashcard flier flyer gallery glossary graphic handbook handout infographic jargon kit leaflet magazine
    newsletter pack pamphlet photo pic picture podcast postcard poster powerpoint ppt prompt quiz quote roadshow
    script showcase slide soundbite storybook transcript vlog wallchart workbook worksheet zine""".split()  # noqa: SIM905
)
#: What is written down about a subject: before a link and that, or right behind it ("hair guidance").
_PAPERS = frozenset(
    """factsheet factsheets figures guidance guide guides log logs register registers statistics stats template
    templates toolkit toolkits""".split()  # noqa: SIM905
)
#: Before a link and a subject that the lists know: what is sought of that. Behind it: "exclusions with evidence".
_SOUGHT = _PAPERS | {"evidence", "evidence base", "research evidence", "results", "what worked", "what works"}
_WITH = frozenset(("with", "has", "have"))
#: How work is done that is meant for show: what somebody does not want of a subject, which no account tells of itself.
_FOR_SHOW = frozenset((
    "box ticking", "empty words", "for show", "just words", "lip service", "performative", "tick box",
    "tick box exercise", "tokenism", "tokenistic", "virtue signalling", "warm words", "window dressing",
))  # fmt: skip


def sought(wordings: Sequence[Wording], holds: Callable[[str], bool]) -> set[int]:
    """The places among a question's wordings of those that name what is sought of a subject, which may lack it."""
    return {
        at
        for at, wording in enumerate(wordings)
        if words_of(wording) in _SOUGHT
        if _is_sought_of(wordings[at + 1 :], holds)
        or _is_sought_with(wordings[:at], holds)
        or (words_of(wording) in _PAPERS and _is_found(wordings[:at], holds))
    }


def _is_sought_of(after: Sequence[Wording], holds: Callable[[str], bool]) -> bool:
    """Whether a known subject stands right behind a word that joins ("ON the exclusions ...")."""
    if not after or words_of(after[0]) not in _LINKS:
        return False
    subject = next((one for one in after[1:] if words_of(one) not in ARTICLES), None)
    return subject is not None and _is_found([subject], holds)


def _is_sought_with(before: Sequence[Wording], holds: Callable[[str], bool]) -> bool:
    """Whether a known subject stands before "with" or "have"."""
    if not before or words_of(before[-1]) not in _WITH:
        return False
    subject = next((one for one in reversed(before[:-1]) if says(one)), None)
    return subject is not None and _is_found([subject], holds)


def aspects(wordings: Sequence[Wording], holds: Callable[[str], bool]) -> set[int]:
    """The places among a question's wordings of those that only name an aspect of what stands beside them.

    `holds` tells whether an initiative has a word.
    """
    return {
        at
        for at, wording in enumerate(wordings)
        if (words_of(wording) in _BEFORE and _leads_up(wordings[at + 1 :]))
        or (words_of(wording) in _AFTER and _follows(wordings[:at]))
        or (words_of(wording) in _HOW and (_is_next(wordings[at + 1 :]) or _leads_up(wordings[at + 1 :])))
        or (_is_made(wording, holds) and _is_found(wordings[:at], holds))
        or (_is_manner(wording, holds) and _is_listed_next(wordings[at + 1 :]))
        or (words_of(wording) in _FOR_SHOW and any(map(says, (*wordings[:at], *wordings[at + 1 :]))))
    }


def _is_made(wording: Wording, holds: Callable[[str], bool]) -> bool:
    """Whether a word tells what is made about a subject, and no initiative has any."""
    word = words_of(wording)
    forms = (word, f"{word}s", word.removesuffix("s"), f"{word.removesuffix('ies')}y")
    return stem(word) in _MADE and not any(map(holds, forms))


def _is_found(before: Sequence[Wording], holds: Callable[[str], bool]) -> bool:
    """Whether a subject that the lists or the store know stands right before, more than whom it is for."""
    if not before or not says(before[-1]) or is_whoever(words_of(before[-1])):
        return False
    return before[-1][0] is not None or holds(words_of(before[-1]))


def _is_manner(wording: Wording, holds: Callable[[str], bool]) -> bool:
    """Whether a word that no initiative has looks like what is done with a subject."""
    word = words_of(wording)
    return wording[0] is None and word.endswith("ing") and not any(map(holds, (word, *bases(word))))


def _is_listed_next(after: Sequence[Wording]) -> bool:
    """Whether a subject that the lists know, no people, stands right behind."""
    while after and words_of(after[0]) in _BETWEEN:
        after = after[1:]
    return bool(after) and after[0][0] is not None and says(after[0]) and not is_person(words_of(after[0]))


def _is_next(after: Sequence[Wording]) -> bool:
    """Whether a subject stands right behind, perhaps with an article."""
    if after and words_of(after[0]) in ARTICLES:
        after = after[1:]
    return bool(after) and says(after[0])


def _leads_up(after: Sequence[Wording]) -> bool:
    """Whether a subject follows behind a word that joins ("delays IN diagnosis")."""
    return bool(after) and words_of(after[0]) in _LINKS and any(map(says, after[1:]))


def _follows(before: Sequence[Wording]) -> bool:
    """Whether a subject that the lists know stands right before."""
    return bool(before) and before[-1][0] is not None and says(before[-1])
