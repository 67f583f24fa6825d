"""A store that can be read and not written, its disk being full, say: what needs no writing is done all the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, event

from bot.answering.inbox import Answering
from bot.payloads.asked import Asked
from bot.sandbox.server import StandInSlack
from knowledge.errors import StoreUnusable
from tests.journeys.conftest import Network, connected


def read_only(raw: sqlite3.Connection, _: object) -> None:
    raw.execute("PRAGMA query_only = ON")


def takes_nothing_more(engine: Engine) -> None:
    event.listen(engine, "connect", read_only)
    engine.dispose()


@pytest.fixture
def unwritable(network: Network) -> Iterator[Network]:
    """The store from now on."""
    engine = network.bot.knowledge.database.engine
    takes_nothing_more(engine)
    yield network
    event.remove(engine, "connect", read_only)
    engine.dispose()


@pytest.mark.parametrize(
    ("asked", "answer"),
    [("reverse mentoring", "“reverse mentoring”"), ("browse", "Youth justice"), ("privacy", "What is kept about you")],
)
def test_a_command_is_answered_although_it_cannot_be_kept(unwritable: Network, asked: str, answer: str) -> None:
    assert unwritable.ann.command(f"/practice {asked}").body == ""
    assert answer in unwritable.ann.last_reply().text


def test_a_form_is_not_begun_that_could_not_be_saved(unwritable: Network) -> None:
    unwritable.ann.command("/practice share")
    assert "cannot get at what it knows" in unwritable.ann.last_reply().text


def test_a_refused_answer_to_a_command_that_was_not_kept_ends_there(
    unwritable: Network, caplog: pytest.LogCaptureFixture
) -> None:
    unwritable.may_refuse |= {"response_url", "chat.postEphemeral", "chat.postMessage"}
    unwritable.slack.faults.status("response_url", 404)
    unwritable.slack.faults.error("chat.postEphemeral", "not_in_channel")
    unwritable.slack.faults.error("chat.postMessage", "messages_tab_disabled")
    unwritable.ann.command("/practice reverse mentoring")
    unwritable.slack.wait_for(lambda: "an answer was refused" in caplog.text, what="the line in the log")


def test_who_may_have_no_answer_to_a_command_that_was_not_kept_is_told(unwritable: Network) -> None:
    unwritable.may_refuse |= {"response_url", "chat.postEphemeral", "chat.postMessage"}
    unwritable.slack.faults.drop("response_url")
    unwritable.slack.faults.drop("chat.postEphemeral")
    unwritable.slack.faults.drop("chat.postMessage")
    unwritable.ann.command("/practice reverse mentoring")
    assert "Slack broke off" in unwritable.ann.last_reply().text


@pytest.mark.parametrize("mention", [False, True], ids=["message", "mention"])
def test_an_event_that_is_never_kept_is_answered_when_slack_brings_it_for_the_last_time(
    network: Network, monkeypatch: pytest.MonkeyPatch, mention: bool
) -> None:
    tries: list[str] = []

    def full(answering: Answering, asked: Asked) -> bool:
        tries.append(asked.key)
        raise StoreUnusable("The database cannot grow: the disk is full.")

    monkeypatch.setattr(Answering, "receive", full)
    ask = network.ann.mentions_bot if mention else network.ann.messages_bot
    ask("reverse mentoring")
    assert "reverse mentoring" in network.ann.last_reply().text
    assert len(tries) == 4
    assert len(set(tries)) == 1


def test_what_cannot_be_saved_at_the_end_does_not_keep_the_bot_from_stopping_in_words(
    slack: StandInSlack, store_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with connected(slack, store_url) as network:
        network.ann.command("/practice reverse mentoring")
        network.ann.last_reply()
        takes_nothing_more(network.bot.knowledge.database.engine)
    (said,) = [one for one in caplog.records if "could not be saved" in one.message]
    assert not said.exc_info
