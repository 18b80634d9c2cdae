"""A resettlement assessment: answers and addresses, the latest before the first."""

from datetime import date
from typing import Any

import pytest

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


@pytest.mark.parametrize(
    ("question", "answer", "concern"),
    [
        pytest.param("Do they need help to keep their home?", "Yes", True, id="help is needed"),
        pytest.param("Do they need help to keep their home?", "No", False, id="no help is needed"),
        pytest.param("Are they registered with a GP?", "No", True, id="no GP"),
        pytest.param("Are they registered with a GP?", "Yes", False, id="a GP"),
        pytest.param("Do they have somewhere safe to live?", "No", True, id="nowhere safe"),
        pytest.param("Where will they live?", "No permanent or fixed", True, id="no fixed address"),
        pytest.param("Where will they live?", "Social housing", False, id="a home"),
        pytest.param("Where will they live?", "No answer provided", None, id="not answered"),
    ],
)
def test_whether_an_answer_is_a_concern_depends_on_what_was_asked(
    question: str, answer: str, concern: bool | None
) -> None:
    asked = {"questionTitle": question, "answer": answer, "originalPageId": "PAGE"}
    assessment = {"assessmentType": "BCST2", "questionsAndAnswers": [asked]}
    imported = read({"latestAssessment": assessment}, "resettlement-assessment")
    assert [each.concern for each in of(imported, ScreeningAnswer)] == [concern]


def test_an_answer_is_not_lost_to_a_later_one_that_says_nothing() -> None:
    held: Any = content("resettlement_assessment")
    held["originalAssessment"]["questionsAndAnswers"][0]["answer"] = "No fixed abode"
    held["latestAssessment"]["questionsAndAnswers"][2]["answer"] = "No answer provided"
    imported = read(held, "resettlement-assessment")
    answers = of(imported, ScreeningAnswer)
    assert (date(2026, 9, 10), True) in [(each.recorded_on, each.concern) for each in answers]
