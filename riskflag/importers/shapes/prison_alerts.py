"""Prison alerts as the prison API listed them before there was an alerts service."""

from riskflag.importers.fields import Fields
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import some_have
from riskflag.importers.shape import Shape
from riskflag.importers.whether_open import note_whether_open
from riskflag.records import Alert
from riskflag.vocabulary import NomsNumber, Source, SourceSystem


def _read(reading: Reading) -> None:
    reading.each(reading.top.members(), _alert)


def _alert(alert: Fields) -> Alert:
    alert.is_about("offenderNo", NomsNumber)
    record = Alert(
        source_system=SourceSystem.NOMIS,
        source_id=alert.source_id("bookingId", "alertId"),
        recorded_on=alert.recorded("dateCreated"),
        code=alert.text("alertCode"),  # never the type: RCS is a code, and was a type of another meaning
        comment=alert.words("comment"),
        active_from=alert.day("dateCreated"),
        active_to=alert.day("dateExpires"),
        active=alert.yes_or_no("active"),
    )
    if record.active and alert.yes_or_no("expired"):
        alert.contradicts("expired", "says that it has expired, and it is called active")
    note_whether_open(alert, "active", record.active, record.active_to)
    return record


SHAPE = Shape(
    name="prison-api-alerts",
    title="Prison alerts, as the prison API lists them",
    recognises=lambda content: some_have(content, "alertId", "alertCode"),
    read=reads(_read),
    answers=frozenset({Source.ALERTS}),
)
