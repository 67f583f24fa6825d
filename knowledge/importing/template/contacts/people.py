"""People in running text, with the role, team, address and number that stand beside each name."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from knowledge.domain.initiative import Contact
from knowledge.importing.template.contacts.absences import without_absent
from knowledge.importing.template.contacts.job_titles import without_titles
from knowledge.importing.template.contacts.name_spellings import names_apart, small_name, spelt_names, surname_behind
from knowledge.importing.template.contacts.postal_addresses import without_postal_address
from knowledge.importing.template.contacts.roles_and_teams import (
    BETWEEN,
    EDGES,
    TRAILING,
    balanced,
    is_office,
    is_role,
    names_team,
    role_and_team,
    without_mailbox,
)
from knowledge.importing.template.contacts.several_people import parted, spells, with_mailbox, with_shared
from knowledge.importing.template.language.addresses import (
    EMAIL,
    GAP,
    PHONE,
    email,
    emails_in,
    gapped,
    has_address,
    page,
    pages_in,
    phone_in,
)
from knowledge.importing.template.language.names import ROLE_WORDS, Spot, names_in
from knowledge.importing.template.language.sentences import capitalised, word_set, words

TRIGGER = re.compile(
    r"\b(?:contact(?:s|ed|ing)?(?!\s+(?:with|between|time|centre|arrangement|visit|session|supervis|servic"
    r"|worker|room))|get in "
    r"touch|(?:speak|talk|write) (?:to|with)|ask for|e-?mail|call|ring|phone"
    r"|(?:(?<!we )(?<!who )(?<!to )|(?<=best to ))ask(?= (?-i:[A-Z][\w’'-]+ [A-Z]))"
    r"|(?:led|run|managed|overseen|co-?ordinated|headed up) by(?= (?-i:[A-Z])[^;]{3,90}(?:@|\d{4}))"
    r"|leads? (?:for|on) [^.,;:@]{3,50} (?:is|are)(?= (?-i:[A-Z]))"
    r"|(?:best|right|main) (?:person|people|one|contact)s? (?:(?:to \w+ )+)?(?:for|on|about) [^.,;:@]{1,50} (?:is|are)"
    r"(?= (?-i:[A-Z]))|more from(?= (?-i:[A-Z][\w’'-]+ [A-Z]))"
    r"|reach|enquiries|queries|questions?|(?:further|more) (?:information|details?|info)|find out more"
    r"|(?:like|want|wish) to (?:know|learn|hear|see) more|drop (?=[^.]{3,60} (?:a line|a note|a message|an e-?mail)\b)"
    r"|(?:drop|send) (?:a line|a note|a message|an e-?mail) to|give (?=[^.]{3,60} a (?:ring|call|shout|bell|buzz)\b)"
    r"|lead (?:officer|contact|practitioner|person)|point of contact|liaise with"
    r"|(?:happy|delighted|glad|pleased|willing|keen) to (?:talk|share|discuss|speak|chat|help|answer|hear|explain"
    r"|tell)|can tell you more)\b",
    re.I,
)
LABELS = re.compile(
    r"^(?:(?:project |programme |practice |service )?lead(?: officer| contact| practitioner| person)?"
    r"|contacts?(?: names?| details?| persons?| officers?)?|named contacts?|name|role|job title|title|position"
    r"|designation|e-?mail(?: "
    r"address)?"
    r"|tel(?:ephone)?(?: no| number)?|phone(?: number)?|mobile|mob|for (?:more|further) (?:information|details?)"
    r"|(?:to )?find out more|(?:further|more) (?:information|details?)|key contacts?|enquiries|queries"
    r"|(?:enw |manylion )?cyswllt|enw|swydd|(?:rhif )?ff[oô]n|symudol|e-?bost)\s*[:–-]\s*",
    re.I,
)
_TEAM = re.compile(
    r"\b(?:the|our)\s+((?:[A-Z][\w&’'-]*\s+|and\s+|&\s+|for\s+|of\s+){0,6}?(?:[A-Z][\w&’'-]*\s+)?(?:[Tt]eam"
    r"|[Ss]ervice|[Uu]nit|[Oo]ffice|[Hh]ub|[Dd]esk|[Ss]chool|[Nn]etwork|[Pp]artnership))\b"
)
_TEAM_NOUNS = word_set("team service services unit office hub desk department directorate division council partnership")
#: "1) Ann Lee 2) Bob Okafor": the numbers of a list that was written in one line.
_NUMBERING = re.compile(r"(?:^|(?<=[\s;,]))\(?\d{1,2}[.)]\s+(?=[^\W\d_])")
#: "Head of Music (drums)": no word behind these is somebody's name.
_OF = re.compile(r"\b(?:of|for|the|in)\s$")
#: "First Ann Lee, then Bob Okafor", "In the meantime the duty desk".
_IN_TURN = re.compile(
    r"^(?:first(?:ly)?,?\s+(?=[^@]*\bthen\b)|then,?\s+|(?:in the meantime|meanwhile|until then|for now)[,:]?\s+)", re.I
)
_OR_TEAM = re.compile(
    r"[;,.]?\s+or (?P<team>(?:the|our) [^@;,]{0,50}\b(?:team|service|unit|office|hub|desk)\b[^;,]*@)", re.I
)
_MOST_WORDS = 10
#: "question one director each time": some of many, and nobody to turn to.
_COUNTS = re.compile(r"(?:one|two|three|four|five|six|each|every|all|any|some|many|most|\d+)\b", re.I)


def read_people(text: str, *, single: bool = False) -> tuple[Contact, ...]:
    """Everyone that `text` names, with the role, address and number that stand with each."""
    text = LABELS.sub("", text.replace("\u00a0", " ").strip()).strip()
    text = _IN_TURN.sub("", without_postal_address(without_absent(names_apart(text))))
    text = _NUMBERING.sub("; ", text) if len(_NUMBERING.findall(text)) > 1 else text
    text = balanced(small_name(text) if single else text)
    spots = _spots(text, single=single)
    if not spots:
        return _nameless(text)
    found = []
    text, also = _also(text, spots[-1].end)
    before = text[: spots[0].start]
    others = _others(before)
    before = "" if others else before
    jobs_lead = _role_in_front(before) is not None
    between = [text[one.end : follows.start] for one, follows in pairwise(spots)]
    for spot, after in zip(spots, [*between, text[spots[-1].end :]], strict=True):
        after, waiting = parted(after, jobs_lead=jobs_lead) if spot is not spots[-1] else (after, "")
        found.append(_person(spot, after, before))
        before = waiting
    behind = text[spots[-1].end :]
    found = with_shared(found, between, behind)
    taken = {one.email for one in others if one.email}
    return (*others, *(with_mailbox(found, text, between, behind) or _placed(found, text, taken=taken)), *also)


def _spots(text: str, *, single: bool) -> list[Spot]:
    """The names in `text`; with `single` also one that is one word, where only a name can stand."""
    spots = _with(names_in(text), spelt_names(text))
    if single and not spots and not _starts_with_role(text):
        spots = names_in(_blanked(text), single=True)[:1]
    spots = [surname_behind(spot, text) for spot in spots]
    spots = [
        spot
        for spot in spots
        if (" " in spot.name and not spot.name.split()[0].isupper()) or not _begins_job(text[spot.end :])
    ]
    if spots or single:
        spots = _with(spots, [spot for spot in _singles(text) if not _is_others_team(text, spot, spots)])
    return without_titles([spot for spot in spots if not _is_bracketed(text, spot, spots)], text)


def _with(spots: list[Spot], more: list[Spot]) -> list[Spot]:
    extra = [spot for spot in more if all(spot.end <= one.start or spot.start >= one.end for one in spots)]
    return sorted([*spots, *extra], key=lambda spot: spot.start)


def _is_bracketed(text: str, spot: Spot, spots: list[Spot]) -> bool:
    """Whether a "name" stands in the brackets behind another name, where roles stand ("(Designated Doctor)")."""
    opened = text.rfind("(", 0, spot.start)
    if opened < 0 or ")" in text[opened : spot.start]:
        return False
    return any(one.end <= opened and not text[one.end : opened].strip() for one in spots)


def _is_others_team(text: str, spot: Spot, spots: list[Spot]) -> bool:
    """Whether a word behind a name has that name's address behind it: "Ann Lee – Marketing (ann.lee@x.gov.uk)"."""
    before = next((one for one in spots if re.fullmatch(r"\s*[,–—-]\s*", text[one.end : spot.start])), None)
    found = EMAIL.match(text[spot.end :].lstrip(" ("))
    return before is not None and found is not None and bool(_claimed([Contact(name=before.name)], [found[0]])[0].email)


def _starts_with_role(text: str) -> bool:
    asked = TRIGGER.match(text)
    first = words(re.sub(r"^\s*(?:to|with)\b", "", text[asked.end() :]) if asked else text)[:1]
    return bool(first) and first[0].lower() in ROLE_WORDS


def _begins_job(behind: str) -> bool:
    """Whether one word goes on as a job or a team ("Housing Manager", "Play Team"): then it is hardly a name."""
    phrase = re.split(r"[,;:(|<@\n–—]|\s-\s", behind)[0]
    if not re.match(r"\s\w", phrase) or BETWEEN.match(phrase) or re.match(r"\s(?:in|from|at) (?:the|our)\b", phrase):
        return False
    return is_role(phrase) or names_team(phrase)


def _blanked(text: str) -> str:
    """The text without its addresses, every other letter in its place."""
    for one in pages_in(text):
        text = text.replace(one, " " * len(one), 1)
    return EMAIL.sub(lambda found: " " * len(found[0]), text)


def _singles(text: str) -> list[Spot]:
    """One-word names beside others: "Abena (HR lead) and Tom Price"."""
    return [
        spot
        for spot in names_in(_blanked(text), single=True)
        if not _OF.search(text[: spot.start])
        and (
            re.match(r"\s*(?:\(|(?:at|on|via)\s+[\w.]+@)", text[spot.end :])
            or (
                re.search(r"\b(?:or|and)\s$", text[: spot.start])
                and re.match(r"\s*[.,;]?\s*$|\s+(?:in|from|at) (?:the|our)\s", text[spot.end :])
            )
        )
    ]


def _others(before: str) -> tuple[Contact, ...]:
    """Who is named in front of the first name with an address of their own: "the Fostering Team on x@y, or Ann Lee"."""
    if not has_address(before):
        return ()
    return tuple(one for one in _nameless(before) if one.team or one.role)


def _also(text: str, end: int) -> tuple[str, tuple[Contact, ...]]:
    """The text without a team to turn to behind all the names: "Ann Lee, 0113 496 0001, or the team inbox: x@y"."""
    found = _OR_TEAM.search(text, end)
    if found is None:
        return text, ()
    team = tuple(one for one in _nameless(text[found.start("team") :]) if one.team)
    return (text[: found.start()], team) if team else (text, ())


def _person(spot: Spot, after: str, before: str) -> Contact:
    role, team = role_and_team(after)
    pages = pages_in(after)
    emails = emails_in(after)
    return Contact(
        name=spot.name,
        role=role or _role_in_front(before),
        team=team,
        email=emails[0] if emails else None,
        phone=phone_in(after) or (phone_in(before) if before else None),
        url=page(pages[0]) if pages else None,
    )


def _role_in_front(before: str) -> str | None:
    before = LABELS.sub("", before).strip()
    cut = TRIGGER.search(before)
    last = None
    while cut:
        last = cut
        cut = TRIGGER.search(before, cut.end())
    piece = before[last.end() :] if last else before
    piece = re.sub(r"^.*\b(?:is|are) (?:the|our)\s+", "", piece)
    piece = re.sub(r"^\s*(?:to|with|from|at|by|via|our|the|is|please|for|:|,)+\s+", "", piece, flags=re.I)
    piece = re.sub(r"^\s*(?:our|the|her|his|their)\s+", "", piece, flags=re.I)
    piece = re.sub(r"\b(?:mr|mrs|ms|miss|mx)\.?\s*$", "", piece, flags=re.I).strip(EDGES + "()")
    if 0 < len(words(piece)) <= 9 and is_role(piece) and not re.search(r"\b(?:about|information|details)\b", piece):
        return capitalised(piece)
    return None


def _placed(people: list[Contact], text: str, *, taken: set[str]) -> list[Contact]:
    """Addresses listed behind all the names go to the people whose names they hold; none that is left is lost."""
    addresses = [address for address in emails_in(text) if address not in taken]
    if len(people) == 1 and not people[0].email and addresses:
        people = [replace(people[0], email=addresses[0])]
    if len(people) > 1:
        people = _claimed(people, addresses)
    held = {person.email for person in people}
    return [*people, *(Contact(email=address) for address in addresses if address not in held)]


def _claimed(people: list[Contact], addresses: list[str]) -> list[Contact]:
    claimed: dict[int, str] = {}
    for address in addresses:
        fitting = [index for index, person in enumerate(people) if spells(address, person.name or "")]
        if len(fitting) == 1:
            claimed.setdefault(fitting[0], address)
    theirs = set(claimed.values())
    return [
        replace(person, email=claimed.get(index, person.email if person.email not in theirs else None))
        for index, person in enumerate(people)
    ]


def _nameless(text: str) -> tuple[Contact, ...]:
    """A team, a role or a bare address to turn to, where nobody is named; one contact for each e-mail address."""
    found: list[Contact] = []
    for piece in _by_address(text):
        found += _one_nameless(piece)
    return tuple(found)


def _by_address(text: str) -> list[str]:
    """The text cut behind each e-mail address but the last, with a number that directly follows it."""
    ends = [found.end() for found in EMAIL.finditer(text)][:-1]
    pieces, start = [], 0
    for end in ends:
        number = re.match(rf"[\s,;:()|/–—-]*(?:tel\w*|phone|mob\w*|on|or)?[\s.:]*{PHONE.pattern}", text[end:], re.I)
        if number and not re.match(r"\s*[;/]", text[end:]):
            end += number.end()
        pieces.append(text[start:end])
        start = end
    return [*pieces, text[start:]]


def _one_nameless(text: str) -> tuple[Contact, ...]:
    found, pages, team = EMAIL.search(text), pages_in(text), _TEAM.search(text)
    said = Contact(
        email=email(found[0]) if found else None,
        phone=phone_in(text),
        url=page(pages[0]) if pages else None,
    )
    if team:
        return (replace(said, team=capitalised(team[1])),)
    first, _, behind = gapped(text).partition(GAP)
    rest = first if words(TRIGGER.sub(" ", first)) else behind.replace(GAP, " ")
    rest = TRAILING.sub("", BETWEEN.sub("", TRIGGER.sub(" ", rest, count=1).strip()))
    rest = without_mailbox(balanced(" ".join(rest.split()).strip(EDGES + "<>")))
    if rest and len(words(rest)) <= _MOST_WORDS and not _COUNTS.match(rest):
        rest = re.sub(r"^(?:the|our)\s+", "", rest, flags=re.I)
        if is_role(rest):
            return (replace(said, role=rest),)
        if any(word.lower() in _TEAM_NOUNS for word in words(rest)):
            return (replace(said, team=rest),)
        if (said.email or said.phone) and is_office(rest):
            return (replace(said, team=rest),)
    return (said,) if said.email or said.phone else ()
