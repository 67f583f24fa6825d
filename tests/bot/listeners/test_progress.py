"""Word of how far a long piece of work is, which never holds the work up nor breaks it."""

from __future__ import annotations

import threading

import pytest

from bot.listeners.progress import meanwhile, told_progress
from bot.views.kit.blocks import SlackMessage

PATIENCE = 20.0


def words(doing: str, done: int, of: int | None) -> SlackMessage:
    return SlackMessage(f"{doing} {done} of {of}", ())


@pytest.mark.parametrize("editable", [True, False])
def test_how_far_it_is_is_told_once_more_when_it_went_on_and_only_then(*, editable: bool) -> None:
    said: list[str] = []
    news = threading.Event()

    def tell(message: SlackMessage) -> None:
        said.append(message.said)
        if "300" in message.said:
            news.set()

    with told_progress(tell, words, editable=editable, often=0.001, seldom=[0.001] * 9999) as progress:
        threading.Event().wait(0.05)
        assert said == ["reading 0 of None"]
        progress("reading", 300, 900)
        assert news.wait(PATIENCE)
        threading.Event().wait(0.05)
    assert said == ["reading 0 of None", "reading 300 of 900"]


def test_work_goes_on_where_word_of_it_cannot_be_told() -> None:
    tried: list[str] = []
    again = threading.Event()

    def broken(message: SlackMessage) -> None:
        tried.append(message.said)
        if len(tried) > 1:
            again.set()
        raise RuntimeError("Slack is away")

    with told_progress(broken, words, editable=True, often=0.001) as progress:
        progress("reading", 300, 900)
        assert again.wait(PATIENCE)


def test_what_is_done_meanwhile_is_done_again_after_it_failed() -> None:
    tried: list[int] = []
    again = threading.Event()

    def broken() -> None:
        tried.append(1)
        if len(tried) > 1:
            again.set()
        raise RuntimeError("the database is away")

    with meanwhile(broken, every=0.001):
        assert again.wait(PATIENCE)
