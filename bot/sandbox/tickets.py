"""The two short-lived permissions that Slack gives with an interaction: the trigger_id and the response_url."""

from __future__ import annotations

from collections.abc import Callable

from bot.sandbox.errors import SlackError
from bot.sandbox.ledger import Ledger
from bot.sandbox.records import ResponseUrl, Trigger

TRIGGER_SECONDS = 3.0  # docs.slack.dev/interactivity/handling-user-interaction
RESPONSE_URL_SECONDS = 30 * 60.0
RESPONSE_URL_USES = 5


class Tickets:
    """Gives out trigger_ids and response_urls and takes each only as long as Slack does."""

    def __init__(self, ledger: Ledger, address: Callable[[str], str]) -> None:
        self._ledger = ledger
        self._address = address
        self._triggers: dict[str, Trigger] = {}
        self._urls: dict[str, ResponseUrl] = {}

    def trigger(self, user: str, view_id: str | None = None) -> str:
        """A new trigger_id for what this person just did."""
        with self._ledger.changed:
            number = self._ledger.new_id("").lstrip("0")
            trigger = Trigger(f"{number}.{abs(hash(user)) % 10**9}.{number:0>12}", user, self._ledger.clock.now())
            trigger.view_id = view_id
            self._triggers[trigger.id] = trigger
            return trigger.id

    def check(self, trigger_id: object) -> Trigger:
        """The trigger, still good; SlackError as views.open gives it. It is not spent yet."""
        trigger = self._triggers.get(str(trigger_id))
        if trigger is None:
            raise SlackError("invalid_trigger_id")
        if trigger.used:
            raise SlackError("exchanged_trigger_id")
        if self._ledger.clock.now() - trigger.issued > TRIGGER_SECONDS:
            raise SlackError("expired_trigger_id")
        return trigger

    def response_url(
        self, user: str, channel: str, *, original_ts: str | None = None, original_private: bool = False
    ) -> str:
        """A new response_url for what this person just did in this channel."""
        with self._ledger.changed:
            url_id = self._ledger.new_id("R")
            ticket = ResponseUrl(url_id, self._address(url_id), user, channel, self._ledger.clock.now())
            ticket.original_ts, ticket.original_private = original_ts, original_private
            self._urls[url_id] = ticket
            return ticket.url

    def spend(self, url_id: str) -> ResponseUrl:
        """Uses a response_url once; SlackError with status 404 when it is unknown, too old or used up."""
        with self._ledger.changed:
            ticket = self._urls.get(url_id)
            if ticket is None:
                raise SlackError("no_such_url", status=404)
            if self._ledger.clock.now() - ticket.issued > RESPONSE_URL_SECONDS:
                raise SlackError("expired_url", status=404)
            if ticket.uses >= RESPONSE_URL_USES:
                raise SlackError("used_url", status=404)
            ticket.uses += 1
            return ticket
