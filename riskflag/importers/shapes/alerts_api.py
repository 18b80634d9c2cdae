"""Prison alerts as the alerts service pages them: ``{"content": [{"alertUuid": ...}]}``."""

from riskflag.importers.fields import Fields
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import holds, note_what_other_pages_hold
from riskflag.importers.shape import Shape
from riskflag.importers.whether_open import note_whether_open
from riskflag.records import Alert
from riskflag.vocabulary import NomsNumber, Source, SourceSystem


def _read(reading: Reading) -> None:
    alerts = list(reading.top.listed("content"))
    note_what_other_pages_hold(reading.top, len(alerts))
    reading.each(alerts, _alert)


def _alert(alert: Fields) -> Alert:
    alert.is_about("prisonNumber", NomsNumber)
    record = Alert(
        source_system=SourceSystem.NOMIS,
        source_id=alert.source_id("alertUuid"),
        recorded_on=alert.recorded("createdAt", "activeFrom"),
        code=alert.inside("alertCode").text("code"),
        comment=alert.words("description"),
        active_from=alert.day("activeFrom"),
        active_to=alert.day("activeTo"),
        active=alert.yes_or_no("isActive"),
    )
    note_whether_open(alert, "isActive", record.active, record.active_to)
    return record


SHAPE = Shape(
    name="alerts-api",
    title="Prison alerts, a page of the alerts service",
    recognises=lambda content: holds(content, "content", "alertUuid", "alertCode"),
    read=reads(_read),
    answers=frozenset({Source.ALERTS}),
)
