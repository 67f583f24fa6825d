"""Files that are no form, or are made to hurt: each a clear problem, quickly, and never an exception."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest

import knowledge
from knowledge.domain.draft import Form
from knowledge.importing.template.files import opening
from knowledge.importing.template.files.limits import BLOCKS, FILE_BYTES, INITIATIVES, MEMORY_BYTES, SECONDS
from tests.knowledge.importing.template.conftest import ReadBytes, ReadFile, ReadText
from tests.knowledge.importing.template.word_files import NAMESPACES, bullet, document, para, table, word_file

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
#: Reliability goal: a hostile file is answered within a second; a loaded machine gets the hard stop's time.
_ANSWERED = SECONDS + 5


def refused(form: Form, *words: str) -> None:
    assert not form.can_be_saved
    assert form.drafts == ()
    assert len(form.problems) == 1
    message = form.problems[0].message
    assert "Traceback" not in message
    for word in words:
        assert word in message


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.docx", b"", ["empty"]),
        ("a.txt", b"", ["empty"]),
        ("a.docx", b"this is not a zip at all", ["not a Word file"]),
        ("a.docx", _OLE + "EncryptedPackage".encode("utf-16-le"), ["password"]),
        ("a.doc", _OLE + "WordDocument".encode("utf-16-le"), ["old Word file", ".docx"]),
        ("a.xls", _OLE + "Workbook".encode("utf-16-le"), ["Excel"]),
        ("a.msg", _OLE + "__substg1.0_0037001F".encode("utf-16-le"), ["Outlook", "attached"]),
        ("a.pdf", b"%PDF-1.7 ...", ["PDF", ".docx"]),
        ("a.rtf", b"{\\rtf1 hello}", ["Rich Text"]),
        ("a.txt", bytes(range(256)) * 20, ["not text"]),
        ("a.txt", b"\x89PNG\r\n\x1a\n", ["picture"]),
        ("a.csv", b"a,b\n", [".csv", ".docx"]),
        ("noending", b"plain", ["without an ending", ".docx"]),
    ],
)
def test_other_files_are_refused_by_what_they_hold(
    read_bytes: ReadBytes, name: str, data: bytes, words: list[str]
) -> None:
    refused(read_bytes(data, name=name), *words)


def _of_type(kind: str) -> bytes:
    return word_file(para("LA Name: Leeds"), main_type=f"application/vnd.{kind}.main+xml")


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        ("openxmlformats-officedocument.spreadsheetml.sheet", "Excel"),
        ("openxmlformats-officedocument.presentationml.presentation", "PowerPoint"),
    ],
)
def test_another_office_file_under_a_word_name_is_refused(read_bytes: ReadBytes, kind: str, what: str) -> None:
    refused(read_bytes(_of_type(kind), name="a.docx"), what)


def test_an_open_document_is_refused_with_how_to_mend_it(read_bytes: ReadBytes) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<a/>")
    refused(read_bytes(out.getvalue(), name="a.docx"), "LibreOffice", ".docx")


def test_a_word_file_named_as_text_is_refused(read_bytes: ReadBytes) -> None:
    refused(read_bytes(word_file(para("LA Name: Leeds")), name="a.txt"), ".docx")


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_truncated_word_file_is_refused(read_bytes: ReadBytes, share: float) -> None:
    whole = word_file(para("LA Name: Leeds") + bullet("We run a mentoring scheme for Black social workers."))
    refused(read_bytes(whole[: int(len(whole) * share)], name="a.docx"), "damaged")


def test_a_missing_file_and_a_folder_are_problems(read_file: ReadFile, tmp_path: Path) -> None:
    refused(read_file(tmp_path / "none.docx"), "no such file")
    refused(read_file(tmp_path), "folder")


def test_a_password_in_the_zip_is_refused(read_bytes: ReadBytes) -> None:
    whole = bytearray(word_file(para("LA Name: Leeds")))
    for found in re.finditer(rb"PK\x01\x02", bytes(whole)):
        whole[found.start() + 8] |= 1
    refused(read_bytes(bytes(whole), name="a.docx"), "password")


def test_a_file_of_100_mb_is_refused_by_its_size(read_file: ReadFile, tmp_path: Path) -> None:
    file = tmp_path / "big.docx"
    with file.open("wb") as out:
        out.write(b"PK\x03\x04")
        out.truncate(100 * 1024 * 1024)
    refused(read_file(file), f"{FILE_BYTES // 1024 // 1024} MB")


def test_a_bomb_is_told_from_its_directory(read_bytes: ReadBytes) -> None:
    filler = "<w:p><w:r><w:t>" + "A" * 1000 + "</w:t></w:r></w:p>"
    data = word_file("", parts={"word/document.xml": document(filler * 60_000)})
    assert len(data) < 600_000
    refused(read_bytes(data, name="a.docx"), "MB when opened")


def test_a_directory_that_lies_about_sizes_is_stopped_while_reading(read_bytes: ReadBytes) -> None:
    filler = "<w:p><w:r><w:t>" + "A" * 1000 + "</w:t></w:r></w:p>"
    data = bytearray(word_file("", parts={"word/document.xml": document(filler * 30_000)}))
    entry = data.rindex(b"word/document.xml")
    data[entry - 46 + 24 : entry - 46 + 28] = (5_000).to_bytes(4, "little")
    refused(read_bytes(bytes(data), name="a.docx"))


def test_fifty_thousand_members_are_refused(read_bytes: ReadBytes) -> None:
    parts = {f"junk/{index}.xml": b"" for index in range(50_000)}
    refused(read_bytes(word_file(para("LA Name: Leeds"), parts=parts), name="a.docx"), "parts")


_LAUGHS = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + index)} "{f"&{chr(97 + index)};" * 10}">' for index in range(9)
)


@pytest.mark.parametrize(
    "doctype",
    [
        _LAUGHS + "]>",
        '<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE w [<!ENTITY e SYSTEM "http://127.0.0.1:9/">]>',
        '<!DOCTYPE w SYSTEM "http://127.0.0.1:9/a.dtd">',
        '<!DOCTYPE w [<!ENTITY % p SYSTEM "http://127.0.0.1:9/a.dtd"> %p;]>',
    ],
)
@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels"]
)
def test_entities_are_refused_in_every_part(read_bytes: ReadBytes, doctype: str, part: str) -> None:
    plain = word_file(para("LA Name: Leeds"))
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        content = archive.read(part).decode()
    hostile = content.replace("?>", f"?>{doctype}", 1)
    refused(read_bytes(word_file(para("LA Name: Leeds"), parts={part: hostile}), name="a.docx"), "document type")


def test_a_grid_of_thirty_million_columns_is_read_by_its_cells(read_bytes: ReadBytes) -> None:
    rows = table((para("LA Name"), para("Leeds"))).replace(
        "<w:tcPr/>", '<w:tcPr><w:gridSpan w:val="30000000"/></w:tcPr>'
    )
    started = time.monotonic()
    form = read_bytes(word_file(rows + bullet("We run a mentoring scheme for Black social workers.")), name="a.docx")
    assert form.authority is not None
    assert len(form.drafts) == 1
    assert time.monotonic() - started < _ANSWERED


def test_tables_a_hundred_deep_are_refused(read_bytes: ReadBytes) -> None:
    inside = para("deep")
    for _ in range(100):
        inside = table((inside + para("x"),))
    refused(read_bytes(word_file(inside), name="a.docx"), "deep")


def test_ten_thousand_deep_elements_do_no_harm(read_bytes: ReadBytes) -> None:
    inside = "<w:smartTag>" * 10_000 + "<w:r><w:t>x</w:t></w:r>" + "</w:smartTag>" * 10_000
    form = read_bytes(word_file(f"<w:p>{inside}</w:p>"), name="a.docx")
    assert not form.can_be_saved


def test_ten_thousand_bullets_are_refused_in_words(read_bytes: ReadBytes, read_text: ReadText) -> None:
    bullets = "".join(
        bullet(f"We run mentoring scheme {index * 7919} for {index} social workers.") for index in range(10_000)
    )
    refused(read_bytes(word_file(para("LA Name: Leeds") + bullets), name="a.docx"), f"{BLOCKS:,}")
    refused(read_text("LA Name: Leeds\n" + "- We run a mentoring scheme.\n" * 10_000), f"{BLOCKS:,}")


def test_more_initiatives_than_a_reviewer_can_read_are_capped_with_a_problem(read_text: ReadText) -> None:
    form = read_text(
        "LA Name: Leeds\n" + "".join(f"- We run mentoring scheme number {index}.\n" for index in range(300))
    )
    assert len(form.drafts) == INITIATIVES
    assert any("300" in problem.message for problem in form.problems)


def test_comments_in_the_margin_are_not_read_and_that_is_said(read_bytes: ReadBytes) -> None:
    beside = f"<w:comments {NAMESPACES}><w:comment w:id='0'>{para('Impact: lateness fell.')}</w:comment></w:comments>"
    form = read_bytes(
        word_file(
            para("LA Name: Leeds") + bullet("We run a mentoring scheme for Black social workers."),
            parts={"word/comments.xml": beside},
            relationships='<Relationship Id="rIdC" Target="comments.xml" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"/>',
        ),
        name="a.docx",
    )
    assert [one.impact for one in form.drafts] == [None]
    assert "1 comment(s) beside the text were not read" in " ".join(problem.message for problem in form.problems)


def test_macros_and_outside_pictures_are_left_alone_and_named(read_bytes: ReadBytes) -> None:
    outside = (
        '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        'Target="http://169.254.169.254/latest" TargetMode="External"/>'
    )
    macros = {"word/vbaProject.bin": _OLE}
    body = para("LA Name: Leeds") + bullet("We run a mentoring scheme for Black social workers.")
    data = word_file(
        body,
        parts=macros,
        relationships=outside,
        main_type="application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    form = read_bytes(data, name="a.docm")
    assert form.can_be_saved
    said = " ".join(problem.message for problem in form.problems)
    assert "macros" in said
    assert "nothing was fetched" in said


def test_paths_that_leave_the_package_are_never_followed(read_bytes: ReadBytes) -> None:
    parts = {"../../../etc/passwd": b"root", "/absolute.xml": b"x"}
    form = read_bytes(
        word_file(para("LA Name: Leeds") + bullet("We run a mentoring scheme for staff."), parts=parts), name="a.docx"
    )
    assert form.can_be_saved


def test_blank_forms_are_no_forms(read_bytes: ReadBytes, read_text: ReadText) -> None:
    for form in (read_bytes(word_file(para("")), name="a.docx"), read_text("   \n\n")):
        assert not form.can_be_saved
        assert {problem.field for problem in form.problems} == {"authority", "initiatives"}


def _confined(code: str) -> subprocess.CompletedProcess[str]:
    """Run `code` in a process confined as the child is."""
    start = "from knowledge.importing.template.files import child_process; child_process.confine()\n"
    return subprocess.run([sys.executable, "-c", start + code], capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize(
    "code",
    [
        f"bytearray({MEMORY_BYTES})",
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('example.org', 80)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "with open('written', 'w') as file: file.write('x' * 100)",
    ],
)
def test_the_child_can_neither_grow_nor_reach_out_nor_write(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(knowledge.__file__).parents[1]))
    monkeypatch.chdir(tmp_path)
    assert _confined(code).returncode != 0


def test_what_needs_more_memory_than_the_child_has_is_refused(read_bytes: ReadBytes) -> None:
    filler = "".join(f"<{letter}/>" for letter in "abcdefghijklmnopqrstuvwxyz" * 115_000)
    refused(read_bytes(word_file(f"<w:p>{filler}</w:p>"), name="a.docx"), "memory")


def test_the_child_is_given_no_secrets(read_bytes: ReadBytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-canary")
    given: list[dict[str, str]] = []
    run = subprocess.run

    def watched(command: list[str], **options: Any) -> Any:
        given.append(options["env"])
        return run(command, **options)

    monkeypatch.setattr(opening.subprocess, "run", watched)
    assert read_bytes(word_file(para("LA Name: Leeds")), name="a.docx").authority
    assert "xoxb-canary" not in str(given)
    assert given


def test_a_reader_that_hangs_is_stopped(read_bytes: ReadBytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def hangs(command: list[str], **options: Any) -> Any:
        raise subprocess.TimeoutExpired(command, options["timeout"])

    monkeypatch.setattr(opening.subprocess, "run", hangs)
    refused(read_bytes(word_file(para("LA Name: Leeds")), name="a.docx"), f"{SECONDS} seconds")
