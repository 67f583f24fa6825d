"""Names that came off for good: found in contacts and texts by what is kept of them, and kept from coming back in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.domain.content import Content, is_nobody
from knowledge.domain.draft import Draft, Form
from knowledge.domain.identity import Hasher, Identity, RemovedHash, begins_a_name
from knowledge.domain.initiative import Contact, Initiative, Resource
from knowledge.domain.text import Folded, folded
from knowledge.domain.version import Held

#: Stands in a text where a name stood.
TAKEN_OFF = "[name taken off]"
#: Stands for who did something, where their key would give away whose name it was.
THEMSELVES = "the person named"

_EMAIL = re.compile(r"(?<![^\s@<>(),;:\"])[^\s@<>(),;:\"]{1,64}@[^\s@<>(),;:\"]{1,253}[^\s@<>(),;:\".]")
_HYPHENS = frozenset("-\N{HYPHEN}\N{NON-BREAKING HYPHEN}")
#: Between the words of one name stand blanks, the point of an initial, a hyphen, or the end of a line.
_WITHIN_NAME = re.compile(r"\.?[^\S\n]+|\.|[^\S\n]*\n[^\S\n]*|[_\N{EN DASH}]|[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}]\n?")
_POSSESSIVE = ("'s", "\N{RIGHT SINGLE QUOTATION MARK}s")


@dataclass(frozen=True, slots=True)
class Mentions:
    """Where a name stands: initiatives, ids of submissions that wait for review, and how many drafts and versions."""

    initiatives: tuple[Held, ...] = ()
    waiting: tuple[str, ...] = ()
    drafts: int = 0
    versions: int = 0


@dataclass(frozen=True, slots=True)
class Removed:
    """What a removal did: ids of the initiatives, and of the submissions that wait, that had named the person."""

    initiatives: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()


class RemovedNames:
    """Takes removed names out of whatever comes in or is put back: contacts, and texts that mention them.

    Nothing is done, at no cost, while no name was ever removed. A person is recognised by name, e-mail address or
    Slack user: of a contact that names them the role and team stay, if there are any.
    """

    def __init__(self, hasher: Hasher | None = None, removed: Iterable[RemovedHash] = ()) -> None:
        self._hasher = hasher
        every = tuple(removed)
        self._hashes = frozenset(one.hash for one in every)
        self._lengths = sorted({abs(one.words) for one in every if one.words}, reverse=True)
        self._lengths_in_small_letters = sorted({-one.words for one in every if one.words < 0}, reverse=True)

    def __bool__(self) -> bool:
        return bool(self._hashes) and self._hasher is not None

    def is_removed(self, identity: Identity, value: str | None) -> bool:
        """Whether this name, address or member was removed."""
        if not self or not value:
            return False
        assert self._hasher is not None
        return any(one in self._hashes for one in self._hasher.possible(identity, value))

    def allows(self, contact: Contact) -> bool:
        """Whether a contact may be kept and shown as it is."""
        return not (
            self.is_removed(Identity.NAME, contact.name)
            or self.is_removed(Identity.EMAIL, contact.email)
            or self.is_removed(Identity.MEMBER, contact.member)
            or any(self.names(part) for part in (contact.name, contact.role, contact.team))
        )

    def redact(self, contact: Contact) -> Contact | None:
        """The contact without the person who was removed; None when nothing is left of it."""
        if not self or self.allows(contact):
            return contact
        left = Contact(role=self._rest(contact.role), team=self._rest(contact.team))
        return None if is_nobody(left) else left

    def contacts(self, contacts: Sequence[Contact]) -> tuple[Contact, ...]:
        """Those that are left of `contacts`."""
        if not self:
            return tuple(contacts)
        left = (self.redact(contact) for contact in contacts)
        return tuple(dict.fromkeys(contact for contact in left if contact is not None))

    def names(self, text: str | None) -> bool:
        """Whether a text has a removed name or address in it."""
        return text is not None and self.text(text) != text

    def text(self, text: str) -> str:
        """The text with every removed name and address replaced by `TAKEN_OFF`."""
        if not self or not text:
            return text
        # Of two that begin together the longer: an address that begins with the name goes as a whole.
        spans = sorted(self._spans(text), key=lambda span: (span[0], -span[1]))
        parts, end = [], 0
        for start, stop in spans:
            if start >= end:
                parts += [text[end:start], TAKEN_OFF]
                end = stop
        return "".join([*parts, text[end:]])

    def initiative(self, initiative: Initiative) -> Initiative:
        """The initiative without removed names."""
        if not self:
            return initiative
        source = initiative.source
        return replace(
            initiative,
            title=self.text(initiative.title),
            summary=self.text(initiative.summary),
            impact=self._optional(initiative.impact),
            own_contacts=self.contacts(initiative.own_contacts),
            form_contacts=self.contacts(initiative.form_contacts),
            resources=self._resources(initiative.resources),
            source=replace(source, title=self.text(source.title)),
        )

    def content(self, content: Content) -> Content:
        """The content of a draft without removed names."""
        if not self:
            return content
        return replace(
            content,
            title=self.text(content.title),
            summary=self.text(content.summary),
            impact=self._optional(content.impact),
            contacts=self.contacts(content.contacts),
            resources=self._resources(content.resources),
            source=content.source and replace(content.source, title=self.text(content.source.title)),
        )

    def form(self, form: Form) -> Form:
        """A filled-in template without removed names."""
        if not self:
            return form
        return replace(
            form,
            file=self.text(form.file),
            contacts=self.contacts(form.contacts),
            resources=self._resources(form.resources),
            drafts=tuple(self._draft(draft) for draft in form.drafts),
            problems=tuple(replace(problem, message=self.text(problem.message)) for problem in form.problems),
        )

    def _draft(self, draft: Draft) -> Draft:
        return replace(
            draft,
            title=self.text(draft.title),
            summary=self.text(draft.summary),
            impact=self._optional(draft.impact),
            contacts=self.contacts(draft.contacts),
            resources=self._resources(draft.resources),
        )

    def _resources(self, resources: Sequence[Resource]) -> tuple[Resource, ...]:
        return tuple(replace(one, title=self.text(one.title)) for one in resources)

    def _optional(self, text: str | None) -> str | None:
        return None if text is None else self.text(text)

    def _rest(self, text: str | None) -> str | None:
        """A role or team as it is, unless it names the person after all."""
        return None if self.names(text) else text

    def _spans(self, text: str) -> Iterable[tuple[int, int]]:
        for found in _EMAIL.finditer(text):
            if self.is_removed(Identity.EMAIL, found.group()):
                yield found.span()
        words = folded(text) if self._lengths else []
        for first, word in enumerate(words):
            # Names begin with a capital; without this every run of words of every text would be hashed, and "will
            # young people" would be somebody.
            small = not begins_a_name(text[word.start])
            for length in self._lengths_in_small_letters if small else self._lengths:
                run = words[first : first + length]
                if len(run) == length and _is_run(text, run, small) and not _goes_on(text, words, first, length, small):
                    end = self._end(text, run)
                    if end is not None:
                        yield word.start, end
                        break

    def _end(self, text: str, run: Sequence[Folded]) -> int | None:
        """Where the name ends that these words are, if it was removed: "Ada Example's" ends before the "'s"."""
        said, last = " ".join(part.word for part in run), run[-1]
        if self.is_removed(Identity.NAME, said):
            return last.end
        if text[last.start : last.end].lower().endswith(_POSSESSIVE) and self.is_removed(Identity.NAME, said[:-1]):
            return last.end - len("'s")
        return None


def _is_run(text: str, run: Sequence[Folded], small: bool) -> bool:
    """Whether these words may be one name; in small letters hyphens alone make none, but a slug or an address."""
    between = [text[before.end : after.start] for before, after in pairwise(run)]
    if small and all(gap == gap.strip() for gap in between):
        return False
    return all(_WITHIN_NAME.fullmatch(gap) for gap in between)


def _goes_on(text: str, words: Sequence[Folded], first: int, length: int, small: bool) -> bool:
    """Whether a hyphen makes a run part of somebody else's name ("Anne Smith" in "Anne Smith-Jones")."""
    last = first + length - 1
    beside = [words[first - 1]] if first and text[words[first - 1].end : words[first].start] in _HYPHENS else []
    if last + 1 < len(words) and text[words[last].end : words[last + 1].start] in _HYPHENS:
        beside.append(words[last + 1])
    return any(small or begins_a_name(text[word.start]) for word in beside)
