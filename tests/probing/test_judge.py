"""The pace: the hard cap, what lies within it, and whose agreement allows more."""

from datetime import timedelta

import pytest

from riskflag.probing.asked import AlertKind, AskedPlace, Judgement, Pace, Past, SecondPersonAgreement
from riskflag.probing.judge import judge
from riskflag.vocabulary import Role
from tests.probing.asking import NOW, agreement, asked, judged

ALLOW, WAIT = Pace.ALLOW, Pace.NEEDS_SECOND_PERSON


def addresses(number: int, days_ago: float = 1, by: str = "ann") -> list[AskedPlace]:
    """So many addresses, the last of them asked about now."""
    return [
        asked(n, days_ago=0 if n == number - 1 else days_ago + (number - n) / 100, by=by)
        for n in range(number)
    ]


@pytest.mark.parametrize(
    ("enquiries", "pace"),
    [
        pytest.param(addresses(1), ALLOW, id="the first"),
        pytest.param(addresses(10), ALLOW, id="the tenth"),
        pytest.param(addresses(11), WAIT, id="the eleventh"),
        pytest.param(addresses(11, days_ago=29.5), WAIT, id="the eleventh in thirty days"),
        pytest.param(addresses(11, days_ago=30), ALLOW, id="the eleventh, the others a month ago"),
        pytest.param([*addresses(10, 2)[:-1], asked(9, 1), asked(3)], ALLOW, id="an address asked about before"),
        pytest.param([*addresses(9), asked(8), asked(9, by="bob"), asked(10, by="cay")], WAIT, id="three accounts"),
        pytest.param(
            [*addresses(10), asked(10, role=Role.RESPONSIBLE_OFFICER)], WAIT, id="a responsible officer's too"
        ),
        pytest.param([*(asked(n, 1, premises=True) for n in range(10)), asked(10)], WAIT, id="hostels count too"),
        pytest.param([*(asked(n, 1, about="another") for n in range(15)), asked(15)], ALLOW, id="other people's"),
        pytest.param([*(asked(n, -3) for n in range(10)), asked(10)], WAIT, id="dated later by a wrong clock"),
    ],
)  # fmt: skip
def test_the_hard_cap(enquiries: list[AskedPlace], pace: Pace) -> None:
    judgement = judged(*enquiries)
    assert judgement.pace is pace
    assert pace is ALLOW or AlertKind.HARD_CAP in {alert.kind for alert in judgement.alerts}


def after(number: int, *agreements: SecondPersonAgreement) -> Judgement:
    """The judgement of the address of that number, by ann, with these agreements."""
    return judged(*addresses(number), agreements=agreements)


@pytest.mark.parametrize(
    ("agreements", "eleventh", "sixteenth"),
    [
        pytest.param((), WAIT, WAIT, id="nobody's"),
        pytest.param((agreement("bob"),), ALLOW, WAIT, id="another officer's, for five more"),
        pytest.param((agreement("bob", 29),), ALLOW, WAIT, id="an officer's of four weeks ago"),
        pytest.param((agreement("bob", 30),), WAIT, WAIT, id="an officer's of a month ago"),
        pytest.param((agreement("bob", -0.01),), WAIT, WAIT, id="an officer's that is dated later"),
        pytest.param((agreement("ann"),), WAIT, WAIT, id="one's own"),
        pytest.param((agreement("bob", about="another"),), WAIT, WAIT, id="for another person"),
        pytest.param((agreement("bob", role=Role.RESETTLEMENT_STAFF),), WAIT, WAIT, id="a colleague's"),
        pytest.param((agreement("bob", role=Role.AUDITOR),), WAIT, WAIT, id="the auditor's"),
        pytest.param((agreement("bob", 2), agreement("bob", 1)), ALLOW, WAIT, id="one officer's twice"),
        pytest.param((agreement("bob"), agreement("cay")), ALLOW, ALLOW, id="two officers'"),
    ],
)
def test_whose_agreement_allows_more(
    agreements: tuple[SecondPersonAgreement, ...], eleventh: Pace, sixteenth: Pace
) -> None:
    assert after(11, *agreements).pace is eleventh
    assert after(16, *agreements).pace is sixteenth


def test_five_more_are_five() -> None:
    paces = [after(number, agreement("bob")).pace for number in range(10, 18)]
    assert paces == [ALLOW] * 6 + [WAIT] * 2


def test_who_asks_beyond_the_cap_no_longer_agrees_for_others() -> None:
    by_bob = [*addresses(11)[:-1], asked(10, 0.1, by="bob"), asked(11)]
    assert judged(*by_bob, agreements=(agreement("bob", 0.2), agreement("cay", 0.2))).pace is ALLOW
    assert judged(*by_bob, agreements=(agreement("bob", 0.2),)).pace is WAIT


def test_who_asked_within_the_cap_may_agree() -> None:
    assert judged(asked(0, 5, by="bob"), *addresses(11)[1:], agreements=(agreement("bob"),)).pace is ALLOW


@pytest.mark.parametrize("days", [pytest.param(n, id=f"{n} days ago") for n in (31, 60, 91)])
def test_what_a_store_hands_over_too_much_is_not_counted(days: int) -> None:
    old = tuple(asked(n, days) for n in range(12))
    far = judge(NOW, asked(12), Past(old, old, old))
    assert far.pace is ALLOW
    assert {alert.kind for alert in far.alerts} <= {AlertKind.SLOW_SEARCH}


def test_an_alert_changes_no_pace() -> None:
    five = judged(*addresses(5))
    assert five.alerts
    assert five.pace is ALLOW


def test_the_moment_of_asking_is_the_caller_s() -> None:
    enquiries = addresses(11)
    later = judge(NOW + timedelta(days=31), enquiries[-1], Past(tuple(enquiries[:-1])))
    assert later.pace is ALLOW
