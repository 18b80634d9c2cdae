"""What shows that somebody may be a danger to those who work with them, and for how long it counts."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import OTHER_TOWN, Case, alert, assessment, case, conviction, custody, note, referral
from riskflag.facts.staff_risk import StaffRisk, staff_risks, told
from riskflag.records import CustodyEventKind
from riskflag.vocabulary import RiskLevel

SINCE = date(2021, 11, 22)
EVICTED = "Evicted for threatening behaviour."


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        pytest.param("Evicted in December 2025 for threatening behaviour and drug use.", True, id="evicted"),
        pytest.param("Banned from the library after he assaulted a reader", True, id="banned"),
        pytest.param("his tenancy was terminated because of violence", True, id="tenancy terminated"),
        pytest.param("lost his place at the hostel: aggressive to residents", True, id="lost his place"),
        pytest.param("excluded from the surgery for abusive language", True, id="excluded"),
        pytest.param("He threatened his key worker.", True, id="threatened a worker"),
        pytest.param("was abusive towards the housing officer", True, id="abusive towards an officer"),
        pytest.param("punched a nurse", True, id="punched a nurse"),
        pytest.param("assaulted two members of staff", True, id="members of staff"),
        pytest.param("evicted for rent arrears", False, id="rent arrears"),
        pytest.param("Evicted for arrears. Threatened a neighbour.", False, id="two sentences, two matters"),
        pytest.param("was never evicted for violence", False, id="never evicted"),
        pytest.param("evicted, but not for any violence", True, id="a denial that is not understood"),
        pytest.param("evicted in 2012 for threats", False, id="too long ago"),
        pytest.param("evicted in 2021 for threats", True, id="in the year when it may still count"),
        pytest.param("evicted in 2012 and again in 2024 for threats", True, id="one of two is recent"),
        pytest.param("excluded from school for violence", False, id="at school"),
        pytest.param("staff threatened to end the visit", False, id="it was staff who warned him"),
        pytest.param("he was assaulted by his landlord's son", False, id="he was the victim"),
        pytest.param("low risk of violence", False, id="a level and no event"),
        pytest.param("", False, id="nothing written"),
    ],
)
def test_what_counts_as_threats_to_staff_or_a_home_lost_over_them(text: str, counts: bool) -> None:
    assert bool(list(told(text, SINCE))) is counts


@pytest.mark.parametrize(
    ("of", "kinds"),
    [
        pytest.param(case(), [], id="nothing on record"),
        pytest.param(case(alert("RST")), [StaffRisk.FLAGGED], id="an alert"),
        pytest.param(case(alert("RST", active_to=date(2026, 1, 1))), [], id="a closed alert"),
        pytest.param(
            case(conviction("00873", "Assault of an emergency worker", on=SINCE)),
            [StaffRisk.CONVICTED],
            id="five years ago to the day",
        ),
        pytest.param(
            case(conviction("00873", "Assault of an emergency worker", on=date(2021, 11, 21))),
            [],
            id="the day before that",
        ),
        pytest.param(
            case(conviction("00873", "Assault of an emergency worker", on=None)),
            [StaffRisk.CONVICTED],
            id="nobody knows when",
        ),
        pytest.param(
            case(replace(assessment(), to_staff=RiskLevel.HIGH)), [StaffRisk.ASSESSED], id="assessed as high"
        ),
        pytest.param(case(replace(assessment(), to_staff=RiskLevel.LOW)), [], id="assessed as low"),
        pytest.param(
            case(
                replace(assessment(on=date(2025, 12, 1)), to_staff=RiskLevel.HIGH),
                replace(assessment(), to_staff=RiskLevel.LOW),
            ),
            [],
            id="high once, and low since",
        ),
        pytest.param(case(assessment(words=EVICTED)), [StaffRisk.WRITTEN], id="in an assessment"),
        pytest.param(case(note(EVICTED)), [StaffRisk.WRITTEN], id="in a note"),
        pytest.param(
            case(note(EVICTED, address=OTHER_TOWN)), [StaffRisk.WRITTEN], id="in a note on another home"
        ),
        pytest.param(
            case(replace(referral(), outcome=EVICTED)), [StaffRisk.WRITTEN], id="in a provider's answer"
        ),
        pytest.param(case(alert("XVL", EVICTED)), [StaffRisk.WRITTEN], id="in the words of another alert"),
        pytest.param(
            case(custody(CustodyEventKind.VIOLENCE, date(2026, 9, 1), "assaulted an officer")),
            [StaffRisk.WRITTEN],
            id="in custody",
        ),
        pytest.param(
            case(custody(CustodyEventKind.VIOLENCE, date(2019, 9, 1), "assaulted an officer")),
            [],
            id="in custody, seven years ago",
        ),
    ],
)
def test_where_it_is_looked_for_and_how_long_it_counts(of: Case, kinds: list[StaffRisk]) -> None:
    assert [kind for kind, _, _ in staff_risks(of.facts)] == kinds
