"""A letter that was sent behind a form: its text is no work, and whoever signs it no contact for the work."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.importing.template.document import Kind
from knowledge.importing.template.lines import Line, Step
from knowledge.importing.template.sentences import words
from knowledge.importing.template.vocabulary import SIGNS_OFF

_OPENS = re.compile(r"(?:dear|annwyl)\b[^.!?]{0,60}", re.I)
#: A line below a letter's end is its signature up to so many words.
_SIGNATURE_WORDS = 10


class Letter:
    """Tells of each line in turn whether it is the letter's."""

    def __init__(self) -> None:
        self._open = False
        self._signed = False

    def opens(self, line: Line, below: Sequence[Step]) -> bool:
        """Whether a line opens a letter, which ends among the steps `below` it."""
        if self._open or line.kind is Kind.HEADING or not _OPENS.fullmatch(line.text.strip()):
            return False
        self._open = any(isinstance(one, Line) and SIGNS_OFF.match(one.text.strip()) for one in below)
        self._signed = False
        return self._open

    def holds(self, line: Line) -> bool:
        """Whether a line is still the letter's: it is up to the end, and then as long as it may be the signature."""
        if not self._open:
            return False
        self._open = not self._signed or self._is_signature(line)
        self._signed |= SIGNS_OFF.match(line.text.strip()) is not None
        return self._open

    def _is_signature(self, line: Line) -> bool:
        return line.kind is Kind.PARAGRAPH and line.field is None and len(words(line.text)) <= _SIGNATURE_WORDS
