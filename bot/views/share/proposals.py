"""What a filled-in template proposes: told in a message, looked through in a list, sent at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.names import COMMAND, Action, Field, Subcommand, View
from bot.payloads.form import Choice
from bot.views.content.drafts import title_of
from bot.views.content.standing import capital, readers
from bot.views.kit.blocks import Block, SlackMessage, actions, button, divider, form, message, modal, rich_text, shorten
from bot.views.kit.counts import in_words
from bot.views.kit.inputs import file_input, input_block, text_input
from bot.views.kit.lines import Line, bold, line
from bot.views.share.share_form import field_name, no_child_input
from knowledge.domain.contribution import Contribution, ContributionState, Similar
from knowledge.domain.draft import Form
from knowledge.errors import Problem

#: Three blocks each, and a modal takes a hundred; the fullest template seen proposes 17.
LISTED = 30
#: Titles and problems in a message about a template, which all of its files share, and their lengths, also among
#: several files: together under the 4,000 characters from which Slack splits a message, and beyond which its text is
#: cut. The list and the next attempt show the rest.
TITLES_SHOWN = 18
TITLE_TOLD, TITLE_AMONG_SEVERAL = 90, 60
PROBLEMS_SHOWN = 8
PROBLEM_TOLD, PROBLEM_AMONG_SEVERAL = 200, 150
SUMMARY_SHOWN = 240
TITLE_SHOWN = 60
WORDS_SHOWN = 300
#: Files read of one form; each more is another message.
FILES = 5
ENDINGS = ("docx", "txt", "md")
_TOLD = "You are told what is published, or returned with a reason."


def template_form() -> Block:
    """Where a filled-in template is handed in: as a file, or as its text."""
    blocks = [
        *rich_text([line("I read what it proposes, and you look through it. Nothing is sent before that.")]),
        input_block(
            Field.FILE,
            "The filled-in template",
            file_input(Field.FILE, ENDINGS, most=FILES),
            hint="A Word file (.docx) or plain text (.txt, .md), up to 10 MB.",
            optional=True,
        ),
        input_block(
            Field.TEXT,
            "Or its text",
            text_input(Field.TEXT, multiline=True),
            hint="Longer text than this field holds can be sent to me in a message.",
            optional=True,
        ),
    ]
    return form("Use a template", blocks, callback_id=View.SHARE_TEMPLATE, submit="Read it")


def reading_modal() -> Block:
    """What stands in the form's place while the template is read."""
    lines = [
        line(bold("I am reading it.")),
        line("What it proposes comes to your messages with me in a moment. You can close this."),
    ]
    return modal("Use a template", rich_text(lines), callback_id=View.NOTICE)


def proposed_message(form: Form, drafts: Sequence[Contribution], *, among: int = 1) -> SlackMessage:
    """What was read of a template, what could not be read, and a button to look through it.

    `among`: how many files one message tells of.
    """
    whose = drafts[0].content.authority or "no authority yet"
    count = in_words(len(drafts), "initiative")
    shown, told = TITLES_SHOWN // among, TITLE_TOLD if among == 1 else TITLE_AMONG_SEVERAL
    lines = [line("I read ", bold(count), f" in {form.file}, for {whose}:")]
    lines += [line(shorten(title_of(one), told), bullet=True) for one in drafts[:shown]]
    if len(drafts) > shown:
        lines.append(line(f"and {len(drafts) - shown} more."))
    if form.problems:
        lines += [line(""), line("Please look at this:"), *_problem_lines(form.problems, among)]
    lines += [line(""), line("Nothing is sent yet. Look through them, correct or leave out what you like, then send.")]
    look = button("Look through them", Action.PROPOSALS, drafts[0].batch or "", label="Look through the initiatives")
    return message(lines, *actions([look]))


def unread_message(file: str, words: str, problems: Sequence[Problem] = (), *, among: int = 1) -> SlackMessage:
    """Why nothing could be read, where, and what to do instead."""
    said = line(bold(f"Nothing was read from {file}."), f" {words}" if words else None)
    lines = [said, *_problem_lines(problems, among)]
    lines.append(line(f"You can also fill in the form: {COMMAND} {Subcommand.SHARE}."))
    return message(lines)


def proposals_form(
    batch: str,
    drafts: Sequence[Contribution],
    problems: Mapping[str, Sequence[Problem]],
    similar: Mapping[str, Sequence[Similar]],
    *,
    notes: Sequence[Line] = (),
) -> Block:
    """The list of what a template proposes; `problems` and `similar` by draft."""
    if not drafts:
        lines = [line("Nothing is left of this template: everything was sent or left out.")]
        return modal("From your template", rich_text(lines), callback_id=View.NOTICE)
    count = "One initiative" if len(drafts) == 1 else f"{len(drafts)} initiatives"
    opening = [line(bold(count), f" from {drafts[0].file or 'your text'}.")]
    if len(drafts) > LISTED:
        opening.append(line(f"The first {LISTED} are shown; the others follow when these are sent."))
    blocks = rich_text([*notes, *opening])
    shown = drafts[:LISTED]
    for number, draft in enumerate(shown):
        lines = _draft_lines(number, draft, problems.get(draft.id, ()), similar.get(draft.id, ()))
        following = drafts[number + 1] if number + 1 < len(drafts) else None
        buttons = _draft_buttons(draft, following, similar.get(draft.id, ()))
        blocks += [divider(), *rich_text(lines), *actions(buttons)]
    blocks.append(no_child_input(ticked=False, several=len(drafts) > 1))
    submit = "Send all" if len(drafts) > 1 else "Send"
    return form("From your template", blocks, callback_id=View.PROPOSALS, submit=submit, metadata=batch)


def sent_all_modal(sent: Sequence[Contribution]) -> Block:
    """What became of all that was sent."""
    shown = [one for one in sent if one.state is ContributionState.PUBLISHED]
    published = len(shown)
    if published == len(sent):
        done = "It is published" if published == 1 else f"All {published} are published"
        then = " ".join(dict.fromkeys(f"{readers(one.content)} who ask now find it." for one in shown))
    elif published:
        done, then = f"{published} of {len(sent)} published; the rest waits for a reviewer", _TOLD
    else:
        done, then = f"{'It waits' if len(sent) == 1 else f'All {len(sent)} wait'} for a reviewer", _TOLD
    lines = [
        line(bold(f"Thank you. {done}.")),
        line(then),
        line(f"{COMMAND} {Subcommand.MINE} shows everything of yours."),
    ]
    return modal("Sent", rich_text(lines), callback_id=View.NOTICE)


def _draft_lines(
    number: int, draft: Contribution, problems: Sequence[Problem], similar: Sequence[Similar]
) -> list[Line]:
    content = draft.content
    about = [content.authority or "no authority yet", *(category.label for category in content.categories)]
    lines = [line(bold(shorten(f"{number + 1}. {title_of(draft)}", WORDS_SHOWN))), line("; ".join(about))]
    if content.summary:
        lines.append(line(shorten(" ".join(content.summary.split()), SUMMARY_SHOWN)))
    if draft.place:
        lines.append(line(f"Read at {draft.place}."))
    lines += [line(shorten(f"{field_name(one)}: {one.message}", WORDS_SHOWN), bullet=True) for one in problems[:4]]
    lines += [
        line(shorten(f"Looks like “{one.title}” of {one.authority}.", WORDS_SHOWN), bullet=True) for one in similar[:1]
    ]
    return lines


def _draft_buttons(draft: Contribution, following: Contribution | None, similar: Sequence[Similar]) -> list[Block]:
    named = shorten(title_of(draft), TITLE_SHOWN)
    buttons = [
        button("Open and correct", Action.SHARE_DRAFT, draft.id, label=f"Open {named}"),
        button("Leave out", Action.PROPOSAL_LEAVE_OUT, draft.id, label=f"Leave out {named}"),
    ]
    if following is not None:
        value = Choice(draft.id, following.id).value()
        buttons.append(
            button("Merge with the next", Action.PROPOSAL_MERGE, value, label=f"Merge {named} with the next")
        )
    if similar and similar[0].may_update and not draft.is_edit:
        value = Choice(draft.id, similar[0].id).value()
        buttons.append(
            button("Update that one instead", Action.SHARE_INSTEAD, value, label=f"Update the one like {named} instead")
        )
    return buttons


def _problem_lines(problems: Sequence[Problem], among: int) -> list[Line]:
    shown, told = PROBLEMS_SHOWN // among, PROBLEM_TOLD if among == 1 else PROBLEM_AMONG_SEVERAL
    lines = [
        line(shorten(capital(": ".join(filter(None, (one.place or _row(one), one.message)))), told), bullet=True)
        for one in problems[:shown]
    ]
    if len(problems) > shown:
        lines.append(line(f"and {len(problems) - shown} more.", bullet=True))
    return lines


def _row(problem: Problem) -> str:
    return f"line {problem.line}" if problem.line else ""
