"""The form's own title, which tells nothing, among headings, sentences and answers that hold the same words."""

from __future__ import annotations

import re

from knowledge.importing.template.files.document import Kind
from knowledge.importing.template.language.addresses import has_address
from knowledge.importing.template.language.names import ROLE_WORDS
from knowledge.importing.template.language.sentences import word_set, words
from knowledge.importing.template.lines.steps import Line
from knowledge.importing.template.questions.fields import Field, split_label

_SUBJECT = r"tackling disproportionality|anti-?\s?racis(?:t|m) work"
_TITLE = re.compile(
    r"sharing (?:good |best |our )?(?:practice|what we (?:do|are doing))|practice sharing"
    rf"|good practice (?:form|template|return)|sharing template|rhannu arfer(?:ion)?\b|(?P<subject>{_SUBJECT})",
    re.I,
)
#: A form's title is no longer.
_TITLE_WORDS = 16
#: An authority's name beside it is no longer.
_NAME_WORDS = 6
_FORM_WORDS = word_set("form forms template proforma pro-forma return submission questionnaire ffurflen templed")
#: What else a form of this kind is called by.
_BESIDE = _FORM_WORDS | word_set(
    """
    pro forma response part re fw fwd subject good best practice practices work working sharing share shared what we do
    are doing tackling addressing reducing disproportionality disparity disparities racism anti-racist anti-racism
    antiracist antiracism race racial equality equity inclusion children childrens children's families young people
    services service social care draft final version
    gwaith gwrth-hiliol gwrth-hiliaeth mynd afael ag anghymesuredd arfer arferion da rhannu
    """
)
_JOINING = word_set("and or for of on in at by from to the a an our i'r r y yr")
#: Words that an authority's name may hold though they name offices and directions elsewhere.
_OF_AUTHORITY = word_set(
    """
    council authority county city borough trust partnership london royal metropolitan unitary district combined
    north south east west central greater new upper lower region regional
    """
)
#: What stands between the title and an authority's name.
_PARTS = re.compile(r"\s*(?:[:|/(),–—]|\s-\s|['’]s\b)\s*|\s(?:in|at|by|from|for)\s", re.I)


def is_form_title(line: Line, *, answers: bool = False) -> bool:
    """Whether a line is the form's own title and little else: perhaps with the authority, or in two languages.

    A line that `answers` one of the form's questions is so only where it has most of the title.
    """
    text = line.text.strip()
    if line.kind is Kind.ITEM or line.field is not None or line.links or text.endswith((".", ",", ";", "?")):
        return False
    label = split_label(text)
    if label is not None and label[0] is not Field.ASIDE:
        return False
    tongues = re.split(r"\s[/|]\s", text)
    if len(tongues) == 2 and all(map(_TITLE.search, tongues)) and any(_is_title(one, answers=False) for one in tongues):
        return True
    return _is_title(text, answers=answers)


def _is_title(text: str, *, answers: bool) -> bool:
    found = [*_TITLE.finditer(text)]
    if not found or len(words(text)) > _TITLE_WORDS or has_address(text):
        return False
    whole = len(found) > 1 or any(word.lower() in _FORM_WORDS for word in words(text))
    surely = whole or any(one["subject"] is None for one in found)
    if answers and not whole:
        return False
    rest = _TITLE.sub(" | ", text)
    named = [word for word in words(rest) if not _is_beside(word)]
    if not named:
        return True
    pieces = [piece for piece in _PARTS.split(rest) if any(not _is_beside(word) for word in words(piece))]
    apart = surely or (len(pieces) == 1 and all(word[0].isupper() or word in _JOINING for word in words(pieces[0])))
    of_authority = named[0][0].isupper() and all(word == "with" or _may_be_authority(word) for word in named)
    return apart and of_authority and len(named) <= _NAME_WORDS


def _is_beside(word: str) -> bool:
    return word.lower().replace("’", "'") in _BESIDE | _JOINING or word.isdigit()


def _may_be_authority(word: str) -> bool:
    """Whether a word is written as those of names are, and is of no job, office or group of people."""
    low = word.lower().replace("’", "'").removesuffix("'s")
    return word[0].isupper() and (low in _OF_AUTHORITY or not {low, low.removesuffix("s")} & ROLE_WORDS)
