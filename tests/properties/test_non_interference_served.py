"""Two databases that differ only in protected data look alike to staff who ask, ask again and read again.

RISKFLAG_WORLDS sets how many pairs of databases are asked: a half of it of the service, a tenth over HTTP (50 and
10 unless it says otherwise). Over HTTP staff try every route that they may ask, and some that they may not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    HIM,
    NOW,
    OTHER_TOWN,
    PROPOSED,
    SAME_STREET,
    Case,
    caseload_link,
    protected_place,
)
from riskflag.disclosure import show
from riskflag.dossier import SourceCoverage
from riskflag.enquiry import Enquiry
from riskflag.records import Record
from riskflag.service import Actor
from riskflag.vocabulary import EnquiryKind, NomsNumber, PersonId, Role, Source
from tests.api.world import FEED, LINKS, NOBODY_HELD, OFFICER, STAFF, World, dict_of, make_world
from tests.properties.protected import OPEN, REFERRALS, SECRETS, WORLDS, Secret, world

OPAQUE = ("Date", "X-Request-Id", "Location")
KEEPER, ASKER, READER = Actor("a.feed", FEED), Actor("p.officer", OFFICER), Actor("r.staff", STAFF)
LIMITS_KNOWN = SourceCoverage(NOW, answered=True, complete=True)
CASELOAD = (*LINKS, caseload_link(ASKER.name, OFFICER), caseload_link(READER.name, STAFF))
NOT_SAID = replace(ASKED, occupants_stated=None)
QUESTIONS: Sequence[Enquiry] = (
    ASKED,
    NOT_SAID,
    replace(ASKED, address=SAME_STREET),
    replace(ASKED, address=OTHER_TOWN),
    replace(ASKED, address=None, no_fixed_abode=True),
    *REFERRALS,
)
PATHS = {EnquiryKind.ADDRESS: "address-enquiries", EnquiryKind.REFERRAL: "referral-enquiries"}
ASKED_BY = st.lists(
    st.tuples(st.sampled_from(QUESTIONS), st.sampled_from((OFFICER, STAFF, STAFF))), min_size=1, max_size=4
)
"""Questions one after the other, each an earlier enquiry to the next, and who asks them."""

numbers = count()


@dataclass(frozen=True, slots=True)
class Asking:
    """What happens alike in both worlds: what staff may know of the person, and who asks what."""

    known: list[Record]
    questions: list[tuple[Enquiry, Role]]


ASKING = st.builds(Asking, st.lists(st.sampled_from(OPEN), max_size=5), ASKED_BY)


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[World, World]]:
    """Two services, each with a database of its own, that stand on one day."""
    key = tmp_path_factory.mktemp("key")
    one, other = (make_world(tmp_path_factory.mktemp("world"), key) for _ in range(2))
    yield one, other
    one.service.close()
    other.service.close()


@cache
def tokens(served: World) -> dict[Role, dict[str, str]]:
    """What each role signs in with; signing takes longer than most answers."""
    return {role: {"Authorization": f"Bearer {served.token(role)}"} for role in (OFFICER, STAFF)}


def held(served: World, about: Case, number: NomsNumber) -> PersonId:
    """Stores the case under this number, on the caseload of whoever asks: who may see it is no part of the two
    worlds, and decides whether anything is told at all."""
    served.service.put_place_register(about.place.incidents, about.place.coverage, KEEPER)
    person = replace(HIM, noms_number=number)
    records = (*about.dossier.records, *CASELOAD)
    coverage = {**about.dossier.coverage, Source.ACCESS_LIMITS: LIMITS_KNOWN}
    return served.service.put_person(person, records, coverage, KEEPER)


def told(served: World, asking: Asking, secret: Secret, number: NomsNumber) -> list[str]:
    """What the service has for staff, of every question that they asked, at once and when they read it again."""
    about = world(asking.known, secret)
    person_id = held(served, about, number)
    shown = []
    for question, role in asking.questions:
        hidden = replace(question, occupants=tuple(secret.hidden))
        first = served.service.enquire(person_id, hidden, ASKER if role is OFFICER else READER)
        again = served.service.read_assessment(first.id, READER)
        shown += [repr(show(each.full, each.open, STAFF, served.clock())) for each in (first, again)]
    return shown


def sent(served: World, asking: Asking, secret: Secret, number: NomsNumber) -> list[object]:
    """What staff receive over HTTP of every request that they make, one after the other."""
    person_id = held(served, world(asking.known, secret), number)
    mine = tokens(served)[STAFF]
    tried = looking(number, person_id)
    received: list[object] = [seen(served.ask(*each, None, headers=mine), person_id) for each in tried]
    for question, role in asking.questions:
        path = f"/people/{person_id}/{PATHS[question.kind]}"
        made = served.ask("POST", path, dict_of(question), None, headers=tokens(served)[role])
        again = served.ask("GET", made.headers["Location"], role=None, headers=mine)
        received += (
            [seen(made, person_id), seen(again, person_id)] if role is STAFF else [seen(again, person_id)]
        )
    return received


def looking(number: NomsNumber, person_id: PersonId) -> Sequence[tuple[str, str, object]]:
    """What staff may try besides asking: to find, to guess, to ask wrongly, and what they may not do at all."""
    return (
        ("POST", "/people/find", {"noms_number": number}),
        ("POST", "/people/find", {"noms_number": "Z9999ZZ"}),
        ("POST", "/people/find", {"name": "somebody"}),
        ("POST", f"/people/{person_id}/address-enquiries", {"purpose": 1}),
        ("POST", f"/people/{person_id}/address-enquiries", {**dict_of(ASKED), "no_fixed_abode": True}),
        ("POST", f"/people/{person_id}/referral-enquiries", {}),
        ("POST", f"/people/{NOBODY_HELD}/address-enquiries", dict_of(ASKED)),
        ("PUT", f"/people/{person_id}/address-enquiries", dict_of(ASKED)),
        ("GET", f"/people/{person_id}/records", None),
        ("PUT", f"/people/{person_id}/records", {}),
        ("POST", f"/people/{person_id}/payloads", {}),
        ("POST", "/events", {}),
        ("GET", f"/assessments/{NOBODY_HELD}", None),
        ("GET", f"/assessments/{person_id}", None),
    )


def seen(answer: TestResponse, person_id: PersonId) -> tuple[int, list[tuple[str, str]], bytes]:
    """What a reader can tell two answers apart by. Of what is made at random the length stays."""
    hidden = [(name, "x" * len(value) if name in OPAQUE else value) for name, value in answer.headers]
    return answer.status_code, hidden, answer.data.replace(person_id.encode(), b"x" * len(person_id))


def fresh() -> NomsNumber:
    """A number that nobody has yet in either world."""
    return NomsNumber(f"A{next(numbers):04}AA")


@settings(max_examples=WORLDS // 2)
@given(asking=ASKING, one=SECRETS, other=SECRETS)
def test_the_service_tells_staff_the_same(
    pair: tuple[World, World], asking: Asking, one: Secret, other: Secret
) -> None:
    number = fresh()
    assert told(pair[0], asking, one, number) == told(pair[1], asking, other, number)


@settings(max_examples=WORLDS // 10)
@given(asking=ASKING, one=SECRETS, other=SECRETS)
def test_staff_receive_the_same_bytes(
    pair: tuple[World, World], asking: Asking, one: Secret, other: Secret
) -> None:
    number = fresh()
    assert sent(pair[0], asking, one, number) == sent(pair[1], asking, other, number)


def test_the_officer_is_told_the_difference(pair: tuple[World, World]) -> None:
    """The worlds are not alike for want of a difference."""
    nothing = Secret([], [], [], set(), stopped=False, answered=(None, ""))
    hers = replace(nothing, records=[protected_place(EX_PARTNER, PROPOSED)])
    seen_by_officer = []
    for served, secret in zip(pair, (nothing, hers), strict=True):
        person_id = held(served, world([], secret), NomsNumber("B0001AA"))
        answer = served.service.enquire(person_id, ASKED, ASKER)
        seen_by_officer.append(show(answer.full, answer.open, OFFICER, served.clock()).flags)
    assert seen_by_officer[0] != seen_by_officer[1]
