"""Socket Mode: the WebSocket side of the stand-in. Each envelope goes to one of the open connections, any one."""

from __future__ import annotations

import json
import secrets
import threading
import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response
from websockets.sync.server import Server, ServerConnection, serve

from bot.sandbox.records import Json

CONNECTIONS = 10  # docs.slack.dev/apis/events-api/using-socket-mode
CLOSE_SECONDS = 0.2  # some clients never answer a goodbye
LIFE_SECONDS = 18_060  # what Slack announces; the stand-in itself never tires


class SocketHub:
    """Accepts an app's connections, sends them envelopes and waits for the acks."""

    def __init__(self, host: str, app_id: str) -> None:
        self._app_id, self._host = app_id, host
        self._lock = threading.Condition()
        self._tickets: set[str] = set()
        self._connections: list[ServerConnection] = []
        self._turn = 0
        self._acks: dict[str, Json] = {}
        self._waiting: dict[str, ServerConnection] = {}  # envelope ids, and the connection each was handed to
        self.unknown_acks: list[str] = []  # envelope ids that nobody asked for, or acks that came too late
        self._server: Server = serve(
            self._serve,
            host,
            0,
            process_request=self._admit,
            ping_interval=None,
            close_timeout=CLOSE_SECONDS,
            compression=None,
        )
        self._port = self._server.socket.getsockname()[1]
        self._thread = threading.Thread(target=self._server.serve_forever, name="stand-in Slack socket")

    def start(self) -> None:
        """Begins to accept connections."""
        self._thread.start()

    def stop(self) -> None:
        """Closes every connection and ends."""
        self._server.shutdown()
        self.hang_up()
        self._thread.join()

    @property
    def count(self) -> int:
        """How many connections are open."""
        with self._lock:
            return len(self._connections)

    def new_address(self) -> str:
        """An address that can be connected to once."""
        ticket = secrets.token_hex(8)
        with self._lock:
            self._tickets.add(ticket)
        return f"ws://{self._host}:{self._port}/link/?ticket={ticket}&app_id={self._app_id}"

    def send(self, envelope: Json, seconds: float) -> tuple[str, Json | None]:
        """Sends one envelope: ("", the ack) or ("timeout" or "connection_failed", None).

        The ack is waited for as long as the connection is open that the envelope was handed to.
        """
        name = envelope["envelope_id"]
        end = time.monotonic() + seconds
        try:
            if not self._handed_over(name, json.dumps(envelope)):
                return "connection_failed", None
            with self._lock:
                while name not in self._acks:
                    if name not in self._waiting:
                        return "connection_failed", None
                    left = end - time.monotonic()
                    if left <= 0:
                        return "timeout", None
                    self._lock.wait(left)
                return "", self._acks.pop(name)
        finally:
            with self._lock:
                self._waiting.pop(name, None)

    def hang_up(self) -> None:
        """Closes every connection without saying that it should come back; no ack is waited for any longer."""
        with self._lock:
            leaving, self._connections = self._connections, []
        for connection in leaving:
            connection.close()

    def ask_to_reconnect(self, reason: str = "refresh_requested") -> None:
        """Tells every connection to come back and closes it, as Slack does every few hours."""
        with self._lock:
            leaving, self._connections = self._connections, []
        for connection in leaving:
            try:
                goodbye = {"type": "disconnect", "reason": reason, "debug_info": {"host": "stand-in"}}
                connection.send(json.dumps(goodbye))
            except ConnectionClosed:
                continue
            connection.close()

    def _handed_over(self, name: str, text: str) -> bool:
        for _ in range(CONNECTIONS):
            with self._lock:
                if not self._connections:
                    return False
                self._turn += 1
                connection = self._connections[self._turn % len(self._connections)]
                self._waiting[name] = connection
            try:
                connection.send(text)
            except ConnectionClosed:
                self._forget(connection)
            else:
                return True
        return False

    def _admit(self, connection: ServerConnection, request: Request) -> Response | None:
        ticket = parse_qs(urlsplit(request.path).query).get("ticket", [""])[0]
        with self._lock:
            if ticket not in self._tickets:
                return connection.respond(403, "unknown or used ticket\n")
            if len(self._connections) >= CONNECTIONS:
                return connection.respond(429, "too many connections\n")
            self._tickets.discard(ticket)
        return None

    def _serve(self, connection: ServerConnection) -> None:
        with self._lock:
            self._connections.append(connection)
            number = len(self._connections)
        hello = {
            "type": "hello",
            "num_connections": number,
            "connection_info": {"app_id": self._app_id},
            "debug_info": {"host": "stand-in", "build_number": 1, "approximate_connection_time": LIFE_SECONDS},
        }
        try:
            connection.send(json.dumps(hello))
            for text in connection:
                self._acked(text)
        except ConnectionClosed:
            pass
        finally:
            self._forget(connection)

    def _acked(self, text: str | bytes) -> None:
        try:
            ack: Any = json.loads(text)
        except ValueError:
            return
        name = ack.get("envelope_id") if isinstance(ack, dict) else None
        with self._lock:
            if name in self._waiting:
                self._acks[name] = ack
                self._lock.notify_all()
            elif name:
                self.unknown_acks.append(name)

    def _forget(self, connection: ServerConnection) -> None:
        with self._lock:
            if connection in self._connections:
                self._connections.remove(connection)
            # Nobody is left there to ack what it was handed: whoever waits would wait in vain.
            self._waiting = {name: other for name, other in self._waiting.items() if other is not connection}
            self._lock.notify_all()
