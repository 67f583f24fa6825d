from __future__ import annotations

import hashlib
import hmac
import json
import logging
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient
from gunicorn.http.errors import InvalidChunkSize
from slack_bolt import Ack, App
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient

from bot.server import BODY_BYTES, create_server

SECRET = "a-signing-secret"


def authorize(enterprise_id: str | None, team_id: str | None, user_id: str | None) -> AuthorizeResult:
    return AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="xoxb-1", bot_id="B1", bot_user_id="UBOT")


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def http(asked: list[str]) -> Iterator[FlaskClient]:
    """The server round a Bolt app that notes the text of each command."""
    with ThreadPoolExecutor(2) as executor:
        app = App(
            client=WebClient(base_url="http://127.0.0.1:9/"),
            signing_secret=SECRET,
            authorize=authorize,
            listener_executor=executor,
        )

        @app.command("/practice")
        def note(ack: Ack, command: dict[str, Any]) -> None:
            ack()
            asked.append(command["text"])

        yield create_server(app, signing_secret=SECRET, ready=lambda: True).test_client()


def signature(raw: bytes, stamp: str, secret: str = SECRET) -> str:
    return "v0=" + hmac.new(secret.encode(), f"v0:{stamp}:".encode() + raw, hashlib.sha256).hexdigest()


def post(http: FlaskClient, raw: bytes, *, kind: str = "application/x-www-form-urlencoded", **changes: str) -> int:
    stamp = changes.get("stamp", str(int(time.time())))
    headers = {
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": changes.get("signature", signature(raw, stamp)),
        "Content-Type": kind,
    }
    return http.post("/slack/events", data=raw, headers=headers).status_code


def command(text: str) -> bytes:
    return urlencode({"command": "/practice", "text": text, "team_id": "T1", "user_id": "U1"}).encode()


def test_a_signed_command_reaches_its_listener(http: FlaskClient, asked: list[str]) -> None:
    assert post(http, command("youth justice")) == 200
    assert asked == ["youth justice"]


def test_the_word_payload_in_a_command_is_only_a_word(http: FlaskClient, asked: list[str]) -> None:
    assert post(http, command("search payload")) == 200
    assert asked == ["search payload"]


@pytest.mark.parametrize(
    "changes",
    [
        {"signature": "v0=0000"},
        {"signature": ""},
        {"signature": "v0=é"},
        {"stamp": "abc"},
        {"stamp": ""},
        {"stamp": "-1"},
        {"stamp": "٣"},
        {"stamp": "9" * 40},
    ],
    ids=str,
)
def test_a_request_without_a_fresh_signature_is_refused(
    http: FlaskClient, asked: list[str], changes: dict[str, str]
) -> None:
    assert post(http, command("x"), **{"signature": signature(command("x"), "1"), **changes}) == 401
    assert asked == []


@pytest.mark.parametrize("seconds", [-400, -302, 302, 400])
def test_a_good_signature_of_another_time_is_refused(http: FlaskClient, asked: list[str], seconds: int) -> None:
    assert post(http, command("x"), stamp=str(int(time.time()) + seconds)) == 401
    assert asked == []


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"[" * 100_000, id="deep list"),
        pytest.param(b'{"a":' * 100_000, id="deep object"),
        pytest.param(b"{broken", id="broken"),
        pytest.param(b"[]", id="list"),
        pytest.param(b"null", id="null"),
        pytest.param(b"payload=%7Bbroken", id="broken form"),
        pytest.param(b"payload=[]", id="list in form"),
        pytest.param(b"\xff\xfe", id="not text"),
        pytest.param(b'payload={"type": "block_actions", "actions": []}', id="no action"),
        pytest.param(b'payload={"type": "block_actions", "actions": [null]}', id="nothing for an action"),
        pytest.param(b'{"type": "event_callback", "event": null}', id="no event"),
        pytest.param(b'{"type": "event_callback", "event": "type"}', id="a text for an event"),
        pytest.param(b'{"type": "event_callback", "event": ["type"]}', id="a list for an event"),
        pytest.param(b'payload={"type": "view_closed", "view": null}', id="no view"),
    ],
)
@pytest.mark.parametrize("kind", ["application/json", "application/x-www-form-urlencoded"])
def test_rubbish_is_refused_without_a_crash_signed_or_not(http: FlaskClient, raw: bytes, kind: str) -> None:
    assert post(http, raw, kind=kind, signature="v0=no") == 401
    assert post(http, raw, kind=kind) in (400, 404)


def test_a_mistake_of_our_own_is_a_failure_with_its_place_in_the_log_and_no_refusal(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with ThreadPoolExecutor(1) as executor:
        app = App(signing_secret=SECRET, authorize=authorize, listener_executor=executor)

        @app.middleware
        def mistaken(body: dict[str, Any]) -> None:
            body["no such"]

        @app.error
        def mistaken_too(body: dict[str, Any]) -> None:
            body["neither"]

        http = create_server(app, signing_secret=SECRET, ready=lambda: True).test_client()
        assert post(http, command("canary question")) == 500
        assert 'practice_slack_requests_total{status="500"} 1.0' in http.get("/metrics").get_data(as_text=True)
    assert "in mistaken_too" in caplog.text
    assert "canary" not in caplog.text


def test_a_body_over_the_limit_that_does_not_say_how_long_it_is_is_refused_too(http: FlaskClient) -> None:
    def sent(size: int) -> int:
        # As gunicorn gives it; without the header the length of the stream would be said after all.
        how = {"wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked"}
        stream = BytesIO(b"x" * size)
        return http.post("/slack/events", input_stream=stream, environ_overrides=how).status_code

    assert [sent(size) for size in (BODY_BYTES - 1, BODY_BYTES + 1)] == [401, 413]


def test_a_body_in_chunks_that_are_none_is_refused_and_leaves_nothing_in_the_log(
    http: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken(BytesIO):
        def readinto(self, _: Any) -> int:
            raise InvalidChunkSize(b"canary")

    answer = http.post("/slack/events", input_stream=Broken(), environ_overrides={"wsgi.input_terminated": True})
    assert answer.status_code == 400
    assert "canary" not in caplog.text


def test_a_body_over_the_limit_is_refused_unread(http: FlaskClient) -> None:
    raw = b"x" * (BODY_BYTES + 1)
    assert post(http, raw) == 413


def test_a_refused_request_leaves_nothing_of_its_body_in_the_log(
    http: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        post(http, command("canary question"), signature="v0=no")
    assert "canary" not in caplog.text


def test_slacks_certificate_check_is_answered_and_does_nothing_else(http: FlaskClient, asked: list[str]) -> None:
    answer = http.post("/slack/events", data={"ssl_check": "1", "command": "/practice", "text": "x"})
    assert (answer.status_code, answer.data) == (200, b"")
    assert asked == []


def test_url_verification_is_answered_when_signed(http: FlaskClient) -> None:
    raw = json.dumps({"type": "url_verification", "challenge": "abc", "token": "t"}).encode()
    stamp = str(int(time.time()))
    headers = {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": signature(raw, stamp)}
    answer = http.post("/slack/events", data=raw, headers=headers, content_type="application/json")
    assert (answer.status_code, answer.get_json()) == (200, {"challenge": "abc"})
    assert post(http, raw, kind="application/json", signature="v0=no") == 401


def test_health_and_readiness_are_told_apart() -> None:
    with ThreadPoolExecutor(1) as executor:
        app = App(signing_secret=SECRET, authorize=lambda enterprise_id, team_id, user_id: None,
                  listener_executor=executor)  # fmt: skip
        http = create_server(app, signing_secret=SECRET, ready=lambda: False).test_client()
        assert http.get("/healthz").status_code == 200
        assert http.get("/readyz").status_code == 503


@pytest.mark.parametrize(("method", "path", "status"), [("get", "/slack/events", 405), ("get", "/nowhere", 404)])
def test_unknown_paths_tell_nothing(http: FlaskClient, method: str, path: str, status: int) -> None:
    answer = getattr(http, method)(path)
    assert (answer.status_code, answer.data) == (status, b"")


def test_requests_are_counted_by_how_they_ended_and_by_nothing_else(http: FlaskClient) -> None:
    post(http, command("canary question"))
    post(http, command("canary question"), signature="v0=no")
    page = http.get("/metrics").get_data(as_text=True)
    assert 'practice_slack_requests_total{status="200"} 1.0' in page
    assert 'practice_slack_requests_total{status="401"} 1.0' in page
    assert "practice_acknowledgement_seconds_count 1.0" in page
    assert "canary" not in page
    assert "U1" not in page


def test_what_is_not_signed_counts_into_no_times(http: FlaskClient) -> None:
    assert post(http, b"ssl_check=1", signature="v0=no") == 200
    assert post(http, b"x" * (BODY_BYTES + 1), signature="v0=no") == 413
    assert post(http, b"x", signature="v0=no") == 401
    assert post(http, b"{", kind="application/json") == 400
    page = http.get("/metrics").get_data(as_text=True)
    assert "practice_acknowledgement_seconds_count 1.0" in page
