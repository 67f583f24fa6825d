"""How strong the evidence is that a piece of work claims in its own words."""

from __future__ import annotations

import re

from knowledge.domain.initiative import Evidence
from knowledge.importing.template.language.sentences import sentences
from knowledge.importing.template.language.statements import LEAVES_OPEN, compares

#: "Staff trained at the university evaluated it": whoever stands behind these did not.
_NEAR = ("at", "with", "by", "from", "to", "for")
#: Who evaluates the work of others, and words that make somebody else the subject or the statement none.
_OUTSIDE = (
    "".join(rf"(?<!\b{before} )" for before in ("our", "own", *_NEAR, *(f"{one} the" for one in _NEAR)))
    + r"(?:universit(?:y|ies)|institutes?|academics?|researchers?|consultan(?:ts|cy)|ofsted|estyn"
    r"|(?:independent|external|outside) (?:\w+ )?(?:team|company|body|organisation|researcher|evaluators?|agency"
    r"|charity))\b"
)
_OTHERS = r"(?:we|i|they|you|our|us|staff|not|never|will|be|being|if|when|where|which|students?)"
_EVALUATED = re.compile(
    r"\b(?:(?:independently|externally|formally|academically) evaluated|evaluated (?:\w+ ){0,3}by|(?:an?|the|its"
    r"|their|\w+['’]s?|our|external|independent|university|peer|final) (?:\w+ ){0,4}"
    r"evaluation (?:\w+ ){0,8}?(?:found|showed"
    r"|shows|concluded|reported|confirmed|by|finds)"
    rf"|{_OUTSIDE} (?:(?!{_OTHERS}\b)[\w’'&/-]+,? ){{0,9}}?evaluated (?!(?:its|their|his|her|themselves|our own)\b)"
    r"|evaluation by|randomised (?:controlled )?trial|(?:was|were|has been|have been) evaluated|peer[- ]reviewed)\b",
    re.I,
)
_NOT_YET = re.compile(
    r"\b(?:not (?:yet )?(?:been )?(?:\w+ )?evaluated|will be (?:\w+ )?evaluated|(?:is|are|being|currently) "
    r"(?:being )?(?:\w+ )?evaluated|to be evaluated|yet to be|evaluation (?:\w+ ){0,3}(?:will|is planned|is due"
    r"|is under ?way|planned|due|begins|starts|is being)"
    r"|no (?:formal )?evaluation|plan(?:s|ned|ning)? (?:\w+ ){0,3}evaluat\w+|awaiting|commissioned an? (?:\w+ "
    r"){0,3}evaluation)\b",
    re.I,
)
_EARLY = re.compile(
    r"\b(?:early|initial|first|emerging|interim|promising|preliminary|encouraging) (?:\w+ ){0,2}?(?:results?"
    r"|findings|signs|indications|evidence|data|feedback|figures|outcomes|impact|returns)\b"
    r"|\btoo (?:early|soon) to\b.{0,60}\bbut\b|\bso far\b.{0,80}\b(?:fell|fallen|reduced|dropped|risen|rose"
    r"|improved|increased)\b"
    r"|\b(?:fell|fallen|dropped|rose|risen|reduced|increased|improved|down|up|cut|halved|went|gone|moved|climbed"
    r"|grew|grown|narrowed|doubled|trebled|tripled)\b.{0,60}"
    r"(?:\bfrom \d|\bby (?:\d|a (?:third|quarter|half|fifth|tenth)|half|two thirds)|\d+ ?(?:%|per ?cent))",
    re.I,
)
#: In a statement of impact, what was counted ("9 of the 11 leaders", "referrals tripled").
_COUNTED = re.compile(
    r"\d ?(?:%|per ?cent\b)|\d\s?(?:→|[-–=]>)\s?\d"
    r"|\b(?:out )?of (?:the |our |all )?(?:first )?\d+ [^.;]{3,80} (?:\d+|all)\b"
    r"|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:out )?of (?:the |our |all )?"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)\b"
    r"|\bin (?:\w+ ){0,2}(?:19|20)\d\d\b.{1,40}\bin (?:\w+ ){0,2}(?:19|20)\d\d\b"
    r"|\bbefore \d.{0,40}?\b(?:after|now) \d|\b(?:halved|doubled|trebled|tripled"
    r"|quadrupled)\b",
    re.I,
)


def evidence_in(text: str, impact: str = "") -> Evidence:
    """The strongest evidence that the words claim; an evaluation that is only planned does not count.

    `impact` is what is stated as impact: what was counted there is a result.
    """
    strongest = Evidence.DESCRIBED
    if any(_COUNTED.search(one) and not LEAVES_OPEN.search(one) for one in sentences(impact)):
        strongest = Evidence.EARLY_RESULTS
    for sentence in sentences(f"{text} {impact}"):
        if _EVALUATED.search(sentence) and not _NOT_YET.search(sentence):
            return Evidence.EVALUATED
        if compares(sentence) or (_EARLY.search(sentence) and not LEAVES_OPEN.search(sentence)):
            strongest = Evidence.EARLY_RESULTS
    return strongest
