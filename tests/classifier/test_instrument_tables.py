"""The instruments' tables: every code has its place, and only the codes that are known to lack a weight do."""

import pytest

from riskflag.classifier.instrument_results import Basis, Instrument
from riskflag.classifier.instrument_tables import (
    EXACT_OFFENCE_NEEDED,
    find_offence_category,
    offence_category,
    offence_weight,
    ogrs3_age_and_sex,
    predictor_coefficients,
)
from riskflag.records import Sex
from riskflag.reference.offences import home_office_offences
from riskflag.reference.tables import read_table

WITHOUT_DESCRIPTION = {f"950{number:02}" for number in range(14)} | {"99955"}
EXACT = {"08800", "11100", "14100"}
NEWER_THAN_OGRS3 = {"00878", "00879", "03611", "08002", "08181", "09184", "09392", "09700", "14294"}
PREDICTORS = (Instrument.ARP, Instrument.VRP, Instrument.SVRP)


CODES = read_table("instrument_offence_categories.csv", lambda row: row["code"])


def test_every_offence_that_is_known_has_a_place() -> None:
    assert len(CODES) == len(set(CODES)) == 3037
    assert set(home_office_offences()) <= set(CODES)
    assert None not in map(offence_category, CODES)


@pytest.mark.parametrize("instrument", PREDICTORS)
@pytest.mark.parametrize("basis", Basis)
def test_the_new_instruments_have_a_weight_for_every_code(instrument: Instrument, basis: Basis) -> None:
    found = filter(None, map(offence_category, CODES))
    assert [each.code for each in found if offence_weight(instrument, basis, each) is None] == []


def test_ogrs3_has_a_weight_for_all_but_eighteen_codes_and_those_made_since() -> None:
    found = list(filter(None, map(offence_category, CODES)))
    without = {each.code for each in found if offence_weight(Instrument.OGRS3, Basis.STATIC, each) is None}
    assert len(WITHOUT_DESCRIPTION | EXACT) == 18
    assert without == WITHOUT_DESCRIPTION | EXACT | NEWER_THAN_OGRS3
    assert {each.code for each in found if each.ogrs3 == EXACT_OFFENCE_NEEDED} == EXACT


@pytest.mark.parametrize(
    ("code", "predictor", "violent"),
    [
        pytest.param("00831", "public_order_and_harassment", True, id="breach of a restraining order"),
        pytest.param("06639", "public_order_and_harassment", True, id="breach of a non-molestation order"),
        pytest.param("06819", "public_order_and_harassment", True, id="breach of a domestic abuse order"),
        pytest.param("99701", "public_order_and_harassment", True, id="breach of its forerunner, marked by us"),
        pytest.param("00867", "public_order_and_harassment", True, id="coercive control"),
        pytest.param("00877", "violence_against_the_person_abh_plus", True, id="strangulation"),
        pytest.param("00878", "violence_against_the_person_abh_plus", True, id="its aggravated form, marked by us"),
        pytest.param("00528", "violence_against_the_person_abh_plus", True, id="a message threatening death, marked by us"),
        pytest.param("01700", "sexual_not_against_child", False, id="no sexual offence is violent here"),
        pytest.param("99907", "public_order_and_harassment", False, id="breach of a criminal behaviour order"),
    ],
)  # fmt: skip
def test_where_the_codes_that_matter_are(code: str, predictor: str, violent: bool) -> None:
    found = offence_category(code)
    assert found is not None
    assert (found.predictor, found.violent) == (predictor, violent)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        pytest.param("8/31", "00831", id="class and subclass"),
        pytest.param("831", "00831", id="without its noughts"),
        pytest.param("00831", "00831", id="in full"),
        pytest.param("PH97003", None, id="a court's code"),
        pytest.param("00000", None, id="an invalid offence"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_code_is_found_however_it_is_written(code: str, found: str | None) -> None:
    category = find_offence_category(code)
    assert (category.code if category else None) == found


@pytest.mark.parametrize(
    ("instrument", "basis", "terms", "highest_power"),
    [
        pytest.param(Instrument.ARP, Basis.STATIC, 9, 4, id="ARP from the record"),
        pytest.param(Instrument.ARP, Basis.DYNAMIC, 30, 4, id="ARP with answers"),
        pytest.param(Instrument.VRP, Basis.STATIC, 13, 4, id="VRP from the record"),
        pytest.param(Instrument.VRP, Basis.DYNAMIC, 34, 4, id="VRP with answers"),
        pytest.param(Instrument.SVRP, Basis.STATIC, 13, 4, id="SVRP from the record"),
        pytest.param(Instrument.SVRP, Basis.DYNAMIC, 28, 4, id="SVRP with answers"),
    ],
)
def test_each_instrument_has_all_of_its_terms(
    instrument: Instrument, basis: Basis, terms: int, highest_power: int
) -> None:
    coefficients = predictor_coefficients(instrument, basis)
    assert len({each.term for each in coefficients}) == terms
    assert max(each.power for each in coefficients) == highest_power
    assert len({(each.term, each.sex, each.power) for each in coefficients}) == len(coefficients)


@pytest.mark.parametrize("sex", [Sex.FEMALE, Sex.MALE])
def test_ogrs3_says_nothing_of_a_child_under_ten(sex: Sex) -> None:
    assert ogrs3_age_and_sex(9, sex) is None
    assert ogrs3_age_and_sex(10, sex) is not None


def test_ogrs3_says_nothing_where_sex_is_not_known() -> None:
    assert ogrs3_age_and_sex(30, Sex.NOT_KNOWN) is None
