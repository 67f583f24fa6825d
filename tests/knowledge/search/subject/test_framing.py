"""What leads up to a subject, and what people tell of themselves, is not searched for; the subject always is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.domain.query import Query
from knowledge.search.ideas import Reading
from knowledge.search.understanding.story import story
from tests.knowledge.search.conftest import knowing

Read = Callable[[str], Query]


def words(query: Query) -> str:
    return " ".join(query.words)


@pytest.mark.parametrize(
    "text",
    [
        "any good examples of {}?",
        "what are other LAs doing around {}",
        "has any council written something on {}",
        "{} - any takers? Thanks in advance",
        "my head of service has asked me to find out about {}",
        "I'm a policy officer, looking for {}",
        "Team manager here. Do you have anything on {}?",
        "we have an inspection coming up and need to know who has done {}",
        "writing a briefing on {}, any ideas",
        "{} for a team meeting on Tuesday please",
        "we don't want to reinvent the wheel so who has already done {}?",
        "we keep going round in circles, who has done {}?",
        "Sorry to bother you. Long day. Is there anything on {}?",
        "I was in the car park when somebody asked about {}",
        "I am doing a bit of reading up on {}",
        "Rainy old spell. My director is keen on {}",
        "my manager wants a briefing and a chat about {}",
        "is there some {} stuff we could borrow and adapt",
        "Ofsted told us we need to improve {}",
        "the inspectors have criticised us for {}, where do we turn?",
        "the Youth Justice Board recently asked us about {}",
        "our regional network is now looking into {}",
        "I'm an EDI lead interested in {}",
        "I want our pupils to find something on {}",
        "light-touch {}",
        "I'm on placement and need to know about {}",
        "I work in early help and I want to find {}",
    ],
)
def test_what_only_leads_up_to_the_subject_is_not_searched_for(read: Read, text: str) -> None:
    query = read(text.format("exclusions"))
    assert words(query) == "exclusions"
    assert not query.authorities


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("how do managers talk about racism", "managers talk racism"),
        ("training for our board", "training board"),
        ("support, has anyone done exclusions", "support exclusions"),
        ("barbers, drones, exclusions", "barbers drones exclusions"),
        ("which councils ask barbers about exclusions", "barbers exclusions"),
        ("how do we get barbers to talk about exclusions", "barbers exclusions"),
        ("children say something about skin colour", "children skin colour"),
        ("directors of colour", "directors colour"),
        ("I'm doing my dissertation on barbers, who has anything on exclusions", "barbers exclusions"),
        ("reports to committee", "reports committee"),
        ("we want our pupils to do something on exclusions", "pupils exclusions"),
        ("what the Black staff network is looking at", "black network"),
        ("food in the summer holidays", "food summer holidays"),
        ("loneliness after lunch", "loneliness lunch"),
        ("training beyond compliance training", "compliance"),
        ("children on the ground floor", "ground floor"),
        ("what have inspectors told councils about exclusions", "inspectors exclusions"),
        ("which networks are looking into exclusions", "networks exclusions"),
        ("work with children on placement", "placement"),
        ("young people told us about stop and search, is there a map or something?", "young map"),
    ],
)
def test_the_same_words_are_kept_where_they_are_the_subject(read: Read, text: str, subject: str) -> None:
    assert set(words(read(text)).split()) >= set(subject.split())


@pytest.mark.parametrize("text", ["examples", "any good examples?", "I'm a social worker", "councils", "my manager"])
def test_where_nothing_else_is_said_what_is_left_is_searched_for(read: Read, text: str) -> None:
    assert read(text).pieces


def test_a_correction_of_what_is_not_searched_for_is_not_shown(read: Read) -> None:
    query = read("my mangaer wants anything on exclusoins")
    assert [one.meant for one in query.corrections] == ["exclusions"]


def test_a_message_quoted_whole_is_no_phrase_to_look_for(read: Read) -> None:
    query = read('my boss wrote: "could you please look into who else has done exclusions"')
    assert (query.phrases, words(query)) == ((), "exclusions")
    assert read('"school exclusions panel"').phrases == ("school exclusions panel",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("our assistant director is keen on exclusions", ["our assistant director is keen on"]),
        ("exclusions, due by Friday", ["due by Friday"]),
        ("The fostering panel has asked for a report on exclusions", ["The fostering panel has asked for a report on"]),
        ("our director of education wants to know about exclusions", ["our director of education wants to know about"]),
        (
            "The chief constable has requested a briefing on exclusions",
            ["The chief constable has requested a briefing on"],
        ),
        (
            "My manager on the placements team has asked me to find",
            ["My manager on the placements team has asked me to find"],
        ),
        (
            "preparing a paper for the scrutiny committee on exclusions",
            ["preparing a paper for the scrutiny committee on"],
        ),
        ("Our staff survey shows that Black colleagues leave", ["Our staff survey shows that"]),
        ("Our exclusions data shows Black boys", ["Our ", "data shows"]),
        ("Our audit found a problem with exclusions", ["Our audit found a problem with"]),
        ("Looking at our WRES data, exclusions", ["Looking at our WRES data"]),
        ("as a social worker, I see exclusions, racism as a social worker", ["as a social worker"]),
        ("our panel needs training", []),
        ("The schools forum wants to hear about exclusions", ["The schools forum wants to hear about"]),
        ("Our fostering panel asked what others do on exclusions", ["Our fostering panel asked"]),
        ("The improvement board wants assurance on exclusions", ["The improvement board wants assurance on"]),
        ("Our chief executive has challenged us on exclusions", ["Our chief executive has challenged us on"]),
        ("The lead member has raised exclusions", ["The lead member has raised"]),
        ("Our service is reviewing exclusions", ["Our service is reviewing"]),
        ("I have to brief the partnership board on exclusions", ["brief the partnership board on"]),
        (
            "we are refreshing our strategy and want to include exclusions",
            ["refreshing our strategy and want to include"],
        ),
        ("Ahead of our annual conversation with Ofsted, exclusions", ["Ahead of our annual conversation with Ofsted"]),
        ("Our self-evaluation identified exclusions", ["Our self-evaluation identified"]),
        ("exclusions as an area for development", ["as an area for development"]),
        ("Our dashboard is red on exclusions", ["Our dashboard is red on"]),
        ("writing our strategy on exclusions", []),
        ("how schools prepare for their inspection", []),
        ("our schools want to hear from parents", []),
        ("the school has asked for a police officer", []),
        ("what does the staff survey show", []),
        ("reports for the Black staff network", []),
        ("exclusions were raised in our last Ofsted inspection", ["in our last Ofsted inspection"]),
        ("exclusions is a real gap for us", ["is a real gap for us"]),
        ("exclusions are missing from our plan", ["are missing from our plan"]),
        ("what went wrong with exclusions", ["what went wrong with"]),
        ("exclusions landed on my desk", ["on my desk"]),
        ("who has exclusions under their belt", ["under their belt"]),
        ("who is ahead of the curve on exclusions", ["ahead of the curve"]),
        ("exclusions without it just turning into a lecture, and who", ["without it just turning into a lecture"]),
        ("exclusions without this feeling like a telling-off", ["without this feeling like a telling-off"]),
        ("boys at school without them being excluded", []),
        ("families living without it", []),
        ("where can I read what boys say", ["can I read"]),
        ("children who can read well", []),
        ("pupils at their desk", []),
        ("exclusions on a plate", []),
        ("in the inspection of exclusions", []),
        ("exclusions is a gap for our foster carers", []),
        ("exclusions are missing from our curriculum policy", []),
        ("race in our SEND inspection", []),
        ("there is a gap for boys", []),
        ("as a social worker, I see exclusions", ["as a social worker"]),
        ("as a social worker's guide", []),
        ("directors from minority backgrounds", []),
        ("", []),
    ],
)
def test_whole_turns_of_phrase_are_stories_and_single_words_are_none(text: str, told: list[str]) -> None:
    assert [text[start:end] for start, end in story(text)] == told


@pytest.mark.parametrize(
    "text",
    [
        "I work for Hackney Council, who has done exclusions?",
        "I'm from Leeds and want to know about exclusions",
        "we are based in the London Borough of Hackney: exclusions",
        "I'm a team manager in Lewisham looking for exclusions",
        "here in Leeds we want to do something about exclusions",
        "we're a London borough, who else has done exclusions",
        "Leeds here, looking for exclusions",
        "what have other councils done about exclusions? We need it for Hackney",
        "who besides Hackney has done exclusions",
        "my team in Leeds wants anything on exclusions",
        "on behalf of Lewisham, exclusions please",
    ],
)
def test_where_somebody_is_does_not_narrow_what_they_ask(read: Read, text: str) -> None:
    query = read(text)
    assert (query.authorities, query.regions, words(query)) == ((), (), "exclusions")


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("I'm looking for exclusions in Hackney", "Hackney"),
        ("what should we do in Hackney about exclusions", "Hackney"),
        ("I'm in Leeds, what is Hackney doing about exclusions", "Hackney"),
        ("I work in Hackney", "Hackney"),
        ("we are in Leeds, any good work?", "Leeds"),
        ("has anyone else in Leeds done exclusions", "Leeds"),
        ("what can other councils learn from Hackney about exclusions", "Hackney"),
        ("could others copy Hackney's work on exclusions", "Hackney"),
    ],
)
def test_a_place_that_is_asked_about_does(read: Read, text: str, authority: str) -> None:
    assert [one.name for one in read(text).authorities] == [authority]


def test_where_the_asker_is_is_shown_and_can_be_asked_about(read: Read) -> None:
    query = read("I work for Hackney, who has done exclusions?")
    (own,) = (piece for piece in query.pieces if piece.kind == "own")
    assert own.label == "all places, not only Hackney"
    again = read(own.without)
    assert [one.name for one in again.authorities] == ["Hackney"]
    assert not any(piece.kind == "own" for piece in again.pieces), "it is asked about now"


def test_where_the_asker_is_is_not_shown_beside_what_is_left_out(read: Read) -> None:
    query = read("we are in Hackney: exclusions outside the North West")
    assert query.outside if isinstance(query, Reading) else False
    assert not any(piece.kind == "own" for piece in query.pieces)


def test_where_the_asker_is_is_asked_about_where_they_say_nothing_else(read: Read) -> None:
    query = read("I work for Hackney")
    assert [one.name for one in query.authorities] == ["Hackney"]
    assert not any(piece.kind == "own" for piece in query.pieces)


@pytest.mark.parametrize(
    "text",
    [
        "my manger has asked me about exclusions",
        "our govenors want to know about exclusions",
        "my teammanager has asked me about exclusions",
        "exclusions, befroe the end of the week",
    ],
)
def test_a_slip_in_what_somebody_tells_of_themselves_makes_it_no_part_of_the_question(text: str) -> None:
    read = knowing(("manager", "governors", "before", "team manager")).understand
    assert words(read(text)) == "exclusions"
    assert words(read("the manger of exclusions")) != "exclusions"
