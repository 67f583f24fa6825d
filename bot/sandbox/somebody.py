"""Who a person is, where they are, and what they see: only what is theirs to see."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from bot.sandbox import finding
from bot.sandbox.errors import CannotDo
from bot.sandbox.reading import read_message
from bot.sandbox.records import Channel, Notice, PostedMessage, Rank, ShownView
from bot.sandbox.workspace import Workspace

if TYPE_CHECKING:
    from bot.sandbox.server import StandInSlack

T = TypeVar("T")
#: When somebody gives up waiting; what comes is seen at once. A machine that does much else at the same time took more
#: than five seconds to answer in some tests.
WAIT_SECONDS = 30.0


class Somebody:
    """One person in one workspace, looking."""

    def __init__(self, slack: StandInSlack, workspace: Workspace, user_id: str) -> None:
        self._slack = slack
        self.workspace = workspace
        self.user = workspace.users[user_id]
        self.since = workspace.ledger.sequence  # what came later answers the last thing this person did

    def sees(self, channel: str = "CGENERAL", *, thread_ts: str | None = None) -> list[PostedMessage]:
        """The messages before this person's eyes in a channel ("im" for the bot's direct messages) or a thread."""
        return self.workspace.seen_by(self.user.id, self._place(channel), thread_ts)

    def replies(self) -> list[PostedMessage]:
        """What the bot has said, anywhere this person can see, since they last did something."""
        bot = self.workspace.bot.id
        return [m for m in self.workspace.visible_to(self.user.id) if m.user == bot and m.sequence > self.since]

    def last_reply(self, seconds: float = WAIT_SECONDS) -> PostedMessage:
        """The bot's newest or newly edited message since this person last did something, waited for."""
        return self._newest(lambda message: True, f"an answer to {self.user.id}", seconds)

    def answer(self, seconds: float = WAIT_SECONDS) -> PostedMessage:
        """The newest reply for this person alone, waited for: a command's answer, whatever word comes beside it."""
        return self._newest(lambda message: message.is_ephemeral, f"a private answer to {self.user.id}", seconds)

    def view(self, seconds: float = WAIT_SECONDS) -> ShownView:
        """The modal on top, waited for."""
        return self.wait_for(lambda: self.workspace.views.top(self.user.id), what="a modal", seconds=seconds)

    def has_modal(self) -> bool:
        """Whether a modal is open now."""
        return self.workspace.views.top(self.user.id) is not None

    def home(self) -> ShownView | None:
        """What the app has published to this person's Home."""
        return self.workspace.views.home(self.user.id)

    def notices(self) -> list[Notice]:
        """What Slack itself told this person, for example that the app did not answer."""
        return [notice for notice in self.workspace.notices if notice.user == self.user.id]

    def reads(self, surface: PostedMessage | ShownView) -> str:
        """The words on a message or view."""
        return finding.read(surface)

    def sees_text(self, words: str, channel: str = "CGENERAL") -> bool:
        """Whether these words stand in the channel for this person."""
        return any(words in read_message(message) for message in self.sees(channel))

    def reloads(self) -> None:
        """Reloads Slack: private answers are gone, open modals too."""
        self.workspace.forget_private(self.user.id)
        self.workspace.views.close_all(self.user.id)

    def wait_for(self, look: Callable[[], T | None], *, what: str = "it", seconds: float = WAIT_SECONDS) -> T:
        """The first thing that `look` finds; CannotDo when nothing comes in time."""
        return self.workspace.ledger.wait_for(look, what=what, seconds=seconds)

    @property
    def is_admin(self) -> bool:
        """Whether Slack counts this person among the workspace's admins."""
        return self.user.role in (Rank.ADMIN, Rank.OWNER)

    def _newest(self, wanted: Callable[[PostedMessage], bool], what: str, seconds: float) -> PostedMessage:
        found = self.wait_for(lambda: list(filter(wanted, self.replies())), what=what, seconds=seconds)
        return max(found, key=lambda message: message.sequence)

    def _begin(self) -> None:
        self.since = self.workspace.ledger.sequence

    def _place(self, channel: str) -> Channel:
        place = self.workspace.im(self.user.id) if channel == "im" else self.workspace.channel(channel)
        if not self.workspace.may_see(self.user.id, place):
            raise CannotDo(f"{self.user.id} cannot see {channel}")
        return place
