"""The Web API through Slack's own client: what is refused, and in which words."""

from __future__ import annotations

import json
import urllib.request
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.sandbox.clock import HandClock
from bot.sandbox.installed import AppSettings
from bot.sandbox.records import Channel, Rank, Team, User
from bot.sandbox.server import StandInSlack
from bot.sandbox.webserver import LOGIN_PAGE

MODAL: dict[str, Any] = {
    "type": "modal",
    "title": {"type": "plain_text", "text": "T"},
    "blocks": [{"type": "divider"}],
}


def refusal(call: Any, *args: Any, **more: Any) -> dict[str, Any]:
    with pytest.raises(SlackApiError) as refused:
        call(*args, **more)
    data: dict[str, Any] = refused.value.response.data
    return data


def test_auth_test_says_who_the_bot_is(slack: StandInSlack, client: WebClient) -> None:
    answer = client.auth_test()
    assert (answer["user_id"], answer["team_id"]) == (slack.workspace.bot.id, slack.workspace.team.id)
    assert "chat:write" in answer.headers["x-oauth-scopes"]


@pytest.mark.parametrize(
    ("token", "error"), [("", "not_authed"), ("xoxb-other", "invalid_auth"), ("xoxp-1", "invalid_auth")]
)
def test_a_wrong_token_is_refused(slack: StandInSlack, token: str, error: str) -> None:
    assert refusal(WebClient(token=token, base_url=slack.api_url).auth_test)["error"] == error


def test_the_app_level_token_opens_connections_and_nothing_else(slack: StandInSlack, client: WebClient) -> None:
    with_app = WebClient(token=slack.app_token, base_url=slack.api_url)
    assert with_app.apps_connections_open(app_token=slack.app_token)["url"].startswith("ws://127.0.0.1:")
    assert refusal(with_app.auth_test)["error"] == "not_allowed_token_type"
    assert refusal(client.apps_connections_open, app_token=slack.bot_token)["error"] == "not_allowed_token_type"


def test_a_method_that_is_not_there_is_unknown(client: WebClient) -> None:
    assert refusal(client.api_call, "chat.shout")["error"] == "unknown_method"


def test_api_test_needs_no_token(slack: StandInSlack) -> None:
    assert WebClient(base_url=slack.api_url).api_test(foo="bar")["args"] == {"foo": "bar"}


def test_a_missing_scope_is_named() -> None:
    with StandInSlack(app=AppSettings(scopes=frozenset({"commands"}))) as slack:
        client = WebClient(token=slack.bot_token, base_url=slack.api_url)
        answer = refusal(client.chat_postMessage, channel="CGENERAL", text="x")
    assert (answer["error"], answer["needed"], answer["provided"]) == ("missing_scope", "chat:write", "commands")


@pytest.mark.parametrize("method", ["users.list", "users.info"])
def test_people_are_listed_without_addresses_unless_granted(client: WebClient, method: str) -> None:
    answer = client.api_call(method, params={"user": "UADMIN"})
    people = answer.get("members") or [answer["user"]]
    admin = next(person for person in people if person["id"] == "UADMIN")
    assert admin["is_admin"]
    assert "email" not in admin["profile"]


def test_a_guest_is_restricted_and_nobody_else_is_found(client: WebClient) -> None:
    assert client.users_info(user="UGUEST")["user"]["is_restricted"]
    assert refusal(client.users_info, user="UNOBODY")["error"] == "user_not_found"


# posting


def test_a_form_and_a_json_body_say_the_same(slack: StandInSlack, client: WebClient) -> None:
    client.chat_postMessage(channel="CGENERAL", text="as JSON", blocks=[{"type": "divider"}])
    body = f"token={slack.bot_token}&channel=CGENERAL&text=as+form&blocks=%5B%7B%22type%22%3A%22divider%22%7D%5D"
    urllib.request.urlopen(f"{slack.api_url}chat.postMessage", body.encode()).read()
    seen = slack.person("ann").sees()
    assert [message.text for message in seen] == ["as JSON", "as form"]
    assert [block["type"] for message in seen for block in message.blocks] == ["divider", "divider"]


def test_posting_to_a_person_opens_their_direct_messages(slack: StandInSlack, client: WebClient) -> None:
    answer = client.chat_postMessage(channel="UANN", text="only for you")
    assert answer["channel"].startswith("D")
    assert [m.text for m in slack.person("ann").sees("im")] == ["only for you"]
    assert slack.person("lena").sees("im") == []


@pytest.mark.parametrize(
    ("channel", "error"),
    [
        ("CNOWHERE", "channel_not_found"),
        ("UNOBODY", "channel_not_found"),
        ("CQUIET", "not_in_channel"),
        ("", "channel_not_found"),
    ],
)
def test_the_bot_posts_only_where_it_may(client: WebClient, channel: str, error: str) -> None:
    assert refusal(client.chat_postMessage, channel=channel, text="x")["error"] == error


def test_a_private_channel_without_the_bot_is_hidden_from_it(slack: StandInSlack, client: WebClient) -> None:
    slack.workspace.add_channel(Channel("CSECRET", "secret", "private"), "UANN")
    assert refusal(client.chat_postMessage, channel="CSECRET", text="x")["error"] == "channel_not_found"


def test_nothing_is_posted_to_an_archived_channel(slack: StandInSlack, client: WebClient) -> None:
    slack.workspace.channel("general").archived = True
    assert refusal(client.chat_postMessage, channel="CGENERAL", text="x")["error"] == "is_archived"


@pytest.mark.filterwarnings("ignore:The top-level `text` argument is missing")
def test_an_empty_message_and_one_that_is_too_long_are_refused(client: WebClient) -> None:
    assert refusal(client.chat_postMessage, channel="CGENERAL", text="")["error"] == "no_text"
    assert client.chat_postMessage(channel="CGENERAL", text="x" * 40_000)["ok"]
    assert refusal(client.chat_postMessage, channel="CGENERAL", text="x" * 40_001)["error"] == "msg_too_long"


def test_wrong_blocks_are_refused_with_their_place(slack: StandInSlack, client: WebClient) -> None:
    blocks = [{"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}]
    answer = refusal(client.chat_postMessage, channel="CGENERAL", text="x", blocks=blocks)
    assert answer["error"] == "invalid_blocks"
    assert answer["response_metadata"]["messages"] == [
        "[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]"
    ]
    assert slack.workspace.refusals()[0].method == "chat.postMessage"
    assert (
        refusal(client.chat_postMessage, channel="CGENERAL", text="x", blocks="[{")["error"] == "invalid_blocks_format"
    )


def test_a_reply_needs_a_thread_that_is_there(client: WebClient) -> None:
    root = client.chat_postMessage(channel="CGENERAL", text="root")["ts"]
    reply = client.chat_postMessage(channel="CGENERAL", text="reply", thread_ts=root)["ts"]
    post = client.chat_postMessage
    assert refusal(post, channel="CGENERAL", text="x", thread_ts="1.000001")["error"] == "thread_not_found"
    assert refusal(post, channel="CGENERAL", text="x", thread_ts=reply)["error"] == "cannot_reply_to_message"


def test_an_ephemeral_message_is_seen_by_one_person_and_cannot_be_changed(
    slack: StandInSlack, client: WebClient
) -> None:
    ts = client.chat_postEphemeral(channel="CGENERAL", user="UANN", text="psst")["message_ts"]
    assert [m.text for m in slack.person("ann").sees()] == ["psst"]
    assert slack.person("ade").sees() == []
    assert refusal(client.chat_update, channel="CGENERAL", ts=ts, text="y")["error"] == "message_not_found"
    ephemeral = client.chat_postEphemeral
    assert refusal(ephemeral, channel="CGENERAL", user="UGUEST", text="x")["error"] == "user_not_in_channel"


def test_the_bot_changes_and_deletes_only_its_own_messages(slack: StandInSlack, client: WebClient) -> None:
    slack.person("ann").writes("mine")
    mine = slack.person("ann").sees()[0].ts
    assert refusal(client.chat_update, channel="CGENERAL", ts=mine, text="y")["error"] == "cant_update_message"
    assert refusal(client.chat_delete, channel="CGENERAL", ts=mine)["error"] == "cant_delete_message"
    ts = client.chat_postMessage(channel="CGENERAL", text="a")["ts"]
    client.chat_update(channel="CGENERAL", ts=ts, text="b")
    assert slack.person("ann").sees()[1].text == "b"
    client.chat_delete(channel="CGENERAL", ts=ts)
    assert refusal(client.chat_update, channel="CGENERAL", ts=ts, text="c")["error"] == "message_not_found"


def test_a_permalink_leads_to_a_lasting_message(slack: StandInSlack, client: WebClient) -> None:
    ts = client.chat_postMessage(channel="CGENERAL", text="a")["ts"]
    assert client.chat_getPermalink(channel="CGENERAL", message_ts=ts)["permalink"].endswith("p" + ts.replace(".", ""))
    assert refusal(client.chat_getPermalink, channel="CGENERAL", message_ts="1.1")["error"] == "message_not_found"


def test_metadata_without_a_type_is_refused(client: WebClient) -> None:
    post = client.chat_postMessage
    assert post(channel="CGENERAL", text="x", metadata={"event_type": "a", "event_payload": {}})["ok"]
    assert (
        refusal(post, channel="CGENERAL", text="x", metadata={"event_payload": {}})["error"]
        == "invalid_metadata_format"
    )


def test_one_post_a_second_and_channel_when_rates_are_limited(
    slack: StandInSlack, client: WebClient, clock: HandClock
) -> None:
    slack.api.rate_limits = True
    client.chat_postMessage(channel="CGENERAL", text="a")
    with pytest.raises(SlackApiError) as limited:
        client.chat_postMessage(channel="CGENERAL", text="b")
    assert (limited.value.response.status_code, limited.value.response.headers["retry-after"]) == (429, "1")
    client.chat_postMessage(channel="CYOUTH", text="elsewhere")
    clock.advance(1)
    assert client.chat_postMessage(channel="CGENERAL", text="b")["ok"]


# views


def test_a_trigger_is_good_for_three_seconds_and_one_modal(
    slack: StandInSlack, client: WebClient, clock: HandClock
) -> None:
    tickets = slack.workspace.tickets
    trigger = tickets.trigger("UANN")
    clock.advance(2.9)
    client.views_open(trigger_id=trigger, view=MODAL)
    assert refusal(client.views_open, trigger_id=trigger, view=MODAL)["error"] == "exchanged_trigger_id"
    late = tickets.trigger("UANN")
    clock.advance(3.1)
    assert refusal(client.views_open, trigger_id=late, view=MODAL)["error"] == "expired_trigger_id"
    assert refusal(client.views_open, trigger_id="1.2.x", view=MODAL)["error"] == "invalid_trigger_id"


def test_a_wrong_view_is_refused_and_does_not_spend_the_trigger(slack: StandInSlack, client: WebClient) -> None:
    trigger = slack.workspace.tickets.trigger("UANN")
    wrong = {**MODAL, "title": {"type": "plain_text", "text": "x" * 25}}
    answer = refusal(client.views_open, trigger_id=trigger, view=wrong)
    assert answer["error"] == "invalid_arguments"
    assert "[json-pointer:/view/title/text]" in answer["response_metadata"]["messages"][0]
    assert client.views_open(trigger_id=trigger, view=MODAL)["view"]["state"] == {"values": {}}


def test_a_view_over_its_size_in_bytes_is_too_large(slack: StandInSlack, client: WebClient) -> None:
    sections = [{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 2600}} for _ in range(100)]
    trigger = slack.workspace.tickets.trigger("UANN")
    answer = refusal(client.views_open, trigger_id=trigger, view={**MODAL, "blocks": sections})
    assert answer["error"] == "view_too_large"


def test_only_a_trigger_from_a_modal_stacks_another(slack: StandInSlack, client: WebClient) -> None:
    tickets = slack.workspace.tickets
    view_id = client.views_open(trigger_id=tickets.trigger("UANN"), view=MODAL)["view"]["id"]
    outside = tickets.trigger("UANN")
    assert refusal(client.views_push, trigger_id=outside, view=MODAL)["error"] == "invalid_trigger_id"
    pushed = client.views_push(trigger_id=tickets.trigger("UANN", view_id), view=MODAL)["view"]
    assert (pushed["root_view_id"], pushed["previous_view_id"]) == (view_id, view_id)


def test_an_old_hash_and_a_closed_view_cannot_be_updated(slack: StandInSlack, client: WebClient) -> None:
    view = client.views_open(trigger_id=slack.workspace.tickets.trigger("UANN"), view=MODAL)["view"]
    client.views_update(view_id=view["id"], view=MODAL, hash=view["hash"])
    update = client.views_update
    assert refusal(update, view_id=view["id"], view=MODAL, hash=view["hash"])["error"] == "hash_conflict"
    ann = slack.person("ann")
    ann.closes(ann.view())
    assert refusal(update, view_id=view["id"], view=MODAL)["error"] == "not_found"


def test_an_external_id_names_one_view(slack: StandInSlack, client: WebClient) -> None:
    tickets = slack.workspace.tickets
    named = {**MODAL, "external_id": "draft-7"}
    client.views_open(trigger_id=tickets.trigger("UANN"), view=named)
    assert client.views_update(external_id="draft-7", view=named)["ok"]
    again = refusal(client.views_open, trigger_id=tickets.trigger("ULEAD"), view=named)
    assert again["error"] == "duplicate_external_id"


def test_a_home_is_published_for_people_who_exist(client: WebClient) -> None:
    home = {"type": "home", "blocks": []}
    view = client.views_publish(user_id="UANN", view=home)["view"]
    client.views_publish(user_id="UANN", view=home)
    assert refusal(client.views_publish, user_id="UANN", view=home, hash=view["hash"])["error"] == "hash_conflict"
    assert refusal(client.views_publish, user_id="UNOBODY", view=home)["error"] == "invalid_arguments"


# channels, files


def test_reading_channels_needs_the_scope_of_their_kind(client: WebClient) -> None:
    assert refusal(client.conversations_info, channel="CGENERAL")["needed"] == "channels:read"
    assert refusal(client.conversations_history, channel="CLEADS")["needed"] == "groups:history"


def test_channels_members_and_history_with_every_scope() -> None:
    scopes = {
        f"{kind}:{what}" for kind in ("channels", "groups", "im") for what in ("read", "history", "write", "join")
    }
    with StandInSlack(app=AppSettings(scopes=frozenset(scopes | {"chat:write"}))) as slack:
        client = WebClient(token=slack.bot_token, base_url=slack.api_url)
        assert client.conversations_info(channel="CLEADS")["channel"]["is_private"]
        assert "UGUEST" not in client.conversations_members(channel="CGENERAL")["members"]
        assert {c["name"] for c in client.conversations_list()["channels"]} == {"general", "youth-justice", "quiet"}
        im = client.conversations_open(users="UANN")["channel"]["id"]
        root = client.chat_postMessage(channel=im, text="a")["ts"]
        client.chat_postMessage(channel=im, text="b", thread_ts=root)
        assert [m["text"] for m in client.conversations_history(channel=im)["messages"]] == ["a"]
        assert [m["text"] for m in client.conversations_replies(channel=im, ts=root)["messages"]] == ["a", "b"]
        client.conversations_join(channel="CQUIET")
        assert client.chat_postMessage(channel="CQUIET", text="hello")["ok"]


def test_a_file_is_fetched_with_the_bots_token_and_else_gives_a_sign_in_page(
    slack: StandInSlack, client: WebClient
) -> None:
    file = slack.person("ann").uploads("form.docx", b"PK")
    shown = client.files_info(file=file.id)["file"]
    assert (shown["filetype"], shown["size"]) == ("docx", 2)
    address = shown["url_private_download"]
    signed = urllib.request.Request(address, headers={"Authorization": f"Bearer {slack.bot_token}"})
    assert urllib.request.urlopen(signed).read() == b"PK"
    assert urllib.request.urlopen(address).read().decode() == LOGIN_PAGE


def test_an_upload_in_three_steps_ends_as_a_message() -> None:
    app = AppSettings(scopes=frozenset({"files:write", "files:read", "chat:write"}))
    with StandInSlack(app=app) as slack:
        client = WebClient(token=slack.bot_token, base_url=slack.api_url)
        client.files_upload_v2(channel="CGENERAL", filename="a.csv", content="a,b", initial_comment="Here")
        message = slack.person("ann").sees()[0]
    assert (message.text, message.files[0].content) == ("Here", b"a,b")


def test_a_picture_keeps_its_words_and_too_many_of_them_are_refused() -> None:
    app = AppSettings(scopes=frozenset({"files:write", "files:read", "chat:write"}))
    with StandInSlack(app=app) as slack:
        client = WebClient(token=slack.bot_token, base_url=slack.api_url)
        client.files_upload_v2(channel="CGENERAL", filename="a.png", content=b"PNG", alt_txt="A line going up")
        file = slack.person("ann").sees()[0].files[0]
        assert client.files_info(file=file.id)["file"]["alt_txt"] == "A line going up"
        with pytest.raises(SlackApiError, match="alt_txt_too_large"):
            client.files_getUploadURLExternal(filename="a.png", length=3, alt_txt="x" * 1001)


@pytest.mark.parametrize("files", [[5], [None], [{}], [{"id": None}], [{"id": ["F1"]}]], ids=str)
def test_what_names_no_file_is_refused_as_slack_refuses_it(files: list[Any]) -> None:
    with StandInSlack(app=AppSettings(scopes=frozenset({"files:write"}))) as slack:
        client = WebClient(token=slack.bot_token, base_url=slack.api_url)
        answer = refusal(client.api_call, "files.completeUploadExternal", json={"files": files})
    assert answer["error"] == "invalid_arguments"


# bad days, several workspaces


def test_troubles_come_as_planned_and_then_pass(slack: StandInSlack, client: WebClient) -> None:
    slack.faults.error("chat.postMessage", "internal_error")
    slack.faults.status("chat.postMessage", 503)
    slack.faults.rubbish("chat.postMessage")
    slack.faults.drop("chat.postMessage")
    slack.faults.lose_answer("chat.postMessage")
    slack.faults.delay("chat.postMessage", 0.01)
    outcomes = []
    for _ in range(7):
        try:
            client.chat_postMessage(channel="CGENERAL", text="x")
            outcomes.append("ok")
        except SlackApiError as problem:
            outcomes.append(problem.response["error"] if isinstance(problem.response.data, dict) else "rubbish")
        except Exception:
            outcomes.append("no answer")
    assert outcomes[0] == "internal_error"
    assert outcomes[3:] == ["no answer", "no answer", "ok", "ok"]
    assert len(slack.person("ann").sees()) == 3  # one of them was posted although its answer was lost


def test_each_workspace_has_its_own_token_people_and_messages(slack: StandInSlack, client: WebClient) -> None:
    other = slack.add_workspace(Team("T0OTHER", "Other", "other"))
    WebClient(token=other.bot_token, base_url=slack.api_url).chat_postMessage(channel="CGENERAL", text="for others")
    assert slack.person("ann").sees() == []
    assert [m.text for m in slack.person("ann", team="T0OTHER").sees()] == ["for others"]


def test_somebody_from_another_team_is_a_stranger(slack: StandInSlack, client: WebClient) -> None:
    slack.workspace.add_user(User("USTRANGER", "sam", "Sam Stone", "T0OTHER"), "CYOUTH")
    assert client.users_info(user="USTRANGER")["user"]["is_stranger"]


def test_another_bot_cannot_be_written_to(slack: StandInSlack, client: WebClient) -> None:
    slack.workspace.add_user(User("UROBOT", "robot", "Robot", slack.workspace.team.id, Rank.BOT), "CGENERAL")
    assert refusal(client.chat_postMessage, channel="UROBOT", text="x")["error"] == "cannot_dm_bot"


def test_what_is_kept_of_a_call_never_holds_the_token(slack: StandInSlack, client: WebClient) -> None:
    client.chat_postMessage(channel="CGENERAL", text="x")
    urllib.request.urlopen(f"{slack.api_url}auth.test", f"token={slack.bot_token}".encode()).read()
    kept = json.dumps([dict(call.arguments) for call in slack.workspace.calls])
    assert slack.bot_token not in kept
