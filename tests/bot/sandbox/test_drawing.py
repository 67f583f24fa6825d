"""Blocks drawn as HTML: what a person reads, escaped, and an error for what cannot be drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.sandbox.blocks.layout import BLOCKS
from bot.sandbox.drawing import DRAWERS, draw, draw_block, file_node
from bot.sandbox.mrkdwn import mrkdwn
from bot.sandbox.nodes import Control, Node, inner_html, to_html
from bot.sandbox.records import File

HOSTILE = '<script>alert(1)</script><img src=x onerror="x">'


PICTURE = File("F1", "a.png", b"PNG", "image/png", "UBOT", "http://127.0.0.1/a.png", alt_txt=HOSTILE)


class Names:
    def user(self, user_id: str) -> str:
        return {"U1": "Ann Okoro"}.get(user_id, user_id)

    def channel(self, channel_id: str) -> str:
        return {"C1": "general"}.get(channel_id, channel_id)


def shown(text: str) -> str:
    return inner_html(mrkdwn(text, Names()))


def html_of(block: dict[str, Any]) -> str:
    return to_html(draw_block(block, Names()))


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("*bold* and _thin_ and ~gone~", "<strong>bold</strong> and <em>thin</em> and <s>gone</s>"),
        ("*_both_*", "<strong><em>both</em></strong>"),
        ("2*3*4 snake_case_name", "2*3*4 snake_case_name"),
        ("* not bold*", "* not bold*"),
        ("`a *b* c`", "<code>a *b* c</code>"),
        ("```\nx > y\n```", "<pre>x &gt; y</pre>"),
        ("one\ntwo", "one<br>two"),
        ("&gt; said\n&gt; so\nthen", "<blockquote>said<br>so</blockquote>then"),
        ("R&amp;D &lt;now&gt;", "R&amp;D &lt;now&gt;"),
        ("&amp;lt;", "&amp;lt;"),
        ("<@U1> in <#C1>", '<span class="pf-mention">@Ann Okoro</span> in <span class="pf-mention">#general</span>'),
        ("<!here>", '<span class="pf-mention">@here</span>'),
        ("<!date^1767225600^{date_num}|x>", "<span>2026-01-01</span>"),
        ("<!date^1767225600|x>", "<span>x</span>"),
        ("<!date^soon^{date_num}|x>", "<span>x</span>"),
        (
            "<!date^1767225600^{date_num}^https://example.org|x>",
            '<a href="https://example.org" target="_blank" rel="noopener noreferrer">2026-01-01</a>',
        ),
    ],
)
def test_mrkdwn_is_read_as_slack_reads_it(written: str, html: str) -> None:
    assert shown(written) == html


def test_a_link_shows_its_label_and_opens_elsewhere() -> None:
    link = shown("<https://example.org/?a=1&amp;b=2|the source>")
    assert link == (
        '<a href="https://example.org/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">the source</a>'
    )


def test_an_address_that_is_no_web_page_is_no_link() -> None:
    assert shown("<javascript:alert(1)|press me>") == "<span>press me</span>"


@pytest.mark.parametrize(
    "block",
    [
        {"type": "section", "text": {"type": "mrkdwn", "text": HOSTILE}},
        {"type": "section", "text": {"type": "plain_text", "text": HOSTILE}},
        {"type": "section", "fields": [{"type": "mrkdwn", "text": f"*{HOSTILE}*"}]},
        {"type": "header", "text": {"type": "plain_text", "text": HOSTILE}},
        {"type": "context", "elements": [{"type": "plain_text", "text": HOSTILE}]},
        {"type": "image", "image_url": "https://e.org", "alt_text": HOSTILE},
        {"type": "markdown", "text": HOSTILE},
        {"type": "table", "rows": [[{"type": "raw_text", "text": HOSTILE}]]},
        {"type": "alert", "text": {"type": "plain_text", "text": HOSTILE}},
        {"type": HOSTILE},
        {
            "type": "rich_text",
            "elements": [{"type": "rich_text_preformatted", "elements": [{"type": "text", "text": HOSTILE}]}],
        },
    ],
)
def test_nothing_that_is_written_becomes_html(block: dict[str, Any]) -> None:
    drawn = html_of(block)
    assert "<script" not in drawn
    assert "<img" not in drawn


def test_pictures_are_never_fetched() -> None:
    drawn = html_of({"type": "image", "image_url": "https://example.org/a.png", "alt_text": "A chart"})
    assert "example.org" not in drawn
    assert "A chart" in drawn


def test_rich_text_is_drawn_with_lists_quotes_and_styles() -> None:
    bold = {"type": "text", "text": "bold", "style": {"bold": True}}
    link = {"type": "link", "url": "https://example.org", "text": "here"}
    blocks = [
        {
            "type": "rich_text",
            "elements": [
                {
                    "type": "rich_text_list",
                    "style": "bullet",
                    "elements": [{"type": "rich_text_section", "elements": [bold]}],
                },
                {"type": "rich_text_quote", "elements": [link, {"type": "user", "user_id": "U1"}]},
            ],
        }
    ]
    html = to_html(draw(blocks, Names())[0])
    assert "<li><strong>bold</strong></li>" in html
    assert '<blockquote><a href="https://example.org"' in html
    assert "@Ann Okoro" in html


@pytest.mark.parametrize("kind", [*sorted(set(BLOCKS) - set(DRAWERS)), "shout"])
def test_a_block_that_cannot_be_drawn_says_so(kind: str) -> None:
    drawn = html_of({"type": kind})
    assert f"This {kind} block cannot be drawn" in drawn
    assert 'role="alert"' in drawn


def test_a_broken_block_says_so_too() -> None:
    assert "cannot be drawn" in html_of({"type": "header"})


def test_what_can_be_used_stands_in_the_tree_as_a_control() -> None:
    button = {"type": "button", "action_id": "open", "text": {"type": "plain_text", "text": "Open"}}
    tree = draw_block({"type": "actions", "elements": [button]}, Names())
    assert isinstance(tree, Node)
    assert not tree.is_still
    assert [child.kind for child in tree.children if isinstance(child, Control)] == ["button"]


def test_a_picture_is_shown_with_the_words_that_are_read_out_for_it() -> None:
    html = to_html(file_node(PICTURE))
    assert '<img src="data:image/png;base64,UE5H" alt="&lt;script&gt;' in html
    assert "Read out in its place: &lt;script&gt;" in html
    assert "<script" not in html


def test_a_picture_without_words_says_so_and_every_file_can_be_saved() -> None:
    assert "It has no words" in to_html(file_node(replace(PICTURE, alt_txt="")))
    assert to_html(file_node(replace(PICTURE, name='"a".csv', mimetype="text/csv"))) == (
        '<div class="pf-file"><a href="data:text/csv;base64,UE5H" download="&quot;a&quot;.csv">'
        "Save &quot;a&quot;.csv</a>, 3 bytes</div>"
    )
