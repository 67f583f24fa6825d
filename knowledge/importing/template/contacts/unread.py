"""What an answer to the question for contacts says beyond the contacts read from it, so that none of it is lost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.domain.text import fold
from knowledge.errors import Problem
from knowledge.importing.template.contacts.mentions import Mention
from knowledge.importing.template.contacts.people import LABELS, TRIGGER
from knowledge.importing.template.contacts.postal_addresses import without_postal_address
from knowledge.importing.template.contacts.roles_and_teams import PRONOUNS
from knowledge.importing.template.language.addresses import gapped
from knowledge.importing.template.language.placeholders import says_nothing
from knowledge.importing.template.language.sentences import sentences, word_set, words
from knowledge.importing.template.lines.steps import Line

#: Words that lead to a contact and tell nothing of it.
_LEADS = word_set(
    """
    please contact contacts contacting get in touch with speak talk write to ask for the our a an any all this these
    further more info information detail details about on of regarding and or at via by using through who is are can
    will would be his her their them him he she it they you your we us me i if like want wish know find out hear learn
    n a use enquiries queries questions question e-mail mail tel telephone phone mobile mob call ring number no ext
    email extension direct directly line office work home either both also then here copy e t m w p h o d web website
    page mailto mr mrs ms miss mx name names named key main role job title lead person officer point first instance
    discuss share happy delighted glad pleased willing keen drop note message reach reached available team service
    services from that which as available wishing others other authorities colleagues dr
    mailbox inbox shared generic switchboard see again above before give first then fao attn shout bell
    """
)


#: A number without the code of its area, which is none that can be called from elsewhere.
_NUMBER = re.compile(r"\b(?!(?:19|20)\d\d\b)(?:\d{3,4}[ -]\d{3,4}|\d{6,8})\b")
#: Fewer words than this, in a sentence that leads to somebody, say no more than what for.
_UNTOLD_WORDS = 8
#: On a line with nothing but people they say more of them, from one word on.
_UNTOLD_OF_PEOPLE = 1
#: How much of an answer a problem quotes.
_QUOTED = 200


@dataclass(frozen=True, slots=True)
class Unread:
    """An answer that was not taken up, or only in part: then `words` are those left out. `place` is where it stands."""

    words: str
    answer: str
    place: str

    def problem(self, file: str) -> Problem:
        answer = self.answer[:_QUOTED]
        if self.words:
            message = f'of the contact "{answer}" this was left out: "{self.words}"; add it by hand if it is needed'
        else:
            message = f'no contact could be read in "{answer}"; add it by hand, as a name, a team or an address'
        return Problem(file, message, field="contacts", place=self.place)


def unread_in(answer: str, mentions: Sequence[Mention], line: Line) -> list[Unread]:
    """What of an answer to the question for contacts stands in none of the `mentions` read from it."""
    bare = LABELS.sub("", answer)
    if says_nothing(bare):
        return []
    if not mentions:
        return [Unread("", line.text, line.place)]
    left = _left_over(without_postal_address(bare), mentions)
    return [Unread(left, line.text, line.place)] if left else []


def untold_in(line: Line, mentions: Sequence[Mention], *, rest: str) -> list[Unread]:
    """What is lost of a line where sentences that name contacts are taken off it, and the `rest` is kept.

    Nobody asked for contacts there, so that many words of such a sentence only lead to the person.
    """
    found: list[Unread] = []
    mentions = [replace(mention, topic="") for mention in mentions]  # a long topic is shown nowhere
    for piece in sentences(line.text) if mentions else ():
        left = "" if piece in rest else _left_over(without_postal_address(LABELS.sub("", piece)), mentions)
        kept = fold(rest).split()
        least = _UNTOLD_WORDS if TRIGGER.search(piece) and not PRONOUNS.search(piece) else _UNTOLD_OF_PEOPLE
        if sum(word not in kept for word in fold(left).split()) >= least:
            found.append(Unread(left, piece, line.place))
    return found


def _left_over(text: str, mentions: Sequence[Mention]) -> str:
    taken = {
        word
        for mention in mentions
        for said in (
            mention.topic,
            *(one for person in mention.people for one in (person.name, person.role, person.team)),
        )
        for word in fold(said or "").split()
    }
    pronouns = [found[0].strip(" ,;()[]") for found in PRONOUNS.finditer(text)]
    pieces: list[list[str]] = [[]]
    for word in words(PRONOUNS.sub(" ", gapped(text)).replace("/", " / ")):
        if set(fold(word).split()) <= taken or word.lower() in _LEADS:
            pieces.append([])
        else:
            pieces[-1].append(word)
    numbers = _NUMBER.findall(gapped(text))
    left = [" ".join(piece) for piece in pieces if any(not word.isdigit() for word in piece)]
    return ", ".join([*pronouns, *(piece for piece in left if not says_nothing(piece)), *numbers])
