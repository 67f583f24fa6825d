"""The lists and the library: whether they can be read, and whether roles are limited to what they name."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING

from bot.doctor.findings import Finding, State
from config.settings import Settings
from knowledge.domain.text import listed
from knowledge.errors import Problem, Refused

if TYPE_CHECKING:
    from knowledge.domain.authority import Register
    from knowledge.domain.lists import Lists

#: Problems of files that are named one by one; `practice check` names them all.
FILE_PROBLEMS = 5


def look_at_files(settings: Settings) -> Generator[Finding, None, Lists | None]:
    """What is found of the lists and the library; returns the lists, if they can be read."""
    from knowledge.importing.library import read_library
    from knowledge.importing.lists import LISTS, holds_lists, read_lists

    try:
        lists = read_lists(settings.lists)
    except Refused as refused:
        yield _of_files("lists", str(refused), refused.problems)
        yield Finding("library", State.SKIPPED, "cannot be read without the lists")
        return None
    said = f"{len(lists.register)} authorities and bodies, {len(lists.themes)} themes"
    yield Finding("lists", State.OK, said)
    for folder in settings.lists[:-1]:
        if not holds_lists(folder):
            said = f"PRACTICE_LISTS names {folder}, which holds none of the lists, so the shipped ones are used"
            mend = f"put {listed(sorted(f'{name}.yaml' for name in LISTS), last='or')} there, or do not set it"
            yield Finding("lists folder", State.PROBLEM, said, mend)
    yield from _limits(settings, lists.register)
    read = 0
    problems: list[Problem] = []
    for item in read_library(settings.library, lists.register, lists.themes):
        read += item.initiative is not None
        problems += item.problems
    if problems:
        yield _of_files("library", f"{read} initiatives can be read, problems found: {len(problems)}", problems)
    else:
        yield Finding("library", State.OK, f"{read} initiatives can be read")
    return lists


def _limits(settings: Settings, register: Register) -> Iterator[Finding]:
    """Authorities that a role is limited to and nothing is called: such a role holds nowhere."""
    from knowledge.search.lists.authorities import RegisterMatcher

    for setting, people in (("PRACTICE_LEADS", settings.leads), ("PRACTICE_REVIEWERS", settings.reviewers)):
        for name in dict.fromkeys(name for one in people for name in one.authorities if not register.called(name)):
            nearest = [one.name for one in RegisterMatcher(register).nearest(name, limit=1)]
            meant = f", perhaps {nearest[0]}" if nearest else ""
            said = f"{setting} limits a role to “{name}”, which no authority is called"
            yield Finding("roles", State.PROBLEM, said, f"write its name as authorities.yaml has it{meant}")


def _of_files(check: str, said: str, problems: tuple[Problem, ...] | list[Problem]) -> Finding:
    named = "; ".join(map(str, problems[:FILE_PROBLEMS]))
    return Finding(check, State.PROBLEM, f"{said}: {named}", "practice check says of each what would be right")
