"""What people tell of themselves when they ask: who they are, who wants to know, what they need it for, by when.

None of it is searched for. Only whole turns of phrase are listed here, never single words: "my manager has asked me to
find" is no part of a subject, but "managers" is.
"""

from __future__ import annotations

import re

from knowledge.search.language.spans import Span
from knowledge.search.understanding.posts import BODY, IN_CHARGE

_OWN = r"(?:my|our|the|a|an|your)"
_PERSON = r"""(?:
    (?:(?:assistant|deputy|team|service|line|practice|operations|area|senior|lead|chief)\ )?
    (?:directors?|managers?|boss(?:es)?|members?|councillors?|executives?|execs?|officers?|leaders?|supervisors?
        |seniors?|head(?:\ ?teacher|\ of\ (?:service|year|department|practice|hr|quality))?|chair|governors?|principal
        |colleagues?)
    |cabinet|committee|board|trustees|scrutiny|slt|smt|dmt|clt|dcs|hos|ad
    |(?:(?:senior\ )?(?:leadership|management)\ )?team
    )"""
ROLE = rf"""(?:
    (?:(?:new|newly|newish|fairly|relatively|recently|qualified|senior|policy|social|youth|yj|support|family|student
        |research|performance|principal|project|programme|inclusion|hr)\ ){{0,3}}
    (?:{_PERSON}|worker|student|trainee|analyst|commissioner|practitioner|consultant|iro|lado|asye|psw|senco|dsl|nurse
        |health\ visitor|(?:personal\ )?advis[eo]r|independent\ reviewing\ officer|virtual\ school\ head
        |(?:edi|diversity|equalit(?:y|ies)|participation|safeguarding|inclusion|race)\ lead)
    )"""
#: Who looks into what a service does, and tells it.
_INSPECTORS = r"""(?:
    (?:the\ |our\ )? (?:inspect(?:ors?|orate|ion)|peer\ review(?:ers)?|ofsted|estyn|care\ inspectorate|ciw|cqc|hmip|hmi
        |hmicfrs|dfe|yjb|youth\ justice\ board|auditors?)
    )"""
_GROUP = r"(?:board|partnership|network|panel|committee|forum|team|council|service|department|directorate|school|trust)"
_WRITING = r"""(?:
    (?:(?:board|committee|cabinet|short|brief|discussion|position|briefing|research|covering|(?:one|two)\ page)\ ){0,2}
    (?:papers?|reports?|briefings?|briefs?|presentations?|slides?|bids?|business\ case|essays?|dissertations?|summary
        |assignments?|notes?|pages?|couple\ of\ (?:pages|slides|paragraphs|lines)|literature\ review|newsletter
        |annual\ report|funding\ application|updates?|options)
    )"""
#: Bodies and those in charge, of whatever name: what they have asked for says no more of the subject.
_ANY_BODY = rf"""(?:(?:(?:our|my)|(?:^|(?<=[.!?;:,]\ ))the)\ (?:{BODY}|{IN_CHARGE}
    |{_PERSON}\ (?:on|in|at|from)\ (?:the|our)\ {BODY}))"""
#: Where the asker has it from.
_KNOWN_FROM = r"""(?:staff|latest|last|recent|own|annual|new|internal|local|school|pupil|parent|hr|workforce|performance
    |equality|ethnicity|service|quarterly|pulse|engagement|ofsted|inspection|exit|wres|yjb|most|case|file)"""
_SOURCE = r"""(?:self[-\ ](?:evaluation|assessment)|surveys?|data|figures|stats|statistics|returns?|dashboards?|audits?
    |reports?|inspections?|interviews|feedback|numbers|analysis|reviews?|results|monitoring|complaints)"""
_PLAN = r"(?:(?:action|improvement|business|service|team)\ plans?|strategy)"
_EVENT = r"""(?:
    (?:(?:board|team|staff|management|partnership|network|committee|planning)\ )?
    (?:meeting|away\ day|development\ day|training\ day|inset(?:\ day)?|event|workshop|inspection|interview|conference
        |working\ group|audience)
    )"""
_DAY = r"""(?:
    (?:(?:this|next)\ )?(?:mon|tues|wednes|thurs|fri)days? | tomorrow | today | tonight | lunch(?:time)? | the\ weekend
    | close\ of\ play | cop | eod | (?:this|tomorrow)\ (?:morning|afternoon|evening)
    | (?:this|next)\ (?:week|month|meeting) | (?:the\ )?end\ of\ (?:the\ )?(?:day|week|month)
    )"""

_CLOSE = r"(?:new|short|quick|good|brief|little|bit\ of\ a|proper|long)"
_HAS = r"(?:(?:has|have|had|is|are|was|were|keeps?|just|now|also|all|really|been|recently|very|would)\ )*"
_ASK = r"""(?:ask(?:s|ed|ing)?|mention(?:s|ed|ing)?|raised|keen|interested|request(?:s|ed|ing)?|wonder(?:s|ed|ing)?
    |tasked|after|told\ me)"""
_WANT = r"(?:want(?:s|ed|ing)?|need(?:s|ed|ing)?)"
#: What managers, boards and governors need is mostly what is asked about, unless they are the asker's or need to know.
_WHO_WANTS_TO_KNOW = rf"""
    (?:(?:my|our|your)\ {_PERSON}\ {_HAS}
            (?:{_ASK}|{_WANT}(?!\ to\ (?:be|do|have|hear|talk|speak))|said|says|suggested|recommended|assumes?)
        |(?:(?:the|an?)\ |^|(?<=[.,;:!?–-]\ )|(?<=\band\ )|(?<=\bbut\ ))(?<!how\ ){_PERSON}\ {_HAS}
            (?:{_ASK}|{_WANT}(?=\ to\ (?:know|see|find\ out)\b|\ (?:ideas|examples|answers|something|evidence)\b)))
        (?:\ (?:me|us))?(?:\ to\ (?:know|see|find\ out|hear))?
        (?:\ (?:about|on|around|re|into|to|for|if|whether|that|of))?
    | {_INSPECTORS}\ (?:(?:has|have|had|just|recently)\ )*
        (?:told|asked|criticised|challenged|warned|marked|rated|graded|picked|pulled|flagged|said|found|recommended)
        \ (?:us|(?:that\ )?we)(?:\ (?:up|down|out))?
        (?:\ (?:(?:that\ )?we\ )?(?:need|have|must|should|are|were)(?:\ to)?(?:\ (?:improve|do\ better|get\ better))?)?
        (?:\ (?:about|on|for|over|with|in|around|at))?
    | (?:our|(?:^|(?<=[.!?;]\ ))the)\ (?:\w+\ ){{0,2}}{_GROUP}\ (?:is|are|has\ been|have\ been)
        \ (?:(?:now|also|currently|really)\ )*
        (?:exploring|discussing|debating|reviewing|looking\ (?:into|at)|considering
            |thinking\ (?:about|of)|interested\ in|keen\ (?:on|to)|planning)
    | {_ANY_BODY}\ {_HAS}(?:challenged\ (?:me|us)\ (?:on|about|over)|raised
        |(?:asked|asking|requested|commissioned|wants?|wanted|needs?|after|expects?|like)
        (?:\ (?:me|us|officers))?
        (?:(?<=\ (?:me|us))\ to(?:\ (?:find(?:\ out)?|look\ (?:at|into|for)|see|read))?(?:\ (?:about|on))?
            |\ (?:about|whether|to\ (?:know|see|find\ out)(?:\ (?:about|whether|if))?|to\ hear\ about)
            |(?<=asked)(?=\ (?:what|how|who|which|where)\b)
            |(?:\ (?:for|to\ (?:write|prepare|bring|produce|provide)))?(?:\ (?:an?|some|more))?
                \ (?:{_WRITING}|examples?|ideas|evidence|information|assurance|something|anything)
                (?:\ (?:on|about|of|around|for|regarding))?))
    | (?:asked|told|tasked|sent|requested)\ by\ (?:{_OWN}\ )?(?:{_PERSON}|powers\ that\ be)
    | (?:on\ behalf\ of|asking\ for|chatting\ (?:with|to))\ (?:{_OWN}\ )?(?:{_PERSON}|friend|mate)
    | (?:show|take|send|give|present|report|feed)(?:\ (?:it|this|them|back))*
        \ to\ (?:{_OWN}\ )?(?:{_PERSON}|audience)"""
_WHO_ONE_IS = rf"""
    (?:i(?:['’]?m|\ am)|(?:^|(?<=[.,;:!?–-]\ ))as|we(?:['’]?re|\ are))\ (?:an?|the)\ {ROLE}(?:\ here)?
        (?=\W*$|\ (?:and|i|we|who|looking|interested|keen|trying|wanting|hoping|wondering|new|in|at|from|for)\b
            |[,.;:!?–—]|\ -)
    | i(?:['’]?m|\ am)\ on\ placement
    | i\ work\ (?:in|on|for)\ (?:\w+\ ){{1,4}}and\ (?=(?:i\ )?(?:would|want|wonder|am|need|was)\b)
    | (?:{ROLE}|hr)\ (?:here|asking)(?=\W)
    | (?:i|we)\ work\ (?:in|on|for)\ (?:hr|policy|performance|quality\ assurance|commissioning|comms|communications
        |business\ support)"""
_WHAT_FOR = rf"""
    (?:writ(?:e|ing)|prepar(?:e|ing)|prep(?:ping)?|draft(?:ing)?|(?:putting|pulling)\ together|finish(?:ing)?
            |updat(?:e|ing)|present(?:ing)?|giv(?:e|ing)|tak(?:e|ing)|submit(?:ting)?|do(?:ing)?|need|want|got|ha(?:ve|s))
        \ (?:up\ )?(?:{_OWN}\ |some\ |this\ )?(?:{_CLOSE}\ )?{_WRITING}
        (?:\ for\ (?:{_OWN}\ (?:{BODY}|{IN_CHARGE})|(?:{_OWN}\ )?(?:next\ )?(?:{_PERSON}|{_EVENT}))
            (?!\w|\ (?:of|for)\b))?(?:\ (?:due|on|about|around|re|regarding))?
    | brief(?:ing)?\ {_OWN}\ (?:{BODY}|{IN_CHARGE}|{_PERSON})\ (?:on|about)
    | (?:writing|drafting|updating|refreshing|rewriting)\ our\ (?:(?:new|next|own)\ )?{_PLAN}
        (?!\ (?:on|for|to|about|of)\b)(?:\ and\ (?:i\ |we\ )?want\ to\ include)?
    | (?:i|we)(?:['’]?(?:ve|m|re)|\ (?:have|am|are))?(?:\ (?:got|on|in|at))?\ (?:an?|our|the|my)\ (?:\w+\ )?{_EVENT}
        (?:\ (?:coming\ up|coming|looming|due|soon|planned|booked))?(?:\ (?:in|on)\ (?:\w+\ minutes|{_DAY})|\ {_DAY})?
    | (?:for|into|at)\ (?:my|our|an?)\ (?:(?:{_CLOSE}|next|annual|team|own)\ )?(?:{_WRITING}|{_EVENT})(?:\ {_DAY})?
    | (?:for|into)\ (?:my|our)\ (?:(?:next|new|own)\ )?{_PLAN}
    | (?:on|to)\ (?:the|our|my)\ (?:next\ )?(?:agenda|radar|list|to-?do\ list)"""
#: "... and I need something for the councillors": whom it is for is no part of what is asked, whoever they are.
_FOR_WHOM = r"""
    (?:and|so|but)\ (?:i|we)(?:['’]?(?:m|re|d)|\ (?:am|are|would|do|could|really|just|now|also))*
        \ (?:need|want|like|after|looking\ for|do\ with|have\ to\ (?:find|have))
        \ (?:some\ |any\ |a\ |an\ )?(?:something|anything|stuff|evidence|ammunition|arguments?|ideas|examples|answers?
            |material|help|advice|support|case)
        \ (?:for|to\ (?:show|give|tell|send|convince|persuade|share\ with|take\ to|put\ to))
        \ [\w'’]+(?:\ [\w'’]+){0,3}(?=\W*$)"""
_BY_WHEN = rf"""
    (?:by|before|until|till)\ (?:the\ |my\ )?(?:tomorrow\ )?
        (?:lunch(?:time)?|dinner(?:\ time)?|weekend|(?:summer|half[-\ ]term|christmas|easter)(?:\ (?:break|hols?))?)
    | (?:in|within)\ (?:about\ )?(?:an?|the\ next)\ (?:fortnight|few\ (?:days|weeks|months))
    | (?:by|before|due(?:\ (?:on|by|in))?|needed\ by|until)\ {_DAY}
    | (?:{_OWN}\ )?(?:deadline|{_WRITING})\ (?:is\ )?due(?:\ (?:on|by))?(?:\ {_DAY})?"""
#: "... was flagged in our inspection", "... is a gap for us": how it stands with the asker.
_HOW_IT_STANDS = rf"""
    (?:our|(?:^|(?<=[.!?;]\ ))the)\ (?:{_KNOWN_FROM}\ ){{0,3}}(?P<kept>(?:[\w'’-]+\ ){{0,3}}?){_SOURCE}
        \ (?:(?:has|have|all|also|clearly|really|just)\ )*
        (?:shows?|showed|shown|says?|said|tells?|told|suggests?|suggested|finds?|found|reveal(?:s|ed)?|flag(?:s|ged)?
            |indicate[sd]?|highlight(?:s|ed)?|mention(?:s|ed)?|points?\ to|confirm(?:s|ed)?
            |identif(?:y|ies|ied)|(?:is|are)\ (?:red|amber|poor|weak|low|bad)\ (?:on|for))(?:\ us)?(?:\ (?:that|up))?
        (?:\ (?:an?\ |some\ )?(?:problem|gap|issue|concern|weakness|disparit(?:y|ies))s?\ (?:with|in|around|for))?
    | (?:according\ to|looking\ at|based\ on|judging\ by|going\ by)\ our\ (?:{_KNOWN_FROM}\ ){{0,3}}{_SOURCE}
    | (?:in|at|during|after|before|from|following|ahead\ of|(?:preparing|getting\ ready|in\ preparation)\ for)\ our
        \ (?:(?:recent|last|latest|next|ofsted|ilacs|jtai|annual)\ )*
        (?:inspection|peer\ review|self[-\ ]assessment|jtai|ilacs|annual\ conversation|conversation\ with\ ofsted)
        (?:\ with\ ofsted)?
    | as\ an?\ (?:area|priority|issue)\ (?:for|to)\ (?:development|improvement|improve)
    | (?:is|are|was|were)\ (?:an?|our|the)\ (?:\w+\ )?
        (?:gap|blind\ spot|weakness|weak\ spot|priority|issue|problem|challenge|worry|concern)
        \ (?:(?:for|in|at|across|with)\ (?:us|our\ (?:council|service|team|area|borough|department|directorate))|here)
        (?=\W*$|\ ?[.,;:!?–—-])
    | (?:is|are|was|were)\ (?:still\ |completely\ |totally\ |entirely\ )?(?:missing|absent|left\ out)
        \ (?:from|in|of)\ (?:our|the|my)\ (?:action\ )?(?:plans?|strategy|policy|policies|offer|work)\b(?!\ \w)
    | what\ went\ wrong(?:\ with|\ in|\ on)?"""
_POLITENESS = r"""
    (?:dear|hi|hello|hey|hiya|morning|afternoon|evening)
        \ (?:all|team|both|everyone|everybody|folks|there|again|colleagues?)
    | (?:would|['’]d|ll)\ (?:(?:really|very\ much|also|quite)\ )?
        (?:love|like|appreciate|welcome|value|be\ (?:(?:really|very|most|so)\ )?
            (?:great|good|grateful|lovely|helpful|useful|interesting|interested|brilliant|amazing))
        (?:\ (?:for|of|if|to|in))?
    | (?:be|most|very|so|really)\ grateful(?:\ (?:for|if|of))? | (?:great|massive|big|huge|real)\ help
    | (?:thanks?|thank\ you|ta|cheers)\ (?:so\ much|very\ much|a\ lot|a\ million|in\ advance
        |for\ (?:your|any|the)\ (?:help|time|support))
    | sorry\ (?:to|for|if|about)
        \ (?:be\ a\ pain|both(?:er|ering)|troubl(?:e|ing)|disturb|(?:the\ )?(?:random|daft|silly)\ \w+)
        (?:\ you(?:\ all)?)?
    | (?:hope|hoping|trust)\ (?:you(?:['’]?re|\ are)|this\ finds\ you)\ (?:all\ )?(?:well|ok(?:ay)?|good)
    | apologies\ (?:if|for|in|to|about) | (?:could|can)\ you\ (?:please\ )?(?:advise|confirm|suggest|recommend)
    | no\ (?:rush|hurry|worries|problem) | bear\ with\ (?:me|us) | in\ advance
    | (?:daft|silly|stupid|quick|random|odd|obvious|basic|general|same|long)\ (?:question|one|q|query|shot)
    | (?:first\ time|new\ to|never)\ (?:using|used|using\ this|this)"""
_TURNS_OF_PHRASE = r"""
    looking\ for\ work\ (?:on|with|around|about)
    | e\.\ ?g\.? | i\.\ ?e\.? | help(?:\ me)?\ (?:with|on|find|about) | (?:get|got|up)\ to\ speed
    | get\ (?:my|our)\ head\ (?:a?round)
    | without\ (?:it|this|that)\ (?:(?:just|all|only|ever)\ )?(?:turning\ into|becoming|being|ending\ up|coming\ across
        |(?:feeling|sounding|looking|seeming))\b[^.,;:?!]*
    | (?:can|could)\ (?:i|we|one)\ (?:read|hear|see|learn|find\ out)(?=\ (?:what|how|why)\b)
    | (?:being|becoming|(?:just|only)\ (?:be|become))\ (?:just\ |only\ )?(?:an?\ )?tick[-\ ]?box(?:\ exercise)?
    | in\ (?:a\ nutshell|earnest|the\ round|the\ real\ world|an\ ideal\ world|respect\ of
        |bite[-\ ]sized?\ (?:chunks?|pieces|bits|form|format)
        |relation\ to)
    | from\ (?:the\ (?:ground|bottom)\ up|a\ to\ z|start\ to\ finish|top\ to\ bottom)
    | on\ the\ (?:quiet|ground(?!\ floor))
    | at\ the\ (?:sharp\ end|coal\ ?face) | off\ the\ ground | done\ and\ dusted | warts\ and\ all
    | bits\ and\ (?:bobs|pieces) | (?:the\ )?(?:nuts\ and\ bolts|ins\ and\ outs|nitty[-\ ]gritty)(?:\ of)?
    | with\ bells\ on | without\ (?:the|any|all\ the)\ (?:faff|fuss|jargon|drama|hype|waffle)
    | (?:beyond|more\ than)\ (?:the\ |an?\ )?(?:tick[-\ ]?box(?:es|ing)?|compliance|warm\ words|lip\ service
        |rhetoric)(?!\ \w)
    | value[-\ ]for[-\ ]money | light[-\ ]touch | hands[-\ ]on | big[-\ ]picture | long[-\ ]haul | world[-\ ]class
    | no[-\ ](?:nonsense|frills) | whistle[-\ ]stop\ tour(?:\ of)? | (?:moving|shifting)\ the\ (?:dial|needle)(?:\ on)?
    | raising\ the\ bar(?:\ on)? | (?:mak(?:e|ing)|gain(?:ing)?)\ (?:headway|inroads|strides)(?:\ (?:on|in|with|into))?
    | (?:get|gets|getting|got)\ (?:to\ grips\ with|(?:my|our|your)\ heads?\ a?round|stuck\ in(?:to)?)
    | doubl(?:e|ing)\ down\ on | chip(?:ping)?\ away\ at | front\ and\ cent(?:re|er) | pertaining\ to
    | (?:swot|brush|read)(?:ting|ing)?\ up\ on | done\ (?:my|our)\ homework(?:\ on)?
    | (?:ring|rings|rang)\ (?:a|any)\ bells? | blue\ in\ the\ face | (?:up|off)\ (?:my|our)\ sleeve
    | out\ of\ (?:my|our)\ (?:misery|depth)
    | round\ the\ block | under\ (?:\w+\ )?belts? | (?:roll(?:ed|ing)?\ up\ )?(?:\w+\ )?sleeves(?:\ up)?
    | ahead\ of\ the\ (?:curve|game|pack) | (?:\w+\ )?hands\ dirty | (?:spring|come)s?\ to\ mind
    | tell\ the\ tale(?:\ of)? | (?:hard|donkey|spade|leg)\ ?(?:graft|work|yards)(?=\ (?:on|with|in|of)\b)
    | kick(?:ing|ed)?\ off(?=\ (?:on|with)\b) | in\ (?:\w+\ )?sights | sounding\ board | kindred\ spirits?
    | (?:further|some\ way)\ (?:down|along)\ the\ (?:road|line|track) | in\ the\ know | over\ (?:lunch|coffee|a\ pint)
    | (?:could\ (?:i\ |we\ )?|can\ )?do\ with\ (?:an?|some)\ hand | in\ connection\ with | come\ up\ for\ air
    | ear\ to\ the\ ground | on\ (?:the|our|my)\ (?:horizon|cards|back\ burner|front\ foot|back\ foot|same\ boat)
    | (?:on|off|across)\ (?:my|our|his|her)\ (?:desk|plate|lap|radar|inbox)
    | reinvent(?:ing)?\ the\ wheel | (?:from|at|where\ to)\ (?:scratch|square\ one)
    | (?:had|have|having|take|taken|taking|give|given|giving|gave)\ (?:it\ )?an?\ (?:crack|go|stab|shot|try|whirl|bash)
        (?:\ at)?
    | point(?:\ (?:me|us))?\ (?:in\ the\ (?:right\ )?direction(?:\ of)?|towards?|to)
    | (?:going|go|gone)\ round\ in\ circles | doing\ the\ rounds | powers\ that\ be | off\ the\ top\ of\ \w+\ head
    | (?:any|some|no)\ (?:thoughts|takers|joy|luck|leads|pointers|tips|ideas|views|suggestions)
    | (?:evidence|proof|data|figures)\ (?:that|whether|if) | what\ (?:has\ )?worked\ (?:for|with|in|to|on|at)
    | (?:good|best|promising|notable|effective|emerging)\ practice | case\ stud(?:y|ies)
    | (?:any|some|more|need|needs?|want|got|have|has|for|after|is\ there|are\ there)
        \ (?:(?:good|useful|practical|other|further|real|general|any|some)\ )?
        (?:advice|help|information|info|experience|examples|inspiration)
        \ (?:about|around|regarding|re|on|with|of|for|in|from)"""

_STORY = re.compile(
    rf"""\b(?:{_WHO_WANTS_TO_KNOW} | {_WHO_ONE_IS} | {_WHAT_FOR} | {_FOR_WHOM} | {_BY_WHEN} | {_HOW_IT_STANDS}
        | {_POLITENESS}
        | {_TURNS_OF_PHRASE}
    )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)


def story(text: str) -> list[Span]:
    """The places in a question where people tell of themselves and of what they need it for."""
    spans: list[Span] = []
    for match in _STORY.finditer(text):
        start, end = match.span()
        if match["kept"]:
            spans.append((start, match.start("kept")))
            start = match.end("kept")
        spans.append((start, end))
    return spans
