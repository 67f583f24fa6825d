"""Words of one family (exclude, exclusion): related, so found at a lower weight, but never taken for one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from knowledge.search.language.stems import stem

#: Families that no rule would find.
_FAMILIES = (
    "race racial racism racist racialise racially raciality antiracism antiracist",
    "police policing",
    "lead leader leadership",
    "teach teacher",
    "govern governor governance",
    "carer caring",
    "commissioning commissioned",
    "parent parenting parenthood",
    "equal equality inequality equity inequity unequal inequitable",
    "diverse diversity diversify",
    "young youth youngster",
    "criminalise criminalisation criminal crime decriminalise",
    "decide decision",
    "exclude exclusion exclusionary",
    "include inclusion inclusive inclusivity",
    "offend offender offence reoffend",
    "therapy therapist therapeutic",
    "represent representation underrepresent underrepresentation",
    "overrepresent overrepresentation",
    "disproportion disproportionate disproportionately disproportionality",
    "school schoolchild",
    "psychology psychologist psychological",
    "migrant migrate migration immigrant immigration",
    "segregate segregation",
    "colonial decolonise colonialism decolonisation decolonial",
    "refer referral",
    "detain detention detainee",
    "religion religious",
    "nurse nursing",
    "evaluate evaluation",
    "analyse analysis analyst",
    "advice advising adviser advisor advisory",
    "scrutiny scrutinise",
    "inspect inspection inspector inspectorate",
    "recruit recruitment recruiter",
    "retain retention",
    "respond response responsive responsiveness",
    "succeed success",
    "achieve achievement attain attainment underachieve underachievement",
    "belong belonging",
    "fair fairness fairly",
    "perceive perception",
    "complain complaint complainant",
    "grow growth",
    "prosecute prosecution prosecutor",
    "arrive arrival",
    "poor poverty",
    "apply applicant application",
    "theatre theatrical",
    "violence violent",
    "abuse abusive abuser",
    "mentor mentee",
    "anonymise anonymous anonymity anonymisation",
    "apprentice apprenticeship",
    "bereave bereavement bereft",
    "intersection intersectional intersectionality",
    "minority minoritise",
    "cook cookery",
    "bake baker bakery",
    "dance dancer",
    "farm farmer",
    "paint painter",
    "sing singer",
    "slave slavery enslave enslavement",
    "neurodiverse neurodiversity neurodivergent neurodivergence",
)
#: Words whose root is that of another word only in spelling: they have no family.
_ALONE = """
    organ organic general generation generous gender genuine university universe universal community commune
    communal communist policy partner party partial particular partnership commission commit committee career carry
    person personal personnel author authority authorise public publication republic service serious series relation
    relate relationship nation national nationality natural position press pressure present presentation local
    locate location minister ministry mission missionary section sector station state statement statutory action
    actor active activity formal former formation inform information informal reform portion import important
    importance export report support transport depart department apart apartment appeal appear attend attention
    contract contact content contain condition conduct construct instruct council counsel society social sociology
    associate association asian africa african caribbean british english welsh scottish london direct director
    direction realise reality ideal final finance medium media medic medical intern internal international patient
    patience object project reject subject practical practice testament testimony tradition corporate corporation
    hospital hospitality inspire expire meaning moment momentum mature material maternal maternity defer deferral
    prefer preference confer conference differ different difference indifferent secret secretary second secondary
    imagine ground graduate gradual minor reside residual residential correspond colon colony county counter count
    found foundation government great central systemic consultant conductor region regular neighbour critical
    academic officer professor citizenship victimisation romany romania romanian temple template
""".split()  # noqa: SIM905
#: What is left of words without their ending, and is no root.
_NO_ROOTS = frozenset(("matern", "polic", "posit", "responsib"))
#: By stem.
_ROOTS = {stem(member): f"{stem(family.split()[0])}~" for family in _FAMILIES for member in family.split()}
_ROOTLESS = _NO_ROOTS.union(map(stem, _ALONE))
#: Endings that make one word from another; longest first. What is left has at least `SHORTEST_ROOT` letters.
_ENDINGS = tuple(
    sorted(
        """ation ational ationally ition ement ment mental ments ality ity ism ist istic ian ial ical ic al ally ly ness
        ship ful ive ative ance ence ancy ency ant ent able ible ability ibility or er ion ional sion ionist y isation
        is ary ory hood""".split(),  # noqa: SIM905
        key=len,
        reverse=True,
    )
)
SHORTEST_ROOT = 5


@lru_cache(maxsize=65536)
def root(stemmed: str) -> str:
    """What the stems of one family share; the stem itself where that cannot be told."""
    if len(stemmed) <= SHORTEST_ROOT or stemmed in _ROOTLESS or stemmed in _ROOTS or not stemmed.isalpha():
        return _ROOTS.get(stemmed, stemmed)
    for ending in _ENDINGS:
        if stemmed.endswith(ending) and len(stemmed) - len(ending) >= SHORTEST_ROOT:
            left = stemmed[: -len(ending)]
            alone = stemmed if left in _ROOTLESS else left.removesuffix("at") if len(left) > 6 else left
            return _ROOTS.get(left, alone)
    return stemmed.removesuffix("at") if len(stemmed) > SHORTEST_ROOT + 1 else stemmed


def families(stems: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Each root to those of `stems` that share it."""
    members: dict[str, list[str]] = {}
    for one in stems:
        if len(one) > 3:
            members.setdefault(root(one), []).append(one)
    return {root: tuple(those) for root, those in members.items()}
