"""HTTP: Slack's one address, behind a guard that looks at size and raw signature before anything is parsed."""

from __future__ import annotations

import hashlib
import hmac
import logging
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

from flask import Flask, Response, abort, request
from gunicorn.http.errors import ParseException
from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.context import BoltContext
from slack_bolt.request.internals import build_context
from slack_bolt.request.payload_utils import to_action, to_event, to_step, to_view
from werkzeug.exceptions import HTTPException

from bot.guard import log_fault
from bot.metrics.requests import CONTENT_TYPE_LATEST, Metrics, Outcome

log = logging.getLogger(__name__)

#: Slack's requests stay far below this; anything larger is refused unread.
BODY_BYTES = 1024 * 1024
#: Slack's own rule: a signature older or newer than five minutes is no good.
CLOCK_SECONDS = 300

#: What Bolt looks for in every request, before any listener and before it could answer an error: where it is not as
#: expected, nothing can be done with the request.
_READ_BY_BOLT = (to_action, to_event, to_view, to_step)

Ready = Callable[[], bool]


def create_server(app: App, *, signing_secret: str, ready: Ready) -> Flask:
    """Return the WSGI app with `/slack/events`, `/healthz`, `/readyz` and `/metrics`."""
    metrics = Metrics()
    server = create_health_server(ready=ready, metrics=metrics)

    @server.post("/slack/events")
    def slack_events() -> Response:
        with metrics.request() as outcome:
            try:
                answer = _answered(app, signing_secret, outcome)
            except HTTPException as error:
                outcome.status = error.code or 500
                raise
            outcome.status = answer.status_code
            return answer

    return server


def _answered(app: App, signing_secret: str, outcome: Outcome) -> Response:
    try:
        raw = request.get_data(cache=True)
    except ParseException:  # chunks that are none; what gunicorn says of them holds what was sent
        log.warning("a request whose body cannot be read was refused")
        return Response(status=400)
    if request.content_length is None and len(raw) >= BODY_BYTES:
        abort(413)  # of a body that does not say how long it is, Flask reads that much and passes it for the whole
    if _is_ssl_check(raw):
        return Response(status=200)
    if not signed(signing_secret, request.headers.get, raw):
        log.warning("a request without Slack's signature was refused")
        return Response(status=401)
    outcome.signed = True
    try:
        asked = _bolt_request(raw.decode("utf-8"))
    except (ValueError, RecursionError, AttributeError, TypeError, LookupError):
        # Signed, but not of a shape that Slack sends (broken or bottomless JSON, a list where an object belongs, none
        # of what must be there).
        log.warning("a signed request of an unknown shape was refused")
        return Response(status=400)
    return _response(app.dispatch(asked))


def create_health_server(*, ready: Ready, metrics: Metrics | None = None) -> Flask:
    """Return a WSGI app with `/healthz` (the process is up), `/readyz` (it can answer questions) and `/metrics`."""
    counted = metrics or Metrics()
    server = Flask(__name__, static_folder=None)
    server.config["MAX_CONTENT_LENGTH"] = BODY_BYTES

    @server.get("/healthz")
    def healthz() -> Response:
        return Response("ok\n", mimetype="text/plain")

    @server.get("/readyz")
    def readyz() -> Response:
        try:
            fit = ready()
        except Exception as error:
            log_fault(log, "not ready", error)
            fit = False
        return Response("ready\n" if fit else "not ready\n", status=200 if fit else 503, mimetype="text/plain")

    @server.get("/metrics")
    def metrics_page() -> Response:
        return Response(counted.page(), content_type=CONTENT_TYPE_LATEST)

    @server.errorhandler(HTTPException)
    def refused(error: HTTPException) -> Response:
        return Response(status=error.code or 500)

    return server


def signed(secret: str, header: Callable[[str], str | None], raw: bytes) -> bool:
    """Whether the raw body carries Slack's signature of the last five minutes; never raises."""
    # The SDK's own verifier reads the body as text first, and raises for a stamp that is no number.
    stamp = header("X-Slack-Request-Timestamp") or ""
    signature = header("X-Slack-Signature") or ""
    if not secret or not (stamp.isascii() and stamp.isdigit()) or len(stamp) > 12:
        return False
    if abs(time.time() - int(stamp)) > CLOCK_SECONDS:
        return False
    expected = "v0=" + hmac.new(secret.encode(), b"v0:" + stamp.encode() + b":" + raw, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected.encode(), signature.encode("utf-8", "replace"))


def _is_ssl_check(raw: bytes) -> bool:
    """Slack's unsigned certificate check: answered, with no other effect whatever else the body says."""
    return len(raw) < 1000 and b"ssl_check=1" in raw.split(b"&")


def _bolt_request(raw: str) -> BoltRequest:
    headers: dict[str, Any] = {name: [value] for name, value in request.headers.items()}
    made = BoltRequest(body=raw, query=request.query_string.decode("ascii", "replace"), headers=headers)
    form = {} if raw.startswith("{") else dict(parse_qsl(raw, keep_blank_values=True))
    if "command" in form and "payload" not in form:
        # Bolt takes a form that holds the word "payload" anywhere, "/practice payload" too, for an interaction.
        made.body = form
        made.context = build_context(BoltContext(), made.body)
    for read in _READ_BY_BOLT:
        read(made.body)
    if made.body.get("type") == "event_callback" and not isinstance(made.body.get("event", {}), dict):
        raise TypeError  # Bolt looks for the event's type in texts and lists, too
    if made.body.get("type") == "block_actions" and not isinstance(made.body["actions"][0], dict):
        raise TypeError  # and for the action's name in nothing
    return made


def _response(answer: BoltResponse) -> Response:
    response = Response(answer.body, status=answer.status)
    for name, value in answer.first_headers_without_set_cookie().items():
        response.headers[name] = value
    return response
