"""Reads filled-in Sharing Practice forms (.docx, .txt, .md) and proposes the initiatives they tell of.

The reader is imported at its first use: the child process that opens Word files imports this package too, and
starts in a quarter of the time without it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from knowledge.domain.authority import AuthorityMatcher
from knowledge.domain.draft import Form

__all__ = ["read_form", "read_form_bytes", "read_form_text"]


def read_form(path: Path, *, matcher: AuthorityMatcher, suggest_themes: Callable[[str], Sequence[str]]) -> Form:
    """The form in the file at `path`. Never raises: one that cannot be read is a Form with a problem."""
    from knowledge.importing.template import forms

    return forms.read_form(path, matcher=matcher, suggest_themes=suggest_themes)


def read_form_bytes(
    data: bytes, *, name: str, matcher: AuthorityMatcher, suggest_themes: Callable[[str], Sequence[str]]
) -> Form:
    """The form in a file that was received; `name` is what its sender called it. Never raises."""
    from knowledge.importing.template import forms

    return forms.read_form_bytes(data, name=name, matcher=matcher, suggest_themes=suggest_themes)


def read_form_text(
    text: str, *, name: str, matcher: AuthorityMatcher, suggest_themes: Callable[[str], Sequence[str]]
) -> Form:
    """The form that was pasted as text; `name` is what to call it in problems. Never raises."""
    from knowledge.importing.template import forms

    return forms.read_form_text(text, name=name, matcher=matcher, suggest_themes=suggest_themes)
