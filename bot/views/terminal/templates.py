"""Filled-in templates as they were read, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.views.content.contacts import naming
from bot.views.kit.counts import counted_plainly
from knowledge.domain.days import uk_day
from knowledge.domain.draft import Draft, Form
from knowledge.domain.initiative import Category, Contact
from knowledge.domain.submission import Submission
from knowledge.domain.text import listed

_OUTCOMES = {
    "read": "Dry run: nothing was saved.",
    "saved": "Saved: it waits for review.",
    "known": "This file was sent before: it is not saved a second time.",
    "refused": "Nothing was saved of this file.",
}


def form_lines(form: Form, themes: Mapping[str, str]) -> Iterator[str]:
    """What the form says as a whole and each initiative it proposes; its problems go to standard error.

    `themes` are the names of the themes by their slugs.
    """
    yield form.file
    yield f"  Authority: {form.authority.name if form.authority else 'not read'}"
    if form.categories:
        yield f"  Categories: {_labels(form.categories)}"
    if form.contacts:
        yield f"  Contacts for all of it: {_people(form.contacts)}"
    for number, draft in enumerate(form.drafts, start=1):
        yield from _draft_lines(number, draft, themes)


def outcome_line(form: Form, outcome: str) -> str:
    """One line: how many initiatives were proposed and what became of them."""
    return f"  {counted_plainly(len(form.drafts), 'initiative')} proposed. {_OUTCOMES[outcome]}"


def submission_lines(waiting: Sequence[Submission]) -> Iterator[str]:
    """A line for each submission that waits for review."""
    if not waiting:
        yield "Nothing waits for review."
    for submission in waiting:
        form = submission.form
        authority = form.authority.name if form.authority else "no authority"
        proposed = counted_plainly(len(form.drafts), "initiative")
        sent = f"from {submission.by} on {uk_day(submission.received_at).isoformat()}"
        yield f"{submission.id}: {authority}, {proposed}, {sent} ({form.file})"


def _draft_lines(number: int, draft: Draft, themes: Mapping[str, str]) -> Iterator[str]:
    yield f"  {number}. {draft.title}" + (f" [{draft.place}]" if draft.place else "")
    yield f"     {draft.summary}"
    if draft.impact:
        yield f"     Impact: {draft.impact}"
    yield f"     Categories: {_labels(draft.categories)}"
    yield f"     Themes: {'; '.join(themes.get(slug, slug) for slug in draft.themes) or 'none found'}"
    if draft.contacts:
        yield f"     Talk to: {_people(draft.contacts)}"
    for resource in draft.resources:
        yield f"     Resource: {resource.title}" + (f" ({resource.url})" if resource.url else "")


def _labels(categories: Sequence[Category]) -> str:
    return "; ".join(category.label for category in categories)


def _people(contacts: Sequence[Contact]) -> str:
    return listed([", ".join(filter(None, (naming(one), one.email, one.phone, one.url))) for one in contacts])
