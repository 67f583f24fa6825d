"""What a form says of impact: at the end of a text about the work, or apart from it, and then about which work."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.domain.text import fold
from knowledge.importing.template.drafts.topics import for_topic
from knowledge.importing.template.language.sentences import capitalised, joined, sentences, word_set
from knowledge.importing.template.language.statements import tells_results
from knowledge.importing.template.work.candidates import Candidate, Told

_LABEL = re.compile(r"^(?:the )?(?:impact|outcomes?|results?|difference made|evidence)(?: so far)?\s*[:–-]\s*", re.I)
#: Words that any two statements may share.
_SMALL_WORD = 3
_EVERYWHERE = word_set(
    """
    that this with from were have been they their what when which will would more than into also children young people
    staff work year years month number over after about them those these being each every other
    """
)
#: So many words of a statement of impact must be those of a piece of work to be about it.
_SHARED_WORDS = 2
#: "The helpline received 212 contacts".
_SUBJECT = re.compile(r"(?:the|our|this) (?:\w+ )?([a-z]{4,}) (?:has|have|had|was|were|is|are|\w+ed|now)\b", re.I)
#: "Dashboard: the gap narrowed": a topic in front is no longer than this.
_TOPIC_WORDS = 6


def take_impact(text: str) -> tuple[str, str | None]:
    """The text without the sentences at its end that tell of results, and those; at least one sentence stays."""
    pieces = sentences(text)
    at = len(pieces)
    while at > 1 and tells_results(pieces[at - 1]):
        at -= 1
    # A sentence that points back stays with what it points to, unless that moves too.
    impact = pieces[at:]
    labelled = [index for index, piece in enumerate(pieces) if index and _LABEL.match(piece)]
    if labelled:
        at = min(at, labelled[0])
        impact = pieces[at:]
    if not impact:
        return text, None
    return joined(pieces[:at]), joined([capitalised(_LABEL.sub("", _unwrapped(piece))) for piece in impact])


def _unwrapped(text: str) -> str:
    return text[1:-1] if text[:1] == "(" and text[-1:] == ")" else text


def share_impact(candidates: Sequence[Candidate], impact: Sequence[Told]) -> list[Told]:
    """Give impact stated apart from any piece of work to the one it is about; returns what cannot be given."""
    left: list[Told] = []
    by_section = any(one.impact for one in candidates) or len({id(told.of) for told in impact if told.of}) > 1
    for told in impact:
        of = _told_of(told, candidates, by_section=by_section)
        if of is None:
            left.append(told)
            continue
        sign, _, rest = told.text.partition(":")
        text = capitalised(rest.strip()) if of.sign and fold(sign) == of.sign and rest.strip() else told.text
        of.impact += [text] if text else []
        of.resources += told.resources
    return left


def _told_of(told: Told, candidates: Sequence[Candidate], *, by_section: bool) -> Candidate | None:
    """The work that a statement of impact is about.

    That is the only one of the form, the one that its topic names, the one right before it where impact is stated
    section by section, or the one whose words it shares.
    """
    topic, _, rest = told.text.partition(":")
    named = for_topic(topic, candidates, least=1.0) if rest and len(topic.split()) <= _TOPIC_WORDS else []
    if len(candidates) == 1:
        return candidates[0]
    if len(named) == 1:
        return named[0]
    if told.of and any(told.of is one for one in candidates[: None if by_section else -1]):
        return told.of
    return _most_alike(told.text, candidates)


def _most_alike(text: str, candidates: Sequence[Candidate]) -> Candidate | None:
    """The one piece of work with most of the text's words, two at least."""
    wanted = _telling_words(text)
    scores = [len(wanted & _telling_words(" ".join([one.given, *one.texts]))) for one in candidates]
    best = max(scores, default=0)
    if subject := _SUBJECT.match(text):
        named = [one for one in candidates if fold(subject[1]) in fold(" ".join([one.given, *one.texts])).split()]
        if len(named) == 1:
            return named[0]
    return candidates[scores.index(best)] if best >= _SHARED_WORDS and scores.count(best) == 1 else None


def _telling_words(text: str) -> set[str]:
    return {word.rstrip("s") for word in fold(text).split() if len(word) > _SMALL_WORD and word not in _EVERYWHERE}
