"""The five categories by the names that forms give them."""

from __future__ import annotations

import re

from knowledge.domain.initiative import Category
from knowledge.domain.text import fold

#: The template's names for its categories, as people retype them, against folded text.
OPTION = re.compile(
    r"(?P<within>with ?in (?:your|our|the|my) (?:own )?(?:organisation|organization|workforce|council|authority)"
    r"|(?:o fewn|yn) (?:eich|ein) sefydliad)"
    r"|(?P<children>with (?:our )?children(?: young people)?(?: and| or| with)*(?: their)? (?:families|carers"
    r"|young people)(?: and (?:families|carers))?|gyda phlant(?: a phobl ifanc)? a theuluoedd)"
    r"|(?P<communities>with (?:our |local |the )?communit(?:ies|y)(?: groups)?|gyda(?:g)? (?:chymunedau|ein cymunedau))"
    r"|(?P<partners>with (?:our |other |local )?partner(?:s|ships?)?(?: agencies| organisations)?|gyda phartneriaid)"
    r"|(?P<research>through (?:our )?research|[dt]rwy ymchwil)"
)
#: The category of each group of OPTION.
CATEGORY = {
    "within": Category.WITHIN_ORGANISATION,
    "children": Category.CHILDREN_AND_FAMILIES,
    "communities": Category.COMMUNITIES,
    "partners": Category.PARTNERS,
    "research": Category.RESEARCH,
}
#: Short forms that count where categories are asked for, and nowhere else.
_SHORT = (
    (Category.WITHIN_ORGANISATION, re.compile(r"\b(?:within|organisation|workforce|internal)\b")),
    (Category.CHILDREN_AND_FAMILIES, re.compile(r"\b(?:children|families|young people)\b")),
    (Category.COMMUNITIES, re.compile(r"\bcommunit(?:y|ies)\b")),
    (Category.PARTNERS, re.compile(r"\bpartners?(?:hips?)?\b")),
    (Category.RESEARCH, re.compile(r"\bresearch\b")),
)
#: "All five", "all of them", "all except research".
_ALL = re.compile(
    r"(?:we ticked )?all(?: (?:five|of (?:them|these|the above|the categories)|categories|the above|above|apply|applies"
    r"|are relevant|relevant|ticked))*(?: (?:except|but|apart from|bar|excluding|other than|not)(?: for| not)?"
    r" (?P<but>.+))?$"
)


#: "1, 2 and 4": the categories by their place in the template's list.
_PLACES = re.compile(r"(?:(?:numbers?|nos?|categor(?:y|ies)|options?) )?[1-5](?: (?:and )?[1-5])*")


def category_named(text: str) -> Category | None:
    """The category that `text` names as a whole ("With communities", also "Work with communities:")."""
    folded = re.sub(
        r"^(?:our |the )?(?:work|working|practice|initiatives|examples|activity)(?: carried out| undertaken| "
        r"done)? ",
        "",
        fold(text),
    )
    found = OPTION.fullmatch(re.sub(r"^\d{1,2} |^[a-h] ", "", folded))
    return CATEGORY[found.lastgroup or ""] if found else None


def categories_named(text: str) -> tuple[Category, ...]:
    """Those that an answer to the question for categories names, with their short forms, in the template's order."""
    folded = fold(text)
    if every := _ALL.match(folded):
        left_out = categories_named(every["but"]) if every["but"] else ()
        return tuple(category for category in Category if category not in left_out)
    full = {CATEGORY[found.lastgroup or ""] for found in OPTION.finditer(folded)}
    if not full:
        full = {category for category, pattern in _SHORT if pattern.search(folded)}
    return tuple(category for category in Category if category in full)


def categories_answered(text: str) -> tuple[Category, ...]:
    """Those that an answer to the question for categories names, or gives by their number."""
    if _PLACES.fullmatch(folded := fold(text)):
        return tuple(category for at, category in enumerate(Category, 1) if str(at) in folded)
    return categories_named(text)
