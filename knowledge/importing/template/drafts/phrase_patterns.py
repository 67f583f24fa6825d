"""The ways in which people say what they did, as patterns over one sentence."""

from __future__ import annotations

import re

ORDINAL = re.compile(
    r"^(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|finally|lastly|next|also|in addition(?: to "
    r"this)?|alongside this|as well as this|building on this|additionally|elsewhere|separately|more recently"
    r"|(?:the |our )?(?:first|second|third|fourth|fifth|other|next|last|final)(?: one| piece of work| project| "
    r"initiative)? is|another(?: example)? is|we also(?= \w+ed\b))\b[,:]?\s+",
    re.I,
)
WITH_US = re.compile(
    r"^(?:with|through|via|alongside|together with) [^,;.]{3,70}? (?=(?:we|the council|our|it) )", re.I
)
WORKED_ON = re.compile(
    r"^(?:[^\s,;:.]+\s+){1,6}?(?:has |have |had )?(?:worked|working|works|work) (?:together |closely |jointly "
    r")*with [^,;.]{3,70}? on (?P<what>.+)$",
    re.I | re.S,
)
READ_BY = re.compile(
    r"^(?P<what>(?:[^\s,;:.]+\s+){1,4})(?:is|are|was|were|has been|have been)\s+(?P<verb>[a-z]+(?:ed|en)|read"
    r"|run|led|held|written|made|taught|set|drawn up)\s+by\s+(?P<whom>.+)$",
    re.S,
)
DATED = re.compile(
    r"^between (?:\w+ )?(?:19|20)\d\d and (?:\w+ )?(?:19|20)\d\d,?\s+|^(?:since|in|from|by|during) (?:\w+ "
    r")?(?:(?:19|20)\d\d(?:[/-]\d\d)?|['’]\d\d\b),?\s+",
    re.I,
)
ASKED = re.compile(
    r"^(?:we|they|the \w+(?: \w+){0,3}) (?:have been |has been |are |is |have |has )?(?:working with|work with"
    r"|asked|commissioned|paid|invited|funded|helped"
    r"|supported|worked with|brought in) (?P<whom>(?:[^\s,;:.]+\s+){1,8}?)to (?:make|write|produce|run|develop"
    r"|design|create|build|deliver|lead|review|carry out|set up|provide|offer|give|support|train|hold|host|film"
    r"|record|help us \w+)\s+(?P<object>.+)$",
    re.I | re.S,
)
OPENING = re.compile(
    r"^(?:(?:in|since|from|during|over|after|following|as part of|to mark|through|with|for|at|by|working with"
    r"|together with|alongside|thanks to|this year|last year|each|every|throughout|once a|twice a"
    r"|until)\b[^,.;]{0,90},\s+)+",
    re.I,
)
_WRAP = (
    r"(?:the |an? |our |we have |we |this is |there is |there are )?(?:(?:on-?going |recent |successful |joint "
    r"|further |early |full |phased |gradual |initial |regular )*"
    r"(?:development|introduction|implementation|creation|establishment|roll-?\s?out|rollout|launch|delivery"
    r"|set-?up|setting up|formation|expansion|extension|adoption|provision|design|use|piloting|pilot"
    r"|commissioning|production|publication|establishing|developing|introducing|implementing|creating|launching"
    r"|delivering|running|piloting|rolling out|providing|commissioning|producing|holding|hosting|offering"
    r"|appointment|appointing|recruiting|embedding|building|designing|writing|publishing|using|working on|work "
    r"on|starting|co-?producing|co-?designing)"
    r"(?: and (?:development|introduction|implementation|creation|delivery|roll-?out|launch|use|embedding"
    r"|running|design|delivering|developing|implementing|running))?(?: of| up)?\s+)"
)
WRAPPER = re.compile(rf"^{_WRAP}", re.I)
SUBJECT_VERB = re.compile(
    r"^(?P<subject>(?:[^\s,;:.]+\s+){1,9}?)(?P<aux>(?:(?:has|have|had|will|is|are|was|were|been|being|also|now"
    r"|recently|jointly|already|since|then|currently|successfully|together|each|all|both)\s+)*)"
    r"(?P<verb>agreed(?: to| on)?|signed(?: up to)?|shares?|shared|taken part in|take part in|took part in|signed up to"
    r"|gone through"
    r"|attended|completed|set up|put "
    r"in place|rolled out|brought in|brought together|taken on|take on|drawn up|drew up"
    r"|signed up to|put together|carried out|carry out|took on|started|began|begun|launched|introduced|ran|runs?"
    r"|running|delivers?|delivered|delivering|developed|develops|developing|created|creates|commissioned"
    r"|established|establishes|piloted|piloting|co-?produced|co-?designed|designed|built|wrote|written|writes"
    r"|published|publishes|hosted|hosts?|appointed|funded|funds?|offers?|offered|provides?|provided|holds?|held"
    r"|rolling out|adopted|produced|organised|organises"
    r"|opened|formed|invested in|convenes?|convened|uses?|used|using|offering|providing|employs?|employed"
    r"|operates?|works? to|recruiting|recruited|completed|conducts?|conducted|made|implemented|implements"
    r"|undertook|undertaken|joined|has|have)\s+(?P<object>.+)$",
    re.I | re.S,
)
PASSIVE = re.compile(
    r"^(?P<subject>.{4,110}?)\s+(?:has been|have been|had been|was|were|is|are|(?:has|have) (?:now|also|recently"
    r"|since|all|both|each|already) been)\s+(?:also |now |recently |all |both |each |since |already |being )*"
    r"(?P<verb>set up|rolled out|put in place|launched|introduced|delivered|developed|created|commissioned"
    r"|established|piloted|provided|offered|given|held|run|made|produced|written|reviewed|redesigned|revised"
    r"|appointed|funded|trained|used|shared|published|linked|embedded|rewritten|changed|completed|carried out"
    r"|adopted|organised|replaced|updated|audited|extended|co-produced|designed)\b(?P<rest>.*)$",
    re.I | re.S,
)
EXAMPLE = re.compile(
    r"(?:,|\(|;|\s[–—-])\s*(?:for example|e\.?g\.?|such as|including|notably|particularly|in "
    r"particular)[,:]?\s+(?:through\s+)?(?P<object>.+)$",
    re.I,
)
VAGUE = re.compile(
    r"^(?:an? |the |our |some |several |various |new )*(?:initiatives?|work|actions?|activit(?:y|ies)|projects?"
    r"|measures|steps|efforts|things)\s+(?:to|on|around|for|that|which|with|in)\b",
    re.I,
)
#: Doing words whose noun makes a title ("have been trained": "Training for ...").
NOUN_OF = {
    "review": "Review of",
    "audit": "Audit of",
    "train": "Training for",
    "mentor": "Mentoring for",
    "coach": "Coaching for",
    "visit": "Visits to",
    "monitor": "Monitoring of",
    "check": "Checks on",
    "survey": "Survey of",
    "interview": "Interviews with",
    "recruit": "Recruitment of",
    "analyse": "Analysis of",
    "consult": "Consultation with",
    "map": "Mapping of",
    "track": "Tracking of",
    "pair": "Pairing",
    "match": "Matching",
    "employ": "Employing",
    "examine": "Examination of",
    "evaluate": "Evaluation of",
    "compare": "Comparison of",
    "support": "Support for",
    "scrutinise": "Scrutiny of",
    "translate": "Translation of",
    "redesign": "Redesign of",
    "rewrite": "Rewriting of",
    "revise": "Revision of",
    "update": "Update of",
    "teach": "Teaching",
    "invite": "Inviting",
    "question": "Questioning",
    "challenge": "Challenging",
}
PAST_OF = {"taught": "teach", "rewritten": "rewrite", "rewrote": "rewrite", "mapped": "map"}
NOUN_ACTIVE = re.compile(
    rf"^(?P<subject>(?:[^\s,;:.]+\s+){{1,9}}?)(?:(?:has|have|had|also|now|jointly|together|recently|regularly"
    rf"|routinely|all|both|each|already|since)\s+)*(?P<verb>{'|'.join((*NOUN_OF, *PAST_OF))})(?:s|es|d|ed|ned"
    rf"|ted|ped)?\s+(?P<object>(?:every|all|each|our|the|their|any|a|an|\d+|two|three|four|five|six|seven|eight"
    rf"|nine|ten|eleven|twelve|twenty|more|new|black|white|asian|young|families|parents|staff|foster|case"
    rf"|children|pupils)\b.+)$",
    re.I | re.S,
)
GOING_ON = re.compile(
    r"^(?:[^\s,;:.]+\s+){1,9}?(?:is|are|was|were|have been|has been)\s+(?:now |also |currently |jointly "
    r")?(?P<verb>[a-z]+ing)\s+(?P<object>.+)$",
    re.S,
)
WE_DO = re.compile(
    rf"^(?P<subject>(?:we|our \w+(?: \w+)?|the \w+(?: \w+)?)\s+)(?:(?:have|has|also|now|jointly|regularly"
    rf"|routinely|all)\s+)*(?P<verb>{'|'.join((*NOUN_OF, *PAST_OF))})(?:s|es|d|ed|ned|ted"
    rf"|ped)?\s+(?P<object>[a-z].+)$",
    re.I | re.S,
)
WE_VERB = re.compile(
    r"^(?:we\s+(?:(?:have|has|had|are|were|been|also|now|recently|since|always|all|each|do|then)\s+)*"
    r"|our \w+(?: \w+)?\s+(?:(?:have|has|had|are|is|were|was|been|also|now|recently|since|all|each)\s+)+)"
    r"(?P<verb>[a-z]{3,})\s+(?P<rest>[a-z].+)$",
    re.I | re.S,
)
NUMERAL = re.compile(
    r"^(?:our|the|their|a|an|\d+|two|three|four|five|six|seven|eight|nine|eleven|twelve|twenty)\s+", re.I
)
NOUN_PASSIVE = re.compile(
    r"^(?P<subject>.{4,90}?)\s+(?:(?:has|have|had) (?:now |also |all |both |each )?been|are|were|is"
    r"|was)\s+(?:(?:now|also|all|both|each|jointly|regularly|routinely|being)\s+)*(?P<verb>trained|mentored"
    r"|coached|reviewed|audited|monitored|surveyed|interviewed|recruited|tracked|employed|supported|redesigned"
    r"|revised|updated|rewritten)\b(?P<rest>.*)$",
    re.I | re.S,
)
INTENT = re.compile(
    r"^(?:an?|the|our)\s+(?:[\w-]+\s+){0,2}?(?:determination|commitment|drive|effort|decision|resolve|push"
    r"|agreement|promise|pledge|move|offer|approach|plan)\b(?:\s+(?:from|by|across|among|of"
    r"|in)\s[^,;]{2,50}?)?\s+(?:to|of)\s+(?P<rest>\w+\s.+)$",
    re.I | re.S,
)
BRINGING = re.compile(
    r"^(?:introducing|bringing|adding)\s+(?P<what>[^,;.]{3,40}?)\s+(?:to|into|in)\s+(?P<where>.+)$", re.I | re.S
)
#: What a group, a programme or a training is for: without it such a title tells nothing.
FOR = re.compile(
    r"\b(?:to (?P<verb>[a-z]+) (?P<what>[^;.:]{3,160})|(?:on|about|around|of|against) (?P<about>[^,;.:]{3,70})"
    r"|for (?P<whom>[^,;.:]{3,70}))",
    re.I,
)
