"""A form from a file, from bytes or from pasted text: opened, then understood; never an exception."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from knowledge.domain.authority import AuthorityMatcher
from knowledge.domain.draft import Form
from knowledge.errors import Problem
from knowledge.importing.template.drafts.draft import SuggestThemes
from knowledge.importing.template.files.document import Document
from knowledge.importing.template.files.limits import Unreadable
from knowledge.importing.template.files.opening import open_bytes, open_path
from knowledge.importing.template.files.plain_text import read_plain
from knowledge.importing.template.reading import read_document


def read_form(path: Path, *, matcher: AuthorityMatcher, suggest_themes: SuggestThemes) -> Form:
    """The form in the file at `path`. Never raises: one that cannot be read is a Form with a problem."""
    return _read(str(path), lambda: open_path(path), matcher, suggest_themes)


def read_form_bytes(data: bytes, *, name: str, matcher: AuthorityMatcher, suggest_themes: SuggestThemes) -> Form:
    """The form in a file that was received; `name` is what its sender called it."""
    return _read(name, lambda: open_bytes(data, name), matcher, suggest_themes)


def read_form_text(text: str, *, name: str, matcher: AuthorityMatcher, suggest_themes: SuggestThemes) -> Form:
    """The form that was pasted as text; `name` is what to call it in problems."""
    return _read(name, lambda: read_plain(text), matcher, suggest_themes)


def _read(file: str, opened: Callable[[], Document], matcher: AuthorityMatcher, suggest_themes: SuggestThemes) -> Form:
    try:
        document = opened()
    except Unreadable as error:
        return Form(file=file, problems=(Problem(file, str(error), field="file"),))
    return read_document(document, file=file, matcher=matcher, suggest_themes=suggest_themes)
