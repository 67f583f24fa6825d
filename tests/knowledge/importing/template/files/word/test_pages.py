"""What stands round the text of a Word form: the top and foot of its pages, its contents, captions; and its length."""

from __future__ import annotations

import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.knowledge.importing.template.conftest import ReadBytes, ReadLines
from tests.knowledge.importing.template.docx_forms import saved, template, write
from tests.knowledge.importing.template.form_parts import people

_WORK = "We started a gardening club for Vietnamese elders and pupils on three allotments."


@pytest.mark.parametrize("header", ["LA Name: Oldham Council", "Oldham Council", "LA name: Oldham | Date: May 2025"])
def test_the_authority_may_stand_at_the_top_of_the_page(read_bytes: ReadBytes, header: str) -> None:
    document = template(None)
    document.sections[0].header.paragraphs[0].text = header
    write(document, [_WORK])
    form = read_bytes(saved(document), name="form.docx")
    assert form.authority is not None
    assert form.authority.name == "Oldham"
    assert [draft.summary for draft in form.drafts] == [_WORK]


def test_the_text_is_asked_before_the_top_of_the_page(read_bytes: ReadBytes) -> None:
    document = template("Rochdale")
    document.sections[0].header.paragraphs[0].text = "Oldham Council"
    write(document, [_WORK])
    form = read_bytes(saved(document), name="form.docx")
    assert form.authority is not None
    assert form.authority.name == "Rochdale"


def test_a_contact_may_stand_at_the_foot_of_the_page(read_bytes: ReadBytes) -> None:
    document = template()
    document.sections[0].footer.paragraphs[
        0
    ].text = "For more information contact Linh Tran, linh.tran@leeds.example.gov.uk"
    write(document, [_WORK])
    form = read_bytes(saved(document), name="form.docx")
    assert people(form.contacts) == [{"name": "Linh Tran", "email": "linh.tran@leeds.example.gov.uk"}]
    write(document, ["Contact: Bao Pham"])
    form = read_bytes(saved(document), name="form.docx")
    assert people(form.contacts) == [{"name": "Bao Pham"}]


def test_a_letterhead_is_no_contact_and_no_work(read_bytes: ReadBytes) -> None:
    document = template()
    document.sections[0].header.paragraphs[0].text = "We set up a music festival for 900 Polish pupils in 2019."
    document.sections[0].footer.paragraphs[0].text = "Civic Hall, 0113 496 0000, www.leeds.example.gov.uk"
    write(document, [_WORK])
    form = read_bytes(saved(document), name="form.docx")
    assert form.contacts == ()
    assert [draft.summary for draft in form.drafts] == [_WORK]


def test_a_table_of_contents_is_no_work(read_bytes: ReadBytes) -> None:
    document = template()
    document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    write(document, [("toc 1", "Gardening club\t2"), ("toc 1", "Shadow board\t3")])
    inside = "<w:p><w:r><w:t>A story telling circle that we host</w:t></w:r></w:p>"
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    document.element.body.insert(
        -1,
        parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"),
    )
    write(document, [("2", "Gardening club"), _WORK])
    form = read_bytes(saved(document), name="form.docx")
    assert [(draft.title, draft.summary) for draft in form.drafts] == [("Gardening club", _WORK)]


@pytest.mark.parametrize("style", ["Caption", "Normal"])
def test_captions_are_no_work(read_lines: ReadLines, style: str) -> None:
    form = read_lines([_WORK, (style, "Figure 2: pupils and elders who met on the allotment in the spring of 2024")])
    assert [draft.summary for draft in form.drafts] == [_WORK]


def test_text_that_does_not_fit_is_told(read_lines: ReadLines) -> None:
    more = " ".join(f"In week {week} they planted another bed and cooked what came up." for week in range(60))
    form = read_lines([("2", "Gardening club"), _WORK, more])
    [draft] = form.drafts
    [problem] = [one for one in form.problems if one.field == "summary"]
    assert problem.place == draft.place
    assert "more than 3,000 characters" in problem.message
    assert draft.summary[-30:] in problem.message


def test_text_that_fits_is_no_problem(read_lines: ReadLines) -> None:
    assert not any(one.field == "summary" for one in read_lines([_WORK]).problems)
