"""Names that came off are found in texts however they are written there, and nothing else is taken for one."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.domain.content import Content
from knowledge.domain.draft import Draft, Form
from knowledge.domain.identity import Hasher, Identity
from knowledge.domain.initiative import Contact, Resource, Source
from knowledge.domain.removal import TAKEN_OFF, RemovedNames
from knowledge.errors import Problem
from tests.factories import an_initiative

HASHER = Hasher(["a key of this test"])


def without(name: str, text: str) -> str:
    """The text once this name came off, which leaves "*" there."""
    return RemovedNames(HASHER, [HASHER.kept(Identity.NAME, name)]).text(text).replace(TAKEN_OFF, "*")


@pytest.mark.parametrize("hyphen", ["-", "\N{HYPHEN}", "\N{NON-BREAKING HYPHEN}", "\N{EN DASH}", " "])
def test_a_name_with_hyphens_comes_off_by_whichever_hyphen_it_is_written(hyphen: str) -> None:
    said = f"Led by Anne{hyphen}Marie Smith{hyphen}Jones."
    assert without("Anne-Marie Smith-Jones", said) == "Led by *."
    assert without("Anne Marie Smith Jones", said) == "Led by *."
    assert without(f"Anne{hyphen}Marie Smith{hyphen}Jones", "Led by Anne-Marie Smith-Jones.") == "Led by *."


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Ada Example", "Led by Ada\nExample.", "Led by *."),
        ("Ada Example", "Led by Ada \n Example.", "Led by *."),
        ("Anne Smith-Jones", "Led by Anne Smith-\nJones.", "Led by *."),
        ("Ada Example", "Ada Example's team", "*'s team"),
        ("Ada Example", "Ada Example\N{RIGHT SINGLE QUOTATION MARK}s team", "*\N{RIGHT SINGLE QUOTATION MARK}s team"),
        ("Ada O'Neils", "Ada O\N{RIGHT SINGLE QUOTATION MARK}Neils, ADA ONEILS", "*, *"),
        ("J. R. Example", "By J.R. Example and J R Example", "By * and *"),
        ("Ada Example", "Sharing_Practice_Ada_Example.docx", "Sharing_Practice_*.docx"),
        ("Ada Example", "The Ada Example-led group of ex-Ada Example staff", "The *-led group of ex-* staff"),
        ("Ada Example", "The Ada Example\N{EN DASH}Bob Next group", "The *\N{EN DASH}Bob Next group"),
        ("Adébáyọ̀ Example", "Led by Adébáyọ̀ Example.", "Led by *."),
        ("Example Adébáyọ̀", "Led by Example Adébáyọ̀.", "Led by *."),
        ("李 小龙", "Led by 李 小龙.", "Led by *."),
        ("李 小龙", "Led by 李\n小龙.", "Led by *."),
    ],
)
def test_a_name_comes_off_however_it_stands_in_a_sentence(name: str, text: str, left: str) -> None:
    assert without(name, text) == left


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("bell hooks", "After bell hooks and Bell Hooks.", "After * and *."),
        ("Dr bell hooks", "After bell hooks.", "After *."),
        ("van der Berg", "Led by van der Berg.", "Led by *."),
        ("jean-luc example", "Led by jean-luc example.", "Led by *."),
    ],
)
def test_a_name_kept_in_small_letters_comes_off_in_small_letters_too(name: str, text: str, left: str) -> None:
    assert without(name, text) == left


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Will Young", "What will young people say?"),
        ("Grant May", "The grant may be spent."),
        ("Anne Smith", "Anne Smith-Jones"),
        ("Marie Smith", "Anne-Marie Smith"),
        ("Marie Smith", "Anne\N{NON-BREAKING HYPHEN}Marie Smith"),
        ("Ada Example", "Thanks to Ada.\n\nExample: a card."),
        ("Ada Example", "Thanks to Ada.\nExample: a card."),
        ("Ada Example", "Ada, Example"),
        ("Ada Example", "Ada Examples"),
        ("bell hooks", "bell-hooks-circle, https://bell-hooks.example and bell_hooks@ashford.example"),
        ("bell hooks", "the class-bell hooks"),
        ("the practice team", "Ask the practice team."),
        ("head of practice", "Our head of practice leads it."),
        ("Grace", "A day of grace, says Grace"),
    ],
)
def test_other_words_and_others_names_stay(name: str, text: str) -> None:
    assert without(name, text) == text


def test_an_address_that_begins_with_the_name_goes_as_a_whole() -> None:
    kept = [HASHER.kept(Identity.NAME, "Ada Example"), HASHER.kept(Identity.EMAIL, "ada.example@ashford.example")]
    assert RemovedNames(HASHER, kept).text("Ask Ada.Example@ashford.example.") == f"Ask {TAKEN_OFF}."


def test_what_is_kept_of_a_name_is_the_same_as_ever() -> None:
    # Kept by an earlier version, which also counted its words so.
    kept = HASHER.kept(Identity.NAME, "Dr Anne-Marie Smith-Jones")
    assert (kept.hash[:12], kept.words) == ("17ac687014bd", 4)
    assert HASHER.kept(Identity.NAME, "Grace").words == 0


def test_a_contact_whose_role_names_them_is_not_allowed() -> None:
    names = RemovedNames(HASHER, [HASHER.kept(Identity.NAME, "Anne-Marie Smith-Jones")])
    assert names.redact(Contact(role="Deputy of Anne-Marie Smith-Jones", team="Practice")) == Contact(team="Practice")


@pytest.mark.parametrize(
    ("shorter", "longer"), [("Ada Example", "Ada Example Brown"), ("bell hooks", "bell hooks bray")]
)
def test_of_two_names_that_begin_alike_the_longer_comes_off_whole(shorter: str, longer: str) -> None:
    names = RemovedNames(HASHER, [HASHER.kept(Identity.NAME, name) for name in (shorter, longer)])
    assert names.text(f"By {longer} and {shorter}.") == f"By {TAKEN_OFF} and {TAKEN_OFF}."


NAMED = Contact("Ada Example", "Lead", email="ada@ashford.example")
SAID: dict[str, Any] = {"title": "By Ada Example", "summary": "Ada Example leads it.", "impact": "Ada Example says so."}
NAMES = RemovedNames(HASHER, [HASHER.kept(Identity.NAME, "Ada Example")])


def test_a_name_comes_off_from_every_text_of_an_initiative_a_draft_and_a_form() -> None:
    resources, source = (Resource("Ada Example's toolkit", "https://ashford.example"),), Source("Ada Example's report")
    whole: dict[str, Any] = {**SAID, "contacts": (NAMED,), "resources": resources}
    initiative = an_initiative(
        **SAID, own_contacts=(NAMED,), form_contacts=(NAMED,), resources=resources, source=source
    )
    form = Form(
        file="Ada Example.docx",
        contacts=(NAMED,),
        resources=resources,
        drafts=(Draft(categories=(), **whole),),
        problems=(Problem("form", "Ada Example is not clear"),),
    )
    for kept in (NAMES.initiative(initiative), NAMES.content(Content(**whole, source=source)), NAMES.form(form)):
        assert "Example" not in str(kept).replace("ashford.example", "")
        assert "Contact(name=None, role='Lead'" in str(kept)
