"""Whose contact is whose: a piece of work's own, or the whole form's."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from knowledge.domain.authority import Authority
from knowledge.domain.initiative import Contact
from knowledge.domain.text import fold
from knowledge.importing.template.contacts.answers import person_of
from knowledge.importing.template.contacts.mentions import Mention
from knowledge.importing.template.contacts.roles_and_teams import MAILBOX, names_team
from knowledge.importing.template.contacts.several_people import completed
from knowledge.importing.template.drafts.topics import COMMON, for_topic, stems, told_behind, without_brackets
from knowledge.importing.template.language.placeholders import as_above
from knowledge.importing.template.language.sentences import capitalised
from knowledge.importing.template.lines.steps import Person
from knowledge.importing.template.work.candidates import Candidate, ListedContact, Proposal

_ABOUT_ALL = re.compile(
    r"\b(?:approach(?:es)?|our work|(?:programme|body|range|package) of work|this form|this return"
    r"|any of (?:the|this|these)|all of (?:the|this|these)"
    r"|all (?:two|three|four|five|six)"
    r"|overall|in general|generally|general (?:enquiries|contact|queries)|these initiatives|this work|(?:about"
    r"|on) (?:the )?(?:work|initiatives)|the (?:above|council|authority|borough|county|city)(?:['’]s)?|"
    r"our (?:approach|practice|initiatives)|(?:any |all )?other (?:enquiries|queries|questions|information)"
    r"|anything else|everything else|any (?:enquiries|queries|questions))\b",
    re.I,
)
_ABOUT_ONE = re.compile(
    r"\b(?:the|this) (?:programme|project|scheme|group|panel|network|training|pilot|initiative|toolkit|course"
    r"|forum|strategy|plan|audit|review|charter|framework|service|campaign|survey|research|study|policy|board"
    r"|club|circle|sessions?|workshops?)\b|\b(?:for|about|on) this one\b",
    re.I,
)
_THIS = re.compile(r"\bthis one\b", re.I)
_ABOUT_SECTION = re.compile(
    r"\b(?:this|these) (?:section|area|strand|theme|workstream|category|pieces?|projects|programmes|schemes|both"
    r"|bullets?|examples)\b|\b(?:all (?:of )?(?:the )?(?:above|these)|both of these|both)\b",
    re.I,
)
#: "For mentoring: Ann Lee".
_IN_FRONT = re.compile(r"^(?:for|about|on|regarding|re)\s+(?:the |our )?", re.I)
#: Longer topics name no team.
_TEAM_WORDS = 6


def settle_contacts(proposal: Proposal, *, names: Collection[str] = ()) -> tuple[Contact, ...]:
    """Give each contact on a line of its own to the work it is for; return those of the whole form.

    What is said of a person in one place holds wherever the form names them. `names` are those of the authority:
    what only they tell is told of all its work.
    """
    whole: list[Contact] = []
    candidates = proposal.candidates
    in_place = sum(bool(one.contacts) for one in candidates[:-1])
    have_own = in_place > 0 and in_place * 2 >= len(candidates) - 1
    for one in proposal.contacts:
        topic = _without_words(one.mention.topic, names)
        of_all = topic != one.mention.topic and COMMON.issuperset(word for word in fold(topic).split() if len(word) > 2)
        told = replace(one, mention=replace(one.mention, topic="" if of_all else topic))
        owners = [] if of_all else _owners(told, proposal, have_own=have_own)
        if (behind := told_behind(one.mention, candidates)) and not topic:
            owners, one = behind, replace(one, mention=without_brackets(one.mention))
        for owner in owners:
            owner.contacts += one.mention.people
        if not owners:
            for person in one.mention.people:
                if not _take_by_team(person, candidates):
                    whole.append(_with_team(person, told.mention))
    above: Person | None = None
    for row in proposal.people:
        above = _filled(row, above)
        mention = person_of(above)
        if mention is None:
            continue
        owners = for_topic(mention.topic, candidates)
        for owner in owners:
            owner.contacts += mention.people
        if not owners:
            whole += [_with_team(person, mention) for person in mention.people]
    known = {
        fold(person.name): person
        for person in _each_once([*whole, *(person for one in candidates for person in one.contacts)])
        if person.name
    }
    for candidate in candidates:
        candidate.contacts = [_with_known(person, known) for person in _each_once(candidate.contacts)]
    return tuple(_with_known(person, known) for person in _each_once(whole))


def _without_words(topic: str, names: Collection[str]) -> str:
    """What a contact is for without the authority's name ("Leeds' mentoring")."""
    for name in sorted(names, key=len, reverse=True):
        topic = re.sub(rf"\b{re.escape(name)}\b(?:['’]s?)?", " ", topic)
    return " ".join(topic.split())


def _filled(row: Person, above: Person | None) -> Person:
    """A row of a table of people with what it only says to be as in the row above."""
    if above is None:
        return row
    return replace(
        row,
        name=above.name if as_above(row.name) else row.name,
        role=above.role if as_above(row.role) else row.role,
        email=above.email if as_above(row.email) else row.email,
        phone=above.phone if as_above(row.phone) else row.phone,
    )


def _with_known(person: Contact, known: Mapping[str, Contact]) -> Contact:
    """A person with what the form says of them elsewhere."""
    full = [one for one in known.values() if _goes_by(one, person)]
    if len(full) == 1:
        return full[0]  # "Ann again"
    same = known.get(fold(person.name or ""))
    return completed(person, same) if same and (not person.email or same.email == person.email) else person


def _each_once(people: Sequence[Contact]) -> tuple[Contact, ...]:
    """Each person once, with what the several mentions say of them taken together."""
    kept: dict[str, Contact] = {}
    for person in people:
        key = fold(person.name or person.email or person.role or person.team or person.phone or person.url or "")
        if key in kept and person.email and kept[key].email not in (None, person.email):
            key = f"{key} {person.email}"  # two people of one name, or two addresses of one: neither is lost
        kept[key] = completed(kept[key], person) if key in kept else person
    for key, person in list(kept.items()):
        spelt = [other for other, one in kept.items() if _is_reached_at(one, person)]
        if len(spelt) == 1:
            kept[spelt[0]] = completed(kept[spelt[0]], kept.pop(key))
            continue
        full = [other for other, one in kept.items() if _goes_by(one, person)]
        if len(full) == 1:
            kept[full[0]] = completed(kept[full[0]], kept.pop(key))
    return tuple(kept.values())


def _is_reached_at(one: Contact, bare: Contact) -> bool:
    """Whether `bare` is nothing but an address that spells the whole name of `one`, who has none."""
    first, _, rest = (one.name or "").lower().partition(" ")
    spelt = {*re.split(r"[._-]", (bare.email or "").partition("@")[0])}
    whole = bool(rest) and {first, rest.split()[-1]} <= spelt
    return whole and one.email is None and bare == Contact(email=bare.email, phone=bare.phone)


def _goes_by(one: Contact, short: Contact) -> bool:
    """Whether `short` is the first name alone, without a job or an address, of `one`: as people sign."""
    first, _, rest = fold(one.name or "").partition(" ")
    return bool(rest) and short == Contact(name=short.name) and first == fold(short.name or "")


def _owners(one: ListedContact, proposal: Proposal, *, have_own: bool) -> list[Candidate]:
    """The work that a contact on a line of its own is for, none for the whole form.

    `have_own` says that the other pieces of work hold theirs in place.
    """
    candidates = proposal.candidates
    said = one.mention.said or one.text
    if _ABOUT_SECTION.search(said) and 0 <= one.after < len(candidates) and one.after < len(candidates) - 1:
        return [other for other in candidates[: one.after + 1] if other.heading == candidates[one.after].heading]
    if _ABOUT_ALL.search(said):
        return []
    topic = one.mention.topic
    if _ABOUT_ONE.fullmatch(topic) or _THIS.search(topic):  # "the programme" is the one before
        topic = ""
    if topic and (found := for_topic(topic, candidates)):
        return found
    if not 0 <= one.after < len(candidates):
        return []
    last = candidates[one.after]
    if (
        last.owns
        and last.section == one.section
        and (one.after < len(candidates) - 1 or have_own or _others_have(one, proposal))
    ):
        return [last]
    if _ABOUT_ONE.search(said):
        return [last]
    if not last.owns and (section := _listed_with(last, one, proposal)):
        return section
    if one.asked and not last.owns:
        return []
    ends = one.after == len(candidates) - 1
    if ends and not _others_have(one, proposal):
        return []
    return [last] if last.section == one.section or not ends else []


def _listed_with(last: Candidate, one: ListedContact, proposal: Proposal) -> list[Candidate]:
    """The items of one section whose end a contact stands at, when it is theirs: others follow, or have their own."""
    candidates = proposal.candidates
    listed = [other for other in candidates if other.heading == last.heading]
    ends = listed[-1] is last and last.is_item and last.section == one.section
    if not ends or any(other.contacts for other in listed):
        return []
    sections = {other.heading for other in candidates} - {last.heading}
    told = {candidates[other.after].heading for other in proposal.contacts if 0 <= other.after < len(candidates)}
    own = len(told & sections) * 2 >= len(sections) > 0
    follows = one.after < len(candidates) - 1 and len(listed) > 1
    return listed if own or (follows and sections) else []


def _others_have(one: ListedContact, proposal: Proposal) -> bool:
    """Whether the form names a contact right after most other pieces of work, so that the last has its own too."""
    after = {other.after for other in proposal.contacts if other is not one}
    others = len(proposal.candidates) - 1
    return others > 0 and sum(index in after for index in range(others)) * 2 > others


def _take_by_team(person: Contact, candidates: Sequence[Candidate]) -> bool:
    """Give a person to the work whose title the words behind the name are from: "Pat Duthie (homes)"."""
    if not person.name or not person.team or len(candidates) < 2:
        return False
    wanted = stems(person.team)
    fitting = [one for one in candidates if wanted and wanted <= stems(one.given, every=True)]
    if not fitting and person.team[:1].islower():  # in capitals it is a place or an office
        fitting = [one for one in candidates if wanted and wanted <= stems(" ".join(one.texts), every=True)]
    for one in fitting:
        one.contacts.append(replace(person, team=None))
    return bool(fitting)


def _with_team(person: Contact, mention: Mention) -> Contact:
    """A person with the topic that stands in front of the name ("Counselling - Ann Lee"), where no work has it."""
    topic = _IN_FRONT.sub("", mention.topic.strip())
    if not person.name and names_team(topic):
        topic = re.sub(r"^(?:the|our)\s+", "", topic, flags=re.I)  # "The Inclusion team: 0113 496 0001"
    if _ABOUT_ALL.search(topic) or topic.lower().startswith(("this", "these", "the ", "our ", "any", "other", "more")):
        return person
    if MAILBOX.search(topic):
        return person
    in_front = not mention.said or re.search(rf"{re.escape(topic)}\s*[:–—-]", mention.said)
    if (
        topic
        and in_front
        and not (person.role and mention.said)
        and not person.team
        and len(topic.split()) <= _TEAM_WORDS
    ):
        return replace(person, team=capitalised(topic))
    return person


def without_places(people: tuple[Contact, ...], authority: Authority | None) -> tuple[Contact, ...]:
    """Contacts whose "name" or "team" is the authority's own without it ("contact Tower Hamlets EDI team")."""
    places = {fold(name) for name in authority.names()} if authority else set()
    bare = (
        replace(
            person,
            name=None if fold(person.name or "") in places else person.name,
            role=_without_employer(person.role, places),
            team=None if fold(person.team or "") in places else person.team,
        )
        for person in people
    )
    return tuple(person for person in bare if person != Contact())


def _without_employer(role: str | None, places: set[str]) -> str | None:
    """A role without the authority's name behind it ("Inclusion Manager, Leeds City Council")."""
    job, comma, employer = (role or "").rpartition(", ")
    return job if comma and fold(employer) in places else role
