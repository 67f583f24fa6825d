"""English as questions use it: words that only join or ask, words that say little, and words that are simply right.

Written for this project; more words, in `common.txt` and `words.txt`, are simply right, and so are the names of people
in `people.txt`. Inflected forms need no entry, nor do words that a rule derives from others.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from knowledge.search.language.stems import is_irregular

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
    ok okay yep yeah btw fyi fao cc asap tbh imo idk lol thx
    because while although though however therefore whether instead rather quite really actually already
    plus alongside amongst amid amidst despite notwithstanding whilst unless whereas albeit lest hence thus thereby
    whereby wherein therein thereof whenever wherever likewise moreover furthermore meanwhile namely viz cf
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
    monday tuesday wednesday thursday friday saturday sunday bother whatsoever
    heya hola poss tues weds thurs""".split()  # noqa: SIM905
)


@cache
def _listed(name: str) -> frozenset[str]:
    """The words of a file beside this one; lines that begin with # are for its readers."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


#: Words of this field and of any account of work: true of nearly every initiative, so they say little. Found where
#: they stand, but a question is not missed for want of them. (Stems are taken from these when they are compared.)
GENERIC = _listed("generic.txt")


@cache
def common_words() -> frozenset[str]:
    """The everyday words that `is_common` knows, uninflected."""
    return _listed("common.txt") | STOP | ASKING | GENERIC


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
    return word in known or is_irregular(word) or any(base in known for base in bases(word))


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
