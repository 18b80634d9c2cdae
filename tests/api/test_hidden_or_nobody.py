"""Whatever is sent along, and whatever was asked before: who may not be seen is answered as nobody is.

A key used before, a cap that was reached, a number beside another's and a pace that is used up would each have
an answer of its own. None of them comes before the question whether the reader may see the person.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from riskflag.casebook import HIM, NOW, Case, case
from riskflag.settings import PaceSettings
from riskflag.vocabulary import CaseReferenceNumber, NomsNumber, Role
from tests.api.test_asking_much import FAR_APART, about
from tests.api.test_authorisation_matrix import headers
from tests.api.test_pace import slowed
from tests.api.world import NOBODY_HELD, OFFICER, STAFF, World, make_world, records_body

KEY = {"Idempotency-Key": "asked-while-they-could-be-seen"}
KNOWN = case()
HIDDEN_NUMBER, NOBODYS_NUMBER = CaseReferenceNumber("X000002"), CaseReferenceNumber("X000009")
HIDDEN = replace(
    KNOWN,
    dossier=replace(
        KNOWN.dossier,
        person=replace(HIM, noms_number=NomsNumber("A0002AA"), case_reference_number=HIDDEN_NUMBER),
    ),
)
ENQUIRED = [
    pytest.param(about(FAR_APART[0]), KEY, 404, id="what would get its first answer again"),
    pytest.param(about(FAR_APART[1]), KEY, 404, id="what its key was not used for"),
    pytest.param(about(FAR_APART[10]), {}, 404, id="what a second person must agree to"),
    pytest.param(about(FAR_APART[2]), {"Idempotency-Key": "short"}, 422, id="a key that is none"),
    pytest.param({"purpose": 1}, KEY, 422, id="a body that is wrong"),
]


def hide(world: World, held: Case) -> None:
    """Stores the person again, on nobody's caseload."""
    body = records_body(held)
    body["records"] = {name: of for name, of in dict_in(body, "records").items() if name != "caseload_links"}
    assert world.ask("POST", "/people", body).status_code == 200


def dict_in(body: dict[str, object], name: str) -> dict[str, object]:
    found = body[name]
    assert isinstance(found, dict)
    return found


def seen(answer: TestResponse) -> tuple[int, list[tuple[str, str]], bytes]:
    return answer.status_code, headers(answer), answer.data


@pytest.fixture(params=[OFFICER, STAFF])
def role(request: pytest.FixtureRequest) -> Role:
    assert isinstance(request.param, Role)
    return request.param


@pytest.fixture
def world(tmp_path: Path, key_home: Path) -> Iterator[World]:
    made = make_world(tmp_path, key_home)
    yield made
    made.service.close()


def enquire(
    world: World, person: str, role: Role, body: dict[str, object], sent: dict[str, str]
) -> TestResponse:
    return world.ask("POST", f"/people/{person}/address-enquiries", body, role, headers=sent)


@pytest.mark.parametrize(("body", "sent", "status"), ENQUIRED)
def test_no_key_and_no_cap_tells_that_somebody_is_held(
    world: World, role: Role, body: dict[str, object], sent: dict[str, str], status: int
) -> None:
    hidden = world.hold(HIDDEN)
    asked = [enquire(world, hidden, role, about(text), {}).status_code for text in FAR_APART[1:]]
    assert enquire(world, hidden, role, about(FAR_APART[0]), KEY).status_code == 423
    assert asked == [201] * 10
    world.clock.moment = NOW + timedelta(days=40)
    for text in FAR_APART[:10]:
        enquire(world, hidden, role, about(text), KEY if text == FAR_APART[0] else {})
    hide(world, HIDDEN)
    found, nobody = (enquire(world, each, role, body, sent) for each in (hidden, NOBODY_HELD))
    assert seen(found) == seen(nobody)
    assert found.status_code == status


@pytest.mark.parametrize(
    ("own", "status"),
    [
        pytest.param(None, 200, id="one who has no such number yet"),
        pytest.param(CaseReferenceNumber("X000001"), 409, id="one who has another"),
    ],
)
def test_a_hidden_persons_number_beside_ones_own_is_nobodys(
    world: World, role: Role, own: CaseReferenceNumber | None, status: int
) -> None:
    person = replace(HIM, case_reference_number=own)
    world.hold(replace(KNOWN, dossier=replace(KNOWN.dossier, person=person)))
    world.hold(HIDDEN)
    hide(world, HIDDEN)
    found, nobody = (
        world.ask(
            "POST", "/people/find", {"noms_number": HIM.noms_number, "case_reference_number": each}, role
        )
        for each in (HIDDEN_NUMBER, NOBODYS_NUMBER)
    )
    assert seen(found) == seen(nobody)
    assert found.status_code == status


@pytest.mark.parametrize("by_number", [True, False], ids=["looked for", "asked about"])
def test_the_pace_is_used_up_alike(world: World, role: Role, by_number: bool) -> None:
    hidden = world.hold(HIDDEN)
    hide(world, HIDDEN)
    slow = slowed(world, PaceSettings(enquiries=2, lookups=2))
    told = []
    for number, person in ((HIDDEN_NUMBER, hidden), (NOBODYS_NUMBER, NOBODY_HELD)):
        slow.clock.moment += timedelta(minutes=2)
        find = {"case_reference_number": number}
        told.append(
            [
                seen(
                    slow.ask("POST", "/people/find", find, role)
                    if by_number
                    else enquire(slow, person, role, about(FAR_APART[0]), {})
                )
                for _ in range(4)
            ]
        )
    slow.service.close()
    assert told[0] == told[1]
    assert [status for status, _, _ in told[0]] == [404, 404, 429, 429]
