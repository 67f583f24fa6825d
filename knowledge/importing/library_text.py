"""Writes initiatives as a library file: what `read_library` reads back to the very same initiatives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import yaml

from knowledge.domain.initiative import Contact, Initiative, Source, Visibility

#: Columns of a line before it is folded, as in the files that ship.
_WIDTH = 120
_TEXT_TAG = "tag:yaml.org,2002:str"

# libyaml is about ten times as fast; the pure one writes the same where PyYAML came without it.
_FASTEST: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Dumper(_FASTEST):  # type: ignore[misc]
    """Writes text of several lines as it stands, line by line."""


def _text(dumper: Any, value: str) -> Any:
    return dumper.represent_scalar(_TEXT_TAG, value, style="|" if "\n" in value else None)


_Dumper.add_representer(str, _text)


def library_text(initiatives: Iterable[Initiative]) -> Iterator[str]:
    """The parts of one library file, in order: a list of entries, each complete in itself.

    Contacts that stand for a whole file or form come back as such (`form_contacts`).
    """
    empty = True
    for initiative in initiatives:
        empty = False
        yield yaml.dump(
            [entry(initiative)],
            Dumper=_Dumper,
            allow_unicode=True,
            sort_keys=False,
            default_flow_style=False,
            width=_WIDTH,
        )
    if empty:
        yield "[]\n"


def entry(initiative: Initiative) -> dict[str, Any]:
    """One initiative as the fields of its entry, those without a value left out, in the order people write them."""
    return _given(
        id=initiative.id,
        authority=initiative.authority,
        title=initiative.title,
        summary=initiative.summary,
        impact=initiative.impact,
        evidence=initiative.evidence.value,
        categories=[category.value for category in initiative.categories],
        themes=list(initiative.themes),
        year=initiative.year,
        checked=initiative.checked,
        visibility=None if initiative.visibility is Visibility.NETWORK else initiative.visibility.value,
        contacts=_contacts(initiative.own_contacts),
        form_contacts=_contacts(initiative.form_contacts),
        resources=[_given(title=resource.title, url=resource.url) for resource in initiative.resources],
        source=_source(initiative.source),
    )


def _given(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, [], False)}


def _contacts(contacts: Sequence[Contact]) -> list[dict[str, Any]]:
    return [
        _given(
            name=contact.name,
            role=contact.role,
            team=contact.team,
            email=contact.email,
            phone=contact.phone,
            url=contact.url,
            confirmed=contact.confirmed,
            public=contact.public,
            member=contact.member,
        )
        for contact in contacts
    ]


def _source(source: Source) -> dict[str, Any]:
    return _given(title=source.title, url=source.url, read=source.read, kind=source.kind.value, dated=source.dated)
