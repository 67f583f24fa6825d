"""A submission as its reviewers see it: all that would be published, what changes, and what wants a second look.

Everything submitted stands in rich text as plain words: nothing in it is a link, a mention or a button. Addresses are
listed apart, each with the host where it really leads.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

from bot.names import Action, View
from bot.payloads.reviewed import Reviewed
from bot.views.blocks import MODAL_BLOCKS, Block, Message, actions, button, divider, message, modal, rich_text, shorten
from bot.views.lines import Line, Span, bold, line, plain
from bot.views.standing import EVIDENCE_WORDS, capital
from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.days import said_at
from knowledge.domain.initiative import Contact, Evidence, Visibility
from knowledge.domain.lists import Lists
from knowledge.domain.review import Difference, Link, Look, Mark

#: A card longer than this is shown in part, with the whole of it behind a button: Slack splits a message whose blocks
#: hold more than some 4,000 characters, and buttons must not part from what they decide on.
CARD_TEXT = 2800
#: Characters of a long card's text that are shown before "Read all of it".
BEGINNING = 600
#: Letters in one piece of rich text, which Slack bounds at 3,000 units of two bytes: the rarest letters take two.
PIECE = 1500
#: Submissions listed at once; each takes two of a message's 50 blocks.
LISTED = 15
TITLE_SHOWN = 60
#: Slack refuses a view of more than 250 kB; the rest of the view needs little.
VIEW_BYTES = 240_000

FIELDS = {
    "authority": "Authority",
    "title": "Title",
    "summary": "What is done",
    "impact": "Impact",
    "evidence": "Evidence",
    "categories": "Categories",
    "themes": "Themes",
    "year": "When",
    "contacts": "Contacts",
    "resources": "Resources",
    "visibility": "Who can see it",
    "source": "Source",
}
VISIBILITY_WORDS = {
    Visibility.NETWORK: "everyone in the network",
    Visibility.AUTHORITY: "members of this authority only",
}

_TOO_LONG = (
    "This is longer than Slack can show, so it cannot be published from here. Return it and ask for fewer contacts "
    "and resources, or for shorter texts."
)


def card(look: Look, sender: str, lists: Lists) -> Message:
    """The card that a reviewer gets by message; `sender` is the name of who sent it."""
    opening = _opening(look, sender)
    sections = [*_whole(look, lists), *_hints(look)]
    whole = [opening, *sections]
    if sum(len(each.plain) for section in whole for each in section) <= CARD_TEXT:
        return _drawn(whole, decision_buttons(look))
    beginning = [line(bold("Title: "), _beginning(look.content.title)), line(_beginning(look.content.summary))]
    more = [line("This is longer than a message holds. Read all of it to decide.")]
    hints = [section[:6] for section in _hints(look)]
    reviewed = _reviewed(look).value()
    buttons = [
        button("Read all of it", Action.REVIEW_LOOK, reviewed, label=f"Read all of {_short_title(look)}"),
        button("Return", Action.REVIEW_RETURN, reviewed, label=f"Return {_short_title(look)}"),
    ]
    return _drawn([opening, beginning, *hints, more], buttons)


def look_modal(look: Look, sender: str, lists: Lists) -> Block:
    """Everything there is to see of a submission, with the buttons that decide on it."""
    blocks: list[Block] = []
    for section in (_opening(look, sender), *_whole(look, lists), *_hints(look)):
        blocks += [divider()] * bool(blocks) + rich_text(section)
    buttons = decision_buttons(look)
    if len(blocks) >= MODAL_BLOCKS or len(json.dumps(blocks)) > VIEW_BYTES:
        # Nobody is to publish what they could not see.
        blocks = [*rich_text(_opening(look, sender)), *rich_text([line(_TOO_LONG)])]
        buttons = [one for one in buttons if one["action_id"] == Action.REVIEW_RETURN]
    return modal("Review", [*blocks, *actions(buttons)], callback_id=View.REVIEW)


def decision_buttons(look: Look) -> list[Block]:
    """The three decisions, without publishing as it is where that would be refused; none once it was decided."""
    if look.contribution.state is not ContributionState.WAITING:
        return []
    value, title = _reviewed(look).value(), _short_title(look)
    publish = button("Publish", Action.REVIEW_PUBLISH, value, label=f"Publish {title}")
    publish["style"] = "primary"
    return [
        *([] if look.problems else [publish]),
        button("Publish with edits", Action.REVIEW_EDIT, value, label=f"Publish {title} with edits"),
        button("Return", Action.REVIEW_RETURN, value, label=f"Return {title}"),
    ]


def decided_card(one: Contribution, reviewer: str, title: str) -> Message:
    """What a card becomes once it was decided; `reviewer` is the name of who did."""
    about = f"{shorten(title, TITLE_SHOWN * 2)} ({one.content.authority})"
    lines = [line(bold(decision_words(one, reviewer))), line(about)]
    if one.state is ContributionState.RETURNED and one.reason:
        lines += [line("The reason given:"), *paragraphs(one.reason)]
    return message(lines)


def decision_words(one: Contribution, reviewer: str) -> str:
    """ "Published by Ade Mensah on 23 November 2026 at 18:40." """
    at = said_at(one.decided_at or one.changed_at)
    match one.state:
        case ContributionState.PUBLISHED:
            return f"Published by {reviewer} on {at}."
        case ContributionState.RETURNED:
            return f"Returned by {reviewer} on {at}."
        case ContributionState.WITHDRAWN:
            return f"Withdrawn on {at} by whoever sent it."
        case _:
            return "This waits for review."


def waiting_message(waiting: Sequence[tuple[Contribution, str]], further: Sequence[Line] = ()) -> Message:
    """What waits for a decision of this reviewer (with the names of who sent it), the longest waiting first."""
    if not waiting:
        return message([line("Nothing waits for your review."), *further])
    number = len(waiting)
    opening = line(bold(f"{number} submission{'' if number == 1 else 's'} wait{'s' if number == 1 else ''} for review"))
    said, blocks = [opening], rich_text([opening])
    for one, sender in waiting[:LISTED]:
        about = [
            line(bold(_beginning(one.content.title or "Without a title"))),
            line(f"{one.content.authority or 'No authority'}. {_kind(one)} from {sender}, {_sent(one)}."),
        ]
        reviewed = Reviewed(one.id, one.revision).value()
        label = f"Look at {shorten(one.content.title, TITLE_SHOWN)}"
        blocks += [*rich_text(about), *actions([button("Look", Action.REVIEW_LOOK, reviewed, label=label)])]
        said += [line(""), *about]
    closing = [*further]
    if number > LISTED:
        closing.append(line(f"{number - LISTED} more wait; decide on these first."))
    return Message(plain([*said, *closing]), (*blocks, *rich_text(closing)))


def paragraphs(text: str, marks: Iterable[Mark] = ()) -> list[Line]:
    """Submitted text as lines of plain spans, with what is marked in bold; nothing of it is cut or interpreted."""
    lines: list[Line] = []
    spans: list[Span] = []
    bounds = {bound for mark in marks for bound in (mark.start, mark.end)}
    within = [(mark.start, mark.end) for mark in marks]
    start = 0
    for end in sorted(bounds | {len(text)}):
        marked = any(first <= start and end <= last for first, last in within)
        for number, row in enumerate(text[start:end].split("\n")):
            if number:
                lines.append(Line(tuple(spans)))
                spans = []
            spans += [Span(row[at : at + PIECE], bold=marked) for at in range(0, len(row), PIECE)]
        start = end
    return [*lines, Line(tuple(spans))]


def file_name(file: str) -> str:
    """A file's own name: where it lies on somebody's machine is nobody's business here."""
    return re.split(r"[\\/]", file)[-1]


def place_name(place: str) -> str:
    """A field's place as a reader knows it: "resources.0.title" is "Resources, no. 1"."""
    field, _, rest = place.partition(".")
    number = rest.partition(".")[0]
    name = FIELDS.get(field, field)
    return f"{name}, no. {int(number) + 1}" if number.isdigit() else name


def _drawn(sections: Sequence[Sequence[Line]], buttons: Sequence[Block]) -> Message:
    said: list[Line] = []
    blocks: list[Block] = []
    for section in sections:
        said += [line("")] * bool(said) + list(section)
        blocks += [divider()] * bool(blocks) + rich_text(section)
    return Message(plain(said), (*blocks, *actions(buttons)))


def _opening(look: Look, sender: str) -> list[Line]:
    one = look.contribution
    lines = [
        line(bold(f"{_kind(one)} for review")),
        line(f"From {sender}, {_sent(one)}" + (f", in {file_name(one.file)}" if one.file else "") + "."),
    ]
    if one.state is not ContributionState.WAITING:
        lines.append(line(bold(decision_words(one, "another reviewer"))))
    if look.published is not None:
        lines.append(line("Readers see the published version until you decide."))
    if look.archived:
        lines.append(line(bold("The initiative is archived: publishing this shows it again.")))
    if look.stale:
        lines.append(
            line(
                bold("The published version was changed after this edit of it was begun. "),
                "Publishing replaces what stands there now; below is what that would change.",
            )
        )
    for problem in look.problems:
        where = f"{place_name(problem.field)}: " if problem.field else ""
        lines.append(line(bold("Cannot be published as it is. "), f"{where}{problem.message}", bullet=True))
    return lines


def _whole(look: Look, lists: Lists) -> list[list[Line]]:
    content = look.content
    names = {theme.slug: theme.name for theme in lists.themes}
    about = [
        _field("authority", content.authority or "none"),
        Line((bold("Title: "), *_one_row(paragraphs(content.title, _marks_of(look, "title"))))),
        _field("categories", "; ".join(category.label for category in content.categories) or "none"),
        _field("themes", "; ".join(names.get(slug, slug) for slug in content.themes) or "none"),
        _field("evidence", EVIDENCE_WORDS[content.evidence]),
        _field("visibility", VISIBILITY_WORDS[content.visibility]),
    ]
    if content.year:
        about.append(_field("year", content.year))
    done = [line(bold("What is done")), *paragraphs(content.summary, _marks_of(look, "summary"))]
    impact = [line(bold("Impact"))]
    impact += paragraphs(content.impact, _marks_of(look, "impact")) if content.impact else [line("None is reported.")]
    people = [line(bold("Contacts"))]
    people += [line(contact_words(contact), bullet=True) for contact in content.contacts] or [line("None is named.")]
    sections = [about, done, impact, people]
    if content.resources:
        rows = (f"{one.title}: {one.url}" if one.url else one.title for one in content.resources)
        sections.append([line(bold("Resources")), *(line(row, bullet=True) for row in rows)])
    if content.source:
        source = f"{content.source.title}: {content.source.url}" if content.source.url else content.source.title
        sections.append([_field("source", source)])
    return sections


def contact_words(contact: Contact) -> str:
    """All that is held of a contact, and who may see it."""
    ways = (contact.name, contact.role, contact.team, contact.email, contact.phone, contact.url)
    said = ", ".join(filter(None, ways))
    if contact.public and (contact.email or contact.phone):
        said += " (e-mail and phone may be shown in channels)"
    return said


def _hints(look: Look) -> list[list[Line]]:
    sections = []
    if look.published is not None:
        changes = [each for one in look.differences for each in _difference_lines(one)]
        opening = line(bold("What changes against the published version"))
        sections.append([opening, *(changes or [line("Nothing changes.")])])
    if look.marks:
        rows = dict.fromkeys(f"“{mark.text}” in {place_name(mark.place)}: {mark.label}" for mark in look.marks)
        opening = line(bold("Please check that no child or family can be identified"))
        sections.append([opening, *(line(row, bullet=True) for row in rows)])
    if look.links:
        rows = dict.fromkeys(_link_row(link) for link in look.links)
        sections.append([line(bold("Where links lead")), *(line(row, bullet=True) for row in rows)])
    return sections


def _difference_lines(one: Difference) -> list[Line]:
    before, after = _in_words(one.field, one.before), _in_words(one.field, one.after)
    rows = [line(bold(FIELDS.get(one.field, one.field)))]
    for label, text in (("Before: ", before), ("Now: ", after)):
        first, *rest = paragraphs(text or "nothing")
        rows += [Line((Span(label, italic=True), *first.spans)), *rest]
    return rows


def _in_words(field: str, text: str) -> str:
    if field == "evidence" and text in set(Evidence):
        return EVIDENCE_WORDS[Evidence(text)]
    if field == "visibility" and text in set(Visibility):
        return capital(VISIBILITY_WORDS[Visibility(text)])
    return text


def _link_row(link: Link) -> str:
    safe = "" if link.secure else " (not encrypted)"
    return f"{place_name(link.place)}: leads to {link.host or 'no known site'}{safe} - {link.url}"


def _marks_of(look: Look, place: str) -> list[Mark]:
    return [mark for mark in look.marks if mark.place == place]


def _one_row(lines: Sequence[Line]) -> list[Span]:
    return [span for each in lines for span in each.spans]


def _field(field: str, value: str) -> Line:
    return line(bold(f"{FIELDS[field]}: "), value)


def _reviewed(look: Look) -> Reviewed:
    return Reviewed(look.contribution.id, look.contribution.revision, look.over)


def _kind(one: Contribution) -> str:
    return "Edit" if one.is_edit else "New initiative"


def _sent(one: Contribution) -> str:
    return f"sent on {said_at(one.submitted_at or one.changed_at)}"


def _beginning(text: str) -> str:
    return shorten(text, BEGINNING)


def _short_title(look: Look) -> str:
    return shorten(look.content.title, TITLE_SHOWN - 20)
