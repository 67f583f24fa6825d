"""How a form is understood: authority, categories, what is work and what is not."""

from __future__ import annotations

import pytest

from knowledge.domain.initiative import Category, Evidence
from knowledge.importing.template.drafts.evidence import evidence_in
from knowledge.importing.template.drafts.impact import take_impact
from tests.knowledge.importing.template.conftest import ReadText

_WORK = "\n- A mentoring scheme for Black social workers that we set up in 2024\n"


@pytest.mark.parametrize(
    "text",
    [
        "LA Name: Leeds",
        "LA Name:\nLeeds",
        "LA NAME - LEEDS CITY COUNCIL",
        "Local Authority: Leeds City Counsil",
        "Name of council: Leeds (Children and Families)",
        "Council = Leeds",
        "LA name Leeds",
        "| LA Name | Leeds |\n|---|---|\n| Date | May |",
        "**Local authority:** Leeds",
        "Leeds City Council\nSharing practice",
    ],
)
def test_the_authority_is_found_however_it_stands(read_text: ReadText, text: str) -> None:
    form = read_text(text + _WORK)
    assert form.authority is not None
    assert form.authority.code == "E08000035"


def test_an_unknown_authority_is_a_problem_that_offers_the_nearest(read_text: ReadText) -> None:
    form = read_text("LA Name: Ledes and Loamshire" + _WORK)
    assert form.authority is None
    [problem] = [one for one in form.problems if one.field == "authority"]
    assert problem.place == "line 1"
    assert "did you mean" in problem.message


def test_a_shared_alias_is_a_problem_that_names_them_all(read_text: ReadText) -> None:
    form = read_text("LA Name: NCC" + _WORK)
    assert form.authority is None
    [problem] = [one for one in form.problems if one.field == "authority"]
    assert "Nottingham" in problem.message
    assert "Norfolk" in problem.message


def test_an_authority_mentioned_in_passing_is_not_the_forms(read_text: ReadText) -> None:
    form = read_text("We ran a scheme with colleagues from Leeds for Black social workers.")
    assert form.authority is None
    assert not form.can_be_saved


_FIVE = (
    "Within your organisation",
    "With children and families",
    "With communities",
    "With partners",
    "Through research",
)
_CHOSEN = (Category.COMMUNITIES, Category.PARTNERS)


@pytest.mark.parametrize(
    "options",
    [
        "\n".join(f"{'☑' if 2 <= at <= 3 else '☐'} {one}" for at, one in enumerate(_FIVE)),
        "\n".join(f"{one} {'✓' if 2 <= at <= 3 else ''}" for at, one in enumerate(_FIVE)),
        "\n".join(f"[{'x' if 2 <= at <= 3 else ' '}] {one}" for at, one in enumerate(_FIVE)),
        "\n".join(f"- [{'X' if 2 <= at <= 3 else ' '}] {one}" for at, one in enumerate(_FIVE)),
        "\n".join(f"{one} – {'Yes' if 2 <= at <= 3 else 'No'}" for at, one in enumerate(_FIVE)),
        "\n".join(f"{'**' if 2 <= at <= 3 else ''}{one}{'**' if 2 <= at <= 3 else ''}" for at, one in enumerate(_FIVE)),
        "· With communities\n· With partners",
        "Categories: with communities, with partners",
        "Category:\nCommunities and partners",
        "| Category | |\n|---|---|\n"
        + "\n".join(f"| {one} | {'x' if 2 <= at <= 3 else ''} |" for at, one in enumerate(_FIVE)),
        "☐ Within your organisation ☐ With children & families ☒ With communities ☒ With partners ☐ Through research",
    ],
)
def test_categories_are_read_by_whatever_marks_them(read_text: ReadText, options: str) -> None:
    form = read_text(f"LA Name: Leeds\n{options}\n{_WORK}")
    assert form.categories == _CHOSEN
    assert len(form.drafts) == 1


def test_unmarked_categories_are_worked_out_with_a_notice(read_text: ReadText) -> None:
    options = "\n".join(f"· {one}" for one in _FIVE)
    form = read_text(f"LA Name: Leeds\n{options}\n\nWhat we do:{_WORK}")
    assert form.drafts[0].categories == (Category.WITHIN_ORGANISATION,)
    assert any(problem.field == "categories" for problem in form.problems)


def test_a_section_named_after_a_category_decides_it(read_text: ReadText) -> None:
    form = read_text(f"LA Name: Leeds\n\nWith partners{_WORK}\nThrough research{_WORK.replace('scheme', 'study')}")
    assert [draft.categories for draft in form.drafts] == [(Category.PARTNERS,), (Category.RESEARCH,)]


@pytest.mark.parametrize(
    "text",
    [
        "Please describe the work in no more than 500 words and return this form to forms@leeds.example.gov.uk.",
        "Our aims\n- To be an anti-racist city\n- To listen to every child",
        "Background\nLeeds is a diverse city where we set up services for all in 1999 and have run them since.",
        "We are committed to equity and believe that every child matters. There is a long way to go.",
        "We know that outcomes still show disproportionality and we recognise the part that racism plays.",
    ],
)
def test_instructions_aims_and_general_statements_are_no_work(read_text: ReadText, text: str) -> None:
    form = read_text(f"LA Name: Leeds\n\n{text}\n\nWhat we have done\n{_WORK}")
    assert [draft.title for draft in form.drafts] == ["Mentoring scheme for Black social workers"]
    assert form.contacts == ()


def test_parts_under_an_item_belong_to_it(read_text: ReadText) -> None:
    form = read_text(
        "LA Name: Leeds\n1. A leadership course that we run for Black staff. It has:\n   a) six days\n   b) a "
        "coach\n2. A staff network that we fund\n"
    )
    assert len(form.drafts) == 2
    assert "six days" in form.drafts[0].summary
    assert "a coach" in form.drafts[0].summary


def test_the_parts_of_a_programme_in_prose_belong_to_it(read_text: ReadText) -> None:
    form = read_text(
        "LA Name: Leeds\nWe have launched a leadership programme for Black staff.\nThe programme offers:\n- six "
        "days\n- a coach\n- a sponsor\n"
    )
    assert len(form.drafts) == 1
    assert form.drafts[0].summary.endswith("six days; a coach; a sponsor")


@pytest.mark.parametrize("mark", ["·", "•", "-", "*", "–", "o", "▪", "1.", "(a)", "\uf0b7"])
def test_typed_bullets_of_every_kind_are_items(read_text: ReadText, mark: str) -> None:
    work = [
        "a mentoring scheme for Black social workers",
        "a reading club for Somali girls",
        "a review of stop and search",
    ]
    form = read_text("LA Name: Leeds\nWhat we have done:\n" + "\n".join(f"{mark} We set up {one}" for one in work))
    assert len(form.drafts) == 3


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("It was evaluated by the university in 2024.", Evidence.EVALUATED),
        ("An independent evaluation found that staff stayed longer.", Evidence.EVALUATED),
        ("It will be evaluated by the university.", Evidence.DESCRIBED),
        ("It has not yet been evaluated.", Evidence.DESCRIBED),
        ("Early results are encouraging.", Evidence.EARLY_RESULTS),
        ("Exclusions fell by 12% in a year.", Evidence.EARLY_RESULTS),
        ("We hope that exclusions will fall by 12%.", Evidence.DESCRIBED),
        ("Staff meet monthly.", Evidence.DESCRIBED),
    ],
)
def test_evidence_is_only_what_the_words_claim(text: str, evidence: Evidence) -> None:
    assert evidence_in(text) is evidence


def test_sentences_of_results_at_the_end_are_the_impact() -> None:
    text = "We run a club for girls. It meets weekly. Attendance has risen by a third."
    assert take_impact(text) == ("We run a club for girls. It meets weekly.", "Attendance has risen by a third.")


def test_a_text_that_only_tells_results_keeps_its_first_sentence() -> None:
    assert take_impact("The club has led to fewer exclusions.") == ("The club has led to fewer exclusions.", None)


def test_a_title_with_nothing_readable_behind_it_is_its_own_summary(read_text: ReadText) -> None:
    form = read_text("LA Name: Leeds\n- Reverse mentoring: \x1b\n")
    assert [(draft.title, draft.summary) for draft in form.drafts] == [("Reverse mentoring", "Reverse mentoring")]
