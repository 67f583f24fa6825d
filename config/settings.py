"""Settings: one frozen object, read once from the environment (and `.env`), checked before anything starts.

Plain code over python-dotenv, because every `practice ask` pays for this import: pydantic-settings took 150 ms
where this takes 5 (measured November 2026).
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from io import StringIO
from pathlib import Path
from typing import TypeVar

from config.values import RoleHolder, api_url, channels, database_url, people, secret_keys, unlimited

CONFIG_FOLDER = Path(__file__).resolve().parent
CHECKOUT = CONFIG_FOLDER.parent
SHIPPED_LIBRARY = CHECKOUT / "knowledge" / "library"
SLACK_API_URL = "https://slack.com/api/"

#: Names that are ours; what the tests are set to is no setting.
_OURS = re.compile(r"PRACTICE_(?!TEST_)")
#: How much of two names must be the same for one to be a slip of the other: PRACTICE_REVIEWER and PRACTICE_REVIEWERS.
_MEANT = 0.85

Value = TypeVar("Value")


class SettingsError(Exception):
    """One or more settings are missing or malformed; `problems` has a sentence for each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Settings:
    """What this installation is set to. Secrets are left out of `repr`, so that they never reach a log."""

    database_url: str = field(repr=False)
    library: tuple[Path, ...]
    lists: tuple[Path, ...]
    data_folder: Path
    #: The name under which the database is set, for words about it: hosts set DATABASE_URL.
    database_setting: str = "PRACTICE_DATABASE_URL"
    bot_token: str | None = field(default=None, repr=False)
    signing_secret: str | None = field(default=None, repr=False)
    app_token: str | None = field(default=None, repr=False)
    client_id: str | None = None
    api_url: str = SLACK_API_URL
    admins: tuple[RoleHolder, ...] = ()
    leads: tuple[RoleHolder, ...] = ()
    reviewers: tuple[RoleHolder, ...] = ()
    review: bool = True
    channels: Mapping[str | None, str] = field(default_factory=dict)
    secret_keys: tuple[str, ...] = field(default=(), repr=False)
    host: str = "127.0.0.1"
    port: int = 3000
    processes: int = 1
    log_level: str = "INFO"
    log_format: str = "text"
    #: Names that look like settings and are none, each with the one that was meant, if that can be told.
    unknown: Mapping[str, str | None] = field(default_factory=dict)

    @property
    def socket_mode(self) -> bool:
        """Whether the bot connects to Slack itself (Socket Mode) rather than being called over HTTP."""
        return self.app_token is not None

    def require_slack(self) -> None:
        """Raise `SettingsError` naming each setting without which the bot cannot speak to Slack."""
        missing = []
        if not self.bot_token:
            missing.append(_expected("SLACK_BOT_TOKEN", "the bot token of the Slack app", "xoxb-..."))
        if not self.socket_mode and not self.signing_secret:
            missing.append(
                _expected("SLACK_SIGNING_SECRET", "the app's signing secret", "8f742231b10e8888abcd99yyyzzz85a5")
                + " Or set SLACK_APP_TOKEN to use Socket Mode."
            )
        if missing:
            raise SettingsError(missing)


def read_settings(environment: Mapping[str, str] | None = None, *, dotenv: Path | None = None) -> Settings:
    """Return the settings from `environment` (the process's own by default) over those of the `.env` file: the one
    where the command runs, else the checkout's own.

    An empty one is not set. Raises `SettingsError` with every problem: its name, what was expected, an example.
    """
    if environment is None:
        environment = _read_dotenv(dotenv or _dotenv()) | {
            name: value for name, value in os.environ.items() if value.strip()
        }
    return _Reader(environment).settings()


def _dotenv() -> Path:
    """The `.env` here, else the one beside pyproject.toml: run from elsewhere (cron, a service) a command would take
    another store for the one that is set, and say nothing."""
    here = Path(".env")
    return CHECKOUT / ".env" if _in_checkout() and not here.is_file() else here


def _read_dotenv(path: Path) -> dict[str, str]:
    """What the file sets, if there is one; SettingsError when it cannot be read or a line of it is no setting."""
    try:
        if not path.is_file():
            return {}
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise SettingsError([f"{path} cannot be read: {error.strerror}. Let this user read it."]) from None
    except UnicodeDecodeError:
        raise SettingsError([f"{path} is not UTF-8 text: save it as UTF-8, a setting a line."]) from None
    from dotenv import dotenv_values  # only where there is a file: most runs have none
    from dotenv.parser import parse_stream

    if wrong := [binding.original.line for binding in parse_stream(StringIO(text)) if binding.error]:
        expected = "is no setting: expected NAME=value, for example PORT=3000"
        raise SettingsError([f"{path}:{line}: {expected}." for line in wrong])
    return {name: value for name, value in dotenv_values(stream=StringIO(text)).items() if value is not None}


def _expected(name: str, what: str, example: str) -> str:
    return f"{name} is not set: it should be {what}, for example {name}={example}."


class _Reader:
    """Reads one setting after the other and collects what is wrong with them."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self._problems: list[str] = []
        self._asked: set[str] = set()

    def settings(self) -> Settings:
        data_folder = _data_folder()
        settings = Settings(
            database_url=self._database_url(data_folder),
            database_setting=self._database_setting(),
            library=self._paths("PRACTICE_LIBRARY") or (SHIPPED_LIBRARY,),
            lists=(*self._folder("PRACTICE_LISTS"), CONFIG_FOLDER),
            data_folder=data_folder,
            bot_token=self._token("SLACK_BOT_TOKEN", "xoxb-"),
            signing_secret=self._text("SLACK_SIGNING_SECRET"),
            app_token=self._token("SLACK_APP_TOKEN", "xapp-"),
            client_id=self._text("SLACK_CLIENT_ID"),
            api_url=self._read("SLACK_API_URL", api_url, "an http(s) address", SLACK_API_URL) or SLACK_API_URL,
            admins=self._people("PRACTICE_ADMINS", "U012AB3CD,T01:U045EF6GH", limited=False),
            leads=self._people("PRACTICE_LEADS", "U012AB3CD,T01:U045EF6GH=hackney|lewisham"),
            reviewers=self._people("PRACTICE_REVIEWERS", "U012AB3CD,T01:U045EF6GH=hackney"),
            review=self._one_of("PRACTICE_REVIEW", ("on", "off"), "on") == "on",
            channels=self._read("PRACTICE_CHANNEL", channels, "channel ids, or team:channel pairs", "C012AB3CD") or {},
            secret_keys=self._read(
                "PRACTICE_SECRET_KEYS", secret_keys, "keys of 16 characters or more", "a-long-random-text"
            )
            or (),
            host=self._text("HOST") or "127.0.0.1",
            port=self._number("PORT", 3000, highest=65535),
            processes=self._number("WEB_CONCURRENCY", 1, lowest=1, highest=64),
            log_level=self._one_of("LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR"), "INFO", str.upper),
            log_format=self._one_of("LOG_FORMAT", ("text", "json"), "text", str.lower),
        )
        self._both("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET")
        if self._problems:
            raise SettingsError(self._problems)
        return replace(settings, unknown=self._unknown())

    def _unknown(self) -> dict[str, str | None]:
        names = [name for name in self._environment if _OURS.match(name) and name not in self._asked]
        if not names:
            return {}
        from difflib import get_close_matches  # only where there is one: most runs have none

        return {name: next(iter(get_close_matches(name, self._asked, n=1, cutoff=_MEANT)), None) for name in names}

    def _text(self, name: str) -> str | None:
        self._asked.add(name)
        return (self._environment.get(name) or "").strip() or None

    def _both(self, *names: str) -> None:
        """Note it when only one of two settings is there, of which neither is of use alone."""
        given = [name for name in names if self._text(name)]
        for name in names:
            if given and name not in given:
                self._problems.append(f"{name} is not set, but {given[0]} is: set both, or neither.")

    def _read(self, name: str, parse: Callable[[str], Value], what: str, example: str) -> Value | None:
        text = self._text(name)
        if text is None:
            return None
        try:
            return parse(text)
        except ValueError as error:
            detail = f" ({error})" if str(error) else ""
            self._problems.append(f"{name} is malformed{detail}: expected {what}, for example {name}={example}.")
            return None

    def _database_url(self, data_folder: Path) -> str:
        example = "postgresql+psycopg://app@localhost/practice"
        default = f"sqlite:///{data_folder / 'practice.db'}"
        return self._read(self._database_setting(), database_url, "a SQLAlchemy URL", example) or default

    def _database_setting(self) -> str:
        own, hosts = "PRACTICE_DATABASE_URL", "DATABASE_URL"
        return hosts if self._text(hosts) and not self._text(own) else own

    def _token(self, name: str, prefix: str) -> str | None:
        def parse(text: str) -> str:
            if not text.startswith(prefix):
                raise ValueError(f"it does not begin with {prefix}")
            if re.search(r"\s", text):
                raise ValueError("there is a space in it")
            return text

        return self._read(name, parse, f"a Slack token beginning with {prefix}", f"{prefix}...")

    def _people(self, name: str, example: str, *, limited: bool = True) -> tuple[RoleHolder, ...]:
        what = "Slack user ids, or team:user, separated by commas"
        return self._read(name, people if limited else unlimited, what, example) or ()

    def _paths(self, name: str) -> tuple[Path, ...]:
        def parse(text: str) -> tuple[Path, ...]:
            return tuple(Path(part).expanduser() for part in text.split(os.pathsep) if part.strip())

        return self._read(name, parse, "files or folders", "library/hackney.yaml") or ()

    def _folder(self, name: str) -> tuple[Path, ...]:
        def parse(text: str) -> tuple[Path, ...]:
            folder = Path(text).expanduser()
            if not folder.is_dir():
                raise ValueError(f"{folder} is not a folder" if folder.exists() else f"there is no folder {folder}")
            return (folder,)

        return self._read(name, parse, "a folder that exists", "lists") or ()

    def _number(self, name: str, default: int, *, lowest: int = 0, highest: int) -> int:
        def parse(text: str) -> int:
            number = int(text) if text.isascii() and text.isdigit() else -1
            if not lowest <= number <= highest:
                raise ValueError(f"“{text}”")
            return number

        value = self._read(name, parse, f"a whole number from {lowest} to {highest}", str(default))
        return default if value is None else value

    def _one_of(self, name: str, choices: tuple[str, ...], default: str, tidy: Callable[[str], str] = str.lower) -> str:
        def parse(text: str) -> str:
            if tidy(text) not in choices:
                raise ValueError(f"“{text}”")
            return tidy(text)

        return self._read(name, parse, f"one of {', '.join(choices)}", default) or default


def _data_folder() -> Path:
    """`.data` beside pyproject.toml in a checkout, else the user's own data directory."""
    if _in_checkout():
        return CHECKOUT / ".data"
    from platformdirs import user_data_path  # only where the project was installed without a checkout

    return user_data_path("practice-finder")


def _in_checkout() -> bool:
    return (CHECKOUT / "pyproject.toml").is_file()
