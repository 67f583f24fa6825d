"""Pieces of work as they are being put together from a form."""

from __future__ import annotations

from dataclasses import dataclass, field

from knowledge.domain.initiative import Category, Contact, Evidence, Resource
from knowledge.importing.template.contacts.mentions import Mention
from knowledge.importing.template.contacts.unread import Unread
from knowledge.importing.template.language.sentences import words
from knowledge.importing.template.lines.steps import Line, Person

#: Fewer words than this name no piece of work.
_LEAST_WORDS = 2
#: No line adds more texts than this to a piece of work.
_FEW = 3


@dataclass(slots=True)
class Candidate:
    """A piece of work as it is being put together; `texts` are its paragraphs and parts in order.

    `sign` is what the form counts it by ("project b"). `form` counts the copies of the form that began before it.
    `more` is told of it under no question of the template's; `asked` says that one of those opened it. `evidence` is
    how strong the form says that it is. `listed` are resources under a heading for them, which may turn out to be the
    whole form's.
    """

    place: str
    given: str = ""
    sign: str = ""
    topic: str = ""
    heading: int = 0
    section: int = 0
    form: int = 0
    category: Category | None = None
    categories: tuple[Category, ...] = ()
    texts: list[str] = field(default_factory=list)
    more: list[str] = field(default_factory=list)
    evidence: Evidence | None = None
    impact: list[str] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    resources: list[Resource] = field(default_factory=list)
    listed: list[Resource] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    untaken: list[Line] = field(default_factory=list)
    owns: bool = False
    asked: bool = False
    level: int = 0
    is_item: bool = False

    @property
    def is_empty(self) -> bool:
        return _says_nothing([*self.texts, *self.more, *self.impact])

    @property
    def is_still_empty(self) -> bool:
        """The same for whoever asks again at every line: what was said before the last few texts is not looked at."""
        return _says_nothing([*self.texts[-_FEW:], *self.more[-_FEW:], *self.impact[-_FEW:]])


def _says_nothing(texts: list[str]) -> bool:
    said = [word for text in texts for word in words(text) if sum(map(str.isalpha, word)) > 1]
    return len(said) < _LEAST_WORDS


@dataclass(slots=True)
class ListedContact:
    """Contacts on a line of their own: after which candidate, and whether more work follows is decided later."""

    mention: Mention
    after: int
    text: str
    section: int
    asked: bool


@dataclass(frozen=True, slots=True)
class Told:
    """Impact stated apart from any piece of work; `of` is the only one told of since the heading before, if it is."""

    text: str
    place: str
    of: Candidate | None = None
    resources: tuple[Resource, ...] = ()


@dataclass(slots=True)
class Proposal:
    """What a form proposes, before titles, themes and contacts are settled; `left` are paragraphs taken for no work.

    `untaken` are answers to questions that no field holds. `background` are those that stand under headings for it,
    `signed` those who filled the form in and can be reached.
    """

    candidates: list[Candidate] = field(default_factory=list)
    contacts: list[ListedContact] = field(default_factory=list)
    resources: list[Resource] = field(default_factory=list)
    impact: list[Told] = field(default_factory=list)
    left: list[Line] = field(default_factory=list)
    untaken: list[Line] = field(default_factory=list)
    background: list[Line] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    signed: list[Contact] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
