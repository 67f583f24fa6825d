"""How many results a question shows on a terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.bot.conftest import Practice

ENTRY = """\
- {id: one-%d, authority: Hackney, title: Mentors %d, summary: Young people have mentors., categories: [partners],
   themes: [youth-justice], source: {title: A page}}
"""
#: More than anybody reads, and than any limit that there ever was.
MANY = 1100


@pytest.fixture
def many(library: Path) -> None:
    library.write_text("".join(ENTRY % (number, number) for number in range(MANY)))


@pytest.mark.usefixtures("many")
def test_the_limit_that_an_answer_names_shows_all_there_is(practice: Practice) -> None:
    named = re.search(r"Add (--limit \d+)", practice("ask", "mentors").out)
    assert named
    all_of_them = practice("ask", "mentors", *named[1].split())
    assert (all_of_them.status, all_of_them.err) == (0, "")
    assert f"{MANY}. Mentors" in all_of_them.out
    assert "--limit" not in all_of_them.out


@pytest.mark.usefixtures("library")
def test_a_limit_of_any_size_is_one(practice: Practice) -> None:
    ran = practice("ask", "mentors", "--limit", str(10**30), "--json")
    assert (ran.status, ran.json["total"]) == (0, len(ran.json["results"]))
