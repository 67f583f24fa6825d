"""What reviewers press and send: which contribution they saw, in which state, and what they wrote about it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from bot.names import Field
from bot.payloads.state import Body, chosen, held, of_kind, typed
from bot.payloads.values import carried
from knowledge.domain.content import Content
from knowledge.domain.initiative import Category, Evidence, Visibility


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The contribution `id` at the revision `seen`, compared with what `over` stands for (see `Look.over`)."""

    id: str
    seen: int
    over: str = ""

    def value(self) -> str:
        """The record as a button or a form carries it."""
        return json.dumps(asdict(self), separators=(",", ":"))

    @classmethod
    def of(cls, value: object) -> Reviewed | None:
        """The record that a button's value or a form's metadata holds; None when it holds none."""
        return carried(value, lambda held: cls(str(held["id"]), int(held["seen"]), str(held.get("over", ""))))


def edited(view: Body, content: Content) -> Content:
    """`content` with what the reviewer made of it in the form; what the form does not hold stays as it is."""
    changed = replace(
        content,
        title=_text(view, Field.TITLE, content.title),
        summary=_text(view, Field.SUMMARY, content.summary),
        impact=_text(view, Field.IMPACT, content.impact or "") or None,
        year=_text(view, Field.YEAR, content.year or "") or None,
    )
    if categories := of_kind(Category, chosen(view, Field.CATEGORIES)):
        changed = replace(changed, categories=categories)
    if held(view, Field.THEMES):
        changed = replace(changed, themes=tuple(chosen(view, Field.THEMES)))
    if evidence := of_kind(Evidence, chosen(view, Field.EVIDENCE)):
        changed = replace(changed, evidence=evidence[0])
    if visibility := of_kind(Visibility, chosen(view, Field.VISIBILITY)):
        changed = replace(changed, visibility=visibility[0])
    if held(view, Field.CONTACTS):
        changed = replace(changed, contacts=_kept(content.contacts, chosen(view, Field.CONTACTS)))
    if held(view, Field.RESOURCES):
        changed = replace(changed, resources=_kept(content.resources, chosen(view, Field.RESOURCES)))
    return changed


def _text(view: Body, field: str, otherwise: str) -> str:
    return typed(view, field) if held(view, field) else otherwise


def _kept(every: Sequence[Any], numbers: Sequence[str]) -> tuple[Any, ...]:
    return tuple(one for number, one in enumerate(every) if str(number) in numbers)
