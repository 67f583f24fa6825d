"""A question less some of its words: what connected only these goes with them, and all else stays as it was typed."""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int]

_PREPOSITIONS = frozenset(
    "in at from of for with about on by to vs versus near around across within throughout outside inside -".split()  # noqa: SIM905
)
_JOINING = frozenset(("and", "or", "&"))
_ARTICLES = frozenset(("a", "an", "the"))
#: What connects what is taken off with what stands before it.
_CONNECTING = _PREPOSITIONS | _JOINING | _ARTICLES
#: What a question goes on with behind a place ("who in Brent deals with hair"), and no word before it belongs to.
_GOING_ON = frozenset(
    """is are was were be been do does did done has have had can could will would should may might who what which that
    where when how why deals runs leads works handles manages looks knows covers offers uses please thanks ideally
    preferably especially not but""".split()  # noqa: SIM905
)
#: What belongs to the word before it, and tells that a person is asked for, whatever of.
_BELONGS = frozenset((
    "deals with", "deal with", "dealing with", "touch with", "speak with", "work with", "charge of", "responsible for",
    "lead for", "leads for", "lead on", "leads on", "contact for", "contact at", "write to", "speak to", "talk to",
))  # fmt: skip
_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_ONLY_JOINING = _CONNECTING | {""}
_MARKS = ",;:.?!()"
_QUOTES = '"“”'


def less(text: str, spans: Iterable[Span], *, places: bool = False) -> str:
    """A question without the words at these places; `places` says that they name some ("Bath and Bristol hair").

    Only where something was taken off is anything else left out, and nothing inside of quotation marks.
    """
    kept, at = "", 0
    for start, end in _together(text, spans):
        kept, at = _joined(kept.split(), text[at:start].split(), places=places) if at else text[:start], end
    return _joined(kept.split(), text[at:].split(), places=places) if at else " ".join(text.split())


def _together(text: str, spans: Iterable[Span]) -> list[Span]:
    """The places in order, as one where no more than what joins them stands between."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and all(_bare(word) in _ONLY_JOINING for word in text[found[-1][1] : start].split()):
            start, end = found[-1][0], max(end, found.pop()[1])
        found.append((start, end))
    return found


def _joined(before: list[str], behind: list[str], *, places: bool) -> str:
    """What stands before a seam and behind it, as one text."""
    if before and behind and before[-1][-1] in _QUOTES and behind[0][0] in _QUOTES:
        # Nothing is left between two quotation marks.
        before = [one for one in (*before[:-1], before[-1][:-1]) if one]
        behind = [one for one in (behind[0][1:], *behind[1:]) if one]
    if sum(" ".join(before).count(mark) for mark in _QUOTES) % 2:
        return " ".join((*before, *behind))
    if behind and behind[0].lower() in _POSSESSIVES:
        behind.pop(0)
    while before and behind and _bare(before[-1]) in _CONNECTING and _bare(behind[0]) in _JOINING:
        behind.pop(0)
    while before and _is_idle(before, behind, places=places):
        before.pop()
    while behind and not before and (_bare(behind[0]) in _JOINING or _bare(behind[0]) in ("", "of")):
        behind.pop(0)
    if before and behind and not _bare(behind[0]):
        before[-1] += behind.pop(0)
    return " ".join((*before, *behind))


def _is_idle(before: list[str], behind: list[str], *, places: bool) -> bool:
    """Whether the last word before a seam connects nothing any more."""
    last = _bare(before[-1])
    if last not in _CONNECTING or " ".join(map(_bare, before[-2:])) in _BELONGS:
        return False
    following = _bare(behind[0]) if behind else ""
    ends = not following or following in _GOING_ON or behind[0][:1] in "-–"
    return ends or following in _PREPOSITIONS or (places and last in _JOINING)


def _bare(word: str) -> str:
    return word.lower().strip(_MARKS)
