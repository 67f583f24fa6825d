"""Domain records to JSON and back, faithfully: records become objects, tuples lists, enums their value, dates ISO."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from hashlib import sha256
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def encode(value: object) -> str:
    """`value` as compact JSON; the same value always gives the same text."""
    return _ENCODER.encode(value)


def digest(encoded: str) -> str:
    """What identifies an encoded value (SHA-256, 64 hexadecimal digits)."""
    return sha256(encoded.encode()).hexdigest()


def decode(kind: type[T], encoded: str) -> T:
    """The value of type `kind` that `encode` was given."""
    result: T = from_plain(kind, json.loads(encoded))
    return result


def to_plain(value: object) -> Any:
    """`value` as a JSON column takes it."""
    return json.loads(encode(value))


def from_plain(kind: Any, plain: Any) -> Any:
    """The value of type `kind` (also `tuple[X, ...]`) that `to_plain` was given."""
    return _reader(kind)(plain)


def _plain(value: object) -> object:
    if is_dataclass(value):
        kind: Any = type(value)
        return {name: getattr(value, name) for name in _names(kind)}
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot be saved")


_ENCODER = json.JSONEncoder(default=_plain, ensure_ascii=False, separators=(",", ":"))


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """How a value of type `kind` is read from what `json.loads` gave; looked up once per type."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        some = _reader(next(one for one in get_args(kind) if one is not type(None)))
        return lambda plain: None if plain is None else some(plain)
    if origin is tuple:
        return _tuple_reader(get_args(kind))
    if is_dataclass(kind) and isinstance(kind, type):
        return _record_reader(kind)
    if kind is date:
        return date.fromisoformat
    if isinstance(kind, type) and issubclass(kind, Enum):
        members = {member.value: member for member in kind}
        return members.__getitem__
    return lambda plain: plain


def _tuple_reader(kinds: tuple[Any, ...]) -> Callable[[Any], Any]:
    if kinds[-1] is Ellipsis:
        one = _reader(kinds[0])
        return lambda plain: tuple(map(one, plain))
    each = tuple(map(_reader, kinds))
    return lambda plain: tuple(read(value) for read, value in zip(each, plain, strict=True))


def _record_reader(kind: type) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    # A field that a later version added keeps its default in what an earlier one saved.
    readers = {name: _reader(hints[name]) for name in _names(kind)}
    return lambda plain: kind(**{name: readers[name](value) for name, value in plain.items() if name in readers})
