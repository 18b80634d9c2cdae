"""A resettlement assessment: answers and addresses, the latest before the first."""

from datetime import date

from riskflag.records import AddressRecord, AddressUse, ScreeningAnswer, ScreeningTopic
from tests.importers.payloads import content, of, read, rejected, told

IMPORTED = read(content("resettlement_assessment"), "resettlement-assessment")


def test_every_answer_is_accounted_for() -> None:
    assert (IMPORTED.elements, len(IMPORTED.records)) == (8, 6)
    assert rejected(IMPORTED) == [
        ("latestAssessment.questionsAndAnswers[5]", False),
        ("originalAssessment.questionsAndAnswers[0]", True),
    ]
    for secret in ("Quillfeather", "Oak", "fixed abode"):
        assert secret not in told(IMPORTED)


def test_addresses_are_told_apart_by_the_page_they_stand_on() -> None:
    assert [(each.use, each.address.text) for each in of(IMPORTED, AddressRecord)] == [
        (AddressUse.PREVIOUS, "3 Oak Road, Marrow, ZZ3 1AA"),
        (AddressUse.RESETTLEMENT_PLAN, "14 Quillfeather Row, Marrow, ZZ3 4QF"),
    ]


def test_answers_say_whether_they_are_a_concern() -> None:
    assert [(each.topic, each.concern, each.recorded_on) for each in of(IMPORTED, ScreeningAnswer)] == [
        (ScreeningTopic.ACCOMMODATION, None, date(2026, 10, 18)),
        (ScreeningTopic.ACCOMMODATION, False, date(2026, 10, 18)),
        (ScreeningTopic.ACCOMMODATION, True, date(2026, 10, 18)),
        (ScreeningTopic.CHILDREN, True, date(2026, 9, 10)),
    ]
