"""A small Bolt app that does one of everything, and the two ways to run it against the stand-in."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import Any

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from werkzeug.serving import WSGIRequestHandler, make_server

from bot.sandbox.server import StandInSlack


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def section(text: str, **more: Any) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(text: str, action_id: str, **more: Any) -> dict[str, Any]:
    return {"type": "button", "text": plain(text), "action_id": action_id, **more}


def form(**more: Any) -> dict[str, Any]:
    title = {
        "type": "input",
        "block_id": "title",
        "label": plain("Title"),
        "element": {"type": "plain_text_input", "action_id": "title", "max_length": 20},
    }
    owner = {
        "type": "input",
        "block_id": "owner",
        "label": plain("Authority"),
        "optional": True,
        "element": {"type": "external_select", "action_id": "owner", "min_query_length": 2},
    }
    view = {"type": "modal", "callback_id": "form", "title": plain("Share"), "submit": plain("Send")}
    return {**view, "blocks": [title, owner], **more}


def options(*names: str) -> list[dict[str, Any]]:
    return [{"text": plain(name), "value": name.lower()} for name in names]


def every_input() -> dict[str, Any]:
    """A modal with an input of each kind, all optional."""
    kinds: dict[str, dict[str, Any]] = {
        "plain_text_input": {"multiline": True},
        "email_text_input": {},
        "url_text_input": {},
        "number_input": {"is_decimal_allowed": False},
        "static_select": {"options": options("Red", "Green")},
        "multi_static_select": {"options": options("North", "South")},
        "multi_external_select": {"min_query_length": 1},
        "users_select": {},
        "multi_users_select": {},
        "conversations_select": {},
        "multi_channels_select": {},
        "datepicker": {"initial_date": "2026-11-23"},
        "timepicker": {"initial_time": "09:30"},
        "datetimepicker": {"initial_date_time": 1_767_225_600},
        "checkboxes": {"options": options("Care", "Court")},
        "radio_buttons": {"options": options("Yes", "Maybe"), "initial_option": options("Maybe")[0]},
        "rich_text_input": {},
        "file_input": {"filetypes": ["txt"], "max_files": 2},
    }
    blocks = [
        {
            "type": "input",
            "block_id": kind,
            "optional": True,
            "label": plain(f"The {kind.replace('_', ' ')}"),
            "hint": plain("As you like"),
            "element": {"type": kind, "action_id": kind, **more},
        }
        for kind, more in kinds.items()
    ]
    menu = {"type": "overflow", "action_id": "more", "options": options("Archive", "Restore")}
    first = section("Every kind of input", accessory=menu)
    view = {"type": "modal", "callback_id": "every", "title": plain("Everything"), "submit": plain("Send")}
    return {**view, "blocks": [first, *blocks]}


def answer(text: str) -> list[dict[str, Any]]:
    confirm = {"title": plain("Sure?"), "text": plain("All will see it."), "confirm": plain("Yes"), "deny": plain("No")}
    themes = [{"text": plain(name), "value": name.lower()} for name in ("Health", "School")]
    return [
        section(f"*{text}*"),
        {
            "type": "actions",
            "block_id": "buttons",
            "elements": [
                button("Open", "open", value="42"),
                button("Share in channel", "share", confirm=confirm),
                button("Withdraw", "withdraw"),
                button("Read more", "link", url="https://example.org/more"),
                {"type": "static_select", "action_id": "theme", "options": themes},
            ],
        },
    ]


def small_app(client: WebClient, signing_secret: str) -> App:
    """Bolt's own App, as anybody would write it; nothing in it knows of the stand-in."""
    app = App(client=client, signing_secret=signing_secret, listener_executor=ThreadPoolExecutor(20))
    app.heard = []  # type: ignore[attr-defined]

    @app.command("/practice")
    def command(ack: Any, command: Any, client: Any) -> None:
        text = command["text"]
        if text == "silence":
            return
        if text == "form":
            ack()
            client.views_open(trigger_id=command["trigger_id"], view=form())
        elif text == "everything":
            ack()
            client.views_open(trigger_id=command["trigger_id"], view=every_input())
        elif text == "public":
            ack(text="for all", response_type="in_channel")
        elif text == "bad blocks":
            ack(text="x", blocks=[section("")])
        else:
            ack(text=f"You asked: {text}", blocks=answer(text or "nothing"))

    @app.action("open")
    def open_one(ack: Any, body: Any, client: Any) -> None:
        ack()
        view = {"type": "modal", "title": plain("Initiative"), "blocks": [section("Number 42"), *answer("inner")[1:]]}
        method = client.views_push if "view" in body else client.views_open
        with suppress(SlackApiError):  # an exception right after an ack loses the ack
            method(trigger_id=body["trigger_id"], view=view)

    @app.action("share")
    def share(ack: Any, respond: Any, body: Any) -> None:
        ack()
        respond(text="shared", response_type="in_channel", replace_original=False)

    @app.action("withdraw")
    def withdraw(ack: Any, respond: Any) -> None:
        ack()
        respond(delete_original=True)

    @app.action("theme")
    def theme(ack: Any, respond: Any, action: Any) -> None:
        ack()
        respond(text=f"theme {action['selected_option']['value']}", replace_original=True)

    @app.action("link")
    def link(ack: Any) -> None:
        ack()

    @app.action("more")
    def more(ack: Any, action: Any, body: Any, client: Any) -> None:
        ack()
        view = every_input()
        view["title"] = plain(action["selected_option"]["text"]["text"])
        client.views_update(view_id=body["view"]["id"], hash=body["view"]["hash"], view=view)

    @app.options("multi_external_select")
    @app.options("owner")
    def owners(ack: Any, payload: Any) -> None:
        ack(options=[{"text": plain(f"{payload['value']} Council"), "value": "E09"}])

    @app.view("form")
    def submitted(ack: Any, view: Any, client: Any, body: Any) -> None:
        title = view["state"]["values"]["title"]["title"]["value"]
        if title == "taken":
            ack(response_action="errors", errors={"title": "This title is taken."})
        elif title == "wrong":
            ack(response_action="errors", errors={"nowhere": "This title is taken."})
        elif title == "text":
            ack("thank you")
        elif title == "next":
            ack(response_action="update", view=form(title=plain("Step two")))
        elif title == "deeper":
            ack(response_action="push", view=form(title=plain("On top")))
        elif title == "clear":
            ack(response_action="clear")
        else:
            ack()
            client.chat_postMessage(channel=body["user"]["id"], text=f"Thank you for {title}")

    @app.view("every")
    def everything(ack: Any, view: Any, client: Any, body: Any) -> None:
        ack()
        client.chat_postMessage(channel=body["user"]["id"], text="`" + json.dumps(view["state"]["values"]) + "`")

    @app.shortcut(re.compile("new|save"))
    def shortcut(ack: Any, shortcut: Any, client: Any) -> None:
        ack()
        client.views_open(trigger_id=shortcut["trigger_id"], view=form())

    @app.event("app_mention")
    def mentioned(event: Any, say: Any) -> None:
        say(text=f"Heard: {event['text']}", thread_ts=event.get("thread_ts") or event["ts"])

    @app.event("app_home_opened")
    def home(event: Any, client: Any) -> None:
        if event["tab"] == "home":
            client.views_publish(user_id=event["user"], view={"type": "home", "blocks": [section("Welcome")]})

    @app.event("message")
    def message(event: Any, say: Any) -> None:
        app.heard.append(event)  # type: ignore[attr-defined]
        if "subtype" not in event and "bot_id" not in event:
            say(f"You wrote: {event['text']}")

    @app.event(re.compile(".*"))
    def anything(event: Any) -> None:
        app.heard.append(event)  # type: ignore[attr-defined]

    return app


class Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: Any) -> None:
        """Says nothing."""


@contextmanager
def over_http(slack: StandInSlack) -> Iterator[App]:
    """The small app behind a real HTTP server."""
    app = small_app(WebClient(token=slack.bot_token, base_url=slack.api_url), slack.signing_secret)
    server = make_server("127.0.0.1", 0, SlackRequestHandler(app), threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    slack.connect(f"http://127.0.0.1:{server.server_port}/slack/events")
    try:
        yield app
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        app.listener_runner.listener_executor.shutdown()


@contextmanager
def over_socket(slack: StandInSlack) -> Iterator[App]:
    """The small app with Bolt's own Socket Mode client."""
    app = small_app(WebClient(token=slack.bot_token, base_url=slack.api_url), "")
    handler = SocketModeHandler(app, slack.app_token)
    handler.connect()  # type: ignore[no-untyped-call]
    slack.wait_for(lambda: slack.socket.count, what="the app's connection")
    try:
        yield app
    finally:
        handler.client.auto_reconnect_enabled = False
        slack.socket.hang_up()  # else the client sits out its receive timeout
        slack.wait_for(lambda: not handler.client.is_connected(), what="the client to notice")
        handler.close()  # type: ignore[no-untyped-call]
        app.listener_runner.listener_executor.shutdown()
