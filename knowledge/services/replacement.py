"""Who is named in somebody's place: checked as a form is."""

from __future__ import annotations

from dataclasses import replace

from knowledge.domain.checks import check
from knowledge.domain.content import cleaned, content_of
from knowledge.domain.initiative import Contact, Initiative
from knowledge.domain.lists import Lists
from knowledge.domain.removal import RemovedNames
from knowledge.errors import Refused

_NOBODY = "Say who is to be named instead: a name, a role, a team or a way to reach them."


def checked_replacement(to: Contact, initiative: Initiative, lists: Lists, removed: RemovedNames) -> Contact:
    """`to` as it is to be named on `initiative`.

    Raises Refused, with every problem, when it names nobody, is wrong in a field, or asked not to be named.
    """
    content = cleaned(replace(content_of(initiative), contacts=(to,)))
    problems = [one for one in check(content, lists, removed) if (one.field or "").startswith("contacts")]
    if problems or not content.contacts:
        raise Refused(_NOBODY, problems)
    return content.contacts[0]
