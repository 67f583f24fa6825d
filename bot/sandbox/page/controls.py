"""Every element of Block Kit that the page can work: what it looks like, and what using it does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from nicegui import events, ui

from bot.sandbox import state
from bot.sandbox.nodes import Control
from bot.sandbox.page.in_use import InUse
from bot.sandbox.records import Json, ShownView
from bot.sandbox.state import VALUE_KEY


def paint_control(control: Control, use: InUse) -> None:
    """Paints one element; an unknown kind is a visible error."""
    painter = PAINTERS.get(control.kind)
    if painter is None:
        words = f"This {control.kind} element cannot be drawn."
        ui.label(words).classes("pf-undrawable").props('role="alert"')
        return
    painter(control, use)


def label_of(control: Control) -> str:
    """What a screen reader calls the element."""
    block, element = control.block, control.element
    if block.get("element") is element:
        return str(block["label"]["text"])
    for key in ("accessibility_label", "placeholder", "text"):
        found = element.get(key)
        if found:
            return str(found if isinstance(found, str) else found["text"])
    return str(element["action_id"]).replace("_", " ")


def held(control: Control, use: InUse) -> Any:
    """What stands in the element now."""
    value = (use.surface.state.get(control.block["block_id"]) or {}).get(control.element["action_id"])
    key = VALUE_KEY[control.kind]
    if value is None:
        return control.element.get(state.INITIAL_KEY.get(key, ""), state.empty(control.kind))
    return value[key]


async def put(control: Control, use: InUse, value: Any) -> None:
    """Puts a value in: silently into a form's input, telling the app everywhere else."""
    block, element = control.block, control.element
    if block["type"] == "input" and not block.get("dispatch_action") and isinstance(use.surface, ShownView):
        use.person.fills(use.surface, {block["block_id"]: value})
        return
    if not await use.sure(element.get("confirm")):
        return
    name = f"{block['block_id']}/{element['action_id']}"
    await use.do(lambda: use.person.chooses(use.surface, name, value))


def _button(control: Control, use: InUse) -> None:
    element = control.element
    address = element.get("url")
    button = ui.element("a" if address else "button").classes(f"pf-button pf-{element.get('style', 'default')}")
    if address:
        button.props["href"], button.props["target"], button.props["rel"] = address, "_blank", "noopener noreferrer"
    else:
        button.props["type"] = "button"
    if element.get("accessibility_label"):
        button.props["aria-label"] = element["accessibility_label"]
    with button:
        ui.label(element["text"]["text"])

    async def press() -> None:
        if await use.sure(element.get("confirm")):
            action: Json = {key: element[key] for key in ("text", "value", "style") if key in element}
            await use.do(lambda: use.person.acts(use.surface, control.block, element, action))

    button.on("click", press)


def _overflow(control: Control, use: InUse) -> None:
    with (
        ui.button(color=None, icon="more_horiz").props('flat dense aria-label="More actions"').classes("pf-overflow"),
        ui.menu(),
    ):
        for option in control.element["options"]:

            async def pick(option: Json = option) -> None:
                await put(control, use, option)

            ui.menu_item(option["text"]["text"], pick).props('role="menuitem"')


def _select(control: Control, use: InUse) -> None:
    _menu(control, use, state.options_of(control.element))


def _menu(control: Control, use: InUse, options: list[Json]) -> None:
    several = control.kind.startswith("multi")
    now = held(control, use)
    names = {number: option["text"]["text"] for number, option in enumerate(options)}
    chosen: Any = [options.index(item) for item in now] if several else options.index(now) if now in options else None

    async def change(event: events.ValueChangeEventArguments[Any]) -> None:
        picked = event.value
        if several:
            await put(control, use, [options[number] for number in picked or []])
        elif picked is not None:
            await put(control, use, options[picked])

    placeholder = (control.element.get("placeholder") or {}).get("text", "Choose an option")
    menu = ui.select(names, value=chosen, label=placeholder, on_change=change, multiple=several)
    _dress(menu, control)


def _people(control: Control, use: InUse) -> None:
    users = [user for user in use.person.workspace.users.values() if user.id != use.person.workspace.bot.id]
    _ids(control, use, {user.id: user.real_name for user in users})


def _channels(control: Control, use: InUse) -> None:
    seen = use.person.workspace.channels_of(use.person.user.id)
    _ids(control, use, {channel.id: f"#{channel.name}" for channel in seen})


def _ids(control: Control, use: InUse, names: dict[str, str]) -> None:
    several = control.kind.startswith("multi")

    async def change(event: events.ValueChangeEventArguments[Any]) -> None:
        await put(control, use, event.value)

    placeholder = (control.element.get("placeholder") or {}).get("text", "Choose")
    now = held(control, use)
    _dress(ui.select(names, value=now, label=placeholder, on_change=change, multiple=several), control)


def _looked_up(control: Control, use: InUse) -> None:
    """A menu whose options the app gives while one types."""
    several = control.kind.startswith("multi")
    now = held(control, use)
    known: dict[str, Json] = {option["value"]: option for option in (now if several else [now]) if option}

    async def change(event: events.ValueChangeEventArguments[Any]) -> None:
        if several:
            await put(control, use, [known[value] for value in event.value or []])
        elif event.value in known:
            await put(control, use, known[event.value])

    menu = ui.select(
        {value: option["text"]["text"] for value, option in known.items()},
        value=list(known) if several else next(iter(known), None),
        label=(control.element.get("placeholder") or {}).get("text", "Type to search"),
        on_change=change,
        multiple=several,
        with_input=True,
    )

    async def typed(event: events.GenericEventArguments) -> None:
        text = str(event.args or "")
        name = control.element["action_id"]
        offered = await use.do(lambda: use.person.types_into(use.surface, name, text)) if text else None
        if offered is not None and not menu.is_deleted:
            known.update({option["value"]: option for option in offered})
            menu.set_options({option["value"]: option["text"]["text"] for option in offered}, value=menu.value)

    menu.on("input-value", typed, throttle=0.2, leading_events=False)
    _dress(menu, control)


def _radio(control: Control, use: InUse) -> None:
    options = control.element["options"]
    now = held(control, use)

    async def change(event: events.ValueChangeEventArguments[Any]) -> None:
        await put(control, use, options[event.value])

    names = {number: option["text"]["text"] for number, option in enumerate(options)}
    chosen = options.index(now) if now in options else None
    radio = ui.radio(names, value=chosen, on_change=change)
    radio.props["aria-label"] = label_of(control)


def _checkboxes(control: Control, use: InUse) -> None:
    options = control.element["options"]
    ticked = list(held(control, use) or [])
    with ui.element("div").props('role="group"') as group:
        group.props["aria-label"] = label_of(control)
        for option in options:

            async def change(event: events.ValueChangeEventArguments[bool | None], option: Json = option) -> None:
                if event.value and option not in ticked:
                    ticked.append(option)
                elif not event.value and option in ticked:
                    ticked.remove(option)
                await put(control, use, [item for item in options if item in ticked])

            with ui.column().classes("gap-0"):
                ui.checkbox(option["text"]["text"], value=option in ticked, on_change=change)
                if option.get("description"):
                    ui.label(option["description"]["text"]).classes("pf-hint")


def _typed(control: Control, use: InUse) -> None:
    element = control.element
    kinds = {"email_text_input": "email", "url_text_input": "url", "datepicker": "date", "timepicker": "time"}
    kind = kinds.get(control.kind, "text")
    now = held(control, use) or ""

    async def change(event: events.ValueChangeEventArguments[str | None]) -> None:
        if kind in ("date", "time") or not control.block.get("dispatch_action"):
            await put(control, use, event.value or None)

    placeholder = (element.get("placeholder") or {}).get("text")
    made = ui.textarea if element.get("multiline") else ui.input
    typed = made(value=str(now), placeholder=placeholder, on_change=change)
    typed.props["type"] = "textarea" if element.get("multiline") else kind
    if element.get("max_length"):
        typed.props["counter"], typed.props["maxlength"] = True, element["max_length"]
    if control.block.get("dispatch_action") and kind == "text":

        async def entered() -> None:
            await put(control, use, typed.value or None)

        typed.on("keydown.enter", entered)
    _dress(typed, control)


def _moment(control: Control, use: InUse) -> None:
    now = held(control, use)
    shown = datetime.fromtimestamp(now).strftime("%Y-%m-%dT%H:%M") if now else ""

    async def change(event: events.ValueChangeEventArguments[str | None]) -> None:
        value = event.value
        await put(control, use, int(datetime.fromisoformat(value).timestamp()) if value else None)

    typed = ui.input(value=shown, on_change=change)
    typed.props["type"] = "datetime-local"
    _dress(typed, control)


def _long_text(control: Control, use: InUse) -> None:
    async def change(event: events.ValueChangeEventArguments[str | None]) -> None:
        await put(control, use, event.value or None)

    _dress(ui.textarea(on_change=change), control)


def _files(control: Control, use: InUse) -> None:
    chosen = list(held(control, use) or [])
    most = control.element.get("max_files", 10)

    listed = ui.column().classes("gap-0")

    def name(file: Json) -> None:
        with listed:
            ui.label(f"{file['name']}, {file['size']} bytes").classes("pf-hint")

    async def received(event: events.UploadEventArguments) -> None:
        content = await event.file.read()
        chosen.append(use.person.uploads(event.file.name, content).as_slack())
        await put(control, use, chosen)
        name(chosen[-1])

    for file in chosen:
        name(file)
    kinds = ",".join(f".{kind}" for kind in control.element.get("filetypes") or ())
    upload = ui.upload(on_upload=received, multiple=most > 1, max_files=most, auto_upload=True, label=label_of(control))
    upload.classes("w-full").props["accept"] = kinds


def _dress(element: ui.element, control: Control) -> None:
    element.props("outlined dense").classes("pf-control")
    element.props["aria-label"] = label_of(control)
    element.props["data-block"] = control.block["block_id"]


PAINTERS: dict[str, Callable[[Control, InUse], None]] = {
    "button": _button,
    "overflow": _overflow,
    "static_select": _select,
    "multi_static_select": _select,
    "external_select": _looked_up,
    "multi_external_select": _looked_up,
    "users_select": _people,
    "multi_users_select": _people,
    "conversations_select": _channels,
    "multi_conversations_select": _channels,
    "channels_select": _channels,
    "multi_channels_select": _channels,
    "radio_buttons": _radio,
    "checkboxes": _checkboxes,
    "plain_text_input": _typed,
    "email_text_input": _typed,
    "url_text_input": _typed,
    "number_input": _typed,
    "datepicker": _typed,
    "timepicker": _typed,
    "datetimepicker": _moment,
    "rich_text_input": _long_text,
    "file_input": _files,
}
