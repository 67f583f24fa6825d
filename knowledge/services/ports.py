"""What the services need of the store and of the search, said as Protocols, so that either can be replaced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from knowledge.domain.authority import Authority
from knowledge.domain.changes import StoreChanges
from knowledge.domain.initiative import Initiative
from knowledge.domain.lists import Lists
from knowledge.domain.member import Member
from knowledge.domain.query import Found, Query


class InitiativeReader(Protocol):
    """The published initiatives and the lists, as they stand now."""

    def revision(self) -> int:
        """A number that grows with every change to initiatives or lists by any process; one cheap statement."""
        ...

    def initiatives(self) -> Iterator[Initiative]:
        """Every published initiative, in a stable order, in bounded memory."""
        ...

    def get(self, ids: Sequence[str]) -> Mapping[str, Initiative]:
        """Those of `ids` that are published, by id."""
        ...

    def lists(self) -> Lists:
        """The lists as last reloaded."""
        ...

    def changes(self, since: int) -> StoreChanges | None:
        """What changed after revision `since`; None when that is no longer known and everything must be read again."""
        ...


class Search(Protocol):
    """An index over the initiatives: understands questions and ranks answers. Read by many threads at once."""

    def understand(self, text: str) -> Query:
        """Read a question of any length and content; never raises."""
        ...

    def find(self, query: Query, *, member: Member, limit: int, offset: int = 0) -> Found:
        """The best initiatives that `member` may see, best first; none, with suggestions, when nothing fits."""
        ...

    def authorities(self, member: Member) -> Sequence[str]:
        """The register names of those that have initiatives which `member` may see, in their order."""
        ...

    def apply(self, changed: Iterable[Initiative], removed: Iterable[str]) -> None:
        """Take over single changes; readers see the index before or after, never between."""
        ...


class SearchBuilder(Protocol):
    """Builds a `Search` in one pass over the initiatives."""

    def __call__(self, initiatives: Iterable[Initiative], lists: Lists) -> Search: ...


class FormOffers(Protocol):
    """What the form for sharing offers while it is filled in."""

    def authorities(self, typed: str, *, limit: int = 100) -> Sequence[Authority]:
        """Those of the register that `typed` may be the beginning of, the likeliest first; all for nothing typed."""
        ...

    def themes(self, text: str) -> Sequence[str]:
        """The slugs of the themes that a text is about, the likeliest first."""
        ...
