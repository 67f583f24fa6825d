"""What is said to the tool itself, and asks for nothing in the store: help answers it."""

from __future__ import annotations

import re

_THIS = r"(?:it|this(?:\ (?:thing|bot|tool|app))?|the\ (?:bot|tool|app))"
_HELP = re.compile(
    rf"""\W*(?: help (?:\ (?:me|please|us))? | \?+ | commands | usage | (?:hi|hello|hey)(?:\ (?:there|all))?
    | (?:good\ )?(?:morning|afternoon|evening)(?:\ (?:there|all))?
    | (?:(?:can|could)\ you|please|i\ need(?:\ some)?)\ help (?:\ (?:me|please|us))?
    | what\ can\ (?:you|{_THIS})\ do (?:\ for\ me)?
    | what\ can\ i\ (?:ask|search|find) (?:\ (?:you|here|for))?
    | how\ (?:do|can)\ (?:i|we)\ (?:use|ask|search) (?:\ (?:you|here|{_THIS}))?
    | how\ does\ {_THIS}\ work | how\ to\ use\ (?:you|{_THIS}) | (?:who|what)\ are\ you
    | what(?:['’]?s|\ is)\ {_THIS} (?:\ for)? | instructions|menu|options|about
    | are\ you\ (?:an?\ )?(?:human|real|person|bot|robot|ai|chatgpt|machine|there)
    | who\ (?:made|built|runs|wrote|owns)\ (?:you|{_THIS})
    )\W*""",
    re.IGNORECASE | re.VERBOSE,
)
#: The tool keeps no memory of what was shown, and cannot go on from it.
_GOES_ON = re.compile(
    r"""\W*(?: start|stop|cancel|clear|reset|back|start\ (?:again|over)|test(?:ing)?(?:\ [\d\ ]+)?
    | (?:(?:tell\ me|show\ me|open|give\ me|what\ about)\ (?:more\ )?(?:about\ )?)?(?:the\ )?
        (?:first|second|third|fourth|fifth|last|next|previous|other)\ (?:one|ones|result|page)
    | sorry | oops | (?:(?:sorry|oops)\W+)?wrong\ (?:chat|channel|window) | never\ mind
    | more (?:\ (?:results|please|of\ (?:these|those|them)))? | next|previous|repeat|again|yes|no|\d{1,2}
    )\W*""",
    re.IGNORECASE | re.VERBOSE,
)
_MINE = r"my\ (?:questions?|searches|search)"
_PRIVACY = re.compile(
    rf"""\W*(?: is\ (?:this|it|that)\ (?:anonymous|confidential|private|secure|safe)
    | (?:is|are)\ (?:what\ i\ ask|{_MINE})
        \ (?:logged|recorded|kept|stored|private|confidential|anonymous|saved|seen)
    | who\ (?:can|will)\ (?:see|read)\ (?:what\ i\ (?:ask|type|search)(?:\ for)?|{_MINE}|this)
    | what\ (?:data|information)\ do\ you\ (?:keep|store|hold|collect) (?:\ (?:about|on)\ me)?
    | (?:delete|erase|forget)\ everything\ (?:you\ (?:know|have)\ )?(?:about|on)\ me
    )\W*""",
    re.IGNORECASE | re.VERBOSE,
)
#: What is done here with one's own work or data.
_OWN_TASK = re.compile(
    r"""\W*(?:please\ )?
    (?:(?:how|where)\ (?:do|can|would|should)\ (?:i|we)\ | (?:can|could)\ (?:i|we)\ | i\ (?:want|need)\ to\ )?
    (?: (?:share|add|submit|post|upload|contribute|send\ in|put\ (?:in|up|on\ here))
        \ (?:(?:an?|our|my|some|new|the|own|another)\ )+ (?:good\ )?
        (?:work|initiatives?|projects?|practice|examples?|entry|entries|templates?|forms?)
        (?:\ (?:here|on\ (?:here|this)|to\ (?:this|it|the\ (?:bot|store|library))|with\ (?:others|you)))?
    | (?:share|add|submit|contribute|put\ in)\ something | i\ have\ (?:an?|our)\ \w+\ to\ (?:share|submit|add)
    | (?:(?<=\ i\ )|(?<=\ we\ ))(?:share|submit|contribute) | edit\ (?:my|our)\ \w+
    | (?:remove|delete|erase|change|correct|update|edit|hide|take\ (?:off|down)|get\ rid\ of|see)
        \ (?:all\ )?(?:my|our)\ (?:own\ )?
        (?:name|data|(?:contact\ )?details|contact|(?:phone\ )?number|e-?mail(?:\ address)?|personal\ data|information
            |entry|entries|initiatives?)
        (?:\ (?:from|on|in)\ (?:here|this|it|the\ \w+))?
    | (?:take|remove)\ (?:me|(?:my|our)\ (?:name|details))\ (?:off|from)(?:\ .{0,40})? | remove\ me
    | my\ (?:name|number|e-?mail|(?:contact\ )?details?|job\ title|role|phone)\ (?:is|are|has|have)
        \ (?:wrong|old|out\ of\ date|on|in|there|changed|left)\b.{0,60}
    )\W*""",
    re.IGNORECASE | re.VERBOSE,
)


def is_said_to_the_tool(text: str) -> bool:
    """Whether a text as a whole is about the tool, or about what the asker wants to do with it."""
    return any(one.fullmatch(text) for one in (_HELP, _GOES_ON, _PRIVACY, _OWN_TASK))
