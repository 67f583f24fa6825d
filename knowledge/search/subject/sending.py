"""Whether "send" is what people do, or what is short for special educational needs."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.search.language.text import Token
from knowledge.search.subject.whoever import is_person

#: Beside these, "send" is the verb.
_SENT = frozenset("me us it them out over on our my your their his her a an the this these those".split())  # noqa: SIM905
_SENDERS = frozenset(
    "please pls plz you someone somebody anyone anybody i we they who".split()  # noqa: SIM905
)
_SENDERS_OF_PEOPLE = frozenset("police schools courts councils".split())  # noqa: SIM905


def is_a_verb(left: Sequence[Token], at: int) -> bool:
    """Whether "send" is the verb ("please send me"), and not what is short for special educational needs."""
    if left[at].shouted:
        return False
    after, before = left[at + 1 : at + 2], left[max(at - 1, 0) : at]
    if any(one.word in _SENDERS_OF_PEOPLE for one in before) and any(is_person(one.word) for one in after):
        return True
    return any(one.word in _SENT for one in after) or any(one.word in _SENDERS for one in before)
