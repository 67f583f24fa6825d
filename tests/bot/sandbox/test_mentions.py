"""What in a message would wake somebody, and where its links really lead."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.mentions import disguised_links, links, notifications
from bot.sandbox.records import PostedMessage


def message(text: str = "", blocks: list[dict[str, Any]] | None = None, **more: Any) -> PostedMessage:
    return PostedMessage("1.000001", "C1", "U1", text, 1, blocks=blocks or [], **more)


def section(text: str, kind: str = "mrkdwn") -> list[dict[str, Any]]:
    return [{"type": "section", "text": {"type": kind, "text": text}}]


@pytest.mark.parametrize(
    "live", ["<!channel>", "<!here|here>", "<!everyone>", "<!subteam^S1|team>", "<@U1>", "<@U1|ann>"]
)
def test_a_live_mention_in_text_or_blocks_notifies(live: str) -> None:
    assert notifications(message(f"hello {live}")) == [live]
    assert notifications(message("", section(live))) == [live]


@pytest.mark.parametrize(
    "dead", ["&lt;!channel&gt;", "@channel", "ann@here.example", "<#C1|general>", "<https://e.org|x>"]
)
def test_quoted_words_notify_nobody(dead: str) -> None:
    assert notifications(message(dead, section(dead))) == []


def test_plain_text_is_never_live() -> None:
    assert notifications(message("", section("<!channel>", "plain_text"))) == []
    assert notifications(message("<!channel>", mrkdwn=False)) == []


def test_bare_names_are_live_where_names_are_linked() -> None:
    assert notifications(message("@here now", link_names=True)) == ["@here"]


def test_rich_text_mentions_notify() -> None:
    leaf = {"type": "broadcast", "range": "here"}
    blocks = [{"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [leaf]}]}]
    assert notifications(message("", blocks)) == ["broadcast here"]


def test_links_are_found_in_every_place_that_holds_one() -> None:
    leaf = {"type": "link", "url": "https://c.org", "text": "c"}
    blocks = [*section("<https://b.org>"), {"type": "rich_text", "elements": [{"type": "x", "elements": [leaf]}]}]
    found = links(message("<https://a.org|a> <!date^0^{date}^https://d.org|x>", blocks))
    assert {link.url for link in found} == {"https://a.org", "https://b.org", "https://c.org", "https://d.org"}


@pytest.mark.parametrize(
    ("label", "disguised"),
    [
        ("gov.uk", True),
        ("https://www.gov.uk/x", True),
        ("evil.example", False),
        ("Read the source", False),
        ("e.g. this", False),
    ],
)
def test_a_label_that_names_another_site_is_a_disguise(label: str, disguised: bool) -> None:
    assert bool(disguised_links(message(f"<https://evil.example/x|{label}>"))) is disguised
