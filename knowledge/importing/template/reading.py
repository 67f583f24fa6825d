"""From the neutral structure to a Form: each step in its own package, put together here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.domain.authority import AuthorityMatcher
from knowledge.domain.draft import Draft, Form
from knowledge.domain.initiative import SUMMARY_LENGTH, Category
from knowledge.errors import Problem
from knowledge.importing.template.authority.answer import take_authority
from knowledge.importing.template.contacts.answers import contacts_in
from knowledge.importing.template.drafts.contact_owners import settle_contacts, without_places
from knowledge.importing.template.drafts.draft import SuggestThemes, draft_of, themes_for
from knowledge.importing.template.drafts.impact import share_impact
from knowledge.importing.template.drafts.notices import background_left, impact_left, notices, untaken
from knowledge.importing.template.files.document import Document
from knowledge.importing.template.files.limits import INITIATIVES
from knowledge.importing.template.lines.unrolling import edges_of, lines_of
from knowledge.importing.template.options.choices import Options, take_options
from knowledge.importing.template.options.evidence_levels import take_evidence
from knowledge.importing.template.resources.references import merged
from knowledge.importing.template.work.candidates import Candidate
from knowledge.importing.template.work.walk import propose

#: So much of the end of a text that was cut is quoted.
_ENDING = 60


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
    contacts = without_places(contacts, found.authority)
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
    drafts = []
    for one in candidates:
        alone = sum(one.form == other.form for other in candidates) == 1 if options.by_copy else len(candidates) == 1
        if alone and options.marked and one.category is None:
            one.categories = one.categories or options.of_copy(one.form)
        draft, cut = draft_of(one, options, found.authority, suggest_themes)
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
            draft = replace(draft, themes=themes_for(draft.categories, suggest_themes))
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


def _union(drafts: Sequence[Draft]) -> tuple[Category, ...]:
    return tuple(one for one in Category if any(one in draft.categories for draft in drafts))
