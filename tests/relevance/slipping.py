"""How much of what judged queries find is still found when they are typed in haste: slips made at random, by a seed."""

from __future__ import annotations

import random
import re
from statistics import mean

from knowledge.domain.member import ANYONE
from knowledge.importing.judged import JudgedQuery, QueryType
from knowledge.search.engine import SearchEngine
from knowledge.services.evaluate import ndcg

#: What the gated figures are called.
NAME = "slips"
#: One slip in each query, and in so many of its words.
HASTY = 0.6
#: One query in so many is asked.
EVERY = 3
#: Words of fewer letters, and those with capitals, are typed right: one slip makes other words and names of them.
_WORD = re.compile(r"\b[a-z]{4,}\b")
_VOWELS = "aeiou"
#: Letters that lie beside each other on a keyboard.
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def figures(engine: SearchEngine, queries: list[JudgedQuery], seed: int = 4) -> dict[str, float]:
    """What of their nDCG@10 is kept by queries with a slip in one word, and with one in most words (1: all of it)."""
    asked = [one for one in queries if one.relevant and one.type is not QueryType.TYPO and _WORD.search(one.text)]
    asked = asked[::EVERY]
    right = mean(_found(engine, one, one.text) for one in asked)
    rng = random.Random(seed)
    one_word = mean(_found(engine, one, slipped(one.text, rng)) for one in asked)
    hasty = mean(_found(engine, one, slipped(one.text, rng, HASTY)) for one in asked)
    return {"kept with one slip": round(one_word / right, 4), "kept in haste": round(hasty / right, 4)}


def _found(engine: SearchEngine, query: JudgedQuery, text: str) -> float:
    found = engine.find(engine.understand(text), member=ANYONE, limit=10)
    return ndcg([match.id for match in found.matches], query.relevant, 10)


def slipped(text: str, rng: random.Random, share: float = 0.0) -> str:
    """A text with a slip in one of its words, or in this share of them."""
    words = list(_WORD.finditer(text))
    chosen = [word for word in words if rng.random() < share] or [rng.choice(words)]
    for word in reversed(chosen):
        text = text[: word.start()] + _slip(word[0], rng) + text[word.end() :]
    return text


def _slip(word: str, rng: random.Random) -> str:
    """A word with one slip: a letter left out, put in or doubled, wrong, or swapped with the next."""
    while True:
        kind, at = rng.randrange(7), rng.randrange(1, len(word) - 1)
        before, letter, after = word[:at], word[at], word[at + 1 :]
        if kind < 2:
            made = before + after
        elif kind < 4:
            made = before + after[0] + letter + after[1:]
        elif kind == 4:
            made = before + letter + letter + after
        elif kind == 5:
            made = before + (rng.choice(_VOWELS) if letter in _VOWELS else _beside(letter, rng)) + after
        else:
            made = before + rng.choice("etaoinsrhl") + letter + after
        if made != word:
            return made


def _beside(letter: str, rng: random.Random) -> str:
    row = next(row for row in _ROWS if letter in row)
    at = row.index(letter)
    return rng.choice(row[max(at - 1, 0) : at] + row[at + 1 : at + 2])
