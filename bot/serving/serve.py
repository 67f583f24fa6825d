"""Where serving begins: the address and the store are looked at first, so that what is wrong is said once, in words."""

from __future__ import annotations

from contextlib import closing

from bot.serving.address import require_address
from bot.wiring.knowledge import Knowledge
from bot.wiring.running import make_ready_to_run
from config.settings import Settings


def serve(settings: Settings) -> None:
    """Serve until asked to stop: over Socket Mode when an app-level token is set, over HTTP otherwise.

    Raises PracticeError, before anything is served, when the address or the store cannot be used.
    """
    require_address(settings)
    _look_at_store(settings)
    if settings.socket_mode:
        from bot.serving.socket_mode import serve_socket

        serve_socket(settings)
    else:
        from bot.serving.http import Gunicorn

        Gunicorn(settings).run()


def _look_at_store(settings: Settings) -> None:
    """Make the store ready before the workers need it: what is wrong is said once, and not by each that fails."""
    with closing(Knowledge(settings)) as knowledge:
        make_ready_to_run(knowledge)
        knowledge.keyring.use()
