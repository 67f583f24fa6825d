"""The stand-in Slack: one object that a test or the sandbox starts, connects an app to, and acts through."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Any, TypeVar

from bot.sandbox import payloads
from bot.sandbox.clock import Clock, RealClock
from bot.sandbox.delivery import (
    ACK_SECONDS,
    RETRY_DELAYS,
    Delivery,
    HttpTransport,
    Kind,
    PostOffice,
    SocketTransport,
    Transport,
)
from bot.sandbox.faults import Faults
from bot.sandbox.installed import AppSettings
from bot.sandbox.person import SlackPerson
from bot.sandbox.records import Json, PostedMessage, Team
from bot.sandbox.socketmode import SocketHub
from bot.sandbox.webapi import WebApi
from bot.sandbox.webserver import WebServer
from bot.sandbox.workspace import Workspace, small_workspace

T = TypeVar("T")
HOST = "127.0.0.1"


class StandInSlack:
    """A Slack of one's own on 127.0.0.1, with one small workspace in it from the start.

    An app is connected over HTTP with `connect(request_url)`; else deliveries go to whatever came over Socket Mode.
    """

    def __init__(
        self,
        *,
        manifest: Mapping[str, Any] | None = None,
        app: AppSettings | None = None,
        clock: Clock | None = None,
        signing_secret: str = "stand-in-signing-secret",  # noqa: S107  # opens nothing but this stand-in
        ack_seconds: float = ACK_SECONDS,
        retry_delays: Sequence[float] = RETRY_DELAYS,
        port: int = 0,
        fill: Callable[[Team, AppSettings, Clock, Callable[[], str]], Workspace] = small_workspace,
    ) -> None:
        self.clock = clock or RealClock()
        self.app = app or (AppSettings.from_manifest(manifest) if manifest is not None else AppSettings())
        self.signing_secret = signing_secret
        self.app_token = f"xapp-1-{self.app.app_id}-stand-in"
        self._ack_seconds, self._fill = ack_seconds, fill
        self.faults = Faults()
        self.workspaces: dict[str, Workspace] = {}
        self.api = WebApi(self.workspaces, self.app_token, self.clock)
        self._http: HttpTransport | None = None
        self.socket = SocketHub(HOST, self.app.app_id)
        self._over_socket = SocketTransport(self.socket, ack_seconds, self._new_id)
        self.api.socket_address = self.socket.new_address
        self.office = PostOffice(self._transport, retry_delays, self._wake)
        self._web = WebServer(HOST, port, self.api, self.workspaces, self.faults)
        self.workspace = self.add_workspace(Team("T0STANDIN", "Children's Services Network", "childrens-network"))

    # life

    def start(self) -> StandInSlack:
        """Begins to serve."""
        self._web.start()
        self.socket.start()
        self.office.start()
        return self

    def stop(self) -> None:
        """Ends; no thread, connection or process is left."""
        self.office.stop()
        self.socket.stop()
        self._web.stop()

    def __enter__(self) -> StandInSlack:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    # what an app is given

    @property
    def api_url(self) -> str:
        """What an app takes in the place of https://slack.com/api/."""
        return f"{self._web.address}/api/"

    @property
    def bot_token(self) -> str:
        """The token for the first workspace."""
        return self.workspace.bot_token

    def connect(self, request_url: str) -> None:
        """Sends everything to this address over HTTP from now on."""
        self._http = HttpTransport(request_url, self.signing_secret, self._ack_seconds, time.time)

    def use_socket_mode(self) -> None:
        """Sends everything over Socket Mode from now on (as at the start)."""
        self._http = None

    # who is there

    def add_workspace(self, team: Team) -> Workspace:
        """A further workspace in which the app is installed, filled like the first, with a token of its own."""
        workspace = self._fill(team, self.app, self.clock, lambda: self._web.address)
        self.workspaces[team.id] = workspace

        def heard(what: str, message: PostedMessage, before: PostedMessage | None) -> None:
            if message.user == workspace.bot.id:  # what people write is delivered by `Person`, who waits for the ack
                for event in payloads.message_events(workspace, what, message, before):
                    self.office.queue(self._event(workspace, event, None))

        workspace.on_message = heard
        return workspace

    def person(self, key: str, team: str | None = None) -> SlackPerson:
        """Somebody by id, handle or first name."""
        workspace = self.workspaces[team] if team else self.workspace
        return SlackPerson(self, workspace, workspace.user(key).id)

    # deliveries

    @property
    def deliveries(self) -> list[Delivery]:
        """Everything brought to the app so far, the bot's own messages included."""
        return list(self.office.deliveries)

    def deliver(self, workspace: Workspace, kind: Kind, what: str, payload: Json, user: str | None) -> Delivery:
        """Brings one thing to the app and waits for the ack, for as long as Slack waits."""
        return self.office.send(self._delivery(workspace, kind, what, payload, user))

    def deliver_event(self, workspace: Workspace, event: Json, user: str | None) -> Delivery:
        """Brings an event to the app; what is not taken is brought again in the background."""
        return self.office.send(self._event(workspace, event, user))

    def deliver_again(self, delivery: Delivery) -> None:
        """Brings the same event a second time, as Slack does when an ack was lost."""
        self.office.again(delivery)

    def verify_request_url(self) -> bool:
        """Sends the challenge with which Slack checks a new request URL; whether it came back."""
        payload: Json = {"type": "url_verification", "challenge": "stand-in-challenge"}
        payload["token"] = payloads.VERIFICATION_TOKEN
        delivery = self.deliver(self.workspace, "url_verification", "url_verification", payload, None)
        answer = delivery.json
        return delivery.acked and isinstance(answer, dict) and answer.get("challenge") == payload["challenge"]

    def wait_for(self, look: Callable[[], T | None], *, what: str = "it", seconds: float = 5.0) -> T:
        """The first thing that `look` finds; CannotDo when nothing comes in time."""
        return self.workspace.ledger.wait_for(look, what=what, seconds=seconds)

    def _transport(self) -> Transport | None:
        if self._http is not None:
            return self._http
        return self._over_socket if self.socket.count else None

    def _event(self, workspace: Workspace, event: Json, user: str | None) -> Delivery:
        envelope = payloads.event_envelope(workspace, event)
        return self._delivery(workspace, "event", event["type"], envelope, user)

    def _delivery(self, workspace: Workspace, kind: Kind, what: str, payload: Json, user: str | None) -> Delivery:
        delivery_id = workspace.ledger.new_id("X")
        return Delivery(delivery_id, kind, what, payload, workspace.team.id, user, self.clock.now())

    def _new_id(self, prefix: str) -> str:
        return self.workspace.ledger.new_id(prefix)

    def _wake(self) -> None:
        for workspace in self.workspaces.values():
            with workspace.ledger.changed:
                workspace.ledger.change()
