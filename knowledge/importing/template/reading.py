"""From the neutral structure to a Form: each step in its own file, put together here."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from knowledge.domain.authority import Authority, AuthorityMatcher
from knowledge.domain.draft import Draft, Form
from knowledge.domain.initiative import SUMMARY_LENGTH, TITLE_LENGTH, Category, Contact
from knowledge.domain.text import clean, fold
from knowledge.errors import Problem
from knowledge.importing.template.authority.answer import take_authority
from knowledge.importing.template.contacts.answers import contacts_in
from knowledge.importing.template.drafts.categories import categories_for
from knowledge.importing.template.drafts.contact_owners import settle_contacts
from knowledge.importing.template.drafts.evidence import evidence_in
from knowledge.importing.template.drafts.impact import share_impact, take_impact
from knowledge.importing.template.drafts.notices import background_left, impact_left, notices, untaken
from knowledge.importing.template.drafts.titles import lead_title, title_for
from knowledge.importing.template.files.document import Document
from knowledge.importing.template.files.limits import INITIATIVES
from knowledge.importing.template.language.sentences import capitalised, joined, within
from knowledge.importing.template.lines.unrolling import edges_of, lines_of
from knowledge.importing.template.options.choices import Options, take_options
from knowledge.importing.template.options.evidence_levels import take_evidence
from knowledge.importing.template.resources.references import merged
from knowledge.importing.template.work.candidates import Candidate
from knowledge.importing.template.work.walk import propose

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
#: So much of the end of a text that was cut is quoted.
_ENDING = 60
#: More themes than this on one initiative tell nobody anything.
_THEMES = 5


def read_document(document: Document, *, file: str, matcher: AuthorityMatcher, suggest_themes: SuggestThemes) -> Form:
    """The form that `document` is; what could not be read is in its problems. Never raises."""
    edges = edges_of(document)
    found = take_authority(lines_of(document), matcher, file, edges=edges)
    options, steps = take_options(found.steps)
    proposal = propose(take_evidence(steps))
    options = _by_sections(options, proposal.candidates)
    problems = [*found.problems]
    contacts = settle_contacts(proposal, names=found.authority.names() if found.authority else ())
    problems += [one.problem(file) for one in proposal.unread]
    candidates = proposal.candidates
    if not contacts and not (candidates and all(one.contacts for one in candidates)):
        contacts = tuple(proposal.signed)
    if not contacts and not any(one.contacts for one in candidates):
        contacts = contacts_in(edges)
    contacts = _not_places(contacts, found.authority)
    if len(candidates) > INITIATIVES:
        message = (
            f"the form lists {len(candidates)} pieces of work; the first {INITIATIVES} were read, send the rest "
            f"in another form"
        )
        problems.append(Problem(file, message, field="initiatives"))
        candidates = candidates[:INITIATIVES]
    impact = share_impact(candidates, proposal.impact)
    resources = [*proposal.resources, *(resource for told in impact for resource in told.resources)]
    problems += impact_left(impact, file)
    names = (found.authority.name,) if found.authority else ()
    drafts = []
    for one in candidates:
        alone = sum(one.form == other.form for other in candidates) == 1 if options.by_copy else len(candidates) == 1
        if alone and options.marked and one.category is None:
            one.categories = one.categories or options.of_copy(one.form)
        draft, cut = _draft(one, options, names, suggest_themes, found.authority)
        if not draft.title or not draft.summary:
            continue  # nothing but signs that cannot be shown
        if cut:
            message = (
                f'"{draft.title}" is told of in more than {SUMMARY_LENGTH:,} characters; what it keeps ends with '
                f'"{cut[-_ENDING:].partition(" ")[2]}", shorten it by hand'
            )
            problems.append(Problem(file, message, field="summary", place=draft.place))
        if not draft.themes:
            message = f'no theme was recognised in "{draft.title}"; choose one by hand'
            problems.append(Problem(file, message, field="themes", place=draft.place))
            draft = replace(draft, themes=_of_categories(draft.categories, suggest_themes))
        drafts.append(draft)
    problems += notices(drafts, options, document, proposal.left, file)
    problems += background_left(proposal.background, file)
    problems += untaken(proposal.untaken, [*contacts, *(one for draft in drafts for one in draft.contacts)], file)
    return Form(
        file=file,
        authority=found.authority,
        categories=options.indicated or _union(drafts),
        contacts=contacts,
        resources=merged(resources),
        drafts=tuple(drafts),
        problems=tuple(problems),
    )


def _by_sections(options: Options, candidates: Sequence[Candidate]) -> Options:
    """A form that says the category of each piece of work, or sorts it under their names, has indicated them so."""
    named = {category for one in candidates for category in (one.categories or (one.category,))}
    if options.marked or not candidates or None in named:
        return options
    return replace(options, indicated=tuple(one for one in Category if one in named), marked=True)


def _draft(
    one: Candidate, options: Options, names: tuple[str, ...], suggest: SuggestThemes, authority: Authority | None
) -> tuple[Draft, str]:
    """The draft, and what was kept of a text that is too long for it, empty when all of it fits."""
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
        themes=_themes(f"{title}. {summary}", one.topic, suggest),
        impact=within(told_of, SUMMARY_LENGTH) if told_of is not None else None,
        evidence=one.evidence or evidence_in(summary, impact or ""),
        contacts=_not_places(tuple(one.contacts), authority),
        resources=merged(one.resources),
        place=one.place,
    )
    if len(summary) > SUMMARY_LENGTH:
        return draft, draft.summary
    return draft, draft.impact or "" if told_of and len(told_of) > SUMMARY_LENGTH else ""


def _themes(text: str, topic: str, suggest: SuggestThemes) -> tuple[str, ...]:
    """What the text is about, then what its section's heading is about."""
    return tuple(dict.fromkeys([*suggest(text), *(suggest(topic) if topic else ())]))[:_THEMES]


def _of_categories(categories: Sequence[Category], suggest: SuggestThemes) -> tuple[str, ...]:
    return tuple(dict.fromkeys(theme for category in categories for theme in suggest(_STANDS_FOR[category])[:1]))


def _not_places(people: tuple[Contact, ...], authority: Authority | None) -> tuple[Contact, ...]:
    """Contacts whose "name" or "team" is the authority's own without it ("contact Tower Hamlets EDI team")."""
    places = {fold(name) for name in authority.names()} if authority else set()
    bare = (
        replace(
            person,
            name=None if fold(person.name or "") in places else person.name,
            role=_without_employer(person.role, places),
            team=None if fold(person.team or "") in places else person.team,
        )
        for person in people
    )
    return tuple(person for person in bare if person != Contact())


def _without_employer(role: str | None, places: set[str]) -> str | None:
    """A role without the authority's name behind it ("Inclusion Manager, Leeds City Council")."""
    job, comma, employer = (role or "").rpartition(", ")
    return job if comma and fold(employer) in places else role


def _union(drafts: Sequence[Draft]) -> tuple[Category, ...]:
    return tuple(one for one in Category if any(one in draft.categories for draft in drafts))
