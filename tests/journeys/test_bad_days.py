"""Days on which Slack refuses, breaks off or does not say who somebody is: nobody is left without a true word."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from bot.payloads.asked import Place
from bot.sandbox.faults import Faults
from bot.sandbox.person import SlackPerson
from bot.sandbox.records import PostedMessage, ShownView
from bot.sandbox.server import StandInSlack
from bot.slack.replies import Replies
from bot.views.kit.blocks import SlackMessage
from tests.journeys.conftest import Network, connected
from tests.journeys.test_people import gives
from tests.journeys.test_sharing import REST, drafts_of, opened, second_step


@pytest.fixture
def led(slack: StandInSlack, store_url: str) -> Iterator[Network]:
    """No admin is set, so the workspace's own are; Ade, who is one, also reviews, and Lena leads Hackney."""
    with connected(slack, store_url, PRACTICE_LEADS="ULEAD=hackney", PRACTICE_REVIEWERS="UADMIN") as network:
        yield network


@pytest.fixture
def administered(slack: StandInSlack, store_url: str) -> Iterator[Network]:
    with connected(slack, store_url, PRACTICE_ADMINS="UADMIN") as network:
        yield network


def forgets_the_bot(network: Network) -> None:
    """Slack refuses once to say who the bot is, as on a bad day just after a start."""
    network.bot.parts.workspaces._known = None  # type: ignore[attr-defined]
    network.may_refuse.add("auth.test")
    network.slack.faults.error("auth.test", "fatal_error")


@pytest.fixture
def unknown_bot(network: Network) -> Network:
    forgets_the_bot(network)
    return network


def told(person: SlackPerson, words: str) -> PostedMessage:
    return person.wait_for(lambda: next((one for one in person.sees() if words in one.text), None), what=words)


# --- Slack does not say who the bot is --------------------------------------------------------------------------------


@pytest.mark.parametrize("asks", [SlackPerson.messages_bot, SlackPerson.mentions_bot])
def test_a_question_is_answered_when_it_is_delivered_again(
    unknown_bot: Network, asks: Callable[[SlackPerson, str], object]
) -> None:
    asks(unknown_bot.ann, "reverse mentoring")
    assert "reverse mentoring" in unknown_bot.ann.last_reply().text


def test_a_command_is_told_to_be_tried_again_and_not_to_install_anything(unknown_bot: Network) -> None:
    unknown_bot.ann.command("/practice reverse mentoring")
    said = unknown_bot.ann.answer().text
    assert "Slack does not answer me just now" in said
    assert "install" not in said


def test_a_form_says_so_and_keeps_what_was_typed(network: Network) -> None:
    form = second_step(network.ann)
    forgets_the_bot(network)
    network.ann.submits(form, REST)
    assert "Slack does not answer me just now" in str(form.errors)
    assert not form.closed


def test_a_button_says_so(network: Network) -> None:
    network.ann.command("/practice reverse mentoring")
    answer = network.ann.answer()
    forgets_the_bot(network)
    network.ann.clicks(answer, "Open", nth=0)
    told(network.ann, "Slack does not answer me just now")


# --- Slack does not say who somebody is -------------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["report", "people", "reload"])
def test_nobody_is_said_to_be_no_admin_before_slack_said_who_they_are(led: Network, page: str) -> None:
    ade = led.slack.person("ade")
    led.may_refuse.add("users.info")
    led.slack.faults.error("users.info", "fatal_error", times=3)
    ade.command(f"/practice {page}")
    said = ade.answer().text
    assert "Slack did not say in time who you are" in said
    assert "Only an admin" not in said
    led.slack.faults.clear()
    ade.command(f"/practice {page}")
    ade.wait_for(lambda: "Slack did not say" not in ade.answer().text or None, what="the page")


def test_it_is_not_said_that_nobody_is_an_admin_while_slack_does_not_tell(led: Network) -> None:
    led.may_refuse.add("users.list")
    led.slack.faults.status("users.list", 429, times=20, retry_after=30)
    led.ann.command("/practice people")
    said = led.ann.answer().text
    assert "Slack did not say who administers the workspace. Please try again." in said
    assert "PRACTICE_ADMINS" not in said
    led.slack.faults.clear()


# --- Slack is busy ----------------------------------------------------------------------------------------------------


def test_a_command_is_answered_as_soon_as_slack_said_that_it_takes_it(network: Network) -> None:
    ways = ("response_url", "chat.postEphemeral", "chat.postMessage")
    network.may_refuse |= set(ways)
    for way in ways:
        network.slack.faults.status(way, 429, retry_after=1)
    network.ann.command("/practice reverse mentoring")
    assert "reverse mentoring" in network.ann.answer().text


def test_what_is_put_off_without_a_word_of_slacks_was_not_taken(network: Network) -> None:
    network.may_refuse.add("chat.postMessage")
    network.slack.faults.rubbish("chat.postMessage", status=429, retry_after=1)
    network.ann.messages_bot("reverse mentoring")
    network.ann.wait_for(lambda: [one for one in network.ann.sees("im") if "Matched by" in one.text], what="an answer")
    assert not any("do not know" in one.text for one in network.ann.sees("im"))


# --- Slack breaks off -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "trouble",
    [
        lambda faults: faults.status("chat.postMessage", 503),
        lambda faults: faults.rubbish("chat.postMessage"),
        lambda faults: faults.error("chat.postMessage", "fatal_error"),
    ],
    ids=["down", "rubbish", "trouble"],
)
def test_who_mentioned_the_bot_is_told_that_the_answer_may_be_lost(
    network: Network, trouble: Callable[[Faults], None]
) -> None:
    network.may_refuse.add("chat.postMessage")
    trouble(network.slack.faults)
    network.ann.mentions_bot("reverse mentoring")
    word = told(network.ann, "I do not know whether my answer stands here")
    assert word.private_to == network.ann.user.id


def test_an_answer_in_whose_place_a_page_came_back_is_said_by_another_way(network: Network) -> None:
    network.slack.faults.rubbish("response_url")
    network.ann.command("/practice reverse mentoring")
    assert "reverse mentoring" in network.ann.answer().text


def test_an_answer_whose_sharing_broke_off_can_be_shared_again(network: Network) -> None:
    network.ann.command("/practice reverse mentoring")
    answer = network.ann.answer()
    network.slack.faults.drop("response_url")
    network.ann.clicks(answer, "Share in channel")
    told(network.ann, "look in the channel first")
    network.ann.clicks(answer, "Share in channel")
    network.lena.wait_for(lambda: [one for one in network.lena.sees("CGENERAL") if "Shared" in one.text])


def test_a_form_that_was_not_redrawn_says_that_its_words_are_kept(network: Network) -> None:
    form = second_step(network.ann)
    network.may_refuse.add("views.update")
    network.slack.faults.error("views.update", "internal_error")
    network.ann.clicks(form, "Back to step 1")
    notice = network.ann.wait_for(
        lambda: network.ann.view() if network.ann.view().title == "Not done" else None, what="a word"
    )
    assert "Slack did not show what changed. It is kept" in network.ann.reads(notice)


@pytest.mark.parametrize(
    "trouble",
    [lambda faults: faults.error("views.update", "internal_error"), lambda faults: faults.drop("views.update")],
    ids=["refused", "broken off"],
)
def test_a_contact_that_the_form_below_does_not_show_is_said_to_be_kept(
    network: Network, trouble: Callable[[Faults], None]
) -> None:
    form = second_step(network.ann)
    network.may_refuse.add("views.update")
    network.ann.clicks(form, "Add a contact")
    on_top = network.ann.wait_for(lambda: network.ann.view() if network.ann.view().id != form.id else None, what="it")
    trouble(network.slack.faults)
    network.ann.submits(on_top, {"name": "Rosa Example"})
    network.ann.wait_for(lambda: [one for one in network.ann.sees("im") if "It is kept" in one.text], what="a word")


def test_a_question_is_taken_while_many_others_wait_for_slack(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, slack_answers = Replies.answer, threading.Event()

    def slowly(replies: Replies, place: Place, message: SlackMessage) -> None:
        slack_answers.wait(60)
        answer(replies, place, message)

    monkeypatch.setattr(Replies, "answer", slowly)
    try:
        assert all(network.ann.command("/practice reverse mentoring").acked for _ in range(60))
    finally:
        slack_answers.set()


# --- Habits -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("asks", [SlackPerson.messages_bot, SlackPerson.mentions_bot])
def test_the_command_typed_into_a_message_is_no_word_of_the_question(
    network: Network, asks: Callable[[SlackPerson, str], object]
) -> None:
    asks(network.ann, "/practice reverse mentoring")
    assert "“reverse mentoring”" in network.ann.last_reply().text.splitlines()[0]


def test_an_answer_is_sent_to_ones_messages_once(network: Network) -> None:
    network.ann.command("/practice reverse mentoring")
    answer = network.ann.answer()
    for words in ("Sent. It is in", "sent already"):
        network.ann.clicks(answer, "Send to my messages")
        told(network.ann, words)
    assert len([one for one in network.ann.sees("im") if "“reverse mentoring”" in one.text]) == 1


def test_a_form_closed_without_a_word_leaves_no_draft(network: Network) -> None:
    network.ann.closes(opened(network.ann))
    network.slack.wait_for(lambda: not drafts_of(network, network.ann), what="the draft to be gone")
    network.ann.command("/practice privacy")
    assert "What is kept about you\n- Nothing." in network.ann.answer().text


def test_closing_the_form_of_an_erased_draft_calls_nobody(network: Network) -> None:
    form = second_step(network.ann)
    network.ann.command("/practice privacy")
    network.ann.clicks(network.ann.answer(), "Erase what is kept about me")
    told(network.ann, "Erased.")
    before = len(network.slack.workspace.calls)
    network.ann.closes(form)
    network.ann.command("/practice help")
    network.ann.answer()
    assert {call.method for call in list(network.slack.workspace.calls)[before:]} <= {"response_url"}


@pytest.mark.parametrize("user", ["UGUEST", "UANN"])
def test_no_role_is_given_to_somebody_of_whom_slack_does_not_tell(administered: Network, user: str) -> None:
    ade = administered.slack.person("ade")
    ade.command("/practice people")
    ade.clicks(ade.answer(), "Give a role")
    administered.may_refuse.add("users.info")
    administered.slack.faults.error("users.info", "internal_error")
    ade.submits(ade.view(), {"Who": user, "Role": "Admin"})
    assert "Slack did not say in time who this person is" in str(ade.view().errors)
    assert administered.bot.knowledge.grants.every() == ()


@pytest.mark.parametrize("user", ["UBOT0STANDIN", "UGUEST"])
def test_a_role_is_given_to_full_members_only(administered: Network, user: str) -> None:
    ade = administered.slack.person("ade")
    gives(ade, user, "Lead", "Lewisham")
    assert "not a guest, an app or an account that was deactivated" in str(ade.view().errors)


def opened_initiative(person: SlackPerson) -> ShownView:
    person.command("/practice youth justice in Hackney")
    person.clicks(person.answer(), "Open", nth=0)
    return person.view()


def test_only_who_may_edit_an_initiative_is_offered_to(slack: StandInSlack, store_url: str) -> None:
    with connected(slack, store_url, PRACTICE_LEADS="ULEAD=hackney", PRACTICE_REVIEWERS="UANN") as network:
        assert "mine-edit" in str(opened_initiative(network.lena).blocks)
        reviewer = str(opened_initiative(network.ann).blocks)
        assert "History" in reviewer
        assert "mine-edit" not in reviewer
