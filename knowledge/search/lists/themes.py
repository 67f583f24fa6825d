"""Which themes a text is about: for proposing them when an initiative is shared or imported."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.domain.initiative import Theme
from knowledge.search.ideas import Alternative, Kind
from knowledge.search.language.text import stems
from knowledge.search.lists.thesaurus import Thesaurus

#: A theme is proposed when its words weigh at least this much together: one of its own words, or two that hint at it.
ENOUGH = 0.8
#: What wording counts that only hints at a theme by a synonym of one of its words ("barbers" for hair care). Of the
#: themes proposed for the shipped library .71 are its own in place of .67, for the made-up libraries of the relevance
#: tests .61 in place of .59, and as many of theirs are found (.66 and .72).
HINTING = 0.6
#: No more themes than this are proposed, and none with less than this share of the weight of the first.
MOST = 4
SHARE_OF_FIRST = 0.3
#: What a word counts when the text uses it again.
AGAIN = 0.5
#: Words of themes where they say something else: "we send every family a video", "staff grades PO4 and above", "the
#: board sets the course".
_SAYS_ELSE = re.compile(
    r"(?<!with )(?<!and )\b[Ss]end(?:s|ing)?\b(?! (?:and inclusion|team|service|pupils|children|needs|provision)\b)"
    r"|\b(?i:staff|pay|senior|salary|job|manage(?:r|ment)|officer|all|lower|higher|middle) grades?\b"
    r"|\b[Gg]rades? (?=[A-Z]{1,3}\d|\d{1,2}\b(?! (?:or|and) above in)|and above)"
    r"|\b(?i:sets?|setting|chang(?:e|es|ed|ing)|steer(?:s|ed)?|stay(?:s|ed)?)(?: the| a| our| its| their)? course\b"
    r"|\b(?i:of|in the|in due|over the|during the) course\b(?! (?:for|on|in)\b)|\b[Cc]ourse of action\b"
)
#: Text beyond this many words adds nothing to what it is about.
_MOST_WORDS = 2000


def _counts(filed: Alternative) -> float:
    """What wording counts for a theme that is not its own: as it is when it leads to the name, else less."""
    return filed.weight if filed.kind is Kind.FILED else filed.weight * HINTING


class ThemeSuggester:
    """Suggests themes by their own words and by what the synonyms say about others."""

    def __init__(self, themes: Sequence[Theme], thesaurus: Thesaurus) -> None:
        self._thesaurus = thesaurus
        self._order = {theme.slug: place for place, theme in enumerate(themes)}

    def suggest(self, text: str) -> tuple[str, ...]:
        """The slugs of the themes that a text is about, the likeliest first; none when nothing points to one."""
        weights = self.weigh(text)
        ranked = sorted(weights, key=lambda slug: (-weights[slug], self._order.get(slug, 0)))
        first = weights[ranked[0]] if ranked else 0.0
        return tuple(slug for slug in ranked if weights[slug] >= max(ENOUGH, SHARE_OF_FIRST * first))[:MOST]

    def weigh(self, text: str) -> dict[str, float]:
        """How much of a text speaks of each theme."""
        parts = stems(_SAYS_ELSE.sub(" ", text[: _MOST_WORDS * 12]))[:_MOST_WORDS]
        weights: dict[str, float] = {}
        seen: set[tuple[str, str]] = set()
        at = 0
        while at < len(parts):
            length = 1
            for size in range(min(self._thesaurus.longest.get(parts[at], 0), len(parts) - at), 0, -1):
                slugs = self._filed(parts[at : at + size])
                for word in parts[at : at + size] if slugs and size > 1 else ():
                    own = self._filed((word,))  # "risk of exclusion" speaks of exclusion no less than the word alone
                    slugs = {slug: max(weight, own.get(slug, 0.0)) for slug, weight in slugs.items()}
                for slug, weight in slugs.items():
                    used = (slug, " ".join(parts[at : at + size]))
                    weights[slug] = weights.get(slug, 0.0) + weight * (AGAIN if used in seen else 1)
                    seen.add(used)
                if slugs:
                    length = size
                    break
            at += length
        return weights

    def _filed(self, words: tuple[str, ...]) -> dict[str, float]:
        """What some words by themselves count for the themes that they are filed under."""
        entry = self._thesaurus.entries.get(words)
        if entry is None or entry.shouted:
            return {}
        filed = {one.shown: _counts(one) for one in entry.alternatives.values() if one.kind.is_filed and one.shown}
        # What the synonyms say besides makes a theme's own word none the less sure of it.
        return filed | dict.fromkeys(self._thesaurus.themes.get(entry.key, ()), 1.0)
