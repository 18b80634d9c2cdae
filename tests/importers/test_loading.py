"""Several case files as one load."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from riskflag.casebook import FRIEND, NOW, OTHER_TOWN, Case, case, incident, known_elsewhere
from riskflag.dossier import SourceCoverage
from riskflag.errors import BadInput
from riskflag.importers.case_file import CaseFile
from riskflag.importers.loading import as_if_asked_at, joined_place_knowledge
from riskflag.records import KnownAs, PlaceIncidentKind
from riskflag.vocabulary import Source, SourceRecordId

HOUR = timedelta(hours=1)
SUPPLY = incident(PlaceIncidentKind.DRUG_SUPPLY)
CLOSURE = replace(
    incident(PlaceIncidentKind.CLOSURE, address=OTHER_TOWN), source_id=SourceRecordId("EXAMPLE-2")
)


def file_of(given: Case) -> CaseFile:
    return CaseFile(None, given.dossier, given.enquiry, given.place)


def covered(changes: dict[str, Any]) -> CaseFile:
    whole = file_of(case(place=(SUPPLY,)))
    coverage = replace(whole.place.coverage, **changes)
    return replace(whole, place=replace(whole.place, coverage=coverage))


def test_an_incident_that_two_files_hold_is_one_incident() -> None:
    joined = joined_place_knowledge(
        [file_of(case(place=(SUPPLY,))), file_of(case(place=(SUPPLY, CLOSURE))), file_of(case())]
    )
    assert joined.incidents == (SUPPLY, CLOSURE)
    assert joined.coverage.gap(Source.PLACE_REGISTER, NOW) is None


def test_what_others_records_say_of_occupants_is_refused_and_not_dropped() -> None:
    told = case(lives_with=(FRIEND,), elsewhere=(known_elsewhere(FRIEND, KnownAs.VICTIM),))
    with pytest.raises(BadInput, match=r"place_knowledge\.people"):
        joined_place_knowledge([file_of(case()), file_of(told)])


@pytest.mark.parametrize(
    "worse",
    [
        pytest.param({"complete": False}, id="one answered in part"),
        pytest.param({"complete": None}, id="one does not say that it is complete"),
        pytest.param({"answered": False}, id="one did not answer"),
        pytest.param({"asked_at": None}, id="one was not asked"),
        pytest.param({"unreadable": 1}, id="one holds something unreadable"),
        pytest.param({"watermark": NOW - 30 * HOUR}, id="one is too old"),
    ],
)
def test_the_joined_register_is_covered_as_little_as_the_least_of_the_files(worse: dict[str, Any]) -> None:
    joined = joined_place_knowledge([covered({}), covered(worse)])
    assert joined.coverage.gap(Source.PLACE_REGISTER, NOW) is not None


def test_dating_answers_to_now_moves_every_moment_and_invents_none() -> None:
    given = file_of(case(not_asked=[Source.ALERTS]))
    later = NOW + 100 * HOUR
    dated = as_if_asked_at(given, later)
    assert dated.dossier.as_of == later
    assert set(dated.dossier.gaps()) == {Source.ALERTS}
    assert dated.place.coverage.gap(Source.PLACE_REGISTER, later) is None


def test_a_source_that_answered_in_part_still_did_when_dated_to_now() -> None:
    given = file_of(case())
    partial = {**given.dossier.coverage, Source.ALERTS: SourceCoverage(NOW, answered=True, complete=False)}
    dated = as_if_asked_at(replace(given, dossier=replace(given.dossier, coverage=partial)), NOW + HOUR)
    assert set(dated.dossier.gaps()) == {Source.ALERTS}
    assert dated.dossier.coverage[Source.ALERTS].watermark is None
