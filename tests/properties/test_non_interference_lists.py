"""What staff are told of their earlier enquiries, and of decisions on them, depends on nothing protected.

RISKFLAG_WORLDS sets how many pairs of databases are compared: a quarter of it (25 unless it says otherwise).
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riskflag.casebook import ASKED, EX_PARTNER, HIM, NOW, PROPOSED, caseload_link, protected_place
from riskflag.records import Record
from riskflag.service import Actor
from riskflag.shown_decisions import show_decisions
from riskflag.vocabulary import AssessmentId, NomsNumber, PersonId, Source
from tests.api.world import OFFICER, STAFF, World, make_world
from tests.decided import REFUSED
from tests.properties.protected import SECRETS, WORLDS, Secret, world
from tests.properties.test_non_interference_served import (
    ASKER,
    ASKING,
    CASELOAD,
    KEEPER,
    LIMITS_KNOWN,
    Asking,
    fresh,
)

NOTHING = Secret([], [], [], set(), stopped=False, answered=(None, ""))
HERS = replace(NOTHING, records=[protected_place(EX_PARTNER, PROPOSED)])


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[World, World]]:
    """Two services, each with a database of its own."""
    key = tmp_path_factory.mktemp("key")
    one, other = (make_world(tmp_path_factory.mktemp("world"), key) for _ in range(2))
    yield one, other
    one.service.close()
    other.service.close()


def held(served: World, known: list[Record], secret: Secret, number: NomsNumber, reader: Actor) -> PersonId:
    """Stores the person under this number, on the caseload of this reader too."""
    about = world(known, secret)
    served.service.put_place_register(about.place.incidents, about.place.coverage, KEEPER)
    records = (*about.dossier.records, *CASELOAD, caseload_link(reader.name, reader.role))
    coverage = {**about.dossier.coverage, Source.ACCESS_LIMITS: LIMITS_KNOWN}
    return served.service.put_person(replace(HIM, noms_number=number), records, coverage, KEEPER)


def listed(
    served: World, asking: Asking, secrets: list[Secret], number: NomsNumber, reader: Actor
) -> list[object]:
    """What the reader's list and every answer's decisions tell, once all was asked and some was decided. What
    is protected changes from question to question."""
    served.clock.moment = NOW
    numbered: dict[AssessmentId, int] = {}
    told: list[object] = []
    for place, (question, role) in enumerate(asking.questions):
        secret = secrets[place % len(secrets)]
        person_id = held(served, asking.known, secret, number, reader)
        served.clock.moment += timedelta(minutes=1)
        asked = replace(question, occupants=tuple(secret.hidden))
        answer = served.service.enquire(person_id, asked, ASKER if role is OFFICER else reader)
        numbered[answer.id] = place
        if role is OFFICER:
            served.service.deciding.record(answer.id, REFUSED, ASKER)
    for name in numbered:
        read = served.service.deciding.read(name, reader)
        full, known = read.stored.full, read.stored.open
        again = read.answered_again
        told.append(show_decisions(full, known, read.decisions, STAFF, NOW, answered_again=again))
    for made in served.service.caseload.enquiries_of(reader):
        later = None if made.later is None else numbered[made.later]
        told.append((numbered[made.assessment_id], later, made.changed, made.expired))
        told.append((made.name, made.enquiry, made.asked_at, made.decision))
    return told


@settings(max_examples=max(1, WORLDS // 4))
@given(
    asking=ASKING,
    one=st.lists(SECRETS, min_size=1, max_size=3),
    other=st.lists(SECRETS, min_size=1, max_size=3),
)
def test_staff_are_told_the_same_of_what_they_asked_and_what_was_decided(
    pair: tuple[World, World], asking: Asking, one: list[Secret], other: list[Secret]
) -> None:
    number = fresh()
    reader = Actor(f"reader.{number}".lower(), STAFF)
    assert listed(pair[0], asking, one, number, reader) == listed(pair[1], asking, other, number, reader)


def test_an_officer_is_told_the_difference(pair: tuple[World, World]) -> None:
    """The worlds are not alike for want of a difference."""
    reader = Actor("reader.officer", OFFICER)
    asking = Asking([], [(ASKED, STAFF), (ASKED, STAFF)])
    changed = []
    for served, secrets in zip(pair, ([NOTHING, NOTHING], [NOTHING, HERS]), strict=True):
        listed(served, asking, secrets, NomsNumber("B0002AA"), reader)
        changed.append([made.changed for made in served.service.caseload.enquiries_of(reader)])
    assert changed == [[None, False], [None, True]]
