"""What stands beside a name and below it: working days, pronouns, what points at another answer, who is away."""

from __future__ import annotations

import pytest

from tests.knowledge.importing.template.conftest import ReadText
from tests.knowledge.importing.template.test_forms import people

_FORM = (
    "LA Name: Leeds\n\nWe set up a gardening club in 2024 that 30 Black and Asian carers run with four societies.\n\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "Working days: Mon, Tue, Wed",
        "Office hours – 9am to 3pm",
        "Pronouns: they/them",
        "I work Monday to Wednesday",
        "Not in on Fridays",
        "Follow us on X: @drumsleeds",
    ],
)
def test_lines_of_a_signature_about_days_and_pronouns_are_nobody(read_text: ReadText, line: str) -> None:
    for lead in (
        "Contact:\nHalima Noor\n{}\nhalima.noor@leeds.gov.uk",
        "Contact: Halima Noor, halima.noor@leeds.gov.uk\n{}",
    ):
        form = read_text(f"{_FORM}{lead.format(line)}")
        assert people([*form.contacts, *form.drafts[0].contacts]) == [
            {"name": "Halima Noor", "email": "halima.noor@leeds.gov.uk"}
        ]


def test_an_internal_number_is_an_extension(read_text: ReadText) -> None:
    form = read_text(f"{_FORM}Contact:\nHalima Noor\nT: 0113 496 0000 (Internal: 20000)")
    assert people(form.contacts) == [{"name": "Halima Noor", "phone": "0113 496 0000 ext. 20000"}]


@pytest.mark.parametrize("back", ["(as above)", "(see above)", "- as above", "again", "as before"])
def test_who_was_named_above_has_the_details_from_there_and_no_others(read_text: ReadText, back: str) -> None:
    name = "Halima" if back == "again" else "Halima Noor"
    form = read_text(
        "LA Name: Leeds\nTitle: Choir\nDescription: We set up a choir with 20 Roma pupils.\n"
        "Contact: Halima Noor, Music Manager, halima.noor@leeds.gov.uk\n"
        f"Title: Drums\nDescription: We set up a drum school with 30 pupils.\nContact: {name} {back}\n"
    )
    halima = {"name": "Halima Noor", "role": "Music Manager", "email": "halima.noor@leeds.gov.uk"}
    assert [people(draft.contacts) for draft in form.drafts] == [[halima], [halima]]
    assert not any(problem.field == "contacts" for problem in form.problems)


@pytest.mark.parametrize("role", ["Head of Service for Children in Care", "Strategic Lead for Practice"])
def test_what_a_role_is_for_belongs_to_it(read_text: ReadText, role: str) -> None:
    form = read_text(f"{_FORM}Contact: Halima Noor, {role}, for more information or copies: halima.noor@leeds.gov.uk")
    assert people(form.contacts) == [{"name": "Halima Noor", "role": role, "email": "halima.noor@leeds.gov.uk"}]
