"""From a case file to a published score: records and an assessment's answers, written and read as files are."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from riskflag.casebook import ASKED, HIM, assessment, conviction, custody
from riskflag.classifier.instrument_inputs import score_on_record
from riskflag.classifier.instrument_results import Basis, Score
from riskflag.classifier.instrument_tables import find_offence_category
from riskflag.classifier.instruments import score
from riskflag.classifier.offending_history import OffendingHistory
from riskflag.dossier import Dossier, PlaceKnowledge, SourceCoverage
from riskflag.facts import derive_facts
from riskflag.importers.case_file import CaseFile, read_case_file, write_case_file
from riskflag.records import CustodyEventKind, OasysAnswers, Record
from riskflag.vocabulary import Source, SourceRecordId
from tests.classifier.vectors import VECTORS, Vector

PEOPLE = {
    *("0008", "0012", "0016", "0024", "0046", "0066", "0078", "0106", "0110"),
    *("0114", "0118", "0136", "0144", "0154", "0158", "0166", "0170"),
}
"""Those of the published vectors whose counts of sanctions can stand on record as they are."""
OF_PEOPLE = [pytest.param(each, id=each.id) for each in VECTORS if each.id.rpartition("-")[2] in PEOPLE]
ASSAULT, THEFT = "10501", "04910"


def sanctions(history: OffendingHistory) -> Iterator[tuple[date, str]]:
    """Days and offence codes that come to the counts of the history."""
    born, current, code = history.date_of_birth, history.current_conviction_on, history.current_offence_code
    count, violent, age = history.sanction_occasions, history.violent_sanctions, history.age_at_first_sanction
    assert born is not None
    assert current is not None
    assert code is not None
    category = find_offence_category(code)
    assert category is not None
    earlier_violence = (violent or 0) - category.violent
    first = born.replace(year=born.year + (age or 0))
    for number in range((count or 0) - 1):
        yield first + timedelta(days=number), ASSAULT if number < earlier_violence else THEFT
    yield current, code


def recorded(vector: Vector) -> Iterable[Record]:
    """Everything that the vector says, as records."""
    history, answers = vector.history, vector.answers
    assert history.follow_up_start is not None
    assert history.assessed_on is not None
    for day, code in sanctions(history):
        yield replace(conviction(code, "an offence", on=day), recorded_on=day)
    yield custody(CustodyEventKind.RELEASED, history.follow_up_start)
    given = {each.name: getattr(answers, each.name) for each in fields(OasysAnswers)}
    yield replace(
        assessment(on=history.assessed_on - timedelta(days=9)),
        domestic_abuse_perpetrator=answers.domestic_abuse,
        answers=OasysAnswers(**given),
    )


def case_file(vector: Vector) -> str:
    """The vector as a case file, asked on the day of its assessment."""
    history = vector.history
    assert history.assessed_on is not None
    moment = datetime.combine(history.assessed_on, time(9), tzinfo=UTC)
    person = replace(HIM, sex=history.sex, date_of_birth=history.date_of_birth)
    told = SourceCoverage(asked_at=moment, answered=True, complete=True)
    records = tuple(
        replace(each, source_id=SourceRecordId(f"V-{n}")) for n, each in enumerate(recorded(vector))
    )
    dossier = Dossier(person, moment, records, dict.fromkeys(Source, told), asked_before=())
    asked = replace(ASKED, release_date=None, licence_ends_on=None)
    return write_case_file(CaseFile(None, dossier, asked, PlaceKnowledge()))


@pytest.mark.parametrize("vector", OF_PEOPLE)
def test_a_published_score_comes_of_records_and_an_assessment(vector: Vector) -> None:
    case = read_case_file(case_file(vector), datetime(2030, 1, 1, tzinfo=UTC))
    facts = derive_facts(case.dossier, case.enquiry, case.place)
    result = score_on_record(facts)[vector.instrument]
    assert isinstance(result, Score)
    assert result.basis is Basis.DYNAMIC
    assert result.two_years.percentage == vector.expected["percentage"]
    assert result.answered_on == facts.as_of - timedelta(days=9)
    assert replace(result, answered_on=None) == score(vector.instrument, vector.history, vector.answers)


def test_a_case_file_writes_answers_in_words() -> None:
    words = case_file(next(each for each in VECTORS if each.id.endswith("-0158")))
    assert '"past_offences": [\n            "firearms"\n          ]' in words
    assert '"temper_control": "' in words


def test_there_are_people_enough() -> None:
    assert len(OF_PEOPLE) == 3 * len(PEOPLE) == 51
