from __future__ import annotations

from pathlib import Path

import pytest

from config.settings import CHECKOUT, SettingsError, read_settings
from config.values import RoleHolder


def problems(**environment: str) -> str:
    with pytest.raises(SettingsError) as raised:
        read_settings(environment)
    return "\n".join(raised.value.problems)


def test_without_any_setting_the_store_lies_beside_the_project() -> None:
    settings = read_settings({})
    assert settings.database_url == f"sqlite:///{CHECKOUT / '.data' / 'practice.db'}"
    assert (settings.host, settings.port, settings.review) == ("127.0.0.1", 3000, True)


def test_the_hosts_own_database_setting_is_taken_when_ours_is_not_set() -> None:
    assert read_settings({"DATABASE_URL": "postgres://app@db/x"}).database_url == "postgres://app@db/x"
    both = {"DATABASE_URL": "postgres://app@db/x", "PRACTICE_DATABASE_URL": "sqlite:///a.db"}
    assert read_settings(both).database_url == "sqlite:///a.db"


def test_a_missing_last_slash_of_the_api_address_is_added() -> None:
    assert read_settings({"SLACK_API_URL": "http://127.0.0.1:9/api"}).api_url == "http://127.0.0.1:9/api/"


def test_people_can_be_named_with_their_team_and_a_lead_with_authorities() -> None:
    settings = read_settings({"PRACTICE_LEADS": "U1, T1:U2=hackney|lewisham"})
    assert settings.leads == (RoleHolder("U1"), RoleHolder("U2", "T1", ("hackney", "lewisham")))


def test_channels_can_differ_by_team() -> None:
    assert read_settings({"PRACTICE_CHANNEL": "T1:C1,T2:C2"}).channels == {"T1": "C1", "T2": "C2"}
    assert read_settings({"PRACTICE_CHANNEL": "C9"}).channels == {None: "C9"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "many"),
        ("PORT", "70000"),
        ("LOG_LEVEL", "loud"),
        ("LOG_FORMAT", "xml"),
        ("SLACK_BOT_TOKEN", "not a token"),
        ("SLACK_APP_TOKEN", "xoxb-wrong-kind"),
        ("SLACK_API_URL", "slack.com/api"),
        ("SLACK_API_URL", "https://slack.com/api?token=1"),
        ("SLACK_API_URL", "https://slack.com/api/#methods"),
        ("SLACK_API_URL", "https://slack.com/a pi/"),
        ("PRACTICE_ADMINS", "ann@example.org"),
        ("PRACTICE_CHANNEL", "#general"),
        ("PRACTICE_REVIEW", "maybe"),
        ("PRACTICE_DATABASE_URL", "mysql://x/y"),
        ("PRACTICE_LISTS", "/no/such/folder"),
        ("PRACTICE_SECRET_KEYS", "short"),
        ("WEB_CONCURRENCY", "0"),
        ("WEB_CONCURRENCY", "many"),
    ],
)
def test_a_malformed_value_is_named_with_what_was_expected_and_an_example(name: str, value: str) -> None:
    said = problems(**{name: value})
    assert said.startswith(f"{name} is malformed")
    assert "expected" in said
    assert f"for example {name}=" in said


def test_every_problem_is_told_at_once() -> None:
    assert len(problems(PORT="x", LOG_LEVEL="y").splitlines()) == 2


def test_serving_without_tokens_says_what_to_set() -> None:
    with pytest.raises(SettingsError) as raised:
        read_settings({}).require_slack()
    said = "\n".join(raised.value.problems)
    assert "SLACK_BOT_TOKEN" in said
    assert "SLACK_SIGNING_SECRET" in said


def test_socket_mode_needs_no_signing_secret() -> None:
    settings = read_settings({"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"})
    settings.require_slack()
    assert settings.socket_mode


def test_secrets_never_show_when_settings_are_printed() -> None:
    secrets = {
        "SLACK_BOT_TOKEN": "xoxb-canary",
        "SLACK_SIGNING_SECRET": "canary-signing",
        "SLACK_APP_TOKEN": "xapp-canary",
        "SLACK_CLIENT_ID": "1.2",
        "SLACK_CLIENT_SECRET": "canary-client",
        "PRACTICE_SECRET_KEYS": "canary-key-of-some-length",
        "PRACTICE_DATABASE_URL": "postgresql://app:canary@db/x",
    }
    assert "canary" not in repr(read_settings(secrets))


def test_the_dotenv_file_is_read_and_the_environment_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_text("PORT=4000\nLOG_LEVEL=debug\n")
    monkeypatch.setenv("PORT", "5000")
    settings = read_settings(dotenv=dotenv)
    assert (settings.port, settings.log_level) == (5000, "DEBUG")


def test_run_from_elsewhere_the_checkouts_own_dotenv_file_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout, elsewhere = tmp_path / "checkout", tmp_path / "elsewhere"
    checkout.mkdir()
    elsewhere.mkdir()
    monkeypatch.setattr("config.settings.CHECKOUT", checkout)
    monkeypatch.chdir(elsewhere)
    (checkout / ".env").write_text("PORT=4000\n")
    assert read_settings().port == 3000  # no checkout: nobody set up this installation there
    (checkout / "pyproject.toml").touch()
    assert read_settings().port == 4000
    (elsewhere / ".env").write_text("LOG_LEVEL=debug\n")
    assert (read_settings().port, read_settings().log_level) == (3000, "DEBUG")


def test_an_empty_setting_counts_as_not_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_text("PORT=4000\nLOG_FORMAT=\n")
    for name in ("PORT", "HOST", "LOG_LEVEL", "LOG_FORMAT", "WEB_CONCURRENCY"):
        monkeypatch.setenv(name, " ")
    settings = read_settings(dotenv=dotenv)
    assert (settings.port, settings.host, settings.log_level, settings.processes) == (4000, "127.0.0.1", "INFO", 1)


def test_the_example_file_lists_every_setting() -> None:
    import re

    source = (CHECKOUT / "config" / "settings.py").read_text()
    names = set(re.findall(r'"((?:PRACTICE|SLACK|DATABASE|LOG|WEB)_[A-Z_]+|PORT|HOST)"', source))
    listed = set(re.findall(r"^#?([A-Z_]+)=", (CHECKOUT / ".env.example").read_text(), re.MULTILINE))
    assert names == listed


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("PORT=3000\nNAME=Zo\xeb\n".encode("latin-1"), ".env is not UTF-8 text"),
        (b'PORT=3000\nthis is "no setting\n', ".env:2: is no setting: expected NAME=value"),
    ],
)
def test_a_dotenv_file_that_cannot_be_used_is_a_problem_of_the_settings(
    tmp_path: Path, content: bytes, said: str
) -> None:
    (tmp_path / ".env").write_bytes(content)
    with pytest.raises(SettingsError) as raised:
        read_settings(dotenv=tmp_path / ".env")
    assert said in raised.value.problems[0]


def test_a_dotenv_file_that_may_not_be_read_is_a_problem_of_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").touch()

    def refused(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_text", refused)
    with pytest.raises(SettingsError, match="cannot be read: Permission denied"):
        read_settings(dotenv=tmp_path / ".env")


def test_two_channels_for_one_workspace_are_a_problem() -> None:
    assert "two channels for the workspace: C1 and C2" in problems(PRACTICE_CHANNEL="C1,C2")
    assert "two channels for T1: C1 and C2" in problems(PRACTICE_CHANNEL="T1:C1,T1:C2")


@pytest.mark.parametrize(
    ("given", "missing"),
    [("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET"), ("SLACK_CLIENT_SECRET", "SLACK_CLIENT_ID")],
)
def test_one_half_of_what_installing_by_oauth_needs_is_a_problem(given: str, missing: str) -> None:
    assert f"{missing} is not set, but {given} is" in problems(**{given: "1234.5678"})


@pytest.mark.parametrize(("name", "value"), [("PORT", "³"), ("SLACK_API_URL", "http://[bad/")])
def test_a_malformed_value_is_shown_and_not_what_python_says_of_it(name: str, value: str) -> None:
    assert problems(**{name: value}).startswith(f"{name} is malformed (“{value}”)")


def test_a_file_in_place_of_a_folder_of_lists_is_called_so(tmp_path: Path) -> None:
    (tmp_path / "lists").touch()
    assert f"{tmp_path / 'lists'} is not a folder" in problems(PRACTICE_LISTS=str(tmp_path / "lists"))


def test_names_that_are_no_settings_are_told_with_what_was_meant() -> None:
    given = {"PRACTICE_ADMIN": "U1", "PRACTICE_ADMINS": "U2", "PRACTICE_COLOUR": "red", "PRACTICAL": "1"}
    assert read_settings(given).unknown == {"PRACTICE_ADMIN": "PRACTICE_ADMINS", "PRACTICE_COLOUR": None}
    right = {"DATABASE_URL": "sqlite:///a.db", "PRACTICE_DATABASE_URL": "", "PRACTICE_TEST_DATABASE_URL": "x"}
    assert read_settings(right).unknown == {}


def test_a_token_with_a_space_in_it_is_told_that() -> None:
    assert "(there is a space in it)" in problems(SLACK_BOT_TOKEN="xoxb-1 2")
