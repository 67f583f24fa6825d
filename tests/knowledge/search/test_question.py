from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from knowledge.domain.authority import Authority, Register
from knowledge.domain.initiative import Category, Evidence, Theme
from knowledge.domain.lists import Synonym
from knowledge.domain.member import ANYONE
from knowledge.domain.query import Intent, Query
from knowledge.search.engine import SearchEngine
from knowledge.search.ideas import Reading
from tests.knowledge.search.conftest import LISTS

Read = Callable[[str], Query]


def authorities(query: Query) -> list[str]:
    return [one.name for one in query.authorities]


@pytest.mark.parametrize("text", ["youth justice in Hackney", "hackny youth justice", "Hackney Council youth justice"])
def test_an_authority_is_found_anywhere_in_a_question(read: Read, text: str) -> None:
    query = read(text)
    assert (authorities(query), query.words) == (["Hackney"], ("youth", "justice"))


def test_several_authorities_are_understood_at_once(read: Read) -> None:
    assert authorities(read("exclusions in Hackney and Lewisham")) == ["Hackney", "Lewisham"]


def test_what_kind_of_place_the_next_one_is_belongs_to_that() -> None:
    """Were "City" taken for part of Hackney's name, what is left of the other would be a region."""
    city = Authority("City of London", "City of London Corporation", "England", "London")
    lists = replace(LISTS, register=Register.of((*LISTS.register, city)))
    query = SearchEngine.build((), lists).understand("mentoring Hackney City of London")
    assert (authorities(query), query.regions, query.words) == (["Hackney", "City of London"], (), ("mentoring",))


def test_a_shared_alias_stands_for_all_and_is_said(read: Read) -> None:
    query = read("LBH youth justice")
    assert (authorities(query), query.shared_alias) == (["Hackney", "Haringey"], "LBH")


@pytest.mark.parametrize(
    "text",
    [
        "youth justice in Reading",
        "exclusions around Bury",
        "is there work at Bath",
        "in:reading therapy",
        "Bury exclusions",
        "Reading: exclusions",
    ],
)
def test_a_place_that_is_also_a_word_is_taken_with_a_capital_or_a_cue(read: Read, text: str) -> None:
    assert len(read(text).authorities) == 1


@pytest.mark.parametrize(
    "text",
    [
        "reading scheme",
        "Reading together",
        "bury the report",
        "a bath chair",
        "parking",
        "progress in reading",
        "bath exclusions",
        "BATH EXCLUSIONS",
        "Bath and exclusions",
        "Bath exclusions report",
    ],
)
def test_a_place_that_is_also_a_word_is_otherwise_a_word(read: Read, text: str) -> None:
    assert read(text).authorities == ()


def test_parking_is_not_barking(read: Read) -> None:
    query = read("parking")
    assert (query.authorities, query.corrections) == ((), ())


@pytest.mark.parametrize(
    ("text", "region"), [("London boroughs on exclusions", "London"), ("exclusions in the North West", "North West")]
)
def test_a_region_is_understood(read: Read, text: str, region: str) -> None:
    assert read(text).regions == (region,)


def test_a_nation_is_understood_by_its_adjective(read: Read) -> None:
    assert read("Welsh councils and racism").nations == ("Wales",)


def test_explicit_filters_are_understood(read: Read) -> None:
    query = read('in:hackney theme:exclusions category:partners evidence:evaluated contact:"director of education"')
    assert authorities(query) == ["Hackney"]
    assert query.themes == ("exclusions",)
    assert query.categories == (Category.PARTNERS,)
    assert query.evidence == (Evidence.EVALUATED,)
    assert query.contact == "director of education"
    assert query.words == ()


def test_a_filter_with_an_unknown_value_is_searched_for_as_words(read: Read) -> None:
    query = read("theme:zebras")
    assert (query.themes, query.words) == ((), ("zebras",))


def test_a_misspelt_theme_in_a_filter_is_understood(read: Read) -> None:
    assert read("theme:exclusons").themes == ("exclusions",)


@pytest.mark.parametrize(
    ("text", "excluded", "phrases"),
    [
        ("therapy NOT zebras", ("zebras",), ()),
        ('therapy NOT "youth justice"', ("youth justice",), ()),
        ("who has NOT seen therapy", (), ()),
        ("therapy –girls –boys", ("girls", "boys"), ()),
        ("therapy –mostly for girls– here", (), ()),
        ('exclusions "police"', (), ("police",)),
        ('"cops" at exclusions', (), ()),
        ("contact: therapy", (), ()),
        ("evidence: early therapy", (), ()),
    ],
)
def test_marks_of_everyday_writing_are_no_filters(
    read: Read, text: str, excluded: tuple[str, ...], phrases: tuple[str, ...]
) -> None:
    query = read(text)
    assert (query.excluded, query.phrases, query.evidence, query.contact) == (excluded, phrases, (), None)


def test_what_somebody_has_not_done_stays_in_the_question(read: Read) -> None:
    assert read("staff NOT torpedoed by therapy").words == ("staff", "torpedoed", "therapy")


def test_a_value_of_two_words_in_full_is_a_filter_also_behind_a_space(read: Read) -> None:
    query = read("evidence: early results therapy")
    assert (query.evidence, query.words) == ((Evidence.EARLY_RESULTS,), ("therapy",))


def test_a_contact_behind_a_space_is_one_where_it_is_an_address(read: Read) -> None:
    assert read("contact: jane@example.org").unknown == (("contact", "jane@example.org"),)


def test_quoted_phrases_and_minus_are_understood(read: Read) -> None:
    query = read('"youth justice" -custody')
    assert (query.phrases, query.excluded, query.words) == (("youth justice",), ("custody",), ())


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("youth justice", Intent.FIND),
        ("who is doing something about exclusions?", Intent.FIND),
        ("who do I talk to about exclusions?", Intent.CONTACT),
        ("who runs the interview panels?", Intent.CONTACT),
        ("contact for therapy", Intent.CONTACT),
        ("contact grassroots grants", Intent.CONTACT),
        ("interview panels contact person", Intent.CONTACT),
        ("contact centres", Intent.FIND),
        ("contact workers", Intent.FIND),
        ("contact after adoption", Intent.FIND),
        ("contact with parents", Intent.FIND),
        ("contact arrangements for therapy", Intent.FIND),
        ("what is Lewisham doing?", Intent.AUTHORITY),
        ("anything from Leeds?", Intent.AUTHORITY),
        ("Hackney", Intent.AUTHORITY),
        ("compare Hackney and Lewisham", Intent.COMPARE),
        ("browse", Intent.BROWSE),
        ("", Intent.BROWSE),
        ("help", Intent.HELP),
        ("how does this work?", Intent.HELP),
        ("what can I do about exclusions", Intent.FIND),
        ("who managed to end exclusions", Intent.FIND),
        ("who's the inclusion lead in Hackney", Intent.CONTACT),
        ("whos the lead for exclusions", Intent.CONTACT),
        ("person leading anti-racism in Leeds", Intent.CONTACT),
        ("name of the person running the panels", Intent.CONTACT),
        ("can I speak to someone about exclusions", Intent.CONTACT),
        ("I need a contact for exclusions", Intent.CONTACT),
        ("who can help me with interview panels?", Intent.CONTACT),
        ("who is Amina Patel?", Intent.CONTACT),
        ("Contact Amina Patel", Intent.CONTACT),
        ("who looks after the panels?", Intent.CONTACT),
        ("who looks after black children in care?", Intent.FIND),
        ("who is behind bars?", Intent.FIND),
        ("contact in kinship placements", Intent.FIND),
        ("contact for black children with birth parents", Intent.FIND),
        ("supervised contact", Intent.FIND),
        ("who do I contact about sibling placements?", Intent.CONTACT),
        ("I need a contact for kinship placements", Intent.CONTACT),
        ("hello there", Intent.HELP),
        ("hi, what can you do?", Intent.HELP),
        ("how do I use this please", Intent.HELP),
        ("list all themes please", Intent.BROWSE),
        ("show me everything you have", Intent.BROWSE),
        ("exclusions contact?", Intent.CONTACT),
        ("exclusions: got a name?", Intent.CONTACT),
        ("need a name and number for exclusions", Intent.CONTACT),
        ("is there somebody at another council I could ring about exclusions", Intent.CONTACT),
        ("which officer should I call about exclusions", Intent.CONTACT),
        ("who has done exclusions and would be willing to chat", Intent.CONTACT),
        ("could anyone talk to me about exclusions", Intent.CONTACT),
        ("please introduce me to somebody doing exclusions", Intent.CONTACT),
        ("what is the name of the lead for exclusions", Intent.CONTACT),
        ("do you know anyone who has done exclusions", Intent.CONTACT),
        ("how do I talk to anyone about exclusions", Intent.FIND),
        ("how do staff speak to somebody about exclusions", Intent.FIND),
        ("has anyone used football to talk to children", Intent.FIND),
        ("I don't need a contact, just exclusions", Intent.FIND),
        ("exclusions compared to white pupils", Intent.FIND),
        ("exclusions in Hackney compared with Leeds", Intent.COMPARE),
        ("contact centre", Intent.FIND),
        ("phone use in schools", Intent.FIND),
        ("white vs black exclusions", Intent.FIND),
        ("how does adultification differ for girls", Intent.FIND),
        ("Hackney vs Lewisham on exclusions", Intent.COMPARE),
        ("difference between Leeds and Hackney", Intent.COMPARE),
        ("latest", Intent.BROWSE),
        ("what's new?", Intent.BROWSE),
        ("what has been added lately", Intent.BROWSE),
        ("most recent initiatives", Intent.BROWSE),
        ("recent work on exclusions", Intent.FIND),
    ],
)
def test_the_intent_is_read_from_the_wording(read: Read, text: str, intent: Intent) -> None:
    assert read(text).intent is intent


def test_question_words_and_politeness_are_dropped(read: Read) -> None:
    assert read("Hello, could you please tell me what there is about therapy? Thank you").words == ("therapy",)


@pytest.mark.parametrize("text", ["therapy please? cc", "FAO all: therapy"])
def test_whom_a_message_is_meant_for_as_well_is_no_part_of_the_question(read: Read, text: str) -> None:
    assert read(text).words == ("therapy",)


def test_words_that_only_ask_for_a_person_are_dropped(read: Read) -> None:
    assert read("who should I speak to about therapy?").words == ("therapy",)


def test_a_theme_is_understood_by_its_name(read: Read) -> None:
    assert read("youth justice").themes == ("youth-justice",)


def test_a_theme_is_understood_through_a_synonym(read: Read) -> None:
    assert "youth-justice" in read("YOT").themes


def test_hidden_wording_is_never_shown(read: Read) -> None:
    query = read("BAME interview panels")
    shown = " ".join([*query.words, *(piece.label for piece in query.pieces)])
    assert "bame" not in shown.lower()
    assert "global majority" in shown


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("youth justice in Hackney", "authority"),
        ("exclusions in the North West", "region"),
        ("theme:exclusions therapy", "theme"),
    ],
)
def test_asking_without_a_piece_is_rid_of_it(read: Read, text: str, kind: str) -> None:
    piece = next(piece for piece in read(text).pieces if piece.kind == kind)
    assert piece.label not in [other.label for other in read(piece.without).pieces]


def test_asking_without_one_piece_keeps_the_others(read: Read) -> None:
    query = read("youth justice in Hackney and Lewisham")
    hackney = next(piece for piece in query.pieces if piece.label == "authority: Hackney")
    again = read(hackney.without)
    assert (authorities(again), again.themes) == (["Lewisham"], ("youth-justice",))


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("therapy evidence:stellar", (("evidence", "stellar"),)),
        (
            "therapy in:narnia theme:dragons category:cats",
            (("in", "narnia"), ("theme", "dragons"), ("category", "cats")),
        ),
        ("therapy in:hackney evidence:evaluated", ()),
        ("I am interested in: therapy", ()),
    ],
)
def test_filters_that_name_nothing_known_are_told_and_searched_for(
    read: Read, text: str, unknown: tuple[tuple[str, str], ...]
) -> None:
    query = read(text)
    assert query.unknown == unknown
    assert {value for _, value in unknown} <= set(query.words)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("how do I use this thing?", Intent.HELP),
        ("what is this bot for", Intent.HELP),
        ("who are you?", Intent.HELP),
        ("how do I share our work", Intent.HELP),
        ("submit an initiative", Intent.HELP),
        ("please remove my name", Intent.HELP),
        ("delete my data", Intent.HELP),
        ("my name is wrong on an entry, how do I get it off", Intent.HELP),
        ("take me off the list", Intent.HELP),
        ("how do I share?", Intent.HELP),
        ("is this confidential?", Intent.HELP),
        ("who can see what I ask?", Intent.HELP),
        ("are you human?", Intent.HELP),
        ("can you help me?", Intent.HELP),
        ("tell me more about the second one", Intent.HELP),
        ("more results", Intent.HELP),
        ("stop", Intent.HELP),
        ("test 123", Intent.HELP),
        ("nice one, that's useful", Intent.HELP),
        ("sorry", Intent.HELP),
        ("oops, wrong chat", Intent.HELP),
        ("was it helpful", Intent.FIND),
        ("stop therapy", Intent.FIND),
        ("help for parents", Intent.FIND),
        ("is therapy confidential?", Intent.FIND),
        ("second language", Intent.FIND),
        ("share learning across schools", Intent.FIND),
        ("remove names from applications", Intent.FIND),
        ("topics", Intent.BROWSE),
        ("all initiatives", Intent.BROWSE),
        ("list of projects", Intent.BROWSE),
        ("projects on hair", Intent.FIND),
        ("show all authorities", Intent.BROWSE),
        ("Lewisham v Hackney on therapy", Intent.COMPARE),
        ("people to talk to about therapy", Intent.CONTACT),
        ("whose number do I need for therapy", Intent.CONTACT),
        ("therapy email", Intent.CONTACT),
        ("bullying by email", Intent.FIND),
        ("zainab patel email", Intent.CONTACT),
        ("youth panel number", Intent.FIND),
        ("getting people to talk to children", Intent.FIND),
        ("how do I get my white colleagues to talk about therapy?", Intent.FIND),
        ("how do I get hold of the therapy lead", Intent.CONTACT),
    ],
)
def test_what_is_wanted_of_the_tool_itself_is_told_from_what_is_looked_for(
    read: Read, text: str, intent: Intent
) -> None:
    assert read(text).intent is intent
    assert intent is not Intent.HELP or not read(text).pieces


def test_a_long_question_is_cut_and_says_so(read: Read) -> None:
    query = read("therapy " * 100)
    assert query.cut
    assert len(query.text) <= 200


def test_a_short_question_is_not_cut(read: Read) -> None:
    assert not read("therapy").cut


def test_a_body_named_in_ordinary_words_does_not_narrow(read: Read) -> None:
    assert read("youth justice board action log").authorities == ()


def test_a_body_named_with_capitals_does(read: Read) -> None:
    assert authorities(read("what has the Youth Justice Board found")) == ["Youth Justice Board"]


@pytest.mark.parametrize("text", ["YOTs", "YOT's", "YOT"])
def test_an_abbreviation_is_understood_in_the_plural(read: Read, text: str) -> None:
    assert read(text).themes == ("youth-justice",)


def test_a_place_in_a_question_for_somebody_there_is_no_word(read: Read) -> None:
    query = read("who at Hackney could I call about exclusions?")
    assert (query.intent, authorities(query), query.words) == (Intent.CONTACT, ["Hackney"], ("exclusions",))


def test_initials_that_places_without_practice_share_are_sooner_the_fields_own_abbreviation() -> None:
    register = Register.of(
        Authority(name, name, "England", "London", None, ("PCC",)) for name in ("Plymtown", "Peterstown")
    )
    lists = replace(
        LISTS, register=register, synonyms=(*LISTS.synonyms, Synonym(("PCC",), ("police commissioner",), 0.9))
    )
    assert authorities(SearchEngine.build((), lists).understand("PCC")) == []


def with_synonyms(*synonyms: Synonym) -> SearchEngine:
    return SearchEngine.build((), replace(LISTS, synonyms=(*LISTS.synonyms, *synonyms)))


@pytest.mark.parametrize(("text", "understood"), [("SEND", True), ("send support", True), ("sending home", False)])
def test_an_abbreviation_has_no_other_forms(text: str, understood: bool) -> None:
    lists = replace(LISTS, themes=(Theme("send", "Special needs", ("SEND",)),), synonyms=())
    assert ("send" in SearchEngine.build((), lists).understand(text).themes) is understood


@pytest.mark.parametrize("text", ["we'd", "They’ll", "who've", "I'm"])
def test_a_pronoun_with_its_verb_is_no_word_to_look_for(read: Read, text: str) -> None:
    assert read(f"{text} exclusions").words == ("exclusions",)


def test_of_two_wordings_that_overlap_the_one_that_says_more_counts() -> None:
    engine = with_synonyms(
        Synonym(("harm in child",), ("injury",), 0.7), Synonym(("child protection",), ("safeguarding",), 0.95)
    )
    pieces = engine.understand("harm in child protection").pieces
    assert [piece.label for piece in pieces] == ["harm", "child protection"]


def test_an_abbreviation_has_no_other_forms_inside_a_wording_either() -> None:
    lists = replace(
        LISTS,
        themes=(Theme("send", "Special needs", ("SEND",)),),
        synonyms=(Synonym(("sending children away",), ("residential",), 0.8),),
    )
    (idea,) = SearchEngine.build((), lists).understand("sending children away").ideas
    assert all(one.term != "theme/send" for part in idea.parts for one in part.alternatives)


def test_two_slips_side_by_side_are_each_put_right(read: Read) -> None:
    assert [one.meant for one in read("yuoth justce").corrections] == ["youth", "justice"]


@pytest.mark.parametrize("text", ["please send exclusions", "can you send me exclusions", "send it: exclusions"])
def test_asking_to_be_sent_something_is_not_asking_about_send(read: Read, text: str) -> None:
    assert read(text).words == ("exclusions",)


@pytest.mark.parametrize("text", ["SEND me exclusions", "send support for exclusions"])
def test_send_is_kept_where_it_is_no_verb(read: Read, text: str) -> None:
    assert "send" in read(text).words


def test_an_abbreviation_beside_what_it_stands_for_is_asked_for_once(engine: SearchEngine) -> None:
    both = engine.understand("youth offending team (YOT)")
    assert isinstance(both, Reading)
    assert [idea.label for idea in both.ideas] == ["youth offending team"]
    assert both.words == ("youth", "offending", "team", "yot")


def test_an_abbreviation_in_the_plural_is_no_small_word() -> None:
    lists = replace(LISTS, synonyms=(*LISTS.synonyms, Synonym(("TA", "teaching assistant"), ("school staff",), 0.9)))
    assert SearchEngine.build([], lists).understand("TAs").words == ("ta",)


def test_pre_and_post_is_not_one_word(read: Read) -> None:
    assert read("pre and post survey").words == ("pre", "post", "survey")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("who's the inclusion lead in Hackney", ("inclusion",)),
        ("name of the person running the panels", ("panels",)),
        ("contact in kinship placements", ("contact", "kinship", "placements")),
        ("how does adultification differ for girls", ("adultification", "differ", "girls")),
        ("white vs black exclusions", ("white", "black", "exclusions")),
    ],
)
def test_what_is_asked_about_is_never_dropped_with_the_asking(read: Read, text: str, words: tuple[str, ...]) -> None:
    assert read(text).words == words


@pytest.mark.parametrize("text", ["what is new?", "what has been added lately", "recent additions"])
def test_asking_for_everything_is_about_none_of_its_words(read: Read, engine: SearchEngine, text: str) -> None:
    query = read(text)
    assert (query.intent, query.words) == (Intent.BROWSE, ())
    assert engine.find(query, member=ANYONE, limit=5).total == 0


def test_an_abbreviation_that_ends_in_s_anyway_keeps_it(read: Read) -> None:
    assert (read("SATs").words, read("YOTs").words) == (("sats",), ("yot",))


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ('a child says "go home to your country"', ()),
        ('staff said to us: "we treat them all the same"', ()),
        ('work called "Hello cards"', ("Hello cards",)),
        ('tell me about "interview panels"', ("interview panels",)),
        ('"interview panels" said', ("interview panels",)),
    ],
)
def test_what_somebody_said_is_no_exact_phrase(read: Read, text: str, phrases: tuple[str, ...]) -> None:
    assert read(text).phrases == phrases


@pytest.mark.parametrize("page", ["https://hackney.gov.uk/panels", "(https://hackney.gov.uk)", "www.hackney.gov.uk"])
def test_a_page_beside_a_question_is_no_part_of_it(read: Read, page: str) -> None:
    query = read(f"therapy like {page}")
    assert (authorities(query), query.words) == ([], ("therapy",))


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("where do I send our therapy form", True),
        ("they send children", True),
        ("schools send therapy", False),
        ("schools send pupils to therapy", True),
        ("send this to therapy", True),
        ("send and therapy", False),
        ("SEND our therapy", False),
    ],
)
def test_send_is_the_verb_where_somebody_sends_something(read: Read, text: str, sent: bool) -> None:
    assert ("send" not in read(text).words) is sent


def test_the_same_words_twice_are_asked_for_once(read: Read) -> None:
    query = read("exclusions of girls, and what heads say of exclusions")
    assert isinstance(query, Reading)
    assert [idea.label for idea in query.ideas].count("exclusions") == 1


@pytest.mark.parametrize(
    ("text", "parts"),
    [("D&I lead for exclusions", {"lead", "exclusion"}), ("head of safeguarding", {"head", "safeguard"})],
)
def test_a_post_is_looked_for_among_contacts_without_letters_and_small_words(
    read: Read, text: str, parts: set[str]
) -> None:
    reading = read(text)
    assert isinstance(reading, Reading)
    named = {one.term for idea in reading.ideas for one in idea.alternatives if one.term.startswith("contact/")}
    assert named == {f"contact/{part}" for part in parts}
