"""The pages of the subcommands that are not for everybody: what reviewers, admins and contacts look after."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from bot.asker import Askers
from bot.names import Subcommand
from bot.outbox.drawing import Drawing
from bot.outbox.recipients import Recipients
from bot.payloads.reloading import new_token
from bot.slack.directory import Directory
from bot.slack.refusals import NotTold
from bot.views.admin.people import people_message
from bot.views.admin.reload import preview_message
from bot.views.admin.report_page import report_message
from bot.views.kit.blocks import MESSAGE_BLOCKS, SlackMessage, divider
from bot.views.review.review import waiting_message
from bot.views.upkeep.privacy import privacy_message
from bot.views.upkeep.told import unsettled_message
from bot.views.upkeep.upkeep import contacts_page
from knowledge.domain.member import Member
from knowledge.domain.text import listed
from knowledge.errors import NotAllowed
from knowledge.services.admin_reload import AdminReload
from knowledge.services.people import People
from knowledge.services.privacy import Privacy
from knowledge.services.report import Reporting
from knowledge.services.review import Review
from knowledge.services.settling import Settling
from knowledge.services.upkeep import Upkeep

#: Messages to settle that are listed at once; each takes two of a message's 50 blocks.
LISTED = 8
#: Admins named to who is none, to be asked.
NAMED = 5


class Pages:
    """What a subcommand shows to the member who typed it.

    What is for admins or reviewers only raises NotAllowed, in words, for who is none; of admins it names some.
    """

    def __init__(
        self,
        *,
        review: Review,
        settling: Settling,
        upkeep: Upkeep,
        privacy: Privacy,
        reload: AdminReload,
        roles: People,
        reporting: Reporting,
        askers: Askers,
        recipients: Recipients,
        drawing: Drawing,
        directory: Directory,
    ) -> None:
        self._review = review
        self._settling = settling
        self._upkeep = upkeep
        self._privacy = privacy
        self._reload = reload
        self._roles = roles
        self._reporting = reporting
        self._askers = askers
        self._recipients = recipients
        self._drawing = drawing
        self._directory = directory

    def by_subcommand(self) -> Mapping[Subcommand, Callable[[Member], SlackMessage]]:
        """Which subcommand shows which page."""
        return {
            Subcommand.REVIEW: self.review,
            Subcommand.CONTACTS: self.contacts,
            Subcommand.RELOAD: self.reload,
            Subcommand.PEOPLE: self.people,
            Subcommand.REPORT: self.report,
            Subcommand.PRIVACY: self.privacy,
        }

    def contacts(self, member: Member) -> SlackMessage:
        """Where this member is named as a contact, and what they can say about it."""
        return contacts_page(self._upkeep.named(member), admin=self._askers.by_key(member.key).is_admin)

    def privacy(self, member: Member) -> SlackMessage:
        """What is kept about this member, with the button that erases it."""
        return privacy_message(self._privacy.about(member))

    def review(self, member: Member) -> SlackMessage:
        """What waits for this member's decision, and for admins also messages that a person must settle."""
        with self._naming_admins():
            return self._askers.as_told(member.key, lambda: self._waiting(self._askers.by_key(member.key)))

    def _waiting(self, member: Member) -> SlackMessage:
        waiting = [(one, self._directory.name(one.by)) for one in self._review.waiting(member)]
        page = waiting_message(waiting)
        try:
            unsettled = self._settling.waiting(member)[:LISTED]
        except NotAllowed:
            return page
        if not unsettled:
            return page
        more = unsettled_message([(one, self._drawing.recipient(one.message.to)) for one in unsettled])
        room = MESSAGE_BLOCKS - len(more.blocks) - 1
        return SlackMessage(f"{page.said}\n\n{more.said}", (*page.blocks[:room], divider(), *more.blocks))

    def reload(self, member: Member) -> SlackMessage:
        """What a reload would do, with the buttons that do it."""
        with self._naming_admins():
            preview = self._reload.preview(self._askers.asking(member.key))
        return preview_message(preview, new_token(), name=self._directory.name)

    def report(self, member: Member) -> SlackMessage:
        """What the store covers and what is missing."""
        with self._naming_admins():
            return report_message(self._reporting.for_admin(self._askers.asking(member.key)))

    def people(self, member: Member) -> SlackMessage:
        """Who has which role, with the buttons that give and take them."""
        with self._naming_admins():
            return self.roles(self._askers.asking(member.key))

    def roles(self, member: Member, said: str = "", *, page: int = 0) -> SlackMessage:
        """One page of who has which role, for a member with the roles they have now; `said` comes first."""
        return people_message(self._roles.all(member), self._directory.name, said, page=page)

    @contextmanager
    def _naming_admins(self) -> Iterator[None]:
        try:
            yield
        except NotAllowed as refusal:
            raise NotAllowed(f"{refusal} {self._whom_to_ask()}") from refusal

    def _whom_to_ask(self) -> str:
        try:
            keys = self._recipients.admins()
        except NotTold as untold:
            return str(untold)
        names = [self._directory.name(key) for key in keys[:NAMED]]
        if not names:
            return "Nobody is one yet: set PRACTICE_ADMINS."
        if len(names) == 1:
            return f"The admin is {names[0]}."
        more = " and others" if len(keys) > NAMED else ""
        return f"Admins are {', '.join(names) if more else listed(names)}{more}."
