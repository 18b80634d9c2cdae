"""Two databases that differ only in what is protected give resettlement staff the same pages, byte for byte."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from riskflag.casebook import (
    NOW,
    OTHER_TOWN,
    PROPOSED,
    REFERRED,
    SAME_STREET,
    Case,
    case,
    incident,
)
from riskflag.dossier import SourceCoverage
from riskflag.enquiry import ReferralEnquiry
from riskflag.probing.asked import Judgement, Pace
from riskflag.records import PlaceIncidentKind, Record
from riskflag.service import Actor
from riskflag.vocabulary import Role, Source, SourceRecordId
from tests.api.test_two_worlds import CONTACT_BARRED, KNOWN, REFUSAL, SECRETS, with_secret
from tests.api.world import FEED, OFFICER, STAFF, World, dict_of, make_world
from tests.pages.desk import Desk, Page

WORTHLESS = re.compile(r"[0-9a-f]{32}|(?<=name=\"csrf_token\" value=\")[^\"]+")
"""References and tokens, which are made at random and mean nothing."""

OPAQUE = ("Date", "X-Request-Id", "Location", "Set-Cookie", "Content-Length")
ASKED = {"purpose": "release_planning", "release_not_set": "true", "household": "nobody"}
NUMBER = str(KNOWN.dossier.person.noms_number)
PERSON = KNOWN.dossier.person
assert PERSON.date_of_birth
NAMED = {
    "name": PERSON.name,
    "date_of_birth-day": str(PERSON.date_of_birth.day),
    "date_of_birth-month": str(PERSON.date_of_birth.month),
    "date_of_birth-year": str(PERSON.date_of_birth.year),
}
SENT_WRONGLY: tuple[dict[str, str], ...] = (
    {},
    {"add": "row"},
    {"purpose": "release_planning"},
    {"surprise": "x"},
)


def seen(page: Page) -> tuple[int, list[tuple[str, str]], str]:
    """What a reader can tell two pages apart by."""
    headers = [(name, "" if name in OPAQUE else value) for name, value in page.answer.headers]
    return page.status, headers, WORTHLESS.sub(lambda found: "x" * len(found[0]), page.html)


def walk(world: World, role: Role) -> list[tuple[int, list[tuple[str, str]], str]]:
    """Every page about somebody, in every state that a reader can bring it into."""
    desk, pages = Desk(world), []
    desk.sign_in(role)
    pages.append(desk.get("/desk/people"))
    pages.append(desk.post("/desk/people/named", NAMED))
    pages.append(desk.post("/desk/people", {"number": NUMBER}))
    home = pages[-1].location
    pages += [desk.get(home), desk.get(f"{home}/address")]
    for fields in (*addresses(), *SENT_WRONGLY):
        pages += asked(desk, f"{home}/address", fields)
    for referral in (REFERRED,):
        pages += answered_elsewhere(desk, home, referral)
    pages += [desk.get(home), desk.get("/desk/enquiries"), desk.get(f"{home}/agreement")]
    return [seen(page) for page in pages]


def addresses() -> Iterator[dict[str, str]]:
    for address in (PROPOSED, SAME_STREET, OTHER_TOWN):
        assert address is not None
        yield {**ASKED, "address.text": address.text, "address.postcode": address.postcode or ""}
    yield {"purpose": "bail_address", "release_not_set": "true", "no_fixed_abode": "true"}


def asked(desk: Desk, path: str, fields: dict[str, str]) -> Iterator[Page]:
    """A form sent, and the answer before and after an officer has decided; each a minute after the last, so
    that lists have one order."""
    desk.world.clock.moment += timedelta(minutes=1)
    yield (sent := desk.post(path, {"once": "0" * 32, **fields}))
    if sent.status == 303:
        yield desk.get(sent.location)
        answer_id = sent.location.rsplit("/", 1)[-1]
        desk.world.ask("POST", f"/assessments/{answer_id}/decisions", REFUSAL, OFFICER)
        yield desk.get(sent.location)


def answered_elsewhere(desk: Desk, home: str, referral: ReferralEnquiry) -> Iterator[Page]:
    """The answer to a referral that an officer asked about."""
    person_id = home.rsplit("/", 1)[-1]
    sent = desk.world.ask("POST", f"/people/{person_id}/referral-enquiries", dict_of(referral), OFFICER)
    yield desk.get(f"/desk/answers/{sent.headers['Location'].rsplit('/', 1)[-1]}")


@pytest.fixture
def worlds(tmp_path_factory: pytest.TempPathFactory, key_home: Path) -> Iterator[tuple[World, World]]:
    one, other = (make_world(tmp_path_factory.mktemp("world"), key_home) for _ in range(2))
    yield one, other
    one.service.close()
    other.service.close()


def hold(worlds: tuple[World, World], one: Case, other: Case) -> None:
    for world, held in zip(worlds, (one, other), strict=True):
        world.hold(held)


@pytest.mark.parametrize("secret", SECRETS)
def test_staff_cannot_tell_the_worlds_apart(worlds: tuple[World, World], secret: Record) -> None:
    hold(worlds, KNOWN, with_secret(secret))
    one, other = (walk(world, STAFF) for world in worlds)
    assert one == other
    assert [status for status, *_ in one].count(303) == 5


@pytest.mark.parametrize("secret", SECRETS[:2])
def test_the_officer_can(worlds: tuple[World, World], secret: Record) -> None:
    hold(worlds, KNOWN, with_secret(secret))
    one, other = (walk(world, OFFICER) for world in worlds)
    assert one != other


@pytest.mark.parametrize(
    "source", [Source.PROTECTED_PLACES, Source.HOUSEHOLD_ENQUIRIES, Source.PLACE_REGISTER]
)
def test_staff_cannot_tell_whether_a_confidential_source_was_asked(
    worlds: tuple[World, World], source: Source
) -> None:
    hold(worlds, KNOWN, case(CONTACT_BARRED, not_asked=(source,)))
    one, other = (walk(world, STAFF) for world in worlds)
    assert one == other


def test_staff_cannot_tell_what_the_place_register_holds(worlds: tuple[World, World]) -> None:
    hold(worlds, KNOWN, KNOWN)
    told = SourceCoverage(asked_at=NOW, answered=True, complete=True, watermark=NOW)
    register = replace(incident(PlaceIncidentKind.DRUG_SUPPLY), source_id=SourceRecordId("REGISTER-1"))
    for world, incidents in zip(worlds, ((), (register,)), strict=True):
        world.service.put_place_register(incidents, told, Actor("the register", FEED))
    one, other = (walk(world, STAFF) for world in worlds)
    assert one == other


@pytest.mark.parametrize("secret", SECRETS)
def test_beyond_the_cap_too_they_are_told_the_same(
    worlds: tuple[World, World], secret: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold(worlds, KNOWN, with_secret(secret))
    told = []
    for world in worlds:
        desk = Desk(world)
        desk.sign_in(STAFF)
        desk.get("/desk/people")
        path = f"{desk.post('/desk/people', {'number': NUMBER}).location}/address"
        first, second, *_ = addresses()
        list(asked(desk, path, first))
        with monkeypatch.context() as capped:
            refused = Judgement(Pace.NEEDS_SECOND_PERSON, ())
            capped.setattr("riskflag.persistence.asked_places.judge", lambda *_, it=refused: it)
            told += list(asked(desk, path, second))
    assert [page.status for page in told] == [423, 423]
    assert seen(told[0]) == seen(told[1])
