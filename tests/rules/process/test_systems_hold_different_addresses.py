"""Whether the addresses that systems hold for one release are one address."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from riskflag.casebook import (
    ASKED,
    OTHER_TOWN,
    PROPOSED,
    RELEASE,
    SAME_STREET,
    Case,
    case,
    own_address,
)
from riskflag.records import Address, AddressRecord, AddressUse
from riskflag.rules.process.records_contradict_each_other import RULE as CONTRADICTIONS
from riskflag.rules.process.systems_hold_different_addresses import DIFFERENT, RULE, TO_CONFIRM
from riskflag.vocabulary import SourceSystem
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings

NOMIS, PASSPORT = SourceSystem.NOMIS, SourceSystem.RESETTLEMENT_PASSPORT
NO_ADDRESS = replace(ASKED, address=None, no_fixed_abode=True)
OUT_ALREADY = replace(ASKED, release_date=date(2026, 10, 1))
EARLIER, LATER = date(2026, 11, 10), date(2027, 2, 1)
NO_NUMBER = Address("Elder Row, Fernhill", street="Elder Row", town="Fernhill")


def held(use: AddressUse, at: Address, system: SourceSystem = NOMIS, **dates: date | None) -> AddressRecord:
    return replace(own_address(at, use, system), **dict[str, Any](dates))


@pytest.mark.parametrize(
    "use",
    [
        pytest.param(AddressUse.CURFEW, id="the curfew"),
        pytest.param(AddressUse.LICENCE_RESIDENCE, id="the licence"),
        pytest.param(AddressUse.RESETTLEMENT_PLAN, id="the plan"),
        pytest.param(AddressUse.BAIL, id="bail"),
        pytest.param(AddressUse.POLICE_NOTIFIED, id="the police"),
        pytest.param(AddressUse.RELEASE, id="the prison"),
    ],
)
def test_any_system_may_be_the_one_that_differs(use: AddressUse) -> None:
    assert answer(RULE, case(held(use, OTHER_TOWN))) == ACT
    assert answer(RULE, case(held(use, PROPOSED))) == CLEAR
    both = case(held(use, OTHER_TOWN), held(AddressUse.OTHER, PROPOSED), asked=NO_ADDRESS)
    assert answer(RULE, both) == CLEAR


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(), CLEAR, id="no address held"),
        pytest.param(
            case(held(AddressUse.CURFEW, OTHER_TOWN), held(AddressUse.RESETTLEMENT_PLAN, PROPOSED, PASSPORT)),
            ACT,
            id="curfew and plan",
        ),
        pytest.param(
            case(
                held(AddressUse.CURFEW, OTHER_TOWN),
                held(AddressUse.RESETTLEMENT_PLAN, SAME_STREET, PASSPORT),
                asked=NO_ADDRESS,
            ),
            ACT,
            id="two systems, and nothing is proposed",
        ),
        pytest.param(
            case(held(AddressUse.RELEASE, replace(PROPOSED, text="5 ELDER ROW FERNHILL ZZ11AA"))),
            CLEAR,
            id="the same property written another way",
        ),
        pytest.param(case(held(AddressUse.RELEASE, NO_NUMBER)), ACT, id="a street without a number"),
        pytest.param(
            case(held(AddressUse.RELEASE, NO_NUMBER), asked=replace(ASKED, address=NO_NUMBER)),
            CLEAR,
            id="both say no more than the street, in the same words",
        ),
        pytest.param(case(held(AddressUse.MAIN, OTHER_TOWN)), CLEAR, id="where he lived before"),
        pytest.param(case(held(AddressUse.PREVIOUS, OTHER_TOWN)), CLEAR, id="an address of the past"),
        pytest.param(
            case(held(AddressUse.CURFEW, OTHER_TOWN, ends_on=EARLIER)), CLEAR, id="a tag of the past"
        ),
        pytest.param(
            case(held(AddressUse.BAIL, OTHER_TOWN, ends_on=RELEASE)), CLEAR, id="bail that ends with release"
        ),
        pytest.param(
            case(held(AddressUse.CURFEW, OTHER_TOWN, ends_on=LATER), asked=replace(ASKED, use_from=LATER)),
            CLEAR,
            id="a curfew elsewhere ends on the first night here",
        ),
        pytest.param(
            case(held(AddressUse.CURFEW, OTHER_TOWN, ends_on=LATER), asked=replace(ASKED, use_from=RELEASE)),
            ACT,
            id="a curfew elsewhere goes on after the first night here",
        ),
        pytest.param(
            case(
                held(AddressUse.CURFEW, PROPOSED, ends_on=LATER),
                held(AddressUse.LICENCE_RESIDENCE, OTHER_TOWN, PASSPORT, starts_on=LATER),
                asked=NO_ADDRESS,
            ),
            CLEAR,
            id="first the one, then the other",
        ),
        pytest.param(
            case(
                held(AddressUse.CURFEW, PROPOSED, ends_on=LATER),
                held(AddressUse.LICENCE_RESIDENCE, OTHER_TOWN, PASSPORT, starts_on=RELEASE),
                asked=NO_ADDRESS,
            ),
            ACT,
            id="both for the same weeks",
        ),
        pytest.param(
            case(
                held(AddressUse.RELEASE, OTHER_TOWN, recorded_on=date(2026, 9, 1)),
                held(AddressUse.RELEASE, PROPOSED),
            ),
            CLEAR,
            id="one system corrected its own address",
        ),
        pytest.param(
            case(held(AddressUse.CURFEW, OTHER_TOWN), asked=OUT_ALREADY),
            CLEAR,
            id="out already, and asks to move",
        ),
        pytest.param(
            case(held(AddressUse.CURFEW, OTHER_TOWN), asked=replace(ASKED, release_date=None)),
            ACT,
            id="nobody knows when he is released",
        ),
        pytest.param(case(not_asked=list(RULE.needs)), CANNOT_TELL, id="nobody asked for his addresses"),
    ],
)
def test_addresses_for_one_time(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_every_address_is_cited_once_with_its_system_and_its_dates() -> None:
    records = (
        held(AddressUse.CURFEW, OTHER_TOWN, ends_on=LATER),
        held(AddressUse.RESETTLEMENT_PLAN, PROPOSED, PASSPORT),
        held(AddressUse.MAIN, SAME_STREET),
    )
    (finding,) = findings(RULE, case(*records))
    assert finding.because == DIFFERENT
    assert [(e.source_system, e.says) for e in finding.evidence] == [
        (NOMIS, f"curfew, from 1 November 2026 to 1 February 2027: {OTHER_TOWN.text}"),
        (PASSPORT, f"resettlement plan, from 1 November 2026 to no date: {PROPOSED.text}"),
    ]


def test_what_may_be_one_address_is_for_somebody_to_confirm() -> None:
    assert [f.because for f in findings(RULE, case(held(AddressUse.RELEASE, NO_NUMBER)))] == [TO_CONFIRM]


def test_it_is_said_by_one_rule_only() -> None:
    assert answer(CONTRADICTIONS, case(held(AddressUse.LICENCE_RESIDENCE, OTHER_TOWN))) == CLEAR
