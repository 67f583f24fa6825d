"""What the doctor notes about one thing that it looked at, and how that is said on a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class State(StrEnum):
    """How a thing stands; what could not be looked at is skipped, with the reason."""

    OK = "ok"
    PROBLEM = "problem"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at, what was found in plain words, and what to do about it."""

    check: str
    state: State
    said: str
    mend: str | None = None


def finding_line(finding: Finding) -> str:
    """One finding on a line, with its mend behind it."""
    line = f"{finding.state:<8} {finding.check}: {finding.said.removesuffix('.')}"
    return f"{line}. To mend it: {finding.mend}." if finding.mend else f"{line}."


def findings_json(findings: Iterable[Finding]) -> dict[str, Any]:
    """`practice doctor --json`: every finding, and how many are problems."""
    listed = [asdict(finding) for finding in findings]
    return {"findings": listed, "problems": sum(finding["state"] is State.PROBLEM for finding in listed)}
