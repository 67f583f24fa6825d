"""Forms sent for review are kept once each, as they were read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from knowledge.domain.draft import Draft, Form
from knowledge.domain.initiative import Category, Contact, Evidence, Resource
from knowledge.domain.outbox import REVIEWERS
from knowledge.errors import Problem, Refused
from knowledge.store.contribution_tables import AuditRow, ContributionRow, OutboxRow
from knowledge.store.database import Database
from knowledge.store.submissions import SubmissionStore
from tests.knowledge.services.sharing import HASHER
from tests.knowledge.store.library import ASHFORD

FORM = Form(
    "Ashford's form.docx",
    authority=ASHFORD,
    categories=(Category.RESEARCH,),
    contacts=(Contact("Zoë Ó Briain", email="z@example.org"),),
    resources=(Resource("A toolkit", "https://example.org/toolkit"),),
    drafts=(
        Draft("First", "What is done.", (Category.PARTNERS, Category.RESEARCH), place="row 2"),
        Draft(
            "Second",
            "More.\n\nAnd more.",
            (),
            ("mentoring",),
            "Fewer exclusions.",
            Evidence.EARLY_RESULTS,
            (Contact(role="Lead"),),
            (Resource("Named only"),),
        ),
    ),
    problems=(Problem("Ashford's form.docx", "is not ticked", place="row 3"),),
)


def test_a_form_waits_as_it_was_read(database: Database) -> None:
    at = datetime(2026, 11, 23, 12, tzinfo=UTC)
    store = SubmissionStore(database, HASHER, now=lambda: at)
    assert store.save(FORM, by="terminal", digest="d1")
    (waiting,) = store.waiting()
    assert (waiting.form, waiting.by) == (FORM, "terminal")
    assert waiting.received_at == at


def test_each_initiative_of_a_form_waits_with_its_audit_line_and_the_reviewers_are_told(database: Database) -> None:
    SubmissionStore(database, HASHER).save(FORM, by="terminal", digest="d1")
    with database.reading() as session:
        waiting = session.scalars(select(ContributionRow.id)).all()
        lines = session.execute(select(AuditRow.contribution, AuditRow.change, AuditRow.by)).all()
        told = session.execute(select(OutboxRow.subject, OutboxRow.to)).all()
    assert len(waiting) == len(lines) == len(told) == 2
    assert {tuple(line) for line in lines} == {(id, "submitted", "terminal") for id in waiting}
    assert {tuple(one) for one in told} == {(id, REVIEWERS) for id in waiting}


def test_the_same_file_is_never_kept_twice(database: Database) -> None:
    store = SubmissionStore(database, HASHER)
    assert store.save(FORM, by="terminal", digest="d1")
    assert not store.save(FORM, by="T1:U2", digest="d1")
    assert len(store.waiting()) == 1


def test_submissions_wait_in_the_order_they_came(database: Database) -> None:
    store = SubmissionStore(database, HASHER)
    for digest in ("d2", "d1", "d3"):
        store.save(replace(FORM, file=digest), by="terminal", digest=digest)
    assert [one.form.file for one in store.waiting()] == ["d2", "d1", "d3"]


@pytest.mark.parametrize("form", [Form("f", drafts=FORM.drafts), Form("f", authority=ASHFORD)])
def test_a_form_without_an_authority_or_an_initiative_is_refused(database: Database, form: Form) -> None:
    store = SubmissionStore(database, HASHER)
    with pytest.raises(Refused, match="nothing of it is saved"):
        store.save(form, by="terminal", digest="d1")
    assert store.waiting() == ()
