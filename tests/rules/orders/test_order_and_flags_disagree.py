"""How orders and the flags that point to them can disagree, and what explains a difference."""

from datetime import date

import pytest

from riskflag.casebook import Case, alert, case, conviction, order, registration, term
from riskflag.rule import Raised
from riskflag.rules.orders.order_and_flags_disagree import RULE
from riskflag.vocabulary import OrderType, ProhibitionKind, Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, outcome

NO_CONTACT = term(ProhibitionKind.NO_CONTACT, "not to contact her")
ORDER = order(NO_CONTACT)
ENDED = order(NO_CONTACT, expires_on=date(2026, 3, 3))
ALERT = alert("OHCO")
ENTRY = registration("RSTO", "Restraining Order")
CLOSED_ENTRY = registration("RSTO", "Restraining Order", ended_on=date(2021, 8, 1))
HARASSMENT = conviction("19594", "harassment")


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(ORDER), ACT, id="an order and no flag"),
        pytest.param(case(ORDER, ALERT), CLEAR, id="an order and an alert"),
        pytest.param(case(ORDER, ENTRY), CLEAR, id="an order and a register entry"),
        pytest.param(case(ORDER, ALERT, ENTRY), CLEAR, id="an order and both"),
        pytest.param(case(ORDER, alert("OHCO", active_to=date(2026, 1, 1))), ACT, id="the alert was closed"),
        pytest.param(
            case(ORDER, ALERT, CLOSED_ENTRY), ACT, id="the entry closed in 2021 and the order runs on"
        ),
        pytest.param(case(ORDER, CLOSED_ENTRY, ENTRY), CLEAR, id="registered again at the new sentence"),
        pytest.param(case(ORDER, alert("XA")), ACT, id="a flag about something else"),
        pytest.param(case(order(NO_CONTACT, kind=OrderType.COURT_BAIL)), CLEAR, id="bail needs no flag"),
        pytest.param(
            case(order(NO_CONTACT, kind=OrderType.COURT_BAIL), ALERT), CLEAR, id="bail and an alert"
        ),
        *(
            pytest.param(case(order(NO_CONTACT, kind=kind)), ACT, id=f"no flag for a {kind.value}")
            for kind in (
                OrderType.NON_MOLESTATION_ORDER,
                OrderType.DOMESTIC_ABUSE_PROTECTION_ORDER,
                OrderType.STALKING_PROTECTION_ORDER,
                OrderType.SEXUAL_HARM_PREVENTION_ORDER,
                OrderType.SERIOUS_CRIME_PREVENTION_ORDER,
            )
        ),
        *(
            pytest.param(case(order(NO_CONTACT, kind=kind)), CLEAR, id=f"no code exists for a {kind.value}")
            for kind in (
                OrderType.GANG_INJUNCTION,
                OrderType.CRIMINAL_BEHAVIOUR_ORDER,
                OrderType.ANTI_SOCIAL_BEHAVIOUR_INJUNCTION,
                OrderType.UNDERTAKING,
                OrderType.FAMILY_OR_CHILD_ORDER,
                OrderType.DOMESTIC_VIOLENCE_PROTECTION_NOTICE,
            )
        ),
        pytest.param(
            case(order(NO_CONTACT, kind=OrderType.GANG_INJUNCTION), ENDED, ENTRY),
            ACT,
            id="the restraining order ended and its entry is open; a gang injunction runs on",
        ),
        pytest.param(case(ENDED), CLEAR, id="an ended order without flags"),
        pytest.param(case(ENDED, CLOSED_ENTRY), CLEAR, id="an ended order, its entry closed"),
        pytest.param(case(ENDED, ENTRY), ACT, id="the order ended and the entry is open"),
        pytest.param(case(ENDED, ALERT), ACT, id="the order ended and the alert is open"),
        pytest.param(
            case(ENDED, ALERT, HARASSMENT), CLEAR, id="the alert stands for an offence of harassment"
        ),
        pytest.param(case(ENDED, ENTRY, HARASSMENT), ACT, id="an offence explains no register entry"),
        pytest.param(case(ALERT), CLEAR, id="a flag and no order at all: a rule of its own"),
        *(
            pytest.param(case(ORDER, not_asked=(source,)), CANNOT_TELL, id=f"{source.value} not asked")
            for source in (Source.ALERTS, Source.REGISTRATIONS, Source.PROTECTIVE_ORDERS)
        ),
    ],
)
def test_disagreement(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_the_evidence_gives_what_each_system_says() -> None:
    came_to = outcome(RULE, case(ORDER, ALERT, CLOSED_ENTRY))
    assert isinstance(came_to, Raised)
    said = [evidence.says for evidence in came_to.findings[0].evidence]
    assert any("until further order" in words for words in said)
    assert any("ended 1 August 2021" in words for words in said)
