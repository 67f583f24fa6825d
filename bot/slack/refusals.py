"""How Slack says no, or nothing: what is raised of it, and why it was, in words that say how to mend it."""

from __future__ import annotations

from http.client import HTTPException

from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from knowledge.errors import PracticeError

#: What a broken line, a silent server or an answer that is none come as: it may have arrived all the same.
BROKEN = (OSError, HTTPException, SlackApiError)

#: Slack's own troubles, in which "some aspect of the operation" may have succeeded.
TROUBLE = frozenset({"internal_error", "fatal_error", "service_unavailable", "request_timeout"})
RATE_LIMITED = "ratelimited"
#: Its words for who is nobody in this workspace, as somebody in a shared channel may be: asking again is no use.
NOBODY_HERE = frozenset({"user_not_found", "user_not_visible"})
_TOO_MANY = 429
#: Opens a connection of Socket Mode: the one call that is made with the app-level token.
OPEN = "apps.connections.open"

_COPY = "copy the Bot User OAuth Token from the app's settings into SLACK_BOT_TOKEN again"
_INSTALL = "install the app to the workspace again and set SLACK_BOT_TOKEN to its new token"
_MENDS = {
    "invalid_auth": _COPY,
    "not_authed": _COPY,
    "account_inactive": _INSTALL,
    "token_revoked": _INSTALL,
    "token_expired": "switch token rotation off in the app's settings and set SLACK_BOT_TOKEN to its new token",
}
_WAIT = "wait a minute and run the doctor again"
_LOOK_UP = "look the code up in Slack's description of the method"
_APP_TOKEN = "make an app-level token with connections:write and put it into SLACK_APP_TOKEN"  # noqa: S105
_NETWORK = "check the network, the proxy, and SLACK_API_URL where it is set"


class Refusal(Exception):
    """Slack refused the message for certain: nothing was posted. `later` when it said to come back.

    `code` is Slack's own word for it ("is_archived"), `retry_after` what its header of that name said.
    """

    def __init__(self, reason: str, *, later: bool = False, code: str = "", retry_after: str = "") -> None:
        super().__init__(reason)
        self.later = later
        self.code = code
        self.retry_after = retry_after


class NotTold(PracticeError):
    """Slack did not say who somebody is, or who administers a workspace; a moment later it may."""


def code_of(error: SlackApiError) -> str | None:
    """Slack's own word for the refusal ("is_archived"); None where no Slack answered, or its server failed.

    What is put off with status 429 was not taken, whether Slack says so in its own word or not.
    """
    answer = error.response
    if isinstance(answer, SlackResponse) and answer.status_code == _TOO_MANY:
        return RATE_LIMITED
    code = answer.get("error") if isinstance(answer, SlackResponse) and isinstance(answer.data, dict) else None
    # Where the answer was not JSON, the SDK puts a sentence of its own in the place of the word.
    return code if isinstance(code, str) and " " not in code and answer.status_code < 500 else None


def reason_of(error: Exception) -> str:
    """Slack's own word for a failure, else what kind of failure it was; never what was sent or answered."""
    code = code_of(error) if isinstance(error, SlackApiError) else None
    return code or type(error).__name__


def refused(method: str, code: str) -> tuple[str, str]:
    """That Slack refuses this method, and how to mend it."""
    said = f"Slack refuses {method}: {code}"
    if code == RATE_LIMITED:
        return said, _WAIT
    return said, _APP_TOKEN if method == OPEN else _MENDS.get(code, _LOOK_UP)


def unreachable(base_url: str, error: Exception) -> tuple[str, str]:
    """That Slack cannot be reached there, and how to mend it; nothing of what was sent is part of it."""
    return f"Slack cannot be reached at {base_url} ({type(error).__name__})", _NETWORK
