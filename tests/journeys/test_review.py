"""A submission on its way through review, as those who send it and those who decide on it live through it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from bot.sandbox.finding import buttons
from bot.sandbox.mentions import disguised_links, links, notifications
from bot.sandbox.records import PostedMessage
from bot.sandbox.server import StandInSlack
from knowledge.domain.contribution import Contribution
from knowledge.domain.initiative import Contact, Resource
from knowledge.domain.outbox import MessageKind
from tests.journeys.conftest import Network, connected
from tests.journeys.reviewing import (
    CONTENT,
    card,
    cards,
    filled,
    gets,
    member,
    resting_card,
    reviewed,
    sends,
    with_rita,
)

#: A form as an authority might fill it in, in words of our own.
FORM = """Anti-Racist Work and Tackling Disproportionality: Sharing Practice
Local authority: Hackney
Contact: Rosa Example, Group lead

With children and families
Cooking evenings for young carers
Young carers of Somali heritage cook together every month with workers who share their background.
Impact: More of them ask for help early.
"""


@pytest.fixture
def network(slack: StandInSlack, store_url: str) -> Iterator[Network]:
    with reviewed(slack, store_url) as network:
        yield network


def test_a_card_shows_each_reviewer_exactly_what_would_be_published(network: Network) -> None:
    sends(network, network.ann)
    for reviewer in (network.lena, network.slack.person("rita")):
        words = reviewer.reads(card(reviewer))
        for part in (
            "New initiative for review",
            "From Ann Okoro",
            CONTENT.title,
            CONTENT.summary,
            "More families stay in touch with early help.",
            "Rosa Example, Group lead, rosa@hackney.example",
            "leads to hackney.example",
        ):
            assert part in words
    assert buttons(card(network.lena)) == ["Publish", "Publish with edits", "Return"]
    assert not network.slack.person("ade").sees("im")


def test_publishing_is_one_click_and_everyone_concerned_is_told(network: Network) -> None:
    sends(network, network.ann)
    gets(network.ann, "Thank you for sharing")
    network.lena.clicks(cards(network)[0], "Publish")
    gets(network.ann, "is published, by Lena Lewis")
    network.ann.wait_for(lambda: network.ann.sees_text("New in Practice Finder", "CYOUTH"), what="the announcement")
    gets(network.lena, "Published by Lena Lewis on")
    gets(network.slack.person("rita"), "Published by Lena Lewis on")
    network.ann.command("/practice stay and play for new arrivals")
    assert CONTENT.title in network.ann.answer().text


def test_a_card_on_its_way_while_somebody_decides_shows_the_decision(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    outbox, review = network.bot.knowledge.outbox, network.bot.parts.review
    noted = outbox.done

    def decided_meanwhile(key: str, claim: str, *, posted: str | None = None) -> bool:
        if key.startswith("to-review:") and key.endswith(":URITA"):
            review.publish(member(network, network.lena), key.split(":")[1])
        return noted(key, claim, posted=posted)

    monkeypatch.setattr(outbox, "done", decided_meanwhile)
    sends(network, network.ann)
    decided = gets(network.slack.person("rita"), "Published by Lena Lewis on")
    assert buttons(decided) == []


def test_a_publication_is_announced_once_and_an_edit_of_it_is_not(network: Network) -> None:
    sent = sends(network, network.ann)
    network.lena.clicks(card(network.lena), "Publish")
    gets(network.ann, "is published")
    published = network.bot.parts.review.look(member(network, network.lena), sent.id).contribution
    assert published.initiative
    parts = network.bot.parts
    draft = parts.share.edit(member(network, network.ann), published.initiative)
    changed = replace(draft.content, impact="Much more.", no_child=True)
    parts.share.submit(member(network, network.ann), draft.id, changed)
    parts.postman.kick()
    network.lena.clicks(card(network.lena, "Edit for review"), "Publish")
    gets(network.ann, "is published")
    network.lena.wait_for(
        lambda: len([each for each in network.ann.sees("im") if "is published" in each.text]) == 2, what="both words"
    )
    announced = [each for each in network.ann.sees("CYOUTH") if "New in Practice Finder" in each.text]
    assert len(announced) == 1


def test_an_edits_card_shows_what_changes_field_by_field_while_the_old_version_stays_up(network: Network) -> None:
    sent = sends(network, network.ann)
    network.lena.clicks(card(network.lena), "Publish")
    gets(network.ann, "is published")
    parts = network.bot.parts
    published = parts.review.look(member(network, network.lena), sent.id).contribution.initiative
    assert published
    draft = parts.share.edit(member(network, network.ann), published)
    changed = replace(draft.content, title="Stay and play, weekly", impact=None, no_child=True)
    parts.share.submit(member(network, network.ann), draft.id, changed)
    parts.postman.kick()
    words = network.lena.reads(card(network.lena, "Edit for review"))
    assert "What changes against the published version" in words
    assert "Before: \nStay and play for new arrivals" in words
    assert "Now: \nStay and play, weekly" in words
    network.ann.command("/practice stay and play")
    assert CONTENT.title in network.ann.answer().text


def test_of_two_reviewers_at_once_one_wins_and_the_other_is_told_who_and_when(network: Network) -> None:
    rita = network.slack.person("rita")
    sends(network, network.ann)
    cards = {network.lena: card(network.lena), rita: card(rita)}
    with ThreadPoolExecutor(2) as both:
        pressed = [both.submit(person.clicks, shown, "Publish") for person, shown in cards.items()]
        assert all(each.result().acked for each in pressed)
    gets(network.ann, "is published, by")
    loser, winner = network.lena.wait_for(
        lambda: next(
            ((person, other) for person, other in ((network.lena, rita), (rita, network.lena))
             if person.sees_text("Another reviewer published this on", "im")),
            None,
        ),
        what="word to the reviewer who came second",
    )  # fmt: skip
    assert loser.sees_text(f"It was {winner.user.real_name}", "im")
    gets(loser, f"Published by {winner.user.real_name} on")
    assert not winner.sees_text("Another reviewer", "im")


def test_nobody_reviews_their_own_and_the_card_goes_to_the_others(network: Network) -> None:
    sent = sends(network, network.lena)
    rita = network.slack.person("rita")
    card(rita)
    gets(network.lena, "Thank you for sharing")
    assert not network.lena.sees_text("for review", "im")
    network.lena.command("/practice review")
    assert sent.content.title not in network.lena.answer().text


def test_returning_needs_a_reason_which_reaches_the_lead_with_the_draft(network: Network) -> None:
    sends(network, network.ann)
    network.lena.clicks(cards(network)[0], "Return")
    form = network.lena.view()
    network.lena.submits(form, {"reason": "   "})
    assert "Say why" in network.lena.reads(network.lena.view())
    network.lena.submits(network.lena.view(), {"reason": "Please say how often.\nAnd <!channel> where."})
    assert "Returned" in network.lena.reads(network.lena.view())
    told = gets(network.ann, "was returned by Lena Lewis")
    assert "Please say how often." in network.ann.reads(told)
    assert notifications(told) == []
    assert buttons(told) == ["Put it right"]
    gets(network.slack.person("rita"), "Returned by Lena Lewis on")


def stands(network: Network, kind: MessageKind, sent: Contribution, told: PostedMessage) -> None:
    """Wait until it is written down where a message stands, long before anybody could have read it."""
    outbox = network.bot.knowledge.outbox
    network.slack.wait_for(
        lambda: any((one.posted or "").endswith(told.ts) for one in outbox.about(kind, sent.id)), what="a note of it"
    )


def test_words_typed_under_a_message_that_asks_for_something_are_said_to_reach_nobody(network: Network) -> None:
    sent = sends(network, network.ann)
    shown = card(network.lena)
    stands(network, MessageKind.TO_REVIEW, sent, shown)
    network.lena.messages_bot("Fine by me, put it up", thread_ts=shown.ts)
    assert "Decide with the buttons of the card above" in network.lena.last_reply().text
    network.lena.clicks(shown, "Return")
    network.lena.submits(network.lena.view(), {"reason": "How often?"})
    told = gets(network.ann, "was returned by")
    stands(network, MessageKind.RETURNED, sent, told)
    network.ann.messages_bot("Every Monday", thread_ts=told.ts)
    assert "“Put it right” above" in network.ann.last_reply().text
    network.ann.messages_bot("reverse mentoring", thread_ts=told.ts)
    assert "“reverse mentoring”" in network.ann.last_reply().text
    network.ann.messages_bot("reverse mentoring")
    assert "Nobody reads" not in network.ann.last_reply().text


def test_publishing_with_edits_publishes_what_the_reviewer_made_of_it(network: Network) -> None:
    sends(network, network.ann, contacts=(*CONTENT.contacts, Contact(None, "Duty desk")))
    network.lena.clicks(card(network.lena), "Publish with edits")
    form = network.lena.view()
    network.lena.submits(form, {"title": "Stay and play, put right", "impact": "", "contacts": ["Duty desk"]})
    assert "Published" in network.lena.reads(network.lena.view())
    assert "Stay and play, put right" in network.ann.reads(gets(network.ann, "is published"))
    network.ann.command("/practice stay and play")
    reply = network.ann.answer()
    network.ann.clicks(reply, "Open", nth=0)
    words = network.ann.reads(network.ann.view())
    assert "Duty desk" in words
    assert "Rosa Example" not in words
    assert "No impact is reported." in words


def test_what_is_wrong_with_an_edit_is_said_at_its_field(network: Network) -> None:
    sends(network, network.ann)
    network.lena.clicks(card(network.lena), "Publish with edits")
    network.lena.submits(network.lena.view(), {"title": "long " * 40})
    view = network.lena.view()
    assert "too many" in view.errors["title"]


def test_submitted_text_is_inert_and_links_show_where_they_lead(network: Network) -> None:
    hostile = (
        "<!channel> <@UADMIN> <https://evil.example|hackney.gov.uk> [Publish](https://evil.example) *bold* @here\n"
        "https://hackney.gov.uk.evil.example/login :white_check_mark:"
    )
    sends(
        network,
        network.ann,
        title="<!everyone> Publish",
        summary=hostile,
        resources=(Resource("https://hackney.gov.uk", "https://evil.example/guide"),),
    )
    shown = card(network.lena)
    assert notifications(shown) == []
    assert disguised_links(shown) == []
    assert links(shown) == []
    words = network.lena.reads(shown)
    assert "leads to hackney.gov.uk.evil.example" in words
    assert "leads to evil.example" in words
    network.lena.clicks(shown, "Publish")
    for person, told in ((network.ann, "is published"), (network.lena, "Published by")):
        assert notifications(gets(person, told)) == []
    network.ann.wait_for(lambda: network.ann.sees_text("New in Practice Finder", "CYOUTH"), what="the announcement")
    announced = network.ann.sees("CYOUTH")[-1]
    assert notifications(announced) == []
    assert disguised_links(announced) == []


def test_what_might_give_a_child_away_is_marked(network: Network) -> None:
    sends(network, network.ann, summary="A boy called Jayden, aged 9, was one of three children who came back.")
    words = network.lena.reads(card(network.lena))
    assert "“Jayden” in What is done: may be the name of a child" in words
    assert "an age" in words
    assert "a number of people below five" in words


def test_a_long_submission_is_decided_on_where_all_of_it_is_read(network: Network) -> None:
    summary = "\n".join(f"{number}. {'A sentence about the work. ' * 4}" for number in range(26))
    sends(network, network.ann, summary=summary[:2990], impact="The very end of it.")
    shown = card(network.lena)
    assert buttons(shown) == ["Read all of it", "Return"]
    network.lena.clicks(shown, "Read all of it")
    view = network.lena.view()
    assert "The very end of it." in network.lena.reads(view)
    network.lena.clicks(view, "Publish")
    network.lena.wait_for(
        lambda: "Published" in network.lena.reads(network.lena.view()) or None, what="word in the modal"
    )
    gets(network.ann, "is published, by Lena Lewis")


def test_review_lists_what_waits_and_opens_each(network: Network) -> None:
    sends(network, network.ann)
    network.lena.command("/practice review")
    listed = network.lena.answer()
    assert "1 submission waits for review" in listed.text
    assert CONTENT.title in network.lena.reads(listed)
    network.lena.clicks(listed, "Look")
    view = network.lena.view()
    assert "Rosa Example" in network.lena.reads(view)
    network.lena.clicks(view, "Return")
    filled(network.lena, {"reason": "Say where."})
    gets(network.ann, "was returned")
    network.lena.command("/practice review")
    assert "Nothing waits for your review." in network.lena.answer().text


def test_forms_read_on_a_terminal_are_reviewed_like_any_other(network: Network, tmp_path: Path) -> None:
    form = tmp_path / "filled-in.txt"
    form.write_text(FORM, encoding="utf-8")
    (imported,) = network.bot.knowledge.import_forms.run([form])
    assert imported.outcome == "saved"
    network.bot.parts.postman.kick()
    words = network.lena.reads(card(network.lena))
    assert "From the terminal" in words
    assert "filled-in.txt" in words
    network.lena.command("/practice review")
    listed = network.lena.answer()
    assert "from the terminal" in network.lena.reads(listed)
    network.lena.clicks(listed, "Look")
    network.lena.clicks(network.lena.view(), "Publish")
    network.ann.wait_for(lambda: network.ann.sees_text("New in Practice Finder", "CYOUTH"), what="the announcement")


def test_a_card_pressed_by_somebody_else_is_refused_in_the_services_words(network: Network) -> None:
    sent = sends(network, network.ann)
    block = next(block for block in card(network.lena).blocks if block["type"] == "actions")
    for name, reason in (("gita", "Only reviewers can decide"), ("ann", "Only reviewers can decide")):
        person = network.slack.person(name)
        workspace = network.slack.workspace
        copied = workspace.post(workspace.im(person.user.id), workspace.bot, "copied", blocks=[block])
        for label in ("Publish", "Publish with edits", "Return"):
            person.clicks(copied, label)
            assert reason in person.last_reply().text
            assert not person.has_modal()
    assert network.bot.parts.review.look(member(network, network.lena), sent.id).contribution.decided_at is None


def test_a_page_of_ones_own_is_not_shown_in_a_channel(network: Network) -> None:
    sends(network, network.ann)
    network.lena.mentions_bot("review", channel="CYOUTH")
    reply = network.lena.last_reply()
    assert CONTENT.title not in network.lena.reads(reply)
    assert "for your eyes only" in reply.text


def test_who_is_no_reviewer_is_told_what_is_needed(network: Network) -> None:
    network.ann.command("/practice review")
    refused = network.ann.answer().text
    assert "Only reviewers can decide on what was submitted." in refused
    assert refused.endswith("The admin is Ade Mensah.")


def test_a_button_pressed_five_times_has_one_effect(network: Network) -> None:
    sends(network, network.ann)
    shown = card(network.lena)
    with ThreadPoolExecutor(5) as clicks:
        pressed = [clicks.submit(network.lena.clicks, shown, "Publish") for _ in range(5)]
        assert all(each.result().acked for each in pressed)
    gets(network.ann, "is published")
    network.ann.wait_for(lambda: network.ann.sees_text("New in Practice Finder", "CYOUTH"), what="the announcement")
    assert len([each for each in network.ann.sees("im") if "is published" in each.text]) == 1
    assert len([each for each in network.ann.sees("CYOUTH") if "New in" in each.text]) == 1
    assert not network.lena.sees_text("Another reviewer", "im")


def test_what_was_changed_after_the_card_was_sent_is_not_published_unseen(network: Network) -> None:
    sent = sends(network, network.ann)
    old = resting_card(network, network.lena)
    parts, ann = network.bot.parts, member(network, network.ann)
    parts.review.give_back(member(network, network.slack.person("rita")), sent.id, "Say more.")
    draft = parts.share.open(ann, sent.id)
    parts.share.submit(ann, sent.id, replace(draft.content, title="Quite another title"))
    network.lena.clicks(old, "Publish")
    gets(network.lena, "Look at it again")
    network.ann.command("/practice quite another title")
    assert "Quite another title" not in network.ann.reads(network.ann.answer()).replace("“quite another title”", "")


def test_the_bot_notices_what_a_reviewer_cannot_do_in_words(network: Network) -> None:
    sends(network, network.ann)
    shown = resting_card(network, network.lena)
    network.bot.parts.review.publish(member(network, network.slack.person("rita")), shown_id(shown))
    network.lena.clicks(shown, "Return")
    gets(network.lena, "It was Rita Reviewer")
    assert not network.lena.has_modal()


def shown_id(shown: PostedMessage) -> str:
    """The submission that a card is about."""
    from bot.payloads.reviewed import Reviewed

    values = (element["value"] for block in shown.blocks for element in block.get("elements", ()) if "value" in element)
    reviewed = Reviewed.of(next(values))
    assert reviewed
    return reviewed.id


def test_where_nothing_is_set_the_workspaces_own_admins_review(slack: StandInSlack, store_url: str) -> None:
    with connected(with_rita(slack), store_url) as network:
        ade = slack.person("ade")
        sends(network, network.ann)
        ade.clicks(card(ade), "Publish")
        gets(network.ann, "is published, by Ade Mensah")
        assert not slack.person("rita").sees("im")


def test_what_nobody_can_review_is_shown_to_the_admins(slack: StandInSlack, store_url: str) -> None:
    with connected(slack, store_url, PRACTICE_ADMINS="UADMIN") as network:
        ade = slack.person("ade")
        sends(network, ade)
        told = gets(ade, "there is nobody to send it to")
        assert "The card of a submission that waits for review to the reviewers" in told.text
