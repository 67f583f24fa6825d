"""Words of one family (exclude, exclusion): related, so found at a lower weight, but never taken for one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

#: Families that no rule would find, as stems.
_FAMILIES = (
    "race racial racism racist racialis racially raciality antiracism antiracist",
    "police policing",
    "lead leader leadership",
    "teach teacher",
    "govern governor governing governance",
    "carer caring",
    "commissioning commissioned",
    "parent parenting parenthood",
    "equal equality inequality equity inequity unequal inequitable",
    "divers diversity diversify",
    "young youth youngster",
    "criminalis criminalisation criminal crime decriminalis",
    "decid decision",
    "exclud exclusion exclusionary",
    "includ inclusion inclusive inclusivity",
    "offend offender offence offenc reoffend reoffending",
    "therapy therapist therapeutic",
    "represent representation underrepresentation underrepresent underrepresented",
    "overrepresentation overrepresent overrepresented",
    "disproportionality disproportionat disproportionately disproportion",
    "school schoolchild",
    "psychology psychologist psychological",
    "migrant migration immigrant immigration migrat",
    "segregat segregation",
    "colonial decolonis colonialism decolonisation decolonial",
    "refer referral",
    "detain detention detainee",
    "religion religious",
    "nurs nursing",
    "evaluat evaluation",
    "analys analysis analyst",
    "advic advis adviser advisor advisory",
    "scrutin scrutiny scrutinis",
    "inspect inspection inspector inspectorate",
    "recruit recruitment recruiter",
    "retain retention",
    "respond respons responsive",
    "succeed success",
    "achiev achievement attain attainment underachievement underachiev",
    "belong belonging",
    "fair fairness fairly",
    "perceiv perception",
    "complain complaint complainant",
    "grow growth",
    "prosecut prosecution prosecutor",
    "arriv arrival",
    "poor poverty",
    "apply applicant application",
    "theatr theatrical",
    "violenc violent",
    "abus abusive abuser",
    "mentor mentoring mentee",
    "anonymis anonymous anonymity anonymisation",
    "apprentic apprenticeship",
    "bereav bereavement bereft",
    "intersection intersectional intersectionality",
    "minority minoritis minoritised",
    "cook cookery",
    "bake baker bakery",
    "danc dancer",
    "farm farmer",
    "paint painter",
    "sing singer",
    "slav slavery enslav enslavement",
    "neurodivers neurodiversity neurodivergent neurodivergenc",
)
#: Words whose root is that of another word only in spelling: they have no family.
_ALONE = frozenset(
    """organ organic general generation generous gender genuine university univers universal community commun communal
    communist policy polic policies partner party part partial particular partnership commission commit committee
    career carry car person personal personnel news new author authority authoris public publication republic
    service serv serious series relation relat related relative relationship nation national nationality nature
    natural native position posit positive press pressur present presentation local locat location minister ministry
    mission missionary section sector sect station stat state statement statutory action act actor activ activity
    active form formal former formation inform information informal reform port portion import important importanc
    export report support transport depart department apart apartment appear appeal attend attent attention contract
    contact content contain condition conduct construct instruct council counsel counc counci social society socialis
    sociology association associat asian asia african africa caribbean british english welsh scottish london
    director direct direction real realis reality ideal idea final financ finance fin medium media medic medical
    intern internal international patient patience object objective project reject subject practic practical
    test testament testimony tradition trad trade port corporat corporate corporation hospital hospitality
    inspir expir mean meaning moment momentum mature matur mater material maternal maternity matern
    department defer deferral prefer preferenc confer conferenc differ different difference indifferent
    secret secretary second secondary imag imagin imagine ground graduat gradual grad grade minor
    resid residual residential responsib respons responsive correspond respond spond station
    colon colony color county counter count found foundation government great central systemic consultant conductor
    region regular neighbour critical academic officer professor citizenship victimisation
    romany romanian romania templat templ""".split()  # noqa: SIM905
)
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
def root(stem: str) -> str:
    """What the stems of one family share; the stem itself where that cannot be told."""
    if len(stem) <= SHORTEST_ROOT or stem in _ALONE or stem in _ROOTS or not stem.isalpha():
        return _ROOTS.get(stem, stem)
    for ending in _ENDINGS:
        if stem.endswith(ending) and len(stem) - len(ending) >= SHORTEST_ROOT:
            left = stem[: -len(ending)]
            return _ROOTS.get(left, stem if left in _ALONE else left.removesuffix("at") if len(left) > 6 else left)
    return stem.removesuffix("at") if len(stem) > SHORTEST_ROOT + 1 else stem


_ROOTS = {member: f"{family.split()[0]}~" for family in _FAMILIES for member in family.split()}


def families(stems: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Each root to those of `stems` that share it."""
    members: dict[str, list[str]] = {}
    for stem in stems:
        if len(stem) > 3:
            members.setdefault(root(stem), []).append(stem)
    return {root: tuple(those) for root, those in members.items()}
