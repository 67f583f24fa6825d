"""Who asks is no part of what is asked; whoever is asked about is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.domain.query import Query
from knowledge.search.ideas import Reading
from knowledge.search.understanding.posts import who_asks
from tests.knowledge.search.conftest import telling

Read = Callable[[str], Query]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("As a foster carer I'd like to know about pottery", "As a foster carer"),
        ("As director of children's services, I am interested in pottery", "As director of children's services"),
        ("as governors, is there anything on pottery?", "as governors"),
        ("Speaking as a police schools officer, who has done pottery?", "Speaking as a police schools officer"),
        ("pottery - asking as a magistrate", "asking as a magistrate"),
        ("I'm a PhD student and want to hear about pottery", "I'm a PhD student"),
        ("I'm a police constable who wants to hear about pottery", "I'm a police constable"),
        ("I'm a bell ringer, looking for pottery", "I'm a bell ringer"),
        ("I'm a clinical psychologist in CAMHS, any pottery?", "I'm a clinical psychologist in CAMHS"),
        (
            "I'm cabinet member for children and young people. Pottery?",
            "I'm cabinet member for children and young people",
        ),
        (
            "I'm a health and wellbeing lead in a small school. Pottery?",
            "I'm a health and wellbeing lead in a small school",
        ),
        ("we are kinship carers and would like to find pottery", "we are kinship carers"),
        ("I volunteer as a Scout leader and need ideas on pottery", "I volunteer as a Scout leader"),
        ("I have just started as chair of governors, pottery?", "I have just started as chair of governors"),
        ("Just been appointed head of inclusion, looking for pottery", "Just been appointed head of inclusion"),
        ("I've recently become a parent governor, who has done pottery", "I've recently become a parent governor"),
        ("I've been a school governor for ten years and want pottery", "I've been a school governor for ten years"),
        ("I used to be a youth worker and now I'm a strategic lead: pottery", "I used to be a youth worker"),
        ("my role is youth justice manager. Pottery?", "my role is youth justice manager"),
        ("I'm about to start as a director of quality, any pottery?", "I'm about to start as a director of quality"),
        ("From a commissioner: who has done pottery?", "From a commissioner"),
        ("Speaking on behalf of our parent forum, any pottery?", "Speaking on behalf of our parent forum"),
        ("interim assistant director looking at pottery", "interim assistant director"),
        ("I help run a community group and want pottery", "I help run a community group"),
        ("in my role as a school nurse, any pottery?", "in my role as a school nurse"),
        ("CAMHS commissioner here, looking for pottery", "CAMHS commissioner here"),
        ("Independent visitor here. Pottery?", "Independent visitor here"),
        ("new YOT manager wanting pottery", "new YOT manager"),
        ("deputy head, looking for pottery", "deputy head"),
        ("I chair a youth justice board and want pottery", "I chair a youth justice board"),
        ("I sit on a safeguarding partnership, who has done pottery?", "I sit on a safeguarding partnership"),
        ("I'm on the board of a housing association and want pottery", "I'm on the board of a housing association"),
        ("I'm a member of the schools forum. Pottery?", "I'm a member of the schools forum"),
        ("I'm part of a regional adoption agency. Pottery?", "I'm part of a regional adoption agency"),
        ("I represent the teachers' union branch, is there pottery?", "I represent the teachers' union branch"),
        ("I'm seconded to the violence reduction unit and want pottery", "I'm seconded to the violence reduction unit"),
        ("I have just joined the fostering panel. Pottery?", "I have just joined the fostering panel"),
        ("I work for a large charity and want pottery", "I work for a large charity"),
        ("we are a small fostering agency looking for pottery", "we are a small fostering agency"),
        ("for our fostering panel: pottery", "for our fostering panel"),
        ("for the next meeting of our youth justice board: pottery", "for the next meeting of our youth justice board"),
    ],
)
def test_which_post_somebody_holds_and_where_is_told(text: str, told: str) -> None:
    assert told in [text[start:end] for start, end in who_asks(text)]


@pytest.mark.parametrize(
    "text",
    [
        "what should a foster carer know about pottery",
        "support for a foster carer and her children",
        "mentoring as a Black teacher",
        "training as a governor",
        "I am a Black social worker and face racism at work",
        "I am a disabled magistrate looking for a network",
        "as a parent governor and Black mother, racism in school",
        "harassment as a Muslim youth worker",
        "as a Black mother, I want to know about exclusions",
        "I'm a care leaver and want to know about mentoring",
        "I'm an asylum seeker looking for legal help",
        "I'm a foster carer and I have been accused",
        "I'm a foster carer who has been accused",
        "I'm a parent and my son is stopped by police",
        "I chair a governing body and we're all retired white men",
        "as a school nurse, how do I spot rashes on dark skin",
        "I'm a magistrate. What can I do about remand?",
        "as a magistrate I see too many Black boys",
        "as a magistrate, I see too many Black boys",
        "I'm a victim of a social worker, who can help",
        "I'm a teenager and want to know about mentoring",
        "I'm a mother and want to know about mentoring",
        "I'm a school leaver and want to know about mentoring",
        "I'm a job seeker and want to know about mentoring",
        "we are a rural county, who has done this",
        "as foster carers we need respite",
        "foster carers looking for advice",
        "governors here are all white",
        "we are a mostly white county, who has done this",
        "we are a school with few Black pupils",
        "letters from a magistrate",
        "pottery on behalf of our foster carers",
        "I've been a foster carer for ten years and have been accused",
        "I sit on a panel that matches children",
        "I chair the Black workers' group and want to see mentoring",
        "I'm in a secure unit and want to know my rights",
        "for our fostering panel, more diverse members",
        "I work with Traveller families and want to know about exclusions",
        "as a school we keep excluding Black boys",
        "I'm a school governor, what training is there for people like me?",
        "I'm an educational psychologist. Who else in my profession has a plan?",
        "As a magistrate, what training could I go on?",
        "",
    ],
)
def test_who_is_asked_about_is_not(text: str) -> None:
    assert not who_asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "As a foster carer I'd like to know about pottery",
        "I chair a youth justice board and want to see pottery",
        "I chair a yuoth justice board and want to see pottery",
        "I sit on a safeguarding partnership, who has done pottery?",
    ],
)
def test_who_asks_is_not_looked_for(read: Read, text: str) -> None:
    query = read(text)
    assert (telling(query), query.authorities) == (["pottery"], ())


@pytest.mark.parametrize("text", ["As a school nurse, what can we do about racism?", "As a school nurse, what next?"])
def test_who_asks_is_looked_for_where_nothing_else_says_more_than_what_all_of_this_is_about(
    read: Read, text: str
) -> None:
    assert "nurse" in " ".join(read(text).words)


def test_a_place_where_it_is_told_who_asks_is_the_askers_own(read: Read) -> None:
    query = read("I chair the Lewisham safeguarding partnership and want pottery")
    assert (query.authorities, telling(query)) == ((), ["pottery"])
    assert "all places, not only Lewisham" in [piece.label for piece in query.pieces]


def test_the_post_of_whoever_asks_is_not_looked_for_among_contacts(read: Read) -> None:
    reading = read("As head of fostering, who has done pottery?")
    assert isinstance(reading, Reading)
    assert not any(one.term.startswith("contact") for idea in reading.ideas for one in idea.alternatives)
