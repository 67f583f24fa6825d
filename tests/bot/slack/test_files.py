"""Files are fetched from Slack's own addresses only, within limits, and the token goes nowhere else."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from threading import Event
from typing import Any

import pytest
from slack_sdk import WebClient
from werkzeug.serving import make_server
from werkzeug.wrappers import Request, Response

from bot.payloads.asked import FileRef, files_in
from bot.slack.files import LARGEST, Files, file_addresses
from bot.slack.workspaces import OneWorkspace
from config.settings import SLACK_API_URL
from knowledge.errors import Refused

TOKEN = "xoxb-secret"


class Server:
    """A web server that answers with what a test says, and notes who asked with which token."""

    def __init__(self) -> None:
        self.answer = Response(b"Local authority: Ashford")
        self.asked: list[tuple[str, str | None]] = []
        self._http = make_server("127.0.0.1", 0, self._app, threaded=True)
        self._thread = threading.Thread(target=self._http.serve_forever, daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}"

    def stop(self) -> None:
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()

    def _app(self, environ: Any, start: Any) -> Any:
        request = Request(environ)
        self.asked.append((request.path, request.headers.get("Authorization")))
        return self.answer(environ, start)


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.stop()


@pytest.fixture
def files(server: Server) -> Files:
    return Files(OneWorkspace(WebClient(token=TOKEN, base_url=f"{server.address}/api/")), f"{server.address}/api/")


def a_file(url: str, **changes: Any) -> FileRef:
    return FileRef(**{"id": "F1", "name": "form.txt", "size": 10, "url": url, **changes})


def test_a_file_is_fetched_with_the_bots_token(server: Server, files: Files) -> None:
    assert files.fetch("T1", a_file(f"{server.address}/files/F1/form ä.txt")) == b"Local authority: Ashford"
    assert server.asked == [("/files/F1/form ä.txt", f"Bearer {TOKEN}")]


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/form.txt",
        "http://files.slack.com/form.txt",
        "https://files.slack.com.evil.example/form.txt",
        "https://files.slack.com@evil.example/form.txt",
        "https://evil.example\\@files.slack.com/form.txt",
        "https://files.slack.com:8443/form.txt",
        "https://user@files.slack.com/form.txt",
        "https://slack.com/form.txt",
        "file:///etc/passwd",
        "https://files.slack.com/a\r\nHost: evil.example",
        "https://[::1/form.txt",
        "",
    ],
)
def test_no_other_address_is_slacks(url: str) -> None:
    assert not Files(OneWorkspace(WebClient(token=TOKEN))).is_ours(url)


def test_slacks_own_file_address_is() -> None:
    assert Files(OneWorkspace(WebClient(token=TOKEN))).is_ours("https://files.slack.com/files-pri/T1-F1/form.docx")
    assert file_addresses(SLACK_API_URL) == {("https", "files.slack.com")}
    assert ("https", "files.slack-gov.com") in file_addresses("https://slack-gov.com/api/")


def test_a_file_elsewhere_is_refused_without_asking(server: Server, files: Files) -> None:
    with pytest.raises(Refused, match="does not lie with Slack"):
        files.fetch("T1", a_file("https://files.slack.com/form.txt"))
    assert server.asked == []


def test_a_redirect_is_not_followed(server: Server, files: Files) -> None:
    other = Server()
    try:
        server.answer = Response(b"", 302, headers={"Location": f"{other.address}/elsewhere"})
        with pytest.raises(Refused, match="could not be fetched"):
            files.fetch("T1", a_file(f"{server.address}/files/F1"))
        assert other.asked == []
    finally:
        other.stop()


@pytest.mark.parametrize(
    "answer",
    [
        Response(b"<!DOCTYPE html><title>Sign in</title>", content_type="text/html; charset=utf-8"),
        Response(b"\n <html><body>", content_type="application/octet-stream"),
    ],
)
def test_a_sign_in_page_is_no_file(server: Server, files: Files, answer: Response) -> None:
    server.answer = answer
    with pytest.raises(Refused, match="sign-in page"):
        files.fetch("T1", a_file(f"{server.address}/files/F1"))


def test_a_canvas_is_called_one_and_not_fetched(server: Server, files: Files) -> None:
    server.answer = Response(b"<h1>What we do</h1>", content_type="text/html; charset=utf-8")
    told = {"id": "F1", "name": "What_we_do", "mimetype": "application/vnd.slack-docs", "filetype": "quip"}
    (canvas,) = files_in([{**told, "url_private": f"{server.address}/files/F1"}])
    with pytest.raises(Refused, match="“What_we_do” is a canvas, which I cannot read"):
        files.fetch("T1", canvas)
    assert server.asked == []


def test_a_page_that_somebody_uploaded_is_no_sign_in_page(server: Server, files: Files) -> None:
    page = b"<!DOCTYPE html><title>Our form</title>"
    server.answer = Response(page, content_type="text/html; charset=utf-8")
    assert files.fetch("T1", a_file(f"{server.address}/files/F1", name="Form.HTML")) == page


def test_more_than_was_said_is_not_read(server: Server, files: Files) -> None:
    server.answer = Response(b"a" * (LARGEST + 1))
    with pytest.raises(Refused, match="larger than 10 MB"):
        files.fetch("T1", a_file(f"{server.address}/files/F1", size=5))


def test_half_a_file_is_none(server: Server, files: Files) -> None:
    server.answer = Response(iter([b"Local authority: Ash"]), headers={"Content-Length": "4000"})
    with pytest.raises(Refused, match="could not be fetched"):
        files.fetch("T1", a_file(f"{server.address}/files/F1"))


def assert_given_up_soon(files: Files, server: Server) -> None:
    began = time.monotonic()
    with pytest.raises(Refused, match="could not be fetched"):
        files.fetch("T1", a_file(f"{server.address}/files/F1"))
    assert time.monotonic() - began < 3


def test_a_file_that_only_drips_is_given_up(server: Server, files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.slack.files.WHOLE", 0.3)
    drops = Event()

    def drip() -> Iterator[bytes]:
        for _ in range(40):
            yield b"a"
            drops.wait(0.1)

    server.answer = Response(drip(), headers={"Content-Length": "40"})
    assert_given_up_soon(files, server)
    drops.set()


def test_a_file_of_which_nothing_comes_is_given_up(
    server: Server, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.slack.files.TIMEOUT", 0.2)
    silence = Event()

    def nothing() -> Iterator[bytes]:
        silence.wait(4)
        yield b"a"

    server.answer = Response(nothing(), headers={"Content-Length": "1"})
    assert_given_up_soon(files, server)
    silence.set()


@pytest.mark.parametrize("told", [{"ok": True, "file": {"id": "F1", "name": "form.txt"}}, {"ok": True, "file": None}])
def test_a_file_of_which_slack_tells_no_address_is_not_said_to_lie_elsewhere(
    server: Server, files: Files, told: dict[str, Any]
) -> None:
    server.answer = Response(json.dumps(told), content_type="application/json")
    with pytest.raises(Refused, match="could not be fetched"):
        files.fetch("T1", a_file(""))


def test_a_file_said_to_be_too_large_is_not_even_asked_for(server: Server, files: Files) -> None:
    with pytest.raises(Refused, match="larger than 10 MB"):
        files.fetch("T1", a_file(f"{server.address}/files/F1", size=LARGEST + 1))
    assert server.asked == []


@pytest.mark.parametrize("status", [403, 500])
def test_an_error_is_said_in_words(server: Server, files: Files, status: int) -> None:
    server.answer = Response(b"no", status)
    with pytest.raises(Refused, match="Paste the text"):
        files.fetch("T1", a_file(f"{server.address}/files/F1"))


@pytest.mark.parametrize("status", [404, 410])
def test_a_file_that_is_gone_is_said_to_be_deleted(server: Server, files: Files, status: int) -> None:
    server.answer = Response(b"no", status)
    with pytest.raises(Refused, match="was deleted in Slack"):
        files.fetch("T1", a_file(f"{server.address}/files/F1"))


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Response('{"ok": false, "error": "file_deleted"}', content_type="application/json"), "was deleted in Slack"),
        (Response('{"ok": false, "error": "file_not_found"}', content_type="application/json"), "was deleted in Slack"),
        (Response('{"ok": false, "error": "ratelimited"}', content_type="application/json"), "could not be fetched"),
        (Response("rubbish", 502), "could not be fetched"),
    ],
    ids=["deleted", "not found", "busy", "rubbish"],
)
def test_a_file_without_an_address_is_looked_up(server: Server, files: Files, answer: Response, said: str) -> None:
    server.answer = answer
    with pytest.raises(Refused, match=said):
        files.fetch("T1", a_file(""))
