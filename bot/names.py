"""Every command, action, view and subcommand name that Slack and the bot share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

COMMAND = "/practice"
#: What `Action.numbered` puts behind a name.
_NUMBER = r"(?::\d+)?"


class Action(StrEnum):
    """`action_id`s. Several buttons of one block carry a number after a colon (`ask:2`), whatever it is."""

    OPEN = "open"
    MORE = "more"
    SHARE = "share"
    SEND = "send"
    ASK = "ask"
    #: sharing: the form, its steps, and what is done with drafts
    SHARE_FORM = "share-form"
    SHARE_NEW = "share-new"
    SHARE_DRAFT = "share-draft"
    SHARE_PUT_AWAY = "share-put-away"
    SHARE_KEEP = "share-keep"
    SHARE_BACK = "share-back"
    SHARE_THEMES = "share-themes"
    SHARE_CONTACT = "share-contact"
    SHARE_INSTEAD = "share-instead"
    SHARE_TEMPLATE = "share-template"
    #: what a filled-in template proposes
    PROPOSALS = "proposals"
    PROPOSAL_LEAVE_OUT = "proposal-leave-out"
    PROPOSAL_MERGE = "proposal-merge"
    #: one's own
    MINE = "mine"
    MINE_EDIT = "mine-edit"
    MINE_DO = "mine-do"
    #: reviewing
    REVIEW_LOOK = "review-look"
    REVIEW_PUBLISH = "review-publish"
    REVIEW_EDIT = "review-edit"
    REVIEW_RETURN = "review-return"
    POST_ARRIVED = "post-arrived"
    POST_AGAIN = "post-again"
    #: looking after the whole store
    RELOAD_LOOK = "reload-look"
    RELOAD_APPLY = "reload-apply"
    RELOAD_TAKE = "reload-take"
    RELOAD_UNDO = "reload-undo"
    PEOPLE_GIVE = "people-give"
    PEOPLE_TAKE = "people-take"
    PEOPLE_SEE = "people-see"
    CONTACT_FIND = "contact-find"
    CONTACT_SEE = "contact-see"
    CONTACT_OFF = "contact-off"
    PRIVACY_ERASE = "privacy-erase"
    REPORT_FILE = "report-file"
    REPORT_PICTURE = "report-picture"
    #: a question that nothing answers, sent to the admins and dealt with by them
    UNANSWERED_SEND = "unanswered-send"
    UNANSWERED_SEE = "unanswered-see"
    UNANSWERED_SETTLE = "unanswered-settle"
    UNANSWERED_ANSWER = "unanswered-answer"
    #: staying true
    STILL_RIGHT = "still-right"
    DUE_ARCHIVE = "due-archive"
    STILL_ME = "still-me"
    HAND_ON = "hand-on"
    NAME_OFF = "name-off"
    NAME_OFF_FOR = "name-off-for"
    #: history
    HISTORY = "history"
    HISTORY_VERSION = "history-version"
    HISTORY_RESTORE = "history-restore"

    def numbered(self, number: int) -> str:
        """The `action_id` of the `number`th such button in one block, where ids must differ."""
        return f"{self}:{number}"

    @property
    def pattern(self) -> re.Pattern[str]:
        """Matches the `action_id`s of such buttons, with a number and without."""
        return re.compile(rf"^{re.escape(self)}{_NUMBER}$")


def none_of(names: Iterable[str]) -> re.Pattern[str]:
    """Matches every name but these, with a number and without."""
    known = "|".join(re.escape(name) for name in names)
    return re.compile(rf"^(?!(?:{known}){_NUMBER}$)")


class Field(StrEnum):
    """`block_id`s and `action_id`s of the inputs of forms; problems of a draft name the same fields."""

    AUTHORITY = "authority"
    CATEGORIES = "categories"
    TITLE = "title"
    SUMMARY = "summary"
    IMPACT = "impact"
    EVIDENCE = "evidence"
    YEAR = "year"
    THEMES = "themes"
    RESOURCES = "resources"
    CONTACTS = "contacts"
    VISIBILITY = "visibility"
    NO_CHILD = "no_child"
    #: of one contact
    NAME = "name"
    ROLE = "role"
    TEAM = "team"
    EMAIL = "email"
    PHONE = "phone"
    URL = "url"
    MEMBER = "member"
    PUBLIC = "public"
    #: of a filled-in template
    FILE = "file"
    TEXT = "text"
    #: where a contact is replaced
    INITIATIVES = "initiatives"
    #: of a decision
    REASON = "reason"
    #: of a question that is sent to the admins
    QUESTION = "question"
    NOTE = "note"
    SIGNED = "signed"
    ANSWER = "answer"


class View(StrEnum):
    """`callback_id`s of modals."""

    INITIATIVE = "initiative"
    SHARE_START = "share_start"
    SHARE_ABOUT = "share_about"
    SHARE_PEOPLE = "share_people"
    SHARE_SIMILAR = "share_similar"
    SHARE_CONTACT = "share_contact"
    SHARE_TEMPLATE = "share_template"
    PROPOSALS = "proposals"
    MINE = "mine"
    HAND_OVER = "hand_over"
    NOTICE = "notice"
    REVIEW = "review"
    REVIEW_EDIT = "review_edit"
    REVIEW_RETURN = "review_return"
    HAND_ON = "hand_on"
    ROLE = "role"
    CONTACT_FIND = "contact_find"
    CONTACT_REPLACE = "contact_replace"
    NAME_OFF = "name_off"
    HISTORY = "history"
    UNANSWERED = "unanswered"
    UNANSWERED_SEND = "unanswered_send"
    UNANSWERED_ANSWER = "unanswered_answer"


class Shortcut(StrEnum):
    """`callback_id`s of shortcuts; each stands in the manifest."""

    SHARE = "share_initiative"


class Subcommand(StrEnum):
    """Words that are a command of their own when they are the whole text; everything else is a question."""

    HELP = "help"
    BROWSE = "browse"
    SHARE = "share"
    MINE = "mine"
    REVIEW = "review"
    RELOAD = "reload"
    CONTACTS = "contacts"
    REPORT = "report"
    PEOPLE = "people"
    PRIVACY = "privacy"

    @classmethod
    def of(cls, text: str) -> Subcommand | None:
        """The subcommand that `text` is, whatever its case; None for a question."""
        try:
            return cls(text.strip().lower())
        except ValueError:
            return None
