"""The index of everything that the bot answers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from slack_bolt import App

from bot.listeners.ask import Ask
from bot.listeners.contacts import ContactBook
from bot.listeners.history import History
from bot.listeners.mine import MyOwn
from bot.listeners.privacy import Erasing
from bot.listeners.proposals import Proposals
from bot.listeners.reload import Reloading
from bot.listeners.report import ReportFiles
from bot.listeners.results import Results
from bot.listeners.review import Reviewing
from bot.listeners.roles import Roles
from bot.listeners.settle import Settle
from bot.listeners.share import ShareForm
from bot.listeners.share_opening import ShareOpening
from bot.listeners.unanswered import SendToAdmins
from bot.listeners.unanswered_desk import SentToAdmins
from bot.listeners.unknown import Unknown
from bot.listeners.upkeep import Keeping
from bot.names import COMMAND, Action, Field, Shortcut, Subcommand, View
from bot.parts import Parts
from bot.payloads.asked import SUBTYPES

#: Inputs of which Slack tells each choice, and forms of which it tells the closing.
CHOSEN = (Field.AUTHORITY, Field.CATEGORIES, Field.EVIDENCE)
CLOSED = (View.SHARE_ABOUT, View.SHARE_PEOPLE)
#: Windows that are only read: no listener takes one that is sent, as an older version's may be.
READ = (View.INITIATIVE, View.SHARE_START, View.MINE, View.NOTICE, View.REVIEW, View.HISTORY, View.UNANSWERED)


def register_listeners(app: App, parts: Parts) -> None:
    """Register every listener. Their patterns never overlap: Bolt would run both after a late ack."""
    proposals = Proposals(parts)
    share = ShareForm(parts, proposals)
    opening = ShareOpening(parts)
    my_own = MyOwn(parts)
    ask = Ask(parts, {Subcommand.SHARE: opening.from_command, Subcommand.MINE: my_own.from_command})
    app.use(ask.save_first)
    app.command(COMMAND)(ask.command)
    app.event("app_mention")(ask.event)
    for subtype in SUBTYPES:
        app.event({"type": "message", "subtype": subtype})(ask.event)

    results = Results(parts)
    app.action(numbered(Action.OPEN))(results.open)
    app.action(numbered(Action.MORE))(results.ask)
    app.action(numbered(Action.ASK))(results.ask)
    app.action(numbered(Action.SHARE))(results.share)
    app.action(numbered(Action.SEND))(results.send)

    reviewing = Reviewing(parts)
    app.action(numbered(Action.REVIEW_LOOK))(reviewing.look)
    app.action(numbered(Action.REVIEW_PUBLISH))(reviewing.publish)
    app.action(numbered(Action.REVIEW_EDIT))(reviewing.open_edit)
    app.action(numbered(Action.REVIEW_RETURN))(reviewing.open_return)
    settle = Settle(parts)
    app.action(numbered(Action.POST_ARRIVED))(settle.arrived)
    app.action(numbered(Action.POST_AGAIN))(settle.again)
    reloading = Reloading(parts)
    app.action(numbered(Action.RELOAD_LOOK))(reloading.look)
    app.action(numbered(Action.RELOAD_TAKE))(reloading.take)
    app.action(numbered(Action.RELOAD_APPLY))(reloading.apply)
    app.action(numbered(Action.RELOAD_UNDO))(reloading.undo)
    roles = Roles(parts)
    app.action(numbered(Action.PEOPLE_GIVE))(roles.give)
    app.action(numbered(Action.PEOPLE_TAKE))(roles.take)
    app.action(numbered(Action.PEOPLE_SEE))(roles.see)
    app.view(View.ROLE)(roles.given)
    book = ContactBook(parts)
    app.action(numbered(Action.CONTACT_FIND))(book.find)
    app.action(numbered(Action.CONTACT_SEE))(book.see)
    app.action(numbered(Action.CONTACT_OFF))(book.off)
    app.view(View.CONTACT_FIND)(book.found)
    app.view(View.CONTACT_REPLACE)(book.replace)
    files = ReportFiles(parts)
    app.action(numbered(Action.REPORT_FILE))(files.table)
    app.action(numbered(Action.REPORT_PICTURE))(files.picture)
    sending = SendToAdmins(parts)
    app.action(numbered(Action.UNANSWERED_SEND))(sending.open)
    app.view(View.UNANSWERED_SEND)(sending.sent)
    desk = SentToAdmins(parts)
    app.action(numbered(Action.UNANSWERED_SEE))(desk.see)
    app.action(numbered(Action.UNANSWERED_SETTLE))(desk.settle)
    app.action(numbered(Action.UNANSWERED_ANSWER))(desk.open_answer)
    app.view(View.UNANSWERED_ANSWER)(desk.answer)
    app.action(numbered(Action.PRIVACY_ERASE))(Erasing(parts).erase)
    app.view(View.REVIEW_EDIT)(reviewing.publish_edited)
    app.view(View.REVIEW_RETURN)(reviewing.give_back)

    app.shortcut(Shortcut.SHARE)(opening.open)
    app.action(numbered(Action.SHARE_FORM))(opening.open)
    app.action(numbered(Action.SHARE_NEW))(opening.begin)
    app.action(numbered(Action.SHARE_DRAFT))(opening.resume)
    app.action(numbered(Action.SHARE_PUT_AWAY))(opening.put_away)
    app.options(Field.AUTHORITY)(share.authorities)
    for field in CHOSEN:
        app.action(field)(share.chosen)
    app.action(numbered(Action.SHARE_KEEP))(share.keep)
    app.action(numbered(Action.SHARE_BACK))(share.back)
    app.action(numbered(Action.SHARE_THEMES))(share.suggest_themes)
    app.action(numbered(Action.SHARE_CONTACT))(share.contact)
    app.action(numbered(Action.SHARE_INSTEAD))(share.instead)
    app.view(View.SHARE_ABOUT)(share.about_sent)
    app.view(View.SHARE_PEOPLE)(share.people_sent)
    app.view(View.SHARE_CONTACT)(share.contact_sent)
    app.view(View.SHARE_SIMILAR)(share.different)
    app.action(numbered(Action.SHARE_TEMPLATE))(proposals.open_template)
    app.view(View.SHARE_TEMPLATE)(proposals.template_sent)
    app.action(numbered(Action.PROPOSALS))(proposals.open)
    app.action(numbered(Action.PROPOSAL_LEAVE_OUT))(proposals.leave_out)
    app.action(numbered(Action.PROPOSAL_MERGE))(proposals.merge)
    app.view(View.PROPOSALS)(proposals.sent)
    app.action(numbered(Action.MINE))(my_own.open)
    app.action(numbered(Action.MINE_EDIT))(my_own.edit)
    app.action(numbered(Action.MINE_DO))(my_own.do)
    app.view(View.HAND_OVER)(my_own.handed_over)
    for closed in CLOSED:
        app.view_closed(closed)(share.closed)

    keeping = Keeping(parts)
    app.action(numbered(Action.STILL_RIGHT))(keeping.still_right)
    app.action(numbered(Action.DUE_ARCHIVE))(keeping.archive)
    app.action(numbered(Action.STILL_ME))(keeping.still_me)
    app.action(numbered(Action.HAND_ON))(keeping.hand_on)
    app.action(numbered(Action.NAME_OFF))(keeping.my_name_off)
    app.action(numbered(Action.NAME_OFF_FOR))(keeping.name_off)
    app.view(View.HAND_ON)(keeping.handed_on)
    app.view(View.NAME_OFF)(keeping.name_given)

    history = History(parts)
    app.action(numbered(Action.HISTORY))(history.list)
    app.action(numbered(Action.HISTORY_VERSION))(history.read)
    app.action(numbered(Action.HISTORY_RESTORE))(history.restore)

    unknown = Unknown(parts)
    app.action(none_of([*Action, *CHOSEN]))(unknown.pressed)
    app.command(none_of([COMMAND]))(unknown.command)
    app.options(none_of([Field.AUTHORITY]))(unknown.options)
    app.view(none_of(set(View) - set(READ)))(unknown.view)
    app.view_closed(none_of(CLOSED))(unknown.quiet)
    app.shortcut(none_of(Shortcut))(unknown.pressed)
    app.event(re.compile(""))(unknown.event)


def numbered(name: str) -> re.Pattern[str]:
    """Matches an `action_id` with or without its number (`ask`, `ask:2`)."""
    return re.compile(rf"^{re.escape(name)}(?::\d+)?$")


def none_of(names: Iterable[str]) -> re.Pattern[str]:
    """Matches every name but these, numbered or not."""
    known = "|".join(re.escape(name) for name in names)
    return re.compile(rf"^(?!(?:{known})(?::\d+)?$)")
