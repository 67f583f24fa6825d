"""Who of all that is registered with Bolt takes what arrives: one listener for whatever there is, and no two."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from typing import Any, cast

import pytest
import yaml
from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.listener import Listener
from slack_sdk import WebClient

from bot.app import create_app
from bot.listeners import CHOSEN, CLOSED, READ
from bot.listeners.parts import Parts
from bot.listeners.unknown import Unknown
from bot.names import COMMAND, Action, Field, Shortcut, View
from bot.payloads.asked import SUBTYPES
from config.settings import CONFIG_FOLDER

MANIFEST = yaml.safe_load((CONFIG_FOLDER / "manifest.yaml").read_text())
EVENTS = MANIFEST["settings"]["event_subscriptions"]["bot_events"]
OLD = "of-an-older-version"


class Anything:
    """Stands for any part: nothing is asked of one while listeners are registered."""

    def __getattr__(self, name: str) -> Anything:
        return self

    def __call__(self, *_: object, **__: object) -> Anything:
        return self


@pytest.fixture(scope="module")
def app() -> App:
    """The app with all its listeners."""
    parts: Any = {part.name: Anything() for part in fields(Parts)}
    with ThreadPoolExecutor(1) as executor:
        return create_app(Parts(**parts), client=WebClient(), signing_secret="unused", executor=executor)


def taking(app: App, body: dict[str, Any]) -> list[str]:
    """Names of the listeners whose patterns match what arrives, in Bolt's order, as "Class.method"."""
    is_form = "payload" in body or "command" in body
    text = "&".join(f"{name}={value}" for name, value in body.items()) if is_form else json.dumps(body)
    request = BoltRequest(body=text)
    listeners = cast(list[Listener], app._listeners)
    found = [one for one in listeners if one.matches(req=request, resp=BoltResponse(status=200))]
    return [one.ack_function.__qualname__ for one in found]


def pressed(name: str) -> dict[str, Any]:
    return {"type": "block_actions", "actions": [{"type": "button", "action_id": name, "block_id": "b"}]}


def form(name: str, kind: str = "view_submission") -> dict[str, Any]:
    return {"type": kind, "view": {"type": "modal", "callback_id": name}}


def event(name: str, **more: Any) -> dict[str, Any]:
    return {"type": "event_callback", "event": {"type": name, **more}}


def is_unknown(listener: str) -> bool:
    return listener.startswith(f"{Unknown.__name__}.")


@pytest.mark.parametrize("name", [*Action, *(one.numbered(3) for one in Action), *CHOSEN])
def test_every_button_and_choice_has_one_listener(app: App, name: str) -> None:
    (listener,) = taking(app, pressed(name))
    assert not is_unknown(listener)


@pytest.mark.parametrize("name", list(View))
def test_every_form_has_one_listener_and_what_is_only_read_has_none_of_its_own(app: App, name: View) -> None:
    (listener,) = taking(app, form(name))
    assert is_unknown(listener) == (name in READ)


@pytest.mark.parametrize("name", list(View))
def test_of_every_form_that_is_closed_one_listener_is_told(app: App, name: View) -> None:
    (listener,) = taking(app, form(name, "view_closed"))
    assert is_unknown(listener) == (name not in CLOSED)


@pytest.mark.parametrize("name", list(Shortcut))
def test_every_shortcut_has_one_listener(app: App, name: Shortcut) -> None:
    (listener,) = taking(app, {"type": "shortcut", "callback_id": name})
    assert not is_unknown(listener)


def test_the_command_and_the_menu_of_authorities_have_one_listener_each(app: App) -> None:
    assert taking(app, {"command": COMMAND, "text": "mentoring"}) == ["Ask.command"]
    assert taking(app, {"type": "block_suggestion", "action_id": Field.AUTHORITY}) == ["ShareForm.authorities"]


@pytest.mark.parametrize(
    "body",
    [
        pressed(OLD),
        form(OLD),
        form(OLD, "view_closed"),
        {"type": "shortcut", "callback_id": OLD},
        {"type": "block_suggestion", "action_id": OLD},
        {"command": f"/{OLD}", "text": ""},
        event(OLD),
    ],
)
def test_what_an_older_version_made_has_one_listener_that_says_so(app: App, body: dict[str, Any]) -> None:
    (listener,) = taking(app, body)
    assert is_unknown(listener)


@pytest.mark.parametrize("name", EVENTS)
def test_every_event_of_the_manifest_has_a_listener(app: App, name: str) -> None:
    kind, _, channel = name.partition(".")
    first, *others = taking(app, event(kind, channel_type=channel, text="mentoring"))
    assert first == "Ask.event"
    assert all(map(is_unknown, others))


@pytest.mark.parametrize("subtype", SUBTYPES)
def test_every_kind_of_message_that_holds_a_question_has_a_listener(app: App, subtype: str | None) -> None:
    kind = {} if subtype is None else {"subtype": subtype}
    assert taking(app, event("message", text="mentoring", **kind))[0] == "Ask.event"
