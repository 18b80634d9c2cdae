"""Convictions from probation and prison: every offence is one, with what became of it."""

from datetime import date
from typing import Any

import pytest

from riskflag.importers.fields import Fields, Notes
from riskflag.importers.sentence_lengths import custody_in_months, term_in_months
from riskflag.records import Conviction, ConvictionOutcome
from riskflag.reference.offences import OffenceTheme, find_offence
from tests.importers.payloads import NOW, content, of, read, rejected

CONVICTED, PENDING, ACQUITTED = (
    ConvictionOutcome.CONVICTED,
    ConvictionOutcome.PENDING,
    ConvictionOutcome.ACQUITTED,
)


def fields(held: object) -> Fields:
    return Fields(held, "", NOW.date(), Notes())


def test_every_offence_of_a_probation_event_is_a_conviction() -> None:
    came = read(content("probation_convictions"), "probation-convictions")
    assert [
        (each.source_id, each.offence_code, each.outcome, each.custody_months)
        for each in of(came, Conviction)
    ] == [
        ("M800001", "00839", CONVICTED, 18),
        ("A800002", "10501", CONVICTED, 18),
        ("M800003", "05600", PENDING, None),
    ]
    assert rejected(came) == [("[0].inBreach", True), ("[2].offences[0]", False)]
    assert of(came, Conviction)[0].convicted_on == date(2025, 3, 31)


def test_a_breach_of_a_restraining_order_is_no_sexual_offence_whatever_one_table_says() -> None:
    breach = of(read(content("probation_convictions"), "probation-convictions"), Conviction)[0]
    offence = find_offence(breach.offence_code)
    assert offence is not None
    assert OffenceTheme.ORDER_BREACH in offence.themes
    assert OffenceTheme.SEXUAL not in offence.themes


@pytest.mark.parametrize("decided", ["convictionDate", "sentence", "latestCourtAppearanceOutcome"])
def test_an_event_with_any_decision_is_a_conviction(decided: str) -> None:
    held: Any = content("probation_convictions")
    held[1][decided] = {"convictionDate": "2026-02-02"}.get(decided, {"description": "ORA Community Order"})
    assert of(read(held, "probation-convictions"), Conviction)[2].outcome is CONVICTED


@pytest.mark.parametrize(
    ("result", "outcome", "gaps"),
    [
        pytest.param("Adjourned", PENDING, 0, id="adjourned"),
        pytest.param("Remanded in custody", PENDING, 0, id="remanded"),
        pytest.param("Not guilty", ACQUITTED, 0, id="not guilty"),
        pytest.param("Not guilty by reason of insanity", PENDING, 1, id="a special verdict is no acquittal"),
        pytest.param("ORA Community Order", CONVICTED, 0, id="a sentence"),
        pytest.param(None, CONVICTED, 0, id="a result that is not named"),
    ],
)
def test_a_result_that_is_no_verdict_convicts_nobody(
    result: str | None, outcome: ConvictionOutcome, gaps: int
) -> None:
    held: Any = content("probation_convictions")
    held[1]["latestCourtAppearanceOutcome"] = {"code": "1", "description": result}
    came = read(held, "probation-convictions")
    assert of(came, Conviction)[2].outcome is outcome
    assert len(came.gaps) == gaps


def test_several_counts_of_one_offence_are_told() -> None:
    held: Any = content("probation_convictions")
    held[0]["offences"][0]["offenceCount"] = 3
    described = [each.description for each in of(read(held, "probation-convictions"), Conviction)]
    assert described[:2] == ["Breach of Restraining Order (3 counts)", "Common assault"]


@pytest.mark.parametrize("offences", [None, [], 7, "none"])
def test_an_event_without_offences_is_lost_to_nobody(offences: object) -> None:
    held: Any = content("probation_convictions")
    held[0]["offences"] = offences
    came = read(held, "probation-convictions")
    lost = [("[0].offences", False)] if offences != [] else []
    assert rejected(came)[:-1] == [*lost, ("[0].inBreach", True)]


def test_offences_by_booking() -> None:
    came = read(content("prison_offence_history"), "prison-offence-history")
    assert [(each.source_id, each.outcome, each.convicted_on) for each in of(came, Conviction)] == [
        ("1000001-51-CJ88116", CONVICTED, date(2025, 3, 31)),
        ("1000001-52-TH68010", ACQUITTED, None),
        ("1000001-53-PH97002", PENDING, None),
        ("1000001-53-PH97002 (2)", PENDING, None),
    ]
    assert rejected(came) == [("[4]", False)]


@pytest.mark.parametrize(
    ("results", "outcome"),
    [
        pytest.param({}, PENDING, id="no result yet"),
        pytest.param({"secondaryResultConviction": True}, CONVICTED, id="by the second result"),
        pytest.param(
            {"primaryResultDescription": "Not Guilty", "secondaryResultConviction": True},
            CONVICTED,
            id="a conviction outweighs words",
        ),
        pytest.param({"primaryResultDescription": "Not Guilty"}, ACQUITTED, id="not guilty"),
        pytest.param(
            {"primaryResultDescription": "Dismissed", "secondaryResultDescription": "Adjourned"},
            PENDING,
            id="not every result ended it",
        ),
        pytest.param({"primaryResultDescription": "Adjourned"}, PENDING, id="adjourned"),
        pytest.param(
            {"primaryResultDescription": "Not guilty by reason of insanity"}, PENDING, id="a special verdict"
        ),
    ],
)
def test_what_became_of_an_offence(results: dict[str, object], outcome: ConvictionOutcome) -> None:
    row = {"bookingId": 1, "offenceCode": "TH68010", **results}
    assert of(read([row], "prison-offence-history"), Conviction)[0].outcome is outcome


@pytest.mark.parametrize(
    ("first", "last", "happened_on", "contradictions"),
    [
        pytest.param("2010-01-04", "2024-01-25", date(2024, 1, 25), 0, id="it went on: its end counts"),
        pytest.param("2024-01-04", None, date(2024, 1, 4), 0, id="one day"),
        pytest.param(None, "2024-01-25", date(2024, 1, 25), 0, id="its end alone"),
        pytest.param("2024-01-04", "2010-01-25", date(2024, 1, 4), 1, id="it ends before it begins"),
        pytest.param(None, None, None, 0, id="nobody knows"),
    ],
)
def test_an_offence_that_went_on_is_no_older_than_its_end(
    first: str | None, last: str | None, happened_on: date | None, contradictions: int
) -> None:
    row = {"bookingId": 1, "offenceCode": "TH68010", "offenceDate": first, "offenceRangeDate": last}
    charge = {"offenceCode": "TH68010", "offenceStartDate": first, "offenceEndDate": last}
    for held, shape in (
        ([row], "prison-offence-history"),
        ([{"sentenceSequence": 1, "offences": [charge]}], "prison-sentences"),
    ):
        came = read(held, shape)
        assert [each.happened_on for each in of(came, Conviction)] == [happened_on]
        assert len(came.contradictions) == contradictions


def test_a_sentence_that_was_revoked_is_counted() -> None:
    held: Any = content("prison_sentences")
    held[1]["revocationDates"] = ["2025-06-21"]
    assert ("[1].revocationDates[0]", True) in rejected(read(held, "prison-sentences"))


def test_sentences_and_their_offences() -> None:
    came = read(content("prison_sentences"), "prison-sentences")
    assert [(each.source_id, each.custody_months) for each in of(came, Conviction)] == [
        ("61", 18),
        ("63", None),
    ]
    assert rejected(came) == [("[0].offences[1]", False)]


@pytest.mark.parametrize(
    ("sentence", "months"),
    [
        pytest.param({"description": "CJA - Std Determinate Custody", "originalLength": 3, "originalLengthUnits": "Years"}, 36, id="years"),
        pytest.param({"description": "Imprisonment", "originalLength": 1, "originalLengthUnits": "Month"}, 1, id="one month"),
        pytest.param({"description": "Imprisonment", "originalLength": 14, "originalLengthUnits": "Weeks"}, 4, id="weeks, rounded up"),
        pytest.param({"description": "Imprisonment", "lengthInDays": 366}, 13, id="days, rounded up"),
        pytest.param({"description": "Imprisonment"}, None, id="nobody says how long"),
        pytest.param({"description": "ORA Suspended Custody", "originalLength": 3, "originalLengthUnits": "Years"}, None, id="suspended"),
        pytest.param({"description": "ORA Community Order", "originalLength": 12, "originalLengthUnits": "Months"}, None, id="no custody"),
        pytest.param({}, None, id="no sentence"),
    ],
)  # fmt: skip
def test_months_of_custody(sentence: dict[str, object], months: int | None) -> None:
    assert custody_in_months(fields(sentence)) == months


@pytest.mark.parametrize(
    ("terms", "months"),
    [
        pytest.param([], None, id="none"),
        pytest.param(
            [{"years": 3, "months": 0, "code": "IMP"}, {"years": 3, "code": "IMP"}], 36, id="twice the same"
        ),
        pytest.param([{"years": 1, "months": 6, "weeks": 2}], 19, id="years, months and weeks"),
        pytest.param([{"years": 4, "code": "LIC"}], None, id="on licence"),
        pytest.param([{"years": 0, "months": 0, "code": "IMP"}], None, id="nothing"),
    ],
)
def test_months_of_the_longest_term(terms: list[dict[str, object]], months: int | None) -> None:
    assert term_in_months([fields(term) for term in terms]) == months
