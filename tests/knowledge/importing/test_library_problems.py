"""What library files give when something in them is wrong: where it stands, what it is and what would be right."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from tests.knowledge.importing.yaml_files import LibraryFile, entry, line_of, read


@pytest.fixture
def file(tmp_path: Path) -> LibraryFile:
    return LibraryFile(tmp_path)


@pytest.mark.parametrize(
    ("field", "value", "name", "says"),
    [
        ("authority", "Ashfrod", "authority", "“Ashfrod” is not in the register of authorities: did you mean Ashford?"),
        ("authority", "Xyzzy", "authority", "write a name, official name, alias or ONS code"),
        ("authority", "ABC", "authority", "“ABC” is shared by Ashford and Birchdale: name the one that is meant"),
        ("themes", "[youth-justce]", "themes", "there is no “youth-justce”: did you mean youth-justice?"),
        ("themes", "[Participation]", "themes", "did you mean youth-voice?"),
        ("themes", "[zzz]", "themes", "it is one of youth-justice, youth-voice or workforce"),
        ("themes", "[]", "themes", "is empty: give at least one"),
        ("themes", "youth-justice", "themes", "write a list: [youth-justice]"),
        ("themes", "[no]", "themes", 'no is read as true or false, not as text: put it in quotes, "no"'),
        ("categories", "[With communities]", "categories", "did you mean communities?"),
        ("categories", "[children-and-family]", "categories", "did you mean children-and-families?"),
        ("evidence", "early results", "evidence", "did you mean early-results?"),
        ("visibility", "everyone", "visibility", "it is one of network or authority"),
        ("title", "x" * 168, "title", "is 168 characters long, 18 too many: at most 150"),
        ("summary", "x" * 3_001, "summary", "is 3,001 characters long, 1 too many: at most 3,000"),
        ("impact", "y " * 2_000, "impact", "is 3,999 characters long, 999 too many"),
        ("title", "no", "title", 'no is read as true or false, not as text: put it in quotes, "no"'),
        ("title", "2020", "title", '2020 is read as a number, not as text: put it in quotes, "2020"'),
        ("title", "[a]", "title", "holds a list: write text"),
        ("title", "'  '", "title", "is empty: it is required"),
        ("title", None, "title", "is missing: it is required"),
        ("title", "", "title", "is empty: it is required"),
        ("id", "Ashford Mentors_2", "id", "must be lower-case letters, digits and single hyphens: ashford-mentors-2"),
        ("id", "ynys-môn-mentora", "id", "must be lower-case letters, digits and single hyphens: ynys-mon-mentora"),
        ("id", "2020", "id", "2020 is read as a number"),
        ("year", "yes", "year", "yes is read as true or false"),
        ("checked", "01/10/2026", "checked", "“01/10/2026” is not a date: write year-month-day, such as 2026-10-01"),
        ("checked", "2026-02-30", "checked", "“2026-02-30” is no day of the calendar"),
        ("checked", "1st October 2026", "checked", "such as 2026-10-01"),
        ("checked", "soon", "checked", "such as 2026-11-23"),
        ("source", "A page", "source", "write fields: title, url, read, kind or dated"),
        ("source", "{url: https://example.org}", "source.title", "is missing: it is required"),
        ("source", "{title: T, url: 'javascript:alert(1)'}", "source.url", "must begin with https://"),
        ("source", "{title: T, url: 'https://'}", "source.url", "is no web address"),
        ("source", "{title: T, url: 'https://example.org/a b'}", "source.url", "copy it from the browser"),
        ("source", "{title: T, url: 'http://[x'}", "source.url", "is no web address"),
        ("source", "{title: T, url: www.example.org/a}", "source.url", "such as https://www.example.org/a"),
        ("source", "{title: T, read: yesterday}", "source.read", "is not a date"),
        ("source", "{title: T, kind: webpage}", "source.kind", "did you mean page?"),
        ("contacts", "[{email: ada.example.org}]", "contacts.email", "is no e-mail address"),
        ("contacts", "[{email: 'a@example.org b@example.org'}]", "contacts.email", "is no e-mail address"),
        ("contacts", "[{url: 'ftp://example.org'}]", "contacts.url", "must begin with https://"),
        ("contacts", "[{phone: 442079460000}]", "contacts.phone", "put it in quotes"),
        ("contacts", "[{name: Ada, public: 'yes'}]", "contacts.public", "write true or false, without quotes"),
        ("contacts", "[{confirmed: 2026-11-01}]", "contacts", "names nobody: give at least one of name, role, team"),
        ("contacts", "[Ada Obi]", "contacts", "write fields: name, role"),
        ("contacts", "{name: Ada}", "contacts", "holds fields: write a list"),
        ("contacts", "[{nmae: Ada, role: Lead}]", "contacts.nmae", "there is no such field: did you mean name?"),
        ("resources", "[{url: }]", "resources.title", "is missing: it is required"),
        ("sumary", "Text", "sumary", "there is no such field: did you mean summary?"),
        ("colour", "red", "colour", "there is no such field: the fields here are id, authority"),
        ("title", "&a Mentors", "title", "names a value for repeating"),
        ("title", "!!python/object:os.system Mentors", "title", "is a YAML tag"),
    ],
)
def test_a_wrong_value_is_named_with_its_line_and_what_would_be_right(
    file: LibraryFile, field: str, value: str | None, name: str, says: str
) -> None:
    text = f"# first line\n{entry(**{field: value})}"
    problem = file.problem(text)

    assert says in problem.message
    assert problem.field == name
    assert problem.file == str(file.path)
    assert problem.line == (line_of(text, f"{field}:") if value is not None else 2)


def test_the_entry_with_a_problem_is_refused_and_the_others_are_read(file: LibraryFile) -> None:
    refused, taken = file.items(f"{entry(themes='[none]')}{entry(id='ashford-two')}")

    assert refused.initiative is None
    assert refused.id == refused.problems[0].id == "ashford-mentors"
    assert not refused.whole_file
    assert taken.initiative is not None


def test_all_problems_of_an_entry_are_named_not_only_the_first(file: LibraryFile) -> None:
    problems = file.problems(entry(authority="Nowhere at all", title=None, themes="[x]", contacts="[{email: x}, {}]"))

    assert {problem.field for problem in problems} == {"authority", "title", "themes", "contacts.email", "contacts"}


def test_problems_of_an_entry_come_in_the_order_of_its_lines(file: LibraryFile) -> None:
    text = entry(checked="soon", themes="[x]", authority="Nowhere", extra="x")

    assert [problem.line for problem in file.problems(text)] == [2, 6, 8, 9]


def test_a_required_field_under_a_misspelt_name_is_one_problem_not_two(file: LibraryFile) -> None:
    problem = file.problem(entry(title=None, titel="Mentors"))

    assert (problem.field, problem.message) == ("titel", "there is no such field: did you mean title?")


def test_a_value_over_several_lines_is_named_with_the_line_where_it_begins(file: LibraryFile) -> None:
    text = f"- id: a\n  contacts:\n    - name: Ada\n    - role: Lead\n      email: nobody\n{entry(id=None)[2:]}"
    text = text.replace("\nauthority", "\n  authority")

    assert file.problem(text).line == 5


def test_an_id_that_is_taken_is_named_with_where_it_stands_first(file: LibraryFile, tmp_path: Path) -> None:
    first = tmp_path / "a.yaml"
    first.write_text(f"# comment\n{entry()}")
    file.path.write_text(entry())
    [problem] = [problem for item in read(tmp_path) for problem in item.problems]

    assert (problem.file, problem.line, problem.field) == (str(file.path), 1, "id")
    assert f"is taken by the initiative at {first}:2" in problem.message


def test_a_field_given_twice_is_named_with_its_first_line(file: LibraryFile) -> None:
    problem = file.problem(f"{entry()}  title: Another\n")

    assert (problem.line, problem.field) == (8, "title")
    assert "given twice, first on line 3" in problem.message


def test_an_entry_that_is_no_mapping_is_refused_alone(file: LibraryFile) -> None:
    text, taken = file.items(f"- just text\n{entry()}")

    assert (text.line, text.initiative) == (1, None)
    assert "is no initiative" in text.problems[0].message
    assert taken.initiative is not None


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", 1, "is empty"),
        ("# only a comment\n", 1, "is empty"),
        ("---\n", 1, "is empty"),
        ("initiatives: []\n", 1, "holds no initiatives"),
        ("authority: Ashford\n", 1, "is missing: a file is a list of initiatives"),
        ("Hello\n", 1, "holds text only"),
        (f"&all\n{entry()}", 1, "names a value for repeating"),
        ("id: a\ntitle: b\n", 1, "begin it with '- '"),
        ("- id: a\n\ttitle: b\n", 2, "a tab indents this line"),
        ("- id: a\n  title: b: c\n", 2, "needs quotes round it"),
        ("- id: a\n title: b\n", 2, "their fields two columns in"),
        ('- id: "a\n  title: b\n', 3, "a quote that was opened is never closed"),
        ('- title: "S:\\shared"\n', 1, "a backslash in double quotes must be doubled"),
        ('- title: "C:\\Users"\n', 1, "a backslash in double quotes must be doubled"),
        ("- id: a\n  title: @b\n", 2, "needs quotes round it"),
        ("- [a, b\n", 2, "a bracket that was opened is not closed"),
        (f"{entry()}---\n{entry()}", 8, "a second document begins here"),
        (b"- id: a\n  title: caf\xe9\n", 2, "is not UTF-8 text (byte 0xe9)"),
    ],
)
def test_a_file_that_is_broken_as_a_whole_says_so_with_the_line(
    file: LibraryFile, text: str | bytes, line: int, says: str
) -> None:
    item = file.one(text)

    assert item.whole_file
    assert item.initiative is None
    assert item.problems[0].line == line
    assert says in item.problems[0].message


def test_nothing_of_a_file_that_breaks_off_late_is_given_out(file: LibraryFile) -> None:
    item = file.one(entry() + "- id: [never closed\n")

    assert item.whole_file


@pytest.mark.parametrize(
    ("head", "line", "name"),
    [
        ("authority: Ashfrod\n", 1, "authority"),
        ("contact: [{name: Ada}]\n", 1, "contact"),
        ("\ncontacts: [{email: nobody}]\n", 2, "contacts.email"),
        ("source: {url: https://example.org}\n", 1, "source.title"),
    ],
)
def test_a_wrong_value_for_all_entries_is_named_once_and_refuses_the_file(
    file: LibraryFile, head: str, line: int, name: str
) -> None:
    entries = (entry() + entry(id="ashford-two", themes="[x]")).replace("\n", "\n  ")
    whole, second = file.items(f"{head}initiatives:\n  {entries}")

    assert whole.whole_file
    assert [(problem.line, problem.field) for problem in whole.problems] == [(line, name)]
    assert (second.id, second.initiative) == ("ashford-two", None)


def test_repeating_by_reference_is_refused_and_never_expanded(file: LibraryFile) -> None:
    levels = [f"  {name}: &{name} [{', '.join([f'*{before}'] * 9)}]" for before, name in pairwise("abcdefghi")]
    bomb = "- id: bomb\n  a: &a [x]\n" + "\n".join(levels) + "\n"
    item = file.one(bomb)

    assert item.initiative is None
    assert item.id == "bomb"


def test_an_alias_is_named_where_it_stands(file: LibraryFile) -> None:
    text = f"{entry(contacts='&who [{name: Ada}]')}{entry(id='b', contacts='*who')}"

    assert [problem.line for problem in file.problems(text)] == [8, 16]


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    [item] = read(tmp_path / "missing.yaml")

    assert item.whole_file
    assert "there is no such file or folder" in item.problems[0].message


@pytest.mark.parametrize("path", [".", "loop.yaml"])
def test_a_link_that_leads_to_itself_is_named(tmp_path: Path, path: str) -> None:
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    [item] = read(tmp_path / path)

    assert item.whole_file
    assert "cannot be read" in item.problems[0].message


def test_a_folder_without_files_is_named(tmp_path: Path) -> None:
    [item] = read(tmp_path)

    assert item.whole_file
    assert "holds no .yaml or .yml file" in item.problems[0].message


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    [item] = read(tmp_path / "pipe.yaml")

    assert item.problems[0].message == "is not a file"


def test_a_file_that_may_not_be_read_is_named(file: LibraryFile, monkeypatch: pytest.MonkeyPatch) -> None:
    file.path.write_text(entry())

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    [item] = read(file.path)

    assert item.whole_file
    assert item.problems[0].message == "cannot be read: Permission denied"


def test_a_folder_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", refuse)
    [item] = read(tmp_path)

    assert item.whole_file
    assert str(item.problems[0]) == f"{tmp_path}: cannot be read: Permission denied"


def test_the_pure_parser_gives_the_same_problems(file: LibraryFile, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"{entry(themes='[x]')}{entry(id='b', title=None)}"
    fast = file.problems(text)
    monkeypatch.delattr(yaml, "CSafeLoader")

    assert file.problems(text) == fast
    assert file.one("- id: a\n\ttitle: b\n").problems[0].line == 2


@pytest.mark.parametrize(
    ("above", "name"),
    [("authority: Xyzzy", "authority"), ("authorty: Ashford", "authorty"), ("source: {title: ''}", "source.title")],
)
def test_what_is_wrong_above_the_entries_is_told_once_and_not_for_every_entry(
    file: LibraryFile, above: str, name: str
) -> None:
    field = "source" if name.startswith("source") else "authority"
    entries = "".join(f"  {line}\n" for id in "ab" for line in entry(id=id, **{field: None}).splitlines())
    assert file.problem(f"{above}\ninitiatives:\n{entries}").field == name


def test_a_misspelt_list_of_initiatives_is_not_missing_too(file: LibraryFile) -> None:
    assert "did you mean initiatives?" in file.problem("authority: Ashford\ninitatives: []\n").message


def test_an_empty_item_of_a_list_is_called_so(file: LibraryFile) -> None:
    assert file.problem(entry(themes='[youth-justice, ""]')).message == "holds an empty value"


def test_a_list_that_is_empty_in_so_many_words_is_a_library_of_nothing(file: LibraryFile) -> None:
    assert file.problems("[]\n") == []
