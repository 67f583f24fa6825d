"""What the doctor found, for a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from bot.doctor.findings import Finding, State


def finding_line(finding: Finding) -> str:
    """One finding on a line, with its mend behind it."""
    line = f"{finding.state:<8} {finding.check}: {finding.said.removesuffix('.')}"
    return f"{line}. To mend it: {finding.mend}." if finding.mend else f"{line}."


def findings_json(findings: Iterable[Finding]) -> dict[str, Any]:
    """`practice doctor --json`: every finding, and how many are problems."""
    listed = [asdict(finding) for finding in findings]
    return {"findings": listed, "problems": sum(finding["state"] is State.PROBLEM for finding in listed)}
