"""Where in a sentence somebody is named to turn to, and what it tells besides."""

from __future__ import annotations

import re

from knowledge.importing.template.contacts.people import TRIGGER
from knowledge.importing.template.language.addresses import EMAIL, PHONE, has_address
from knowledge.importing.template.language.names import ROLE_WORDS, names_in
from knowledge.importing.template.language.sentences import word_set, words
from knowledge.importing.template.language.vocabulary import DOING

#: What stands in front of "contact Ann Lee" and tells something by itself has so many words at least.
_LEAST_WORDS = 5
#: "Fair Start - anonymised allocation of placements".
_BEHIND_NAME = re.compile(r"[^,:]{3,60}?(?::|\s[–—-])\s+(?P<what>(?P<first>[a-z]+)\b.*)$", re.S)
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]{5,160})[)\]]")
#: The clause that asks to turn to somebody begins behind one of these; behind a dash or a colon mostly a topic is told.
_BOUNDARY = re.compile(
    r"(?P<sure>[,;]|\s(?:is|are|was|were|is being|has been|have been)(?= \w+ by\b))\s*(?:and |but |so )?\s*"
    r"|\s[-–—]\s|:\s"
)
#: Words between the two: "..., to find out more please contact".
_LEADS = word_set(
    """
    please for to if you would like can just any do then and or also further more on the with about our this details
    in order out find know hear see learn information it them how we did wish want interested anyone who is
    """
)
#: What begins so only leads to the person: "For a copy of the toolkit, contact Ann Lee".
_OPENS = word_set(
    """
    for if to should anyone any please further more when whoever those others colleagues question questions enquiries
    queries information info details happy who whom copies interested led contact lead and or
    """
)
#: Those whom the work is for; when they turn to somebody, that is told, and asks no reader to.
_SERVED = word_set(
    """
    family families parent parents carer carers child children pupil pupils student students boys girls teenagers
    resident residents mother mothers mums father fathers dads women men young they
    """
)
_NARRATED = re.compile(r"(?:speak|talk|write) (?:to|with)|ask(?: for)?|e-?mail|call|ring|phone|contact|reach", re.I)
#: "Ask for Angela, the safe word, is now used in taxis": words of asking that begin a name.
_IS_NAME = re.compile(r"(?: [A-Z][\w’'-]+){1,2}(?:, [^,;.@]{3,40},)? (?:is|are|was|were|has|have|helps|means)\b")
#: "Barbers who can ring a named worker": who turns to whom, and none of them the reader.
_OTHERS_TURN = re.compile(r"(?<!you )\b(?:who|they|can|could|may|might)\s$", re.I)
_TO_OTHERS = re.compile(r"\s+(?:an?|their|his|her)\s", re.I)
#: "A phone call" is none that a reader is asked to make.
#: "From contact to care order", "at first contact": none that is asked for.
_CONTACT_MADE = re.compile(
    r"\b(?:from|first|initial|every|each|family|eye|direct|regular|daily|weekly|lost|losing|making|made|of|into"
    r"|between|after)\s$",
    re.I,
)
_NOUN = re.compile(r"\b(?:an?|the|this|that|phone|each|every|his|her|their)\s$", re.I)
#: A verb makes a statement of an address ("The phone line (0113 496 0000) is staffed by young people").
_STATES = re.compile(
    r"\b(?:(?:is|are|was|were|has|have|had|rings?|calls?|texts?|e-?mails?)\s+\w|(?:rose|fell)\b)", re.I
)


def only_states(text: str) -> bool:
    """Whether an address stands in a statement about those whom the work is for, or about itself, and names nobody."""
    if names_in(text):
        return False
    first = words(text)[:3]
    verbs = _STATES.search(PHONE.sub(" ", EMAIL.sub(" ", text)))
    return verbs is not None and (any(word.lower() in _SERVED for word in first) or text.rstrip().endswith("."))


def apart_from_contact(sentence: str) -> tuple[str, str]:
    """What a sentence tells, and the clause or the brackets in it that ask to turn to somebody.

    The first is empty where the sentence only leads to the person, the second where it names none to turn to.
    """
    for bracket in _BRACKET.finditer(sentence):
        rest = f"{sentence[: bracket.start()]}{sentence[bracket.end() :]}"
        labelled = TRIGGER.match(bracket[1].strip()) is not None and _names_work(rest)
        if _asks(bracket[1]) and (labelled or _tells(rest)) and not _is_of_somebody(sentence[: bracket.start()]):
            return rest, bracket[1]
    trigger = TRIGGER.search(sentence)
    if trigger is None:
        return "", sentence
    for boundary in reversed([*_BOUNDARY.finditer(sentence, 0, trigger.start())]):
        between = words(sentence[boundary.end() : trigger.start()])
        if any(word.lower() not in _LEADS for word in between):
            break
        told = sentence[: boundary.start()]
        if _tells(told) and (boundary["sure"] or DOING.search(told)):
            return f"{told.rstrip()}.", sentence[boundary.end() :]
    return "", sentence


def is_told(text: str, trigger: re.Match[str]) -> bool:
    """Whether words that ask to turn to somebody tell instead who does: "Families talk to Ann Lee in Romanian"."""
    if _NOUN.search(text[: trigger.start()]) and trigger[0].lower() in ("call", "phone", "ring"):
        return True
    addressed = has_address(text)
    after = text[trigger.end() :]
    if trigger[0].lower() == "contact" and _CONTACT_MADE.search(text[: trigger.start()]) and not addressed:
        return not names_in(after)
    if _IS_NAME.match(text[trigger.end() :]) and not text[: trigger.start()].strip():
        return True
    if _OTHERS_TURN.search(text[: trigger.start()]) and _TO_OTHERS.match(text[trigger.end() :]) and not addressed:
        return True
    if not _NARRATED.fullmatch(trigger[0]) or (addressed and names_in(text)):
        return False
    clause = words(re.split(r"[,;:]\s", text[: trigger.start()])[-1])
    return bool(clause) and clause[0].lower() not in _OPENS and any(word.lower() in _SERVED for word in clause)


def _asks(bracketed: str) -> bool:
    """Whether brackets hold somebody to turn to: with a word that asks it, or by name and address."""
    if TRIGGER.match(re.sub(r"^(?:please|to|for|or)\s+", "", bracketed.strip(), flags=re.I)):
        return True
    named = names_in(bracketed)
    addressed = has_address(bracketed)
    return bool(named) and named[0].start == 0 and addressed


def _tells(text: str) -> bool:
    """Whether words tell something by themselves, of nobody who could be the contact."""
    told = words(text)
    if len(told) < _LEAST_WORDS or told[0].lower() in _OPENS:
        return False
    return not (TRIGGER.search(text) or has_address(text) or names_in(text))


def _names_work(text: str) -> bool:
    """Whether what stands in front of a contact in brackets is longer than a name and a job, or no job."""
    behind = _BEHIND_NAME.match(text)
    told = behind is not None and behind["first"] not in ROLE_WORDS and len(words(behind["what"])) >= _LEAST_WORDS - 1
    return told or len(words(text)) >= 2 * _LEAST_WORDS


def _is_of_somebody(before: str) -> bool:
    """Whether a name stands right before brackets, which then tell of that person."""
    named = names_in(before)
    return bool(named) and named[-1].end == len(before.rstrip())
