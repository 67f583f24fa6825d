"""What only says what of a subject is asked says little there, and says what it says elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.domain.member import ANYONE
from knowledge.domain.query import Query
from knowledge.search.engine import SearchEngine
from tests.knowledge.search.conftest import LIBRARY, LISTS, initiative, knowing, telling

Read = Callable[[str], Query]


@pytest.mark.parametrize(
    "text", ["delays in {}", "barriers to {}", "a shortage of {}", "{} pipeline", "our {} pathway?"]
)
def test_an_aspect_of_a_subject_says_little(read: Read, text: str) -> None:
    assert telling(read(text.format("exclusions"))) == ["exclusions"]


@pytest.mark.parametrize(
    "text", ["{} as a tick box", "tokenistic {}", "{}, not window dressing", "how is {} performative"]
)
def test_that_work_is_for_show_says_little_of_it(text: str) -> None:
    read = knowing(["tick box", "window dressing"]).understand
    assert telling(read(text.format("exclusions"))) == ["exclusions"]
    assert telling(read("tokenism")) == ["tokenism"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("delays", ["delays"]),
        ("pipeline", ["pipeline"]),
        ("barriers to", ["barriers"]),
        ("pipeline exclusions", ["pipeline", "exclusions"]),
        ("delays exclusions custody", ["delays", "exclusions", "custody"]),
        ("exclusions and delays", ["exclusions", "delays"]),
        ("drones pipeline", ["drones", "pipeline"]),
    ],
)
def test_without_a_subject_beside_it_says_what_it_says(read: Read, text: str, says: list[str]) -> None:
    assert telling(read(text)) == says


@pytest.mark.parametrize(
    "text",
    [
        "exclusions packs",
        "kicked out of school packs",
        "an exclusions booklet",
        "our panels galleries",
        "therapy quiz?",
    ],
)
def test_what_is_made_about_a_subject_says_little_where_no_initiative_has_any(read: Read, text: str) -> None:
    assert len(telling(read(text))) == 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("packs", ["packs"]),
        ("quiz exclusions", ["quiz", "exclusions"]),
        ("school photos", ["school", "photos"]),  # only says whom it is for
        ("drones packs", ["drones", "packs"]),  # that there is none of
        ("exclusions posters", ["exclusions", "posters"]),  # that some have
        ("exclusions poster", ["exclusions", "poster"]),
        ("exclusions galleries", ["exclusions", "galleries"]),
    ],
)
def test_what_is_made_says_what_it_says_elsewhere(text: str, says: list[str]) -> None:
    held = initiative(
        "posters", "Leeds", "Posters", "Posters on exclusions in many schools, and a gallery.", "exclusions"
    )
    assert telling(SearchEngine.build([*LIBRARY, held], LISTS).understand(text)) == says


@pytest.mark.parametrize(
    "text",
    [
        "evaluating {}",
        "has anyone evaluated {}",
        "reviewing the {}",
        "low-cost {}",
        "evidence-based {}",
        "{} evaluation",
        "{} conversations",
        "implementing {}",
        "a holistic and sustainable {}",
        "{} rollout",
        "the fundamentals of {}",
    ],
)
def test_how_a_subject_is_gone_about_says_little(text: str) -> None:
    engine = knowing(("low cost", "evidence based", "evaluated"))
    assert telling(engine.understand(text.format("exclusions"))) == ["exclusions"]
    assert "exclusions" in engine.understand(text.format("exclusions")).words


@pytest.mark.parametrize("text", ["navigating {}", "ramping up {}", "steering an {}"])
def test_what_looks_like_a_manner_says_little_right_before_what_the_lists_know(read: Read, text: str) -> None:
    assert telling(read(text.format("exclusions"))) == ["exclusions"]


@pytest.mark.parametrize(
    "text", ["our {} has stalled", "{} was criticised", "{} had just been relaunched", "the meaning of {}", "{} faqs"]
)
def test_what_has_become_of_a_subject_and_what_it_means_says_little(read: Read, text: str) -> None:
    assert telling(read(text.format("exclusions"))) == ["exclusions"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("children were housed", ["children", "housed"]),
        ("exclusions housed", ["exclusions", "housed"]),
        ("was housed", ["housed"]),
        ("remand was followed by exclusions", ["remand", "exclusions"]),
    ],
)
def test_what_has_become_of_whom_the_lists_do_not_know_is_asked_for(read: Read, text: str, says: list[str]) -> None:
    assert telling(read(text)) == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("swimming", ["swimming"]),
        ("swimming with police", ["swimming", "police"]),
        ("swimming drones", ["swimming", "drones"]),
        ("swimming in exclusions", ["swimming", "exclusions"]),
        ("permanent exclusions", ["permanent", "exclusions"]),
        ("political exclusions", ["political", "exclusions"]),
        ("verbally exclusions", ["verbally", "exclusions"]),
        ("mentoring exclusions", ["mentoring", "exclusions"]),
        ("listens to police", ["listens", "police"]),
        ("listening police", ["listening", "police"]),
    ],
)
def test_what_looks_like_a_manner_is_asked_for_elsewhere_and_where_an_initiative_has_it(
    read: Read, text: str, says: list[str]
) -> None:
    assert telling(read(text)) == says


@pytest.mark.parametrize("text", ["evaluated", "exclusions evaluated by somebody", "evidence-based"])
def test_how_it_is_gone_about_says_what_it_says_where_no_subject_follows(read: Read, text: str) -> None:
    assert set(telling(read(text))) & {"evaluated", "evidence", "based"}


@pytest.mark.parametrize(
    "text",
    [
        "comfortably {}",
        "{} enthusiastically",
        "{} meanwhile, notwithstanding",
        "five {} in september",
        "{} sometimes",
    ],
)
def test_how_how_often_and_when_something_is_done_says_little(read: Read, text: str) -> None:
    assert telling(read(text.format("exclusions"))) == ["exclusions"]


def test_what_only_ends_like_how_something_is_done_says_something(read: Read) -> None:
    assert telling(read("lonely exclusions")) == ["lonely", "exclusions"]
    assert telling(read("exclusions rally")) == ["exclusions", "rally"]


def test_what_is_done_to_people_is_asked_for() -> None:
    engine = knowing(("care leavers", "leaving care"))
    assert telling(engine.understand("repatriating care leavers")) == ["repatriating", "care leavers"]


@pytest.mark.parametrize(
    "text",
    ["evidence on the pottery", "toolkit about pottery", "pottery with results",
     "which pottery initiatives have evidence", "pottery toolkit", "a pottery log"],
)  # fmt: skip
def test_what_is_sought_of_a_subject_comes_first_and_may_be_lacking(text: str) -> None:
    library = (
        initiative("a-plain", "Leeds", "Pottery", "Clay on Mondays, and pottery again."),
        initiative("b-sought", "Leeds", "Pottery", "Clay, pottery. Evidence, results, a toolkit, a log."),
    )
    engine = SearchEngine.build(library, LISTS)
    found = engine.find(engine.understand(text), member=ANYONE, limit=5)
    assert [match.id for match in found.matches] == ["b-sought", "a-plain"]
    alone = SearchEngine.build(library[:1], LISTS)
    assert alone.find(alone.understand(text), member=ANYONE, limit=5).total == 1


@pytest.mark.parametrize(
    "text",
    [
        "evidence on boilers",
        "evidence",
        "toolkit",
        "boiler toolkit",
        "evidence on boilers for pottery",
    ],
)
def test_what_is_sought_of_nothing_known_is_all_that_is_asked(text: str) -> None:
    engine = SearchEngine.build((initiative("a-plain", "Leeds", "Pottery", "Clay on Mondays, and pottery."),), LISTS)
    assert not engine.find(engine.understand(text), member=ANYONE, limit=5).total
