"""What a form says of impact, and how strong it says the evidence is."""

from __future__ import annotations

import re

from knowledge.domain.initiative import Evidence
from knowledge.importing.template.sentences import joined, sentences

_IMPACT = re.compile(
    r"\b(?:has|have|had) (?:\w+ly )?(?:led to|resulted in|impacted|improved|reduced|increased|risen|fallen"
    r"|dropped|halved|doubled|influenced|brought about|cut|helped|meant|grown|been widely|made a "
    r"(?:real |big )?difference)"
    r"|\b(?:led to|resulted in|resulting in) (?:a|an|fewer|more|less|better|\d)"
    r"|\b(?:fell|rose|dropped|went (?:up|down)|halved|doubled|grew|increased|decreased|reduced|improved|came "
    r"down|narrowed|is down|are down|is up|are up) (?:by|from|to|over|since|in the|sharply|steadily|markedly"
    r"|for|(?:19|20)\d\d)\b"
    r"|\b(?:none|all|half|most) of (?:the|these|our)(?: first)? \d+\b|\bhalved in (?:19|20)\d\d\b"
    r"|\b(?:out )?of (?:the |our |these |all )?(?:first )?\d+ [^.;]{3,60}, \d+ "
    r"|\b(?:has|have) (?:since |now |already |all )?(?:gone on to|been (?:approved|promoted)|stayed (?:in|with)"
    r"|returned to (?:school|work|education|learning)|moved (?:into|up|on to))\b"
    r"|\b(?:went|gone|moved|climbed|up|down) from \d|\d ?(?:%|per ?cent) to \d|\b(?:has|have|had) (?:more than "
    r"|almost |nearly )?(?:trebled|tripled|quadrupled)\b"
    r"|\bas a result\b|\bthe result\b|\bthe impact\b|\bimpact (?:so far|has been|is|was)\b|\b(?:early|initial"
    r"|first|emerging) (?:results?|findings|signs|indications|evidence|data|feedback|figures)\b"
    r"|\b(?:feedback|evaluation|a survey|survey results) (?:has|have|shows?|showed|found|tells|from|was|were|is)\b"
    r"|\b(?:carers|parents|staff|families|children|pupils|teachers|mentees|participants|young people|managers) "
    r"(?:say|report|tell us|told us|feel)\b"
    r"|\b(?:now|today) (?:have|report|say|feel|make up|hold|sit|stay)\b|\b(?:reported|told us|said) (?:that |they "
    r"|feeling |more |greater |an increase)"
    r"|\b\d+(?:\.\d+)? ?(?:%|per ?cent) of\b|\b(?:fewer|more) (?:\w+ ){0,5}(?:than (?:before|the year|last year"
    r"|in 20)|since)\b|\bevaluated by\b|\bwas evaluated\b|\bevaluation by\b",
    re.I,
)
_LEAVES_OPEN = re.compile(
    r"\b(?:will|hope[sd]?|aims?|plan(?:s|ned)?|intend(?:s|ed)?|expect(?:s|ed)?|should|would|could|want|seek(?:s"
    r"|ing)?|(?:target|goal|ambition)s? (?:is|are))\b",
    re.I,
)
_LABEL = re.compile(r"^(?:the )?(?:impact|outcomes?|results?|difference made|evidence)(?: so far)?\s*[:–-]\s*", re.I)

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
    r"\d ?(?:%|per ?cent\b)|\d\s?(?:→|[-–=]>)\s?\d|\b(?:out )?of (?:the |our |all )?\d+ [^.;]{3,80} (?:\d+|all)\b"
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
    if any(_COUNTED.search(one) and not _LEAVES_OPEN.search(one) for one in sentences(impact)):
        strongest = Evidence.EARLY_RESULTS
    for sentence in sentences(f"{text} {impact}"):
        if _EVALUATED.search(sentence) and not _NOT_YET.search(sentence):
            return Evidence.EVALUATED
        if _EARLY.search(sentence) and not _LEAVES_OPEN.search(sentence):
            strongest = Evidence.EARLY_RESULTS
    return strongest


def take_impact(text: str) -> tuple[str, str | None]:
    """The text without the sentences at its end that tell of results, and those; at least one sentence stays."""
    pieces = sentences(text)
    at = len(pieces)
    while at > 1 and tells_results(pieces[at - 1]):
        at -= 1
    # A sentence that points back stays with what it points to, unless that moves too.
    impact = pieces[at:]
    labelled = [index for index, piece in enumerate(pieces) if index and _LABEL.match(piece)]
    if labelled:
        at = min(at, labelled[0])
        impact = pieces[at:]
    if not impact:
        return text, None
    return joined(pieces[:at]), joined([_capital(_LABEL.sub("", _unwrapped(piece))) for piece in impact])


def tells_results(sentence: str) -> bool:
    """Whether a sentence says what came of something, rather than what is hoped for."""
    return bool(_IMPACT.search(sentence)) and not _LEAVES_OPEN.search(sentence)


def _unwrapped(text: str) -> str:
    return text[1:-1] if text[:1] == "(" and text[-1:] == ")" else text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
