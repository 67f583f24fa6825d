"""Where to go when nothing fits: nearest themes, authorities, the closest initiative, browsing, sharing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from knowledge.domain.query import WITHOUT, Piece, Suggestion
from knowledge.domain.text import QUESTION_LENGTH, listed
from knowledge.search.ideas import SAME, Idea, Kind, Reading, theme_term
from knowledge.search.index.segment import Floats
from knowledge.search.index.snapshot import Mask, Snapshot
from knowledge.search.language.text import as_typed
from knowledge.search.lists.lexicon import Lexicon
from knowledge.search.lists.places import lies_in
from knowledge.search.ranking.scorer import Scorer
from knowledge.search.subject.whoever import says_only_whom

#: The closest initiative is worth naming when it covers this share of the question.
WORTH_NAMING = 0.3
#: A theme is judged as if it had this many more initiatives, that have nothing: of two or three, chance decides.
_FEW = 5
#: At most this many suggestions of one kind.
MOST_THEMES = 3
MOST_AUTHORITIES = 3
#: What is asked for is named in them up to so many parts; of more, nobody would say that they are one's work.
_MOST_NAMED = 3
#: The pieces of a question that say where.
_PLACES = frozenset(("authority", "area", "region", "nation"))
_FILTERS = frozenset(("category", "evidence", "contact"))
#: Those that initiatives were not looked at for, when what others do was.
_NARROWING = _FILTERS | {"phrase", "excluded"}
_QUOTES = frozenset('"“”')
_UNQUOTED = dict.fromkeys(map(ord, _QUOTES))


def suggestions(
    snapshot: Snapshot, lexicon: Lexicon, reading: Reading, scorer: Scorer, visible: Mask | None, enough: float
) -> tuple[Suggestion, ...]:
    """What to offer instead of an answer: initiatives are scored again, wherever they are."""
    scores = scorer.scores(reading.ideas)
    seen = scores if visible is None else np.where(visible, scores, np.float32(0))
    found: list[Suggestion] = []
    if reading.authorities or reading.regions or reading.nations:
        found += _elsewhere(snapshot, lexicon, reading, seen, visible, enough)
    found += _closest(snapshot, reading, seen, enough)
    found += _themes(snapshot, lexicon, reading, seen, visible)
    found.append(Suggestion("browse", "Browse all themes"))
    found.append(Suggestion("share", "Share what you are doing yourself"))
    return tuple(dict.fromkeys(found))


def _elsewhere(
    snapshot: Snapshot, lexicon: Lexicon, reading: Reading, scores: Floats, visible: Mask | None, enough: float
) -> list[Suggestion]:
    """The authority's other work; the same topic in authorities near it, then anywhere."""
    found: list[Suggestion] = []
    for authority in reading.authorities[:MOST_AUTHORITIES]:
        count = _count(snapshot, [authority.name], visible)
        if count:
            pieces = f"{count} other initiative{'' if count == 1 else 's'}"
            found.append(Suggestion("authority", f"{authority.name} has {pieces}", authority.name))
    near = _best_by_authority(snapshot, scores, enough)
    best = {name: float(scores[doc]) for name, doc in near.items()} if reading.ideas else _counts(snapshot, visible)
    regions = {one.region for one in reading.authorities if one.region} | set(reading.regions)
    nations = {one.nation for one in reading.authorities} | set(reading.nations)
    own = {one.name for one in reading.authorities}
    register = lexicon.lists.register
    others = [(one, best[one.name]) for one in register if one.name in best and one.name not in own]
    others.sort(key=lambda pair: (not lies_in(pair[0], regions, ()), not lies_in(pair[0], (), nations), -pair[1]))
    for authority, _ in others[:MOST_AUTHORITIES]:
        what = _what(snapshot, reading, near[authority.name]) if reading.ideas else "shared practice"
        question = _asked_there(reading, authority.name) if reading.ideas else None
        found.append(Suggestion("authority", f"{authority.name} has {what}", authority.name, question))
    return found


def with_less(reading: Reading, scorer: Scorer, visible: Mask | None) -> Iterator[Less]:
    """The question without what no visible initiative holds, and without all that the lists know nothing about.

    Only where something is left that says more than whom it is for.
    """
    says = [idea for idea in reading.ideas if not idea.light]
    kept = ([idea for idea in says if is_held(scorer, idea, visible)], [idea for idea in says if not idea.plain])
    places = {piece.label: piece.spans for piece in reading.pieces if piece.kind == "words"}
    for those in kept:
        dropped = [idea.label for idea in says if idea not in those]
        if dropped and not all(map(says_only_whom, those)) and all(label in places for label in dropped):
            spans = tuple(span for label in dropped for span in places[label])
            question = Piece("words", "", reading.text, spans).without
            left = listed([as_typed(idea.label, reading.text) for idea in those])
            yield Less(question, left, " ".join(as_typed(label, reading.text) for label in dropped))


def is_held(scorer: Scorer, idea: Idea, visible: Mask | None) -> bool:
    """Whether any visible initiative holds an idea for sure."""
    strengths = scorer.strengths(idea)
    return strengths.held if visible is None else bool(visible[strengths.docs[strengths.sure > 0]].any())


@dataclass(frozen=True, slots=True)
class Less:
    """A question with less in it: what is left of it and what is not, as they are shown."""

    question: str
    left: str
    dropped: str

    def found(self, total: int) -> Suggestion:
        """It as a suggestion, which so many initiatives answer."""
        return Suggestion(
            "browse", f"{_so_many(total)} on {self.left}, without “{self.dropped}”", question=self.question
        )


def widened(reading: Reading) -> Iterator[Wider]:
    """The question with its phrases as words like any other, then with one filter after another taken off, themes last.

    Only where something but a place is asked for then: what else that has is told by itself.
    """
    if reading.phrases:
        yield Wider(" ".join(reading.text.translate(_UNQUOTED).split()), "without the quotation marks")
    asked = [one for one in reading.pieces if one.kind not in _PLACES]
    for piece in sorted(asked if len(asked) > 1 else (), key=lambda one: one.kind == "theme"):
        if piece.kind == "excluded" and piece.label.startswith(WITHOUT):
            yield Wider(piece.without, f"if “{piece.label.removeprefix(WITHOUT)}” is not left out")
        elif piece.kind in _FILTERS or _is_typed_as_filter(piece):
            yield Wider(piece.without, f"without “{piece.label}”")


@dataclass(frozen=True, slots=True)
class Wider:
    """A question that narrows less, and what it does without."""

    question: str
    less: str

    def found(self, total: int) -> Suggestion:
        """It as a suggestion, which so many initiatives answer."""
        return Suggestion("browse", f"{_so_many(total)} {self.less}", question=self.question)


@dataclass(frozen=True, slots=True)
class Respelt:
    """A question with one of its words as another that may have been meant."""

    question: str

    def found(self, _: int) -> Suggestion:
        """It as a suggestion."""
        return Suggestion("browse", f"Did you mean “{self.question}”?", question=self.question)


def _so_many(total: int) -> str:
    return f"{total} initiative{'' if total == 1 else 's'}"


def _asked_there(reading: Reading, name: str) -> str | None:
    """The same question of another authority; None where it is narrowed otherwise, or too long to be asked whole."""
    places = [one for one in reading.pieces if one.kind in _PLACES]
    narrowed = any(
        one.kind in _NARROWING or _is_typed_as_filter(one) for one in reading.pieces if one.kind not in _PLACES
    )
    if not places or narrowed or not _QUOTES.isdisjoint(reading.text):
        return None
    spans = {span for one in places for span in one.spans}
    question = f'{replace(places[0], spans=tuple(spans)).without} in:"{name}"'
    return question if len(question) <= QUESTION_LENGTH else None


def _is_typed_as_filter(piece: Piece) -> bool:
    return any(":" in piece.text[start:end] for start, end in piece.spans)


def _what(snapshot: Snapshot, reading: Reading, doc: int) -> str:
    """What an initiative is said to be about: what is asked for, where it holds all of it in so many words."""
    asked = [idea for idea in reading.ideas if not idea.light]
    if not 0 < len(asked) <= _MOST_NAMED or not all(_says(snapshot, idea, doc) for idea in asked):
        return "related work"
    labels = list(dict.fromkeys(as_typed(idea.label, reading.text) for idea in asked))
    return f"work on {listed(labels)}"


def _says(snapshot: Snapshot, idea: Idea, doc: int) -> bool:
    """Whether an initiative holds an idea in its own words, or in such as say just the same."""
    terms = [
        one.term
        for one in idea.alternatives
        if one.kind is Kind.EXACT or (one.kind is Kind.SYNONYM and one.weight >= SAME)
    ]
    return any(bool((found.docs == doc).any()) for term in terms for found in snapshot.postings(term))


def _count(snapshot: Snapshot, names: Sequence[str], visible: Mask | None) -> int:
    mask = snapshot.of_authorities(names)
    seen = mask if visible is None else mask & visible
    snapshot.each_once(seen)
    return int(seen.sum())


def _counts(snapshot: Snapshot, visible: Mask | None) -> dict[str, float]:
    docs = snapshot.authority if visible is None else snapshot.authority[visible]
    names = list(snapshot.shared.authorities)  # at once: another thread may be adding one
    counts = np.bincount(docs, minlength=len(names)).tolist()
    return {name: float(count) for name, count in zip(names, counts, strict=False) if count}


def _best_by_authority(snapshot: Snapshot, scores: Floats, enough: float) -> dict[str, int]:
    """The best initiative of each authority that has one good enough, by number; of equals the first by its id."""
    names = list(snapshot.shared.authorities)
    best: dict[str, int] = {}
    for doc in np.flatnonzero(scores >= enough).tolist():
        name = names[int(snapshot.authority[doc])]
        best[name] = _better(snapshot, scores, [doc, best.get(name, doc)])
    return best


def _better(snapshot: Snapshot, scores: Floats, docs: Sequence[int]) -> int:
    """The best of a few initiatives; of equals the first by its id, whatever order they came in."""
    return min(docs, key=lambda doc: (-scores[doc], snapshot.ids[doc]))


def _closest(snapshot: Snapshot, reading: Reading, scores: Floats, enough: float) -> list[Suggestion]:
    if not reading.ideas or not snapshot.size:
        return []
    best = float(scores.max())
    if not WORTH_NAMING <= best < enough:
        return []
    doc = _better(snapshot, scores, np.flatnonzero(scores == scores.max()).tolist())
    return [Suggestion("initiative", snapshot.titles[doc], snapshot.ids[doc])]


def _themes(
    snapshot: Snapshot, lexicon: Lexicon, reading: Reading, scores: Floats, visible: Mask | None
) -> list[Suggestion]:
    """Themes that were asked for or that some of the words stand for, else those whose initiatives come nearest."""
    weights: dict[str, float] = dict.fromkeys(reading.themes, 1.0)
    for idea in reading.ideas:
        for one in idea.alternatives:
            if one.kind.is_filed and one.term.startswith("theme/") and one.shown:
                weights[one.shown] = max(weights.get(one.shown, 0.0), one.weight)
    if not weights:
        weights = _nearness(snapshot, lexicon, scores, visible)
    ranked = sorted((slug for slug in weights if weights[slug]), key=lambda slug: -weights[slug])
    known = [slug for slug in ranked if slug in lexicon.themes]
    return [Suggestion("theme", lexicon.themes[slug].name, slug) for slug in known[:MOST_THEMES]]


def _nearness(snapshot: Snapshot, lexicon: Lexicon, scores: Floats, visible: Mask | None) -> dict[str, float]:
    """How near the initiatives of each theme come to a question, or how many they are where none comes near at all."""
    seen, any_near = snapshot.alive if visible is None else visible, bool(scores.any())
    nearness = {}
    for slug in lexicon.themes:
        there = [found.docs[seen[found.docs]] for found in snapshot.postings(theme_term(slug))]
        count = sum(len(docs) for docs in there)
        covered = sum(float(scores[docs].sum()) for docs in there)
        nearness[slug] = covered / (count + _FEW) if any_near else float(count)
    return nearness
