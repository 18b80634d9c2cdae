"""What the auditor must look at: patterns of asking that could find somebody."""

from http import HTTPStatus

from api.alerts.schemas import ALERTS, Alerts
from api.auth import AUDITOR, actor, policy
from api.section import Section
from api.wiring import wired

alerts = Section("alerts", "What the auditor must look at.")


@alerts.route("/alerts")
@policy(AUDITOR)
@alerts.response(HTTPStatus.OK, ALERTS)
def read_alerts() -> Alerts:
    """Read the alerts

    Sets of enquiries that look like somebody being searched for. Each says how many and about whom, and never
    where. Whoever asked sees nothing of it.
    """
    return Alerts(wired().service.auditing.alerts(actor()))
