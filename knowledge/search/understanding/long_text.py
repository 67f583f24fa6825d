"""Which part of a long text is read as the question: people tell what they have first, and ask last."""

from __future__ import annotations

import re

from knowledge.domain.text import QUESTION_LENGTH

_SENTENCE = re.compile(r"[^.!?]+[.!?]*")
#: A sentence that asks, though it may have no question mark.
_ASKS = re.compile(
    r"""\?$ | \b(?:who|where|which\ \w+|what)\ (?:else|has|have|is|are|do|does|did|could|can|might|would)\b
    | \b(?:what|which|how)\ (?:other|others)\b | \bhow\ (?:do|have|did|can)\b | \bto\ find\ out\b
    | \b(?:has|have|does|do|is|are|did|can|could)\ (?:any|some)(?:one|body|where)\b
    | \b(?:any|some)(?:one|body|where)\ (?:else\ )?(?:must|may|might|will|has|have|who|that|out\ there)\b
    | \b(?:is|are)\ there\ (?:any|some|an?)\b | \bany\ (?:examples?|ideas?|advice|tips|experience|pointers)\b
    | \b(?:looking|searching|after|hunting)\ for\b
    | \b(?:i|we)(?:['’]d|\ would|\ want|\ need)\ (?:really\ )?(?:like\ |love\ )?to
      \ (?:know|see|hear|find|read|learn|talk|speak)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def part_that_asks(text: str) -> str:
    """At most `QUESTION_LENGTH` characters: the last sentence that asks, and as much of what stands before it.

    The beginning, where none asks.
    """
    spans = [found.span() for found in _SENTENCE.finditer(text) if found[0].strip()]
    asking = [span for span in spans if _ASKS.search(text[slice(*span)].strip())]
    if not asking:
        return _whole_words(text)
    start, end = asking[-1]
    if end - start > QUESTION_LENGTH:
        return _of_sentence(text[start:end].strip())
    for earlier, _ in reversed([span for span in spans if span[0] < start]):
        if len(text[earlier:end].strip()) > QUESTION_LENGTH:
            break
        start = earlier
    rest = text[end:].strip() if start == 0 else ""
    return _whole_words(f"{text[start:end].strip()} {rest}".strip())


def _of_sentence(sentence: str) -> str:
    """The end of a sentence that is too long by itself, from a comma on; its beginning, where it asks there."""
    found = _ASKS.search(sentence)
    if found and found.start() < len(sentence) - QUESTION_LENGTH:
        return _whole_words(sentence)
    end = sentence[-QUESTION_LENGTH - 1 :]
    return (end.partition(", ")[2] or end.partition(" ")[2] or end).strip()[-QUESTION_LENGTH:]


def _whole_words(text: str) -> str:
    return text if len(text) <= QUESTION_LENGTH else text[: QUESTION_LENGTH + 1].rsplit(" ", 1)[0][:QUESTION_LENGTH]
