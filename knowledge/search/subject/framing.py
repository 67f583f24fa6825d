"""Which words of a question are its subject, and which only lead up to it ("what do others do about ...")."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from knowledge.search.language.english import STOP
from knowledge.search.language.text import Token
from knowledge.search.lists.thesaurus import Entry
from knowledge.search.subject.thinking import only_asks, says_little
from knowledge.search.subject.whoever import is_of_people

#: Where one clause of a question ends and the next begins.
MARK = re.compile(r"[.,;:!?()–—…]|\s-+\s|\s(?=(?:and|so|but)\s(?:i|we)\b)", re.IGNORECASE)
#: A story that leads up to the subject ends so.
_LEADS = re.compile(r" (?:on|about|around|re|regarding)$", re.IGNORECASE)
#: Words before the subject ("what do others do ABOUT ..."): the first ones nearly always are; the others as often join
#: two parts of it ("pottery WITH children in care").
STRONG_HINGES = frozenset("about on around regarding re".split())  # noqa: SIM905
_HINGES = STRONG_HINGES | frozenset("into of for with to towards at".split())  # noqa: SIM905
#: What is sought, how, or in what relation, right before a hinge: whatever led up to it is no part of the subject.
_SOUGHT = frozenset(
    """ask asking read reading find finding found out look looking search searching anything something everything
    whatever stuff nothing example examples evidence information info question questions query summary briefing material
    materials details research written article page paper report note relating relation respect relevant pertaining
    regard regards""".split()  # noqa: SIM905
)
#: But what somebody says something about is told.
_SAYING = frozenset(("say", "says", "said", "saying"))
#: Who tells of themselves, or greets.
FIRST_PERSON = frozenset(
    "i im ive id we weve my me us our thanks thank please pls plz sorry hi hello hey".split()  # noqa: SIM905
)
#: The same, and who is spoken to or what is asked for, before or after a subject.
_TALKING = FIRST_PERSON | frozenset("you your u anything something everything whatever owt".split())  # noqa: SIM905
#: Who goes on, after a subject, with what they want it for ("..., that I can take to ...").
_SPEAKING = frozenset("i im ive id we weve you u".split())  # noqa: SIM905
#: Who asks, or is asked; a clause without any may be part of the subject.
_ASKERS = _TALKING | frozenset(
    """anyone anybody someone somebody who whos which what whats how is are was were has have had did does do can could
    would should will any some there where others""".split()  # noqa: SIM905
)
#: Whoever asks these asks about what they do themselves ("how do we get barbers to talk about ...").
_MEANS = frozenset(("how", "why"))
#: Whoever wants somebody to do something names whom they ask about, unless it is to find or to tell what they ask.
_WANTING = frozenset("want wants wanted need needs get getting ask asking help persuade encourage expect".split())  # noqa: SIM905
_TO = frozenset(("to",))
_SPOKEN_TO = frozenset(("me", "us", "you", "u"))
_FINDING = frozenset("find search look show tell give send see hear bring point help".split())  # noqa: SIM905
#: What makes a clause a question.
_QUESTIONS = frozenset(
    """anyone anybody who whos which what whats how is are was were has have had did does do can could would should any
    there where why""".split()  # noqa: SIM905
)
#: Words true of any practice: never the subject where there is another...
_EMPTY = frozenset(
    """example examples la las lea leas good great best brilliant excellent decent solid strong real proper properly
    well useful helpful lovely amazing fab welcome grateful elsewhere""".split()  # noqa: SIM905
) | {"good practice", "best practice", "case study", "case studies", "worked examples"}
#: ...and words for where it is done, which do not make a subject, but may be part of one.
_WHERE = frozenset(
    "council councils authority authorities place places area areas anywhere".split()  # noqa: SIM905
) | {"local authority", "local authorities", "local government"}
#: Without any of these, all words of a question are its subject.
_FRAMING = _ASKERS | _EMPTY | _WHERE
#: What may stand between a word that leads up to a subject and the subject.
ARTICLES = frozenset("a an the our my your their any this that these those".split())  # noqa: SIM905
#: A wording of a question: its words, and the lists' entry for it (None: a word by itself).
Wording = tuple[Entry | None, Sequence[Token]]


def subject(wordings: Sequence[Wording], text: str, told: Sequence[tuple[int, int]] = ()) -> list[Wording]:
    """The wordings of a question without those that only frame its subject; all of them where there is no other.

    `told` are the places where somebody told their story (`story`). Where one clause holds what the lists know, another
    that does not, and is about the asker, is no part of the subject ("we keep going round in circles, who has done"),
    unless their story leads up to it ("my dissertation is on ...").
    """
    if not told and not any(_is_one_of(_FRAMING, one) for one in wordings):
        return list(wordings)
    clauses = _clauses(wordings, text, told)
    if not any(map(says, wordings)):
        return list(wordings)
    known = [any(entry is not None and says((entry, those)) for entry, those in one.wordings) for one in clauses]
    talk = told or any(_is_one_of(_TALKING, one) for one in wordings)
    kept: list[Wording] = []
    for number, (clause, knows) in enumerate(zip(clauses, known, strict=True)):
        asks = clause.holds(_ASKERS)
        remarks = talk and not any(known[:number]) and not clause.holds(_QUESTIONS)
        about_the_asker = (clause.holds(FIRST_PERSON) or remarks) and not clause.leads
        if (any(known) and not knows and about_the_asker) or (asks and not any(map(says, clause.wordings))):
            continue
        kept += _core(clause)
    return kept


@dataclass(frozen=True, slots=True)
class _Clause:
    """What stands between two marks of a question; `told` where part of it was somebody's story.

    `leads` tells whether that story ends in "about" or "on", so that the subject follows.
    """

    wordings: Sequence[Wording]
    told: bool
    leads: bool

    def holds(self, words: frozenset[str]) -> bool:
        """Whether one of these words is in it."""
        return any(_is_one_of(words, one) for one in self.wordings)


def _clauses(wordings: Sequence[Wording], text: str, told: Sequence[tuple[int, int]]) -> list[_Clause]:
    marks = [mark.start() for mark in MARK.finditer(text)]
    stories = {bisect(marks, start) for start, _ in told}
    leading = {bisect(marks, start) for start, end in told if _LEADS.search(text[start:end])}
    return [
        _Clause(list(those), number in stories, number in leading)
        for number, those in groupby(wordings, lambda one: bisect(marks, one[1][0].start))
    ]


def says(wording: Wording) -> bool:
    """Whether a wording may be part of a subject: none that only joins or asks, or is true of nearly any work."""
    _, (token, *more) = wording
    if _is_one_of(_EMPTY, wording) or _is_one_of(_WHERE, wording):
        return False
    return bool(more) or not (token.word in STOP or only_asks(token) or says_little(token.word))


def words_of(wording: Wording) -> str:
    """The words of a wording, with spaces between them."""
    _, those = wording
    return those[0].word if len(those) == 1 else " ".join(token.word for token in those)


def _is_one_of(words: frozenset[str], wording: Wording) -> bool:
    """Whether a wording is one of these."""
    return words_of(wording) in words


def _core(clause: _Clause) -> Sequence[Wording]:
    """A clause without the words before and after its subject ("what do others do about ..., that we could use")."""
    every = clause.wordings
    telling = [at for at, wording in enumerate(every) if says(wording)]
    known = [at for at in telling if every[at][0] is not None]
    first, last = 0, len(every)
    if telling:
        first = _begins(every, telling[0], _ASKERS, _HINGES, told=clause.told)
    kept: Sequence[Wording] = ()
    if known and not clause.holds(_MEANS):
        sought = next((at for at in range(1, known[-1]) if _is_sought(every, at)), 0)
        begins = sought or _begins(every, known[0], _TALKING, STRONG_HINGES, told=clause.told)
        first = max(first, begins)
        kept = _who_is_to_do(every[:sought])
    if known:
        last = next((at for at in range(known[-1] + 1, last) if _is_one_of(_SPEAKING, every[at])), last)
    return [one for one in (*kept, *every[first:last]) if not _is_one_of(_EMPTY, one) or _is_a_name(one)]


def _who_is_to_do(before: Sequence[Wording]) -> Sequence[Wording]:
    """Who is to do something, of what leads up to a subject: "we want GOVERNORS to do something on ..."."""
    wanting = next((at for at, one in enumerate(before) if _is_one_of(_WANTING, one)), len(before))
    doing = next((at for at in range(wanting + 1, len(before) - 1) if _is_one_of(_TO, before[at])), 0)
    whom = before[wanting + 1 : doing]
    if not doing or _is_one_of(_FINDING, before[doing + 1]) or any(_is_one_of(_SPOKEN_TO, one) for one in whom):
        return ()
    return [one for one in whom if says(one) and (one[0] is not None or is_of_people(words_of(one)))]


def _is_a_name(wording: Wording) -> bool:
    """Whether a wording has a capital within a question, as what is called by a name ("the Strong Fathers project")."""
    _, (token, *_) = wording
    return token.capital and not token.shouted and token.start > 0


def _is_sought(wordings: Sequence[Wording], hinge: int) -> bool:
    """Whether somebody speaks, before this place, of what they seek ("I need something | on ...")."""
    return (
        _is_one_of(_HINGES, wordings[hinge])
        and _is_one_of(_SOUGHT, wordings[hinge - 1])
        and not _is_one_of(_SAYING, wordings[max(hinge - 2, 0)])
        and any(_is_one_of(_TALKING, one) for one in wordings[: hinge - 1])
    )


def _begins(
    wordings: Sequence[Wording], subject: int, talk: frozenset[str], hinges: frozenset[str], *, told: bool
) -> int:
    """Where a clause comes to its subject, which is no later than this place: at the last hinge after such talk."""
    hinge = next((at for at in range(subject - 1, -1, -1) if _is_one_of(hinges, wordings[at])), 0)
    return hinge if told or any(_is_one_of(talk, one) for one in wordings[:hinge]) else 0
