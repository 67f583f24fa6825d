"""Contacts in the ways that people write them: who, in what role, by which address, and about what."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice

from knowledge.domain.initiative import Contact
from knowledge.importing.template.contacts.bare_contacts import is_job, is_only_people
from knowledge.importing.template.contacts.clauses import apart_from_contact, is_told, only_states
from knowledge.importing.template.contacts.labelled import labelled_person
from knowledge.importing.template.contacts.name_spellings import turned_list, with_names_written
from knowledge.importing.template.contacts.people import LABELS, TRIGGER, read_people
from knowledge.importing.template.contacts.roles_and_teams import is_title
from knowledge.importing.template.contacts.several_people import completed
from knowledge.importing.template.language.addresses import (
    emails_in,
    has_address,
    page,
    pages_in,
    phone_in,
    without_addresses,
)
from knowledge.importing.template.language.names import Spot, names_in
from knowledge.importing.template.language.placeholders import as_above, points_elsewhere, says_nothing
from knowledge.importing.template.language.sentences import sentences, words
from knowledge.importing.template.questions.fields import Field, split_label

#: What is asked for, in front of what it is asked about.
_NEXT_TOPIC = re.compile(r";\s*|,\s+(?=[^,;()@–—-]{3,40}\s[–—-]\s[A-Z])")
_ASKING = re.compile(
    r"^(?:(?:further|more|any|other)\s+)?(?:information|details?|info|enquiries|queries|questions"
    r"|more)(?:\s+(?:about|on|of|regarding|for)\s+|$)",
    re.I,
)
_BEHIND = re.compile(
    r"^\s+(?:about|regarding|for|on)\s+(?!further|more|an?\b|any|some|information|details?)(?:the |our "
    r")?([a-z][^,;:.]{3,60})",
    re.I,
)
#: The one to turn to stands in front: "Ann Lee would be delighted to talk", "email her".
_POINTS_BACK = re.compile(
    r"\b(?:her|him|them)\b|^(?:happy|delighted|glad|pleased|willing|keen|can|point of contact|lead)\b", re.I
)
#: "Ann Lee, who can be contacted at".
_PASSIVE = re.compile(r"\b(?:who|can|may|should|be|is|best)\s$")
#: Labels that ask for somebody; what answers one of the others ("Further information") may be a page to read.
_ASKS_WHO = re.compile(r"\b(?:contacts?|leads?|officer|person|who|whom|speak|talk|touch|owner|name)\b", re.I)
#: A mark for a missing name in front of what is known: "TBC (Fostering Team)".
_FIRST_PIECE = re.compile(r"^([^,;:(@\n]{1,60}?)\s*(?:[,;:(–—]|\.\s|\s-\s|\n)\s*(?=\S)")
_FEW_WORDS = 6
#: As many addresses may be those of as many people.
_SEVERAL = 2
#: So many words of one sentence are asked whether they lead to somebody, each time with all of the sentence: more of
#: them stand only in what was made to keep the reader busy.
_TRIGGERS = 20
#: "Her number is": of the one named before, whatever stands between.
_THEIRS = re.compile(r"^(?:her|his|their) ", re.I)
#: "Both can be reached at": of all those named before.
_OF_ALL = re.compile(r"(?:both|either|all) ", re.I)
#: "For anything else email ...": of nobody named before.
_OF_OTHERS = re.compile(
    r"\b(?:anything|everything|something|all|any) (?:else|other)\b|\bother (?:enquir|quer|quest|matter)", re.I
)
#: A sentence that only says so has so many words.
_SENTENCE_WORDS = 12
#: Said of much else too ("people question officers", "questions have been added to every interview").
_IN_PROSE = re.compile(r"(?:questions?|queries|enquiries|call|ring|reach|phone|e-?mail)$", re.I)
_TOPIC = re.compile(r"^\s*([^\n:@]{3,70}?)\s*(?::|\s[-–—]\s|\s?[–—]\s?)\s*(.+)$", re.S)
_ABOUT = re.compile(
    r"\b(?:about|on|regarding|of|for|re)\s+(.{3,120}?)\s*(?:,|\bplease\b|\bcontact\b|\bspeak\b|\bget in\b"
    r"|\be-?mail\b|\bcall\b|\bto\b|$)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Contacts written in one breath; `topic` is what they are for by the words in front, `said` is all the words."""

    people: tuple[Contact, ...]
    topic: str = ""
    said: str = ""


def take_contacts(text: str, *, asked: bool = False) -> tuple[str, tuple[Mention, ...]]:
    """The text without the sentences that name contacts, and those contacts.

    With `asked` the text answers the form's question for contacts, so that every name in it is one.
    """
    kept: list[str] = []
    found: list[Mention] = []
    for piece, may_name in [part for sentence in sentences(text) for part in _parts(sentence, asked=asked)]:
        mention = read_mention(piece, asked=asked) if may_name else None
        directly = not (kept and kept[-1]) or _THEIRS.match(piece)
        of_all = found and directly and _OF_ALL.match(piece)
        if of_all and (extra := _only_address(piece, most=_SENTENCE_WORDS)):
            found[-1] = replace(found[-1], people=tuple(completed(one, extra) for one in found[-1].people))
        elif (
            mention is None and found and directly and not _OF_OTHERS.search(piece) and (extra := _only_address(piece))
        ):
            found[-1] = _completed(found[-1], extra)
        elif (
            mention is not None
            and found
            and directly
            and not _OF_OTHERS.search(piece)
            and _is_address_of_last(mention, found[-1])
        ):
            found[-1] = _completed(found[-1], mention.people[0])
        elif mention is not None:
            found.append(mention)
            kept.append("")
        else:
            kept.append(piece)
    rest = " ".join(piece for piece in kept if piece)
    return (rest if found else text), tuple(found)


def _parts(sentence: str, *, asked: bool) -> list[tuple[str, bool]]:
    """What a sentence tells, then each person whom it names to turn to; with each whether it names somebody."""
    told, naming = ("", sentence) if asked else apart_from_contact(sentence)
    if told and read_mention(naming) is None:
        return [(sentence, True)]
    return [*([(told, False)] if told else []), *((piece, True) for piece in _halves(naming))]


def _halves(sentence: str) -> list[str]:
    """A sentence that names one person for this and another for that, in its halves."""
    bare = LABELS.sub("", sentence)
    pieces = [piece.strip() for piece in _NEXT_TOPIC.split(bare)]
    if len(pieces) > 1 and bare != sentence and sum(_TOPIC.match(piece) is not None for piece in pieces) > 1:
        return [f"Contact: {piece}" for piece in pieces]
    if len(TRIGGER.findall(sentence)) > 1:
        return re.split(r"(?:[,;]?\s+(?:and|or|but)|;)\s+(?=for\s)", sentence)
    return [sentence]


def only_contacts(text: str) -> bool:
    """Whether a text names contacts and tells nothing else."""
    rest, mentions = take_contacts(text)
    return bool(mentions) and not rest.strip()


def read_mention(text: str, *, asked: bool = False) -> Mention | None:
    """The contacts that one sentence or line names, None when it is about something else."""
    text = with_names_written(text)
    if labelled := labelled_person(text) or labelled_person(LABELS.sub("", text)):
        return Mention((labelled,), said=text)
    mention = _mention(text, asked=asked)
    return replace(mention, said=text) if mention else None


def _mention(text: str, *, asked: bool) -> Mention | None:
    label = split_label(text)
    if label and label[0] in (Field.EMAIL, Field.PHONE) and not words(without_addresses(text)):
        emails, phone = emails_in(text), phone_in(text)  # "Tel: 0113 496 0000 Mob: 07700 900111"
        if len(emails) < _SEVERAL and (emails or phone):
            return Mention((Contact(email=emails[0] if emails else None, phone=phone),))
    if label and label[0] in (Field.CONTACT, Field.NAME, Field.EMAIL, Field.PHONE) and label[2]:
        return _asked(label[2], who=label[0] is not Field.CONTACT or asks_who(label[1]))
    if label and asked and label[0] is Field.ROLE and is_title(label[2]):
        return Mention((Contact(role=label[2]),))
    if label and asked and label[0] is Field.ROLE and label[2] and not says_nothing(label[2]):
        return _asked(label[2]) or Mention((Contact(role=label[2]),))
    if asked:
        return _asked(text)
    triggers = [one for one in islice(TRIGGER.finditer(text), _TRIGGERS) if not is_told(text, one)]
    if triggers:
        # "contact" may stand before the name or behind it ("Joel Smith is the contact"); the topic stands in front.
        trigger = next((one for one in triggers if _leads_to_name(text, one)), triggers[0])
        between = text[triggers[0].end() : trigger.start()]
        trigger = triggers[0] if has_address(between) else trigger  # who has it is named there
        after = text[trigger.start() :]
        direct = _leads_to_name(text, trigger)
        people = read_people(
            re.sub(r"^\s*(?:to|with)?[\s:–-]*(?:(?:either|both) )?", "", text[trigger.end() :]), single=direct
        ) or (read_people(text) if _is_short(text, trigger) else ())
        points_back = _POINTS_BACK.search(after) or _PASSIVE.search(text[: trigger.start()])
        if people and not people[0].name and points_back and names_in(text[: trigger.start()]):
            people = read_people(text)
        if any(map(_is_named, people)) or (people and not _IN_PROSE.match(trigger[0])):
            return Mention(people, _topic_before(text) or _topic_after(text))
    topic = _TOPIC.match(text)
    if topic and len(words(topic[1])) <= 6 and len(words(without_addresses(text))) <= 24:
        spots = names_in(topic[2])
        if spots and spots[0].start <= 1 and (is_only_people(topic[2]) or _is_bare_name(topic[2], spots)):
            if is_job(topic[1]) and not read_people(topic[2])[0].role:
                return Mention(read_people(text))
            return Mention(read_people(topic[2]), topic[1])
    if is_only_people(text) and not only_states(text):
        people = read_people(text)
        return Mention(people) if people else None
    return None


def _is_named(person: Contact) -> bool:
    return bool(person.name or person.email or person.phone or person.url)


def _leads_to_name(text: str, trigger: re.Match[str]) -> bool:
    """Whether a name can only stand right behind the words that ask to turn to somebody."""
    return (
        re.match(r"\s*(?:is|are|to|with|from|at|via)?\s*[:–-]?\s*(?:(?:either|both) )?[A-Z]", text[trigger.end() :])
        is not None
    )


def asks_who(label: str) -> bool:
    """Whether a label asks for somebody, and not for any further information."""
    return _ASKS_WHO.search(label) is not None


def _asked(text: str, *, who: bool = True) -> Mention | None:
    """What an answer to the question for contacts names; `who` says that nothing but people was asked for."""
    text = turned_list(LABELS.sub("", text))
    while (first := _FIRST_PIECE.match(text)) and says_nothing(first[1]):
        text = text[first.end() :].removesuffix(")")
    if says_nothing(text) or as_above(text) or (points_elsewhere(text) and not names_in(text)):
        return None
    mention = _answered(text)
    pages = pages_in(text)
    if mention is None and who and pages and len(words(without_addresses(text))) <= _FEW_WORDS:
        return Mention((Contact(url=page(pages[0])),))
    return mention


def _answered(text: str) -> Mention | None:
    topic = _TOPIC.match(LABELS.sub("", text))
    if (
        topic
        and not (names_in(topic[1]) or has_address(topic[1]))
        and names_in(topic[2], single=True)
        and len(words(topic[1])) <= 10
        and not is_job(topic[1])
    ):
        people = read_people(topic[2], single=True)
        return Mention(people, topic[1]) if people else None
    if (
        topic
        and len(words(topic[1])) <= 8
        and not is_job(topic[1])
        and not LABELS.match(text)
        and not (names_in(topic[1]) or has_address(topic[1]))
    ):
        people = read_people(topic[2])
        if people and not people[0].name:
            return Mention(people, topic[1])
    people = read_people(text, single=True)
    return Mention(people, _topic_before(text) if TRIGGER.search(text) else "") if people else None


def _is_short(text: str, trigger: re.Match[str]) -> bool:
    return len(words(text)) <= 30 and trigger[0].lower() not in ("call", "reach", "questions", "question", "ring")


def _topic_before(text: str) -> str:
    first = names_in(text, single=False)
    before = text[: first[0].start] if first else text
    about = _ABOUT.search(before)
    return _ASKING.sub("", about[1].strip()) if about else ""


def _topic_after(text: str) -> str:
    """What stands behind one name, without a role between ("contact Ann Lee about the mentoring scheme")."""
    spots = names_in(text)
    if len(spots) != 1:
        return ""
    about = _BEHIND.match(text[spots[0].end :])
    return about[1].strip(" .") if about and not has_address(about[1]) else ""


def _is_bare_name(text: str, spots: list[Spot]) -> bool:
    """Whether there is nothing but a first name and a surname; a title in capitals looks much the same."""
    name = words(text)
    bare = spots[0].start == 0 and spots[0].end == len(text.strip().rstrip("."))
    return bare and 2 <= len(name) <= 4 and not any(word.lower().endswith("ing") or word.isupper() for word in name)


def _only_address(text: str, *, most: int = _FEW_WORDS) -> Contact | None:
    emails, phone = emails_in(text), phone_in(text)
    if (emails or phone) and len(words(without_addresses(text))) <= most:
        return Contact(email=emails[0] if emails else None, phone=phone)
    return None


def _is_address_of_last(mention: Mention, last: Mention) -> bool:
    one = mention.people[0]
    bare = len(mention.people) == 1 and not (one.name or one.role or one.team)
    return bare and not (one.email and last.people[-1].email)


def _completed(mention: Mention, extra: Contact) -> Mention:
    return replace(mention, people=(*mention.people[:-1], completed(mention.people[-1], extra)))
