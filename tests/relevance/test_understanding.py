"""Questions that were once understood wrongly, with the shipped lists: places, people asked for, subjects."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.domain.initiative import Evidence
from knowledge.domain.member import ANYONE
from knowledge.domain.query import Intent
from knowledge.importing.judged import read_judged
from knowledge.search.engine import SearchEngine
from knowledge.search.ideas import Kind, Reading, evidence_term
from knowledge.search.language.text import words
from knowledge.search.ranking.weights import WEIGHTS
from tests.relevance.library import QUERIES, initiatives, lists

#: About the place or region they name.
ABOUT = """
looking for Hackney's action plan
the mentoring that just started in Brent
what did families who came from Birmingham say
families who have moved to Lewisham
is there nothing in Hackney on youth justice
leaving care team in Camden
black staff in Hackney
what are staff in Hackney doing about anti-racism
the report in Rotherham on child sexual exploitation
which councils in Yorkshire have done racial literacy
any LA in Wales with a care leaver offer
which authorities across London do exclusions
list of councils in the South East with family hubs
I'm trying to find out what is being done in Hackney on exclusions
I'm keen to hear about anti-racism work in Leeds
we are hoping to learn from restorative practice in Leeds
I have been asked to find out about exclusions in Hackney
Hackney's strategy for anti-racism
What is in Hackney's action plan on anti-racism
Leeds council wants to reduce exclusions, how did they do it
children in Kent seeking asylum
Leeds, after school clubs
what can Hackney teach us about exclusions
how can Leeds reduce neglect
could you help Hackney children
Work in Hackney on exclusions
From Leeds: anything on neglect
For Birmingham children with SEND
the same approach as Leeds on neglect
Bradford as well as Leeds on neglect
what are our partners in Hackney doing about exclusions
our partner schools in Hackney asked about reverse mentoring
our sister team in Camden has a mentoring scheme, what is it
our friends in Leeds have an anti-racism academy, what is it
what works in Hackney that others could copy
exclusions in Hackney and elsewhere
is anyone else using the Leeds model
which London councils have done exclusions
London Councils on exclusions
we want to know which councils in Yorkshire have done exclusions
""".strip().splitlines()
#: About what lies near the place they name, with where that is.
NEAR = """
exclusions in neighbouring boroughs to Hackney | London
exclusions near Leeds | Yorkshire and The Humber
who near Leeds has done reverse mentoring | Yorkshire and The Humber
what are the neighbours of Norfolk doing on exclusions | East of England
councils neighbouring Hackney and Lewisham, foster carers | London
anything close to Cardiff, Swansea or Newport on schools | Wales
not too far from Reading: mentoring | South East
mentoring nearest to Brixton | London
statistical neighbours of Norfolk | East of England
Norfolk's statistical neighbours on exclusions | East of England
councils like Leeds on mentoring | Yorkshire and The Humber
""".strip().splitlines()
#: Only from there, or anywhere but there.
FROM = """
In Leeds and Bradford we are struggling with exclusions
Our exclusions in Kent are high, what works?
my looked after children in Leeds keep moving, any ideas on stability
we are based in Croydon, London, and want ideas on racism in Gypsy communities
I work in Bradford, West Yorkshire. exclusions?
I work for Leeds and Bradford, who does exclusions
we are Hackney, Islington and Camden. exclusions
In Hackney we are struggling with exclusions
for Hackney's action plan we need something on exclusions
my borough is Hackney, exclusions?
I'm a parent in Hackney, exclusions
not Hackney, exclusions
exclusions other than in Hackney
I'm a designated teacher in Bristol. Anything on black children in care?
I'm a personal adviser in Leeds, what is there for care leavers?
I'm the virtual head in Kent. Anything on exclusions?
I'm the EDI lead at Wandsworth and want ideas about staff networks
I'm a SENCO in Hackney and want to know about exclusions
We've just set up an anti-racism board in Kent. Who has done similar?
We are launching a WRES in Leeds, any tips?
Our council (Kent) wants anti-racism training
I lead on youth justice in Sheffield and need ideas for disproportionality
I chair the safeguarding partnership in Leeds and want ideas on adultification
Leeds wants to set up a Black staff network, who has done this?
Kent is developing an anti-racism strategy, any examples?
youth justice not in London
other than Hackney, who has done reverse mentoring
I'm a foster carer in Leeds, what is there for black children
A colleague in Kent has asked for anything on exclusions
Someone in Leeds asked me about exclusions
Our DCS in Hackney wants ideas on exclusions
Our new director came from Leeds and is keen on exclusions
I used to work in Leeds. Who does exclusions?
""".strip().splitlines()
#: People and contact are spoken of; nobody is asked for.
SPOKEN_OF = """
support for children who run away from care
young people who deal with racial trauma
children who chair their own reviews
any child who ran away
young people who lead participation work
people running away from home
young people leading change
adults who can support children in custody
does anyone have a peer mentoring scheme
do you have a practitioner guide to neglect
need a practitioner toolkit on harmful sexual behaviour
find a peer support group for black staff
need an expert witness for care proceedings
children who have contact with their birth family
any contact with birth parents for adopted children
reducing police contact
number of contacts at the front door
post adoption contact
face to face contact
a named lead professional for each family
children who need someone to talk to
encouraging young people to speak up about abuse
getting young people to talk about knife crime
care leavers who want to get in touch with their birth family
hard to reach families, how to reach them
when teachers call them names
an introduction to trauma informed practice
children matched with foster carers of the same ethnicity
number of people from black backgrounds in care
placing young people in other local authorities
taking a lead on anti-racism
names for babies in care
can anyone share a job description for an anti-racism lead?
How do I become an anti-racism lead?
give the officers training
""".strip().splitlines()
#: A person is asked for.
ASKED_FOR = """
I'd like to speak to someone about how they did family hubs
can I talk to somebody about how Leeds reduced exclusions
link me up with Leeds on neglect
can you link us with Hackney
How do I contact Camden?
exclusions contacts please
call for contacts: exclusions
somebody with demonstrable experience of exclusions
contacts with a background in exclusions
could I trouble you for a name or two for exclusions
how do I contact the Black Adoption Project
who can tell me more about the case audit tool
name of the exclusions lead in Hackney
any names for exclusions
point me at the right person for exclusions
could someone ring me about neglect
who's the expert on adultification
""".strip().splitlines()
#: Subjects, and after a tab the words of theirs that must be searched for.
SUBJECTS = """
so many of the boys we see on orders have learning needs nobody picked up at school	boys orders learning needs school
people who have lived experience of care	lived experience care
more early help with neglect	early neglect
need debt advice for care leavers	debt advice care leavers
what did Hackney do for a workforce strategy	workforce strategy
writing court reports about black children	court reports black children
racial bias in the sentence report	sentence report
support at the police interview for children	police interview
interpreters in a family meeting	interpreters family meeting
food for the weekend for hungry families	food hungry families
is there a workshop on racism	workshop racism
I'm looking for pottery with children in care	pottery children
have you got anything on cookery with Traveller children	cookery traveller
I need mental health ideas (drumming or pottery)	mental health drumming pottery
we want mental health ideas, e.g. drumming	mental health drumming
what school governors need to know about exclusions	school governors exclusions
what police officers said about stop and search	police officers
family members want to foster	family members foster
how managers ask staff about racism	managers staff racism
the Strong Fathers project	strong fathers
Governors need training on racism	governors training racism
Managers need support to talk about race	managers race
the board needs to hear from young people	board young people
we have nothing on adultification, is there training	adultification training
There is nothing about Black girls in our strategy	black girls
evidence: early years anti-racism	early years
"misogynoir" training	misogynoir training
tackling "off-rolling" of Black pupils	off rolling black pupils
who has NOT seen adultification training	adultification training
boys –especially Black boys– and hair	boys black hair
schools send provision	schools send
could you search for schools doing reverse mentoring	schools reverse mentoring
how do we stop the police	police
group for staff of colour	staff colour
we medicate black boys	black boys
""".strip().splitlines()


THE_NORTH = ["North East", "North West", "Yorkshire and The Humber"]
WEST_YORKSHIRE = ["Bradford", "Calderdale", "Kirklees", "Leeds", "Wakefield"]


@pytest.fixture(scope="module")
def engine() -> SearchEngine:
    return SearchEngine.build(initiatives(), lists())


@pytest.mark.parametrize("text", ABOUT)
def test_a_place_that_is_asked_about_narrows(engine: SearchEngine, text: str) -> None:
    query = engine.understand(text)
    assert query.authorities or query.regions or query.nations


@pytest.mark.parametrize("text", FROM)
def test_a_place_that_is_not_asked_about_does_not(engine: SearchEngine, text: str) -> None:
    query = engine.understand(text)
    assert (query.authorities, query.regions, query.nations) == ((), (), ())


@pytest.mark.parametrize("line", NEAR)
def test_near_a_place_is_its_region(engine: SearchEngine, line: str) -> None:
    text, where = line.split(" | ")
    query = engine.understand(text)
    assert (query.authorities, query.regions + query.nations) == ((), (where,))


@pytest.mark.parametrize(
    ("text", "regions", "nations", "authorities"),
    [
        ("in:scotland mentoring", [], ["Scotland"], []),
        ("in:london", ["London"], [], []),
        ('in:"West Yorkshire"', [], [], WEST_YORKSHIRE),
        ("schools in West Yorkshire", [], [], WEST_YORKSHIRE),
        ("exclusions in Wearside", ["North East"], [], []),
        ("exclusions in the United Kingdom", [], [], []),
        ("kent police and exclusions", [], [], ["Kent"]),
        ("Kent Police and Crime Commissioner", [], [], ["Kent"]),
        ("Aberlour Child Care Trust", [], [], []),
        ("caf cass and exclusions", [], [], []),
        ("nhs ggc", [], [], []),
        ("the south asian community", [], [], []),
        ("the north tyneside team", [], [], ["North Tyneside"]),
        ("exclusions in the south of the borough", [], [], []),
        ("exclusions in the north of Scotland", [], ["Scotland"], []),
        ("exclusions in the north of England", THE_NORTH, [], []),
        ("what is the north doing", THE_NORTH, [], []),
        ("exclusions England and Wales", [], ["England", "Wales"], []),
        ("welsh government and exclusions", [], ["Wales"], []),
        ("Greater Manchester combined authority", [], [], ["Greater Manchester"]),
        ("croydon in south london", [], [], ["Croydon"]),
        ("south london (croydon)", [], [], ["Croydon"]),
        ("hackney, east london", [], [], ["Hackney"]),
        ("exclusions in east and west sussex", [], [], ["East Sussex", "West Sussex"]),
        ("east, north and south Ayrshire", [], [], ["East Ayrshire", "North Ayrshire", "South Ayrshire"]),
        ("north and south exclusions", [], [], []),
        ("Edinburgh and the Lothians", [], [], ["Edinburgh", "East Lothian", "Midlothian", "West Lothian"]),
        ("the university of south london and exclusions", [], [], []),
        ("in:shetlnd", [], [], ["Shetland Islands"]),
        ('in:"City of London"', [], [], ["City of London"]),
        ("in:brixton", [], [], ["Lambeth"]),
    ],
)
def test_a_place_that_is_written_right_comes_before_a_name_with_a_slip(
    engine: SearchEngine, text: str, regions: list[str], nations: list[str], authorities: list[str]
) -> None:
    query = engine.understand(text)
    assert (list(query.regions), list(query.nations)) == (regions, nations)
    assert [one.name for one in query.authorities] == authorities


@pytest.mark.parametrize(
    ("text", "authorities"),
    [
        ("Reading and Slough", ["Reading", "Slough"]),
        ("Bury, Bolton and Wigan on schools", ["Bury", "Bolton", "Wigan"]),
        ("Sale and Altrincham", ["Trafford"]),
        ("reading and writing in Leeds", ["Leeds"]),
        ("Croydons exclusions", ["Croydon"]),
        ("Leeds Childrens Services", ["Leeds"]),
        ("readings about racism", []),
        ("mentoring in Dudly", ["Dudley"]),
        ("support in famly hubs", []),
        ("mentoring Hamersmith and Fulam", ["Hammersmith and Fulham"]),
        ("PACE beds", []),
        ("mentoring in Sussex", ["Brighton and Hove", "East Sussex", "West Sussex"]),
        ("in:sussex mentoring", ["Brighton and Hove", "East Sussex", "West Sussex"]),
    ],
)
def test_an_authority_is_known_by_what_it_is_named_with(
    engine: SearchEngine, text: str, authorities: list[str]
) -> None:
    assert [one.name for one in engine.understand(text).authorities] == authorities


@pytest.mark.parametrize(
    ("text", "intent", "words"),
    [
        ("Contact Kent", Intent.CONTACT, ()),
        ("email hackney", Intent.CONTACT, ()),
        ("could I speak to Camden about mentoring", Intent.CONTACT, ("mentoring",)),
        ("ring fencing in Kent", Intent.FIND, ("ring", "fencing")),
        ("Priya Shah email", Intent.CONTACT, ("priya", "shah")),
        ("browse exclusions", Intent.FIND, ("exclusions",)),
        ("which authorities are in here?", Intent.BROWSE, ()),
        ("how many initiatives are there", Intent.BROWSE, ()),
        ("what works to reduce exclusions", Intent.FIND, ("reduce", "exclusions")),
        ("what works for YJSs", Intent.FIND, ("what", "works", "yjs")),
        ('"stop and search" in:kent', Intent.FIND, ()),
        ("theme:exclusions in:kent", Intent.FIND, ()),
        ("in:kent", Intent.AUTHORITY, ()),
    ],
)
def test_what_is_wanted_is_told_from_the_words_that_only_say_so(
    engine: SearchEngine, text: str, intent: Intent, words: tuple[str, ...]
) -> None:
    query = engine.understand(text)
    assert (query.intent, query.words) == (intent, words)


def test_a_trust_without_its_apostrophe_is_its_authority_and_no_subject(engine: SearchEngine) -> None:
    query = engine.understand("Birmingham Childrens Trust")
    assert ([one.name for one in query.authorities], query.words) == (["Birmingham"], ())


def test_a_question_that_only_leaves_words_out_finds_all_that_lacks_them(engine: SearchEngine) -> None:
    without, holding = (
        engine.find(engine.understand(text), member=ANYONE, limit=1) for text in ("-police", '"police"')
    )
    assert without.total == len(initiatives()) - holding.total


def test_a_word_of_the_name_of_a_theme_is_no_further_reason(engine: SearchEngine) -> None:
    found = engine.find(engine.understand("commissioning"), member=ANYONE, limit=10)
    assert found.total
    assert all(sum(why.startswith("theme: commissioning") for why in those) < 2 for those in found.explain())


@pytest.mark.parametrize("text", ["good morning", "Good afternoon all!", "ok", "Okay.", "hi all"])
def test_a_greeting_is_no_question(engine: SearchEngine, text: str) -> None:
    assert engine.understand(text).intent is Intent.HELP


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("nurseries and under fives, curriculum", "theme: Early years", "curriculum"),
        ("exclusions and exclusion", "theme: Exclusions", ""),
        ("Kent, mentoring, Kent", "authority: Kent", "mentoring,"),
    ],
)
def test_what_is_said_twice_is_one_piece_and_taken_off_as_one(
    engine: SearchEngine, text: str, label: str, rest: str
) -> None:
    pieces = [piece for piece in engine.understand(text).pieces if piece.label == label]
    assert [piece.without for piece in pieces] == [rest]


@pytest.mark.parametrize("text", ["contact:*", "evidence:*", "theme:-"])
def test_a_filter_without_a_value_is_none(engine: SearchEngine, text: str) -> None:
    query = engine.understand(text)
    assert (query.contact, query.evidence, query.themes, query.pieces) == (None, (), (), ())


def test_a_suggestion_names_only_what_says_something(engine: SearchEngine) -> None:
    found = engine.find(engine.understand("exclusions work in Kent"), member=ANYONE, limit=1)
    assert any(one.text.endswith(" has work on exclusions") for one in found.suggestions)


def test_where_filters_leave_nothing_the_authority_and_the_theme_are_offered_each_alone(engine: SearchEngine) -> None:
    found = engine.find(engine.understand("in:leeds theme:workforce"), member=ANYONE, limit=1)
    offered = [(one.kind, one.id) for one in found.suggestions]
    assert offered[0] == ("authority", "Leeds")
    assert [id for kind, id in offered if kind == "theme"] == ["workforce"]


@pytest.mark.parametrize(
    "text",
    [
        "exclusions near Leeds",
        "what has Camden done about recruitment panels",
        "Newham or Lewisham on foster carers",
        "LBH adoption",
        "in:leeds mentoring evidence:evaluated",
        "Luton foster carers -police",
    ],
)
def test_what_a_suggestion_says_of_an_authority_is_what_it_leads_to(engine: SearchEngine, text: str) -> None:
    query = engine.understand(text)
    offered = [one for one in engine.find(query, member=ANYONE, limit=1).suggestions if one.kind == "authority"]
    assert offered
    for one in offered:
        asked = engine.understand(one.question or f'in:"{one.id}"')
        assert [each.name for each in asked.authorities] == [one.id]
        assert (one.question is None) or (asked.words and asked.words == query.words)
        assert engine.find(asked, member=ANYONE, limit=1).total


def test_not_just_a_place_is_no_limit(engine: SearchEngine) -> None:
    query = engine.understand("not just Hackney, what about exclusions elsewhere")
    assert (query.authorities, [piece.kind for piece in query.pieces if piece.kind == "excluded"]) == ((), [])


@pytest.mark.parametrize("text", SPOKEN_OF)
def test_nobody_is_asked_for_where_people_are_spoken_of(engine: SearchEngine, text: str) -> None:
    assert engine.understand(text).intent is not Intent.CONTACT


@pytest.mark.parametrize("text", ASKED_FOR)
def test_a_person_is_asked_for(engine: SearchEngine, text: str) -> None:
    assert engine.understand(text).intent is Intent.CONTACT


@pytest.mark.parametrize("row", SUBJECTS)
def test_a_subject_is_kept_whole(engine: SearchEngine, row: str) -> None:
    text, subject = row.split("\t")
    query = engine.understand(text)
    searched = {word for piece in query.pieces for start, end in piece.spans for word in words(query.text[start:end])}
    assert searched >= set(subject.split())


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("exclusions outside London", "exclusions", "exclusions in London"),
        ("youth justice, but not in Hackney", "youth justice", "youth justice in Hackney"),
        ("other than Hackney, who has done reverse mentoring", "reverse mentoring", "reverse mentoring in Hackney"),
        ("exclusions anywhere but London", "exclusions", "exclusions in London"),
        ("youth justice aside from Hackney", "youth justice", "youth justice in Hackney"),
        ("other councils than Hackney on youth justice", "youth justice", "youth justice in Hackney"),
        ("youth justice excluding London", "youth justice", "youth justice in London"),
        ("youth justice not in Hackney or Lewisham", "youth justice", "youth justice in Hackney and Lewisham"),
        ("curriculum outside London and the South West", "curriculum", "curriculum in London and the South West"),
        ("youth justice -london", "youth justice", "youth justice in London"),
        ("youth justice that isn't in Hackney", "youth justice", "youth justice in Hackney"),
        ("youth justice, no London please", "youth justice", "youth justice in London"),
        ("I don't want any London examples of youth justice", "youth justice", "youth justice in London"),
        ("youth justice, we've had enough of Hackney", "youth justice", "youth justice in Hackney"),
        ("non-London youth justice", "youth justice", "youth justice in London"),
        ("youth justice that isn't London", "youth justice", "youth justice in London"),
        ("not a London council: youth justice", "youth justice", "youth justice in London"),
        ("youth justice elsewhere than London", "youth justice", "youth justice in London"),
        ("Hackney has reverse mentoring. Who else?", "reverse mentoring", "reverse mentoring in Hackney"),
        ("We liked Hackney's reverse mentoring, who else?", "reverse mentoring", "reverse mentoring in Hackney"),
        ("others doing what Hackney does on youth justice", "youth justice", "youth justice in Hackney"),
        ("youth justice not by Hackney", "youth justice", "youth justice in Hackney"),
        ("youth justice but nothing from Hackney", "youth justice", "youth justice in Hackney"),
        ("youth justice, none in London", "youth justice", "youth justice in London"),
        ("youth justice minus London", "youth justice", "youth justice in London"),
        ("youth justice bar Hackney", "youth justice", "youth justice in Hackney"),
        ("youth justice beyond London", "youth justice", "youth justice in London"),
        ("youth justice, skip London", "youth justice", "youth justice in London"),
        ("youth justice not run by Hackney", "youth justice", "youth justice in Hackney"),
        ("youth justice that isn't led by Hackney", "youth justice", "youth justice in Hackney"),
    ],
)
def test_work_of_a_place_that_is_left_out_is_not_found(
    engine: SearchEngine, text: str, wanted: str, unwanted: str
) -> None:
    uncut = engine.weighing(replace(WEIGHTS, beside_best=0, beside_best_further=0))
    found, every, there = (
        {match.id for match in one.find(one.understand(asked), member=ANYONE, limit=500).matches}
        for one, asked in ((engine, text), (uncut, wanted), (uncut, unwanted))
    )
    assert there
    assert found
    assert found <= every - there
    (left_out,) = [piece for piece in engine.understand(text).pieces if piece.kind == "excluded"]
    assert engine.understand(left_out.without).outside == ()
    places = unwanted.partition(" in ")[2].split(" and ")
    assert left_out.label == f"without: {', '.join(place.removeprefix('the ') for place in places)}"


@pytest.mark.parametrize(
    "text",
    [
        "Is there no Hackney work on exclusions?",
        "why isn't Hackney doing mentoring",
        "what else is Hackney doing",
        "who else in Hackney has done mentoring",
        "In Hackney, who else is doing mentoring?",
    ],
)
def test_a_place_that_is_asked_about_with_a_no_is_not_left_out(engine: SearchEngine, text: str) -> None:
    assert [one.name for one in engine.understand(text).authorities] == ["Hackney"]


@pytest.mark.parametrize("text", ["not in London", "anywhere but London", "-London"])
def test_a_question_that_only_leaves_out_finds_all_the_rest(engine: SearchEngine, text: str) -> None:
    found, there = (engine.find(engine.understand(one), member=ANYONE, limit=1) for one in (text, "in:London"))
    assert found.total == len(initiatives()) - there.total
    assert found.explain()[0]


def test_the_words_that_leave_a_place_out_are_no_subject(engine: SearchEngine) -> None:
    assert engine.understand("youth justice excluding London").themes == ("youth-justice",)


def test_what_is_not_wanted_can_be_said_in_capitals(engine: SearchEngine) -> None:
    assert engine.understand("exclusions NOT police").excluded == ("police",)
    assert engine.understand("WHY ARE BOYS NOT LEARNING").excluded == ()


def test_london_councils_are_councils_of_london_and_a_body_only_by_its_name(engine: SearchEngine) -> None:
    assert engine.understand("which London councils have done exclusions").regions == ("London",)
    assert [one.name for one in engine.understand("London Councils on exclusions").authorities] == ["London Councils"]


def test_a_long_story_leaves_the_question_to_be_read(engine: SearchEngine) -> None:
    query = engine.understand(
        "Hi all, sorry to bother you, I am a fairly new team manager and my head of service has asked me to find out, "
        "for a paper that I am writing for scrutiny committee next Tuesday, what other councils do about exclusions "
        "of black boys"
    )
    assert {"exclusions", "black"} <= set(query.words)


def test_pages_follow_each_other_without_gap_or_overlap(engine: SearchEngine) -> None:
    for judged in read_judged(QUERIES / "queries.yaml"):
        query = engine.understand(judged.text)
        whole = engine.find(query, member=ANYONE, limit=500)
        assert len(whole.matches) == whole.total
        pages = [engine.find(query, member=ANYONE, limit=5, offset=at) for at in range(0, whole.total, 5)]
        assert [match for page in pages for match in page.matches] == list(whole.matches), judged.text
        assert {page.total for page in pages} <= {whole.total}, judged.text


def test_after_the_first_ten_only_what_is_nearer_to_the_best_is_found(engine: SearchEngine) -> None:
    looser = engine.weighing(replace(WEIGHTS, beside_best_further=WEIGHTS.beside_best))
    query = engine.understand("exclusions")
    found, more = (one.find(query, member=ANYONE, limit=500) for one in (engine, looser))
    assert 10 <= found.total < more.total
    assert found.matches == more.matches[: found.total]
    least = found.matches[0].score * WEIGHTS.beside_best_further - WEIGHTS.order
    assert all(match.score > least for match in found.matches)


@pytest.mark.parametrize(
    ("text", "not_meant"),
    [
        ("fed up with meetings", "police"),
        ("a personal statement", "SEND"),
        ("section of the report", "mental health"),
        ("the weather", "racial trauma"),
        ("trapped in a lift", "county lines"),
        ("ask Tom", "commissioning"),
        ("how are care leavers supported", "asylum seekers"),
        ("a hidden gem", "global majority"),
        ("saying grace", "social graces"),
        ("dreading school", "afro hair"),
    ],
)
def test_an_everyday_word_does_not_mean_what_its_stem_means_as_jargon(
    engine: SearchEngine, text: str, not_meant: str
) -> None:
    reading = engine.understand(text)
    assert isinstance(reading, Reading)
    shown = {one.shown for idea in reading.ideas for one in idea.alternatives}
    assert not_meant not in shown


@pytest.mark.parametrize("text", ["forster carers", "forster carrers", "black forster carers"])
def test_a_name_beside_a_word_that_never_follows_it_is_a_slip(engine: SearchEngine, text: str) -> None:
    assert "foster" in [one.meant for one in engine.understand(text).corrections]


def test_a_word_that_is_right_by_a_rule_alone_is_a_slip_beside_what_it_never_stands_with(engine: SearchEngine) -> None:
    assert [one.meant for one in engine.understand("racist bulling").corrections] == ["bullying"]
    assert engine.understand("minuting meetings").corrections == ()


@pytest.mark.parametrize(
    "text", ["Forster carers", "mr forster's carers", "paul forster carers", "who is sarah forster", "forster"]
)
def test_a_name_that_may_be_one_is_left_as_it_is(engine: SearchEngine, text: str) -> None:
    assert "foster" not in [one.meant for one in engine.understand(text).corrections]


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("early results on exclusions", Evidence.EARLY_RESULTS),
        ("what has early findings", Evidence.EARLY_RESULTS),
        ("evaluated mentoring", Evidence.EVALUATED),
    ],
)
def test_how_sure_the_evidence_is_can_be_said_in_words(engine: SearchEngine, text: str, evidence: Evidence) -> None:
    reading = engine.understand(text)
    assert isinstance(reading, Reading)
    terms = {one.term for idea in reading.ideas for one in idea.alternatives if one.kind is Kind.FILED}
    assert evidence_term(evidence) in terms


def test_greater_manchester_is_its_region_where_the_body_of_that_name_has_nothing() -> None:
    known = lists()
    without = [one for one in initiatives(with_lists=known) if one.authority != "Greater Manchester"]
    reading = SearchEngine.build(without, known).understand("exclusions in Greater Manchester")
    assert (reading.authorities, reading.pieces[0].label) == ((), "region: North West")


@pytest.mark.parametrize(
    "text",
    [
        "stop and search policy",
        "overview of stop and search",
        "leaflet on stop and search for young people",
        "definition of adultification",
        "reverse mentoring summary",
        "exclusions law",
        "Traveller resources",
        "what works in reducing exclusions",
    ],
)
def test_a_kind_of_document_is_no_subject(engine: SearchEngine, text: str) -> None:
    assert engine.find(engine.understand(text), member=ANYONE, limit=1).total


@pytest.mark.parametrize(
    ("text", "regions", "names"),
    [
        ("what is the capital of France", (), []),
        ("mentoring in the capital", ("London",), []),
        ("Scouse nurseries", (), ["Liverpool"]),
        ("Geordie schools", (), ["Newcastle upon Tyne"]),
    ],
)
def test_nicknames_are_places_and_other_capitals_none(
    engine: SearchEngine, text: str, regions: tuple[str, ...], names: list[str]
) -> None:
    query = engine.understand(text)
    assert (query.regions, [one.name for one in query.authorities]) == (regions, names)


@pytest.mark.parametrize(
    "text",
    [
        "WHO IS DOING MENTORING?",
        "WHO HAS SET UP MENTORING?",
        "WHO HAS SET UP MENTORING & COACHING IN 2024?",
        "who IS doing mentoring?",
    ],
)
def test_what_is_said_loudly_names_no_place(engine: SearchEngine, text: str) -> None:
    assert engine.understand(text).authorities == ()


@pytest.mark.parametrize(
    "text", ["Bury youth justice", "Sale exclusions", "Lancaster mental health", "Reading workforce"]
)
def test_a_word_in_front_of_nothing_but_a_theme_is_a_place(engine: SearchEngine, text: str) -> None:
    assert engine.understand(text).authorities


@pytest.mark.parametrize("text", ["Reading attainment", "Reading curriculum", "Reading training", "Reading groups"])
def test_reading_in_front_of_what_is_taught_is_none(engine: SearchEngine, text: str) -> None:
    assert engine.understand(text).authorities == ()


@pytest.mark.parametrize("text", ["mentoring in SET", "SET"])
def test_initials_of_a_place_name_it_where_the_rest_is_not_in_capitals(engine: SearchEngine, text: str) -> None:
    assert [one.name for one in engine.understand(text).authorities] == ["South Eastern Trust"]


@pytest.mark.parametrize(
    ("text", "sought"),
    [
        ("Our schools keep excluding black boys", "black boys"),
        ("headteachers excluding Caribbean pupils", "caribbean"),
        ("alternatives to excluding Traveller children", "traveller children"),
    ],
)
def test_whom_schools_exclude_is_asked_about(engine: SearchEngine, text: str, sought: str) -> None:
    query = engine.understand(text)
    assert sought in [piece.label for piece in query.pieces]
    assert "excluded" not in [piece.kind for piece in query.pieces]


@pytest.mark.parametrize("text", ["mentoring excluding London", "mentoring (excluding London)"])
def test_a_place_can_be_excluded(engine: SearchEngine, text: str) -> None:
    assert "without: London" in [piece.label for piece in engine.understand(text).pieces]


@pytest.mark.parametrize(
    ("subject", "whom"),
    [
        ("the attainment gap is growing", "and I need something for headteachers"),
        ("stop and search is up", "so we need evidence to show our councillors"),
        ("black social workers keep leaving", "and I'm looking for ideas for my director"),
        ("exclusions are rising", "but I could do with some help to convince the board"),
        ("fewer black boys are excluded now", "and I want examples for a governor"),
    ],
)
def test_for_whom_something_is_needed_is_no_part_of_what_is_asked(
    engine: SearchEngine, subject: str, whom: str
) -> None:
    assert engine.understand(f"{subject} {whom}").words == engine.understand(subject).words


def test_who_is_sought_for_somebody_is_asked_for(engine: SearchEngine) -> None:
    words = engine.understand("black boys are doing badly and I am looking for mentors for them").words
    assert {"black", "boys", "mentors"} <= set(words)


@pytest.mark.parametrize(
    "text",
    [
        "has anybody measured whether their work actually reduced exclusions",
        "evidence that exclusions fell",
        "what worked for exclusions",
        "exclusions are awful",
        "fewer arrests",
        "edge of custody",
        "at risk of custody",
        "on the cusp of exclusion",
    ],
)
def test_how_much_or_how_bad_is_no_subject(engine: SearchEngine, text: str) -> None:
    assert engine.find(engine.understand(text), member=ANYONE, limit=1).total


@pytest.mark.parametrize("text", ["Scotland teachers", "Essex children", "Luton schools", "Norfolk pupils"])
def test_whatever_a_place_does_is_sooner_asked_for_than_nothing(engine: SearchEngine, text: str) -> None:
    query, known = engine.understand(text), lists()
    found = engine.find(query, member=ANYONE, limit=100)
    names = {one.name for one in known.register if one in query.authorities or one.nation in query.nations}
    assert found.partly
    assert {match.id for match in found.matches} == {one.id for one in initiatives() if one.authority in names}
    assert all(match.score < 0.5 for match in found.matches)


@pytest.mark.parametrize("text", ["Luton adoption", "Essex custody"])
def test_what_a_place_does_not_do_is_not_found_there(engine: SearchEngine, text: str) -> None:
    assert not engine.find(engine.understand(text), member=ANYONE, limit=1).total


@pytest.mark.parametrize("text", ["ED&I", "E&I"])
def test_an_abbreviation_with_an_ampersand_is_no_place(engine: SearchEngine, text: str) -> None:
    query = engine.understand(text)
    assert query.authorities == ()
    assert engine.find(query, member=ANYONE, limit=1).total


@pytest.mark.parametrize("text", ["mentoring for Lyndon", "exclusions work with Darren"])
def test_a_known_name_is_no_slip_of_a_place_that_no_place_word_tells(engine: SearchEngine, text: str) -> None:
    assert engine.understand(text).corrections == ()


def test_a_name_behind_a_place_word_may_be_a_place_with_a_slip(engine: SearchEngine) -> None:
    assert [one.meant for one in engine.understand("exclusions in Lyndon").corrections] == ["London"]
