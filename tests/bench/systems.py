"""The systems measured against each other: each indexes the same initiatives and returns the ids of the ten best."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from tests.bench.generator import Made

if TYPE_CHECKING:
    from knowledge.domain.query import Found

#: Results asked for.
TEN = 10
_WORD = re.compile(r"\w+")

Ask = Callable[[str], list[str]]


def practice_finder(made: Iterable[Made]) -> Ask:
    """Our own search: understanding the question, slips put right, and ranking."""
    find = _finding(made)
    return lambda question: [match.id for match in find(question).matches]


def practice_finder_explaining(made: Iterable[Made]) -> Ask:
    """The same with the reasons why each of the ten best was found."""
    find = _finding(made)

    def ask(question: str) -> list[str]:
        found = find(question)
        return [match.id for match, _ in zip(found.matches, found.explain(), strict=True)]

    return ask


def _finding(made: Iterable[Made]) -> Callable[[str], Found]:
    # Imported here, as the others' libraries are: what it takes to load them is part of the memory measured.
    from knowledge.domain.authority import Authority, Register
    from knowledge.domain.initiative import Category, Initiative, Source, Theme
    from knowledge.domain.lists import Lists
    from knowledge.domain.member import ANYONE
    from knowledge.search.engine import SearchEngine
    from tests.bench import generator

    register = Register.of(
        Authority(f"Authority {number}", f"Authority {number}", "England") for number in range(generator._AUTHORITIES)
    )
    themes = tuple(Theme(slug, slug.capitalize()) for slug in generator._THEMES)
    initiatives = (
        Initiative(
            one.id, one.authority, one.title, one.summary, (Category.PARTNERS,), (one.theme,), Source(one.title),
            impact=one.impact or None,
        )
        for one in made
    )  # fmt: skip
    engine = SearchEngine.build(initiatives, Lists(register, themes))
    return lambda question: engine.find(engine.understand(question), member=ANYONE, limit=TEN)


def sqlite_fts5(made: Iterable[Made]) -> Ask:
    """SQLite's full-text search: stemmed, any word, ranked by its BM25."""
    database = sqlite3.connect(":memory:")
    database.execute(
        "create virtual table made using"
        " fts5(id unindexed, authority, title, summary, impact, theme, tokenize='porter')"
    )
    rows = ((one.id, one.authority, one.title, one.summary, one.impact, one.theme) for one in made)
    database.executemany("insert into made values (?, ?, ?, ?, ?, ?)", rows)
    database.execute("insert into made(made) values ('optimize')")

    def ask(question: str) -> list[str]:
        words = " OR ".join(f'"{word}"' for word in _WORD.findall(question))
        found = database.execute("select id from made where made match ? order by rank limit ?", (words, TEN))
        return [row[0] for row in found]

    return ask


def _tantivy(made: Iterable[Made]) -> tuple[Any, Any, list[str]]:
    import tantivy

    builder = tantivy.SchemaBuilder()
    fields = ["title", "summary", "impact", "theme", "authority"]
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    for name in fields:
        builder.add_text_field(name, tokenizer_name="en_stem")
    index = tantivy.Index(builder.build())
    writer = index.writer(128_000_000, 1)
    for one in made:
        writer.add_document(tantivy.Document(**{name: getattr(one, name) for name in ["id", *fields]}))
    writer.commit()
    index.reload()
    return index, index.searcher(), fields


def tantivy_exact(made: Iterable[Made]) -> Ask:
    """tantivy, as its query parser reads a question: stemmed, any word, in any field."""
    index, searcher, fields = _tantivy(made)

    def ask(question: str) -> list[str]:
        found = searcher.search(index.parse_query(question, fields), TEN)
        return [searcher.doc(address)["id"][0] for _, address in found.hits]

    return ask


def tantivy_fuzzy(made: Iterable[Made]) -> Ask:
    """tantivy with one slip allowed in every word."""
    index, searcher, fields = _tantivy(made)
    allowed = dict.fromkeys(fields, (False, 1, True))

    def ask(question: str) -> list[str]:
        found = searcher.search(index.parse_query(question, fields, fuzzy_fields=allowed), TEN)
        return [searcher.doc(address)["id"][0] for _, address in found.hits]

    return ask


def rapidfuzz_text(made: Iterable[Made]) -> Ask:
    """RapidFuzz's token_set_ratio between the question and each whole text."""
    from rapidfuzz import fuzz, process

    ids: list[str] = []
    texts: list[str] = []
    for one in made:
        ids.append(one.id)
        texts.append(f"{one.title} {one.summary} {one.impact}")

    def ask(question: str) -> list[str]:
        found = process.extract(question, texts, scorer=fuzz.token_set_ratio, limit=TEN)
        return [ids[place] for _, _, place in found]

    return ask


#: Our own search asked with phrases, minus signs and filters, which others read otherwise.
EXPLICIT = "Practice Finder, explicitly"
SYSTEMS: dict[str, Callable[[Iterable[Made]], Ask]] = {
    "Practice Finder": practice_finder,
    "Practice Finder, with reasons": practice_finder_explaining,
    EXPLICIT: practice_finder,
    "tantivy": tantivy_exact,
    "tantivy, fuzzy": tantivy_fuzzy,
    "SQLite FTS5": sqlite_fts5,
    "RapidFuzz over the text": rapidfuzz_text,
}
