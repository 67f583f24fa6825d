"""What a role that was given is limited to, also after a reorganisation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.domain.authority import Register
from knowledge.domain.grant import Grant, limits
from knowledge.domain.member import Role
from tests.knowledge.store.library import ASHFORD, BEECHAM
from tests.knowledge.store.test_carrying import MERGED, SPLIT

NOW = Register((ASHFORD, BEECHAM))


@pytest.mark.parametrize(
    ("authorities", "register", "limited"),
    [
        (["Ashford"], NOW, {"Ashford"}),
        (["Ashford", None], NOW, frozenset()),
        ([], NOW, None),
        (["Ashford", "Beecham"], MERGED.register, {"Elm", "Beecham"}),
        (["Ashford"], SPLIT.register, {"Elm", "Oak"}),
        (["Ashford"], Register((BEECHAM,)), {"Ashford"}),
        (["Beecham"], Register((BEECHAM, replace(ASHFORD, aliases=("Beecham",)))), {"Beecham"}),
    ],
)
def test_a_role_holds_for_successors_and_never_for_more(
    authorities: list[str | None], register: Register, limited: set[str] | None
) -> None:
    grants = [Grant("T1:U2", Role.LEAD, authority) for authority in authorities]
    assert limits(grants, Role.LEAD, register) == limited
