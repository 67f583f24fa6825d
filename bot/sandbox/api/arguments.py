"""The arguments of a call, from a form, a query or JSON, in the types that methods expect."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from bot.sandbox.errors import SlackError

TRUE = frozenset({"1", "true", "True"})


class Arguments:
    """Reads a call's arguments; forms carry objects as JSON text, JSON bodies as they are."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = {name: value for name, value in values.items() if value is not None}

    def has(self, name: str) -> bool:
        return name in self._values

    def text(self, name: str, missing: str | None = None) -> str:
        """A string; when it is missing or empty the given error, or "" without one."""
        value = self._values.get(name, "")
        if isinstance(value, bool) or not isinstance(value, (str, int, float)):
            raise SlackError("invalid_arguments", [f"[ERROR] must be a string [json-pointer:/{name}]"])
        if value == "" and missing:
            messages = [f"[ERROR] missing required field: {name}"] if missing == "invalid_arguments" else []
            raise SlackError(missing, messages)
        return str(value)

    def flag(self, name: str, default: bool | None = None) -> bool | None:
        """A truth value; forms write 0 and 1."""
        value = self._values.get(name)
        if value is None:
            return default
        return value if isinstance(value, bool) else str(value) in TRUE

    def data(self, name: str, wrong: str) -> Any:
        """An object or list, decoded if it came as JSON text; the given error when it does not parse."""
        value = self._values.get(name)
        if isinstance(value, str):
            if not value:
                return None
            try:
                return json.loads(value)
            except ValueError as problem:
                raise SlackError(wrong, [f"[ERROR] failed to parse {name}: {problem}"]) from problem
        return value

    def without_token(self) -> dict[str, Any]:
        """All arguments for the record, objects decoded where they can be, never the token."""
        return {name: _decoded(value) for name, value in self._values.items() if name != "token"}


def _decoded(value: Any) -> Any:
    if isinstance(value, str) and value[:1] in "[{":
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
