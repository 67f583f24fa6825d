from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from knowledge.domain.lists import Lists, Synonym
from knowledge.domain.member import ANYONE
from knowledge.domain.query import Intent, Query
from knowledge.search.engine import SearchEngine
from knowledge.search.language.english import common_words
from knowledge.search.spelling.speller import DeletionIndex, Speller
from tests.knowledge.search.conftest import LISTS, REGISTER, initiative

Read = Callable[[str], Query]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("yuoth", "youth"),
        ("justce", "justice"),
        ("exlusions", "exclusions"),
        ("recuritment", "recruitment"),
        ("therpay", "therapy"),
        ("polcie", "police"),
        ("mentroing", "mentoring"),
        ("exclusinos", "exclusions"),
        ("xclusions", "exclusions"),
        ("wxclusions", "exclusions"),
        ("therrapy", "therapy"),
        ("disproportionalty", "disproportionality"),
    ],
)
def test_a_slip_is_put_right_and_said(read: Read, typed: str, meant: str) -> None:
    assert [(one.typed, one.meant) for one in read(typed).corrections] == [(typed, meant)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("policing and exclosoins", "exclusions"),
        ("nentorring", "mentoring"),
        ("owrk", "work"),
    ],
)
def test_two_slips_in_a_long_word_and_swapped_first_letters_are_put_right(read: Read, typed: str, meant: str) -> None:
    assert [one.meant for one in read(typed).corrections] == [meant]


@pytest.mark.parametrize(
    ("typed", "corrected"),
    [
        ("blsck children", [("blsck", "black")]),
        ("small geants", [("geants", "grants")]),
        ("mental heslth", [("heslth", "health")]),
        ("heslth", [("heslth", "health")]),
        ("cese studies", [("cese", "case")]),
        ("cese", [("cese", "case")]),
        ("cese police", [("cese", "case")]),
        ("grans police", []),
        ("CESE police", []),
        ("cse studies", [("cse", "case")]),
        ("cse", [("cse", "case")]),
        ("CSE", []),
        ("CSE studies", []),
    ],
)
def test_a_slip_in_a_short_word_is_put_right_where_it_fits_or_one_word_is_by_far_the_likeliest(
    read: Read, typed: str, corrected: list[tuple[str, str]]
) -> None:
    assert [(one.typed, one.meant) for one in read(typed).corrections] == corrected


@pytest.mark.parametrize(("typed", "meant"), [("wgat about police", "what"), ("police frmo Leeds", "from")])
def test_the_commonest_words_are_put_right_beside_anything(read: Read, typed: str, meant: str) -> None:
    assert [one.meant for one in read(typed).corrections] == [meant]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("atschool", "at school"),
        ("whomanages exclusions", "who manages"),
        ("youthjustce", "youth justice"),
        ("mentalheslth", "mental health"),
    ],
)
def test_words_run_together_are_parted_though_one_only_joins_or_has_a_slip(read: Read, typed: str, meant: str) -> None:
    assert [one.meant for one in read(typed).corrections] == [meant]


def test_a_name_is_not_parted_for_the_small_word_in_it(read: Read) -> None:
    assert read("Onschool").corrections == ()


@pytest.mark.parametrize("typed", ["Liza Aldridge", "liza aldridge", "who is Liza Aldridge?", "Liza Aldrige"])
def test_a_name_spelt_otherwise_than_the_contacts_own_is_put_right(read: Read, typed: str) -> None:
    name = "Lisa" if "Liza" in typed else "lisa"
    assert name in [one.meant for one in read(typed).corrections]


@pytest.mark.parametrize("typed", ["Liza Baker", "liza", "Liza and youth justice"])
def test_a_name_of_somebody_else_is_left_as_it_is(read: Read, typed: str) -> None:
    assert read(typed).corrections == ()


def test_a_missing_space_is_put_back(read: Read) -> None:
    query = read("youthjustice")
    assert (query.words, query.corrections[0].meant) == (("youth", "justice"), "youth justice")


@pytest.mark.parametrize(
    ("text", "words"),
    [("skincare", "skin care"), ("takeaway", "takeaway"), ("storybook", "storybook"), ("stopover", "stopover")],
)
def test_what_can_be_one_word_or_two_is_read_as_the_two_that_the_store_has_side_by_side(text: str, words: str) -> None:
    store = [initiative("skin", "Leeds", "Skin care packs", "Stop over a cup of tea, and take away a story or a book.")]
    query = SearchEngine.build(store, LISTS).understand(text)
    assert (" ".join(query.words), query.corrections) == (words, ())


def test_a_space_too_many_is_taken_out(read: Read) -> None:
    query = read("ex clusion")
    assert (query.words, query.corrections[0].meant) == (("exclusion",), "exclusion")


@pytest.mark.parametrize("word", ["PRY", "xyz", "ab", "YOX"])
def test_short_words_are_left_alone(read: Read, word: str) -> None:
    assert read(word).corrections == ()


@pytest.mark.parametrize("word", ["blorptang", "qwertyuiop", "zzzzzz", "asdfgh"])
def test_what_is_near_nothing_is_left_alone(read: Read, word: str) -> None:
    assert read(word).corrections == ()


def test_a_correction_is_undone_by_asking_as_it_says(read: Read) -> None:
    correction = read("youth justce in Hackney").corrections[0]
    again = read(correction.undone)
    assert again.corrections == ()
    assert again.phrases == ("justce",)


@pytest.mark.parametrize(
    "question", ["suspensiones in Hackney", "cop for Hackney schools", "work in:hakcny contact:polcie"]
)
def test_a_correction_is_undone_also_where_a_quoted_word_is_no_phrase(read: Read, question: str) -> None:
    corrections = read(question).corrections
    assert corrections
    for correction in corrections:
        assert correction.typed not in [one.typed for one in read(correction.undone).corrections]


def test_one_correction_is_undone_without_the_other(read: Read) -> None:
    first, second = read("yuoth therpay").corrections
    assert [one.typed for one in read(first.undone).corrections] == [second.typed]


def test_a_misspelt_authority_is_corrected_and_narrows(read: Read) -> None:
    query = read("therapy in Lewishm")
    assert [one.name for one in query.authorities] == ["Lewisham"]
    assert query.corrections[0].meant == "Lewisham"


def test_correct_words_are_never_corrected(read: Read) -> None:
    wrong = {word: one.meant for word in common_words() if len(word) > 3 for one in read(word).corrections}
    assert wrong == {}


def test_inflected_correct_words_are_never_corrected(read: Read) -> None:
    words = [
        "parking",
        "parked",
        "bins",
        "potholes",
        "running",
        "stopped",
        "planning",
        "churches",
        "babies",
        "happily",
        "kindness",
        "walked",
        "shops",
        "prices",
        "recycling",
        "fundraisers",
        "booking",
        "rooms",
        "passes",
        "taxes",
        "nurseries",
        "libraries",
        "swimming",
        "dancing",
        "painted",
        "teachers",
        "lessons",
        "marked",
        "markets",
        "bathing",
        "baths",
        "burying",
        "buried",
        "sailing",
        "sales",
        "shopping",
        "hopping",
        "baked",
        "cooked",
        "driving",
        "driven",
        "carers",
        "caring",
        "marking",
        "banking",
        "ranking",
        "barked",
        "dancing",
        "reader",
        "readers",
        "readable",
        "hacking",
        "locker",
        "lockers",
        "charging",
        "justify",
        "justified",
    ]
    wrong = {word: one.meant for word in words for one in read(word).corrections}
    assert wrong == {}


def test_words_within_two_slips_are_always_candidates() -> None:
    index = DeletionIndex(["exclusions", "exclusion", "recruitment", "youth"])
    assert "exclusions" in index.near("exlusinos")
    assert "recruitment" in index.near("recuritmnet")


def test_a_word_that_stands_in_the_store_more_often_wins() -> None:
    speller = Speller(["placed", "places"], lambda word: 5 if word == "places" else 1)
    assert speller.meant("placex") == "places"


@pytest.mark.parametrize("words", [("shop", "stop", "soup"), ("stop", "soup", "shop"), ("soup", "shop", "stop")])
def test_of_short_words_that_fit_alike_the_commonest_is_meant(words: tuple[str, ...]) -> None:
    speller = Speller(words, lambda word: 9 if word == "stop" else 1)
    assert speller.meant("snop", lambda word: True) == "stop"


def test_no_words_no_meaning() -> None:
    assert Speller([], lambda _: 0).meant("anything") is None


def test_a_prefix_written_apart_is_joined_without_a_word() -> None:
    told = initiative("one", "Leeds", "Over-representation in custody", "Why it is so.", "youth-justice")
    query = SearchEngine.build([told], LISTS).understand("over representation")
    assert (query.words, query.corrections) == (("overrepresentation",), ())


@pytest.mark.parametrize(
    ("typed", "meant", "understood"),
    [
        ("over representaion", "overrepresentation", "overrepresentation"),
        ("over-representaion", "overrepresentation", "overrepresentation"),
        ("atni representation", "antirepresentation", "antirepresentation"),
        ("cross-borogh", "cross borough", "cross borough"),
        ("over-polcing", "overpolicing", "overpolicing"),
        ("over borogh", "borough", "borough"),
    ],
)
def test_a_slip_behind_a_prefix_is_put_right(typed: str, meant: str, understood: str) -> None:
    told = initiative(
        "over", "Hackney", "Overrepresentation", "Antirepresentation, overpolicing. The borough's policing."
    )
    query = SearchEngine.build([told], LISTS).understand(typed)
    assert ([one.meant for one in query.corrections], " ".join(query.words)) == ([meant], understood)


@pytest.mark.parametrize("typed", ["over the borough", "over policing"])
def test_what_is_right_behind_a_prefix_is_left_as_it_is(typed: str) -> None:
    told = initiative("over", "Hackney", "Policing", "The borough's policing.")
    assert not SearchEngine.build([told], LISTS).understand(typed).corrections


def test_a_word_that_may_be_derived_is_corrected_only_to_its_twin(read: Read) -> None:
    assert [one.meant for one in read("governers").corrections] == ["governors"]
    assert read("readers").corrections == ()


def test_a_slip_in_the_asking_words_does_not_hide_what_is_asked_for(read: Read) -> None:
    query = read("who do I contcat about therapy?")
    assert (query.intent, query.words) == (Intent.CONTACT, ("therapy",))


def test_two_long_words_run_together_are_parted_though_never_seen_side_by_side(read: Read) -> None:
    assert read("teachersmentoring").corrections[0].meant == "teachers mentoring"


def test_a_letter_three_times_over_is_a_slip(read: Read) -> None:
    assert read("governorsss").corrections[0].meant == "governors"


@pytest.fixture
def understood() -> Read:
    pay = initiative("pay", "Leeds", "Ethnicity pay gap", "What the pay gap is, and how hate crime hurts.", "workforce")
    heat = initiative("heat", "Leeds", "Heat map of schools", "A heat map of heat and more heat.", "workforce")
    return SearchEngine.build([pay, heat], LISTS).understand


def test_a_short_word_turned_round_is_put_right_beside_its_neighbour(understood: Read) -> None:
    assert [(one.typed, one.meant) for one in understood("ethnicity pay gpa").corrections] == [("gpa", "gap")]


@pytest.mark.parametrize("text", ["gpa", "youth gpa", "pay GPA"])
def test_a_short_word_turned_round_is_left_alone_without_its_neighbour(understood: Read, text: str) -> None:
    assert understood(text).corrections == ()


@pytest.mark.parametrize(("text", "meant"), [("haet crime", "hate"), ("haet map", "heat")])
def test_neighbours_decide_between_equally_near_words(understood: Read, text: str, meant: str) -> None:
    assert [one.meant for one in understood(text).corrections] == [meant]


def test_irregular_forms_are_right_words(read: Read) -> None:
    assert read("driven taught teeth").corrections == ()


def test_wording_that_is_never_shown_is_never_proposed_as_a_correction() -> None:
    hurtful = Synonym(("pikey", "dirty pikeys"), ("gypsy roma and traveller",), 0.8, hidden=True)
    engine = SearchEngine.build((), replace(LISTS, synonyms=(*LISTS.synonyms, hurtful)))
    assert engine.understand("pikeyy").corrections == ()
    assert [piece.label for piece in engine.understand("pikey").pieces] == ["gypsy roma and traveller"]


def test_wording_that_holds_a_hidden_word_is_hidden_too() -> None:
    hidden = Synonym(("BAME",), ("global majority",), 0.9, hidden=True)
    network = Synonym(("BAME network",), ("staff network",), 0.8)
    engine = SearchEngine.build((), replace(LISTS, synonyms=(hidden, network)))
    assert [piece.label for piece in engine.understand("BAME network").pieces] == ["staff network"]


@pytest.mark.parametrize(("text", "meant"), [("micro agresions", "microaggressions"), ("trauma infromed", "trauma")])
def test_a_word_written_apart_and_with_a_slip_is_read_as_one(text: str, meant: str) -> None:
    known = Synonym(("microaggressions", "trauma", "informed"), ("racism",), 0.7)
    engine = SearchEngine.build((), replace(LISTS, synonyms=(known,)))
    assert engine.understand(text).words[0] == meant


@pytest.mark.parametrize("word", ["breach", "parchment", "turbines", "pavilion"])
def test_right_english_words_are_never_corrected(word: str) -> None:
    held = initiative("held", "Leeds", "Reach the parchmant", "Turbined pavillon.")
    assert SearchEngine.build((held,), LISTS).understand(word).corrections == ()


def corrected(text: str, title: str, summary: str, *synonyms: Synonym) -> list[str]:
    """What the slips of a question are read as, where the store holds one initiative and the lists these synonyms."""
    held = initiative("held", "Leeds", title, summary, "exclusions")
    engine = SearchEngine.build((held,), replace(LISTS, synonyms=synonyms))
    return [one.meant for one in engine.understand(text).corrections]


def test_small_words_do_not_tell_which_word_was_meant() -> None:
    assert corrected("exclusions and secial needs", "Special needs", "Work and social care, and social groups.") == [
        "special"
    ]


def test_of_two_words_equally_near_that_which_initiatives_hold_is_meant() -> None:
    assert corrected("paents", "Parents", "Parents.", Synonym(("paints",), ("art",), 0.8)) == ["parents"]


def test_a_wrong_vowel_is_likelier_than_a_letter_too_many() -> None:
    assert corrected("speek", "Seek", "Speak and seek.") == ["speak"]


def test_a_wrong_letter_within_a_word_is_likelier_than_a_wrong_last_one() -> None:
    assert Speller(("marlkes", "marnket"), lambda _: 1).meant("marlket") == "marnket"
    assert Speller(("narlket", "marlkes"), lambda _: 1).meant("marlket") == "marlkes"


def test_an_abbreviation_with_an_ending_makes_no_word_right() -> None:
    assert corrected("eaing", "Easing", "Easing in.", Synonym(("EA",), ("education",), 0.8)) == ["easing"]


def test_the_letters_of_a_word_in_another_order_are_that_word(read: Read) -> None:
    assert [one.meant for one in read("plocie").corrections] == ["police"]
    assert [one.meant for one in read("pecolic").corrections] == []


@pytest.mark.parametrize(("typed", "meant"), [("Plocie", "Police"), ("PLOCIE", "POLICE"), ("plocie", "police")])
def test_a_correction_has_the_capitals_of_what_was_typed(read: Read, typed: str, meant: str) -> None:
    assert [(one.typed, one.meant) for one in read(typed).corrections] == [(typed, meant)]


def test_only_a_hyphen_or_an_apostrophe_is_no_slip() -> None:
    held = initiative("held", "Leeds", "SCWRES and Barnardos", "Staff of Barnardos on SCWRES.", "workforce")
    engine = SearchEngine.build((held,), LISTS)
    for typed in ("SC-WRES", "Barnardo's"):
        assert engine.understand(typed).corrections == ()
        assert engine.find(engine.understand(typed), member=ANYONE, limit=1).total == 1


def test_two_words_that_the_lists_know_beside_each_other_are_not_made_one() -> None:
    known = Lists(REGISTER, LISTS.themes, (Synonym(("child q", "childq"), ("child q", "childq"), 0.95),))
    query = SearchEngine.build((), known).understand("child Q")
    assert (query.corrections, query.words) == ((), ("child", "q"))


@pytest.mark.parametrize(
    ("text", "corrections"),
    [
        ("principle social worker", [("principle", "principal")]),
        ("youth justice bored", [("bored", "board")]),
        # either may be meant, or neither stands with its neighbour
        ("principle", []),
        ("principle of justice", []),
        ("principal social worker", []),
        ("school councillor", []),
    ],
)
def test_of_two_words_said_alike_that_which_stands_with_its_neighbour_is_meant(
    text: str, corrections: list[tuple[str, str]]
) -> None:
    both = ("school councillor", "school counsellor")
    known = Synonym(("principal social worker", "youth justice board", *both), ("leadership",), 0.7)
    engine = SearchEngine.build((), replace(LISTS, synonyms=(known,)))
    assert [(one.typed, one.meant) for one in engine.understand(text).corrections] == corrections


def test_words_put_right_are_read_as_if_typed_so() -> None:
    known = Synonym(("headteachers", "teachers"), ("leadership",), 0.7)
    engine = SearchEngine.build((), replace(LISTS, synonyms=(known,)))
    assert [one.meant for one in engine.understand("head teechers").corrections] == ["teachers"]
    assert engine.understand("head teechers").words == engine.understand("head teachers").words == ("headteachers",)


@pytest.mark.parametrize(
    ("words", "often", "typed", "meant"),
    [
        (("data",), 5, "deta", "data"),
        (("data",), 1, "deta", None),  # the store hardly holds it
        (("data", "dota"), 5, "deta", None),  # which of the two cannot be told
        (("hair", "hear"), 5, "hiar", "hair"),  # swapped letters are likelier than a wrong vowel
    ],
)
def test_a_wrong_vowel_in_a_short_word_is_put_right_where_one_word_is_by_far_the_likeliest(
    words: tuple[str, ...], often: int, typed: str, meant: str | None
) -> None:
    assert Speller(words, lambda word: often).meant(typed) == meant
