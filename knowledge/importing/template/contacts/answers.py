"""Lines and table rows that answer the question for contacts, one person over several of them or one each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from knowledge.domain.initiative import Contact
from knowledge.importing.template.contacts.mentions import Mention, read_mention
from knowledge.importing.template.contacts.people import TRIGGER, read_people
from knowledge.importing.template.contacts.postal_addresses import rest_of_office
from knowledge.importing.template.contacts.roles_and_teams import is_office, is_remark, is_role, is_title
from knowledge.importing.template.contacts.several_people import completed, dealt, spells
from knowledge.importing.template.contacts.unread import Unread, unread_in
from knowledge.importing.template.language.addresses import emails_in, page, pages_in, phone_in, without_addresses
from knowledge.importing.template.language.placeholders import says_nothing
from knowledge.importing.template.language.sentences import sentences
from knowledge.importing.template.lines.steps import Line, Person
from knowledge.importing.template.questions.fields import Field, split_label
from knowledge.importing.template.questions.workplaces import WORKS_IN

_STATED = re.compile(r"^[^:@]{2,40}:\s+\S")
#: What mail programs put below a signature.
_DISCLAIMS = re.compile(
    r"\b(?:confidential|intended (?:only|solely)|received (?:it|this|the) .{0,20}in error|sent from my|disclaimer"
    r"|before (?:you )?print)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Answered:
    """Contacts read from lines that answer the question for them, and what could not be read as one."""

    mentions: list[Mention] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


def contact_block(lines: list[Line]) -> Answered:
    """Lines that answer the question for contacts: each a person, or one person over several lines."""
    found: list[Mention] = []
    unread: list[Unread] = []
    pieces = _with_labels([(piece, line) for line in lines for piece in _pieces(with_pages(line))])
    for at, (text, line) in enumerate(pieces):
        below = [piece for piece, _ in pieces[at + 1 :]]
        if _DISCLAIMS.search(text):
            continue
        if is_remark(text):
            unread += [] if says_nothing(text) else [Unread(text, text, line.place)]
            continue
        last = found[-1].people[-1] if found and found[-1].people else None
        mention = about_last(last, text, below)
        if mention is None:
            mention = read_mention(text, asked=True)
            unread += unread_in(text, (mention,) if mention else (), replace(line, text=text))
        elif not mention.people and mention.said:
            unread.append(Unread(text, text, line.place))
        if mention is not None and mention.people:
            found = merge_mention(found, mention)
    return Answered(found, unread)


def _with_labels(pieces: Sequence[tuple[str, Line]]) -> list[tuple[str, Line]]:
    """The lines, a label on a line of its own in front of the answer below it."""
    found: list[tuple[str, Line]] = []
    waiting = ""
    for piece, line in pieces:
        text = f"{waiting} {piece}".strip() if waiting else piece
        waiting = text if re.fullmatch(r"[^:]{2,40}:\s*", text) else ""
        found += [] if waiting else [(text, line)]
    return found


def about_last(last: Contact | None, text: str, below: Sequence[str]) -> Mention | None:
    """What a line says of the contact `last` on the line before, though it may look like somebody else.

    A mention of nobody where it only says where the office is, or could be a name and is none, which is then `said`;
    None for a line to be read by itself.
    """
    if last is None:
        return None
    if placed := WORKS_IN.match(text):
        team = placed["team"].strip(" .,;")
        return Mention((Contact(team=team),)) if not says_nothing(team) else Mention(())
    if last.name and (job := _job_of(last, text)):
        return job
    if last.name and not (last.role or last.team) and is_office(text) and read_mention(text, asked=True) is None:
        return Mention((Contact(team=text.strip(" .,")),), said=text)
    rest = rest_of_office(text, last=last, below=below) if last.name or last.role or last.team else None
    if rest:
        return read_mention(rest, asked=True) or Mention(())
    if rest == "":
        return Mention(())
    return Mention((), said=text) if _is_nobody(last, text, below) else None


def _is_nobody(last: Contact, text: str, below: Sequence[str]) -> bool:
    """Whether a line that could be a name is none, as the address below it is that of the one named before.

    So it is with one word behind a full name ("Lewes"), and where the address spells that name and not this.
    """
    mention = read_mention(text, asked=True)
    if not last.name or not last.role or last.email or mention is None or len(mention.people) != 1:
        return False
    name = mention.people[0].name
    if name is None or mention.people[0] != Contact(name=name) or not below:
        return False
    reached = next((at for at, line in enumerate(below) if emails_in(line)), len(below))
    emails = emails_in(below[reached]) if reached < len(below) else []
    if any(is_role(line) for line in below[:reached]) or (emails and spells(emails[0], name)):
        return False
    if emails and spells(emails[0], last.name):
        return True
    return " " not in name and " " in last.name and bool(emails or phone_in(below[0]))


def with_pages(line: Line) -> str:
    """The text of a line with the page behind words that only linked to it."""
    text = line.text
    for link in line.links:
        if link.text in text and not pages_in(link.text) and link.url.lower().startswith(("http://", "https://")):
            text = text.replace(link.text, f"{link.text} ({page(link.url)})", 1)
    return text


def _pieces(text: str) -> list[str]:
    """The lines of a text; a line of several statements of the form "Books: Ann Lee." is parted into them."""
    pieces = []
    for line in text.split("\n"):
        stated = sentences(line)
        apart = len(stated) > 1 and all(_STATED.match(one) for one in stated)
        pieces += stated if apart else [line]
    return pieces


def _job_of(last: Contact, line: str) -> Mention | None:
    """A line that is the job of the one named on the line before, though its first words could be a name."""
    if last.role or not is_title(re.split(r"\s[–—-]\s", line)[0]):
        return None
    return Mention((Contact(role=line.strip(" .,")),), said=line)


def merge_mention(found: list[Mention], mention: Mention) -> list[Mention]:
    """A role or an address on a line of its own belongs to the person on the line before."""
    if found and found[-1].people and not mention.topic and not any(person.name for person in mention.people):
        if told := dealt(found[-1].people, mention.people):
            return [*found[:-1], replace(found[-1], people=told)]
        last, extra = found[-1].people[-1], mention.people[0]
        if (spelt := _spelt(found, extra)) is not None:
            first = replace(found[spelt], people=(completed(found[spelt].people[0], extra),))
            return [*found[:spelt], first, *found[spelt + 1 :]]
        told_of = last.role or last.team or (last.email and not last.phone and extra.phone)
        bare = not (extra.role or extra.team) and told_of  # how to reach the job, the team or the mailbox before
        if (last.name or bare) and not (extra.role and last.role) and not (extra.email and last.email):
            people = (*found[-1].people[:-1], completed(last, extra), *mention.people[1:])
            return [*found[:-1], replace(found[-1], people=people)]
    return [*found, mention]


def _spelt(found: Sequence[Mention], extra: Contact) -> int | None:
    """Which of those named before has an address that spells the name, where the last one's is not spelt by it."""
    if not extra.email or extra.role or extra.team or spells(extra.email, found[-1].people[-1].name or ""):
        return None
    fitting = [
        at
        for at, one in enumerate(found)
        if len(one.people) == 1 and not one.people[0].email and spells(extra.email, one.people[0].name or "")
    ]
    return fitting[0] if len(fitting) == 1 else None


def joined_mentions(found: list[Mention], more: Sequence[Mention]) -> list[Mention]:
    """The contacts of one cell with those of the next: what is said there of nobody belongs to the one person here."""
    if len(found) != 1 or (len(found[0].people) != 1 and not dealt(found[0].people, more[0].people if more else ())):
        return [*found, *more]
    for mention in more:
        found = merge_mention(found, mention)
    return found


def contacts_in(edges: Sequence[Line]) -> tuple[Contact, ...]:
    """Those whom the top or foot of the pages names for questions; a letterhead's own address is nobody's."""
    mentions = [read_mention(line.text) for line in edges if asks_for_contact(line.text) or TRIGGER.search(line.text)]
    return tuple(person for mention in mentions if mention for person in mention.people)


def asks_for_contact(text: str) -> bool:
    """Whether a line opens with the question for contacts."""
    label = split_label(text)
    return label is not None and label[0] is Field.CONTACT


def person_of(person: Person) -> Mention | None:
    """A row of a table of people as a mention, its other columns as the topic; None for a row that names nobody."""
    name, role = ("" if says_nothing(cell) else cell.strip() for cell in (person.name, person.role))
    read = read_people(f"{name}, {role}", single=True) if name else ()
    cells = " | ".join((person.email, person.phone, person.topic, name))
    emails, pages = emails_in(cells), pages_in(cells)
    phone = phone_in(cells) or ("" if says_nothing(person.phone) else person.phone.strip())
    found = Contact(
        name=(read[0].name if read and read[0].name else without_addresses(name).strip(" ,;()<>")) or None,
        role=role or (read[0].role if read else None),
        team=("" if says_nothing(person.team) else person.team) or None,
        email=emails[0] if emails else None,
        phone=phone or None,
        url=page(pages[0]) if pages else None,
    )
    others = [Contact(email=email) for email in emails[1:]]
    if found == Contact():
        return None
    topic = " ".join(without_addresses(person.topic).split()).strip(" ,;()<>")
    return Mention((found, *others), "" if says_nothing(topic) else topic)


def can_be_reached(mention: Mention, line: Line, *, by_page: bool = True) -> bool:
    """Whether somebody is told of as a contact: with an address, or in so many words, not as who signed the form.

    A page reaches nobody where it is one of the form's resources, nor do words: then `by_page` is False.
    """
    if any(person.email or person.phone for person in mention.people):
        return True
    return by_page and (any(person.url for person in mention.people) or TRIGGER.search(line.text) is not None)
