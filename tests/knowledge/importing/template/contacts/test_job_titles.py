"""Job titles whose first words could be a name, wherever they stand beside one."""

from __future__ import annotations

import pytest

from tests.knowledge.importing.template.conftest import ReadText
from tests.knowledge.importing.template.form_parts import people

_FORM = "LA Name: Leeds\n\nDescription: We run a Saturday drumming school for 30 Ghanaian pupils in two church halls.\n"
_JOBS = [
    "Admissions and Transport Manager",
    "Edge of Care Team Manager",
    "Head of Inclusion and Belonging",
    "Multi Agency Safeguarding Hub Manager",
    "Rapid Response Coordinator",
    "Sixth Form Principal",
    "Speech and Language Therapist",
    "Sports Pathway Officer",
    "Portage Home Visitor",
]


@pytest.mark.parametrize("job", _JOBS)
@pytest.mark.parametrize(
    "contact",
    [
        "Contact name:\nEfua Danso\n{}\nefua.d@leeds.gov.uk",
        "Contact: Efua Danso\n{}\nefua.d@leeds.gov.uk",
        "Contact: Efua Danso, {}, efua.d@leeds.gov.uk",
        "Contact: Efua Danso - {} - efua.d@leeds.gov.uk",
        "Contact: Efua Danso ({}) efua.d@leeds.gov.uk",
        "Contact: {} Efua Danso, efua.d@leeds.gov.uk",
    ],
)
def test_a_job_is_no_second_person(read_text: ReadText, contact: str, job: str) -> None:
    form = read_text(f"{_FORM}{contact.format(job)}\n")
    found = [*form.contacts, *(one for draft in form.drafts for one in draft.contacts)]
    assert people(found) == [{"name": "Efua Danso", "role": job, "email": "efua.d@leeds.gov.uk"}]


@pytest.mark.parametrize(
    ("contact", "names"),
    [
        ("Efua Danso, Ben Osei, Tove Lind Manager", ["Efua Danso", "Ben Osei", "Tove Lind"]),
        ("Efua Danso Manager, Ben Osei Deputy", ["Efua Danso", "Ben Osei"]),
        ("Efua Danso, Ben Osei Manager, ben@leeds.gov.uk", ["Efua Danso", "Ben Osei"]),
    ],
)
def test_several_people_with_their_jobs_stay_several(read_text: ReadText, contact: str, names: list[str]) -> None:
    assert [one.name for one in read_text(f"{_FORM}Contact: {contact}\n").contacts] == names
