"""Mine: what a member has in hand, and what they do with what they look after."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.days import said_at, utc_now
from knowledge.domain.initiative import Initiative
from knowledge.domain.lists import Lists
from knowledge.domain.member import Member, is_member
from knowledge.domain.outbox import Message, MessageKind
from knowledge.domain.permissions import Action, allows, require
from knowledge.domain.renaming import Renamings
from knowledge.domain.text import listed
from knowledge.domain.upkeep import Counted
from knowledge.domain.version import AuditLine, Change, Held, Version
from knowledge.errors import NotFound, Overtaken, PracticeError, Refused
from knowledge.services.entitled import held_for, held_now
from knowledge.services.transactions import ContributionStore, Transaction, done_key

_OUTSIDER = "Choose a full member of this workspace: guests and people of other workspaces cannot look after it."
#: Before any week that was ever counted.
_EVER = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class LookedAfter:
    """An initiative that a member looks after, with how often it was shown and opened since it is counted."""

    held: Held
    counted: Counted


@dataclass(frozen=True, slots=True)
class InHand:
    """Everything of one member: the last touched first, initiatives by title."""

    drafts: tuple[Contribution, ...] = ()
    waiting: tuple[Contribution, ...] = ()
    returned: tuple[Contribution, ...] = ()
    published: tuple[LookedAfter, ...] = ()
    archived: tuple[LookedAfter, ...] = ()
    put_away: tuple[Contribution, ...] = ()


class Mine:
    """What leads do with their own and their authority's initiatives; each change is a version."""

    def __init__(
        self,
        store: ContributionStore,
        *,
        lists: Callable[[], Lists],
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._store = store
        self._lists = lists
        self._now = now

    def in_hand(self, member: Member) -> InHand:
        """What `member` has begun, sent, got back, put away, and looks after; not what was begun without a word."""

        def work(tx: Transaction) -> InHand:
            states = tuple(state for state in ContributionState if state is not ContributionState.PUBLISHED)
            found = tx.contributions(by=member.key, states=states)
            by_state: dict[ContributionState, list[Contribution]] = {state: [] for state in states}
            for one in reversed(found):
                if not (one.is_empty and one.state in (ContributionState.DRAFT, ContributionState.WITHDRAWN)):
                    by_state[one.state].append(one)
            led = tx.led_by(member.key)
            counts: Mapping[str, Counted] = tx.usage([held.initiative.id for held in led], _EVER)
            kept = [LookedAfter(held, counts.get(held.initiative.id, Counted())) for held in led]
            return InHand(
                drafts=tuple(by_state[ContributionState.DRAFT]),
                waiting=tuple(by_state[ContributionState.WAITING]),
                returned=tuple(by_state[ContributionState.RETURNED]),
                published=tuple(one for one in kept if not one.held.archived),
                archived=tuple(one for one in kept if one.held.archived),
                put_away=tuple(by_state[ContributionState.WITHDRAWN]),
            )

        return self._store.read(work) if member.key else InHand()

    def kept(self, member: Member, initiative: str) -> Held:
        """An initiative, shown or archived, for who looks after it; else NotFound or NotAllowed."""
        return self._store.read(lambda tx: held_for(tx, member, initiative, Action.CONFIRM))

    def take_back(self, member: Member, id: str) -> Contribution:
        """Make a draft again of what waits or was returned; Overtaken when it was published meanwhile.

        Returns it as it was withdrawn, which is what its cards say from now on; as it stands, when it was a draft.
        """

        def work(tx: Transaction) -> Contribution:
            one = tx.contribution(id)
            if one is None:
                raise NotFound("This submission is no longer there.")
            unsent = one.state is ContributionState.DRAFT
            require(member, Action.WRITE_DRAFT if unsent else Action.WITHDRAW, owner=one.by)
            if unsent:
                return one  # taken back already
            now = self._now()
            if one.state is not ContributionState.WITHDRAWN:
                if not one.may_become(ContributionState.WITHDRAWN):
                    at = said_at(one.decided_at or one.changed_at)
                    raise Overtaken(f"This was published on {at}. Archive it instead.", by=one.reviewer or "")
                one = tx.change(replace(one.moved(ContributionState.WITHDRAWN, now), decided_at=now))
                tx.note(AuditLine(now, member.key, Change.WITHDRAWN, one.initiative, one.id))
            tx.change(one.moved(ContributionState.DRAFT, now))
            return one

        return self._store.write(work)

    def archive(self, member: Member, initiative: str, *, key: str | None = None) -> Held:
        """Show an initiative no longer; it is kept, and `restore` brings it back."""
        return self._change_state(member, initiative, archived=True, key=key)

    def restore(self, member: Member, initiative: str, *, key: str | None = None) -> Held:
        """Show an archived initiative again."""
        return self._change_state(member, initiative, archived=False, key=key)

    def hand_over(self, member: Member, initiative: str, to: Member, *, key: str | None = None) -> Held:
        """Let another member look after an initiative from now on; they are told.

        Raises Refused for nobody in particular, who looks after it already, and who could not write.
        """
        if not is_member(to.key):
            raise Refused("Choose the person who is to look after it from now on.")

        def work(tx: Transaction) -> Held:
            done = done_key(f"hand-over:{initiative}", member, key)
            if done and tx.is_done(done):
                return held_now(tx, initiative)  # whoever handed it over may have no more to say in it
            held = held_for(tx, member, initiative, Action.HAND_OVER)
            if not allows(to, Action.SUBMIT):
                raise Refused(_OUTSIDER)
            if held.lead == to.key:
                whose = "You look" if to.key == member.key else "They look"
                raise Refused(f"{whose} after it already. Choose somebody else.")
            tx.first_time(done)
            now = self._now()
            number = tx.put(
                held.initiative,
                Change.HANDED_OVER,
                by=member.key,
                at=now,
                archived=held.archived,
                note=to.key,
                ours=False,
            )
            tx.set_lead(initiative, to.key)
            if to.key != member.key:
                told, once = {"by": member.key}, f"handed-over:{initiative}:{number}"
                message = Message(once, MessageKind.HANDED_OVER, to.key, initiative, told)
                tx.tell(message, at=now)
            return held_now(tx, initiative)

        return self._store.change(work)

    def may(self, member: Member, action: Action, initiative: str) -> bool:
        """Whether this member may do this with an initiative that they may see."""

        def work(tx: Transaction) -> bool:
            try:
                held_for(tx, member, initiative, action)
            except PracticeError:
                return False
            return True

        return bool(member.key) and self._store.read(work)

    def history(self, member: Member, initiative: str) -> tuple[Version, ...]:
        """Every version, oldest first; for leads of it, reviewers and admins."""

        def work(tx: Transaction) -> tuple[Version, ...]:
            held_for(tx, member, initiative, Action.READ_HISTORY)
            return _with_senders(tx, tx.versions(initiative))

        return self._store.read(work)

    def version(self, member: Member, initiative: str, number: int) -> tuple[Version, bool]:
        """(version, whether it is the newest), for the same people; NotFound where it is not kept."""

        def work(tx: Transaction) -> tuple[Version, bool]:
            held = held_for(tx, member, initiative, Action.READ_HISTORY)
            (version,) = _with_senders(tx, [_kept(tx, initiative, number)])
            return version, number == held.version

        return self._store.read(work)

    def restore_version(self, member: Member, initiative: str, number: int, *, key: str | None = None) -> Held:
        """Bring an earlier version back, as a new one, by the names that authorities and themes have now.

        Names of people taken off since stay off; what is archived stays so. Raises Refused, naming it, when a theme or
        the authority is gone.
        """
        lists = self._lists()

        def work(tx: Transaction) -> Held:
            held = held_for(tx, member, initiative, Action.RESTORE_VERSION)
            version = _kept(tx, initiative, number)
            content = Renamings.of(lists).renamed(version.content)
            # An authority of old may belong to somebody else by now.
            require(member, Action.RESTORE_VERSION, owner=held.lead, authority=content.authority)
            if number == held.version or not tx.first_time(done_key(f"restore-version:{initiative}", member, key)):
                return held
            _require_listed(content, lists)
            done, note = Change.VERSION_RESTORED, f"version {number}"
            tx.put(content, done, by=member.key, at=self._now(), archived=held.archived, note=note)
            return held_now(tx, initiative)

        return self._store.change(work)

    def _change_state(self, member: Member, initiative: str, *, archived: bool, key: str | None) -> Held:
        def work(tx: Transaction) -> Held:
            held = held_for(tx, member, initiative, Action.ARCHIVE)
            done = Change.ARCHIVED if archived else Change.RESTORED
            if held.archived == archived or not tx.first_time(done_key(f"{done}:{initiative}", member, key)):
                return held
            tx.put(held.initiative, done, by=member.key, at=self._now(), archived=archived, ours=False)
            return held_now(tx, initiative)

        return self._store.change(work)


def _require_listed(initiative: Initiative, lists: Lists) -> None:
    known = {theme.slug for theme in lists.themes}
    gone = [f"the theme {theme}" for theme in initiative.themes if theme not in known]
    if lists.register.get(initiative.authority) is None:
        gone.append(f"the authority {initiative.authority}")
    if gone:
        raise Refused(
            f"This version has {listed(gone)}, which the lists no longer have. Edit what is published instead."
        )


def _kept(tx: Transaction, initiative: str, number: int) -> Version:
    version = tx.version(initiative, number)
    if version is None:
        raise NotFound(f"There is no version {number} of this initiative.")
    return version


def _with_senders(tx: Transaction, versions: Sequence[Version]) -> tuple[Version, ...]:
    """The versions with who wrote each, where somebody else published it."""
    senders = tx.senders([one.contribution for one in versions if one.contribution])
    sent = ((one, senders.get(one.contribution or "", one.by)) for one in versions)
    return tuple(replace(one, sent_by=by) if by != one.by else one for one, by in sent)
