"""Find: a question in plain words becomes an answer, from an index that follows the store."""

from __future__ import annotations

import threading
from contextlib import suppress

from knowledge.domain.initiative import Initiative
from knowledge.domain.lists import Lists, Signpost
from knowledge.domain.member import ANYONE, Member
from knowledge.domain.query import Answer, Result
from knowledge.domain.text import clean, fold
from knowledge.errors import NotFound, PracticeError
from knowledge.services.gaps import GapNotes, Recognised
from knowledge.services.ports import InitiativeReader, Search, SearchBuilder

#: Results on one page of an answer: what fits a Slack message without scrolling far.
PAGE = 5


class Find:
    """Answers questions and opens single initiatives. Safe to call from many threads at once."""

    def __init__(self, reader: InitiativeReader, build: SearchBuilder, *, gaps: GapNotes | None = None) -> None:
        self._reader = reader
        self._build = build
        self._gaps = gaps
        self._recognised = Recognised(Lists())
        self._refreshing = threading.Lock()
        self._revision: int | None = None
        self._search: Search | None = None
        self._lists = Lists()
        self._signposts: tuple[tuple[str, Signpost], ...] = ()

    def answer(self, text: str, *, member: Member = ANYONE, limit: int = PAGE, offset: int = 0) -> Answer:
        """Answer a question of any length and content with what `member` may see, `limit` results from `offset` on."""
        search = self.search()
        query = search.understand(text)
        found = search.find(query, member=member, limit=limit, offset=offset)
        if self._gaps and not found.total:
            with suppress(PracticeError):  # an answer is worth more than a note
                self._gaps.note(self._recognised.of(query))
        initiatives = self._reader.get([match.id for match in found.matches])
        results = tuple(
            Result(initiatives[match.id], match.score, why)
            for match, why in zip(found.matches, found.explain(), strict=True)
            if match.id in initiatives
        )
        return Answer(query, found.total, results, found.suggestions, offset, self._signpost(text), found.partly)

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
        search = self.search()
        counted = (
            (theme.slug, theme.name, self._count(search, f"theme:{theme.slug}", member)) for theme in self._lists.themes
        )
        return tuple((slug, name, number) for slug, name, number in counted if number)

    @property
    def lists(self) -> Lists:
        """The lists behind the current index."""
        self.search()
        return self._lists

    def search(self) -> Search:
        """The index as the store stands now, whichever process changed it last."""
        revision = self._reader.revision()
        search = self._search
        if search is not None and revision == self._revision:
            return search
        with self._refreshing:
            if self._search is None or revision != self._revision:
                self._refresh(revision)
            assert self._search is not None
            return self._search

    def _refresh(self, revision: int) -> None:
        # The revision is taken before reading: a change in between is simply read again next time.
        changes = self._reader.changes(self._revision) if self._search is not None and self._revision else None
        if self._search is None or changes is None or changes.lists:
            self._lists = self._reader.lists()
            self._signposts = tuple(
                (f" {fold(words)} ", signpost) for signpost in self._lists.signposts for words in signpost.words
            )
            self._recognised = Recognised(self._lists)
            self._search = self._build(self._reader.initiatives(), self._lists)
            self._revision = revision
            return
        changed = self._reader.get(changes.changed)
        gone = [*changes.removed, *(id for id in changes.changed if id not in changed)]
        self._search.apply(changed.values(), gone)
        self._revision = changes.revision

    def _signpost(self, text: str) -> Signpost | None:
        asked = f" {fold(clean(text))} "
        return next((signpost for words, signpost in self._signposts if words in asked), None)

    @staticmethod
    def _count(search: Search, text: str, member: Member) -> int:
        return search.find(search.understand(text), member=member, limit=0).total
