"""A probation case: person, addresses, managers and limits on access."""

from datetime import date

import pytest

from riskflag.records import (
    AccessLimitation,
    AddressDecision,
    AddressRecord,
    AddressUse,
    DecisionKind,
    Person,
    ResponsibleOfficerAllocation,
)
from tests.importers.payloads import content, of, read, rejected, told

SHAPE = "delius-person"
IMPORTED = read(content("delius_person"), SHAPE)


def test_everything_is_accounted_for() -> None:
    assert (IMPORTED.elements, len(IMPORTED.records), len(IMPORTED.found)) == (10, 7, 1)
    assert rejected(IMPORTED) == [
        ("contactDetails.addresses[4]", True),
        ("contactDetails.addresses[5]", False),
    ]


def test_the_person_has_every_number_and_name() -> None:
    (person,) = of(IMPORTED, Person)
    assert (person.name, person.aliases) == ("Orlando Basil Pettigrew", ("Lando Petty",))
    assert (person.noms_number, person.case_reference_number, person.pnc_number) == (
        "Z1234ZZ",
        "Z123456",
        "2015/7654321D",
    )
    assert len(IMPORTED.named) == 3


def test_addresses_are_held_for_what_their_status_says() -> None:
    addresses = of(IMPORTED, AddressRecord)
    assert [(each.address.text, each.use, each.person_is_tenant) for each in addresses] == [
        ("14 Quillfeather Row, Lower Marrow, Marrow, ZZ3 4QF", AddressUse.MAIN, True),
        ("Lantern House, Bramble Court, Marrow, ZZ7 2CC", AddressUse.RESETTLEMENT_PLAN, None),
        ("5 Elm Row, Marrow", AddressUse.OTHER, None),
    ]


def test_a_rejected_address_is_a_refusal_that_the_person_must_not_read() -> None:
    (refusal,) = of(IMPORTED, AddressDecision)
    assert (refusal.decision, refusal.words, refusal.protected) == (
        DecisionKind.REFUSED,
        "the occupier is a witness",
        True,
    )


def test_an_end_before_its_start_and_an_unknown_status_are_told_of() -> None:
    assert "contactDetails.addresses[3]" in told(IMPORTED)
    assert [gap.path for gap in IMPORTED.gaps] == ["contactDetails.addresses[3].status.code"]
    assert not IMPORTED.whole


def test_managers_are_allocations_and_nobody_allocated_is_nobody() -> None:
    now, before = of(IMPORTED, ResponsibleOfficerAllocation)
    assert (now.officer, now.team, now.ended_on) == ("Ursula Quick", "Marrow Team 2", None)
    assert (before.officer, before.ended_on) == (None, date(2026, 11, 22))


def test_an_allocation_that_was_deleted_is_counted_and_manages_nobody() -> None:
    case = content("delius_person")
    assert isinstance(case, dict)
    case["offenderManagers"][0]["softDeleted"] = True
    imported = read(case, SHAPE)
    assert [each.officer for each in of(imported, ResponsibleOfficerAllocation)] == [None]
    assert ("offenderManagers[0]", True) in rejected(imported)


@pytest.mark.parametrize(
    ("restriction", "exclusion", "limited", "excluded"),
    [
        pytest.param(False, False, False, (), id="no limit"),
        pytest.param(True, False, True, (), id="restricted to some"),
        pytest.param(False, True, True, None, id="some are excluded"),
        pytest.param(False, None, True, None, id="half of it is not said"),
        pytest.param("perhaps", False, True, (), id="what cannot be read limits it"),
    ],
)
def test_limits_on_access(
    restriction: object, exclusion: object, limited: bool, excluded: tuple[str, ...] | None
) -> None:
    case = content("delius_person")
    assert isinstance(case, dict)
    limits = {"currentRestriction": restriction, "currentExclusion": exclusion}
    (limitation,) = of(read(case | limits, SHAPE), AccessLimitation)
    assert (limitation.limited, limitation.excluded, limitation.protected) == (limited, excluded, True)


def test_no_reason_repeats_what_the_case_says() -> None:
    for secret in ("Pettigrew", "Quillfeather", "Elm Row", "Quick", "Z1234ZZ", "witness"):
        assert secret not in told(IMPORTED)
