"""The constants of ranking and of the gate that are found by measuring."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from knowledge.search.ideas import Kind

#: A term of the field has so many words at most; what has more is a turn of phrase that says several things.
LONGEST_TERM = 3


@dataclass(frozen=True)
class Weights:
    """The constants of ranking, found by `python -m tests.relevance.tune` on folds of the judged queries."""

    #: what a word of the same family counts ("exclude" for "exclusion"), and a synonym, times its own weight
    family: float = 0.81
    synonym: float = 0.85
    #: what a synonym of a synonym counts, times both weights
    distant: float = 0.4
    #: what being filed under a theme counts when it is named, and when wording only hints at it
    filed: float = 0.5
    hint: float = 0.41
    #: what a word that says little counts of one that says something
    light: float = 0.39
    #: how much more a phrase counts than a word, as a power of the words in it
    phrase: float = 0.29
    #: what the words of a phrase count when they stand apart, and how much it costs that some are missing (a power)
    apart: float = 0.98
    apart_power: float = 1.47
    #: how much less they count then for being words that say little (a power of what those count)
    apart_light: float = 0.5
    #: how much it costs that some of what a wording joins is missing (a power), and what all of it counts for the gate
    joined_power: float = 3.0
    joined: float = 0.8
    #: how much of what several synonyms say together is added to what the strongest says
    adding: float = 0.6
    #: the most that synonyms count where other initiatives have the words themselves: less than one mention of these
    beside_itself: float = 0.5
    #: what all else counts that stands for a thing of its own, where initiatives name the thing
    beside_named: float = 0.75
    #: what the weaker of two kinds of evidence counts beside the stronger: of the words themselves and their synonyms,
    #: of a phrase and its words standing apart, of wording and filing
    both: float = 0.65
    #: how much less an alternative counts that is commoner than the rarest of its idea (a power)
    common_alternative: float = 0.6
    #: how steeply rare ideas outweigh common ones
    rarity: float = 1.0
    #: what the commonest idea still counts of the rarest
    commonest: float = 0.04
    #: how much of a score is decided by evidence and freshness, between equals
    order: float = 0.01
    #: one of the best matches must cover this share of the question (`gate`), or there is no answer
    enough: float = 0.575
    #: or this share, when it is sure to be about what the store is about (`gate.enough`)
    enough_on_subject: float = 0.4
    #: or this share, when it is, but asks for a thing of its own that no initiative names
    enough_unnamed: float = 0.52
    #: or this share, when it is one wording that the lists know: more than one of loose meaning (0.5) reaches
    enough_listed: float = 0.45
    #: or this share, when authorities are named: whoever asks for hair packs there wants what is there about hair
    enough_of_authority: float = 0.35
    #: what an initiative that mentions a body counts of one of its own, where the body is asked for
    mentioned: float = 0.5
    #: what an initiative counts that is filed under some only of the themes that are all that is asked for
    filed_in_part: float = 0.85
    #: how much more an initiative counts that is mostly about a theme that is asked for
    mostly_about: float = 0.12
    #: how much sooner comes what is filed as the best few are, as a share of the best score
    filed_alike: float = 0.35
    #: what an initiative counts that tells of no impact on the subject, where that is asked for and others do
    untold: float = 0.85
    #: how much less initiatives count that hold what a question rejects
    rejected: float = 0.8
    #: and each further match this share of what the best one covers, or this where that is only part of the question
    beside_best: float = 0.15
    beside_best_partly: float = 0.5
    #: after the first ten at least this share
    beside_best_further: float = 0.3

    @cached_property
    def factors(self) -> dict[Kind, float]:
        """What each kind of alternative counts, times its own weight."""
        return {
            Kind.EXACT: 1.0,
            Kind.FAMILY: self.family,
            Kind.SYNONYM: self.synonym,
            Kind.DISTANT: self.distant,
            Kind.FILED: self.filed,
            Kind.HINT: self.hint,
        }


WEIGHTS = Weights()
