"""What the doctor finds, against the stand-in Slack and real databases."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from sqlalchemy import Engine, event, text

from bot.doctor import store as doctors_store
from bot.doctor.examination import examine
from bot.doctor.findings import Finding, State, finding_line, findings_json
from bot.sandbox.server import StandInSlack
from bot.version import version
from config.settings import CONFIG_FOLDER, read_settings
from knowledge.domain.authority import Register
from knowledge.domain.reloading import Reloader
from knowledge.importing.lists import read_lists
from knowledge.store.database import Database
from knowledge.store.health import WORKER, Health
from knowledge.store.inbox import Inbox
from knowledge.store.initiatives import InitiativeStore
from knowledge.store.reloading import ReloadStore
from tests.databases import writing
from tests.factories import LISTS, an_initiative
from tests.knowledge.store.library import item

ENTRY = """\
- {id: ashford, authority: Hackney, title: T, summary: S, categories: [partners], themes: [youth-justice],
   source: {title: A page}}
"""


@pytest.fixture
def environment(short_lists: Path, tmp_path: Path) -> dict[str, str]:
    (tmp_path / "library.yaml").write_text(ENTRY)
    return {
        "PRACTICE_DATABASE_URL": f"sqlite:///{tmp_path / 'practice.db'}",
        "PRACTICE_LIBRARY": str(tmp_path / "library.yaml"),
        "PRACTICE_LISTS": str(short_lists),
    }


@pytest.fixture
def store(environment: dict[str, str]) -> Iterator[Database]:
    database = Database(environment["PRACTICE_DATABASE_URL"])
    database.migrate()
    yield database
    database.close()


@pytest.fixture
def slack() -> Iterator[StandInSlack]:
    manifest = yaml.safe_load((CONFIG_FOLDER / "manifest.yaml").read_text())
    with StandInSlack(manifest=manifest) as slack:
        yield slack


@pytest.fixture
def connected(environment: dict[str, str], store: Database, slack: StandInSlack) -> dict[str, str]:
    return {
        **environment,
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.api_url,
    }


def found(environment: dict[str, str], *, now: datetime | None = None) -> dict[str, Finding]:
    at = now or datetime.now(UTC)
    return {finding.check: finding for finding in examine(lambda: read_settings(environment), now=lambda: at)}


def test_an_installation_that_was_never_used_is_well(environment: dict[str, str]) -> None:
    findings = found(environment)
    assert {finding.state for finding in findings.values()} == {State.OK, State.SKIPPED}
    assert "first use makes it" in findings["database"].said
    assert "SLACK_BOT_TOKEN is not set" in findings["slack"].said


def test_which_version_is_looked_at_comes_first(environment: dict[str, str]) -> None:
    first = next(iter(found(environment).values()))
    assert (first.check, first.said) == ("version", version())


def test_looking_makes_no_database(environment: dict[str, str], tmp_path: Path) -> None:
    found(environment)
    assert not (tmp_path / "practice.db").exists()


def test_a_database_that_was_lost_is_a_problem(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "practice.db-reload").touch()
    finding = found(environment)["database"]
    assert finding.state is State.PROBLEM
    assert "is gone, though it held a store" in finding.said


def test_a_database_that_cannot_be_made_is_a_problem(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (Path("/proc/nope/practice.db"), tmp_path / "file" / "practice.db"):
        finding = found({**environment, "PRACTICE_DATABASE_URL": f"sqlite:///{path}"})["database"]
        assert finding.state is State.PROBLEM
        assert "cannot be made" in finding.said


def test_malformed_settings_are_all_that_is_said(environment: dict[str, str]) -> None:
    _, *findings = examine(lambda: read_settings({**environment, "PORT": "x", "LOG_LEVEL": "loud"}))
    assert [finding.check for finding in findings] == ["settings", "settings"]
    assert "PORT is malformed" in findings[0].said


def test_lists_and_libraries_that_cannot_be_read_are_named_with_their_lines(
    environment: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "library.yaml").write_text(ENTRY.replace("Hackney", "Nowhere"))
    assert "library.yaml:1: authority:" in found(environment)["library"].said
    lists = tmp_path / "lists"
    lists.mkdir()
    (lists / "themes.yaml").write_text("- {slug: Bad Slug, name: Bad}\n")
    findings = found({**environment, "PRACTICE_LISTS": str(lists)})
    assert (findings["lists"].state, findings["library"].state) == (State.PROBLEM, State.SKIPPED)
    assert "themes.yaml:1" in findings["lists"].said


def test_a_role_that_is_limited_to_what_nothing_is_called_is_a_problem(environment: dict[str, str]) -> None:
    finding = found(environment | {"PRACTICE_LEADS": "U1=nowhereshire,U2=hackney"})["roles"]
    assert finding.state is State.PROBLEM
    assert "“nowhereshire”" in finding.said


def test_an_older_schema_is_to_be_migrated(environment: dict[str, str], store: Database) -> None:
    with writing(store) as session:
        session.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    assert found(environment)["database"].mend == "run practice migrate"


def test_a_database_that_cannot_be_reached_is_said_without_its_password(environment: dict[str, str]) -> None:
    url = "postgresql://app:very-secret@127.0.0.1:1/practice"
    finding = found({**environment, "PRACTICE_DATABASE_URL": url})["database"]
    assert finding.state is State.PROBLEM
    assert "cannot be reached" in finding.said
    assert "very-secret" not in finding_line(finding)


def test_a_loaded_store_without_initiatives_is_a_problem(environment: dict[str, str], store: Database) -> None:
    ReloadStore(store).apply([], LISTS, within=None)
    assert found(environment)["database"].mend == "bring a library in: practice reload"


def test_a_database_that_others_hold_up_is_said(environment: dict[str, str], store: Database) -> None:
    with writing(store) as session:
        session.execute(text("UPDATE store_state SET revision = revision"))
        finding = found(environment)["writing"]
    assert finding.state is State.PROBLEM
    assert "others are writing to it" in finding.said
    assert "another program" in (finding.mend or "")


def test_a_database_without_room_to_grow_is_said(
    environment: dict[str, str], store: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(environment)["writing"].state is State.OK
    monkeypatch.setattr(doctors_store, "disk_usage", lambda _: SimpleNamespace(free=12_000_000))
    finding = found(environment)["writing"]
    assert finding.said == "the database can be written, 12 MB are free beside it"
    assert "make room" in (finding.mend or "")


def test_a_database_that_may_only_be_read_is_said(environment: dict[str, str], store: Database) -> None:
    with only_reading():
        finding = found(environment)["writing"]
    assert finding.state is State.PROBLEM
    assert "Make the file and its folder writable" in finding.said


@contextmanager
def only_reading() -> Iterator[None]:
    """No connection may write: root may, whatever the mode of the file."""

    def forbid(raw: sqlite3.Connection, _: object) -> None:
        raw.execute("PRAGMA query_only = ON")

    event.listen(Engine, "connect", forbid)
    try:
        yield
    finally:
        event.remove(Engine, "connect", forbid)


def test_who_reloaded_last_is_said(environment: dict[str, str], store: Database) -> None:
    assert "last reload" not in found(environment)
    ReloadStore(store).apply([item("one")], LISTS, within=None, by=Reloader("T1:UADE", "Ade"))
    assert found(environment)["last reload"].said.endswith("Slack member T1:UADE: reloaded: 1 added")


def test_lists_of_a_newer_version_are_to_be_brought_in(environment: dict[str, str], store: Database) -> None:
    shipped = read_lists(read_settings(environment).lists)
    older = replace(shipped, themes=shipped.themes[1:], register=Register(shipped.register.authorities[1:]))
    assert "lists in the store" not in found(environment)
    ReloadStore(store).apply([], older, within=None)
    finding = found(environment)["lists in the store"]
    assert finding.state is State.PROBLEM
    assert f"1 new theme: {shipped.themes[0].slug}; 1 new authority:" in finding.said
    assert "practice reload" in (finding.mend or "")
    ReloadStore(store).apply([], shipped, within=None)
    assert "lists in the store" not in found(environment)


def test_a_folder_for_lists_that_holds_none_is_a_problem(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    finding = found(environment | {"PRACTICE_LISTS": str(tmp_path / "empty")})["lists folder"]
    assert finding.state is State.PROBLEM
    assert "the shipped ones are used" in finding.said
    assert "lists folder" not in found(environment)


def test_lists_of_an_admin_are_right_as_they_are(environment: dict[str, str], store: Database, tmp_path: Path) -> None:
    lists = tmp_path / "own-lists"
    lists.mkdir()
    (lists / "themes.yaml").write_text("- {slug: our-own, name: Our own}\n")
    own = environment | {"PRACTICE_LISTS": str(lists)}
    ReloadStore(store).apply([], read_lists(read_settings(own).lists), within=None)
    assert "lists in the store" not in found(own)


def test_an_authority_that_initiatives_still_need_leaves_no_lists_behind(
    environment: dict[str, str], store: Database
) -> None:
    shipped = read_lists(read_settings(environment).lists)
    more = replace(shipped, register=Register((*shipped.register.authorities, *LISTS.register.authorities)))
    ReloadStore(store).apply([item(an_initiative())], more, within=None)
    ReloadStore(store).apply([item(an_initiative())], shipped, within=None)
    assert an_initiative().authority in {one.name for one in InitiativeStore(store).lists().register}
    assert "lists in the store" not in found(environment)


def test_lists_that_undoing_a_reload_brought_back_are_no_problem(environment: dict[str, str], store: Database) -> None:
    shipped = read_lists(read_settings(environment).lists)
    reloads = ReloadStore(store)
    reloads.apply([], replace(shipped, themes=shipped.themes[1:]), within=None)
    reloads.apply([], shipped, within=None)
    reloads.undo()
    finding = found(environment)["lists in the store"]
    assert finding.state is State.OK
    assert "which was undone" in finding.said


def test_all_is_well_with_a_connected_bot_and_a_worker(connected: dict[str, str], store: Database) -> None:
    Health(store).beat(WORKER)
    findings = found(connected)
    assert {finding.state for finding in findings.values()} == {State.OK}, findings
    assert set(findings) >= {"slack", "scopes", "clock", "http", "worker", "questions", "outbox"}


def test_a_token_that_slack_refuses_is_to_be_copied_again(connected: dict[str, str]) -> None:
    finding = found({**connected, "SLACK_BOT_TOKEN": "xoxb-not-the-one"})["slack"]
    assert finding.said == "Slack refuses auth.test: invalid_auth"
    assert "SLACK_BOT_TOKEN" in (finding.mend or "")


def test_a_slack_that_cannot_be_reached_is_said(connected: dict[str, str]) -> None:
    finding = found({**connected, "SLACK_API_URL": "http://127.0.0.1:9/api/"})["slack"]
    assert "cannot be reached at http://127.0.0.1:9/api/" in finding.said


def test_scopes_that_were_not_granted_are_named(connected: dict[str, str], slack: StandInSlack) -> None:
    app = slack.workspace.app
    slack.workspace.app = replace(app, scopes=app.scopes - {"app_mentions:read"})
    finding = found(connected)["scopes"]
    assert finding.said == "not granted: app_mentions:read"
    assert "install the app" in (finding.mend or "")


def test_a_clock_that_is_off_is_a_problem(connected: dict[str, str]) -> None:
    assert found(connected, now=datetime.now(UTC) + timedelta(minutes=6))["clock"].state is State.PROBLEM
    assert found(connected, now=datetime.now(UTC) - timedelta(minutes=6))["clock"].state is State.PROBLEM


def test_an_app_token_is_tried_by_opening_a_connection(connected: dict[str, str], slack: StandInSlack) -> None:
    assert found({**connected, "SLACK_APP_TOKEN": slack.app_token})["socket mode"].state is State.OK
    wrong = found({**connected, "SLACK_APP_TOKEN": "xapp-wrong"})["socket mode"]
    assert "connections:write" in (wrong.mend or "")


def test_without_a_way_in_slack_cannot_reach_the_bot(connected: dict[str, str]) -> None:
    del connected["SLACK_SIGNING_SECRET"]
    assert found(connected)["http"].state is State.PROBLEM


def test_moments_are_said_in_uk_time(connected: dict[str, str], store: Database) -> None:
    summer = datetime(2026, 6, 1, 23, 30, tzinfo=UTC)
    Health(store, now=lambda: summer).beat(WORKER)
    assert "2 June 2026 at 00:30" in found(connected, now=summer)["worker"].said
    assert "2 June 2026 at 00:30" in found(connected, now=summer + timedelta(hours=1))["worker"].said


def test_a_worker_that_never_ran_or_fell_silent_is_a_problem(connected: dict[str, str], store: Database) -> None:
    assert "has never run" in found(connected)["worker"].said
    Health(store, now=lambda: datetime.now(UTC) - timedelta(minutes=10)).beat(WORKER)
    assert "has not been heard of since" in found(connected)["worker"].said


def test_questions_that_wait_too_long_are_a_problem(connected: dict[str, str], store: Database) -> None:
    Inbox(store, now=lambda: datetime.now(UTC) - timedelta(minutes=6)).receive("key", b"")
    finding = found(connected)["questions"]
    assert finding.state is State.PROBLEM
    assert finding.said.startswith("1 questions wait")


def test_no_finding_holds_a_secret(connected: dict[str, str], slack: StandInSlack) -> None:
    everything = {
        **connected,
        "SLACK_APP_TOKEN": "xapp-an-app-token",
        "SLACK_CLIENT_SECRET": "a-client-secret",
        "PRACTICE_SECRET_KEYS": "a key that is long enough",
    }
    for environment in (everything, {**everything, "SLACK_BOT_TOKEN": "xoxb-a-wrong-token"}):
        said = json.dumps(findings_json(found(environment).values()))
        for name in ("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN", "SLACK_CLIENT_SECRET"):
            assert environment[name] not in said
        assert environment["PRACTICE_SECRET_KEYS"] not in said


def test_findings_are_counted_in_json() -> None:
    document = findings_json([Finding("a", State.OK, "well"), Finding("b", State.PROBLEM, "not", "mend it")])
    assert document["problems"] == 1
    assert document["findings"][1] == {"check": "b", "state": "problem", "said": "not", "mend": "mend it"}


def test_a_database_of_its_own_server_needs_keys_that_every_machine_has(
    connected: dict[str, str], migrated_postgres: str
) -> None:
    shared = connected | {"PRACTICE_DATABASE_URL": migrated_postgres}
    assert found(shared)["keys"].state is State.PROBLEM
    assert "keys" not in found(shared | {"PRACTICE_SECRET_KEYS": "a-long-random-text"})
    assert "keys" not in found(connected)


def test_a_setting_whose_name_is_misspelt_is_a_problem(environment: dict[str, str]) -> None:
    told = found(environment | {"PRACTICE_REVIEWER": "U1"})["settings"]
    assert (told.state, told.mend) == (State.PROBLEM, "call it PRACTICE_REVIEWERS if that is meant")
    assert "U1" not in finding_line(told)


def test_what_installation_by_many_workspaces_would_need_turns_nothing_on(environment: dict[str, str]) -> None:
    assert "installation" not in found(environment)
    told = found(environment | {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "canary"})["installation"]
    assert told.state is State.PROBLEM
    assert "turn nothing on yet" in told.said
    assert "canary" not in finding_line(told)
