"""Whose form it is, in the ways that people answer, and what is never guessed."""

from __future__ import annotations

import pytest

from knowledge.importing.template.questions.fields import with_colon
from tests.knowledge.importing.template.conftest import ReadBytes, ReadLines, ReadText
from tests.knowledge.importing.template.docx_forms import add_table, add_template, saved, template, write
from tests.knowledge.importing.template.form_parts import people

_WORK = "We commissioned a drumming course for 30 Ghanaian pupils in two secondary schools."
_OTHER = "We set up a coaching circle for Asian team managers, which the chief executive hosts."


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("Kensington & Chelsea RBKC", "Kensington and Chelsea"),
        ("Sutton LB", "Sutton"),
        ("Wirral 2024/25", "Wirral"),
        ("Salford CC, 3 March 2025", "Salford"),
        ("Brent, London", "Brent"),
        ("Children's Services, Rotherham MBC", "Rotherham"),
        ("Rotherham. Contact: Efua Danso", "Rotherham"),
        ("Rotherham Contact: Efua Danso", "Rotherham"),
    ],
)
def test_what_stands_beside_a_name_does_not_hide_it(read_lines: ReadLines, answer: str, name: str) -> None:
    form = read_lines([_WORK], authority=answer)
    assert form.authority is not None
    assert form.authority.name == name
    assert people(form.contacts) == ([{"name": "Efua Danso"}] if "Efua" in answer else [])
    assert [draft.summary for draft in form.drafts] == [_WORK]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Local Authority Gateshead Council", "Gateshead"),
        ("Enw'r ALl / LA Name: Cyngor Sir Powys", "Powys"),
        ("Awdurdod lleol: Powys", "Powys"),
        ("LA Name- Leeds", "Leeds"),
        ("Authority Leeds", "Leeds"),
    ],
)
def test_labels_without_a_colon_or_in_welsh_are_answered(read_lines: ReadLines, line: str, name: str) -> None:
    form = read_lines([line, _WORK], authority=None)
    assert form.authority is not None
    assert form.authority.name == name
    assert form.contacts == ()


def test_other_labels_in_welsh_are_known(read_lines: ReadLines) -> None:
    form = read_lines([f"Disgrifiad: {_WORK}", "Effaith: Two schools have kept it.", "Cyswllt: Nia Parry"])
    [draft] = form.drafts
    assert (draft.summary, draft.impact) == (_WORK, "Two schools have kept it.")
    assert people([*form.contacts, *draft.contacts]) == [{"name": "Nia Parry"}]


@pytest.mark.parametrize(
    ("answer", "names"),
    [
        ("Trafford / Bury", "Trafford and Bury"),
        (
            "Royal Borough of Kensington & Chelsea and Westminster City Council (bi-borough)",
            "Kensington and Chelsea and Westminster",
        ),
        ("Achieving for Children (Kingston and Richmond)", "Kingston upon Thames and Richmond upon Thames"),
        ("Northamptonshire Children's Trust", "North Northamptonshire and West Northamptonshire"),
        ("Trafford Council and Bury Council", "Trafford and Bury"),
        ("Trafford & Bury", "Trafford and Bury"),
        ("Trafford (and Bury)", "Trafford and Bury"),
        ("Trafford (Bury)", "Trafford and Bury"),
        # a county that takes part, and is not only where the first lies
        ("Kent and Medway", "Kent and Medway"),
        ("Kent, Medway", "Kent and Medway"),
        ("Medway Council, Kent County Council", "Medway and Kent"),
        ("Medway / Kent", "Medway and Kent"),
        ("Trafford, Kent", "Trafford and Kent"),
        ("Kent, Surrey", "Kent and Surrey"),
    ],
)
def test_a_joint_return_is_told_to_be_sent_apart(read_lines: ReadLines, answer: str, names: str) -> None:
    form = read_lines([_WORK], authority=answer)
    assert form.authority is None
    [problem] = [one for one in form.problems if one.field == "authority"]
    assert f"names two authorities, {names}; send a form for each" in problem.message


def test_two_forms_of_two_authorities_in_one_file_are_not_the_firsts(read_bytes: ReadBytes) -> None:
    document = template("Trafford")
    write(document, [_WORK])
    add_template(document)
    write(document, ["LA Name: Bury", _OTHER])
    form = read_bytes(saved(document), name="form.docx")
    assert form.authority is None
    assert not form.can_be_saved
    [problem] = [one for one in form.problems if one.field == "authority"]
    assert "the form names two authorities, Trafford and Bury" in problem.message
    assert problem.place == "paragraph 19"


def test_the_same_authority_twice_is_one(read_lines: ReadLines) -> None:
    form = read_lines([_WORK, "LA Name: Trafford Council", _OTHER], authority="Trafford")
    assert form.authority is not None
    assert [draft.summary for draft in form.drafts] == [_WORK, _OTHER]


@pytest.mark.parametrize("answer", ["[insert LA name]", "Click or tap here to enter text.", "<your authority>"])
def test_a_placeholder_is_no_answer(read_lines: ReadLines, answer: str) -> None:
    form = read_lines([_WORK], authority=answer)
    [problem] = [one for one in form.problems if one.field == "authority"]
    assert "no authority is named" in problem.message


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("Moray HSCP", "Moray"),
        ("West Lothian Health and Social Care Partnership", "West Lothian"),
        ("Dundee City Health & Social Care Partnership, Children's Services", "Dundee"),
    ],
)
def test_a_partnership_of_council_and_health_board_is_the_councils(
    read_lines: ReadLines, answer: str, name: str
) -> None:
    form = read_lines([_WORK], authority=answer)
    assert form.authority is not None
    assert form.authority.name == name


@pytest.mark.parametrize("answer", ["Kent Health and Social Care Partnership", "Loamshire HSCP"])
def test_in_scotland_only(read_lines: ReadLines, answer: str) -> None:
    form = read_lines([_WORK], authority=answer)
    assert form.authority is None
    [problem] = [one for one in form.problems if one.field == "authority"]
    assert "Trust" not in problem.message


@pytest.mark.parametrize("answer", ["Friends of Trafford Library", "Bury St Edmunds", "University of Salford"])
def test_other_bodies_with_an_authoritys_name_in_theirs_are_not_it(read_lines: ReadLines, answer: str) -> None:
    assert read_lines([_WORK], authority=answer).authority is None


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("Medway Council, Kent", "Medway"),
        ("Torbay (Devon)", "Torbay"),
        ("Leeds City Council (Yorkshire)", "Leeds"),
        ("Wakefield, West Yorkshire", "Wakefield"),
        ("Derby City Council - Derbyshire", "Derby"),
        ("Southampton, Hants", "Southampton"),
        ("Hull, East Riding of Yorkshire", "Hull"),
        ("Bexley, Kent", "Bexley"),
        ("Bury, Greater Manchester", "Bury"),
        ("Medway Council, Gillingham, Kent", "Medway"),
        ("London, Hackney", "Hackney"),
        ("Kent County Council, Kent", "Kent"),
    ],
)
def test_the_county_or_region_it_lies_in_is_no_second_authority(read_lines: ReadLines, answer: str, name: str) -> None:
    form = read_lines([_WORK], authority=answer)
    assert form.authority is not None
    assert form.authority.name == name


def test_a_shared_name_is_told_by_the_place_beside_it(read_lines: ReadLines) -> None:
    form = read_lines([_WORK], authority="NCC (Norfolk)")
    assert form.authority is not None
    assert form.authority.name == "Norfolk"


@pytest.mark.parametrize(
    "head", ["Sharing practice – Bury MBC", "Bury MBC", "Bury Metropolitan Borough Council: Sharing Practice"]
)
def test_a_text_form_may_name_it_at_its_head(read_text: ReadText, head: str) -> None:
    form = read_text(f"{head}\nTitle: Drums\nDescription: We run a drumming school for 30 pupils in two halls.\n")
    assert form.authority is not None
    assert form.authority.name == "Bury"
    assert [draft.title for draft in form.drafts] == ["Drums"]


def test_a_tab_may_stand_where_a_label_has_its_colon(read_text: ReadText) -> None:
    work = "We run a drumming school for 30 pupils in two halls."
    form = read_text(
        f"LA name\tBury\nCategory\tWith partners\nTitle\tDrums\nDescription\t{work}\nImpact\tAll 30 stayed.\n"
    )
    assert form.authority is not None
    assert form.authority.name == "Bury"
    assert [(one.title, one.summary, one.impact) for one in form.drafts] == [("Drums", work, "All 30 stayed.")]


def test_a_row_of_labels_is_no_label_with_its_answer() -> None:
    assert with_colon("Name\tRole\tE-mail") == "Name\tRole\tE-mail"
    assert with_colon("Mornings\tTitle") == "Mornings\tTitle"


def test_where_none_is_meant_no_name_is_offered(read_lines: ReadLines) -> None:
    [problem] = [
        one
        for one in read_lines(
            ["We run a drumming school."], authority="N/A - we are a charity (Norfolk Drums)"
        ).problems
        if one.field == "authority"
    ]
    assert "did you mean" not in problem.message


def test_a_column_for_the_authority_answers_the_question_for_it(read_bytes: ReadBytes) -> None:
    document = template(None)
    add_table(document, ("Authority", "What we did", "Impact"), ("Barnsley", _WORK, "All of them passed."))
    form = read_bytes(saved(document), name="form.docx")
    assert form.authority is not None
    assert form.authority.name == "Barnsley"
    assert [one.impact for one in form.drafts] == ["All of them passed."]


def test_a_sentence_below_an_unanswered_question_is_no_name(read_lines: ReadLines) -> None:
    form = read_lines(
        ["We hold a monthly listening lunch where staff talk about race and no minutes are taken."], authority=""
    )
    assert [one.summary for one in form.drafts] == [
        "We hold a monthly listening lunch where staff talk about race and no minutes are taken."
    ]
    assert [one.message[:23] for one in form.problems if one.field == "authority"] == ["no authority is named; "]


@pytest.mark.parametrize("joint", [". We", " - we", " – we"])
def test_work_told_of_behind_the_name_is_read(read_text: ReadText, joint: str) -> None:
    form = read_text(f"LA Name: Solihull{joint} run quiet prayer rooms in each of our children's homes.")
    assert form.authority is not None
    assert form.authority.name == "Solihull"
    assert [one.summary for one in form.drafts] == ["We run quiet prayer rooms in each of our children's homes."]


def test_what_stands_beside_the_name_is_told(read_text: ReadText) -> None:
    form = read_text(f"LA Name: Leeds (for the region's directors, please do not share before 3 May)\n\n{_WORK}")
    assert form.authority is not None
    [problem] = [one for one in form.problems if one.message.startswith("only the authority was read")]
    assert "please do not share before 3 May" in problem.message
    assert problem.field != "authority"  # which says that none was found
    assert problem.place == "line 1"


@pytest.mark.parametrize("answer", ["Leeds City Council, Children and Families", "Leeds (Youth Justice Service)"])
def test_the_office_that_sends_a_form_is_no_problem(read_text: ReadText, answer: str) -> None:
    form = read_text(f"LA Name: {answer}\n\n{_WORK}")
    assert not any(one.field == "authority" or one.message.startswith("only") for one in form.problems)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Business: The Curry House, Leeds", None),
        ("The Curry House, Leeds City Council", "Leeds"),
        ("Children's Services, Leeds", "Leeds"),
        ("Ann Lee, Head of Fostering, Leeds", "Leeds"),
    ],
)
def test_where_something_is_tells_not_whose_the_form_is(read_text: ReadText, line: str, name: str | None) -> None:
    form = read_text(f"{line}\n\nDescription: {_WORK}")
    assert (form.authority and form.authority.name) == name
