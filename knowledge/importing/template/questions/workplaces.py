"""Where a contact works, as forms and signatures ask it: the team that somebody is part of, and the office."""

from __future__ import annotations

import re

#: "Team: Fostering".
WORKS_IN = re.compile(
    r"^(?:(?:job |your |their |lead )?(?:team|department|dept|directorate|division|service(?: area)?|section|unit"
    r"|business unit|office|team/service|service/team))\s*(?::|\s[–—-]\s)\s*(?P<team>[^@:]+)$",
    re.I,
)
#: "Office address: ...".
OFFICE_LABEL = re.compile(
    r"^(?:(?:office|work|postal|business|our|full|contact)\s)?(?:address|location|based(?: at)?|base)"
    r"\s*[:–-]\s*",
    re.I,
)


def asks_for_workplace(label: str) -> bool:
    """Whether a label asks for a team or an office, which is part of a contact only where one stands before it."""
    return WORKS_IN.match(f"{label}: x") is not None or OFFICE_LABEL.match(f"{label}: x") is not None
