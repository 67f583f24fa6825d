"""Practice Finder in the sandbox: the real bot, its real listeners, on a throw-away copy of the store."""

from __future__ import annotations

import os
import secrets
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from bot.sandbox.page.hosting import SandboxTarget, real_tokens, served
from config.settings import CONFIG_FOLDER, read_settings
from knowledge.errors import PracticeError

QUESTIONS = ("youth justice in Hackney", "who has done reverse mentoring?", "school exlusions")
SQLITE = "sqlite:///"


def run_practice_sandbox(
    environment: Mapping[str, str] | None = None,
    *,
    port: int = 0,
    show: bool = True,
    own_store: bool = False,
    with_real_tokens: bool = False,
    announce: Callable[[str], None] = print,
) -> None:
    """Runs the bot in the sandbox until it is stopped.

    `own_store` uses the configured store itself instead of a copy. Raises PracticeError when a real workspace's
    tokens are set, unless `with_real_tokens`; even then they are never given to the bot.
    """
    import yaml

    from bot.sandbox.page.running import run_sandbox

    environment = dict(os.environ if environment is None else environment)
    found = real_tokens(environment)
    if found and not with_real_tokens:
        raise PracticeError(
            f"{' and '.join(found)} set: the sandbox is kept apart from real workspaces. "
            "Unset what is named, or say that the sandbox may run beside it."
        )
    manifest = yaml.safe_load((CONFIG_FOLDER / "manifest.yaml").read_text(encoding="utf-8"))

    @contextmanager
    def start(target: SandboxTarget) -> Iterator[str]:
        with tempfile.TemporaryDirectory(prefix="practice-sandbox-") as folder:
            store = None if own_store else copied_store(environment, Path(folder))
            with practice_bot(environment, target, store) as request_url:
                yield request_url

    run_sandbox(start, manifest=manifest, questions=QUESTIONS, port=port, show=show, announce=announce)


@contextmanager
def practice_bot(environment: Mapping[str, str], target: SandboxTarget, store: str | None = None) -> Iterator[str]:
    """The real bot, served to the stand-in over HTTP with real signatures; gives its request URL."""
    from bot.server import create_server
    from bot.wiring import running_bot

    kept = {name: value for name, value in environment.items() if not name.startswith("SLACK_")}
    kept |= {
        "SLACK_BOT_TOKEN": target.bot_token,
        "SLACK_SIGNING_SECRET": target.signing_secret,
        "SLACK_API_URL": target.api_url,
        "PRACTICE_ADMINS": ",".join(target.admins),
        "PRACTICE_LEADS": ",".join(target.leads),
        "PRACTICE_SECRET_KEYS": secrets.token_urlsafe(32),
    }
    if store is not None:
        kept["PRACTICE_DATABASE_URL"] = store
    settings = read_settings(kept)
    with running_bot(settings) as bot:
        server: Any = create_server(bot.app, signing_secret=target.signing_secret, ready=lambda: True)
        with served(server) as request_url:
            yield request_url


def copied_store(environment: Mapping[str, str], folder: Path) -> str:
    """The address of a copy of the configured SQLite store; of a fresh store where there is nothing to copy."""
    configured = read_settings(dict(environment)).database_url
    copy = folder / "practice.db"
    source = Path(configured.removeprefix(SQLITE))
    if configured.startswith(SQLITE) and source.is_file():
        with closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as old, closing(sqlite3.connect(copy)) as new:
            old.backup(new)
    return f"{SQLITE}{copy}"
