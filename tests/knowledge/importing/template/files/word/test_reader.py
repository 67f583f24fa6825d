"""Word files of every make become the same neutral structure."""

from __future__ import annotations

import io
import time

import pytest

from knowledge.importing.template.files.document import Block, Document, Kind, Table, from_plain, to_plain
from knowledge.importing.template.files.limits import Unreadable
from knowledge.importing.template.files.word.reader import read_word
from tests.knowledge.importing.template.word_files import (
    NAMESPACES,
    STYLES,
    bold,
    bullet,
    deleted,
    document,
    heading,
    inserted,
    link,
    link_field,
    numbered,
    old_tick,
    para,
    run,
    table,
    text_box,
    tick_control,
    word_file,
)


def read(body: str, **parts: object) -> Document:
    return read_word(io.BytesIO(word_file(body, **parts)))  # type: ignore[arg-type]


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks()]


def only(body: str, **parts: object) -> Block:
    [block] = read(body, **parts).blocks()
    return block


def test_headings_and_lists_keep_their_levels() -> None:
    kinds = [
        (b.kind, b.level) for b in read(heading("A", 2) + bullet("b") + bullet("c", level=1) + numbered("d")).blocks()
    ]
    assert kinds == [(Kind.HEADING, 2), (Kind.ITEM, 0), (Kind.ITEM, 1), (Kind.ITEM, 0)]


def test_list_styles_and_styles_based_on_headings_count() -> None:
    document = read(para("a", style="ListBullet") + para("b", style="CouncilSection"))
    assert [block.kind for block in document.blocks()] == [Kind.ITEM, Kind.HEADING]


@pytest.mark.parametrize("mark", ["·", "•", "-", "*", "–", "o", "1.", "\uf0b7"])
def test_typed_bullets_are_items_without_their_mark(mark: str) -> None:
    block = only(para(f"{mark} We run a club"))
    assert (block.kind, block.text) == (Kind.ITEM, "We run a club")


def test_soft_line_breaks_part_bullets_and_join_wrapped_lines() -> None:
    assert texts(read(para("What we do:\n• one\n• two"))) == ["What we do:", "one", "two"]
    assert texts(read(para("We run a club for\nyoung people"))) == ["We run a club for young people"]


def test_tracked_changes_are_read_as_accepted() -> None:
    moved = f'<w:moveFrom w:id="5">{run("gone")}</w:moveFrom><w:moveTo w:id="6">{run("here")}</w:moveTo>'
    assert only(para("a ", deleted("old"), inserted("new"), moved)).text == "a newhere"


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    first = para("We run ", properties='<w:rPr><w:del w:id="1"/></w:rPr>')
    assert texts(read(first + para("a club"))) == ["We run a club"]


def test_struck_and_hidden_text_is_not_there() -> None:
    assert only(para("a", run("b", properties="<w:strike/>"), run("c", properties="<w:vanish/>"))).text == "a"


def test_links_are_kept_by_relationship_and_by_field() -> None:
    block = only(
        para("See ", link("one", "rId9"), run(" and "), link_field("two", "https://b.example")),
        links={"rId9": "https://a.example"},
    )
    assert block.text == "See one and two"
    assert [(one.text, one.url) for one in block.links] == [("one", "https://a.example"), ("two", "https://b.example")]


def test_addresses_that_are_no_web_pages_are_not_links() -> None:
    assert only(para(link("x", "rId9")), links={"rId9": "file:///etc/passwd"}).links == ()


def test_tick_boxes_of_every_make_are_one_sign() -> None:
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    made = [tick_control(ticked=True), old_tick(ticked=True), symbol]
    assert [only(para(one, run("With partners"))).text.replace(" ", "") for one in made] == ["☑Withpartners"] * 3
    made = [tick_control(ticked=False), old_tick(ticked=False), '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>']
    assert [only(para(one, run("With partners"))).text.replace(" ", "") for one in made] == ["☐Withpartners"] * 3


def test_a_text_box_is_read_once() -> None:
    assert texts(read(para("beside", text_box(para("inside"))))) == ["beside", "inside"]


def test_placeholders_nobody_filled_in_are_not_answers() -> None:
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Click here')}</w:sdtContent></w:sdt>"
    assert only(para("LA Name: ", control)).text == "LA Name:"


def test_tables_in_tables_are_kept_with_their_places() -> None:
    inner = table((para("in"),))
    [outer] = read(table((para("label"), inner + para("after")))).content
    assert isinstance(outer, Table)
    assert [block.place for block in outer.rows[0][1].blocks()] == ["table 1, row 1", "table 1, row 1"]


def test_rows_that_were_deleted_are_gone() -> None:
    rows = table((para("kept"),), (para("gone"),)).replace(
        '<w:tr><w:tc><w:tcPr/><w:p><w:pPr></w:pPr><w:r><w:t xml:space="preserve">gone',
        '<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:tcPr/><w:p><w:pPr></w:pPr><w:r><w:t xml:space="preserve">gone',
    )
    assert texts(read(rows)) == ["kept"]


def test_footnotes_go_with_their_paragraph() -> None:
    note = f'<w:footnote w:id="2">{para("Evaluated in 2025.")}</w:footnote>'
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    assert only(para("We run a club.", reference), footnotes=note).text == "We run a club. (Evaluated in 2025.)"


def test_bold_at_the_start_is_the_lead() -> None:
    assert only(bullet(bold("Shadow board."), run(" Twelve staff meet."))).lead == "Shadow board."
    assert only(para(bold("All of it"))).bold


def test_the_strict_kind_of_word_file_is_read() -> None:
    strict = word_file(para("LA Name: Leeds"))
    old, new = (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    parts = {"word/styles.xml": STYLES.encode().replace(old, new)}
    assert strict
    assert texts(read(para("LA Name: Leeds"), parts=parts)) == ["LA Name: Leeds"]


def test_a_document_survives_the_way_between_processes() -> None:
    document = read(
        heading("A") + table((para("a"), bullet(bold("b"), run(" c")))) + para(link("x", "r1")),
        links={"r1": "https://a.example"},
    )
    assert from_plain(to_plain(document)) == document


_NOTE = f'<w:footnote w:id="2">{para("Evaluated in 2025. " * 300)}</w:footnote>'
_HEADERS = "".join(
    f'<Relationship Id="rIdH{at}" Target="header1.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"/>'
    for at in range(1_000)
)
_BEGINS_FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        (para('<w:r><w:footnoteReference w:id="2"/></w:r>' * 3_000), {"footnotes": _NOTE}),
        (
            para("a"),
            {
                "parts": {"word/header1.xml": f"<w:hdr {NAMESPACES}>{'<w:x/>' * 50_000}</w:hdr>"},
                "relationships": _HEADERS,
            },
        ),
        (para("a", properties='<w:rPr><w:del w:id="1"/></w:rPr>') * 25_000, {}),
        (para(_BEGINS_FIELD + f"<w:r><w:instrText>{'HYPERLINK ' * 3}</w:instrText></w:r>" * 60_000), {}),
    ],
    ids=["a note", "the top of pages", "deleted marks", "a field"],
)
def test_what_a_small_file_repeats_takes_no_longer_each_time(body: str, parts: dict[str, object]) -> None:
    began = time.process_time()
    read(body, **parts)
    assert time.process_time() - began < 3


def test_an_embedded_document_is_named_once_however_many_there_are() -> None:
    assert read('<w:altChunk r:id="rIdA"/>' * 1_000).notices == (
        "another document is embedded in this one; it was not read",
    )


def test_a_long_address_counts_each_time_that_something_leads_to_it() -> None:
    address = f"https://a.example/{'x' * 1_000}"
    assert len(read(para(link("x", "rId9")) * 200, links={"rId9": address}).content) == 200
    with pytest.raises(Unreadable, match="links"):
        read(para(link("x", "rId9")) * 400, links={"rId9": address})


def test_a_part_in_an_unknown_encoding_is_damaged() -> None:
    strange = document(para("LA Name: Leeds")).replace("UTF-8", "EBCDIC-x")
    with pytest.raises(Unreadable, match="damaged"):
        read("", parts={"word/document.xml": strange})
