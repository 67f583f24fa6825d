"""Understanding a question: what it names, what it asks for, and the ideas left to look up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from knowledge.domain.query import Intent
from knowledge.domain.text import QUESTION_LENGTH, clean
from knowledge.search.ideas import Alternative, Idea, Kind, Reading, also, contact_term
from knowledge.search.language.english import ASKING, GENERIC, STOP
from knowledge.search.language.spans import Span, blanked, is_within
from knowledge.search.language.text import Token, tokens
from knowledge.search.lists.lexicon import Lexicon
from knowledge.search.lists.names import Named
from knowledge.search.spelling.known import Known
from knowledge.search.spelling.mending import Mender
from knowledge.search.spelling.offering import respellings
from knowledge.search.spelling.respelling import respelt
from knowledge.search.spelling.speller import Speller
from knowledge.search.subject.sending import is_a_verb
from knowledge.search.subject.thinking import Thinker, only_asks
from knowledge.search.subjects import SubjectReader
from knowledge.search.understanding.edges import edges
from knowledge.search.understanding.explicit import Explicit
from knowledge.search.understanding.filters import Given, given, unmarked
from knowledge.search.understanding.intent import Asked, about_an_authority, asked, compares_places, names_a_post
from knowledge.search.understanding.long_text import part_that_asks
from knowledge.search.understanding.notes import Notes
from knowledge.search.understanding.placing import Placer
from knowledge.search.understanding.posts import who_asks
from knowledge.search.understanding.small_talk import is_said_to_the_tool
from knowledge.search.understanding.story import story
from knowledge.search.understanding.times import time_asked
from knowledge.search.understanding.values import said_one_by_one

#: Text beyond this many characters is not even looked at: nobody's question is that long.
_MOST_READ = 8 * QUESTION_LENGTH


class StoreWords(Protocol):
    """What a store has, as far as it decides how a question is read."""

    def speller(self) -> Speller:
        """What finds the word that was meant by a slip, in its words and in those of the lists."""
        ...

    def holds(self, word: str) -> bool:
        """Whether an initiative has a word."""
        ...

    def stand_together(self, one: str, other: str) -> bool:
        """Whether two words stand next to each other in an initiative."""
        ...

    def family(self, stemmed: str) -> Sequence[str]:
        """The stems in it that are of one family with this one."""
        ...

    def has_practice(self, name: str) -> bool:
        """Whether the authority of this name has an initiative."""
        ...

    def has_contact(self, words: Sequence[str]) -> bool:
        """Whether a contact is called by all of these words."""
        ...


@dataclass(slots=True)
class _Asking:
    """What a question asks for beside its filters: the words `left` of those `typed` in its `text`, and what is wanted.

    `told` are the places of stories, `around` the words that may only name where the asker is; `framed` says whether
    more may stand in it than its subject.
    """

    text: str
    wanted: Asked
    typed: Sequence[Token]
    left: list[Token]
    told: list[Span]
    around: list[Token]
    framed: bool


class Reader:
    """Reads questions with a lexicon and what the store has; `today` tells what "this year" is (None: nobody knows)."""

    def __init__(self, lexicon: Lexicon, store: StoreWords, today: Callable[[], date] | None = None) -> None:
        self._lexicon = lexicon
        known = Known(lexicon, store.holds, store.stand_together)
        self._known, self._speller = known, store.speller
        self._mender = Mender(known, store.speller, lexicon.names.sure_towns)
        self._explicit = Explicit(lexicon, store.holds, store.has_contact)
        self._placer = Placer(lexicon, store.has_practice)
        self._subjects = SubjectReader(lexicon, Thinker(lexicon.thesaurus, store.family, known.knows), store.holds)
        self._today = today

    def read(self, text: str) -> Reading:
        """Understand a question of any length and content; never raises."""
        whole = clean(text[:_MOST_READ])
        cut = len(whole) > QUESTION_LENGTH or len(text) > _MOST_READ
        if cut:
            whole = part_that_asks(whole)
        notes = Notes(said_one_by_one(_NON.sub(self._not_there, whole)))
        parts, rest = self._explicitly(notes)
        asking = self._as_typed(parts, rest, notes)
        asking.left, notes.corrections = self._mender.mended(asking.left, notes.text)
        if notes.corrections:
            self._as_mended(asking, notes)
        self._note_subject(asking, notes, alone=not parts and len(asking.left) == len(asking.typed))
        return notes.reading(_intent(asking.wanted.intent, notes, rest), cut=cut)

    def _as_typed(self, parts: Sequence[Given], rest: str, notes: Notes) -> _Asking:
        """What a question asks for beside its explicit `parts`, before any slip is put right."""
        wanted = asked(rest) if rest.strip() or not parts else asked("anything")
        if parts and wanted.intent is Intent.HELP:
            wanted = Asked(Intent.FIND)  # "contact:yes": what means nothing as a filter is no word to the tool either
        typed = tokens(rest)
        left = [token for token in typed if not is_within(token.span, wanted.spans)] if wanted.spans else typed
        left = [token for at, token in enumerate(left) if token.word != "send" or not is_a_verb(left, at)]
        framed = _is_framed(rest, left)
        around = self._edges(rest, left, notes)
        left = [token for token in left if not notes.edges.hold(token.span)]
        told = story(rest) if framed else []
        left = _without(left, told)
        left, asker = self._without_asker(left, who_asks(rest) if framed else [], notes)
        if time := time_asked(rest, told, self._today):
            notes.at(time)
            left = [token for token in left if not is_within(token.span, [time.span])]
        return _Asking(rest, wanted, typed, left, told, [*around, *asker], framed)

    def _as_mended(self, asking: _Asking, notes: Notes) -> None:
        """Take over what only shows with slips put right: that a person is asked for, and what is told of the asker."""
        text, places = respelt(asking.text, asking.typed, asking.left)
        again = asked(text) if asking.wanted.intent is Intent.FIND else asking.wanted
        if again.intent is Intent.CONTACT and again is not asking.wanted:
            asking.wanted = again
            asking.left = [token for token in asking.left if not is_within(places[token], again.spans)]
        asking.framed = asking.framed or _is_framed(text, asking.left)
        if not asking.framed:
            return
        stories = story(text)  # "my manger has asked" tells of the asker, too
        asking.told += [token.span for token in asking.left if is_within(places[token], stories)]
        asking.left = _without(asking.left, asking.told)
        tells = who_asks(text)
        tells = [token.span for token in asking.left if is_within(places[token], tells)]
        asking.left, asker = self._without_asker(asking.left, tells, notes)
        asking.around += asker

    def _note_subject(self, asking: _Asking, notes: Notes, *, alone: bool) -> None:
        """Note the places that are named and what is asked; `alone` says that all words of the question are left."""
        every = sorted([*asking.around, *asking.left], key=lambda token: token.start)
        placed = self._placer.placed(every, notes, alone=alone)
        placed = [one for one in placed if (every[one.first] if isinstance(one, Named) else one) not in asking.around]
        beside = [*asking.told, *notes.asker]
        self._subjects.note(placed, notes, sorted(beside), framed=asking.framed)
        notes.settle_own()
        if names_a_post(blanked(asking.text, beside)):
            notes.ideas = [_held_by_somebody(idea) for idea in notes.ideas]

    def respellings(self, text: str) -> Iterator[str]:
        """Questions like one that found nothing, likeliest first, each with a word as another that may be meant."""
        return respellings(text, self._known, self._speller)

    def _explicitly(self, notes: Notes) -> tuple[Sequence[Given], str]:
        """Note what a question gives explicitly; that, and the question with spaces for it and for web addresses."""
        whole = notes.text
        marked = bool(_MARKS & set(whole) or "NOT " in whole) and not is_said_to_the_tool(whole)
        parts = self._explicit.whole(given(whole), whole) if marked else []
        rest = unmarked(whole, parts) if parts or (marked and '"' in whole) else whole
        rest = _without_pages(rest)
        for part in parts:
            rest = self._explicit.take(part, notes, rest)
        return parts, rest

    def _not_there(self, found: re.Match[str]) -> str:
        """ "Non-London" as "not London", where a place follows."""
        word = found["word"].lower()
        named = word in self._lexicon.gazetteer.longest or word in self._lexicon.names.longest
        return f"not {found['word']}" if named else found[0]

    def _without_asker(self, left: list[Token], spans: Sequence[Span], notes: Notes) -> tuple[list[Token], list[Token]]:
        """The words outside of the `spans` where people tell who they are, which are noted, and the words inside.

        All of them are left where nothing else says what is asked.
        """
        others = [token for token in left if not is_within(token.span, spans)]
        if not spans or not self._subjects.has_one(others, notes.text):
            return left, []
        notes.asker += spans
        return others, [token for token in left if token not in others]

    def _edges(self, text: str, left: Sequence[Token], notes: Notes) -> list[Token]:
        """Note where the question itself begins and ends in its message; the words around it that may name a place."""
        found = edges(text, self._known.writes)
        within = [token for token in left if not found.hold(token.span)]
        if not any(token.word not in STOP and not only_asks(token) for token in within):
            return []
        notes.edges = found
        around = (token for token in left if token not in within)
        return [token for token in around if not is_within(token.span, found.names)]


def _intent(wanted: Intent, notes: Notes, text: str) -> Intent:
    """What is wanted by the wording `text`, and by the places that were noted in it."""
    if wanted is Intent.FIND and notes.reaching:
        wanted = Intent.CONTACT
    if wanted is Intent.FIND and notes.authorities and (about_an_authority(text) or notes.only_places):
        wanted = Intent.AUTHORITY
    several = len(notes.authorities) + len(notes.regions) + len(notes.nations) > 1
    if several and wanted in (Intent.FIND, Intent.AUTHORITY) and compares_places(text):
        wanted = Intent.COMPARE
    return wanted


def _held_by_somebody(idea: Idea) -> Idea:
    """An idea that is also looked for in what contacts are called."""
    terms = (one.term for one in idea.alternatives if one.kind is Kind.EXACT)
    # Of "D&I" the letters name nobody, and "and" stands in half of what teams are called.
    parts = (part for term in terms for part in term.split() if len(part) > 1 and part not in STOP)
    there = [Alternative(contact_term(part), 1.0, Kind.SYNONYM, None) for part in parts]
    return replace(also(idea, there), light=False)


#: A page beside what is asked says nothing of it: "hackney.gov.uk" is no question about Hackney.
_PAGE = re.compile(r"\(?\bhttps?://\S+|\bwww\.\S+", re.IGNORECASE)
_NON = re.compile(r"\b[Nn]on[-‐‑ ](?P<word>[A-Z][\w’'-]*)")
_MARKS = frozenset(':"“”-–')
#: Without any of these, all words of a question are its subject.
_SAYING_LITTLE = STOP | ASKING | GENERIC


def _is_framed(text: str, left: Sequence[Token]) -> bool:
    """Whether a question may hold more than its subject: small words, or words joined by hyphens."""
    return "-" in text or any(token.word in _SAYING_LITTLE for token in left)


def _without_pages(text: str) -> str:
    """A question with spaces in place of web addresses; one that is nothing else as it is."""
    without = _PAGE.sub(lambda found: " " * len(found[0]), text)
    return without if without.strip() else text


def _without(left: Sequence[Token], spans: Sequence[Span]) -> list[Token]:
    """The words outside of these places; all, where nothing is left but what only joins and asks."""
    kept = [token for token in left if not is_within(token.span, spans)]
    return kept if any(token.word not in STOP and not only_asks(token) for token in kept) else list(left)
