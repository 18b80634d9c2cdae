"""Alerts and offences as they stand in a prisoner search document: short, without dates or comments."""

from riskflag.importers.fields import Fields
from riskflag.records import Alert, Conviction
from riskflag.vocabulary import OffenceCode, SourceSystem


def search_alert(alert: Fields) -> Alert:
    """One member of ``alerts``. An alert that is both active and expired is kept open."""
    active, expired = alert.yes_or_no("active"), alert.yes_or_no("expired")
    if active and expired:
        alert.contradicts("expired", "says that it has expired, and it is called active")
    elif active is False or expired:
        alert.lacks("expired", "says that it is over, and no last day is given")
    return Alert(
        source_system=SourceSystem.NOMIS,
        source_id=alert.source_id(),
        recorded_on=alert.taken_on,
        code=alert.text("alertCode"),
        active=active,
    )


def search_offence(offence: Fields) -> Conviction:
    """One member of ``allConvictedOffences``."""
    code = offence.text("offenceCode")
    return Conviction(
        source_system=SourceSystem.NOMIS,
        source_id=offence.source_id(),
        recorded_on=offence.recorded("sentenceStartDate"),
        happened_on=offence.day("offenceDate"),
        offence_code=OffenceCode(code),
        description=offence.text_or_none("offenceDescription") or code,
    )
