"""What the lists call by another name now: themes that were renamed, authorities that others took over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from knowledge.domain.content import Content
from knowledge.domain.initiative import Initiative
from knowledge.domain.lists import Lists

Renameable = TypeVar("Renameable", Initiative, Content)


@dataclass(frozen=True, slots=True)
class Renamings:
    """Theme slugs and register names by what they were; `split` are authorities with several successors."""

    themes: dict[str, str]
    authorities: dict[str, str]
    split: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, lists: Lists) -> Renamings:
        """What `lists` say has another name now."""
        return cls(
            themes=lists.renamed_themes(),
            authorities={one.name: one.successors[0] for one in lists.former if len(one.successors) == 1},
            split={one.name: one.successors for one in lists.former if len(one.successors) > 1},
        )

    def themes_now(self, themes: Iterable[str]) -> tuple[str, ...]:
        """These themes as they are called now; one that would be there twice, once."""
        return tuple(dict.fromkeys(self.themes.get(theme, theme) for theme in themes))

    def renamed(self, one: Renameable) -> Renameable:
        """The same with its authority and themes as they are called now."""
        authority = one.authority and self.authorities.get(one.authority, one.authority)
        return replace(one, authority=authority, themes=self.themes_now(one.themes))
