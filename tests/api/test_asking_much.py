"""Whoever asks about many addresses for one person meets a cap, and the auditor hears of it; nobody else does."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import pytest
from werkzeug.test import TestResponse

from riskflag.casebook import ASKED, EX_PARTNER, NOW, REFERRED, case, protected_place
from riskflag.enquiry import PlacementKind
from riskflag.probing.asked import AlertKind
from riskflag.records import Address, RecipientKind
from riskflag.service import now
from riskflag.tokens import issue_development_token
from riskflag.vocabulary import Role
from tests.api.world import World, dict_of, enquiry_body

STAFF, OFFICER, AUDITOR = Role.RESETTLEMENT_STAFF, Role.RESPONSIBLE_OFFICER, Role.AUDITOR
FAR_APART = [
    f"{number} {street} Lane, Testbury, ZZ{number} {number % 9}AA"
    for number, street in enumerate(
        ("Aspen", "Birch", "Cedar", "Damson", "Elder", "Fir", "Gorse", "Hazel", "Ilex", "Juniper", "Kapok"), 1
    )
]
NO_KEY: Mapping[str, str] = MappingProxyType({})
KEY = {"Idempotency-Key": "the-first-enquiry-of-today"}


def about(text: str) -> dict[str, object]:
    return enquiry_body(replace(ASKED, address=Address(text, postcode=text.rpartition(", ")[2])))


def ask(world: World, person: str, text: str, headers: Mapping[str, str] = NO_KEY) -> TestResponse:
    return world.ask("POST", f"/people/{person}/address-enquiries", about(text), STAFF, headers=headers)


def somebody_else(world: World, role: Role) -> dict[str, str]:
    return {"Authorization": f"Bearer {issue_development_token(world.settings, role, 'another', now())}"}


def test_the_eleventh_address_waits_for_a_second_person(world: World) -> None:
    him = world.hold(case())
    assert [ask(world, him, text).status_code for text in FAR_APART] == [201] * 10 + [423]
    assert ask(world, him, FAR_APART[0]).status_code == 201, "an address that was answered is no further one"
    path, why = f"/people/{him}/agreements", {"reason": "several_homes_considered"}
    assert world.ask("POST", path, why, OFFICER).status_code == 204
    assert ask(world, him, FAR_APART[10]).status_code == 423, "nobody agrees with themselves"
    agreed = world.ask("POST", path, why, OFFICER, headers=somebody_else(world, OFFICER))
    assert agreed.status_code == 204
    assert ask(world, him, FAR_APART[10]).status_code == 201


def test_the_cap_is_the_same_whatever_is_hidden(world: World) -> None:
    hidden = world.hold(case(protected_place(EX_PARTNER, Address(FAR_APART[4]))))
    assert [ask(world, hidden, text).status_code for text in FAR_APART] == [201] * 10 + [423]


def test_a_site_that_the_person_would_only_attend_counts_too(world: World) -> None:
    him = world.hold(case())
    attends = replace(
        REFERRED,
        recipient=RecipientKind.EMPLOYER,
        placement=PlacementKind.NOT_STATED,
        nothing_to_attend=False,
    )
    assert not attends.gives_a_home
    asked = [
        world.ask(
            "POST", f"/people/{him}/referral-enquiries", dict_of(replace(attends, site=Address(text))), STAFF
        ).status_code
        for text in FAR_APART
    ]
    assert asked == [201] * 10 + [423]


def test_the_auditor_is_told_and_whoever_asks_is_not(world: World) -> None:
    him = world.hold(case())
    before = ask(world, him, FAR_APART[0])
    for text in FAR_APART[1:5]:
        after = ask(world, him, text)
    assert set(after.json or {}) == set(before.json or {})
    told = world.ask("GET", "/alerts", role=AUDITOR).json
    assert told is not None
    found = {each["kind"]: each for each in told["alerts"]}
    assert found[AlertKind.SOFT_CAP]["person_id"] == him
    assert found[AlertKind.SOFT_CAP]["count"] == 5
    assert not any(word in str(told) for word in ("Lane", "Testbury", "ZZ1"))
    again = world.ask("GET", "/alerts", role=AUDITOR).json
    assert again == told, "one alert for each kind and subject"


@pytest.mark.parametrize("role", [STAFF, OFFICER, Role.DATA_SCIENTIST, None])
def test_only_the_auditor_reads_alerts(world: World, role: Role | None) -> None:
    assert world.ask("GET", "/alerts", role=role).status_code == (401 if role is None else 403)


def test_a_request_that_is_sent_again_gets_its_first_answer(world: World) -> None:
    him = world.hold(case())
    first, again = (ask(world, him, FAR_APART[0], KEY) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json == first.json
    assert again.headers["Location"] == first.headers["Location"]


def test_another_request_under_its_key_is_refused(world: World) -> None:
    him = world.hold(case())
    assert ask(world, him, FAR_APART[0], KEY).status_code == 201
    assert ask(world, him, FAR_APART[1], KEY).status_code == 409


def test_a_key_is_its_senders_own_and_lasts_a_day(world: World) -> None:
    him = world.hold(case())
    first = ask(world, him, FAR_APART[0], KEY)
    another = ask(world, him, FAR_APART[1], KEY | somebody_else(world, STAFF))
    assert another.status_code == 201
    world.clock.moment = NOW.replace(day=NOW.day + 2)
    assert ask(world, him, FAR_APART[0], KEY).headers["Location"] != first.headers["Location"]


@pytest.mark.parametrize("key", ["short", "x" * 129, "with spaces in it, and more"])
def test_a_key_that_is_none_is_refused_by_name(world: World, key: str) -> None:
    him = world.hold(case())
    refused = ask(world, him, FAR_APART[0], {"Idempotency-Key": key})
    assert refused.status_code == 422
    assert refused.json is not None
    assert refused.json["errors"][0]["field"] == "Idempotency-Key"
