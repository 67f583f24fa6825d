"""Who may do what: one table. Whatever stands in it is asked for in the services.

A listener may ask too, to say no before a form is filled in or a file fetched; no service counts on that.
"""

from __future__ import annotations

from enum import StrEnum

from knowledge.domain.member import Member, Role
from knowledge.errors import NotAllowed


class Standing(StrEnum):
    """How a member stands to something that belongs to someone (`owner`) and to an authority."""

    #: in the workspace for good (no guest, not of another workspace), or given a role
    WRITER = "writer"
    OWNER = "owner"
    LEAD = "lead"
    REVIEWER = "reviewer"
    ADMIN = "admin"


class Action(StrEnum):
    """What a member can want to do that not everybody may."""

    SUBMIT = "submit"
    WRITE_DRAFT = "write-draft"
    WITHDRAW = "withdraw"
    EDIT = "edit"
    ARCHIVE = "archive"
    HAND_OVER = "hand-over"
    CONFIRM = "confirm"
    READ_HISTORY = "read-history"
    RESTORE_VERSION = "restore-version"
    PUBLISH_AT_ONCE = "publish-at-once"
    REVIEW = "review"
    CONFIRM_CONTACT = "confirm-contact"
    REMOVE_NAME = "remove-name"
    SETTLE_POSTING = "settle-posting"
    RELOAD = "reload"
    MANAGE_PEOPLE = "manage-people"
    CHANGE_CONTACTS = "change-contacts"
    READ_REPORT = "read-report"
    SETTLE_QUESTION = "settle-question"


_KEEPERS = frozenset({Standing.OWNER, Standing.LEAD, Standing.ADMIN})

#: Any one of these standings is enough. Drafts are private: not even an admin reads what nobody has sent yet.
ALLOWED: dict[Action, frozenset[Standing]] = {
    Action.SUBMIT: frozenset({Standing.WRITER}),
    Action.WRITE_DRAFT: frozenset({Standing.OWNER}),
    Action.WITHDRAW: frozenset({Standing.OWNER, Standing.ADMIN}),
    Action.EDIT: _KEEPERS,
    Action.ARCHIVE: _KEEPERS,
    Action.HAND_OVER: _KEEPERS,
    Action.CONFIRM: _KEEPERS,
    Action.READ_HISTORY: _KEEPERS | {Standing.REVIEWER},
    Action.RESTORE_VERSION: _KEEPERS,
    Action.PUBLISH_AT_ONCE: frozenset({Standing.LEAD, Standing.ADMIN}),
    Action.REVIEW: frozenset({Standing.REVIEWER, Standing.ADMIN}),
    # A contact may be a guest or belong to another workspace: what is said about oneself counts from anybody.
    Action.CONFIRM_CONTACT: frozenset({Standing.OWNER}),
    Action.REMOVE_NAME: frozenset({Standing.ADMIN}),
    Action.SETTLE_POSTING: frozenset({Standing.ADMIN}),
    Action.RELOAD: frozenset({Standing.ADMIN}),
    Action.MANAGE_PEOPLE: frozenset({Standing.ADMIN}),
    Action.CHANGE_CONTACTS: frozenset({Standing.ADMIN}),
    Action.READ_REPORT: frozenset({Standing.ADMIN}),
    Action.SETTLE_QUESTION: frozenset({Standing.ADMIN}),
}

_NEEDS: dict[Action, str] = {
    Action.SUBMIT: "Guests and people of other workspaces can read here but not share. Ask a colleague who is a full "
    "member of the workspace to share it.",
    Action.WRITE_DRAFT: "This draft is somebody else's: only whoever began it can see or change it. Ask them to send "
    "it, or share your own.",
    Action.WITHDRAW: "Only whoever sent it, or an admin, can withdraw this. Ask them.",
    Action.EDIT: "Only whoever looks after this initiative, a lead of {authority} or an admin can edit it. Ask one of "
    "them to, or to hand it over to you.",
    Action.ARCHIVE: "Only whoever looks after this initiative, a lead of {authority} or an admin can archive it or "
    "bring it back. Ask one of them.",
    Action.HAND_OVER: "Only whoever looks after this initiative, a lead of {authority} or an admin can hand it over. "
    "Ask one of them.",
    Action.CONFIRM: "Only whoever looks after this initiative, a lead of {authority} or an admin can say that it is "
    "still right. Ask one of them.",
    Action.READ_HISTORY: "The history can be read by whoever looks after this initiative, leads of {authority}, "
    "reviewers and admins. Ask one of them.",
    Action.RESTORE_VERSION: "Only whoever looks after this initiative, a lead of {authority} or an admin can bring "
    "back an earlier version. Ask one of them.",
    Action.PUBLISH_AT_ONCE: "Only a lead of {authority} or an admin can publish without review.",
    Action.REVIEW: "Only reviewers can decide on what was submitted. Ask one of them, or ask an admin for the role of "
    "reviewer.",
    Action.CONFIRM_CONTACT: "Only the contact themselves can say this. Ask whoever looks after the initiative to "
    "change its contacts.",
    Action.REMOVE_NAME: "Only the person named, or an admin on their behalf, can take a name off for good. "
    "Ask an admin.",
    Action.SETTLE_POSTING: "Only an admin can settle this. Ask one.",
    Action.RELOAD: "Only an admin of the whole store can reload the library. Ask one.",
    Action.MANAGE_PEOPLE: "Only an admin of the whole store can see and change who has which role. Ask one.",
    Action.CHANGE_CONTACTS: "Only an admin of the whole store can look up a person's contacts and change "
    "them. Ask one.",
    Action.SETTLE_QUESTION: "What people send to the admins is for admins of the whole store. Ask one.",
    Action.READ_REPORT: "The report is for admins of the whole store. Ask one.",
}


def standings(member: Member, *, owner: str | None = None, authority: str | None = None) -> frozenset[Standing]:
    """How `member` stands to what belongs to `owner` (a member's key) and to `authority` (a register name)."""
    if not member.key:
        return frozenset()  # nobody in particular: a terminal, or somebody of whom nothing is known
    writes = member.full or bool(member.roles - {Role.READER})
    holds = {
        Standing.WRITER: writes,
        # What a guest began, while they had a role, is theirs no longer.
        Standing.OWNER: writes and owner == member.key,
        Standing.ADMIN: member.is_admin,
        Standing.LEAD: member.holds(Role.LEAD, authority),
        Standing.REVIEWER: member.holds(Role.REVIEWER, authority),
    }
    return frozenset(one for one, held in holds.items() if held)


def allows(member: Member, action: Action, *, owner: str | None = None, authority: str | None = None) -> bool:
    """Whether `member` may do this with what belongs to `owner` and `authority`."""
    if action is Action.CONFIRM_CONTACT:
        return bool(member.key) and owner == member.key
    return bool(ALLOWED[action] & standings(member, owner=owner, authority=authority))


def require(member: Member, action: Action, *, owner: str | None = None, authority: str | None = None) -> None:
    """Raise NotAllowed, saying what is needed and whom to ask, unless `member` may do this."""
    if not allows(member, action, owner=owner, authority=authority):
        raise NotAllowed(_NEEDS[action].format(authority=authority or "its authority"))
