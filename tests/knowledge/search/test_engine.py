from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from knowledge.domain.initiative import Evidence, Visibility
from knowledge.domain.lists import Lists, Synonym
from knowledge.domain.member import ANYONE, Member, Role
from knowledge.domain.query import Found, Query
from knowledge.search.engine import SearchEngine
from knowledge.search.index.gathering import Dictionaries
from knowledge.search.index.snapshot import Snapshot
from knowledge.search.lists.thesaurus import Thesaurus
from tests.bench import generator
from tests.knowledge.search.conftest import LIBRARY, LISTS, initiative

Ask = Callable[..., Found]
Ids = Callable[..., list[str]]


def test_the_best_match_comes_first(ids: Ids) -> None:
    assert ids("interview panels")[0] == "haringey-panels"


@pytest.mark.parametrize("text", ["exclusions", "suspensions", "exlusions", "excluded", "kicked out of school"])
def test_one_thing_is_found_by_any_wording(ids: Ids, text: str) -> None:
    assert ids(text)[0] == "hackney-exclusions"


def test_a_theme_finds_all_that_is_filed_under_it(ids: Ids) -> None:
    assert {"hackney-justice", "lewisham-justice", "yjb-examples"} == set(ids("youth justice"))


def test_an_abbreviation_finds_what_it_stands_for(ids: Ids) -> None:
    assert {"hackney-justice", "lewisham-justice"} <= set(ids("YOT"))


def test_words_that_have_changed_find_the_present_ones(ids: Ids) -> None:
    assert ids("BAME staff on panels")[0] == "haringey-panels"


def test_an_authority_narrows_to_its_own_work(ask: Ask, ids: Ids) -> None:
    assert ids("youth justice in Hackney") == ["hackney-justice"]
    assert ask("youth justice in Hackney").total == 1


def test_several_authorities_narrow_to_all_of_theirs(ids: Ids) -> None:
    assert set(ids("youth justice in Hackney and Lewisham")) == {"hackney-justice", "lewisham-justice"}


def test_an_authority_alone_lists_all_its_work(ids: Ids) -> None:
    assert set(ids("what is Hackney doing?")) == {"hackney-justice", "hackney-exclusions"}


def test_an_authority_without_work_of_its_own_is_found_where_others_name_it() -> None:
    pan_london = initiative("pan-london", "Hackney", "Shared fund", "Newport and Bury took part.", "youth-justice")
    library = [one for one in LIBRARY if one.authority != "Newport"]
    engine = SearchEngine.build([*library, pan_london], LISTS)
    found = engine.find(engine.understand("what is Newport doing?"), member=ANYONE, limit=10)
    assert [one.id for one in found.matches] == ["pan-london"]
    assert found.explain() == [("mentions: Newport",)]
    assert not engine.find(engine.understand("therapy in Newport"), member=ANYONE, limit=10).matches
    # "Bury" is a word too, so what holds it need not mean the place.
    assert not engine.find(engine.understand("what is Bury doing?"), member=ANYONE, limit=10).matches


@pytest.mark.parametrize(
    ("text", "words"),
    [("children looked after", ["children", "looked after"]), ("looking after children", ["children"])],
)
def test_wording_of_mere_small_words_has_no_other_form(text: str, words: list[str]) -> None:
    lists = replace(LISTS, synonyms=(*LISTS.synonyms, Synonym(("looked after",), ("care",), 0.9)))
    query = SearchEngine.build(LIBRARY, lists).understand(text)
    assert [piece.label for piece in query.pieces] == words


@pytest.mark.parametrize(("text", "words"), [("coloureds", ["police"]), ("coloured paper", ["coloured", "paper"])])
def test_hidden_wording_has_no_other_form(text: str, words: list[str]) -> None:
    lists = replace(LISTS, synonyms=(*LISTS.synonyms, Synonym(("coloureds",), ("police",), 0.9, hidden=True)))
    query = SearchEngine.build(LIBRARY, lists).understand(text)
    assert [piece.label for piece in query.pieces] == words


def test_an_authority_with_work_of_its_own_is_not_looked_for_elsewhere() -> None:
    other = initiative("other", "Leeds", "Learning from Hackney", "Leeds visited Hackney.", "youth-justice")
    engine = SearchEngine.build([*LIBRARY, other], LISTS)
    found = engine.find(engine.understand("what is Hackney doing?"), member=ANYONE, limit=10)
    assert "other" not in [one.id for one in found.matches]
    found = engine.find(engine.understand("learning visits in Hackney"), member=ANYONE, limit=10)
    assert [one.id for one in found.matches] == ["other"]


def test_a_region_narrows_to_its_authorities(ids: Ids) -> None:
    assert set(ids("youth justice in London")) == {"hackney-justice", "lewisham-justice"}


def test_a_nation_narrows_to_its_authorities(ids: Ids) -> None:
    assert ids("racism in Welsh schools") == ["newport-audit"]


def test_an_authority_inside_a_named_region_wins(ids: Ids) -> None:
    assert ids("youth justice in Hackney, London") == ["hackney-justice"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("theme:mental-health", {"barking-therapy", "leeds-grants"}),
        ("category:within-organisation", {"haringey-panels"}),
        ("evidence:evaluated", {"lewisham-justice"}),
        ('contact:"director of education"', {"hackney-exclusions"}),
        ("in:LBBD", {"barking-therapy"}),
        ("theme:mental-health in:leeds", {"leeds-grants"}),
        ("youth justice evidence:evaluated", {"lewisham-justice"}),
    ],
)
def test_explicit_filters_are_kept_to(ids: Ids, text: str, found: set[str]) -> None:
    assert set(ids(text)) == found


def test_whose_initiatives_there_are_is_told_to_those_who_may_see_them(engine: SearchEngine) -> None:
    assert engine.authorities(ANYONE) == [
        "Barking and Dagenham", "Hackney", "Haringey", "Leeds", "Lewisham", "Newport", "Youth Justice Board",
    ]  # fmt: skip
    hidden = SearchEngine.build([one for one in LIBRARY if one.visibility is Visibility.AUTHORITY], LISTS)
    assert hidden.authorities(ANYONE) == []
    assert hidden.authorities(Member(authorities=frozenset({"Lewisham"}))) == ["Lewisham"]


def test_a_quoted_phrase_must_stand_as_it_is(ids: Ids) -> None:
    assert ids('"permanent exclusion"') == ["hackney-exclusions"]
    assert ids('"exclusion permanent"') == []


def test_minus_leaves_out(ids: Ids) -> None:
    assert "lewisham-justice" not in ids("youth justice -trauma")


def test_a_minus_phrase_leaves_out_only_the_phrase(ids: Ids) -> None:
    found = ids('youth justice -"black children"')
    assert "lewisham-justice" not in found
    assert "hackney-justice" in found


def test_a_contact_is_found_by_name(ids: Ids) -> None:
    assert ids("who is Lisa Aldridge?")[0] == "hackney-justice"


@pytest.mark.parametrize(
    "text",
    [
        "bin collection",
        "potholes on my road",
        "asdfgh qwerty",
        "school bus passes",
        "how do I book a swimming lesson",
        "!!!",
    ],
)
def test_what_nothing_answers_gets_nothing(ask: Ask, text: str) -> None:
    found = ask(text)
    assert (found.total, found.matches) == (0, ())


def test_scores_lie_between_0_and_1_and_fall(ask: Ask) -> None:
    scores = [match.score for match in ask("youth justice").matches]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_pages_follow_each_other_without_gap_or_overlap(ids: Ids) -> None:
    assert ids("youth justice", limit=1) + ids("youth justice", limit=1, offset=1) == ids("youth justice")[:2]


def test_the_total_does_not_depend_on_the_page(ask: Ask) -> None:
    assert ask("youth justice", limit=1).total == ask("youth justice").total == ask("youth justice", offset=50).total


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("youth justice", "theme: youth justice"),
        ("interview panels", "title: interview panels"),
        ("therapy in LBBD", "authority: Barking and Dagenham"),
        ("counselling", "related words: therapy"),
        ("-therapy", "what it leaves out: therapy"),
        ("outside London", "what it leaves out: London"),
    ],
)
def test_each_match_says_why(ask: Ask, text: str, reason: str) -> None:
    assert reason in ask(text).explain()[0]


def test_reasons_never_show_hidden_wording(ask: Ask) -> None:
    assert "BAME" not in str(ask("BAME interview panels").matches)


def test_stronger_evidence_breaks_a_tie() -> None:
    alike = ("Hackney", "Reverse mentoring", "Pupils mentor head teachers.", "workforce")
    engine = SearchEngine.build(
        [initiative("a", *alike), initiative("b", "Lewisham", *alike[1:], evidence=Evidence.EVALUATED)], LISTS
    )
    found = engine.find(engine.understand("reverse mentoring"), member=Member(), limit=2)
    assert [match.id for match in found.matches] == ["b", "a"]


def test_the_same_initiative_told_twice_is_shown_once() -> None:
    told = ("Hackney", "Reverse mentoring", "Pupils mentor head teachers about race every term.", "workforce")
    engine = SearchEngine.build([initiative("one", *told), initiative("two", *told)], LISTS)
    found = engine.find(engine.understand("reverse mentoring"), member=Member(), limit=5)
    assert (found.total, [match.id for match in found.matches]) == (1, ["one"])


def test_the_same_title_at_two_authorities_is_two_initiatives() -> None:
    told = ("Reverse mentoring", "Pupils mentor head teachers about race every term.", "workforce")
    engine = SearchEngine.build([initiative("one", "Hackney", *told), initiative("two", "Lewisham", *told)], LISTS)
    assert engine.find(engine.understand("reverse mentoring"), member=Member(), limit=5).total == 2


@pytest.mark.parametrize(
    ("member", "seen"),
    [
        (Member(), False),
        (Member(authorities=frozenset({"Hackney"})), False),
        (Member(authorities=frozenset({"Lewisham"})), True),
        (Member(roles=frozenset({Role.ADMIN})), True),
    ],
)
def test_what_is_for_an_authority_is_found_by_its_members_only(ids: Ids, member: Member, seen: bool) -> None:
    assert ("lewisham-hidden" in ids("confidential zebrafish casework", member=member)) is seen
    assert ("lewisham-hidden" in ids("Lewisham", member=member)) is seen


def test_a_plain_query_is_read_again_from_its_text(engine: SearchEngine) -> None:
    found = engine.find(Query("interview panels"), member=Member(), limit=1)
    assert found.matches[0].id == "haringey-panels"


def test_an_empty_store_answers_nothing_and_still_leads_somewhere() -> None:
    engine = SearchEngine.build([], LISTS)
    found = engine.find(engine.understand("youth justice"), member=Member(), limit=5)
    assert found.total == 0
    assert found.suggestions


def test_a_search_without_any_lists_still_finds() -> None:
    engine = SearchEngine.build(LIBRARY, Lists())
    found = engine.find(engine.understand("diverse interview panels"), member=Member(), limit=5)
    assert found.matches[0].id == "haringey-panels"


def test_words_that_say_little_beside_a_place_ask_for_all_it_has(ids: Ids) -> None:
    assert set(ids("Welsh initiatives")) == {"newport-audit"}


def test_an_abbreviation_finds_what_an_entry_spells_out_beside_it() -> None:
    lists = replace(LISTS, synonyms=(Synonym(("EMAS", "ethnic minority achievement service"), ("attainment",), 0.8),))
    spelt = initiative("spelt", "Leeds", "Drama with the ethnic minority achievement service", "Plays by pupils.")
    engine = SearchEngine.build([spelt], lists)
    found = engine.find(engine.understand("EMAS"), member=ANYONE, limit=3)
    assert [match.id for match in found.matches] == ["spelt"]


def test_a_post_that_is_named_is_looked_for_among_contacts(ids: Ids) -> None:
    assert ids("Hackney's head of safeguarding")[0] == "hackney-justice"


def test_a_twin_that_only_its_authority_sees_hides_nothing_from_others() -> None:
    told = ("Hackney", "Reverse mentoring", "Pupils mentor head teachers about race every term.", "workforce")
    hidden = initiative("one", *told, visibility=Visibility.AUTHORITY)
    engine = SearchEngine.build([hidden, initiative("two", *told)], LISTS)
    found = engine.find(engine.understand("reverse mentoring"), member=ANYONE, limit=5)
    assert [match.id for match in found.matches] == ["two"]


@pytest.mark.parametrize(
    ("limits", "seen"), [(frozenset(), 1), (frozenset({(Role.LEAD, "Leeds")}), 0)], ids=["everywhere", "of another"]
)
def test_a_lead_of_every_authority_sees_what_is_for_one(limits: frozenset[tuple[Role, str]], seen: int) -> None:
    hidden = initiative("one", "Hackney", "Reverse mentoring", "Pupils mentor.", visibility=Visibility.AUTHORITY)
    lead = Member(frozenset({Role.LEAD}), key="T1:U1", limits=limits)
    engine = SearchEngine.build([hidden], LISTS)
    assert engine.find(engine.understand("reverse mentoring"), member=lead, limit=5).total == seen


#: "Jailed" leads to "custody", and that to "secure estate".
STEPS = replace(
    LISTS,
    synonyms=(Synonym(("jailed",), ("custody",), 0.9), Synonym(("custody",), ("secure estate",), 0.9)),
)


def test_a_synonym_of_a_synonym_is_found_after_the_synonym() -> None:
    near = initiative("near", "Leeds", "Grandmothers in custody", "Visits.")
    far = initiative("far", "Leeds", "Grandmothers and the secure estate", "Visits.")
    engine = SearchEngine.build([far, near, *LIBRARY], STEPS)
    found = engine.find(engine.understand("grandmothers jailed"), member=ANYONE, limit=5)
    assert [match.id for match in found.matches][:2] == ["near", "far"]
    assert found.explain()[1] == ("title: grandmothers", "related words: secure estate")


#: What is said of jailed people in other words, loosely and all but exactly.
LOOSE, CLOSE = (
    replace(LISTS, synonyms=(Synonym(("jailed",), ("custody", "prison"), weight),)) for weight in (0.9, 0.95)
)


@pytest.mark.parametrize(("lists", "first"), [(LOOSE, "itself"), (CLOSE, "otherwise")], ids=["loose", "close"])
def test_the_word_itself_comes_before_all_synonyms_but_those_that_say_the_same(lists: Lists, first: str) -> None:
    itself = initiative("itself", "Leeds", "Grandmothers", "Visits to the jailed.")
    otherwise = initiative("otherwise", "Leeds", "Custody and prison", "Prison visits, and visits in custody.")
    engine = SearchEngine.build([otherwise, itself, *LIBRARY], lists)
    found = [match.id for match in engine.find(engine.understand("jailed"), member=ANYONE, limit=5).matches]
    assert found == [first, *({"itself", "otherwise"} - {first})]


def test_of_two_with_the_word_itself_the_one_with_a_synonym_too_comes_first() -> None:
    plain = initiative("a-plain", "Leeds", "Grandmothers", "Visits to the jailed.")
    both = initiative("both", "Leeds", "Grandmothers", "Visits to the jailed in custody.")
    engine = SearchEngine.build([plain, both, *LIBRARY], LOOSE)
    found = [match.id for match in engine.find(engine.understand("jailed"), member=ANYONE, limit=5).matches]
    assert found == ["both", "a-plain"]


def test_several_synonyms_say_more_than_one() -> None:
    one = initiative("a-one", "Leeds", "Grandmothers", "Visits in prison.")
    other = initiative("b-other", "Leeds", "Grandmothers", "Visits in custody.")
    two = initiative("two", "Leeds", "Grandmothers", "Visits in prison and custody.")
    engine = SearchEngine.build([one, other, two, *LIBRARY], LOOSE)
    found = [match.id for match in engine.find(engine.understand("jailed"), member=ANYONE, limit=5).matches]
    assert found == ["two", "a-one", "b-other"]


def test_a_synonym_of_a_synonym_is_no_answer_by_itself() -> None:
    far = initiative("far", "Leeds", "Letters to the secure estate", "Visits for families.")
    engine = SearchEngine.build([far, *LIBRARY], STEPS)
    assert engine.find(engine.understand("jailed"), member=ANYONE, limit=5).total == 0


def test_words_that_the_lists_know_decide_a_long_question() -> None:
    about = initiative("about", "Leeds", "Families and custody", "Visits.")
    colour = initiative("colour", "Leeds", "Kettle and window", "Home.")
    engine = SearchEngine.build([colour, about, *LIBRARY], STEPS)
    text = "does a kettle or a window matter to families of the jailed?"
    assert engine.find(engine.understand(text), member=ANYONE, limit=1).matches[0].id == "about"


def test_words_of_a_phrase_that_stand_apart_are_a_reason_too() -> None:
    apart = initiative("apart", "Leeds", "Justice for youth", "Courts.")
    engine = SearchEngine.build([apart], LISTS)
    assert engine.find(engine.understand("youth justice"), member=ANYONE, limit=1).explain() == [
        ("words: youth, justice",)
    ]


def test_a_word_is_said_in_the_form_that_the_initiative_has_it() -> None:
    told = initiative("told", "Leeds", "The city measures up", "What the measures changed.", "workforce")
    engine = SearchEngine.build((told,), LISTS)
    for asked, reason in (("cities", "title: city"), ("measuring", "title: measures"), ("measures", "title: measures")):
        assert engine.find(engine.understand(asked), member=ANYONE, limit=1).explain() == [(reason,)]


def test_a_theme_whose_name_has_the_word_is_said_whole() -> None:
    filed = initiative("filed", "Leeds", "A pledge", "Signed by many.", "youth-justice")
    engine = SearchEngine.build((filed,), LISTS)
    assert engine.find(engine.understand("justice"), member=ANYONE, limit=1).explain() == [("theme: youth justice",)]


def test_a_word_of_the_same_family_is_said_as_it_is_written() -> None:
    told = initiative("told", "Leeds", "A review of panels", "Managers reviewed every panel.", "workforce")
    engine = SearchEngine.build((told, *LIBRARY), LISTS)
    assert engine.find(engine.understand("reviewer"), member=ANYONE, limit=1).explain() == [("title: review",)]


def test_of_several_themes_and_places_only_those_that_fit_are_reasons(ask: Ask) -> None:
    found = ask("theme:youth-justice theme:exclusions")
    themes = {match.id: why for match, why in zip(found.matches, found.explain(), strict=True)}
    assert {themes["lewisham-justice"], themes["hackney-exclusions"]} == {
        ("theme: Youth justice",),
        ("theme: Exclusions",),
    }
    assert set(ask("Wales vs London").explain()) == {("nation: Wales",), ("region: London",)}


def test_a_place_is_reason_enough_where_nothing_else_was_asked(ask: Ask) -> None:
    assert set(ask("Wales").explain()) == {("nation: Wales",)}


@pytest.mark.parametrize("text", ["help", "what can you do for me?"])
def test_asking_for_help_is_no_search_for_the_word(text: str) -> None:
    engine = SearchEngine.build([initiative("one", "Leeds", "Help for families", "What families can do.")], LISTS)
    found = engine.find(engine.understand(text), member=ANYONE, limit=5)
    assert found.total == 0
    assert found.suggestions


@pytest.mark.parametrize(
    ("summary", "phrases"),
    [
        ("The youth justice service.", ["youth justic servic"]),
        ("Youth justice for everybody.", []),
        ("The youth offending team.", ["youth offend", "youth offend team"]),
        ("Youth offending, and another team.", ["youth offend"]),
    ],
)
def test_a_phrase_is_held_where_all_its_words_stand(summary: str, phrases: list[str]) -> None:
    shared = Dictionaries(Thesaurus(LISTS.synonyms, ()).phrases, {}, LISTS.register)
    snapshot = Snapshot.of([initiative("one", "Leeds", "Here", summary)], shared)
    every = ("youth justic servic", "youth offend", "youth offend team")
    assert [phrase for phrase in every if snapshot.postings(phrase)] == phrases


def test_what_states_its_impact_can_be_asked_for() -> None:
    told = (
        initiative("a-untold", "Leeds", "Pottery", "Pottery on Mondays."),
        initiative("b-told", "Leeds", "Pottery", "Pottery on Mondays.", impact="Fewer were sent home."),
    )
    data = Synonym(("impact data",), ("results",), 0.5)
    engine = SearchEngine.build(told, replace(LISTS, synonyms=(*LISTS.synonyms, data)))
    found = engine.find(engine.understand("pottery with impact data"), member=ANYONE, limit=2)
    assert found.matches[0].id == "b-told"
    assert "impact: stated" in found.explain()[0]
    assert "impact: stated" not in found.explain()[1]


def test_a_phrase_that_is_held_is_an_answer_whatever_little_words_stand_beside_it(ids: Ids) -> None:
    assert ids('who uses the "interview panels" idea') == ["haringey-panels"]


def test_rejecting_a_word_of_a_theme_leaves_what_is_only_filed_under_it() -> None:
    """ "Remand" hints at youth justice, and is not all of it."""
    filed = initiative("a-filed", "Leeds", "Pottery", "Pottery on Mondays.", "youth-justice")
    other = initiative("b-other", "Leeds", "Clay", "Pottery on Mondays.")
    engine = SearchEngine.build((filed, other), LISTS)
    found = engine.find(engine.understand("pottery, not remand"), member=ANYONE, limit=2)
    assert [one.id for one in found.matches] == ["a-filed", "b-other"]


def test_pages_far_down_go_on_where_those_before_end() -> None:
    made = [
        initiative(
            one.id, LISTS.register.authorities[number % 8].name, f"Mentoring {one.title}",
            f"{one.summary} {'boys' if number % 8 else ''}", "exclusions", impact=one.impact,
        )
        for number, one in enumerate(generator.initiatives(3_000))
    ]  # fmt: skip
    engine = SearchEngine.build(made, LISTS)
    query = engine.understand("mentoring boys")
    whole = engine.find(query, member=ANYONE, limit=10_000)
    assert (whole.total, len(whole.matches)) == (3_000, 3_000)
    for offset in (0, 1_000, 1_030, 1_500, 2_040, 2_048, 2_300, 2_995, 3_100):
        found = engine.find(query, member=ANYONE, limit=10, offset=offset)
        assert found.total == whole.total
        assert found.matches == whole.matches[offset : offset + 10]
