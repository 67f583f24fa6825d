from __future__ import annotations

from typing import Any

import pytest

from bot.payloads.asked import Asked, Via, asked, clicked, nowhere, readable, team_and_user
from bot.payloads.values import Asking


def a_command(text: str = "youth justice", **changes: Any) -> dict[str, Any]:
    return {
        "command": "/practice",
        "text": text,
        "team_id": "T1",
        "user_id": "U1",
        "channel_id": "C1",
        "channel_name": "general",
        "response_url": "https://hooks.example/1",
        "trigger_id": "1.2.x",
        **changes,
    }


def an_event(**event: Any) -> dict[str, Any]:
    return {"type": "event_callback", "team_id": "T1", "event_id": "Ev1", "event": {"ts": "1.1", "user": "U1", **event}}


def a_mention(text: str = "<@UBOT> youth justice", **changes: Any) -> dict[str, Any]:
    return an_event(type="app_mention", channel="C1", text=text, **changes)


def a_direct_message(text: str | None = "youth justice", **changes: Any) -> dict[str, Any]:
    return an_event(type="message", channel_type="im", channel="D1", text=text, **changes)


def read(body: dict[str, Any]) -> Asked | None:
    return asked(body, bot_user="UBOT")


def test_a_command_is_a_question_answered_at_its_reply_address() -> None:
    question = read(a_command())
    assert question is not None
    assert question.asking == Asking("youth justice")
    assert question.place.via is Via.COMMAND
    assert question.place.response_url == "https://hooks.example/1"


def test_a_mention_is_answered_in_its_own_thread() -> None:
    question = read(a_mention())
    assert question is not None
    assert (question.asking.text, question.place.thread) == ("youth justice", "1.1")


def test_a_mention_inside_a_thread_is_answered_in_that_thread() -> None:
    question = read(a_mention(thread_ts="0.9"))
    assert question is not None
    assert question.place.thread == "0.9"


def test_a_direct_message_is_answered_plainly_and_in_a_thread_inside_one() -> None:
    plain, threaded = read(a_direct_message()), read(a_direct_message(thread_ts="0.9"))
    assert plain is not None
    assert threaded is not None
    assert (plain.place.thread, threaded.place.thread) == (None, "0.9")
    assert plain.place.direct


def test_the_same_delivery_has_the_same_key() -> None:
    first, again = read(a_mention()), read(a_mention())
    assert first is not None
    assert again is not None
    assert first.key == again.key


@pytest.mark.parametrize(
    "body",
    [
        a_direct_message(subtype="message_changed"),
        a_direct_message(subtype="message_deleted", hidden=True),
        a_direct_message(bot_id="B9"),
        a_direct_message(user="UBOT"),
        an_event(type="message", channel_type="channel", channel="C1", text="not for us"),
        an_event(type="reaction_added"),
        {"type": "block_actions"},
        {"type": "event_callback", "event": None},
    ],
    ids=["edit", "deletion", "another bot", "ourselves", "a channel's talk", "a reaction", "a click", "no event"],
)
def test_what_is_not_addressed_to_the_bot_is_no_question(body: dict[str, Any]) -> None:
    assert read(body) is None


@pytest.mark.parametrize("subtype", [None, "file_share", "thread_broadcast", "me_message"])
def test_whatever_a_person_writes_to_the_bot_is_a_question(subtype: str | None) -> None:
    question = read(a_direct_message(subtype=subtype))
    assert question is not None
    assert question.asking.text == "youth justice"


def test_a_file_without_words_is_still_answered() -> None:
    question = read(a_direct_message(text=None, subtype="file_share", files=[{"id": "F1"}]))
    assert question is not None
    assert [file.name for file in question.files]
    assert question.asking.text == ""


def test_a_question_survives_being_kept() -> None:
    question = read(a_command("mentoring für alle 😀"))
    assert question is not None
    assert Asked.from_json(question.to_json()) == question


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("<@UBOT> youth justice", "youth justice"),
        ("youth justice <@UBOT|practice>", "youth justice"),
        ("ask <@U2|ann> about &lt;this&gt; &amp; that", "ask ann about <this> & that"),
        ("see <https://example.org|the page> in <#C1|general>", "see the page in general"),
        ("<https://example.org>", "https://example.org"),
        ("<!here> mentoring", "mentoring"),
        ("<mailto:a@example.org|a@example.org>", "a@example.org"),
        ("&amp;lt;", "&lt;"),
        (":wave: youth justice :pray::skin-tone-3:", "youth justice"),
        ("mentoring :+1:", "mentoring"),
        ("at 10:30:00 theme:health in:kent", "at 10:30:00 theme:health in:kent"),
        ("*youth justice*", "youth justice"),
        ("_who runs *Project Future*?_", "who runs Project Future?"),
        ("`*exclusions*` and ~custody~", "exclusions and custody"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("theme:* _", "theme:* _"),
    ],
)
def test_entities_are_read_as_their_author_saw_them(typed: str, text: str) -> None:
    assert readable(typed, bot_user="UBOT") == text


def test_a_click_under_a_private_answer_is_answered_privately() -> None:
    place = clicked(
        {
            "team": {"id": "T1"},
            "user": {"id": "U1"},
            "channel": {"id": "C1"},
            "container": {"type": "message", "is_ephemeral": True, "channel_id": "C1", "message_ts": "1.1"},
            "response_url": "https://hooks.example/2",
        }
    )
    assert (place.thread, place.response_url, place.direct) == (None, "https://hooks.example/2", False)


def test_a_click_under_an_answer_in_a_thread_stays_in_that_thread() -> None:
    container = {"type": "message", "channel_id": "C1", "message_ts": "1.5", "thread_ts": "1.1"}
    place = clicked({"team": {"id": "T1"}, "user": {"id": "U1"}, "channel": {"id": "C1"}, "container": container})
    assert place.thread == "1.1"


@pytest.mark.parametrize("thread", [{}, {"thread_ts": "1.5"}])
def test_a_message_of_the_channel_itself_is_no_thread(thread: dict[str, str]) -> None:
    container = {"type": "message", "channel_id": "C1", "message_ts": "1.5", **thread}
    place = clicked({"team": {"id": "T1"}, "user": {"id": "U1"}, "channel": {"id": "C1"}, "container": container})
    assert place.thread is None


@pytest.mark.parametrize("value", [None, "", "text", "[]", "{}", '{"q": "x", "o": "y"}', '"q"', "12"])
def test_a_value_of_another_version_is_no_question(value: object) -> None:
    assert Asking.of(value) is None


def test_a_question_on_a_button_is_read_back_whole() -> None:
    asking = Asking('in:"Ashford" – mentoring & "quotes"', 5)
    assert Asking.of(asking.value()) == asking


def test_in_a_shared_channel_the_workspace_is_the_one_that_the_app_is_installed_in() -> None:
    foreign = a_mention() | {"team_id": "T9", "authorizations": [{"team_id": "T1"}]}
    question = read(foreign)
    assert question is not None
    assert question.place.team == "T1"
    form = {"team": {"id": "T9"}, "user": {"id": "U1", "team_id": "T9"}, "view": {"app_installed_team_id": "T1"}}
    assert clicked(form).team == "T1"


def test_a_form_of_an_organisation_belongs_to_the_workspace_in_which_it_was_opened() -> None:
    whole = {"team": {"id": "T1"}, "user": {"id": "U1", "team_id": "E1"}, "view": {"app_installed_team_id": "E1"}}
    assert clicked(whole).team == "T1"
    assert clicked(whole | {"team": None}).team == "E1"


def test_another_apps_command_is_no_question() -> None:
    assert read(a_command() | {"command": "/other"}) is None


def test_a_pasted_form_keeps_the_addresses_behind_the_words_that_link_to_them() -> None:
    linked = "<https://leeds.example.org/havens|Safe Havens page>"
    assert readable("*LA Name:* Leeds\nLinks: none").startswith("*LA Name:* Leeds")
    assert readable(f"Links: {linked}") == "Links: Safe Havens page"
    assert readable(f"LA Name: Leeds\nLinks: {linked}").endswith("Safe Havens page (https://leeds.example.org/havens)")
    assert readable("LA Name: Leeds\n<https://leeds.example.org|leeds.example.org>").endswith("\nleeds.example.org")


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ({"name": "Untitled", "mimetype": "text/plain", "filetype": "text", "mode": "snippet"}, "Untitled.txt"),
        ({"name": "Untitled", "mimetype": "application/pdf"}, "Untitled"),
        ({"name": "form.docx", "mimetype": "text/plain"}, "form.docx"),
        ({"name": "\u202etxt.mrof\n<!channel>.txt"}, "txt.mrof <!channel>.txt"),
        ({"name": "\u200b", "title": "Form.txt"}, "Form.txt"),
    ],
)
def test_a_file_is_called_what_it_can_be_called_by(told: dict[str, str], name: str) -> None:
    question = read(a_direct_message(subtype="file_share", files=[{"id": "F1", **told}]))
    (file,) = question.files
    assert file.name == name


def test_a_file_of_a_long_name_keeps_its_ending() -> None:
    question = read(
        a_direct_message(subtype="file_share", files=[{"id": "F1", "name": f"{'Sharing practice ' * 12}.txt"}])
    )
    (file,) = question.files
    assert len(file.name) == 120
    assert file.name.startswith("Sharing practice")
    assert file.name.endswith("….txt")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("/practice youth justice", "youth justice"),
        ("/Practice  youth justice", "youth justice"),
        ("/practice", ""),
        ("/practices youth justice", "/practices youth justice"),
        ("what does /practice do", "what does /practice do"),
    ],
)
def test_the_command_in_front_of_a_message_is_no_word_of_it(typed: str, words: str) -> None:
    for body in (a_direct_message(text=typed), a_mention(f"<@UBOT> {typed}"), a_command(typed)):
        assert read(body).asking.text == words


def test_a_key_is_taken_apart_and_made_of_a_place() -> None:
    assert team_and_user("T1:U2") == ("T1", "U2")
    assert nowhere("T1:U2").key == "T1:U2"
