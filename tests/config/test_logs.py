from __future__ import annotations

import io
import json
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from slack_bolt import Ack, App, BoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from werkzeug.serving import make_server
from werkzeug.wrappers import Response

from config.logs import set_up_logs


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    root = logging.getLogger()
    before = (root.level, list(root.handlers))
    yield
    root.setLevel(before[0])
    root.handlers[:] = before[1]


@pytest.mark.parametrize(
    "secret",
    [
        "xoxb-123-canary",
        "xapp-1-canary",
        "xoxe.xoxp-1-canary",
        "postgresql://app:canary@db/x",
        "https://hooks.slack.com/commands/T1/canary",
        "https://hooks.slack-gov.com/actions/T1/1/canary",
    ],
)
@pytest.mark.parametrize("log_format", ["text", "json"])
def test_secrets_never_reach_the_log(secret: str, log_format: str, capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO", log_format)
    try:
        raise RuntimeError(f"failed with {secret}")
    except RuntimeError:
        logging.getLogger("bot").exception("could not use %s", secret)
    assert "canary" not in capsys.readouterr().err


def test_a_record_stays_one_line_without_terminal_codes(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO", "text")
    logging.getLogger("bot").info("first\nsecond\x1b[31m")
    printed = capsys.readouterr().err
    assert printed.count("\n") == 1
    assert "\x1b" not in printed


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_a_librarys_slip_in_a_log_line_neither_reaches_it_nor_prints_what_it_held(
    log_format: str, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logs("INFO", log_format)
    logging.getLogger("x").warning("canary %s %s", "xoxb-canary")
    printed = capsys.readouterr().err
    assert "canary" not in printed
    assert printed.count("\n") == 1
    assert "could not be logged: TypeError" in printed
    if log_format == "json":
        assert json.loads(printed)["logger"] == "x"


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_what_others_log_of_the_same_line_stays_as_it_was(log_format: str, capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO", log_format)
    seen: list[logging.LogRecord] = []
    other = logging.Handler()
    other.emit = seen.append  # type: ignore[method-assign]
    logging.getLogger().addHandler(other)
    try:
        raise RuntimeError("xoxb-canary")
    except RuntimeError:
        logging.getLogger("bot").exception("first\n%s", "second")
    (record,) = seen
    assert (record.msg, record.args, record.exc_text) == ("first\n%s", ("second",), None)


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_an_error_that_another_wrote_out_before_is_scrubbed_too(
    log_format: str, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logs("INFO", log_format)
    before = logging.StreamHandler(io.StringIO())  # keeps the error's text in the record
    logging.getLogger().handlers.insert(0, before)
    try:
        raise RuntimeError("xoxb-canary \x1b[31m")
    except RuntimeError:
        logging.getLogger("bot").exception("failed", stack_info=True)
    printed = capsys.readouterr().err
    assert "RuntimeError: [secret]" in printed
    assert "Stack (most recent call last)" in printed
    assert "canary" not in printed
    assert "\x1b" not in printed


def test_json_lines_are_json(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO", "json")
    logging.getLogger("bot").info("a %s", "thing")
    line = json.loads(capsys.readouterr().err)
    assert (line["level"], line["message"]) == ("INFO", "a thing")


def test_bolt_may_not_print_bodies_even_when_we_debug() -> None:
    set_up_logs("DEBUG", "text")
    assert not logging.getLogger("slack_bolt.middleware").isEnabledFor(logging.INFO)
    assert not logging.getLogger("slack_sdk.web.base_client").isEnabledFor(logging.DEBUG)


def test_bolt_may_not_print_what_it_answers_even_when_we_debug(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("DEBUG", "text")
    app = App(
        client=WebClient(),
        signing_secret="a-signing-secret",
        authorize=lambda: AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="xoxb-1", bot_user_id="UBOT"),
    )

    @app.options("name")
    def offer(ack: Ack) -> None:
        ack(options=[{"text": {"type": "plain_text", "text": "canary"}, "value": "1"}])

    offered = {"type": "block_suggestion", "action_id": "name", "team": {"id": "T1"}, "user": {"id": "U1"}}
    answer = app.dispatch(BoltRequest(body=offered, mode="socket_mode"))
    logging.getLogger("bot").debug("our own")
    printed = capsys.readouterr().err
    assert "canary" in answer.body
    assert "canary" not in printed
    assert "our own" in printed


def test_libraries_may_warn(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO", "text")
    logging.getLogger("slack_sdk.web.base_client").info("in passing")
    logging.getLogger("slack_sdk.web.base_client").warning("of something")
    printed = capsys.readouterr().err
    assert "in passing" not in printed
    assert "of something" in printed


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_of_an_answer_of_slacks_that_broke_off_nothing_is_logged(
    log_format: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told = '{"ok": true, "user": {"id": "UCANARY", "real_name": "Ann Canary'
    with told_by_slack(told) as address:
        set_up_logs("INFO", log_format)
        try:
            WebClient(base_url=address, retry_handlers=[]).users_info(user="U1")
        except SlackApiError:
            logging.getLogger("bot").exception("it was not told")
    printed = capsys.readouterr().err
    assert "it was not told" in printed
    assert "non-JSON" in printed
    assert "canary" not in printed.lower()


@pytest.mark.parametrize("log_format", ["text", "json"])
@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ('{"ok": false, "error": "invalid_blocks", "response_metadata": {"messages": ["canary"]}}', "invalid_blocks"),
        ('{"user": {"id": "UCANARY", "real_name": "Ann Canary"}}', "[not shown]"),
    ],
)
def test_of_an_error_of_slacks_only_why_is_logged_and_nothing_else_that_it_answered(
    told: str, kept: str, log_format: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with told_by_slack(told) as address:
        set_up_logs("INFO", log_format)
        try:
            WebClient(base_url=address, retry_handlers=[]).users_info(user="U1")
        except SlackApiError as error:
            logging.getLogger("bot").exception("it was not told")
            logging.getLogger("bot").warning("said in a line: %s", error)
    printed = capsys.readouterr().err
    assert printed.count(f"The server responded with: {kept}") == 2
    assert "canary" not in printed.lower()


@contextmanager
def told_by_slack(body: str) -> Iterator[str]:
    """The address of a Slack that answers every call with this."""
    server = make_server("127.0.0.1", 0, Response(body, mimetype="application/json"))
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/api/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
