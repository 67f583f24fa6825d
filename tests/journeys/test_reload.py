"""A reload in Slack, as admins live through it: looked at first, applied once, taken back."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from bot.payloads.asked import Place, Via
from bot.sandbox.finding import buttons, find
from bot.sandbox.person import SlackPerson
from bot.sandbox.server import StandInSlack
from bot.wiring.knowledge import Knowledge
from knowledge.store.reload_right import ReloadRight
from tests.journeys.conftest import Network
from tests.journeys.library_files import LibraryFile
from tests.journeys.reloading import becomes, previewed, with_library


@pytest.fixture
def library(tmp_path: Path) -> LibraryFile:
    return LibraryFile(tmp_path / "library")


@pytest.fixture
def network(slack: StandInSlack, library: LibraryFile, short_lists: Path, tmp_path: Path) -> Iterator[Network]:
    with with_library(slack, library, short_lists, tmp_path) as network:
        yield network


@pytest.fixture
def ade(network: Network) -> SlackPerson:
    return network.slack.person("ade")


def finds(person: SlackPerson, title: str) -> bool:
    """Whether somebody who asks is shown this title; asked in small letters, so that an echo is no answer."""
    person.command(f"/practice {title.lower()}")
    return title in person.answer().text


def test_a_reload_is_looked_at_first_and_changes_nothing_by_itself(
    network: Network, ade: SlackPerson, library: LibraryFile
) -> None:
    library.holds("mirror", title="Mirror mentoring of heads of service")
    library.holds("walk", title="Walking interviews with young people")
    library.drops("circle")
    library.holds("broken", authority="Nowhere-on-Sea")
    (library.folder / "more").mkdir()
    (library.folder / "more" / "islington.yaml").write_text(library.path.read_text().replace("id: walk", "id: other"))
    said = previewed(ade).text
    assert "Nothing has changed yet" in said
    assert "2 added, 1 changed, 1 removed, 0 unchanged, 0 kept from Slack, 3 refused" in said
    assert "id: mirror is taken by the initiative at hackney.yaml:1: choose another" in said
    assert "title: now “Mirror mentoring of directors”, then “Mirror mentoring of heads of service”" in said
    assert "hackney.yaml:" in said
    assert "authority:" in said
    assert "Nowhere-on-Sea" in said
    assert str(library.folder) not in said
    assert finds(network.ann, "A listening circle for foster carers")


def test_who_is_no_admin_is_told_whom_to_ask(network: Network) -> None:
    network.ann.command("/practice reload")
    said = network.ann.answer().text
    assert "Only an admin of the whole store can reload the library" in said
    assert "Ade" in said
    assert "Lena Lewis" in said


def test_an_applied_reload_answers_from_the_next_question_on_and_can_be_undone(
    network: Network, ade: SlackPerson, library: LibraryFile
) -> None:
    library.holds("walk", title="Walking interviews with young people")
    library.drops("circle")
    ade.clicks(previewed(ade), "Apply")
    done = becomes(ade, "Reloaded.")
    assert "1 added, 0 changed, 1 removed" in done.text
    assert buttons(done) == ["Undo last reload"]
    assert finds(network.ann, "Walking interviews with young people")
    assert not finds(network.ann, "A listening circle for foster carers")
    assert "Ade Mensah: reloaded: 1 added, 1 removed." in previewed(ade).text
    ade.clicks(done, "Undo last reload")
    assert "Brought back (1): circle" in becomes(ade, "Undone.").text
    assert "Ade Mensah: undone: 1 brought back, 1 taken out again." in previewed(ade).text
    assert finds(network.ann, "A listening circle for foster carers")
    assert not finds(network.ann, "Walking interviews with young people")


def test_another_process_answers_from_the_new_state(network: Network, ade: SlackPerson, library: LibraryFile) -> None:
    other = Knowledge(network.settings)
    assert other.find.answer("Walking interviews").total == 0
    library.holds("walk", title="Walking interviews with young people")
    ade.clicks(previewed(ade), "Apply")
    becomes(ade, "Reloaded.")
    assert [one.initiative.id for one in other.find.answer("Walking interviews").results] == ["walk"]
    other.close()


def test_pressed_twice_it_is_applied_once(network: Network, ade: SlackPerson, library: LibraryFile) -> None:
    library.holds("walk")
    preview = previewed(ade)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _: ade.clicks(preview, "Apply"), range(2)))
    becomes(ade, "Reloaded.")
    said = [one.text for one in ade.sees() if "Reload" in one.text or "reload" in one.text]
    assert len(said) == 1
    assert "1 added" in said[0]


def test_undoing_pressed_twice_is_done_once_and_still_says_so(
    network: Network, ade: SlackPerson, library: LibraryFile
) -> None:
    library.holds("walk")
    ade.clicks(previewed(ade), "Apply")
    done = becomes(ade, "Reloaded.")
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _: ade.clicks(done, "Undo last reload"), range(2)))
    becomes(ade, "Undone.")
    assert [one.text for one in ade.sees() if "no longer the last one" in one.text] == []


def test_files_that_changed_since_they_were_looked_at_are_shown_anew_and_not_applied(
    network: Network, ade: SlackPerson, library: LibraryFile
) -> None:
    library.holds("walk")
    preview = previewed(ade)
    library.drops("circle")
    ade.clicks(preview, "Apply")
    shown = becomes(ade, "changed since you looked")
    assert "Nothing was applied" in shown.text
    assert "Would be removed (1): circle" in shown.text
    assert "Apply" in buttons(shown)


def test_while_one_reloads_the_other_is_told_who_and_since_when(
    network: Network, ade: SlackPerson, library: LibraryFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.holds("walk")
    hers, his = previewed(network.lena), previewed(ade)
    holding, let_go = threading.Event(), threading.Event()
    note = ReloadRight.note

    def slowly(right: ReloadRight, by: str, since: datetime) -> None:
        note(right, by, since)
        holding.set()
        assert let_go.wait(20)

    monkeypatch.setattr(ReloadRight, "note", slowly)
    ade.clicks(his, "Apply")
    assert holding.wait(20)
    network.lena.clicks(hers, "Apply")
    told = becomes(network.lena, "Another reload").text
    let_go.set()
    assert "(Ade" in told
    assert "has been running since" in told
    becomes(ade, "Reloaded.")


def test_an_entry_edited_in_slack_is_kept_until_an_admin_takes_the_files_version(
    network: Network, ade: SlackPerson, library: LibraryFile
) -> None:
    parts = network.bot.parts
    place = Place(network.slack.workspace.team.id, "ULEAD", "", Via.CLICK)
    lena = parts.askers.writer(place)
    draft = parts.share.edit(lena, "mirror")
    edited = replace(draft.content, title="Mirror mentoring, as edited", no_child=True)
    sent = parts.share.submit(lena, draft.id, edited)
    parts.review.publish(parts.askers.writer(replace(place, user="UADMIN")), sent.id)
    library.holds("mirror", impact="More directors stay.")
    preview = previewed(ade)
    assert "impact: kept nothing, file “More directors stay.”" in preview.text
    ade.clicks(preview, find(preview, "reload-take:0")[1]["text"]["text"])
    taken = becomes(ade, "The file's version is taken of: mirror")
    ade.clicks(taken, "Apply")
    assert "1 changed" in becomes(ade, "Reloaded.").text
    assert finds(network.ann, "Mirror mentoring of directors")


def test_a_very_large_change_is_cut_to_what_slack_shows_with_its_numbers(
    network: Network, ade: SlackPerson, library: LibraryFile
) -> None:
    for number in range(60):
        library.entries[f"entry-{number}-{'long' * 20}"] = {
            **library.entries["circle"],
            "id": f"entry-{number}-{'long' * 20}",
        }
        library.entries[f"wrong-{number}"] = {**library.entries["circle"], "id": f"wrong-{number}", "authority": "Nil"}
    library.write()
    said = previewed(ade).text
    assert "60 added" in said
    assert "Refused (60 problems)" in said
    assert "and 54 more" in said
