"""Inputs as Slack is given them."""

from __future__ import annotations

from bot.views.kit.inputs import option, select


def test_what_is_chosen_stands_in_the_order_in_which_it_was_chosen() -> None:
    options = [option(name, name) for name in ("apples", "pears", "plums")]
    shown = select("fruit", options, ["plums", "apples", "of another list", "plums"], several=True)
    assert [one["value"] for one in shown["initial_options"]] == ["plums", "apples"]
    assert [one["value"] for one in shown["options"]] == ["apples", "pears", "plums"]
