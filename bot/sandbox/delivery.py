"""Bringing what a person did to the app: signed over HTTP or in a Socket Mode envelope, timed, repeated as by Slack."""

from __future__ import annotations

import http.client
import json
import queue
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, TypeAlias
from urllib.parse import urlencode, urlsplit

from slack_sdk.signature import SignatureVerifier

from bot.sandbox.records import Json
from bot.sandbox.socketmode import SocketHub

Kind: TypeAlias = Literal["command", "interactive", "options", "event", "url_verification"]
ENVELOPE = {"command": "slash_commands", "interactive": "interactive", "options": "interactive", "event": "events_api"}
ACK_SECONDS = 3.0  # docs.slack.dev/interactivity/handling-user-interaction
RETRY_DELAYS = (0.0, 60.0, 300.0)  # docs.slack.dev/apis/events-api
BODY_READ = 1_000_000


@dataclass(frozen=True, slots=True)
class Attempt:
    """One sending of a delivery. `failure` is empty, http_timeout, http_error or connection_failed."""

    number: int  # 0, then 1-3 for the retries
    seconds: float  # until the ack, or until Slack gave up
    status: int | None
    body: str
    failure: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    reason: str = ""  # of the retry


@dataclass(slots=True)
class Delivery:
    """One thing brought to the app, with each attempt and what the app answered."""

    id: str
    kind: Kind
    what: str  # the command, event type or interaction type
    payload: Json
    team_id: str
    user: str | None
    at: float
    attempts: list[Attempt] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)  # what Slack told the person about it
    finished: bool = False  # no further retry will come

    @property
    def first(self) -> Attempt:
        return self.attempts[0]

    @property
    def last(self) -> Attempt:
        return self.attempts[-1]

    @property
    def status(self) -> int | None:
        """HTTP status of the last attempt; 200 for an ack over Socket Mode; None when none came."""
        return self.last.status

    @property
    def seconds(self) -> float:
        """Time to the ack of the last attempt."""
        return self.last.seconds

    @property
    def acked(self) -> bool:
        """Whether the app took it in time."""
        return bool(self.attempts) and not self.last.failure

    @property
    def body(self) -> str:
        return self.last.body

    @property
    def json(self) -> Any:
        """The ack's body as JSON; None when it is empty or something else."""
        try:
            return json.loads(self.last.body)
        except ValueError:
            return None


class Transport(Protocol):
    def send(self, delivery: Delivery, number: int, reason: str) -> Attempt: ...


class HttpTransport:
    """Posts to the app's request URL with Slack's v0 signature."""

    def __init__(self, request_url: str, signing_secret: str, seconds: float, now: Callable[[], float]) -> None:
        self.request_url, self._secret, self._seconds, self._now = request_url, signing_secret, seconds, now

    def send(self, delivery: Delivery, number: int, reason: str) -> Attempt:
        """One signed POST; 2xx within the time is an ack."""
        body, content_type = encoded(delivery)
        headers = self._signed(body, content_type)
        if number:
            headers |= {"X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": reason}
        address = urlsplit(self.request_url)
        connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=self._seconds)
        began = time.monotonic()
        try:
            connection.request("POST", address.path or "/", body.encode(), headers)
            answer = connection.getresponse()
            text = answer.read(BODY_READ).decode("utf-8", "replace")
        except TimeoutError:
            return Attempt(number, time.monotonic() - began, None, "", "http_timeout", reason=reason)
        except (OSError, http.client.HTTPException) as problem:
            seconds = time.monotonic() - began
            return Attempt(number, seconds, None, str(problem), "connection_failed", reason=reason)
        finally:
            connection.close()
        seconds = time.monotonic() - began
        failure = "http_timeout" if seconds > self._seconds else "" if 200 <= answer.status < 300 else "http_error"
        heads = {name.lower(): value for name, value in answer.getheaders()}
        return Attempt(number, seconds, answer.status, text, failure, heads, reason)

    def _signed(self, body: str, content_type: str) -> dict[str, str]:
        timestamp = str(int(self._now()))
        signature = SignatureVerifier(self._secret).generate_signature(timestamp=timestamp, body=body)
        return {
            "Content-Type": content_type,
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": str(signature),
        }


class SocketTransport:
    """Hands envelopes to the app's WebSocket connections."""

    def __init__(self, hub: SocketHub, seconds: float, new_id: Callable[[str], str]) -> None:
        self._hub, self._seconds, self._new_id = hub, seconds, new_id

    def send(self, delivery: Delivery, number: int, reason: str) -> Attempt:
        """One envelope; an ack with its id within the time counts."""
        envelope: Json = {
            "envelope_id": self._new_id("e"),
            "type": ENVELOPE[delivery.kind],
            "payload": delivery.payload,
            "accepts_response_payload": delivery.kind != "event",
        }
        if delivery.kind == "event":
            envelope |= {"retry_attempt": number, "retry_reason": reason}
        began = time.monotonic()
        failure, ack = self._hub.send(envelope, self._seconds)
        seconds = time.monotonic() - began
        if ack is None:
            failure = "http_timeout" if failure == "timeout" else failure
            return Attempt(number, seconds, None, "", failure, reason=reason)
        payload = ack.get("payload")
        body = "" if not payload else payload if isinstance(payload, str) else json.dumps(payload)
        # What an app answers with ack("text") travels as {"text": "text"} in Socket Mode.
        return Attempt(number, seconds, 200, body, reason=reason)


def encoded(delivery: Delivery) -> tuple[str, str]:
    """Body and content type of a delivery over HTTP."""
    if delivery.kind == "command":
        return urlencode(delivery.payload), "application/x-www-form-urlencoded"
    if delivery.kind in ("interactive", "options"):
        return urlencode({"payload": json.dumps(delivery.payload)}), "application/x-www-form-urlencoded"
    return json.dumps(delivery.payload), "application/json"


class PostOffice:
    """Sends deliveries and keeps them; events that were not taken are sent again on Slack's schedule."""

    def __init__(
        self, choose: Callable[[], Transport | None], retry_delays: Sequence[float], changed: Callable[[], None]
    ) -> None:
        self._choose, self._delays, self._changed = choose, tuple(retry_delays), changed
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._queue: queue.SimpleQueue[Delivery | None] = queue.SimpleQueue()
        self._worker = threading.Thread(target=self._work, name="stand-in Slack events")
        self._retriers: list[threading.Thread] = []
        self.deliveries: list[Delivery] = []

    def start(self) -> None:
        """Begins to bring queued events."""
        self._worker.start()

    def stop(self) -> None:
        """Gives up whatever is still to be sent, and ends."""
        self._stopping.set()
        self._queue.put(None)
        self._worker.join()
        for retrier in self._retriers:
            retrier.join()

    def send(self, delivery: Delivery) -> Delivery:
        """Sends once, waiting for the ack; an event's retries follow in the background."""
        with self._lock:
            self.deliveries.append(delivery)
        self._attempt(delivery, 0, "")
        if delivery.kind == "event" and not delivery.acked and "x-slack-no-retry" not in delivery.last.headers:
            retrier = threading.Thread(target=self._retry, args=(delivery,), name="stand-in Slack retry")
            self._retriers.append(retrier)
            retrier.start()
        else:
            delivery.finished = True
        self._changed()
        return delivery

    def queue(self, delivery: Delivery) -> None:
        """Sends an event soon, in its turn, without waiting."""
        self._queue.put(delivery)

    def again(self, delivery: Delivery, reason: str = "http_timeout") -> Attempt:
        """Brings the very same event once more, as Slack does when it missed the ack."""
        return self._attempt(delivery, len(delivery.attempts), reason)

    def _attempt(self, delivery: Delivery, number: int, reason: str) -> Attempt:
        transport = self._choose()
        if transport is None:
            attempt = Attempt(number, 0.0, None, "no app is connected", "connection_failed")
        else:
            attempt = transport.send(delivery, number, reason)
        delivery.attempts.append(attempt)
        self._changed()
        return attempt

    def _retry(self, delivery: Delivery) -> None:
        for number, delay in enumerate(self._delays, start=1):
            if self._stopping.wait(delay):
                return
            attempt = self._attempt(delivery, number, delivery.last.failure)
            if not attempt.failure or "x-slack-no-retry" in attempt.headers:
                break
        delivery.finished = True
        self._changed()

    def _work(self) -> None:
        while (delivery := self._queue.get()) is not None:
            if not self._stopping.is_set():
                self.send(delivery)
