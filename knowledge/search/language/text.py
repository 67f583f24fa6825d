"""Text to words, the same way for what is stored and what is asked: case, accents, hyphens, apostrophes, spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from knowledge.search.language.spans import Span
from knowledge.search.language.stems import is_as_it_stands, stem

#: Prefixes that people write joined, hyphenated or apart ("antiracist", "anti-racist", "anti racist"): always joined.
_PREFIXES = ("anti", "non", "multi", "inter", "co", "pre", "mis")
#: Looks for the letters first and then for where their word begins, which is twice as fast as the other way round.
_JOINED = re.compile(
    "(" + "|".join(rf"{prefix}(?<!\w{prefix})" for prefix in _PREFIXES) + r")[-‐‑ ](?!and\b|the\b)(?=[a-z]{3})"
)
#: Prefixes that are joined only with a hyphen, because apart they are words ("over 80 children").
_PREFIXES_WITH_HYPHEN = ("over", "under", "cross", "post", "mid", "semi", "sub", "re", "de", "self", "well", "pan", "e")
_JOINED_BY_HYPHEN = re.compile(rf"\b({'|'.join(_PREFIXES_WITH_HYPHEN)})[-‐‑](?=[a-z]{{3}})")
#: Pairs that are one word as often as two, hyphenated or apart: always joined.
_PAIRS = {
    "by": ("stander", "standers"),
    "care": ("giver", "givers"),
    "child": ("care",),
    "class": ("room",),
    "head": ("teacher", "teachers"),
    "life": ("line",),
    "mind": ("set",),
    "news": ("letter", "letters"),
    "off": ("line",),
    "on": ("line",),
    "play": ("ground",),
    "web": ("site", "sites", "page", "pages"),
    "well": ("being",),
    "work": ("force", "place", "load", "stream"),
}
_ONE_WORD = frozenset(first + second for first, seconds in _PAIRS.items() for second in seconds)
#: Where none of these words stands, nothing is to be joined; in a text with hyphens, or in any other.
_OF_TWO = frozenset(_PREFIXES).union(*_PAIRS.values())
_OF_TWO_WITH_HYPHEN = _OF_TWO.union(_PREFIXES_WITH_HYPHEN)


def _after(first: str, second: str) -> str:
    """A pattern for the second word of a pair where the first stands before it, and is not joined to another itself."""
    earlier = "".join(rf"(?<!\b{one}[ -]{first}.{second})" for one, those in _PAIRS.items() if first in those)
    return rf"{second}(?<=\b{first}.{second})\b{earlier}"


#: What stands between the two words of a pair.
_PARTED = re.compile(
    "[ -](?=" + "|".join(_after(first, second) for first, seconds in _PAIRS.items() for second in seconds) + ")"
)
_APOSTROPHES = re.compile(r"(?<=\w)['’ʼ](s\b|(?=\w))")
_WORD = re.compile(r"[^\W_]+")
#: What is no part of a word, of ASCII.
_APART = {code: " " for code in range(128) if not chr(code).isalnum()}


_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
#: The small s of abbreviations in the plural ("DCSs") is no part of them, and no stemmer could tell.
_PLURAL = re.compile(r"s(?<=[A-Z]{2}s)\b")
#: No abbreviation is longer.
_LONGEST = 20


def _singular(letter: re.Match[str]) -> str:
    """Nothing in place of the s that ends an abbreviation; the s of a word that ends in it anyway ("SATs")."""
    whole = _WORD.findall(letter.string, max(letter.start() - _LONGEST, 0), letter.end())[-1]
    return "s" if is_as_it_stands(whole.lower()) else ""


def _without_marks(letters: re.Match[str]) -> str:
    return "".join(one for one in unicodedata.normalize("NFKD", letters[0]) if not unicodedata.combining(one))


def plain_letters(text: str) -> str:
    """Return text in lower case without accents, apostrophes or split prefixes; the length may change."""
    return _together(_small(text))


def _small(text: str) -> str:
    text = _PLURAL.sub(_singular, text).casefold()
    if not text.isascii():
        text = _NOT_ASCII.sub(_without_marks, text)
    if "'" in text or "’" in text or "ʼ" in text:
        text = _APOSTROPHES.sub("", text)
    if "&" in text:
        text = text.replace("&", " and ")
    return text


def _together(text: str) -> str:
    """A text in small letters with what is one word written as one."""
    text = _JOINED.sub(r"\1", text)
    if "-" in text or "‐" in text or "‑" in text:
        text = _JOINED_BY_HYPHEN.sub(r"\1", text)
    return _PARTED.sub("", text)


def words(text: str) -> list[str]:
    """The words of a text, cleaned (`plain_letters`), unstemmed, in order."""
    small = _small(text)
    # Looking for words to join takes longer than all else here, and few texts hold any.
    if small.isascii():
        found = small.translate(_APART).split()
        if (_OF_TWO_WITH_HYPHEN if "-" in small else _OF_TWO).isdisjoint(found):
            return found
    return split_words(_together(small))


def split_words(cleaned: str) -> list[str]:
    """The words of a text that `plain_letters` has cleaned."""
    # Two to three times as fast, and most of a text is ASCII.
    return cleaned.translate(_APART).split() if cleaned.isascii() else _WORD.findall(cleaned)


def stems(text: str) -> tuple[str, ...]:
    """The stems of all words of a text, stop words too, in order: how phrases are compared."""
    return tuple(stem(word) for word in words(text))


class Token(NamedTuple):
    """One word of a question: cleaned, as it was typed, and where it stood (`start` and `end` in the typed text)."""

    word: str
    typed: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        return self.start, self.end

    @property
    def capital(self) -> bool:
        return self.typed[:1].isupper()

    @property
    def shouted(self) -> bool:
        """Typed in capitals, as abbreviations are, in the plural too ("TAs")."""
        bare = self.typed.removesuffix("s").rstrip("'’")
        return len(bare) > 1 and bare.isupper()


_TYPED = re.compile(r"&|[^\W_]+(?:['’ʼ][^\W_]+)*")
_PREFIX = re.compile(
    "(?:" + "|".join(_PREFIXES) + r")[-‐‑ ](?!and\b|the\b)(?=[^\W\d_]{3})"
    r"|(?:" + "|".join(_PREFIXES_WITH_HYPHEN) + r")[-‐‑](?=[^\W\d_]{3})",
    re.IGNORECASE,
)


#: "We'd", "she'll": without its apostrophe each would be another word.
_CONTRACTED = re.compile(
    r"^(i|you|he|she|it|we|they|who|that|there|what|where|how)['’ʼ](?:d|ll|ve|re|m|s)$", re.IGNORECASE
)


def tokens(text: str) -> list[Token]:
    """The words of a question with their places; joined exactly as `words` joins them."""
    found: list[Token] = []
    at = 0
    for match in _TYPED.finditer(text):
        start, end = match.span()
        if start < at:
            continue
        joined = _PREFIX.match(text, start)
        if joined and joined.end() > end:
            tail = _TYPED.match(text, joined.end())
            if tail:
                end = tail.end()
        at = end
        typed = text[start:end]
        found += [Token(word, typed, start, end) for word in _typed_words(typed)]
    return paired(found, text)


@lru_cache(maxsize=20_000)
def _typed_words(typed: str) -> tuple[str, ...]:
    if contracted := _CONTRACTED.match(typed):
        return (contracted[1].lower(),)
    return tuple(words(typed))


def paired(found: Sequence[Token], text: str) -> list[Token]:
    """The words of the question `text`, as it was typed or put right, with those pairs as one that always are."""
    joined: list[Token] = []
    for token in found:
        whole = joined[-1].word + token.word if joined and token.start - joined[-1].end == 1 else ""
        if whole in _ONE_WORD:
            start = joined.pop().start
            joined.append(Token(whole, text[start : token.end], start, token.end))
        else:
            joined.append(token)
    return joined


#: What `words` leaves out within a word, at its end, and between two words.
_LEFT_OUT, _LEFT_OFF, _BETWEEN = r"['’ʼ‐‑ -]?", r"(?:['’ʼ]s|s)?", r"(?:[\W_]+|(?<=&)|(?=&))"


def as_typed(said: str, text: str) -> str:
    """Cleaned words as they stand in the text they were made of; as they are where a slip in them was put right."""
    parts = ("(?:and|&)" if word == "and" else _LEFT_OUT.join(map(re.escape, word)) for word in said.split())
    typed = re.search(rf"(?<!\w){f'{_LEFT_OFF}{_BETWEEN}'.join(parts)}{_LEFT_OFF}(?!\w)", text, re.IGNORECASE)
    return typed[0] if typed else said
