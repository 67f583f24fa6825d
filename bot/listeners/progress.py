"""Says how far long work is, in the place of one message, from a thread of its own: the work never waits for Slack."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import repeat

from bot.views.kit.blocks import SlackMessage
from knowledge.domain.reloading import Progress

log = logging.getLogger(__name__)

#: Seconds between two words of progress where a message of the bot's own is edited, as often as is wished.
OFTEN = 4.0
#: The same where only a reply address is there: it serves five times, of which one is for the outcome.
SELDOM = (3.0, 10.0, 40.0)


@contextmanager
def meanwhile(do: Callable[[], None], *, every: float) -> Iterator[None]:
    """Do this every so many seconds while the work goes on; the work neither waits for it nor fails with it."""
    ended = threading.Event()

    def run() -> None:
        while not ended.wait(every):
            try:
                do()
            except Exception as error:
                log.info("what is done meanwhile failed: %s", type(error).__name__)

    threading.Thread(target=run, name="meanwhile", daemon=True).start()
    try:
        yield
    finally:
        ended.set()


@contextmanager
def told_progress(
    tell: Callable[[SlackMessage], None],
    words: Callable[[str, int, int | None], SlackMessage],
    *,
    editable: bool,
    often: float = OFTEN,
    seldom: Sequence[float] = SELDOM,
) -> Iterator[Progress]:
    """Give what the work tells how far it is; told once at the start, then at these intervals until the work ends."""
    state: list[tuple[str, int, int | None]] = [("reading", 0, None)]
    ended = threading.Event()

    def say() -> None:
        try:
            tell(words(*state[0]))
        except Exception as error:
            # The work is worth more than the word of it.
            log.info("progress could not be told: %s", type(error).__name__)

    def run() -> None:
        said = state[0]
        for seconds in repeat(often) if editable else seldom:
            if ended.wait(seconds):
                return
            if state[0] != said:
                said = state[0]
                say()

    def progress(doing: str, done: int, of: int | None) -> None:
        state[0] = (doing, done, of)

    say()
    thread = threading.Thread(target=run, name="progress", daemon=True)
    thread.start()
    try:
        yield progress
    finally:
        ended.set()
        thread.join()
