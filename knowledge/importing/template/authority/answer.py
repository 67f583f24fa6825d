"""Whose form it is: the answer to "LA Name", wherever and however it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.domain.authority import Authority, AuthorityMatcher
from knowledge.domain.text import fold, listed
from knowledge.errors import Problem
from knowledge.importing.template.authority.names import (
    NAME_CHARACTERS,
    SUGGESTED,
    authorities_named,
    is_one_name,
    named_in_full,
    names_each,
    without_partnership,
)
from knowledge.importing.template.files.document import Kind
from knowledge.importing.template.language.sentences import capitalised, word_set
from knowledge.importing.template.language.vocabulary import DOING
from knowledge.importing.template.lines.form_title import is_form_title
from knowledge.importing.template.lines.instructions import without_instructions
from knowledge.importing.template.lines.steps import Entry, Line, Step
from knowledge.importing.template.questions.category_names import category_named
from knowledge.importing.template.questions.fields import Field, field_of, split_label

#: "LA Name Hackney": the label with its colon forgotten.
_NO_COLON = re.compile(r"^(?:la|local authority|authority|council|trust)\s+name(?:\s*[-–—.;]\s*|\s+)(\w.*)$", re.I)
#: "Local Authority Leeds City Council": without "name" only what follows can tell that it is an answer.
_BARE = re.compile(r"^(?:la|local authority|authority|council|organisation)\s+(.+)$", re.I)
_PLACEHOLDER = re.compile(r"\W*(?:insert|enter|type|click|tap|add|write|your (?:la|council|authority))\b", re.I)
#: "ann.lee@childrens.slough.gov.uk".
_COUNCIL_ADDRESS = re.compile(r"@(?:[\w-]+\.)*([\w-]+)\.gov\.(?:uk|wales|scot)\b", re.I)
_EXAMPLE = "Leeds"
#: "N/a - we are a charity": words of it may look like an authority's name, and it names none.
_IS_NONE = re.compile(
    r"\W*(?:n/?a\b|none\b|not (?:applicable|an? |in )|no (?:la|authority|council)\b|we(?:['’]re| are) )", re.I
)
#: "Ann Lee, Head of Fostering, Leeds": whoever signs says of which council.
_JOB = re.compile(
    r"\b(?:head|director|manager|lead|leader|officer|advis[eo]r|co-?ordinator|worker|commissioner|principal)\b", re.I
)
#: How far from the top a line that is nothing but an authority's name still tells whose form it is.
_TITLE_LINES = 6
#: "Leeds. We run ...", "Leeds - we run ...": what is told of the work behind the name.
_BEHIND = re.compile(r"([^.–—]{3,60}?)(?:\.\s+|\s[-–—]\s+)(\S.*)$", re.S)
_STATEMENT_WORDS = 6
#: Fewer words than this beside the name say which office of it sends the form.
_BESIDE_WORDS = 2
_QUOTED = 200
_OF_AN_OFFICE = word_set(
    """
    the of and for in on a to by with la name council city county borough district metropolitan london royal unitary
    authority children s childrens young people family families education learning social care youth justice service
    services
    directorate department division team unit office trust board early help safeguarding adult adults health
    """
)
#: A name has fewer words, even of several authorities together.
_SENTENCE_WORDS = 10


@dataclass(frozen=True, slots=True)
class Found:
    """The authority, or the problem with finding it; `steps` are the form's without the lines that answered."""

    authority: Authority | None
    problems: tuple[Problem, ...]
    steps: list[Step]


def take_authority(steps: Sequence[Step], matcher: AuthorityMatcher, file: str, *, edges: Sequence[Line] = ()) -> Found:
    """Find whose form it is. Never guesses: an unknown or shared name is a problem that offers the names it may be.

    The top and foot of the pages (`edges`) are asked when the text itself names none.
    """
    answers = list(_answers(steps, matcher))
    rest = {index: answer.rest for answer in answers if answer.rest for index in answer.steps[:1]}
    used = {index for answer in answers for index in answer.steps}
    kept = [rest.get(index, step) for index, step in enumerate(steps) if index in rest or index not in used]
    named: dict[str, Authority] = {}
    beside: list[Problem] = []
    problems: list[Problem] = []
    for line in (answer.line for answer in answers if not _is_placeholder(answer.line.text)):
        found = authorities_named(line.text, matcher)
        if len(found) == 1:
            named.setdefault(found[0].name, found[0])
            beside += _beside(line, found[0], file)
            if len(named) > 1:
                return Found(None, (_several(line, list(named.values()), "the form", file),), kept)
        elif not found:
            problems.append(_unknown(line, matcher, file))
        elif is_one_name(line.text, matcher) and not names_each(line.text, found, matcher):
            problems.insert(0, _shared(line, found, file))
        else:
            problems.insert(0, _several(line, found, f'"{line.text[:NAME_CHARACTERS]}"', file))
    for authority in named.values():
        return Found(authority, tuple(beside), [step for step in kept if not _is_its_name(step, authority)])
    below = {index for answer in answers for index in answer.steps[1:]}
    if problems and not (below and all(len(answer.steps) > 1 for answer in answers)):
        return Found(None, (problems[0],), kept)
    elsewhere = _named_elsewhere(
        [step for at, step in enumerate(steps) if at in below or at not in used], matcher, edges
    )
    if elsewhere is not None:
        return elsewhere
    if problems:
        return Found(None, (problems[0],), kept)
    likely = _of_addresses(steps, matcher)
    example = likely[0].name if len(likely) == 1 else _EXAMPLE
    message = f'no authority is named; write it after "LA Name:", for example "LA Name: {example}"'
    return Found(None, (Problem(file, message, field="authority"),), list(steps))


def _named_elsewhere(steps: Sequence[Step], matcher: AuthorityMatcher, edges: Sequence[Line]) -> Found | None:
    """What a line of its own names near the top or the end, or the edge of the pages; None where neither names one."""
    answered = [at for at, step in enumerate(steps) if not _is_form_s_own(step)]
    for place, at in enumerate(answered):
        step = steps[at]
        if not isinstance(step, Line) or not (
            _is_title_or_signature(place, step, len(answered)) or is_form_title(step)
        ):
            continue
        amid = is_form_title(step) or _JOB.search(step.text) is not None
        found = named_in_full(step.text, matcher, amid=amid)
        if len(found) == 1:
            return Found(found[0], (), [one for index, one in enumerate(steps) if index != at])
    headed = _headed(edges, matcher)
    if len(headed) == 1:
        return Found(headed[0], (), list(steps))
    return None


def _of_addresses(steps: Sequence[Step], matcher: AuthorityMatcher) -> Sequence[Authority]:
    """Those whose e-mail addresses the form gives: offered, and never taken for its answer."""
    lines = [step.text for step in steps if isinstance(step, Line)]
    names = {found[1] for text in lines for found in _COUNCIL_ADDRESS.finditer(text)}
    return list({one.name: one for name in names for one in matcher.match(name)}.values())


@dataclass(frozen=True, slots=True)
class _Answer:
    """The line that answers, the steps it was read from, and what stands behind it that answers another question."""

    line: Line
    steps: tuple[int, ...]
    rest: Line | None = None


def _answers(steps: Sequence[Step], matcher: AuthorityMatcher) -> Iterator[_Answer]:
    """Lines that answer the question for the authority."""
    for index, step in enumerate(steps):
        if isinstance(step, Entry):
            of_row = [line for asked, _, lines in step.cells if asked is Field.AUTHORITY for line in lines]
            yield from (_Answer(line, ()) for line in of_row if len(line.text) <= NAME_CHARACTERS)
        if not isinstance(step, Line):
            continue
        label = split_label(step.text) if step.field is None else None
        no_colon = _NO_COLON.match(step.text)
        bare = _BARE.match(step.text)
        if label and label[0] is Field.AUTHORITY and label[2]:
            answer, rest = _parted(label[2])
            behind = replace(step, text=rest, kind=Kind.PARAGRAPH) if rest else None
            yield _Answer(Line(answer, step.place), (index,), behind)
        elif no_colon and len(step.text) <= NAME_CHARACTERS and step.field is None:
            yield _Answer(Line(no_colon[1], step.place), (index,))
        elif bare and step.field is None and len(step.text) <= NAME_CHARACTERS and matcher.match(bare[1]):
            yield _Answer(Line(bare[1], step.place), (index,))
        elif step.field is Field.AUTHORITY or (label and label[0] is Field.AUTHORITY) or _is_label(step):
            answer_line = steps[index + 1] if index + 1 < len(steps) else None
            if (
                isinstance(answer_line, Line)
                and answer_line.field is None
                and len(answer_line.text) <= NAME_CHARACTERS
                and not _is_other_label(answer_line)
                and not _is_statement(answer_line.text, matcher)
            ):
                yield _Answer(answer_line, (index, index + 1))


def _is_statement(text: str, matcher: AuthorityMatcher) -> bool:
    """Whether a line below the question is a sentence that names no authority: what comes next where none was given."""
    return text.rstrip().endswith(".") and len(text.split()) >= _SENTENCE_WORDS and not authorities_named(text, matcher)


def _parted(answer: str) -> tuple[str, str]:
    """The answer, and what follows it on the same line with a label of its own ("Leeds. Contact: Ann Lee")."""
    for gap in re.finditer(r"[.;,]?\s+(?=[A-Z])", answer[:NAME_CHARACTERS]):
        label = split_label(answer[gap.end() :])
        if label and label[0] is not Field.AUTHORITY and label[2]:
            return answer[: gap.start()], answer[gap.end() :]
    behind = _BEHIND.match(answer)
    if behind and len(behind[2].split()) >= _STATEMENT_WORDS and DOING.search(behind[2]):
        return behind[1], capitalised(behind[2])
    return answer, ""


def _beside(line: Line, authority: Authority, file: str) -> list[Problem]:
    """A problem with what an answer says besides the authority's name, if that is more than where and what it is."""
    known = {word for name in authority.names() for word in fold(name).split()} | _OF_AN_OFFICE
    if sum(word not in known for word in fold(line.text).split()) < _BESIDE_WORDS:
        return []
    message = f'only the authority was read in "{line.text[:_QUOTED]}"; add the rest where it belongs'
    return [Problem(file, message, field="summary", place=line.place)]


def _is_placeholder(text: str) -> bool:
    """Whether the answer is still the form's own ("[insert LA name]")."""
    return not without_instructions(text).strip() or _PLACEHOLDER.match(text) is not None


def _headed(edges: Sequence[Line], matcher: AuthorityMatcher) -> Sequence[Authority]:
    """Those that the top and foot of the pages name: as an answer to the form's question, else in full."""
    answered = [found for one in _answers(edges, matcher) for found in authorities_named(one.line.text, matcher)]
    named = answered or [found for line in edges for found in named_in_full(line.text, matcher)]
    return list({one.name: one for one in named}.values())


def _is_its_name(step: Step, authority: Authority) -> bool:
    """Whether a line is nothing but the authority's name again: a letterhead, not a heading over work."""
    names = {fold(name) for name in authority.names()}
    return (
        isinstance(step, Line)
        and step.field is None
        and fold(step.text).removesuffix(" council") in names | {name.removesuffix(" council") for name in names}
    )


def _is_label(line: Line) -> bool:
    asks = line.kind is not Kind.ITEM or line.bold or line.text.rstrip().endswith(("?", ":"))  # questions are numbered
    return asks and field_of(line.text.rstrip(" :?")) is Field.AUTHORITY


def _is_other_label(line: Line) -> bool:
    label = split_label(line.text)
    return (label is not None and label[0] is not Field.AUTHORITY) or field_of(line.text) is not None


def _is_form_s_own(step: Step) -> bool:
    """Whether a line is one that the template has by itself: an instruction or the name of a category."""
    if not isinstance(step, Line):
        return False
    return category_named(step.text.strip(" ☐☑")) is not None or not without_instructions(step.text).strip()


def _is_title_or_signature(index: int, line: Line, count: int) -> bool:
    return len(line.text) <= NAME_CHARACTERS and (index < _TITLE_LINES or index >= count - 3)


def _shared(line: Line, found: Sequence[Authority], file: str) -> Problem:
    names = ", ".join(one.name for one in found)
    message = f'"{line.text[:NAME_CHARACTERS]}" may be any of {names}; write the full name'
    return Problem(file, message, field="authority", place=line.place)


def _several(line: Line, found: Sequence[Authority], what: str, file: str) -> Problem:
    count = "two" if len(found) == 2 else "several"
    names = listed([one.name for one in found])
    message = (
        f"{what} names {count} authorities, {names}; send a form for each, or write only the one whose work this is"
    )
    return Problem(file, message, field="authority", place=line.place)


def _unknown(line: Line, matcher: AuthorityMatcher, file: str) -> Problem:
    bare = without_partnership(line.text) or line.text
    near = () if _IS_NONE.match(line.text) else matcher.nearest(bare, limit=SUGGESTED)
    offer = (
        f"; did you mean {listed([one.name for one in near], last='or')}?"
        if near
        else "; write the authority's full name"
    )
    return Problem(
        file,
        f'"{line.text[:NAME_CHARACTERS]}" is not an authority in the register{offer}',
        field="authority",
        place=line.place,
    )
