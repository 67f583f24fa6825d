"""What stands in the form for sharing -> the content of a draft; what the form does not hold stays as it is.

A text longer than one field holds stands in several (`summary`, `summary:2n`): the letter says what joins them. A
field that was redrawn with other choices has a new id (`themes@7`), because Slack keeps what stood in the old one.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import islice
from typing import Any

from bot.names import Field
from bot.payloads.state import Body, blocks, of_kind, options
from bot.payloads.values import carried
from bot.views.kit.blocks import INPUT_TEXT, OPTIONS
from knowledge.domain.content import Content
from knowledge.domain.initiative import Category, Contact, Evidence, Resource, Visibility
from knowledge.domain.text import cut

#: What joins the parts of a long text, by the letter at the end of the field's id.
JOINTS = {"n": "\n", "s": " ", "x": ""}
#: How many fields one text fills at most: Slack takes views of 250 kB, and escaped letters count six bytes each.
PARTS = {Field.SUMMARY: 3, Field.IMPACT: 3, Field.RESOURCES: 3}
#: The value of a ticked box.
YES = "yes"

_PART = re.compile(r"(?P<field>\w+):(?P<number>\d+)(?P<joint>[nsx])")
_ADDRESS = re.compile(r"(?:^|(?<=[\s(<]))(https?://\S+?)[)>]?\s*$", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s(<]*(?:[-–—|:,;]\s*)?[(<]*$")


@dataclass(frozen=True, slots=True)
class Step:
    """What a form carries: its draft; for a contact, the key of the one it changes (none for a new one).

    `below` is the id of the form under a contact's, `list` that of the proposals under a draft's: they are redrawn
    when what stands on them is kept. `seen` is the draft's revision that it shows, 0 where that is not known.
    """

    draft: str
    contact: str = ""
    below: str = ""
    list: str = ""
    seen: int = 0

    def metadata(self) -> str:
        """The record as a form or a button carries it."""
        return json.dumps({name: held for name, held in asdict(self).items() if held})

    @classmethod
    def of(cls, metadata: object) -> Step | None:
        """The record that a form or a button carries; None when it carries none."""
        return carried(metadata, _step)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a button says of two: a draft, and the other draft or the initiative that it is to go with."""

    draft: str
    other: str

    def value(self) -> str:
        """The record as a button carries it."""
        return json.dumps(asdict(self))

    @classmethod
    def of(cls, value: object) -> Choice | None:
        """The record that a button carries; None when it carries none."""
        return carried(value, lambda held: cls(str(held["draft"]), str(held["other"])))


def _step(held: Any) -> Step:
    more = {name: str(held.get(name, "")) for name in ("contact", "below", "list")}
    return Step(str(held["draft"]), **more, seen=int(held.get("seen", 0)))


def filled(view: Body, content: Content, known: Sequence[Contact] = ()) -> Content:
    """`content` with all that stands in the form's fields; `known` are the contacts that it offers beside its own."""
    texts = {
        field.value: typed
        for field in (Field.TITLE, Field.SUMMARY, Field.IMPACT, Field.YEAR)
        if (typed := _whole(view, field, getattr(content, field) or "")) is not None
    }
    changed = replace(content, **texts)  # type: ignore[arg-type]  # four of its text fields
    if (typed := _whole(view, Field.RESOURCES, written_resources(content.resources))) is not None:
        changed = replace(changed, resources=read_resources(typed))
    if (chosen := _chosen(view, Field.AUTHORITY)) is not None:
        changed = replace(changed, authority=next(iter(chosen), None))
    if (chosen := _chosen(view, Field.CATEGORIES)) is not None:
        changed = replace(changed, categories=of_kind(Category, chosen))
    if (chosen := _chosen(view, Field.EVIDENCE)) is not None:
        changed = replace(changed, evidence=next(iter(of_kind(Evidence, chosen)), changed.evidence))
    if (chosen := _chosen(view, Field.THEMES)) is not None:
        changed = replace(changed, themes=tuple(chosen))
    if (chosen := _chosen(view, Field.VISIBILITY)) is not None:
        changed = replace(changed, visibility=next(iter(of_kind(Visibility, chosen)), changed.visibility))
    if (chosen := _chosen(view, Field.NO_CHILD)) is not None:
        changed = replace(changed, no_child=YES in chosen)
    if (chosen := _chosen(view, Field.CONTACTS)) is not None:
        changed = replace(changed, contacts=_contacts(view, content, known, chosen))
    return changed


def contact_in(view: Body, team: str, before: Contact | None = None) -> Contact:
    """The contact that was typed into the form for one; a linked Slack user is of workspace `team`."""
    user = next((str(value.get("selected_user") or "") for _, value in _held(view, Field.MEMBER)), "")
    elsewhere = before.member if before and not is_of(before, team) else None
    made = Contact(
        name=_text(view, Field.NAME) or None,
        role=_text(view, Field.ROLE) or None,
        team=_text(view, Field.TEAM) or None,
        email=_text(view, Field.EMAIL) or None,
        phone=_text(view, Field.PHONE) or None,
        url=_text(view, Field.URL) or None,
        public=YES in (_chosen(view, Field.PUBLIC) or ()),
        member=f"{team}:{user}" if user else elsewhere,
    )
    same = before is not None and (before.name, before.member) == (made.name, made.member)
    return replace(made, confirmed=before.confirmed) if before and same else made


def is_of(contact: Contact, team: str) -> bool:
    """Whether a contact is linked to a Slack user of this workspace, or to nobody."""
    return contact.member is None or contact.member.startswith(f"{team}:")


def contact_key(contact: Contact) -> str:
    """What tells a contact from any other, as an option carries it; whether they confirmed it makes no difference."""
    return hashlib.sha256(repr(replace(contact, confirmed=None)).encode("utf-8", "replace")).hexdigest()[:32]


def offered_contacts(content: Content, known: Sequence[Contact]) -> dict[str, Contact]:
    """The contacts that a form offers, by key: the draft's own first."""
    every = (*content.contacts, *(replace(contact, confirmed=None) for contact in known))
    found: dict[str, Contact] = {}
    for contact in every:
        found.setdefault(contact_key(contact), contact)
    return found


def read_resources(text: str) -> tuple[Resource, ...]:
    """One resource a line: "Title - https://...", a title alone, or an address alone, which is then its own title."""
    return tuple(_resource(row.strip()) for row in text.splitlines() if row.strip())


def written_resources(resources: Sequence[Resource]) -> str:
    """The lines that `read_resources` reads."""
    return "\n".join(_written(one) for one in resources)


def parts(field: Field, text: str) -> tuple[list[tuple[str, str]], str]:
    """A text as (block_id, part) for each field that it fills, and the rest that has no room (with what joins it).

    Parts end at a line's or a word's end where one is near.
    """
    shown: list[tuple[str, str]] = []
    joint, most = "", PARTS.get(field, 1)
    while text or not shown:
        if len(shown) == most:
            return shown, JOINTS[joint] + text
        part, after, text = _part(text)
        shown.append((f"{field}:{len(shown) + 1}{joint}" if shown else field.value, part))
        joint = after
    return shown, ""


def field_ids(view: Body) -> dict[str, str]:
    """The `block_id` of each field of a form, by the field's plain name; of a text in parts, that of the first."""
    inputs = [block.get("block_id") for block in view.get("blocks") or () if block.get("type") == "input"]
    found: dict[str, str] = {}
    # Not every client sends the blocks along; what stands in the fields it always sends.
    for id in inputs or blocks(view):
        found.setdefault(_plain(str(id or "")), str(id or ""))
    return found


def _part(text: str) -> tuple[str, str, str]:
    """What fits into one field, the letter of what joins it to the rest, and the rest."""
    room = len(cut(text, INPUT_TEXT))
    if room == len(text):
        return text, "x", ""
    for letter in ("n", "s"):
        at = text.rfind(JOINTS[letter], room // 2, room + 1)
        if at > 0:
            return text[:at], letter, text[at + 1 :]
    return text[:room], "x", text[room:]


def _resource(row: str) -> Resource:
    found = _ADDRESS.search(row)
    if not found:
        return Resource(row)
    title = _BETWEEN.sub("", row[: found.start(1)]).strip()
    return Resource(title or found[1], found[1])


def _written(resource: Resource) -> str:
    title = " ".join(resource.title.split())
    if not resource.url or resource.url == title:
        return title or resource.url or ""
    return f"{title} - {resource.url}" if title else resource.url


def _contacts(view: Body, content: Content, known: Sequence[Contact], chosen: Sequence[str]) -> tuple[Contact, ...]:
    offered = offered_contacts(content, known)
    there = _offered(view, Field.CONTACTS) if view.get("blocks") else {*islice(offered, OPTIONS)}
    own = [one for one in content.contacts if contact_key(one) in chosen or contact_key(one) not in there]
    held = {contact_key(one) for one in own}
    return (*own, *(offered[key] for key in chosen if key in offered and key not in held))


def _offered(view: Body, field: Field) -> set[str]:
    """The values of the options that a menu of the form shows."""
    return {
        str(option.get("value"))
        for block in view.get("blocks") or ()
        if _plain(str(block.get("block_id") or "")) == field
        for option in (block.get("element") or {}).get("options") or ()
    }


def _whole(view: Body, field: Field, before: str) -> str | None:
    """What stands in a text field, with the rest of what was there `before` and had no room."""
    typed = _text(view, field)
    if typed is None:
        return None
    shown, rest = parts(field, before)
    return typed + rest if rest and len(list(_held(view, field))) == len(shown) else typed


def _text(view: Body, field: Field) -> str | None:
    """What stands in a text field, all its parts together; None when the form has no such field."""
    whole: str | None = None
    for id, value in _held(view, field):
        joint = JOINTS[part["joint"]] if (part := _PART.fullmatch(id)) else ""
        typed = str(value.get("value") or "")
        whole = typed if whole is None else joint.join((whole, typed)) if typed else whole
    return whole


def _chosen(view: Body, field: Field) -> list[str] | None:
    """The values of the chosen options; None when the form has no such field."""
    for _, value in _held(view, field):
        return options(value)
    return None


def _held(view: Body, field: Field) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """(block_id, value) of each field of the form with this plain name, parts of a text in their order."""
    found = [(id, held) for id, held in blocks(view).items() if _plain(id) == field and isinstance(held, Mapping)]
    for id, held in sorted(found, key=lambda each: _number(each[0])):
        for value in held.values():
            if isinstance(value, Mapping):
                yield id, value


def _plain(id: str) -> str:
    return re.split("[:@]", id, maxsplit=1)[0]


def _number(id: str) -> int:
    part = _PART.fullmatch(id)
    return int(part["number"]) if part else 0
