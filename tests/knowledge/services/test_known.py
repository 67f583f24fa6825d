"""Contacts known for an authority are offered once each, and those of no other."""

from __future__ import annotations

import pytest

from knowledge.domain.initiative import Contact, Visibility
from knowledge.domain.member import Member
from knowledge.domain.query import Query
from knowledge.services.find import Find
from knowledge.services.known import KnownContacts
from tests.factories import an_initiative
from tests.fakes import FakeSearch, FakeStore

ADA, BEA, CAT = Contact("Ada Example"), Contact("Beatrice Sample"), Contact("Cat Other")
STORE = FakeStore(
    an_initiative(id="one", own_contacts=(ADA, BEA)),
    an_initiative(id="two", own_contacts=(), form_contacts=(BEA,)),
    an_initiative(id="three", own_contacts=(Contact("Dee Within"),), visibility=Visibility.AUTHORITY),
    # What shares an alias with it is found by its name, too.
    an_initiative(id="four", own_contacts=(CAT,), authority="Beecham"),
)


class FindsEverything(FakeSearch):
    """Finds whatever a member may see."""

    def understand(self, text: str) -> Query:
        assert text == 'in:"Ashford"'
        return super().understand("")


def known(authority: str | None, **whose: Member) -> tuple[Contact, ...]:
    return KnownContacts(Find(STORE, FindsEverything), STORE).of(authority, **whose)


def test_everyone_named_for_an_authority_is_known_once_and_nobody_of_another() -> None:
    assert known("Ashford") == (ADA, BEA)


def test_who_is_named_within_the_authority_alone_is_known_there() -> None:
    assert known("Ashford", member=Member(authorities=frozenset({"Ashford"}))) == (ADA, BEA, Contact("Dee Within"))


@pytest.mark.parametrize("authority", [None, "", "Nowhere"])
def test_nobody_is_known_for_what_is_no_authority(authority: str | None) -> None:
    assert known(authority) == ()


def test_nobody_is_known_from_what_became_another_authoritys_own_before_the_index_knows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = FakeStore(an_initiative(own_contacts=(ADA,)))
    find = Find(store, FindsEverything)
    find.search()
    monkeypatch.setattr(store, "revision", lambda: 1)
    store.put(an_initiative(own_contacts=(ADA,), visibility=Visibility.AUTHORITY))
    assert KnownContacts(find, store).of("Ashford") == ()
