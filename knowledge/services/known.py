"""Known contacts: who is named for an authority already, to be chosen instead of typed in again."""

from __future__ import annotations

from knowledge.domain.initiative import Contact
from knowledge.domain.member import ANYONE, Member
from knowledge.services.find import Find
from knowledge.services.ports import InitiativeReader

#: Initiatives of one authority that are looked through; the largest has a tenth of that.
LOOKED_THROUGH = 100


class KnownContacts:
    """Finds the contacts of an authority's initiatives through the index."""

    def __init__(self, find: Find, reader: InitiativeReader) -> None:
        self._find = find
        self._reader = reader

    def of(self, authority: str | None, *, member: Member = ANYONE) -> tuple[Contact, ...]:
        """Everyone named in the initiatives of this authority (register name) that `member` may see, each once."""
        if not authority or self._find.lists.register.get(authority) is None:
            return ()
        search = self._find.search()
        found = search.find(search.understand(f'in:"{authority}"'), member=member, limit=LOOKED_THROUGH)
        held = self._reader.get([match.id for match in found.matches]).values()
        theirs = (one for one in held if one.authority == authority and member.may_see(one))
        every = (contact for one in theirs for contact in one.contacts)
        return tuple(dict.fromkeys(every))
