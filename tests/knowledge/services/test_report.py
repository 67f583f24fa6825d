"""What an admin is told of the store."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.views.terminal.report import report_json, report_lines
from knowledge.domain.authority import Authority, AuthorityKind, Register
from knowledge.domain.gap import Gap, GapKind
from knowledge.domain.initiative import Category, Initiative
from knowledge.domain.report import NO_REGION, Report
from knowledge.domain.unanswered import Unanswered
from knowledge.domain.upkeep import Counted
from knowledge.services.report import NAMED, Reporting
from tests.factories import ASHFORD, BEECHAM, LISTS, a_contact, an_initiative
from tests.fakes import FakeStore

TODAY = date(2026, 11, 23)
RECENT, LONG_AGO = TODAY - timedelta(days=300), TODAY - timedelta(days=400)
BOARD = Authority("The Board", "The Board", "England", kind=AuthorityKind.BODY)


class Counts:
    def __init__(self, **opened: int) -> None:
        self._opened = opened

    def counts(self, initiatives: Sequence[str], since: date) -> Mapping[str, Counted]:
        return {id_: Counted(shown=9, opened=self._opened[id_]) for id_ in initiatives if id_ in self._opened}


class Missing:
    def shown(self) -> tuple[Gap, ...]:
        return (Gap(GapKind.WORD, "reverse mentoring", 5, TODAY),)


class Sent:
    def waiting(self) -> tuple[Unanswered, ...]:
        return (Unanswered("ab12", "Who helps Roma families?\nIn the north.", "We asked around.", TODAY, by="T1:U1"),)


def report(*initiatives: Initiative, **opened: int) -> Report:
    store = FakeStore(*initiatives, lists=replace(LISTS, register=Register((ASHFORD, BEECHAM, BOARD))))
    return Reporting(store, usage=Counts(**opened), gaps=Missing(), sent=Sent(), today=lambda: TODAY).report()


def test_coverage_is_counted_by_authority_and_region() -> None:
    made = report(
        an_initiative(id="a", themes=("youth-justice", "mentoring")),
        an_initiative(id="b", categories=(Category.PARTNERS,)),
        an_initiative(id="c", authority="The Board"),
    )
    ashford, _ = made.authorities
    assert (ashford.name, ashford.total, ashford.region) == ("Ashford", 2, "London")
    assert ashford.themes == {"mentoring": 1, "youth-justice": 2}
    assert ashford.categories[Category.PARTNERS] == 1
    assert [(one.name, one.total) for one in made.regions] == [(NO_REGION, 1), ("London", 2), ("North West", 0)]
    assert made.regions[2].themes == {}
    assert made.theme_names["youth-justice"] == "Youth justice"
    assert (made.initiatives, made.themes["youth-justice"]) == (3, 3)


def test_what_nobody_does_is_named() -> None:
    made = report(an_initiative())
    assert made.uncovered == ("Beecham",)
    assert made.missing_themes == ("mentoring",)
    assert made.categories[Category.RESEARCH] == 0


def test_what_was_never_checked_comes_before_what_was_checked_long_ago() -> None:
    made = report(
        an_initiative(id="old", checked=LONG_AGO), an_initiative(id="never"), an_initiative(id="new", checked=RECENT)
    )
    assert made.stale.total == 2
    assert [(one.id, one.day) for one in made.stale.first] == [("never", None), ("old", LONG_AGO)]


def test_initiatives_without_contacts_and_with_unconfirmed_ones_are_told_apart() -> None:
    made = report(
        an_initiative(id="nobody", own_contacts=()),
        an_initiative(id="form", own_contacts=(), form_contacts=(a_contact(confirmed=RECENT),)),
        an_initiative(id="old", own_contacts=(a_contact(), a_contact(name="Ben", confirmed=LONG_AGO))),
    )
    assert [one.id for one in made.unowned.first] == ["nobody"]
    assert [(one.id, one.day) for one in made.unconfirmed.first] == [("old", LONG_AGO)]


def test_of_many_only_the_first_are_named_and_all_are_counted() -> None:
    made = report(*(an_initiative(id=f"i{number:03}", checked=LONG_AGO) for number in range(250, 0, -1)))
    assert made.stale.total == 250
    assert [one.id for one in made.stale.first] == [f"i{number:03}" for number in range(1, NAMED + 1)]


def test_the_most_opened_come_first_and_unopened_ones_not_at_all() -> None:
    made = report(*(an_initiative(id=id_) for id_ in "abc"), a=2, b=7, c=0)
    assert [(one.initiative.id, one.opened, one.shown) for one in made.opened] == [("b", 7, 9), ("a", 2, 9)]


def test_an_empty_store_has_a_report() -> None:
    assert (report().initiatives, report().authorities) == (0, ())
    assert next(report_lines(report())) == "0 initiatives of 0 authorities and bodies."


def test_the_report_is_said_in_words() -> None:
    said = "\n".join(report_lines(report(an_initiative(own_contacts=()), **{"ashford-mentoring": 3})))
    assert "Authorities without any initiative: 1." in said
    assert "Without any contact: 1.\n  Mentors for young people (Ashford, ashford-mentoring)" in said
    assert "opened 3 times, shown 9 times" in said
    assert "word reverse mentoring: on 5 days, last on 2026-11-23" in said
    question = "    Who helps Roma families?\n    In the north.\n    We asked around."
    assert said.endswith(f"Sent to you: 1.\n  ab12, 2026-11-23, by T1:U1:\n{question}")


def test_the_report_is_valid_json() -> None:
    held = json.loads(json.dumps(report_json(report(an_initiative(checked=LONG_AGO)))))
    assert held["stale"]["first"][0]["day"] == LONG_AGO.isoformat()
    assert held["authorities"][0]["categories"]["children-and-families"] == 1
    assert held["gaps"] == [{"kind": "word", "name": "reverse mentoring", "days": 5, "last": "2026-11-23"}]
    sent = {"id": "ab12", "day": "2026-11-23", "by": "T1:U1", "note": "We asked around.", "settled": None}
    assert held["sent_to_admins"] == [{**sent, "text": "Who helps Roma families?\nIn the north."}]
