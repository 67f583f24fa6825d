"""Who somebody is, as it is compared and kept: a name, an address or a Slack user, and the keyed hash of it."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.domain.text import Folded, folded

#: Said before or after a name but no part of it.
_TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady cllr councillor rev reverend revd obe mbe cbe".split()  # noqa: SIM905
)
#: Where one of these stands in small letters as a name, it is no person's: "the practice team", "head of practice".
_NO_PERSON = frozenset(
    "the a an of and for in with team service office council lead head manager director officer worker".split()  # noqa: SIM905
)


class Identity(StrEnum):
    """What a hash was made of."""

    NAME = "name"
    EMAIL = "email"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class RemovedHash:
    """One thing that must not come back.

    `words` is how many words to look for in texts, 0 for none. Below 0, as many are looked for where they begin with
    a small letter too: the name of who writes it so.
    """

    hash: str
    words: int = 0


def name_key(name: str) -> str:
    """A name as it is compared: folded, without titles, "Example, Ada" the other way round."""
    return " ".join(part.word for part in _parts(_turned(name)))


def _turned(name: str) -> str:
    before, comma, after = name.partition(",")
    return f"{after} {before}" if comma and after.strip() else name


def _parts(turned: str) -> list[Folded]:
    parts = folded(turned)
    return [part for part in parts if part.word not in _TITLES] or parts


def begins_a_name(letter: str) -> bool:
    """Whether a name may begin with it: a capital, or a letter of a script that has none."""
    return letter.isalpha() and not letter.islower()


class Hasher:
    """Makes keyed hashes (HMAC-SHA256), so that nobody without the key can try names against what is kept.

    `keys` are newest first: the newest makes what is kept, what any of them made is recognised.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        if not keys:
            raise ValueError("at least one key is needed")
        self._keys = [hashlib.sha256(b"names taken off:" + key.encode()).digest() for key in keys]

    def kept(self, identity: Identity, value: str) -> RemovedHash:
        """What is kept of something that must not come back."""
        hash_ = self._made(self._keys[0], identity, _compared(identity, value))
        turned = _turned(value)
        parts = _parts(turned) if identity is Identity.NAME else []
        # A single word ("Grace") may be a name or not: it is recognised as a contact's name, not within texts.
        if len(parts) < 2:
            return RemovedHash(hash_)
        small = not begins_a_name(turned[parts[0].start]) and _NO_PERSON.isdisjoint(part.word for part in parts)
        return RemovedHash(hash_, -len(parts) if small else len(parts))

    def possible(self, identity: Identity, value: str) -> tuple[str, ...]:
        """Every hash that may have been kept of `value`."""
        text = _compared(identity, value)
        return tuple(self._made(key, identity, text) for key in self._keys)

    def done(self, key: str) -> tuple[str, ...]:
        """Every hash that may have been kept of the key of something a member did, which holds who they are."""
        return tuple(self._made(each, "done", key) for each in self._keys)

    @staticmethod
    def _made(key: bytes, identity: str, text: str) -> str:
        return hmac.digest(key, f"{identity}:{text}".encode(), "sha256").hex()


def _compared(identity: Identity, value: str) -> str:
    if identity is Identity.NAME:
        return name_key(value)
    return value.strip().casefold() if identity is Identity.EMAIL else value
