"""The example caseload: invented people, mixed as an inspection's sample of short-sentence prisoners was."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass

import pytest

from riskflag.facts import Facts, derive_facts
from riskflag.facts.order_ends import Standing
from riskflag.importers.case_file import CaseFile, write_case_file
from riskflag.records import Conviction, LicenceCondition, OrderRole, ProtectiveOrder, Sex, Whereabouts
from riskflag.reference.flags import find_alert
from riskflag.reference.offences import CodeStatus, OffenceTheme, find_offence
from riskflag.reference.orders import CATALOGUE_GROUPS, order_info
from riskflag.vocabulary import PERSONALLY_CONNECTED, OrderType, Source, Verdict
from tests.golden.regenerate import ASKED_AT, CASELOAD, GOLDEN, caseload, outcomes

CASES = caseload()
FACTS: dict[str, Facts] = {
    name: derive_facts(case.dossier, case.enquiry, case.place) for name, case in CASES.items()
}
EVERY_CASE = pytest.mark.parametrize("name", [pytest.param(name, id=name) for name in CASES])
NOT_ASKED = {"protective-orders-were-never-asked-for": {Source.PROTECTIVE_ORDERS, Source.ORDER_BREACHES}}
NAMING_A_VICTIM = frozenset(
    {OrderType.RESTRAINING_ORDER, OrderType.RESTRAINING_ORDER_ON_ACQUITTAL, OrderType.UNDERTAKING}
)
PHONE = re.compile(r"\b0\d{3,4} ?\d{5,7}\b")
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b")


def texts(value: object) -> Iterator[str]:
    """Every text anywhere inside a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Whereabouts):
        yield from texts(value.reveal())
    elif is_dataclass(value):
        for each in fields(value):
            yield from texts(getattr(value, each.name))
    elif isinstance(value, tuple):
        for inner in value:
            yield from texts(inner)


def all_texts(case: CaseFile) -> Iterable[str]:
    """Every text in a case file that is about the person."""
    return texts((case.dossier.person, case.dossier.records, case.enquiry, case.place.incidents))


def index_offence(case: CaseFile) -> Conviction:
    """The offence for which the person is in prison: the newest conviction that brought custody."""
    sentenced = [c for c in case.dossier.of(Conviction) if c.custody_months and c.convicted_on]
    return max(sentenced, key=lambda c: c.convicted_on or c.recorded_on)


def violent(name: str) -> bool:
    """Whether the index offence is one of violence."""
    offence = find_offence(index_offence(CASES[name]).offence_code)
    assert offence is not None
    return OffenceTheme.VIOLENCE in offence.themes


def domestic_abuse_risk(name: str) -> bool:
    """Whether the record says that the person is a risk to partners or relatives."""
    facts = FACTS[name]
    for fact in facts.orders.binding:
        connected = any(who.relationship in PERSONALLY_CONNECTED for who in fact.order.protects)
        if connected and fact.order.order_type in NAMING_A_VICTIM:
            return True
    return bool(facts.history.perpetrator_evidence or facts.history.abuse_by_person)


def is_woman(name: str) -> bool:
    """Whether the person is a woman."""
    return CASES[name].dossier.person.sex is Sex.FEMALE


def share(among: Iterable[str], has: Callable[[str], bool]) -> float:
    """The share of the named cases that have something."""
    found = [has(name) for name in among]
    return sum(found) / len(found)


MEN = [name for name in CASES if not is_woman(name)]


@pytest.mark.parametrize(
    ("among", "has", "least", "most"),
    [
        pytest.param(list(CASES), violent, 0.25, 0.38, id="a third are in prison for violence"),
        pytest.param(MEN, domestic_abuse_risk, 0.32, 0.39, id="thirty-five in a hundred men abused at home"),
        pytest.param(list(CASES), is_woman, 0.17, 0.23, id="a fifth are women"),
    ],
)
def test_the_caseload_is_mixed_as_the_sample_was(
    among: list[str], has: Callable[[str], bool], least: float, most: float
) -> None:
    assert least <= share(among, has) <= most


@pytest.mark.parametrize(
    ("verdict", "least"),
    [
        pytest.param(Verdict.NO_FLAGS_FOUND, 8, id="nothing to flag and everything asked"),
        pytest.param(Verdict.INCOMPLETE, 4, id="something missing and nothing found"),
        pytest.param(Verdict.FLAGS_RAISED, 30, id="flags"),
    ],
)
def test_there_are_cases_of_every_verdict(verdict: Verdict, least: int) -> None:
    assert sum(found["verdict"] == verdict for found in outcomes().values()) >= least


def test_there_are_enough_people_and_nobody_twice() -> None:
    people = [case.dossier.person for case in CASES.values()]
    assert len(CASES) >= 44
    for identify in ("name", "noms_number", "case_reference_number", "pnc_number"):
        assert len({getattr(person, identify) for person in people}) == len(people), identify


def test_every_case_says_what_it_shows_under_a_number_of_its_own() -> None:
    described = [case.description for case in CASES.values()]
    assert sorted(d.id for d in described if d) == [f"C{n:02d}" for n in range(1, len(CASES) + 1)]
    assert len({d.pattern for d in described if d}) == len(CASES)


@EVERY_CASE
def test_a_case_is_written_as_the_program_writes_it(name: str) -> None:
    assert write_case_file(CASES[name]) == (CASELOAD / f"{name}.json").read_text(encoding="utf-8")


@EVERY_CASE
def test_every_source_was_asked_unless_that_is_the_point(name: str) -> None:
    assert CASES[name].dossier.as_of == ASKED_AT
    assert set(Source) - set(CASES[name].dossier.coverage) == NOT_ASKED.get(name, set())


@EVERY_CASE
def test_no_telephone_and_no_postcode_is_anybodys(name: str) -> None:
    found = list(all_texts(CASES[name]))
    assert all(phone.startswith("01632 96") for text in found for phone in PHONE.findall(text))
    assert all(postcode.startswith("ZZ") for text in found for postcode in POSTCODE.findall(text))


@EVERY_CASE
def test_every_code_is_known_unless_that_is_the_point(name: str) -> None:
    unmapped = {task.what for task in FACTS[name].tasks}
    expected = {
        "breach-recorded-under-a-repealed-code": {"an offence code that is repealed"},
        "alert-under-a-code-that-nobody-knows": {"an alert or register code that is not known"},
    }
    assert unmapped == expected.get(name, set())


def orders(role: OrderRole = OrderRole.BOUND) -> list[ProtectiveOrder]:
    """Every order of one role in the caseload."""
    held = [order for case in CASES.values() for order in case.dossier.of(ProtectiveOrder)]
    return [order for order in held if order.person_is is role]


def test_every_group_of_orders_is_represented() -> None:
    groups = {order_info(order.order_type).catalogue_group for order in orders()}
    if any(case.dossier.of(LicenceCondition) for case in CASES.values()):
        groups.add(order_info(OrderType.LICENCE).catalogue_group)
    assert groups == set(CATALOGUE_GROUPS)


@pytest.mark.parametrize(
    "is_so",
    [
        pytest.param(lambda o: o.interim, id="interim or a notice"),
        pytest.param(lambda o: any(v.sealed_copy_seen for v in o.variations), id="varied, sealed copy seen"),
        pytest.param(lambda o: any(not v.sealed_copy_seen for v in o.variations), id="varied, copy not seen"),
        pytest.param(lambda o: o.discharged_on and o.discharge_evidence, id="discharged"),
        pytest.param(lambda o: o.served_on is None, id="not served"),
        pytest.param(lambda o: o.expires_on is None and not o.duration_wording, id="without an end"),
    ],
)
def test_orders_of_every_standing_are_represented(is_so: Callable[[ProtectiveOrder], object]) -> None:
    assert any(is_so(order) for order in orders())


def test_some_orders_have_ended_and_some_protect_the_person() -> None:
    standings = {fact.standing for facts in FACTS.values() for fact in facts.orders.binding}
    assert standings >= {Standing.IN_FORCE, Standing.ENDED}
    assert orders(OrderRole.PROTECTED)


def test_the_codes_that_are_the_point_are_what_they_are_said_to_be() -> None:
    repealed = find_offence("PH97003")
    assert repealed is not None
    assert repealed.status is CodeStatus.REPEALED
    assert find_alert("ZQ9") is None


def test_the_rulebook_answers_every_case_as_the_golden_table_says() -> None:
    """A rule that changes shows here: read the difference, then ``python -m tests.golden.regenerate``."""
    assert outcomes() == json.loads(GOLDEN.read_text(encoding="utf-8"))
