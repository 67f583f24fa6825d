"""One message or view before one person, ready to be used."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from bot.sandbox.person import SlackPerson
from bot.sandbox.records import Json, PostedMessage, ShownView


class Doer(Protocol):
    """The page, as far as what is painted on it needs it."""

    async def do(self, work: Callable[[], Any]) -> Any:
        """Does something that waits for the app, and says so when it cannot be done."""
        ...

    async def sure(self, confirm: Json | None) -> bool:
        """Asks what a confirm dialog asks; True when there is none."""
        ...


class InUse:
    """Ties a surface to the person before it and to the page that does the work."""

    def __init__(self, person: SlackPerson, surface: PostedMessage | ShownView, page: Doer) -> None:
        self.person, self.surface, self._page = person, surface, page

    async def do(self, work: Callable[[], Any]) -> Any:
        """Does something that waits for the app."""
        return await self._page.do(work)

    async def sure(self, confirm: Json | None) -> bool:
        """Asks what the confirm dialog asks."""
        return await self._page.sure(confirm)
