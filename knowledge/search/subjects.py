"""What a question is about, from the words that are left of it: its ideas, noted with how they stand to each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from knowledge.domain.initiative import Category
from knowledge.search.ideas import SAME, Alternative, Idea, Kind, also, authority_term
from knowledge.search.language.english import STOP
from knowledge.search.language.text import Token
from knowledge.search.lists.lexicon import Lexicon
from knowledge.search.lists.names import Named
from knowledge.search.subject.asides import asides
from knowledge.search.subject.aspects import aspects, sought
from knowledge.search.subject.choices import choices, starts_of_subjects
from knowledge.search.subject.contrast import Contrast, set_apart
from knowledge.search.subject.framing import Wording, says, subject, words_of
from knowledge.search.subject.phrasing import Phrasing
from knowledge.search.subject.predicates import predicates
from knowledge.search.subject.setting import setting
from knowledge.search.subject.thinking import Thinker
from knowledge.search.subject.whoever import is_whoever
from knowledge.search.understanding.notes import APART, Notes


class SubjectReader:
    """Finds the ideas of questions with a lexicon. `holds` tells whether the store has a word."""

    def __init__(self, lexicon: Lexicon, thinker: Thinker, holds: Callable[[str], bool]) -> None:
        self._themes = lexicon.themes
        self._phrasing = Phrasing(lexicon.thesaurus)
        self._thinker = thinker
        self._holds = holds

    def note(
        self, left: Sequence[Token | Named], notes: Notes, told: Sequence[tuple[int, int]], *, framed: bool
    ) -> None:
        """Note the ideas of the words `left` of a question: the longest wording that the lists know, else word by word.

        `told` are the places where somebody told their story; `framed` says whether more may stand in the question than
        its subject.
        """
        hints = [one for one in left if isinstance(one, Named)]
        typed = [one for one in left if isinstance(one, Token)]
        kept = subject(self._phrasing.of(typed, notes.text), notes.text, told)
        contrasts: Mapping[int, Contrast] = {}
        if framed:
            contrasts = set_apart(notes.text)
            kept = [one for one in kept if not _sets_apart(one, contrasts)]
        if notes.corrections:
            left_words = {token.word for _, those in kept for token in those}
            dropped = {token.word for token in typed} - left_words - STOP
            notes.corrections = [one for one in notes.corrections if not dropped.issuperset(one.meant.split())]
        light = aspects(kept, self._holds) | asides(kept, notes.text) | predicates(kept) | setting(kept, notes.text)
        optional = sought(kept, self._holds)
        thought = [
            (self._idea_of(one, says_little=at in light, optional=at in optional), one[1])
            for at, one in enumerate(kept)
        ]
        before: Idea | None = None
        for idea, _ in thought:
            # "black mould": a word for people that stands before one that the lists do not know may be none.
            notes.on_subject |= before is not None and (idea is None or idea.light or not idea.plain)
            before = idea if idea is not None and idea.about else None
        notes.on_subject |= before is not None
        self._note_ideas([(idea, those) for idea, those in thought if idea is not None], notes, contrasts)
        for hint in hints:
            there = [Alternative(authority_term(one.name), 1.0, Kind.FILED, None) for one in hint.authorities]
            notes.ideas = [also(one, there) for one in notes.ideas]

    def has_one(self, words: Sequence[Token], text: str) -> bool:
        """Whether words of the question `text` say what is asked, more than what all of this work is about and for."""
        return any(says(one) and not is_whoever(words_of(one)) for one in self._phrasing.of(words, text))

    def _idea_of(self, wording: Wording, *, says_little: bool, optional: bool) -> Idea | None:
        entry, those = wording
        idea = self._thinker.word(those[0]) if entry is None else self._thinker.wording(entry, those)
        if idea is None or not (says_little or optional):
            return idea
        return self._thinker.lightly(idea) if says_little else self._thinker.optionally(idea)

    def _note_ideas(
        self, thought: Sequence[tuple[Idea, Sequence[Token]]], notes: Notes, contrasts: Mapping[int, Contrast]
    ) -> None:
        """Note ideas, those that a question names as alternatives as one, and not those that it sets itself apart from.

        A question that says nothing else, and narrows nothing, asks for what it sets itself apart from.
        """
        spans = [(those[0].start, those[-1].end) for _, those in thought]
        unread = notes.unread
        numbers = choices(unread, spans)
        starts = {numbers[at] for at in starts_of_subjects(unread, spans) if numbers[at] != numbers[at - 1]}
        apart = {
            number: contrast
            for number, (start, _), (idea, _) in zip(numbers, spans, thought, strict=True)
            if (contrast := contrasts.get(start)) and not (contrast.listed and idea.plain)
        }
        if not notes.narrows and all(
            number in apart or idea.light for number, (idea, _) in zip(numbers, thought, strict=True)
        ):
            apart.clear()
        for number, named in groupby(zip(numbers, thought, strict=True), lambda one: one[0]):
            if number in starts:
                notes.starts.append(len(notes.ideas))
            several: list[Idea] = []
            for _, (idea, those) in named:
                if number in apart and not idea.light:
                    said = contrasts.get(those[0].start)
                    span = (said.start if said else those[0].start, those[-1].end)
                    notes.piece("excluded", f"{APART}{idea.label}", span)
                    notes.rejected += [self._thinker.itself(idea)] if apart[number].rejected else []
                    continue
                self._note_words(idea, those, notes)
                if not _is_said(idea, several or notes.ideas[-1:]) and not _is_repeated(idea, notes.ideas):
                    several.append(idea)
            if any(idea.light for idea in several):
                notes.ideas += several
            elif several:
                notes.ideas.append(self._thinker.one_of(several))

    def _note_words(self, idea: Idea, typed: Sequence[Token], notes: Notes) -> None:
        spans = tuple((token.start, token.end) for token in typed)
        themes = [one.shown for one in idea.meant if one.term.startswith("theme/") and one.shown]
        for slug in themes:
            notes.themes.setdefault(slug)
        for one in idea.meant:
            if one.term.startswith("category/"):
                notes.categories.setdefault(Category(one.term.removeprefix("category/")))
        if themes:
            name = self._themes[themes[0]].name
            notes.piece("theme", f"theme: {name}", *spans)
        else:
            notes.piece("words", idea.label, *spans)
        notes.words += idea.label.split()


def _sets_apart(wording: Wording, contrasts: Mapping[int, Contrast]) -> bool:
    """Whether a wording only says that something else is not wanted ("that does not INVOLVE ...")."""
    begins, ends = wording[1][0].start, wording[1][-1].end
    return any(contrast.start <= begins and ends < end for end, contrast in contrasts.items())


def _is_said(idea: Idea, before: Sequence[Idea]) -> bool:
    """Whether the idea before says the same, in the same or other words ("free school meals (FSM)")."""
    own = idea.alternatives[0].term
    return any(
        one.term == own and one.weight >= SAME and one.kind in (Kind.EXACT, Kind.SYNONYM)
        for other in before
        for one in other.alternatives
    )


def _is_repeated(idea: Idea, before: Sequence[Idea]) -> bool:
    """Whether the same words stood further on before ("health staff and health visitors on health")."""
    return any(other.alternatives[0].term == idea.alternatives[0].term for other in before)
