"""Who may do what: every role, every action, every kind of ownership, as one table."""

from __future__ import annotations

from itertools import product

import pytest

from knowledge.domain.member import ANYONE, Member, Role
from knowledge.domain.permissions import ALLOWED, Action, allows, require
from knowledge.errors import NotAllowed

ME = "T1:U1"
MEMBERS = {
    "nobody": ANYONE,
    "guest": Member(key=ME, full=False),
    "full": Member(key=ME),
    "lead": Member(frozenset({Role.LEAD}), frozenset({"Ashford"}), key=ME, limits=frozenset({(Role.LEAD, "Ashford")})),
    "lead of all": Member(frozenset({Role.LEAD}), key=ME),
    "guest lead": Member(
        frozenset({Role.LEAD}), frozenset({"Ashford"}), key=ME, full=False, limits=frozenset({(Role.LEAD, "Ashford")})
    ),
    "reviewer": Member(frozenset({Role.REVIEWER}), key=ME),
    "reviewer of Ashford": Member(frozenset({Role.REVIEWER}), key=ME, limits=frozenset({(Role.REVIEWER, "Ashford")})),
    "admin": Member(frozenset({Role.ADMIN}), key=ME),
}
OWNERSHIPS = {
    "mine": (ME, "Beecham"),
    "my authority's": ("T1:U9", "Ashford"),
    "another's": ("T1:U9", "Beecham"),
    "nobody's": (None, "Beecham"),
}

#: Who may act on what is not theirs and of another authority, beside owners; then who else on that of Ashford.
EVERYWHERE = {
    Action.SUBMIT: {"full", "lead", "lead of all", "guest lead", "reviewer", "reviewer of Ashford", "admin"},
    Action.WRITE_DRAFT: set(),
    Action.WITHDRAW: {"admin"},
    Action.EDIT: {"lead of all", "admin"},
    Action.ARCHIVE: {"lead of all", "admin"},
    Action.HAND_OVER: {"lead of all", "admin"},
    Action.CONFIRM: {"lead of all", "admin"},
    Action.READ_HISTORY: {"lead of all", "reviewer", "admin"},
    Action.RESTORE_VERSION: {"lead of all", "admin"},
    Action.PUBLISH_AT_ONCE: {"lead of all", "admin"},
    Action.REVIEW: {"reviewer", "admin"},
    Action.CONFIRM_CONTACT: set(),
    Action.REMOVE_NAME: {"admin"},
    Action.SETTLE_POSTING: {"admin"},
    Action.RELOAD: {"admin"},
    Action.MANAGE_PEOPLE: {"admin"},
    Action.CHANGE_CONTACTS: {"admin"},
    Action.READ_REPORT: {"admin"},
    Action.SETTLE_QUESTION: {"admin"},
}
LEADS = {"lead", "guest lead"}
IN_ASHFORD = {
    Action.EDIT: LEADS,
    Action.ARCHIVE: LEADS,
    Action.HAND_OVER: LEADS,
    Action.CONFIRM: LEADS,
    Action.READ_HISTORY: LEADS | {"reviewer of Ashford"},
    Action.RESTORE_VERSION: LEADS,
    Action.PUBLISH_AT_ONCE: LEADS,
    Action.REVIEW: {"reviewer of Ashford"},
}
OWNERS = {"full", "lead", "lead of all", "guest lead", "reviewer", "reviewer of Ashford", "admin"}
OWNED = {
    Action.WRITE_DRAFT: OWNERS,
    Action.WITHDRAW: OWNERS,
    Action.EDIT: OWNERS,
    Action.ARCHIVE: OWNERS,
    Action.HAND_OVER: OWNERS,
    Action.CONFIRM: OWNERS,
    Action.READ_HISTORY: OWNERS,
    Action.RESTORE_VERSION: OWNERS,
    # What is said about oneself counts from a guest as well.
    Action.CONFIRM_CONTACT: OWNERS | {"guest"},
}


@pytest.mark.parametrize(("action", "whose", "who"), list(product(Action, OWNERSHIPS, MEMBERS)))
def test_each_role_may_do_what_the_table_says(action: Action, whose: str, who: str) -> None:
    allowed = set(EVERYWHERE[action])
    if whose == "mine":
        allowed |= OWNED.get(action, set())
    if whose == "my authority's":
        allowed |= IN_ASHFORD.get(action, set())
    owner, authority = OWNERSHIPS[whose]
    assert allows(MEMBERS[who], action, owner=owner, authority=authority) == (who in allowed)


@pytest.mark.parametrize("action", Action)
def test_a_refusal_says_what_is_needed_and_whom_to_ask(action: Action) -> None:
    assert action in ALLOWED
    with pytest.raises(NotAllowed) as refused:
        require(ANYONE, action, authority="Ashford")
    said = str(refused.value)
    assert said.endswith(".")
    assert "{" not in said
    assert action is Action.PUBLISH_AT_ONCE or "sk " in said
