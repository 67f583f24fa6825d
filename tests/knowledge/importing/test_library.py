"""What library files give when they are right."""

from __future__ import annotations

import codecs
from datetime import date
from pathlib import Path

import pytest

from knowledge.domain.initiative import (
    Category,
    Contact,
    Evidence,
    Initiative,
    Resource,
    Source,
    SourceKind,
    Theme,
    Visibility,
)
from knowledge.importing.library import read_library
from tests.knowledge.importing.yaml_files import REGISTER, LibraryFile, entry, read

FULL = """\
- id: ashford-mentors
  authority: Ashford Borough Council
  title: Mentors for young people
  summary: |
    First paragraph.

    Second paragraph.
  impact: Fewer exclusions.
  evidence: early-results
  categories: [children-and-families, communities, communities]
  themes:
    - youth-voice
    - youth-justice
    - youth-voice
  year: 2020
  checked: 2026-10-01
  visibility: authority
  contacts:
    - {name: Ada Obi, role: Lead, team: Schools, email: ada@example.gov.uk, phone: "020 7946 0000",
       url: https://example.org/ada, confirmed: "2026-11-01", public: true}
  resources: [{title: Toolkit, url: http://example.org/kit}, {title: Handbook}]
  source: {title: A report, url: https://example.org/report, read: 2026-11-23, kind: document, dated: March 2026}
"""


@pytest.fixture
def file(tmp_path: Path) -> LibraryFile:
    return LibraryFile(tmp_path)


def _only(file: LibraryFile, content: str | bytes) -> Initiative:
    item = file.one(content)
    assert item.initiative is not None, [str(problem) for problem in item.problems]
    return item.initiative


def test_every_field_of_a_full_entry_is_read(file: LibraryFile) -> None:
    assert _only(file, FULL) == Initiative(
        id="ashford-mentors",
        authority="Ashford",
        title="Mentors for young people",
        summary="First paragraph.\n\nSecond paragraph.",
        impact="Fewer exclusions.",
        evidence=Evidence.EARLY_RESULTS,
        categories=(Category.CHILDREN_AND_FAMILIES, Category.COMMUNITIES),
        themes=("youth-voice", "youth-justice"),
        year="2020",
        checked=date(2026, 10, 1),
        visibility=Visibility.AUTHORITY,
        own_contacts=(
            Contact(
                name="Ada Obi",
                role="Lead",
                team="Schools",
                email="ada@example.gov.uk",
                phone="020 7946 0000",
                url="https://example.org/ada",
                confirmed=date(2026, 11, 1),
                public=True,
            ),
        ),
        resources=(Resource("Toolkit", "http://example.org/kit"), Resource("Handbook")),
        source=Source("A report", "https://example.org/report", date(2026, 11, 23), SourceKind.DOCUMENT, "March 2026"),
    )


def test_what_is_left_out_has_the_documented_defaults(file: LibraryFile) -> None:
    initiative = _only(file, entry())

    assert (initiative.evidence, initiative.visibility) == (Evidence.DESCRIBED, Visibility.NETWORK)
    assert (initiative.impact, initiative.year, initiative.checked) == (None, None, None)
    assert initiative.contacts == ()
    assert initiative.resources == ()


def test_a_resource_that_is_an_address_alone_has_it_as_its_title(file: LibraryFile) -> None:
    initiative = _only(file, entry(resources="[{url: https://example.org/kit}]"))
    assert initiative.resources == (Resource("https://example.org/kit", "https://example.org/kit"),)


def test_an_item_says_where_it_stands(file: LibraryFile) -> None:
    second = file.items(f"# a comment\n\n{entry()}{entry(id='ashford-two')}")[1]

    assert (second.file, second.line, second.id) == (str(file.path), 10, "ashford-two")
    assert second.origin == str(file.path.resolve())
    assert not second.whole_file


@pytest.mark.parametrize("named", ["ashford", "Ashford Borough Council", "The Ash", "E07000105", "  ASHFORD  "])
def test_an_authority_goes_by_any_of_its_names(file: LibraryFile, named: str) -> None:
    assert _only(file, entry(authority=named)).authority == "Ashford"


def test_accents_do_not_hide_an_authority(file: LibraryFile) -> None:
    assert _only(file, entry(authority='"Sian’s Town"')).authority == "Llanfair"


def test_authority_contacts_and_source_of_a_file_stand_for_entries_without_their_own(file: LibraryFile) -> None:
    bare = entry(authority=None, source=None).replace("\n", "\n  ")
    own = entry(id="b-two", authority="Birchdale", contacts="[{team: Own}]", source="{title: Own}")
    one, two = file.items(
        "authority: Ashford\ncontacts: [{name: Ada Obi}]\nsource: {title: The form, kind: form}\n"
        "initiatives:\n  " + bare + "\n  " + own.replace("\n", "\n  ")
    )

    assert one.initiative is not None
    assert two.initiative is not None
    assert (one.initiative.authority, one.initiative.source) == ("Ashford", Source("The form", kind=SourceKind.FORM))
    assert (one.initiative.own_contacts, one.initiative.contacts) == ((), (Contact(name="Ada Obi"),))
    assert (two.initiative.authority, two.initiative.source.title) == ("Birchdale", "Own")
    assert two.initiative.contacts == (Contact(team="Own"),)
    assert two.initiative.form_contacts == (Contact(name="Ada Obi"),)


def test_values_for_a_whole_file_may_stand_below_its_entries(file: LibraryFile) -> None:
    bare = entry(authority=None).replace("\n", "\n  ")

    assert _only(file, f"initiatives:\n  {bare}\nauthority: Birchdale\n").authority == "Birchdale"


def test_an_empty_list_of_contacts_leaves_those_of_the_file(file: LibraryFile) -> None:
    text = entry(contacts="[]").replace("\n", "\n  ")

    assert _only(file, f"contacts: [{{team: Schools}}]\ninitiatives:\n  {text}").contacts == (Contact(team="Schools"),)


@pytest.mark.parametrize(
    ("source", "kind"),
    [("{title: T, url: https://example.org}", "page"), ("{title: T}", "document"), ("{title: T, kind: form}", "form")],
)
def test_a_source_with_an_address_is_a_page_and_one_without_a_document(
    file: LibraryFile, source: str, kind: str
) -> None:
    assert _only(file, entry(source=source)).source.kind == kind


@pytest.mark.parametrize(
    ("written", "year"),
    [("2020", "2020"), ("'2020'", "2020"), ("2018-2021", "2018-2021"), ("until 2023", "until 2023")],
)
def test_a_year_is_free_text_or_a_bare_number(file: LibraryFile, written: str, year: str) -> None:
    assert _only(file, entry(year=written)).year == year


@pytest.mark.parametrize(
    "encoded",
    [
        lambda text: text.encode("utf-8"),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("utf-32"),
        lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
        lambda text: text.encode("utf-16-le"),
        lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
    ],
    ids=["UTF-8", "UTF-8 with mark", "UTF-16", "UTF-32", "UTF-16 big-endian", "UTF-16 without mark", "Windows lines"],
)
def test_files_are_read_in_the_encodings_that_editors_save(file: LibraryFile, encoded: object) -> None:
    assert callable(encoded)
    initiative = _only(file, encoded(entry(title="Siân’s café – 友達")))

    assert initiative.title == "Siân’s café – 友達"


def test_control_characters_and_direction_marks_are_cleaned_away(file: LibraryFile) -> None:
    initiative = _only(file, entry(title='"Men\\0tors\\x07 \\u202egnol"', summary="One\x0bTwo\x00Three\u2028Four"))

    assert initiative.title == "Men tors gnol"
    assert initiative.summary == "One Two Three Four"


def test_folders_are_read_with_those_in_them_in_order_and_each_file_once(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name, id_ in {"c.yml": "c", "a.YAML": "a", "b/d.yaml": "b-d", "notes.txt": "x", ".hidden.yaml": "y"}.items():
        (tmp_path / name).write_text(entry(id=id_))

    assert [item.id for item in read(tmp_path, tmp_path / "c.yml")] == ["a", "b-d", "c"]


def test_a_link_back_to_its_own_folder_is_followed_once(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(entry())
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)

    assert [item.id for item in read(tmp_path)] == ["ashford-mentors"]


def test_a_large_file_is_read_entry_by_entry(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_text("".join(entry(id=f"ashford-{number}") for number in range(2_000)))
    items = read(path)

    assert [item.id for item in items] == [f"ashford-{number}" for number in range(2_000)]
    assert items[-1].line == 1_999 * 7 + 1
    assert all(item.initiative for item in items)


def test_a_theme_named_as_it_was_before_means_what_it_is_called_now(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_text(entry(themes="[youth-crime, workforce]"))
    themes = (Theme("youth-justice", "Youth justice", was=("youth-crime",)), Theme("workforce", "Workforce"))
    (item,) = read_library([path], REGISTER, themes)
    assert item.initiative is not None
    assert item.initiative.themes == ("youth-justice", "workforce")
