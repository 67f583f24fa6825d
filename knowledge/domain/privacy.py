"""What the store holds about one member."""

from __future__ import annotations

from dataclasses import dataclass

#: Stands for who did something and erased since that it was them.
ERASED = "somebody who erased their name"


@dataclass(frozen=True, slots=True)
class AboutMe:
    """How much is held about one member, to be shown to them.

    `drafts` also counts what was returned or put away, and no form that was opened without writing anything; `leads`
    and `named` are initiatives.

    `authority` is the one they last shared for, offered to them again. `decided` counts audit lines, `changed` what
    says that they did it in the history of initiatives, of submissions and of questions sent to the admins. `sent` are
    such questions that they sent with their name.
    """

    drafts: int = 0
    waiting: int = 0
    published: int = 0
    leads: int = 0
    named: int = 0
    roles: tuple[str, ...] = ()
    authority: str | None = None
    decided: int = 0
    sent: int = 0
    changed: int = 0

    @property
    def erasable(self) -> bool:
        """Whether there is anything that they can erase themselves at once."""
        return bool(
            self.drafts or self.waiting or self.published or self.leads or self.authority or self.sent or self.changed
        )
