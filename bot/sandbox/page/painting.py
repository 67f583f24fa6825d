"""Puts drawn blocks on the page: what is still as HTML, what can be used as native buttons, menus and inputs."""

from __future__ import annotations

import html
from collections.abc import Sequence

from nicegui import ui

from bot.sandbox.nodes import Child, Control, Node, inner_html
from bot.sandbox.page.controls import paint_control
from bot.sandbox.page.in_use import InUse
from bot.sandbox.records import User
from bot.sandbox.workspace import Workspace


class WorkspaceNames:
    """Who and what an id stands for in one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def user(self, user_id: str) -> str:
        """A person's name; the id itself for nobody."""
        user = self._workspace.users.get(user_id)
        return user.real_name if user else user_id

    def channel(self, channel_id: str) -> str:
        """A channel's name; the id itself for none."""
        channel = self._workspace.channels.get(channel_id)
        return channel.name if channel else channel_id


def paint_all(nodes: Sequence[Node], use: InUse) -> None:
    """Paints drawn blocks into the current slot."""
    for node in nodes:
        paint(node, use)


def paint(child: Child, use: InUse) -> None:
    """Paints one part: text is escaped before it becomes HTML."""
    if isinstance(child, str):
        ui.html(html.escape(child), sanitize=False, tag="span")
    elif isinstance(child, Control):
        paint_control(child, use)
    elif child.is_still and child.tag not in ("hr", "br"):
        _with_attributes(ui.html(inner_html(child.children), sanitize=False, tag=child.tag), child)
    else:
        with _with_attributes(ui.element(child.tag), child):
            for part in child.children:
                paint(part, use)


def _with_attributes(element: ui.element, node: Node) -> ui.element:
    for name, value in node.attributes.items():
        if name == "class":
            element.classes(value)
        else:
            element.props[name] = value
    return element


def initials(user: User) -> str:
    """Two letters for a person's picture."""
    return "".join(word[0] for word in user.real_name.split()[:2]).upper()
