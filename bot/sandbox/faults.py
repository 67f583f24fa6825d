"""Bad days of Slack, on request: the next calls of a method fail, drop, come late or answer rubbish."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Literal

ANY = "*"
RESPONSE_URL = "response_url"  # the name under which calls of response_urls are listed and broken


@dataclass(slots=True)
class Fault:
    """One kind of trouble for the next `times` calls of a method."""

    method: str
    kind: Literal["error", "status", "rubbish", "drop", "lose_answer", "delay"]
    times: int = 1
    error: str = ""
    status: int = 200
    seconds: float = 0.0
    retry_after: int | None = None


class Faults:
    """The troubles still to come, first planned first met."""

    def __init__(self) -> None:
        self._planned: list[Fault] = []
        self._lock = threading.Lock()

    def error(self, method: str, code: str, times: int = 1) -> None:
        """Answers `{"ok": false, "error": code}`, nothing done."""
        self._plan(Fault(method, "error", times, error=code))

    def status(self, method: str, status: int, times: int = 1, retry_after: int | None = None) -> None:
        """Answers with this HTTP status, nothing done; 429 with `retry_after` seconds."""
        self._plan(Fault(method, "status", times, status=status, retry_after=retry_after))

    def rubbish(self, method: str, times: int = 1, *, status: int = 200, retry_after: int | None = None) -> None:
        """Answers with a page, as whatever stands between would, nothing done."""
        self._plan(Fault(method, "rubbish", times, status=status, retry_after=retry_after))

    def drop(self, method: str, times: int = 1) -> None:
        """Closes the connection without an answer, nothing done."""
        self._plan(Fault(method, "drop", times))

    def lose_answer(self, method: str, times: int = 1) -> None:
        """Does what is asked, then closes the connection without an answer."""
        self._plan(Fault(method, "lose_answer", times))

    def delay(self, method: str, seconds: float, times: int = 1) -> None:
        """Does what is asked, late by so many seconds."""
        self._plan(Fault(method, "delay", times, seconds=seconds))

    def clear(self) -> None:
        """No more trouble."""
        with self._lock:
            self._planned.clear()

    def take(self, method: str) -> Fault | None:
        """The trouble that this call meets, if any."""
        with self._lock:
            for fault in self._planned:
                if fault.method in (method, ANY):
                    fault.times -= 1
                    if fault.times <= 0:
                        self._planned.remove(fault)
                    return fault
            return None

    def _plan(self, fault: Fault) -> None:
        with self._lock:
            self._planned.append(fault)
