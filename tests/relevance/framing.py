"""How well the search tells what is asked about from how it is asked, and by whom; the figures and their files."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from statistics import mean

from knowledge.domain.member import ANYONE
from knowledge.domain.query import Intent
from knowledge.search.engine import SearchEngine
from knowledge.search.language.english import STOP
from knowledge.search.language.text import words

#: Ways of asking, in which {} stands for the subject: the answers should be those for the subject alone.
FRAMES = Path(__file__).with_name("frames.txt")
#: Questions in which such words are the subject, with those that must be searched for.
SUBJECTS = Path(__file__).with_name("subjects.tsv")
#: Wrappers that ask for a person or not, and about a place or only from there.
INTENTS = Path(__file__).with_name("intents.tsv")
PLACES = ("Hackney", "Leeds", "Kent")
TOPICS = ("exclusions", "reverse mentoring", "foster carers", "stop and search")
#: So many of the best answers are compared.
BEST = 5


def figures(engine: SearchEngine) -> dict[str, float]:
    """The gated figures (0 to 1, each better when larger)."""
    frames = lines(FRAMES)
    asked = [(found(engine, topic), found(engine, frame.format(topic))) for topic in TOPICS for frame in frames]
    kept = [word in _searched(engine, text) for text, subject in _questions() for word in subject]
    return {
        "framed, the same best": round(mean(len(set(alone) & set(framed)) / len(alone) for alone, framed in asked), 4),
        "framed, answered": round(mean(bool(framed) for _, framed in asked), 4),
        "subject kept": round(mean(kept), 4),
    } | _intents(engine)


def _intents(engine: SearchEngine) -> dict[str, float]:
    """By label the share of wrappers that are understood as what they are."""
    right: dict[str, list[bool]] = defaultdict(list)
    for label, wrapper in (line.split("\t") for line in lines(INTENTS)):
        for place in PLACES:
            query = engine.understand(wrapper.format(topic=TOPICS[0], place=place))
            named = [one.name for one in query.authorities]
            if label in ("CONTACT", "NOCONTACT"):
                right[label].append((query.intent is Intent.CONTACT) == (label == "CONTACT"))
            else:
                right[label].append(named == ([place] if label == "ABOUT" else []))
    return {f"understood, {label}": round(mean(those), 4) for label, those in right.items()}


def found(engine: SearchEngine, text: str) -> list[str]:
    """The best few for a question, best first."""
    found = engine.find(engine.understand(text), member=ANYONE, limit=BEST)
    return [match.id for match in found.matches]


def _searched(engine: SearchEngine, text: str) -> set[str]:
    """The words of a question that are understood as part of something."""
    query = engine.understand(text)
    return {word for piece in query.pieces for start, end in piece.spans for word in words(query.text[start:end])}


def _questions() -> list[tuple[str, list[str]]]:
    rows = [line.split("\t") for line in lines(SUBJECTS)]
    return [(text, [word for word in words(subject) if word not in STOP]) for text, subject in rows]


def lines(path: Path) -> list[str]:
    """The lines of a file; empty ones and those that begin with # are for its readers."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
