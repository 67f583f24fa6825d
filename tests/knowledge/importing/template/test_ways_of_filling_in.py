"""Ways of filling the form in that were seen to be read wrongly: captions, sections, reports, initials, blank names."""

from __future__ import annotations

import pytest

from knowledge.domain.initiative import Category, Evidence
from tests.knowledge.importing.template.conftest import ReadBytes, ReadLines, ReadText
from tests.knowledge.importing.template.docx_forms import add_table, saved, template
from tests.knowledge.importing.template.form_parts import people
from tests.knowledge.importing.template.word_files import NAMESPACES, para, word_file

_DRUMS = "We commissioned a drumming course for 30 Ghanaian pupils in two secondary schools."
_CLUB = "We opened a Saturday club for Somali mothers in two libraries."


def test_a_caption_in_one_cell_above_a_table_is_no_heading_row(read_bytes: ReadBytes) -> None:
    document = template()
    add_table(
        document,
        ("", "", "", ""),
        ("Initiative", "Description", "Category", "Contact"),
        ("Windrush week", _DRUMS, "With communities", "Efua Danso, efua@leeds.gov.uk"),
        ("Saturday club", _CLUB, "With partners", "As above"),
    )
    table = document.tables[0]
    table.cell(0, 0).merge(table.cell(0, 3)).text = "Summary of our work 2024-26"
    form = read_bytes(saved(document), name="form.docx")
    assert [(one.title, one.categories) for one in form.drafts] == [
        ("Windrush week", (Category.COMMUNITIES,)),
        ("Saturday club", (Category.PARTNERS,)),
    ]
    for draft in form.drafts:
        assert people(draft.contacts) == [{"name": "Efua Danso", "email": "efua@leeds.gov.uk"}]


def test_questions_with_the_numbers_of_a_report_are_questions(read_text: ReadText) -> None:
    lines = ["2.0 Background", "2.1 The census found that most residents were White in 2021.", "3.0 Work undertaken"]
    lines += [f"3.1 {_DRUMS}", f"3.2 {_CLUB}", "4.0 Impact", "4.1 The club had 212 members in its first year."]
    form = read_text("\n".join(["LA Name: Leeds", *lines, "5.0 Contact officer", "5.1 Efua Danso, Head of Music"]))
    assert [(one.summary, one.impact) for one in form.drafts] == [
        (_DRUMS, None),
        (_CLUB, "The club had 212 members in its first year."),
    ]
    assert people(form.contacts) == [{"name": "Efua Danso", "role": "Head of Music"}]
    assert any("census" in one.message for one in form.problems)


def test_the_contact_behind_the_items_of_one_section_is_all_of_theirs(read_lines: ReadLines) -> None:
    within = [("2", "Within your organisation"), ("List Bullet", _DRUMS), ("List Bullet", _CLUB)]
    partners = [("2", "With partners"), ("List Bullet", "Joint review with the police of searches of children")]
    form = read_lines([*within, "Contact: Efua Danso", *partners, "Contact: Tove Lind"])
    assert [people(one.contacts) for one in form.drafts] == [[{"name": "Efua Danso"}]] * 2 + [[{"name": "Tove Lind"}]]
    assert form.contacts == ()


def test_the_contact_of_an_earlier_piece_of_work_may_be_given_by_its_number(read_lines: ReadLines) -> None:
    def work(at: int, text: str, contact: str) -> list[str | tuple[str, str]]:
        return [("bold", f"Initiative {at}: Work number {at}"), f"What we did: {text}", f"Contact: {contact}"]

    third = "We publish each year who applies for, gets and leaves jobs with us, by ethnicity."
    for answer in ("as initiative 1", "Same as for the first project"):
        form = read_lines([*work(1, _DRUMS, "Efua Danso"), *work(2, _CLUB, "Tove Lind"), *work(3, third, answer)])
        assert [people(one.contacts) for one in form.drafts] == [
            [{"name": "Efua Danso"}],
            [{"name": "Tove Lind"}],
            [{"name": "Efua Danso"}],
        ]


def test_a_contact_may_call_the_work_by_its_initials(read_lines: ReadLines) -> None:
    form = read_lines(
        [
            ("List Bullet", "Gypsy, Roma and Traveller education offer with tablets lent to families on the move"),
            ("List Bullet", _CLUB),
            ("2", "Contacts"),
            "GRT: Efua Danso",
            "Saturday club: Tove Lind",
        ]
    )
    assert [people(one.contacts) for one in form.drafts] == [[{"name": "Efua Danso"}], [{"name": "Tove Lind"}]]


def test_short_items_in_small_letters_below_a_sentence_are_parts_of_its_work(read_lines: ReadLines) -> None:
    items = ["meets every second Thursday", "run by two carers who are paid for their time", "travel is covered"]
    form = read_lines(
        [("2", "Description"), "We have set up a Foster Carers Network.", *(("List Bullet", one) for one in items)]
    )
    [draft] = form.drafts
    assert all(one in draft.summary for one in items)


def test_a_name_left_blank_is_looked_for_at_the_top_of_the_pages(read_bytes: ReadBytes) -> None:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    header = f"{head}<w:hdr {NAMESPACES}>{para('Leeds City Council – Children and Families')}</w:hdr>"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
    form = read_bytes(
        word_file(
            para("Sharing Practice") + para("LA Name:") + para("Polepark Drummers") + para(_DRUMS),
            parts={"word/header1.xml": header},
            relationships=f'<Relationship Id="rIdH" Type="{kind}" Target="header1.xml"/>',
        ),
        name="form.docx",
    )
    assert form.authority is not None
    assert form.authority.name == "Leeds"
    assert [(one.title, one.summary) for one in form.drafts] == [("Polepark Drummers", _DRUMS)]


@pytest.mark.parametrize(
    "told",
    [
        "Of the 46 boys who finished, 41 had not come to notice again six months later.",
        "Missed first appointments among Turkish families halved in 2025.",
        "27 households asked for more and five have been approved.",
        "Six of the mothers have gone on to college.",
    ],
)
def test_what_came_of_the_work_is_its_impact(read_lines: ReadLines, told: str) -> None:
    [draft] = read_lines([f"{_DRUMS} {told}"]).drafts
    assert (draft.summary, draft.impact) == (_DRUMS, told)


def test_how_people_were_recruited_does_not_name_the_work(read_lines: ReadLines) -> None:
    item = "Return-to-practice bursary for internationally recruited social workers, paying for a mentor."
    [draft] = read_lines([("List Bullet", item)]).drafts
    assert draft.title == "Return-to-practice bursary for internationally recruited social workers"
    assert draft.evidence is Evidence.DESCRIBED


@pytest.mark.parametrize(
    "text",
    [
        "Race equality questions have been added to every exit interview in children’s services.",
        "We hold an open hour each month at which young Black people question officers on stop and search.",
    ],
)
def test_words_that_lead_to_a_contact_elsewhere_are_ordinary_ones_in_prose(read_lines: ReadLines, text: str) -> None:
    form = read_lines([("List Bullet", text), "Contact: Efua Danso"])
    assert [draft.summary for draft in form.drafts] == [text]
    assert people((*form.contacts, *form.drafts[0].contacts)) == [{"name": "Efua Danso"}]


def test_brackets_behind_a_contact_name_the_work_that_it_is_for(read_lines: ReadLines) -> None:
    choir = "We pay for a choir of carers and children that meets in the town hall."
    form = read_lines(
        [
            *(("List Bullet", one) for one in (_DRUMS, _CLUB, choir)),
            ("2", "Contact name"),
            "Efua Danso, Head of Music (drumming and choir)",
            "Tove Lind, Inclusion Lead, tove.lind@leeds.gov.uk (Saturday club)",
        ]
    )
    efua = {"name": "Efua Danso", "role": "Head of Music"}
    tove = {"name": "Tove Lind", "role": "Inclusion Lead", "email": "tove.lind@leeds.gov.uk"}
    assert [people(one.contacts) for one in form.drafts] == [[efua], [tove], [efua]]


@pytest.mark.parametrize(
    "offer",
    [
        "We would be glad to share our training pack with any authority.",
        "I am very happy to talk to other councils about how we did it.",
    ],
)
def test_an_offer_is_no_work_and_told(read_lines: ReadLines, offer: str) -> None:
    form = read_lines([_DRUMS, offer])
    assert [draft.summary for draft in form.drafts] == [_DRUMS]


def test_what_became_of_all_who_took_part_goes_on_about_the_work(read_lines: ReadLines) -> None:
    told = "None of the 26 children paired so far has been suspended in their first term."
    [draft] = read_lines([_DRUMS, told]).drafts
    assert draft.impact == told


def test_a_history_to_be_proud_of_is_no_work(read_lines: ReadLines) -> None:
    form = read_lines(
        ["Leeds has a long history of anti-racist action and our workforce is among the most diverse.", _DRUMS]
    )
    assert [draft.summary for draft in form.drafts] == [_DRUMS]


def test_our_example_asks_for_a_title(read_lines: ReadLines) -> None:
    [draft] = read_lines(["Our example: Fair Start", f"The work: {_DRUMS}", "What changed: Referrals halved."]).drafts
    assert (draft.title, draft.summary, draft.impact) == ("Fair Start", _DRUMS, "Referrals halved.")


def test_an_option_in_two_languages_is_one(read_text: ReadText) -> None:
    options = "☒ With partners / Gyda phartneriaid\n☐ Through research / Trwy ymchwil"
    assert read_text(f"LA Name: Swansea\n{options}\n\n{_DRUMS}").categories == (Category.PARTNERS,)


def test_two_in_one_post_share_its_team_and_mailbox(read_lines: ReadLines) -> None:
    form = read_lines([_DRUMS, "Contact: Comfort Asante / Luke Barton (job share), Virtual School, vs@leeds.gov.uk"])
    team = {"team": "Virtual School", "email": "vs@leeds.gov.uk"}
    assert people((*form.contacts, *form.drafts[0].contacts)) == [
        {"name": "Comfort Asante", **team},
        {"name": "Luke Barton", **team},
    ]


def test_whom_to_turn_to_until_a_post_is_filled_is_the_contact(read_lines: ReadLines) -> None:
    form = read_lines([_DRUMS, "Contact: TBC – post vacant. In the meantime Duty Desk, 0113 496 0101"])
    assert people((*form.contacts, *form.drafts[0].contacts)) == [{"team": "Duty Desk", "phone": "0113 496 0101"}]


def test_a_place_behind_a_contact_is_not_the_work_done_there(read_lines: ReadLines) -> None:
    items = [("List Bullet", _DRUMS), ("List Bullet", "A story swap between four primary schools in Otley")]
    form = read_lines([*items, "Contact: Efua Danso (Education Officer), Civic Hall, Otley. Tel 0113 496 0101"])
    assert [one.name for one in form.contacts] == ["Efua Danso"]


def test_the_categories_of_a_row_may_be_given_by_number(read_bytes: ReadBytes) -> None:
    document = template()
    add_table(
        document,
        ("Project", "Category no.", "Summary and impact"),
        ("Drums", "3", _DRUMS),
        ("Club", "1 and 5", _CLUB),
    )
    form = read_bytes(saved(document), name="form.docx")
    assert [one.categories for one in form.drafts] == [
        (Category.COMMUNITIES,),
        (Category.WITHIN_ORGANISATION, Category.RESEARCH),
    ]


def test_what_was_counted_in_words_is_an_early_result(read_lines: ReadLines) -> None:
    [draft] = read_lines(["Title: Drums", f"Description: {_DRUMS}", "Impact: Nine of the twelve now trust us."]).drafts
    assert draft.evidence is Evidence.EARLY_RESULTS


def test_how_to_speak_of_a_contact_is_told_in_a_sentence_too(read_lines: ReadLines) -> None:
    form = read_lines([_DRUMS, "Please do get in touch with Efua Danso (she/they), Equality Lead"])
    assert any("she/they" in one.message for one in form.problems)
