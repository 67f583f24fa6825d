"""What a heading or label of a form asks for: people rename the template's boxes, its questions stay the same."""

from __future__ import annotations

import re
from enum import StrEnum

from knowledge.domain.text import fold
from knowledge.importing.template.questions import wordings
from knowledge.importing.template.questions.misspellings import with_words_respelt


class Field(StrEnum):
    AUTHORITY = "authority"
    CATEGORY = "category"
    TITLE = "title"
    DESCRIPTION = "description"
    IMPACT = "impact"
    RESOURCES = "resources"
    CONTACT = "contact"
    NAME = "name"
    ROLE = "role"
    EMAIL = "email"
    PHONE = "phone"
    BACKGROUND = "background"
    PRACTICAL = "practical"
    ASIDE = "aside"
    #: More about the work at hand. No label asks for it by itself: see `rubrics`.
    MORE = "more"


#: The questions whose answers tell of a piece of work.
TELLING = frozenset({Field.DESCRIPTION, Field.IMPACT})
#: What is asked of a contact.
PERSONAL = (Field.NAME, Field.ROLE, Field.EMAIL, Field.PHONE)
OF_CONTACT = (Field.CONTACT, *PERSONAL)
#: A label is a few words, or one of the template's questions; longer text is an answer.
_LABEL_WORDS = 14

_LEAD = r"(?:please )?(?:give |provide |describe |list |add |enter |state |include |tell us |insert )?"
_ART = r"(?:a |an |the |any |your |our |some |its |their |this )?"

#: Tried in order against the folded label; the first that fits the whole of it names the field.
_PATTERNS: tuple[tuple[Field, str], ...] = (
    (
        Field.AUTHORITY,
        rf"{_LEAD}{_ART}(?:name of )?{_ART}(?:la|las|local authority|local authority area|authority|council|trust"
        rf"|borough|county|organisation"
        r"|health and social care trust|hsc trust|local authority or trust|authority or trust|local authority "
        r"trust|lead authority"
        r"|organisation local authority|council or trust|la or trust|la trust|local authority or organisation)"
        r"(?: s)?(?: name)?(?: please (?:state|specify|enter))?"
        r"|which (?:local )?(?:authority|council|trust|la)(?: .{0,30})?"
        r"|enw ?r (?:all|awdurdod lleol|awdurdod)|awdurdod lleol",
    ),
    (
        Field.CATEGORY,
        rf"{_LEAD}{_ART}(?:categor(?:y|ies|y ies)(?: (?:nos?|numbers?))?|(?:we |i )?(?:have )?(?:ticked|selected"
        rf"|chosen|indicated|picked)|type of work|area of work|areas? of practice|which categor\w+.*"
        rf"|categor\w+ (?:indicated|of work|you are sharing|this work.*)"
        r"|.*(?:tick|indicate|select|choose|mark|circle|delete).{0,40}categor.*|this might be.*|.*tick all that "
        r"apply.*)",
    ),
    (
        Field.TITLE,
        rf"{_ART}(?:title|name|project|initiative|programme|work|practice)(?: \d+)?(?: title| name)"
        rf"|(?:title|name) of {_ART}(?:initiative|project|work|practice|programme|piece of work|activity"
        rf"|scheme)(?: \d+)?|title(?: \d+)?"
        r"|initiative(?: \d+)?|(?:the )?initiative or project|project(?: \d+)?|practice example(?: \d+)?"
        r"|(?:our|the|this) example|piece of work(?: \d+)?|activity|programme|scheme"
        r"|what is it called|initiative project(?: name)?|example(?: \d+)",
    ),
    (
        Field.CONTACT,
        rf"{_LEAD}{_ART}(?:named |key |main |lead |further |authority )?contacts?(?: names?| details?| persons?| "
        rf"people| officers?| information| points?| for (?:further|more) (?:information|details?)| name and "
        rf"details"
        r"| names? and (?:role|e mail|email|details?)s?| us| for this (?:work|form|return)| for others?.*| name "
        r"should others.*)?"
        r"|(?:lead|responsible) (?:officer|person|practitioner|contact|professional)s?|lead|leads|who to "
        r"(?:contact|talk to|speak to|ask)|who can (?:i|we|people|others) (?:contact|talk to|speak to|ask)"
        r"|led by|who (?:leads?|led|owns|is (?:leading|responsible))(?: it| this| on this)?|by whom"
        r"|(?:for )?(?:further|more) (?:information|details?|info)(?: (?:please )?contact| from)?|to find out "
        r"more|find out more|point of contact|get in touch|questions to|owner|named lead|project lead|whom to "
        r"contact|(?:enw |manylion )?cyswllt",
    ),
    (Field.NAME, r"(?:full |contact )?names?(?: of (?:contact|person|officer|lead))?|officer name"),
    (
        Field.ROLE,
        r"(?:job )?(?:title|role)(?: or role| and team)?|job|job role|position|post|role and (?:service|team)"
        r"|role or team|designation",
    ),
    (Field.EMAIL, r"(?:contact )?e ?mail(?: address)?s?(?: or phone)?"),
    (
        Field.PHONE,
        r"(?:contact )?(?:tele)?phone(?: (?:number|no))?|tel(?: no)?|mobile(?: number)?|contact number|direct "
        r"line|phone number",
    ),
    (
        Field.IMPACT,
        rf"{_LEAD}{_ART}(?:impacts?|outcomes?|results?|difference (?:it|this|we) (?:made|has made)|what "
        rf"(?:difference|impact|changed).*|what has (?:changed|been the impact).*|what (?:was|is|were|are|have "
        rf"been) (?:the |your |its )*(?:impacts?|difference|outcomes?|results?|benefits?|effects?).*|what "
        rf"difference.*"
        r"|evidence(?: of (?:impact|success|change))?|benefits?|(?:impact|outcomes?) (?:and|or|of|on|for|so far|to"
        r" date|achieved|seen|measures?|evidence|data|statement|summary|we|you)\b.{0,40}"
        r"|what (?:we (?:have )?|(?:have|has|did) (?:you|we|it|this) )(?:achieved?|f[io]u?nd)(?: so far| to date)?"
        r"|what we (?:have )?learn(?:ed|t)|(?:key |main |our |recent |biggest )*achievements?|how do (?:you|we) know.*"
        r"|early (?:results|impact|findings)|evaluation|its impact|what happened|so what|difference made|effect)"
        r"|effaith",
    ),
    (
        Field.RESOURCES,
        rf"{_LEAD}{_ART}(?:relevant |useful |supporting |further |related |key )?(?:resources?|documents?|links?"
        rf"|attachments?|reading|publications?|materials?|websites?|docs?|documentation)"
        r"(?: (?:and|or|to|documents?|links?|resources?|share|attached|publications?|reading|further|available"
        r"|we can share|materials?|websites?|others can use))*"
        r"(?: (?:that |which )?(?:you|we|others|colleagues) .{1,40})?|adnoddau(?: perthnasol)?",
    ),
    (
        Field.DESCRIPTION,
        rf"what|disgrifiad(?: byr)?(?: o r gwaith)?"
        rf"|{_LEAD}{_ART}(?:short |brief )?(?:descriptions?|summary|details?)(?: of .{{0,60}})?|what (?:we|you) "
        rf"(?:did|do|are doing|have done|have been doing)(?: .{{0,40}})?|what (?:it|this) (?:is|involves|does)"
        rf"|what (?:you|we) (?:would like|want|wish|can|could|will|are able)(?: to)? share(?: .{{0,40}})?|what "
        rf"(?:have|has|are|did) (?:you|we) (?!call|achiev|learn|f[io]u?nd).{{0,40}}"
        rf"|{_LEAD}a short description.*|(?:description|work) "
        rf"(?:of work )?(?:being undertaken|undertaken)|(?:our )?(?:work|practice|initiatives|activity|activities"
        rf"|projects|examples?)(?: to share| so far| we want to share| we are sharing| being shared)?"
        r"|progress(?: so far| to date)?|actions?(?: taken)?(?: so far| to date)?"
        r"|examples of (?:our )?(?:work|practice|initiatives)|(?:our |the )?initiatives(?: and projects)?|how it "
        r"works|what happens|short description.*|what the work is"
        r"|(?:the )?(?:work|practice) (?:that )?(?:you|we)(?: (?:re|are|have))? .{0,30}"
        r"|what (?:is|are) (?:the|this|your|these) (?:work|project|initiative|programme|scheme)s?"
        r"|the work|about the (?:work|project|programme"
        r"|initiative|scheme)",
    ),
    (
        Field.BACKGROUND,
        r"(?:what|which) (?:would|will|could) (?:you|we) (?!share|send|offer).*|what (?:have |did )?(?:you|we)"
        r" (?:learn|learned"
        r"|learnt).*|lessons?(?: (?:learn\w*|for|from|so far|we|you)\b.*)?"
        r"|(?:any )?advice (?:for|to|on|you|we)\b.*|what (?:was|is|has been|were) (?:hard|difficult"
        r"|challenging|the challenges?|barriers?).*|(?:our |the |background and |local |strategic |overall "
        r")*(?:aims?|vision|values|principles?"
        r"|commitments?|objectives?|goals?|ambitions?|mission|background|context|introduction|overview(?! of)"
        r"|rationale"
        r"|purpose|priorities|foreword|about (?:us|the (?:council|authority|borough|county))"
        r"|why (?:we|you|this|it|did|do|does|was|were|is|are) .{0,40}"
        r"|what (?:was|is) (?:the |your )?(?:problem|issue|need|reason|driver|trigger)\b.{0,40}"
        r"|where we (?:are|started|want to be)|next steps?|future plans?|looking ahead|what (?:s |is |comes )?"
        r"next|challenges?|the challenge|barriers|our approach|what we believe|our position|statement of intent"
        r"|profile|demographics?)"
        r"(?: (?:and|for|of|the|our|aims?|vision|values|principles?|commitments?|objectives?|goals?|context"
        r"|background|future|work|steps?|this work|introduction|statement|ambition|purpose|data))*",
    ),
    (
        Field.PRACTICAL,
        r"(?:the |our |total |annual |estimated )?(?:costs?|funding|budget|timescales?|timelines?|staffing|resourcing)"
        r"(?: (?:and (?:costs?|funding|staffing|resourcing|timescales?)|source|needed|required|involved"
        r"|(?:of|for) (?:the |this )?(?:work|project|programme|scheme)))?|when",
    ),
    (
        Field.ASIDE,
        r"(?:form |template |document )?(?:date|version|status|author|reference|ref|file|page|review date|date "
        r"of (?:submission|completion|form|return)|date (?:completed|submitted|returned)|(?:completed|submitted"
        r"|prepared|written|approved|authorised|checked|reviewed|cleared|signed off) by|sign off"
        r"|completed on|to|from|sent|subject|cc|bcc|re|guidance|notes?(?: for completion| on completing)?|how to "
        r"(?:complete|use|fill in) .{0,40}|instructions?|return (?:to|by|address)|for office use(?: only)?"
        r"|region|year|start date|started|data protection.*|gdpr.*|"
        r"privacy(?: (?:notice|statement|policy)"
        r".*)?|consent(?: (?:form|given|obtained|to)\b.*)?)",
    ),
)
#: Asked or said of the form itself, or of the mail that it came in.
OF_FORM = re.compile(
    r"(?:form |template |document )?(?:page|file|to|from|sent|subject|cc|bcc|re|guidance|notes for completion"
    r"|notes on completing|how to .*|instructions?|return (?:to|by|address)|for office use(?: only)?|data protection.*"
    r"|gdpr.*|privacy.*)"
)
_COMPILED = tuple((field, re.compile(pattern)) for field, pattern in _PATTERNS)
#: Asked when none of those fits.
_REWORDED = tuple((field, re.compile(getattr(wordings, field.name))) for field in Field if field is not Field.MORE)
_NUMBERING = re.compile(
    r"^(?:(?:section|part|box|question|q)\s*)?(?:\d{1,2}(?: \d{1,2}){0,2}|[a-h])?\s+(?=\w)|^(?:section|part|box"
    r"|question|q)\s*\d+\s*"
)
#: "LA Name ........ Leeds", as forms were typed once.
_DOTTED = re.compile(r"(?<=\w)\s*(?:\.{4,}|…{2,}|_{4,})\s*(?=\w)")
#: "Impact 2": the question asked again for the next piece of work.
_COUNTED = re.compile(r"(?<=\w) \d{1,2}$")
_OFTEN_ASKED = (*TELLING, Field.RESOURCES, *PERSONAL)
_SPLIT = re.compile(r"^([^\n:]{2,90}?)\s*(?::(?!//)|\?\s*:?\s*(?=[^\s/|:)\]])|\s[-–—]{1,2}\s|\s=\s)\s*(.*)$", re.S)
#: "Impact; 1,200 names", where no colon stands on the line.
_SEMICOLON = re.compile(r"^([^\n:;]{2,40}?)\s*;\s+(.+)$", re.S)
#: Between the names of one question in two languages, or by two names.
_OR = re.compile(r"\s+[/|]\s+")
#: Between the halves of the template's last question, "Relevant resources/documents and a contact name".
_AND = re.compile(r"\s+(?:and|&)\s+(?:an? |the )?(?=(?:named |key |main )?contacts?\b\W*(?:\w+\W*){0,2}$)", re.I)
#: Between the halves of one question for a piece of work, "Project and short description".
_WITH = re.compile(r"\s*(?:\s(?:and|&|with|plus)\s|[,/+])\s*(?:(?:its|an?|the|your|of) )*", re.I)
_OF_ONE_WORK = {Field.TITLE, Field.NAME, *TELLING}
_OF_CONTACTS = {Field.CONTACT, Field.NAME}


def field_of(label: str) -> Field | None:
    """The field that `label` names as a whole, with a slip in a word too ("Discription"); None for anything else."""
    found = _field_of(label)
    if found is None and (respelt := with_words_respelt(label)):
        return _field_of(respelt)
    return found


def _field_of(label: str) -> Field | None:
    folded = fold(re.sub(r"[☐☑]|\([^)]{0,120}\)", " ", label)).replace("_", " ")
    folded = " ".join(folded.split())
    if not folded or len(folded.split()) > _LABEL_WORDS * 2:
        return None
    for candidate in dict.fromkeys((folded, _NUMBERING.sub("", folded))):
        for field, pattern in _COMPILED:
            if pattern.fullmatch(candidate):
                return field
    reworded = _in_other_words(label)
    for candidate in dict.fromkeys((reworded, wordings.LEAD_IN.sub("", _NUMBERING.sub("", reworded)))):
        for field, pattern in _REWORDED:
            if pattern.fullmatch(candidate):
                return field
        for field, pattern in _COMPILED if candidate != reworded else ():
            if field in TELLING and pattern.fullmatch(candidate):
                return field
    if (rest := wordings.OF_SOMEBODY.sub("", reworded)) != reworded and (asked := field_of(rest)) in PERSONAL:
        return asked
    if (rest := _COUNTED.sub("", reworded)) != reworded and (asked := field_of(rest)) in _OFTEN_ASKED:
        return asked
    parts = _OR.split(label)
    if len(parts) > 1:
        return next((named for part in parts if (named := field_of(part))), None)
    halves = [field_of(part) for part in label.split("/")] if "/" in label else []
    if halves and all(halves):
        return halves[0]
    both = [field_of(part) for part in _WITH.split(label)] if _WITH.search(label) else []
    if len(both) > 1 and Field.DESCRIPTION in both and len({*both}) == len(both) and {*both} <= _OF_ONE_WORK:
        return Field.DESCRIPTION
    first, *more = _AND.split(label)
    asks_both = more and field_of(first) is Field.RESOURCES and all(field_of(one) in _OF_CONTACTS for one in more)
    return Field.RESOURCES if asks_both else None


def _in_other_words(label: str) -> str:
    """A label folded with its short words apart ("enw'r", "what's")."""
    return " ".join(fold(re.sub(r"['’]|\([^)]{0,120}\)", " ", label)).split())


def split_label(text: str) -> tuple[Field, str, str] | None:
    """A line such as "LA Name: Leeds" as its field, label and answer; None when it does not open with a label.

    The answer is empty when the label stands alone.
    """
    found = _SPLIT.match(text) or (_SEMICOLON.match(text) if ":" not in text else None)
    if found is None or len(found[1].split()) > _LABEL_WORDS:
        return None
    field = field_of(found[1])
    return (field, found[1], found[2].strip()) if field else None


def with_colon(line: str) -> str:
    """A line with a tab, a bar or dots between a label and its answer as "label: answer".

    A row of several labels stays as it is, and so does one that has bars round it too.
    """
    sign = next((one for one in ("\t", " | ") if one in line), "\t")
    label, *answers = [piece.strip() for piece in _DOTTED.sub("\t", line).split(sign) if piece.strip()] or [""]
    if not answers or label[-1] in ":?" or field_of(label) is None or any(map(field_of, answers)):
        return line
    return f"{label}: {', '.join(answers)}"
