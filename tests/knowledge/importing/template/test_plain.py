"""Text in every encoding, wrapped or not, becomes the same neutral structure."""

from __future__ import annotations

import pytest

from knowledge.importing.template.document import Kind
from knowledge.importing.template.plain import decode, read_plain

_TEXT = "LA Name: Ynys Môn – ‘curly’\u00a0text\n• item"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_text_is_read_in_the_encodings_people_save(encoding: str) -> None:
    assert decode(_TEXT.encode(encoding)).lstrip("\ufeff") == _TEXT


def test_latin_1_is_read() -> None:
    assert decode("Zoë Müller".encode("latin-1")) == "Zoë Müller"


def test_a_file_cut_within_a_letter_is_still_utf_8() -> None:
    assert decode("Ynys Môn Zoë".encode()[:-1]) == "Ynys Môn Zo"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_ending_ends_a_line(ending: str) -> None:
    assert [block.text for block in read_plain(f"one{ending}{ending}two").blocks()] == ["one", "two"]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "We have built a mentoring scheme for young people who came to the county\n"
        "alone, in which each of them is paired with a young adult who came by the\n"
        "same route. It meets weekly.\n\nAnother paragraph."
    )
    [first, second] = read_plain(text).blocks()
    assert first.text.endswith("by the same route. It meets weekly.")
    assert (second.text, second.place) == ("Another paragraph.", "line 5")


def test_lines_that_nobody_wrapped_stay_apart() -> None:
    assert [block.text for block in read_plain("LA Name: Leeds\nDate: May\nA club").blocks()] == [
        "LA Name: Leeds",
        "Date: May",
        "A club",
    ]


def test_markdown_is_read_without_its_marks() -> None:
    blocks = list(
        read_plain("# Title\n\n**Lead.** We run [a club](https://a.example) *weekly*.\n\n- [x] Done\n").blocks()
    )
    assert [(block.kind, block.text) for block in blocks] == [
        (Kind.HEADING, "Title"),
        (Kind.PARAGRAPH, "Lead. We run a club weekly."),
        (Kind.ITEM, "☑ Done"),
    ]
    assert blocks[1].lead == "Lead."
    assert blocks[1].links[0].url == "https://a.example"


def test_a_line_moved_in_goes_with_its_item() -> None:
    [item] = read_plain("- A club\n  Contact: Ann Lee\n").blocks()
    assert item.text == "A club\nContact: Ann Lee"


def test_quoted_mail_is_read_without_its_marks() -> None:
    assert [block.text for block in read_plain("> LA Name: Leeds\n>> - a club").blocks()] == [
        "LA Name: Leeds",
        "a club",
    ]


def test_a_single_wrapped_line_is_joined_when_its_sentence_goes_on() -> None:
    long = "We run a monthly clinic where social workers bring cases with questions on race and culture to a"
    far_longer = "A line. " * 40
    text = f"{long}\npanel of Black practitioners.\n\nA short line of our own\nand another.\n{far_longer}\n"
    blocks = [block.text for block in read_plain(text).blocks()]
    assert blocks[:3] == [f"{long} panel of Black practitioners.", "A short line of our own", "and another."]


def test_a_question_of_the_form_is_not_the_end_of_the_wrapped_line_above_it() -> None:
    text = (
        "> Description: Ten mothers were trained as researchers and asked\n"
        "> other mothers about their experience of being questioned at the\n"
        "> conferences that are held about their children in the town hall.\n"
        "> Impact: Letters were rewritten and crèche places added at ten.\n"
        "> Resources: Report - https://leeds.example.gov.uk/mothers-study\n"
    )
    blocks = [block.text for block in read_plain(text).blocks()]
    assert [block.partition(":")[0] for block in blocks] == ["Description", "Impact", "Resources"]
