"""`practice sandbox`: the real bot behind the stand-in Slack, on a copy of the store that is thrown away afterwards."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path

import yaml

from bot.names import COMMAND
from bot.sandbox.page.hosting import NoFreePort, SandboxTarget, real_tokens, served
from bot.sandbox.page.running import run_sandbox
from bot.server import create_server
from bot.views.answers.help import EXAMPLES
from bot.wiring.knowledge import Knowledge
from bot.wiring.running import running_bot
from config.settings import CONFIG_FOLDER, Settings
from config.values import RoleHolder
from knowledge.domain.text import listed
from knowledge.errors import PracticeError
from knowledge.store.copying import copy_store
from knowledge.store.database import Database

#: How the folder of a copy is called, before the number of its process.
_COPY = "practice-sandbox-"


def sandbox(
    settings: Settings, *, port: int = 0, show: bool = True, own_store: bool = False, tokens_allowed: bool = False
) -> None:
    """Run until stopped, on 127.0.0.1 only. `own_store` works on the set store itself instead of a copy.

    Raises PracticeError when tokens of a real workspace are set, unless they are allowed (they are never used), and
    when no port is free.
    """
    if not tokens_allowed and (found := real_tokens(os.environ)):
        raise PracticeError(
            f"Set for a real workspace: {listed(found)}. The sandbox uses none of it; unset it, or say "
            "--with-tokens-set to run all the same."
        )
    _clear_away_copies_of_the_killed()
    with tempfile.TemporaryDirectory(prefix=f"{_COPY}{os.getpid()}-") as folder:
        here = settings if own_store else _copied(settings, Path(folder))
        try:
            run_sandbox(
                bot_starter(here),
                manifest=yaml.safe_load((CONFIG_FOLDER / "manifest.yaml").read_text(encoding="utf-8")),
                questions=EXAMPLES,
                command=COMMAND,
                port=port,
                show=show,
                announce=lambda address: print(f"The sandbox is open at {address} (stop it with Ctrl-C).", flush=True),
            )
        except NoFreePort as none:
            raise PracticeError(f"{none}: name another with --port.") from none


#: The channel of the sandbox in which publications are announced.
NEWS = "CGENERAL"


def bot_starter(settings: Settings) -> Callable[[SandboxTarget], AbstractContextManager[str]]:
    """How the sandbox starts the bot: with these settings, in the stand-in's workspace instead of a real one."""

    @contextmanager
    def start(target: SandboxTarget) -> Iterator[str]:
        inside = replace(
            settings,
            bot_token=target.bot_token,
            signing_secret=target.signing_secret,
            app_token=None,
            client_id=None,
            api_url=target.api_url,
            admins=tuple(RoleHolder(user) for user in target.admins),
            leads=tuple(RoleHolder(user) for user in target.leads),
            reviewers=tuple(RoleHolder(user) for user in (*target.admins, *target.leads)),
            channels={None: NEWS},
        )
        with running_bot(inside) as bot:
            bot.parts.postman.start()
            server = create_server(bot.app, signing_secret=target.signing_secret, ready=lambda: True)
            with served(server) as request_url:
                yield request_url

    return start


def _clear_away_copies_of_the_killed() -> None:
    """A killed sandbox leaves its copy of the store, with everybody's contacts, behind for good."""
    if os.name != "posix":
        return  # elsewhere asking whether a process lives would end it
    for folder in Path(tempfile.gettempdir()).glob(f"{_COPY}*-*"):
        process = folder.name.removeprefix(_COPY).partition("-")[0]
        if process.isdecimal() and not _lives(int(process)):
            shutil.rmtree(folder, ignore_errors=True)  # somebody else's stays


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True  # somebody else's, or no number of ours
    return True


def _copied(settings: Settings, folder: Path) -> Settings:
    """The same settings on a copy of the store in `folder`, with the keys that the store was used with."""
    knowledge = Knowledge(settings)
    copy = f"sqlite:///{folder / 'practice.db'}"
    target = Database(copy)
    try:
        knowledge.make_ready()
        copy_store(knowledge.database, target)
        keys = knowledge.keyring.there()
    finally:
        target.close()
        knowledge.close()
    return replace(settings, database_url=copy, data_folder=folder, secret_keys=keys)
