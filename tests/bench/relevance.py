"""Answers beside those of its peers, on the same judged queries: `python -m tests.bench.relevance [FILE ...]`.

Every system gets the same text of each initiative, with its contacts and the names of its themes; the peers get a
question in small letters and without marks, which their query languages take for operators. Without files all judged
queries are asked that no figure was ever held back for.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from knowledge.domain.initiative import Initiative
from knowledge.domain.member import Member
from knowledge.domain.query import Found, Match, Query
from knowledge.importing.judged import QueryType, read_judged
from knowledge.search.engine import SearchEngine
from knowledge.services.evaluate import Evaluation, evaluate
from tests.bench.generator import Made
from tests.bench.systems import Ask, rapidfuzz_text, sqlite_fts5, tantivy_exact, tantivy_fuzzy
from tests.relevance.floors import FILES
from tests.relevance.library import QUERIES, initiatives, lists

PEERS = {
    "tantivy": tantivy_exact,
    "tantivy, fuzzy": tantivy_fuzzy,
    "SQLite FTS5": sqlite_fts5,
    "RapidFuzz over the text": rapidfuzz_text,
}
_MARKS = re.compile(r"[^\w\s]|_")


class Peer:
    """Another system as a search: it understands nothing, and finds its ten best."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def understand(self, text: str) -> Query:
        """The question as a peer gets it."""
        return Query(_MARKS.sub(" ", text).lower())

    def find(self, query: Query, *, member: Member, limit: int, offset: int = 0) -> Found:
        """What the peer finds for all, best first, in as many places as it has; it tells no score."""
        ids = self._ask(query.text)[offset : offset + limit] if query.text.strip() else []
        return Found(len(ids), tuple(Match(id, 1.0) for id in ids))

    def authorities(self, member: Member) -> Sequence[str]:
        """None: a peer knows texts only."""
        return ()

    def apply(self, changed: Iterable[Initiative], removed: Iterable[str]) -> None:
        """What is measured does not change."""


def made(one: Initiative, themes: Mapping[str, str]) -> Made:
    """An initiative as plain text: a contact's name, post and team stand with the impact."""
    contacts = [part for contact in one.contacts for part in (contact.name, contact.role, contact.team) if part]
    told = " ".join([one.impact or "", *contacts])
    return Made(one.id, one.authority, one.title, one.summary, told, " ".join(themes[slug] for slug in one.themes))


def line(name: str, found: Evaluation) -> str:
    """One system's figures: nDCG@10 over all, nDCG@5 by type, and the shares answered wrongly and turned away."""
    types = "".join(f"{found.by_type[kind].ndcg5:>10.3f}" for kind in QueryType if kind in found.by_type)
    return f"{name:<25}{found.overall.ndcg10:>8.3f}{types}{found.wrong_answers:>8.2f}{found.turned_away:>8.2f}"


def main() -> None:
    """Print the figures of every system."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=[QUERIES / name for name in FILES])
    queries = [query for file in parser.parse_args().files for query in read_judged(file)]
    known, library = lists(), initiatives()
    themes = {theme.slug: theme.name for theme in known.themes}
    plain = [made(one, themes) for one in library]
    ours = evaluate(SearchEngine.build(library, known), queries)
    heads = "".join(f"{kind[:9]:>10}" for kind in QueryType if kind in ours.by_type)
    sys.stdout.write(f"{'':<25}{'all':>8}{heads}{'wrong':>8}{'away':>8}\n{line('Practice Finder', ours)}\n")
    for name, build in PEERS.items():
        sys.stdout.write(line(name, evaluate(Peer(build(plain)), queries)) + "\n")


if __name__ == "__main__":
    main()
