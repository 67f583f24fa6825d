"""What is kept, why, and for how long: the worker goes by these periods, and `/practice privacy` shows this table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

#: A delivery of Slack's is known again for this long: its last retry comes after 6 minutes, delayed events for a day.
DELIVERIES_KEPT = timedelta(days=2)
#: The key of a click or a form that was sent, so that it is done once: Slack repeats none after a day, and a page left
#: open over a holiday is pressed within a month.
CLICKS_KEPT = timedelta(days=30)
#: A draft that nobody touched, or that was returned or put away, and what was published, as it was sent: a year covers
#: somebody's long leave, and what is published has its versions.
CONTRIBUTIONS_KEPT = timedelta(days=365)
#: A draft in which nothing was written. Slack does not tell of every form that is gone, and one may stand open over a
#: holiday before somebody writes in it.
BLANK_KEPT = timedelta(days=30)
#: Versions and counts of an initiative that the store no longer has: time to notice that its file was left out.
GONE_KEPT = timedelta(days=90)
#: How long it is remembered what was not found: long enough to see that something is asked for again and again.
GAPS_KEPT = timedelta(days=365)
#: How long a reload can be undone: what that needs holds contacts as they were before.
UNDO_KEPT = timedelta(days=30)
#: A question that was sent to the admins, dealt with or not: a quarter, the rhythm in which networks meet.
SENT_KEPT = timedelta(days=90)
#: How long the words of a message that was sent are kept; that it was sent stays known, so that it never is again.
TOLD_KEPT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Kept:
    """One row of the table, in words."""

    what: str
    why: str
    how_long: str


def _days(period: timedelta) -> str:
    return "a year" if period == timedelta(days=365) else f"{period.days} days"


#: Of an initiative that is gone: the later of two, so that undoing a reload brings its history back.
_UNDOABLE = "and at least as long as that can be undone"

TABLE = (
    Kept(
        "a question, or a template to be read, with who sent it and where, encrypted",
        "to survive a killed process",
        "until it is answered, seconds as a rule",
    ),
    Kept("the number of a delivery from Slack", "to answer once what Slack delivers twice", _days(DELIVERIES_KEPT)),
    Kept(
        "a click or a form that was sent, as a keyed hash that tells nobody whose it was",
        "to do it once",
        f"{_days(CLICKS_KEPT)}; of showing an answer to a channel, {_days(DELIVERIES_KEPT)}",
    ),
    Kept(
        "initiatives and contacts, archived ones too",
        "to answer from, and to bring back",
        "until the library has them no longer; written or changed in Slack, for good; a name, until it comes off",
    ),
    Kept(
        "who looks after an initiative",
        "to ask them whether it is still right",
        "until it is handed over, erased or gone",
    ),
    Kept(
        "a draft, also one that was returned or put away, with whose it is",
        "so that nothing typed is lost",
        f"until it is published or erased; {_days(CONTRIBUTIONS_KEPT)} untouched at most; a form that was opened, "
        f"without a word in it, {_days(BLANK_KEPT)}",
    ),
    Kept(
        "what waits for review, with who sent it",
        "to be decided on",
        "until it is published, returned, taken back or erased",
    ),
    Kept(
        "what was published, as it was sent, with who sent it and who decided",
        "to tell them, and to answer for it",
        f"{_days(CONTRIBUTIONS_KEPT)}; who it was can be erased",
    ),
    Kept(
        "a template that was read on the terminal, whole",
        "to take it only once",
        f"{_days(CONTRIBUTIONS_KEPT)} after the last of it was decided on",
    ),
    Kept(
        "who reloads, by name",
        "to tell whoever wants to meanwhile",
        "until that reload ends; if it was cut short, until the next",
    ),
    Kept(
        "what the last reload changed, as it was before, and the name of who reloaded",
        "to undo that reload",
        f"until the next one that changes anything, {_days(UNDO_KEPT)} at most",
    ),
    Kept(
        "on which days a theme, an authority or a word of the lists was asked for in vain; nothing else of a question",
        "to see what is missing, shown from the fifth day on",
        _days(GAPS_KEPT),
    ),
    Kept(
        "a question that somebody sent to the admins, as they sent it; their Slack id only if they gave their name; "
        "who dealt with it",
        "to see what is missing, and to answer them",
        f"{_days(SENT_KEPT)}; who gave their name can erase it before; who dealt with it can be erased",
    ),
    Kept(
        "where in Slack the admins were told of such a question, whose number there is the moment; else only the day",
        "to show them there that it is dealt with",
        f"{_days(SENT_KEPT)}, as the question",
    ),
    Kept(
        "versions of an initiative and who made them",
        "to restore, and to answer for it",
        f"as long as the initiative; of one that is gone, {_days(GONE_KEPT)} after its last change, {_UNDOABLE}; "
        "who made them can be erased",
    ),
    Kept(
        "the Slack id of a contact or lead whose account was deactivated, with since when",
        "to name and ask them no longer",
        "until the account works again or their name comes off",
    ),
    Kept("who was given which role, and by whom", "to know who may do what", "until it is taken back"),
    Kept(
        "the audit: who did what, and to whom they gave a role or handed something over, by Slack id",
        "to answer for it",
        "for good; of what a contact said about themselves, until their name comes off",
    ),
    Kept(
        "the words of a message that was sent",
        "to know what was said",
        f"{_days(TOLD_KEPT)}; that it was sent, to whom and where, for good",
    ),
    Kept(
        "how often an initiative was shown and opened, by week",
        "to tell its lead that it helped",
        f"as long as the initiative; of one that is gone, {_days(GONE_KEPT)}, {_UNDOABLE}",
    ),
    Kept("a keyed hash of a name that came off", "to keep it from coming back in", "for good"),
    Kept("when the worker last said that it is alive", "for `practice doctor`", "until it says so again"),
)
