"""People's names in running text, told from roles, teams and the start of a sentence by the words they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.importing.template.language.placeholders import says_nothing
from knowledge.importing.template.language.sentences import word_set

#: Words that name a job or a place in an organisation; a name never holds one.
ROLE_WORDS = word_set(
    """
    internal external switchboard someone somebody anyone anybody everyone everybody
    helpline not give fao attn me ring call ask speak talk write see visit
    head director manager lead leader officer coordinator co-ordinator adviser advisor principal practitioner
    worker commissioner chair chairs vice deputy assistant associate senior strategic interim acting chief
    executive consultant specialist analyst administrator secretary teacher headteacher governor educator
    joint psychologist therapist nurse mentor supervisor partner trainer facilitator developer researcher inspector
    desk helpdesk sergeant constable superintendent councillor member champion ambassador guardian advocate solicitor
    lawyer librarian apprentice intern fellow lecturer statutory service services team unit department directorate
    division group board panel network partnership council trust authority borough county city school schools
    college university academy office hub centre forum programme project initiative safeguarding children
    childrens children's families family education learning social care youth justice inclusion equality
    equalities diversity edi hr send recruitment fostering adoption participation engagement virtual quality
    assurance practice development workforce early help years health public community communities policy
    performance improvement strategy commissioning business support corporate human resources operational
    operations independent reviewing contact contacts email e-mail tel telephone phone mobile name role title job
    details information enquiries please further more for the this that these those our we and or with about on at
    in of to from by all any if you they it he she each every dear hi hello kind regards thanks thank best yours
    sincerely many monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december black asian white african caribbean gypsy roma traveller
    muslim jewish christian british english welsh scottish irish global majority ethnic minority anti-racist
    anti-racism race racial racism lgbtq north south east west central greater upper lower new royal london street
    road house lane avenue hall work working training young people men women boys girls listening talking toolkit
    guide report plan standard charter framework mentoring leadership reverse staff parent parents carer carers
    pupil pupils student students exclusions exclusion attainment curriculum culture history month week day la
    local national regional government police nhs council's ofsted
    constabulary foundation association charity hospital federation mosque limited ltd cic
    library libraries outreach front door locality neighbourhood neighbourhoods prevention intervention contextual
    domestic violence crime safety cohesion integration refugee asylum resettlement migration interpreter translation
    employment skills apprenticeship wellbeing clinical therapeutic residential kinship permanence aftercare
    transitions disability nursery childcare childminding parenting duty assessment referral court proceedings data
    insight intelligence information governance complaints customer communications organisational
    talent procurement contracts sector voluntary digital finance legal democratic culture museum arts sports leisure
    looked after leaving unaccompanied
    belonging conference conferences attendance admissions multi agency multi-agency sufficiency placements brokerage
    exploitation speech language relations misuse portage sixth breaks elective supervising restorative substance
    visitor paediatrician midwife counsellor planner designer organiser trainee barrister founder president treasurer
    housing homelessness tenancy estate welfare planning transport environment licensing resilience custody probation
    pennaeth cyfarwyddwr rheolwr swyddog arweinydd gweithiwr cydlynydd dirprwy cadeirydd uwch tîm gwasanaeth
    gwasanaethau plant ymgynghorydd prif cynghorydd athro athrawes prifathro seicolegydd gweinyddwr hyfforddwr nyrs
    blynyddoedd cynnar addysg ieuenctid teulu teuluoedd cymuned cymunedau cymunedol cydraddoldeb amrywiaeth
    cynhwysiant gofal maethu mabwysiadu polisi hyfforddiant datblygu gwaith cymdeithasol ysgol ysgolion iechyd
    diogelu cymorth dysgu ymarfer ansawdd cyswllt enw swydd ffôn
    """
)
_HONORIFICS = word_set(
    """
    dr prof professor cllr councillor rev revd sir dame lord lady baroness imam rabbi father sister
    sgt insp supt capt det canon fr sr
    """
)
#: Jobs that people write by their letters. Other letters name an office ("YJS"), so they are a team.
JOB_LETTERS = word_set(
    """
    DCS ADCS DASS AD PSW CEO CEX COO CFO CSO CPO IRO LADO SENCO SENCo SENDCO SENDCo DSL DDSL EP EWO PA SRO
    HoS SSW ASW SW TM DD ACE CIO DPO VSH Cllr
    """
)
#: Letters behind a name that belong to it.
_LETTERS = word_set("OBE MBE CBE KBE DBE BEM KC QC JP LLB LLM MA BA BSc MSc MBA PhD DPhil FRSA DL CQSW")
#: An organisation's name goes on with one of these; a job's ("Council Leader") goes on further.
_ORGANISATION = re.compile(
    r"^ (?:University|College|Academy|Council|Trust|Borough|County|Hospital|Foundation|Association|Charity|Centre"
    r"|Police|Constabulary|School|Partnership|House|Church|Mosque|Federation)\b(?! (?:[A-Z]\w+ )*(?:Leader|Manager"
    r"|Officer|Lead|Director|Head|Chair|Worker|Governor|Adviser|Advisor|Coordinator)\b)"
)
#: A letter in front of an address or a number announces it ("Ann Lee E: a.lee@..., T: 0113 ..."); it is no initial.
_ANNOUNCES = re.compile(r"^\.?\s*(?:[:=]|[<(]?(?:\+|\(?0)\d|[<(]?[\w.+’'-]+@)")
_APOSTROPHES = "’'`´"
_PLAIN_HONORIFICS = word_set(
    """
    mr mrs ms miss mx
    """
)
_PARTICLES = word_set(
    """
    de da do dos das del della di du la le van von der den ter bin ibn binti al el ap ab ferch mac ó o y e st wa los las
    """
)
#: "Mac an tSaoir": the article stands within such a name.
_GAELIC_SONS = word_set("Mac Nic Mag Mhac")
_WORD = re.compile(r"[^\W\d_](?:[\w\u0300-\u036f’'`´-]|\.(?=[^\W\d_]\b))*\.?")
#: The second half of a first name may be small ("Hye-jin", "Jean-luc"), but not these.
_NO_HALVES = word_set(
    """
    up in on off out time op led wide only term age old aged plan line mail able free born by of and the to at end a
    side day week hour year home work run made way like job go down
    """
)
_HALF_LETTERS = 4
#: "MacDonald-Okonkwo", at most five words ("Maria de la Cruz Ortega").
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Spot:
    """A name and where it stands."""

    name: str
    start: int
    end: int


#: Words of roles and places that are surnames too, and first names that are months: names beside another name.
_SURNAMES = word_set(
    """
    young black white west north south east hall lane street day march may royal house english irish welsh scottish
    british
    parent fellow court constable sergeant guardian marshall bishop long avenue road new moon king
    """
)
_FIRST_NAMES = word_set("april may june august")


def names_in(text: str, *, single: bool = False) -> list[Spot]:
    """The names in `text`, in order; one-word names only with `single`, when only a name can stand there."""
    return [spot for spot in _runs(text) if (single and len(spot.name) > 1) or " " in spot.name]


def _runs(text: str) -> Iterator[Spot]:
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        beside = bool(run) and re.fullmatch(r"[ \u00a0]{1,2}", text[run[-1].end() : word.start()]) is not None
        if run and not (beside and _fits(word[0], run)):
            yield from _spot(text, run)
            run = []
        if run or _may_start(word[0], text, word):
            run.append(word)
    yield from _spot(text, run)


def _spot(text: str, run: list[re.Match[str]]) -> Iterator[Spot]:
    while run and not (_is_name_word(run[-1][0]) or _ends_name(run[-1][0])):
        run = run[:-1]
    if len(run) > 1 and _is_surname(run[-1][0]) and re.match(r" [A-Z]\w", text[run[-1].end() :]):
        run = run[:-1]  # "Camden Black Parents" holds no name
    if len(run) > 1 and len(run[-1][0].strip(".")) == 1 and _ANNOUNCES.match(text[run[-1].end() :]):
        run = run[:-1]
    if len(run) == 1 and run[0][0].lower() in _FIRST_NAMES:
        return
    while run and run[0][0].strip(".").lower() in _PLAIN_HONORIFICS:
        run = run[1:]
    if not run or sum(word[0] not in _PARTICLES for word in run) > _LONGEST:
        return
    if all(word[0].strip(".").lower() in _HONORIFICS for word in run):
        return
    last = run[-1][0].removesuffix(".").rstrip(_APOSTROPHES)
    end = run[-1].start() + len(last)
    raw = text[run[0].start() : end].replace("\u00a0", " ")
    if says_nothing(raw) or _ORGANISATION.match(text[end:]):
        return
    yield Spot(_written(" ".join(raw.split())), run[0].start(), end)


def _may_start(word: str, text: str, found: re.Match[str]) -> bool:
    if found.start() and text[found.start() - 1] in "@._/":
        return False
    if text[found.end() : found.end() + 1] == "@":
        return False
    low = word.strip(".").lower()
    return (
        low in _HONORIFICS | _PLAIN_HONORIFICS
        or (word.capitalize() == word and low in _FIRST_NAMES)
        or _is_name_word(word)
    )


def _fits(word: str, run: list[re.Match[str]]) -> bool:
    if (
        run[-1][0].endswith(".")
        and run[-1][0].strip(".").lower() not in _HONORIFICS | _PLAIN_HONORIFICS
        and len(run[-1][0]) > 2
    ):
        return False  # a full stop ends a sentence, unless after an initial or a title
    of_gaelic = word == "an" and run[-1][0] in _GAELIC_SONS
    return _is_name_word(word) or word in _PARTICLES or of_gaelic or _ends_name(word)


def _ends_name(word: str) -> bool:
    """Whether a word that starts no name can be the last of one: "West", "d'Souza", the letters of an honour."""
    elided = re.fullmatch(r"(?:[a-z]{1,2}['’]|(?:al|el|ap)-|[nt]-?|h)[A-ZÀ-Þ][\w’'-]+", word) is not None
    return elided or word in _LETTERS or _is_surname(word)


def _is_surname(word: str) -> bool:
    return word[:1].isupper() and word.strip(".").lower() in _SURNAMES


def _is_name_word(word: str) -> bool:
    bare = word.strip(".").replace("’", "'")
    low = bare.lower()
    if not bare or not bare[0].isupper() or low in ROLE_WORDS or low.removesuffix("'s") in ROLE_WORDS:
        return False
    if bare in JOB_LETTERS or low.removesuffix("s") in ROLE_WORDS - _SURNAMES:
        return False  # "Joint Heads of Service"
    if low.endswith("'s"):
        return False
    parts = [part for part in re.split(r"[-']", bare) if part]
    if "-" in bare and (
        parts[0].lower() in ROLE_WORDS - _SURNAMES or not all(map(_may_be_half, filter(None, bare.split("-"))))
    ):
        return False
    if len(bare) > 1 and bare.isupper() and len(bare) <= 3 and not any(letter in "AEIOUY" for letter in bare):
        return False  # LCC, YJS, SCR: letters of an office, not a name
    return all(part[0].isupper() or len(part) <= 3 or _may_be_half(part) for part in parts)


def _may_be_half(part: str) -> bool:
    return part[0].isupper() or (len(part) <= _HALF_LETTERS and part not in _NO_HALVES)


def _written(name: str) -> str:
    """A name typed in capitals as names are written; others as they stand."""
    if not any(letter.islower() for letter in name) and sum(letter.isalpha() for letter in name) > 3:
        name = re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), name)
        name = re.sub(r"\bMc([a-z])", lambda part: f"Mc{part[1].upper()}", name)
        return re.sub(r"(?<=[a-z]['’])S\b", "s", name)
    if " " not in name:
        return name
    return " ".join(_capital(word) for word in name.split())


def _capital(word: str) -> str:
    """ "KHAN" and "McDONALD" as names are written; "AJ" stays."""
    start = "Mc" if word.startswith("Mc") else ""
    rest = word.removeprefix(start)
    if len(rest) > 3 and rest.isupper():
        return start + "-".join(part.capitalize() for part in rest.split("-"))
    return word
