"""What a text states: work that is done, what came of it, a position, or only that more is told elsewhere."""

from __future__ import annotations

import re

from knowledge.importing.template.language.sentences import sentences, words
from knowledge.importing.template.language.vocabulary import ANNOUNCES, DOING, GENERAL, POINTS_AWAY, WORK_NOUNS

#: A paragraph shorter than this tells of nothing on its own.
PARAGRAPH_WORDS = 8
#: Items under a lead-in that are this short on average are the parts of one thing.
PART_WORDS = 9

#: "commissioned the university to study why": with fewer words behind it, a doing word has no object of its own.
_OBJECT_WORDS = 3
_BELOW = re.compile(r"^(?:here|below)\b|\b(?:below|following)\b", re.I)
_SEVERAL = re.compile(r"\b(?:initiatives|projects|examples|activities|programmes|schemes|pieces of work)\b", re.I)
#: Fewer than three may be halves of one sentence.
_LEAST_LISTED = 3
_LISTED_WORDS = 2
#: What came of something.
_RESULTS = re.compile(
    r"\b(?:has|have|had) (?:\w+ly )?(?:led to|resulted in|impacted|improved|reduced|increased|risen|fallen"
    r"|dropped|halved|doubled|influenced|brought about|cut|helped|meant|grown|been widely|made a "
    r"(?:real |big )?difference)"
    r"|\b(?:led to|resulted in|resulting in) (?:a|an|fewer|more|less|better|\d)"
    r"|\b(?:closed|shrank|jumped|climbed|widened) (?:by|from|to) (?:about |around |nearly |over )?\d"
    r"|\b\d+(?:\.\d+)? ?(?:%|per ?cent) (?:against|compared (?:with|to)|versus|vs|up from|down from)\b"
    r"|^\d+(?:\.\d+)? ?(?:%|per ?cent) (?:have |has |had |now |then |since )?(?:\w+ed|are|were|had|said|say|went|got"
    r"|left)\b"
    r"|\b(?:better|higher|lower|worse|shorter|longer) (?:\w+ ){0,4}than (?:before|the year|last year|in 20)"
    r"|\b(?:fell|rose|dropped|went (?:up|down)|halved|doubled|grew|increased|decreased|reduced|improved|came "
    r"down|narrowed|is down|are down|is up|are up) (?:by|from|to|over|since|in the|sharply|steadily|markedly"
    r"|for|(?:19|20)\d\d)\b"
    r"|\b(?:none|all|half|most) of (?:the|these|our)(?: first)? \d+\b|\bhalved in (?:19|20)\d\d\b"
    r"|\b(?:out )?of (?:the |our |these |all )?(?:first )?\d+ [^.;]{3,60}, \d+ "
    r"|\b(?:has|have) (?:since |now |already |all )?(?:gone on to|been (?:approved|promoted)|stayed (?:in|with)"
    r"|returned to (?:school|work|education|learning)|moved (?:into|up|on to))\b"
    r"|\b(?:went|gone|moved|climbed|up|down) from \d|\d ?(?:%|per ?cent) to \d|\b(?:has|have|had) (?:more than "
    r"|almost |nearly )?(?:trebled|tripled|quadrupled)\b"
    r"|\bas a result\b|\bthe result\b|\bthe impact\b|\bimpact (?:so far|has been|is|was)\b|\b(?:early|initial"
    r"|first|emerging) (?:results?|findings|signs|indications|evidence|data|feedback|figures)\b"
    r"|\b(?:feedback|evaluation|a survey|survey results) (?:has|have|shows?|showed|found|tells|from|was|were|is)\b"
    r"|\b(?:carers|parents|staff|families|children|pupils|teachers|mentees|participants|young people|managers) "
    r"(?:say|report|tell us|told us|feel)\b"
    r"|\b(?:now|today) (?:have|report|say|feel|make up|hold|sit|stay)\b|\b(?:reported|told us|said) (?:that |they "
    r"|feeling |more |greater |an increase)"
    r"|\b\d+(?:\.\d+)? ?(?:%|per ?cent) of\b|\b(?:fewer|more) (?:\w+ ){0,5}(?:than (?:before|the year|last year"
    r"|in 20)|since)\b|\bevaluated by\b|\bwas evaluated\b|\bevaluation by\b",
    re.I,
)
#: What was counted before and after.
_COUNTED_TWICE = re.compile(
    r"\b(?:fell|rose|dropped|went(?: (?:up|down))?|grew|increased|decreased|reduced|improved|came down|narrowed|closed"
    r"|jumped|climbed|risen|fallen|dropped|cut) from \D{0,12}\d[\d,.]*(?: ?%| \w+){0,3} to \D{0,12}\d",
    re.I,
)
_HOPED = re.compile(
    r"\b(?:will|hope[sd]?|aims?|plan(?:s|ned|ning)? to|planned|intend(?:s|ed)?|expect(?:s|ed)?|targets?|goals?)\b", re.I
)
#: What is hoped for.
LEAVES_OPEN = re.compile(
    r"\b(?:will|hope[sd]?|aims?|plan(?:s|ned|ning)? to|(?:is|are|was|were|being) planned|planned for"
    r"|intend(?:s|ed)?|expect(?:s|ed)?|should|would|could|want|seek(?:s"
    r"|ing)?|(?:target|goal|ambition)s? (?:is|are))\b",
    re.I,
)


def tells_of_work(text: str) -> bool:
    """Whether a paragraph describes a piece of work rather than the place, its aims or its beliefs."""
    pieces = sentences(text)
    if len(words(text)) < PARAGRAPH_WORDS or not pieces:
        return False
    doing = sum(bool(DOING.search(piece)) for piece in pieces)
    general = sum(_is_position(piece) for piece in pieces)
    concrete = any(word.lower() in WORK_NOUNS for word in words(text))
    concrete = concrete or any(letter.isdigit() for letter in text) or len(DOING.findall(text)) > 1
    return doing > 0 and concrete and doing >= general and not (_is_position(pieces[0]) and general * 2 >= len(pieces))


def states_position(text: str) -> bool:
    """Whether a text says what is believed, wished or so in general, in any of its sentences."""
    return any(_is_position(piece) for piece in sentences(text))


def _is_position(sentence: str) -> bool:
    """Whether a sentence opens with what is so in general; behind something done it only gives the reason for it."""
    general = GENERAL.search(sentence)
    if general is None:
        return False
    doing = DOING.search(sentence[: general.start()])
    return doing is None or len(words(sentence[doing.end() : general.start()])) < _OBJECT_WORDS


def announces(text: str) -> bool:
    """Whether a text says no more than that work is told of below, or speaks of the form it stands in."""
    return all(ANNOUNCES.search(piece) for piece in sentences(text))


def introduces(text: str) -> bool:
    """Whether a paragraph ends by saying that the work is told of below it: "Here are three pieces of work"."""
    pieces = sentences(text)
    return len(pieces) > 1 and announces(pieces[-1]) and _BELOW.search(pieces[-1]) is not None


def may_be_work(text: str) -> bool:
    """Whether a paragraph could describe a piece of work where nothing before it says what it is about.

    Ways of saying that something is done have no end ("boxes are given to carers"); a position or a wish is told by its
    own words, and whoever reviews a draft can delete it.
    """
    return len(words(text)) >= PARAGRAPH_WORDS and explains(text) and not announces(text)


def points_away(text: str) -> bool:
    """Whether a text says no more than that something is attached, or is to come."""
    return all(POINTS_AWAY.search(piece.rstrip(" .!")) for piece in sentences(text))


def only_asks(text: str) -> bool:
    return all(piece.endswith("?") for piece in sentences(text))


def listed_in(text: str) -> list[str]:
    """The pieces of work that one sentence lists ("Our projects: a choir; a mentoring scheme; two new posts")."""
    lead, colon, rest = text.partition(":")
    pieces = [piece.strip(" .") for piece in re.split(r";(?:\s*and\b)?", rest)]
    if not colon or not _SEVERAL.search(lead) or len(pieces) < _LEAST_LISTED or len(sentences(rest)) > 1:
        return []
    return pieces if all(len(words(piece)) >= _LISTED_WORDS for piece in pieces) else []


def explains(text: str) -> bool:
    return len(words(text)) >= 4 and not states_position(text)


def says_more(text: str) -> bool:
    """Whether a text is sentences that say more than positions; why the work is needed may stand among them."""
    return text.rstrip().endswith(".") and any(map(explains, sentences(text)))


def compares(sentence: str) -> bool:
    """Whether a sentence says how a number changed: "Those who would report racism rose from 41% to 63%"."""
    return bool(_COUNTED_TWICE.search(sentence)) and not _HOPED.search(sentence)


def tells_results(sentence: str) -> bool:
    """Whether a sentence says what came of something, rather than what is hoped for."""
    if compares(sentence):
        return True
    return bool(_RESULTS.search(sentence)) and not LEAVES_OPEN.search(sentence)
