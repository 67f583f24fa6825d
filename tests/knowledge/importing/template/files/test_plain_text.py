"""Text in every encoding, wrapped or not, becomes the same neutral structure."""

from __future__ import annotations

import pytest

from knowledge.importing.template.files.document import Kind, Table
from knowledge.importing.template.files.plain_text import decode, read_plain
from tests.knowledge.importing.template.conftest import ReadText
from tests.knowledge.importing.template.form_parts import people

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


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("•\t", "o\t"),
        ("•   ", "o   "),
        ("• ", "▪ "),
        ("• ", "§ "),
        ("• ", "– "),
        ("1. ", "a) "),
        ("* ", "** "),
        ("- ", "* "),
    ],
)
def test_items_that_a_mail_program_no_longer_moved_in_are_told_by_their_signs(first: str, second: str) -> None:
    lines = [f"{first}Choir", f"{second}meets weekly", f"{second}open to all", f"{first}Drums", f"{second}two terms"]
    assert [(block.text, block.level) for block in read_plain("\n".join(lines)).blocks()] == [
        ("Choir", 0),
        ("meets weekly", 1),
        ("open to all", 1),
        ("Drums", 0),
        ("two terms", 1),
    ]


def test_a_list_that_goes_on_with_another_sign_has_no_second_level() -> None:
    blocks = read_plain("- Choir\n- Drums\n* Reading circle\n* Walking bus\n\nContact: Ann Lee").blocks()
    assert {block.level for block in blocks} == {0}


def test_a_table_that_was_pasted_with_tabs_is_read_by_its_labels() -> None:
    text = "LA Name\tLeeds\nDescription\tA choir sings weekly.\nContact\tAnn Lee\tHead of Music\n•\tWhat\tsong"
    assert [block.text for block in read_plain(text).blocks()] == [
        "LA Name: Leeds",
        "Description: A choir sings weekly.",
        "Contact: Ann Lee, Head of Music",
        "What song",
    ]


def test_and_by_its_columns_where_the_labels_head_them() -> None:
    [table] = read_plain("Title\tContact\nChoir\tAnn Lee\nDrums\tEfua Danso").content
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Title", "Contact"],
        ["Choir", "Ann Lee"],
        ["Drums", "Efua Danso"],
    ]


_SMALL = (
    "la name: leeds\nwhat we did: a course on race and racism for all of the 90 staff in our children's homes\n"
    "what impact: nearly all of them finished it and most say that it made them think\n"
    "who to talk to: tove lind, learning lead, tove.lind@x.gov.uk"
)


def test_questions_in_small_letters_begin_lines_of_their_own() -> None:
    assert [block.text for block in read_plain(_SMALL).blocks()] == _SMALL.split("\n")


def test_a_word_of_a_question_in_small_letters_goes_on_with_a_sentence_of_a_form_that_asks_in_capitals() -> None:
    text = "LA Name: Leeds\nWe looked with four schools and the two youth clubs in the area at\nimpact: of all we did"
    assert [block.text for block in read_plain(text).blocks()][1].endswith("in the area at impact: of all we did")


def test_a_bar_between_a_question_and_its_answer_is_read_as_a_colon(read_text: ReadText) -> None:
    form = read_text(
        "LA Name | Leeds\nTitle | Drum circle\nDescription | Forty boys drum with their grandfathers each week.\n"
        "Contact | Tove Lind | Music Lead | tove.lind@x.gov.uk"
    )
    assert [(one.title, one.summary) for one in form.drafts] == [
        ("Drum circle", "Forty boys drum with their grandfathers each week.")
    ]
    assert people(form.contacts) == [{"name": "Tove Lind", "role": "Music Lead", "email": "tove.lind@x.gov.uk"}]


def test_columns_parted_by_bars_need_none_round_them(read_text: ReadText) -> None:
    form = read_text(
        "LA Name: Leeds\n\nTitle | Description | Contact\n--- | --- | ---\n"
        "Drum circle | Forty boys drum with their grandfathers each week. | Tove Lind\n"
        "Song school | Mothers teach songs in nine languages in each nursery. | Ben Osei"
    )
    assert [(one.title, people(one.contacts)) for one in form.drafts] == [
        ("Drum circle", [{"name": "Tove Lind"}]),
        ("Song school", [{"name": "Ben Osei"}]),
    ]


def test_forms_pasted_as_a_list_of_keys_and_values_are_read(read_text: ReadText) -> None:
    form = read_text(
        "- authority: Leeds\n  title: Drum circle\n  summary: Forty boys drum with their grandfathers each week.\n"
        "  categories: [communities]\n  contacts: [{name: Tove Lind, email: tove.lind@x.gov.uk}]\n"
        "- authority: Leeds\n  title: Song school\n  summary: Mothers teach songs in nine languages in each nursery.\n"
        "  categories: [partners]\n"
    )
    assert form.authority is not None
    assert [(one.title, [each.value for each in one.categories]) for one in form.drafts] == [
        ("Drum circle", ["communities"]),
        ("Song school", ["partners"]),
    ]
    assert people(form.drafts[0].contacts) == [{"name": "Tove Lind", "email": "tove.lind@x.gov.uk"}]
