"""What of a form is read and not taken up, said so that nothing is lost unseen."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.domain.draft import Draft
from knowledge.domain.initiative import Contact
from knowledge.domain.text import clean
from knowledge.errors import Problem
from knowledge.importing.template.contacts.mentions import Mention
from knowledge.importing.template.contacts.unread import unread_in
from knowledge.importing.template.files.document import Document
from knowledge.importing.template.language.sentences import within
from knowledge.importing.template.lines.steps import Line
from knowledge.importing.template.options.choices import Options
from knowledge.importing.template.work.candidates import Told

#: How much of a statement a problem quotes.
_QUOTED = 300
#: So many paragraphs that were taken for no work are quoted.
_LEFT_SHOWN = 10


def notices(
    drafts: Sequence[Draft], options: Options, document: Document, left: Sequence[Line], file: str
) -> list[Problem]:
    """What is to be said of a form as a whole, with what was taken for no work."""
    found = [Problem(file, notice) for notice in document.notices]
    if not drafts:
        what = "no part of the form was understood as a piece of work" if left else "the form describes no work yet"
        message = f'{what}; write what you do under a heading "Description", one paragraph or bullet for each'
        return [*found, Problem(file, message, field="initiatives"), *_left_out(left, file)]
    if not options.marked:
        message = "none of the five categories is marked; each initiative's were worked out from its words, check them"
        found.append(Problem(file, message, field="categories"))
    message = 'what stands beside a category is not taken up; add what matters by hand: "{}"'
    found += [
        Problem(file, message.format(clean(line.text)[:_QUOTED]), field="categories", place=line.place)
        for line in options.remarks
    ]
    return [*found, *_left_out(left, file)]


def _left_out(left: Sequence[Line], file: str) -> list[Problem]:
    """What was read and taken for no work, so that nothing is lost unseen."""
    message = 'left out, as it does not tell of a piece of work: "{}"'
    found = [
        Problem(file, message.format(within(clean(line.text), _QUOTED)), field="initiatives", place=line.place)
        for line in left[:_LEFT_SHOWN]
    ]
    if more := len(left) - _LEFT_SHOWN:
        found += [Problem(file, f"{more} more were left out like that", field="initiatives")] if more > 0 else []
    return found


def impact_left(impact: Sequence[Told], file: str) -> list[Problem]:
    """What is said of impact that could not be given to one piece of work."""
    message = 'what is said of impact could not be given to one initiative; add it by hand: "{}"'
    return [
        Problem(file, message.format(one.text[:_QUOTED]), field="impact", place=one.place) for one in impact if one.text
    ]


def untaken(lines: Sequence[Line], contacts: Sequence[Contact], file: str) -> list[Problem]:
    """One notice of the answers that no field holds, but for those that name none but the `contacts`."""
    said = [within(clean(line.text), _QUOTED) for line in lines if not _is_of(contacts, line)]
    if not said:
        return []
    answers = "; ".join(f'"{one}"' for one in dict.fromkeys(said))
    message = f"no field holds what was answered here; add what matters by hand: {answers}"
    return [Problem(file, message, field="summary", place=lines[0].place)]


def _is_of(contacts: Sequence[Contact], line: Line) -> bool:
    """Whether an answer says nothing but who somebody is that the form names as a contact."""
    answer = line.text.partition(":")[2]
    named = [one for one in contacts if one.name and one.name in answer]
    return bool(named) and not unread_in(answer, [Mention(tuple(named))], line)


def background_left(lines: Sequence[Line], file: str) -> list[Problem]:
    """One notice of all that stands under headings for background: long as it may be, it tells of no work."""
    if not lines:
        return []
    rest = f" and {len(lines) - 1} more like it" if len(lines) > 1 else ""
    message = f'background is not taken up; add what matters by hand: "{within(clean(lines[0].text), _QUOTED)}"{rest}'
    return [Problem(file, message, field="summary", place=lines[0].place)]
