"""Words of a long question beside its subject ("the phone's about to die, is there anything on ...")."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence

from knowledge.search.subject.framing import ARTICLES, FIRST_PERSON, MARK, STRONG_HINGES, Wording, says, words_of
from knowledge.search.subject.whoever import is_whoever

#: A question of fewer words than this has none to spare.
_LONG = 8
#: What begins something else that is told, besides the marks that do.
_GOES_ON = re.compile(
    r"""\s(?=(?:till|until|while|whilst|because|cos|since|before|after|whenever|as|so|to\ help
        |(?:and|but)\ (?:so|my|our|it|its|it['’]s|there|they|she|he|would|wouldn['’]?t|need|have|haven['’]?t|could|can
            |want|never|been))\b)""",
    re.IGNORECASE | re.VERBOSE,
)
#: Whoever asks so asks about what they do themselves ("how do we get barbers to talk about ...").
_MEANS = re.compile(r"\b(?:how|why)\b", re.IGNORECASE)


def asides(wordings: Sequence[Wording], text: str) -> set[int]:
    """The places among the wordings of the question `text` of those that are no part of its subject.

    Where somebody tells of themselves, and names a subject that the lists know behind "on" or "about", these are the
    words that the lists do not know in other clauses, and before that, unless it is asked how they are brought to it.
    """
    typed = [word.strip(".,;:!?").lower().replace("’", "").replace("'", "") for word in text.split()]
    hinge = _before_subject(wordings) if len(typed) >= _LONG and not FIRST_PERSON.isdisjoint(typed) else None
    if hinge is None:
        return set()
    marks = sorted(mark.start() for ends in (MARK, _GOES_ON) for mark in ends.finditer(text))
    clauses = [bisect(marks, those[0].start) for _, those in wordings]
    unknown = [at for at, wording in enumerate(wordings) if wording[0] is None and says(wording)]
    begins = marks[clauses[hinge] - 1] if clauses[hinge] else 0
    leads_up = _MEANS.search(text, begins, wordings[hinge][1][0].start) is None
    return {at for at in unknown if clauses[at] != clauses[hinge] or (leads_up and at < hinge)}


def _before_subject(wordings: Sequence[Wording]) -> int | None:
    """Where "on" or the like stands before a wording that the lists know; None where it does nowhere."""
    for at, wording in enumerate(wordings):
        if wording[0] is None or not says(wording) or is_whoever(words_of(wording)):
            continue
        hinge = at - 1
        while hinge >= 0 and words_of(wordings[hinge]) in ARTICLES:
            hinge -= 1
        if hinge >= 0 and words_of(wordings[hinge]) in STRONG_HINGES:
            return hinge
    return None
