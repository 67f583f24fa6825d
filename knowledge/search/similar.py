"""What a draft may repeat: candidates from the index, compared text by text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from rapidfuzz import fuzz

from knowledge.domain.content import Content
from knowledge.domain.contribution import Similar
from knowledge.domain.initiative import Initiative
from knowledge.domain.member import Member
from knowledge.domain.query import Found, Query
from knowledge.domain.text import QUESTION_LENGTH, fold

#: Candidates compared for each of the questions made of a draft.
CANDIDATES = 20
#: Characters of a summary compared: what people repeat stands at its beginning.
COMPARED = 600
#: A title this like another's (0 to 1) is enough by itself: of the same authority, and of another one.
SAME_TITLE_AT_HOME = 0.78
SAME_TITLE_ELSEWHERE = 0.9
#: Else title and summary together, a summary counting more: titles are short and often of the same few words.
TITLE_WEIGHT, SUMMARY_WEIGHT = 0.4, 0.6
#: From here on a draft looks like an initiative of its own authority, and of another one. Of the 128 that ship, one
#: pair looks alike, a project and the report on it; each is found again when a quarter of its words are dropped and
#: others misspelt (98% for another authority), and 94% under an unrelated title (November 2026).
ENOUGH_AT_HOME = 0.62
ENOUGH_ELSEWHERE = 0.72


class Index(Protocol):
    """What is needed of the search."""

    def understand(self, text: str) -> Query: ...

    def find(self, query: Query, *, member: Member, limit: int, offset: int = 0) -> Found: ...


class SimilarInitiatives:
    """Implements `services.share.SimilarFinder`."""

    def __init__(self, index: Callable[[], Index], get: Callable[[Sequence[str]], Mapping[str, Initiative]]) -> None:
        self._index = index
        self._get = get

    def similar(self, content: Content, *, member: Member, limit: int) -> Sequence[Similar]:
        """Initiatives of any authority that `member` may see and that look like `content`, most alike first."""
        if not content.title and not content.summary:
            return ()
        found = (self._compared(content, one) for one in self._candidates(content, member))
        alike = [one for one in found if one is not None]
        return sorted(alike, key=lambda one: (-one.score, one.id))[:limit]

    def _candidates(self, content: Content, member: Member) -> list[Initiative]:
        index = self._index()
        ids: dict[str, None] = {}
        for text in _questions(content):
            found = index.find(index.understand(text), member=member, limit=CANDIDATES)
            ids.update(dict.fromkeys(match.id for match in found.matches))
            # What answers too little of a question is no result, but may be the very thing in other words.
            ids.update(dict.fromkeys(each.id for each in found.suggestions if each.kind == "initiative" and each.id))
        return [one for one in self._get(list(ids)).values() if member.may_see(one)]

    @staticmethod
    def _compared(content: Content, other: Initiative) -> Similar | None:
        title = fuzz.token_sort_ratio(fold(content.title), fold(other.title)) / 100
        summary = fuzz.token_set_ratio(_start(content.summary), _start(other.summary)) / 100
        both = TITLE_WEIGHT * title + SUMMARY_WEIGHT * summary
        at_home = content.authority == other.authority
        same_title = title >= (SAME_TITLE_AT_HOME if at_home else SAME_TITLE_ELSEWHERE)
        score = max(both, title if same_title else 0)
        enough = ENOUGH_AT_HOME if at_home else ENOUGH_ELSEWHERE
        return Similar(other.id, other.title, other.authority, round(score, 4)) if score >= enough else None


def _questions(content: Content) -> list[str]:
    """What to look the draft up by: its title, how it begins, and both at its own authority."""
    texts = [text for text in (content.title, content.summary[:QUESTION_LENGTH]) if text]
    plain = [fold(text) for text in texts]  # quotes, colons and minus signs of a text are no filters
    if content.authority:
        plain.append(f'{fold(content.title)} in:"{content.authority}"')
        plain.append(f'in:"{content.authority}"')
    return [text for text in plain if text.strip()]


def _start(text: str) -> str:
    return fold(text[:COMPARED])
