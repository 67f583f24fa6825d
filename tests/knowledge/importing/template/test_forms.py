"""Every fixture against the YAML file beside it; the reader's README tells how those files came about."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from knowledge.domain.draft import Draft, Form
from knowledge.importing.template.drafts.titles import LONGEST
from tests.knowledge.importing.template import make_forms, make_more_forms
from tests.knowledge.importing.template.conftest import ReadFile
from tests.knowledge.importing.template.form_parts import named, people
from tests.knowledge.importing.template.word_files import para, word_file

FORMS = Path(__file__).parent / "forms"
EXPECTED = sorted(FORMS.glob("*.yaml"))


@pytest.fixture(params=EXPECTED, ids=lambda path: path.stem)
def expected(request: pytest.FixtureRequest) -> tuple[Path, dict[str, Any]]:
    path: Path = request.param
    file = next(path.with_suffix(ending) for ending in (".docx", ".txt", ".md") if path.with_suffix(ending).exists())
    return file, yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def forms_read() -> dict[Path, Form]:
    """Forms read so far: each is read once for all the tests that look at it."""
    return {}


@pytest.fixture
def read(
    expected: tuple[Path, dict[str, Any]], read_file: ReadFile, forms_read: dict[Path, Form]
) -> tuple[Form, dict[str, Any]]:
    file, wanted = expected
    if file not in forms_read:
        forms_read[file] = read_file(file)
    return forms_read[file], wanted


def _pairs(read: tuple[Form, dict[str, Any]]) -> list[tuple[Draft, dict[str, Any]]]:
    form, wanted = read
    return list(zip(form.drafts, wanted["initiatives"], strict=True))


def test_the_authority_and_the_categories_are_those_of_the_form(read: tuple[Form, dict[str, Any]]) -> None:
    form, wanted = read
    assert form.authority is not None
    assert form.authority.name == wanted["authority"]
    assert [category.value for category in form.categories] == wanted["categories"]


def test_each_piece_of_work_is_proposed_once_under_a_title_that_names_it(read: tuple[Form, dict[str, Any]]) -> None:
    form, wanted = read
    assert len(form.drafts) == len(wanted["initiatives"]), [draft.title for draft in form.drafts]
    for draft, one in _pairs(read):
        assert all(word.lower() in draft.title.lower() for word in one["title_has"]), draft.title
        assert len(draft.title) <= LONGEST
        assert all(words in draft.summary for words in one.get("summary_has", []))


def test_categories_and_themes_fit_the_work(read: tuple[Form, dict[str, Any]]) -> None:
    form, _ = read
    for draft, one in _pairs(read):
        assert (
            set(one["categories"])
            <= {category.value for category in draft.categories}
            <= {c.value for c in form.categories}
        )
        assert draft.themes
        assert set(one["themes"]) <= set(draft.themes), draft.title


def test_contacts_stand_with_their_work_or_with_the_form(read: tuple[Form, dict[str, Any]]) -> None:
    form, wanted = read
    assert people(form.contacts) == wanted["contacts"]
    for draft, one in _pairs(read):
        assert people(draft.contacts) == one.get("contacts", []), draft.title
        assert not any(person.name and person.name in draft.summary for person in draft.contacts)


def test_resources_impact_and_evidence_are_those_stated(read: tuple[Form, dict[str, Any]]) -> None:
    form, wanted = read
    assert named(form.resources) == wanted["resources"]
    for draft, one in _pairs(read):
        assert named(draft.resources) == one.get("resources", []), draft.title
        assert draft.evidence.value == one.get("evidence", "described"), draft.title
        if "impact_has" in one:
            assert one["impact_has"] in (draft.impact or "")
        else:
            assert draft.impact is None


def test_titles_are_not_the_first_words_cut_off(read: tuple[Form, dict[str, Any]]) -> None:
    form, _ = read
    for draft in form.drafts:
        cut = draft.summary.startswith(draft.title) and draft.summary[len(draft.title) : len(draft.title) + 1].isalnum()
        assert not cut, draft.title
        assert draft.title.lstrip("“‘")[0].isupper() or draft.title[0].isdigit()
        assert draft.title.split()[-1].lower() not in {"and", "of", "the", "for", "with", "to", "in", "a"}


@pytest.mark.parametrize(
    ("script", "name"),
    [
        (make_forms, "leeds.docx"),
        (make_forms, "bristol.docx"),
        (make_forms, "durham.txt"),
        (make_more_forms, "vale.docx"),
    ],
)
def test_the_fixtures_are_what_their_scripts_make(script: ModuleType, name: str) -> None:
    assert (FORMS / name).read_bytes() == getattr(script, name.partition(".")[0])()


def test_a_word_file_and_its_text_are_read_the_same(read_file: ReadFile, tmp_path: Path) -> None:
    options = "Within your organisation\nWith children and families\nWith communities\nWith partners\nThrough research"
    bullets = [
        "The setting up of a Black parents' council to advise the head. For details contact Efua Danso",
        "Anti-racism training for all Leeds nursery staff. It has led to fewer complaints. Learning About Race Here",
    ]
    text = "\n".join(["LA Name: Leeds", *(f"· {one}" for one in options.split("\n")), "Our initiatives include:"])
    text = "\n".join([text, *(f"· {one}" for one in bullets), "For more on our approach contact Tom Price (Director)"])
    word = para("LA Name: Leeds") + "".join(para(one, style="ListBullet") for one in options.split("\n"))
    word += para("Our initiatives include:") + "".join(para(one, style="ListBullet") for one in bullets)
    word += para("For more on our approach contact Tom Price (Director)")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "a.docx").write_bytes(word_file(word))
    forms = [read_file(tmp_path / name) for name in ("a.txt", "a.docx")]
    assert len(forms[0].drafts) == 2
    plain, packed = ([replace(draft, place=None) for draft in form.drafts] for form in forms)
    assert plain == packed
    assert forms[0].contacts == forms[1].contacts
