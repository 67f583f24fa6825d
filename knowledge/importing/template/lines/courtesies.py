"""What people and mail programs put round what they have to say: none of it is the form's."""

from __future__ import annotations

import re

from knowledge.importing.template.language.addresses import has_address, pages_in
from knowledge.importing.template.language.names import names_in
from knowledge.importing.template.language.sentences import sentences

_MAIL = r"(?:e-?mails?|messages?|communications?|transmissions?)"
#: What offices put below their mails.
_DISCLAIMS = re.compile(
    rf"\b(?:this|the) {_MAIL}\b.*\b(?:confidential|privileged|intended (?:only|solely|for the)|virus(?:es)?)\b"
    rf"|\breceived (?:it|(?:this|the) {_MAIL}) (?:\w+ )?in error\b"
    rf"|\bmay (?:\w+ )?(?:monitor|record|log|intercept|scan)\w*\b.{{0,40}}\be-?mails?\b"
    rf"|\b{_MAIL} (?:\w+ ){{0,8}}?(?:may|will|are|is) (?:\w+ )?(?:be )?(?:monitored|logged|intercepted|scanned"
    r"|subject to (?:\w+ )?(?:disclosure|monitoring))\b"
    rf"|\b(?:views|opinions) (?:expressed|contained|stated) in this {_MAIL}\b",
    re.I,
)
#: "If you would like to know more please get in touch."
_WISH = (
    r"(?:if|should) (?:you|anyone|any(?:body| authority| council)?|others?|colleagues) [^.;:]{0,40}?\b(?:know|find out"
    r"|hear|see|learn|information|details?|discuss|talk|questions?|queries|cop(?:y|ies)|interested)\b[^.;:]{0,40}?"
    r"|for (?:any )?(?:more|further) (?:information|details?|info)"
    r"|to (?:find out|hear|know|see|learn) more[^.;:]{0,40}?"
)
_POLITELY = r"(?:please|do|just|feel free to|don['’]t hesitate to|you can|you are welcome to)"
_TURN = (
    r"(?:get in touch(?: with (?:me|us))?|(?:contact|e-?mail|ask|ring|call|speak to|talk to) (?:me|us)"
    r"|drop (?:me|us) a (?:line|note|message)|let (?:me|us) know)"
    r"(?: with (?:any|your) (?:questions|queries)| directly| any ?time)?"
)
_INVITES = re.compile(
    rf"(?:(?:{_WISH}),? (?:{_POLITELY} )*{_TURN}|(?:{_POLITELY} )*{_TURN},? (?:{_WISH})|(?:{_POLITELY} )+{_TURN})[.!]?",
    re.I,
)


def without_courtesies(text: str) -> str:
    """The text without a mail's disclaimer and what follows it, and without sentences that only invite questions."""
    kept: list[str] = []
    pieces = sentences(text)
    for piece in pieces:
        if _disclaims(piece):
            break
        kept += [] if _only_invites(piece) else [piece]
    return text if len(kept) == len(pieces) else " ".join(kept)


def _disclaims(sentence: str) -> bool:
    """Whether a sentence is of those that offices put below their mails."""
    return _DISCLAIMS.search(sentence) is not None


def _only_invites(sentence: str) -> bool:
    """Whether a sentence asks its reader to get in touch, and names nobody and no address for it."""
    if _INVITES.fullmatch(sentence.strip()) is None:
        return False
    return not (names_in(sentence) or has_address(sentence) or pages_in(sentence))
