"""What a message of the outbox says, drawn at the moment it is sent, from what the store holds then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.asker import Askers
from bot.names import Action
from bot.slack.directory import Directory
from bot.views.admin.reload import ended_message
from bot.views.admin.unanswered import answered_message
from bot.views.admin.unanswered_for_admins import question_card, settled_card
from bot.views.kit.blocks import SlackMessage, button
from bot.views.review.review import card, decided_card, erased_card
from bot.views.upkeep import told
from bot.views.upkeep.upkeep import contact_check_message, due_message, left_message
from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.initiative import Contact, Initiative
from knowledge.domain.member import Member
from knowledge.domain.outbox import ADMINS, CHANNELS, LEFT, REVIEWERS, Message, MessageKind
from knowledge.domain.permissions import Action as Permission
from knowledge.domain.upkeep import Due, LeftContact
from knowledge.errors import Busy, NotAllowed, NotFound
from knowledge.services.admin_reload import AdminReload
from knowledge.services.find import Find
from knowledge.services.mine import Mine
from knowledge.services.review import Review
from knowledge.services.settling import Settling
from knowledge.services.share import Share
from knowledge.services.unanswered import UnansweredQuestions
from knowledge.services.upkeep import Upkeep

T = TypeVar("T")

_SEVERAL = {REVIEWERS: "the reviewers", CHANNELS: "the channels", ADMINS: "the admins"}


class Nobody(Exception):
    """There is nothing left to say: what the message tells of was decided, changed or taken back meanwhile."""


class NotYet(Exception):
    """What the message tells of goes on: it can be drawn when that has ended."""


class Drawing:
    """Draws each kind of message for the one person or channel it goes to, who sees only what they may."""

    def __init__(
        self,
        *,
        find: Find,
        share: Share,
        mine: Mine,
        review: Review,
        upkeep: Upkeep,
        settling: Settling,
        unanswered: UnansweredQuestions,
        reload: AdminReload,
        askers: Askers,
        directory: Directory,
    ) -> None:
        self._reload = reload
        self._find = find
        self._share = share
        self._mine = mine
        self._review = review
        self._upkeep = upkeep
        self._settling = settling
        self._unanswered = unanswered
        self._askers = askers
        self._directory = directory

    def draw(self, sent: Message) -> SlackMessage:
        """The message for its recipient. Raises Nobody, NotFound or NotAllowed when it is of no use any more.

        Raises NotTold as long as that hangs on who the recipient is, and Slack does not say so.
        """
        if sent.kind is MessageKind.ANNOUNCED:
            return self._drawn(sent)  # to a channel, of which Slack need say nothing
        return self._askers.as_told(sent.to, lambda: self._drawn(sent))

    def redrawn(self, sent: Message) -> SlackMessage:
        """What a card says by now; nothing of what is no longer there, or no longer for its recipient.

        Raises NotTold as `draw` does.
        """
        if sent.kind is MessageKind.ERASED:
            return erased_card()
        try:
            return self._askers.as_told(sent.to, lambda: self._stands(sent))
        except (NotFound, NotAllowed):
            return erased_card()

    def _stands(self, sent: Message) -> SlackMessage:
        if sent.kind is MessageKind.UNANSWERED:
            question = self._unanswered.look(self._member(sent), sent.subject)
            sender = self._directory.name(question.by) if question.by else ""
            if question.settled is None:
                return question_card(question, sender)
            return settled_card(question, sender, self._directory.name(question.settled.by))
        look = self._review.look(self._member(sent), sent.subject)
        one = look.contribution
        if one.state is ContributionState.WAITING:
            return card(look, self._directory.name(one.by), self._find.lists)
        return decided_card(one, self._directory.name(one.reviewer or ""), look.content.title)

    def _drawn(self, sent: Message) -> SlackMessage:
        match sent.kind:
            case MessageKind.ANNOUNCED:
                return told.announcement(self._find.open(sent.subject))
            case MessageKind.TO_REVIEW:
                return self._card(sent)
            case MessageKind.THANKS:
                return told.thanks_message(self._thanked(sent))
            case MessageKind.PUBLISHED | MessageKind.RETURNED:
                return self._to_sender(sent)
            case MessageKind.HANDED_OVER:
                held = self._mine.kept(self._member(sent), sent.subject)
                return told.handed_over_message(held, self._directory.name(sent.payload.get("by", "")))
            case MessageKind.DUE:
                return _some(due_message(self._due(sent)))
            case MessageKind.HELPED:
                return _some(told.helped_message(self._upkeep.helped(sent.to)))
            case MessageKind.CONTACT_CHECK:
                return _some(contact_check_message(self._upkeep.named(self._member(sent))))
            case MessageKind.CONTACT_LEFT:
                return self._left(sent)
            case MessageKind.CONTACT_CHANGED:
                return told.contact_changed_message(_still_there(_subjects(sent), lambda id: self._kept(sent, id)))
            case MessageKind.UNANSWERED:
                return self._question(sent)
            case MessageKind.ANSWERED:
                one = self._unanswered.own(self._member(sent), sent.subject)
                return answered_message(one, sent.payload["text"], self._directory.name(sent.payload["by"]))
            case MessageKind.RELOAD_ENDED:
                return self._ended(sent)
            case MessageKind.UNSETTLED:
                return self._unsettled(sent)
            case MessageKind.ERASED:
                raise Nobody("it was erased before its card was sent")

    def _member(self, sent: Message) -> Member:
        return self._askers.by_key(sent.to)

    def _card(self, sent: Message) -> SlackMessage:
        look = self._review.look(self._member(sent), sent.subject)
        if look.contribution.state is not ContributionState.WAITING:
            raise Nobody("it was decided before its card was sent")
        return card(look, self._directory.name(look.contribution.by), self._find.lists)

    def _thanked(self, sent: Message) -> list[Contribution]:
        """What somebody sent at once, without what they erased since; NotFound when that is all of it."""
        member = self._member(sent)
        return _still_there(_subjects(sent), lambda id: self._share.open(member, id))

    def _to_sender(self, sent: Message) -> SlackMessage:
        one = self._share.open(self._member(sent), sent.subject)
        reviewer = self._directory.name(sent.payload.get("reviewer", ""))
        if sent.kind is MessageKind.PUBLISHED:
            return told.published_message(one, reviewer)
        again = [button("Put it right", Action.SHARE_DRAFT, one.id)]
        returned = one.state is ContributionState.RETURNED
        return told.returned_message(one, sent.payload.get("reason", ""), reviewer, again if returned else ())

    def _due(self, sent: Message) -> Due:
        """All that is due for this lead, in one message; one about an authority only where no other message has it."""
        member, authority = self._member(sent), sent.payload.get("authority")
        if authority and LEFT in sent.payload and authority not in member.authorities:
            return self._upkeep.due_of(authority)  # to an admin, as it has no lead
        if authority:
            others = sorted(name for name in member.authorities if self._upkeep.due_of(name))
            if self._upkeep.due(sent.to) or authority not in others[:1]:
                raise Nobody("another message to this lead has all that is due")
        return self._upkeep.due_for(member)

    def _kept(self, sent: Message, id: str) -> Initiative:
        member = self._member(sent)
        return self._find.open(id, member=member, keeper=self._mine.may(member, Permission.READ_HISTORY, id))

    def _left(self, sent: Message) -> SlackMessage:
        due = self._upkeep.due(sent.to)
        found = _still_there(_subjects(sent), lambda id: self._kept(sent, id))
        return left_message([(each, contact) for each in found for contact in _left_of(each, due.left)])

    def _question(self, sent: Message) -> SlackMessage:
        one = self._unanswered.look(self._member(sent), sent.subject)
        if one.settled:
            raise Nobody("it was dealt with before this admin was told")
        return question_card(one, self._directory.name(one.by) if one.by else "")

    def _unsettled(self, sent: Message) -> SlackMessage:
        posting = self._settling.one(self._member(sent), sent.subject)
        if posting is None:
            raise Nobody("it was settled before an admin was told")
        return told.unsettled_message([(posting, self.recipient(posting.message.to))])

    def _ended(self, sent: Message) -> SlackMessage:
        try:
            return ended_message(self._reload.ending(sent.key))
        except Busy as busy:
            raise NotYet from busy

    def recipient(self, key: str) -> str:
        """A recipient in words: a person's name, or a channel as Slack calls it."""
        if key in _SEVERAL:
            return _SEVERAL[key]
        _, _, id = key.partition(":")
        return f"channel {id}" if id.startswith(("C", "G")) else self._directory.name(key)


def _subjects(sent: Message) -> list[str]:
    """The ids of all that a message is about."""
    return [sent.subject, *sent.payload.get("also", "").split()]


def _still_there(ids: Sequence[str], find: Callable[[str], T]) -> list[T]:
    """What `find` finds of these; raises the NotFound of the first where that is nothing."""
    found, missing = [], None
    for id in ids:
        try:
            found.append(find(id))
        except NotFound as error:
            missing = missing or error
    if missing and not found:
        raise missing
    return found


def _left_of(initiative: Initiative, left: Sequence[LeftContact]) -> list[Contact]:
    """Who of an initiative's contacts left; nobody in particular where that is not known."""
    return [one.contact for one in left if one.initiative.id == initiative.id] or [Contact()]


def _some(drawn: SlackMessage | None) -> SlackMessage:
    if drawn is None:
        raise Nobody("nothing is left to tell")
    return drawn
