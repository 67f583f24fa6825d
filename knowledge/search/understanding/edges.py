"""The edges of a message: who is greeted, who writes, from where, and how it ends ("Hi Jo, ... Thanks, Kate (Leeds)").

Nothing of it is asked for. A place that stands there is the asker's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from knowledge.search.language.english import is_common, is_name
from knowledge.search.language.spans import Span


class Edges(NamedTuple):
    """Where the question itself begins and ends, and the places of names of people before and behind it."""

    begins: int
    ends: int
    names: tuple[Span, ...] = ()

    def hold(self, span: Span) -> bool:
        """Whether a place of the text lies before or behind the question."""
        return span[1] <= self.begins or span[0] >= self.ends


#: Words that may be somebody's name; kisses are none.
_WORD = r"[^\W\d_][\w'’-]*\.?"
_CALLED = rf"{_WORD}(?:\ (?!x+\b){_WORD})?"
_GREETING = r"(?:hi|hiya|hello|hey|heya|dear|greetings|(?:good\ )?(?:morning|afternoon|evening))(?:\ there|\ again)?"
_INTRODUCED = r"(?:it['’]?s|this\ is|my\ name(?:['’]?s|\ is)|i['’]?m|i\ am|me\ is)"
#: What a part of a message before the question says, whole.
_OPENING = re.compile(
    rf"""(?:{_GREETING}\ )?{_INTRODUCED}\ (?P<me>{_CALLED})(?:\ here)?(?:\ (?:over\ )?(?:from|at|in)\ [^?]{{2,40}})?
    | {_GREETING}(?:\ (?:all|team|both|everyone|everybody|folks|colleagues?|(?P<to>{_CALLED})))?
    | (?P<here>{_CALLED})(?:\ here)?\ (?:from|at|in)\ [^?]{{2,40}}\ here
    | (?:fwd?|fw|re|q|question|query|bump|bumping|urgent|topic|subject)""",
    re.IGNORECASE | re.VERBOSE,
)
_THANKS = r"""(?:(?:many|kind(?:est)?|best|warm(?:est)?|with|all\ (?:the|good)|very)\ )*
    (?:thanks|thank\ you|thx|cheers|ta|regards|wishes|tia|ty|diolch)(?:\ (?:so\ much|a\ lot|again|in\ advance|all))?"""
_KISSES = r"x{1,4}|xox{1,2}o?"
#: What a part of a message behind the question says, whole: from there on nothing is asked.
_CLOSING = re.compile(
    rf"(?:(?:pl[sz]|please)\ (?:and|&)\ )?(?:{_THANKS}|best|love|yours(?:\ (?:sincerely|truly))?)"
    rf"(?:\ (?:from\ )?(?P<from>{_CALLED}))?(?:\ (?:{_KISSES}))?|(?P<kisses>{_KISSES})|sent\ from\ my\ \w+(?:\ \w+)?",
    re.IGNORECASE | re.VERBOSE,
)
#: Who is spoken to at the very beginning, with nothing behind that parts it from the question.
_FIRST = re.compile(
    rf"\W*@[\w.-]+[,:]?\ |\W*{_GREETING}\ (?P<to>{_WORD})\ (?!from\b|in\b|at\b)", re.IGNORECASE | re.VERBOSE
)
_SIGNED = re.compile(rf"(?P<from>{_CALLED})", re.VERBOSE)
#: Thanks and kisses at the very end, with nothing before them that parts them from the question.
_LAST = re.compile(
    rf"(?P<said>\ (?:{_THANKS}(?:\ (?P<from>{_CALLED}))?(?:\ (?:{_KISSES}))?|(?P<kisses>{_KISSES})))\W*$",
    re.IGNORECASE | re.VERBOSE,
)
#: The groups of these patterns in which somebody's name stands.
_NAMED = frozenset(("me", "to", "here", "from"))
#: "Generation X" ends in no kiss.
_BEFORE_X = re.compile(r"(?:^|\W)(?:malcolm|gen(?:eration)?|latin|section|brand|factor|the)$", re.IGNORECASE)
#: What parts a message.
_MARK = re.compile(r"[,.!?;:()–—]+|\s-+(?=\s)")
#: No message has more parts before its question, or behind it.
_MOST = 4
#: Nor has what somebody is, behind their name, more words.
_TITLE = 4
#: Behind these a name is that of whoever asks.
_ENDS = ("?", "!", "-", "–", "—")


def edges(text: str, writes: Callable[[str], bool]) -> Edges:
    """What of a message is its question. `writes` tells whether the store or the lists write a word."""
    parts = _parts(text)
    if not parts:
        return Edges(0, len(text))
    names: list[Span] = []
    first = 0
    while first < min(_MOST, len(parts) - 1) and (said := _whole(_OPENING, text, parts[first])) and _fits(said, writes):
        names += _names(said)
        first += 1
    last, signed = _last(text, parts, first, writes)
    names += signed
    begins, ends = (parts[first][0] if first else 0), (parts[last][1] if last < len(parts) - 1 else len(text))
    addressed = None if first else _FIRST.match(text)
    if addressed and _fits(addressed, writes):
        begins = addressed.end()
    said = _LAST.search(text, parts[last][0], ends)
    if said and said.start() > begins and _fits(said, writes) and not _is_no_kiss(said, text):
        names += _names(said)
        ends = said.start("said")
    return Edges(begins, ends, tuple(names))


def _parts(text: str) -> list[Span]:
    """The places of what stands between the marks of a text, without spaces around it."""
    found: list[Span] = []
    begins = 0
    for mark in [*_MARK.finditer(text), None]:
        ends = mark.start() if mark else len(text)
        part = text[begins:ends]
        if part.strip():
            found.append((begins + len(part) - len(part.lstrip()), ends - len(part) + len(part.rstrip())))
        begins = mark.end() if mark else ends
    return found


def _last(text: str, parts: list[Span], first: int, writes: Callable[[str], bool]) -> tuple[int, list[Span]]:
    """Which part is the question's last, and the places of the names behind it.

    It is the one before whatever thanks, or before a name behind the question's end.
    """
    for at in range(len(parts) - 1, max(first, len(parts) - 1 - _MOST), -1):
        said = _whole(_CLOSING, text, parts[at])
        if not said or not _fits(said, writes):
            continue
        behind = parts[at + 1 :]
        signed = _whole(_SIGNED, text, behind[0]) if behind and not _names(said) else None
        if behind and not (signed and _fits(signed, writes)) and not _names(said):
            continue
        if all(text[start].isupper() and text.count(" ", start, end) < _TITLE for start, end in behind):
            return at - 1, [*_names(said), *(_names(signed) if signed else [])]
    last = len(parts) - 1
    signed = _whole(_SIGNED, text, parts[last]) if last > first else None
    mark = text[parts[last - 1][1] : parts[last][0]].strip() if last else ""
    if signed and mark[:1] in _ENDS and _fits(signed, writes) and signed[0][0].isupper():
        return last - 1, _names(signed)
    return last, []


def _whole(pattern: re.Pattern[str], text: str, part: Span) -> re.Match[str] | None:
    return pattern.fullmatch(text, *part)


def _names(said: re.Match[str]) -> list[Span]:
    """The places of the names of people in what was said."""
    return [said.span(group) for group, name in said.groupdict().items() if name and group in _NAMED]


def _fits(said: re.Match[str], writes: Callable[[str], bool]) -> bool:
    """Whether what stands in the place of a name is one, of nobody whom the store knows."""
    names = (said.string[start:end] for start, end in _names(said))
    words = [word for name in names for word in name.replace(".", "").split()]
    return all(_is_called(word) and not writes(word.casefold()) for word in words)


def _is_called(word: str) -> bool:
    return is_name(word.casefold()) or (word[:1].isupper() and not is_common(word.casefold()))


def _is_no_kiss(said: re.Match[str], text: str) -> bool:
    return said["kisses"] is not None and _BEFORE_X.search(text[: said.start("kisses")].rstrip()) is not None
