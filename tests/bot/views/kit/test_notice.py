"""A window that only says something."""

from __future__ import annotations

from bot.names import View
from bot.views.kit.lines import line
from bot.views.kit.notice import notice_modal


def test_what_was_typed_in_vain_is_shown_below_what_is_said() -> None:
    said = str(notice_modal("Review", [line("It was published meanwhile.")], typed="Say more.\n\nMuch more."))
    places = [said.index(each) for each in ("published meanwhile", "What you wrote", "Say more.", "Much more.")]
    assert places == sorted(places)


def test_closing_it_leads_back_to_the_windows_below_unless_they_are_done_with() -> None:
    lines = [line("Not now.")]
    stays, ends = notice_modal("Not done", lines), notice_modal("Done", lines, ends=True)
    assert (stays["callback_id"], ends["callback_id"]) == (View.NOTICE, View.NOTICE)
    assert "clear_on_close" not in stays
    assert ends["clear_on_close"]
