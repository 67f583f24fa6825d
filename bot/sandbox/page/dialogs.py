"""The modal on top of a person's stack, with its errors, and the confirm dialogs of buttons."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nicegui import events, ui

from bot.sandbox.drawing import draw
from bot.sandbox.errors import NotSent
from bot.sandbox.nodes import Node
from bot.sandbox.page.in_use import Doer, InUse
from bot.sandbox.page.painting import WorkspaceNames, paint_all
from bot.sandbox.person import SlackPerson
from bot.sandbox.records import Json, ShownView

# Painting a form anew takes away what had the focus: once it stands there, the focus goes to the first field with an
# error, else to the form.
KEEP_FOCUS = """
    const look = (times) => setTimeout(() => {
        const card = getHtmlElement(%d);
        if (!card || card.dataset.painting !== "%d") return times && look(times - 1);
        if (card.contains(document.activeElement)) return;
        const wrong = card.querySelector('.pf-field:has(.pf-error) :is(input, textarea, [tabindex="0"])');
        (wrong || card.closest(".q-dialog__inner")).focus();
    }, 50);
    look(200);
"""


async def ask(confirm: Json | None) -> bool:
    """Shows a confirm dialog and waits for the choice; True when there is none to show."""
    if confirm is None:
        return True
    title = confirm["title"]["text"]
    with ui.dialog() as dialog, ui.card().classes("pf-card"):
        ui.label(title).classes("pf-dialog-title").props('role="heading" aria-level="2"')
        ui.label(confirm["text"]["text"])
        with ui.row().classes("pf-dialog-buttons"):
            _plain_button(confirm["deny"]["text"], lambda: dialog.submit(False))
            style = "pf-danger" if confirm.get("style") == "danger" else "pf-primary"
            _plain_button(confirm["confirm"]["text"], lambda: dialog.submit(True), style)
    dialog.props["aria-label"] = title
    dialog.on("hide", dialog.delete)  # not before: the dialog itself gives the focus back to what opened it
    return bool(await dialog)


class ModalLayer:
    """Shows whatever modal is on top for the person now looking; paints anew only when it has changed."""

    def __init__(self, page: Doer) -> None:
        self._page = page
        self._shown: tuple[Any, ...] | None = None
        self._person: SlackPerson | None = None
        self._view: ShownView | None = None
        self._painting = 0
        self.dialog = ui.dialog().props("no-backdrop-dismiss")
        self.dialog.on_value_change(self._hidden)
        with self.dialog:
            self._card = ui.card().classes("pf-card pf-modal")

    def sync(self, person: SlackPerson) -> None:
        """Brings the page in step with the person's stack."""
        view = person.workspace.views.top(person.user.id)
        sign = (person.user.id, view.id, view.hash, view.trouble, tuple(view.errors.items())) if view else None
        if sign == self._shown:
            return
        self._shown, self._person, self._view = sign, person, view
        if view is None:
            self.dialog.close()
            return
        self._painting += 1
        self._card.clear()
        self._card.props["data-painting"] = self._painting
        with self._card:
            self._paint(person, view)
        self.dialog.props["aria-label"] = view.title
        self.dialog.open()
        ui.run_javascript(KEEP_FOCUS % (self._card.id, self._painting))

    def _paint(self, person: SlackPerson, view: ShownView) -> None:
        depth = len(person.workspace.views.stack(person.user.id))
        with ui.row().classes("pf-modal-head"):
            ui.label(view.title).classes("pf-dialog-title").props('role="heading" aria-level="2"')
            if depth > 1:
                ui.label(f"{depth} of at most 3 on top of one another").classes("pf-hint")
        if view.trouble:
            ui.label(view.trouble).classes("pf-undrawable").props('role="alert"')
        names = WorkspaceNames(person.workspace)
        using = InUse(person, view, self._page)
        with ui.column().classes("pf-modal-body"):
            for block, node in zip(view.blocks, draw(view.blocks, names), strict=True):
                if block["type"] == "input":
                    self._field(block, node, view.errors.get(block["block_id"]), using)
                else:
                    paint_all([node], using)
        with ui.row().classes("pf-dialog-buttons"):
            close = (view.body.get("close") or {}).get("text")
            _plain_button(close or ("Cancel" if view.body.get("submit") else "Close"), self._close)
            if view.body.get("submit"):
                _plain_button(view.body["submit"]["text"], self._submit, "pf-primary")

    def _field(self, block: Json, node: Node, error: str | None, using: InUse) -> None:
        """An input with its label; what stands below it is said with it by a screen reader, too."""
        with ui.element("div").classes("pf-field") as field:
            optional = " (optional)" if block.get("optional") else ""
            ui.label(block["label"]["text"] + optional).classes("pf-label")
            paint_all([node], using)
            named = [element for element in field.descendants() if "aria-label" in element.props]
            below = [ui.label(error).classes("pf-error").props('role="alert"')] if error else []
            if block.get("hint"):
                below.append(ui.label(block["hint"]["text"]).classes("pf-hint"))
        for element in named if below else ():
            element.props["aria-describedby"] = " ".join(label.html_id for label in below)
            if error and element.props.get("role") != "group":  # which cannot be invalid, only what is in it
                element.props["aria-invalid"] = "true"

    async def _submit(self) -> None:
        person, view = self._person, self._view
        if person is None or view is None:
            return

        def send() -> None:
            try:
                person.submits(view)
            except NotSent:
                return  # the errors stand in the view and are painted

        await self._page.do(send)

    async def _hidden(self, event: events.ValueChangeEventArguments[bool]) -> None:
        """The Escape key hides the dialog by itself; the app is then told as after a press on Close."""
        if not event.value:
            await self._close()

    async def _close(self) -> None:
        person, view = self._person, self._view
        if person is not None and view is not None and not view.closed:
            await self._page.do(lambda: person.closes(view))


def _plain_button(words: str, press: Callable[[], Any], style: str = "pf-default") -> None:
    with ui.element("button").classes(f"pf-button {style}").props('type="button"').on("click", press):
        ui.label(words)
