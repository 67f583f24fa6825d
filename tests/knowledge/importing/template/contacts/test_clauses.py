"""Sentences that tell of work and name somebody besides; and what only looks like it."""

from __future__ import annotations

import pytest

from knowledge.importing.template.contacts.mentions import only_contacts, take_contacts
from tests.knowledge.importing.template.conftest import ReadLines, ReadText
from tests.knowledge.importing.template.form_parts import people

_TOLD = "We run a Saturday drumming school for Ghanaian pupils in two church halls"
_CHOIR = "A choir of adopted children sings in care homes with volunteers from the gospel church."
_EFUA = {"name": "Efua Danso"}


@pytest.mark.parametrize(
    ("written", "person"),
    [
        (f"{_TOLD} (contact Efua Danso, e.danso@x.gov.uk).", {**_EFUA, "email": "e.danso@x.gov.uk"}),
        (
            f"{_TOLD} (Efua Danso, Music Lead, 0113 496 0101).",
            {**_EFUA, "role": "Music Lead", "phone": "0113 496 0101"},
        ),
        (f"{_TOLD}, contact Efua Danso on 0113 496 0101.", {**_EFUA, "phone": "0113 496 0101"}),
        (f"{_TOLD}; to find out more please e-mail Efua Danso.", _EFUA),
        (f"{_TOLD} – please speak to Efua Danso about it.", _EFUA),
    ],
)
def test_what_a_sentence_tells_beside_a_contact_is_kept(written: str, person: dict[str, str]) -> None:
    rest, [mention] = take_contacts(written)
    assert rest == f"{_TOLD}."
    assert people(mention.people) == [person]
    assert not only_contacts(written)


def test_work_told_in_one_sentence_with_its_contact_is_proposed_with_it(read_lines: ReadLines) -> None:
    drums = f"{_TOLD} (contact Efua Danso e.danso@leeds.gov.uk)"
    form = read_lines([("List Bullet", drums), ("List Bullet", _CHOIR)])
    assert [one.summary for one in form.drafts] == [_TOLD, _CHOIR]
    assert [people(one.contacts) for one in form.drafts] == [[{**_EFUA, "email": "e.danso@leeds.gov.uk"}], []]
    [described] = read_lines([f"Description: {_TOLD}, contact Efua Danso."]).drafts
    assert (described.summary, people(described.contacts)) == (f"{_TOLD}.", [_EFUA])


@pytest.mark.parametrize(
    "written",
    [
        "For a copy of the drumming toolkit and all of its songs, contact Efua Danso.",
        "If you would like to see the drumming school at work, please contact Efua Danso.",
        "Questions about the drumming school in the church halls – ask for Efua Danso.",
        "The lead for drumming is Efua Danso (Head of Music, 0113 496 0101)",
        "Efua Danso (Head of Music, 0113 496 0101) can tell you more.",
        "This work is led by Efua Danso, Head of Music (e.danso@leeds.gov.uk).",
        "For the drums it is best to ask Efua Danso.",
        "If any of this is useful, do drop a line to Efua Danso (e.danso@leeds.gov.uk).",
        "Best person for the drums is Efua Danso (music service), e.danso@leeds.gov.uk",
        "The right person to ask about this is Efua Danso, 0113 496 0101.",
        "More from Efua Danso, Head of Music, 0113 496 0101.",
        "Give Efua Danso a shout on 0113 496 0101.",
        "For both: Efua Danso (job share), Head of Music and Arts – e.danso@leeds.gov.uk / 0113 496 0101 ext. 44",
    ],
)
def test_a_sentence_that_only_leads_to_somebody_is_none_of_the_text(written: str) -> None:
    rest, [mention] = take_contacts(f"{_CHOIR} {written}")
    assert rest == _CHOIR
    assert mention.people[0].name == "Efua Danso"


@pytest.mark.parametrize(
    "written",
    [
        "Parents can now ring Efua Danso at any time.",
        "Families talk to Efua Danso, our Twi-speaking youth worker, in their own language.",
        "Young people write to Efua Danso when they leave.",
        "Families are asked to ring the hub on 0113 496 0101.",
        "The phone line (0113 496 0101) is staffed by young people.",
        "Ask Me First is our training for reception staff.",
        "Head teachers' letters were replaced by a phone call.",
        "Ask for Angela, the safe word, is now used in taxis.",
        "Ask for Grace is our code word for mothers.",
        "Parents e-mail hub@leeds.gov.uk and get an answer in Somali within a day.",
        "Barbers who know the boys can ring a named worker at night.",
        "We want more from schools than a promise.",
    ],
)
def test_those_whom_the_work_is_for_turning_to_somebody_is_told(read_text: ReadText, written: str) -> None:
    assert take_contacts(written) == (written, ())
    [draft] = read_text(f"LA Name: Leeds\n\nDescription: {_CHOIR} {written}\n").drafts
    assert (draft.summary, draft.contacts) == (f"{_CHOIR} {written}", ())


def test_an_impact_that_mentions_a_contact_is_kept(read_text: ReadText) -> None:
    impact = "Suspensions of the drummers fell from 12 to 3"
    [draft] = read_text(f"LA Name: Leeds\n\nDescription: {_CHOIR}\nImpact: {impact}, contact Efua Danso.\n").drafts
    assert draft.impact == f"{impact}."


@pytest.mark.parametrize("remark", ["Attendance 71% to 83%", "Now copied by Bradford and Wakefield"])
@pytest.mark.parametrize("follows", [f"Drumming school: {_TOLD}.", "Contact: Efua Danso, Lead for Music in Schools"])
def test_a_short_remark_is_no_heading(read_text: ReadText, remark: str, follows: str) -> None:
    form = read_text(f"LA Name: Leeds\n\nGospel choir: {_CHOIR}\n{remark}\n{follows}\n")
    assert remark in f"{form.drafts[0].summary} {form.drafts[0].impact}"
    assert [one.title for one in form.drafts[1:]] in ([], ["Drumming school"])


@pytest.mark.parametrize("words", ["More: ", "For more information see ", "See also "])
def test_a_line_that_leads_to_a_page_is_a_resource(read_text: ReadText, words: str) -> None:
    form = read_text(
        f"LA Name: Leeds\n\nGospel choir: {_CHOIR}\n{words}https://www.leeds.gov.uk/choir\nDrumming school: {_TOLD}.\n"
    )
    assert [one.title for one in form.drafts] == ["Gospel choir", "Drumming school"]
    assert [one.url for one in (*form.resources, *form.drafts[0].resources)] == ["https://www.leeds.gov.uk/choir"]


@pytest.mark.parametrize(
    "written",
    [
        "Trusted Adults – 40 barbers, imams and coaches who can ring a named worker day or night.",
        "Safe Havens – shopkeepers, bus drivers and teachers trained to help.",
        "Link Up – a teacher and a youth worker meet boys on the bus.",
    ],
)
def test_a_name_of_work_with_those_who_do_it_is_nobody(read_text: ReadText, written: str) -> None:
    form = read_text(f"LA Name: Leeds\n\nDescription: {written}\n")
    assert [one.title for one in form.drafts] == [written.partition(" –")[0]]
    assert (form.contacts, form.drafts[0].contacts) == ((), ())


@pytest.mark.parametrize("job", ["Head of Music", "youth worker", "Race Equality Lead, Arts Service"])
def test_a_name_with_one_persons_job_is_somebody(read_text: ReadText, job: str) -> None:
    form = read_text(f"LA Name: Leeds\n\nDescription: {_CHOIR}\n\nEfua Danso – {job}\n")
    assert people(form.contacts) == [{**_EFUA, "role": job}]
