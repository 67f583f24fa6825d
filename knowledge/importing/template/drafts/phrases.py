"""The thing that a sentence says was made, run or done, as a noun phrase."""

from __future__ import annotations

import re

from knowledge.importing.template.drafts.clauses import GENERIC, clause
from knowledge.importing.template.drafts.phrase_patterns import (
    ASKED,
    BRINGING,
    DATED,
    EXAMPLE,
    FOR,
    GOING_ON,
    INTENT,
    NOUN_ACTIVE,
    NOUN_OF,
    NOUN_PASSIVE,
    NUMERAL,
    OPENING,
    ORDINAL,
    PASSIVE,
    PAST_OF,
    READ_BY,
    SUBJECT_VERB,
    VAGUE,
    WE_DO,
    WE_VERB,
    WITH_US,
    WORKED_ON,
    WRAPPER,
)
from knowledge.importing.template.language.sentences import word_set, words
from knowledge.importing.template.language.vocabulary import DOING, WORK_NOUNS

#: Words for a people or a faith, which keep their capital within a title.
_OF_A_PEOPLE = re.compile(
    r"^(?:Black|Asian|Roma|Irish|Welsh|Urdu|Arab)|(?:ese|ish|[aeo]an|ian|[ai]ni|ali|lim|ish|bic|kh)$"
)
_JOINTLY = re.compile(r"\b(?:jointly|together)\b", re.I)
#: Base verbs by which an item goes on from "we:" ("hold a weekend each June").
_BASE_VERBS = word_set(
    """
    hold pay run give provide offer fund train visit make have are use work meet set bring teach support help ask review
    check write publish develop deliver create build launch host organise lead share produce commission recruit employ
    monitor mentor keep take listen talk invite send plan
    """
)
#: Work that is told of as if it acted ("a mentoring programme pairs ...").
_DOES_ITSELF = word_set("programme scheme project network forum circle club course pilot initiative")
#: What stands before a doing word and is none itself: "we are doing: ...", "we now have a group".
_AUXILIARIES = word_set("have has had are were was been being also now recently since always all each then")
_ADVERBS = word_set(
    "already always also still now often usually regularly currently recently since just then even never"
)
#: Words that stand where a verb could, and of which none is made.
_NO_VERBS = word_set(
    """
    one two three four five six seven eight nine ten eleven twelve both all no not too only some many most would should
    could might may must can will cannot shall ought never as at in on for with from by of to until before after there
    """
)
_PRESENT_OF = {
    "bought": "buy", "ran": "run", "held": "hold", "made": "make", "wrote": "write", "took": "take", "gave": "give",
    "brought": "bring", "built": "build", "spoke": "speak", "sent": "send", "found": "find", "began": "begin",
    "chose": "choose", "drew": "draw", "led": "lead", "paid": "pay", "kept": "keep", "grew": "grow", "got": "get",
    "sold": "sell", "spent": "spend", "heard": "hear", "met": "meet", "taught": "teach", "told": "tell", "sat": "sit",
}  # fmt: skip
#: "We are doing: reverse mentoring": what only opens a list.
_WE_OPEN = re.compile(
    r"^(?:(?:in response|as a result|so far|to date|since then),? )?we\b[^:;.]{2,50}:\s+"
    r"(?:\(?(?:[a-z]|\d{1,2})[.)]\s+)?",
    re.I,
)
#: What stands behind a doing word that has no object: "a fathers' group run with a charity".
_NO_OBJECT = re.compile(r"(?:with|by|in|at|for|from|through|across|alongside|since)\b", re.I)
_WE_HAVE = re.compile(r"^we (?:(?:have|are|were|had|also|now|recently|been|already|still)\s+)+", re.I)
_LOOKS = word_set(
    """
    look examine discuss address explore consider tackle review understand think talk reflect investigate
    """
)
_PLAIN_WORDS = word_set(
    """
    long-term longterm long term short new local joint regular monthly weekly termly annual quarterly working work
    dedicated internal external small large whole successful innovative council-wide borough-wide county-wide
    city-wide service-wide full one two three four five half-day day-long two-day virtual online cross-service
    multi-agency year-long steering task-and-finish task finish reference advisory scrutiny support staff practice
    central core special specific bespoke
    """
)


def phrase(sentence: str) -> str:
    """The thing that a sentence says was made, run or done, as a noun phrase."""
    sentence = sentence.strip(" .;:!?")
    vague = VAGUE.match(sentence)
    example = EXAMPLE.search(sentence)
    if vague and example:
        return clause(example["object"])
    sentence = DATED.sub("", ORDINAL.sub("", sentence))
    sentence = _WE_OPEN.sub("", OPENING.sub("", sentence))
    sentence = WITH_US.sub("", sentence)
    if sentence.split() and sentence.split()[0] in _BASE_VERBS:
        sentence = f"we {sentence}"
    asked = ASKED.match(sentence)
    if asked:
        return _told(clause(asked["object"]), asked["object"])
    worked = WORKED_ON.match(sentence)
    if worked:
        return clause(worked["what"])
    read_by = READ_BY.match(sentence)
    if read_by and read_by["what"].split()[0].lower() not in GENERIC:
        return (
            f"{clause(read_by['what'])} {read_by['verb']} by "
            f"{clause(re.sub(r'^(?:members of|a group of) ', '', read_by['whom']))}"
        )
    intent = INTENT.match(sentence)
    if intent and intent["rest"].split()[0].islower() and (gerund := _gerund(intent["rest"])):
        return clause(gerund)
    bringing = BRINGING.match(sentence)
    if bringing:
        return f"{clause(bringing['what'])} in {clause(bringing['where'])}"
    wrapped = WRAPPER.match(sentence)
    if wrapped:
        return _told(clause(sentence[wrapped.end() :]), sentence[wrapped.end() :])
    if found := _as_noun(sentence):
        return found
    if found := _we_verb(sentence):
        return found
    passive = PASSIVE.match(sentence)
    if passive and not re.match(r"^(?:we|they|it|i|this|these)\b", passive["subject"], re.I):
        subject = clause(passive["subject"])
        rest = re.match(r"\s*(?:to|for|on|about|in|with|across|at)\s.{3,70}", passive["rest"])
        if passive["verb"].lower() == "linked" and rest:
            other = clause(rest[0].strip()[3:])
            return f"{subject} linked to {other}"
        if rest and len(words(subject)) <= 4:
            return clause(f"{subject}{_for(passive['verb'], rest[0])}")
        return subject
    active = SUBJECT_VERB.match(sentence)
    if active and not _starts_as_noun(sentence) and not _is_participle(active):
        verb = active["verb"].lower()
        if _NO_OBJECT.match(active["object"]) and active["subject"].split()[0].lower() not in GENERIC:
            return _told(clause(active["subject"]), active["subject"])
        plain_has = verb in ("has", "have") and not re.match(r"(?:an?|its|our|their|the)\s", active["object"], re.I)
        if not plain_has:
            whole = _object(active["object"])
            return _told(clause(whole), whole)
    sentence = _WE_HAVE.sub("", sentence)
    return _told(clause(sentence), sentence)


def _as_noun(sentence: str) -> str:
    """ "Barbers have been trained" as "Training for barbers", "we review every search" as "Review of every search"."""
    going_on = GOING_ON.match(sentence)
    if going_on and (verb := _verb(going_on["verb"])) in NOUN_OF:
        return f"{NOUN_OF[verb]} {clause(NUMERAL.sub('', going_on['object']))}"
    passive = NOUN_PASSIVE.match(sentence)
    if passive and not re.match(r"^(?:we|they|it|i|this|these|which|who)\b", passive["subject"], re.I):
        subject = clause(passive["subject"])
        subject = subject if _keeps_capital(subject) else f"{subject[:1].lower()}{subject[1:]}"
        rest = re.match(r"\s+(?:as|in|on|about)\s[^,;.]{3,40}", passive["rest"])
        return f"{NOUN_OF[_verb(passive['verb'])]} {clause(subject)}{rest[0] if rest and len(subject) < 40 else ''}"
    active = NOUN_ACTIVE.match(sentence) or WE_DO.match(sentence)
    if (
        active
        and re.search(r"\b(?:which|that|who|where)\b", active["subject"])
        and " we " not in f" {active['subject'].lower()}"
        and not _JOINTLY.search(sentence[: active.start("verb")])
    ):
        active = None
    if active and DOING.match(active["object"]):
        active = None  # "our exclusions review reads every file": the review is the subject
    if active and (verb := _verb(active["verb"])) in NOUN_OF:
        doer = words(active["subject"])
        if len(doer) > 2 and doer[-1].lower() in _DOES_ITSELF:
            return clause(active["subject"])  # a programme that pairs people is the programme
        what = NUMERAL.sub("", active["object"])
        joint = "Joint " if _JOINTLY.search(sentence[: active.start("verb")]) else ""
        noun = f"{joint}{NOUN_OF[verb][0].lower() if joint else NOUN_OF[verb][0]}{NOUN_OF[verb][1:]}"
        return f"{noun} {clause(what)}"
    return ""


def _keeps_capital(text: str) -> bool:
    """Whether the first word is written with a capital within a sentence too, as far as its form tells."""
    first = text.split()[0] if text.split() else ""
    return first[:2].isupper() or bool(_OF_A_PEOPLE.search(first)) or _is_name(text)


def _is_name(text: str) -> bool:
    return all(word[:1].isupper() for word in words(text)[:2]) and len(words(text)) > 1


def _verb(word: str) -> str:
    """The plain form of a doing word, as far as the nouns are known ("audited", "audits": "audit")."""
    word = word.lower()
    word = PAST_OF.get(word, word)
    for end in ("", "s", "es", "ed", "d", "ned", "ted", "ped", "red", "ing", "ning", "ting", "ping"):
        stem = word.removesuffix(end) if end else word
        for plain in (stem, f"{stem}e"):
            if plain in NOUN_OF:
                return plain
    return word


def _told(found_phrase: str, whole: str) -> str:
    """The phrase, with what it is for when it is only "a working group" or "a long-term programme"."""
    if any(
        word.lower() not in _PLAIN_WORDS and word.lower() not in WORK_NOUNS and not word.isdigit()
        for word in words(found_phrase)
    ):
        return found_phrase
    at = whole.lower().find(words(found_phrase)[-1].lower()) if words(found_phrase) else -1
    found = FOR.search(whole, at + 1) if at >= 0 else None
    if not found:
        return found_phrase
    if found["verb"]:
        what = clause(re.sub(r"^(?:at|about|on|into|over|through)\s+", "", found["what"]))
        link = "on" if found["verb"].lower() in _LOOKS else f"to {found['verb']}"
        return f"{found_phrase} {link} {what}"
    joint = found[0].split()[0].lower()
    return f"{found_phrase} {joint} {clause(found['about'] or found['whom'])}"


def _gerund(text: str) -> str:
    """ "listen to parents" as "listening to parents"; empty when the first word cannot be a plain verb."""
    verb, _, rest = text.partition(" ")
    verb = _PRESENT_OF.get(verb, verb)
    if verb in _NO_VERBS:
        return ""
    if (
        not verb.islower()
        or len(verb) < 2
        or not rest
        or (verb.endswith(("ing", "ed", "s")) and not verb.endswith(("ss", "need", "embed")))
    ):
        return ""
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        verb = verb[:-1]
    elif re.fullmatch(r"(?:[a-z]*[^aeiou])?[aeiou][bdgmnprt]", verb) and (
        len(verb) <= 4 or verb in ("commit", "embed", "begin")
    ):
        verb += verb[-1]
    return f"{verb}ing {rest}"


def _we_verb(sentence: str) -> str:
    """ "We have also changed the form" as "Changing the form", unless a verb says that a thing was made or held."""
    found = WE_VERB.match(sentence)
    active = SUBJECT_VERB.match(sentence)
    if not found or (active and active["verb"].lower() not in ("has", "have")):
        return ""
    verb, rest = found["verb"], found["rest"]
    while verb in _ADVERBS and " " in rest:
        verb, _, rest = rest.partition(" ")
    if verb in _AUXILIARIES or verb in _NO_VERBS:
        return ""
    if verb.endswith("ing"):
        return clause(f"{verb} {rest}")
    if verb.endswith("ed"):
        stem = verb[:-1] if verb.endswith("eed") else verb[:-2]
        return clause(f"{stem}ing {rest}")
    gerund = _gerund(f"{verb} {rest}")
    return clause(gerund) if gerund else ""


def _for(verb: str, rest: str) -> str:
    if verb.lower() in ("given", "provided", "offered", "delivered") and rest.lstrip().lower().startswith("to "):
        return f" for{rest.lstrip()[2:]}"
    return f" {rest.strip()}"


def _object(text: str) -> str:
    wrapped = WRAPPER.match(text)
    return text[wrapped.end() :] if wrapped else text


def _is_participle(active: re.Match[str]) -> bool:
    """Whether a "verb" only says what the next word is like: "a bursary for internationally recruited staff"."""
    before = words(active["subject"])
    plain = active["verb"].lower().endswith("ed") and not active["aux"]
    return plain and len(before) > 1 and before[-1].lower().endswith("ly") and "for" in before


def _starts_as_noun(sentence: str) -> bool:
    """Whether the sentence is a bare noun phrase ("A mentoring scheme used by ..."), which has no subject to drop."""
    first = sentence.split()[0].lower() if sentence.split() else ""
    if first not in ("a", "an"):
        return False
    return not re.search(r"\b(?:has|have|is|are|was|were|runs|meets)\b", sentence[:80])
