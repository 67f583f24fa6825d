"""What the app is sent: signatures, shapes, retries, and what a person is told when nothing comes back."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs

import pytest
from slack_sdk.signature import SignatureVerifier
from werkzeug.serving import make_server
from werkzeug.wrappers import Request, Response

from bot.sandbox.errors import CannotDo
from bot.sandbox.installed import AppSettings, Command
from bot.sandbox.records import Rank, User
from bot.sandbox.server import StandInSlack
from tests.bot.sandbox.small_app import Quiet


class Listener:
    """An app that keeps what it is sent and answers as the test says."""

    def __init__(self) -> None:
        self.requests: list[tuple[dict[str, str], str]] = []
        self.answer: Callable[[int], Response] = lambda number: Response("", 200)

    def __call__(self, environ: Any, start: Any) -> Any:
        request = Request(environ)
        self.requests.append(({k.lower(): v for k, v in request.headers.items()}, request.get_data(as_text=True)))
        return self.answer(len(self.requests))(environ, start)


@contextmanager
def served(slack: StandInSlack) -> Iterator[Listener]:
    listener = Listener()
    server = make_server("127.0.0.1", 0, listener, threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    slack.connect(f"http://127.0.0.1:{server.server_port}/slack/events")
    try:
        yield listener
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def app(slack: StandInSlack) -> Iterator[Listener]:
    with served(slack) as listener:
        yield listener


def test_each_request_is_signed_as_slack_signs(slack: StandInSlack, app: Listener) -> None:
    slack.person("ann").command("/practice x")
    headers, body = app.requests[0]
    assert SignatureVerifier(slack.signing_secret).is_valid_request(body, headers)
    assert not SignatureVerifier("another secret").is_valid_request(body, headers)


def test_a_command_is_a_form_with_every_field_of_slacks(slack: StandInSlack, app: Listener) -> None:
    slack.person("ann").command("/practice R&D <now>")
    form = {key: values[0] for key, values in parse_qs(app.requests[0][1]).items()}
    assert (form["command"], form["text"]) == ("/practice", "R&amp;D &lt;now&gt;")
    assert {"team_id", "team_domain", "channel_id", "user_id", "response_url", "trigger_id", "api_app_id"} <= set(form)
    assert app.requests[0][0]["content-type"] == "application/x-www-form-urlencoded"


def test_an_event_is_json_with_its_authorization(slack: StandInSlack, app: Listener) -> None:
    slack.person("ann").messages_bot("hello")
    event = json.loads(app.requests[0][1])
    assert app.requests[0][0]["content-type"] == "application/json"
    assert event["authorizations"][0]["user_id"] == slack.workspace.bot.id
    assert event["event"]["channel_type"] == "im"


def test_a_command_that_is_not_in_the_manifest_reaches_nobody() -> None:
    with StandInSlack(app=AppSettings(commands=(Command("/practice"),))) as slack, served(slack) as app:
        with pytest.raises(CannotDo):
            slack.person("ann").command("/other x")
        assert app.requests == []


def test_names_in_a_command_are_escaped_only_when_the_manifest_says_so() -> None:
    texts = []
    for escape in (True, False):
        settings = AppSettings(commands=(Command("/practice", should_escape=escape),))
        with StandInSlack(app=settings) as slack, served(slack):
            texts.append(slack.person("ann").command("/practice @lena in #general").payload["text"])
    assert texts == ["<@ULEAD> in <#CGENERAL|general>", "@lena in #general"]


def test_addresses_and_mentions_in_messages_come_in_angle_brackets(slack: StandInSlack, app: Listener) -> None:
    delivery = slack.person("ann").messages_bot("see https://e.org/?a=1&b=2 @lena a@b.org")
    assert delivery.payload["event"]["text"] == "see <https://e.org/?a=1&amp;b=2> <@ULEAD> <mailto:a@b.org|a@b.org>"


def test_a_mention_reaches_the_bot_only_where_it_is_a_member(slack: StandInSlack, app: Listener) -> None:
    ann = slack.person("ann")
    assert ann.mentions_bot("x").payload["event"]["type"] == "app_mention"
    with pytest.raises(CannotDo):
        ann.mentions_bot("x", "quiet")
    assert "not in this channel" in ann.notices()[-1].text


def test_what_is_said_in_a_channel_without_a_mention_stays_unheard(slack: StandInSlack, app: Listener) -> None:
    assert slack.person("ann").writes("just talking") == []
    assert app.requests == []


def test_edits_and_deletions_in_direct_messages_are_told(slack: StandInSlack, app: Listener) -> None:
    ann = slack.person("ann")
    ann.messages_bot("frist")
    message = ann.sees("im")[0]
    (edited,) = ann.edits(message, "first")
    (deleted,) = ann.deletes(message)
    assert edited.payload["event"]["subtype"] == "message_changed"
    assert edited.payload["event"]["previous_message"]["text"] == "frist"
    assert deleted.payload["event"]["deleted_ts"] == message.ts


def test_a_file_in_a_direct_message_is_a_file_share(slack: StandInSlack, app: Listener) -> None:
    ann = slack.person("ann")
    event = ann.messages_bot("", files=[ann.uploads("form.docx", b"PK")]).payload["event"]
    assert (event["subtype"], event["files"][0]["name"]) == ("file_share", "form.docx")


def test_another_bots_message_carries_its_bot_id(slack: StandInSlack, app: Listener) -> None:
    slack.workspace.add_user(User("UROBOT", "robot", "Robot", slack.workspace.team.id, Rank.BOT), "CGENERAL")
    event = slack.person("robot").mentions_bot("beep").payload["event"]
    assert (event["bot_id"], event["subtype"]) == ("BROBOT", "bot_message")


def test_a_guest_sees_only_their_channels(slack: StandInSlack) -> None:
    gita = slack.person("gita")
    with pytest.raises(CannotDo):
        gita.sees("general")
    assert gita.sees("youth-justice") == []


# retries


def test_an_event_that_is_not_taken_comes_three_times_more(slack: StandInSlack, app: Listener) -> None:
    app.answer = lambda number: Response("", 500)
    delivery = slack.person("ann").messages_bot("x")
    slack.wait_for(lambda: delivery.finished, what="the last retry")
    heads = [headers for headers, _ in app.requests]
    assert [head.get("x-slack-retry-num") for head in heads] == [None, "1", "2", "3"]
    assert heads[1]["x-slack-retry-reason"] == "http_error"
    assert len({body for _, body in app.requests}) == 1


def test_retries_stop_when_one_is_taken_or_when_the_app_says_so(slack: StandInSlack, app: Listener) -> None:
    app.answer = lambda number: Response("", 200 if number == 2 else 404)
    taken = slack.person("ann").messages_bot("x")
    slack.wait_for(lambda: taken.finished, what="the retry")
    assert len(taken.attempts) == 2
    app.answer = lambda number: Response("", 500, {"x-slack-no-retry": "1"})
    refused = slack.person("ann").messages_bot("x")
    assert (refused.finished, len(refused.attempts)) == (True, 1)


def test_a_slow_event_is_given_up_and_comes_again(slack: StandInSlack, app: Listener) -> None:
    release = threading.Event()

    def slow(number: int) -> Response:
        if number == 1:
            release.wait(5)
        return Response("", 200)

    app.answer = slow
    delivery = slack.person("ann").messages_bot("x")
    slack.wait_for(lambda: delivery.finished, what="the retry")
    release.set()
    assert [attempt.failure for attempt in delivery.attempts] == ["http_timeout", ""]
    assert delivery.attempts[1].reason == "http_timeout"


def test_the_same_event_can_be_brought_twice(slack: StandInSlack, app: Listener) -> None:
    delivery = slack.person("ann").messages_bot("x")
    slack.deliver_again(delivery)
    first, second = (json.loads(body)["event_id"] for _, body in app.requests)
    assert first == second


def test_commands_and_clicks_are_never_repeated(slack: StandInSlack, app: Listener) -> None:
    app.answer = lambda number: Response("", 500)
    slack.person("ann").command("/practice x")
    assert len(app.requests) == 1


# what a person is told


def test_a_failed_command_says_so_to_its_person(slack: StandInSlack, app: Listener) -> None:
    app.answer = lambda number: Response("", 404)
    ann = slack.person("ann")
    ann.command("/practice x")
    assert ann.notices()[-1].text == '/practice failed with the error "dispatch_failed"'
    assert slack.person("lena").notices() == []


def test_a_late_command_has_timed_out(slack: StandInSlack, app: Listener) -> None:
    release = threading.Event()

    def slow(number: int) -> Response:
        release.wait(5)
        return Response("", 200)

    app.answer = slow
    ann = slack.person("ann")
    ann.command("/practice x")
    release.set()
    assert ann.notices()[-1].text == '/practice failed with the error "operation_timeout"'


def test_nobody_listening_is_a_failure_too(slack: StandInSlack) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    slack.connect(f"http://127.0.0.1:{port}/slack/events")
    assert slack.person("ann").command("/practice x").last.failure == "connection_failed"


def test_a_plain_text_ack_is_shown_to_its_person(slack: StandInSlack, app: Listener) -> None:
    app.answer = lambda number: Response("just words", 200, content_type="text/plain")
    ann = slack.person("ann")
    ann.command("/practice x")
    assert [m.text for m in ann.sees()] == ["just words"]


def test_the_request_url_is_checked_with_a_challenge(slack: StandInSlack, app: Listener) -> None:
    assert not slack.verify_request_url()
    app.answer = lambda number: Response(
        json.dumps({"challenge": "stand-in-challenge"}), content_type="application/json"
    )
    assert slack.verify_request_url()


def test_nothing_is_left_running_after_the_end() -> None:
    before = set(threading.enumerate())
    with StandInSlack() as slack:
        slack.person("ann").writes("hello")
    assert set(threading.enumerate()) <= before
