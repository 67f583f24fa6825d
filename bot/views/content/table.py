"""An initiative as a row of a table, for CSV and spreadsheets; no cell can be taken for a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from knowledge.domain.authority import Register
from knowledge.domain.initiative import Initiative, Resource

HEADINGS = (
    "id", "authority", "region", "nation", "title", "summary", "impact", "evidence", "categories", "themes", "year",
    "checked", "visibility", "contacts", "resources", "source", "source_url", "source_read",
)  # fmt: skip

#: What a spreadsheet takes for the start of a formula (OWASP, "CSV Injection"), also in full width, also after blanks.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
#: Characters that end a file for some programs and that no text needs.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def table_row(initiative: Initiative, register: Register) -> list[str]:
    """The cells under `HEADINGS`; what there are several of is joined with semicolons."""
    authority = register.get(initiative.authority)
    return [
        safe(initiative.id),
        safe(initiative.authority),
        safe(authority.region if authority else None),
        safe(authority.nation if authority else None),
        safe(initiative.title),
        safe(initiative.summary),
        safe(initiative.impact),
        safe(initiative.evidence.value),
        _joined(category.value for category in initiative.categories),
        _joined(initiative.themes),
        safe(initiative.year),
        safe(_day(initiative.checked)),
        safe(initiative.visibility.value),
        _joined(", ".join(contact.details) for contact in initiative.contacts),
        _joined(_resource(resource) for resource in initiative.resources),
        safe(initiative.source.title),
        safe(initiative.source.url),
        safe(_day(initiative.source.read)),
    ]


def safe(text: str | None) -> str:
    """`text` as it may stand in a cell: an apostrophe keeps a spreadsheet from running what looks like a formula."""
    text = _CONTROLS.sub("", text or "")
    return f"'{text}" if _FORMULA.match(text) else text


def _joined(parts: Iterable[str]) -> str:
    # Each part is made safe by itself: opened with semicolons as separators, each becomes a cell of its own.
    return "; ".join(safe(part) for part in parts)


def _resource(resource: Resource) -> str:
    return f"{resource.title} ({resource.url})" if resource.url else resource.title


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
