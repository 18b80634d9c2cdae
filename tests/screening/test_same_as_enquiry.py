"""What screening finds is what an enquiry about the same proposal is answered, and what people are told who are
screened together is what each is told alone."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from sqlalchemy import Engine, Table, update

from riskflag.casebook import (
    EX_PARTNER,
    HER,
    HIM,
    NOW,
    OTHER_TOWN,
    PROPOSED,
    SAME_STREET,
    case,
    contact,
    incident,
    order,
    own_address,
    protected_place,
    term,
)
from riskflag.persistence import tables
from riskflag.persistence.engine import Database
from riskflag.persistence.screening_places import PlaceWanted
from riskflag.persistence.store import Store
from riskflag.records import Address, AddressUse, PlaceIncident, PlaceIncidentKind, Record
from riskflag.rulebook import load_rulebook
from riskflag.screening import Tally
from riskflag.screening.asking import Prepared, prepare
from riskflag.service import Service
from riskflag.standing import outcome_of
from riskflag.vocabulary import NomsNumber, PersonId, ProhibitionKind
from tests.persistence.rows import rows
from tests.screening.world import RELEASE_ADDRESS, kept, screen
from tests.service.world import FEED, OFFICER, Clock, put, service_of

ON_BOTH_DATABASES = True

WRITTEN = Address("5 Edler Row, Fernhill, ZZ1 1AA")
"""The proposed place, mistyped and without its number in the register of properties."""
LIVES_THERE = contact(EX_PARTNER, PROPOSED)
FORBIDS = order(term(ProhibitionKind.NO_ENTER_ADDRESS, place=PROPOSED))
CRIME = incident(PlaceIncidentKind.CLOSURE)
WHOLE = None
DAMAGED = [
    pytest.param(WHOLE, id="all can be read"),
    pytest.param(tables.protected_place, id="no protected place can be read"),
    pytest.param(tables.place_incident, id="no incident can be read"),
]
CASES = [
    pytest.param([], [], [], id="nothing is known of the place"),
    pytest.param([], [], [CRIME], id="a crime there"),
    pytest.param([FORBIDS], [], [], id="an order forbids it"),
    pytest.param([], [protected_place(EX_PARTNER, WRITTEN)], [], id="somebody is protected there"),
    pytest.param([], [own_address(WRITTEN, AddressUse.MAIN)], [CRIME], id="another lives there"),
    pytest.param([LIVES_THERE], [order(protects=(EX_PARTNER,))], [], id="who lives there is protected"),
    pytest.param(
        [own_address(OTHER_TOWN, AddressUse.MAIN)], [protected_place(EX_PARTNER, OTHER_TOWN)], [], id="two"
    ),
]


@pytest.fixture
def service(engine: Engine, clock: Clock) -> Service:
    return service_of(engine, clock, load_rulebook())


def held(
    service: Service, his: Sequence[Record], hers: Sequence[Record], place: Sequence[PlaceIncident]
) -> PersonId:
    """Him with an address for his release, beside whatever her records say."""
    who = put(service, case(RELEASE_ADDRESS, *his, place=place))
    other = case(*hers, person=HER).dossier
    service.put_person(other.person, other.records, other.coverage, FEED)
    return who


def standing(service: Service, who: PersonId) -> Prepared:
    (found,) = service.screening.store.read_people([who], NOW)
    return prepare(found, NOW)


@pytest.mark.parametrize(("his", "hers", "place"), CASES)
def test_screening_finds_what_an_enquiry_is_answered(
    engine: Engine,
    service: Service,
    his: Sequence[Record],
    hers: Sequence[Record],
    place: Sequence[PlaceIncident],
) -> None:
    who = held(service, his, hers, place)
    proposals = standing(service, who).scope.proposals
    found = screen(service, who)
    now_kept = kept(engine)[who]
    assert now_kept is not None
    assert len(now_kept.outcomes) == len(proposals) >= 1
    outcomes = {each.proposal: each for each in now_kept.outcomes}
    stored = {each: service.read_assessment(each, OFFICER).full for each in found.answers}
    for each in proposals:
        screened = outcomes[each.digest]
        answer = service.enquire(who, each.enquiry, OFFICER).full
        assert screened == outcome_of(each, answer, screened.rests_on, screened.answer)
        assert screened.answer is None or stored[screened.answer] == answer


@pytest.mark.parametrize("damaged", DAMAGED)
@pytest.mark.parametrize(("his", "hers", "place"), CASES)
def test_screening_is_told_of_the_place_what_an_enquiry_is_told(
    engine: Engine,
    service: Service,
    his: Sequence[Record],
    hers: Sequence[Record],
    place: Sequence[PlaceIncident],
    damaged: Table | None,
) -> None:
    who = held(service, his, hers, place)
    prepared = standing(service, who)
    if damaged is not WHOLE:
        with engine.begin() as connection:
            connection.execute(update(damaged).values(body=b"spoilt"))
    store, wanted = Store(Database(engine)), list(prepared.places)
    read = service.screening.store.read_places(wanted, NOW).known
    for each, known in zip(prepared.scope.proposals, read, strict=True):
        loaded = store.load(who, each.enquiry, NOW)
        assert loaded is not None
        assert known == loaded[1]


def test_one_place_is_told_of_alike_whoever_lives_there(service: Service) -> None:
    """Two proposals for one place, which is looked up once: those who live there differ, and what is told."""
    protects = [order(protects=(EX_PARTNER,)), protected_place(EX_PARTNER, PROPOSED)]
    who = held(service, [], protects, [CRIME])
    nobody, her = (PlaceWanted(who, PROPOSED, people) for people in ((), (EX_PARTNER,)))
    read = service.screening.store.read_places
    first, second = read([nobody, her], NOW).known
    assert (first, second) == (*read([nobody], NOW).known, *read([her], NOW).known)
    assert (first.people, len(second.people), first.incidents) == ((), 1, second.incidents)


def test_ones_own_records_tell_another_of_the_place_and_not_oneself(service: Service) -> None:
    who = held(service, [protected_place(EX_PARTNER, PROPOSED)], [], [])
    himself, another = (PlaceWanted(each, PROPOSED, ()) for each in (who, PersonId("another")))
    own, others = service.screening.store.read_places([himself, another], NOW).known
    assert ([each.kind for each in own.incidents], len(others.incidents)) == ([], 2)


def test_people_screened_together_are_told_what_each_is_told_alone(engine: Engine, service: Service) -> None:
    places = (PROPOSED, WRITTEN, SAME_STREET, OTHER_TOWN)
    people = [
        _one_of_many(service, number, [own_address(where, AddressUse.MAIN)])
        for number, where in enumerate(places * 2)
    ]
    put(service, case(RELEASE_ADDRESS, LIVES_THERE, FORBIDS, place=[CRIME]))
    held_by_her = case(
        protected_place(EX_PARTNER, WRITTEN), order(protects=(EX_PARTNER,)), person=HER
    ).dossier
    service.put_person(held_by_her.person, held_by_her.records, held_by_her.coverage, FEED)
    for who in people:
        screen(service, who)
    alone = {who: kept(engine)[who] for who in people}
    runs = service.screening.runs
    run = runs.begin(NOW, people)
    tally = sum(
        (service.screening.screen_range(run.id, *part) for part in runs.partitions(run.id, len(people))),
        Tally(),
    )
    assert (tally.people, tally.changed) == (len(people), 0)
    assert {who: kept(engine)[who] for who in people} == alone
    assert len(rows(engine, "screened")) == len(people)


def _one_of_many(service: Service, number: int, held: Sequence[Record]) -> PersonId:
    him = replace(HIM, noms_number=NomsNumber(f"A{number:04}BB"), case_reference_number=None, pnc_number=None)
    given = case(*held, person=him).dossier
    return service.put_person(him, given.records, given.coverage, FEED)
