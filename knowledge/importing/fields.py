"""The fields of one YAML mapping, typed and checked; whatever is wrong is noted with its line, and reading goes on."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from knowledge.domain.addresses import EMAIL_LENGTH, URL_LENGTH
from knowledge.domain.initiative import LINE_LENGTH
from knowledge.domain.text import clean, fold, listed, quoted
from knowledge.errors import Problem
from knowledge.importing.marked import Kind, Listed, Mapped, Node, Scalar, Unusable
from knowledge.importing.nearest import by_name, nearest
from knowledge.importing.values import wrong_date, wrong_email, wrong_slug, wrong_url

#: How much of a single value is shown as the list that it should have been, in characters.
SHOWN_ITEM = 40

_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


@dataclass(slots=True)
class Report:
    """Collects what is wrong with one entry of a file; `id` is the entry's, as far as it is known."""

    file: str
    id: str | None = None
    problems: list[Problem] = field(default_factory=list)

    def add(self, line: int, name: str | None, message: str) -> None:
        """Note a problem with the field `name`."""
        self.problems.append(Problem(file=self.file, line=line, id=self.id, field=name, message=message))


class Fields:
    """A mapping's fields. Unknown keys and keys given twice are noted at once, the rest as it is read.

    Every method returns None (or nothing) for a field that is missing, empty or wrong; `required` makes missing wrong.
    """

    def __init__(self, node: Mapped, known: Sequence[str], report: Report, *, inside: str | None = None) -> None:
        self.line = node.line
        self._report = report
        self._inside = inside
        self._values: dict[str, Node] = {}
        self._misspelt: set[str] = set()
        lines: dict[str, int] = {}
        for key, value in node.pairs:
            if not isinstance(key, Scalar):
                report.add(key.line, inside, f"the name of a field must be a word: {listed(known, last='or')}")
            elif key.value in lines:
                first = lines[key.value]
                report.add(key.line, self._name(key.value), f"given twice, first on line {first}: keep one of them")
            elif key.value not in known:
                guess = nearest(key.value, by_name(known))
                self._misspelt.update(guess)
                meant = f"did you mean {guess[0]}?" if guess else f"the fields here are {listed(known)}"
                report.add(key.line, self._name(clean(key.value)), f"there is no such field: {meant}")
            else:
                lines[key.value] = key.line
                self._values[key.value] = value

    def __contains__(self, key: str) -> bool:
        """Whether the field is given and not empty."""
        node = self._values.get(key)
        return node is not None and not (isinstance(node, Scalar) and node.kind is Kind.NULL)

    def lacks(self, key: str) -> bool:
        """Whether the field is not given, or empty without quotes, and no field looks like it misspelt."""
        return key not in self and key not in self._misspelt

    def wrong(self, key: str | None, message: str) -> None:
        """Note a problem with a field, on the line of its value; with the whole, where that is missing or None."""
        node = self._values.get(key) if key else None
        self._report.add(node.line if node else self.line, self._name(key), message)

    def text(
        self, key: str, *, required: bool = False, longest: int = LINE_LENGTH, lines: bool = False, number: bool = False
    ) -> str | None:
        """Cleaned text of at most `longest` characters; `lines` keeps line breaks, `number` allows a bare number."""
        if not self._given(key, required):
            return None
        value = self._text_of(self._values[key], self._name(key), number=number)
        if value is None:
            return None
        value = clean(value, lines=lines)
        if not value and required:
            self.wrong(key, "is empty: it is required")
        if len(value) > longest:
            over = len(value) - longest
            self.wrong(key, f"is {len(value):,} characters long, {over:,} too many: at most {longest:,}")
            return None
        return value or None

    def slug(self, key: str, *, longest: int = LINE_LENGTH) -> str | None:
        """A required stable name of lower-case letters, digits and hyphens."""
        return self._right(key, self.text(key, required=True, longest=longest), wrong_slug)

    def date(self, key: str, *, latest: date) -> date | None:
        """A day up to `latest`, quoted or not, as 2026-11-23."""
        if not self._given(key):
            return None
        node = self._values[key]
        if not isinstance(node, Scalar):
            self.wrong(key, _not_plain(node, "a date such as 2026-11-23"))
            return None
        value = self._right(key, clean(node.value), partial(wrong_date, latest=latest))
        return date.fromisoformat(value) if value is not None else None

    def flag(self, key: str) -> bool | None:
        """True or false, unquoted."""
        if not self._given(key):
            return None
        node = self._values[key]
        if isinstance(node, Scalar) and node.kind is Kind.FLAG:
            return _FLAGS[node.value.lower()]
        self.wrong(key, _not_plain(node, "true or false, without quotes"))
        return None

    def number(self, key: str) -> float | None:
        """A plain decimal number."""
        if not self._given(key):
            return None
        node = self._values[key]
        if isinstance(node, Scalar) and re.fullmatch(r"\d+(\.\d+)?|\.\d+", node.value):
            return float(node.value)
        self.wrong(key, _not_plain(node, "a number such as 0.9"))
        return None

    def url(self, key: str, *, secure: bool = False, required: bool = False) -> str | None:
        """A web address: https, or http too unless `secure`."""
        value = self.text(key, required=required, longest=URL_LENGTH)
        return self._right(key, value, partial(wrong_url, secure=secure))

    def email(self, key: str) -> str | None:
        """One e-mail address."""
        return self._right(key, self.text(key, longest=EMAIL_LENGTH), wrong_email)

    def choice(self, key: str, meanings: dict[str, str], *, required: bool = False) -> str | None:
        """One of the values of `meanings`, whose keys are folded names that help to guess what was meant."""
        value = self.text(key, required=required)
        return None if value is None else self._chosen(value, meanings, self._values[key].line, key)

    def choices(
        self, key: str, meanings: dict[str, str], *, former: Mapping[str, str] | None = None
    ) -> tuple[str, ...]:
        """A required list of at least one of the values of `meanings`; each once.

        A name of `former` is taken for the value that it has become.
        """
        now = former or {}
        chosen = [
            now[value] if value in now else self._chosen(value, meanings, line, key)
            for value, line in self._words(key, required=True)
        ]
        return tuple(dict.fromkeys(one for one in chosen if one is not None))

    def words(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of texts, each once."""
        return tuple(dict.fromkeys(value for value, _line in self._words(key, required=required)))

    def mappings(self, key: str, known: Sequence[str]) -> list[Fields]:
        """A list of mappings with the fields `known`."""
        found = []
        for item in self._items(key):
            if isinstance(item, Mapped):
                found.append(Fields(item, known, self._report, inside=self._name(key)))
            else:
                self._report.add(item.line, self._name(key), _not_plain(item, f"fields: {listed(known, last='or')}"))
        return found

    def mapping(self, key: str, known: Sequence[str], *, required: bool = False) -> Fields | None:
        """A mapping with the fields `known`."""
        if not self._given(key, required):
            return None
        node = self._values[key]
        if isinstance(node, Mapped):
            return Fields(node, known, self._report, inside=self._name(key))
        self.wrong(key, _not_plain(node, f"fields: {listed(known, last='or')}"))
        return None

    # --- within -----------------------------------------------------------------------------------------------------

    def _name(self, key: str | None) -> str | None:
        return ".".join(part for part in (self._inside, key) if part) or None

    def _right(self, key: str, value: str | None, wrong: Callable[[str], str | None]) -> str | None:
        """The value, unless there is something wrong with it, which is noted."""
        if value is None or (message := wrong(value)) is None:
            return value
        self.wrong(key, message)
        return None

    def _given(self, key: str, required: bool = False) -> bool:
        if key in self:
            return True
        # One slip is one problem: a required field under a misspelt name is not missing as well.
        if required and (key in self._values or key not in self._misspelt):
            self.wrong(key, "is empty: it is required" if key in self._values else "is missing: it is required")
        return False

    def _text_of(self, node: Node, name: str | None, *, number: bool = False) -> str | None:
        if not isinstance(node, Scalar):
            self._report.add(node.line, name, _not_plain(node, "text"))
        elif node.kind is Kind.FLAG or (node.kind is Kind.NUMBER and not number):
            self._report.add(
                node.line, name, f'{node.value} is read as {node.kind}, not as text: put it in quotes, "{node.value}"'
            )
        else:
            return "" if node.kind is Kind.NULL else node.value
        return None

    def _items(self, key: str, required: bool = False) -> tuple[Node, ...]:
        if not self._given(key, required):
            return ()
        node = self._values[key]
        if not isinstance(node, Listed):
            example = f": [{clean(node.value)[:SHOWN_ITEM]}]" if isinstance(node, Scalar) else ""
            self.wrong(key, _not_plain(node, f"a list{example}"))
            return ()
        if required and not node.items:
            self.wrong(key, "is empty: give at least one")
        return node.items

    def _words(self, key: str, *, required: bool) -> list[tuple[str, int]]:
        found = []
        for item in self._items(key, required):
            value = self._text_of(item, self._name(key))
            if value is None:
                continue
            value = clean(value)
            if not value or len(value) > LINE_LENGTH:
                message = (
                    f"holds {quoted(value)}: at most {LINE_LENGTH} characters" if value else "holds an empty value"
                )
                self._report.add(item.line, self._name(key), message)
            else:
                found.append((value, item.line))
        return found

    def _chosen(self, value: str, meanings: dict[str, str], line: int, key: str) -> str | None:
        if meanings.get(fold(value)) == value or value in meanings.values():
            return value
        guess = nearest(value, meanings)
        possible = tuple(dict.fromkeys(meanings.values()))
        meant = f"did you mean {guess[0]}?" if guess else f"it is one of {listed(possible, last='or')}"
        self._report.add(line, self._name(key), f"there is no {quoted(value)}: {meant}")
        return None


def _not_plain(node: Node, wanted: str) -> str:
    """What stands there instead of what was wanted."""
    if isinstance(node, Unusable):
        return node.message
    if isinstance(node, Scalar):
        return f"holds {quoted(clean(node.value))}: write {wanted}"
    return f"holds {'a list' if isinstance(node, Listed) else 'fields'}: write {wanted}"
