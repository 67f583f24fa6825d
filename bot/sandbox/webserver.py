"""The stand-in's HTTP side: the Web API, response_urls and files, on 127.0.0.1."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response

from bot.sandbox.errors import SlackError
from bot.sandbox.faults import RESPONSE_URL, Faults
from bot.sandbox.webapi import ApiAnswer, WebApi
from bot.sandbox.workspace import Workspace

LOGIN_PAGE = "<!DOCTYPE html><html><head><title>Sign in | Slack</title></head><body>Sign in first</body></html>"


class QuietHandler(WSGIRequestHandler):
    """One request per connection, nothing logged: what was called stands in the workspace."""

    protocol_version = "HTTP/1.0"
    timeout = 30

    def log(self, type: str, message: str, *args: Any) -> None:
        """Says nothing."""


class WebServer:
    """Serves calls in threads of its own; `stop` waits until all have ended."""

    def __init__(self, host: str, port: int, api: WebApi, workspaces: Mapping[str, Workspace], faults: Faults) -> None:
        self._api, self._workspaces, self._faults = api, workspaces, faults
        self._stopping = threading.Event()
        self._server: BaseWSGIServer = make_server(
            host, port, self._application, threaded=True, request_handler=QuietHandler
        )
        # Threads that are joined when the server closes: none may outlive it.
        self._server.daemon_threads = False  # type: ignore[attr-defined]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), name="stand-in Slack")
        self.address = f"http://{host}:{self._server.server_port}"

    def start(self) -> None:
        """Begins to serve."""
        self._thread.start()

    def stop(self) -> None:
        """Ends; every thread is gone afterwards."""
        self._stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _application(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        request = Request(environ)
        response = self._response(request, environ)
        return response(environ, start)

    def _response(self, request: Request, environ: dict[str, Any]) -> Response:
        parts = request.path.strip("/").split("/")
        match parts:
            case ["api", method]:
                token, values = _call(request)
                return self._with_faults(method, environ, token, values, lambda: self._api.call(method, token, values))
            case ["response", team_id, url_id] if request.method == "POST":
                values = _json(request)
                return self._with_faults(
                    RESPONSE_URL, environ, "", values, lambda: self._api.respond(team_id, url_id, values)
                )
            case ["files", team_id, file_id, _]:
                return self._file(request, team_id, file_id)
            case ["upload", team_id, file_id] if request.method == "POST":
                return self._upload(request, team_id, file_id)
        return Response("not found", 404)

    def _with_faults(
        self,
        method: str,
        environ: dict[str, Any],
        token: str,
        values: Mapping[str, Any],
        serve: Callable[[], ApiAnswer],
    ) -> Response:
        fault = self._faults.take(method)
        if fault is None:
            return _sent(serve())
        if fault.kind == "delay":
            self._stopping.wait(fault.seconds)
            return _sent(serve())
        if fault.kind == "lose_answer":
            serve()
            _hang_up(environ)
        if fault.kind == "drop":
            _hang_up(environ)
        headers = {} if fault.retry_after is None else {"Retry-After": str(fault.retry_after)}
        if fault.kind == "rubbish":
            return Response("<html>Gateway trouble</html>", fault.status, headers, content_type="text/html")
        code = fault.error or ("ratelimited" if fault.status == 429 else "internal_error")
        return _sent(self._api.refuse(method, token, values, SlackError(code, status=fault.status, headers=headers)))

    def _file(self, request: Request, team_id: str, file_id: str) -> Response:
        workspace = self._workspaces.get(team_id)
        file = workspace.files.get(file_id) if workspace else None
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if workspace is None or token != workspace.bot_token or "files:read" not in workspace.app.scopes:
            return Response(LOGIN_PAGE, 200, content_type="text/html; charset=utf-8")  # as Slack does: not a 403
        if file is None:
            return Response("not found", 404)
        return Response(file.content, 200, content_type=file.mimetype)

    def _upload(self, request: Request, team_id: str, file_id: str) -> Response:
        workspace = self._workspaces.get(team_id)
        file = workspace.files.get(file_id) if workspace else None
        if file is None:
            return Response("not found", 404)
        if request.mimetype == "multipart/form-data":
            file.content = b"".join(part.read() for part in request.files.values())
        else:
            file.content = request.get_data(parse_form_data=False)
        return Response(f"OK - {len(file.content)}", 200)


def _call(request: Request) -> tuple[str, dict[str, Any]]:
    """Token and arguments, wherever the client put them."""
    values: dict[str, Any] = dict(request.args)
    if request.is_json:
        values |= _json(request)
    else:
        values |= request.form.to_dict()
    header = request.headers.get("Authorization", "")
    token = header.removeprefix("Bearer ") if header.startswith("Bearer ") else str(values.get("token", ""))
    return token, values


def _json(request: Request) -> dict[str, Any]:
    try:
        body = json.loads(request.get_data() or b"{}")
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def _sent(answer: ApiAnswer) -> Response:
    return Response(
        json.dumps(answer.body), answer.status, answer.headers, content_type="application/json; charset=utf-8"
    )


def _hang_up(environ: dict[str, Any]) -> None:
    connection: socket.socket = environ["werkzeug.socket"]
    connection.shutdown(socket.SHUT_RDWR)
    raise ConnectionAbortedError("the stand-in hung up, as asked")
