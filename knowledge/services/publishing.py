"""Publishing: a contribution becomes an initiative, with its version, audit line and messages, in one transaction."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from knowledge.domain.content import Content
from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.days import uk_day
from knowledge.domain.initiative import SHARED_BY, Initiative, Source, SourceKind, Visibility
from knowledge.domain.member import Member, Role, is_member
from knowledge.domain.outbox import CHANNELS, Message, MessageKind
from knowledge.domain.text import fold
from knowledge.domain.version import Change, Held
from knowledge.services.transactions import Transaction

#: An id made of authority and title; as long as the longest that ship.
ID_LENGTH = 60


def publish(
    tx: Transaction,
    contribution: Contribution,
    content: Content,
    *,
    sender: Member,
    reviewer: Member | None,
    at: datetime,
) -> Contribution:
    """Publish `content` for `contribution`; within `ContributionStore.change`, after everything was checked.

    `sender` is whoever sent it, with the roles they have now; `reviewer` is None where review is off and the lead
    publishes at once. It counts as confirmed by the authority only where one of them speaks for it.
    """
    held = tx.held(contribution.initiative) if contribution.initiative else None
    id = contribution.initiative or tx.free_id(slug(content))
    is_news = content.visibility is Visibility.NETWORK and not _was_open(tx, contribution, held)
    confirmed = _confirmed(contribution, content, sender, reviewer, at)
    initiative = to_initiative(content, id, held, checked=confirmed, read=at)
    by = reviewer.key if reviewer else contribution.by
    change = Change.PUBLISHED if held is None else Change.EDITED
    version = tx.put(initiative, change, by=by, at=at, contribution=contribution.id)
    if is_member(contribution.by) and (held is None or held.lead is None):
        tx.set_lead(id, contribution.by)
    published = tx.change(
        replace(
            contribution.moved(ContributionState.PUBLISHED, at),
            content=content,
            initiative=id,
            reviewer=reviewer.key if reviewer else None,
            reason=None,
            submitted_at=contribution.submitted_at or at,
            decided_at=at,
        )
    )
    if is_news:
        # The key has no version in it: an edit, an archiving and a restoring later on are no news to a channel.
        told = {"contribution": contribution.id}
        tx.tell(Message(f"announced:{id}", MessageKind.ANNOUNCED, CHANNELS, id, told), at=at)
    if reviewer is not None and is_member(contribution.by):
        told = {"initiative": id, "reviewer": reviewer.key, "version": str(version)}
        key = f"published:{contribution.id}"
        tx.tell(Message(key, MessageKind.PUBLISHED, contribution.by, contribution.id, told), at=at)
    return published


def _was_open(tx: Transaction, contribution: Contribution, held: Held | None) -> bool:
    """Whether the network could ever see it before, also where it is archived or was removed since."""
    versions = tx.versions(contribution.initiative) if contribution.initiative else ()
    before = (contribution.base, held.initiative if held else None, *(version.content for version in versions))
    return any(one is not None and one.visibility is Visibility.NETWORK for one in before)


def _confirmed(
    contribution: Contribution, content: Content, sender: Member, reviewer: Member | None, at: datetime
) -> datetime | None:
    """When the authority confirmed this content: a lead or somebody of it, or who is named as a contact."""
    named = bool(sender.key) and any(contact.member == sender.key for contact in content.contacts)
    if named or _speaks_for(sender, content.authority):
        return contribution.submitted_at or at
    return at if reviewer and _speaks_for(reviewer, content.authority) else None


def _speaks_for(member: Member, authority: str | None) -> bool:
    return authority in member.authorities or member.holds(Role.LEAD, authority)


def to_initiative(
    content: Content, id: str, held: Held | None, *, checked: datetime | None, read: datetime
) -> Initiative:
    """The initiative that a complete content makes; `held` is what it is an edit of.

    Where `checked` is None it was confirmed when it was before.
    """
    assert content.authority is not None
    before = held.initiative if held else None
    # An edit that leaves the contacts alone leaves them where they stand, with the initiative or with its whole form.
    same = before is not None and content.contacts == before.contacts
    source = content.source or (before.source if before else None)
    return Initiative(
        id=id,
        authority=content.authority,
        title=content.title,
        summary=content.summary,
        categories=content.categories,
        themes=content.themes,
        source=source or _shared(content.authority, read),
        impact=content.impact,
        evidence=content.evidence,
        year=content.year,
        checked=uk_day(checked) if checked else before.checked if before else None,
        visibility=content.visibility,
        own_contacts=before.own_contacts if before and same else content.contacts,
        form_contacts=before.form_contacts if before and same else (),
        resources=content.resources,
    )


def slug(content: Content) -> str:
    """A readable id of lower-case letters, digits and hyphens: the authority and as much of the title as fits."""
    words = re.findall(r"[a-z0-9]+", fold(f"{content.authority or ''} {content.title}"))
    while len(words) > 1 and len("-".join(words)) > ID_LENGTH:
        words.pop()
    return "-".join(words)[:ID_LENGTH] or "initiative"


def _shared(authority: str, at: datetime) -> Source:
    """The source of what was shared by form: not the authority, for whoever shared it may be of another."""
    return Source(f"{SHARED_BY}a member, about {authority}", None, uk_day(at), SourceKind.FORM)
