"""What forms ask about one piece of work besides the template's questions: who took part, how it was done, for whom.

Such words head work of their own in other forms ("Partners", "Feedback"): only where one piece of work is told of under
the form's questions do they ask for more about it.
"""

from __future__ import annotations

import re

from knowledge.domain.text import fold
from knowledge.importing.template.questions.fields import Field, field_of
from knowledge.importing.template.questions.wordings import either

_OWN = r"(?:(?:the|our|your|its|their|any|some|key|main|other|overall|initial|brief) )*"
_IT = r"(?:it|this|the (?:work|project|initiative|programme|scheme|practice|activity|group|service|training|sessions?))"
_MORE = r"(?: .{0,50})?"
_WHO = r"(?:children|young people|parents|carers|famil(?:y|ies)|staff|others|people|participants|pupils|practitioners)"

#: How it was done, which may be all that the form asks about the work itself.
_DOING = either(
    r"(?:approach|methods?|methodology|delivery|implementation|process)(?: (?:and|or|used|taken|model|plan|details)"
    r"(?: .{0,30})?)?",
    rf"(?:how|what steps) (?:(?:did|do|have|has|does|is|was|were) )?(?:(?:we|you|they|{_IT}) )+"
    r"(?:did|do|done|went about|go about|carried|carry|delivered?|set|run|ran|being|achieved?|took|take|taken|implement"
    rf"(?:ed)?|started?|began|begin|developed?|made|make|introduced?){_MORE}",
    r"(?:the )?(?:actions?|activity|steps) (?:we|you) (?:took|take|have taken)",
)
_TOLD = either(
    rf"who (?:(?:was|were|is|are|else|has been|will be) )*(?:involved|included|taking part|engaged|consulted){_MORE}",
    rf"(?:who|what|which) (?:\w+ )?(?:took part|takes part|benefits|attends?|attended|delivers?|delivered|runs|ran)"
    rf"{_MORE}",
    r"(?:people|partners?|partnerships?|agencies|organisations|services|stakeholders?|collaborators?|teams?)"
    r"(?: (?:involved|engaged|consulted|agencies|organisations|working|work|and|or|in|taking|part|the|project|work"
    r"|stakeholders|partners|involvement|collaboration|engagement))*",
    r"(?:target|intended|priority|client|user|age|population|beneficiary) (?:group|audience|cohort|population|range"
    rf"|age)s?{_MORE}",
    r"(?:audience|cohort|beneficiaries|participants|reach|eligibility|referrals?|location|setting|venue)"
    r"(?: (?:and|or|route|pathway|process|criteria|size|numbers?|reached|profile|involved|how) ?(?:.{0,30})?)?",
    rf"(?:who|whom) (?:is|was|are|were) {_IT} (?:for|aimed at|designed for|targeted at|open to|offered to)",
    rf"(?:who|whom) {_IT} (?:is|was|are|were) (?:for|aimed at|designed for|targeted at|open to|offered to)",
    rf"where (?:(?:is|was|does|did|do) )?{_IT}{_MORE}",
    rf"(?:feedback|quot(?:es?|ations?)|testimonials?|comments|views)(?: (?:from|of|by|on|about|received|so far|and"
    rf"|given) ?.{{0,50}})?|(?:{_WHO}|participant|parent|family|staff|user|child|pupil) (?:feedback|voices?|views"
    r"|quotes?)",
    r"case stud(?:y|ies)|success stor(?:y|ies)",
    rf"what (?:\w+ )?{_WHO} (?:say|said|tell us|told us|think|thought|have said){_MORE}",
    r"(?:voices?|views?|experiences?|involvement|participation) of .{1,40}|lived experience(?: .{0,30})?"
    r"|in their own words|(?:co ?production|consultation|engagement|participation)(?: (?:and|with|of) .{1,40})?",
    r"(?:intended|expected|planned|desired|anticipated|hoped for|proposed|target) (?:outcomes?|impacts?|benefits?"
    rf"|results?){_MORE}",
    r"outputs?(?: and .{1,30})?|(?:performance |success )?(?:measures?|indicators?)|(?:success|evaluation) criteria"
    r"|kpis?",
    rf"sustainability(?: .{{0,40}})?|sustaining {_IT}|(?:is it )?sustainable|legacy|longer term plans?",
    r"(?:governance|oversight|accountability|reporting)(?: (?:and|arrangements|structure|of|for) ?.{0,30})?",
    r"(?:transferability|replicability|replication|scalability|scaling up|spread)",
    r"(?:top |handy |practical |useful )?(?:hints and )?tips(?: for .{1,30})?",
    r"(?:learning|lessons|reflections?|insights?)(?: (?:points?|so far|to date|for others|gained))?",
    r"(?:messages|findings|features|elements|components|ingredients|success factors|enablers|strengths"
    r"|innovations?)(?: and .{1,30})?",
    r"(?:challenges?|barriers?|difficulties|obstacles|risks)"
    r"(?: (?:faced|encountered|met|overcome|we|you|and (?:how|what|solutions|mitigations?))\b.{0,50})?",
    r"(?:resources?|inputs?|staff(?:ing)?|capacity|equipment) (?:required|needed|used|involved|and costs?)",
    r"(?:additional|further|supplementary|more|extra|other) (?:information|info|comments?|notes?|details?|context"
    rf"|remarks|points|considerations){_MORE}|(?:information|comments?|remarks)",
    rf"(?:is there )?anything else{_MORE}",
    r"notes?",
    r"(?:service|lead|delivery|team|policy|geographical|practice) (?:area|service|agency|organisation|team"
    r"|department)s?",
    r"(?:project |executive |senior |member )?(?:sponsor|champion)|sro|senior responsible (?:officer|owner)",
    r"(?:equality|equalities|ethnic|protected|target) (?:groups?|impact|strands?|characteristics?)(?: .{0,40})?"
    r"|ethnicity|ethnicities|themes?|strategic (?:priorit(?:y|ies)|links?|fit|context|alignment)",
    r"links? (?:to|with) (?!https?\b|www\b).*(?:strateg|plan|priorit|polic|framework|work).{0,30}",
    r"date (?:started|begun|it began|launched)|when (?:did )?(?:it|this) (?:start|started|begin|began)|duration"
    r"|frequency|milestones|awards?(?: and .{1,30})?|recognition|what makes (?:it|this) .{1,30}|ethics"
    r"|quality assurance",
)
#: Asked of a contact too.
_OF_SOMEBODY = re.compile(r"(?:team|service|directorate|department|division|organisation)s?(?: area| team| name)?")
_COMPILED = re.compile(either(rf"{_OWN}(?:{_TOLD})", rf"{_OWN}(?:{_DOING})"))
_COMPILED_DOING = re.compile(rf"{_OWN}(?:{_DOING})")
_NUMBERING = re.compile(r"^(?:(?:section|part|box|question|q) ?)?(?:\d{1,2}|[a-h])? (?=\w)")
_AND = re.compile(r"\s*(?:\s(?:and|&)\s|[,/])\s*")
#: "Approach: ...", "Who is it for? ..." and what stands behind.
_RUN_IN = re.compile(r"^([^\n:?]{3,60}?)\s*(?::(?!//)|\?:?|\s[–—-]{1,2}(?=\s))\s*(?=\S)")
_WORDS = 9


def rubric(label: str) -> bool:
    """Whether a heading asks for more about one piece of work, by all of its words."""
    bare = _bare(label)
    if not bare or len(bare.split()) > _WORDS:
        return False
    if _COMPILED.fullmatch(bare) or _OF_SOMEBODY.fullmatch(bare):
        return True
    parts = _AND.split(label.strip(" :?."))
    known = [_COMPILED.fullmatch(_bare(part)) is not None for part in parts]
    return (
        len(parts) > 1 and any(known) and all(one or _goes_with(part) for one, part in zip(known, parts, strict=True))
    )


def rubric_of_contact(label: str) -> bool:
    """Whether a contact may be asked for it too ("Team: ...")."""
    return _OF_SOMEBODY.fullmatch(_bare(label)) is not None


def asks_how(label: str) -> bool:
    """Whether a heading asks how the work was done, which no other question of the form may ("Approach")."""
    return _COMPILED_DOING.fullmatch(_bare(label)) is not None


def split_rubric(text: str) -> tuple[str, str] | None:
    """A line such as "Partners: the police" as its label and what stands behind it; None for any other."""
    found = _RUN_IN.match(text)
    return (text[: found.end()].strip(), text[found.end() :]) if found and rubric(found[1]) else None


def _goes_with(part: str) -> bool:
    return field_of(part) in (Field.BACKGROUND, Field.IMPACT, Field.PRACTICAL)


def _bare(label: str) -> str:
    folded = fold(re.sub(r"\([^)]{0,120}\)|['’]s\b", " ", label.replace("’", "'")))
    return _NUMBERING.sub("", " ".join(folded.split()))
