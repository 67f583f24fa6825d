"""Whether a place in a question is asked about, or only where the asker is ("I work for Hackney, who has done ...").

Practitioners mostly look for what others did, and say where they are themselves. Only a question that says nothing else
is about that place.
"""

from __future__ import annotations

import re

from knowledge.search.understanding.story import ROLE

_WE = r"(?:i(?:['’]?m|\ am)|we(?:['’]?re|\ are))"
_OURS = r"""(?:team|manager|director|department|service|school|authority|council|borough|boss|head\ of\ service
    |(?:\w+\ )?leaders)"""
#: Right before the name of a place: it is the asker's own.
_BEFORE = re.compile(
    rf"""\b(?:
    {_WE}\ (?:an?|the)\ (?:[\w-]+\ ){{1,4}}?(?:from|in|at)
    | {_WE}\ (?:all\ )?(?:from|in|at|near|(?:based|here|over|working|new|asking)\ (?:from|in|at|with|to|for))
    | {_WE}(?:\ an?)? | (?:as|being)\ an?
    | (?:i|we)\ (?:cover|(?:work|live)\ (?:in|for|at|with|near)) | someone\ working\ (?:in|for|at)
    | (?:i|we|(?:my|our)\ (?:\w+\ ){{1,4}}?)\ ?(?:just\ |recently\ |all\ )?(?:came|moved\ here)\ from
    | (?:\b(?:i|we)(?:['’]?ve|\ have)?|(?:^|[.;!?,(]\ ?)(?:have)?)\ ?(?:just\ |recently\ |newly\ )?
        (?:joined|moved\ to|been\ at|started\ (?:in|at))
    | (?:{_WE}|as)\ an?\ (?:\w+\ ){{0,2}}?
        (?:{ROLE}|someone|parent|carer|council|borough|authority|county|school|service|partnership|department)
        \ (?:from|in|at|for|with)
    | (?:my|our)\ (?:{_OURS}\ (?:in|at)|(?:\w+\ )?(?:borough|council|authority|area|county|city|town)\ is)
    | (?:us|we|here)\ (?:in|at) | new\ starter\ (?:in|at) | this\ is\ for
    | (?:asking|hello|hi|morning|afternoon|greetings|speaking|calling)\ (?:from|for) | on\ behalf\ of
    | (?:i|we)\ (?:lead\ on|chair|oversee|manage|run|look\ after|head)\b[^.?!;,]{{0,50}}\ (?:in|at|for)
    | we(?:['’](?:ve|re)|\ have|\ are)\ (?:just\ )?
        (?:set(?:ting)?\ up|launch|writ|start|develop|introduc|build|rolling\ out)[^.?!;,]{{0,60}}\ in
    | (?:my|our)\ (?:\w+\ ){{0,2}}{_OURS}\ \($
    | than\ (?:ours|us|mine)(?:\ here)?(?:\ (?:in|at)|,|\ \()?
    )(?:\ (?:the\ )?|(?<=\())$""",
    re.IGNORECASE | re.VERBOSE,
)
#: The same right after it.
_AFTER = re.compile(
    r"""(?:\ (?:council|team|officer|colleague|staff\ member))*\ (?:here|asking|calling|enquiry)(?=\W*$|\W*[,:;.!?–—-])
    |[,:]\ (?:i\ |we\ )?(?:need|looking|collecting|seeking)\b
    |\ (?:is|are|wants?\ to|would\ like\ to)\b[^?.]{0,80}(?:,|\ -|\ and\ would\ like\ to)
        \ (?:who\ (?:has|else)|any\ (?:examples|ideas|advice|tips)|hear\ from\ others|where\ else)""",
    re.IGNORECASE | re.VERBOSE,
)
#: Its work is not wanted.
_LEFT_OUT = re.compile(
    r"""(?:\b(?:not|besides|(?:apart|aside)\ from|outside(?:\ of)?|except(?:ing)?(?:\ for)?|excluding|leaving\ out
    |(?:(?:any|every)(?:where|one|body|thing)|all|nowhere)\ (?:but|bar) | rather\ than | instead\ of | without
    |other (?:\ (?:councils?|authorit(?:y|ies)|areas?|places|boroughs|las|teams|services|counties))? \ than
    |elsewhere\ than
    |(?:that|which|any(?:thing|where|one)|some(?:thing|where|one)) (?:\ that)? \ (?:(?:is|are)n['’]?t|(?:is|are)\ not)
    |(?:don['’]?t|do\ not|didn['’]?t)\ (?:want|need)(?:\ (?:any|anything|more|to\ (?:see|hear|read)|examples|work))*
    |(?:had|seen|read|heard)\ (?:more\ than\ )?enough(?:\ (?:of|about))?)
    (?:\ (?:\w+(?:ed|en)|run|led|made|done|set\ up)\ by | \ (?:in|for|from|at|by))?
    | \b(?:minus|bar|beyond|ignor(?:e|ing)|skip(?:ping)?|exclude)
    | (?:\b\w+n['’]t | (?:[,;(–-]|\bbut|\band)\ (?:nothing|none))\ (?:based\ )?(?:in|from|by|at)
    | (?:^|[,;(–-]\ ?)no)(?:\ (?:the\ |an?\ )?|(?<=\())$""",
    re.IGNORECASE | re.VERBOSE,
)
#: Its work is told of, and others' is asked for: "Hackney has a reverse mentoring scheme. Who else?"
_TELLS = re.compile(
    r"(?:['’]s\b| (?:has|have|had|is|are|was|were|does|do|did|runs?|ran|made|started)\b)[^.?!;]{2,100}[.?!;,]",
    re.IGNORECASE,
)
_LIKED = re.compile(
    r"\b(?:liked?|loved?|read about|saw|seen|heard (?:about|of)|know(?:s|n)? (?:about|of)) (?:the )?$", re.IGNORECASE
)
_ELSE = re.compile(
    r"\b(?:(?:who|where|what|any(?:one|body)|some(?:one|body)) else|(?:has|have|are|do|did|which) others?"
    r"|who has others)\b",
    re.IGNORECASE,
)
_DOING_WHAT = re.compile(
    r"\b(?:others?|else|councils|boroughs|places|areas|authorities)\b[^.?!]{0,30}\b(?:what|copied|copying|following) "
    r"(?:the )?$",
    re.IGNORECASE,
)
#: It is one of those wanted.
_NOT_ONLY = re.compile(r"\bnot (?:just|only|simply|merely)(?: (?:in|for|from|at))? (?:the )?$", re.IGNORECASE)
#: What lies round it is wanted. "Around Leeds" is not: it is mostly Leeds itself.
_NEAR = re.compile(
    r"""\b(?:near(?:by|est)?(?:\ to)?|clos(?:e|er|est)\ to|not\ (?:too\ )?far\ from|next\ (?:door\ )?to|adjacent\ to
    |(?:statistical\ )?neighbou?r(?:s\ of|s\ to|s\ for|ing(?:\ \w+\ (?:to|of))?|ing\ on)
    |bordering(?:\ on)?|on\ the\ borders?\ of|surrounding
    |(?:in\ )?the\ same\ (?:region|area|part\ of\ the\ country)\ as
    |(?:councils?|authorit(?:y|ies)|areas?|places?|boroughs?|las?|counties|somewhere|somebody|someone|others)
        \ (?:just\ |very\ |most\ )?(?:like|similar\ to|comparable\ (?:to|with)))\ (?:the\ )?$""",
    re.IGNORECASE | re.VERBOSE,
)
#: "Lewisham's neighbours".
_ITS_NEIGHBOURS = re.compile(
    r"(?:['’]s|(?<=s)['’]?)? (?:(?:nearest|statistical|geographical) )*neighbou?rs\b", re.IGNORECASE
)
#: "A colleague in Hackney has asked me ...": both sides tell that it is somebody else's place.
_SOMEBODY_IN = re.compile(
    r"""\b(?:(?:(?:my|our|an?|the|some|new|one\ of\ (?:my|our))\ )+(?:colleagues?|friends?|mates?|contacts?|dcs
    |heads?(?:\ ?teachers?)?|managers?|directors?|leads?|officers?|councillors?)|someone|somebody|colleagues)
    \ (?:in|at|from)\ (?:the\ )?$""",
    re.IGNORECASE | re.VERBOSE,
)
_WANTS = re.compile(
    r" (?:(?:has|have|had|is|are|was|just|also) )*"
    r"(?:ask(?:ed|s|ing)?|want(?:s|ed)?|need(?:s|ed)?|looking|looks|said|says|would like|after|interested|keen)\b",
    re.IGNORECASE,
)
#: "I used to work in Hackney. Who has ...": so does the end of the sentence.
_ONCE = re.compile(r"\b(?:i|we) (?:used to (?:work|be)|was|were|worked) (?:in|for|at) (?:the )?$", re.IGNORECASE)
_ENDS = re.compile(r" ?[.;!]")
#: "In Hackney we are struggling with ...", "In Leeds and Bradford we ...": both sides tell.
_IN = re.compile(r"(?:^|[.;!?,] )\W*in $", re.IGNORECASE)
_WE_ARE = re.compile(r"(?:,? and(?: (?-i:[A-Z])[\w'’-]*)+)?,? (?:we|our|i)\b", re.IGNORECASE)
#: "Our exclusions in Hackney are too high, ...": so do these, but not of others there.
_OUR = re.compile(
    r"\b(?:my|our) (?!(?:\w+ )?(?:partners?|friends?|colleagues?|neighbours?|counterparts?|sister)\b)"
    r"(?:[\w'’-]+ ){1,4}(?:in|across) (?:the )?$",
    re.IGNORECASE,
)
_ARE = re.compile(r" (?:is|are|has|have|keeps?|went|goes?|looks?|seems?|shows?|do(?:es)?)(?:n['’]t)?\b", re.IGNORECASE)
#: "For Leeds's plan we need ...": so do these.
_FOR = re.compile(r"\b(?:for|into) $", re.IGNORECASE)
_PLAN_NEEDS = re.compile(r"['’]s (?:\w+ )?(?:plan|strategy|report),? (?:i|we|what|who|which|has|have)\b", re.IGNORECASE)
#: Whoever asks for others, in the first person, names their own place beside...
_OTHERS = re.compile(
    r"""\b(?:other\ (?:councils?|authorit(?:y|ies)|areas|places|boroughs|las|local\ authorities|teams|services|counties)
    |others|elsewhere|somewhere\ else|anywhere|(?:who|anyone|anybody|where|what)\ else|nationally|everyone['’]s
    |any\ (?:council|authority|la|local\ authority)|which\ (?:other\ )?(?:councils|authorities|las|local\ authorities)
    |(?:across|around)\ the\ country|(?:list|examples\ from)\ (?:of\ )?(?:councils|authorities))\b""",
    re.IGNORECASE | re.VERBOSE,
)
#: ...unless the others are there, or look at what it does.
_ASKED_ABOUT = re.compile(
    r"""\b(?:(?:others|anyone|anybody|else|other\ \w+|neighbours)(?:\ \w+)?\ (?:in|at|within)|from|about|what
        |has|have|is|does|did|do|just|only|of)
    \ (?:the\ )?$""",
    re.IGNORECASE | re.VERBOSE,
)
#: The work of others is asked for, so that the asker's own is no answer.
_WANTS_OTHERS = re.compile(
    r"""\b(?:(?:who|what|where|any(?:one|body|where)|some(?:one|body|where)) \ else|elsewhere|others|other\ than\ us
    |other\ (?:councils?|authorit(?:y|ies)|areas|places|boroughs|las|local\ authorities|teams|services|counties)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
#: What is like a place's work is asked for. "If I wanted to do it like Hackney, ..." asks for Hackney's own.
_LIKENED = re.compile(
    r"\b(?:similar to|along the lines of|(?:some|any)(?:thing|one|body|where) like)(?: what| that of)? (?:the )?$",
    re.IGNORECASE,
)
#: The same, where others are asked for in so many words, or behind it "'s" stands: "mentoring like Hackney's".
_LIKE = re.compile(r"(?:^|(?P<word>[\w'’]+) )(?:like|same as)(?: what| that of)? (?:the )?$", re.IGNORECASE)
_WOULD = re.compile(r"(?:.*['’]d|i|we|you|they|would|really|also|to|not|looks?|feels?|sounds?|both)", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:i|we|my|our|us)\b", re.IGNORECASE)
#: Several places are told in one breath ("we are Hackney, Islington and Camden").
_AND = re.compile(r"\W*(?:(?:and|or|nor)\b)?\W*(?:the )?", re.IGNORECASE)


def is_own_place(text: str, span: tuple[int, int], *, after_own: int | None = None, region: bool = False) -> bool:
    """Whether a place named there is only where somebody is ("we are based in ...").

    `after_own` is where another such place ended, before this one. A `region` is never named only beside others.
    """
    start, end = span
    if after_own is not None and _AND.fullmatch(text, after_own, start):
        return True
    name = text[start:end]
    before, after = text[:start], text[end - 2 * name.endswith(("'s", "’s")) :]
    if _BEFORE.search(before) or _AFTER.match(after):
        return True
    both_sides = ((_IN, _WE_ARE), (_OUR, _ARE), (_FOR, _PLAN_NEEDS), (_SOMEBODY_IN, _WANTS), (_ONCE, _ENDS))
    if any(one.search(before) and other.match(after) for one, other in both_sides):
        return True
    if region or _ASKED_ABOUT.search(before) or after.startswith(("'s ", "’s ")):
        return False
    return all(one.search(before + after) for one in (_OTHERS, _FIRST_PERSON))


def is_one_of_several(text: str, start: int) -> bool:
    """Whether the work of others is wanted beside that of the place named from there on ("not just Hackney")."""
    return _NOT_ONLY.search(text[:start]) is not None


def is_example(text: str, span: tuple[int, int]) -> bool:
    """Whether a place named there is told of, and the work of others asked for ("Hackney has this. Who else?")."""
    start, end = span
    before, after = text[:start], text[end - 2 * text[start:end].endswith(("'s", "’s")) :]
    if _DOING_WHAT.search(before):
        return True
    return _ELSE.search(after) is not None and bool(_TELLS.match(after) or _LIKED.search(before))


def is_likened(text: str, span: tuple[int, int]) -> bool:
    """Whether work like that of a place named there is wanted ("similar to what Hackney did on ...")."""
    before = text[: span[0]]
    if _LIKENED.search(before):
        return True
    found = _LIKE.search(before)
    owned = text[: span[1]].endswith(("'s", "’s")) or text.startswith(("'s", "’s"), span[1])
    return found is not None and not _WOULD.fullmatch(found["word"] or "") and (owned or wants_others(text))


def wants_others(text: str) -> bool:
    """Whether the work of others is asked for ("we are in Leeds, who else ...")."""
    return _WANTS_OTHERS.search(text) is not None


def left_out_from(text: str, start: int, *, after_left_out: int | None = None) -> int | None:
    """Where the words begin that say that the work of the place named from `start` on is not wanted; None if none do.

    `after_left_out` is where another such place ended, before this one ("outside London and Kent").
    """
    if after_left_out is not None and _AND.fullmatch(text, after_left_out, start):
        return start
    left_out = _LEFT_OUT.search(text[:start])
    return left_out.start() if left_out else None


def near(text: str, span: tuple[int, int], *, after_near: int | None = None) -> tuple[int, int] | None:
    """The place of the words that ask for what lies near a place named there, and of its name; None where none do.

    `after_near` is where another such place ended, before this one.
    """
    start, end = span
    name = text[start:end]
    owned = end - 2 * name.endswith(("'s", "’s"))
    if its := _ITS_NEIGHBOURS.match(text, owned):
        return start, its.end()
    if after_near is not None and _AND.fullmatch(text, after_near, start):
        return span
    before = _NEAR.search(text[:start])
    return (before.start(), end) if before else None
