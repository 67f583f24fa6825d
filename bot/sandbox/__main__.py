"""`python -m bot.sandbox [PORT]`: the sandbox without opening a browser; for the browser tests and the pictures."""

from __future__ import annotations

import sys

from bot.sandbox.practice import run_practice_sandbox


def say(address: str) -> None:
    """Prints the address at once, for whoever waits for it."""
    print(address, flush=True)


if __name__ in {"__main__", "__mp_main__"}:
    run_practice_sandbox(port=int(sys.argv[1]) if len(sys.argv) > 1 else 0, show=False, announce=say)
