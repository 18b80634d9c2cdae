"""Which words and which kinds of event are signs of control, and how many are enough."""

from dataclasses import replace

import pytest

from riskflag.casebook import EX_PARTNER, MOTHER, Case, abuse, case, conviction
from riskflag.facts.control import recorded_control
from riskflag.records import AbuseRole, DomesticAbuseKind, Record

KIND = DomesticAbuseKind
MONITORED = "tracks her phone"
HIT_HER = abuse(KIND.PHYSICAL_VIOLENCE, EX_PARTNER, words="hit her")


def signs(of: Case) -> list[str]:
    return [sign for _, sign in recorded_control(of.facts)]


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        pytest.param("monitors where she goes", "monitoring", id="monitors"),
        pytest.param("monitored her calls", "monitoring", id="monitored"),
        pytest.param("put a tracker on the car", "monitoring", id="a tracker"),
        pytest.param("tracking her to work", "monitoring", id="tracking"),
        pytest.param("checks her phone each night", "monitoring", id="checks her phone"),
        pytest.param("checked his mileage", "monitoring", id="checked his mileage"),
        pytest.param("checking their messages", "monitoring", id="checking their messages"),
        pytest.param("isolated from her family", "isolation", id="isolated"),
        pytest.param("growing isolation", "isolation", id="isolation"),
        pytest.param("she is not allowed out", "isolation", id="not allowed out"),
        pytest.param("not let her see friends", "isolation", id="not let her"),
        pytest.param("stops her from seeing her sister", "isolation", id="stops her from seeing"),
        pytest.param("stopped her working", "isolation", id="stopped her working"),
        pytest.param("threatened to expose photographs", "threats to expose", id="threatened to expose"),
        pytest.param("threats to tell her employer", "threats to expose", id="threats to tell"),
        pytest.param("threatening to share pictures", "threats to expose", id="threatening to share"),
        pytest.param("takes her wages", "money", id="takes her wages"),
        pytest.param("took all the money", "money", id="took all the money"),
        pytest.param("took the pension", "money", id="took the pension"),
        pytest.param("keeps her bank card", "money", id="keeps her bank card"),
        pytest.param("controlled all the money", "money", id="controlled all the money"),
        pytest.param("using the children to reach her", "children used", id="using the children"),
        pytest.param("contact through their child", "children used", id="through their child"),
        pytest.param("threatens to take the kids", "children used", id="threatens to take the kids"),
        pytest.param("no monitoring of her phone", "", id="denied"),
        pytest.param("the tracksuit was torn", "", id="part of another word"),
        pytest.param("hit her once", "", id="nothing of the sort"),
    ],
)
def test_words_that_are_signs(words: str, sign: str) -> None:
    """Beside an event recorded as control, so that one sign is enough to be told."""
    recorded = abuse(KIND.CONTROLLING_OR_COERCIVE, MOTHER, words="recorded so")
    found = signs(case(recorded, replace(HIT_HER, words=words)))
    assert found == ["recorded as control", *([sign] if sign else [])]


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        pytest.param(kind, ["recorded as control"] if kind is KIND.CONTROLLING_OR_COERCIVE else [], id=kind)
        for kind in KIND
    ],
)
def test_only_an_event_recorded_as_control_is_enough_by_itself(
    kind: DomesticAbuseKind, found: list[str]
) -> None:
    assert signs(case(abuse(kind, EX_PARTNER, words="nothing more is written"))) == found


@pytest.mark.parametrize(
    ("records", "found"),
    [
        pytest.param([replace(HIT_HER, words=MONITORED)], [], id="one sign"),
        pytest.param(
            [replace(HIT_HER, words=f"{MONITORED} and takes her wages")],
            ["money", "monitoring"],
            id="two signs in one event",
        ),
        pytest.param(
            [replace(HIT_HER, words=MONITORED), replace(HIT_HER, words=MONITORED)],
            ["monitoring", "monitoring"],
            id="one sign in two events",
        ),
        pytest.param(
            [abuse(KIND.ECONOMIC_ABUSE, EX_PARTNER, words="takes her wages")], [], id="one sign, said twice"
        ),
        pytest.param(
            [abuse(KIND.ECONOMIC_ABUSE, EX_PARTNER, words=MONITORED)],
            ["money", "monitoring"],
            id="economic abuse, and monitoring",
        ),
        pytest.param(
            [replace(HIT_HER, words=f"{MONITORED} and takes her wages", person_is=AbuseRole.VICTIM)],
            [],
            id="it was done to him",
        ),
        pytest.param(
            [replace(HIT_HER, words=f"{MONITORED} and takes her wages", corroborated=False)],
            ["money", "monitoring"],
            id="an allegation counts",
        ),
        pytest.param(
            [conviction("00867", "Controlling or coercive behaviour", EX_PARTNER, method=MONITORED)],
            [],
            id="a conviction, which another rule reads",
        ),
    ],
)
def test_two_signs_are_enough(records: list[Record], found: list[str]) -> None:
    assert signs(case(*records)) == found
