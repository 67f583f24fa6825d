"""The report in Slack: for admins only, in a message and as a file."""

from __future__ import annotations

import csv
from collections.abc import Iterator

import pytest

from bot.sandbox.person import SlackPerson
from bot.sandbox.records import File
from bot.sandbox.server import StandInSlack
from tests.journeys.conftest import Network, connected


@pytest.fixture
def network(slack: StandInSlack, store_url: str) -> Iterator[Network]:
    with connected(slack, store_url, PRACTICE_ADMINS="UADMIN") as network:
        yield network


@pytest.fixture
def ade(network: Network) -> SlackPerson:
    return network.slack.person("ade")


def test_an_admin_sees_what_is_covered_out_of_date_and_missing(network: Network, ade: SlackPerson) -> None:
    report = network.bot.knowledge.reporting.report()
    ade.command("/practice report")
    said = ade.answer().text
    assert f"{report.initiatives} initiatives of {len(report.authorities)} authorities and bodies" in said
    for part in ("With children and families", "London", "Themes with most", "Without any contact", "fifth day"):
        assert part in said
    assert len(said) < 4000


def test_nobody_else_sees_it(network: Network) -> None:
    network.ann.command("/practice report")
    said = network.ann.answer().text
    assert "The report is for admins of the whole store" in said
    assert said.endswith("The admin is Ade Mensah.")


def test_the_whole_coverage_comes_as_a_file_in_ones_own_messages(network: Network, ade: SlackPerson) -> None:
    report = network.bot.knowledge.reporting.report()
    ade.command("/practice report")
    ade.clicks(ade.answer(), "Send me the coverage as CSV")

    def sent() -> File | None:
        return next((file for one in ade.sees("im") for file in one.files), None)

    rows = list(csv.DictReader(ade.wait_for(sent, what="a file").content.decode().splitlines()))
    assert len(rows) == len(report.regions) + len(report.authorities) + len(report.uncovered)
    hackney = next(row for row in rows if row["name"] == "Hackney")
    assert int(hackney["initiatives"]) == next(one.total for one in report.authorities if one.name == "Hackney")
    assert hackney["region"] == "London"
    assert sum(int(row["initiatives"]) for row in rows if row["of"] == "authority") == report.initiatives
    assert not network.ann.sees_text("coverage")


def test_the_picture_comes_with_its_words_in_ones_own_messages(network: Network, ade: SlackPerson) -> None:
    ade.command("/practice report")
    ade.clicks(ade.answer(), "Send me the coverage as a picture")

    def sent() -> File | None:
        return next((file for one in ade.sees("im") for file in one.files), None)

    picture = ade.wait_for(sent, what="a picture", seconds=20)
    assert picture.content.startswith(b"\x89PNG")
    assert picture.mimetype == "image/png"
    assert "By region: London 77" in picture.alt_txt
    assert picture.as_slack()["alt_txt"] == picture.alt_txt
    assert 500 < len(picture.alt_txt) <= 1000


@pytest.mark.parametrize("fault", ["refused", "broken"])
def test_a_file_that_slack_does_not_take_is_not_said_to_be_there(
    network: Network, ade: SlackPerson, fault: str
) -> None:
    ade.command("/practice report")
    page = ade.answer()
    network.may_refuse.add("files.getUploadURLExternal")
    if fault == "refused":
        network.slack.faults.error("files.getUploadURLExternal", "storage_limit_reached")
    else:
        network.slack.faults.drop("files.getUploadURLExternal")
    ade.clicks(page, "Send me the coverage as CSV")
    said = ade.wait_for(lambda: next((one for one in ade.sees() if "did not take" in one.text), None), what="a word")
    assert "whoever looks after Practice Finder" in said.text
    assert [one.text for one in ade.sees("im") if "Here is the coverage" in one.text] == []
    assert any("did not take the file" in one.text for one in ade.sees("im"))
