"""What has been understood so far of one question, on the way to a reading."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from knowledge.domain.authority import Authority, Place
from knowledge.domain.initiative import Category, Evidence
from knowledge.domain.query import COMING_LAST, EITHER, NOT_ONLY, WITHOUT, Correction, Intent, Piece
from knowledge.domain.seams import less
from knowledge.domain.text import QUESTION_LENGTH
from knowledge.search.ideas import Idea, Reading
from knowledge.search.language.spans import Span, blanked, is_within
from knowledge.search.understanding.edges import Edges
from knowledge.search.understanding.times import Time

_NO_EDGES = Edges(0, 10**9)
#: How a piece is shown that the question sets itself apart from.
APART = "not looked for: "
#: Pieces beside which a question still asks for nothing.
_ASKS_NOTHING = frozenset(("excluded", "own", "year"))
#: What stands for what was understood.
_READ = "#"
#: What stands between a place and the wider one in which it lies ("Croydon, South London", "Croydon (South London)").
_BESIDE = re.compile(r"[\s,(]*(?:in )?(?:the )?[\s(]*", re.IGNORECASE)


@dataclass(slots=True)
class Notes:
    """What has been understood so far of one question."""

    text: str
    #: what of it stands before and behind the question itself
    edges: Edges = _NO_EDGES
    #: where it tells who asks: a place there is the asker's own
    asker: list[Span] = field(default_factory=list)
    regions: dict[str, None] = field(default_factory=dict)
    nations: dict[str, None] = field(default_factory=dict)
    categories: dict[Category, None] = field(default_factory=dict)
    themes: dict[str, None] = field(default_factory=dict)
    evidence: dict[Evidence, None] = field(default_factory=dict)
    contact: str | None = None
    phrases: list[str] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    ideas: list[Idea] = field(default_factory=list)
    #: the numbers of the ideas that begin a subject of their own
    starts: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    shared_alias: str | None = None
    #: what was named: authorities, where, and the area that stands for them
    named: list[tuple[Sequence[Authority], tuple[int, int], str | None]] = field(default_factory=list)
    towns: dict[str, None] = field(default_factory=dict)
    only_authorities: bool = False
    only_categories: bool = False
    only_themes: bool = False
    #: notes the places where the asker is, which are no part of the question if it says anything else
    own: list[Callable[[], None]] = field(default_factory=list)
    #: those places by their names
    own_places: dict[str, tuple[int, int]] = field(default_factory=dict)
    #: authorities whose work is known to the asker, so that others' comes first
    last: list[Authority] = field(default_factory=list)
    own_ends: int | None = None
    near_ends: int | None = None
    outside_ends: int | None = None
    #: somebody in a place is to be reached
    reaching: bool = False
    outside: list[Authority | Place] = field(default_factory=list)
    #: index terms; what is filed under all of one of these is not wanted
    unfiled: list[tuple[str, ...]] = field(default_factory=list)
    on_subject: bool = False
    rejected: list[Idea] = field(default_factory=list)
    unknown: list[tuple[str, str]] = field(default_factory=list)
    time: Time | None = None

    def is_beside(self, span: Span) -> bool:
        """Whether a place of the text lies outside of what is asked: at its edges, or where it tells who asks."""
        return self.edges.hold(span) or is_within(span, self.asker)

    @property
    def only_places(self) -> bool:
        """Whether nothing but places is asked for."""
        return not (self.ideas or self._filters)

    @property
    def narrows(self) -> bool:
        """Whether it asks for a place's initiatives, or for those that fit a filter."""
        return bool(self.named or self.regions or self.nations or self._filters)

    @property
    def _filters(self) -> bool:
        return bool(self.only_themes or self.only_categories or self.evidence or self.contact or self.phrases)

    @property
    def unread(self) -> str:
        """The question with marks in place of all that was understood so far, so that nothing is read across it."""
        return blanked(self.text, (span for one in self.pieces for span in one.spans), _READ)

    def piece(self, kind: str, label: str, *spans: tuple[int, int]) -> None:
        """Note a piece as shown, with its places in the question; said twice it is one, and is taken off as one."""
        for at, one in enumerate(self.pieces):
            if (one.kind, one.label) == (kind, label):
                self.pieces[at] = replace(one, spans=(*one.spans, *spans))
                return
        self.pieces.append(Piece(kind, label, self.text, spans))

    @property
    def authorities(self) -> tuple[Authority, ...]:
        """All that were named, each once, in the order in which they were."""
        return tuple({one.name: one for found, _, _ in self.named for one in found}.values())

    def name(
        self,
        found: Sequence[Authority],
        typed: str,
        span: tuple[int, int],
        town: str | None = None,
        area: str | None = None,
    ) -> None:
        """Note authorities that one name stands for; several share an alias or lie in an area, and are said together.

        A `town` that stands for its authority is said beside it: nobody typed the authority's name.
        """
        if town:
            self.towns[town] = None
        self.named.append((found, span, area))
        if area:
            self.piece("area", f"area: {area}", span)
        elif len(found) > 1:
            self.shared_alias = typed
            self.piece("authority", f"authority: {typed}", span)
        else:
            said = f"{found[0].name} ({town})" if town else found[0].name
            self.piece("authority", f"authority: {said}", span)

    def place(self, found: Sequence[Place], span: tuple[int, int]) -> None:
        """Note regions and nations that one name stands for."""
        for one in found:
            (self.regions if one.kind == "region" else self.nations)[one.name] = None
            self.piece(one.kind, f"{one.kind}: {one.name}", span)

    def near(self, found: Sequence[Authority], span: tuple[int, int], area: str | None = None) -> None:
        """Note the regions of authorities that something is looked for near to; their nations where they have none."""
        for one in found:
            kind, name = ("region", one.region) if one.region else ("nation", one.nation)
            (self.regions if one.region else self.nations)[name] = None
            self.piece(kind, f"{kind}: {name} (near {area or one.name})", span)

    def settle_own(self) -> None:
        """Note the places where the asker is, if the question says nothing else, or else that they narrow nothing."""
        if all(idea.light for idea in self.ideas):
            for note in self.own:
                note()
        else:
            self._without_own()

    def _without_own(self) -> None:
        """Note that the places where the asker is narrow nothing, and what to ask so that they do."""
        if self.outside or self.excluded or self.unfiled:
            return
        narrowed = {one.label for one in self.pieces if one.kind in ("authority", "area", "region", "nation")}
        for name, span in self.own_places.items():
            asked = f'{self.text} in:"{name}"'
            label = f"{NOT_ONLY}{name}{COMING_LAST if name in self._names_of_last else ''}"
            if not any(label.endswith(f": {name}") for label in narrowed) and len(asked) <= QUESTION_LENGTH:
                self.pieces.append(Piece("own", label, self.text, (span,), asked))

    def at(self, time: Time) -> None:
        """Note the time that is asked about."""
        self.time = time
        self.piece("year", f"year: {time.label}" if time.years else time.label, time.span)

    @property
    def _names_of_last(self) -> set[str]:
        return {one.name for one in self.last}

    def either(self, words: str) -> None:
        """Note one of several phrases of which any will do."""
        before = [value for key, value in self.unknown if key == EITHER]
        self.unknown = [one for one in self.unknown if one[0] != EITHER]
        self.unknown.append((EITHER, "” or “".join((*before, words))))

    def exclude(self, words: str, span: tuple[int, int]) -> None:
        """Note words that what is found must not hold."""
        self.excluded.append(words)
        self.piece("excluded", f"{WITHOUT}{words}", span)

    def leave_out(
        self,
        found: Sequence[Authority | Place],
        span: tuple[int, int],
        *,
        area: str | None = None,
        also: bool = False,
    ) -> None:
        """Note places whose work is not wanted; `also` where they go on with those noted last ("London or Kent")."""
        self.outside += found
        names = area or ", ".join(one.name for one in found)
        if also and self.pieces:
            last = self.pieces.pop()
            names, span = f"{last.label.removeprefix(WITHOUT)}, {names}", (last.spans[0][0], span[1])
        self.piece("excluded", f"{WITHOUT}{names}", span)

    def _without_wider(self) -> None:
        """Forget areas beside which a place of theirs is named ("Croydon, South London"): that place is meant."""
        wider = {
            area
            for there, (start, end), area in self.named
            for found, (first, last), other in self.named
            if area and not other and all(one in there for one in found)
            if _BESIDE.fullmatch(self.text[last:start] if last <= start else self.text[end:first])
        }
        self.named = [one for one in self.named if one[2] not in wider]
        self.pieces = [one for one in self.pieces if one.label not in {f"area: {area}" for area in wider}]

    def _keep_apart(self) -> None:
        """Have what a question sets itself apart from left out of it still, where nothing else is left to ask for."""
        apart = [one for one in self.pieces if one.label.startswith(APART)]
        light = {idea.label for idea in self.ideas if idea.light}
        asks = [one for one in self.pieces if one.kind not in _ASKS_NOTHING and one.label not in light]
        if apart and len(asks) == 1:
            rest = less(self.text, (*asks[0].spans, *(span for one in apart for span in one.spans)))
            left_out = " ".join(f'-"{one.label.removeprefix(APART)}"' for one in apart)
            at = self.pieces.index(asks[0])
            self.pieces[at] = replace(asks[0], instead=f"{rest} {left_out}".strip())

    def reading(self, intent: Intent, *, cut: bool) -> Reading:
        """All of it, as a reading."""
        self._without_wider()
        self._keep_apart()
        reading = self._reading(intent, cut=cut)
        if reading.years is None or reading.only_years:
            return reading
        pieces = (replace(one, label=f"{one.label} first") if one.kind == "year" else one for one in reading.pieces)
        return replace(reading, pieces=tuple(pieces))

    def _reading(self, intent: Intent, *, cut: bool) -> Reading:
        return Reading(
            text=self.text,
            intent=intent,
            authorities=self.authorities,
            regions=tuple(self.regions),
            nations=tuple(self.nations),
            categories=tuple(self.categories),
            themes=tuple(self.themes),
            evidence=tuple(self.evidence),
            contact=self.contact,
            words=tuple(dict.fromkeys(self.words)),
            phrases=tuple(self.phrases),
            excluded=tuple(self.excluded),
            corrections=tuple(self.corrections),
            pieces=tuple(self.pieces),
            shared_alias=self.shared_alias,
            areas=tuple((area, tuple(one.name for one in there)) for there, _, area in self.named if area),
            cut=cut,
            unknown=tuple(self.unknown),
            years=self.time.years if self.time else None,
            newest=self.time is not None and self.time.years is None,
            ideas=tuple(self.ideas),
            starts=tuple(self.starts),
            towns=tuple(self.towns),
            outside=tuple(self.outside),
            unfiled=tuple(self.unfiled),
            last=() if self.named else tuple(self.last),
            only_authorities=self.only_authorities,
            only_categories=self.only_categories,
            only_themes=self.only_themes,
            on_subject=self.on_subject,
            rejected=tuple(self.rejected),
        )
