"""Sharing across a killed server: what was typed before is there after, and nothing is sent twice."""

from __future__ import annotations

import os
import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.keys.cipher import Cipher
from bot.payloads.asked import Asked, Place, Via, files_in
from bot.payloads.values import Asking
from bot.sandbox.person import SlackPerson
from bot.sandbox.server import StandInSlack
from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.identity import Hasher
from knowledge.store.contributions import ContributionStore
from knowledge.store.database import Database
from knowledge.store.inbox import Inbox
from tests.journeys.conftest import settings_for
from tests.journeys.test_processes import PRACTICE, START, answers, free_port, health, running, wait_until
from tests.journeys.test_sharing import ABOUT, REST
from tests.journeys.test_templates import FORM


@pytest.fixture
def environment(slack: StandInSlack, store_url: str) -> dict[str, str]:
    return settings_for(slack, store_url, PORT=str(free_port()))


def kept_of(environment: dict[str, str], person: SlackPerson) -> tuple[Contribution, ...]:
    database = Database(environment["PRACTICE_DATABASE_URL"])
    try:
        store = ContributionStore(database, Hasher(["unused"]))
        key = f"{person.user.team_id}:{person.user.id}"
        found = store.read(lambda tx: tx.contributions(by=key))
        return tuple(one for one in found if not one.is_empty)
    finally:
        database.close()


def test_a_form_goes_on_after_the_server_was_killed_between_its_steps(
    slack: StandInSlack, environment: dict[str, str], tmp_path: Path
) -> None:
    ann = slack.person("ann")
    with running([*PRACTICE, "serve"], environment, tmp_path / "log") as process:
        wait_until(lambda: answers(health(environment, "readyz")), "readiness")
        slack.connect(health(environment, "slack/events"))
        ann.command("/practice share")
        form = ann.view(START)
        ann.submits(form, ABOUT)
        assert form.title == "Share: step 2 of 2"
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(20)
        assert not ann.submits(form, REST).acked
        assert form.trouble
    (kept,) = kept_of(environment, ann)
    assert kept.content.summary == ABOUT["summary"]
    with running([*PRACTICE, "serve"], environment, tmp_path / "log"):
        wait_until(lambda: answers(health(environment, "readyz")), "readiness")
        assert ann.submits(form).acked
        assert "waits for a reviewer" in ann.reads(ann.view())
    assert [one.state for one in kept_of(environment, ann)] == [ContributionState.WAITING]


def test_a_template_kept_by_a_killed_process_is_read_by_the_next(
    slack: StandInSlack, environment: dict[str, str], tmp_path: Path
) -> None:
    ann = slack.person("ann")
    file = ann.uploads("form.txt", FORM.encode()).as_slack()
    channel = slack.workspace.im(ann.user.id).id
    place = Place(slack.workspace.team.id, ann.user.id, channel, Via.DIRECT, direct=True)
    asked = Asked("event:kept", place, Asking(""), files_in([file]))
    database = Database(environment["PRACTICE_DATABASE_URL"])
    a_minute_ago = datetime.now(UTC) - timedelta(minutes=1)
    cipher = Cipher((environment["PRACTICE_SECRET_KEYS"],))
    Inbox(database, now=lambda: a_minute_ago).receive(asked.key, cipher.encrypt(asked.to_json()))
    database.close()
    with running([*PRACTICE, "serve"], environment, tmp_path / "log"):
        ann.wait_for(lambda: ann.sees_text("Saturday reading circles", "im"), what="the proposals", seconds=START)
    assert len(kept_of(environment, ann)) == 2
