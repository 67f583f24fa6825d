"""Sentences and words of running text: just enough grammar to tell where one statement ends."""

from __future__ import annotations

import re
from itertools import pairwise

_SHORT = ("dr", "mr", "mrs", "ms", "prof", "st", "cllr", "rev", "revd", "no", "e.g", "i.e", "eg", "ie", "etc", "approx")
_RANKS = ("sgt", "insp", "supt", "capt", "det")
_SHORTER = (*_SHORT, *_RANKS, "vs", "ext", "est", "tel", "inc", "incl", "mob")
#: The end of a sentence is long enough to hold any of these, with the words before it cut off.
_LAST_WORD = 20
_END = re.compile(r"([.!?][”\"’')\]]*)\s+(?=[\"“‘'(\[]?[A-Z0-9À-Þ])|\n+")
#: Accents may stand as marks of their own behind a letter.
_WORD = re.compile(r"[^\W_][\w\u0300-\u036f’'-]*")


def sentences(text: str) -> list[str]:
    """The sentences of `text` in order, each with its end mark; line breaks end sentences too."""
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        if end[1] and _is_short(text[max(start, end.start() - _LAST_WORD) : end.start()]):
            continue
        piece = text[start : end.start()] + (end[1] or "")
        if piece.strip():
            found.append(piece.strip())
        start = end.end()
    if text[start:].strip():
        found.append(text[start:].strip())
    return found


def _is_short(before: str) -> bool:
    last = before.split()[-1].lower().strip("(") if before.split() else ""
    return last in _SHORTER or (len(last) == 1 and last.isalpha())


def words(text: str) -> list[str]:
    """The words of `text`, as written, without punctuation."""
    return _WORD.findall(text)


def word_set(text: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(text.split())


def joined(pieces: list[str]) -> str:
    """Pieces as one running text: each that lacks an end mark gets one when another follows."""
    kept = [piece.strip() for piece in pieces if piece.strip()]
    ended = [piece if _is_ended(piece) else f"{piece}{_stop(after)}" for piece, after in pairwise(kept)]
    return " ".join([*ended, *kept[-1:]])


def _is_ended(piece: str) -> bool:
    return piece[-1] in ".!?:;,…" or (piece[-1] in "”’\"'" and piece[-2:-1] in ".!?…")


def _stop(after: str) -> str:
    """What to end a piece with that was left open: parts of a list go on in small letters."""
    return ";" if after[0].islower() else "."


def capitalised(text: str) -> str:
    """The text with its first letter in capitals, all else as it stands."""
    return text[:1].upper() + text[1:]


def within(text: str, most: int) -> str:
    """The text, ended after a whole sentence when it has more than so many characters."""
    if len(text) <= most:
        return text
    kept = ""
    for piece in sentences(text):
        if len(kept) + len(piece) + 1 > most:
            break
        kept = f"{kept} {piece}".strip()
    return kept or f"{text[: most - 1].rsplit(' ', 1)[0]}…"
