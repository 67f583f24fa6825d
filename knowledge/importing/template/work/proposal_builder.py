"""A proposal as it is being put together: the section in hand, its topic, and the work last opened in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.domain.initiative import Category, Evidence, Resource
from knowledge.importing.template.contacts.mentions import Mention
from knowledge.importing.template.files.document import Kind, Link
from knowledge.importing.template.language.placeholders import points_back
from knowledge.importing.template.language.sentences import words
from knowledge.importing.template.lines.steps import Entry, Line
from knowledge.importing.template.outline.headings import counted_as
from knowledge.importing.template.resources.references import take_links
from knowledge.importing.template.work.additions import add_impact, from_entry
from knowledge.importing.template.work.candidates import Candidate, ListedContact, Proposal, Told

#: So many copies of the form in one file make several.
_COPIES = 2


class ProposalBuilder:
    """Puts `out` together; `topic` and `category` are those of the heading that the lines in hand stand under."""

    def __init__(self) -> None:
        self.out = Proposal()
        self.topic = ""
        self.category: Category | None = None
        self.section = 0
        #: How many copies of the form began so far.
        self.forms = 0
        self._contacts_before: list[int] = []
        self._headings = 0
        self._sorted: tuple[Category, ...] = ()
        self._since = 0
        self._impact_of: Candidate | None = None
        self._to_come: list[str] = []
        self._stated: list[tuple[Evidence, Line]] = []

    def current(self) -> Candidate | None:
        """The work last opened, when the lines in hand still stand in its section."""
        found = self.out.candidates
        return found[-1] if found and found[-1].section == self.section else None

    def owner(self) -> Candidate | None:
        """The current work, when all that its section says is about it."""
        current = self.current()
        return current if current is not None and current.owns else None

    def at_hand(self) -> Candidate | None:
        """The one piece of work told of since the last heading; None when there are several or none."""
        since = [one for one in self.out.candidates if one.heading == self._headings]
        if not since or not (len(since) == 1 or since[-1].owns):
            return None
        return since[-1] if since[-1].asked or since[-1].section == self.section else None

    def several_at_hand(self) -> bool:
        """Whether several pieces of work answer the form's one question for them."""
        since = [one for one in self.out.candidates if one.heading == self._headings]
        return len(since) > 1 and all(one.asked and not one.owns for one in since)

    def add_more(self, text: str, resources: Sequence[Resource]) -> None:
        """Give what is told under no question of the template's to the work at hand, or to the first to come."""
        work = self.at_hand()
        if work is None:
            self._to_come += [text] if text.strip() else []
            self.out.resources += resources
            return
        work.more += [text] if text.strip() else []
        work.resources += resources

    def open(self, line: Line, *, given: str = "", owns: bool = False, asked: bool = False) -> Candidate:
        """Open a piece of work at `line`; with `owns` it has a section of its own, `asked` if the form asks for it."""
        if owns:
            self.section += 1
        candidate = Candidate(
            place=line.place,
            given=given,
            sign=counted_as(line.text),
            topic=self.topic,
            heading=self._headings,
            section=self.section,
            category=self.category,
            categories=self._sorted,
            form=self.forms,
            more=self._to_come,
            owns=owns,
            asked=asked,
            level=line.level if line.kind is Kind.ITEM else 0,
            is_item=line.kind is Kind.ITEM,
        )
        self.out.candidates.append(candidate)
        self._sorted, self._to_come = (), []
        return candidate

    def sort(self, categories: tuple[Category, ...], *, ahead: bool, begun: bool = False) -> None:
        """Give the work at hand its own categories, or the work to come where its title stands `ahead`.

        `begun` says that the form asked for the title of the next one, and was given none.
        """
        current = self.current()
        if begun:
            self._sorted = categories
        elif current is not None and not (ahead and current.categories):
            current.categories = categories
        elif ahead:
            self._sorted = categories

    def add_entry(self, entry: Entry) -> None:
        """Open the piece of work that a row of a table is; nothing behind the row is more of it."""
        self.section += 2
        candidate = from_entry(
            entry,
            topic=self.topic,
            section=self.section - 1,
            category=self.category,
            above=self.out.candidates[-1] if self.out.candidates else None,
        )
        candidate.form = self.forms
        self.out.candidates.append(candidate)

    def new_section(self) -> None:
        """Begin a section under a heading that asks for nothing."""
        self.section += 1
        self._headings += 1
        self._since = len(self.out.candidates)
        self._impact_of = None

    def add_impact(self, text: str, place: str, links: tuple[Link, ...] = ()) -> None:
        """Give a statement of impact to the work whose section it stands in, else keep it apart."""
        owner = self.owner()
        if owner is not None:
            add_impact(owner, text, links)
            return
        text, resources = take_links(text, links)
        self.out.impact.append(Told(text, place, self._only_one(), resources))

    def state(self, evidence: Evidence, line: Line) -> None:
        """Note how strong the form says that the evidence is, for the work in whose section it stands."""
        work = self.owner() or self.at_hand()
        if work is None:
            self._stated.append((evidence, replace(line, text=f"Evidence: {line.text}")))
        else:
            work.evidence = evidence

    def settle_evidence(self) -> None:
        """What was stated for no one piece of work is that of the form's only one; of several nobody can tell."""
        for evidence, line in self._stated:
            if len(self.out.candidates) == 1:
                self.out.candidates[0].evidence = evidence
            else:
                self.out.left.append(line)

    def same_impact(self, answer: str) -> bool:
        """Give the work at hand the impact of the one before it; False when `answer` may point at its own description.

        "See above" may, and so does all that stands in the first piece of work.
        """
        owner = self.owner()
        at = next((at for at, one in enumerate(self.out.candidates) if one is owner), 0)
        if owner is None or not at or points_back(answer):
            return False
        owner.impact += [text for text in self.out.candidates[at - 1].impact if text not in owner.impact]
        return bool(owner.impact)

    def _only_one(self) -> Candidate | None:
        """The one piece of work told of since the last heading or impact; None when there are several or none."""
        since = self.out.candidates[self._since :]
        if since:
            self._impact_of = since[0] if len(since) == 1 else None
            self._since = len(self.out.candidates)
        return self._impact_of

    def begin_form(self) -> None:
        """Note that another copy of the form begins."""
        self.forms += 1
        self._contacts_before.append(len(self.out.contacts))

    def settle_copies(self) -> None:
        """Where several copies of the form tell of work, the contacts of each that tells of one are that one's."""
        out = self.out
        if len({one.form for one in out.candidates if not one.is_empty}) < _COPIES:
            return
        kept: list[ListedContact] = []
        for index, listed in enumerate(out.contacts):
            copy = sum(before <= index for before in self._contacts_before)
            owners = [one for one in out.candidates if one.form == copy and not one.is_empty]
            if len(owners) == 1:
                owners[0].contacts += listed.mention.people
            else:
                kept.append(listed)
        out.contacts = kept

    def drop_empty(self) -> None:
        """Leave out the work of which nothing is told: its words are left, all else that it holds is the form's."""
        out = self.out
        out.unread += [unread for one in out.candidates for unread in one.unread]
        out.untaken += [line for one in out.candidates for line in one.untaken]
        for one in (one for one in out.candidates if one.is_empty):
            out.resources += [*one.resources, *one.listed]
            if one.contacts:
                out.contacts.append(ListedContact(Mention(tuple(one.contacts)), -1, one.given, one.section, asked=True))
            if words(said := " ".join([one.given, *one.texts, *one.more, *one.impact])):
                out.left.append(Line(said.strip(), one.place))
        kept = [index for index, one in enumerate(out.candidates) if not one.is_empty]
        for listed in out.contacts:
            listed.after = sum(index <= listed.after for index in kept) - 1
        out.candidates = [out.candidates[index] for index in kept]
