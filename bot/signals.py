"""What SIGTERM and Ctrl-C do: they end a command with a status of its own, and ask a running process to stop."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

INTERRUPTED = "Interrupted: what was not finished is not saved."


class Terminated(KeyboardInterrupt):
    """SIGTERM: whoever runs the command wants it to end, as a person does who presses Ctrl-C."""


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """SIGTERM ends the block as Ctrl-C does, rather than the process without a word."""

    def end(number: int, frame: FrameType | None) -> None:
        raise Terminated

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def status_of(interrupt: KeyboardInterrupt) -> int:
    """What shells and schedulers know an interrupted command by: 128 and the number of the signal."""
    return 128 + (signal.SIGTERM if isinstance(interrupt, Terminated) else signal.SIGINT)


@contextmanager
def asked_to_stop() -> Iterator[threading.Event]:
    """What is set by SIGTERM and by SIGINT (Ctrl-C) while the block runs; afterwards these do again what they did."""
    stopping = threading.Event()
    numbers = (signal.SIGTERM, signal.SIGINT)
    before = [signal.signal(number, lambda *_: stopping.set()) for number in numbers]
    try:
        yield stopping
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)
