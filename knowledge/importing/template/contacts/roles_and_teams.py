"""What stands beside a name: a role, a team, and remarks that are neither."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.importing.template.language.addresses import GAP, gapped, has_address
from knowledge.importing.template.language.names import JOB_LETTERS, ROLE_WORDS
from knowledge.importing.template.language.placeholders import as_above, points_elsewhere, says_nothing
from knowledge.importing.template.language.sentences import sentences, word_set, words

_ROLE_NOUNS = word_set(
    """
    head partner director manager lead leader officer coordinator co-ordinator adviser advisor principal practitioner
    worker commissioner chair deputy assistant consultant specialist analyst administrator teacher headteacher
    governor psychologist therapist nurse mentor supervisor trainer facilitator researcher inspector sergeant
    constable superintendent councillor member champion ambassador guardian advocate executive chief secretary
    developer doctor paediatrician midwife visitor educator tutor counsellor imam priest vicar pastor rabbi judge
    magistrate
    clerk planner designer organiser steward warden apprentice trainee student fellow professor academic barrister
    solicitor lawyer librarian founder president treasurer gp
    pennaeth cyfarwyddwr rheolwr swyddog arweinydd gweithiwr cydlynydd dirprwy cadeirydd ymgynghorydd cynghorydd
    athro athrawes prifathro seicolegydd gweinyddwr hyfforddwr nyrs
    """
)
_TEAM_NOUNS = word_set(
    """
    team service services unit office hub desk helpdesk programme helpline department directorate division council
    partnership university college trust police charity foundation association academy hospital tîm gwasanaeth
    """
)
_LETTERS = re.compile(r"^[A-Z][A-Z&]{1,5}$")
#: "she/her", "(they/them)".
_PRONOUN = r"(?:s?he|they|her|him|them|hers|his|theirs|xe|ze|hi|ei|fe|ef|nhw)"
_PRONOUN_RUN = rf"{_PRONOUN}(?:\s?/\s?{_PRONOUN})+\b"
PRONOUNS = re.compile(rf"[,;]?\s*(?:[(\[]\s*{_PRONOUN_RUN}\s*[)\]]|\b{_PRONOUN_RUN})", re.I)
#: When somebody can be reached, or holds the post: no part of what they are.
_WHEN = re.compile(
    r"\b(?:mon|tues?|weds?|thur?s?|fri|sat|sun)(?:days?|nesdays?|urdays?|sdays?|rsdays?)?\b"
    r"|\b(?:until|till|since|currently|vacant|on leave|maternity|paternity|secondment|seconded|part[- ]time"
    r"|retir(?:es|ing)|(?:leaving|leaves|away) (?:in|on|at|until|from)|hons"
    r"|full[- ]time|term[- ]time|job[- ]?share|working (?:days|hours|pattern)|days|mornings|afternoons|evenings)\b"
    r"|\b\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm)\b|\b\d{1,2}[:.]\d\d\b|\b(?:19|20)\d\d\b",
    re.I,
)
#: Lines of a signature that are neither a job nor a team.
_OF_SIGNATURE = re.compile(
    r"^(?:(?:my |normal |usual |core |current )*(?:(?:non-?)?working (?:days?|hours|pattern|week)|office hours"
    r"|hours(?: of work)?|days (?:of work|worked|in the office)|availability)\s*[:=–-]"
    r"|(?:my )?(?:preferred )?(?:pronouns?|rhagenwau)\s*[:=–-]|follow us\b"
    r"|(?:twitter|x|facebook|instagram|linkedin|bluesky)\s*:?\s*@\w)",
    re.I,
)
_OF_DAYS = word_set(
    """
    i my we work works working am in at on not off out of to and or from until only the office except each every always
    """
)
#: A role is a noun phrase; these words make it a statement.
_SAYS = re.compile(r"\b(?:leads|please|her|him|them|can|will|would|has|have|runs|is|are)\b", re.I)
EDGES = " \t\n,;:.–—-•|/" + GAP
BETWEEN = re.compile(
    r"^(?:\s*(?:(?:and|or|on|at|via|by|using|through|e-?mail|tel|telephone|phone|mobile|mob|call"
    r"|contact(?!\s+(?:service|centre|team|manager|supervisor|worker|coordinator)\b)"
    r"|please|directly|their|his|her|who|is|are|the|our|of"
    r"|an? (?:ring|call|shout|bell|buzz|line|note|message))\b|[,&:;.()\[\]<>|–—-])\s*)+",
    re.I,
)
TRAILING = re.compile(
    r"(?:\s*(?:,|\band|&|\bor|\bon|\bat|\bvia|\bby|\be-?mail|\btel(?:ephone)?|\bphone|\bmobile|\bmob|\bcontact"
    r"|\bcall|[:;.(\[<|–—-])\s*)+$",
    re.I,
)
_GOES_ON = re.compile(
    r",?\s(?:and|or)\s(?:her|his|their|my)\s"
    # "Head of Access to Learning" is a job.
    r"|\sto(?! [A-Z])\s|\s(?:who|if|about|when|can|will|would|is happy|are happy|or email|or call)\b|\.\s|\n"
    # "Lead for anti-racist work" is a job, "Manager for more information" is not.
    r"|(?<![Ll]ead)(?<![Oo]fficer)(?<![Mm]anager)\sfor(?! [A-Z])\b"
    r"|\sfor (?=(?:more|further|any|all|general|information|details?|info|copies|an?|questions?|enquiries|queries"
    r"|help|advice|support|everything|anything|other)\b)"
)
#: Words behind a name that go on with the sentence: "Ann Lee for more information", "Ann Lee is leading this work".
_TELLS = re.compile(
    r"\s*(?:for (?:more|further|any|all|general|other|information|details?|info|copies|questions?|enquiries|queries"
    r"|help|advice)\b|(?:to|if|about|regarding|when)\b|(?:is|are|will be|has been|have been) (?!(?:the|our|an?)\b)\w+)",
    re.I,
)
_BRACKET = re.compile(r"\s*[,–—-]?\s*[(\[]([^()\[\]]{2,120})[)\]]")
_ROLE_LABEL = re.compile(r"^(?:job title|role|title|position|job role)\s*:?\s*", re.I)
_SMALL = word_set(
    """
    and or with about on at in of to from by for the this that our we all any if you they it please further more
    not give fao attn
    """
)
_MOST_WORDS = 14
_FIRST_WORDS = 8


def is_role(text: str) -> bool:
    """Whether the words name a job, by one of its nouns or by its letters."""
    return any(is_job_word(word) for word in words(text)[:_FIRST_WORDS])


def is_job_word(word: str) -> bool:
    low = word.lower()
    bare = low.removeprefix("co-").removesuffix("’s").removesuffix("'s")
    return word in JOB_LETTERS or any(one in _ROLE_NOUNS for one in (low, bare, bare.removesuffix("s")))


def is_title(text: str) -> bool:
    """Whether a phrase is written as jobs are titled, from its first word or to its last: "Short Breaks Manager"."""
    named = words(text)
    titled = all(word[0].isupper() or word.lower() in _SMALL for word in named)
    plain = re.fullmatch(r"[\w\s&'’/-]+", text.strip(" .,"))
    return len(named) > 1 and titled and plain is not None and (is_job_word(named[-1]) or is_job_word(named[0]))


#: What an address is, and no team.
MAILBOX = re.compile(r"\b(?:mail ?box|in ?box|e-?mail(?: address)?)(?:es)?\b", re.I)
_OF_MAILBOX = word_set(
    "the our a an whole shared generic central general common dedicated monitored main project is"
    " for all of on via use please enquiries queries"
)
_OF_ALL = word_set("team service office group")


def is_remark(line: str) -> bool:
    """Whether a line of a signature says nothing but when its writer works, or how to speak of them."""
    if has_address(line):
        return False
    if _OF_SIGNATURE.match(line.strip()):
        return True
    rest = [word for word in words(_WHEN.sub(" ", line)) if word.lower() not in _OF_DAYS]
    return not rest and _WHEN.search(line) is not None


def role_and_team(after: str) -> tuple[str | None, str | None]:
    """The role and the team in the words behind a name; addresses and numbers may stand among them.

    What stands in front of the first address is taken at its word; behind it, only what names a job or a team.
    """
    text = PRONOUNS.sub(" ", gapped(after))
    role = team = None
    while found := _BRACKET.match(text):
        text = text[found.end() :]
        said = _without_remarks(found[1])
        if said and is_role(said):
            role = role or said
        elif said:
            team = team or said
    first, gap, behind = text.partition(GAP)
    first = sentences(first)[0] if sentences(first) else ""
    pieces = [(piece, True) for part in re.split(r"[;|]", first) for piece in _apart(part)]
    pieces += [(piece, False) for piece in re.split(rf"[;|{GAP}]", behind)] if gap else []
    for piece, near in pieces:
        said = phrase(piece)
        if not said or says_nothing(said) or as_above(said):
            continue
        if is_role(said):
            role = role or said
        elif _known(said) if near else names_team(said):
            team = team or said
    return role, team


def _apart(text: str) -> list[str]:
    """The parts between dashes, where they tell a team and a role apart ("Equality Team - Head of Practice")."""
    parts = re.split(r"\s[–—-]\s", text)
    teams = [part for part in parts if names_team(part) and not is_role(part)]
    return parts if teams and any(is_role(part) for part in parts) else [text]


def _without_remarks(bracketed: str) -> str:
    """What brackets behind a name say of a role or a team; empty when it is about days, times or pronouns."""
    pieces = [piece.strip(EDGES + "<>()") for piece in re.split(r"[,;]", PRONOUNS.sub(" ", bracketed))]
    kept = [piece for piece in pieces if words(piece) and (is_role(piece) or not _WHEN.search(piece))]
    said = ", ".join(kept)
    return "" if says_nothing(said) or as_above(said) or points_elsewhere(said) else said


def phrase(text: str) -> str:
    """One piece of the words behind a name as a noun phrase, empty when it is none."""
    text = "" if _TELLS.match(text) else _GOES_ON.split(text)[0]
    text = balanced(TRAILING.sub("", BETWEEN.sub("", text)).strip(EDGES + "<>"))
    text = re.sub(r"^(?:(?:in|from|of|at|the|our|their)\s+)+", "", text, flags=re.I)
    text = _ROLE_LABEL.sub("", text).strip(EDGES)
    return "" if not words(text) or len(words(text)) > _MOST_WORDS or _SAYS.search(text) else text


def without_mailbox(text: str) -> str:
    """Whose a mailbox is ("Fostering Team mailbox, checked daily"), empty when it is only said to be one."""
    if MAILBOX.search(text) is None:
        return text
    said = next(piece for piece in re.split(r"[,;()]", text) if MAILBOX.search(piece))
    whose = " ".join(MAILBOX.sub(" ", said).split()).strip(EDGES)
    if {word.lower() for word in words(whose)} <= _OF_MAILBOX | _OF_ALL:
        return ""
    first, _, rest = whose.partition(" ")
    while first.lower() in _OF_MAILBOX:
        whose = rest
        first, _, rest = whose.partition(" ")
    return whose


def balanced(text: str) -> str:
    """The text with its last bracket closed, and without one that closes nothing at its end."""
    if text.count("(") > text.count(")"):
        return f"{text})"
    return text.removesuffix(")") if text.count(")") > text.count("(") else text


def _known(text: str) -> bool:
    held = {word.lower() for word in words(text)} & (ROLE_WORDS - _SMALL)
    return bool(held) or _LETTERS.match(text) is not None or names_team(text)


def has_capitals_of_name(named: Sequence[str]) -> bool:
    """Whether words are written as names are ("School of Social Work")."""
    return all(word[0].isupper() or word in ("of", "and", "for", "the") for word in named)


def names_team(text: str) -> bool:
    return any(word.lower() in _TEAM_NOUNS for word in words(text))


def is_office(text: str) -> bool:
    """Whether words beside a contact are written as names are, and are those of an office: "Virtual School"."""
    named = words(text)
    of_work = any(word.lower() in ROLE_WORDS or word.lower().removesuffix("s") in ROLE_WORDS for word in named)
    return of_work and has_capitals_of_name(named)
