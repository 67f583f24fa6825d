"""Who has which role: given and taken back by admins, with an audit, and never without an admin."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from knowledge.domain.grant import Grant
from knowledge.domain.member import ANYONE, Member, Role
from knowledge.domain.version import AuditLine, Change
from knowledge.errors import NotAllowed, NotFound, Overtaken, PracticeError, Refused
from knowledge.services.people import People
from knowledge.store.contribution_tables import AuditRow
from knowledge.store.database import Database
from knowledge.store.grants import GrantStore
from tests.clock import NOON
from tests.knowledge.services.sharing import ADMIN, FULL, GUEST, LEAD, REVIEWER
from tests.knowledge.store.library import LISTS

SET = Grant("T1:USET", Role.ADMIN)
SOMEBODY = Member(key="T1:U9")


def people(database: Database, *by_setting: Grant) -> People:
    return People(GrantStore(database), by_setting=lambda: by_setting, lists=lambda: LISTS, now=lambda: NOON)


def audit(database: Database) -> list[tuple[str, str, str]]:
    with database.reading() as session:
        rows = session.execute(select(AuditRow.by, AuditRow.change, AuditRow.note).order_by(AuditRow.key))
        return [(by, change, note) for by, change, note in rows]


def test_a_role_is_given_for_an_authority_and_taken_back(database: Database) -> None:
    roles = people(database, SET)
    roles.give(ADMIN, SOMEBODY, Role.LEAD, "Ashford")
    assert roles.all(ADMIN) == (SET, Grant("T1:U9", Role.LEAD, "Ashford", ADMIN.key, NOON))
    assert GrantStore(database).of("T1:U9") == roles.all(ADMIN)[1:]
    assert GrantStore(database).of("T1:U8") == ()
    roles.take(ADMIN, "T1:U9", Role.LEAD, "Ashford")
    assert roles.all(ADMIN) == (SET,)


def test_admins_come_first_then_reviewers_then_leads_and_of_each_those_of_the_settings(database: Database) -> None:
    by_setting = [Grant(f"T1:US{number}", role) for number, role in enumerate((Role.LEAD, Role.REVIEWER, Role.ADMIN))]
    roles = people(database, *by_setting)
    given = {role: roles.give(ADMIN, SOMEBODY, role) for role in (Role.LEAD, Role.ADMIN, Role.REVIEWER)}
    lead, reviewer, admin = by_setting
    assert roles.all(ADMIN) == (admin, given[Role.ADMIN], reviewer, given[Role.REVIEWER], lead, given[Role.LEAD])
    assert [one.by_setting for one in roles.all(ADMIN)] == [True, False] * 3


def test_every_change_stands_in_the_audit_once(database: Database) -> None:
    roles = people(database, SET)
    for _ in range(2):
        roles.give(ADMIN, SOMEBODY, Role.REVIEWER)
    roles.take(ADMIN, "T1:U9", Role.REVIEWER)
    with pytest.raises(Overtaken):
        roles.take(ADMIN, "T1:U9", Role.REVIEWER)
    note = "reviewer for every authority: T1:U9"
    assert audit(database) == [(ADMIN.key, "role-given", note), (ADMIN.key, "role-taken", note)]


@pytest.mark.parametrize("member", [FULL, LEAD, REVIEWER, Member()])
def test_nobody_but_an_admin_sees_or_changes_roles(database: Database, member: Member) -> None:
    roles = people(database, SET)
    with pytest.raises(NotAllowed):
        roles.all(member)
    with pytest.raises(NotAllowed):
        roles.give(member, SOMEBODY, Role.LEAD)
    with pytest.raises(NotAllowed):
        roles.take(member, "T1:U9", Role.LEAD)
    assert GrantStore(database).every() == ()


@pytest.mark.parametrize(
    ("role", "authority", "field"),
    [(Role.READER, None, "role"), (Role.ADMIN, "Ashford", "authority"), (Role.LEAD, "Nowhere", "authority")],
)
def test_a_role_that_cannot_be_given_so_is_refused_at_its_field(
    database: Database, role: Role, authority: str | None, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        people(database, SET).give(ADMIN, SOMEBODY, role, authority)
    assert [problem.field for problem in refused.value.problems] == [field]


@pytest.mark.parametrize(("to", "words"), [(GUEST, "not a guest"), (ANYONE, "Choose a person")])
def test_a_role_is_given_to_nobody_but_a_full_member(database: Database, to: Member, words: str) -> None:
    with pytest.raises(Refused, match=words) as refused:
        people(database, SET).give(ADMIN, to, Role.LEAD)
    assert [problem.field for problem in refused.value.problems] == ["member"]
    assert GrantStore(database).every() == ()


def test_the_last_admin_stays(database: Database) -> None:
    roles = people(database)
    roles.give(ADMIN, ADMIN, Role.ADMIN)
    with pytest.raises(Refused, match="only admin"):
        roles.take(ADMIN, ADMIN.key, Role.ADMIN)
    assert [grant.member for grant in GrantStore(database).every()] == [ADMIN.key]
    assert [change for _, change, _ in audit(database)] == ["role-given"]


def test_an_admin_of_the_settings_is_enough_and_is_changed_there(database: Database) -> None:
    roles = people(database, SET)
    roles.give(ADMIN, ADMIN, Role.ADMIN)
    roles.take(ADMIN, ADMIN.key, Role.ADMIN)
    with pytest.raises(NotFound, match="settings"):
        roles.take(ADMIN, SET.member, Role.ADMIN)


def test_others_write_while_it_is_asked_who_has_a_role_by_the_settings(database: Database) -> None:
    store = GrantStore(database)
    line = AuditLine(NOON, ADMIN.key, Change.ROLE_GIVEN)

    def by_setting() -> tuple[Grant, ...]:
        with ThreadPoolExecutor(1) as pool:
            pool.submit(store.give, Grant("T1:U8", Role.REVIEWER, None, ADMIN.key, NOON), line).result()
        return (SET,)

    store.give(Grant(ADMIN.key, Role.ADMIN, None, ADMIN.key, NOON), line)
    roles = People(store, by_setting=by_setting, lists=lambda: LISTS, now=lambda: NOON)
    roles.take(ADMIN, ADMIN.key, Role.ADMIN)
    assert [grant.member for grant in store.every()] == ["T1:U8"]


def test_of_two_admins_who_remove_each_other_at_once_one_remains(database: Database) -> None:
    roles = people(database)
    for key in ("T1:UONE", "T1:UTWO"):
        roles.give(ADMIN, Member(key=key), Role.ADMIN)

    def removes(pair: tuple[str, str]) -> bool:
        by, of = pair
        try:
            roles.take(Member(frozenset({Role.ADMIN}), key=by), of, Role.ADMIN)
        except PracticeError:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(removes, [("T1:UONE", "T1:UTWO"), ("T1:UTWO", "T1:UONE")]))
    assert sorted(done) == [False, True]
    assert len(GrantStore(database).every()) == 1
