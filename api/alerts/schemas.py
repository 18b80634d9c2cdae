"""What is sent back of alerts."""

from dataclasses import dataclass

from api.answers import answer
from riskflag.persistence.asked_places import RaisedAlert


@dataclass(frozen=True, slots=True)
class Alerts:
    """What the auditor must look at.

    alerts: the latest first
    """

    alerts: tuple[RaisedAlert, ...]


ALERTS = answer(Alerts)
