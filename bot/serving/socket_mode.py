"""The connection of Socket Mode as it is first made: waited for, unless Slack refuses it for good."""

from __future__ import annotations

import logging
import threading

from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.builtin import SocketModeClient

from bot.slack.refusals import OPEN, RATE_LIMITED, TROUBLE, code_of, refused, unreachable
from bot.slack.replies import BROKEN
from knowledge.errors import PracticeError

log = logging.getLogger(__name__)

#: Seconds between two tries: twice as many after each, up to the longest.
FIRST_WAIT = 1.0
LONGEST_WAIT = 60.0


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
