"""A small tree of HTML: text is always escaped, and what a person can use stands in it as a `Control`."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from bot.sandbox.records import Json

VOID = frozenset({"hr", "br", "img"})


@dataclass(frozen=True, slots=True)
class Control:
    """A button, menu or input of a block; the page decides how it looks and what happens on use."""

    block: Json
    element: Json

    @property
    def kind(self) -> str:
        return str(self.element["type"])


@dataclass(frozen=True, slots=True)
class Node:
    """One HTML element."""

    tag: str
    children: tuple[Child, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_still(self) -> bool:
        """Whether nothing in it can be used."""
        return all(isinstance(child, str) or (isinstance(child, Node) and child.is_still) for child in self.children)


Child: TypeAlias = "Node | Control | str"


def node(tag: str, *children: Child, **attributes: str) -> Node:
    """An element; attribute names are given with `_` for `-`, and `class_` for class."""
    named = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    return Node(tag, children, named)


def inner_html(children: Iterable[Child]) -> str:
    """Escaped HTML of still children."""
    return "".join(html.escape(child) if isinstance(child, str) else _html(child) for child in children)


def to_html(tree: Node) -> str:
    """Escaped HTML of a still tree; controls stand as an empty slot."""
    return _html(tree)


def _html(child: Node | Control) -> str:
    if isinstance(child, Control):
        return f'<span data-control="{html.escape(child.kind)}"></span>'
    attributes = "".join(f' {name}="{html.escape(value)}"' for name, value in child.attributes.items())
    if child.tag in VOID:
        return f"<{child.tag}{attributes}>"
    return f"<{child.tag}{attributes}>{inner_html(child.children)}</{child.tag}>"
