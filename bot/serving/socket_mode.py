"""Serving over Socket Mode: a connection to Slack that is waited for, unless Slack refuses it for good."""

from __future__ import annotations

import logging
import threading

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.builtin import SocketModeClient

from bot.server import create_health_server
from bot.serving.health import health_beside, readiness
from bot.serving.resuming import Resuming
from bot.signals import asked_to_stop
from bot.slack.refusals import BROKEN, OPEN, RATE_LIMITED, TROUBLE, code_of, refused, unreachable
from bot.wiring.running import running_bot
from config.settings import Settings
from knowledge.errors import PracticeError

log = logging.getLogger(__name__)

#: Seconds between two tries: twice as many after each, up to the longest.
FIRST_WAIT = 1.0
LONGEST_WAIT = 60.0
#: Seconds between two pings. The SDK makes a connection anew that five could not be sent over or four were not
#: answered on; with its ten seconds a firewall that drops connections kept everybody waiting for a minute
#: (measured November 2026: 55 s, now 16).
PING = 3.0


def serve_socket(settings: Settings) -> None:
    """Connect to Slack and answer until a signal asks to stop; `/healthz` and `/readyz` are served beside it.

    Raises PracticeError when Slack refuses the app-level token.
    """
    with asked_to_stop() as stopping, running_bot(settings) as bot:
        handler = handler_of(bot.app, settings.app_token)
        fit = readiness(bot)

        def ready() -> bool:
            return bool(handler.client.is_connected()) and fit()

        resuming = Resuming(bot)
        with health_beside(settings, create_health_server(ready=ready)):
            resuming.start()
            bot.parts.postman.start()
            try:
                if connected(handler.client, stopping):
                    log.info("connected to Slack over Socket Mode")
                    stopping.wait()
                log.info("stopping")
            finally:
                resuming.stop()
                disconnect(handler.client)


def handler_of(app: App, app_token: str | None) -> SocketModeHandler:
    """What hands the app all that Slack sends over a connection, and notices within seconds that it broke."""
    return SocketModeHandler(app, app_token, trace_enabled=False, ping_interval=PING)


def connected(client: SocketModeClient, stopping: threading.Event) -> bool:
    """Connect to Slack, however long it cannot be reached; False where the process is asked to stop before that.

    Once connected, the client keeps the connection up by itself. Raises PracticeError, in the words of
    `practice doctor`, when Slack refuses the app-level token.
    """
    wait = FIRST_WAIT
    while not stopping.is_set():
        try:
            # The client's own way to ask sleeps where Slack says "later", and cannot be stopped meanwhile.
            client.wss_uri = str(client.web_client.apps_connections_open(app_token=client.app_token)["url"])
            client.connect()
            return True
        except BROKEN as error:
            log.warning("%s; it is tried again in %g s", _why(error, client.web_client.base_url), wait)
        stopping.wait(wait)
        wait = min(2 * wait, LONGEST_WAIT)
    return False


def disconnect(client: SocketModeClient) -> None:
    """Close the connection for good."""
    try:
        client.close()
    except AttributeError:
        # Slack hung up just then, and the client's own thread closed the same socket: what else there is, is open yet.
        client.close()


def _why(error: Exception, base_url: str) -> str:
    """Why there is no connection yet; raises PracticeError when waiting is of no use."""
    code = code_of(error) if isinstance(error, SlackApiError) else None
    if code is None:
        return ": ".join(unreachable(base_url, error))
    said, mend = refused(OPEN, code)
    if code not in {RATE_LIMITED, *TROUBLE}:
        raise PracticeError(f"{said}. To mend it: {mend}.") from error
    return said
