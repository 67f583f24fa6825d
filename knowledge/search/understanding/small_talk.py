"""What is said to the tool itself, and asks for nothing in the store: help answers it.

A text is told by its parts: the tool ("you", "this", "the bot"), a verb of using it, and what that is done with ("to
Excel", "by theme"). Each of them is a closed class, so a text that names any subject is a question.
"""

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
    | i(?:['’]?m|\ am)\ (?:stuck|lost) | how\ are\ you
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
    | undo | go\ back | anything\ else | show\ (?:me\ )?more
    | (?:that|this|it|you)(?:['’]?s|['’]?re|\ is|\ are|\ was)\ (?:useless|no\ (?:help|use)
        |not\ (?:very\ )?(?:helpful|useful|what\ i\ (?:meant|wanted|asked)))
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
#: The tool, or what it shows.
_SHOWN = rf"""(?:you | {_THIS} | that | these | them | practice\ finder | here | this\ (?:list|library|database|system)
    | (?:the|your)\ (?:whole\ )?(?:results|answers?|list|library|store|database|system|site|entries|initiatives)
    | (?:this|your)\ (?:information|data|content|entry|initiative|answer) | (?:these|those)\ (?:results|answers|entries)
    | everything | all(?:\ of\ (?:it|this|them))?)"""
#: What leads up to what somebody means to do.
_WISH = r"""(?:(?:please|so|and|also|just)\ )* (?:
    (?:how|where)\ (?:do|can|could|would|should|might)\ (?:i|we|you|one|people)
    | (?:can|could|may|might|should)\ (?:i|we|you|people|anyone|my\ team|my\ colleagues)
    | (?:how|where|is\ it\ possible|am\ i\ able|are\ (?:we|you)\ able|is\ there\ (?:a|any)\ way
        |(?:show|tell)\ me\ how|help\ me)\ to
    | (?:i|we)(?:['’]?d|\ would)?\ (?:like|love|want|need|wish|hope)\ to
    | (?:i['’]?m|we['’]?re|i\ am|we\ are)\ (?:keen|happy|hoping|trying|looking|wanting)\ to | let\ (?:me|us))"""
_MEANS = r"""(?:excel | csv | json | pdf | word | spreadsheets?
    | (?:an?|the|my|our)\ (?:spreadsheet|file|table|document|csv|pdf|excel\ (?:file|sheet))
    | (?:ms\ |microsoft\ )?teams | outlook | sharepoint | slack | a\ terminal
    | (?:(?:a|my|our|the)\ )?(?:phone|mobile|browser|laptop|desktop|tablet|web|computer))"""
#: What a search goes by.
_BY = r"""(?:(?:an?|the|my|by|several|two|more\ than\ one)\ )*(?:(?:exact|whole|single)\ )?
    (?:phrases?|words?|wordings?|themes?|places?|regions?|authority|authorities|councils?|category|categories|evidence
    |contacts?|names?|years?|dates?|filters?|quotes|quotation\ marks|keywords?)"""
#: Words that answers use of themselves.
_TERM = r"""["'“‘]?(?: (?:evidence\W+)?(?:described|early[\ -]results|evaluated) | (?:not\ )?confirmed
    | (?:last\ )?checked | understood\ as | matched\ by | evidence | partly
    | (?:an?\ |the\ |your\ )?(?:themes?|filters?|category|categories|initiatives?|sources?)
    )["'”’]?"""
_UPKEEP = r"""(?:maintain|update|run|own|fund|check|moderate|review|refresh|verify|edit|confirm|manage|curate|write
    |looks?\ after|pays?\ for)"""
_KEPT = r"""(?:maintained|updated|run|owned|funded|checked|moderated|reviewed|refreshed|verified|edited|confirmed
    |managed|curated|made|built|written|added\ to|looked\ after|paid\ for)"""
_ABOUT_ITSELF = re.compile(
    rf"""\W*(?: {_WISH}\ use\ {_SHOWN}(?:\ (?:in|on|from|with|via)\ {_MEANS})?
    | (?:{_WISH}\ )?(?:export|download|print|save|copy|get|see)\ (?:{_SHOWN}\ )?(?:to|as|into|in|on|from)\ {_MEANS}
    | {_WISH}\ (?:export|download|print|save|copy|bookmark)\ {_SHOWN} | (?:export|download|print)\ {_SHOWN}
    | {_WISH}\ (?:share|forward|send|show|pass)\ {_SHOWN}(?:\ on)?
        (?:\ (?:with|to|in)\ (?:(?:my|our|a|the|other)\ )?(?:team|colleagues?|manager|channel|others|group))?
    | {_WISH}\ (?:search|filter|sort|narrow|look|order)(?:\ {_SHOWN})?(?:\ down)?
        (?:\ (?:by|for|with|using|on|to)\ {_BY})?
    | (?:{_WISH}\ )?(?:search|filter|sort|narrow)(?:\ {_SHOWN})?(?:\ down)?\ (?:by|using)\ {_BY}
    | {_WISH}\ (?:leave\ out\ {_BY}|leave\ {_BY}\ out|exclude\ {_BY}|use\ (?:the\ )?(?:filters?|quotes|commands))
    | (?:what|which)\ (?:filters|commands|options|features)
        (?:\ (?:are\ there|exist|do\ you\ have|have\ you\ got|can\ (?:i|we)\ use|work(?:\ here)?))?
    | (?:are|is)\ there\ (?:an?\ |any\ )?(?:filters?|commands?|help|instructions)(?:\ for\ {_BY})?
    | who\ {_UPKEEP}s?\ {_SHOWN} | who\ (?:is|are)\ behind\ {_SHOWN}
    | (?:who|what|when|how|how\ often)\ (?:is|are|was|were|has|have)\ {_SHOWN}\ (?:last\ |been\ )*{_KEPT}(?:\ by)?
    | (?:how\ often|when)\ (?:do|does)\ (?:you|anyone|someone|somebody)\ {_UPKEEP}\ {_SHOWN}
    | how\ (?:up[\ -]to[\ -]date|current|recent|reliable|accurate|trustworthy|old|complete|big)\ (?:is|are)\ {_SHOWN}
    | (?:is|are)\ {_SHOWN}\ (?:still\ |all\ )?(?:up[\ -]to[\ -]date|current|reliable|accurate|complete|official|free
        |{_KEPT})
    | (?:can|should)\ (?:i|we)\ (?:trust|rely\ on|believe)\ {_SHOWN}
    | how\ do\ you\ work | how\ (?:do|does)\ {_SHOWN}\ work
    | where\ (?:do|does)\ {_SHOWN}\ come\ from | where\ (?:is|are)\ {_SHOWN}\ from
    | where\ (?:do|did)\ you\ (?:get|find|take)\ {_SHOWN}(?:\ from)? | what\ (?:is|are)\ {_SHOWN}\ based\ on
    | what\ (?:do|does)\ {_TERM}\ (?:mean|stand\ for|refer\ to) | what\ (?:is|are)\ meant\ by\ {_TERM}
    | what\ do\ you\ mean\ by\ {_TERM} | (?:the\ )?meaning\ of\ {_TERM} | why\ does\ it\ say\ {_TERM}
    )(?:\ (?:then|exactly|please|again|actually|anyway|now|here))*\W*""",
    re.IGNORECASE | re.VERBOSE,
)
_ENTRY = r"(?:entry|entries|initiatives?|listing)"
_ITS = rf"(?:the|this|that|our|my|your|an|one\ of\ the|one\ of\ your)\ (?:[\w'’&-]+\ ){{0,4}}?{_ENTRY}"
#: What is wrong with an entry, whichever it is.
_MISTAKE = re.compile(
    rf"""\W*(?: (?:(?:i|we)(?:['’]ve|\ have)?\ (?:just\ )?(?:found|spotted|noticed|seen|see)
        | there(?:['’]?s|\ is|\ are) | (?:{_WISH}\ )?(?:report|correct|flag|fix|tell\ you\ (?:about|of)))
        \ (?:an?\ |some\ |the\ )?(?:mistakes?|errors?|typos?|bugs?|broken\ links?|something\ wrong)
        (?:\ (?:in|on|with|about)\ (?:{_ITS}|{_SHOWN}))?
    | (?:something|a\ link|the\ link|the\ contact)\ is\ (?:wrong|broken|missing|out\ of\ date)
        \ (?:in|on|with|about)\ {_ITS}
    | (?:{_ITS}|this|your\ answer|the\ answer|that)\ (?:is|are|looks?|seems?)
        \ (?:wrong|broken|incorrect|not\ right|outdated|out\ of\ date)
    )\W*""",
    re.IGNORECASE | re.VERBOSE,
)
#: What is done here with one's own work or data.
_OWN_TASK = re.compile(
    rf"""\W*(?:please\ )? (?:{_WISH}\ )?
    (?: (?:share|add|submit|post|upload|contribute|send\ in|put\ (?:in|up|on\ here))
        \ (?:(?:an?|our|my|some|new|the|own|another)\ )+ (?:good\ )?
        (?:work|initiatives?|projects?|practice|examples?|entry|entries|templates?|forms?|stor(?:y|ies)
            |case\ stud(?:y|ies))
        (?:\ (?:here|on\ (?:here|this)|to\ (?:this|it|the\ (?:bot|store|library))|with\ (?:others|you)))?
    | (?:share|add|submit|contribute|put\ in)\ something
    | (?:i|we)(?:['’]ve|\ have)(?:\ got)?\ (?:an?|our|some)\ (?:case\ study|\w+)\ to\ (?:share|submit|add)
    | (?:(?<=\ i\ )|(?<=\ we\ ))(?:share|submit|contribute) | edit\ (?:my|our)\ \w+
    | (?:remove|delete|erase|change|correct|update|edit|hide|take\ (?:off|down)|get\ rid\ of|see)
        \ (?:all\ )?(?:my|our)\ (?:own\ )?
        (?:name|data|(?:contact\ )?details|contact|(?:phone\ )?number|e-?mail(?:\ address)?|personal\ data|information
            |entry|entries|initiatives?)
        (?:\ (?:from|on|in)\ (?:here|this|it|the\ \w+))?
    | (?:take|remove)\ (?:me|(?:my|our)\ (?:name|details))\ (?:off|from)(?:\ .{{0,40}})? | remove\ me
    | my\ (?:name|number|e-?mail|(?:contact\ )?details?|job\ title|role|phone)\ (?:is|are|has|have)
        \ (?:wrong|old|out\ of\ date|on|in|there|changed|left)\b.{{0,60}}
    )\W*""",
    re.IGNORECASE | re.VERBOSE,
)


def is_said_to_the_tool(text: str) -> bool:
    """Whether a text as a whole is about the tool, or about what the asker wants to do with it."""
    return any(one.fullmatch(text) for one in (_HELP, _ABOUT_ITSELF, _GOES_ON, _PRIVACY, _OWN_TASK, _MISTAKE))
