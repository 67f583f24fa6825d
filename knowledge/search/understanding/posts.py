"""Who asks: the post that people hold, the body they sit on or work for ("I chair a fostering panel and want ...").

There are more of them than any list holds, so they are told by where they stand: behind "I'm a", "as a" or "I sit on",
a few words that end in one for a job or a body, and then a mark or what is wanted. Nothing of that is asked for.
Elsewhere they are part of the subject ("what should a governor know", "mentoring as a Black teacher").
"""

from __future__ import annotations

import re
from functools import cache

from knowledge.search.language.spans import Span

#: What people are, and what their place is like: nobody says so of themselves without meaning it.
_MEANT = r"""(?:black|brown|white|asian|afro|african|caribbean|arab|mixed|dual|global|minority|minoriti[sz]ed|ethnic
    |raciali[sz]ed|bame|bme|poc|muslim|islamic|sikh|hindu|jewish|christian|catholic|faith|somali|pakistani|punjabi
    |bengali|gujarati|tamil|roma|romany|gypsy|traveller|windrush|refugee|asylum|migrant|immigrant|overseas
    |international(?:ly)?|care[-\ ](?:experienced|leav\w+)|lived|disabled|autistic|deaf|blind|neurodiver\w+|gay|lesbian
    |queer|trans|lgbt\w*|working[-\ ]class|young|male|female|wom[ae]n|bilingual|rural|coastal|shire|diverse|homogen\w+
    |\w{3,}(?:ian|ean|ese|ish))"""
_SMALL = r"""(?:a|an|the|my|our|your|their|his|her|this|that|these|those|who|which|what|when|where|why|how|and|or|but
    |so|if|for|with|without|on|about|of|in|at|to|from|by|as|is|are|was|were|be|been|has|have|had|do|does|did|can|could
    |will|would|should|not|no|i|we|you|they|he|she|it|looking|trying|wondering|asking|interested)"""
_WORD = rf"(?!(?:{_SMALL}|{_MEANT})\b)\w[\w'’&/-]*(?:\.\w+)*"
_BODY = r"""(?:boards?|partnership|network|panel|committee|forum|team|council|service|department|directorate|schools?
    |trust|body|group|cabinet|hub|alliance|consortium|federation|task\ ?force|commission|bench|assembly|collaborative
    |coalition|sub-?group|sub-?committee|association|union|branch|unit|agency|charity|academy|primary|secondary|college
    |nursery|organi[sz]ation|provider|hospital|practice|university|authority|county|borough|district|company|cic|pru
    |diocese|constabulary|force|yot|yjs|mash|ics|icb)"""
_PART = rf"(?:young\ people(?:['’]s)?|{_WORD})"
_AND = r"(?:(?:and|&)\ )?"
#: A few words before that which tells what it is.
_WORDS = rf"(?:{_PART}\ {_AND}){{0,4}}?"
_OWN = r"(?:an?|the|our|my|one\ of\ (?:the|our))"
#: A body by what it is called, without an article.
BODY = rf"(?:{_WORDS}{_BODY}(?:\ (?:of|at|in|for)\ {_OWN}\ {_WORDS}{_BODY})?)"
_A_BODY = rf"{_OWN}\ {BODY}"
#: Who holds a post with something to look after ("head of ...", "cabinet member for ...").
_IN_CHARGE = r"""(?:chair(?:m[ae]n|wom[ae]n|person)?|heads?|directors?|leads?|leaders?|members?|holders?|managers?
    |commissioners?|chief|dean|principal|secretary|clerk|officers?|governors?|trustees?|professor|students?|champion)"""
_OTHER_JOB = r"""(?:carers?|parents?|grandparents?|adopters?|guardians?|volunteers?|mentors?|tutors?|deput(?:y|ies)
    |head\ ?teachers?|teachers?|lecturers?|academics?|researchers?|trainees?|apprentices?|interns?|workers?|executives?
    |(?:under|post)?graduates?|practitioners?|advis[eo]rs?|consultants?|analysts?|nurses?|midwi(?:fe|ves)|doctors?
    |clinicians?|coun[cs]ell?ors?|assistants?|solicitors?|lawyers?|barristers?|magistrates?|judges?|constables?
    |sergeants?|superintendents?|inspectors?|mayors?|partners?|ambassadors?|advocates?|representatives?|reps?
    |chaplains?|vicars?|imams?|librarians?|specialists?|experts?|bursars?|conven[eo]rs?|fundraisers?|funders?|auditors?
    |planners?|reviewers?|supervisors?|trainers?|coach(?:es)?|co-?ordinators?|facilitators?|psw|lado|iro|senco|dsl|dcs
    |ep|gp|mp|ceo|pc|pcso|ta|hlta|\w*(?:ologist|iatrist|ician|therapist)s?)"""
#: Behind an article any word of such an ending is a job, but for those of people who are asked about.
_ENDS_LIKE_ONE = r"""(?:(?!(?:teenager|youngster|sister|brother|daughter|\w*mother|\w*father|offender|prisoner
    |newcomer|seeker|learner|leaver|foreigner|user|survivor|racist)\b)\w{3,}(?:er|or|ist))"""
_PARTS = rf"{_PART}(?:\ {_AND}{_PART}){{0,3}}?"
#: What somebody looks after, and where: the words of it are theirs, not the question's.
_CHARGE = rf"(?:\ (?:of|for|to)\ (?:{_OWN}\ )?{_PARTS})"
_WHERE = rf"(?:\ (?:at|in|from)\ (?:{_OWN}\ )?{_PARTS}|\ (?:with|on)\ {_A_BODY})"
#: Whoever decides, without an article ("director of children's services", "lead member").
IN_CHARGE = rf"""(?:{_WORDS}{_IN_CHARGE}{_CHARGE}|(?:lead|cabinet|executive)\ member|portfolio\ holder
    |{_WORDS}chief\ (?:constable|executive|officer|nurse|social\ worker|inspector|superintendent)|mayor)"""
#: How long somebody has held it.
_LONG = r"(?:\ for\ (?:[\w-]+\ ){1,3}(?:years?|months?|terms?))"
_JOB = rf"(?:{_WORDS}{_IN_CHARGE}{_CHARGE}?|{_WORDS}{_OTHER_JOB}){_WHERE}?"
_A_JOB = rf"(?:(?:an?|the)\ (?:{_JOB}|{_WORDS}{_ENDS_LIKE_ONE}{_WHERE}?)|{_JOB})"
#: A single person: several who look for something are asked about ("foster carers looking for advice").
_ONE = rf"(?:{_WORDS}{_IN_CHARGE}{_CHARGE}|{_WORDS}(?:{_IN_CHARGE}|{_OTHER_JOB})(?<![dernt]s)){_WHERE}?"

_MARK = r"(?:\W*$|\ ?[.,;:!?()–—]|\ -)"
#: What somebody in a post needs is theirs, and asked about with it ("we need respite"), unless it is to know.
_NEEDS = r"""needs?\ (?:(?:an?|some|any|more|the|good|real)\ )*(?:something|anything|examples?|ideas?|evidence|advice
    |information|info|help\ (?:with|on|finding)|pointers|stuff|material
    |to\ (?:know|see|find|hear|learn|read|understand))"""
#: What somebody wants, who has said who they are.
_WANTS = rf"""(?:(?:i|we)\ ?(?:['’]?(?:d|m|re)\ |am\ |are\ |would\ )?)?(?:(?:also|now|really|just|currently)\ )*
    (?:would|wants?|{_NEEDS}|wish|like|love|be\ (?:interested|grateful|keen|glad)|hope|wonder|wondering|looking
        |interested|keen|hoping|trying|after|seeking|wanting|(?:have|has|['’]?ve)\ been\ asked)"""
#: What somebody asks, who has said who they are; "who has been" goes on about them.
_ASKS = r"""(?:what|which|where|how|why|please|is\ there|are\ there|any(?:thing|one|body)?|some(?:one|body)
    |(?:has|have|does|do|could|can|would|is)\ (?:any|some|you|other)\w*
    |who(?:['’]?s|\ else|\ has\ (?:done|tried|got|used|run|had|made)|\ (?:can|could|should|do|did)))"""
_I_AM = r"(?:i['’]?m|i\ am|we['’]?re|we\ are)"
#: What they do themselves in that post is asked about with it ("as a school nurse, how do I spot ...").
_DOES = r"(?!\W*(?:how|what|why)\ (?:can|do|should|could|would|might|must)\ (?:i|we)\b)"
_GOES_ON = (
    rf"""{_DOES}(?={_MARK}|\ (?:(?:and|but|so)\ (?:now\ {_I_AM}|{_WANTS}|{_ASKS})|(?:who\ )?{_WANTS}|{_ASKS})\b)"""
)
#: What begins a clause; "as a governor" elsewhere is part of what is asked.
_FIRST = r"(?:^\W*|(?<=[.,;:!?(–—-]\ ))"
_IN_POST = rf"""(?:{_I_AM}|i\ used\ to\ be|(?:i|we)(?:['’]ve|\ have)\ been|my\ (?:role|job|post)\ is(?:\ as)?
    |{_I_AM}\ (?:\w+\ ){{1,4}}?as|{_FIRST}(?:speaking|asking|writing|talking|posting|here)\ as
    |{_FIRST}(?:(?:i|we)\ (?:(?:currently|now|also)\ )?)?(?:work(?:ing)?|volunteer(?:ing)?|sit(?:ting)?)\ as
    |{_FIRST}(?:(?:i|we)(?:['’]ve|\ have)?\ )?(?:(?:just|recently|newly|only)\ )*
        (?:(?:started|begun|qualified|taken\ over)\ as|(?:been\ )?(?:appointed|elected|promoted\ to)(?:\ as)?)
    |{_FIRST}(?:(?:i|we)(?:['’]ve|\ have)?\ )?(?:just|recently|newly)\ become
    |(?:in|with)\ my\ (?:role|capacity|job|hat(?:\ on)?)\ as)"""
_SITS = r"""(?:chair|co-?chair|sit\ on|serve\ on|belong\ to|clerk|(?:help\ (?:to\ )?)?(?:lead|run)|manage|convene
    |(?:am|are|['’]?m|['’]?re)\ (?:on|with|from|at|part\ of|(?:seconded|attached|new)\ to
        |(?:based|placed)\ (?:in|at|with))
    |(?:have\ |['’]ve\ )?(?:just|recently)\ joined|(?:work|volunteer)\ (?:in|for|at|with|on)|represent)"""

_WHO_ASKS = rf"""(?<!\w)(?:{_IN_POST}\ {_A_JOB}{_LONG}?{_GOES_ON}
    | {_FIRST}(?:speaking\ )?as\ {_A_JOB}{_DOES}(?=,?\ (?:{_WANTS}|{_ASKS})\b|(?!,?\ (?:i|we)\b){_MARK})
    | {_FIRST}(?:new\ |newly\ appointed\ )?(?:{_JOB}|{_WORDS}{_ENDS_LIKE_ONE})\ here
        (?={_MARK}|\ (?:and|looking|wanting|interested|with)\b)
    | ^\W*(?:new\ |newly\ appointed\ )?{_ONE}(?=,?\ (?:looking\ (?:for|at|into)|seeking|after|interested\ in
        |keen\ to|hoping\ to|wanting\ (?!to\b)|wanting\ to\ (?:know|see|hear|find|learn|read|talk|speak))\b)
    | (?:i|we)\ ?(?:also\ |now\ |currently\ )?{_SITS}\ {_A_BODY}{_GOES_ON}
    | (?:we['’]?re|we\ are)\ {_A_BODY}{_GOES_ON}
    | {_FIRST}(?:(?:speaking|asking)\ )?on\ behalf\ of\ (?:{_A_BODY}|{_A_JOB})(?=\ ?[,:;–—]|\ -)
    | {_FIRST}(?:a\ question\ )?from\ an?\ {_ONE}(?=\ ?[:–—]|\ -)
    | {_FIRST}(?:this\ is\ |it['’]?s\ |asking\ )?for
        \ (?:(?:the|an?|our)\ (?:next\ )?(?:meeting|session|away\ day)\ of\ {_A_BODY}|(?:our|my)\ {BODY})
        (?=\ ?[:–—]|\ -|,\ {_ASKS}\b)
    )"""
#: Nobody tells who they are without one of these; looking for them first is several times faster.
_TELLS = re.compile(
    r"\b(?:i|im|we|were|my|as|here|for (?:our|my|the|an?)|from an?|behalf|looking|wanting|seeking|after|interested|keen"
    r"|hoping)\b",
    re.IGNORECASE,
)


#: What is asked for people of that post is asked with it ("what training is there for people like me?").
_FOR_SUCH = re.compile(
    r"""\b(?:(?:people|someone|somebody|anyone|those|colleagues|others?)\ (?:just\ )?(?:like|such\ as)\ (?:me|us|myself)
    |(?:in|of|within)\ (?:my|our|the\ same)\ (?:own\ )?(?:roles?|jobs?|positions?|posts?|profession|line\ of\ work)
    |(?:could|can|should|might)\ (?:i|we)\ (?:go\ (?:on|to)|attend|join|do|take\ part))\b""",
    re.IGNORECASE | re.VERBOSE,
)


@cache
def _compiled() -> re.Pattern[str]:
    """The pattern, made when first needed: that takes a third of a second, and most questions do without it."""
    return re.compile(_WHO_ASKS, re.IGNORECASE | re.VERBOSE)


def who_asks(text: str) -> list[Span]:
    """The places in a question where people tell which post they hold, and which body they belong to.

    None where it is asked what there is for people of that post.
    """
    found = [match.span() for match in _compiled().finditer(text)] if _TELLS.search(text) else []
    rest = (text[end:] for _, end in found[-1:])
    return [] if any(_FOR_SUCH.search(behind) for behind in rest) else found
