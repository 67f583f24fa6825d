"""What reviewers and admins find on their desk: what waits for review, and messages that a person must settle."""

from __future__ import annotations

from bot.outbox.drawing import Drawing
from bot.outbox.recipients import Recipients
from bot.slack.directory import People
from bot.views.blocks import MESSAGE_BLOCKS, Message, divider
from bot.views.review import waiting_message
from bot.views.told import unsettled_message
from bot.views.upkeep import contacts_page
from knowledge.domain.member import Member
from knowledge.errors import NotAllowed
from knowledge.services.review import Review
from knowledge.services.settling import Settling
from knowledge.services.upkeep import Upkeep

#: Messages to settle that are listed at once; each takes two of a message's 50 blocks.
LISTED = 8


class Desk:
    """The pages of `/practice review` and `/practice contacts`."""

    def __init__(
        self,
        *,
        review: Review,
        settling: Settling,
        upkeep: Upkeep,
        recipients: Recipients,
        drawing: Drawing,
        people: People,
    ) -> None:
        self._review = review
        self._settling = settling
        self._upkeep = upkeep
        self._recipients = recipients
        self._drawing = drawing
        self._people = people

    def contacts(self, member: Member) -> Message:
        """Where this member is named as a contact, and what they can say about it."""
        return contacts_page(self._upkeep.named(member), admin=self._recipients.member(member.key).is_admin)

    def review(self, member: Member) -> Message:
        """What waits for this member's decision; raises NotAllowed, in words, for who is no reviewer."""
        return self._recipients.as_told(member.key, lambda: self._waiting(self._recipients.member(member.key)))

    def _waiting(self, member: Member) -> Message:
        waiting = [(one, self._people.name(one.by)) for one in self._review.waiting(member)]
        page = waiting_message(waiting)
        try:
            unsettled = self._settling.waiting(member)[:LISTED]
        except NotAllowed:
            return page
        if not unsettled:
            return page
        more = unsettled_message([(one, self._drawing.recipient(one.message.to)) for one in unsettled])
        room = MESSAGE_BLOCKS - len(more.blocks) - 1
        return Message(f"{page.said}\n\n{more.said}", (*page.blocks[:room], divider(), *more.blocks))
