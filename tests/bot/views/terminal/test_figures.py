from __future__ import annotations

from bot.views.terminal.figures import figure_lines, figures_json
from knowledge.domain.relevance import Evaluation, Figures, QueryType


def test_a_figure_that_no_query_gives_is_a_dash_and_null() -> None:
    overall, facet = Figures(2, 0.5, 0.5, 0.5, 0.5, 1.0), Figures(1, 0.25, 0.25, 0.0, 0.0, None)
    evaluation = Evaluation(overall, {QueryType.FACET: facet}, 0.0, 0.0, None, ())
    (line,) = [line for line in figure_lines(evaluation) if line.startswith("facet")]
    assert line.split() == ["facet", "1", "0.250", "0.250", "0.000", "0.000", "-"]
    assert figure_lines(evaluation)[-1] == "wrong answers 0.000, turned away 0.000"
    assert figures_json(evaluation)["by_type"]["facet"]["recall10"] is None
