"""Whether a paragraph goes on about the work before it: points back to it, or tells what came of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from knowledge.importing.template.contacts.mentions import only_contacts
from knowledge.importing.template.files.document import Kind
from knowledge.importing.template.language.sentences import sentences, word_set, words
from knowledge.importing.template.language.statements import explains, tells_of_work, tells_results
from knowledge.importing.template.language.vocabulary import DOING, EVERYWHERE, REFERS_BACK, WORK_NOUNS
from knowledge.importing.template.lines.steps import Line
from knowledge.importing.template.questions.fields import field_of

#: "We launched a ...", "30 mentors were trained": what makes a new beginning, whatever stands in front of it.
_BEGINS = re.compile(
    r"\b(?:set up|launched|introduced|created|established|started|began|developed|piloted|commissioned|opened|founded"
    r"|appointed|recruited|built|wrote|designed|published|hosts?|hosted|runs?|ran|holds?|held|fund(?:s|ed)?"
    r"|offers?|provides?|made|produced|deliver(?:s|ed)?|rolled out|co-produced|co-designed|organised|adopted)\s+"
    r"(?:(?!(?:by|in|at|on|from|for|to|with)\b)\w+\s+){0,2}?"
    r"(?:an?|another|two|three|four|five|six|(?!(?:19|20)\d\d)\d+|new|our|monthly|weekly|termly|annual)\b",
    re.I,
)
#: The work as those who tell of it call it later on.
_THE_WORK = (
    r"(?:work|project|programme|scheme|initiative|approach|pilot|training|group|network|course|panel|forum|campaign"
    r"|service|model|activity|partnership)"
)
_POINTS_BACK = re.compile(
    rf"\b(?:this {_THE_WORK}|(?:took|taking|takes?|taken) part|(?:both|all|each|none|most|many|some) of (?:them|these"
    rf"|those)|what we (?:had )?(?:found|learn(?:ed|t)))\b"
    r"|^(?!we\b)(?:[\w’'-]+ ){1,6}(?:evaluated|assessed|reviewed|studied|inspected|praised|funds?|funded|pays? for"
    r"|paid for|runs?|ran|leads?|led|hosts?|hosted) (?:it|them|this)\b"
    r"|^(?:none|all|both|most|half|each|(?:nearly|almost) all) of (?:the|these|those|our)(?: first)? \d+\b"
    r"|^(?:the |our |its )?(?:key|main|headline|early|initial|overall) (?:findings?|recommendations?|messages?"
    r"|conclusions?)\b"
    r"|^(?:the|this|its) (?:\w+ )?(?:report|research|study|review|audit|survey|analysis)"
    r" (?:(?:also|then|has|have|clearly) )*(?:recommend|found|find|show|conclud|suggest|identif|highlight|reveal)\w*\b"
    rf"|^(?:an?|the|our|its) (?:\w+ ){{0,2}}?(?:evaluation|feedback"
    rf"|findings|results|outcomes)\b",
    re.I,
)
#: "Two of the boys now mentor others": some of those told of before.
_SOME_OF = re.compile(r"^(?:\w+ ){1,3}?of (?:the|these|those|our) (?P<named>(?:[\w’'-]+ ?){1,3})", re.I)
#: "All twelve leaders had to ...": as many as were told of before.
_ALL_OF = re.compile(
    r"^(?:all|each of)(?: (?:of )?the)? (?P<count>\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.I,
)
#: "All 20 schools have seen it", "By March 300 staff had attended the core day": who took part in what is known.
_TAKEN_UP = re.compile(
    r"\b(?:have|has|had) (?:(?:now|already|since|all|both) )?(?:attended|completed|finished|joined|used|seen|read|tried"
    r"|signed(?: up to)?|been through|been on|taken|adopted|received|heard|watched|done)"
    r" (?:(?:it|them)\b|the (?P<thing>[\w-]+))",
    re.I,
)
#: "The answers are read out at the next forum": what is known, anywhere in a sentence.
_KNOWN_WORK = re.compile(r"\b(?:the|this|that)(?: (?:next|last|first|same|whole))? (?P<work>[a-z]+)\b(?! (?:of|for)\b)")
_NAMED = re.compile(r"^(?:the|these|those|its|their) (?P<named>(?:[\w’'-]+ ?){1,4})", re.I)
#: Someone's words about the work before.
_QUOTES = re.compile(
    r"^(?:[“‘\"].{10,}[”’\"]\W{0,3}(?:$|[-–—]"
    r"|.{0,60}\b(?:said|says|told us|wrote|explained|added|commented|reflected)\b)"
    r"|.{3,60}\b(?:said|says|told us|wrote|commented)\W{1,3}[“‘\"]|[A-Z][^:“\"]{2,40}:\s*[“‘\"])",
    re.S,
)
#: "Talk Race – ", "Fair Futures: " in front of what it is.
_OWN_NAME = re.compile(r"^([A-Z][\w’'&-]*(?: [\w’'&-]+){0,4})\s?(?::|\s[–—-])\s+(?=\S+ \S+)")
_WE_DO = re.compile(r"^(?:we|our \w+)(?: also| now)? \w+", re.I)
_FOR_KNOWN = re.compile(
    r"\b(?:it|its|they|them|their|theirs|she|he|her|his|him|this|these|those|such|each|both|there|then|same)\b", re.I
)
#: "We meet on Tuesdays", "we hope to do more": how the work goes, and none by itself.
_OF_SAME = re.compile(
    r"^\w+(?: \w+)?? (?:(?:also|now|have|had|then|all|both|first|always|only|recently|since) )*"
    r"(?:meet|met|start(?:ed)?|beg[aiu]n|hope[ds]?|plan(?:ned|s)?|aim|want(?:ed)?|wish|would|will|could|can|may|must"
    r"|should|need(?:ed)?|had|are|were|is|been|learn(?:ed|t)?|f[io]u?nd|see|saw|seen|know|knew|think|thought|feel|felt"
    r"|believe|expect|intend|look|continue|remain|tried|try|got|received|noticed|heard|did|do)\b",
    re.I,
)
#: "Separately, we ...", "Our second project is ...".
_APART = re.compile(
    r"^(?:separately|elsewhere|secondly|thirdly|fourthly)\b"
    rf"|^(?:another|(?:a|the|our) (?:second|third|fourth|further|other|next|last|final)) (?:\w+ )?{_THE_WORK}\b"
    r"|^[^.]{3,60} is (?:another|a (?:second|third|separate|further)) ",
    re.I,
)
#: So many letters tell a word whatever its ending.
_STEM = 5
_VERBS = word_set("has have had is are was were will can now also who that which then still each all both since")
#: How many words the subject of a sentence takes at most.
_SUBJECT = 6
#: What belongs to the place and not to one piece of work, however often it is spoken of.
_OF_THE_PLACE = word_set("council authority borough county city trust service department directorate police area")
#: Words that two texts share tell something from this length on.
_SMALL_WORD = 4
#: So many words in common make one text of two paragraphs that could be two pieces of work.
_SHARED = 2
#: A shorter paragraph is an afterthought to the one before it.
_OWN_WORDS = 12


#: Small words of Welsh that are none of English.
_WELSH = word_set(
    "yn mae ein eich eu yr gan wedi gyda ac sydd bod oedd cael hyn maent rydym mewn fel neu ond nhw ni ei dros"
)
#: What the words of a text may end in without being others.
_ENDING_S = re.compile(r"(?:['’]s|s['’]?)(?![\w\u0300-\u036f’'-])")
#: A text is Welsh from this share of such words on.
_WELSH_SHARE = 0.15


def goes_on(text: str, told: str) -> bool:
    """Whether the paragraph `text` goes on about the work that `told` is all the words of so far.

    It does when it opens by pointing back; else, unless it tells of a new beginning, when it names what was named
    before as known ("the circle", "two of the boys"), or says nothing but what came of it.
    """
    if REFERS_BACK.match(text) or _QUOTES.match(text) or _is_welsh(text) != _is_welsh(told):
        return True  # in the other language the same is said again
    if _names_itself(text, told):
        return False
    pieces = sentences(text)
    if not pieces or _BEGINS.search(pieces[0]):
        return False
    first = pieces[0]
    if _POINTS_BACK.search(first):
        return True
    known = _singular(told)
    for pattern in (_SOME_OF, _NAMED):
        if (found := pattern.match(first)) and _is_known(found["named"], known):
            return True
    if (count := _ALL_OF.match(first)) and count["count"].lower() in known:
        return True
    if (taken := _TAKEN_UP.search(first)) and (not taken["thing"] or taken["thing"].lower() in known):
        return True
    if any(one["work"] in WORK_NOUNS - _OF_THE_PLACE and one["work"] in known for one in _KNOWN_WORK.finditer(first)):
        return True
    results = tells_results(first) and all(tells_results(one) or REFERS_BACK.match(one) for one in pieces)
    return results and not _names_other_work(first, known)


def belongs_to(text: str, told: str) -> bool:
    """Whether the paragraph `text` is more about the work that `told` is all the words of: see `goes_on`.

    One that tells of no work by itself does too, when it is an afterthought or has words of that work.
    """
    if goes_on(text, told):
        return True
    if _names_itself(text, told):
        return False
    if tells_of_work(text) or not explains(text) or lists(text, told):
        return False
    return len(words(text)) < _OWN_WORDS or len(_own_words(told) & _own_words(text)) >= _SHARED


def is_apart(text: str, told: str, *, sure: bool) -> bool:
    """Whether a paragraph in the answer to a form's only question for a description tells of other work all the same.

    Such paragraphs go on about the same, unless one says so, has a name of its own, or has a new beginning and no word
    for anything told before. `sure` says that an impact is asked for, once; else any work told of is a beginning.
    """
    if _APART.match(text) or _names_itself(text, told):
        return True
    if goes_on(text, told):
        return False
    shared = len(_stems(told) & _stems(text))
    begins = any(_BEGINS.search(piece) for piece in sentences(text)[:1])
    return (not shared and (begins or lists(text, told))) or (shared < _SHARED and not sure and tells_of_work(text))


def lists(text: str, told: str) -> bool:
    """Whether two sentences list two things done ("We employ two advisers.", "We pay for translated letters.").

    They do when both say first who does it, and the second has no word for anything in the first.
    """
    if not (_WE_DO.match(text) and _WE_DO.match(told.strip())) or _FOR_KNOWN.search(text) or _OF_SAME.match(text):
        return False
    return not _stems(told) & _stems(text)


def holds_other_work(lines: Sequence[Line], is_other: Callable[[str, str], bool]) -> bool:
    """Whether a paragraph behind the first tells of work of its own."""
    paragraphs = [one.text for one in lines if one.kind is Kind.PARAGRAPH and not only_contacts(one.text)]
    return any(
        tells_of_work(text) and is_other(text, " ".join(paragraphs[:index]))
        for index, text in enumerate(paragraphs)
        if index
    )


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _own_words(text)}


def _is_welsh(text: str) -> bool:
    small = sum(word.lower() in _WELSH for word in words(text))
    return small > 1 and small >= _WELSH_SHARE * len(words(text))


def _names_itself(text: str, told: str) -> bool:
    """Whether a paragraph opens with a name of its own: "Talk Race – lunchtime sessions"."""
    found = _OWN_NAME.match(text)
    if found is None or field_of(found[1]) is not None:
        return False
    return not _singular(found[1]) <= _singular(told)


def _is_known(named: str, known: set[str]) -> bool:
    """Whether what stands before the sentence's verb was named before, or is a bare "film" that no other work is."""
    thing: list[str] = []
    for word in words(named):
        if word.lower() in _VERBS or (thing and DOING.fullmatch(word)):
            break
        thing.append(word)
    if not thing or len(thing) == len(words(named)) or any(word.lower() in _OF_THE_PLACE for word in thing):
        return False
    bare = len(thing) == 1 and thing[0] in WORK_NOUNS
    return bare or _singular(" ".join(thing)) <= known


def _names_other_work(sentence: str, known: set[str]) -> bool:
    """Whether a sentence of results is about a kind of work that was not told of before ("Our coaching has ...")."""
    before = words(sentence)
    return any(word.lower() in WORK_NOUNS and not _singular(word) <= known for word in before[:_SUBJECT])


def _singular(text: str) -> set[str]:
    return set(words(_ENDING_S.sub("", text.lower())))  # not word by word: it is asked at every line of all before it


def _own_words(text: str) -> set[str]:
    """The words of a text by which it can be told from others."""
    return {word.lower() for word in words(text) if len(word) > _SMALL_WORD} - EVERYWHERE
