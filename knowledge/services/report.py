"""Report: what the store covers, what is out of date in it, and what people asked for that it does not hold."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol

from knowledge.domain.authority import Authority, AuthorityKind
from knowledge.domain.gap import Gap
from knowledge.domain.initiative import Category, Initiative
from knowledge.domain.lists import Lists
from knowledge.domain.member import Member
from knowledge.domain.permissions import Action, require
from knowledge.domain.report import NO_REGION, Coverage, NamedInitiative, Opened, Report, Some
from knowledge.domain.unanswered import Unanswered
from knowledge.domain.upkeep import Counted
from knowledge.services.ports import InitiativeReader

#: What was last checked or confirmed longer ago than this is out of date: people change posts, projects end.
OUT_OF_DATE = timedelta(days=365)
#: How far back opened initiatives are counted: a quarter, the rhythm in which networks meet.
COUNTED_BACK = timedelta(days=91)
#: Initiatives named for each thing that is missing; their number is said in any case.
NAMED = 50
#: Most-opened initiatives that are named.
MOST_OPENED = 10


class UsageCounts(Protocol):
    """How often initiatives were shown and opened."""

    def counts(self, initiatives: Sequence[str], since: date) -> Mapping[str, Counted]:
        """By id, in the weeks that began on or after that day."""
        ...


class ShownGaps(Protocol):
    """What was not found."""

    def shown(self) -> tuple[Gap, ...]:
        """What may be shown of it."""
        ...


class SentQuestions(Protocol):
    """Questions that people sent to the admins."""

    def waiting(self) -> tuple[Unanswered, ...]:
        """Those that nobody dealt with, oldest first."""
        ...


class Reporting:
    """Goes through the whole store once, keeping ids and counts of it, no texts."""

    def __init__(
        self,
        reader: InitiativeReader,
        *,
        usage: UsageCounts,
        gaps: ShownGaps,
        sent: SentQuestions,
        today: Callable[[], date],
    ) -> None:
        self._reader = reader
        self._sent = sent
        self._usage = usage
        self._gaps = gaps
        self._today = today

    def for_admin(self, member: Member) -> Report:
        """The report, for an admin of the whole store; NotAllowed for anybody else."""
        require(member, Action.READ_REPORT)
        return self.report()

    def report(self) -> Report:
        """The report as of today."""
        lists, today = self._reader.lists(), self._today()
        counts = _Counts(lists, since=today - OUT_OF_DATE)
        for initiative in self._reader.initiatives():
            counts.add(initiative)
        authorities = [one for one in lists.register if one.kind is AuthorityKind.AUTHORITY]
        return Report(
            initiatives=counts.everywhere.total,
            authorities=tuple(tally.coverage(name, counts.register.get(name)) for name, tally in counts.by_authority()),
            regions=tuple(tally.coverage(name, None) for name, tally in sorted(counts.regions.items())),
            uncovered=tuple(one.name for one in authorities if one.name not in counts.authorities),
            categories={category: counts.everywhere.categories[category] for category in Category},
            themes={theme.slug: counts.everywhere.themes[theme.slug] for theme in lists.themes},
            theme_names={theme.slug: theme.name for theme in lists.themes},
            missing_themes=tuple(one.slug for one in lists.themes if not counts.everywhere.themes[one.slug]),
            stale=counts.stale.some(),
            unowned=counts.unowned.some(),
            unconfirmed=counts.unconfirmed.some(),
            opened=self._opened(counts.ids, today - COUNTED_BACK),
            gaps=self._gaps.shown(),
            sent_to_admins=self._sent.waiting(),
        )

    def _opened(self, ids: Sequence[str], since: date) -> tuple[Opened, ...]:
        counted = self._usage.counts(ids, since)
        most = heapq.nsmallest(
            MOST_OPENED,
            ((-counted[id_].opened, -counted[id_].shown, id_) for id_ in counted if counted[id_].opened),
        )
        held = self._reader.get([id_ for _, _, id_ in most])
        return tuple(Opened(_named(held[id_]), -shown, -opened) for opened, shown, id_ in most if id_ in held)


@dataclass(slots=True)
class _Tally:
    """Initiatives counted together."""

    total: int = 0
    categories: Counter[Category] = field(default_factory=Counter)
    themes: Counter[str] = field(default_factory=Counter)

    def add(self, initiative: Initiative) -> None:
        self.total += 1
        self.categories.update(initiative.categories)
        self.themes.update(initiative.themes)

    def coverage(self, name: str, authority: Authority | None) -> Coverage:
        return Coverage(
            name=name,
            total=self.total,
            categories={category: self.categories[category] for category in Category},
            themes=dict(sorted(self.themes.items())),
            region=authority.region if authority else None,
            nation=authority.nation if authority else None,
        )


class _Longest:
    """How many there are, and those of them that wait longest (never at all first)."""

    def __init__(self) -> None:
        self._total = 0
        self._waiting: list[tuple[date, str, NamedInitiative]] = []

    def add(self, named: NamedInitiative) -> None:
        self._total += 1
        self._waiting.append((named.day or date.min, named.id, named))
        if len(self._waiting) > 2 * NAMED:
            self._waiting = heapq.nsmallest(NAMED, self._waiting)

    def some(self) -> Some:
        return Some(self._total, tuple(named for _, _, named in heapq.nsmallest(NAMED, self._waiting)))


class _Counts:
    """Everything that is counted on the way through the store."""

    def __init__(self, lists: Lists, *, since: date) -> None:
        self.register = {one.name: one for one in lists.register}
        self.everywhere = _Tally()
        self.authorities: dict[str, _Tally] = {}
        self.regions = {one.region: _Tally() for one in lists.register if one.region}
        self.stale, self.unowned, self.unconfirmed = _Longest(), _Longest(), _Longest()
        self.ids: list[str] = []
        self._since = since

    def add(self, initiative: Initiative) -> None:
        authority = self.register.get(initiative.authority)
        region = (authority.region if authority else None) or NO_REGION
        for tally in (
            self.everywhere,
            self.authorities.setdefault(initiative.authority, _Tally()),
            self.regions.setdefault(region, _Tally()),
        ):
            tally.add(initiative)
        self.ids.append(initiative.id)
        if self._is_old(initiative.checked):
            self.stale.add(_named(initiative, initiative.checked))
        confirmed = _latest(contact.confirmed for contact in initiative.contacts)
        if not initiative.contacts:
            self.unowned.add(_named(initiative))
        elif self._is_old(confirmed):
            self.unconfirmed.add(_named(initiative, confirmed))

    def by_authority(self) -> list[tuple[str, _Tally]]:
        return sorted(self.authorities.items(), key=lambda one: (-one[1].total, one[0]))

    def _is_old(self, day: date | None) -> bool:
        return day is None or day < self._since


def _named(initiative: Initiative, day: date | None = None) -> NamedInitiative:
    return NamedInitiative(initiative.id, initiative.title, initiative.authority, day)


def _latest(days: Iterable[date | None]) -> date | None:
    return max((day for day in days if day), default=None)
