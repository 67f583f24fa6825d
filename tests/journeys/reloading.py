"""What journeys of reloads have in common: a network whose library is one small file, and what admins see."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.sandbox.person import SlackPerson
from bot.sandbox.records import PostedMessage
from bot.sandbox.server import StandInSlack
from tests.journeys.conftest import Network, connected
from tests.journeys.library_files import LibraryFile


@contextmanager
def with_library(slack: StandInSlack, library: LibraryFile, lists: Path, tmp_path: Path) -> Iterator[Network]:
    """Ade administers the whole store, and so does Lena; Ann does not."""
    folders = {"PRACTICE_LIBRARY": str(library.folder), "PRACTICE_LISTS": str(lists)}
    url = f"sqlite:///{tmp_path / 'practice.db'}"
    with connected(slack, url, PRACTICE_ADMINS="UADMIN,ULEAD", **folders) as network:
        yield network


def previewed(person: SlackPerson) -> PostedMessage:
    """What a reload would do, as shown to whoever asks."""
    person.command("/practice reload")
    return person.answer()


def becomes(person: SlackPerson, words: str, channel: str = "CGENERAL") -> PostedMessage:
    """The message before their eyes that has come to say these words, waited for."""
    return person.wait_for(
        lambda: next((one for one in person.sees(channel)[::-1] if words in one.text), None),
        what=f"a message with “{words}”",
    )
