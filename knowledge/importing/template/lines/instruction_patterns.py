"""Sentences that only ask something of whoever fills a form in, or stand round it in a mail: none of its answers.

What a form asks speaks of the form. Officers write "please", "do not" and "sorry" too, in charters and in what they
were told, so that the opening of a sentence alone says nothing.
"""

from __future__ import annotations

import re

from knowledge.importing.template.questions.wordings import either

#: What only a form speaks of.
_PARTS = (
    r"forms?|templates?|return|box(?:es)?|sections?|rows?|columns?|pages?|sides?|sheets?|tables?|grid|words|characters"
    r"|paragraphs?|sentences|bullets?|font|format\w*|layout|blank|empty|guidance|acronyms?|jargon|abbreviations"
    r"|spelling|grammar|polish\w*"
)
#: What it asks about, and how it is to be answered.
_ANSWERS = (
    rf"{_PARTS}|your?|yourself|below|above|overleaf|here|categor\w*|options?|questions?|answers?|responses?|examples?"
    r"|initiatives?|projects?|pieces? of work|practice|descriptions?|impact|outcomes?|resources?|documents?|attach\w*"
    r"|brief(?:ly)?|concise|short|plain english|contact (?:names?|details?|persons?|points?)|an? contact|submi\w+"
    r"|(?:further|additional|more|any|other|supporting|relevant) (?:\w+ )?(?:information|details?|evidence|links?"
    r"|contacts?)"
)
_PEOPLE = (
    r"(?:child(?:ren)?|famil(?:y|ies)|young people|pupils|people|persons?|individuals?|staff|colleagues|service users"
    r"|cases)"
)
_NOT = r"(?:please )?(?:do not|don['’]t)"

_ASKS = re.compile(
    "^(?:"
    + either(
        # What a form says of itself, under a word for it.
        rf"\W*(?:guidance|instructions?|notes? (?:for|on|to) (?:completi\w+|authors?)|how to (?:complete|fill in|use)"
        rf" th(?:is|e) (?:form|template))\s*[:–-].*\b(?:{_ANSWERS}|describe|explain|outline|list|include|attach|delete"
        r"|tick|keep|aim|please|tell|give|provide|set out)\b.*",
        # What it asks for.
        r"\W*(?:please|kindly)\s+(?:do\s+|also\s+)?(?:indicate|tell us|complete|describe|tick|return|delete|list|attach"
        r"|select|fill|submit|upload|state|enter|outline|expand|insert|specify|summarise)\b.*",
        r"\W*(?:please|kindly)\s+(?:do\s+|also\s+)?(?:use|give|provide|tell|add|include|send|e-?mail|mark|choose|refer"
        r"|keep|limit|save|read|write|set out|say|continue|repeat|copy|name|share|answer|ensure|remember|record|circle"
        rf"|highlight|underline)\b.*\b(?:{_ANSWERS})\b.*",
        r"also (?:provide|give|include|attach|list) (?:any |the |your |some )?(?:relevant|useful|supporting|related"
        r"|further|other|resources?|documents?|contacts?|links?)\b[^.]*\.?",
        r"this might be(?: ?\(please\b.*|\W*)",
        r"(?:tick|select|circle|highlight|delete|choose) (?:all|any|one|those|the|as)\b.*\b(?:appl(?:y|ies|icable)"
        r"|appropriate|relevant|box(?:es)?|options?|categor\w*|below|above|of the following|drop-?down"
        r"|answers?|best (?:fits?|describes?))\b.*",
        r"delete (?:as (?:appropriate|applicable)|th(?:is|ese|e) (?:\w+ )?(?:guidance|instructions?|notes?|text|line"
        r"|box|section)s?)\b.*",
        # How it is to be answered.
        r"aim for .{0,30}\d+ words.*",
        r"(?:please )?keep (?:it|this|your \w+) (?:(?:short|brief|concise)\b|to (?:\w+ ){0,4}(?:pages?|words"
        r"|paragraphs?|sentences?|sides?|lines?)\b).*",
        rf"{_NOT} (?:exceed|attach)\b.*",
        rf"{_NOT} (?:name|include|identify|use|write|send|delete|leave|return|change|alter|type|add|put)\b.*"
        rf"\b(?:{_PARTS}|(?:personal|confidential|sensitive|identif\w+) (?:\w+ )?(?:data|information|details?))\b.*",
        rf"{_NOT} (?:name|include|identify)\b.*\b(?:any|individual|names? of) (?:\w+ ){{0,2}}{_PEOPLE}\b.*",
        rf"{_NOT} worry (?:if (?:you|it|your|this)|too much|about (?:the |your |any )?(?:{_PARTS}|length))\b.*",
        r"(?:maximum|max|up to|no more than|approximately|around) \d{2,4} (?:words|characters)\W*(?:max(?:imum)?|please"
        r"|per \w+)?\W*",
        r"(?:click|tap) (?:or tap )?(?:here )?to (?:enter|choose|select|add)\b.*",
        r"choose an item\.?",
        r"(?:some|any)(?:one|body) (?:who (?:is |can |will |would )?)?(?:be )?"
        r"(?:happy |willing |able |available |prepared )?to (?:be contacted|be approached|answer questions"
        r"|answer queries|take questions|talk to others)\W*",
        r"(?:insert|enter|type) (?:(?:text|name|here)\b.*|your (?:text|name|answers?|la|authority|council|title|e-?mail"
        r"|details|response|organisation)\b.*)",
        r"(?:one (?:row|box|form|sheet) (?:for|per) (?:each |every )?(?:initiative|project|piece|activity)\b.*)",
        r"continue on (?:a )?(?:separate|another) (?:sheet|page|form|row|document|piece of paper)\b.*",
        r"(?:for example|e\.g\.?)[ ,]+(?:a|an|your|the) (?:link|report|policy|document)\b.{0,12}",
        r"\[(?:insert|enter|add|type|click|tap|delete|please|optional|your|name|title|date|text|description|link|contact"
        r"|authority|la|e\.?g)\b[^\]]{0,200}\]",
        r"<[^>@]{3,100}>",
        r"see (?:below|above|attached)\.?",
        r"(?:as )?attached\.?",
        # Where it goes.
        r"(?:completed|finished) (?:forms?|templates?) (?:should|to|must)\b.*",
        r"(?:return|send|submit|e-?mail) (?:this|the|your|completed) (?:completed )?(?:form|template|return)\b.*",
        # What stands round it in a mail.
        r"this e-?mail\b.*\b(?:confidential|intended|privileged)\b.*",
        r"(?:i am |we are |i['’]m |we['’]re )?(?:very )?happy to (?:talk|share|discuss|help|answer|chat|explain"
        r"|present)\b(?!.*\b(?:race|racism|families|children|young people)\b)[^@]{0,60}",
        r"(?:do |please )?let (?:me|us) know(?:\W*|\W+(?:if|whether|what|how|which|by|should|of|your|any|asap)\W+"
        r"(?:(?:or when|or how) )?(?:you|yours?|there|anything|any|this|that|it|i|more|further|else|need|would|mon|tues"
        r"|wednes|thurs|fri|questions?|the end|\d)\w*\b[^@]{0,80})",
        r"(?:i )?hope (?:this|that) helps?\b.{0,40}",
        r"any questions\b[,?]?(?: (?:please|just|do|let|get|ask|feel|drop)\b[^@]{0,50})?",
        r"(?:(?:very |so |really )*sorry|apologies)(?:\W*|\W+(?:again|all|both|everyone)\W*|\b[^@]{0,60}\b(?:late"
        r"|lateness|delay(?:ed)?|long|brief|short|rushed|rough|messy|format\w*|typos?|spelling|form|template|return|e-?mail"
        r"|deadline|only a draft|confusion|inconvenience|not (?:more|longer|very))\b[^@]{0,60})",
        r"(?:many )?(?:thanks|thank you)(?: (?:for (?:your?|taking|completing|sharing|reading|sending|getting|bearing"
        r"|coming|joining|attending|asking|having"
        r"|this|all|the (?:form|template|reminder|opportunity|chance|invitation|e-?mail|nudge|extension|time))\b"
        r"[^.]{0,60}|in advance|again|all|everyone|(?:very|so) much))?\W*",
        r"(?:kind regards|best wishes|regards)\b(?:\W+\w+){0,3}\W*",
        r"(?:please )?(?:consider|think (?:of|about)) the environment before\b.*",
        r"sent from (?:my (?:i?phone|ipad|mobile|samsung|tablet|blackberry|android|galaxy|device|work|\w+ (?:phone"
        r"|mobile|device))|outlook|mail|yahoo)\b.*",
        r"get outlook for\b.*",
        r"my (?:normal |usual |core )?working (?:days|hours|pattern|week) (?:is|are)\b.*",
        r"i (?:only )?work (?:on )?(?:mon|tues|wednes|thurs|fri)\w*\b.*",
        r"i (?:may|might|often|sometimes) (?:send )?e-?mails?\b.*\b(?:hours|evenings?|weekends?)\b.*",
        r"(?:hello|hi|dear)(?: (?:all|both|team|everyone|everybody|colleagues?|there))?\W*",
    )
    + ")$",
    re.I | re.S,
)
#: "Please send completed forms through https://...".
_OF_FORM = re.compile(r"\b(?:forms?|templates?|submi\w+|return(?:s|ed)?)\b", re.I)


def asks(sentence: str, *, leads: bool) -> bool:
    """Whether a sentence is wording of a form or a mail; one that `leads` to a page has to be about the form."""
    if leads and not _OF_FORM.search(sentence):
        return False
    return bool(_ASKS.match(sentence.strip()) or _ASKS.match(sentence.strip(" [(<*")))
