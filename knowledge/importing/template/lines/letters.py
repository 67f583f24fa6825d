"""Letters that a form was sent with, in front or behind: their text is no work, and whoever wrote them no contact."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from knowledge.importing.template.files.document import Kind
from knowledge.importing.template.language.sentences import words
from knowledge.importing.template.language.statements import tells_of_work
from knowledge.importing.template.language.vocabulary import SIGNS_OFF
from knowledge.importing.template.lines.courtesies import without_courtesies
from knowledge.importing.template.lines.form_title import is_form_title
from knowledge.importing.template.lines.instructions import without_instructions
from knowledge.importing.template.lines.steps import Line, Step
from knowledge.importing.template.questions.fields import OF_CONTACT, split_label

_DEAR = re.compile(r"(?:dear|annwyl)\b[^.!?]{0,60}", re.I)
_HELLO = re.compile(
    r"(?:hi|hiya|hello|helo|(?:good )?(?:morning|afternoon|evening)|bore da|prynhawn da)"
    r"(?P<whom>(?: [^\s,.:;!?]+){0,4}?)(?: (?:again|there))?\s*(?P<end>[,!.–-]?)",
    re.I,
)
_ALL = re.compile(r"\s(?:(?:to )?(?:you )?(?:both|all|everyone|everybody)|team|colleagues?|folks|pawb)", re.I)
#: A line below a letter's end is its signature up to so many words.
_SIGNATURE_WORDS = 10
#: What stands in front of a mail that is quoted below its answer.
_QUOTES = re.compile(
    r"(?:on|ar) (?=.*(?:@|\b20\d\d\b)).{6,160}\b(?:wrote|writes|ysgrifennodd)\s*:?"
    r"|-{2,}\s*(?:original|forwarded) message\s*-{2,}"
    r"|begin forwarded message:|wrote:",
    re.I | re.S,
)


def quotes_mail(text: str) -> bool:
    """Whether a line says that an older mail follows ("On Fri, 6 Feb 2026, Ann Lee <a.lee@x.gov.uk> wrote:")."""
    return _QUOTES.fullmatch(text.strip()) is not None


class Letter:
    """Tells of each line in turn whether it is the letter's; `signed` says that the line stands below its end."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self._steps = steps
        self._signed_at = [at for at, step in enumerate(steps) if _signs_off(step)]
        self._begins = 0
        self._open = False
        self.signed = False

    def opens(self, at: int, line: Line, *, behind: bool) -> bool:
        """Whether a line opens a letter that ends below it; `at` is its place among the steps.

        One `behind` the work is signed; one in front of it tells of none, and is signed or has the form's title below.
        """
        if self._open or line.kind is Kind.HEADING or line.bold or not _greets(line.text.strip(), surely=behind):
            return False
        self._open = self._is_signed(at, len(self._steps)) if behind else self._encloses(at)
        self.signed = False
        return self._open

    def _is_signed(self, start: int, end: int) -> bool:
        """Whether somebody signs off between two steps."""
        at = bisect_right(self._signed_at, start)
        return at < len(self._signed_at) and self._signed_at[at] < end

    def _encloses(self, at: int) -> bool:
        """Whether the form begins below a letter that tells of no work itself."""
        # One place for all greetings in front of it: thousands of them would look through the same lines each.
        begins = max(self._begins, at + 1)
        while begins < len(self._steps) and not _begins_form(self._steps[begins]):
            begins += 1
        self._begins = begins
        if begins == len(self._steps):
            return False
        step = self._steps[begins]
        return (isinstance(step, Line) and step.field is None and is_form_title(step)) or self._is_signed(at, begins)

    def close(self) -> None:
        """The form itself begins."""
        self._open = False

    def holds(self, line: Line) -> bool:
        """Whether a line is still the letter's: it is up to the end, and then as long as it may be the signature."""
        if not self._open:
            return False
        self._open = not self.signed or _is_signature(line)
        self.signed |= _signs_off(line)
        return self._open


def _greets(text: str, *, surely: bool) -> bool:
    """Whether a line greets a reader; "Hello Sunshine" may be a name of work, unless a comma is behind it."""
    if _DEAR.fullmatch(text):
        return True
    hello = _HELLO.fullmatch(text)
    return hello is not None and (not surely or hello["end"] == "," or _ALL.fullmatch(hello["whom"]) is not None)


def _begins_form(step: Step) -> bool:
    """Whether a step is the form's title, asks for something or tells of work: no letter in front of it goes on."""
    if not isinstance(step, Line) or step.field is not None or is_form_title(step):
        return True
    if _signs_off(step):
        return False
    return _asks_of_work(step.text) or tells_of_work(without_courtesies(without_instructions(step.text)))


def _asks_of_work(text: str) -> bool:
    label = split_label(text)
    return label is not None and label[0] not in OF_CONTACT


def _signs_off(step: Step) -> bool:
    return isinstance(step, Line) and SIGNS_OFF.match(step.text.strip()) is not None


def _is_signature(line: Line) -> bool:
    short = line.kind is Kind.PARAGRAPH and line.field is None and len(words(line.text)) <= _SIGNATURE_WORDS
    return short and not _asks_of_work(line.text)
