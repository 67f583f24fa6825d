"""Where and with what all of this work is done ("... in children's services", "... with no money").

Behind a subject that tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.search.framing import Wording, says

_SETTING = re.compile(
    r"""\b(?:in|within|across|throughout) \ (?:(?:an?|the|our|my|your|any|all|other)\ )*
    (?: child(?:ren)?(?:['’]?s)? (?:\ (?:and|&)\ (?:young\ people|family|families)(?:['’]?s)?)?
        \ (?:services?|social\ care|social\ services|departments?)
      | social\ (?:services|care) | local\ (?:authorit(?:y|ies)|government)
      | (?:(?:small|large|big|new|shire|unitary|metropolitan|two[-\ ]tier)\ )+
        (?:authority|council|county|borough|district|unitary|city|town)
    )\b
    | \bdespite\ (?:the\ |all\ the\ )?(?:budget\ )?cuts\b
    | \b(?:with|on|at|without|despite|for)\ (?:(?:an?|any|such|our|so|very|really|hardly|next\ to|almost)\ )*
    (?:no|any|little|limited|small|tiny|tight|few|extra|zero|minimal|reduced|scarce|low|much)
    \ (?:money|cash|budgets?|funding|funds|resources?|capacity|time|costs?|staff(?:ing)?)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def without_setting(wordings: Sequence[Wording], text: str) -> list[Wording]:
    """The wordings of the question `text` but for those that only say that its subject is one of this field."""
    places = [(those[0].start, those[-1].end) for _, those in wordings]
    subject = min((start for (start, _), one in zip(places, wordings, strict=True) if says(one)), default=len(text))
    told = [found.span() for found in _SETTING.finditer(text, subject)]
    inside = [any(first <= start and end <= last for first, last in told) for start, end in places]
    return [one for one, is_told in zip(wordings, inside, strict=True) if not is_told]
