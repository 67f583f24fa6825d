"""Takes a call of the Web API from its name, token and arguments to its answer, and keeps a record of it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.api.arguments import Arguments
from bot.sandbox.api.methods import METHODS
from bot.sandbox.blocks.surfaces import advice
from bot.sandbox.clock import Clock
from bot.sandbox.errors import SlackError
from bot.sandbox.faults import RESPONSE_URL
from bot.sandbox.records import ApiCall, Json
from bot.sandbox.responses import respond
from bot.sandbox.workspace import Workspace

POSTS_PER_SECOND_AND_CHANNEL = 1.0  # docs.slack.dev/apis/web-api/rate-limits


@dataclass(frozen=True, slots=True)
class ApiAnswer:
    status: int
    body: Json
    headers: dict[str, str] = field(default_factory=dict)


class WebApi:
    """Answers calls for every workspace in which the app is installed; the token decides which."""

    def __init__(self, workspaces: Mapping[str, Workspace], app_token: str, clock: Clock) -> None:
        self._workspaces = workspaces
        self._app_token = app_token
        self._clock = clock
        self._lock = threading.Lock()
        self._last_post: dict[tuple[str, str], float] = {}
        self.rate_limits = False
        self.socket_address: Callable[[], str] | None = None
        self.unknown: list[ApiCall] = []  # calls that belong to no workspace

    def call(self, method: str, token: str, values: Mapping[str, Any]) -> ApiAnswer:
        """The answer to one call, which is also noted in its workspace."""
        workspace = self._of_token(token)
        arguments = Arguments(values)
        return self._noted(method, workspace, arguments, lambda: self._result(method, token, workspace, arguments))

    def respond(self, team_id: str, url_id: str, values: Json) -> ApiAnswer:
        """The answer to one use of a response_url."""
        workspace = self._workspaces.get(team_id)
        arguments = Arguments(values)

        def result() -> Json:
            if workspace is None:
                raise SlackError("no_such_url", status=404)
            respond(workspace, url_id, values)
            return {}

        return self._noted(RESPONSE_URL, workspace, arguments, result)

    def refuse(self, method: str, token: str, values: Mapping[str, Any], refusal: SlackError) -> ApiAnswer:
        """Refuses a call for a reason that lies outside it."""

        def result() -> Json:
            raise refusal

        return self._noted(method, self._of_token(token), Arguments(values), result)

    def _noted(
        self, method: str, workspace: Workspace | None, arguments: Arguments, result: Callable[[], Json]
    ) -> ApiAnswer:
        began = time.monotonic()
        try:
            answer = ApiAnswer(200, {"ok": True, **result()})
        except SlackError as refusal:
            answer = ApiAnswer(refusal.status, refusal.answer(), refusal.headers)
        shown = arguments.without_token()
        call = ApiCall(
            method,
            shown,
            workspace.team.id if workspace else None,
            answer.status,
            answer.body,
            time.monotonic() - began,
            self._clock.now(),
            _advice(method, shown) if answer.body["ok"] else (),
        )
        if workspace is None:
            self.unknown.append(call)
        else:
            workspace.note(call)
            answer.headers["x-oauth-scopes"] = ",".join(sorted(workspace.app.scopes))
        return answer

    def _result(self, name: str, token: str, workspace: Workspace | None, arguments: Arguments) -> Json:
        if name == "api.test":
            return {"args": arguments.without_token()}
        if name == "apps.connections.open":
            return self._open_connection(token)
        method = METHODS.get(name)
        if method is None:
            raise SlackError("unknown_method", req_method=name)
        if not token:
            raise SlackError("not_authed")
        if token == self._app_token:
            raise SlackError("not_allowed_token_type")
        if workspace is None:
            raise SlackError("invalid_auth")
        scopes = workspace.app.scopes
        if method.scope and method.scope not in scopes:
            raise SlackError("missing_scope", needed=method.scope, provided=",".join(sorted(scopes)))
        if name == "chat.postMessage" and self.rate_limits:
            self._wait_your_turn(workspace.team.id, arguments.text("channel"))
        with workspace.ledger.changed:
            return method.call(workspace, arguments)

    def _open_connection(self, token: str) -> Json:
        if not token:
            raise SlackError("not_authed")
        if token != self._app_token:
            raise SlackError("not_allowed_token_type" if self._of_token(token) else "invalid_auth")
        if self.socket_address is None:
            raise SlackError("internal_error")
        return {"url": self.socket_address()}

    def _wait_your_turn(self, team_id: str, channel: str) -> None:
        with self._lock:
            now, last = self._clock.now(), self._last_post.get((team_id, channel))
            if last is not None and now - last < 1 / POSTS_PER_SECOND_AND_CHANNEL:
                raise SlackError("ratelimited", status=429, headers={"Retry-After": "1"})
            self._last_post[team_id, channel] = now

    def _of_token(self, token: str) -> Workspace | None:
        for workspace in self._workspaces.values():
            if workspace.bot_token == token:
                return workspace
        return None


def _advice(method: str, arguments: Json) -> tuple[str, ...]:
    if method not in ("chat.postMessage", "chat.postEphemeral", "chat.update", RESPONSE_URL):
        return ()
    return advice(str(arguments.get("text", "")), arguments.get("blocks") or [])
