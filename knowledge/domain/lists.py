"""The lists that an admin edits, as one value: register, themes, synonyms, places, signposts."""

from __future__ import annotations

from dataclasses import dataclass, field

from knowledge.domain.authority import Place, Register
from knowledge.domain.initiative import Theme


@dataclass(frozen=True, slots=True)
class Synonym:
    """Ways of saying the same thing: a question with one of `words` also finds those in `finds`.

    What is found so counts `weight` (0 to 1) of an exact word. Two-way entries have `words == finds`.
    `hidden` wording (out of date, or hurtful) is understood but never shown.
    """

    words: tuple[str, ...]
    finds: tuple[str, ...]
    weight: float = 0.9
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Signpost:
    """Help named first when a question holds one of `words`; `links` are (label, https address)."""

    words: tuple[str, ...]
    text: str
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Lists:
    """All of them together; `themes` is in the order shown."""

    register: Register = field(default_factory=Register)
    themes: tuple[Theme, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    places: tuple[Place, ...] = ()
    signposts: tuple[Signpost, ...] = ()
