"""An application for bail or curfew accommodation (CAS2): ``{"area-information": {...}, ...}``.

Elements: the application, every answer of which is in the text of one referral; the levels of risk that it
repeats; the risks and the plans against self-harm that it states in fields of their own; the previous address
that it gives; and the answers for equality monitoring, which carry no record.
"""

from datetime import date
from functools import partial

from riskflag.importers.addresses import Names, address_of
from riskflag.importers.fields import Fields
from riskflag.importers.housing_applications import ADDS_TO, referral_of, risk_levels
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import has
from riskflag.importers.shape import Shape
from riskflag.importers.stated_risks import ADDS_TO as RISKS_TO
from riskflag.importers.stated_risks import Question, read_stated_risks
from riskflag.records import (
    AddressRecord,
    AddressUse,
    HealthAndCareKind,
    HealthAndCareRecord,
    RecipientKind,
    ScreeningTopic,
)
from riskflag.vocabulary import SourceRecordId, SourceSystem, Visibility

_LINES: Names = {
    "first": ("previousAddressLine1",),
    "second": ("previousAddressLine2",),
    "town": ("previousTownOrCity",),
    "county": ("previousCounty",),
    "postcode": ("previousPostcode",),
}
_HEALTH = "health-needs"
_QUESTIONS = (
    Question(
        _HEALTH,
        "mental-health",
        "hasMentalHealthNeeds",
        ScreeningTopic.HEALTH,
        "mental health",
        "needsDetail",
    ),
    Question(
        _HEALTH,
        "learning-difficulties",
        "isVulnerable",
        HealthAndCareKind.VULNERABILITY,
        "vulnerable for learning difficulties",
        "vulnerabilityDetail",
    ),
    Question(
        _HEALTH,
        "brain-injury",
        "isVulnerable",
        HealthAndCareKind.VULNERABILITY,
        "vulnerable for a brain injury",
        "vulnerabilityDetail",
    ),
)


def _read(reading: Reading) -> None:
    application = reading.top
    reading.one(application, partial(referral_of, recipient=RecipientKind.HOUSING_PROVIDER))
    for summary in application.inside("risk-of-serious-harm").items("summary-data"):
        reading.each(summary.items("value"), partial(risk_levels, assessed_on=_assessed(summary)))
    read_stated_risks(reading, _QUESTIONS, "application for bail or curfew accommodation")
    reading.each(application.inside("risk-to-self").items("acct-data"), _self_harm_plan)
    monitoring = application.items("equality-and-diversity-monitoring")
    reading.no_record(monitoring, "answers for equality monitoring")
    for address in application.inside("address-history").items("previous-address"):
        if address.yes_or_no("hasPreviousAddress") is False:
            reading.no_record([address], "no previous address")
        else:
            reading.one(address, _address)


def _assessed(summary: Fields) -> date | None:
    day = summary.day("oasysCompletedDate") or summary.day("oasysStartedDate")
    return day if day and day <= summary.taken_on else None


def _self_harm_plan(plan: Fields) -> HealthAndCareRecord:
    """A prison's plan against self-harm (ACCT). One that still runs is of today."""
    runs = plan.yes_or_no("isOngoing")
    return HealthAndCareRecord(
        source_system=SourceSystem.OTHER,
        source_id=SourceRecordId(f"{plan.source_id()}-acct"),
        recorded_on=plan.taken_on,
        happened_on=(_day(plan, "closedDate") or _day(plan, "createdDate")) if runs is False else None,
        visibility=Visibility.PROTECTED,
        kind=HealthAndCareKind.SELF_HARM_PLAN,
        mental_health=True,
        words=plan.words("acctDetails"),
    )


def _day(plan: Fields, name: str) -> date | None:
    """A date that stands in three fields; None where it is not whole, or is still to come."""
    parts = [plan.digits(f"{name}-{part}") for part in ("year", "month", "day")]
    try:
        found = date(*(int(part) for part in parts if part))
    except (TypeError, ValueError):
        return None
    return found if found <= plan.taken_on else None


def _address(address: Fields) -> AddressRecord:
    return AddressRecord(
        source_system=SourceSystem.OTHER,
        source_id=address.source_id(),
        recorded_on=address.taken_on,
        address=address_of(address, _LINES),
        use=AddressUse.PREVIOUS,
    )


SHAPE = Shape(
    name="bail-accommodation-application",
    title="An application for bail or curfew accommodation (CAS2)",
    recognises=lambda content: has(content, "area-information", "funding-information"),
    read=reads(_read),
    adds_to=ADDS_TO | RISKS_TO,
)
