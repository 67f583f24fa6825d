"""A question as it was understood, and the initiatives found for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from knowledge.domain.authority import Authority
from knowledge.domain.initiative import Category, Evidence, Initiative
from knowledge.domain.lists import Signpost
from knowledge.domain.seams import less


class Intent(StrEnum):
    """What a question is after, which decides how it is answered."""

    FIND = "find"
    CONTACT = "contact"
    AUTHORITY = "authority"
    COMPARE = "compare"
    BROWSE = "browse"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Correction:
    """A slip put right. `undone` is the question to ask instead so that `typed` is taken as it stands."""

    typed: str
    meant: str
    undone: str


@dataclass(frozen=True, slots=True)
class Years:
    """Years asked for, from `first` to `last`, both included; None leaves that end open.

    Initiatives fit that were under way in one of them, or, where `begun`, that began in one.
    """

    first: int | None = None
    last: int | None = None
    begun: bool = False


#: How a place is shown that narrows nothing, since the asker is there.
NOT_ONLY = "all places, not only "
#: What is added to it where the work of others is asked for.
COMING_LAST = ", which comes last"
#: What stands for a filter where phrases were given of which any will do, which are searched for as words.
EITHER = "or"
#: How a piece is shown whose work is not wanted.
WITHOUT = "without: "

#: The kinds of pieces that are places.
_PLACES = frozenset(("authority", "area", "region", "nation"))


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing understood, as shown ("authority: Hackney"), and its places (start, end) in the question's `text`.

    `kind` is one of authority, area, region, nation, category, theme, evidence, contact, words, phrase, excluded, year,
    own: own is a place where the asker is, which narrows nothing; `instead` is the question in which it does.
    """

    kind: str
    label: str
    text: str
    spans: tuple[tuple[int, int], ...]
    instead: str | None = None

    @property
    def without(self) -> str:
        """The question to ask instead to be rid of it, less the connecting words that then connect nothing."""
        if self.instead is not None:
            return self.instead
        return less(self.text, self.spans, places=self.kind in _PLACES)


@dataclass(frozen=True, slots=True)
class Query:
    """What was understood of a question. `words` are the words searched for, corrected, without those that only ask."""

    text: str
    intent: Intent = Intent.FIND
    authorities: tuple[Authority, ...] = ()
    regions: tuple[str, ...] = ()
    nations: tuple[str, ...] = ()
    categories: tuple[Category, ...] = ()
    themes: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    contact: str | None = None
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    pieces: tuple[Piece, ...] = ()
    #: an alias that several of `authorities` share, as it was typed; None when the authorities were named one by one
    shared_alias: str | None = None
    #: each area that was named, as `places.yaml` calls it, with the names of those of `authorities` that lie there
    areas: tuple[tuple[str, tuple[str, ...]], ...] = ()
    #: whether the question was cut to `QUESTION_LENGTH`
    cut: bool = False
    #: filters (key, value) that name nothing known here ("evidence:strong"): their values were searched for as words;
    #: `EITHER` for phrases of which any will do
    unknown: tuple[tuple[str, str], ...] = ()
    #: the years whose work comes first, and whether the newest does; beside nothing else, only theirs is asked for
    years: Years | None = None
    newest: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """An initiative found and how well (`score`, 0 to 1: the share of what was asked for)."""

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somewhere to go when nothing fits; `kind` is theme, authority, initiative, browse or share, `id` names it.

    `question` is what to ask to see what the text says: of an authority, where that is not all it has, or to browse.
    """

    kind: str
    text: str
    id: str | None = None
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Something asked for that the first matches do not name, and the other words and themes they were found by.

    `nowhere` tells that no initiative that the asker may see names it.
    """

    asked: str
    found_by: tuple[str, ...] = ()
    nowhere: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What the index found: how many in all, the page asked for (best first), and where to go if there are none.

    `partly` tells that even the best hold only part of what was asked, `having_nothing` which of several authorities
    asked for have no initiative, `out_of_time` that none of the page is known to be of the years asked for. `explain`
    says of each match why it was found, in plain words; that takes as long as finding them, so it is done for those who
    read it only. So is `unnamed`: what was asked for and is not named where it is looked for first.
    """

    total: int
    matches: tuple[Match, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    partly: bool = False
    having_nothing: tuple[str, ...] = ()
    out_of_time: bool = False
    explain: Callable[[], Sequence[tuple[str, ...]]] = field(default=tuple, compare=False, repr=False)
    unnamed: Callable[[], tuple[Unnamed, ...]] = field(default=tuple, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Result:
    """A match with the initiative itself, ready to be shown."""

    initiative: Initiative
    score: float
    why: tuple[str, ...]


#: What covers less than this of what the best covers seldom answers: of judged questions one in fourteen such results
#: is right, of those above four in seven.
_CLOSE = 0.5


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole answer, the same for Slack and the terminal. `offset` counts the results before this page.

    `partly` tells that even the best results hold only part of what was asked, `unnamed` what the first do not name,
    `having_nothing` which of several authorities asked for have no initiative, `out_of_time` that none of these results
    is known to be of the years asked for.
    """

    query: Query
    total: int
    results: tuple[Result, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    offset: int = 0
    signpost: Signpost | None = None
    partly: bool = False
    unnamed: tuple[Unnamed, ...] = ()
    having_nothing: tuple[str, ...] = ()
    out_of_time: bool = False

    @property
    def lacking(self) -> bool:
        """Whether nothing was found, or nothing that has all of what was asked."""
        return not self.total or self.partly

    @property
    def less_close(self) -> int | None:
        """Where the results begin that are far less close than the first; None where none are, or none has all."""
        if self.offset or self.partly or not self.results:
            return None
        least = self.results[0].score * _CLOSE
        return next((at for at, result in enumerate(self.results) if result.score < least), None)
