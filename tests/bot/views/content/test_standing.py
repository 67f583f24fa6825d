"""How sure a reader may be, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.views.content.contacts import Audience, contact_lines, talk_to
from bot.views.content.standing import contact_standing, origin
from knowledge.domain.initiative import Contact, Source, SourceKind
from tests.factories import an_initiative

SHARED = replace(an_initiative(), source=Source("Shared by Ashford", None, date(2026, 11, 23), SourceKind.FORM))
FORM = replace(an_initiative(), source=Source("Ashford's Sharing Practice form", None, None, SourceKind.FORM))


def test_what_was_shared_in_slack_is_no_undated_form() -> None:
    assert origin(SHARED) == "from Slack in November 2026"
    said = contact_standing(Contact("Ada Example"), SHARED)
    assert said == "named when it was shared in November 2026, not confirmed"


def test_where_a_member_shared_it_without_a_contact_no_source_is_said_to_tell_more() -> None:
    alone = replace(SHARED, own_contacts=())
    assert talk_to(alone, Audience.PERSON).plain == "Talk to: no contact is named."
    assert contact_lines(alone, Audience.PERSON)[0].plain == "No contact is named. Ask Ashford's own team."
    read = replace(FORM, own_contacts=())
    assert talk_to(read, Audience.PERSON).plain == "Talk to: no contact is named; the source may tell more."


def test_a_form_without_a_date_is_undated() -> None:
    assert origin(FORM) == "from an undated form"
    assert contact_standing(Contact("Ada Example"), FORM) == "named in Ashford's undated form, not confirmed"
