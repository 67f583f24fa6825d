"""The background worker: delivers the outbox, sends what is due, takes up what was left, forgets what need not stay."""

from __future__ import annotations

import logging
import threading
from contextlib import nullcontext
from datetime import datetime, timedelta

from bot.doctor.store import WORKER
from bot.leavers import Leavers
from bot.posting import Delivery
from bot.stopping import asked_to_stop
from bot.wiring.running import running_bot
from config.settings import Settings
from knowledge.domain.retention import GAPS_KEPT, TOLD_KEPT, UNDO_KEPT

log = logging.getLogger(__name__)

#: Seconds between two rounds.
ROUND = 60.0
#: How often it is looked whether contacts' accounts still work: one call to Slack for each of them.
LEAVERS_EVERY = timedelta(hours=1)


def work(settings: Settings, *, once: bool = False) -> None:
    """Do rounds until SIGTERM or SIGINT, or a single one with `once`. A failed round is logged and tried again."""
    with nullcontext(threading.Event()) if once else asked_to_stop() as stopping, running_bot(settings) as bot:
        log.info("working")
        leavers = Leavers(bot.parts.upkeep, bot.parts.people)
        leavers_looked: datetime | None = None
        while True:
            try:
                if not once:
                    bot.parts.posting.start()
                bot.knowledge.standing.beat(WORKER)
                planned = bot.parts.upkeep.plan()
                if leavers_looked is None or bot.knowledge.now() - leavers_looked >= LEAVERS_EVERY:
                    leavers.look()
                    leavers_looked = bot.knowledge.now()
                if once:
                    _empty(bot.parts.delivery)
                bot.knowledge.outbox.clean(TOLD_KEPT)
                bot.knowledge.gaps.clean(GAPS_KEPT)
                bot.knowledge.reload.forget_undo(bot.knowledge.now() - UNDO_KEPT)
                bot.knowledge.privacy.let_go()
                bot.knowledge.unanswered.let_go()
                resumed, forgotten = bot.parts.answering.resume(), bot.parts.answering.clean()
                said = "round done: %d questions taken up, %d deliveries forgotten, %d reminders planned"
                log.info(said, resumed, forgotten, planned)
            except Exception:
                if once:
                    raise
                log.exception("a round failed and is tried again")
            if once or stopping.wait(ROUND):
                return


def _empty(delivery: Delivery) -> None:
    """Deliver the outbox until nothing in it is due; keeps to Slack's pace."""
    while (again := delivery.round()) is not None:
        threading.Event().wait(again.total_seconds())
