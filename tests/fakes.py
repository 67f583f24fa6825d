"""Small real classes that stand in for the store and the search where a test is about something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.payloads.asked import Place
from bot.views.kit.blocks import SlackMessage
from knowledge.domain.changes import StoreChanges
from knowledge.domain.initiative import Initiative
from knowledge.domain.lists import Lists
from knowledge.domain.member import Member
from knowledge.domain.query import Found, Intent, Match, Query, Suggestion
from tests.factories import LISTS

#: What the log of changes says of other lists; no id holds a space.
_LISTS = "the lists"


class FakeStore:
    """Initiatives in memory; every change is one more revision."""

    def __init__(self, *initiatives: Initiative, lists: Lists = LISTS) -> None:
        self.held = {initiative.id: initiative for initiative in initiatives}
        self.log: list[str] = []
        self._lists = lists

    def put(self, initiative: Initiative) -> None:
        self.held[initiative.id] = initiative
        self.log.append(initiative.id)

    def remove(self, id: str) -> None:
        del self.held[id]
        self.log.append(id)

    def take_lists(self, lists: Lists) -> None:
        """Hold other lists from now on."""
        self._lists = lists
        self.log.append(_LISTS)

    def revision(self) -> int:
        return 1 + len(self.log)

    def initiatives(self) -> Iterator[Initiative]:
        yield from list(self.held.values())

    def get(self, ids: Sequence[str]) -> Mapping[str, Initiative]:
        return {id: self.held[id] for id in ids if id in self.held}

    def lists(self) -> Lists:
        return self._lists

    def changes(self, since: int) -> StoreChanges | None:
        logged = dict.fromkeys(self.log[since - 1 :])
        touched = [id for id in logged if id != _LISTS]
        return StoreChanges(
            self.revision(),
            changed=tuple(id for id in touched if id in self.held),
            removed=tuple(id for id in touched if id not in self.held),
            lists=_LISTS in logged,
        )


class FakeSearch:
    """Finds initiatives whose title holds the question, letter by letter."""

    built = 0

    def __init__(self, initiatives: Iterable[Initiative], lists: Lists) -> None:
        type(self).built += 1
        self._held = {initiative.id: initiative for initiative in initiatives}

    def understand(self, text: str) -> Query:
        return Query(text, intent=Intent.FIND, words=tuple(text.split()))

    def find(self, query: Query, *, member: Member, limit: int, offset: int = 0) -> Found:
        wanted = query.text.removeprefix("theme:").lower()
        ids = [
            one.id
            for one in self._held.values()
            if (wanted in one.title.lower() or wanted in one.themes) and member.may_see(one)
        ]
        page = tuple(Match(id, 0.9) for id in ids[offset : offset + limit])
        instead = () if ids else (Suggestion("browse", "Browse all themes"),)
        return Found(len(ids), page, instead, explain=lambda: [(f"title: {wanted}",)] * len(page))

    def authorities(self, member: Member) -> list[str]:
        return sorted({one.authority for one in self._held.values() if member.may_see(one)})

    def apply(self, changed: Iterable[Initiative], removed: Iterable[str]) -> None:
        for id in removed:
            self._held.pop(id, None)
        self._held.update((one.id, one) for one in changed)


class RecordingReplies:
    """Notes what would be sent; raises `error` instead while it is set."""

    def __init__(self) -> None:
        self.sent: list[tuple[Place, SlackMessage]] = []
        self.error: Exception | None = None

    def answer(self, place: Place, message: SlackMessage) -> None:
        if self.error:
            raise self.error
        self.sent.append((place, message))

    def private(self, place: Place, message: SlackMessage) -> None:
        self.answer(place, message)
