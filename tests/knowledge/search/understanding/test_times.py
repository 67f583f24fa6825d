from __future__ import annotations

from datetime import date

import pytest

from knowledge.domain.query import Years
from knowledge.search.understanding.times import time_asked

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "years", "label", "typed"),
    [
        ("exclusions since 2022", Years(2022, None), "from 2022", "since 2022"),
        ("since 2022 exclusions", Years(2022, None), "from 2022", "since 2022"),
        ("Leeds since 2022 reverse mentoring", Years(2022, None), "from 2022", "since 2022"),
        ("mentoring started since 2022 hair", Years(2022, None, begun=True), "from 2022", "started since 2022"),
        ("anything from 2022 on", Years(2022, None), "from 2022", "from 2022 on"),
        ("in 2022 and later", Years(2022, None), "from 2022", "in 2022 and later"),
        ("work after 2020 on hair", Years(2021, None), "after 2020", "after 2020"),
        ("mentoring newer than 2020", Years(2021, None), "after 2020", "newer than 2020"),
        ("projects before 2015", Years(None, 2014), "before 2015", "before 2015"),
        ("anything older than 2015", Years(None, 2014), "before 2015", "older than 2015"),
        ("mentoring until 2019", Years(None, 2019), "until 2019", "until 2019"),
        ("what was done in 2020", Years(2020, 2020), "2020", "done in 2020"),
        ("training in 2021/22", Years(2021, 2022), "2021 to 2022", "in 2021/22"),
        ("training in 1999/00", Years(1999, 2000), "1999 to 2000", "in 1999/00"),
        ("training in 2021-20", Years(2021, 2021), "2021", "in 2021-20"),
        ("what started in 2025?", Years(2025, 2025, begun=True), "2025", "started in 2025"),
        ("between 2020 and 2022 stop and search", Years(2020, 2022), "2020 to 2022", "between 2020 and 2022"),
        ("hair from 2022-2020", Years(2020, 2022), "2020 to 2022", "from 2022-2020"),
        ("what was made in 2020 - still going?", Years(2020, 2020), "2020", "made in 2020"),
        ("2014", Years(2014, 2014), "2014", "2014"),
        ("year:2014 hair", Years(2014, 2014), "2014", "year:2014"),
        ("year: from 2014 hair", Years(2014, None), "from 2014", "year: from 2014"),
        ("Year: 2014 to 2016 hair", Years(2014, 2016), "2014 to 2016", "Year: 2014 to 2016"),
        ("initiatives 2014", Years(2014, 2014), "2014", "2014"),
        ("anything from this year", Years(2026, 2026), "2026", "from this year"),
        ("what's new this year", Years(2026, 2026, begun=True), "2026", "new this year"),
        ("work done last year", Years(2025, 2025), "2025", "done last year"),
        ("training in the last two years", Years(2024, None), "from 2024", "in the last two years"),
        ("training over the past 4 years", Years(2022, None), "from 2022", "over the past 4 years"),
        ("success in the last year?", Years(2025, None), "from 2025", "in the last year"),
        ("latest on exclusions", None, "newest first", "latest"),
        ("the most recent work on hair", None, "newest first", "the most recent"),
        ("hair, newest first", None, "newest first", "newest first"),
        ("mentoring recent examples", None, "newest first", "recent"),
        ("anything recent?", None, "newest first", "recent"),
    ],
)
def test_the_time_asked_about_is_understood(text: str, years: Years | None, label: str, typed: str) -> None:
    found = time_asked(text, (), lambda: TODAY)
    assert found is not None
    assert (found.years, found.label, text[slice(*found.span)]) == (years, label, typed)


@pytest.mark.parametrize(
    "text",
    [
        "early years",
        "year 6 transition",
        "year: 6",
        "this year 6 class",
        "from last year's plan",
        "in the last year of primary school",
        "year 11 pupils",
        "the 2024 riots",
        "after the disorder of 2024",
        "after 2024 riots",
        "since the murder of George Floyd in 2020",
        "in 2021 census data",
        "Equality Act 2010",
        "working together to safeguard children 2023",
        "children born in 2010",
        "by 2030",
        "a budget of £2000",
        "black boys being suspended this year",
        "recently arrived families",
        "our latest inspection",
        "the latest inspection report",
        "a recent migrant",
        "In 2023 our exclusions doubled. Who has done something about it?",
    ],
)
def test_years_and_newness_of_other_things_are_no_time_asked_about(text: str) -> None:
    assert time_asked(text, (), lambda: TODAY) is None


def test_what_somebody_tells_of_themselves_is_no_time_asked_about() -> None:
    assert time_asked("I joined in 2022, mentoring", [(0, 16)], None) is None


def test_without_a_clock_this_year_says_nothing() -> None:
    assert time_asked("anything from this year", (), None) is None
