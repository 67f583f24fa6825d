"""Words of a question that say what somebody does with its subject, or what becomes of that ("our panel has stalled").

They are told by where they stand: English has no list of verbs that are nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.search.subject.framing import ARTICLES, Wording, says, words_of
from knowledge.search.subject.thinking import says_little
from knowledge.search.subject.whoever import is_of_people

#: Who asks, and who is asked for: what they do is not what they ask about.
_SOMEBODY = frozenset(
    """i you we who somebody someone anyone anybody nobody everyone ive weve youve id wed youd ill well youll im
    youre whos whove""".split()  # noqa: SIM905
)
#: What may stand between them, or a subject, and the verb.
_AUXILIARY = frozenset(
    """can could will would shall should might must did do does didnt dont doesnt cant couldnt wont wouldnt shouldnt has
    have had hasnt havent hadnt is are was were am be been being isnt arent wasnt werent got get gets just really never
    ever
    also even still all recently now""".split()  # noqa: SIM905
)
#: Somebody, a verb and what it is done with.
_FEWEST = 3
#: Behind these stands what somebody has, unless it is something done.
_HAVING = frozenset("have has had havent hasnt hadnt ive weve youve whove got get gets".split())  # noqa: SIM905
_PAST = ("ed", "en", "wn", "ought", "aught", "un")
_JOINING = frozenset("and but then so or".split())  # noqa: SIM905


def predicates(wordings: Sequence[Wording]) -> set[int]:
    """The places among a question's wordings of those that only say what is done with what the lists know beside them.

    Where another word that the lists do not know follows, it is as likely that which it is done with ("we are buying
    curtains for carers"): then neither is passed over. What is done to people is asked about.
    """
    if len(wordings) < _FEWEST:
        return set()
    words = [words_of(one) for one in wordings]
    known = {at for at, one in enumerate(wordings) if one[0] is not None and says(one) and not is_of_people(words[at])}
    if not known:
        return set()
    found: set[int] = set()
    following: int | None = None
    for at in range(len(wordings) - 1, -1, -1):
        if not says(wordings[at]):
            continue
        with_it = following is None or (wordings[following][0] is not None and not is_of_people(words[following]))
        verb = _is_done(wordings, words, at, known) or _is_to_be_done(words, at, known)
        if wordings[at][0] is None and with_it and verb:
            found.add(at)
        else:
            following = at
    return found


def _is_done(wordings: Sequence[Wording], words: Sequence[str], at: int, known: set[int]) -> bool:
    """Whether a word says what somebody does or did, or what became of a subject."""
    by = at - 1
    while by >= 0 and words[by] in _AUXILIARY:
        by -= 1
    if by < 0:
        return False
    past = words[at].endswith(_PAST)
    if words[at - 1] in _HAVING and not past:
        return False
    # "Our exclusions work has stalled": work that says little may stand between.
    if by in known or (by - 1 in known and says_little(words[by])):
        return by < at - 1 and past
    if words[by] in _SOMEBODY:
        # "Teachers who look like pupils" are asked about, and "who paints with pupils"; "who looks at ...?" is not.
        return not (by and says(wordings[by - 1])) and words[at + 1 : at + 2] != ["with"]
    joined = by == at - 1 and words[by] in _JOINING and (past or words[at].endswith("ing"))
    return joined and not _SOMEBODY.isdisjoint(words)


def _is_to_be_done(words: Sequence[str], at: int, known: set[int]) -> bool:
    """Whether a word stands between "to" and a subject ("to redesign our panels")."""
    subject = at + 1
    while subject < len(words) and words[subject] in ARTICLES:
        subject += 1
    return at > 0 and words[at - 1] == "to" and subject in known
