"""No file and no text crashes the reader, and what it proposes can be stored."""

from __future__ import annotations

import io
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.domain.draft import Form
from knowledge.domain.initiative import SUMMARY_LENGTH, TITLE_LENGTH
from knowledge.importing.template.files import child_process
from knowledge.importing.template.files.document import from_plain
from knowledge.importing.template.files.limits import INITIATIVES
from tests.knowledge.importing.template.conftest import ReadBytes, ReadText
from tests.knowledge.importing.template.word_files import (
    bullet,
    deleted,
    heading,
    inserted,
    numbered,
    para,
    table,
    text_box,
    word_file,
)

_FORMS = Path(__file__).parent / "forms"
_WORDS = [
    "LA Name: Leeds",
    "LA Name:",
    "Leeds",
    "☑ With partners",
    "With communities",
    "With children and families",
    "Category",
    "Contact",
    "Contact:",
    "Contact: Ann Lee, Head of Practice, a@b.uk",
    "Fostering - Joel Smith",
    "Impact",
    "Impact: it fell by 10%",
    "Resources",
    "https://a.example/b",
    "Examples of our initiatives include:",
    "The programme offers:",
    "We set up a mentoring scheme for Black social workers.",
    "Aims",
    "1. A club",
    "It meets weekly.",
    "Please describe the work.",
    "Reverse mentoring: leaders learn",
    "(",
    "[x]",
    "Initiative 2:",
    "Kind regards",
    "n/a",
    "\u00a0",
    "“",
    "Sharing practice",
    "Title of initiative",
    "Name",
    "Role",
    "Email",
    "Description",
    "Lead officer: Zoë",
    "for more on this contact her",
    "-",
    "|a|b|",
]
_LINE = st.lists(st.sampled_from(_WORDS) | st.text(max_size=12), min_size=1, max_size=3).map(" ".join)
_PARAGRAPH = st.builds(
    lambda make, text: make(text),
    st.sampled_from([para, bullet, numbered, heading]),
    _LINE.map(lambda s: "".join(c for c in s if c.isprintable() and c != "<")),
)
_BODY = st.recursive(
    st.lists(_PARAGRAPH, max_size=6).map("".join),
    lambda inner: st.one_of(
        st.lists(st.tuples(inner, inner), min_size=1, max_size=3).map(lambda rows: table(*rows)),
        inner.map(lambda body: para("beside", text_box(body))),
        st.tuples(inner, inner).map("".join),
        inner.map(lambda body: f"<w:sdt><w:sdtContent>{body}</w:sdtContent></w:sdt>"),
        st.just(para(deleted("a"), inserted("b"))),
    ),
    max_leaves=6,
)
_RELAXED = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
_MARKS = st.sampled_from(["", "- ", "  - ", "1. ", "# ", "• ", "\t"])


def _fit_to_store(form: Form) -> None:
    assert form.drafts or form.problems
    assert len(form.drafts) <= INITIATIVES
    for draft in form.drafts:
        assert draft.title.strip()
        assert len(draft.title) <= TITLE_LENGTH
        assert draft.summary.strip()
        assert len(draft.summary) <= SUMMARY_LENGTH
        assert draft.categories
        for person in draft.contacts:
            assert person.name or person.role or person.team or person.email or person.phone or person.url
    assert (form.authority is None) == any(problem.field in ("authority", "file") for problem in form.problems)


@_RELAXED
@given(lines=st.lists(st.tuples(_MARKS, _LINE).map("".join), max_size=25))
def test_any_text_is_read(read_text: ReadText, lines: list[str]) -> None:
    _fit_to_store(read_text("\n".join(lines)))


@_RELAXED
@given(body=_BODY)
def test_any_structure_of_word_is_read(read_text: ReadText, body: str) -> None:
    told = child_process.answer(io.BytesIO(word_file(body)))
    assert "document" in told, told
    from_plain(told["document"])


@settings(_RELAXED, max_examples=15)
@given(body=_BODY)
def test_any_structure_of_word_becomes_a_form(read_bytes: ReadBytes, body: str) -> None:
    _fit_to_store(read_bytes(word_file(para("LA Name: Leeds") + body), name="a.docx"))


@_RELAXED
@given(
    name=st.sampled_from(sorted(path.name for path in _FORMS.glob("*.docx"))),
    flips=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=8),
    keep=st.floats(0.05, 1),
)
def test_real_files_with_bytes_changed_are_read_or_refused_in_words(
    name: str, flips: list[tuple[int, int]], keep: float
) -> None:
    data = bytearray((_FORMS / name).read_bytes())
    for at, byte in flips:
        data[at % len(data)] = byte
    told = child_process.answer(io.BytesIO(bytes(data[: max(1, int(len(data) * keep))])))
    assert set(told) <= {"document", "unreadable"}


@_RELAXED
@given(
    data=st.binary(max_size=400),
    start=st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"LA Name: Leeds\n"]),
)
def test_any_bytes_named_as_text_are_read_or_refused(read_bytes: ReadBytes, data: bytes, start: bytes) -> None:
    _fit_to_store(read_bytes(start + data, name="a.txt"))


def test_a_topic_with_the_forms_own_words_between_it_and_deeper_items_is_read(read_text: ReadText) -> None:
    choir = "We set up a choir of Somali mothers in two libraries."
    form = read_text(f"LA Name: Leeds\n- Initiatives\n- Please describe the work.\n  - {choir}\n")
    assert form.authority is not None
