from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest

from bot.signals import Terminated, asked_to_stop, ended_by_signals, terminated_with_the_terminal

NUMBERS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


@pytest.fixture
def _outlives_its_terminal() -> Iterator[None]:
    """A process that was started with `nohup`."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_signal_asks_to_stop_and_ends_nothing(number: signal.Signals) -> None:
    with asked_to_stop() as stopping:
        assert not stopping.is_set()
        signal.raise_signal(number)
        assert stopping.is_set()


def test_signals_do_what_they_did_once_it_is_over_however_it_ended() -> None:
    before = [signal.getsignal(number) for number in NUMBERS]
    with pytest.raises(ValueError, match="broken"), asked_to_stop():
        raise ValueError("broken")
    assert [signal.getsignal(number) for number in NUMBERS] == before


def test_a_server_that_knows_sigterm_only_is_ended_with_its_terminal() -> None:
    with asked_to_stop() as stopping, terminated_with_the_terminal():
        signal.raise_signal(signal.SIGHUP)
        assert stopping.is_set()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_that_ends_a_block_is_told_by_its_number(number: signal.Signals) -> None:
    with pytest.raises(Terminated) as ended, ended_by_signals():
        signal.raise_signal(number)
    assert ended.value.number == number


@pytest.mark.usefixtures("_outlives_its_terminal")
@pytest.mark.parametrize("block", [asked_to_stop, ended_by_signals, terminated_with_the_terminal])
def test_what_was_started_to_outlive_its_terminal_does(block: Callable[[], AbstractContextManager[object]]) -> None:
    with block():
        signal.raise_signal(signal.SIGHUP)
