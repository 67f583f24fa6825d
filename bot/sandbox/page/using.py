"""One message or view before one person, ready to be used."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from bot.sandbox.person import Person
from bot.sandbox.records import Json, Message, View


class Using:
    """Ties a surface to the person before it and to the page that does the work."""

    def __init__(
        self, person: Person, surface: Message | View, do: Callable[[Callable[[], Any]], Awaitable[Any]]
    ) -> None:
        self.person, self.surface, self._do = person, surface, do

    async def do(self, work: Callable[[], Any]) -> Any:
        """Does something that waits for the app."""
        return await self._do(work)

    async def sure(self, confirm: Json | None) -> bool:
        """Asks what the confirm dialog asks."""
        from bot.sandbox.page.dialogs import ask

        return await ask(confirm)
