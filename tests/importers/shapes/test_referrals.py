"""Referrals: commissioned services and applications for community accommodation."""

import copy
from datetime import date
from typing import Any

import pytest

from riskflag.importers.shape import Imported
from riskflag.records import (
    AddressRecord,
    CustodyEvent,
    HealthAndCareKind,
    HealthAndCareRecord,
    RecipientKind,
    Referral,
    ReferralStatus,
    RiskAssessment,
    ScreeningAnswer,
    ScreeningTopic,
)
from riskflag.schema.text import LONGEST_TEXT
from riskflag.vocabulary import RiskLevel
from tests.importers.payloads import content, of, read, rejected, told

SERVICES = read(content("commissioned_referrals"), "commissioned-referrals")
APPLICATIONS = {
    name: read(content(f"{name}_application"), f"{name.replace('_', '-')}-application")
    for name in ("approved_premises", "bail_accommodation", "temporary_accommodation")
}


def text(name: str) -> str:
    (referral,) = of(APPLICATIONS[name], Referral)
    return referral.text


def test_every_referral_to_a_service_is_a_record_or_a_reject() -> None:
    assert (SERVICES.elements, rejected(SERVICES)) == (4, [("[3]", False)])
    assert [(each.recipient, each.status, each.sent_on) for each in of(SERVICES, Referral)] == [
        (RecipientKind.HOUSING_PROVIDER, ReferralStatus.DRAFTED, None),
        (RecipientKind.SUBSTANCE_MISUSE_SERVICE, ReferralStatus.SENT, date(2026, 8, 2)),
        (RecipientKind.OTHER, ReferralStatus.DRAFTED, None),
    ]


def test_one_that_is_no_draft_and_was_never_sent_gainsays_itself() -> None:
    assert [each.path for each in SERVICES.contradictions] == ["[2].isDraft"]


@pytest.mark.parametrize(
    ("name", "recipient", "elements"),
    [
        pytest.param("approved_premises", RecipientKind.APPROVED_PREMISES, 2, id="CAS1"),
        pytest.param("bail_accommodation", RecipientKind.HOUSING_PROVIDER, 4, id="CAS2"),
        pytest.param("temporary_accommodation", RecipientKind.HOUSING_PROVIDER, 1, id="CAS3"),
    ],
)
def test_an_application_is_a_referral_that_others_may_not_read(
    name: str, recipient: RecipientKind, elements: int
) -> None:
    imported = APPLICATIONS[name]
    (referral,) = of(imported, Referral)
    assert imported.elements == elements
    assert (referral.recipient, referral.status, referral.protected) == (
        recipient,
        ReferralStatus.DRAFTED,
        True,
    )
    assert "Quennell" not in told(imported)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        pytest.param(
            "approved_premises",
            "rosh summary - Who is at risk: Isolde Quennell, / former partner",
            id="a labelled answer, once",
        ),
        pytest.param("approved_premises", "risk to self - r8: none now", id="an answer without its label"),
        pytest.param("approved_premises", "arson - arson detail: set a bin alight in 2019", id="arson"),
        pytest.param(
            "bail_accommodation",
            "exclusion zones - exclusion zones detail: keep out of Upper Marrow",
            id="an exclusion zone",
        ),
        pytest.param(
            "temporary_accommodation",
            "additional licence conditions - non contact detail: Isolde Quennell",
            id="a licence condition",
        ),
        pytest.param(
            "temporary_accommodation",
            "risk management plan - qrm33: There is a restraining order",
            id="a plan without labels",
        ),
    ],
)
def test_the_text_holds_every_answer_under_its_question(name: str, line: str) -> None:
    assert text(name).splitlines().count(line) == 1


def test_the_text_leaves_out_what_nobody_needs() -> None:
    whole = " ".join(text(name) for name in APPLICATIONS)
    for unneeded in ("07700", "01632", "example.org", "atheist", "year", "North"):
        assert unneeded not in whole


def test_risk_is_told_first_so_that_a_cut_takes_the_rest() -> None:
    application: Any = content("approved_premises_application")
    application["basic-information"]["notes"] = {"note": "long " * LONGEST_TEXT}
    imported = read(application, "approved-premises-application")
    (referral,) = of(imported, Referral)
    assert len(referral.text) == LONGEST_TEXT
    assert "set a bin alight" in referral.text
    assert len(imported.gaps) == 1


def test_levels_that_an_application_repeats_are_an_assessment() -> None:
    (levels,) = of(APPLICATIONS["bail_accommodation"], RiskAssessment)
    assert (levels.overall, levels.to_children, levels.to_known_adult) == (
        RiskLevel.VERY_HIGH,
        RiskLevel.HIGH,
        None,
    )
    assert levels.happened_on == date(2026, 9, 11)
    assert len(APPLICATIONS["bail_accommodation"].gaps) == 1


@pytest.mark.parametrize(
    ("answer", "addresses"),
    [
        pytest.param("yes", ["3 Oak Road, Marrow, ZZ3 1AA"], id="one"),
        pytest.param("no", [], id="none"),
    ],
)
def test_the_previous_address(answer: str, addresses: list[str]) -> None:
    application = copy.deepcopy(content("bail_accommodation_application"))
    assert isinstance(application, dict)
    application["address-history"]["previous-address"]["hasPreviousAddress"] = answer
    imported = read(application, "bail-accommodation-application")
    assert [each.address.text for each in of(imported, AddressRecord)] == addresses
    assert imported.elements == 4


def with_page(name: str, section: str, page: str, answers: object) -> Imported:
    """What becomes of an application with these answers on a page of its own."""
    application: Any = content(f"{name}_application")
    application.setdefault(section, {})[page] = answers
    return read(application, f"{name.replace('_', '-')}-application")


@pytest.mark.parametrize(
    ("answers", "concern", "words", "contradictions"),
    [
        pytest.param({"arson": "yes", "arsonDetail": "a bin"}, True, "a bin", 0, id="stated"),
        pytest.param({"arson": "no", "arsonDetail": ""}, False, "", 0, id="denied"),
        pytest.param({"arson": "no", "arsonDetail": "a bin"}, False, "a bin", 1, id="denied and explained"),
        pytest.param({"arson": "perhaps"}, None, "", 0, id="neither is left open"),
    ],
)
def test_a_risk_with_a_field_of_its_own_is_an_answer_that_the_record_can_be_set_against(
    answers: dict[str, object], concern: bool | None, words: str, contradictions: int
) -> None:
    came = with_page("approved_premises", "further-considerations", "arson", answers)
    (answer,) = of(came, ScreeningAnswer)
    assert (answer.topic, answer.concern, answer.words) == (ScreeningTopic.ARSON, concern, words)
    assert answer.protected
    assert len(came.contradictions) == contradictions


def test_of_two_questions_on_one_topic_neither_hides_the_other() -> None:
    application: Any = content("temporary_accommodation_application")
    application["offence-and-behaviour-summary"] = {
        "history-of-arson-offence": {"historyOfArsonOffence": "no"},
        "concerning-arson-behaviour": {"concerningArsonBehaviour": "yes"},
    }
    answers = of(read(application, "temporary-accommodation-application"), ScreeningAnswer)
    assert [each.concern for each in answers] == [False, True]
    assert len({(each.tool, each.topic) for each in answers}) == 2


@pytest.mark.parametrize(
    ("said", "topics"),
    [
        pytest.param(
            "no", [ScreeningTopic.ARSON, ScreeningTopic.SEXUAL_OFFENDING], id="no means none of them"
        ),
        pytest.param("yes", [], id="yes does not say which"),
    ],
)
def test_one_answer_to_several_questions(said: str, topics: list[ScreeningTopic]) -> None:
    section, page = "risk-management-features", "convicted-offences"
    came = with_page("approved_premises", section, page, {"response": said})
    found = [each.topic for each in of(came, ScreeningAnswer) if "convicted" in each.tool]
    assert found == topics


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        pytest.param("yes", [(HealthAndCareKind.SELF_HARM_CONCERN, "risk to self: cuts")], id="a concern"),
        pytest.param("no", [], id="none"),
    ],
)
def test_a_concern_for_the_person_is_kept_where_it_is_stated(
    said: str, kept: list[tuple[HealthAndCareKind, str]]
) -> None:
    answers = {"riskToSelfConcerns": said, "riskToSelf": "cuts"}
    came = with_page("temporary_accommodation", "placement-considerations", "rosh-level", answers)
    assert [(each.kind, each.words) for each in of(came, HealthAndCareRecord)] == kept
    assert came.unreadable == 0


@pytest.mark.parametrize(
    ("adjudication", "violent"),
    [
        pytest.param({"offenceDescription": "Commits any assault", "finding": "PROVED"}, True, id="proved"),
        pytest.param({"offenceDescription": "Commits any assault", "finding": None}, False, id="not heard"),
        pytest.param({"offenceDescription": "Is absent", "finding": "PROVED"}, False, id="not for violence"),
    ],
)
def test_violence_in_custody_that_was_proved_is_an_event(
    adjudication: dict[str, object], violent: bool
) -> None:
    held = {"id": 1, "reportedAt": "2026-06-25T12:13:00Z", **adjudication}
    answers = {"adjudications": [held]}
    came = with_page("temporary_accommodation", "prison-information", "adjudications", answers)
    days = [each.happened_on for each in of(came, CustodyEvent)]
    assert days == ([date(2026, 6, 25)] if violent else [])
    assert came.unreadable == 0


@pytest.mark.parametrize(
    ("plan", "happened_on"),
    [
        pytest.param({"isOngoing": "yes"}, None, id="running: of today"),
        pytest.param({"isOngoing": "no", "closedDate-day": "10", "closedDate-month": "10",
                      "closedDate-year": "2013"}, date(2013, 10, 10), id="closed"),
        pytest.param({"isOngoing": "no"}, date(2012, 2, 1), id="closed, and nobody knows when: its first day"),
        pytest.param({"isOngoing": "no", "createdDate-day": "32"}, None, id="no day that there is"),
    ],
)  # fmt: skip
def test_a_plan_against_self_harm(plan: dict[str, object], happened_on: date | None) -> None:
    made = {"createdDate-day": "1", "createdDate-month": "2", "createdDate-year": "2012"}
    came = with_page(
        "bail_accommodation", "risk-to-self", "acct-data", [{"acctDetails": "watch", **made, **plan}]
    )
    (record,) = of(came, HealthAndCareRecord)
    assert (record.kind, record.words) == (HealthAndCareKind.SELF_HARM_PLAN, "watch")
    assert (record.happened_on, record.recorded_on) == (happened_on, date(2026, 11, 22))
