"""What is said, before it is drawn: lines of spans, from which both the plain text and the blocks are made.

One source for both, so that a screen reader, a terminal and the Slack window are told exactly the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.domain.review import Mark

#: Characters of a long text that are shown where the whole of it is behind a button.
BEGINNING = 600
#: Letters in one piece of rich text, which Slack bounds at 3,000 units of two bytes: the rarest letters take two.
PIECE = 1500


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text, never interpreted; `link` is an https or mailto address it leads to."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `bullet` draws it as a list item."""

    spans: tuple[Span, ...]
    bullet: bool = False

    @property
    def plain(self) -> str:
        """The line as plain text: a link's address follows its words."""
        return ("- " if self.bullet else "") + "".join(_plain(span) for span in self.spans)


def line(*parts: str | Span | None, bullet: bool = False) -> Line:
    """A line of these parts; strings are plain spans, None is left out."""
    spans = tuple(Span(part) if isinstance(part, str) else part for part in parts if part)
    return Line(spans, bullet)


def bold(text: str) -> Span:
    """A run of text that stands out."""
    return Span(text, bold=True)


def italic(text: str) -> Span:
    """A run of text that is said beside the rest."""
    return Span(text, italic=True)


def linked(text: str, url: str | None) -> Span:
    """`text` leading to `url`; only https and mailto are made clickable, another address is written out."""
    if not url:
        return Span(text)
    if url.lower().startswith(("https://", "mailto:")):
        return Span(text, link=url)
    return Span(text if url == text else f"{text} ({url})")


def plain(lines: Iterable[Line]) -> str:
    """The lines as plain text, one a row."""
    return "\n".join(each.plain for each in lines)


def _plain(span: Span) -> str:
    if not span.link:
        return span.text
    address = span.link.removeprefix("mailto:")
    return span.text if address == span.text else f"{span.text} ({address})"


def paragraphs(text: str, marks: Iterable[Mark] = ()) -> list[Line]:
    """Text as somebody wrote it, as lines of plain spans, the marked in bold; nothing is cut or interpreted."""
    lines: list[Line] = []
    spans: list[Span] = []
    bounds = {bound for mark in marks for bound in (mark.start, mark.end)}
    within = [(mark.start, mark.end) for mark in marks]
    start = 0
    for end in sorted(bounds | {len(text)}):
        marked = any(first <= start and end <= last for first, last in within)
        for number, row in enumerate(text[start:end].split("\n")):
            if number:
                lines.append(Line(tuple(spans)))
                spans = []
            spans += [Span(row[at : at + PIECE], bold=marked) for at in range(0, len(row), PIECE)]
        start = end
    return [*lines, Line(tuple(spans))]
