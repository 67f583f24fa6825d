"""One piece of work as a draft: its words parted into title, summary and impact, and what is told from them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from knowledge.domain.authority import Authority
from knowledge.domain.draft import Draft
from knowledge.domain.initiative import SUMMARY_LENGTH, TITLE_LENGTH, Category
from knowledge.domain.text import clean
from knowledge.importing.template.drafts.categories import categories_for
from knowledge.importing.template.drafts.contact_owners import without_places
from knowledge.importing.template.drafts.evidence import evidence_in
from knowledge.importing.template.drafts.impact import take_impact
from knowledge.importing.template.drafts.titles import lead_title, title_for
from knowledge.importing.template.language.sentences import capitalised, joined, within
from knowledge.importing.template.options.choices import Options
from knowledge.importing.template.resources.references import merged
from knowledge.importing.template.work.candidates import Candidate

SuggestThemes = Callable[[str], Sequence[str]]

_ORDINAL = re.compile(
    r"^(?:(?:first|second|third|fourth|fifth|final|last)(?:ly)?,|lastly,?|finally,?|in addition(?: to this)?,"
    r"|alongside this,"
    r"|as well as this,)\s+(\w)",
    re.I,
)
#: What a category is mostly about, where nothing in the text tells its theme; the reviewer is asked to check it.
_STANDS_FOR = {
    Category.WITHIN_ORGANISATION: "workforce",
    Category.CHILDREN_AND_FAMILIES: "parents and carers",
    Category.COMMUNITIES: "community engagement",
    Category.PARTNERS: "leadership",
    Category.RESEARCH: "data and evidence",
}
#: More themes than this on one initiative tell nobody anything.
_THEMES = 5


def draft_of(
    one: Candidate, options: Options, authority: Authority | None, suggest: SuggestThemes
) -> tuple[Draft, str]:
    """The draft, and what was kept of a text that is too long for it, empty when all of it fits."""
    names = (authority.name,) if authority else ()
    given, text, more = one.given, joined(one.texts), one.more
    if not text:
        text, more = joined(more), []
    if not given:
        given, text = lead_title(text)
    text = _ORDINAL.sub(lambda found: found[1].upper(), text)
    text, told = (text, None) if one.impact else take_impact(text)
    impact = joined([*one.impact]) if one.impact else told
    impact = capitalised(impact) if impact else None
    text = joined([text, *more])
    summary = clean(text) or clean(impact or "") or clean(given)
    title = clean(title_for(summary, given=given, context=one.topic, names=names))[:TITLE_LENGTH]
    categories = one.categories or categories_for(
        f"{summary} {impact or ''}",
        title=title,
        topic=one.topic,
        section=one.category,
        indicated=options.of_copy(one.form),
    )
    told_of = clean(impact) if impact else None
    draft = Draft(
        title=title,
        summary=within(summary, SUMMARY_LENGTH),
        categories=categories,
        themes=_themes(f"{title}. {summary}", one.topic, suggest) or tuple(suggest(impact or ""))[:_THEMES],
        impact=within(told_of, SUMMARY_LENGTH) if told_of is not None else None,
        evidence=one.evidence or evidence_in(summary, impact or ""),
        contacts=without_places(tuple(one.contacts), authority),
        resources=merged(one.resources),
        place=one.place,
    )
    if len(summary) > SUMMARY_LENGTH:
        return draft, draft.summary
    return draft, draft.impact or "" if told_of and len(told_of) > SUMMARY_LENGTH else ""


def themes_for(categories: Sequence[Category], suggest: SuggestThemes) -> tuple[str, ...]:
    """A theme for each category, where nothing in a text tells any."""
    return tuple(dict.fromkeys(theme for category in categories for theme in suggest(_STANDS_FOR[category])[:1]))


def _themes(text: str, topic: str, suggest: SuggestThemes) -> tuple[str, ...]:
    """What the text is about, then what its section's heading is about."""
    return tuple(dict.fromkeys([*suggest(text), *(suggest(topic) if topic else ())]))[:_THEMES]
