"""The wordings that ask for a person, each with a question that needs it.

They stand in the order in which they are tried where several begin at one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple


class Wording(NamedTuple):
    """A pattern of `re` (verbose, in any case), and a question that asks for a person by it and by no other.

    A group `place` or `post` is what the question is about nevertheless.
    """

    pattern: str
    example: str


#: What is done to reach somebody.
_REACH = r"""(?:talk (?:ing)? (?:\ (?:to|with))? | speak (?:ing)? (?:\ (?:to|with))? | chat (?:ting)? (?:\ (?:to|with))+
    | contact (?:ing)? | ask (?:ing)? | call (?:ing)? | ring (?:ing)? | phone | e-?mail (?:ing)? | writ(?:e|ing)\ to
    | get\ (?:in\ touch\ with | hold\ of) | approach (?:ing)? | reach (?:ing)? (?:\ out\ to)? | go\ to | turn\ to
    | message | meet (?:\ up)?\ with | sit\ down\ with | put\ (?:them|these|this|it|my\ questions)\ to
    | pick\ up\ the\ phone\ to | link\ up\ with | shadow | bounce\ (?:some\ )?ideas\ off
    | connect\ with | (?:have|get|arrange)\ an?\ (?:quick\ |short\ )?(?:chat|call|word|conversation|natter)
        (?:\ (?:to|with))?
    | drop\ an?\ (?:e-?mail|line|message) (?:\ to)?)"""
#: Whom one looks after, where that is no post.
_CHILDREN = r"\ (?:\w+\ )?(?:children|kids|babies|uasc|siblings|boys|girls|young)"
#: What whoever is asked for does with the work.
_RUNS = rf"""(?:(?:run(?:s|ning)? | ran)(?!\ away) | lead(?:s|ing)? | led | manag(?:es|ed|ing)(?!\ to\b)
    | deliver(?:s|ed|ing)? | organi[sz](?:es|ed|ing)
    | behind(?!\ bars) | in\ charge\ of | responsible\ for | deal(?:s|t|ing)?\ with
    | heads (?:\ up)? | set\ up | collect(?:s|ed|ing)? | own(?:s|ed)? | co-?ordinat(?:es|ed|ing) | overs(?:ees|aw|eeing)
    | look(?:s|ed|ing)\ after(?!{_CHILDREN}) | handl(?:es|ed|ing) | started | founded | wrote
    | commission(?:s|ed) | chair(?:s|ed)? | holds?\ the\ (?:brief|portfolio)\ for)"""
_IS = r"(?: (?:'|’)?s | \ (?:is|are|was|were))?"
#: Whoever it is.
ONE = r"(?:someone|somebody|anyone|anybody|whoever|(?:a|the|another|any)\ (?:\w+\ )?(?:person|peer|counterpart))"
_SOMEBODY = r"(?:someone|somebody|anyone|anybody|a\ person|the\ person|person|people|colleagues?|whoever)"
#: Who is asked for by "the": one who holds a post.
_POSTS = r"(?:lead|contact|person|manager|head|director|officer|co-?ordinator|chair|expert)"
#: Who holds one, in any number.
_HOLDER = r"""(?:leads?|officers?|practitioners?|managers?|colleagues?|persons?|opposite\ numbers?|counterparts?|peers?
    |experts?|human|buddy|directors?|commissioners?|heads?)"""
#: The same without a small word before it, as in haste: only with what the post is for.
_IN_POST = rf"(?:{_HOLDER}\ (?:for|on) | {_POSTS}\ for | (?:head|director|chair)\ of)"
#: What may follow whoever holds a post; else it is what something is called by ("a peer mentoring scheme").
_ENDS = r"(?=\W*$|\W*[,;:.?!–—]|\ -|\ (?:for|on|who|in|at|to|from|i|we|with|that|elsewhere|about|somewhere|doing)\b)"
#: Where others are.
_ELSEWHERE = r"""(?:another|other|a\ different)\ (?:\w+\ )?
    (?:councils?|authorit(?:y|ies)|areas?|boroughs?|services?|teams?)"""
#: Whom a service may have one point of contact for.
_SERVED = r"(?:\w+\ )?(?:families|parents|children|young|carers|kids|pupils|victims|residents|staff|people|schools)\b"
#: What stands before whatever is wanted.
_WANT = r"""(?:need|want|after|got|have|find|give|get|send|suggest|share|looking\ for|asked\ for|is\ there|are\ there
    |chance\ of) (?:\ (?:me|us|you))?"""
#: What follows where "contact" is a thing ("contact centre"), or where a longer turn of phrase comes.
_NO_PERSON = r"""(?:cent(?:re|er)s?|time|hours?|arrangements?|orders?|sessions?|visits?|supervis\w+|polic(?:y|ies)
    |forms?|sheets?|notes?|records?|recording|tracing|lens\w*|plans?|activit\w+|workers?|sports?|hypothesis|theory
    |points?|letters?|and|or|is|was|with|without|between|after|before|during|by|when|post\w*|details?|for|about|at|in|on|of|from
    |me|us|you|them)\b"""
#: Somebody speaks of reaching somebody: "I could ring", "should we contact".
I_REACH = rf"""(?:(?:that|whom?|which)\ )? (?:(?:could|can|should|do|would|might|may|must|shall)\ )?
    (?:i|we|one)(?:['’](?:d|ll))?
    \ (?:(?:could|can|should|would|might|must|may|need\ to|have\ to|want\ to|ought\ to|actually|best|possibly|be|to)\ )*
    {_REACH}"""
#: ...or of being willing to be reached.
REACHES_ME = r"""(?:talk|speak|chat|talking|speaking)\ (?:to|with)\ (?:me|us) | give\ (?:me|us)\ a\ (?:call|ring|bell)
    | spare\ (?:(?:me|us)\ )?(?:\w+\ ){1,3}(?:hour|minutes)
    | talk\ (?:me|us)\ through | (?:be\ )?contacted
    | (?:happy|willing|up\ for|free|able|prepared|mind|take|have)\ (?:to\ )?(?:an?\ )?(?:quick\ )?
        (?:chat|call|talk|speak) (?:\ (?:to|with))?"""

WORDINGS = (
    Wording(
        rf"""who(?:m)?{_IS} (?:\ the)? (?:\ (?:best|right)\ (?:person|people|one))?
        (?:\ (?:do|should|can|could|would|shall|might|must)\ (?:i|we|you|one))? (?:\ (?:need|best))? (?:\ to)?
        \ {_REACH}""",
        "who should I talk to about stop and search",
    ),
    Wording(rf"who (?:\ (?:here|(?:out\ )?there))? {_IS} \ {_RUNS}", "who out there runs parent panels"),
    Wording(
        rf"""who{_IS} \ (?:(?:the|your|our|their)\ {_POSTS} (?:\ (?:for|on|of|at|in|behind))? | {_IN_POST})""",
        "who is manager for kinship care",
    ),
    Wording(
        rf"""(?:who{_IS}|name\ of)\ (?:the|your|our|their)\ (?P<post>\w+(?:\ \w+){{0,2}}?)\ {_POSTS}
        (?=\W*$|\ (?:for|on|of|at|in)\b)""",
        "who is your virtual school head",
    ),
    Wording(
        r"who\ can\ (?:help|advise|support|tell)(?:\ (?:me|us))? (?:\ more)? (?:\ (?:with|on|about))?",
        "who can advise us on recruitment panels",
    ),
    Wording(
        rf"""who\ (?:in|at|from)\ (?P<place>.{{1,60}}?)
        (?: (?:\ is)? \ {_RUNS} | \ (?:do|should|can|could|would|shall|might)\ (?:i|we|you|one)
            (?:\ best)? \ {_REACH} )""",
        "who at Leeds runs reverse mentoring",
    ),
    Wording(r"who\ do\ (?:you|we)\ know", "who do we know in kinship care"),
    Wording(
        rf"know\ (?:of\ )?{ONE} (?:\ (?:who|that|doing|elsewhere|else))",
        "do you know anyone doing name-blind recruitment",
    ),
    Wording(
        rf"""{_WANT} (?:\ (?:an?|any|the|some|(?:a\ )?couple\ of))? \ contacts?
        (?:\ (?:for|about|at|in|on|of|from|who))?""",
        "I need a couple of contacts who tried this with foster carers",
    ),
    Wording(
        rf"""{_WANT} (?:\ (?:an?|any|the|some|(?:a\ )?couple\ of))? \ names? (?:\ and\ (?:an?\ )?(?:number|e-?mail))?
        (?=\W*$|\ (?:for|of|at|in|on|elsewhere|who|asap|me|please)\b)""",
        "could you give me a name for kinship care",
    ),
    Wording(r"^names?\ for(?=[^?]*\?)", "names for cultural supervision?"),
    Wording(r"any\ names?", "cultural supervision, any names"),
    Wording(r"names?\ and\ (?:an?\ )?(?:numbers?|e-?mails?)", "names and numbers, kinship care"),
    Wording(
        rf"""(?:what(?:['’]?s|\ is)\ the\ )?
        (?:name\ of\ (?:the|whoever) (?:\ {_HOLDER} (?:\ (?:for|on|of|{_RUNS}))?)? | names?\ of\ {_IN_POST})""",
        "name of the commissioner for kinship care",
    ),
    Wording(
        rf"(?:names?\ (?:of|for)|numbers?\ for) \ {_SOMEBODY} (?:\ {_RUNS})?",
        "number for somebody in kinship care",
    ),
    Wording(
        rf"""{_SOMEBODY} \ (?:who\ )?
        (?:(?:runs|running)(?!\ away)|leads|leading|in\ charge\ of|responsible\ for|behind)""",
        "the people behind the hair care film",
    ),
    Wording(
        rf"(?:speak|talk|chat) \ (?:to|with) \ {_SOMEBODY} (?:\ (?:about|on|from|in|at))?",
        "I want to chat with colleagues about kinship care",
    ),
    Wording(
        r"""(?:point\ of\ )? contacts? (?:\ (?:details?|names?|person|people|info(?:rmation)?))?
        \ (?:for|about|at|in|on|of|from)""",
        "contact person for kinship care",
    ),
    Wording(rf"^\W*contact (?=\ (?!{_NO_PERSON})\w)", "contact reverse mentoring"),
    Wording(r"contact\ (?:person|people|info)(?=\W*$)", "kinship care contact person"),
    Wording(r"^\W*contacts?(?=\s*[:–—-])", "contact: reverse mentoring"),
    Wording(r"(?:any|named?|lead)\ contacts?", "kinship care, any contacts yet"),
    Wording(r"contact\ details", "kinship care contact details wanted"),
    Wording(r"(?<!\binitial\ ) contacts? (?=(?:\ (?:please|pls|plz|pl))?\W*$)", "kinship care contact please"),
    Wording(r"(?:call|request|appeal)\ for\ contacts?", "call for contacts: kinship care"),
    Wording(
        rf"""(?:contacts?|{_SOMEBODY}|persons|anyone)\ with\ (?:(?:an?|any|some|direct|demonstrable|real|recent)\ )*
        (?:experience|background|expertise|knowledge|track\ record)\ (?:of|in|with|on|around)""",
        "anyone with recent experience of kinship panels",
    ),
    Wording(r"(?:for\ )?an?\ names?\ or\ two", "a name or two, kinship care"),
    Wording(
        r"""(?<!by\ )(?<!an\ )(?<!racist\ )(?<!abusive\ )(?<!offensive\ )(?<!hate\ )
        (?:e-?mails?|phone\ numbers?)(?=\W*$)""",
        "kinship care emails",
    ),
    Wording(
        rf"(?:an?\ )?e-?mail (?:\ address (?:es)?)? \ (?:for|of) (?:\ {_SOMEBODY} (?:\ {_RUNS})?)?",
        "email for kinship care",
    ),
    Wording(r"(?:(?:their|an)\ )?e-?mail\ address (?:es)?", "kinship care email addresses wanted"),
    Wording(r"(?:with\ )?their\ e-?mails?", "kinship carers and their emails in a list"),
    Wording(r"with\ e-?mails", "kinship care leads with emails in a list"),
    Wording(r"(?:e-?mail|ring|phone|contact)\ them", "kinship care in Leeds, I will ring them tomorrow"),
    Wording(
        rf"{ONE}\ (?:ring|call|phone|e-?mail|contact)\ (?:me|us)",
        "could somebody ring me about kinship care",
    ),
    Wording(
        rf"(?:an?\ )?(?:tele)?phone\ number (?:\ (?:for|of) (?:\ {_SOMEBODY} (?:\ {_RUNS})?)?)?",
        "phone number for kinship care",
    ),
    Wording(
        rf"{ONE} (?:\ \w+){{0,3}}? \ (?:i|we)\ (?:can|could|should) \ {_REACH}",
        "a counterpart in Leeds I could ask about kinship care",
    ),
    Wording(rf"(?:{ONE}|people|colleagues) \ to \ {_REACH}", "people to ask about kinship care"),
    Wording(
        r"whose\ (?:number|e-?mail|name)\ (?:do|can|should)\ (?:i|we)\ \w+",
        "whose name should I put down for kinship care",
    ),
    Wording(
        rf"{_SOMEBODY} \ (?:i|we)\ (?:can|could|should) \ {_REACH}",
        "colleagues we could ring about kinship care",
    ),
    Wording(
        rf"""{_REACH}\ (?:{ONE} | {_ELSEWHERE}
            | (?:the|a|an|another\ \w+['’]?s|her|his|my|their)\ (?:\w+\ )?{_HOLDER}{_ENDS})
        (?:\ (?:about|on|for|in|at))?""",
        "meet with another council about kinship care",
    ),
    Wording(
        r"(?:put\ me|be\ put|put\ us)\ (?:in\ (?:touch|contact)\ (?:with|w/)|through\ to|on\ ?to)",
        "put me in touch with Leeds",
    ),
    Wording(
        r"(?:introduce|connect|link|match)\ (?:me|us)\ (?:up\ )?(?:to|with)",
        "connect me with Leeds",
    ),
    Wording(rf"be\ matched\ with\ {ONE}", "can I be matched with a peer in kinship care"),
    Wording(
        r"(?:need|want|like|appreciate|get|for)\ an\ introduction (?:\ to)?",
        "I would like an introduction to Leeds",
    ),
    Wording(r"(?:ring|call|phone)\ (?:a?round)", "kinship care, before I ring round"),
    Wording(
        r"(?:give|buy)\ (?:them|somebody|someone|me)\ an?\ (?:bell|ring|call|coffee)",
        "who did kinship care, can I give them a bell",
    ),
    Wording(
        r"(?:contact|reach)\ (?:the\ )?(?:team|people|service|council|authority)\ (?:behind|who|that|which)",
        "reach the team behind the hair care film",
    ),
    Wording(r"(?:peer|teams|zoom)\ call", "a zoom call on kinship care"),
    Wording(r"set\ up\ a\ call", "set up a call on kinship care"),
    Wording(r"(?:go-?\ ?to|best)\ person(?:\ (?:for|on))?", "the go-to person on kinship care"),
    Wording(
        r"^\W*(?:(?:any|your|a|the|is\ there\ an?|have\ you\ an?)\ )?leads?\ for(?!\ (?:the|a|this|change)\b)",
        "lead for kinship care",
    ),
    Wording(
        rf"""(?:^\W*|(?:which|what|the|a|any|{_WANT})\ )(?:team|person|officer|service)s?\ (?:(?:that\ )?(?:is|are)\ )?
        (?:responsible\ for|in\ charge\ of)""",
        "team responsible for kinship care",
    ),
    Wording(
        rf"""(?:^\W*|(?:the|your|an?|{_WANT})\ )(?:spoc|single\ point\ of\ contact)(?:\ (?:for|on))?
        (?!\ (?:for\ )?{_SERVED})""",
        "SPOC for kinship care",
    ),
    Wording(
        rf"""(?:^\W*|(?:i|we|{ONE})(?:['’]d|\ would)?\ )(?:fancy|up\ for|like|love)\ an?\ (?:\w+\ )?
        (?:chat|natter|call|coffee|cuppa|catch-?\ ?up)(?=\W*$|\ (?:about|on|re|around|with)\b)
        (?:\ (?:about|on|re|around|with))?""",
        "fancy a natter about kinship care",
    ),
    Wording(
        rf"(?:(?:happy|willing|glad|like|love)\ to\ )?buy\ (?:an?\ )?(?:coffee|cuppa|pint|drink|lunch)\ for\ {ONE}",
        "I will buy a pint for anyone who has done kinship care",
    ),
    Wording(
        r"""(?:^\W*|(?:i|we)(?:['’](?:d|m|re)|\ (?:am|are|would))?\ (?:(?:really|also|just)\ )?)
        (?:want|like|love|looking|keen|hoping|hope|need)\ to\ (?#
        )        (?:connect|link\ up|network|make\ contact|touch\ base|compare\ notes)\ with\ (?:the\ )?(?:other\ )?
        (?:people|colleagues|others|practitioners|folks?|professionals|teams?)
        (?:\ (?:(?:who\ (?:is|are)\ )?(?:working|leading|delivering|doing\ work)\ (?:on|in|with)?))?""",
        "I want to compare notes with others working on kinship care",
    ),
    Wording(r"over\ a\ coffee", "kinship care over a coffee"),
    Wording(
        rf"(?:two\ or\ three|some|any)\ people\ in\ {_ELSEWHERE}",
        "some people in other councils on kinship care",
    ),
    Wording(r"right\ person", "the right person on kinship care"),
    Wording(
        rf"""(?:{_WANT}|point\ (?:me|us)\ (?:to|towards)|(?:trying\ to\ )?(?:find|track\ down)|do\ with|hunting\ for
            |hear\ from)
        \ (?:(?:an?|the|my|our)\ (?:\w+\ )?{_HOLDER}{_ENDS}|someone|somebody)
        (?:\ (?:who|in|at|from)|\ to\ {_REACH})?""",
        "point me to a commissioner in Leeds",
    ),
    Wording(r"pick\ (?:\w+['’]?s?\ )?brains? (?:\ (?:about|on))?", "pick brains about kinship care"),
    Wording(r"friendly\ voice", "a friendly voice on kinship care"),
    Wording(r"real\ person", "a real person on kinship care"),
    Wording(
        r"""(?<!take\ )(?<!taking\ )(?<!takes\ )(?<!took\ )
        (?<!hire\ )(?<!hiring\ )(?<!appoint\ )(?<!appointing\ )(?<!recruit\ )(?<!recruiting\ )(?<!become\ )
        (?:an?|named|any)\ (?:\w+\ )?leads?
        \ (?:for|on|i\ could|in|at)""",
        "any leads on kinship care",
    ),
    Wording(r"named\ leads?(?!\ (?:professional|practitioner|worker))", "kinship care named leads"),
    Wording(r"lead\ officers? (?:\ (?:for|on))?", "lead officers for kinship care"),
    Wording(r"leads?(?=\?\W*$|\ at\ other\b)", "kinship care leads at other councils"),
)


def any_of(wordings: Iterable[Wording]) -> re.Pattern[str]:
    """A pattern that finds the first of these wordings wherever one begins."""
    return re.compile(rf"\b(?:{'|'.join(one.pattern for one in wordings)})(?!\w)", re.IGNORECASE | re.VERBOSE)
