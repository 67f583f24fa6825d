"""What is said to a text, for whoever reads it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering.conversation import Conversation
from bot.payloads.values import Asking
from bot.views.content.contacts import Audience
from knowledge.domain.initiative import Visibility
from knowledge.domain.member import ANYONE, Member
from knowledge.services.find import Find
from tests.factories import an_initiative
from tests.fakes import FakeSearch, FakeStore

COLLEAGUE = Member(authorities=frozenset({an_initiative().authority}), key="T1:U1")


@pytest.mark.parametrize(("member", "number"), [(ANYONE, 1), (COLLEAGUE, 2)])
def test_what_there_is_to_browse_is_counted_as_the_member_then_finds_it(member: Member, number: int) -> None:
    find = Find(FakeStore(an_initiative(), an_initiative(id="b", visibility=Visibility.AUTHORITY)), FakeSearch)
    said = Conversation(find).reply(Asking("browse"), member=member).said
    assert f"Youth justice ({number})" in said
    assert find.answer("theme:youth-justice", member=member).total == number


@pytest.mark.parametrize(("member", "named"), [(ANYONE, "Ashford."), (COLLEAGUE, "Ashford and Beecham.")])
def test_whose_initiatives_there_are_to_browse_is_said_as_the_member_sees_them(member: Member, named: str) -> None:
    hidden = an_initiative(id="b", authority="Beecham", visibility=Visibility.AUTHORITY)
    find = Find(FakeStore(an_initiative(), hidden), FakeSearch)
    member = replace(member, authorities=member.authorities | {"Beecham"}) if member.authorities else member
    assert Conversation(find).reply(Asking("browse"), member=member).said.endswith(f"that they come from: {named}")


@pytest.mark.parametrize(
    ("audience", "has_admins", "offered"),
    [
        (Audience.PERSON, True, True),
        (Audience.PERSON, False, False),
        (Audience.CHANNEL, True, False),
        (Audience.TERMINAL, True, False),
    ],
)
def test_a_question_in_vain_can_be_sent_to_the_admins_in_private_where_there_are_any(
    audience: Audience, has_admins: bool, offered: bool
) -> None:
    find = Find(FakeStore(an_initiative()), FakeSearch)
    reply = Conversation(find, has_admins=lambda: has_admins).reply(Asking("zebedee"), audience=audience)
    assert ("Send to the admins" in str(reply.blocks)) is offered
