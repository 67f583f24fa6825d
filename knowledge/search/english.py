"""English as questions use it: words that only join or ask, words that say little, and words that are simply right.

Written for this project; more words, in `common.txt` and `words.txt`, are simply right, and so are the names of people
in `people.txt`. Inflected forms need no entry, nor do words that a rule derives from others.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

#: Words that carry no meaning of their own: never searched for, and no gap in a match.
STOP = frozenset(
    """a an the this that these those such and or but nor so if then than as of at by for from in into on onto out over
    to up with within without about after against along among around before behind below beneath beside between beyond
    besides during except inside near off outside since through throughout toward towards under until upon via per re
    is are was were be been being am has have had having do does did doing done will would shall should can could may
    might must ought cannot cant dont doesnt didnt isnt arent wont wouldnt couldnt shouldnt havent hasnt
    i me my mine we us our ours you your yours he him his she her hers it its they them their theirs myself ourselves
    yourself themselves itself who whom whose which what when where why how there here
    not no yes too very just also only even still yet ever never always often again else more most much many some any
    all both each every either neither few several other others another same own lot lots
    wasnt werent hadnt mustnt neednt mightnt oughtnt aint
    im ive id ill weve were theyre theyve whats whos wheres hows thats theres lets etc eg ie v vs versus
    one ones something anything everything nothing somewhere anywhere everywhere someone anyone everyone somebody
    anybody everybody nobody whoever whatever whichever
    cos coz cuz shes hes youd youll youve youre theyd theyll thatll itll gonna wanna gotta dunno innit u ur r
    ok okay yep yeah btw fyi asap tbh imo idk lol thx
    because while although though however therefore whether instead rather quite really actually already
    """.split()  # noqa: SIM905
)

#: Words that only ask, greet or are polite: dropped from a question, though an initiative may hold them.
ASKING = frozenset(
    """please pls plz kindly thanks thank ta cheers hi hello hey dear morning afternoon evening regards sorry
    tell show give find search look looking looked seek seeking want wanted wanting wish need needed
    know known knows learn hear heard see seen list get got getting wonder wondering interested
    ask asking question query info information detail details anyone somebody
    like try tried trying happen happening happens going go gone come comes
    let say says said saying mean means
    thing things stuff kind kinds sort sorts
    idea ideas suggestion suggestions possible possibly maybe perhaps
    today now currently recently recent latest ago
    able allow allowed hiya guys folks pointer pointers tip tips steer willing curious
    owt nowt summat hmm hm ooh oh ah um umm er erm uh wow yay oops bot
    appreciate appreciated grateful daft silly nosy cheeky desperate urgently takers
    browse browsing scoping digging prepping googled googling curiosity probably obviously honestly
    basically roughly atm hoping hopefully inspiration tomorrow yesterday preferably ideally
    monday tuesday wednesday thursday friday saturday sunday bother whatsoever""".split()  # noqa: SIM905
)

#: Words of this field and of any account of work: true of nearly every initiative, so they say little. Found where
#: they stand, but a question is not missed for want of them. (Stems are taken from these when they are compared.)
GENERIC = frozenset(
    """work project programme initiative practice scheme approach example case study good best great effective
    successful success innovative new local area place council authority borough county city town district region
    national country britain british england department team service organisation agency body people person do make
    take use run start begin set put bring keep sent create develop deliver provide offer build improve help support
    change way part member number year month week day time high low big small large long different various
    particular specific general main key important real actual current existing available cut curb halve lessen
    stand sit sat half moment past quick honest proper better well more less effort action activity issue matter
    problem challenge topic theme subject difference result outcome impact effect benefit purpose aim goal target
    increase reduce tackle address deal handle manage respond response promote ensure encourage involve include
    relate regard concern concerning around regarding toward across share sharing hold held give given anything
    similar elsewhere everywhere nearby sector field role lead leading stop prevent avoid end raise sign signed
    already tried done made taken used working worked works job kind apply act add agree appear arrange attract
    become believe belong cause choose close combine come compare complete consider consist continue copy cover
    decide depend describe discover discuss encounter enjoy expect experience explain explore express face fail fall
    feel fill find finish follow form gather grow guide happen have hear hope identify inform insist introduce join
    lack last launch lie listen live look lose match mention move name notice organise overcome oversee own pass pay
    pick point prepare present produce progress promise propose prove pull push reach read receive recommend refer
    reflect remain remember remove repeat replace report request require return reveal roll save seem serve settle
    shape show shift speak spend spot step strengthen suggest suit talk teach tell think touch transform trust try
    turn understand undertake visit watch welcome worry drop treat carry found brought rewrite rewrote wider active
    aware busy decrease widen narrow slow speed organised engage engaging attend host spell swap split wear wake
    weigh tie throw drive hang hit hurt gain earn fit fix rise rose falling rising behind ahead middle sometime
    whilst once twice weekly monthly yearly annual termly daily situation circumstance context term terms basis sake
    extent fact facts truth answer actively actually especially exactly generally mostly mainly nearly possibly
    properly really simply together widely safely successfully independently early late right wrong down up away
    back alone apart enough least first second third next previous full fully whole hard easy easily fair free happy
    keen likely nice ready sure true usual near far common difficult entire final independent interesting necessary
    normal ordinary popular powerful practical reasonable regular relevant serious significant simple single special
    strong typical useful weak worth none nobody lots plenty couple pair bit range amount level degree rate stage
    side line top bottom front rest sense reason means method manner series type style version piece item list word
    title view opinion option choice chance opportunity wish feeling thought memory lesson story period minute
    decade century future everyday other another same old young edge cusp verge brink risk proof measure measured
    fell fewer grew grown growing awful terrible dreadful appalling horrible shocking bad badly worse worst mr mrs
    ms dr sir madam outside inside afraid came caught differ deadline decent doc document draft file powerpoint
    presentation quality slide traction drove frightened goes knew meant meeting paper process saw scared session
    stood straight struggling structure stuck urgent based weekday weekend went worn two three four undertaken fast
    quickly published written wrote blank section heading short fresh track wonderful suitable leaflet definition
    define overview summary download introduction intro explainer factsheet resource policy law legislation cost uk
    united kingdom accelerate accelerating actionable adapt adaptable adaptation adapting advance advancing
    affordable ambition ambitions ambitious authentic basic basics beginner beginners bespoke blueprint bold boost
    boosting budget capacity cheap coherent cohesive collaborative comprehensive concrete consistency consistent
    consistently constructive coordinate coordinated coordinating coordination creative creatively deliverable
    deliverables delivering departmental design designed designing developing development developments dynamic
    effectively effectiveness efficient efficiently embed embedding emerging emphasis enable enabling enhance
    enhancement enhancing essential essentials establish established establishing evolution examine examining
    exemplary expand expanding expansion expertise extend extending external facilitate facilitating fantastic
    flexible focus focused formal fundamental fundamentals genuine groundbreaking holistic impactful implement
    implementation implementing improvement improvements improving informal innovation innovations insight insights
    inspirational inspiring interim internal investigate investigating kickstart kickstarting launching legacy
    longstanding lowdown mainstream mainstreaming maintain maintaining meaningful meaningfully measurable
    methodologies methodology milestone milestones mission modern modernise modernising momentum news normalise
    normalising novice novices objective objectives ongoing operational optimal optimise optimising output outputs
    outstanding overarching package packages pathway pilot piloting pioneering positive positively pragmatic
    preventative principle principles priorities prioritise prioritising priority proactive promising proposal
    proposals proven purposeful reactive readiness redesign redesigning reform reforming reforms refresh refreshed
    refreshing reimagine reimagining replicable replicate replicating replication responsive rethink rethinking
    revamp revamping rigorous roadmap robust rolled rolling rollout scalable scale scaling scratch shoestring
    solution solutions strand strands strategic strategically streamline streamlined streamlining sustain
    sustainability sustainable sustained sustaining systematic systematically tactic tactics tailor tailored
    tangible targeted technique techniques thorough traditional trailblazing transformation transformational
    transformative transforming trial trialling upcoming update updates uptake absolute absolutely accurate
    accurately achieve achieved achieving adequate adequately adjust adjusting amazing amend
    arise aspire assist assume assure attempt attempting attempts automatic automatically bright
    brilliant broad broadly bulk bunch careful carefully certain clarify clever combating combatting complex
    comprise concept concepts conclude conduct conducted conducting considerable constant constantly construct
    constructed contemporary contribute contributing convenient core correct correctly crucial deep deeply
    deliberate deliberately demonstrate demonstrating depth desire determine determined devise devising devote
    dilemma distinct distinguish drastic duration ease elaborate element elements embrace embracing endless endorse
    enforce enormous evolve evolving exact execute executing explicit explicitly extra extraordinary extreme factor
    factors familiar famous favourite feasible feature features featuring forever forward foundation
    foundations frequent frequently fruitful generous glad grand gritty handy huge hugely ideal identical immediate
    immediately imply impress impressive indicate initial initially innovate instant integrate integrated
    integrating intend intended intense intention intentional intentionally interact layer limit limited little
    logic massive maximise maximum mere merely mild mini minimal minimum minor moderate modest motivate motivating
    multiple multiyear nitty obtain obvious odd operate operating original outline outlining overall pace perfect
    phase phased phases plain pleasant potential precise predict preserve prior proceed productive profound
    progressive prominent prospect prospects purely pursue pursuing random rapid rapidly rare rarely rationale
    realise realising realistic realistically reality refine refining reinforce reinforcing reliable reliably remind
    remit resolve resolving rich rough scenario scenarios scope scoping select selecting separate sequence
    signal slight slightly slim smart smooth smoothly snapshot solid solve solving spark sparking spontaneous steady
    stimulate stocktake straightforward stretch subsequent substantial subtle succeed succeeding sudden sufficient
    superb superior suppose supreme swift synopsis systemwide tactical tactically takeaway takeaways tend toolset
    tough trend trends trigger ultimate ultimately undergo underway unique unlike unusual upgrade upgrading uplift
    upscale upscaling uptick usage utilise utilising vague valid valuable variety vary varying vast vibrant visible
    visibly vision vital winning wise workable worthwhile yield zero""".split()  # noqa: SIM905
) - frozenset("young teach experience pay read listen report trust".split())  # noqa: SIM905


@cache
def common_words() -> frozenset[str]:
    """The everyday words that `is_common` knows, uninflected."""
    return _listed("common.txt") | STOP | ASKING | GENERIC


@cache
def _listed(name: str) -> frozenset[str]:
    """The words of a file beside this one; lines that begin with # are for its readers."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=65536)
def is_english(word: str) -> bool:
    """Whether a lower-case word is right English as it stands, everyday or not (`words.txt`), or somebody's name."""
    return is_common(word) or is_name(word) or any(_is_right(one) for one in (word, *bases(word)))


def is_listed(word: str) -> bool:
    """Whether a lower-case word is English uninflected: "deal" is, "worthing" is no form of "worth"."""
    return word in common_words() or word in _listed("words.txt")


def is_ambiguous(word: str) -> bool:
    """Whether a word that places are called by is a person's name or a rarer word, too (`ambiguous.txt`)."""
    return word in _listed("ambiguous.txt")


def is_name(word: str) -> bool:
    """Whether a lower-case word is the name of people, or of a family of them ("the Patels"); `people.txt`."""
    names = _listed("people.txt")
    return word in names or (len(word) > _SHORTEST_FAMILY and word.endswith("s") and word[:-1] in names)


def _is_right(word: str) -> bool:
    """Whether a word is listed, or regularly derived from one that is ("predictability", "multidisciplinary")."""
    if is_listed(word):
        return True
    for ending, instead in _DERIVED:
        origin = word.removesuffix(ending) + instead
        if word.endswith(ending) and len(origin) >= _SHORTEST_ORIGIN and _is_right(origin):
            return True
    rests = (word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix))
    return any(len(rest) >= _SHORTEST_AFTER_PREFIX and _is_right(rest) for rest in rests)


#: What may be put for the end of any right word to make another. Endings that misspelt words often seem to have
#: ("statment", "governer", "formaly") are not among them: such words are listed.
_DERIVED = (
    ("bility", "ble"),
    ("bly", "ble"),
    ("ically", "ic"),
    ("alise", "al"),
    ("arise", "ar"),
    ("isation", "ise"),
    ("ize", "ise"),
    ("ization", "ise"),
    ("alism", "al"),
    ("alist", "al"),
    ("ionism", "ion"),
    ("ionist", "ion"),
    ("lessness", "less"),
    ("fulness", "ful"),
    ("ousness", "ous"),
    ("iveness", "ive"),
    ("iness", "y"),
    ("less", ""),
)
_SHORTEST_ORIGIN = 4
#: What may stand before any right word that is long enough to be sure of.
_PREFIXES = (
    "anti", "counter", "cyber", "hyper", "micro", "multi", "neuro", "non", "over", "post", "psycho", "semi",
    "socio", "super", "ultra", "under",
)  # fmt: skip
_SHORTEST_AFTER_PREFIX = 5
#: Shorter names with an s are likelier slips ("carrs").
_SHORTEST_FAMILY = 5

_DOUBLED = frozenset("bdgklmnprtv")
_DOUBLING_ENDINGS = frozenset(("ed", "ing", "ings", "er", "ers", "est"))


@lru_cache(maxsize=65536)
def is_common(word: str) -> bool:
    """Whether a lower-case word is everyday English as it stands, or a form of such a word."""
    known = common_words()
    return word in known or any(base in known for base in bases(word))


@lru_cache(maxsize=65536)
def may_be_derived(word: str) -> bool:
    """Whether a word could be made from an everyday one ("reader", but "governer" too)."""
    known = common_words()
    return any(base in known for base in _bases(word, _DERIVATIONS))


def bases(word: str) -> list[str]:
    """What a word may be a form of ("parking" -> "park"); a form spelt wrongly ("seting") is of none."""
    return _bases(word, _INFLECTIONS)


def _bases(word: str, endings: Sequence[tuple[str, tuple[str, ...]]]) -> list[str]:
    found: list[str] = []
    for ending, instead in endings:
        if not word.endswith(ending) or len(word) - len(ending) < 2:
            continue
        base = word[: -len(ending)]
        if not _takes(base, ending):
            continue
        doubles = ending in _DOUBLING_ENDINGS
        if doubles and _has_doubled(base):
            found.append(base[:-1])
        found += [base + other for other in instead if other or not (doubles and _would_double(base))]
    return found


def _has_doubled(base: str) -> bool:
    """Whether the last letter may have been doubled for an ending ("plann", "referr", and no "fosterr")."""
    if len(base) <= _SHORT_BASE or base[-1] != base[-2] or base[-1] not in _DOUBLED or base[-3] not in "aeiou":
        return False
    return not base.endswith("err") or base[:-1] in _STRESSED or len(base) == _SHORT_BASE + 1


def _takes(base: str, ending: str) -> bool:
    """Whether an ending is put straight after such letters: never "classs" or "agreeed", and no "famly"."""
    if ending == "ly" and len(base) <= _SHORT_BASE and (base not in common_words() or len(base) < _SHORT_BASE):
        return False
    if ending in ("ing", "ings") and base.endswith("e") and not base.endswith(_KEEPS_E):
        return False  # "houseing"
    return base.endswith(_BEFORE_ES) if ending == "es" else (base[-1], ending) not in (("s", "s"), ("e", "ed"))


#: Verbs in -er that double it before -ed and -ing, as "foster" does not.
_STRESSED = frozenset(("refer", "prefer", "infer", "confer", "defer", "transfer", "deter"))
#: What keeps its -e before -ing ("seeing", "shoeing", "dyeing", "ageing").
_KEEPS_E = ("ee", "oe", "ye", "nge", "age")
#: Of so few letters only everyday words have -ly ("badly").
_SHORT_BASE = 3

#: What a plural needs -es after: "refugees" is "refugee" with -s, and "refugeees" is nothing.
_BEFORE_ES = ("s", "x", "z", "ch", "sh", "o")


def _would_double(base: str) -> bool:
    """Whether a short verb ends so that its last letter is doubled before -ed and -ing ("set", "plan")."""
    return (
        len(base) <= 4
        and base[-1] in _DOUBLED
        and base[-2] in "aeiou"
        and sum(letter in "aeiou" for letter in base) == 1
    )


#: Endings that make another form of the same word, and those that make another word of it.
_INFLECTIONS = (
    ("s", ("",)),
    ("es", ("",)),
    ("ies", ("y",)),
    ("ed", ("", "e")),
    ("ied", ("y",)),
    ("ing", ("", "e")),
    ("ings", ("", "e")),
    ("ly", ("",)),
    ("ily", ("y",)),
)
_DERIVATIONS = (
    ("er", ("", "e")),
    ("ers", ("", "e")),
    ("ier", ("y",)),
    ("est", ("", "e")),
    ("iest", ("y",)),
    ("ly", ("le",)),
    ("ally", ("", "al")),
    ("ness", ("",)),
    ("iness", ("y",)),
    ("ful", ("",)),
    ("less", ("",)),
    ("ment", ("",)),
    ("ments", ("",)),
    ("ion", ("", "e")),
    ("ions", ("", "e")),
    ("ation", ("", "e")),
    ("ations", ("", "e")),
    ("able", ("", "e")),
    ("al", ("", "e")),
    ("ity", ("", "e")),
    ("ive", ("", "e")),
    ("ship", ("",)),
    ("hood", ("",)),
)
