"""Titles of pieces of work, made from what the work is."""

from __future__ import annotations

import pytest

from knowledge.importing.template.drafts.titles import LONGEST, title_for
from tests.knowledge.importing.template.conftest import ReadText


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "We employ six young people from Gypsy, Roma and Traveller families to read our letters.",
            "Employing young people from Gypsy, Roma and Traveller families to read letters",
        ),
        ("Since Sept '23 we have held a weekly drop-in for Afghan mothers.", "Weekly drop-in for Afghan mothers"),
        (
            "OUR RACE EQUALITY PLAN GROUP MEETS EVERY SIX WEEKS AND HAS REWRITTEN THE PACK.",
            "Race equality plan group",
        ),
        ("Our exclusions review reads every file of a Black pupil.", "Exclusions review"),
        ("Our City, Our Staff: positive action for managers of Asian heritage", "Our City, Our Staff"),
        ("Leeds signed up to the One Voice pledge.", "One Voice pledge"),
        ("Diverse interview panels are now in use for all posts.", "Diverse interview panels"),
        ("1/4/24 - a reporting line for racist incidents", "Reporting line for racist incidents"),
        ("Summer 2025: a reporting line for racist incidents", "Reporting line for racist incidents"),
        ("We have re-written our letters with parents.", "Re-written letters with parents"),
        ("In response we have: trained 40 foster carers; rewritten our policy.", "Trained 40 foster carers"),
        ("The creation of a Black staff council to advise the chief executive", "Black staff council"),
        (
            "Launch of a 2 year programme of listening events. Staff shape policy.",
            "Two-year programme of listening events",
        ),
        (
            "We have set up a mentoring scheme for Black social workers, which pairs them with a director.",
            "Mentoring scheme for Black social workers",
        ),
        (
            "The setting up of four working groups to look at disproportionality in referrals",
            "Working groups on disproportionality in referrals",
        ),
        ("A determination across our services to listen to fathers. They are asked each term.", "Listening to fathers"),
        ("Introducing diversity to legal panels, for example in court work.", "Diversity in legal panels"),
        (
            "Initiatives to hear children, for example, the job shadowing of councillors.",
            "Job shadowing of councillors",
        ),
        (
            "The Windrush Garden Project is a local scheme that brings elders and children together.",
            "Windrush Garden Project",
        ),
        ("Barbers in eleven shops have been trained to spot exploitation.", "Training for barbers in eleven shops"),
        (
            "Youth justice and the police jointly review every stop and search of a child.",
            "Joint review of every stop and search of a child",
        ),
        ("Since 2021 our virtual school has run a summer school for Roma pupils.", "Summer school for Roma pupils"),
        ("We asked a theatre company to make a play about hair and school rules.", "Play about hair and school rules"),
        ("In 2024 we brought together nine schools to form the Belonging Partnership.", "Belonging Partnership"),
        ("A course called Dads Talk Race, which was written by fathers.", "Dads Talk Race"),
    ],
)
def test_a_title_names_the_work(text: str, title: str) -> None:
    assert title_for(text) == title


def test_the_forms_own_title_wins_without_its_number() -> None:
    assert title_for("Staff meet monthly.", given="Initiative 2: Shadow board") == "Shadow board"


def test_the_authoritys_name_is_not_repeated() -> None:
    assert (
        title_for("Anti-racism training for Leeds education staff", names=("Leeds",))
        == "Anti-racism training for education staff"
    )


@pytest.mark.parametrize("text", ["", "!", "and of the", "a" * 500, "word " * 200, "We " * 100, "(" * 90])
def test_any_text_gets_a_title_that_fits(text: str) -> None:
    assert len(title_for(text)) <= LONGEST


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("We are running: supper clubs for kinship carers, and a phone tree.", "Supper clubs for kinship carers"),
        (
            "We now have a Hair and Heritage Group of 12 foster carers that meets monthly.",
            "Hair and Heritage Group of 12 foster carers",
        ),
        ("Somali mothers' supper club run with Home-Start.", "Somali mothers' supper club"),
        (
            "We also run groups of Black and Asian apprentices in five services.",
            "Black and Asian apprentices in five services",
        ),
    ],
)
def test_a_title_is_what_the_work_is_and_no_part_of_the_way_there(text: str, title: str) -> None:
    assert title_for(text) == title


def test_a_title_does_not_end_within_a_pair_of_peoples() -> None:
    text = (
        "We co-wrote a welcome booklet with 30 pupils from Syrian and Afghan families and hand it out in each of our "
        "secondary schools"
    )
    title = title_for(text)
    assert not title.endswith(("Syrian", "and"))


def test_a_title_does_not_end_within_a_number() -> None:
    assert "£50,000" in title_for("All contracts over £50,000 are scored on what the provider does about racism.")


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("We have three family navigators who knock on the door with the health visitor.", "Three family navigators"),
        ("We bought hair kits for carers of Black children.", "Buying hair kits"),
        ("We already had a Black workers' group in the directorate.", "Black workers' group"),
    ],
)
def test_no_title_is_made_of_a_word_that_is_no_verb(sentence: str, title: str) -> None:
    assert title_for(sentence, given="", context="").startswith(title)


def test_sentences_behind_a_title_on_its_line_tell_of_the_work(read_text: ReadText) -> None:
    form = read_text(
        "LA Name: Leeds\nProject 1 – Exit talks. We code what each leaver says of race and racism.\n"
        "Project 2 – Open book. Directors publish how each senior appointment was made."
    )
    assert [(one.title, one.summary) for one in form.drafts] == [
        ("Exit talks", "We code what each leaver says of race and racism."),
        ("Open book", "Directors publish how each senior appointment was made."),
    ]


def test_what_the_place_is_like_is_no_title(read_text: ReadText) -> None:
    form = read_text(
        "LA Name: Powys\nDescription: Powys is a large rural county with few residents from ethnic minorities. "
        "We set up a befriending scheme for families who have just arrived."
    )
    assert [draft.title for draft in form.drafts] == ["Befriending scheme for families"]
