"""What people are told reaches them once, whatever breaks: lost answers, slow-downs, archived channels, kill -9."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.sandbox.finding import buttons
from bot.sandbox.records import PostedMessage
from bot.sandbox.server import StandInSlack
from bot.wiring.knowledge import Knowledge
from config.settings import read_settings
from knowledge.domain.contribution import ContributionState
from knowledge.domain.days import utc_now
from knowledge.domain.member import Member, Role
from knowledge.domain.outbox import CHANNELS, Message, MessageKind, PostingState
from knowledge.store.contribution_tables import OutboxRow
from tests.journeys.conftest import Network, connected, settings_for
from tests.journeys.reviewing import CONTENT, card, gets
from tests.journeys.test_processes import (
    PRACTICE,
    START,
    answers,
    free_port,
    health,
    running,
    two_minutes_pass,
    wait_until,
)

PEOPLE: dict[str, Any] = {"PRACTICE_ADMINS": "UADMIN", "PRACTICE_REVIEWERS": "ULEAD", "PRACTICE_CHANNEL": "CYOUTH"}
NEWS = "New in Practice Finder"


@pytest.fixture
def network(slack: StandInSlack, store_url: str) -> Iterator[Network]:
    with connected(slack, store_url, **PEOPLE) as network:
        yield network


def announces(network: Network) -> str:
    """Something is published that the channel is to hear of; returns the key of the message."""
    found = network.bot.parts.find.answer("reverse mentoring").results[0].initiative.id
    told = Message(f"announced:{found}", MessageKind.ANNOUNCED, CHANNELS, found)
    network.bot.knowledge.contributions.write(lambda tx: tx.tell(told, at=utc_now()))
    network.bot.parts.postman.kick()
    return found


def announced(slack: StandInSlack) -> list[PostedMessage]:
    return [each for each in slack.person("ann").sees("CYOUTH") if NEWS in each.text]


def test_an_announcement_whose_answer_was_lost_stands_once_and_an_admin_settles_it(network: Network) -> None:
    ade = network.slack.person("ade")
    network.slack.faults.lose_answer("chat.postMessage")
    announces(network)
    shown = gets(ade, "may or may not have arrived")
    assert len(announced(network.slack)) == 1
    assert buttons(shown) == ["It arrived", "Send again"]
    ade.clicks(shown, "It arrived")
    gets(ade, "it is not sent again")
    assert len(announced(network.slack)) == 1
    assert network.bot.knowledge.outbox.unsettled() == ()


def test_an_admin_can_have_it_sent_again_and_nobody_else_can(network: Network) -> None:
    ade = network.slack.person("ade")
    network.slack.faults.drop("chat.postMessage")
    found = announces(network)
    shown = gets(ade, "may or may not have arrived")
    key = next(iter(network.bot.knowledge.outbox.unsettled())).message.key
    with pytest.raises(Exception, match="Only an admin"):
        network.bot.parts.settling.settle(Member(frozenset({Role.LEAD}), key="T1:ULEAD"), key, arrived=False)
    ade.clicks(shown, "Send again")
    network.ann.wait_for(lambda: announced(network.slack), what="the announcement")
    about = network.bot.knowledge.outbox.about
    wait_until(
        lambda: {one.state for one in about(MessageKind.ANNOUNCED, found)} == {PostingState.DONE}, "the note of it"
    )
    assert len(announced(network.slack)) == 1


def test_an_archived_channel_is_told_to_an_admin_once_with_how_to_mend_it(network: Network) -> None:
    ade = network.slack.person("ade")
    network.may_refuse.add("chat.postMessage")
    network.slack.workspace.channel("CYOUTH").archived = True
    announces(network)
    shown = gets(ade, "could not be posted: is_archived")
    assert "Unarchive it" in ade.reads(shown)
    network.bot.parts.delivery.round()
    network.bot.parts.delivery.round()
    assert len([each for each in ade.sees("im") if "is_archived" in each.text]) == 1
    network.slack.workspace.channel("CYOUTH").archived = False
    ade.command("/practice review")
    ade.clicks(ade.answer(), "Send again")
    network.ann.wait_for(lambda: announced(network.slack), what="the announcement")
    assert len(announced(network.slack)) == 1


def test_a_slow_down_is_obeyed_and_the_message_is_sent_once_afterwards(slack: StandInSlack, store_url: str) -> None:
    late = timedelta()
    with connected(slack, store_url, now=lambda: utc_now() + late, **PEOPLE) as network:
        network.may_refuse.add("chat.postMessage")
        slack.faults.status("chat.postMessage", 429, retry_after=30)
        announces(network)

        def posts() -> int:
            return len([call for call in slack.workspace.calls if call.method == "chat.postMessage"])

        network.ann.wait_for(lambda: posts() == 1, what="the first try")
        for _ in range(3):
            network.bot.parts.delivery.round()
        assert posts() == 1
        late = timedelta(seconds=31)
        network.bot.parts.postman.kick()
        network.ann.wait_for(lambda: announced(slack) and posts() == 2, what="the announcement")
        network.bot.parts.delivery.round()
        assert posts() == 2


@dataclass
class Processes:
    """The bot run for real, with the store at hand."""

    slack: StandInSlack
    environment: dict[str, str]
    knowledge: Knowledge
    log: Path

    def publishes(self) -> str:
        """Ann shares and Lena publishes, while no process of the bot runs; returns the initiative."""
        sent = self.sends()
        done = self.knowledge.review.publish(self.member("ULEAD", Role.REVIEWER), sent)
        assert done.initiative
        return done.initiative

    def sends(self) -> str:
        ann = self.member("UANN")
        theme = self.knowledge.find.lists.themes[0].slug
        draft = self.knowledge.share.start(ann)
        return self.knowledge.share.submit(ann, draft.id, replace(CONTENT, themes=(theme,))).id

    def member(self, user: str, *roles: Role) -> Member:
        return Member(frozenset({Role.READER, *roles}), key=f"{self.slack.workspace.team.id}:{user}")

    def state(self, initiative: str) -> set[PostingState]:
        return {one.state for one in self.knowledge.outbox.about(MessageKind.ANNOUNCED, initiative)}

    @contextmanager
    def worker(self) -> Iterator[int]:
        with running([*PRACTICE, "work"], self.environment, self.log) as process:
            yield process.pid

    @contextmanager
    def server(self) -> Iterator[int]:
        with running([*PRACTICE, "serve"], self.environment, self.log) as process:
            wait_until(lambda: answers(health(self.environment, "readyz")), "readiness")
            self.slack.connect(health(self.environment, "slack/events"))
            yield process.pid


def kill(pid: int) -> None:
    """kill -9 of the process and all it started."""
    os.killpg(pid, signal.SIGKILL)


@pytest.fixture
def processes(slack: StandInSlack, store_url: str, tmp_path: Path) -> Iterator[Processes]:
    environment = settings_for(slack, store_url, PORT=str(free_port()), **PEOPLE)
    knowledge = Knowledge(read_settings(environment))
    knowledge.make_ready()
    yield Processes(slack, environment, knowledge, tmp_path / "log")
    knowledge.close()


def test_a_publication_that_no_process_told_of_is_announced_once_by_the_worker(processes: Processes) -> None:
    found = processes.publishes()
    ann = processes.slack.person("ann")
    with processes.worker():
        ann.wait_for(lambda: announced(processes.slack), what="the announcement", seconds=START)
        wait_until(lambda: processes.state(found) == {PostingState.DONE}, "the note that it was sent")
        ann.wait_for(lambda: ann.sees_text("is published", "im"), what="word of it", seconds=START)
    with processes.worker():
        wait_until(lambda: processes.log.read_text().count("round done") >= 2, "the second worker's round")
    assert len(announced(processes.slack)) == 1


def test_a_worker_killed_while_it_posts_leaves_one_copy_and_an_admin_is_asked(processes: Processes) -> None:
    found = processes.publishes()
    ade = processes.slack.person("ade")
    processes.slack.faults.delay("chat.postMessage", 20, times=1)
    with processes.worker() as pid:
        wait_until(lambda: PostingState.POSTING in _every_state(processes), "a post under way")
        kill(pid)
    processes.slack.faults.clear()
    two_minutes_pass(processes.knowledge.database)
    with processes.worker():
        wait_until(lambda: ade.sees_text("may or may not have arrived", "im"), "word to the admin")
        wait_until(lambda: PostingState.WAITING not in _every_state(processes), "the rest of the messages")
    assert len(announced(processes.slack)) <= 1
    assert len(_to_ann(processes, "Thank you for sharing")) <= 1
    assert len(_to_ann(processes, "is published")) <= 1
    assert sum(state is PostingState.UNCONFIRMED for state in _every_state(processes)) == 1
    assert processes.state(found)


def test_a_worker_asked_to_stop_leaves_what_waits_to_the_next(processes: Processes) -> None:
    ids = [one.initiative.id for one in processes.knowledge.find.answer("school", limit=5).results]
    for id in ids:
        told = Message(f"announced:{id}", MessageKind.ANNOUNCED, CHANNELS, id)
        processes.knowledge.contributions.write(lambda tx, told=told: tx.tell(told, at=utc_now()))  # type: ignore[misc]
    with running([*PRACTICE, "work"], processes.environment, processes.log) as process:
        wait_until(lambda: announced(processes.slack), "the first announcement")
        process.terminate()
        assert process.wait(20) == 0
    assert PostingState.POSTING not in _every_state(processes)
    with processes.worker():
        wait_until(lambda: len(announced(processes.slack)) == len(ids), "every announcement")
        wait_until(lambda: set(_every_state(processes)) == {PostingState.DONE}, "the note that each was sent")
    assert len(announced(processes.slack)) == len(ids)


def test_a_server_killed_right_after_a_decision_loses_nothing_and_repeats_nothing(processes: Processes) -> None:
    sent = processes.sends()
    lena, ann = processes.slack.person("lena"), processes.slack.person("ann")
    reviewer = processes.member("ULEAD", Role.REVIEWER)
    with processes.server() as pid:
        wait_until(lambda: lena.sees_text("for review", "im"), "the card")
        shown = card(lena)
        processes.slack.faults.delay("chat.postMessage", 20, times=5)
        lena.clicks(shown, "Publish")
        wait_until(
            lambda: processes.knowledge.review.look(reviewer, sent).contribution.state is ContributionState.PUBLISHED,
            "the publication",
        )
        kill(pid)
    processes.slack.faults.clear()
    two_minutes_pass(processes.knowledge.database)
    with processes.server():
        wait_until(lambda: PostingState.WAITING not in _every_state(processes), "every message")
        if buttons(shown):  # killed before the card was redrawn
            lena.clicks(shown, "Publish")
        ann.command("/practice stay and play for new arrivals")
        assert CONTENT.title in ann.last_reply(20).text
    one = processes.knowledge.review.look(reviewer, sent).contribution
    assert one.initiative
    versions = processes.knowledge.mine.history(reviewer, one.initiative)
    assert len(versions) == 1
    assert len(announced(processes.slack)) <= 1
    if not announced(processes.slack):
        assert PostingState.UNCONFIRMED in processes.state(one.initiative)


def _every_state(processes: Processes) -> list[PostingState]:
    with processes.knowledge.database.reading() as session:
        return [PostingState(state) for state in session.scalars(select(OutboxRow.state))]


def _to_ann(processes: Processes, words: str) -> list[PostedMessage]:
    return [each for each in processes.slack.person("ann").sees("im") if words in each.text]
