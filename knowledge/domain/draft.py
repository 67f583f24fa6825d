"""A draft: unchecked content read from a filled-in Sharing Practice template, before anyone has looked at it."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.domain.authority import Authority
from knowledge.domain.initiative import Category, Contact, Evidence, Resource
from knowledge.errors import Problem


@dataclass(frozen=True, slots=True)
class Draft:
    """One initiative as proposed. `contacts` are those named for it alone; `place` says where in the form it stands."""

    title: str
    summary: str
    categories: tuple[Category, ...]
    themes: tuple[str, ...] = ()
    impact: str | None = None
    evidence: Evidence = Evidence.DESCRIBED
    contacts: tuple[Contact, ...] = ()
    resources: tuple[Resource, ...] = ()
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A filled-in template as read: whose it is, what stands for the whole of it, and the initiatives it proposes.

    `authority` is None when it could not be read, and then `problems` says so. Nothing of a form without an
    authority or without a draft may be saved.
    """

    file: str
    authority: Authority | None = None
    categories: tuple[Category, ...] = ()
    contacts: tuple[Contact, ...] = ()
    resources: tuple[Resource, ...] = ()
    drafts: tuple[Draft, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def can_be_saved(self) -> bool:
        """Whether it says whose it is and proposes anything."""
        return self.authority is not None and bool(self.drafts)
