"""Every command, action, view and subcommand name that Slack and the bot share."""

from __future__ import annotations

from enum import StrEnum

COMMAND = "/practice"


class Action(StrEnum):
    """`action_id`s. Several buttons of one block carry a suffix after a colon (`ask:2`); `matching` ignores it."""

    OPEN = "open"
    MORE = "more"
    SHARE = "share"
    SEND = "send"
    ASK = "ask"

    def numbered(self, number: int) -> str:
        """The `action_id` of the `number`th such button in one block, where ids must differ."""
        return f"{self}:{number}"


class View(StrEnum):
    """`callback_id`s of modals."""

    INITIATIVE = "initiative"


class Subcommand(StrEnum):
    """Words that are a command of their own when they are the whole text; everything else is a question."""

    HELP = "help"
    BROWSE = "browse"
    SHARE = "share"
    MINE = "mine"
    REVIEW = "review"
    RELOAD = "reload"
    CONTACTS = "contacts"
    REPORT = "report"
    PEOPLE = "people"
    PRIVACY = "privacy"

    @classmethod
    def of(cls, text: str) -> Subcommand | None:
        """The subcommand that `text` is, whatever its case; None for a question."""
        try:
            return cls(text.strip().lower())
        except ValueError:
            return None
