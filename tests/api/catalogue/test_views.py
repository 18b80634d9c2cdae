"""The rulebook over HTTP."""

import json

import pytest

from riskflag.catalogue import describe
from riskflag.rulebook import load_rulebook
from riskflag.vocabulary import Role
from tests.api.world import World, json_of

RULES = load_rulebook().rules


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.RECORD_FEED])
def test_every_role_that_reads_anything_reads_every_rule(world: World, role: Role) -> None:
    seen = world.ask("GET", "/rules", role=role)
    assert [rule["code"] for rule in json.loads(seen.text)] == [rule.code for rule in RULES]


def test_a_rule_is_read_as_it_is_described(world: World) -> None:
    described = describe(RULES[0])
    seen = json_of(world.ask("GET", f"/rules/{described.code}"))
    assert seen["title"] == described.title
    assert seen["what_it_flags"] == described.what_it_flags
    assert seen["basis"] == list(described.basis)
    assert seen["in_force_from"] == described.in_force_from.isoformat()
    assert [each["story"] for each in seen["examples"]] == [each.story for each in described.examples]


@pytest.mark.parametrize(
    ("code", "status"),
    [
        pytest.param(RULES[0].code, 200, id="as it is written"),
        pytest.param(RULES[0].code.lower(), 200, id="in small letters"),
        pytest.param("NO-SUCH-99", 404, id="no such rule"),
        pytest.param("A0001AA", 404, id="something else than a code"),
        pytest.param("RO-" + "A" * 60, 404, id="far too long"),
    ],
)
def test_a_rule_is_found_by_its_code(world: World, code: str, status: int) -> None:
    assert world.ask("GET", f"/rules/{code}").status_code == status
