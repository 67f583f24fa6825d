"""Find: a question in plain words becomes an answer, from an index that follows the store."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from knowledge.domain.initiative import Initiative
from knowledge.domain.lists import Lists
from knowledge.domain.member import ANYONE, Member
from knowledge.domain.query import Answer, Result
from knowledge.errors import NotFound, PracticeError
from knowledge.services.gaps import GapNotes, Recognised
from knowledge.services.ports import InitiativeReader, Search, SearchBuilder
from knowledge.services.signposts import Signposts

log = logging.getLogger(__name__)

#: Results on one page of an answer: what fits a Slack message without scrolling far.
PAGE = 5
#: Indexes that are waited for one after another where the lists change again meanwhile; others may be none the sooner.
MADE_AT_MOST = 3


@dataclass(frozen=True, slots=True)
class _Index:
    """All that answers come from, put in the place of what was before at once.

    `revision`, `lists` and `signposts` are those of the store. `search` and `recognised` were made of the same lists,
    unless `behind` says that those changed, or too much else, since: then others are being made.
    """

    revision: int
    lists: Lists
    signposts: Signposts
    search: Search
    recognised: Recognised
    behind: bool = False


class Find:
    """Answers questions and opens single initiatives. Safe to call from many threads at once.

    Single changes are found by whoever asks next. A new index, for other lists or a great many changes, is made in the
    background, and questions are answered from the old one meanwhile; only the very first is waited for.
    """

    def __init__(self, reader: InitiativeReader, build: SearchBuilder, *, gaps: GapNotes | None = None) -> None:
        self._reader = reader
        self._build = build
        self._gaps = gaps
        self._changing = threading.Lock()
        self._index: _Index | None = None
        self._builder: threading.Thread | None = None
        self._closed = threading.Event()

    def answer(self, text: str, *, member: Member = ANYONE, limit: int = PAGE, offset: int = 0) -> Answer:
        """Answer a question of any length and content with what `member` may see, `limit` results from `offset` on."""
        index = self._current()
        query = index.search.understand(text)
        found = index.search.find(query, member=member, limit=limit, offset=offset)
        if self._gaps and not found.total:
            with suppress(PracticeError):  # an answer is worth more than a note
                self._gaps.note(index.recognised.of(query))
        held = self._reader.get([match.id for match in found.matches])
        # The store may know by now that this is for others.
        initiatives = {id: one for id, one in held.items() if member.may_see(one)}
        results = tuple(
            Result(initiatives[match.id], match.score, why)
            for match, why in zip(found.matches, found.explain(), strict=True)
            if match.id in initiatives
        )
        return Answer(
            query,
            found.total,
            results,
            found.suggestions,
            offset,
            index.signposts.of(text),
            found.partly,
            found.unnamed(),
            found.having_nothing,
            found.out_of_time,
        )

    def open(self, id: str, *, member: Member = ANYONE, keeper: bool = False) -> Initiative:
        """The initiative with this id; `NotFound`, in words, when it is gone or not for this member.

        `keeper`: they look after it, and so see it whoever else may.
        """
        initiative = self._reader.get([id]).get(id)
        if initiative is None or not (keeper or member.may_see(initiative)):
            raise NotFound("This initiative is no longer in the store. Ask again to see what is there now.")
        return initiative

    def themes(self, *, member: Member = ANYONE) -> tuple[tuple[str, str, int], ...]:
        """Each theme that has initiatives `member` may see: (slug, name, how many), in the order of the list."""
        index = self._current()
        counted = ((one, _count(index.search, f"theme:{one.slug}", member)) for one in index.lists.themes)
        return tuple((one.slug, one.name, number) for one, number in counted if number)

    def authorities(self, *, member: Member = ANYONE) -> Sequence[str]:
        """The names of those that have initiatives `member` may see, in their order."""
        return self.search().authorities(member)

    @property
    def lists(self) -> Lists:
        """The lists as they stand in the store now."""
        return self._current().lists

    def search(self) -> Search:
        """The index, with every single change to the store that any process made."""
        return self._current().search

    def catch_up(self, seconds: float) -> bool:
        """Wait until the index is made of the store as it stands now, this long at most; returns whether it is."""
        until = time.monotonic() + seconds
        for _ in range(MADE_AT_MOST):
            if not self._current().behind:
                return True
            if (builder := self._builder) is not None:
                builder.join(max(until - time.monotonic(), 0))
        return not self._current().behind

    def close(self) -> None:
        """End what is going on in the background; answers still come from the index as it is."""
        self._closed.set()
        with self._changing:
            builder = self._builder
        if builder is not None:
            builder.join()

    def _current(self) -> _Index:
        revision = self._reader.revision()
        index = self._index
        if index is not None and index.revision == revision and not index.behind:
            return index
        with self._changing:
            index = self._index
            if index is None:
                index = self._built()
            elif index.revision != revision:
                index = self._followed(index, revision)
            self._index = index
            if index.behind:
                self._build_anew()
            return index

    def _followed(self, index: _Index, revision: int) -> _Index:
        """The index with what changed in the store since; behind where another has to be made for that."""
        changes = self._reader.changes(index.revision)
        if changes is None:
            return self._listed(replace(index, revision=revision, behind=True))
        changed = self._reader.get(changes.changed)
        gone = [*changes.removed, *(id for id in changes.changed if id not in changed)]
        index.search.apply(changed.values(), gone)
        index = replace(index, revision=changes.revision)
        return self._listed(replace(index, behind=True)) if changes.lists else index

    def _listed(self, index: _Index) -> _Index:
        lists = self._reader.lists()
        return replace(index, lists=lists, signposts=Signposts(lists.signposts))

    def _build_anew(self) -> None:
        if self._closed.is_set() or (self._builder is not None and self._builder.is_alive()):
            return
        self._builder = threading.Thread(target=self._replace, name="index")
        self._builder.start()

    def _replace(self) -> None:
        try:
            built = self._built()
        except _Closed:
            return
        except Exception as error:
            # Whoever asks next has it tried again.
            log.error("the index could not be made anew, and answers come from the old one: %s", type(error).__name__)
            return
        with self._changing:
            self._index = built

    def _built(self) -> _Index:
        # The revision is taken before reading: a change in between is simply read again next time.
        revision = self._reader.revision()
        lists = self._reader.lists()
        search = self._build(self._initiatives(), lists)
        return _Index(revision, lists, Signposts(lists.signposts), search, Recognised(lists))

    def _initiatives(self) -> Iterator[Initiative]:
        for initiative in self._reader.initiatives():
            if self._closed.is_set() and self._index is not None:
                raise _Closed
            yield initiative


class _Closed(Exception):
    """Nobody waits any more for what is made in the background."""


def _count(search: Search, text: str, member: Member) -> int:
    return search.find(search.understand(text), member=member, limit=0).total
