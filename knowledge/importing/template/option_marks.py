"""The marks that people put beside the form's options: ticks, crosses, boxes and words."""

from __future__ import annotations

import re

_TICK_MARKS = "☑☒✓✔✅🗹🗸√⊠■✗✘❌◉⦿"
_BOX_MARKS = "☐□▢❏❑◻⬜▫○◯"
CROSSED = re.compile(r"[✗✘❌]|(?:^|\s|[\[(])[xX](?:\s|$|[\])])")
TICKED_SIGNS = "✓✔☑√✅🗹🗸"
MARKS = re.compile(
    rf"[{_TICK_MARKS}{_BOX_MARKS}]\ufe0f?|[\[(]\s*(?:[xXyY✓✔√]|yes|Yes|tick(?:ed)?|Tick(?:ed)?)\s*[\])]|[\[(]\s*_*\s*[\])]"
    rf"|(?<![\w&])[xX](?![\w&])|(?<!\w)(?:yes|no|Yes|No|YES|NO|Y|N)(?!\w)"
)


def is_ticked(mark: str) -> bool:
    """Whether a mark beside an option says that it is meant."""
    inner = mark.strip("[]() _\ufe0f")
    return bool(inner) and inner not in _BOX_MARKS and inner.lower() not in ("no", "n")
