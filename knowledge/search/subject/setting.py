"""Where and with what all of this work is done ("... in children's services", "... with no money").

Behind a subject that tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.search.language.spans import is_within
from knowledge.search.subject.framing import Wording, says, words_of
from knowledge.search.subject.whoever import is_of_people

_SETTING = re.compile(
    r"""\b(?:in|within|across|throughout) \ (?:(?:an?|the|our|my|your|any|all|other)\ )*
    (?: child(?:ren)?(?:['’]?s)? (?:\ (?:and|&)\ (?:young\ people|family|families)(?:['’]?s)?)?
        \ (?:services?|social\ care|social\ services|departments?)
      | social\ (?:services|care) | local\ (?:authorit(?:y|ies)|government)
      | (?:(?:small|large|big|shire|metropolitan|two[-\ ]tier)\ |new\ (?=unitary|council|authority)|unitary\ )+
        (?:authority|council|county|borough|district)
    )\b
    | \bdespite\ (?:the\ |all\ the\ )?(?:budget\ )?cuts\b
    | (?P<means>\b(?:(?:with|on|at|despite)\ (?:(?:an?|such|our|so|very|really|hardly|next\ to|almost)\ )*
            (?:no|little|limited|small|tiny|tight|few|zero|minimal|reduced|scarce|low)
            | without\ (?:(?:any|an?|much|extra|additional|new)\ )+)
        \ ?(?:money|cash|budgets?|funding|funds|resources?|capacity|time|costs?|staff(?:ing)?)\b)""",
    re.IGNORECASE | re.VERBOSE,
)


def setting(wordings: Sequence[Wording], text: str) -> set[int]:
    """The places among the wordings of the question `text` of those that only say where and with what it is done."""
    places = [(those[0].start, those[-1].end) for _, those in wordings]
    subject = min((start for (start, _), one in zip(places, wordings, strict=True) if says(one)), default=len(text))
    # "Families with no money" is about these: it is their own.
    people = {end for (_, end), one in zip(places, wordings, strict=True) if is_of_people(words_of(one))}
    told = [
        found.span()
        for found in _SETTING.finditer(text, subject)
        if not (found["means"] and found.start() - 1 in people)
    ]
    return {at for at, place in enumerate(places) if is_within(place, told)}
