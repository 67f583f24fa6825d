"""The one window that only says something: what came of a press or a form, or why nothing did."""

from __future__ import annotations

from collections.abc import Sequence

from bot.names import View
from bot.views.kit.blocks import Block, modal, rich_text
from bot.views.kit.lines import Line, bold, line, paragraphs


def notice_modal(title: str, lines: Sequence[Line], *, typed: str = "", ends: bool = False) -> Block:
    """Something to be told. `typed` is shown where it could not be used, so that nobody types it twice.

    `ends`: with it the windows below are done with and close too; else closing it leads back to them.
    """
    if typed:
        lines = [*lines, line(""), line(bold("What you wrote")), *paragraphs(typed)]
    view = modal(title, rich_text(lines), callback_id=View.NOTICE)
    return view | {"clear_on_close": True} if ends else view
