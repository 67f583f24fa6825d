"""How text is cleaned, once, wherever it enters: by the door (`clean`) and for comparing names (`fold`, `folded`).

Here too: how several names are said in one sentence (`listed`), how a text is shown in one (`quoted`), and how much of
a text a field holds (`cut`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

#: What a question is cut to, in characters: bounds the work of matching it (RapidFuzz's WRatio took 0.7 s at
#: 200 characters and 5 s at 1,000 over 2,000 texts; ours is cheaper, and nobody's question is longer).
QUESTION_LENGTH = 200

#: How much of a wrong value is shown where it is said to be wrong, in characters.
QUOTED_LENGTH = 60

#: Bidi marks, and what only says where a word may be broken (soft hyphen, zero-width space, word joiner).
_INVISIBLE = dict.fromkeys(
    [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0x00AD, 0x200B, 0x2060]
)
_NOT_NAME = re.compile(r"[^\w]+")
_FOLDED_WORD = re.compile(r"[^\W_](?:'*[^\W_])*")


def clean(text: str, *, lines: bool = False) -> str:
    """Return text fit to store and show on every database: no NUL, lone surrogates, controls or invisible marks.

    Composed (NFC), white space folded; with `lines`, line breaks and single blank lines are kept.
    """
    if not text.isascii():  # plain text, which most is, has nothing to compose or to leave out
        # Composed last: a letter and its accent may be one only once nothing invisible stands between them.
        text = unicodedata.normalize("NFC", text.encode("utf-8", "ignore").decode("utf-8").translate(_INVISIBLE))
    if lines:
        rows = (" ".join(_printable(row).split()) for row in text.splitlines())
        return re.sub(r"\n{3,}", "\n\n", "\n".join(rows)).strip()
    return " ".join(_printable(text).split())


def _printable(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in text)


def fold(text: str) -> str:
    """Return a name as it is compared, without case, accents or punctuation ("Siân & Co." -> "sian and co")."""
    if not text.isascii():
        text = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    text = text.casefold().replace("&", " and ").replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "")
    return _NOT_NAME.sub(" ", text).replace("_", " ").strip()


class Folded(NamedTuple):
    """One word of a text as it is compared, and where it stands in the text."""

    word: str
    start: int
    end: int


def folded(text: str) -> list[Folded]:
    """The words of `fold(text)`, each with its place in `text`."""
    if text.isascii() and "&" not in text:
        found = _FOLDED_WORD.finditer(text.lower())
        return [Folded(word.group().replace("'", ""), *word.span()) for word in found]
    pieces = [_folded_letter(letter) for letter in text]
    places = [place for place, piece in enumerate(pieces) for _ in piece]
    words = []
    for word in _FOLDED_WORD.finditer("".join(pieces)):
        end = places[word.end() - 1] + 1
        while end < len(text) and not pieces[end]:
            end += 1  # marks of its last letter
        words.append(Folded(word.group().replace("'", ""), places[word.start()], end))
    return words


@lru_cache(maxsize=5_000)
def _folded_letter(letter: str) -> str:
    """What `fold` makes of one letter, but for apostrophes, which are left to tell words by."""
    plain = "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))
    return plain.casefold().replace("&", " and ").replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def units(text: str) -> int:
    """Length in UTF-16 units, as browsers and their fields count it: the rarest letters, most emoji too, count two."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def cut(text: str, room: int) -> str:
    """As much of the beginning of a text as `room` units hold, never less than a whole letter at its end."""
    used = 0
    for at, letter in enumerate(text):
        used += units(letter)
        if used > room:
            return text[:at]
    return text


def quoted(text: str) -> str:
    """A text in quotes, cut to `QUOTED_LENGTH` characters where it is long."""
    return f"“{text if len(text) <= QUOTED_LENGTH else text[: QUOTED_LENGTH - 1] + '…'}”"


def listed(parts: Sequence[str], *, last: str = "and") -> str:
    """Join as in a sentence: "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"
