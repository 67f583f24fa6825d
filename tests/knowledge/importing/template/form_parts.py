"""Parts of a form that was read, as the tests write down what they expect."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.domain.initiative import Contact, Resource


def people(contacts: Iterable[Contact]) -> list[dict[str, str]]:
    """What is told of each contact, without what is not."""
    keys = ("name", "role", "team", "email", "phone")
    return [{key: value for key in keys if (value := getattr(contact, key))} for contact in contacts]


def named(resources: Iterable[Resource]) -> list[dict[str, str]]:
    """Each resource by its title, and its address if it has one."""
    return [{"title": one.title, **({"url": one.url} if one.url else {})} for one in resources]
