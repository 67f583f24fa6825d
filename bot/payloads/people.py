"""What is pressed and sent about roles: which grant a button means, and who is to have what."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass
from typing import Any

from bot.names import Field
from bot.payloads.state import Body, chosen, of_kind, person
from bot.payloads.values import carried
from knowledge.domain.member import Role


@dataclass(frozen=True, slots=True)
class Given:
    """A role of a member (a key), for one authority or for every one; `page`: of the list in which it stands."""

    member: str
    role: Role
    authority: str | None
    page: int = 0

    def value(self) -> str:
        """The record as a button carries it."""
        return json.dumps(astuple(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def of(cls, value: object) -> Given | None:
        """The record that a button's value holds; None when it holds none."""
        return carried(value, _given)


def _given(held: Any) -> Given:
    member, role, authority, *page = held
    return Given(str(member), Role(role), authority and str(authority), int(page[0]) if page else 0)


def chosen_role(view: Body) -> tuple[str, Role, str | None]:
    """(user, role, authority) as chosen in the form; the user is empty and the role reader where none was."""
    role, authority = (next(iter(chosen(view, field)), "") for field in (Field.ROLE, Field.AUTHORITY))
    return person(view, Field.MEMBER), next(iter(of_kind(Role, [role])), Role.READER), authority or None
