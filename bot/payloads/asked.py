"""What arrived from Slack -> who asked what, and where the answer belongs."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import PurePath

from bot.names import COMMAND
from bot.payloads.state import Body, part, text_of
from bot.payloads.values import Asking
from knowledge.domain.text import clean

#: Characters of a file's name that are kept, to call it by.
FILE_NAME = 120
_ENDING = 10
PLAIN_TEXT = "text/plain"
#: How Slack calls a canvas, which comes with a message as a file does.
CANVAS = "application/vnd.slack-docs"
#: What Slack calls a message that a person wrote: plain, with a file, from a thread to its channel too, or "/me ...".
#: All others tell of changes, of bots, or of what happened in a channel.
SUBTYPES = (None, "file_share", "thread_broadcast", "me_message")


class Via(StrEnum):
    """How something was asked, which decides who may see the answer."""

    COMMAND = "command"
    MENTION = "mention"
    DIRECT = "direct"
    CLICK = "click"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer belongs: `thread` is a message's timestamp, `response_url` an address for private replies."""

    team: str
    user: str
    channel: str
    via: Via
    thread: str | None = None
    response_url: str | None = None
    #: a conversation with the bot alone, where a plain message is private already
    direct: bool = False

    @property
    def key(self) -> str:
        """The key of whoever is there, "T1:U2"; `team_and_user` is the way back."""
        return f"{self.team}:{self.user}"


def team_and_user(key: str) -> tuple[str, str]:
    """("T1", "U2") of a member's key "T1:U2"; the same for a channel's."""
    team, _, user = key.partition(":")
    return team, user


def nowhere(key: str) -> Place:
    """A place that says who somebody is, by their key, and no more: nothing of theirs is being answered."""
    team, user = team_and_user(key)
    return Place(team, user, "", Via.CLICK)


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file that came with a message: `size` in bytes, `url` where its content lies.

    `is_canvas`: a document that is written in Slack itself, of which there is no file.
    """

    id: str
    name: str
    size: int
    url: str
    is_canvas: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it arrived; `key` identifies the delivery, so that one delivered twice is answered once.

    `is_form`: its files and its text are a filled-in template, handed in as one.
    """

    key: str
    place: Place
    asking: Asking
    files: tuple[FileRef, ...] = ()
    is_form: bool = False

    def to_json(self) -> str:
        """The record as JSON, to be kept until it is answered."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Asked:
        """The record that `to_json` made."""
        held = json.loads(text)
        place = held["place"]
        return cls(
            key=held["key"],
            place=Place(**{**place, "via": Via(place["via"])}),
            asking=Asking(**held["asking"]),
            files=tuple(FileRef(**file) for file in held.get("files", ())),
            is_form=bool(held.get("is_form")),
        )


def asked(body: Body, *, bot_user: str | None) -> Asked | None:
    """The question in a request from Slack; None when it holds none addressed to the bot.

    A slash command, a mention in a channel, or a direct message (also with a file), not from a bot.
    """
    if body.get("command") == COMMAND:
        return _from_command(body, bot_user)
    event = body.get("event")
    if body.get("type") == "event_callback" and isinstance(event, Mapping):
        return _from_event(body, event, bot_user)
    return None


def _from_command(body: Body, bot_user: str | None) -> Asked:
    place = Place(
        team=text_of(body, "team_id") or text_of(body, "enterprise_id"),
        user=text_of(body, "user_id"),
        channel=text_of(body, "channel_id"),
        via=Via.COMMAND,
        response_url=text_of(body, "response_url") or None,
        direct=text_of(body, "channel_name") == "directmessage",
    )
    # Slack never delivers a command twice: without an id, it is one of its own.
    key = text_of(body, "trigger_id") or secrets.token_hex(16)
    return Asked(f"command:{key}", place, Asking(_words(text_of(body, "text"), bot_user)))


def _from_event(body: Body, event: Body, bot_user: str | None) -> Asked | None:
    kind, subtype = event.get("type"), event.get("subtype")
    direct = kind == "message" and _is_direct(event)
    if kind != "app_mention" and not direct:
        return None
    if subtype not in SUBTYPES or event.get("bot_id") or event.get("hidden"):
        return None
    user = text_of(event, "user")
    if not user or user == bot_user:
        return None
    thread = text_of(event, "thread_ts") or ("" if direct else text_of(event, "ts"))
    place = Place(
        team=_installed_team(body),
        user=user,
        channel=text_of(event, "channel"),
        via=Via.DIRECT if direct else Via.MENTION,
        thread=thread or None,
        direct=direct,
    )
    asking = Asking(_words(text_of(event, "text"), bot_user))
    return Asked(f"event:{_event_key(body, event)}", place, asking, files_in(event.get("files")))


def _words(text: str, bot_user: str | None) -> str:
    """What was typed, without the command in front, which in a message is no command but a habit."""
    return _COMMAND.sub("", readable(text, bot_user=bot_user), count=1)


def _is_direct(event: Body) -> bool:
    """Whether a message was written to the bot alone; not every client says what kind its channel is of."""
    kind = event.get("channel_type")
    return kind in ("im", "app_home") or (not kind and text_of(event, "channel").startswith("D"))


def _event_key(body: Body, event: Body) -> str:
    """What tells one event from others, and stays the same when it is delivered again."""
    stamp = text_of(event, "ts") or text_of(event, "event_ts")
    message = f"{text_of(event, 'channel')}:{stamp}" if stamp else ""
    return text_of(body, "event_id") or message or secrets.token_hex(16)


def _installed_team(body: Body) -> str:
    """The workspace in which the app got an event; in a shared channel the outer `team_id` may be its author's own."""
    granted = body.get("authorizations")
    first = granted[0] if isinstance(granted, list) and granted and isinstance(granted[0], Mapping) else {}
    return text_of(first, "team_id") or text_of(body, "team_id")


def files_in(files: object) -> tuple[FileRef, ...]:
    """The files of a message or of a form's file field."""
    each = files if isinstance(files, list) else []
    return tuple(_file(one) for one in each if isinstance(one, Mapping))


def _file(file: Body) -> FileRef:
    size = file.get("size")
    url = text_of(file, "url_private_download") or text_of(file, "url_private")
    name = clean(text_of(file, "name")) or clean(text_of(file, "title")) or "the file"
    if not PurePath(name).suffix and file.get("mimetype") == PLAIN_TEXT:
        name += ".txt"  # a long text that was pasted: Slack makes a file of it, which it calls "Untitled"
    if len(name) > FILE_NAME:
        # The ending tells what kind of file it is.
        ending = PurePath(name).suffix[-_ENDING:]
        name = f"{name[: FILE_NAME - len(ending) - 1]}…{ending}"
    is_canvas = file.get("mimetype") == CANVAS
    return FileRef(text_of(file, "id"), name, size if isinstance(size, int) else 0, url, is_canvas)


def clicked(body: Body) -> Place:
    """Where an answer to a pressed button belongs."""
    container = part(body, "container")
    channel = text_of(part(body, "channel"), "id") or text_of(container, "channel_id")
    direct = channel.startswith("D")
    # An answer that only this person sees is answered through the button's own response_url; its thread is unknown.
    thread = "" if container.get("is_ephemeral") else text_of(container, "thread_ts")
    if thread == text_of(container, "message_ts"):
        thread = ""  # what others answered to: it stands in the channel, and so does whoever presses it
    return Place(
        team=_clicked_team(body),
        user=text_of(part(body, "user"), "id"),
        channel=channel,
        via=Via.CLICK,
        thread=thread or None,
        response_url=text_of(body, "response_url") or None,
        direct=direct and not container.get("is_ephemeral"),
    )


def _clicked_team(body: Body) -> str:
    """The workspace of a click: in a shared channel its `team` may be the person's own, so the form's is asked first.

    On Enterprise Grid any of these can be the organisation, where whoever clicks goes by a workspace in all else.
    """
    own = text_of(part(body, "view"), "app_installed_team_id")
    named = [one for one in (own, text_of(part(body, "team"), "id"), text_of(part(body, "user"), "team_id")) if one]
    return next((one for one in named if not one.startswith("E")), next(iter(named), ""))


_COMMAND = re.compile(rf"^{re.escape(COMMAND)}(?:\s+|$)", re.IGNORECASE)
_ENTITY = re.compile(r"<([^<>]*)>")
#: As Slack writes them (":wave:", ":+1::skin-tone-3:"); no filter ("theme:health") and no time of the day.
_EMOJI = re.compile(r"(?<![\w:])(?::[a-z+-][a-z0-9_+'-]*:|:\d+:)(?::skin-tone-\d:)?(?![\w:])(?=\s|[.,;!?)]|:|$)")
#: Bold, italics, struck through and code, as Slack writes them.
_FORMATTED = re.compile(r"(?<![\w*_~`])([*_~`])(?=[^\s*_~`]|[*_~`]\S)(.+?)(?<=\S)\1(?![\w*_~`])")


def readable(text: str, *, bot_user: str | None = None) -> str:
    """A message's text as its author saw it: emoji and the bot's own mention dropped, other entities as their words.

    In a text of several lines, as a pasted form is, pages keep their addresses behind the words that link to them, and
    words the marks of how they are formatted, which tell a form's questions from its answers.
    """
    several_lines = "\n" in text.strip()

    def words(found: re.Match[str]) -> str:
        target, _, label = found[1].partition("|")
        if target.startswith("@"):
            return "" if target[1:] == bot_user else label or " "
        if target.startswith(("!", "#")):
            return label
        if several_lines and label and target.startswith("http") and label not in target:
            return f"{label} ({target})"
        return label or target.removeprefix("mailto:")

    text = _EMOJI.sub(" ", _ENTITY.sub(words, text))
    while not several_lines and (bare := _FORMATTED.sub(r"\2", text)) != text:
        text = bare
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip()
