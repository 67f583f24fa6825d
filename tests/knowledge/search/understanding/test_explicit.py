"""What is given explicitly: contacts of several words, and phrases of which any will do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.domain.query import EITHER, Intent, Query

Read = Callable[[str], Query]
Ids = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "contact", "words"),
    [
        ("contact:Lisa Aldridge", "Lisa Aldridge", ()),
        ("contact:lisa aldridge therapy", "lisa aldridge", ("therapy",)),
        ("CONTACT:LISA ALDRIDGE", "LISA ALDRIDGE", ()),
        ("contact:head of safeguarding", "head of safeguarding", ()),
        ("contact:head of therapy", "head", ("therapy",)),
        ("contact:head, safeguarding", "head", ("safeguarding",)),
        ("contact:lisa therapy", "lisa", ("therapy",)),
        ("contact:lisa safeguarding", "lisa", ("safeguarding",)),
        ('contact:"lisa" aldridge', "lisa", ("aldridge",)),
        ("contact:lisa theme:exclusions", "lisa", ()),
        ("contact:Lisa Hackney", "Lisa", ()),
    ],
)
def test_a_contact_is_named_by_as_many_words_as_somebody_is_called_by(
    read: Read, text: str, contact: str, words: tuple[str, ...]
) -> None:
    query = read(text)
    assert (query.contact, query.words) == (contact, words)


def test_a_name_in_capitals_is_one_name_though_nobody_has_it(read: Read) -> None:
    assert read("contact:Lisa Patel").unknown == (("contact", "Lisa Patel"),)


@pytest.mark.parametrize("value", ["yes", "named", "nobody@example.org"])
def test_a_contact_whom_nobody_is_called_is_told_and_searched_for_as_words(read: Read, value: str) -> None:
    query = read(f"therapy contact:{value}")
    assert (query.contact, query.unknown) == (None, (("contact", value),))
    assert "therapy" in query.words


@pytest.mark.parametrize("text", ["contact:yes", "theme:next", "contact:help"])
def test_a_filter_that_means_nothing_is_no_word_to_the_tool_either(read: Read, text: str) -> None:
    query = read(text)
    assert query.intent is Intent.FIND
    assert query.unknown


@pytest.mark.parametrize(
    ("text", "phrases", "told"),
    [
        ('"interview panels" OR "youth justice"', (), "interview panels” or “youth justice"),
        ('"interview panels" or "youth justice" -police', (), "interview panels” or “youth justice"),
        ('"interview panels", "therapy", or "grants"', (), "interview panels” or “therapy” or “grants"),
        ('"case studies" of "interview panels" or "grants"', ("case studies",), "interview panels” or “grants"),
        ('"case studies", "interview panels"', ("case studies", "interview panels"), None),
        ('"case studies" and "interview panels" or not', ("case studies", "interview panels"), None),
    ],
)
def test_phrases_joined_by_or_are_alternatives_and_no_longer_exact(
    read: Read, text: str, phrases: tuple[str, ...], told: str | None
) -> None:
    query = read(text)
    assert query.phrases == phrases
    assert query.unknown == (((EITHER, told),) if told else ())


def test_either_of_two_phrases_is_found(ids: Ids) -> None:
    assert {"haringey-panels", "leeds-grants"} <= set(ids('"interview panels" OR "small grants"'))
