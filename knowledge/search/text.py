"""Text to words, the same way for what is stored and what is asked: case, accents, hyphens, apostrophes, spelling."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from knowledge.search.stems import is_as_it_stands, stem

#: Prefixes that people write joined, hyphenated or apart ("antiracist", "anti-racist", "anti racist"): always joined.
_JOINED = re.compile(r"\b(anti|non|multi|inter|co|pre|mis)[-‐‑ ](?!and\b|the\b)(?=[a-z]{3})")
#: Prefixes that are joined only with a hyphen, because apart they are words ("over 80 children").
_JOINED_BY_HYPHEN = re.compile(r"\b(over|under|cross|post|mid|semi|sub|re|de|self|well|pan|e)[-‐‑](?=[a-z]{3})")
#: Pairs that are one word as often as two.
_PAIRS = re.compile(
    r"\b(well|work|head|care|web|web|mind|life|class|play|news|home|half|team|on|off|by|child|school|step|race|life|after)"
    r"(?: |-)(being|force|place|load|stream|teachers?|givers?|sites?|pages?|set|room|ground|letters?|line|stander"
    r"|standers|care)\b"
)
_APOSTROPHES = re.compile(r"(?<=\w)['’ʼ](s\b|(?=\w))")
_WORD = re.compile(r"[^\W_]+")


_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


def _without_marks(letters: re.Match[str]) -> str:
    return "".join(one for one in unicodedata.normalize("NFKD", letters[0]) if not unicodedata.combining(one))


def plain_letters(text: str) -> str:
    """Return text in lower case without accents, apostrophes or split prefixes; the length may change."""
    text = text.casefold()
    if not text.isascii():
        text = _NOT_ASCII.sub(_without_marks, text)
    if "'" in text or "’" in text or "ʼ" in text:
        text = _APOSTROPHES.sub("", text)
    if "&" in text:
        text = text.replace("&", " and ")
    text = _JOINED.sub(r"\1", text)
    if "-" in text or "‐" in text or "‑" in text:
        text = _JOINED_BY_HYPHEN.sub(r"\1", text)
    return _PAIRS.sub(_join_pair, text)


_ONE_WORD = frozenset(
    """wellbeing workforce workplace workload workstream headteacher headteachers caregiver caregivers website websites
    webpage webpages mindset classroom playground newsletter newsletters homework lifeline online offline bystander
    bystanders childcare afterschool""".split()  # noqa: SIM905
)


def _join_pair(pair: re.Match[str]) -> str:
    joined = pair[1] + pair[2]
    return joined if joined in _ONE_WORD else pair[0]


def words(text: str) -> list[str]:
    """The words of a text, cleaned (`plain_letters`), unstemmed, in order."""
    return _WORD.findall(plain_letters(text))


def split_words(cleaned: str) -> list[str]:
    """The words of a text that `plain_letters` has cleaned."""
    return _WORD.findall(cleaned)


def stems(text: str) -> tuple[str, ...]:
    """The stems of all words of a text, stop words too, in order: how phrases are compared."""
    return tuple(stem(word) for word in words(text))


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a question: cleaned, as it was typed, and where it stood (`start` and `end` in the typed text)."""

    word: str
    typed: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.typed[:1].isupper()

    @property
    def shouted(self) -> bool:
        """Typed in capitals, as abbreviations are, in the plural too ("TAs")."""
        return len(self.typed) > 1 and (self.typed.isupper() or _ABBREVIATIONS.match(self.typed) is not None)


_TYPED = re.compile(r"&|[^\W_]+(?:['’ʼ][^\W_]+)*")
_PREFIX = re.compile(
    r"(?:anti|non|multi|inter|co|pre|mis)[-‐‑ ](?!and\b|the\b)(?=[^\W\d_]{3})"
    r"|(?:over|under|cross|post|mid|semi|sub|re|de|self|well|pan|e)[-‐‑](?=[^\W\d_]{3})",
    re.IGNORECASE,
)


#: Abbreviations in the plural ("DCSs"): the small s is no part of them, and no stemmer could tell.
_ABBREVIATIONS = re.compile(r"^([A-Z]{2,})['’]?s$")


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
    return _pairs(found, text)


@lru_cache(maxsize=20_000)
def _typed_words(typed: str) -> tuple[str, ...]:
    if contracted := _CONTRACTED.match(typed):
        return (contracted[1].lower(),)
    if is_as_it_stands(typed.lower()):
        return tuple(words(typed))
    return tuple(words(_ABBREVIATIONS.sub(r"\1", typed)))


def _pairs(found: list[Token], text: str) -> list[Token]:
    joined: list[Token] = []
    for token in found:
        if joined and token.start - joined[-1].end == 1 and joined[-1].word + token.word in _ONE_WORD:
            start = joined.pop().start
            joined.append(Token(words(text[start : token.end])[0], text[start : token.end], start, token.end))
        else:
            joined.append(token)
    return joined
