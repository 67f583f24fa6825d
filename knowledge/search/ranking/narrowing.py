"""Which initiatives a reading leaves to be ranked: those in its places, and fitting its filters."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from knowledge.domain.authority import Authority, AuthorityKind, Place
from knowledge.search.ideas import Reading, category_term, contact_term, evidence_term, theme_term
from knowledge.search.index.bodies import KINDS
from knowledge.search.index.fields import IMPACT, RESOURCES, SOURCE, SUMMARY, TITLE
from knowledge.search.index.segment import Floats
from knowledge.search.index.snapshot import Mask, Snapshot
from knowledge.search.language.english import STOP, is_common
from knowledge.search.language.stems import stem
from knowledge.search.language.text import stems, words
from knowledge.search.lists.places import lies_in

#: Where naming a place says that the work has to do with it: contacts may only be called so.
_TOLD = np.uint16(1 << TITLE | 1 << SUMMARY | 1 << IMPACT | 1 << RESOURCES)
#: A body whose report or page tells of the work has to do with it too.
_TOLD_BY = np.uint16(1 << SOURCE)
#: Shorter names are initials that are written for other things too.
_SHORTEST_NAME = 3


def narrowed(snapshot: Snapshot, reading: Reading, visible: Mask | None, *, mentioned: bool = False) -> Mask | None:
    """Which initiatives may be found, of those that are `visible`; None when all may.

    Those of the authorities in the question, or, where `mentioned`, those of others that mention one.
    """
    masks = [] if visible is None else [visible]
    if mentioned:
        those = [mentioning(snapshot, one) for one in reading.authorities]
        masks.append(np.logical_or.reduce([*those, *(telling_of(snapshot, town) for town in reading.towns)]))
    elif (there := _there(snapshot, reading)) is not None:
        masks.append(there)
    if reading.outside:
        masks.append(~_within(snapshot, reading.outside))
    masks += [~np.logical_and.reduce([snapshot.having([term]) for term in terms]) for terms in reading.unfiled]
    if reading.years and reading.only_years:
        masks.append(snapshot.within(reading.years))
    if reading.only_categories:
        masks += [snapshot.having([category_term(one)]) for one in reading.categories[:1]]
        if len(reading.categories) > 1:
            masks[-1] = snapshot.having(category_term(one) for one in reading.categories)
    if reading.only_themes:
        masks.append(snapshot.having(theme_term(one) for one in reading.themes))
    if reading.evidence:
        masks.append(snapshot.having(evidence_term(one) for one in reading.evidence))
    if reading.contact:
        masks += [snapshot.having([contact_term(part)]) for part in stems(reading.contact)]
    masks += [holding(snapshot, phrase) for phrase in {*map(_in_words, reading.phrases)}]
    masks += [~holding(snapshot, phrase) for phrase in {*map(_in_words, reading.excluded)}]
    if not masks:
        return None
    mask: Mask = np.logical_and.reduce(masks)
    return mask


def _there(snapshot: Snapshot, reading: Reading) -> Mask | None:
    """Which initiatives lie in one of the authorities and places named; an authority within a place named wins."""
    regions, nations = reading.regions, reading.nations
    if not (reading.authorities or regions or nations):
        return None
    names = {one.name for one in reading.authorities}
    within = bool(names) and all(lies_in(one, regions, nations) for one in reading.authorities)
    if not within:
        register = snapshot.shared.register
        names |= {one.name for one in register if lies_in(one, regions, nations)}
    return snapshot.of_authorities(names)


def _within(snapshot: Snapshot, places: Sequence[Authority | Place]) -> Mask:
    """Which initiatives lie in one of some authorities, regions and nations."""
    names = {one.name for one in places if isinstance(one, Authority)}
    regions = [one.name for one in places if isinstance(one, Place) and one.kind == "region"]
    nations = [one.name for one in places if isinstance(one, Place) and one.kind == "nation"]
    return snapshot.of_authorities(
        names | {one.name for one in snapshot.shared.register if lies_in(one, regions, nations)}
    )


def shares(snapshot: Snapshot, reading: Reading, visible: Mask | None, mentioned: float) -> Mask | Floats | None:
    """Which initiatives may be found, or, where that differs, what each counts (0 to 1); None when all may.

    Bodies are asked for by name as often for what others do with them: what mentions one counts `mentioned`, unless
    they are given as a filter.
    """
    own = narrowed(snapshot, reading, visible)
    if reading.only_authorities or any(one.kind is not AuthorityKind.BODY for one in reading.authorities):
        return own
    others = narrowed(snapshot, reading, visible, mentioned=True) if reading.authorities else None
    return own if own is None or others is None else np.maximum(own, np.float32(mentioned) * others)


def mentioning(snapshot: Snapshot, authority: Authority) -> Mask:
    """Which initiatives name an authority in their text."""
    names = {name for name in authority.names() if len(name) >= _SHORTEST_NAME}
    fields = _TOLD | _TOLD_BY if authority.kind is AuthorityKind.BODY else _TOLD
    mask: Mask = np.logical_or.reduce([telling_of(snapshot, name, fields) for name in names])
    return mask


def telling_of(snapshot: Snapshot, place: str, fields: np.uint16 = _TOLD) -> Mask:
    """Which initiatives name a place in these fields; none where its name is also a word, such as Reading or Deal."""
    written = words(place)
    mask: Mask = np.zeros(snapshot.size, dtype=bool)
    if not written or (len(written) == 1 and is_common(written[0])):
        return mask
    for found in snapshot.postings(stem(written[0])):
        mask[found.docs[found.fields & fields > 0]] = True
    return _as_written(snapshot, written, mask)


def _in_words(phrase: str) -> tuple[str, ...]:
    return tuple(words(phrase))


def holding(snapshot: Snapshot, written: Sequence[str]) -> Mask:
    """Which initiatives hold a phrase's words next to each other, as they are written."""
    parts = [stem(word) for word in written]
    mask: Mask = np.ones(snapshot.size, dtype=bool)
    for part, word in zip(parts, written, strict=True):
        # Small words are not looked up, and what is by their stem is another word ("theme" by "them").
        if word not in KINDS and (word not in STOP or len(parts) == 1):
            mask &= snapshot.having([part])
    return mask if len(written) < 2 else _as_written(snapshot, written, mask)


def _as_written(snapshot: Snapshot, written: Sequence[str], mask: Mask) -> Mask:
    """Of some initiatives, those that hold words next to each other in one field, as they are written."""
    numbers = [snapshot.shared.words.numbers_of(word) for word in written]
    held: Mask = np.zeros(snapshot.size, dtype=bool)
    for segment in snapshot.segments:
        held[segment.written(numbers, mask)] = True
    return held
