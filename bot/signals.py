"""What SIGTERM, Ctrl-C and a closed terminal do: they end a command in order, and ask a running process to stop."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import FrameType

INTERRUPTED = "Interrupted: what was not finished is not saved."


class Terminated(KeyboardInterrupt):
    """SIGTERM or SIGHUP (`number`): whoever runs the command wants it to end, as a person does who presses Ctrl-C."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """SIGTERM and a closed terminal end the block as Ctrl-C does, rather than the process without a word.

    What was begun is then cleared away: a file half written, or a copy of the store.
    """

    def end(number: int, frame: FrameType | None) -> None:
        raise Terminated(number)

    with _handled((signal.SIGTERM, *_closed_terminal()), end):
        yield


def status_of(interrupt: KeyboardInterrupt) -> int:
    """What shells and schedulers know an interrupted command by: 128 and the number of the signal."""
    return 128 + (interrupt.number if isinstance(interrupt, Terminated) else signal.SIGINT)


@contextmanager
def asked_to_stop() -> Iterator[threading.Event]:
    """What is set by SIGTERM, Ctrl-C and a closed terminal while the block runs; then these do again what they did."""
    stopping = threading.Event()
    with _handled((signal.SIGTERM, signal.SIGINT, *_closed_terminal()), lambda *_: stopping.set()):
        yield stopping


@contextmanager
def terminated_with_the_terminal() -> Iterator[None]:
    """A closed terminal is a SIGTERM while the block runs: for a server that knows no other."""
    with _handled(_closed_terminal(), lambda *_: signal.raise_signal(signal.SIGTERM)):
        yield


def _closed_terminal() -> tuple[int, ...]:
    """SIGHUP, where the system has it and the command was not started to outlive its terminal (`nohup`)."""
    number: int | None = getattr(signal, "SIGHUP", None)
    return () if number is None or signal.getsignal(number) is signal.SIG_IGN else (number,)


@contextmanager
def _handled(numbers: Iterable[int], handler: Callable[[int, FrameType | None], object]) -> Iterator[None]:
    before = {number: signal.signal(number, handler) for number in numbers}
    try:
        yield
    finally:
        for number, handler_before in before.items():
            signal.signal(number, handler_before)
