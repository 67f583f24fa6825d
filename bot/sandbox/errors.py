"""What goes wrong in the stand-in: refusals to the app, and things a person cannot do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


class SlackError(Exception):
    """A call is refused with Slack's own error code; `messages` say which part of it was wrong."""

    def __init__(
        self,
        code: str,
        messages: Sequence[str] = (),
        *,
        status: int = 200,
        headers: dict[str, str] | None = None,
        **more: Any,
    ) -> None:
        super().__init__(f"{code}: {'; '.join(messages)}" if messages else code)
        self.code = code
        self.messages = tuple(messages)
        self.status = status
        self.headers = headers or {}
        self.more = more

    def answer(self) -> dict[str, Any]:
        """The JSON that Slack would send."""
        out: dict[str, Any] = {"ok": False, "error": self.code, **self.more}
        if self.messages:
            out["errors"] = [message.removeprefix("[ERROR] ") for message in self.messages]
            out["response_metadata"] = {"messages": list(self.messages)}
        return out


class CannotDo(AssertionError):
    """A person cannot do this in Slack: the button is not there, the channel is not theirs, nothing came in time."""


class NotSent(CannotDo):
    """Slack's own client stops a form before the app hears of it; `errors` is block_id -> what the person reads."""

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__(f"the form was not sent: {errors}")
        self.errors = errors
