from __future__ import annotations

import pytest

from knowledge.search.engine import SearchEngine
from knowledge.search.language.english import is_common, is_english, is_name
from tests.knowledge.search.conftest import LISTS, initiative

RIGHT = """
    sustainability affordability adaptability acceptability predictability traceability culpability patronising
    normalising equalising finalising characterising racialising victimised minoritised prioritised normalisation
    prioritization underlying underfunding underemployment underpinning multidisciplinary neurodevelopmental
    hopelessness worthlessness tearfulness abolitionists federalism brainstorming sexting intersex mourners
    rebranded evicting rehoming retraining refocusing deviance classism sedation subletting phishing funder workplan
    grantee hustings regrading offboarding stepdown lowdown haram methodists anglican adventist unionist islamist
    hindi saudi zambia mali thobe
    ageing dyeing preferred stirring badly transferred
""".split()  # noqa: SIM905
SLIPS = """
    sustainabilty affordabilty hopelesness multidiscplinary underfundng statment busness formaly governer intersting
    interpeter disabilitise minoritiseed agreeed workked wok coe yout crae sarh teh hte peple wich houseing fosterring
    erly makeing offerred
""".split()  # noqa: SIM905
NAMES = """
    amina patel patels ahmed begum thompson okafor kowalski walsh sharpe
""".split()  # noqa: SIM905


@pytest.mark.parametrize("word", RIGHT)
def test_right_words_and_what_is_derived_from_them_are_english(word: str) -> None:
    assert is_english(word)


@pytest.mark.parametrize("word", SLIPS)
def test_slips_are_not_english_however_regular_they_look(word: str) -> None:
    assert not is_english(word)


@pytest.mark.parametrize("name", NAMES)
def test_names_of_people_are_right(name: str) -> None:
    assert is_name(name)
    assert is_english(name)


def test_a_name_is_no_everyday_word() -> None:
    assert not is_common("patel")


@pytest.mark.parametrize(
    "text",
    ["who is Amina Patel", "contact Sarah Thompson", "amina patel", "the Thompsons", "Patel’s team", "underfunding"],
)
def test_a_right_word_or_name_is_never_taken_for_a_slip_of_what_the_store_holds(text: str) -> None:
    held = initiative("held", "Leeds", "Animal panel", "Thompsen told Saran of underfounding and Patol of Amena.")
    engine = SearchEngine.build((held,), LISTS)
    assert engine.understand(text).corrections == ()


@pytest.mark.parametrize(("typed", "meant"), [("yout justice", "youth"), ("crae leavers", "care"), ("wrok", "work")])
def test_a_slip_that_is_also_a_rare_name_is_still_put_right(typed: str, meant: str) -> None:
    held = initiative("held", "Leeds", "Care leavers and youth justice at work", "Care leavers at work.")
    engine = SearchEngine.build((held,), LISTS)
    assert [one.meant for one in engine.understand(typed).corrections] == [meant]


def test_forms_that_no_rule_makes_are_right() -> None:
    irregular = "gave shown took built men women feet withstood wrung ate lain leant wove spilt dug knelt loaves"
    assert [word for word in irregular.split() if not is_common(word)] == []
