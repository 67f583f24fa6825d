"""A whole initiative, opened."""

from __future__ import annotations

from bot.sandbox.blocks.surfaces import walk
from bot.views.content.initiative import initiative_modal
from tests.factories import LISTS, an_initiative


def test_nothing_of_what_is_done_is_cut_whatever_letters_it_is_of() -> None:
    summary = "🤝" * 3000
    modal = initiative_modal(an_initiative(summary=summary), LISTS)
    texts = [
        element["text"]
        for block in modal["blocks"]
        if block["type"] == "rich_text"
        for section in block["elements"]
        for element in section["elements"]
        if element["type"] == "text"
    ]
    assert summary in "".join(texts)


def test_its_source_is_a_link_and_nothing_is_parted_before_it_begins() -> None:
    modal = initiative_modal(an_initiative(), LISTS)
    assert modal["blocks"][0]["type"] != "divider"
    source = an_initiative().source
    links = [(item["text"], item["url"]) for item in walk(modal["blocks"]) if item.get("type") == "link"]
    assert (source.title, source.url) in links
