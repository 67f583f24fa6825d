"""Letters and mails round a form: greetings, letterheads, signatures, and what mail programs add."""

from __future__ import annotations

import pytest

from tests.knowledge.importing.template.conftest import ReadText
from tests.knowledge.importing.template.form_parts import people

_DRUMS = "We run a Saturday drumming school for 30 Ghanaian pupils in two church halls."
_CIRCLE = "The chief executive hosts a coaching circle for Asian team managers every other month."
_EFUA = {"name": "Efua Danso", "email": "efua@leeds.gov.uk"}
_CONTACT = "Contact: Efua Danso, efua@leeds.gov.uk"
_TITLE = "Anti-Racist Work and Tackling Disproportionality: Sharing Practice"


@pytest.mark.parametrize("greeting", ["Hi both", "Hello,", "Good morning all", "Hi Sarah", "Dear colleagues"])
@pytest.mark.parametrize(
    "letter",
    [
        [
            "Our form is below, a week late. Shout if you need more.",
            "Best wishes",
            "Tom",
            "Tom Hale | Business Support",
        ],
        ["Please find attached our return from Leeds. Apologies for the delay, I have been on leave."],
    ],
)
def test_a_letter_in_front_of_the_form_is_no_part_of_it(read_text: ReadText, greeting: str, letter: list[str]) -> None:
    form = read_text("\n\n".join([greeting, *letter, _TITLE, "LA Name: Leeds", f"Description: {_DRUMS}", _CONTACT]))
    [draft] = form.drafts
    assert draft.summary == _DRUMS
    assert people([*form.contacts, *draft.contacts]) == [_EFUA]


@pytest.mark.parametrize(
    "lines",
    [
        [_DRUMS, "LA Name: Leeds", _CONTACT],
        ["LA Name: Leeds", _DRUMS, _CONTACT],
        ["Our return from Leeds is below.", _DRUMS, "LA Name: Leeds", _CONTACT],
        [_DRUMS, "Leeds City Council", _CONTACT],
    ],
)
def test_a_greeting_hides_no_work_that_is_told_of_in_the_letter_itself(read_text: ReadText, lines: list[str]) -> None:
    form = read_text("\n\n".join(["Hi both", *lines]))
    assert form.authority is not None
    assert [draft.summary for draft in form.drafts] == [_DRUMS]
    assert people(form.contacts) == [_EFUA]


@pytest.mark.parametrize("name", ["Hello Sunshine", "Good Morning Burmantofts"])
def test_a_greeting_may_be_a_name_of_work(read_text: ReadText, name: str) -> None:
    lines = ["LA Name: Leeds", f"Title: Drums\nDescription: {_DRUMS}", name, _CIRCLE, "Thanks", "Efua"]
    assert len(read_text("\n\n".join(lines)).drafts) == 2


@pytest.mark.parametrize(
    "line",
    [
        "On Fri, 6 Feb 2026 at 09:00, Hub <hub@example.org> wrote:",
        "-----Original Message-----",
        "Drum Works, Burley Road, Leeds LS4 2AA",
        "The council may monitor e-mails.",
        "If you have received this e-mail in error please notify the sender and delete it.",
        "If you would like to know more please get in touch.",
        "Please get in touch with me for more information.",
    ],
)
def test_what_mails_are_made_of_is_no_work(read_text: ReadText, line: str) -> None:
    for lines in ([line, _TITLE, "LA Name: Leeds", _DRUMS], ["LA Name: Leeds", _DRUMS, line]):
        assert [draft.summary for draft in read_text("\n\n".join(lines)).drafts] == [_DRUMS]


@pytest.mark.parametrize(
    "text",
    [
        "On the wall of the youth centre in Harehills 40 pupils wrote: we belong here.",
        "Confidential messages from pupils may be read by the two youth workers only.",
        "Mothers who would like to know more get in touch with each other through a phone tree.",
        "Wednesday club meets at Drum Works, Burley Road, Leeds LS4 2AA for an hour of music.",
    ],
)
def test_and_what_only_looks_like_it_is(read_text: ReadText, text: str) -> None:
    assert text in " ".join(draft.summary for draft in read_text(f"LA Name: Leeds\n\n{_DRUMS}\n\n{text}").drafts)


def test_how_to_reach_the_office_above_the_form_is_no_contact(read_text: ReadText) -> None:
    head = ["Drum Works, Burley Road, Leeds LS4 2AA", "Tel: 0113 496 0101 www.drums.example.org", "6 March 2026"]
    form = read_text("\n".join([*head, _TITLE, "LA Name: Leeds", f"Description: {_DRUMS}", _CONTACT]))
    [draft] = form.drafts
    assert (people([*form.contacts, *draft.contacts]), draft.resources) == ([_EFUA], ())
    assert not any(problem.field == "initiatives" for problem in form.problems)


def test_whoever_sent_the_form_is_no_contact_beside_those_named_in_it(read_text: ReadText) -> None:
    sent = "\n\nThanks\nJill\n\nJill Harper\nPA to the Director\njill.harper@leeds.gov.uk"
    form = read_text(f"LA Name: Leeds\nDescription: {_DRUMS}\n{_CONTACT}{sent}")
    assert people([*form.contacts, *form.drafts[0].contacts]) == [_EFUA]
    form = read_text(
        f"LA Name: Leeds\nTitle: Drums\nDescription: {_DRUMS}\n{_CONTACT}\nTitle: Circle\nDescription: {_CIRCLE}{sent}"
    )
    assert [one.name for one in form.contacts] == ["Jill Harper"]


def test_who_is_named_and_signs_is_one_person(read_text: ReadText) -> None:
    signed = "\n\nThanks\n\nEfua Danso\nHead of Music"
    form = read_text(f"LA Name: Leeds\nDescription: {_DRUMS}\n{_CONTACT}{signed}")
    assert people([*form.contacts, *form.drafts[0].contacts]) == [{**_EFUA, "role": "Head of Music"}]
