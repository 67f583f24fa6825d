from __future__ import annotations

import pytest

from knowledge.search.index.years import ALWAYS, EVER, in_words, years_of


@pytest.mark.parametrize(
    ("written", "years"),
    [
        ("2021", (2021, 2021)),
        ("2021-2023", (2021, 2023)),
        ("2021 to 2023", (2021, 2023)),
        ("2021/22", (2021, 2022)),
        ("2021-22 and 2023-24", (2021, 2024)),
        ("1999/00", (1999, 2000)),
        ("1998-02", (1998, 2002)),
        ("2021-20", (2021, 2021)),
        ("2020-12", (2020, 2020)),
        ("2020 onwards", (2020, ALWAYS)),
        ("since 2020", (2020, ALWAYS)),
        ("2020 -", (2020, ALWAYS)),
        ("ongoing", None),
        ("until 2023", (EVER, 2023)),
        ("March 2021", (2021, 2021)),
        ("12021 families", None),
        ("", None),
        (None, None),
    ],
)
def test_years_are_read_as_people_write_them(written: str | None, years: tuple[int, int] | None) -> None:
    assert years_of(written) == years


def test_until_a_year_is_no_beginning_where_another_is_told() -> None:
    assert years_of("until 2023, begun 2020") == (2020, 2023)


@pytest.mark.parametrize(
    ("years", "said"),
    [
        ((2021, 2021), "2021"),
        ((2021, 2023), "2021 to 2023"),
        ((2021, ALWAYS), "2021 on"),
        ((EVER, 2023), "until 2023"),
    ],
)
def test_years_are_said_in_words(years: tuple[int, int], said: str) -> None:
    assert in_words(*years) == said
