"""People looked up by what somebody remembers of their name or address."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from knowledge.domain.person import Person
from knowledge.domain.text import fold

#: Of 100: below this a name is another one. "Smyth" for "Smith" is 80, "Jones" for "Johns" as well; a letter more or
#: less in a name of two words is 90 and more.
ALIKE = 78


def look_up(typed: str, people: Sequence[Person], *, limit: int) -> tuple[Person, ...]:
    """The people that `typed` may mean, the likeliest first: parts of names and addresses, then slips of the pen."""
    wanted = fold(typed)
    if not wanted:
        return ()
    said = [_said(person) for person in people]
    sure = [number for number, text in enumerate(said) if all(word in text for word in wanted.split())]
    alike = process.extract(wanted, said, scorer=fuzz.token_set_ratio, score_cutoff=ALIKE, limit=limit)
    close = process.extract(wanted, said, scorer=fuzz.partial_ratio, score_cutoff=ALIKE + 5, limit=limit)
    order = dict.fromkeys([*sure, *(number for _, _, number in alike), *(number for _, _, number in close)])
    return tuple(people[number] for number in list(order)[:limit])


def _said(person: Person) -> str:
    addresses = " ".join(dict.fromkeys(contact.email or "" for contact in person.said))
    return fold(f"{person.name or ''} {addresses}")
