"""Rich text: sections, lists, quotes and preformatted text, whose leaves are literal."""

from __future__ import annotations

from typing import Any

from bot.sandbox.blocks.checking import Check, Rule, Shape, anything, boolean, integer, items, one_of, string, url

STYLES = ("bold", "italic", "strike", "code", "underline", "highlight", "client_highlight", "unlink")
STYLE = Shape({}, dict.fromkeys(STYLES, boolean))
LEAF: dict[str, Shape] = {
    "text": Shape({"text": string(40_000)}, {"style": STYLE}),
    "link": Shape({"url": url()}, {"text": string(40_000), "style": STYLE, "unsafe": boolean}),
    "emoji": Shape({"name": string(100)}, {"unicode": string(100), "skin_tone": integer(1, 6), "style": STYLE}),
    "user": Shape({"user_id": string(30)}, {"style": STYLE}),
    "usergroup": Shape({"usergroup_id": string(30)}, {"style": STYLE}),
    "channel": Shape({"channel_id": string(30)}, {"style": STYLE}),
    "broadcast": Shape({"range": one_of("here", "channel", "everyone")}, {"style": STYLE}),
    "date": Shape(
        {"timestamp": anything, "format": string(200)}, {"url": url(), "fallback": string(500), "style": STYLE}
    ),
    "color": Shape({"value": string(7, pattern=r"#[0-9A-Fa-f]{6}", form="a colour #RRGGBB")}, {"style": STYLE}),
}


def leaf(check: Check, value: Any, path: str) -> None:
    """One run of text, link, mention or the like."""
    kind = value.get("type") if isinstance(value, dict) else None
    shape = LEAF.get(kind) if isinstance(kind, str) else None
    if shape is None:
        check.wrong(path, f"unsupported type: {kind}")
    else:
        shape(check, value, path)


def _part(parts: dict[str, Shape]) -> Rule:
    def rule(check: Check, value: Any, path: str) -> None:
        kind = value.get("type") if isinstance(value, dict) else None
        shape = parts.get(kind) if isinstance(kind, str) else None
        if shape is None:
            check.wrong(path, f"unsupported type: {kind}")
        else:
            shape(check, value, path)

    return rule


LEAVES = items(leaf, 10_000, 0)
SECTION = Shape({"elements": LEAVES})
PARTS: dict[str, Shape] = {
    "rich_text_section": SECTION,
    "rich_text_list": Shape(
        {"style": one_of("bullet", "ordered"), "elements": items(_part({"rich_text_section": SECTION}), 10_000)},
        {"indent": integer(0, 8), "offset": integer(0, 100_000), "border": integer(0, 1)},
    ),
    "rich_text_quote": Shape({"elements": LEAVES}, {"border": integer(0, 1)}),
    "rich_text_preformatted": Shape({"elements": LEAVES}, {"border": integer(0, 1), "language": string(50)}),
}
RICH_TEXT_PART = _part(PARTS)
