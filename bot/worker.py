"""The background worker: takes up what was left unanswered and forgets what need not be remembered."""

from __future__ import annotations

import logging
import signal
import threading
from datetime import UTC, datetime, timedelta

from bot.doctor import WORKER
from bot.wiring import running_bot
from config.settings import Settings

log = logging.getLogger(__name__)

#: Seconds between two rounds.
ROUND = 60.0
#: How long it is remembered what was not found: long enough to see that something is asked for again and again.
GAPS_KEPT = timedelta(days=365)
#: How long a reload can be undone: what that needs holds contacts as they were before.
UNDO_KEPT = timedelta(days=30)


def work(settings: Settings, *, once: bool = False) -> None:
    """Do rounds until SIGTERM or SIGINT, or a single one with `once`. A failed round is logged and tried again."""
    stopping = threading.Event()
    if not once:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopping.set())
    with running_bot(settings) as bot:
        log.info("working")
        while True:
            try:
                bot.knowledge.standing.beat(WORKER)
                bot.knowledge.gaps.clean(GAPS_KEPT)
                bot.knowledge.reload.forget_undo(datetime.now(UTC) - UNDO_KEPT)
                resumed, forgotten = bot.parts.answering.resume(), bot.parts.answering.clean()
                log.info("round done: %d questions taken up, %d deliveries forgotten", resumed, forgotten)
            except Exception:
                if once:
                    raise
                log.exception("a round failed and is tried again")
            if once or stopping.wait(ROUND):
                return
