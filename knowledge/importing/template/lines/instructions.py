"""The form's own words: what it asks of the person who fills it in, which is no answer of theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.importing.template.files.document import Kind, Link
from knowledge.importing.template.language.addresses import has_address, pages_in
from knowledge.importing.template.language.names import names_in
from knowledge.importing.template.language.sentences import sentences
from knowledge.importing.template.lines.instruction_patterns import asks
from knowledge.importing.template.lines.steps import LABEL_LEVEL, Line, Step
from knowledge.importing.template.questions.fields import TELLING, Field, field_of, split_label

_PAGE = re.compile(
    r"^(?:page \d+(?: of \d+)?|\d{1,3}|official(?:[ -]sensitive)?|confidential|draft|version \d.*|not "
    r"protectively marked|n/?a|none|nil|tbc|as above)\.?$",
    re.I,
)
#: Who filled the form in, without any address to reach them.
_COMPLETED = re.compile(r"(?:form|template|return) (?:completed|filled in|submitted|prepared) by\b[^@:]*", re.I)
#: A caption that somebody typed below a picture.
_CAPTION = re.compile(r"^(?:figure|fig\.?|photo(?:graph)?|image|picture|chart|diagram)\s*\d{1,2}\s*[:.–—-]\s", re.I)
_CONTACT_HINT = re.compile(r"\b(?:contact|speak to|get in touch|talk to)\b", re.I)
#: Words that ask to turn to somebody where they lead to a name or an address ("Any questions, please ask Ann Lee").
_TURN_TO = re.compile(
    r"\b(?:ask|e-?mail|ring|call|phone|text|message|reach|see|drop|try|go to|come to|chat to)\b", re.I
)
#: What is said of the form and where it goes.
_OF_FORM = re.compile(r"\b(?:forms?|templates?|returns?|returned|submi\w+|complet\w+|deadline)\b", re.I)


#: What a question opens with that is no part of the label in it ("Could you tell us about the impact?").
_POLITE = re.compile(
    r"^\W*(?:please|kindly|(?:can|could|would|will) you(?: please)?|now|also|and|plus|then|briefly|if possible,?)\s+",
    re.I,
)
_SAYS = re.compile(
    r"^(?:tell us|say|explain|outline|set out|describe|summarise|write|share|name|attach|specify|note|record|identify"
    r"|let us know|give|provide|list|add|enter|state|include|insert)(?: (?:about|of|to us|us|here|below|briefly))*\s+",
    re.I,
)
_POLITE_WORD = re.compile(r"\W*(?:please|kindly|(?:can|could|would|will) you)\b", re.I)
#: The template's own last question, in its two halves, with an answer behind.
_OWN = (
    (
        Field.RESOURCES,
        re.compile(
            r"\W*(?:please |and )?(?:also )?(?:provide|give|include|attach|list) (?:any )?(?:relevant |useful )?"
            r"resources\s*(?:/|&|\band\b|\bor\b)\s*documents\b[\s:.–-]*(?=(?-i:[A-Z\d“‘\"])|https?:|www\.)",
            re.I,
        ),
    ),
    (
        Field.CONTACT,
        re.compile(
            r"\W*(?:please |and |also |provide |give )*an? contact name should others wish to find out more"
            r"(?: about (?:the|this|your) work)?\b[\s:.–-]*(?=\S)",
            re.I,
        ),
    ),
)
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_QUESTION_NUMBER = re.compile(r"^Q(?:uestion)?\s?\d{1,2}\s?[.:)–-]?\s+(?=\S)", re.I)
_ANSWER_MARK = re.compile(r"(?:A\d{0,2}\s?:|A\d{1,2}[.)]|(?:Answer|Response|Ateb)\s?\d{0,2}\s?:)\s+(?=\S)")
#: The questions of the form that are answered below them in words.
_ANSWERED = (Field.TITLE, *TELLING, Field.RESOURCES, Field.CONTACT)
#: A question that asks for one field is no longer than this.
_QUESTION_WORDS = 16


def asked_in(text: str) -> Field | None:
    """The field that a line asks for as a whole sentence ("Please describe the impact:"); None for anything else."""
    question = _QUESTION_NUMBER.sub("", text.strip())
    if len(question.split()) > _QUESTION_WORDS or len(sentences(question)) != 1:
        return None
    bare = question
    while (without := _POLITE.sub("", bare)) != bare:
        bare = without
    if bare == text.strip() and not (bare.endswith(("?", ":")) and _SAYS.match(bare)):
        return None
    bare = bare.strip(" .:?")
    field = field_of(bare) or field_of(re.sub(r"^your\b", "our", _SAYS.sub("", bare), flags=re.I))
    return field if field in _ANSWERED else None


def asked_by(text: str) -> Field | None:
    """What a line asks for: as a label, in front of its answer, or as a whole sentence; None for anything else."""
    label = split_label(text)
    return label[0] if label else field_of(text.strip(" :.")) or asked_in(text)


def without_instructions(text: str, links: Sequence[Link] = ()) -> str:
    """The text without the sentences that only ask for something; empty when nothing else stands in it."""
    if _PAGE.match(text.strip()) or _CAPTION.match(text.strip()) or _COMPLETED.fullmatch(text.strip()):
        return ""
    pieces = sentences(text)
    kept = [piece for piece in pieces if not _is_instruction(piece, links)]
    if len(kept) < len(pieces) and _IN_BRACKETS.fullmatch(text.strip()):
        return ""  # one hint in several sentences: "(Please keep to 200 words. Tell us who was involved.)"
    return text if len(kept) == len(pieces) else " ".join(kept)


def _is_instruction(sentence: str, links: Sequence[Link]) -> bool:
    if not asks(sentence, leads=bool(pages_in(sentence)) or any(link.text in sentence for link in links)):
        return False
    if re.match(r"\W*(?:i am |we are |i['’]m |we['’]re |very )*(?:happy to|do let|let)\b", sentence, re.I) and names_in(
        sentence
    ):
        return False
    # "Please contact Ann Lee" and "Please e-mail Ann Lee" are answers, whatever they look like.
    if _OF_FORM.search(sentence):
        return True
    turned = _TURN_TO.search(sentence)
    behind = sentence[turned.end() :] if turned else ""
    return not (_CONTACT_HINT.search(sentence[:30]) or names_in(behind) or has_address(behind))


def parted(steps: Sequence[Step]) -> list[Step]:
    """The steps with each of the form's questions at the start of a line of its own.

    A form's numbered questions are no items of a list, though Word makes a list of them.
    """
    steps = [_without_answer_mark(step) for step in steps]
    numbered = [asked for step in steps if (asked := _asked_in_item(step))]
    if Field.DESCRIPTION in numbered and len(set(numbered)) > 1:
        steps = [_without_number(step) if _asked_in_item(step) else step for step in steps]
    return [each for step in steps for one in _parted_question(step) for each in _parted_labels(one)]


def _without_answer_mark(step: Step) -> Step:
    """A line without the "A:" or "Answer:" that stands in front of an answer to a numbered question."""
    if not isinstance(step, Line) or step.field is not None:
        return step
    mark = _ANSWER_MARK.match(step.text)
    return replace(step, text=step.text[mark.end() :], lead="") if mark else step


def _asked_in_item(step: Step) -> Field | None:
    if not isinstance(step, Line) or step.kind is not Kind.ITEM or step.level or step.field is not None:
        return None
    asked = asked_by(step.text)
    return asked if asked in (*_ANSWERED, Field.BACKGROUND) else None


def _without_number(step: Step) -> Step:
    if not isinstance(step, Line):
        return step
    label = split_label(step.text)
    if label and label[2]:
        return replace(step, kind=Kind.PARAGRAPH)
    return replace(step, kind=Kind.HEADING, level=LABEL_LEVEL, field=_asked_in_item(step))


def _parted_labels(step: Step) -> list[Step]:
    """A label and its answer, apart from further labels on the same line ("Title: Drums   Lead: Ann Lee")."""
    label = split_label(step.text) if isinstance(step, Line) and step.field is None else None
    if not isinstance(step, Line) or step.kind is Kind.ITEM or label is None or label[0] not in _ANSWERED:
        return [step]
    first = len(step.text) - len(label[2])
    for gap in re.finditer(r"(?<=[^.!?:\s])\s+(?=[A-Z][^:\n]{1,40}:\s)", step.text):
        asked = field_of(step.text[gap.end() :].partition(":")[0])
        if gap.start() > first and asked in _ANSWERED and asked is not label[0]:
            rest = replace(step, text=step.text[gap.end() :], lead="")
            return [replace(step, text=step.text[: gap.start()]), *_parted_labels(rest)]
    return [step]


def _parted_question(step: Step) -> list[Step]:
    """A question of the form's that stands as a whole sentence, as the label that it is, and what stands behind it."""
    if not isinstance(step, Line) or step.field is not None or step.kind is Kind.ITEM:
        return [step]
    if (behind := _behind_guidance(step)) is not None:
        return behind
    question, colon, answer = step.text.partition(":")
    asked = asked_in(f"{question}{':' if step.level == LABEL_LEVEL else colon}")
    if asked is None:
        return [step]
    label = Line(question, step.place, Kind.HEADING, LABEL_LEVEL, field=asked)
    return [label, Line(answer.strip(), step.place, links=step.links)] if answer.strip() else [label]


def _behind_guidance(step: Line) -> list[Step] | None:
    """What the form asks for in a sentence, as a label, and the answer that stands behind it; None without any."""
    asked, question = next(((one, found[0]) for one, own in _OWN if (found := own.match(step.text))), (None, ""))
    if asked is None:
        question, *more = sentences(step.text) or [""]
        asked = asked_in(question) if more and _POLITE_WORD.match(question) else None
    answer = step.text.strip()[len(question.strip()) :].strip()
    if asked is None or not without_instructions(answer, step.links).strip():
        return None
    label = Line(question.strip(), step.place, Kind.HEADING, LABEL_LEVEL, field=asked)
    return [label, *_parted_question(Line(answer, step.place, links=step.links))]
