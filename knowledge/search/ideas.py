"""What a question is about, ready to be looked up: ideas, each with all the ways of saying it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from knowledge.domain.authority import Authority, Place
from knowledge.domain.query import Query


class Kind(StrEnum):
    """How an alternative is found: the word itself, one of its family, a synonym, or what initiatives are filed under.

    `DISTANT` is a synonym of a synonym. `HINT` is being filed under what wording only hints at: a word of a theme that
    is not its name. Neither is an answer by itself.
    """

    EXACT = "exact"
    FAMILY = "family"
    SYNONYM = "synonym"
    DISTANT = "distant"
    FILED = "filed"
    HINT = "hint"

    @property
    def is_filed(self) -> bool:
        return self in (Kind.FILED, Kind.HINT)


#: From this weight on, a theme that a wording stands for is shown as understood.
_MEANT = 0.8
#: Kinds of alternatives that say the word itself.
ITSELF = frozenset((Kind.EXACT, Kind.FAMILY))
#: Kinds that are no answer by themselves.
LOOSE = frozenset((Kind.DISTANT, Kind.HINT))
#: A synonym of this weight says the same.
SAME = 0.9
#: One of this weight says just the same as the words themselves: less will do for one idea to be another said again,
#: but the words themselves come first in the order, and a thing of its own is named by no other.
JUST_THE_SAME = 0.95


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way of saying an idea: an index term, what the lists say it counts (0 to 1), how to show it (None: never)."""

    term: str
    weight: float
    kind: Kind
    shown: str | None = None


@dataclass(frozen=True, eq=False)
class Idea:
    """One thing asked for. `label` is how it is shown; `size` counts its words; `light` marks words that say little.

    `optional` marks what is sought of a subject beside it ("what works for ..."): whoever has it comes first, and who
    has the subject alone answers too.

    `parts` are the ideas of the words of a phrase, which count for less when they stand apart. `known` is False for a
    word that nothing here has ever held; `about` marks wording for what all of the store is about, `thing` that for a
    thing of its own, which is not named by what is found for it. `either` are the ideas of which one is enough ("film
    or drama"), `joins` those that it says all at once ("INSET": training, and school staff). Two ideas are the same
    only if they are one object: a `Reader` makes one for each wording and keeps it, and what it matches is remembered
    by it.
    """

    label: str
    alternatives: tuple[Alternative, ...]
    size: float = 1.0
    light: bool = False
    optional: bool = False
    parts: tuple[Idea, ...] = ()
    known: bool = True
    about: bool = False
    thing: bool = False
    either: tuple[Idea, ...] = ()
    joins: tuple[Idea, ...] = ()

    @property
    def each(self) -> tuple[Idea, ...]:
        """The ideas of which one is enough: mostly itself."""
        return self.either or (self,)

    @cached_property
    def plain(self) -> bool:
        """Whether the lists say nothing about it: it is only the word itself and its family."""
        return all(one.kind in ITSELF for one in self.alternatives)

    @cached_property
    def meant(self) -> tuple[Alternative, ...]:
        """The themes and categories that it stands for, so surely that they are shown as understood."""
        return tuple(one for one in self.alternatives if one.kind is Kind.FILED and one.weight >= _MEANT)

    @cached_property
    def filed(self) -> frozenset[str]:
        """The index terms of all that it stands for, or hints at, of what initiatives are filed under."""
        return frozenset(one.term for one in self.alternatives if one.kind.is_filed)

    @cached_property
    def asks_what_came(self) -> bool:
        """Whether it asks for what came of work, in whatever words that is told."""
        return any(one.term == IMPACT_TERM for one in self.alternatives)

    @cached_property
    def by_reason(self) -> tuple[tuple[Alternative, ...], tuple[Alternative, ...], tuple[Alternative, ...]]:
        """The alternatives as they are given as reasons: what is filed, what is worded, what is only loosely meant."""
        kinds = ((Kind.FILED,), (Kind.EXACT, Kind.FAMILY, Kind.SYNONYM), LOOSE)
        filed, worded, loose = (tuple(one for one in self.alternatives if one.kind in those) for those in kinds)
        return filed, worded, loose


def one_of(ideas: Sequence[Idea]) -> Idea:
    """The idea of several of which one is enough; the only one itself."""
    if len(ideas) == 1:
        return ideas[0]
    return Idea(
        " or ".join(idea.label for idea in ideas),
        tuple(one for idea in ideas for one in idea.alternatives),
        max(idea.size for idea in ideas),
        known=any(idea.known for idea in ideas),
        either=tuple(ideas),
    )


def itself(idea: Idea) -> Idea:
    """An idea in its own words, in what says just the same, and as what is filed by its name: without mere hints."""
    same = (Kind.SYNONYM, Kind.FILED)
    kept = (one for one in idea.alternatives if one.kind in ITSELF or (one.kind in same and one.weight >= SAME))
    return Idea(idea.label, tuple(kept), idea.size)


def also(idea: Idea, further: Sequence[Alternative]) -> Idea:
    """An idea with further ways of saying it."""
    if idea.either:
        return one_of([also(one, further) for one in idea.either])
    return replace(idea, alternatives=(*idea.alternatives, *further))


@dataclass(frozen=True, slots=True)
class Reading(Query):
    """A query with the ideas behind its words, and what of it was given as a filter (`only_...`).

    `last` are authorities whose work the asker knows, so that others' comes first.
    `starts` are the numbers of the ideas that begin another subject ("hair and police"); `towns` are those that stand
    for some of its authorities; `outside` the places whose work is not wanted, `unfiled` the index terms of what is
    filed under something that is not (all of them, each time);
    `on_subject` tells whether it says what all of the store is about; `rejected` are the ideas that it rejects, which
    are not to be first.
    """

    ideas: tuple[Idea, ...] = ()
    starts: tuple[int, ...] = ()
    towns: tuple[str, ...] = ()
    outside: tuple[Authority | Place, ...] = ()
    unfiled: tuple[tuple[str, ...], ...] = ()
    last: tuple[Authority, ...] = ()
    only_authorities: bool = False
    only_categories: bool = False
    only_themes: bool = False
    on_subject: bool = False
    rejected: tuple[Idea, ...] = ()

    @property
    def orders_by_time(self) -> bool:
        """Whether it asks for the work of some years, or the newest, first."""
        return self.newest or self.years is not None

    @property
    def only_years(self) -> bool:
        """Whether it asks for nothing but the work of some years."""
        filters = (self.categories, self.themes, self.evidence, self.contact, self.phrases)
        places = (self.authorities, self.regions, self.nations)
        return self.years is not None and all(idea.light for idea in self.ideas) and not any((*filters, *places))

    @property
    def subjects(self) -> list[Reading]:
        """A reading for each of the subjects that it names beside each other, of those that say something."""
        edges = pairwise((0, *self.starts, len(self.ideas)))
        parts = [self.ideas[start:end] for start, end in edges]
        return [
            replace(self, ideas=part, starts=(), on_subject=False)
            for part in parts
            if any(not idea.light for idea in part)
        ]


#: Index terms that stand for what an initiative is filed under, apart from all words.
def theme_term(slug: str) -> str:
    return f"theme/{slug}"


def main_theme_term(slug: str) -> str:
    """For the theme that comes first, which is what an initiative is mostly about."""
    return f"main theme/{slug}"


def category_term(slug: str) -> str:
    return f"category/{slug}"


def evidence_term(slug: str) -> str:
    return f"evidence/{slug}"


#: What an initiative says came of it.
IMPACT_TERM = "stated/impact"


def authority_term(name: str) -> str:
    return f"authority/{name}"


def contact_term(stem: str) -> str:
    return f"contact/{stem}"
