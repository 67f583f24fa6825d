"""The small language in which the rules for blocks are written: a rule looks at one value and says what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias


@dataclass(slots=True)
class Check:
    """Collects problems while the rules walk through one message or view."""

    surface: str  # message, modal or home
    problems: list[str] = field(default_factory=list)

    def wrong(self, path: str, what: str) -> None:
        """Notes a problem in the words and form of Slack's response_metadata.messages."""
        self.problems.append(f"[ERROR] {what} [json-pointer:{path}]")


Rule: TypeAlias = Callable[[Check, Any, str], None]


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields of one kind of object."""

    required: Mapping[str, Rule] = field(default_factory=dict)
    optional: Mapping[str, Rule] = field(default_factory=dict)
    whole: Rule | None = None  # what concerns several fields at once

    def __call__(self, check: Check, value: Any, path: str) -> None:
        if not isinstance(value, dict):
            check.wrong(path, "must provide an object")
            return
        for name in self.required:
            if value.get(name) is None:
                check.wrong(path, f"missing required field: {name}")
        for name, item in value.items():
            rule = self.required.get(name) or self.optional.get(name)
            if name == "type" and rule is None:
                continue
            if rule is None:
                check.wrong(f"{path}/{name}", f"invalid additional property: {name}")
            elif item is not None:
                rule(check, item, f"{path}/{name}")
        if self.whole is not None:
            self.whole(check, value, path)


def string(most: int, least: int = 1, pattern: str = "", form: str = "") -> Rule:
    """A string of `least` to `most` characters, of the given form if there is one."""

    def rule(check: Check, value: Any, path: str) -> None:
        if not isinstance(value, str):
            check.wrong(path, "must provide a string")
        elif len(value) < least:
            check.wrong(path, f"must be more than {least - 1} characters")
        elif len(value) > most:
            check.wrong(path, f"must be less than {most + 1} characters")
        elif pattern and not re.fullmatch(pattern, value, re.DOTALL):
            check.wrong(path, f"must be {form}")

    return rule


def url(most: int = 3000, web_only: bool = False) -> Rule:
    """An address; a web page's where a picture is fetched."""
    pattern = r"https?://[^\s/]+.*" if web_only else r"(https?://[^\s/]+|[a-z][a-z0-9+.\-]*:)\S*"
    return string(most, pattern=pattern, form="a valid URL")


def boolean(check: Check, value: Any, path: str) -> None:
    """True or false."""
    if not isinstance(value, bool):
        check.wrong(path, "must provide a boolean")


def integer(least: int, most: int) -> Rule:
    """A whole number within bounds."""

    def rule(check: Check, value: Any, path: str) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            check.wrong(path, "must provide an integer")
        elif value < least:
            check.wrong(path, f"must be greater than or equal to {least}")
        elif value > most:
            check.wrong(path, f"must be less than or equal to {most}")

    return rule


def one_of(*allowed: str) -> Rule:
    """One of a few words."""

    def rule(check: Check, value: Any, path: str) -> None:
        if value not in allowed:
            check.wrong(path, f"must be a valid enum value: {', '.join(allowed)}")

    return rule


def items(rule: Rule, most: int, least: int = 1) -> Rule:
    """A list of `least` to `most` things that each keep the rule."""

    def check_list(check: Check, value: Any, path: str) -> None:
        if not isinstance(value, list):
            check.wrong(path, "must provide an array")
            return
        if len(value) < least:
            check.wrong(path, f"no less than {least} items allowed" if value else "must be non-empty")
        if len(value) > most:
            check.wrong(path, f"no more than {most} items allowed")
        for number, item in enumerate(value):
            rule(check, item, f"{path}/{number}")

    return check_list


def anything(check: Check, value: Any, path: str) -> None:
    """No rule of ours."""


def text(most: int, least: int = 1, kinds: tuple[str, ...] = ("plain_text", "mrkdwn")) -> Rule:
    """A text object of one of the kinds, with `least` to `most` characters."""
    shapes = {
        "plain_text": Shape({"text": string(most, least)}, {"emoji": boolean}),
        "mrkdwn": Shape({"text": string(most, least)}, {"verbatim": boolean}),
    }

    def rule(check: Check, value: Any, path: str) -> None:
        if not isinstance(value, dict):
            check.wrong(path, "must provide an object")
        elif value.get("type") not in kinds:
            check.wrong(f"{path}/type", f"unsupported type: {value.get('type')} (must be {' or '.join(kinds)})")
        else:
            shapes[value["type"]](check, value, path)

    return rule


def plain(most: int, least: int = 1) -> Rule:
    """A plain_text object."""
    return text(most, least, ("plain_text",))
