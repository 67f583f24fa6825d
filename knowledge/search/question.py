"""Understanding a question: what it names, what it asks for, and the ideas left to look up."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from knowledge.domain.initiative import Category
from knowledge.domain.query import Intent
from knowledge.domain.text import QUESTION_LENGTH, clean
from knowledge.search.ideas import SAME, Alternative, Idea, Kind, Reading, also, authority_term, contact_term
from knowledge.search.language.english import ASKING, GENERIC, STOP
from knowledge.search.language.text import Token, tokens
from knowledge.search.lists.lexicon import Lexicon
from knowledge.search.lists.names import Named
from knowledge.search.spelling.known import Known
from knowledge.search.spelling.mending import Mender
from knowledge.search.spelling.respelling import respelt
from knowledge.search.spelling.speller import Speller
from knowledge.search.subject.asides import asides
from knowledge.search.subject.aspects import aspects, sought
from knowledge.search.subject.choices import choices, starts_of_subjects
from knowledge.search.subject.contrast import Contrast, set_apart
from knowledge.search.subject.framing import Wording, subject
from knowledge.search.subject.phrasing import Phrasing
from knowledge.search.subject.predicates import predicates
from knowledge.search.subject.sending import is_a_verb
from knowledge.search.subject.setting import without_setting
from knowledge.search.subject.thinking import Thinker, only_asks
from knowledge.search.understanding.edges import edges
from knowledge.search.understanding.explicit import Explicit
from knowledge.search.understanding.filters import blanked, given
from knowledge.search.understanding.intent import about_an_authority, asked, compares_places, names_a_post
from knowledge.search.understanding.long_text import part_that_asks
from knowledge.search.understanding.notes import Notes
from knowledge.search.understanding.placing import Placer
from knowledge.search.understanding.small_talk import is_said_to_the_tool
from knowledge.search.understanding.story import story
from knowledge.search.understanding.times import time_asked

#: Text beyond this many characters is not even looked at: nobody's question is that long.
_MOST_READ = 8 * QUESTION_LENGTH


class Reader:
    """Reads questions with a lexicon and the words of the store. `holds` tells whether the store has a word."""

    def __init__(
        self,
        lexicon: Lexicon,
        speller: Callable[[], Speller],
        holds: Callable[[str], bool],
        adjacent: Callable[[str, str], bool],
        family: Callable[[str], Sequence[str]],
        has_practice: Callable[[str], bool],
        has_contact: Callable[[Sequence[str]], bool],
        today: Callable[[], date] | None = None,
    ) -> None:
        self._lexicon = lexicon
        self._holds = holds
        known = Known(lexicon, holds, adjacent)
        self._writes = known.writes
        self._mender = Mender(known, speller, lexicon.names.sure_towns)
        self._explicit = Explicit(lexicon, holds, has_contact)
        self._phrasing = Phrasing(lexicon.thesaurus)
        self._thinker = Thinker(lexicon.thesaurus, family, known.knows)
        self._placer = Placer(lexicon, has_practice)
        self._today = today

    def read(self, text: str) -> Reading:
        """Understand a question of any length and content; never raises."""
        whole = clean(text[:_MOST_READ])
        cut = len(whole) > QUESTION_LENGTH or len(text) > _MOST_READ
        if cut:
            whole = part_that_asks(whole)
        whole = _NON.sub(self._not_there, whole)
        notes = Notes(whole)
        marked = bool(_MARKS & set(whole) or "NOT " in whole) and not is_said_to_the_tool(whole)
        parts = self._explicit.whole(given(whole), whole) if marked else []
        rest = blanked(whole, parts) if parts or (marked and '"' in whole) else whole
        rest = _without_pages(rest)
        for part in parts:
            rest = self._explicit.take(part, notes, rest)
        wanted = asked(rest) if rest.strip() or not parts else asked("anything")
        left = typed = tokens(rest)
        if wanted.spans:
            left = [token for token in left if not _inside(token, wanted.spans)]
        left = [token for at, token in enumerate(left) if token.word != "send" or not is_a_verb(left, at)]
        framed = _is_framed(rest, left)
        around = self._edges(rest, left, notes)
        left = [token for token in left if not notes.edges.hold((token.start, token.end))]
        told = story(rest) if framed else []
        left = _without(left, told)
        if time := time_asked(rest, told, self._today):
            notes.at(time)
            left = [token for token in left if not _inside(token, [time.span])]
        left, notes.corrections = self._mender.mended(left, notes.text)
        if notes.corrections:
            text, places = respelt(rest, typed, left)
            again = asked(text) if wanted.intent is Intent.FIND else wanted
            if again.intent is Intent.CONTACT and again is not wanted:
                wanted = again
                left = [token for token in left if not _within(places[token], again.spans)]
            framed = framed or _is_framed(text, left)
            stories = story(text) if framed else []  # "my manger has asked" tells of the asker, too
            told += [(token.start, token.end) for token in left if _within(places[token], stories)]
            left = _without(left, told)
        alone = not parts and len(left) == len(typed)
        placed = self._placer.placed(sorted([*around, *left], key=lambda token: token.start), notes, alone=alone)
        placed = [one for one in placed if isinstance(one, Named) or one not in around]
        self._think(placed, notes, told, framed=framed)
        if all(idea.light for idea in notes.ideas):
            for note in notes.own:
                note()
        else:
            notes.without_own()
        if names_a_post(rest):
            notes.ideas = [_held_by_somebody(idea) for idea in notes.ideas]
        intent = Intent.CONTACT if notes.reaching and wanted.intent is Intent.FIND else wanted.intent
        if intent is Intent.FIND and notes.authorities and (about_an_authority(rest) or notes.only_places):
            intent = Intent.AUTHORITY
        several = len(notes.authorities) + len(notes.regions) + len(notes.nations) > 1
        if several and intent in (Intent.FIND, Intent.AUTHORITY) and compares_places(rest):
            intent = Intent.COMPARE
        return notes.reading(intent, cut=cut)

    def _not_there(self, found: re.Match[str]) -> str:
        """ "Non-London" as "not London", where a place follows."""
        word = found["word"].lower()
        named = word in self._lexicon.gazetteer.longest or word in self._lexicon.names.longest
        return f"not {found['word']}" if named else found[0]

    def _edges(self, text: str, left: Sequence[Token], notes: Notes) -> list[Token]:
        """Note where the question itself begins and ends in its message; the words around it that may name a place."""
        found = edges(text, self._writes)
        within = [token for token in left if not found.hold((token.start, token.end))]
        if not any(token.word not in STOP and not only_asks(token) for token in within):
            return []
        notes.edges = found
        around = (token for token in left if token not in within)
        return [token for token in around if not _inside(token, found.names)]

    # Ideas

    def _think(
        self, left: Sequence[Token | Named], notes: Notes, told: Sequence[tuple[int, int]], *, framed: bool
    ) -> None:
        """Turn the words left into ideas: the longest wording that the lists know first, then word by word."""
        hints = [one for one in left if isinstance(one, Named)]
        typed = [one for one in left if isinstance(one, Token)]
        kept = subject(self._phrasing.of(typed, notes.text), notes.text, told)
        contrasts: Mapping[int, Contrast] = {}
        if framed:
            kept = without_setting(kept, notes.text)
            contrasts = set_apart(notes.text)
            kept = [one for one in kept if not _sets_apart(one, contrasts)]
        if notes.corrections:
            left_words = {token.word for _, those in kept for token in those}
            dropped = {token.word for token in typed} - left_words - STOP
            notes.corrections = [one for one in notes.corrections if not dropped.issuperset(one.meant.split())]
        light = aspects(kept, self._holds) | asides(kept, notes.text) | predicates(kept)
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
                    notes.piece("excluded", f"not looked for: {idea.label}", span)
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
            name = self._lexicon.themes[themes[0]].name
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


def _held_by_somebody(idea: Idea) -> Idea:
    """An idea that is also looked for in what contacts are called."""
    terms = [one.term for one in idea.alternatives if one.kind is Kind.EXACT]
    there = [Alternative(contact_term(part), 1.0, Kind.SYNONYM, None) for term in terms for part in term.split()]
    return replace(also(idea, there), light=False)


#: A page beside what is asked says nothing of it: "hackney.gov.uk" is no question about Hackney.
_PAGE = re.compile(r"\(?\bhttps?://\S+|\bwww\.\S+", re.IGNORECASE)
_NON = re.compile(r"\b[Nn]on[-‐‑ ](?P<word>[A-Z][\w’'-]*)")
_MARKS = frozenset(':"“”-–')


_SAYING_LITTLE = STOP | ASKING | GENERIC


def _is_framed(text: str, left: Sequence[Token]) -> bool:
    """Whether a question may hold more than its subject: small words, or words joined by hyphens."""
    return "-" in text or any(token.word in _SAYING_LITTLE for token in left)


def _without_pages(text: str) -> str:
    """A question with spaces in place of web addresses; one that is nothing else as it is."""
    without = _PAGE.sub(lambda found: " " * len(found[0]), text)
    return without if without.strip() else text


def _without(left: Sequence[Token], spans: Sequence[tuple[int, int]]) -> list[Token]:
    """The words outside of these places; all, where nothing is left but what only joins and asks."""
    kept = [token for token in left if not _inside(token, spans)]
    return kept if any(token.word not in STOP and not only_asks(token) for token in kept) else list(left)


def _inside(token: Token, spans: Sequence[tuple[int, int]]) -> bool:
    return _within((token.start, token.end), spans)


def _within(place: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in spans)
