"""YAML read piece by piece, every piece with its line, in memory bounded by the largest single entry.

Only plain data is taken: aliases are never expanded (a few lines of them can stand for gigabytes), tags never
followed. Lines count from 1, as editors count them.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

from knowledge.importing.objections import explained
from knowledge.importing.plaintext import CleanText, Unreadable

#: Entries are three levels deep (a contact's fields); what is nested deeper than this is no entry of ours.
MAX_DEPTH = 10
#: What is nested deeper than this is not even passed over: the parser looks at every open bracket for each further one,
#: so that 100,000 of them took it minutes.
HOPELESS_DEPTH = 300


class Kind(StrEnum):
    """What YAML takes an unquoted value for; anything quoted is text."""

    TEXT = "text"
    NULL = "nothing"
    FLAG = "true or false"
    NUMBER = "a number"
    DATE = "a date"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, as written."""

    line: int
    value: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Listed:
    """A list."""

    line: int
    items: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Mapped:
    """A mapping, in the order written; the same key may stand in it twice."""

    line: int
    pairs: tuple[tuple[Node, Node], ...] = ()


@dataclass(frozen=True, slots=True)
class Unusable:
    """YAML that is not plain data; `message` says what it is and what to write instead."""

    line: int
    message: str


Node = Scalar | Listed | Mapped | Unusable

_KINDS = {
    "tag:yaml.org,2002:null": Kind.NULL,
    "tag:yaml.org,2002:bool": Kind.FLAG,
    "tag:yaml.org,2002:int": Kind.NUMBER,
    "tag:yaml.org,2002:float": Kind.NUMBER,
    "tag:yaml.org,2002:timestamp": Kind.DATE,
}
_TEXT_TAGS = (None, "!", "tag:yaml.org,2002:str")


@dataclass(frozen=True, slots=True)
class Survey:
    """What a file holds, known only after all of it was found to be sound YAML.

    `top` is the document without the entries; None when it is empty. `entries` counts them.
    """

    top: Node | None
    entries: int


def survey(path: Path, *, entries_under: str | None = None) -> Survey:
    """Read all of a file once, keeping everything but its entries.

    Entries are the items of a list, or of the list under the key `entries_under` of a mapping.
    Raises `Unreadable` with the line that is to blame.
    """
    with _events(path) as events:
        start = _begin(events)
        top: Node | None = None
        count = 0
        if isinstance(start, yaml.SequenceStartEvent):
            count = _skip_items(events)
            top = _plain(start, Listed(_line(start)))
        elif isinstance(start, yaml.MappingStartEvent):
            pairs: list[tuple[Node, Node]] = []
            while not isinstance(event := next(events), yaml.MappingEndEvent):
                key, begin = _compose(event, events), next(events)
                if _is_key(key, entries_under) and isinstance(begin, yaml.SequenceStartEvent):
                    count += _skip_items(events)
                    pairs.append((key, _plain(begin, Listed(_line(begin)))))
                else:
                    pairs.append((key, _compose(begin, events)))
            top = _plain(start, Mapped(_line(start), tuple(pairs)))
        elif start is not None:
            top = _compose(start, events)
        _finish(events)
    return Survey(top, count)


def read_entries(path: Path, *, entries_under: str | None = None) -> Iterator[Node]:
    """Read the entries that `survey` counted, one at a time. Raises `Unreadable`."""
    with _events(path) as events:
        start = _begin(events)
        if isinstance(start, yaml.SequenceStartEvent):
            yield from _items(events)
        elif isinstance(start, yaml.MappingStartEvent):
            while not isinstance(event := next(events), yaml.MappingEndEvent):
                key, begin = _compose(event, events), next(events)
                if _is_key(key, entries_under) and isinstance(begin, yaml.SequenceStartEvent):
                    yield from _items(events)
                else:
                    _compose(begin, events)


# --- events ---------------------------------------------------------------------------------------------------------


@contextmanager
def _events(path: Path) -> Iterator[Iterator[Any]]:
    """The parser's events for a file; what goes wrong in reading or parsing comes out as `Unreadable`."""
    try:
        # Opening a pipe would wait for ever.
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise Unreadable("is not a file")
        with path.open("rb") as stream:
            parser = _parser(CleanText(stream))
            try:
                yield _of_limited_depth(iter(parser.get_event, None))
            finally:
                parser.dispose()
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror or error}") from error
    except yaml.YAMLError as error:
        raise explained(error, path) from error


def _parser(stream: CleanText) -> Any:
    # libyaml is about ten times as fast; the pure parser does the same where PyYAML came without it.
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return loader(stream)


def _of_limited_depth(events: Iterator[Any]) -> Iterator[Any]:
    """The events; `Unreadable` as soon as too much stands in each other."""
    depth = 0
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > HOPELESS_DEPTH:
                raise Unreadable("is nested too deeply: this line opens one list or mapping too many", _line(event))
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        yield event


def _begin(events: Iterator[Any]) -> Any:
    """The event that opens the document's content; None when the file is empty."""
    next(events)
    if isinstance(next(events), yaml.StreamEndEvent):
        return None
    return next(events)


def _finish(events: Iterator[Any]) -> None:
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            raise Unreadable(
                "a second document begins here: a file is one list, so take the line '---' out", _line(event)
            )


# --- from events to pieces ------------------------------------------------------------------------------------------


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _is_key(node: Node, key: str | None) -> bool:
    return isinstance(node, Scalar) and node.value == key


def _items(events: Iterator[Any]) -> Iterator[Node]:
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        yield _compose(event, events)


def _skip_items(events: Iterator[Any]) -> int:
    """Pass over the items of a list just begun, and count them."""
    count = depth = 0
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
            if depth < 0:
                break
            continue
        count += depth == 0
        depth += isinstance(event, yaml.CollectionStartEvent)
    return count


def _compose(event: Any, events: Iterator[Any], depth: int = 0) -> Node:
    line = _line(event)
    if isinstance(event, yaml.ScalarEvent):
        return _plain(event, Scalar(line, event.value, _kind(event)))
    if isinstance(event, yaml.AliasEvent):
        message = f"*{event.anchor} stands for another value, which is not done here: write it out, or put it in quotes"
        return Unusable(line, message)
    if depth >= MAX_DEPTH:
        _skip_items(events)
        return Unusable(line, "is nested too deeply: an initiative has fields, and its contacts and resources have")
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[Node] = []
        while not isinstance(following := next(events), yaml.SequenceEndEvent):
            items.append(_compose(following, events, depth + 1))
        return _plain(event, Listed(line, tuple(items)))
    pairs: list[tuple[Node, Node]] = []
    while not isinstance(following := next(events), yaml.MappingEndEvent):
        key = _compose(following, events, depth + 1)
        pairs.append((key, _compose(next(events), events, depth + 1)))
    return _plain(event, Mapped(line, tuple(pairs)))


def _plain(event: Any, node: Node) -> Node:
    """The node itself, unless it has an anchor or a tag."""
    if event.anchor is not None:
        message = f"&{event.anchor} names a value for repeating, which is not done here: take it out"
        return Unusable(_line(event), message)
    if event.tag not in _TEXT_TAGS:
        shown = event.tag.replace("tag:yaml.org,2002:", "!!")
        return Unusable(_line(event), f"{shown} is a YAML tag, which is not used here: take it out")
    return node


def _kind(event: Any) -> Kind:
    if event.tag is None and event.implicit[0]:
        resolvers = yaml.SafeLoader.yaml_implicit_resolvers
        for tag, pattern in chain(resolvers.get(event.value[:1], ()), resolvers.get(None, ())):
            if pattern.match(event.value):
                return _KINDS.get(tag, Kind.TEXT)
    return Kind.TEXT
