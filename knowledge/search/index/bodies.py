"""Words that only tell what kind of body a name is of ("NHS Trust"): they say nothing of the work."""

from __future__ import annotations

import re

from knowledge.search.language.english import STOP
from knowledge.search.language.stems import is_as_it_stands

#: Those that mean something else by themselves: the trust of families, a child in care. "Board" or "service" do not.
KINDS = frozenset(("trust", "trusts", "cic"))
_WRITTEN = re.compile(r"(?<!\w)(?:trusts?|cic)(?!\w)", re.IGNORECASE)
#: The word of a name right before it.
_NAME = re.compile(r"([A-Z][\w'’&.-]*)\s+\Z")
#: What stands behind the trust of somebody, in a title in capitals too ("Parents' Trust in Schools").
_IN_SOMEBODY = re.compile(r"\s+(?:in|with|between)\b|\s+and\s+confidence\b", re.IGNORECASE)
_FOLLOWED = re.compile(r"\s+(\w+)")
#: A name's last word is found in so many characters before it.
_NEAR = 60


def of_names(text: str) -> list[bool]:
    """For each word of `KINDS` in a text, in order, whether it only ends a body's name there."""
    return [_ends_a_name(text, found) for found in _WRITTEN.finditer(text)]


def _ends_a_name(text: str, found: re.Match[str]) -> bool:
    name = _NAME.search(text, max(found.start() - _NEAR, 0), found.start())
    if name is None or not found[0][0].isupper():
        return False
    if found[0] == "CIC":
        # "Hackney CIC team" works with children in care.
        behind = _FOLLOWED.match(text, found.end())
        return behind is None or behind[1] in STOP
    before = name[1].lower()
    done = before.endswith("ing") and not is_as_it_stands(before)
    return found[0].istitle() and not done and not _IN_SOMEBODY.match(text, found.end())
