"""People in running text, with the role, team, address and number that stand beside each name."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.domain.initiative import Contact
from knowledge.importing.template.names import ROLE_WORDS, Spot, names_in
from knowledge.importing.template.sentences import sentences, word_set, words

EMAIL = re.compile(r"(?<![\w.+-])[\w.+’'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
PHONE = re.compile(r"(?<![\w@./-])(?:\+\s?44|\(?0)[\d()\s-]{8,16}\d(?:\s?(?:ext?\.?|extension|x)\s?\d{2,6})?(?![\w@])")
_EXTENSION = re.compile(r"\b(?:ext?\.?|extension)\s*(\d{3,6})\b", re.I)
TRIGGER = re.compile(
    r"\b(?:contact(?:s|ed|ing)?(?!\s+(?:with|between|time|centre|arrangement|visit|session|supervis))|get in "
    r"touch|(?:speak|talk|write) (?:to|with)|ask for|e-?mail|call|ring|phone"
    r"|reach|enquiries|queries|questions?|(?:further|more) (?:information|details?|info)|find out more|lead "
    r"(?:officer|contact|practitioner|person)|point of contact|liaise with"
    r"|happy to (?:talk|share|discuss|speak|chat)|can tell you more)\b",
    re.I,
)
LABELS = re.compile(
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
ROLE_NOUNS = word_set(
    """
    head partner director manager lead leader officer coordinator co-ordinator adviser advisor principal practitioner
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
EDGES = " \t\n,;:.–—-•|/"
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


def with_capitals(text: str) -> str:
    """The text with a name typed in small letters as names are written ("contact ann lee (Manager)")."""
    return _SMALL_NAME.sub(lambda found: found[0].title(), text)


def is_role(text: str) -> bool:
    return any(word.lower().strip("’'s") in ROLE_NOUNS or word.lower() in ROLE_NOUNS for word in words(text)[:8])


def read_people(text: str, *, single: bool = False) -> tuple[Contact, ...]:
    """Everyone that `text` names, with the role, address and number that stand with each."""
    text = LABELS.sub("", text.replace("\u00a0", " ").strip()).strip()
    if text.endswith(")") and text.count(")") > text.count("("):
        text = text[:-1]
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
    if role and not is_role(role):
        role, team = None, role
    number = phone_in(phone[0]) if phone else None
    if number is None and (extension := _EXTENSION.search(after)):
        number = f"ext. {extension[1]}"
    return Contact(name=spot.name, role=role, team=team, email=email_in(email[0]) if email else None, phone=number)


def _role(text: str) -> str | None:
    bracket = re.match(r"\s*[,–—-]?\s*[(\[]([^()\[\]]{2,120})[)\]]", text)
    if bracket:
        inner = PHONE.sub("", EMAIL.sub("", bracket[1])).strip(EDGES)
        return inner if words(inner) else None
    text = sentences(text)[0] if sentences(text) else ""
    text = (
        re.split(
            r"\s(?:who|if|for|to|about|when|can|will|would|is happy|are happy|or email|or call)\b|[.;]\s|\n", text
        )[0]
        if is_role(text) or True
        else text
    )
    text = _TRAILING.sub("", _BETWEEN.sub("", text)).strip(EDGES)
    text = re.sub(r"^(?:(?:in|from|of|at|the|our|their)\s+)+", "", text, flags=re.I)
    text = re.sub(r"^(?:job title|role|title|position|job role)\s*:?\s*", "", text, flags=re.I)
    if not words(text) or len(words(text)) > 14 or _SAYS.search(text):
        return None
    known = {word.lower() for word in words(text)} & (ROLE_WORDS - _FILLERS)
    return text if known or is_role(text) else None


_FILLERS = word_set(
    """
    and or with about on at in of to from by for the this that our we all any if you they it please further more
    """
)


def _role_behind(tail: str) -> str | None:
    """A role that stands after the address: "Ann Lee, a.lee@x.gov.uk, Head of Fostering"."""
    rest = PHONE.sub("", EMAIL.sub("", tail)).strip(EDGES + "()<>")
    return _role(rest) if rest and is_role(rest) else None


def _role_in_front(before: str) -> str | None:
    before = LABELS.sub("", before).strip()
    cut = TRIGGER.search(before)
    last = None
    while cut:
        last = cut
        cut = TRIGGER.search(before, cut.end())
    piece = before[last.end() :] if last else before
    piece = re.sub(r"^\s*(?:to|with|our|the|is|please|for|:|,)+\s+", "", piece, flags=re.I)
    piece = re.sub(r"^\s*(?:our|the)\s+", "", piece, flags=re.I).strip(EDGES + "()")
    if 0 < len(words(piece)) <= 9 and is_role(piece) and not re.search(r"\b(?:about|information|details)\b", piece):
        return piece[0].upper() + piece[1:]
    return None


def _placed(people: list[Contact], text: str) -> list[Contact]:
    """Addresses listed behind all the names go to the people whose names they hold."""
    addresses = [email_in(found[0]) for found in EMAIL.finditer(text)]
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
    email = email_in(found_email[0]) if found_email else None
    phone = phone_in(found_phone[0]) if found_phone else None
    if team:
        return (Contact(team=team[1][0].upper() + team[1][1:], email=email, phone=phone),)
    rest = PHONE.sub(" ", EMAIL.sub(" ", text))
    rest = _TRAILING.sub("", _BETWEEN.sub("", TRIGGER.sub(" ", rest, count=1).strip())).strip(EDGES + "()<>")
    if rest and len(words(rest)) <= 10:
        rest = re.sub(r"^(?:the|our)\s+", "", rest, flags=re.I)
        if is_role(rest):
            return (Contact(role=rest, email=email, phone=phone),)
        if any(word.lower() in _TEAM_NOUNS for word in words(rest)):
            return (Contact(team=rest, email=email, phone=phone),)
    return (Contact(email=email, phone=phone),) if email or phone else ()


def email_in(text: str) -> str:
    return text.strip(".'’-").lower()


def phone_in(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split()).strip()
