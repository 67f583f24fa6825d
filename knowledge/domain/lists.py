"""The lists that an admin edits, as one value: register, towns, themes, synonyms, places, signposts."""

from __future__ import annotations

from dataclasses import dataclass, field

from knowledge.domain.authority import Place, Register
from knowledge.domain.initiative import Theme


@dataclass(frozen=True, slots=True)
class Synonym:
    """Ways of saying the same thing: a question with one of `words` also finds those in `finds`.

    What is found so counts `weight` (0 to 1) of an exact word. Two-way entries have `words == finds`.
    `hidden` wording (out of date, or hurtful) is understood but never shown. `about` marks `words` for what all of the
    store is about, `things` those that are things of their own, which what others find for them does not name; they
    find nothing by that. `joins` tells that `words` say all of `finds` at once.
    """

    words: tuple[str, ...]
    finds: tuple[str, ...]
    weight: float = 0.9
    hidden: bool = False
    about: bool = False
    things: bool = False
    joins: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One step of a sentence: any of `words`, right behind the last step or, where `apart`, a few words further on."""

    words: tuple[str, ...]
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """A way of telling of harm, step by step; it is none right behind one of `unless` ("when a colleague ...")."""

    parts: tuple[Part, ...]
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signpost:
    """Help named first when a question holds one of `words` or of `told`; `links` are (label, https address)."""

    words: tuple[str, ...]
    text: str
    links: tuple[tuple[str, str], ...] = ()
    told: tuple[Telling, ...] = ()


@dataclass(frozen=True, slots=True)
class Towns:
    """Towns and neighbourhoods in which the authority of this register name runs children's services."""

    authority: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormerAuthority:
    """One that a reorganisation ended; `successors` are the register names of those that run its services now.

    Its names are aliases of every successor, so that a question by an old name is answered for all of them.
    """

    name: str
    successors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lists:
    """All of them together; `themes` is in the order shown."""

    register: Register = field(default_factory=Register)
    themes: tuple[Theme, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    places: tuple[Place, ...] = ()
    signposts: tuple[Signpost, ...] = ()
    former: tuple[FormerAuthority, ...] = ()
    towns: tuple[Towns, ...] = ()

    def renamed_themes(self) -> dict[str, str]:
        """Slug by former slug or name; never one that a theme has now."""
        now = {theme.slug for theme in self.themes}
        return {old: theme.slug for theme in self.themes for old in theme.was if old not in now}
