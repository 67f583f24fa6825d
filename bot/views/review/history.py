"""The versions of an initiative: who changed what and when, each to be read whole and brought back."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from bot.names import Action, View
from bot.payloads.history import Numbered
from bot.views.content.submitted import FIELDS
from bot.views.kit.blocks import (
    MODAL_BLOCKS,
    VIEW_BYTES,
    Block,
    actions,
    button,
    confirm,
    divider,
    modal,
    rich_text,
    shorten,
)
from bot.views.kit.lines import Line, bold, line, paragraphs
from knowledge.domain.comparison import FieldChange, compare
from knowledge.domain.days import said_at
from knowledge.domain.member import is_member
from knowledge.domain.version import Change, Version

#: Characters of a field, before and after, that the list shows; the version itself shows all.
CHANGE_SHOWN = 160

_DONE = {
    Change.BROUGHT_IN: "Brought in",
    Change.PUBLISHED: "Published",
    Change.EDITED: "Edited",
    Change.ARCHIVED: "Archived",
    Change.RESTORED: "Brought back",
    Change.VERSION_RESTORED: "An earlier version brought back",
    Change.HANDED_OVER: "Handed over",
    Change.CHECKED: "Confirmed as still right",
    Change.CONTACT_CONFIRMED: "Contact confirmed",
    Change.CONTACT_CHANGED: "Contact changed",
    Change.CONTACT_LEFT: "Contact left",
    Change.CONTACT_CAME_BACK: "Contact came back",
    Change.NAME_REMOVED: "A name came off",
}


def history_modal(versions: Sequence[Version], name: Callable[[str], str]) -> Block:
    """Every version, the newest first; `name` says who a member's key is."""
    if not versions:
        blocks = rich_text([line("It was never changed since the library brought it in.")])
        return modal("History", blocks, callback_id=View.HISTORY)
    title = versions[-1].content.title
    blocks = rich_text([line(bold(shorten(title, CHANGE_SHOWN)))])
    listed = 0
    for version, before in list(zip(versions, [None, *versions], strict=False))[::-1]:
        lines = [line(bold(f"Version {version.number}. "), said_of(version, name)), *_changed(before, version)]
        read = button("Read", Action.HISTORY_VERSION, _value(version), label=f"Read version {version.number}")
        more = [divider(), *rich_text(lines), *actions([read])]
        if len(blocks) + len(more) >= MODAL_BLOCKS or len(json.dumps([*blocks, *more])) > VIEW_BYTES:
            break
        blocks += more
        listed += 1
    if len(versions) > listed:
        older = len(versions) - listed
        are = "version is" if older == 1 else "versions are"
        blocks += rich_text([line(f"{older} older {are} kept too.")])
    return modal("History", blocks, callback_id=View.HISTORY)


def version_modal(version: Version, shown: Block, name: Callable[[str], str], *, restorable: bool) -> Block:
    """One version whole, as `shown` draws an initiative, with a button to bring it back."""
    opening = rich_text([line(bold(f"Version {version.number}. "), said_of(version, name))])
    buttons: list[Block] = []
    if restorable:
        sure = confirm(
            "Bring this version back?",
            "Readers see it from then on. What stands now is kept as a version too.",
            yes="Bring it back",
            no="Leave it",
        )
        buttons = [button("Bring this version back", Action.HISTORY_RESTORE, _value(version), confirm=sure)]
    return shown | {"blocks": [*opening, divider(), *shown["blocks"], *actions(buttons)][:MODAL_BLOCKS]}


def said_of(version: Version, name: Callable[[str], str]) -> str:
    """ "Edited by Lena Lewis, published by Rita Reviewer on 23 November 2026 at 18:40." """

    def who(key: str) -> str:
        return name(key) if is_member(key) else key or "the library"

    did = _DONE.get(version.change, version.change.value)
    if version.sent_by:
        did = f"{'Edited' if version.change is Change.EDITED else 'Written'} by {who(version.sent_by)}, published"
    done = f"{did} by {who(version.by)} on {said_at(version.at)}."
    if not version.note:
        return done
    return f"{done} To {name(version.note)}." if is_member(version.note) else f"{done} From {version.note}."


def _changed(before: Version | None, version: Version) -> list[Line]:
    if before is None:
        return []
    return [_change_line(one) for one in compare(before.content, version.content)]


def _change_line(one: FieldChange) -> Line:
    was, now = (shorten(" ".join((text or "nothing").split()), CHANGE_SHOWN) for text in (one.before, one.after))
    words = [span for each in paragraphs(f"before: {was}; now: {now}") for span in each.spans]
    return line(f"{FIELDS.get(one.field, one.field.capitalize())}: ", *words, bullet=True)


def _value(version: Version) -> str:
    return Numbered(version.content.id, version.number).value()
