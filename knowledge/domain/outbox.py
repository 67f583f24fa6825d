"""The outbox: what people are to be told, saved together with the change that it tells of, and sent by the worker.

waiting -> posting -> done | failed (refused for good) | unconfirmed (whether it arrived is not known). Whatever was
being posted when its process died is unconfirmed: it is never repeated by itself but shown to a person. What nobody
settled while its words were kept is done.

done -> waiting, with where it stands: a card that is to be drawn anew there, which may be repeated without harm.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

#: Recipients that stand for several, told apart by the worker when it sends (`Outbox.split`): who they are is set
#: outside the store.
REVIEWERS = "reviewers"
CHANNELS = "channels"
ADMINS = "admins"
LEADS_OF = "leads-of:"
#: In a message to the leads of an authority: somebody who left looked after some of what it is about.
LEFT = "left"


class MessageKind(StrEnum):
    """What is told; the bot draws the message from the ids when it is sent."""

    ANNOUNCED = "announced"
    TO_REVIEW = "to-review"
    THANKS = "thanks"
    PUBLISHED = "published"
    RETURNED = "returned"
    HANDED_OVER = "handed-over"
    DUE = "due"
    HELPED = "helped"
    CONTACT_CHECK = "contact-check"
    CONTACT_LEFT = "contact-left"
    CONTACT_CHANGED = "contact-changed"
    #: to the admins: a question that nothing answered; and to who sent it with their name, what an admin says to it
    UNANSWERED = "unanswered"
    ANSWERED = "answered"
    #: to whoever reloaded, when they could not be told at once
    RELOAD_ENDED = "reload-ended"
    #: to the admins: a message that was refused or may have arrived
    UNSETTLED = "unsettled"
    #: a card whose words were erased from the store: it is emptied where it stands, and then forgotten
    ERASED = "erased"


#: What is put up to be decided on, and drawn anew where it stands whenever that changed.
CARDS = frozenset({MessageKind.TO_REVIEW, MessageKind.UNANSWERED})


class PostingState(StrEnum):
    """How far the sending of a message has come; see above for the moves."""

    WAITING = "waiting"
    POSTING = "posting"
    DONE = "done"
    FAILED = "failed"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, slots=True)
class Message:
    """Something to tell. `key` makes it unique for ever; `to` is a member's key ("T1:U2"), a channel's ("T1:C3"),
    `REVIEWERS`, `CHANNELS`, or `LEADS_OF` followed by an authority.

    `subject` is the id of the contribution or initiative it is about; `payload` holds further ids and plain words.
    """

    key: str
    kind: MessageKind
    to: str
    subject: str = ""
    payload: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Posting:
    """A message of the outbox and how its sending stands; `posted` is where it went, as the bot noted it.

    `claim` is the token of the claim that gave it out, empty where it is only looked at.
    """

    message: Message
    state: PostingState
    attempts: int
    created_at: datetime
    reason: str | None = None
    posted: str | None = None
    claim: str = ""
