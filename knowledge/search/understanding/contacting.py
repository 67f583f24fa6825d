"""Asking for a person: the wordings that say so, and which words of a question only say it."""

from __future__ import annotations

import re

from knowledge.search.language.english import is_common, is_listed, is_name

_REACH = r"""(?:talk (?:ing)? (?:\ (?:to|with))? | speak (?:ing)? (?:\ (?:to|with))? | chat (?:ting)? (?:\ (?:to|with))+
    | contact (?:ing)? | ask (?:ing)? | call (?:ing)? | ring (?:ing)? | phone | e-?mail (?:ing)? | writ(?:e|ing)\ to
    | get\ (?:in\ touch\ with | hold\ of) | approach (?:ing)? | reach (?:ing)? (?:\ out\ to)? | go\ to | turn\ to
    | message | meet (?:\ up)?\ with | sit\ down\ with | put\ (?:them|these|this|it|my\ questions)\ to
    | pick\ up\ the\ phone\ to | link\ up\ with
    | connect\ with | (?:have|get|arrange)\ an?\ (?:quick\ |short\ )?(?:chat|call|word|conversation|natter)
        (?:\ (?:to|with))?
    | drop\ an?\ (?:e-?mail|line|message) (?:\ to)?)"""
_CHILDREN = r"\ (?:\w+\ )?(?:children|kids|babies|uasc|siblings|boys|girls|young)"
_RUNS = rf"""(?:(?:run(?:s|ning)? | ran)(?!\ away) | lead(?:s|ing)? | led | manag(?:es|ed|ing)(?!\ to\b)
    | deliver(?:s|ed|ing)? | organi[sz](?:es|ed|ing)
    | behind(?!\ bars) | in\ charge\ of | responsible\ for | deal(?:s|t|ing)?\ with
    | heads (?:\ up)? | set\ up | collect(?:s|ed|ing)? | own(?:s|ed)? | co-?ordinat(?:es|ed|ing) | overs(?:ees|aw|eeing)
    | look(?:s|ed|ing)\ after(?!{_CHILDREN}) | handl(?:es|ed|ing) | started | founded | wrote
    | commission(?:s|ed) | chair(?:s|ed)?)"""
_IS = r"(?: (?:'|’)?s | \ (?:is|are|was|were))?"
_ONE = r"(?:someone|somebody|anyone|anybody|whoever|(?:a|the|another|any)\ (?:\w+\ )?(?:person|peer|counterpart))"
_SOMEBODY = r"(?:someone|somebody|anyone|anybody|a\ person|the\ person|person|people|colleagues?|whoever)"
_POSTS = r"(?:lead|contact|person|manager|head|director|officer|co-?ordinator|chair|expert)"
_HOLDER = r"""(?:leads?|officers?|practitioners?|managers?|colleagues?|persons?|opposite\ numbers?|counterparts?|peers?
    |experts?|human|buddy|directors?|commissioners?|heads?)"""
#: What may follow whoever holds a post; else it is what something is called by ("a peer mentoring scheme").
_ENDS = r"(?=\W*$|\W*[,;.?!]|\ (?:for|on|who|in|at|to|from|i|we|with|that|elsewhere|about|somewhere|doing)\b)"
_ELSEWHERE = r"""(?:another|other|a\ different)\ (?:\w+\ )?
    (?:councils?|authorit(?:y|ies)|areas?|boroughs?|services?|teams?)"""
_WANT = r"""(?:need|want|after|got|have|find|give|get|send|suggest|share|looking\ for|asked\ for|is\ there|are\ there
    |chance\ of) (?:\ (?:me|us|you))?"""
#: What follows where "contact" is a thing ("contact centre"), or where a longer turn of phrase comes.
_NO_PERSON = r"""(?:cent(?:re|er)s?|time|hours?|arrangements?|orders?|sessions?|visits?|supervis\w+|polic(?:y|ies)
    |forms?|sheets?|notes?|records?|recording|tracing|lens\w*|plans?|activit\w+|workers?|sports?|hypothesis|theory
    |points?|letters?|and|or|is|was|with|without|between|after|before|during|by|when|post\w*|details?|for|about|at|in|on|of|from
    |me|us|you|them)\b"""
#: Somebody speaks of reaching somebody: "I could ring", "should we contact".
_I_REACH = rf"""(?:(?:that|whom?|which)\ )? (?:(?:could|can|should|do|would|might|may|must|shall)\ )?
    (?:i|we|one)(?:['’](?:d|ll))?
    \ (?:(?:could|can|should|would|might|must|may|need\ to|have\ to|want\ to|ought\ to|actually|best|possibly|be|to)\ )*
    {_REACH}"""
#: ...or of being willing to be reached.
_REACHES_ME = r"""(?:talk|speak|chat|talking|speaking)\ (?:to|with)\ (?:me|us) | give\ (?:me|us)\ a\ (?:call|ring|bell)
    | spare\ (?:me|us)\ (?:\w+\ ){1,3}(?:hour|minutes) | (?:be\ )?contacted
    | (?:happy|willing|up\ for|free|able|prepared|mind|take|have)\ (?:to\ )?(?:an?\ )?(?:quick\ )?
        (?:chat|call|talk|speak) (?:\ (?:to|with))?"""
_CONTACT = re.compile(
    rf"""\b(?:
    who(?:m)?{_IS} (?:\ the)? (?:\ (?:best|right)\ (?:person|people|one))?
        (?:\ (?:do|should|can|could|would|shall|might|must)\ (?:i|we|you|one))? (?:\ (?:need|best))? (?:\ to)?
        \ {_REACH}
    | who (?:\ (?:here|(?:out\ )?there))? {_IS} \ {_RUNS}
    | who{_IS} \ (?:the|your|our|their)\ {_POSTS} (?:\ (?:for|on|of|at|in|behind))?
    | who{_IS} \ (?:the|your|our|their)\ (?P<post>\w+(?:\ \w+)?)\ {_POSTS} (?=\W*$|\ (?:for|on|of|at|in)\b)
    | who\ can\ (?:help|advise|support|tell)(?:\ (?:me|us))? (?:\ more)? (?:\ (?:with|on|about))?
    | who\ (?:in|at|from)\ (?P<place>.{{1,60}}?)
        (?: (?:\ is)? \ {_RUNS} | \ (?:do|should|can|could|would|shall|might)\ (?:i|we|you|one) (?:\ best)? \ {_REACH} )
    | who\ do\ (?:you|we)\ know
    | know\ (?:of\ )?{_ONE} (?:\ (?:who|that|doing|elsewhere|else))
    | {_WANT} (?:\ (?:an?|any|the|some|(?:a\ )?couple\ of))? \ contacts? (?:\ (?:for|about|at|in|on|of|from|who))?
    | {_WANT} (?:\ (?:an?|any|the|some|(?:a\ )?couple\ of))? \ names? (?:\ and\ (?:an?\ )?(?:number|e-?mail))?
        (?=\W*$|\ (?:for|of|at|in|on|elsewhere|who|asap|me|please)\b)
    | ^names?\ for(?=[^?]*\?) | any\ names? | names?\ and\ (?:an?\ )?(?:numbers?|e-?mails?)
    | (?:what(?:['’]?s|\ is)\ the\ )?name\ of\ (?:the|whoever) (?:\ {_HOLDER} (?:\ (?:for|on|of|{_RUNS}))?)?
    | (?:names?\ (?:of|for)|numbers?\ for) \ {_SOMEBODY} (?:\ {_RUNS})?
    | {_SOMEBODY} \ (?:who\ )? (?:(?:runs|running)(?!\ away)|leads|leading|in\ charge\ of|responsible\ for|behind)
    | (?:speak|talk|chat) \ (?:to|with) \ {_SOMEBODY} (?:\ (?:about|on|from|in|at))?
    | (?:point\ of\ )? contacts? (?:\ (?:details?|names?|person|people|info(?:rmation)?))?
        \ (?:for|about|at|in|on|of|from)
    | ^\W*contact (?=\ (?!{_NO_PERSON})\w) | contact\ (?:person|people|info)(?=\W*$)
    | ^\W*contacts?(?=\s*[:–—-]) | (?:any|named?|lead)\ contacts? | contact\ details
    | contacts? (?=(?:\ (?:please|pls|plz|pl))?\W*$) | (?:call|request|appeal)\ for\ contacts?
    | (?:contacts?|{_SOMEBODY}|persons|anyone)\ with\ (?:(?:an?|any|some|direct|demonstrable|real|recent)\ )*
        (?:experience|background|expertise|knowledge|track\ record)\ (?:of|in|with|on|around)
    | (?:for\ )?an?\ names?\ or\ two | (?<!by\ )(?<!an\ )(?:e-?mails?|phone\ numbers?)(?=\W*$)
    | (?:an?\ )?e-?mail (?:\ address (?:es)?)? \ (?:for|of) (?:\ {_SOMEBODY} (?:\ {_RUNS})?)?
    | (?:(?:their|an)\ )?e-?mail\ address (?:es)? | (?:with\ )?their\ e-?mails? | with\ e-?mails
    | (?:e-?mail|ring|phone|contact)\ them | {_ONE}\ (?:ring|call|phone|e-?mail|contact)\ (?:me|us)
    | (?:an?\ )?(?:tele)?phone\ number (?:\ (?:for|of) (?:\ {_SOMEBODY} (?:\ {_RUNS})?)?)?
    | {_ONE} (?:\ \w+){{0,3}}? \ (?:i|we)\ (?:can|could|should) \ {_REACH}
    | (?:{_ONE}|people|colleagues) \ to \ {_REACH} | whose\ (?:number|e-?mail|name)\ (?:do|can|should)\ (?:i|we)\ \w+
    | {_SOMEBODY} \ (?:i|we)\ (?:can|could|should) \ {_REACH}
    | {_REACH}\ (?:{_ONE} | {_ELSEWHERE} | (?:the|a|an|another\ \w+['’]?s|her|his|my|their)\ (?:\w+\ )?{_HOLDER}{_ENDS})
        (?:\ (?:about|on|for|in|at))?
    | (?:put\ me|be\ put|put\ us)\ (?:in\ (?:touch|contact)\ with|through\ to|on\ ?to)
    | (?:introduce|connect|link|match)\ (?:me|us)\ (?:up\ )?(?:to|with) | be\ matched\ with\ {_ONE}
    | (?:need|want|like|appreciate|get|for)\ an\ introduction (?:\ to)?
    | (?:ring|call|phone)\ (?:a?round) | (?:give|buy)\ (?:them|somebody|someone|me)\ an?\ (?:bell|ring|call|coffee)
    | (?:contact|reach)\ (?:the\ )?(?:team|people|service|council|authority)\ (?:behind|who|that|which)
    | (?:peer|teams|zoom)\ call | set\ up\ a\ call | go-?\ ?to\ person | over\ a\ coffee
    | (?:two\ or\ three|some|any)\ people\ in\ {_ELSEWHERE} | right\ person
    | (?:{_WANT}|point\ (?:me|us)\ (?:to|towards)|(?:trying\ to\ )?(?:find|track\ down)|do\ with|hunting\ for)
        \ (?:(?:an?|the|my|our)\ (?:\w+\ )?{_HOLDER}{_ENDS}|someone|somebody)
        (?:\ (?:who|in|at|from)|\ to\ {_REACH})?
    | pick\ (?:\w+['’]?s?\ )?brains? (?:\ (?:about|on))? | friendly\ voice | real\ person
    | (?<!take\ )(?<!taking\ )(?<!takes\ )(?<!took\ )(?:an?|named|any)\ (?:\w+\ )?leads?\ (?:for|on|i\ could|in|at)
    | named\ leads?(?!\ (?:professional|practitioner|worker)) | lead\ officers? (?:\ (?:for|on))?
    | leads?(?=\?\W*$|\ at\ other\b)
    )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
#: Hardly a question asks for a person without one of these; looking for them first is many times faster.
_PERSON = re.compile(
    r"\b(?:who|contact|e-?mail|(?:tele)?phone|talk|speak|chat|touch|some(?:one|body)|any(?:one|body)|pe(?:rson|ople|er)"
    r"|name|number|lead|officer|manager|colleague|practitioner|counterpart|brain|voice|introduc|connect|call|ring\b|expert"
    r"|human|buddy|reach|meet|coffee|match|opposite|link|hold of|director|head|commissioner)",
    re.IGNORECASE,
)
#: What is reached, by name or not; whoever speaks of reaching without any ("how do I talk to ...") asks for nobody.
_WHOM = re.compile(
    rf"""\b(?:who(?:m|ever)?|{_ONE}|(?:which|what)\ (?:person|officer|manager|colleague|lead)|names?|leads?|colleague
    |practitioner|officer)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_REACHING = re.compile(rf"\b(?:{_I_REACH}|{_REACHES_ME})(?!\w)", re.IGNORECASE | re.VERBOSE)
#: "How" asks for a way, whoever is spoken of.
_HOW = re.compile(
    r"\bhow\b(?! (?:do|can|would|could|might) (?:i|we) (?:contact|reach"
    r"|get (?!(?:my|our|the|more|all|some|other|white|black)\b[^.?!]* to\b)))",
    re.IGNORECASE,
)
_BARE_CONTACT = re.compile(r"(?:(?:any|some|got|get|have|of|point of) )?contacts?(?: \w+)?")
_SPEAKS = re.compile(r"(?:talk|speak|chat|get) ", re.IGNORECASE)
_NOBODY = re.compile(
    r"\b(?:do(?:n['’]?t| not)|no) (?:need|want)(?: (?:an?|any|the))? (?:contacts?|names?|person|people|to put me)\b"
    r"|\b(?:job description|person specification|become an?|do we need an?)\b"
    r"|\bnot after a (?:person|contact|name)\b",
    re.IGNORECASE,
)
#: Contact that is no person either.
_OTHER_CONTACT = re.compile(
    r"\b(?:police|first|missed|no|front door|mash|adoption|eye|physical|social|human|face to face|professional"
    r"|emergency|single point of|have|has|had|having|number of) contacts?\b(?! details| names?| info| person)",
    re.IGNORECASE,
)
#: Before these, "who" and "people" are only spoken of ("children who run ..."), and nobody is asked for.
_ASKED_FOR = re.compile(
    r"(?:^|[.,;:!?–—-]\s*|\b(?:and|or|but|so|know|ask|find|out|tell|me|us|wondering|is|wonder|whether|if|the|any|a|some|for|of"
    r"|to|with|about|other|re|also|see|please|hi|hello|hey|do|does|elsewhere|else|sure|idea)\s+)$",
    re.IGNORECASE,
)
#: Somebody else needs them ("children who need someone to talk to").
_NEEDED = re.compile(
    r"\b(?:who|they|children|people|families|pupils|staff) (?:needs?|want|have|has) some(?:one|body)\b", re.IGNORECASE
)
#: Time that children spend with their family is called contact too, where nobody is asked for in so many words.
_FAMILY_TIME = re.compile(
    r"\bcontact\b(?! details| names?| person).{0,100}?\b(?:birth|siblings?|kinship|placements?|prison|grandparents?"
    r"|dads?|mums?|fathers?|mothers?|parents?|famil(?:y|ies)|weekends?)\b"
    r"|\b(?:supervised|family|sibling|direct|indirect|letterbox) contact\b",
    re.IGNORECASE,
)
#: Somebody asked for by name, which only its capitals tell.
_NAMED = re.compile(
    r"^\W*(?:[Ww]ho(?:['’]?s| is| are)|[Cc]ontact|[Ff]ind|[Ee]mail|[Cc]all|[Mm]essage) (?=[A-Z][\w'’-]+ [A-Z][a-z])"
)

#: The same, with how they are to be reached at the end.
_NAMED_FIRST = re.compile(
    r"^\W*[A-Z][\w'’-]+ [A-Z][\w-]+(?:['’]s)? "
    r"(?P<how>(?i:e-?mail(?: address)?|(?:tele)?phone(?: number)?|number|contact))\W*$"
)
#: The same in small letters.
_SMALL_NAME = re.compile(
    r"^\W*(?P<first>[a-z][\w’'-]+) [a-z][\w’'-]+(?:['’]s)? "
    r"(?P<how>e-?mail(?: address)?|(?:tele)?phone(?: number)?|number|contact)\W*$"
)
#: A place is to be reached whose name follows.
_REACH_A_PLACE = re.compile(
    r"^\W*(?:(?:please|can (?:i|we)|could (?:i|we)|i(?:['’]d like| want| need) to) )?"
    r"(?:contact|e-?mail|ring|phone|call|message|(?:speak|talk)(?:ing)? (?:to|with)) (?:the )?$",
    re.IGNORECASE,
)

#: A council or project to be contacted, which its capital tells.
_BY_NAME = re.compile(
    r"^\W*(?:[Hh]ow (?:do|can) (?:I|i|we)|(?:[Cc]an|[Cc]ould) (?:I|i|we)|(?:I|i|[Ww]e)(?:['’]d like| want| need) to) "
    r"(?:contact|get in touch with|get hold of) (?=(?:the )?[A-Z])"
)

Span = tuple[int, int]


def for_a_person(text: str) -> list[Span] | None:
    """The places of a question that ask for a person, which say whom and not what about; None where none is."""
    if not _PERSON.search(text) or _NOBODY.search(text):
        return None
    spans: list[Span] = []
    for match in _CONTACT.finditer(text):
        if _is_only_spoken_of(text, match):
            continue
        kept = "place" if match["place"] is not None else "post" if match["post"] is not None else None
        if kept is None:
            spans.append(match.span())
        else:
            spans += [(match.start(), match.start(kept)), (match.end(kept), match.end())]
    if _WHOM.search(text):
        spans += [match.span() for match in _REACHING.finditer(text) if not _asks_how(text, match)]
    for direct in (_NAMED, _BY_NAME):
        if named := direct.match(text):
            spans.append(named.span())
    if (named := _NAMED_FIRST.match(text)) or ((named := _SMALL_NAME.match(text)) and _is_name(named)):
        spans.append(named.span("how"))
    return spans or None


def _is_name(named: re.Match[str]) -> bool:
    """Whether words in small letters begin with a first name that is nothing else."""
    return is_name(named["first"]) and not is_listed(named["first"]) and not is_common(named["first"])


def reaches_a_place(before: str) -> bool:
    """Whether what stands before the name of a place says that somebody there is to be reached ("talk to Kent")."""
    return _REACH_A_PLACE.match(before) is not None


def _is_only_spoken_of(text: str, match: re.Match[str]) -> bool:
    """Whether a wording that would ask for a person tells of one here, or of contact that is none."""
    said, before = match[0].casefold(), text[: match.start()]
    if "contact" in said and (
        _OTHER_CONTACT.search(text) or (_BARE_CONTACT.fullmatch(said) and _FAMILY_TIME.search(text))
    ):
        return True
    if _SPEAKS.match(said) and _asks_how(text, match):
        return True
    if said.startswith(("who", "people", "person", "colleague")) and not _ASKED_FOR.search(before):
        return True
    return ("someone" in said or "somebody" in said) and _NEEDED.search(text) is not None


def _asks_how(text: str, match: re.Match[str]) -> bool:
    """Whether a way is asked for before this."""
    return any(how.start() < match.start() for how in _HOW.finditer(text))
