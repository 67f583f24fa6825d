from __future__ import annotations

import signal

import pytest

from bot.signals import asked_to_stop

NUMBERS = (signal.SIGTERM, signal.SIGINT)


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
