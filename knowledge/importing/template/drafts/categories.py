"""Which of the five categories a piece of work falls into, by its section and its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.domain.initiative import Category

_WORDS: dict[Category, re.Pattern[str]] = {
    Category.WITHIN_ORGANISATION: re.compile(
        r"\b(?:staff|workforce|employees?|colleagues|managers?|leaders?|leadership|recruit\w*|retention"
        r"|interview\w*|appoint\w*|hr|human resources|induction|supervision|social workers?|practitioners|teams?"
        r"|senior|directors?|organisation\w*|progression|promotion|policy|policies|council-wide|corporate"
        r"|staffing|governors?|foster carers? training|unconscious bias|workplace|internal)\b",
        re.I,
    ),
    Category.CHILDREN_AND_FAMILIES: re.compile(
        r"\b(?:child|children(?:'s|’s)?|young (?:people|person|men|women|black)|youth|pupils?|students?"
        r"|famil(?:y|ies)|parents?|carers?|mothers?|fathers?|bab(?:y|ies)|girls?|boys?|teenagers?|care leavers?"
        r"|care experienced|fostering|foster|adopt\w*|exclusions?|attainment|schools?|curriculum|early years"
        r"|nurser(?:y|ies)|send|looked after|in care|youth justice|mentees|kinship)\b",
        re.I,
    ),
    Category.COMMUNITIES: re.compile(
        r"\b(?:communit(?:y|ies)|residents|neighbourhoods?|faith|church\w*|mosques?|temple\w*|gurdwaras?"
        r"|synagogues?|voluntary|grassroots|charit(?:y|ies)|elders|barbers?|barbershops?|local people|local "
        r"groups|street|estate|festival|traveller site|community-led|library|libraries)\b",
        re.I,
    ),
    Category.PARTNERS: re.compile(
        r"\b(?:with (?=[^,.;]{3,60} we\b)|partners?|partnerships?|police|nhs|health (?:visitors?|trust|board|services"
        r"|colleagues)|hospital"
        r"|court\w*|probation|cafcass|multi-?agency|inter-?agency|other (?:authorities|councils|boroughs)"
        r"|neighbouring|sub-?regional\w*|regional\w*|jointly with|together with|in partnership|voluntary sector"
        r"|providers?|commission\w*|contractors?|suppliers|agencies|safeguarding (?:children )?(?:partnership"
        r"|board)|consortium|housing associations?|academy trusts?|collaborat\w*|camhs|integrated care)\b",
        re.I,
    ),
    Category.RESEARCH: re.compile(
        r"\b(?:research\w*|study|studies|universit(?:y|ies)|academics?|evaluat\w*|survey\w*|interviewed|focus "
        r"groups?|literature|findings|phd|doctoral|analysis|analysed|data|audit\w*|listening exercise"
        r"|thematic review|deep dive)\b",
        re.I,
    ),
}
#: Partners and communities are mentioned less often than the children and the staff whom the work is for.
_WEIGHT = {Category.RESEARCH: 1.0, Category.PARTNERS: 1.1, Category.COMMUNITIES: 1.1}
#: What a heading says counts as much as two mentions in the text.
_HEADING_WEIGHT = 2.0
#: A second category needs this share of the first's mentions; a third is rarely more than noise.
_SHARE = 0.5
_MOST = 2


def categories_for(
    text: str, *, title: str, topic: str, section: Category | None, indicated: Sequence[Category]
) -> tuple[Category, ...]:
    """One or two categories, in the template's order. A section's own category wins; then those the form indicates."""
    if section is not None:
        return (section,)
    scores = {
        category: _WEIGHT.get(category, 1.0)
        * (len(pattern.findall(text)) + _HEADING_WEIGHT * len(pattern.findall(f"{title} . {topic}")))
        for category, pattern in _WORDS.items()
    }
    allowed = [category for category in Category if category in indicated] or list(Category)
    if len(allowed) == 1:
        return (allowed[0],)
    best = max(scores[category] for category in allowed)
    if best == 0:
        return tuple(allowed) if len(allowed) < len(Category) else (Category.CHILDREN_AND_FAMILIES,)
    ranked = sorted(allowed, key=lambda category: -scores[category])
    kept = [category for category in ranked[:_MOST] if scores[category] >= best * _SHARE]
    return tuple(category for category in Category if category in kept)
