"""Reads the register: authorities and bodies, and those that a reorganisation ended, with their successors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.domain.authority import Authority, AuthorityKind, Register
from knowledge.domain.lists import FormerAuthority, Towns
from knowledge.domain.text import fold, listed, quoted
from knowledge.errors import Problem
from knowledge.importing.fields import Fields, Report
from knowledge.importing.nearest import by_name, nearest_authorities

NATIONS = (
    "England", "Northern Ireland", "Scotland", "Wales",
    "England and Wales", "Great Britain", "United Kingdom", "Ireland",
)  # fmt: skip
AUTHORITY_FIELDS = ("code", "name", "official", "region", "nation", "aliases", "towns", "successors")

#: ONS codes: a letter for the country, two digits for the kind of area, six for the area.
_CODE = re.compile(r"[A-Z]\d{8}")


class RegisterReader:
    """Reads authorities and bodies, remembering whose every name and code is, and which have successors."""

    def __init__(self) -> None:
        self._taken: dict[str, str] = {}
        self._former: list[_Former] = []
        self._towns: list[_Town] = []

    def one(self, fields: Fields, report: Report, kind: AuthorityKind) -> Iterator[Authority]:
        """The authority or body of one entry; nothing for one that ended, or of which anything needed is missing."""
        name = fields.text("name", required=True)
        official = fields.text("official") or name
        ended = "successors" in fields
        successors = fields.words("successors", required=ended)
        nation = fields.choice("nation", by_name(NATIONS), required=not ended)
        code = fields.text("code")
        region = fields.text("region")
        aliases = fields.words("aliases")
        towns = fields.words("towns")
        if towns and kind is AuthorityKind.BODY:
            fields.wrong("towns", "are no body's: write them under the authority that runs children's services there")
        elif name:
            self._towns += [_Town(town, name, report.file, fields.line) for town in towns]
        if code is not None and not _CODE.fullmatch(code):
            fields.wrong("code", f"{quoted(code)} is no ONS code: a capital and eight digits, such as E09000012")
        where = f"{report.file}:{fields.line}"
        own_official = official if official and name and fold(official) != fold(name) else None
        for key, value in (("name", name), ("official", own_official), ("code", code)):
            if value is None:
                continue
            first = self._taken.setdefault(fold(value), where)
            if first != where:
                fields.wrong(
                    key, f"{quoted(value)} belongs to the one at {first}: each has names and a code of its own"
                )
        if ended:
            if name and successors:
                names = tuple(one for one in (name, official, *aliases, code) if one)
                self._former.append(_Former(name, names, successors, report.file, fields.line))
        elif name and official and nation:
            yield Authority(
                name=name,
                official=official,
                nation=nation,
                region=region,
                code=code,
                aliases=distinct(aliases, besides=(name, official)),
                kind=kind,
            )

    def with_successors(
        self, authorities: Iterable[Authority], problems: list[Problem]
    ) -> tuple[Register, tuple[FormerAuthority, ...]]:
        """The register, in which each successor has the names of those that it succeeds, and those that ended."""
        register = Register.of(authorities)
        ended = {fold(one.name) for one in self._former}
        inherited: dict[str, list[str]] = {}
        former: list[FormerAuthority] = []
        for one in self._former:
            found: list[str] = []
            for successor in one.successors:
                now = register.called(successor)
                if len(now) == 1:
                    found.append(now[0].name)
                    inherited.setdefault(now[0].name, []).extend(one.names)
                else:
                    message = _no_successor(successor, ended, register)
                    problems.append(Problem(file=one.file, line=one.line, field="successors", message=message))
            former.append(FormerAuthority(one.name, tuple(dict.fromkeys(found))))
        heirs = (
            replace(one, aliases=distinct((*one.aliases, *inherited[one.name]), besides=(one.name, one.official)))
            if one.name in inherited
            else one
            for one in register
        )
        return Register.of(heirs), tuple(former)

    def towns(
        self, register: Register, former: Iterable[FormerAuthority], problems: list[Problem]
    ) -> tuple[Towns, ...]:
        """The towns of each authority; those of one that ended are its successors', unless one of them lists them."""
        ended = {one.name: one.successors for one in former}
        first: dict[str, _Town] = {}
        held: dict[str, dict[str, str]] = {}
        for town in sorted(self._towns, key=lambda one: one.authority in ended):
            folded = fold(town.name)
            owners = [one.name for one in register.called(town.name)]
            before = first.setdefault(folded, town)
            if owners:
                if owners != [town.authority] and town.authority not in ended:
                    whose = listed(owners)
                    problems.append(town.problem(f"is a name of {whose}, and would be read so: leave it out"))
            elif town.authority in ended and before.authority in ended:
                for successor in ended[town.authority]:
                    held.setdefault(successor, {}).setdefault(folded, town.name)
            elif town.authority not in ended:
                if before.authority != town.authority:
                    where = f"{before.authority}, at {before.file}:{before.line}, too"
                    problems.append(town.problem(f"is given under {where}: leave out names that several share"))
                held.setdefault(town.authority, {}).setdefault(folded, town.name)
        return tuple(Towns(one.name, tuple(held[one.name].values())) for one in register if one.name in held)


@dataclass(frozen=True, slots=True)
class _Town:
    """A town as read, and the authority it is listed under."""

    name: str
    authority: str
    file: str
    line: int

    def problem(self, message: str) -> Problem:
        return Problem(file=self.file, line=self.line, field="towns", message=f"{quoted(self.name)} {message}")


@dataclass(frozen=True, slots=True)
class _Former:
    """An authority that ended, as read: all of its names, and the successors as they are written."""

    name: str
    names: tuple[str, ...]
    successors: tuple[str, ...]
    file: str
    line: int


def _no_successor(named: str, ended: set[str], register: Register) -> str:
    if fold(named) in ended:
        return f"{quoted(named)} has successors itself: name those that run its services now"
    found = [one.name for one in register.called(named)]
    if found:
        return f"{quoted(named)} is shared by {listed(found)}: name the one that is meant"
    near = nearest_authorities(named, register)
    meant = f"did you mean {listed(near, last='or')}?" if near else "write the name of one that has no successors"
    return f"{quoted(named)} is not in the register of authorities: {meant}"


def distinct(names: Sequence[str], *, besides: Sequence[str] = ()) -> tuple[str, ...]:
    """The names without those that are read as the same, or as one of `besides`."""
    seen = {fold(name) for name in besides}
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(fold(name), name)
    return tuple(name for folded, name in first.items() if folded not in seen)
