from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.domain.authority import Authority
from knowledge.domain.draft import Draft, Form
from knowledge.domain.initiative import Category
from knowledge.domain.submission import Submission
from knowledge.errors import Problem
from knowledge.services.import_forms import ImportForms, Outcome

LEEDS = Authority("Leeds", "Leeds City Council", "England")
DRAFT = Draft("Shadow board", "Twelve staff read every paper.", (Category.WITHIN_ORGANISATION,))


class KeptInMemory:
    def __init__(self) -> None:
        self.saved: dict[str, tuple[str, Form]] = {}

    def save(self, form: Form, *, by: str, digest: str) -> bool:
        if digest in self.saved:
            return False
        self.saved[digest] = (by, form)
        return True

    def waiting(self) -> tuple[Submission, ...]:
        return ()


def _read(path: Path) -> Form:
    text = path.read_text()
    if "Leeds" not in text:
        return Form(str(path), problems=(Problem(str(path), "no authority is named", field="authority"),))
    return Form(str(path), LEEDS, drafts=(DRAFT,) if "board" in text else ())


@pytest.fixture
def store() -> KeptInMemory:
    return KeptInMemory()


@pytest.fixture
def service(store: KeptInMemory) -> ImportForms:
    return ImportForms(_read, store)


def _file(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text)
    return file


def test_forms_are_saved_as_submissions_of_the_terminal(
    service: ImportForms, store: KeptInMemory, tmp_path: Path
) -> None:
    [done] = service.run([_file(tmp_path, "a.txt", "Leeds board")])
    assert done.outcome is Outcome.SAVED
    assert [(by, form.authority) for by, form in store.saved.values()] == [("terminal", LEEDS)]


def test_a_dry_run_saves_nothing(service: ImportForms, store: KeptInMemory, tmp_path: Path) -> None:
    [done] = service.run([_file(tmp_path, "a.txt", "Leeds board")], dry_run=True)
    assert (done.outcome, store.saved) == (Outcome.READ, {})


def test_the_same_file_under_another_name_is_known(service: ImportForms, store: KeptInMemory, tmp_path: Path) -> None:
    done = service.run([_file(tmp_path, "a.txt", "Leeds board"), _file(tmp_path, "b.txt", "Leeds board")])
    assert [one.outcome for one in done] == [Outcome.SAVED, Outcome.KNOWN]
    assert len(store.saved) == 1


@pytest.mark.parametrize("text", ["nobody's board", "Leeds, and nothing else"])
def test_nothing_is_saved_of_a_form_without_an_authority_or_an_initiative(
    service: ImportForms, store: KeptInMemory, tmp_path: Path, text: str
) -> None:
    [done] = service.run([_file(tmp_path, "a.txt", text)])
    assert (done.outcome, store.saved) == (Outcome.REFUSED, {})


def test_results_come_in_the_order_of_the_files(service: ImportForms, tmp_path: Path) -> None:
    files = [
        _file(tmp_path, name, f"{name} {text}")
        for name, text in [("c", "nobody"), ("a", "Leeds board"), ("b", "Leeds")]
    ]
    assert [one.form.file for one in service.run(files)] == [str(file) for file in files]
