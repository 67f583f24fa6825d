"""What a terminal reads of a reload."""

from __future__ import annotations

from bot.views.terminal.reloaded import reloaded_lines
from knowledge.domain.library import Reloaded
from knowledge.errors import Problem

REFUSED = Reloaded(refused=1, problems=(Problem("a.yaml", "is missing"),))


def test_a_strict_dry_run_with_problems_says_that_nothing_would_be_applied() -> None:
    counts, *said = reloaded_lines(REFUSED, dry_run=True, strict=True)
    assert counts == "0 unchanged, 1 refused"
    assert said == ["Dry run: nothing was changed, and nothing would be, because there are problems (--strict)."]
    for outcome, strict in ((REFUSED, False), (Reloaded(added=("one",)), True)):
        assert reloaded_lines(outcome, dry_run=True, strict=strict)[-1] == "Dry run: nothing was changed."
