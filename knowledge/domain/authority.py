"""The register: every authority and body that practice can come from, and the places they lie in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Protocol

from knowledge.domain.text import fold


class AuthorityKind(StrEnum):
    """Whether it runs children's services, or stands beside those who do."""

    AUTHORITY = "authority"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Authority:
    """One that runs children's services, or a national or regional body beside them.

    `name` is the register name and identifies it; `code` is its ONS code, None where it has none.
    """

    name: str
    official: str
    nation: str
    region: str | None = None
    code: str | None = None
    aliases: tuple[str, ...] = ()
    kind: AuthorityKind = AuthorityKind.AUTHORITY

    def names(self) -> tuple[str, ...]:
        """Every way of writing it, the register name first, each once."""
        every = (self.name, self.official, *self.aliases, *([self.code] if self.code else []))
        return tuple(dict.fromkeys(every))


@dataclass(frozen=True, slots=True)
class Place:
    """A region or nation that a question can name ("Welsh councils"); `kind` is "region" or "nation".

    Of the kind "area" is what people call the part of the country where these `authorities`, by their register names,
    run children's services ("Merseyside"). Of the kind "everywhere" are `words` for the whole country, which narrow
    nothing; of the kind "other" such in which the name of a place means something else ("Duke of Edinburgh's Award").
    """

    name: str
    kind: str
    words: tuple[str, ...] = ()
    authorities: tuple[str, ...] = ()


@dataclass(frozen=True)
class Register:
    """All authorities and bodies, found by any of their names."""

    authorities: tuple[Authority, ...] = ()

    def __iter__(self) -> Iterator[Authority]:
        return iter(self.authorities)

    def __len__(self) -> int:
        return len(self.authorities)

    @cached_property
    def _by_name(self) -> dict[str, tuple[Authority, ...]]:
        found: dict[str, dict[str, Authority]] = {}
        for authority in self.authorities:
            for name in authority.names():
                found.setdefault(fold(name), {})[authority.name] = authority
        return {name: tuple(those.values()) for name, those in found.items()}

    @cached_property
    def _by_register_name(self) -> dict[str, Authority]:
        return {authority.name: authority for authority in self.authorities}

    def get(self, name: str) -> Authority | None:
        """The authority whose register name is exactly `name`."""
        return self._by_register_name.get(name)

    def called(self, name: str) -> tuple[Authority, ...]:
        """Those with this name, official name, alias or code, whatever its case and punctuation.

        Several share some aliases. A register name wins over other authorities' aliases ("Westminster" is Westminster).
        """
        found = self._by_name.get(fold(name), ())
        exact = tuple(one for one in found if fold(one.name) == fold(name))
        return exact or found

    @classmethod
    def of(cls, authorities: Iterable[Authority]) -> Register:
        """The register of these, in this order."""
        return cls(tuple(authorities))


class AuthorityMatcher(Protocol):
    """Finds authorities by names that may be misspelt; implemented in `knowledge/search`, used by `importing`."""

    def match(self, text: str) -> Sequence[Authority]:
        """Those whose whole name is `text`, exactly or with a slip; several for a shared alias, none if unsure."""
        ...

    def nearest(self, text: str, *, limit: int = 3) -> Sequence[Authority]:
        """Those whose names look most like `text`, best first: suggestions to offer, never an answer."""
        ...
