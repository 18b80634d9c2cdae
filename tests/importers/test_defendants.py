"""Of several defendants the one with the person's number is read, and nobody else's part becomes a record."""

import copy
from typing import Any

import pytest

from riskflag.errors import BadInput
from riskflag.importers.intake import Intake, read_content
from riskflag.importers.shape import Imported
from riskflag.records import Person, PersonNumbers, ProtectiveOrder
from riskflag.vocabulary import NomsNumber, PncNumber
from tests.importers.payloads import NOW, content, of

HIS, OTHERS, THIRD = (PncNumber(each) for each in ("2015/7654321D", "2009/1234567A", "2001/7777777B"))
HIM = PersonNumbers(NomsNumber("A0001AA"), pnc_number=HIS)


def order(name: str) -> dict[str, object]:
    prompts = [{"label": "Protected person's name", "value": "Isolde Quennell", "type": "TXT"}]
    made = {"label": "Restraining order", "orderedDate": "2026-10-05", "judicialResultPrompts": prompts}
    return {"judicialResultId": name, **made}


def another(**changes: object) -> dict[str, Any]:
    """A second defendant, born on another day, with an order of her own; a change to None takes a field out."""
    details = {"firstName": "Petra", "lastName": "Lantern", "dateOfBirth": "1979-05-05"}
    offence = {"id": "offence-9", "offenceCode": "PH97003", "offenceTitle": "Harassment"}
    whole = {
        "id": "defendant-9",
        "masterDefendantId": "defendant-9",
        "pncId": OTHERS,
        "personDefendant": {"personDetails": details},
        "offences": [{**offence, "judicialResults": [order("hers")]}],
        **changes,
    }
    return {name: value for name, value in whole.items() if value is not None}


def hearing(*defendants: object, **parts: object) -> dict[str, Any]:
    held: Any = copy.deepcopy(content("common_platform_hearing"))
    held["hearing"]["prosecutionCases"][0]["defendants"] += defendants
    held["hearing"].update(parts)
    return dict(held)


def read(held: object, person: PersonNumbers | None = HIM) -> Intake:
    return read_content(held, NOW, person=person)


def orders(came: Imported) -> set[str]:
    return {str(each.source_id) for each in of(came, ProtectiveOrder)}


ALONE = read(hearing()).imported


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(another(), id="another number"),
        pytest.param(another(pncId=None), id="no number, an identifier of her own and another birthday"),
        pytest.param(another(id=None, masterDefendantId=None), id="no identifier, but another number"),
    ],
)
def test_what_is_about_another_defendant_is_counted_and_becomes_no_record(other: object) -> None:
    intake = read(hearing(other))
    came = intake.imported
    assert (came.records, of(came, Person)) == (ALONE.records, of(ALONE, Person))
    assert came.unreadable == ALONE.unreadable
    told = [reject for reject in came.rejects if "another defendant" in reject.reason]
    assert (len(told), all(reject.carries_no_record for reject in told)) == (3, True)
    assert {str(numbers.pnc_number) for numbers in intake.numbers.values()} == {HIS}


@pytest.mark.parametrize("written", ["2015/7654321D", "15/7654321D", " 2015/7654321D "])
def test_the_person_is_known_by_the_number_however_it_is_written(written: str) -> None:
    held = hearing(another())
    held["hearing"]["prosecutionCases"][0]["defendants"][0]["pncId"] = written
    assert orders(read(held).imported) == orders(ALONE)


def test_each_defendant_gets_their_own_order_and_no_other() -> None:
    hers = read(hearing(another()), PersonNumbers(pnc_number=OTHERS)).imported
    assert orders(hers) == {"hers"}
    assert [person.name for person in of(hers, Person)] == ["Petra Lantern"]
    (order_of_hers,) = of(hers, ProtectiveOrder)
    assert order_of_hers.present_when_made is None, "only his attendance is in the hearing"


NAMED = {"firstName": "Orlando", "lastName": "Pettigrew", "dateOfBirth": "1990-02-03"}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(
            another(pncId=None, personDefendant={"personDetails": NAMED}),
            id="his name and birthday, no number",
        ),
        pytest.param(another(pncId=None, personDefendant={}), id="neither a number nor a birthday"),
        pytest.param(another(pncId="unknown", personDefendant={}), id="a number that is none"),
        pytest.param(
            another(pncId=None, id=None, masterDefendantId=None), id="nothing that tells them apart"
        ),
    ],
)
def test_who_may_be_the_person_is_never_taken_for_them_nor_for_somebody_else(other: object) -> None:
    came = read(hearing(other)).imported
    assert came.records == ALONE.records
    assert came.unreadable == ALONE.unreadable + 3


@pytest.mark.parametrize(
    ("part", "mine", "unreadable"),
    [
        pytest.param(
            {
                "defendantJudicialResults": [
                    {"masterDefendantId": "defendant-1", "judicialResult": order("x")}
                ]
            },
            True,
            0,
            id="a result that names him",
        ),
        pytest.param(
            {"defendantJudicialResults": [{"defendantId": "defendant-9", "judicialResult": order("x")}]},
            False,
            0,
            id="a result that names her",
        ),
        pytest.param(
            {"defendantJudicialResults": [{"judicialResult": order("x")}]},
            False,
            1,
            id="one that names nobody",
        ),
        pytest.param(
            {"defendantJudicialResults": [{"defendantId": "who", "judicialResult": order("x")}]},
            False,
            1,
            id="one that names somebody who is not there",
        ),
        pytest.param(
            {
                "courtApplications": [
                    {
                        "subject": {"masterDefendant": {"masterDefendantId": "defendant-1"}},
                        "judicialResults": [order("x")],
                    }
                ]
            },
            True,
            0,
            id="an application about him",
        ),
        pytest.param(
            {"courtApplications": [{"judicialResults": [order("x")]}]},
            False,
            1,
            id="an application about whom?",
        ),
        pytest.param(
            {
                "defendantJudicialResults": [
                    {
                        "defendantId": "defendant-9",
                        "masterDefendantId": "defendant-1",
                        "judicialResult": order("x"),
                    }
                ]
            },
            False,
            1,
            id="a result that names both",
        ),
    ],
)
def test_results_elsewhere_in_the_hearing_are_whose_they_say(
    part: dict[str, object], mine: bool, unreadable: int
) -> None:
    came = read(hearing(another(), **part)).imported
    assert ("x" in orders(came)) is mine
    assert came.unreadable == ALONE.unreadable + unreadable


def test_one_person_in_two_cases_is_one_defendant() -> None:
    again = another(masterDefendantId="defendant-1", pncId=None)
    assert orders(read(hearing(again, another())).imported) == orders(ALONE) | {"hers"}


@pytest.mark.parametrize(
    ("person", "others", "reason"),
    [
        pytest.param(
            PersonNumbers(pnc_number=THIRD),
            [another()],
            "none has a number that is held",
            id="a third person",
        ),
        pytest.param(
            PersonNumbers(NomsNumber("A0001AA")),
            [another()],
            "none has a number that is held",
            id="a person of whom only a prison number is held",
        ),
        pytest.param(
            HIM,
            [another(masterDefendantId="defendant-1")],
            "gives two numbers",
            id="a defendant with his number and another",
        ),
    ],
)
def test_where_no_number_chooses_the_hearing_is_refused(
    person: PersonNumbers, others: list[object], reason: str
) -> None:
    extra = another(id="d-3", masterDefendantId="d-3", pncId="2003/3333333C")
    with pytest.raises(BadInput, match=reason) as refused:
        read(hearing(*others, extra), person)
    assert set(refused.value.problems) == {"payload"}
    assert "2015" not in str(refused.value)


def test_where_nobody_is_named_the_report_says_that_somebody_must_be() -> None:
    came = read(hearing(another()), None).imported
    assert came.records == ()
    assert came.unreadable == len(came.rejects) == came.elements
    assert {"the person must be named" in reject.reason for reject in came.rejects} == {True}
