"""Which signpost a question calls for: the first that one of its phrases or sentences stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.domain.lists import Part, Signpost, Telling
from knowledge.domain.text import clean, fold

#: How many other words may stand in a gap of a sentence that tells of harm.
MOST_BETWEEN = 8

_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """A part of a sentence, with its words by the first of each."""

    words: dict[str, list[_Words]]
    apart: bool

    @classmethod
    def of(cls, part: Part) -> _Step:
        words: dict[str, list[_Words]] = defaultdict(list)
        for one in _folded(part.words):
            words[one[0]].append(one)
        return cls(dict(words), part.apart)


class Signposts:
    """Finds the signpost for what is asked. The first that fits stands, as the list has them: the most urgent."""

    def __init__(self, signposts: Sequence[Signpost]) -> None:
        self._signposts = signposts
        self._starting: dict[str, list[tuple[int, Sequence[_Step], Sequence[_Words]]]] = defaultdict(list)
        for number, signpost in enumerate(signposts):
            phrases = (Telling((Part((one,)),)) for one in signpost.words if fold(one))
            for telling in (*phrases, *signpost.told):
                steps = [_Step.of(part) for part in telling.parts]
                for word in steps[0].words:
                    self._starting[word].append((number, steps, _folded(telling.unless)))

    def of(self, text: str) -> Signpost | None:
        """The signpost for a text of any length and content."""
        words = tuple(fold(clean(text)).split())
        best = len(self._signposts)
        for at, word in enumerate(words):
            for number, steps, unless in self._starting.get(word, ()):
                if number < best and _stand(steps, words, at) and not any(_ends(words[:at], one) for one in unless):
                    best = number
        return self._signposts[best] if best < len(self._signposts) else None


def _folded(words: Iterable[str]) -> list[_Words]:
    return [folded for one in words if (folded := tuple(fold(one).split()))]


def _ends(before: _Words, words: _Words) -> bool:
    return before[-len(words) :] == words


def _stand(steps: Sequence[_Step], words: _Words, at: int) -> bool:
    """Whether the steps of a sentence stand from a word on."""
    if not steps:
        return True
    step, rest = steps[0], steps[1:]
    return any(
        words[start : start + len(one)] == one and _stand(rest, words, start + len(one))
        for start in range(at, min(at + (MOST_BETWEEN if step.apart else 0) + 1, len(words)))
        for one in step.words.get(words[start], ())
    )
