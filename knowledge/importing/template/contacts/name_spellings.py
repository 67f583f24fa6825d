"""Names that their own words do not give away, told by an address that spells them or by how they are written."""

from __future__ import annotations

import re

from knowledge.importing.template.contacts.roles_and_teams import is_role
from knowledge.importing.template.language.addresses import EMAIL, without_addresses
from knowledge.importing.template.language.names import ROLE_WORDS, Spot, names_in
from knowledge.importing.template.language.sentences import words

#: A name typed without capitals, told by the trigger before it and the role in brackets behind.
_SMALL_NAME = re.compile(
    r"(?:(?<=contact )|(?<=speak to )|(?<=talk to )|(?<=email ))(?!the |our |any |your "
    r")[^\W\d_A-Z]+(?:-[^\W\d_]+)? [^\W\d_A-Z]+(?:-[^\W\d_]+)?(?= \([A-Z])"
)
#: "LEE, Ann (Cllr)": the surname first, as in a list.
_INVERTED = re.compile(
    r"(?P<start>^|[:;/]\s*|\band )"
    r"(?P<last>(?:(?:d[aeiou]s?|el|al|ap|bin|van|von|der|den|la|le) )*[^\W\d_][\w’'-]+), "
    r"(?P<first>[A-Z][^\W\d_A-Z][\w’'-]*)(?=\s*(?:$|[,;(\[<|/–—-]))"
)
#: "Osei, Ben (Housing Lead)": one job behind two words that could be a name each.
_ONE_JOB = re.compile(r"\s*(?:[(\[]|[–—-]\s)(?P<job>[^()\[\]@,;–—]{3,60})")
#: "Elizabeth (Liz) Clarke", "Winston “Bobby” Clarke".
_NICKNAME = re.compile(r"(?<=[^\W\d_]) (?:\([A-Z][\w’'-]+\)|[“\"‘'][A-Z]\w+[”\"’']) (?=[A-Z][^\W\d_A-Z])")
_PAIR = re.compile(r"([A-Z][\w’'-]+), ([A-Z][\w’'-]+)")
#: An address stands this near a name that it is for, in characters; more names than this stand in no sentence.
_NEAR = 100
_MOST = 20
_SMALL_ANSWER = re.compile(
    r"(?P<name>[^\W\d_A-Z]+(?:[’'-][^\W\d_A-Z]+)?(?: [^\W\d_A-Z]+(?:[’'-][^\W\d_A-Z]+)?){1,2})"
    r"\s*(?:[,(|;–—]|\s-\s)\s*(?P<behind>[^,;|(]{2,60})"
)
#: A word between a first name and a comma, a dash, a bracket or an address.
_NEXT_WORD = re.compile(r"^ (?P<word>[A-Z][^\W\d_A-Z][\w’'-]*)(?=\s*(?:[,(|;–—<]|\s-\s|[\w.+-]+@))")


#: "Ann Lee/Bob Okafor".
_SLASHED = re.compile(r"\b([A-Z][\w’'-]+ [A-Z][\w’'-]+)/(?=([A-Z][\w’'-]+ [A-Z][\w’'-]+))")
#: "Ann Lee BA (Hons) MSc".
_DEGREES = re.compile(r",?\s+(?:BA|BSc|BEd|LLB|MA)\s?\(Hons\)(?:,?\s+(?:BA|BSc|BEd|MA|MSc|MBA|PhD|PGCE|DipSW|CQSW)\b)+")


#: Two people in one post.
_JOB_SHARE = re.compile(r"\s*[(\[]\s*job[ -]?shar(?:e|ers?|ing)\s*[)\]]", re.I)


def names_apart(text: str) -> str:
    """The text with names told apart that a slash joins, and without several degrees behind one."""
    text = _JOB_SHARE.sub("", text)
    text = _DEGREES.sub("", text)
    return _SLASHED.sub(lambda both: f"{both[1]} / " if names_in(both[1]) and names_in(both[2]) else both[0], text)


def with_names_written(text: str) -> str:
    """The text with names as names are written: in capitals ("contact ann lee (Manager)"), first name first."""
    text = _SMALL_NAME.sub(lambda found: found[0].title(), text)
    text = _NICKNAME.sub(lambda found: found[0] if _is_job(found[0]) else " ", text)
    return _INVERTED.sub(lambda found: _turned(found, text), text)


def turned_list(text: str) -> str:
    """A list of names with the surname first ("Lee, Ann; Cole, Bob") with each as names are written."""
    pairs = [_PAIR.fullmatch(piece.strip()) for piece in text.strip(" .;").split(";")]
    found = [pair for pair in pairs if pair and not {pair[1].lower(), pair[2].lower()} & ROLE_WORDS]
    return "; ".join(f"{pair[2]} {pair[1]}" for pair in found) if 1 < len(found) == len(pairs) else text


def small_name(text: str) -> str:
    """An answer to "who?" with a name in small letters written as names are: "ann lee, head of fostering"."""
    found = _SMALL_ANSWER.match(text)
    if not found or not is_role(found["behind"]) or any(word in ROLE_WORDS for word in words(found["name"])):
        return text
    return f"{found['name'].title()}{text[found.end('name') :]}"


def _is_job(text: str) -> bool:
    return any(word.lower() in ROLE_WORDS for word in words(text))


def _turned(found: re.Match[str], text: str) -> str:
    spelt = any(
        {found["last"].lower(), found["first"].lower()} <= set(_local(address))
        for address in EMAIL.findall(text, found.end(), found.end() + _NEAR)
    )
    shouted = found["last"].isupper() and len(found["last"]) > 2
    job = _ONE_JOB.match(text[found.end("first") :])
    in_list = job is not None and is_role(job["job"]) and not job["job"].strip().lower().endswith("s")
    if not (spelt or shouted or (in_list and not _is_job(found["last"].split()[-1]))):
        return found[0]
    return f"{found['start']}{found['first']} {found['last'].title() if shouted else found['last']}"


def spelt_names(text: str) -> list[Spot]:
    """The names that the e-mail addresses in `text` spell: "Mark Partner" beside mark.partner@..."""
    found = []
    for address in EMAIL.findall(text)[:_MOST]:
        parts = _local(address)
        if not 2 <= len(parts) <= 3 or any(len(part) < 2 for part in parts):
            continue
        spelt = re.search(r"(?<![\w.@-])" + r"[ \u00a0]".join(map(re.escape, parts)) + r"(?![\w@.-]*@)\b", text, re.I)
        if spelt and not all(part in ROLE_WORDS for part in parts):
            name = spelt[0] if spelt[0] != spelt[0].lower() else spelt[0].title()
            found.append(Spot(" ".join(name.split()), spelt.start(), spelt.end()))
    return found


def _local(address: str) -> list[str]:
    return [part for part in re.split(r"[._-]", address.partition("@")[0].lower()) if part.isalpha()]


def surname_behind(spot: Spot, text: str) -> Spot:
    """A first name with the word behind it, where that names a job and cannot: another job follows it.

    "Mark Partner, Engagement Officer" has a surname, "Mark, Partner" and "Zainab Director, Leeds" have none.
    """
    if " " in spot.name:
        return spot
    found = _NEXT_WORD.match(text[spot.end :])
    if not found or found["word"].lower() not in ROLE_WORDS:
        return spot
    behind = re.split(r"[;|\n]", without_addresses(text[spot.end + found.end() :]))[0].strip(" ,(–—-<>")
    if not words(behind) or not is_role(behind) or not behind[0].isupper():
        return spot
    return Spot(f"{spot.name} {found['word']}", spot.start, spot.end + found.end())
