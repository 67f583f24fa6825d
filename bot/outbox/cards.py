"""The cards that reviewers and admins got, brought up to date once somebody decided."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol

from bot.asker import Askers
from bot.slack.directory import Directory
from bot.slack.refusals import Refusal
from bot.slack.replies import Replies
from bot.views.admin.unanswered_for_admins import settled_card
from bot.views.kit.blocks import SlackMessage
from bot.views.review.review import card, decided_card, erased_card
from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.lists import Lists
from knowledge.domain.outbox import Message, MessageKind, Posting
from knowledge.domain.review import Look
from knowledge.domain.unanswered import Unanswered
from knowledge.errors import NotFound, PracticeError
from knowledge.services.review import Review
from knowledge.services.unanswered import UnansweredQuestions

log = logging.getLogger(__name__)


#: (team, channel, timestamp) of a message.
Where = tuple[str, str, str]


class Sent(Protocol):
    """The outbox, as far as it knows where messages stand."""

    def about(self, kind: MessageKind, subject: str) -> tuple[Posting, ...]: ...


class Cards:
    """Redraws every card of one thing, and raises nothing.

    A card that cannot be redrawn tells the truth when a button is pressed.
    """

    def __init__(
        self,
        sent: Sent,
        *,
        replies: Replies,
        directory: Directory,
        askers: Askers,
        review: Review,
        unanswered: UnansweredQuestions,
    ) -> None:
        self._sent = sent
        self._replies = replies
        self._directory = directory
        self._askers = askers
        self._review = review
        self._unanswered = unanswered

    def put_up(self, sent: Message) -> None:
        """Show on a card that was put up just now what was decided while it was on its way.

        Whoever decided then redrew all cards but this one: where it stands was not known yet.
        """
        with undoing_nothing():
            try:
                if sent.kind is MessageKind.TO_REVIEW:
                    self.refresh(self._review.look(self._askers.by_key(sent.to), sent.subject).contribution)
                elif sent.kind is MessageKind.UNANSWERED:
                    self.settled(self._unanswered.look(self._askers.by_key(sent.to), sent.subject))
            except NotFound:
                self.erased(self.standing(sent.kind, [sent.subject]))

    def refresh(self, one: Contribution, *also: Where) -> None:
        """Show on all its cards how `one` was decided; `also` are further (team, channel, timestamp) of cards."""
        if one.state in (ContributionState.WAITING, ContributionState.DRAFT):
            return
        with undoing_nothing():
            decided = decided_card(one, self._directory.name(one.reviewer or ""), one.content.title)
            self._redraw(MessageKind.TO_REVIEW, one.id, decided, also)

    def renew(self, look: Look, lists: Lists, *also: Where) -> None:
        """Show on all its cards how a submission that waits compares with what is published by now."""
        one = look.contribution
        with undoing_nothing():
            self._redraw(MessageKind.TO_REVIEW, one.id, card(look, self._directory.name(one.by), lists), also)

    def look_again(self, ids: Iterable[str], lists: Lists) -> None:
        """Show on all cards of these submissions, which wait, what whoever has the card sees of them by now."""
        for posting in (one for id in ids for one in self._sent.about(MessageKind.TO_REVIEW, id)):
            with undoing_nothing():
                if place := where(posting.posted):
                    look = self._review.look(self._askers.by_key(posting.message.to), posting.message.subject)
                    self._put([place], card(look, self._directory.name(look.contribution.by), lists))

    def standing(self, kind: MessageKind, ids: Iterable[str]) -> list[Where]:
        """Where the cards of these submissions, or of these questions, stand."""
        postings = (posting for id in ids for posting in self._sent.about(kind, id))
        return [place for posting in postings if (place := where(posting.posted))]

    def erased(self, cards: Iterable[Where]) -> None:
        """Leave nothing of what was erased on its cards, which stood there before."""
        self._put(cards, erased_card())

    def settled(self, one: Unanswered, *also: Where) -> None:
        """The same for a question that was sent to the admins, once one of them dealt with it."""
        if one.settled is None:
            return
        with undoing_nothing():
            sender = self._directory.name(one.by) if one.by else ""
            card = settled_card(one, sender, self._directory.name(one.settled.by))
            self._redraw(MessageKind.UNANSWERED, one.id, card, also)

    def _redraw(self, kind: MessageKind, subject: str, card: SlackMessage, also: Iterable[Where]) -> None:
        places: list[Where | None] = []
        with undoing_nothing():
            places = [where(posting.posted) for posting in self._sent.about(kind, subject)]
        self._put([*filter(None, places), *also], card)

    def _put(self, places: Iterable[Where], card: SlackMessage) -> None:
        for team, channel, ts in dict.fromkeys(places):
            with undoing_nothing():
                self._replies.redraw(team, channel, ts, card)


@contextmanager
def undoing_nothing() -> Iterator[None]:
    """For what follows a decision: what fails is logged and not said, because the decision stands all the same."""
    try:
        yield
    except (PracticeError, Refusal) as error:
        log.info("what follows a decision could not be done: %s: %s", type(error).__name__, error)
    except Exception:
        log.exception("what follows a decision could not be done")


def noted(team: str, channel: str, ts: str) -> str:
    """Where a message stands, as the outbox keeps it."""
    return f"{team}:{channel}:{ts}"


def where(posted: str | None) -> Where | None:
    """(team, channel, timestamp) of what `noted` made."""
    parts = (posted or "").split(":")
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 and all(parts) else None
