"""A light English stemmer that takes off plurals, -ed and -ing, spells as the British do, and stops there.

Stronger stemmers merge what differs (police and policy, organ and organise, university and universe, race and racism,
general and gender). Words of one family are related, at a lower weight, in `families`, never merged here.
"""

from __future__ import annotations

from functools import lru_cache

#: Forms that no rule makes, and words that a rule would spoil (they stand for themselves).
_IRREGULAR = {
    "children": "child", "childs": "child", "men": "man", "women": "woman", "mens": "man", "womens": "woman",
    "childrens": "child", "peoples": "people", "mice": "mouse", "feet": "foot", "teeth": "tooth", "wives": "wife",
    "midwives": "midwife", "lives": "life", "lived": "live", "living": "live", "leaves": "leave", "leaver": "leaver",
    "leavers": "leaver",
    "taught": "teach", "led": "lead", "held": "hold", "paid": "pay", "built": "build", "made": "make", "ran": "run",
    "won": "win", "spent": "spend", "spoke": "speak", "spoken": "speak", "heard": "hear",
    "said": "say", "told": "tell", "thought": "think", "brought": "bring", "kept": "keep", "left": "leave",
    "met": "meet", "grew": "grow", "grown": "grow", "written": "write", "wrote": "write", "driven": "drive",
    "chosen": "choose", "chose": "choose", "stolen": "steal", "broken": "break", "given": "give", "gave": "give",
    "taken": "take", "took": "take", "shown": "show", "seen": "see", "known": "know", "fallen": "fall", "fell": "fall",
    "began": "begin", "begun": "begin", "sold": "sell", "lost": "lose", "felt": "feel", "understood": "understand",
    "dealt": "deal", "came": "come", "threw": "throw", "thrown": "throw", "knew": "know", "broke": "break",
    "slept": "sleep", "meant": "mean", "learnt": "learn", "burnt": "burn", "stood": "stand",
    "bought": "buy", "fought": "fight", "sought": "seek", "drawn": "draw",
    "drove": "drive", "rose": "rise", "risen": "rise", "became": "become", "overcame": "overcome",
    "withdrew": "withdraw", "withdrawn": "withdraw", "hid": "hide", "hidden": "hide", "forgot": "forget",
    "forgotten": "forget", "struck": "strike", "shook": "shake", "shaken": "shake", "wore": "wear", "worn": "wear",
    "tore": "tear", "torn": "tear", "beaten": "beat", "sworn": "swear", "stole": "steal", "rode": "ride",
    "ridden": "ride", "sang": "sing", "swam": "swim", "drank": "drink", "shrank": "shrink", "shrunk": "shrink",
    "fled": "flee", "ate": "eat", "dug": "dig", "clung": "cling", "knelt": "kneel", "leant": "lean",
    "spilt": "spill", "wove": "weave", "woven": "weave", "withstood": "withstand", "wrung": "wring", "awoken": "awake",
    "trodden": "tread", "outdone": "outdo", "outgrown": "outgrow", "loaves": "loaf", "lain": "lie",
    "died": "die", "dies": "die", "dying": "die", "lying": "lie", "tied": "tie", "criteria": "criterion",
    "crises": "crisis", "analyses": "analysis", "bases": "basis", "theses": "thesis", "diagnoses": "diagnosis",
    "halves": "half", "selves": "self", "shelves": "shelf", "knives": "knife", "thieves": "thief", "youths": "youth",
    "mums": "mum", "moms": "mum", "mom": "mum", "kids": "kid", "buses": "bus", "biases": "bias", "biased": "bias",
    "agencies": "agency", "data": "data", "media": "media", "movies": "movie", "cookies": "cookie",
    "gps": "gp", "pupils": "pupil", "shared": "share", "sharing": "share", "caring": "caring", "cared": "care",
    "fairer": "fair", "older": "old", "younger": "young", "stronger": "strong", "poorer": "poor", "safer": "safe",
    "wider": "wide", "bigger": "big", "larger": "large", "higher": "high", "lower": "low", "earlier": "early",
    "healthier": "healthy", "happier": "happy", "richer": "rich", "poorest": "poor", "youngest": "young",
    "oldest": "old", "highest": "high", "lowest": "low", "largest": "large", "earliest": "early",
}  # fmt: skip
_AS_THEY_STAND = frozenset(
    """news goods series species always perhaps towards
    whereas sometimes overseas besides indoors outdoors maths mathematics
    physics politics ethics economics statistics basics gas bus bias lens plus focus virus census status campus bonus
    corpus consensus chorus circus genus nexus radius surplus minus thus yes is was his its this us pus has does ours
    yours theirs hers christmas texas wales paris james charles jones hughes devolves atlas canvas alias pancreas
    policing nothing something anything everything morning evening during king ring thing string spring bring sing wing
    sibling ceiling herring sterling wellbeing being offspring barking reading parking housing belonging nursing
    wedding pudding shilling darling hundred kindred sacred naked red bed fed shed sped breed indeed exceed succeed
    proceed feed need seed speed deed weed greed reed steed creed embed hatred sundered infrared wicked rugged
    police human humane urban urbane plan plane moral morale local locale rational rationale past paste
    stag stage scrap scrape strip stripe glob globe prim prime twin twine spin spine shin shine slim slime cast caste
    bath bathe cloth clothe breath breathe severe sever heroin heroine corps corpse artist artiste tens tense pleas
    state please there these those where whose three agree free tree fee see
    racing boarding commissioning commissioned setting finding hearing missing boxing fasting clothing meaning parenting
    cycling gaming banking shopping lighting rowing
    seconded stated gifted armed ealing epping woking worthing welling poole frome barnes staines hastings mumbles
    clowne crewe pickering felling dorking tooting banes windrush hackney surrey jersey guernsey les des los las
    glos herts hants lincs leics notts wilts bucks cambs lancs staffs warks worcs oxon shrops salop derbys northants
    pembs carms clacks
    scwres wres sats btecs gcses""".split()  # noqa: SIM905
)
_BRITISH = {
    "color": "colour", "behavior": "behaviour", "labor": "labour", "neighbor": "neighbour", "honor": "honour",
    "favor": "favour", "favorite": "favourite", "harbor": "harbour", "humor": "humour", "rumor": "rumour",
    "endeavor": "endeavour", "neighborhood": "neighbourhood", "center": "centre", "centered": "centred",
    "theater": "theatre", "fiber": "fibre", "colorblind": "colourblind", "judgmental": "judgemental", "mommy": "mummy",
    "favoritism": "favouritism", "dishonor": "dishonour", "jobcenter": "jobcentre",
    "liter": "litre", "program": "programme", "counselor": "counsellor", "counseling": "counselling",
    "traveler": "traveller", "enrollment": "enrolment", "enroll": "enrol", "fulfill": "fulfil", "skillful": "skilful",
    "defense": "defence", "offense": "offence", "license": "licence", "practise": "practice",
    "advise": "advice", "judgment": "judgement",
    "inquiry": "enquiry", "pediatric": "paediatric", "pediatrician": "paediatrician", "gray": "grey", "tire": "tyre",
    "jewelry": "jewellery", "maneuver": "manoeuvre", "plow": "plough", "aging": "ageing",
    "colored": "coloured", "behavioral": "behavioural", "colorism": "colourism",
    "anemia": "anaemia", "esthetic": "aesthetic", "catalog": "catalogue", "dialog": "dialogue", "analog": "analogue",
    "math": "maths", "focussed": "focused", "focussing": "focusing",
    "specialty": "speciality",
}  # fmt: skip


def is_irregular(word: str) -> bool:
    """Whether a word is a form that no rule makes ("driven", "teeth")."""
    return word in _IRREGULAR


def is_as_it_stands(word: str) -> bool:
    """Whether a word has no ending to take off, though it looks so ("news", "sats")."""
    return word in _AS_THEY_STAND


def is_spelt_otherwise(word: str, here: str) -> bool:
    """Whether a word is another only as others spell it ("organization", "colors"), which stands `here` as we do."""
    return here in (_british(word), _british(word[:-1]) + word[-1:])


_VOWELS = frozenset("aeiouy")
#: Consonants that double before -ed and -ing ("planned", "mentorring" is not one).
_DOUBLING = frozenset("bdgmnprt")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem of one cleaned, lower-case word; a stem is for comparing, not for showing."""
    if len(word) < 4 or word.isdigit():
        return _IRREGULAR.get(word, word)
    word = _british(word)
    if word in _IRREGULAR:
        word = _IRREGULAR[word]
    if word in _AS_THEY_STAND:
        return word
    base = _british(_singular(word))
    if base in _IRREGULAR or base in _AS_THEY_STAND:
        return _IRREGULAR.get(base, base)
    return _without_e(_british(_present(base)))


def _british(word: str) -> str:
    found = _BRITISH.get(word)
    if found:
        return found
    if "z" in word and len(word) > 5:
        for ending, instead in _ZED:
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                return word[: -len(ending)] + instead
    return word


_ZED = (
    ("ize", "ise"), ("izes", "ises"), ("ized", "ised"), ("izing", "ising"), ("ization", "isation"),
    ("izations", "isations"), ("izational", "isational"), ("izer", "iser"), ("izers", "isers"), ("yze", "yse"),
    ("yzes", "yses"), ("yzed", "ysed"), ("yzing", "ysing"),
)  # fmt: skip


def _singular(word: str) -> str:
    if not word.endswith("s") or word.endswith(("ss", "us", "is", "ous")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("oes") and len(word) > 4:
        return word[:-2]
    return word[:-1]


def _present(word: str) -> str:
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        if not word.endswith(ending):
            continue
        base = word[: -len(ending)]
        if len(base) < 3 and not (len(base) == 2 and ending == "ing" and base[0] in _VOWELS):
            return word
        if not any(letter in _VOWELS for letter in base) or (ending == "ed" and base.endswith("e")):
            return word
        return _restored(base)
    return word


def _restored(base: str) -> str:
    """Undo what -ed and -ing did to the end of a verb: doubling ("plann" -> "plan"), the lost e ("shar" -> "share")."""
    last, before = base[-1], base[-2]
    if last == before and last in _DOUBLING:
        return base[:-1]
    if last == before == "l" and sum(letter in _VOWELS for letter in base) > 1:
        return base[:-1]
    short = len(base) <= 4 and sum(letter in _VOWELS for letter in base) == 1
    if short and before in _VOWELS and last not in "aeiouwxy":
        return base + "e"
    return base


def _without_e(word: str) -> str:
    """Drop a last e from longer words, so that "include" meets what is left of "including"."""
    if len(word) >= 5 and word[-1] == "e" and word[-2] not in "eo" and word not in _AS_THEY_STAND:
        return word[:-1]
    return word
