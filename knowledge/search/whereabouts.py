"""Whether a place in a question is asked about, or only where the asker is ("I work for Hackney, who has done ...").

Practitioners mostly look for what others did, and say where they are themselves. Only a question that says nothing else
is about that place.
"""

from __future__ import annotations

import re

from knowledge.search.story import ROLE

_WE = r"(?:i(?:['’]?m|\ am)|we(?:['’]?re|\ are))"
#: Right before the name of a place: it is the asker's own.
_BEFORE = re.compile(
    rf"""(?:^|\b|(?<=\W))(?:
    {_WE}\ (?:all\ )?(?:(?:based|here|over|working|new|asking)\ )?(?:from|in|at|with|to|for)
    | {_WE}\ (?:struggling|stuck|about|thinking|trying|planning|starting|keen|hoping)\b[^.?!;]{{0,80}}\ (?:in|at|for)
    | (?:{_WE}|as|being)(?:\ an?)?
    | (?:i|we)\ (?:work|live|cover)(?:\ (?:in|for|at|with))? | (?:someone\ working|job|based)\ (?:in|for|at)
    | (?:i(?:['’]?ve)?|we(?:['’]?ve)?|just|have)\ (?:just\ )?(?:joined|moved\ to|been\ at|started\ (?:in|at))
    | (?:{_WE}|as)\ an?\ (?:\w+\ ){{0,2}}?
        (?:{ROLE}|someone|council|borough|authority|county|school|service|partnership|department)
        \ (?:from|in|at|for|with)
    | ^\W*(?:been|work(?:ing)?|based)\ (?:at|in|for) | ^\W*(?:good\ )?(?:morning|afternoon|hello|hi|hey),?
    | (?:we|i)\ (?:don['’]?t\ have|haven['’]?t|could|have\ been\ asked|were\ asked)\b[^.?!;]{{0,60}}\ in
    | we['’]ve\ been\ asked\b[^.?!;]{{0,60}}\ in | nobody\ in
    | (?:my|our)\ (?:\w+\ ){{1,3}}?(?:in|at)
    | (?:us|we|colleagues|staff|team|starter|new|paper|report|here)\ (?:in|at|to)
    | (?:asking|hello|hi|morning|afternoon|greetings|speaking|calling)\ (?:from|for)
    | on\ behalf\ of | (?:similar\ to|besides|apart\ from|other\ than|outside|except|excluding|beyond)
    | (?:council|authority|area|borough|place)\ like | (?:borrow|use|adapt|bring\ back)\ (?:\w+\ )?(?:for|to|in|at)
    | (?:where|who|what|how|which\ \w+)\ (?:can|could|should|might) | could\ you\ help | ^\W*(?:from|for)
    )\ (?:the\ )?$""",
    re.IGNORECASE | re.VERBOSE,
)
#: The same right after it.
_AFTER = re.compile(
    r"""(?:['’]s)?\ (?:(?:council|team|officer|colleague|staff\ member|staff|borough)\ )*
    (?:here|asking|calling|enquiry|enquiring|seeking|staff\ member,|(?:needs?|wants?|would\ (?:like|love))\b)
    |[,:]\ (?:i\ |we\ )?(?:need|looking|collecting|after|seeking|want|interested)\b
    |['’]s\ (?:own\ )?(?:action\ plan|strategy|improvement|plan\b|next)""",
    re.IGNORECASE | re.VERBOSE,
)
#: Whoever asks for others names their own place beside...
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


def is_own_place(text: str, start: int, end: int) -> bool:
    """Whether a place named from `start` to `end` is only where somebody is ("we are based in ...")."""
    name = text[start:end]
    before, after = text[:start], text[end - 2 * name.endswith(("'s", "’s")) :]
    if _BEFORE.search(before) or _AFTER.match(after):
        return True
    asked_about = _ASKED_ABOUT.search(before) or after.startswith(("'s ", "’s "))
    return not asked_about and _OTHERS.search(before + after) is not None
