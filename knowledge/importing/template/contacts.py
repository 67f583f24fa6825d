"""Contacts in the ways that people write them: who, in what role, by which address, and about what."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from knowledge.domain.initiative import Contact
from knowledge.importing.template.fields import Field, split_label
from knowledge.importing.template.names import ROLE_WORDS, Spot, names_in
from knowledge.importing.template.sentences import sentences, word_set, words

EMAIL = re.compile(r"(?<![\w.+-])[\w.+’'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
PHONE = re.compile(r"(?<![\w@./-])(?:\+\s?44|\(?0)[\d()\s-]{8,16}\d(?:\s?(?:ext?\.?|extension|x)\s?\d{2,6})?(?![\w@])")
_EXTENSION = re.compile(r"\b(?:ext?\.?|extension)\s*(\d{3,6})\b", re.I)
_TRIGGER = re.compile(
    r"\b(?:contact(?:s|ed|ing)?(?!\s+(?:with|between|time|centre|arrangement|visit|session|supervis))|get in "
    r"touch|(?:speak|talk|write) (?:to|with)|ask for|e-?mail|call|ring|phone"
    r"|reach|enquiries|queries|questions?|(?:further|more) (?:information|details?|info)|find out more|lead "
    r"(?:officer|contact|practitioner|person)|point of contact|liaise with"
    r"|happy to (?:talk|share|discuss|speak|chat)|can tell you more)\b",
    re.I,
)
_LABELS = re.compile(
    r"^(?:(?:project |programme |practice |service )?lead(?: officer| contact| practitioner| person)?"
    r"|contacts?(?: names?| details?| persons?| officers?)?|named contacts?|name|role|job title|title|e-?mail(?: "
    r"address)?"
    r"|tel(?:ephone)?(?: no| number)?|phone(?: number)?|mobile|mob|for (?:more|further) (?:information|details?)"
    r"|(?:to )?find out more|(?:further|more) (?:information|details?)|key contacts?|enquiries|queries)\s*[:–-]\s*",
    re.I,
)
_TEAM = re.compile(
    r"\b(?:the|our)\s+((?:[A-Z][\w&’'-]*\s+|and\s+|&\s+|for\s+|of\s+){0,6}?(?:[A-Z][\w&’'-]*\s+)?(?:[Tt]eam"
    r"|[Ss]ervice|[Uu]nit|[Oo]ffice|[Hh]ub|[Dd]esk|[Ss]chool|[Nn]etwork|[Pp]artnership))\b"
)
_TEAM_NOUNS = word_set(
    """
    team service services unit office hub desk department directorate division council partnership
    """
)
_ROLE_NOUNS = word_set(
    """
    head director manager lead leader officer coordinator co-ordinator adviser advisor principal practitioner
    worker commissioner chair deputy assistant consultant specialist analyst administrator teacher headteacher
    governor psychologist therapist nurse mentor supervisor trainer facilitator researcher inspector sergeant
    constable superintendent councillor member champion ambassador guardian advocate executive chief secretary
    developer doctor paediatrician midwife visitor educator tutor counsellor imam priest vicar pastor rabbi judge
    magistrate
    clerk planner designer organiser steward warden apprentice trainee student fellow professor academic barrister
    solicitor lawyer librarian founder president treasurer gp
    """
)
#: A name typed without capitals, told by the trigger before it and the role in brackets behind.
_SMALL_NAME = re.compile(
    r"(?:(?<=contact )|(?<=speak to )|(?<=talk to )|(?<=email ))(?!the |our |any |your "
    r")[^\W\d_A-Z]+(?:-[^\W\d_]+)? [^\W\d_A-Z]+(?:-[^\W\d_]+)?(?= \([A-Z])"
)
#: A role is a noun phrase; these words make it a statement.
_SAYS = re.compile(r"\b(?:leads|please|her|him|them|can|will|would|has|have|runs|is|are)\b", re.I)
#: What is asked for, in front of what it is asked about.
_ASKING = re.compile(
    r"^(?:(?:further|more|any|other)\s+)?(?:information|details?|info|enquiries|queries|questions"
    r"|more)\s+(?:about|on|of|regarding|for)\s+",
    re.I,
)
_BEHIND = re.compile(
    r"^\s+(?:about|regarding|for|on)\s+(?!further|more|any|information|details?)(?:the |our "
    r")?([a-z][^,;:.]{3,60})",
    re.I,
)
_POINTS_BACK = re.compile(r"\b(?:her|him|them)\b", re.I)
_EDGES = " \t\n,;:.–—-•|/"
_BETWEEN = re.compile(
    r"^(?:\s*(?:,|and|&|or|on|at|via|by|using|through|e-?mail|email|tel|telephone|phone|mobile|mob|call|contact"
    r"|please|directly|their|his|her|who|is|are|the|our|of|[:;.()\[\]<>|–—-])\s*)+",
    re.I,
)
_TRAILING = re.compile(
    r"(?:\s*(?:,|\band|&|\bor|\bon|\bat|\bvia|\bby|\be-?mail|\btel(?:ephone)?|\bphone|\bmobile|\bmob|\bcontact"
    r"|\bcall|[:;.(\[<|–—-])\s*)+$",
    re.I,
)
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
    for piece in [part for sentence in sentences(text) for part in _parts(sentence)]:
        mention = read_mention(piece, asked=asked)
        if mention is None and found and not (kept and kept[-1]) and (extra := _only_address(piece)):
            found[-1] = _completed(found[-1], extra)
        elif mention is not None and found and not (kept and kept[-1]) and _is_address_of_last(mention, found[-1]):
            found[-1] = _completed(found[-1], (mention.people[0].email, mention.people[0].phone))
        elif mention is not None:
            found.append(mention)
            kept.append("")
        else:
            kept.append(piece)
    rest = " ".join(piece for piece in kept if piece)
    return (rest if found else text), tuple(found)


def _parts(sentence: str) -> list[str]:
    """A sentence that names one person for this and another for that, in its halves."""
    bare = _LABELS.sub("", sentence)
    pieces = [piece.strip() for piece in bare.split(";")]
    if len(pieces) > 1 and bare != sentence and sum(_TOPIC.match(piece) is not None for piece in pieces) > 1:
        return [f"Contact: {piece}" for piece in pieces]
    if len(_TRIGGER.findall(sentence)) > 1:
        return re.split(r"[,;]?\s+(?:and|or|but)\s+(?=for\s)", sentence)
    return [sentence]


def read_mention(text: str, *, asked: bool = False) -> Mention | None:
    """The contacts that one sentence or line names, None when it is about something else."""
    mention = _mention(text, asked=asked)
    return replace(mention, said=text) if mention else None


def _mention(text: str, *, asked: bool) -> Mention | None:
    label = split_label(text)
    if label and label[0] in (Field.CONTACT, Field.NAME, Field.EMAIL, Field.PHONE) and label[2]:
        return _asked(label[2])
    trigger = _TRIGGER.search(text)
    if asked:
        return _asked(text)
    if trigger is not None:
        # "contact" may stand before the name or behind it ("Joel Smith is the contact"); the topic stands in front.
        after = text[trigger.start() :]
        direct = re.match(r"\s*(?:is|are|to|with|from|at|via)?\s*[:–-]?\s*[A-Z]", text[trigger.end() :]) is not None
        people = read_people(re.sub(r"^\s*(?:to|with)?[\s:–-]*", "", text[trigger.end() :]), single=direct) or (
            read_people(text) if _is_short(text, trigger) else ()
        )
        if people and not people[0].name and _POINTS_BACK.search(after) and names_in(text[: trigger.start()]):
            people = read_people(text)
        if people:
            return Mention(people, _topic_before(text) or _topic_after(text))
    topic = _TOPIC.match(text)
    if topic and len(words(topic[1])) <= 6 and len(words(text)) <= 24:
        spots = names_in(topic[2])
        if spots and spots[0].start <= 1 and (_is_only_people(topic[2]) or _is_bare_name(topic[2], spots)):
            if _is_job(topic[1]) and not read_people(topic[2])[0].role:
                return Mention(read_people(text))
            return Mention(read_people(topic[2]), topic[1])
    if _is_only_people(text):
        people = read_people(text)
        return Mention(people) if people else None
    return None


def _asked(text: str) -> Mention | None:
    topic = _TOPIC.match(_LABELS.sub("", text))
    if (
        topic
        and not names_in(topic[1])
        and names_in(topic[2], single=True)
        and len(words(topic[1])) <= 10
        and not _is_job(topic[1])
    ):
        people = read_people(topic[2], single=True)
        return Mention(people, topic[1]) if people else None
    if (
        topic
        and len(words(topic[1])) <= 8
        and not _is_job(topic[1])
        and not _LABELS.match(text)
        and not names_in(topic[1])
    ):
        people = read_people(topic[2])
        if people and not people[0].name:
            return Mention(people, topic[1])
    people = read_people(text, single=True)
    return Mention(people, _topic_before(text) if _TRIGGER.search(text) else "") if people else None


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
    return about[1].strip(" .") if about and not PHONE.search(about[1]) and not EMAIL.search(about[1]) else ""


def _is_bare_name(text: str, spots: list[Spot]) -> bool:
    """Whether there is nothing but a first name and a surname; a title in capitals looks much the same."""
    name = words(text)
    bare = spots[0].start == 0 and spots[0].end == len(text.strip().rstrip("."))
    return bare and 2 <= len(name) <= 4 and not any(word.lower().endswith("ing") or word.isupper() for word in name)


def _is_only_people(text: str) -> bool:
    """Whether the line is nothing but names with roles and addresses ("Joel Smith, Head of Fostering, j@x.gov.uk")."""
    if len(words(text)) > 30 or text.rstrip().endswith(("?", ":")):
        return False
    spots = names_in(text)
    has_address = bool(EMAIL.search(text) or PHONE.search(text))
    if not spots or spots[0].start > 3:
        return has_address and len(words(PHONE.sub(" ", EMAIL.sub(" ", text)))) <= 8
    rest = text[spots[0].end :].strip()
    if not rest:
        return False  # a capitalised line alone may be a title as well as a name
    after = rest.lstrip(_EDGES + "(")
    return has_address or (rest[:1] in ",(-–—|" and _is_role(after))


def _is_role(text: str) -> bool:
    return any(word.lower().strip("’'s") in _ROLE_NOUNS or word.lower() in _ROLE_NOUNS for word in words(text)[:8])


def _is_job(text: str) -> bool:
    """Whether the words name one person's job: "link worker" does, "link workers" are what a contact is for."""
    return any(word.lower() in _ROLE_NOUNS for word in words(text))


def _only_address(text: str) -> tuple[str | None, str | None] | None:
    email, phone = EMAIL.search(text), PHONE.search(text)
    rest = PHONE.sub(" ", EMAIL.sub(" ", text))
    if (email or phone) and len(words(rest)) <= 6:
        return (_email(email[0]) if email else None, _phone(phone[0]) if phone else None)
    return None


def _is_address_of_last(mention: Mention, last: Mention) -> bool:
    one = mention.people[0]
    bare = len(mention.people) == 1 and not (one.name or one.role or one.team)
    return bare and not (one.email and last.people[-1].email) and not (one.phone and last.people[-1].phone)


def _completed(mention: Mention, extra: tuple[str | None, str | None]) -> Mention:
    last = mention.people[-1]
    last = replace(last, email=last.email or extra[0], phone=last.phone or extra[1])
    return replace(mention, people=(*mention.people[:-1], last))


def read_people(text: str, *, single: bool = False) -> tuple[Contact, ...]:
    """Everyone that `text` names, with the role, address and number that stand with each."""
    text = _LABELS.sub("", text.replace("\u00a0", " ")).strip()
    text = _SMALL_NAME.sub(lambda found: found[0].title(), text)
    spots = names_in(text)
    if single:
        spots = spots or names_in(_without_addresses(text), single=True)[:1] if not _starts_with_role(text) else spots
    spots = _with_singles(text, spots) if spots or single else spots
    if not spots:
        return _nameless(text)
    found = []
    spots = [spot for spot in spots if not _is_bracketed(text, spot, spots)]
    for index, spot in enumerate(spots):
        end = spots[index + 1].start if index + 1 < len(spots) else len(text)
        before = text[: spot.start] if index == 0 else ""
        found.append(_person(spot, text[spot.end : end], before))
    return tuple(_placed(found, text))


def _is_bracketed(text: str, spot: Spot, spots: list[Spot]) -> bool:
    """Whether a "name" stands in the brackets behind another name, where roles stand ("(Designated Doctor)")."""
    opened = text.rfind("(", 0, spot.start)
    if opened < 0 or ")" in text[opened : spot.start]:
        return False
    return any(one.end <= opened and not text[one.end : opened].strip() for one in spots)


def _starts_with_role(text: str) -> bool:
    first = words(text)[:1]
    return bool(first) and first[0].lower() in ROLE_WORDS


def _without_addresses(text: str) -> str:
    return EMAIL.sub(lambda found: " " * len(found[0]), text)


def _with_singles(text: str, spots: list[Spot]) -> list[Spot]:
    """One-word names beside others: "Abena (HR lead) and Tom Price"."""
    extra = [
        spot
        for spot in names_in(_without_addresses(text), single=True)
        if (
            re.match(r"\s*(?:\(|(?:at|on|via)\s+[\w.]+@)", text[spot.end :])
            or (re.search(r"\b(?:or|and)\s$", text[: spot.start]) and re.match(r"\s*[.,;]?\s*$", text[spot.end :]))
        )
        and all(spot.end <= one.start or spot.start >= one.end for one in spots)
    ]
    return sorted([*spots, *extra], key=lambda spot: spot.start)


def _person(spot: Spot, after: str, before: str) -> Contact:
    email, phone = EMAIL.search(after), PHONE.search(after)
    cut = min((found.start() for found in (email, phone) if found), default=len(after))
    tail = after[cut:]
    role = _role(after[:cut]) or _role_behind(tail) or _role_in_front(before)
    team = None
    if role and not _is_role(role):
        role, team = None, role
    number = _phone(phone[0]) if phone else None
    if number is None and (extension := _EXTENSION.search(after)):
        number = f"ext. {extension[1]}"
    return Contact(name=spot.name, role=role, team=team, email=_email(email[0]) if email else None, phone=number)


def _role(text: str) -> str | None:
    bracket = re.match(r"\s*[,–—-]?\s*[(\[]([^()\[\]]{2,120})[)\]]", text)
    if bracket:
        inner = PHONE.sub("", EMAIL.sub("", bracket[1])).strip(_EDGES)
        return inner if words(inner) else None
    text = sentences(text)[0] if sentences(text) else ""
    text = (
        re.split(
            r"\s(?:who|if|for|to|about|when|can|will|would|is happy|are happy|or email|or call)\b|[.;]\s|\n", text
        )[0]
        if _is_role(text) or True
        else text
    )
    text = _TRAILING.sub("", _BETWEEN.sub("", text)).strip(_EDGES)
    text = re.sub(r"^(?:the|our|their)\s+", "", text, flags=re.I)
    text = re.sub(r"^(?:job title|role|title|position|job role)\s*:?\s*", "", text, flags=re.I)
    if not words(text) or len(words(text)) > 14 or _SAYS.search(text):
        return None
    known = {word.lower() for word in words(text)} & (ROLE_WORDS - _FILLERS)
    return text if known or _is_role(text) else None


_FILLERS = word_set(
    """
    and or with about on at in of to from by for the this that our we all any if you they it please further more
    """
)


def _role_behind(tail: str) -> str | None:
    """A role that stands after the address: "Ann Lee, a.lee@x.gov.uk, Head of Fostering"."""
    rest = PHONE.sub("", EMAIL.sub("", tail)).strip(_EDGES + "()<>")
    return _role(rest) if rest and _is_role(rest) else None


def _role_in_front(before: str) -> str | None:
    before = _LABELS.sub("", before).strip()
    cut = _TRIGGER.search(before)
    last = None
    while cut:
        last = cut
        cut = _TRIGGER.search(before, cut.end())
    piece = before[last.end() :] if last else before
    piece = re.sub(r"^\s*(?:to|with|our|the|is|please|for|:|,)+\s+", "", piece, flags=re.I)
    piece = re.sub(r"^\s*(?:our|the)\s+", "", piece, flags=re.I).strip(_EDGES + "()")
    if 0 < len(words(piece)) <= 9 and _is_role(piece) and not re.search(r"\b(?:about|information|details)\b", piece):
        return piece[0].upper() + piece[1:]
    return None


def _placed(people: list[Contact], text: str) -> list[Contact]:
    """Addresses listed behind all the names go to the people whose names they hold."""
    addresses = [_email(found[0]) for found in EMAIL.finditer(text)]
    if len(people) < 2 or not addresses:
        if len(people) == 1 and not people[0].email and addresses:
            return [replace(people[0], email=addresses[0])]
        return people
    if len(addresses) == 1 and re.search(r"\b(?:both|either|all)\b", text, re.I):
        return [replace(person, email=addresses[0]) for person in people]
    claimed: dict[int, str] = {}
    for address in addresses:
        local = address.partition("@")[0].lower()
        fitting = [
            index
            for index, person in enumerate(people)
            if any(
                len(part) > 2 and part.lower().strip(".’'") in local
                for part in (person.name or "").replace("-", " ").split()
            )
        ]
        if len(fitting) == 1:
            claimed[fitting[0]] = address
    taken = set(claimed.values())
    return [
        replace(person, email=claimed.get(index, person.email if person.email not in taken else None))
        for index, person in enumerate(people)
    ]


def _nameless(text: str) -> tuple[Contact, ...]:
    """A team, a role or a bare address to turn to, where nobody is named."""
    found_email, found_phone, team = EMAIL.search(text), PHONE.search(text), _TEAM.search(text)
    email = _email(found_email[0]) if found_email else None
    phone = _phone(found_phone[0]) if found_phone else None
    if team:
        return (Contact(team=team[1][0].upper() + team[1][1:], email=email, phone=phone),)
    rest = PHONE.sub(" ", EMAIL.sub(" ", text))
    rest = _TRAILING.sub("", _BETWEEN.sub("", _TRIGGER.sub(" ", rest, count=1).strip())).strip(_EDGES + "()<>")
    if rest and len(words(rest)) <= 10:
        rest = re.sub(r"^(?:the|our)\s+", "", rest, flags=re.I)
        if _is_role(rest):
            return (Contact(role=rest, email=email, phone=phone),)
        if any(word.lower() in _TEAM_NOUNS for word in words(rest)):
            return (Contact(team=rest, email=email, phone=phone),)
    return (Contact(email=email, phone=phone),) if email or phone else ()


def _email(text: str) -> str:
    return text.strip(".'’-").lower()


def _phone(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split()).strip()
