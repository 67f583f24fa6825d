"""Removal: a person's name comes off for good, everywhere at once, and is kept from coming back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from knowledge.domain.days import utc_now
from knowledge.domain.identity import Identity, name_key
from knowledge.domain.member import Member
from knowledge.domain.outbox import MessageKind
from knowledge.domain.permissions import Action, require
from knowledge.domain.removal import THEMSELVES, Mentions, Removed
from knowledge.domain.text import clean
from knowledge.domain.version import AuditLine, Change
from knowledge.errors import NotFound, Refused
from knowledge.services.contact_news import keeper, tell_of_contacts
from knowledge.services.transactions import ContributionStore, Transaction, done_key


class Removal:
    """Takes names off. What is kept is a keyed hash: enough to know the name again, not to tell it."""

    def __init__(self, store: ContributionStore, *, now: Callable[[], datetime] = utc_now) -> None:
        self._store = store
        self._now = now

    def find(self, member: Member, *, name: str | None = None, email: str | None = None) -> Mentions:
        """Where somebody is named, for an admin to look at first: a namesake would come off as well."""
        require(member, Action.REMOVE_NAME)
        name, email = _given(name, email)
        return self._store.read(lambda tx: tx.named(name=name, email=email))

    def take_off(
        self, member: Member, *, name: str | None = None, email: str | None = None, key: str | None = None
    ) -> Removed:
        """Take somebody's name off on their request; for admins.

        Their contacts keep role and team, if they have any. Done again, it changes nothing.
        """
        require(member, Action.REMOVE_NAME)
        name, email = _given(name, email)
        identities = [(Identity.NAME, name), (Identity.EMAIL, email)]
        wanted = [(identity, value) for identity, value in identities if value]
        once = done_key("take-off", member, key)
        return self._store.change(lambda tx: self._remove(tx, wanted, by=member.key, once=once))

    def take_my_name_off(self, member: Member, *, key: str | None = None) -> Removed:
        """Take off the name of the member who asks, wherever they are linked as a contact.

        Raises NotFound when they are not linked anywhere: then an admin does it, who can tell who they are.
        """

        def work(tx: Transaction) -> Removed:
            require(member, Action.CONFIRM_CONTACT, owner=member.key)
            wanted = [(Identity.MEMBER, member.key)]
            if not tx.linked_to(member.key):
                if tx.removed.is_removed(*wanted[0]):
                    return Removed()
                raise NotFound(
                    "Your Slack account is not linked to any contact here. Ask an admin to take your name off."
                )
            return self._remove(tx, wanted, by=THEMSELVES, once=done_key("take-off", member, key))

        return self._store.change(work)

    def _remove(self, tx: Transaction, wanted: list[tuple[Identity, str]], *, by: str, once: str | None) -> Removed:
        if not tx.first_time(once):
            return Removed()
        now = self._now()
        removed = tx.remove_names(wanted, by=by, at=now)
        if not removed.initiatives:
            tx.note(AuditLine(now, by, Change.NAME_REMOVED))
        left = tx.left_members()
        found = [held for held in tx.all_held(removed.initiatives) if not held.archived]
        changed = [(keeper(held, left), held.initiative.id, held.version) for held in found]
        tell_of_contacts(tx, MessageKind.CONTACT_CHANGED, changed, at=now)
        return removed


def _given(name: str | None, email: str | None) -> tuple[str | None, str | None]:
    name, email = clean(name or "") or None, clean(email or "") or None
    if name is None and email is None:
        raise Refused("Give the name or the e-mail address that is to come off.")
    if name is not None and not name_key(name):
        raise Refused("Give the name in letters.")
    if name is not None and name.islower():
        # In a hurry many type so. Only contacts tell who writes their name in small letters, which are then looked for
        # in texts: of Will Young not even "will young people" would be left.
        name = name.title()
    return name, email
