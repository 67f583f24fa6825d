"""Contacts on lines of their own: under a heading for them, signed below a letter, or told between pieces of work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.domain.text import fold
from knowledge.importing.template.contacts.answers import about_last, asks_for_contact, contact_block, merge_mention
from knowledge.importing.template.contacts.mentions import Mention, read_mention
from knowledge.importing.template.contacts.roles_and_teams import is_remark
from knowledge.importing.template.contacts.unread import Unread, unread_in
from knowledge.importing.template.files.document import Kind
from knowledge.importing.template.language.addresses import without_addresses
from knowledge.importing.template.language.names import names_in
from knowledge.importing.template.language.placeholders import as_above, says_nothing, which_above
from knowledge.importing.template.language.sentences import words
from knowledge.importing.template.language.vocabulary import SIGNS_OFF
from knowledge.importing.template.lines.steps import Line
from knowledge.importing.template.outline.outline import Outline
from knowledge.importing.template.questions.fields import PERSONAL, Field, split_label
from knowledge.importing.template.questions.workplaces import asks_for_workplace
from knowledge.importing.template.work.candidates import ListedContact
from knowledge.importing.template.work.proposal_builder import ProposalBuilder

#: A job below a name is no longer than this.
_JOB_WORDS = 9
#: Questions whose answers are none of the contact's above them.
_BETWEEN = (Field.ASIDE, Field.PRACTICAL, Field.BACKGROUND, Field.MORE)
#: A contact goes on over so many lines.
_BELOW = 6
#: Nor is what a line adds to the contact on the line before it.
_ADDED_WORDS = 10


class ListedContacts:
    """Gathers them in the order of the walk; whose they are is settled when all of the form was read."""

    def __init__(self, outline: Outline, builder: ProposalBuilder) -> None:
        self._outline = outline
        self._builder = builder
        self._lines: list[Line] = []
        self._told_at = -1
        self._as_above: list[tuple[int, int]] = []
        self._signed_off = False

    def gather(self, line: Line) -> None:
        """Take up a line under a heading for contacts, to be read with the others there."""
        self._lines.append(line)

    def close(self) -> None:
        """Read the lines gathered under a heading for contacts as one block."""
        lines, self._lines = self._lines, []
        if not lines:
            return
        answers = [line for line in lines if not line.text.endswith(":")]
        if answers and all(as_above(line.text) for line in answers) and len(self._builder.out.candidates) > 1:
            self.same_as_above(answers[0].text)
            lines = []
        block = contact_block(lines)
        self._builder.out.unread += block.unread
        others = self._signed_off and self._others_named(block.mentions)
        for mention in block.mentions:
            if others:
                self._builder.out.signed += [one for one in mention.people if one.email or one.phone]
            else:
                self.note(mention, lines[0], asked=True)
        self._signed_off = False
        if self._outline.field is Field.CONTACT:
            self._outline.field = None

    def note(self, mention: Mention, line: Line, *, asked: bool) -> None:
        """Note whom a line names; `asked` says that the form's question for contacts stands above it."""
        self._told_at = self._outline.at
        after = len(self._builder.out.candidates) - 1
        self._builder.out.contacts.append(ListedContact(mention, after, line.text, self._builder.section, asked))

    def note_all(self, mentions: tuple[Mention, ...], line: Line) -> None:
        """Note those whom a line names though nobody asked for contacts there."""
        for mention in mentions:
            self.note(mention, line, asked=False)

    def sign_off(self, line: Line) -> bool:
        """ "Kind regards": whoever signs a form sent as a letter can be asked about it. False for any other line."""
        if not SIGNS_OFF.match(line.text.strip()) or line.kind is not Kind.PARAGRAPH:
            return False
        self.close()
        self._builder.section += 1
        self._outline.field = Field.CONTACT
        self._signed_off = True
        return True

    def _others_named(self, signed: Sequence[Mention]) -> bool:
        """Whether the form was asked for contacts, and named others than those who signed it."""
        asked = [one.mention for one in self._builder.out.contacts if one.asked or asks_for_contact(one.text)]
        return bool(asked) and not _names(asked) & _names(signed)

    def answers(self, line: Line) -> bool:
        """Whether a line is the question for contacts with its answer behind it, whatever its style."""
        return line.field is None and asks_for_contact(line.text) and read_mention(line.text) is not None

    def is_signature(self, line: Line) -> bool:
        """Whether a line is a name of its own above a job or an address, as people sign."""
        follows = self._outline.next()
        bare = names_in(line.text)
        if line.field is not None or line.kind is not Kind.PARAGRAPH or not isinstance(follows, Line) or len(bare) != 1:
            return False
        if bare[0].start or bare[0].end < len(line.text.rstrip(" .,")) or len(words(follows.text)) > _JOB_WORDS:
            return False
        below = read_mention(follows.text, asked=True)
        return below is not None and not any(person.name for person in below.people)

    def go_on(self, line: Line) -> bool:
        """Take a role or an address on the line after "Contact: Ann Lee" as hers; False for any other line."""
        if self._says_nothing(line):
            return True
        if self._lines and line.field is None and asks_for_workplace(line.text.partition(":")[0].strip()):
            self.gather(replace(line, kind=Kind.PARAGRAPH, bold=False))
            return True
        named = self._builder.out.contacts
        last = named[-1] if named else None
        if last is None or self._told_at != self._outline.at - 1 or line.kind is Kind.HEADING or line.field:
            return False
        if self._outline.field in _BETWEEN:
            return False
        if is_remark(line.text):
            left = [] if says_nothing(line.text) else [Unread(line.text, line.text, line.place)]
            self._builder.out.unread += left
            self._told_at = self._outline.at
            return True
        if len(words(without_addresses(line.text))) > _ADDED_WORDS:
            return False
        person = last.mention.people[-1] if last.mention.people else None
        mention = about_last(person, line.text, self._below()) or read_mention(line.text, asked=True)
        if mention is None or any(one.name for one in mention.people):
            return False
        if not mention.people:
            if mention.said:
                self._builder.out.unread.append(Unread(line.text, line.text, line.place))
            self._told_at = self._outline.at
            return True
        found = merge_mention([last.mention], mention)
        if len(found) > 1:
            return False
        self._builder.out.unread += unread_in(line.text, (mention,), line)
        last.mention = found[0]
        self._told_at = self._outline.at
        return True

    def just_named(self) -> bool:
        """Whether somebody was named on the line before, whose office may be told of on the one at hand."""
        return self._told_at >= 0 and self._told_at == self._outline.at - 1

    def _below(self) -> list[str]:
        """The lines beneath the one at hand, down to the next question that is not about a contact."""
        found: list[str] = []
        for step in self._outline.steps[self._outline.at + 1 :][:_BELOW]:
            label = split_label(step.text) if isinstance(step, Line) else None
            if not isinstance(step, Line) or step.field or step.kind is Kind.HEADING:
                break
            if label and label[0] not in PERSONAL:
                break
            found.append(step.text)
        return found

    def _says_nothing(self, line: Line) -> bool:
        """Whether a line is a question about a contact with no answer of its own ("E-mail: TBC", "Name: as above")."""
        label = split_label(line.text) if line.field is None else None
        if label is None or label[0] not in PERSONAL or not label[2]:
            return False
        if as_above(label[2]) and label[0] is Field.NAME and len(self._builder.out.candidates) > 1:
            self.same_as_above(label[2])
        elif not as_above(label[2]) and not says_nothing(label[2]):
            return False
        if self._told_at == self._outline.at - 1:
            self._told_at = self._outline.at
        return True

    def same_as_above(self, answer: str) -> None:
        """The work last opened has the contacts of one before it, also those that are settled later.

        That is the one that the `answer` counts ("as initiative 1"), or the last.
        """
        candidates = self._builder.out.candidates
        here, meant = len(candidates) - 1, which_above(answer)
        above = meant - 1 if meant and meant <= here else here - 1
        candidates[here].contacts += candidates[above].contacts
        self._as_above.append((here, above))

    def repeat(self) -> None:
        """Let contacts stand again behind the work that was said to have the same ones as that before it."""
        out = self._builder.out
        for index, before in self._as_above:
            above = [one for one in out.contacts if one.after == before]
            out.contacts += [replace(one, after=index, section=out.candidates[index].section) for one in above]


def _names(mentions: Sequence[Mention]) -> set[str]:
    """The names of all who are mentioned, and their first names, by which people sign."""
    names = {fold(person.name) for mention in mentions for person in mention.people if person.name}
    return names | {name.partition(" ")[0] for name in names}
