"""Lines under a heading for resources, and the addresses of what they name."""

from __future__ import annotations

import pytest

from knowledge.importing.template.language.addresses import page
from knowledge.importing.template.questions.fields import Field, split_label
from tests.knowledge.importing.template.conftest import ReadBytes, ReadText
from tests.knowledge.importing.template.form_parts import named, people
from tests.knowledge.importing.template.word_files import heading, link, para, run, table, word_file

_WORK = "We set up a gardening club in 2024 that 30 Black and Asian carers run with four allotment societies."
_FORM = f"LA Name: Leeds\n\n{_WORK}\n\nResources:\n"


@pytest.mark.parametrize(
    ("line", "title", "url"),
    [
        (
            "Outcomes of the club https://x.example.net/outcomes",
            "Outcomes of the club",
            "https://x.example.net/outcomes",
        ),
        ("Benefits: https://x.example.net/b.pdf", "Benefits", "https://x.example.net/b.pdf"),
        ("Background: www.example.net/why", "Background", "https://www.example.net/why"),
        ("Impact tracker (attached)", "Impact tracker (attached)", None),
        ("Notes: Seed calendar", "Notes: Seed calendar", None),
        ("Evaluation", "Evaluation", None),
    ],
)
def test_a_resource_called_like_a_question_of_the_form_is_one(
    read_text: ReadText, line: str, title: str, url: str | None
) -> None:
    form = read_text(f"{_FORM}{line}\nPlot map (PDF)\n\nContact: Tove Lind\n")
    wanted = {"title": title, "url": url} if url else {"title": title}
    assert named((*form.resources, *form.drafts[0].resources)) == [wanted, {"title": "Plot map (PDF)"}]
    assert form.drafts[0].impact is None
    assert [contact.name for contact in form.contacts] == ["Tove Lind"]


@pytest.mark.parametrize(
    "asked",
    [
        "Impact: Nine carers now grow food for their families and three teach others.",
        "Impact\nNine carers now grow food for their families and three teach others.",
        "What difference has it made?\nNine carers now grow food for their families and three teach others.",
    ],
)
def test_a_question_with_a_statement_behind_it_still_ends_the_resources(read_text: ReadText, asked: str) -> None:
    form = read_text(f"{_FORM}Plot map (PDF)\n{asked}\n")
    assert named((*form.resources, *form.drafts[0].resources)) == [{"title": "Plot map (PDF)"}]
    assert form.drafts[0].impact == "Nine carers now grow food for their families and three teach others."


def test_labels_that_the_form_has_used_before_open_the_next_piece_of_work(read_text: ReadText) -> None:
    one = "Title: {}\nDescription: We set up a club that {} carers run with us.\nResources:\nPlot map\n"
    form = read_text("LA Name: Leeds\n\n" + one.format("Gardening club", 30) + one.format("Film nights", 12))
    assert [draft.title for draft in form.drafts] == ["Gardening club", "Film nights"]


def test_an_address_on_the_next_line_belongs_to_the_title_above_it(read_text: ReadText) -> None:
    lines = "Plot map\nhttps://x.example.net/1\nSeed calendar\nSee www.example.net/2\nhttps://x.example.net/3\n"
    form = read_text(_FORM + lines)
    assert named((*form.resources, *form.drafts[0].resources)) == [
        {"title": "Plot map", "url": "https://x.example.net/1"},
        {"title": "Seed calendar", "url": "https://www.example.net/2"},
        {"title": "x.example.net", "url": "https://x.example.net/3"},
    ]


@pytest.mark.parametrize(
    "lines", ["Plot map (attached)\nhttps://x.example.net/1", "- Plot map\n- https://x.example.net/1"]
)
def test_an_address_is_not_given_to_a_title_that_stands_for_itself(read_text: ReadText, lines: str) -> None:
    form = read_text(f"{_FORM}{lines}\n")
    found = [*form.resources, *form.drafts[0].resources]
    assert [(one.url is None) for one in found] == [True, False]


def test_titles_and_addresses_in_one_paragraph_are_paired_and_none_is_lost(read_bytes: ReadBytes) -> None:
    listed = "Plot map\nhttps://x.example.net/1\nSeed calendar (attached)\nFilm: https://x.example.net/2"
    body = para("LA Name: Leeds") + para(_WORK) + para("Resources") + para(listed)
    form = read_bytes(word_file(body), name="a.docx")
    assert named((*form.resources, *form.drafts[0].resources)) == [
        {"title": "Plot map", "url": "https://x.example.net/1"},
        {"title": "Seed calendar (attached)"},
        {"title": "Film", "url": "https://x.example.net/2"},
    ]


def test_a_label_is_not_split_at_the_colon_of_an_address() -> None:
    assert split_label("Impact report https://x.example.net/1") is None
    assert split_label("Impact: https://x.example.net/1") == (Field.IMPACT, "Impact", "https://x.example.net/1")


_WRAPPED = "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fx.example.net%2Fmap%3Fa%3D1&data=05%7C02"


@pytest.mark.parametrize(
    ("url", "unwrapped"),
    [
        (_WRAPPED, "https://x.example.net/map?a=1"),
        (f"{_WRAPPED}%7C{'9' * 900}", "https://x.example.net/map?a=1"),
        ("https://urldefense.com/v3/__https://x.example.net/map__;!!abc$", "https://x.example.net/map"),
        ("www.example.net", "https://www.example.net"),
    ],
)
def test_addresses_are_taken_out_of_what_mail_programs_wrap_round_them(url: str, unwrapped: str) -> None:
    assert page(url) == unwrapped


@pytest.mark.parametrize(
    "url",
    [
        "https://x.example.net/?url=https%3A%2F%2Fother.example.net",
        "https://eur03.safelinks.protection.outlook.com/?url=javascript%3Aalert(1)",
        "https://safelinks.protection.outlook.com.example.net/?url=https%3A%2F%2Fother.example.net",
        "https://[x",
    ],
)
def test_other_addresses_stay_as_they_are(url: str) -> None:
    assert page(url) == url


def test_a_wrapped_link_in_a_form_is_the_page_it_leads_to(read_bytes: ReadBytes, read_text: ReadText) -> None:
    body = para("LA Name: Leeds") + para(_WORK) + para("Resources") + para(link("Plot map", "rId9"))
    form = read_bytes(word_file(body, links={"rId9": _WRAPPED}), name="a.docx")
    wanted = [{"title": "Plot map", "url": "https://x.example.net/map?a=1"}]
    assert named((*form.resources, *form.drafts[0].resources)) == wanted
    form = read_text(f"{_FORM}Plot map: {_WRAPPED}%7C{'9' * 900}\n")
    assert named((*form.resources, *form.drafts[0].resources)) == wanted


_CLUB = "We set up a gardening club that 30 carers run."
_REPORT = {"title": "report by the University of Hull", "url": "https://x.example.net/hull"}


@pytest.mark.parametrize("label", [para("Impact: Yields doubled. "), heading("Impact") + para("Yields doubled. ")])
def test_what_a_statement_of_impact_leads_to_is_a_resource(read_bytes: ReadBytes, label: str) -> None:
    told = f"{run('Absences halved, as the ')}{link('report by the University of Hull', 'rId9')}{run(' says.')}"
    body = para("LA Name: Leeds") + para(f"Description: {_CLUB}") + label.removesuffix("</w:p>") + f"{told}</w:p>"
    [draft] = read_bytes(word_file(body, links={"rId9": _REPORT["url"]}), name="a.docx").drafts
    assert named(draft.resources) == [_REPORT]
    assert draft.impact == "Yields doubled. Absences halved, as the report by the University of Hull says."


def test_so_is_one_in_a_table_and_one_behind_the_label(read_bytes: ReadBytes) -> None:
    told = para("Absences halved. See the ", link("report by the University of Hull", "rId9"), ".")
    rows = [("Project", "Work", "Impact"), ("Plots", _CLUB, told), ("Seeds", "We gave seeds to 40 schools.", "")]
    cells = [[cell if cell.startswith("<") else para(cell) for cell in row] for row in rows]
    form = read_bytes(word_file(para("LA Name: Leeds") + table(*cells), links={"rId9": _REPORT["url"]}), name="a.docx")
    assert [named(draft.resources) for draft in form.drafts] == [[_REPORT], []]
    assert form.drafts[0].impact == "Absences halved. See the report by the University of Hull."


def test_a_bare_address_in_a_statement_of_impact_is_a_resource_and_no_words(read_text: ReadText) -> None:
    text = "Impact: Absences halved. Each carer tells how it went in our yearbook at https://x.example.net/yearbook."
    [draft] = read_text(f"LA Name: Leeds\nDescription: {_CLUB}\n{text}").drafts
    assert draft.impact == "Absences halved. Each carer tells how it went in our yearbook."
    assert [one.url for one in draft.resources] == ["https://x.example.net/yearbook"]


def test_capitals_at_the_end_of_a_statement_of_impact_are_no_resource(read_text: ReadText) -> None:
    text = "Impact: Absences halved. Carers now sit on the Allotment Forum and the Seed Library Board"
    [draft] = read_text(f"LA Name: Leeds\nDescription: {_CLUB}\n{text}").drafts
    assert draft.impact == "Absences halved. Carers now sit on the Allotment Forum and the Seed Library Board"
    assert draft.resources == ()


def test_a_contact_beside_a_page_under_resources_and_contact_is_one(read_text: ReadText) -> None:
    form = read_text(
        "LA Name: Leeds\nDescription: Four schools share a Polish-speaking family worker.\n\nResources and contact\n"
        "See www.example.org/familyworker or ask Tove Lind (tove.lind@x.gov.uk)"
    )
    assert people(form.contacts) == [{"name": "Tove Lind", "email": "tove.lind@x.gov.uk"}]
    assert [one.url for one in (*form.resources, *form.drafts[0].resources)] == ["https://www.example.org/familyworker"]
