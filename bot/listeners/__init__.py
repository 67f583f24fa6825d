"""The index of everything that the bot answers."""

from __future__ import annotations

import re

from slack_bolt import App

from bot.listeners.ask import Ask
from bot.listeners.contacts import ReplacingContacts
from bot.listeners.history import History
from bot.listeners.mine import MyOwn
from bot.listeners.parts import Parts
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
from bot.listeners.unanswered_for_admins import SentToAdmins
from bot.listeners.unknown import Unknown
from bot.listeners.upkeep import Keeping
from bot.names import COMMAND, Action, Field, Shortcut, Subcommand, View, none_of
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
    app.action(Action.OPEN.pattern)(results.open)
    app.action(Action.MORE.pattern)(results.ask)
    app.action(Action.ASK.pattern)(results.ask)
    app.action(Action.SHARE.pattern)(results.share)
    app.action(Action.SEND.pattern)(results.send)

    reviewing = Reviewing(parts)
    app.action(Action.REVIEW_LOOK.pattern)(reviewing.look)
    app.action(Action.REVIEW_PUBLISH.pattern)(reviewing.publish)
    app.action(Action.REVIEW_EDIT.pattern)(reviewing.open_edit)
    app.action(Action.REVIEW_RETURN.pattern)(reviewing.open_return)
    settle = Settle(parts)
    app.action(Action.POST_ARRIVED.pattern)(settle.arrived)
    app.action(Action.POST_AGAIN.pattern)(settle.again)
    reloading = Reloading(parts)
    app.action(Action.RELOAD_LOOK.pattern)(reloading.look)
    app.action(Action.RELOAD_TAKE.pattern)(reloading.take)
    app.action(Action.RELOAD_APPLY.pattern)(reloading.apply)
    app.action(Action.RELOAD_UNDO.pattern)(reloading.undo)
    roles = Roles(parts)
    app.action(Action.PEOPLE_GIVE.pattern)(roles.give)
    app.action(Action.PEOPLE_TAKE.pattern)(roles.take)
    app.action(Action.PEOPLE_SEE.pattern)(roles.see)
    app.view(View.ROLE)(roles.given)
    book = ReplacingContacts(parts)
    app.action(Action.CONTACT_FIND.pattern)(book.find)
    app.action(Action.CONTACT_SEE.pattern)(book.see)
    app.action(Action.CONTACT_OFF.pattern)(book.off)
    app.view(View.CONTACT_FIND)(book.found)
    app.view(View.CONTACT_REPLACE)(book.replace)
    files = ReportFiles(parts)
    app.action(Action.REPORT_FILE.pattern)(files.table)
    app.action(Action.REPORT_PICTURE.pattern)(files.picture)
    sending = SendToAdmins(parts)
    app.action(Action.UNANSWERED_SEND.pattern)(sending.open)
    app.view(View.UNANSWERED_SEND)(sending.sent)
    sent_to_admins = SentToAdmins(parts)
    app.action(Action.UNANSWERED_SEE.pattern)(sent_to_admins.see)
    app.action(Action.UNANSWERED_SETTLE.pattern)(sent_to_admins.settle)
    app.action(Action.UNANSWERED_ANSWER.pattern)(sent_to_admins.open_answer)
    app.view(View.UNANSWERED_ANSWER)(sent_to_admins.answer)
    app.action(Action.PRIVACY_ERASE.pattern)(Erasing(parts).erase)
    app.view(View.REVIEW_EDIT)(reviewing.publish_edited)
    app.view(View.REVIEW_RETURN)(reviewing.give_back)

    app.shortcut(Shortcut.SHARE)(opening.open)
    app.action(Action.SHARE_FORM.pattern)(opening.open)
    app.action(Action.SHARE_NEW.pattern)(opening.begin)
    app.action(Action.SHARE_DRAFT.pattern)(opening.resume)
    app.action(Action.SHARE_PUT_AWAY.pattern)(opening.put_away)
    app.options(Field.AUTHORITY)(share.authorities)
    for field in CHOSEN:
        app.action(field)(share.chosen)
    app.action(Action.SHARE_KEEP.pattern)(share.keep)
    app.action(Action.SHARE_BACK.pattern)(share.back)
    app.action(Action.SHARE_THEMES.pattern)(share.suggest_themes)
    app.action(Action.SHARE_CONTACT.pattern)(share.contact)
    app.action(Action.SHARE_INSTEAD.pattern)(share.instead)
    app.view(View.SHARE_ABOUT)(share.about_sent)
    app.view(View.SHARE_PEOPLE)(share.people_sent)
    app.view(View.SHARE_CONTACT)(share.contact_sent)
    app.view(View.SHARE_SIMILAR)(share.different)
    app.action(Action.SHARE_TEMPLATE.pattern)(proposals.open_template)
    app.view(View.SHARE_TEMPLATE)(proposals.template_sent)
    app.action(Action.PROPOSALS.pattern)(proposals.open)
    app.action(Action.PROPOSAL_LEAVE_OUT.pattern)(proposals.leave_out)
    app.action(Action.PROPOSAL_MERGE.pattern)(proposals.merge)
    app.view(View.PROPOSALS)(proposals.sent)
    app.action(Action.MINE.pattern)(my_own.open)
    app.action(Action.MINE_EDIT.pattern)(my_own.edit)
    app.action(Action.MINE_DO.pattern)(my_own.do)
    app.view(View.HAND_OVER)(my_own.handed_over)
    for closed in CLOSED:
        app.view_closed(closed)(share.closed)

    keeping = Keeping(parts)
    app.action(Action.STILL_RIGHT.pattern)(keeping.still_right)
    app.action(Action.DUE_ARCHIVE.pattern)(keeping.archive)
    app.action(Action.STILL_ME.pattern)(keeping.still_me)
    app.action(Action.HAND_ON.pattern)(keeping.hand_on)
    app.action(Action.NAME_OFF.pattern)(keeping.my_name_off)
    app.action(Action.NAME_OFF_FOR.pattern)(keeping.name_off)
    app.view(View.HAND_ON)(keeping.handed_on)
    app.view(View.NAME_OFF)(keeping.name_given)

    history = History(parts)
    app.action(Action.HISTORY.pattern)(history.list)
    app.action(Action.HISTORY_VERSION.pattern)(history.read)
    app.action(Action.HISTORY_RESTORE.pattern)(history.restore)

    unknown = Unknown(parts)
    app.action(none_of([*Action, *CHOSEN]))(unknown.pressed)
    app.command(none_of([COMMAND]))(unknown.command)
    app.options(none_of([Field.AUTHORITY]))(unknown.options)
    app.view(none_of(set(View) - set(READ)))(unknown.view)
    app.view_closed(none_of(CLOSED))(unknown.quiet)
    app.shortcut(none_of(Shortcut))(unknown.pressed)
    app.event(re.compile(""))(unknown.event)
