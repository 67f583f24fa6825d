"""Delivering a message where it belongs, once: what Slack refused is tried elsewhere, what may have arrived is not.

Except an answer that only the person asking sees, until Slack is reloaded: said twice it costs nothing, lost it leaves
them without a word.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from bot.payloads.asked import Place, Via
from bot.slack.refusals import BROKEN, RATE_LIMITED, TROUBLE, Refusal, code_of
from bot.slack.workspaces import CALL_TIMEOUT, Workspaces
from bot.views.kit.blocks import SlackMessage

log = logging.getLogger(__name__)


class Replies:
    """Sends messages for all listeners and the worker."""

    def __init__(self, workspaces: Workspaces) -> None:
        self._workspaces = workspaces

    def answer(self, place: Place, message: SlackMessage) -> None:
        """Answer where it was asked: privately, except a mention, whose answer stands in its thread.

        Raises `Refusal` when Slack took it nowhere; any other error means that it may or may not have arrived, and
        that saying it again could leave it standing twice.
        """
        if place.via is Via.MENTION:
            try:
                _plainly(partial(self._post, place), message)
                return
            except Refusal as refusal:
                if refusal.later:
                    raise  # its place is the thread: it is taken up again
                log.info("an answer was refused in its thread; answering privately instead: %s", refusal)
        self.private(place, message)

    def private(self, place: Place, message: SlackMessage) -> None:
        """Say it to the person alone, by the first way that Slack takes.

        In the conversation with the bot, else by Slack's reply address, else in the channel, else in their messages.
        What Slack calls a direct message may be one of two people, in which only the reply address is any good.
        """
        ways: list[Way] = []
        respond: list[Way] = []
        if place.response_url:
            how = {"response_type": "ephemeral", "replace_original": False}
            respond = [Way(partial(self._respond, place.response_url, how), passing=True)]
        # The answer to a click in a thread belongs there, where the reply address does not reach.
        in_thread = place.via is Via.CLICK and bool(place.thread)
        if place.direct:
            ways.append(Way(partial(self._post, place), pace=_POSTS))
        if not in_thread:
            ways += respond
        if place.channel and not place.direct:  # none for a form or a shortcut
            ways.append(Way(partial(self._post_for_one, place), passing=True))
        ways.append(Way(partial(self.to_messages, place), pace=_POSTS))
        if in_thread:
            ways += respond
        _by_the_first(ways, message)

    def to_messages(self, place: Place, message: SlackMessage) -> None:
        """Send it to the person's own messages with the bot."""
        client = self._workspaces.client(place.team)
        _refusable(client.chat_postMessage, channel=place.user, **message.payload())

    def to_channel(self, place: Place, message: SlackMessage) -> None:
        """Post it in the channel for everyone, in the name of the person's click (the bot need not be a member)."""
        ways: list[Way] = []
        if place.response_url:
            how = {"response_type": "in_channel", "replace_original": False}
            ways.append(Way(partial(self._respond, place.response_url, how)))
        ways.append(Way(partial(self._post, replace(place, thread=None))))
        _by_the_first(ways, message)

    def post(self, team: str, to: str, message: SlackMessage) -> tuple[str, str]:
        """Post it in a channel or a person's messages with the bot; returns the channel and timestamp it stands at."""
        answer = _refusable(self._workspaces.client(team).chat_postMessage, channel=to, **message.payload())
        return str(answer["channel"]), str(answer["ts"])

    def file(self, team: str, channel: str, name: str, content: str | bytes, *, alt: str | None = None) -> None:
        """Upload a file into a conversation that the bot is in; `alt`: what a picture says, for who does not see it."""
        client = self._workspaces.client(team)
        _refusable(client.files_upload_v2, channel=channel, filename=name, title=name, content=content, alt_txt=alt)

    def redraw(self, team: str, channel: str, ts: str, message: SlackMessage) -> None:
        """Put new words in the place of a message of the bot's own."""
        client = self._workspaces.client(team)
        _refusable(client.chat_update, channel=channel, ts=ts, **_without_unfurls(message))

    def in_place(self, place: Place, channel: str, ts: str, message: SlackMessage) -> None:
        """Put new words in the place of the message that was clicked, else say them privately.

        `channel` and `ts` are where it stands; empty for one that only this person sees.
        """
        try:
            if ts:
                self.redraw(place.team, channel, ts, message)
                return
            if place.response_url:
                self._respond(place.response_url, {"replace_original": True}, message)
                return
        except Refusal as refusal:
            log.info("a message could not be redrawn: %s", refusal)
        except BROKEN as error:
            if ts:
                raise
            log.warning("whether a message was redrawn is not known; it is said again: %s", type(error).__name__)
        self.private(replace(place, response_url=None), message)

    def open_modal(self, place: Place, trigger_id: str, view: dict[str, Any]) -> None:
        """Open a modal; Slack gives three seconds from the click. Raises `Refusal` when they are over."""
        _refusable(self._workspaces.client(place.team).views_open, trigger_id=trigger_id, view=view)

    def push_modal(self, place: Place, trigger_id: str, view: dict[str, Any]) -> None:
        """Put a modal on top of the one in which the person clicked; at most three stand on each other."""
        _refusable(self._workspaces.client(place.team).views_push, trigger_id=trigger_id, view=view)

    def update_modal(self, place: Place, view_id: str, view: dict[str, Any]) -> None:
        """Put new words in the place of an open modal."""
        _refusable(self._workspaces.client(place.team).views_update, view_id=view_id, view=view)

    def _post(self, place: Place, message: SlackMessage) -> None:
        client = self._workspaces.client(place.team)
        _refusable(client.chat_postMessage, channel=place.channel, thread_ts=place.thread, **message.payload())

    def _post_for_one(self, place: Place, message: SlackMessage) -> None:
        client = self._workspaces.client(place.team)
        # A mention may have begun its thread: where nothing stands in one, Slack shows nothing of this kind in it.
        thread = place.thread if place.via is Via.CLICK else None
        where = {"channel": place.channel, "user": place.user, "thread_ts": thread}
        _refusable(client.chat_postEphemeral, **where, **_without_unfurls(message))

    def _respond(self, url: str, how: dict[str, Any], message: SlackMessage) -> None:
        client = WebhookClient(url, timeout=CALL_TIMEOUT, retry_handlers=[])
        answer = client.send_dict({**how, **message.payload()})
        if answer.status_code >= 500 or answer.body.lstrip().startswith("<"):
            # Slack says "ok"; a page is of whatever stands between.
            raise ConnectionError(f"the reply address failed with {answer.status_code}")
        if answer.status_code != 200 or '"ok":false' in answer.body.replace(" ", ""):
            code = next((code for code in _NOT_DRAWABLE if code in answer.body), "")
            later, wait = answer.status_code == 429, _retry_after(answer.headers)
            raise Refusal(f"reply address: {answer.status_code}", later=later, code=code, retry_after=wait)


@dataclass(frozen=True, slots=True)
class Way:
    """A way to say something; `passing`: to one person only, until they reload Slack, so that twice is no harm.

    `pace`: what Slack counts together. Where that is too much for now, no other way of the same is any better.
    """

    say: Callable[[SlackMessage], None]
    passing: bool = False
    pace: str = ""


_POSTS = "chat.postMessage"


#: Slack cannot draw these blocks, or not so many; the text has all that they say.
_NOT_DRAWABLE = ("invalid_blocks", "msg_too_long", "msg_blocks_too_long", "invalid_attachments")


def _by_the_first(ways: Sequence[Way], message: SlackMessage) -> None:
    """Say it by the first of these ways that Slack takes; raises the last refusal, one for now if any is.

    Of those it raises one that says for how long.

    Where a way broke off it may have been said: the next is taken only if that was a passing one, else it raises.
    """
    refusals: list[Refusal] = []
    full: set[str] = set()
    broken: Exception | None = None
    for way in ways:
        if way.pace and way.pace in full:
            continue
        try:
            _plainly(way.say, message)
            return
        except Refusal as refusal:
            log.info("a way to say something was refused: %s", refusal)
            refusals.append(refusal)
            full |= {way.pace} if refusal.later else set()
        except BROKEN as error:
            if not way.passing:
                raise
            log.warning("whether a private answer arrived is not known; it is said again: %s", type(error).__name__)
            broken = error
    if broken and not refusals:
        raise broken
    later = [one for one in refusals if one.later]
    raise next((one for one in later if one.retry_after), (later or refusals)[-1])


def _plainly(say: Callable[[SlackMessage], None], message: SlackMessage) -> None:
    """Say it, without its blocks where Slack cannot draw them."""
    try:
        say(message)
    except Refusal as refusal:
        if refusal.code not in _NOT_DRAWABLE or not message.blocks:
            raise
        log.error("Slack cannot draw a message, which is sent as plain text: %s", refusal)
        say(SlackMessage(message.said))


def _without_unfurls(message: SlackMessage) -> dict[str, Any]:
    payload = message.payload()
    return {"text": payload["text"], "blocks": payload["blocks"]}


def _refusable(call: Callable[..., Any], **arguments: Any) -> Any:
    """Make the call; an answer of Slack's that says no becomes a `Refusal`, a broken line stays what it is.

    So do Slack's own troubles: what it was asked for may be done all the same.
    """
    try:
        return call(**arguments)
    except SlackApiError as error:
        answer, reason = error.response, code_of(error)
        if not reason or reason in TROUBLE:
            raise  # rubbish, or a server's failure: whether it was posted nobody can tell
        later = answer.status_code == 429 or reason == RATE_LIMITED
        wait = _retry_after(answer.headers)
        raise Refusal(f"{call.__name__}: {reason}", later=later, code=reason, retry_after=wait) from error


def _retry_after(headers: Mapping[str, Any]) -> str:
    """The header of that name, empty where there is none."""
    return next((str(value) for name, value in headers.items() if name.lower() == "retry-after"), "")
