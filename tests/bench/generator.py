"""Initiatives and questions made up from one seed: the same file for every system that is measured."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

#: Words that initiatives are made of; with these and `ZIPF`, 100,000 of them hold more than 25,000 distinct stems.
WORDS = 60_000
ZIPF = 1.05
#: Words of a title, a summary and an impact: as in the shipped library (8, 66 and 21 on average there).
TITLE, SUMMARY, IMPACT = (5, 11), (45, 90), (0, 40)
#: One question in two holds a slip.
MISSPELT = 0.5

_ONSETS = tuple(
    "b c d f g h j k l m n p r s t v w br cl cr dr fl gr pl pr sh sl sp st str th tr".split()  # noqa: SIM905
)
_NUCLEI = ("a", "e", "i", "o", "u", "ai", "ea", "ee", "io", "oa", "ou")
_CODAS = ("", "", *"b ck d l ll m n nd ng nt p r rd rt s st t th x".split())  # noqa: SIM905
_ENDINGS = ("", "", "", "s", "ed", "ing", "er", "ion", "ity", "al", "ment", "ly")
_JOINING = tuple("the of and to in a for with on by their is from at that which as an were has".split())  # noqa: SIM905
_THEMES = ("leadership", "workforce", "training", "recruitment", "curriculum", "attainment", "policing", "health")
_AUTHORITIES = 180


@dataclass(frozen=True, slots=True)
class Made:
    """One made-up initiative as plain values, ready for any system."""

    id: str
    authority: str
    title: str
    summary: str
    impact: str
    theme: str


def words(seed: int = 4) -> list[str]:
    """Pronounceable words that are all different, commonest first: short ones are commoner, as in English."""
    rng = random.Random(seed)
    made: dict[str, None] = {}
    while len(made) < WORDS:
        syllables = 1 + (len(made) > 300) + (rng.random() < 0.5) + (rng.random() < 0.15)
        word = "".join(rng.choice(_ONSETS) + rng.choice(_NUCLEI) + rng.choice(_CODAS) for _ in range(syllables))
        made[word + (rng.choice(_ENDINGS) if syllables > 1 else "")] = None
    return list(made)


def initiatives(count: int, seed: int = 4) -> Iterator[Made]:
    """Made-up initiatives of realistic length, their words as frequent as Zipf's law has it."""
    rng = random.Random(seed + 1)
    vocabulary = words(seed)
    weights = list(accumulate(1 / (rank + 3) ** ZIPF for rank in range(len(vocabulary))))
    for number in range(count):
        lengths = [rng.randint(*TITLE), rng.randint(*SUMMARY), rng.randint(*IMPACT)]
        drawn = rng.choices(vocabulary, cum_weights=weights, k=sum(lengths))
        title, summary, impact = drawn[: lengths[0]], drawn[lengths[0] : sum(lengths[:2])], drawn[sum(lengths[:2]) :]
        yield Made(
            id=f"made-{number}",
            authority=f"Authority {number % _AUTHORITIES}",
            title=" ".join(title),
            summary=_joined(summary, rng),
            impact=_joined(impact, rng),
            theme=_THEMES[number % len(_THEMES)],
        )


def _joined(drawn: list[str], rng: random.Random) -> str:
    """Words with joining words between them, about as many as English has."""
    return " ".join(f"{word} {rng.choice(_JOINING)}" if rng.random() < 0.6 else word for word in drawn)


def questions(made: list[Made], count: int, seed: int = 4) -> list[str]:
    """Questions of one to four words of some initiative, half of them with a slip."""
    rng = random.Random(seed + 2)
    joining = frozenset(_JOINING)
    asked: list[str] = []
    while len(asked) < count:
        one = rng.choice(made)
        source = [word for word in f"{one.title} {one.summary}".split() if word not in joining and len(word) > 3]
        chosen = rng.sample(source, min(rng.choice([1, 2, 2, 3, 3, 4]), len(source)))
        if rng.random() < MISSPELT:
            at = max(range(len(chosen)), key=lambda place: len(chosen[place]))
            chosen[at] = slipped(chosen[at], rng)
        asked.append(" ".join(chosen))
    return asked


def explicit(made: list[Made], count: int, seed: int = 4) -> list[str]:
    """Questions with quotation marks, minus signs and filters, which each system reads in a way of its own."""
    rng = random.Random(seed + 3)
    asked: list[str] = []
    for number in range(count):
        one = rng.choice(made)
        written = one.summary.split()
        at = rng.randrange(len(written) - 3)
        phrase, word = " ".join(written[at : at + rng.choice((2, 2, 3))]), rng.choice(one.title.split())
        kinds = (
            f'"{phrase}"',
            f'{word} "{phrase}"',
            f'{word} -"{phrase}"',
            f'"{rng.choice(_JOINING)} {rng.choice(_JOINING)}"',
            f"{word} theme:{one.theme}",
            f'{word} in:"{one.authority}"',
        )
        asked.append(kinds[number % len(kinds)])
    return asked


def slipped(word: str, rng: random.Random) -> str:
    """A word with one slip: a letter left out, doubled, wrong, or swapped with the next."""
    at = rng.randrange(len(word) - 1)
    kind = rng.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[: at + 1] + word[at:]
    if kind == 2:
        return word[:at] + rng.choice("abcdefghijklmnopqrstuvwxyz") + word[at + 1 :]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def write(path: Path, count: int, asked: int) -> None:
    """Write initiatives and questions as JSON lines, once for all systems."""
    made = list(initiatives(count))
    with path.open("w", encoding="utf-8") as file:
        for one in made:
            file.write(json.dumps({name: getattr(one, name) for name in Made.__slots__}) + "\n")
        file.write(json.dumps({"questions": questions(made, asked), "explicit": explicit(made, asked)}) + "\n")


def read(path: Path) -> tuple[Iterator[Made], list[str], list[str]]:
    """The initiatives, one by one, and the questions of a written file, plain and `explicit` ones."""
    with path.open(encoding="utf-8") as file:
        last = ""
        for line in file:
            last = line
    asked: dict[str, list[str]] = json.loads(last)
    return _read(path), asked["questions"], asked["explicit"]


def _read(path: Path) -> Iterator[Made]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            if not line.startswith('{"questions"'):
                yield Made(**json.loads(line))
