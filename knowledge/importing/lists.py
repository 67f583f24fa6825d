"""Reads the lists that an admin edits: register, themes, synonyms, places and signposts."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from knowledge.domain.authority import AuthorityKind, Place, Register
from knowledge.domain.initiative import Theme
from knowledge.domain.lists import Lists, Synonym
from knowledge.domain.text import fold, quoted
from knowledge.errors import Problem, Refused
from knowledge.importing.fields import Fields, Report
from knowledge.importing.marked import Listed, Mapped, Unusable, read_entries, survey
from knowledge.importing.nearest import by_name, nearest
from knowledge.importing.plaintext import Unreadable
from knowledge.importing.register import AUTHORITY_FIELDS, RegisterReader, distinct
from knowledge.importing.signposts import SIGNPOST_FIELDS, SignpostReader

LISTS = ("authorities", "bodies", "themes", "synonyms", "places", "signposts")
#: Nothing can be read into the library without these; the others may be left out.
NEEDED = ("authorities", "themes")
SUFFIXES = (".yaml", ".yml")
PLACE_KINDS = ("region", "nation", "area", "everywhere", "other")
THEME_FIELDS = ("slug", "name", "words", "was")
SYNONYM_FIELDS = ("same", "word", "words", "finds", "weight", "hidden", "about", "things", "joins")
PLACE_FIELDS = ("name", "kind", "words", "authorities")
#: What is found by a synonym counts a little less than what was typed; a one-way one (the wider or narrower word) less.
TWO_WAY_WEIGHT = 0.9
ONE_WAY_WEIGHT = 0.8

_Record = TypeVar("_Record")


def read_lists(folders: Sequence[Path]) -> Lists:
    """Read each list from the first of `folders` that has it, as `NAME.yaml` or `NAME.yml`.

    Raises `Refused` with every problem of every list, each with its file and line.
    """
    problems: list[Problem] = []
    paths = dict(_paths(folders, problems))

    def read(name: str, read_one: Callable[[Fields, Report], Iterable[_Record]]) -> tuple[_Record, ...]:
        return tuple(_read(paths[name], read_one, problems)) if name in paths else ()

    register = RegisterReader()
    authorities = read("authorities", lambda fields, report: register.one(fields, report, AuthorityKind.AUTHORITY))
    bodies = read("bodies", lambda fields, report: register.one(fields, report, AuthorityKind.BODY))
    current, former = register.with_successors((*authorities, *bodies), problems)
    towns = register.towns(current, former, problems)
    themes = _ThemeReader()
    lists = Lists(
        register=current,
        themes=read("themes", _once("slug", themes.one)),
        synonyms=read("synonyms", _synonyms),
        places=read("places", _once("name", lambda fields, report: _place(fields, report, current))),
        signposts=read("signposts", SignpostReader().one),
        former=former,
        towns=towns,
    )
    problems += themes.clashes()
    if problems:
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        raise Refused(f"The lists cannot be used as they are: {count}.", problems)
    return lists


def holds_lists(folder: Path) -> bool:
    """Whether any of the lists stands in the folder."""
    return bool(dict(_paths([folder], [])))


def _paths(folders: Sequence[Path], problems: list[Problem]) -> Iterator[tuple[str, Path]]:
    found: dict[str, Path] = {}
    for folder in folders:
        try:
            names = sorted(os.listdir(folder))
        except OSError as error:
            problems.append(Problem(file=str(folder), message=f"cannot be read as a folder: {error.strerror or error}"))
            continue
        here: dict[str, str] = {}
        for name in names:
            stem, suffix = os.path.splitext(name)
            if suffix not in SUFFIXES or stem.startswith("."):
                continue
            if stem in here:
                message = f"stands beside {here[stem]}: keep one of them"
                problems.append(Problem(file=str(folder / name), message=message))
            elif stem in LISTS:
                here[stem] = name
                found.setdefault(stem, folder / name)
            elif guess := nearest(stem, by_name(LISTS)):
                # A list under a wrong name would stand in for nothing, and nobody would notice.
                message = f"is no list of ours: did you mean {guess[0]}{suffix}?"
                problems.append(Problem(file=str(folder / name), message=message))
    for name in NEEDED:
        if name not in found and not problems:
            where = str(folders[0]) if folders else "."
            problems.append(Problem(file=where, message=f"holds no {name}.yaml, which is needed"))
    yield from found.items()


def _read(
    path: Path, read_one: Callable[[Fields, Report], Iterable[_Record]], problems: list[Problem]
) -> Iterator[_Record]:
    report = Report(str(path))
    try:
        top = survey(path).top
        if isinstance(top, Listed):
            for node in read_entries(path):
                if isinstance(node, Mapped):
                    before = len(report.problems)
                    found = list(read_one(Fields(node, _known(path), report), report))
                    yield from found if len(report.problems) == before else ()
                else:
                    wrong = node.message if isinstance(node, Unusable) else "has no fields: write '- name: value' lines"
                    report.add(node.line, None, wrong)
        elif top is not None:
            report.add(top.line, None, "must be a list, each entry beginning with '- '")
    except Unreadable as error:
        report.problems.append(Problem(file=str(path), line=error.line, message=error.message))
    problems += report.problems


def _known(path: Path) -> tuple[str, ...]:
    return {
        "authorities": AUTHORITY_FIELDS,
        "bodies": AUTHORITY_FIELDS,
        "themes": THEME_FIELDS,
        "synonyms": SYNONYM_FIELDS,
        "places": PLACE_FIELDS,
        "signposts": SIGNPOST_FIELDS,
    }[path.stem]


def _once(
    key: str, read_one: Callable[[Fields, Report], Iterable[_Record]]
) -> Callable[[Fields, Report], Iterable[_Record]]:
    """Read records of which no two may have the same `key`."""
    lines: dict[str, int] = {}

    def read(fields: Fields, report: Report) -> Iterator[_Record]:
        for record in read_one(fields, report):
            value = str(getattr(record, key))
            first = lines.setdefault(fold(value), fields.line)
            if first != fields.line:
                fields.wrong(key, f"{quoted(value)} is given twice, first on line {first}: keep one of them")
            yield record

    return read


class _ThemeReader:
    """Reads themes, remembering what each is and was called."""

    def __init__(self) -> None:
        self._slugs: dict[str, str] = {}
        self._was: list[tuple[str, str, str, int]] = []

    def one(self, fields: Fields, report: Report) -> Iterator[Theme]:
        slug, name = fields.slug("slug"), fields.text("name", required=True)
        words, was = fields.words("words"), fields.words("was")
        if slug and name:
            self._slugs[slug] = f"{report.file}:{fields.line}"
            self._was += [(old, slug, report.file, fields.line) for old in was]
            # Whoever asks by the old name still means this theme.
            spoken = tuple(old.replace("-", " ") for old in was)
            yield Theme(slug=slug, name=name, words=distinct((*words, *spoken), besides=(name,)), was=was)

    def clashes(self) -> Iterator[Problem]:
        """Former names that cannot be told apart: a slug in use, or one that two themes claim."""
        claimed: dict[str, str] = {}
        for old, slug, file, line in self._was:
            first = claimed.setdefault(old, slug)
            if old in self._slugs:
                message = f"{quoted(old)} is the slug of the theme at {self._slugs[old]}: one in use is no former one"
            elif first != slug:
                message = f"{quoted(old)} is what {first} was, too: initiatives can be carried along to one theme only"
            else:
                continue
            yield Problem(file=file, line=line, field="was", message=message)


def _place(fields: Fields, report: Report, register: Register) -> Iterator[Place]:
    name = fields.text("name", required=True)
    kind = fields.choice("kind", by_name(PLACE_KINDS), required=True)
    words = fields.words("words")
    listed = fields.words("authorities", required=kind == "area")
    if listed and kind and kind != "area":
        fields.wrong("authorities", "are an area's: a region or nation has all that say so in authorities.yaml")
    there = {one: register.called(one) for one in listed}
    for one, found in there.items():
        if len(found) != 1:
            what = "is shared by several authorities" if found else "is not in the register of authorities"
            fields.wrong("authorities", f"{quoted(one)} {what}: write the name of each that lies there")
    if name and kind:
        names = tuple(dict.fromkeys(found[0].name for found in there.values() if len(found) == 1))
        yield Place(name=name, kind=kind, words=distinct(words, besides=(name,)), authorities=names)


def _synonyms(fields: Fields, report: Report) -> Iterator[Synonym]:
    if "about" in fields:
        yield Synonym(words=_marked(fields, "about"), finds=(), about=True)
    elif "things" in fields:
        yield Synonym(words=_marked(fields, "things"), finds=(), things=True)
    elif "same" in fields:
        yield from _two_way(fields)
    elif "joins" in fields:
        yield from _joining(fields)
    elif "finds" in fields:
        yield from _one_way(fields)
    else:
        fields.wrong(
            None,
            "has neither 'same: [a, b]' nor 'word: a' with 'finds: [b]' or 'joins: [b, c]', 'about: [a]' or "
            "'things: [a]'",
        )


def _two_way(fields: Fields) -> Iterator[Synonym]:
    for key in ("word", "words", "finds"):
        if key in fields:
            fields.wrong(key, "does not go with 'same': write an entry of its own")
    same, hidden = fields.words("same", required=True), fields.words("hidden")
    weight = _weight(fields, TWO_WAY_WEIGHT)
    if len(same) + len(hidden) < 2:
        fields.wrong("same", "holds a single word: a synonym needs two")
    if len(same) > 1:
        yield Synonym(words=same, finds=same, weight=weight)
    if hidden:
        yield Synonym(words=hidden, finds=same, weight=weight, hidden=True)


def _one_way(fields: Fields) -> Iterator[Synonym]:
    words, finds = _wording(fields), fields.words("finds", required=True)
    yield Synonym(
        words=words, finds=finds, weight=_weight(fields, ONE_WAY_WEIGHT), hidden=fields.flag("hidden") or False
    )


def _joining(fields: Fields) -> Iterator[Synonym]:
    for key in ("finds", "weight", "hidden"):
        if key in fields:
            fields.wrong(key, "does not go with 'joins': write an entry of its own")
    words, joins = _wording(fields), fields.words("joins", required=True)
    if len(joins) == 1:
        fields.wrong("joins", "holds a single word: use 'finds' for what a word says alone")
    yield Synonym(words=words, finds=joins, weight=1.0, joins=True)


def _wording(fields: Fields) -> tuple[str, ...]:
    """What a one-way entry is about: one `word`, or several `words`."""
    if "word" in fields and "words" in fields:
        fields.wrong("words", "does not go with 'word': put all into 'words'")
    word = fields.text("word")
    return (word,) if word else fields.words("words", required="word" not in fields)


def _marked(fields: Fields, mark: str) -> tuple[str, ...]:
    """The words of an entry that only marks them, as what all of the store is about or as things of their own."""
    for key in SYNONYM_FIELDS:
        if key != mark and key in fields:
            fields.wrong(key, f"does not go with '{mark}': write an entry of its own")
    return fields.words(mark, required=True)


def _weight(fields: Fields, default: float) -> float:
    weight = fields.number("weight")
    if weight is None:
        return default
    if not 0 < weight <= 1:
        fields.wrong("weight", f"{weight:g} is out of range: write more than 0 and at most 1, which is the word itself")
        return default
    return weight
