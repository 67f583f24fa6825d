"""The same things as JSON, in the fixed shapes that scripts rely on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

from knowledge.domain.comparison import EntryChange
from knowledge.domain.draft import Draft, Form
from knowledge.domain.initiative import Contact, Initiative, Resource
from knowledge.domain.library import Reloaded
from knowledge.domain.query import Answer, Intent, Query, Result
from knowledge.domain.submission import Submission
from knowledge.errors import Problem

Json = dict[str, Any]


def answer_json(answer: Answer, problems: Iterable[Problem] = ()) -> Json:
    """`practice ask --json`: what was understood, the corrections, the results of this page, the suggestions.

    `problems` are those of the library, where the question made it load.
    """
    query = answer.query
    return {
        "query": query.text,
        "understood": _understood(query),
        "corrections": [{"from": each.typed, "to": each.meant} for each in query.corrections],
        "total": answer.total,
        "unnamed": [asdict(one) for one in answer.unnamed],
        "results": [_result(result) for result in answer.results],
        "suggestions": [asdict(suggestion) for suggestion in answer.suggestions],
        "signpost": answer.signpost.text if answer.signpost else None,
        "cut": query.cut,
        "problems": problems_json(problems),
    }


def said_json(text: str, said: str, problems: Iterable[Problem] = ()) -> Json:
    """The same for a text that is no question: help, or a subcommand; with what is said to it."""
    return answer_json(Answer(Query(text, intent=Intent.HELP), total=0), problems) | {"said": said}


def reloaded_json(reloaded: Reloaded) -> Json:
    """`practice reload --json`: counts, then every problem."""
    return {
        "added": len(reloaded.added),
        "changed": len(reloaded.changed),
        "removed": len(reloaded.removed),
        "unchanged": reloaded.unchanged,
        "kept": len(reloaded.kept),
        "refused": reloaded.refused,
        "carried": len(reloaded.carried),
        "applied": reloaded.applied,
        "lists": list(reloaded.lists),
        "changes": [_change(change) for change in reloaded.details],
        "differing": [_change(change) for change in reloaded.differing],
        "problems": problems_json(reloaded.problems),
    }


def not_reloaded_json(problems: tuple[Problem, ...]) -> Json:
    """The same where nothing could be applied."""
    return reloaded_json(Reloaded(problems=problems))


def _change(change: EntryChange) -> Json:
    return {
        "id": change.id,
        "fields": [{"field": each.field, "before": each.before, "after": each.after} for each in change.fields],
    }


def problems_json(problems: Iterable[Problem]) -> list[Json]:
    """Problems as every document has them: where each stands, and what would be right."""
    return [
        {
            "file": problem.file,
            "line": problem.line,
            "id": problem.id,
            "field": problem.field,
            "message": problem.message,
        }
        for problem in problems
    ]


def form_json(form: Form) -> Json:
    """One file of `practice import --json`."""
    return {
        "file": form.file,
        "authority": {"name": form.authority.name, "code": form.authority.code} if form.authority else None,
        "categories": list(form.categories),
        "contacts": [_contact(contact) for contact in form.contacts],
        "resources": [_resource(resource) for resource in form.resources],
        "initiatives": [_draft(draft) for draft in form.drafts],
        "problems": [
            {
                "place": problem.place or (f"line {problem.line}" if problem.line else None),
                "field": problem.field,
                "message": problem.message,
            }
            for problem in form.problems
        ],
    }


def failed_json(problems: Iterable[Problem]) -> Json:
    """Any command's document where it could not be done."""
    return {"problems": problems_json(problems)}


def _understood(query: Query) -> Json:
    return {
        "intent": query.intent,
        "authorities": [authority.name for authority in query.authorities],
        "regions": list(query.regions),
        "nations": list(query.nations),
        "categories": list(query.categories),
        "themes": list(query.themes),
        "evidence": list(query.evidence),
        "contact": query.contact,
        "words": list(query.words),
        "phrases": list(query.phrases),
        "excluded": list(query.excluded),
        "years": {"from": query.years.first, "to": query.years.last} if query.years else None,
        "newest": query.newest,
    }


def exported_json(initiative: Initiative) -> Json:
    """One object of `practice export --format json`: as in an answer, with visibility and whose the contacts are."""
    return {
        **_initiative(initiative),
        "visibility": initiative.visibility,
        "own_contacts": [_contact(contact) for contact in initiative.own_contacts],
        "form_contacts": [_contact(contact) for contact in initiative.form_contacts],
    }


def _result(result: Result) -> Json:
    return {**_initiative(result.initiative), "why": list(result.why), "score": round(result.score, 4)}


def _initiative(initiative: Initiative) -> Json:
    return {
        "id": initiative.id,
        "title": initiative.title,
        "authority": initiative.authority,
        "summary": initiative.summary,
        "impact": initiative.impact,
        "categories": list(initiative.categories),
        "themes": list(initiative.themes),
        "evidence": initiative.evidence,
        "year": initiative.year,
        "checked": _day(initiative.checked),
        "contacts": [_contact(contact) for contact in initiative.contacts],
        "resources": [_resource(resource) for resource in initiative.resources],
        "source": {
            "title": initiative.source.title,
            "url": initiative.source.url,
            "kind": initiative.source.kind,
            "read": _day(initiative.source.read),
        },
    }


def _draft(draft: Draft) -> Json:
    return {
        "title": draft.title,
        "summary": draft.summary,
        "impact": draft.impact,
        "evidence": draft.evidence,
        "categories": list(draft.categories),
        "themes": list(draft.themes),
        "contacts": [_contact(contact) for contact in draft.contacts],
        "resources": [_resource(resource) for resource in draft.resources],
        "place": draft.place,
    }


def _contact(contact: Contact) -> Json:
    return {
        "name": contact.name,
        "role": contact.role,
        "team": contact.team,
        "email": contact.email,
        "phone": contact.phone,
        "url": contact.url,
        "confirmed": _day(contact.confirmed),
        "public": contact.public,
    }


def _resource(resource: Resource) -> Json:
    return {"title": resource.title, "url": resource.url}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def submission_json(submission: Submission) -> Json:
    """One submission of `practice import --list --json`."""
    return {
        "id": submission.id,
        "by": submission.by,
        "state": "waiting",
        "received": submission.received_at.isoformat(),
        "form": form_json(submission.form),
    }
