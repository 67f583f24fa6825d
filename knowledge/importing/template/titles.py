"""A short title for a piece of work, made from what it is rather than cut from how its text begins."""

from __future__ import annotations

import re

from knowledge.importing.template.sentences import sentences, word_set, words
from knowledge.importing.template.vocabulary import DOING, WORK_NOUNS

#: Longer titles are cut at a clause; about what one line of a Slack card holds.
LONGEST = 80
_LONG = 60
#: A sentence of so few words and none for doing, before others, is a title ("Disproportionality dashboard. ...").
_LEAD_WORDS = 6

_LEAD = re.compile(
    r"^(?:initiative|project|example|case study|activity|programme|scheme|practice example|title|name"
    r"|area)\s*(?:\d+|[A-H])?\s*[:.–—-]\s*",
    re.I,
)
_NUMBER = re.compile(r"^(?:\(?\d{1,2}[.)]|\(?[a-h][.)]|[ivx]+[.)])\s+")
_ORDINAL = re.compile(
    r"^(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|finally|lastly|next|also|in addition(?: to "
    r"this)?|alongside this|as well as this|building on this|additionally|elsewhere|separately|more recently"
    r"|(?:the |our )?(?:first|second|third|fourth|fifth|other|next|last|final)(?: one| piece of work| project| "
    r"initiative)? is|another(?: example)? is|we also(?= \w+ed\b))\b[,:]?\s+",
    re.I,
)
_WITH_US = re.compile(
    r"^(?:with|through|via|alongside|together with) [^,;.]{3,70}? (?=(?:we|the council|our|it) )", re.I
)
_WORKED_ON = re.compile(
    r"^(?:[^\s,;:.]+\s+){1,6}?(?:has |have |had )?(?:worked|working|works|work) (?:together |closely |jointly "
    r")*with [^,;.]{3,70}? on (?P<what>.+)$",
    re.I | re.S,
)
_READ_BY = re.compile(
    r"^(?P<what>(?:[^\s,;:.]+\s+){1,4})(?:is|are|was|were|has been|have been)\s+(?P<verb>[a-z]+(?:ed|en)|read"
    r"|run|led|held|written|made|taught|set|drawn up)\s+by\s+(?P<whom>.+)$",
    re.S,
)
_DATED = re.compile(
    r"^between (?:\w+ )?(?:19|20)\d\d and (?:\w+ )?(?:19|20)\d\d,?\s+|^(?:since|in|from|by|during) (?:\w+ "
    r")?(?:19|20)\d\d(?:[/-]\d\d)?,?\s+",
    re.I,
)
_ASKED = re.compile(
    r"^(?:we|they|the \w+(?: \w+){0,3}) (?:have been |has been |are |is |have |has )?(?:working with|work with"
    r"|asked|commissioned|paid|invited|funded|helped"
    r"|supported|worked with|brought in) (?P<whom>(?:[^\s,;:.]+\s+){1,8}?)to (?:make|write|produce|run|develop"
    r"|design|create|build|deliver|lead|review|carry out|set up|provide|offer|give|support|train|hold|host|film"
    r"|record|help us \w+)\s+(?P<object>.+)$",
    re.I | re.S,
)
_OPENING = re.compile(
    r"^(?:(?:in|since|from|during|over|after|following|as part of|to mark|through|with|for|at|by|working with"
    r"|together with|alongside|thanks to|this year|last year|each|every|throughout|once a|twice a"
    r"|until)\b[^,.;]{0,90},\s*)+",
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
_WRAPPER = re.compile(rf"^{_WRAP}", re.I)
_SUBJECT_VERB = re.compile(
    r"^(?P<subject>(?:[^\s,;:.]+\s+){1,9}?)(?P<aux>(?:(?:has|have|had|will|is|are|was|were|been|being|also|now"
    r"|recently|jointly|already|since|then|currently|successfully|together|each|all|both)\s+)*)"
    r"(?P<verb>set up|put in place|rolled out|brought in|brought together|taken on|take on|drawn up|drew up"
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
_PASSIVE = re.compile(
    r"^(?P<subject>.{4,110}?)\s+(?:has been|have been|had been|was|were|is|are|(?:has|have) (?:now|also|recently"
    r"|since|all|both|each|already) been)\s+(?:also |now |recently |all |both |each |since |already |being )*"
    r"(?P<verb>set up|rolled out|put in place|launched|introduced|delivered|developed|created|commissioned"
    r"|established|piloted|provided|offered|given|held|run|made|produced|written|reviewed|redesigned|revised"
    r"|appointed|funded|trained|used|shared|published|linked|embedded|rewritten|changed|completed|carried out"
    r"|adopted|organised|replaced|updated|audited|extended|co-produced|designed)\b(?P<rest>.*)$",
    re.I | re.S,
)
_IS_A = re.compile(
    r"^(?P<subject>(?:the |our )?(?:[A-Z‘'“\"][\w’'&‘“”\"-]*\s+(?:(?:of|and|the|for|in|to|our"
    r"|with)\s+)*){1,9}?)(?:is|was|are|were|has become|provides|runs|offers|brings|meets|supports|works|helps"
    r"|gives|pairs|trains)\s",
    re.S,
)
_CALLED = re.compile(
    r"\b(?:called|known as|titled|entitled|named|branded|under the (?:name|banner)(?: "
    r"of)?)\s+[‘'“\"]?(?P<name>[A-Z0-9][^’”\",.;:()]{2,70}?)(?=[’”\",.;:()]|'(?!\w)|\s(?:which|that|to|for|with"
    r"|and|in|is|was|where|who|has|on|at|by)\b|$)"
)
_QUOTED = re.compile(r"[‘“\"](?P<name>[A-Z][^‘’“”\"]{3,60}(?:’s[^‘’“”\"]{0,40})?)[’”\"](?!\w)")
#: A name in capitals just behind a word for making something: "to form the Belonging Partnership".
_NAMED_WORK = re.compile(
    r"\b(?:form|formed|set up|launch|launched|create|created|establish|established|run|runs|running|develop"
    r"|developed|introduce|introduced|start|started|open|opened|build|built|pilot|piloted|adopt|adopted|founded"
    r"|join|joined|host|hosts|hosted|design|designed)\s+"
    r"(?:the |a |an |our |its )?(?P<name>(?:[A-Z][\w’'&-]*\s+(?:(?:of|and|for|the|in|to|on"
    r"|with)\s+){0,2}){1,6}?(?:Programme|Project|Partnership|Forum|Network|Charter|Panel|Group|Board|Academy"
    r"|Scheme|Hub|Alliance|Pledge|Circle|Club|Collective|Pathway|Toolkit|Framework|Strategy|Plan|Council|Fund"
    r"|Service|Course|Standard|Pilot|Campaign|Taskforce|Initiative|Festival))\b"
)
_EXAMPLE = re.compile(
    r"(?:,|\(|;|\s[–—-])\s*(?:for example|e\.?g\.?|such as|including|notably|particularly|in "
    r"particular)[,:]?\s+(?:through\s+)?(?P<object>.+)$",
    re.I,
)
_VAGUE = re.compile(
    r"^(?:an? |the |our |some |several |various |new )*(?:initiatives?|work|actions?|activit(?:y|ies)|projects?"
    r"|measures|steps|efforts|things)\s+(?:to|on|around|for|that|which|with|in)\b",
    re.I,
)
#: Where a noun phrase stops and its explanation begins.
_CLAUSE = re.compile(
    r"(?:[,;:(–—]|\s-\s|\s(?:which|that|who|whom|whose|where|when|so|because|while|whilst|and (?:has|have|is|are"
    r"|we|this|it|they|to|will|then|now|reports?)|has|have|is|are|was|were|had|will|can|in order|as well|led|run"
    r"|attended|chaired|delivered|funded|overseen|"
    r"based|started|launched|set (?:up|in|by|out)|made|aimed|designed|open|held|jointly|co-led|using|involving"
    r"|covering|linked"
    r"|supported|written|developed|drawn|building|alongside|before|after|since|once|twice|until|following"
    r"|starting|during|including|giving|bringing|helping|looking|living|attending|aged|on how|about how|how|why"
    r"|whether|"
    r"heard|reads|meets|told|tells|brings|gives|pays|goes|takes|sits|asks|makes|provides|delivers|holds|gathers"
    r"|gets|receives|attends|teaches|wrote|met|went|calls at|pairs young|reviews every)\s"
    r"|(?<!\bfor)(?<!\bof)(?<!\bwith)(?<!\bto)(?<!\bin)(?<!\bon)(?<!\bby)(?<!\bat)\s(?:every|each)\s)",
    re.I,
)
_WHOLE_LIST = re.compile(
    r"^(?P<list>[^,;:.()]{8,60},\s(?:[\w’'-]+\s?){1,3}(?:,\s(?:[\w’'-]+\s?){1,3})*(?<=\s)and\s(?:[\w’'-]+\s?){1,3})(?=$"
    r"|[.;])"
)
#: Doing words whose noun makes a title ("have been trained": "Training for ...").
_NOUN_OF = {
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
_PAST_OF = {"taught": "teach", "rewritten": "rewrite", "rewrote": "rewrite", "mapped": "map"}
_NOUN_ACTIVE = re.compile(
    rf"^(?P<subject>(?:[^\s,;:.]+\s+){{1,9}}?)(?:(?:has|have|had|also|now|jointly|together|recently|regularly"
    rf"|routinely|all|both|each|already|since)\s+)*(?P<verb>{'|'.join((*_NOUN_OF, *_PAST_OF))})(?:s|es|d|ed|ned"
    rf"|ted|ped)?\s+(?P<object>(?:every|all|each|our|the|their|any|a|an|\d+|two|three|four|five|six|seven|eight"
    rf"|nine|ten|eleven|twelve|twenty|more|new|black|white|asian|young|families|parents|staff|foster|case"
    rf"|children|pupils)\b.+)$",
    re.I | re.S,
)
_GOING_ON = re.compile(
    r"^(?:[^\s,;:.]+\s+){1,9}?(?:is|are|was|were|have been|has been)\s+(?:now |also |currently |jointly "
    r")?(?P<verb>[a-z]+ing)\s+(?P<object>.+)$",
    re.S,
)
_WE_DO = re.compile(
    rf"^(?P<subject>(?:we|our \w+(?: \w+)?|the \w+(?: \w+)?)\s+)(?:(?:have|has|also|now|jointly|regularly"
    rf"|routinely|all)\s+)*(?P<verb>{'|'.join((*_NOUN_OF, *_PAST_OF))})(?:s|es|d|ed|ned|ted"
    rf"|ped)?\s+(?P<object>[a-z].+)$",
    re.I | re.S,
)
_WE_VERB = re.compile(
    r"^(?:we\s+(?:(?:have|has|had|are|were|been|also|now|recently|since|always|all|each|do|then)\s+)*"
    r"|our \w+(?: \w+)?\s+(?:(?:have|has|had|are|is|were|was|been|also|now|recently|since|all|each)\s+)+)"
    r"(?P<verb>[a-z]{3,})\s+(?P<rest>[a-z].+)$",
    re.I | re.S,
)
_NUMERAL = re.compile(
    r"^(?:our|the|their|a|an|\d+|two|three|four|five|six|seven|eight|nine|eleven|twelve|twenty)\s+", re.I
)
_NOUN_PASSIVE = re.compile(
    r"^(?P<subject>.{4,90}?)\s+(?:(?:has|have|had) (?:now |also |all |both |each )?been|are|were|is"
    r"|was)\s+(?:(?:now|also|all|both|each|jointly|regularly|routinely|being)\s+)*(?P<verb>trained|mentored"
    r"|coached|reviewed|audited|monitored|surveyed|interviewed|recruited|tracked|employed|supported|redesigned"
    r"|revised|updated|rewritten)\b(?P<rest>.*)$",
    re.I | re.S,
)
_LISTED = re.compile(r",\s[\w’' -]{2,40}(?:,|\sand\s)")
_PURPOSE = re.compile(
    r"\s(?:to (?:act|help|support|improve|reduce|look|make|give|ensure|address|tackle|raise|build|discuss|share"
    r"|shape|review|promote|bring|increase|explore|understand|be|challenge|create|develop|provide|work|oversee"
    r"|drive|advise|hold|listen|talk|reflect|learn|meet|examine|monitor|scrutinise|check|think|set|agree|inform"
    r"|encourage|enable|prevent|respond|strengthen|celebrate|identify)|so that|in order to|aimed at|designed to"
    r"|with (?:a|the) (?:aim|focus|view))\b",
    re.I,
)
_FILLER = (
    (
        re.compile(
            r"\b(?:a|the) (?:wide |broad |whole )?(?:range|number|variety|series|set|suite|programme of work) of\b",
            re.I,
        ),
        "",
    ),
    (
        re.compile(
            r"\b(?:groups? of|all of (?:our|the)|those in|each of (?:our|the)|some of (?:our|the)|all|various"
            r"|several|our own|our|its|their|both|very|specific|brand new|bespoke|ongoing"
            r"|on-going)\s+",
            re.I,
        ),
        "",
    ),
    (
        re.compile(
            r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+(?=(?:working groups|groups|workshops"
            r"|panels|sessions|pilots|projects|events|posts|roles|circles))",
            re.I,
        ),
        "",
    ),
    (re.compile(r"\s*\([^)]{0,80}\)"), ""),
    (re.compile(r"/"), " and "),
    (re.compile(r"\s&\s"), " and "),
)
_INTENT = re.compile(
    r"^(?:an?|the|our)\s+(?:[\w-]+\s+){0,2}?(?:determination|commitment|drive|effort|decision|resolve|push"
    r"|agreement|promise|pledge|move|offer|approach|plan)\b(?:\s+(?:from|by|across|among|of"
    r"|in)\s[^,;]{2,50}?)?\s+(?:to|of)\s+(?P<rest>\w+\s.+)$",
    re.I | re.S,
)
_BRINGING = re.compile(
    r"^(?:introducing|bringing|adding)\s+(?P<what>[^,;.]{3,40}?)\s+(?:to|into|in)\s+(?P<where>.+)$", re.I | re.S
)
#: What a group, a programme or a training is for: without it such a title tells nothing.
_FOR = re.compile(
    r"\b(?:to (?P<verb>[a-z]+) (?P<what>[^;.:]{3,160})|(?:on|about|around|of|against) (?P<about>[^,;.:]{3,70})"
    r"|for (?P<whom>[^,;.:]{3,70}))",
    re.I,
)
#: Verbs that say no more than "is about".
_LOOKS = word_set(
    """
    look examine discuss address explore consider tackle review understand think talk reflect investigate
    """
)
_PLAIN_WORDS = word_set(
    """
    long-term longterm long term short new local joint regular monthly weekly termly annual quarterly working work
    dedicated internal external small large whole successful innovative council-wide borough-wide county-wide
    city-wide service-wide full one two three four five half-day day-long two-day virtual online cross-service
    multi-agency year-long steering task-and-finish task finish reference advisory scrutiny support staff practice
    central core special specific bespoke
    """
)
_NUMBERS = {
    "2": "Two",
    "3": "Three",
    "4": "Four",
    "5": "Five",
    "6": "Six",
    "7": "Seven",
    "8": "Eight",
    "9": "Nine",
    "10": "Ten",
}
_ARTICLE = re.compile(
    r"^(?:(?:an?|the|our) new|an?|the|our|we|some|its|their|this|these|also|and|both|regular|to)\s+", re.I
)
_DANGLING = word_set(
    """
    a an and as at be by for from in into is of on or our so than that the their to with who which where across
    about after between through within including via also its it has have are was were such under over around
    against
    """
)
_GENERIC = word_set(
    """
    it this they these that there he she we
    """
)


def title_for(text: str, *, given: str = "", context: str = "", names: tuple[str, ...] = ()) -> str:
    """A title of at most LONGEST characters for the work that `text` tells of.

    `given` is a title the form itself gives it, `context` the heading it stands under, `names` the authority's
    names, which a title need not repeat.
    """
    if given and (found := _from_given(given)):
        return found
    pieces = sentences(text)
    if not pieces:
        return _finish(context or text, names)
    first = pieces[0]
    if found := _named_lead(first):
        return _from_given(found)
    for candidate in (
        _named_programme(pieces, first),
        _phrase(first, names),
        *(_phrase(one, names) for one in pieces[1:3]),
    ):
        if candidate and _is_telling(candidate):
            return _distinct(_finish(candidate, names), text, context)
    return _distinct(_finish(_clause(first), names), text, context)


def _from_given(given: str) -> str:
    given = _NUMBER.sub("", _LEAD.sub("", " ".join(given.split())))
    given = given.strip(' .:;,–—-*_"“”')
    if given.isupper() and len(given) > 12:
        given = given.capitalize()
    if len(given) > LONGEST:
        given = _cut(_clause(given))
    return _capital(given)


def _named_lead(first: str) -> str:
    """ "Reverse mentoring: senior leaders ..." names itself."""
    found = re.match(r"^([^:.\n]{3,70}?)\s*(?::\s+|\s[–—-]\s+)(?=\S)", first)
    if not found or found[1].count(",") or len(words(found[1])) > 9 or found[1].split()[0].lower() in _GENERIC:
        return ""
    if re.search(r"\b(?:include|includes|including|are|is|was|have|has|we|following|such as)\b", found[1], re.I):
        return ""
    return found[1]


def lead_title(text: str) -> tuple[str, str]:
    """A title that the text opens with ("Reverse mentoring: senior leaders ...") and the rest; empty when none."""
    found = _named_lead(text)
    if not found:
        pieces = sentences(text)
        first = pieces[0] if pieces else ""
        short = 2 <= len(words(first)) <= _LEAD_WORDS and first.endswith(".") and len(pieces) > 1
        if short and not DOING.search(first) and not _WRAPPER.match(first) and first.split()[0].lower() not in _GENERIC:
            return first.rstrip("."), text[len(first) :].strip()
        return "", text
    return found, _capital(re.sub(r"^[\s:–—-]+", "", text[text.index(found) + len(found) :]))


def _named_programme(pieces: list[str], first: str) -> str:
    called = _CALLED.search(" ".join(pieces[:2]))
    if called:
        return called["name"]
    subject = _IS_A.match(first)
    if subject and sum(word[:1].isupper() for word in words(subject["subject"])[1:]) >= 1:
        name = _ARTICLE.sub("", subject["subject"].strip())
        capitals = [word for word in words(name) if word[:1].isupper()]
        if len(capitals) >= 2 and (_has_work(name) or len(capitals) >= 3):
            return name
    made = _NAMED_WORK.search(first)
    if made:
        return made["name"]
    quoted = _QUOTED.search(first)
    if (
        quoted
        and len(words(quoted["name"])) >= 2
        and quoted.start() < 90
        and not re.search(r"\b(?:act|acts|acting) as (?:an? )?$", first[: quoted.start()])
        and _capitals(quoted["name"]) >= 2
    ):
        return quoted["name"]
    return ""


def _capitals(text: str) -> int:
    return sum(word[:1].isupper() for word in words(text))


def _phrase(sentence: str, names: tuple[str, ...]) -> str:
    """The thing that a sentence says was made, run or done, as a noun phrase."""
    sentence = sentence.strip(" .;:!?")
    vague = _VAGUE.match(sentence)
    example = _EXAMPLE.search(sentence)
    if vague and example:
        return _clause(example["object"])
    sentence = _DATED.sub("", _ORDINAL.sub("", sentence))
    sentence = _OPENING.sub("", sentence)
    sentence = _WITH_US.sub("", sentence)
    asked = _ASKED.match(sentence)
    if asked:
        return _told(_clause(asked["object"]), asked["object"])
    worked = _WORKED_ON.match(sentence)
    if worked:
        return _clause(worked["what"])
    read_by = _READ_BY.match(sentence)
    if read_by and read_by["what"].split()[0].lower() not in _GENERIC:
        return (
            f"{_clause(read_by['what'])} {read_by['verb']} by "
            f"{_clause(re.sub(r'^(?:members of|a group of) ', '', read_by['whom']))}"
        )
    intent = _INTENT.match(sentence)
    if intent and intent["rest"].split()[0].islower() and (gerund := _gerund(intent["rest"])):
        return _clause(gerund)
    bringing = _BRINGING.match(sentence)
    if bringing:
        return f"{_clause(bringing['what'])} in {_clause(bringing['where'])}"
    wrapped = _WRAPPER.match(sentence)
    if wrapped:
        return _told(_clause(sentence[wrapped.end() :]), sentence[wrapped.end() :])
    if found := _as_noun(sentence):
        return found
    if found := _we_verb(sentence):
        return found
    passive = _PASSIVE.match(sentence)
    if passive and not re.match(r"^(?:we|they|it|i|this|these)\b", passive["subject"], re.I):
        subject = _clause(passive["subject"])
        rest = re.match(r"\s*(?:to|for|on|about|in|with|across|at)\s.{3,70}", passive["rest"])
        if passive["verb"].lower() == "linked" and rest:
            other = _clause(rest[0].strip()[3:])
            return f"{subject} linked to {other}"
        if rest and len(words(subject)) <= 4:
            return _clause(f"{subject}{_for(passive['verb'], rest[0])}")
        return subject
    active = _SUBJECT_VERB.match(sentence)
    if active and not _starts_as_noun(sentence):
        verb = active["verb"].lower()
        plain_has = verb in ("has", "have") and not re.match(r"(?:an?|its|our|their|the)\s", active["object"], re.I)
        if not plain_has:
            whole = _object(active["object"])
            return _told(_clause(whole), whole)
    return _told(_clause(sentence), sentence)


def _as_noun(sentence: str) -> str:
    """ "Barbers have been trained" as "Training for barbers", "we review every search" as "Review of every search"."""
    going_on = _GOING_ON.match(sentence)
    if going_on and (verb := _verb(going_on["verb"])) in _NOUN_OF:
        return f"{_NOUN_OF[verb]} {_clause(_NUMERAL.sub('', going_on['object']))}"
    passive = _NOUN_PASSIVE.match(sentence)
    if passive and not re.match(r"^(?:we|they|it|i|this|these|which|who)\b", passive["subject"], re.I):
        subject = _clause(passive["subject"])
        subject = (
            subject if subject.split()[0][:2].isupper() or _is_name(subject) else f"{subject[:1].lower()}{subject[1:]}"
        )
        rest = re.match(r"\s+(?:as|in|on|about)\s[^,;.]{3,40}", passive["rest"])
        return f"{_NOUN_OF[_verb(passive['verb'])]} {_clause(subject)}{rest[0] if rest and len(subject) < 40 else ''}"
    active = _NOUN_ACTIVE.match(sentence) or _WE_DO.match(sentence)
    if (
        active
        and re.search(r"\b(?:which|that|who|where|and)\b", active["subject"])
        and " we " not in f" {active['subject'].lower()}"
        and not re.search(r"\bjointly|together\b", sentence[: active.start("verb")])
    ):
        active = None
    if active and (verb := _verb(active["verb"])) in _NOUN_OF:
        what = _NUMERAL.sub("", active["object"])
        joint = "Joint " if re.search(r"\b(?:jointly|together)\b", sentence[: active.start("verb")], re.I) else ""
        noun = f"{joint}{_NOUN_OF[verb][0].lower() if joint else _NOUN_OF[verb][0]}{_NOUN_OF[verb][1:]}"
        return f"{noun} {_clause(what)}"
    return ""


def _is_name(text: str) -> bool:
    return all(word[:1].isupper() for word in words(text)[:2]) and len(words(text)) > 1


def _verb(word: str) -> str:
    """The plain form of a doing word, as far as the nouns are known ("audited", "audits": "audit")."""
    word = word.lower()
    word = _PAST_OF.get(word, word)
    for end in ("", "s", "es", "ed", "d", "ned", "ted", "ped", "red", "ing", "ning", "ting", "ping"):
        stem = word.removesuffix(end) if end else word
        for plain in (stem, f"{stem}e"):
            if plain in _NOUN_OF:
                return plain
    return word


def _told(phrase: str, whole: str) -> str:
    """The phrase, with what it is for when it is only "a working group" or "a long-term programme"."""
    if any(
        word.lower() not in _PLAIN_WORDS and word.lower() not in WORK_NOUNS and not word.isdigit()
        for word in words(phrase)
    ):
        return phrase
    at = whole.lower().find(words(phrase)[-1].lower()) if words(phrase) else -1
    found = _FOR.search(whole, at + 1) if at >= 0 else None
    if not found:
        return phrase
    if found["verb"]:
        what = _clause(re.sub(r"^(?:at|about|on|into|over|through)\s+", "", found["what"]))
        link = "on" if found["verb"].lower() in _LOOKS else f"to {found['verb']}"
        return f"{phrase} {link} {what}"
    joint = found[0].split()[0].lower()
    return f"{phrase} {joint} {_clause(found['about'] or found['whom'])}"


def _gerund(text: str) -> str:
    """ "listen to parents" as "listening to parents"; empty when the first word cannot be a plain verb."""
    verb, _, rest = text.partition(" ")
    if (
        not verb.islower()
        or len(verb) < 2
        or not rest
        or (verb.endswith(("ing", "ed", "s")) and not verb.endswith(("ss", "need", "embed")))
    ):
        return ""
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        verb = verb[:-1]
    elif re.fullmatch(r"(?:[a-z]*[^aeiou])?[aeiou][bdgmnprt]", verb) and (
        len(verb) <= 4 or verb in ("commit", "embed", "begin")
    ):
        verb += verb[-1]
    return f"{verb}ing {rest}"


def _we_verb(sentence: str) -> str:
    """ "We have also changed the form" as "Changing the form", unless a verb says that a thing was made or held."""
    found = _WE_VERB.match(sentence)
    active = _SUBJECT_VERB.match(sentence)
    if not found or (active and active["verb"].lower() not in ("has", "have")):
        return ""
    verb, rest = found["verb"], found["rest"]
    if verb.endswith("ing"):
        return _clause(f"{verb} {rest}")
    if verb.endswith("ed"):
        stem = verb[:-1] if verb.endswith("eed") else verb[:-2]
        return _clause(f"{stem}ing {rest}")
    gerund = _gerund(f"{verb} {rest}")
    return _clause(gerund) if gerund else ""


def _for(verb: str, rest: str) -> str:
    if verb.lower() in ("given", "provided", "offered", "delivered") and rest.lstrip().lower().startswith("to "):
        return f" for{rest.lstrip()[2:]}"
    return f" {rest.strip()}"


def _object(text: str) -> str:
    wrapped = _WRAPPER.match(text)
    return text[wrapped.end() :] if wrapped else text


def _starts_as_noun(sentence: str) -> bool:
    """Whether the sentence is a bare noun phrase ("A mentoring scheme used by ..."), which has no subject to drop."""
    first = sentence.split()[0].lower() if sentence.split() else ""
    if first not in ("a", "an"):
        return False
    return not re.search(r"\b(?:has|have|is|are|was|were|runs|meets)\b", sentence[:80])


def _clause(text: str) -> str:
    """The noun phrase that `text` opens with, as far as it stays short and whole."""
    text = " ".join(text.split()).strip(" .;:,")
    text = _ARTICLE.sub("", text)
    listed = _WHOLE_LIST.match(text)
    for end in _CLAUSE.finditer(text):
        if listed and end.start() < listed.end("list") and end[0] in ", " and len(listed["list"]) <= LONGEST:
            text = listed["list"]
            break
        if len(words(text[: end.start()])) >= 2:
            # Cut within a list ("across health, education and work"), the part that is left would mislead.
            within = _LISTED.match(text[end.start() :])
            text = text[: end.start()]
            shorter = re.sub(r"\s(?:across|in|of|on|about|between|with|for)\s[\w’'-]+$", "", text) if within else text
            text = shorter if len(words(shorter)) >= 3 else text
            break
    for pattern, by in _FILLER:
        text = " ".join(pattern.sub(by, text).split())
    purpose = _PURPOSE.search(text)
    if purpose and len(words(text[: purpose.start()])) >= (
        2 if _has_work(text[: purpose.start()]) and len(text) > _LONG - 10 else 3
    ):
        text = text[: purpose.start()]
    tokens = text.strip(" .;:,–—-").split()
    while len(tokens) > 1 and tokens[-1].lower() in _DANGLING:
        tokens.pop()
    return " ".join(tokens).strip(" .;:,–—-")


def _finish(text: str, names: tuple[str, ...]) -> str:
    for name in names:
        possessive = re.compile(rf"\b{re.escape(name)}(?:’s|'s)\s+", re.I)
        text = possessive.sub("", text)
        text = re.sub(rf"\b(?<=for ){re.escape(name)}\s+(?=[a-z])|^{re.escape(name)}\s+(?=[a-z])", "", text)
    text = _cut(_unquoted(" ".join(text.split()).strip(" .;:,–—-")))
    number = re.match(r"^(\d{1,2})\s+(?=[a-z])", text)
    if number and number[1] in _NUMBERS:
        text = f"{_NUMBERS[number[1]]}{text[len(number[1]) :]}"
    text = re.sub(r"^([Tt]wo|[Tt]hree|[Ff]our|[Ff]ive) (year|month|week|day)(?=\s+[a-z])", r"\1-\2", text)
    return _capital(text)


def _unquoted(text: str) -> str:
    """The text without quotation marks round the whole of it, or ones left without their other half."""
    if text[:1] in "‘“\"'" and text[-1:] in "’”\"'":
        return text[1:-1]
    if "“" in text and "”" not in text[text.index("“") :]:
        text = text.replace("“", "")
    return text.replace("”", "") if "”" in text and "“" not in text else text


def _cut(text: str) -> str:
    """At most LONGEST characters, ended between phrases rather than words where that can be."""
    if len(text) > _LONG:
        joints = [
            joint.start()
            for joint in re.finditer(r"\s(?:and|for|with|in|on|across|to|at|of|about|by|from|between|through)\s", text)
        ]
        fitting = [joint for joint in joints if 28 <= joint <= _LONG + 5]
        if fitting and len(text) > LONGEST:
            text = text[: fitting[-1]]
    if len(text) > LONGEST:
        text = text[: LONGEST + 1].rsplit(" ", 1)[0][:LONGEST]
    tokens = text.split()
    while len(tokens) > 1 and tokens[-1].lower().strip(",;:") in _DANGLING:
        tokens.pop()
    return " ".join(tokens).strip(" ,;:–—-")


def _has_work(text: str) -> bool:
    return any(word.lower() in WORK_NOUNS for word in words(text))


def _is_telling(text: str) -> bool:
    kept = words(text)
    if len(kept) < 2 and not (kept and len(kept[0]) > 6):
        return False
    return kept[0].lower() not in _GENERIC and any(word.lower() not in _DANGLING for word in kept)


def _distinct(title: str, text: str, context: str) -> str:
    """The title, told apart from a text that simply opens with it and goes on."""
    del text, context
    return title


def _capital(text: str) -> str:
    at = 1 if text[:1] in "“‘\"'" else 0
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]
