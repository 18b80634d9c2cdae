"""An application for bail or curfew accommodation (CAS2): ``{"area-information": {...}, ...}``.

Elements: the application, every answer of which is in the text of one referral; the levels of risk that it
repeats; the previous address that it gives; and the answers for equality monitoring, which carry no record.
"""

from datetime import date
from functools import partial

from riskflag.importers.addresses import Names, address_of
from riskflag.importers.fields import Fields
from riskflag.importers.housing_applications import ADDS_TO, referral_of, risk_levels
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import has
from riskflag.importers.shape import Shape
from riskflag.records import AddressRecord, AddressUse, RecipientKind
from riskflag.vocabulary import SourceSystem

_LINES: Names = {
    "first": ("previousAddressLine1",),
    "second": ("previousAddressLine2",),
    "town": ("previousTownOrCity",),
    "county": ("previousCounty",),
    "postcode": ("previousPostcode",),
}


def _read(reading: Reading) -> None:
    application = reading.top
    reading.one(application, partial(referral_of, recipient=RecipientKind.HOUSING_PROVIDER))
    for summary in application.inside("risk-of-serious-harm").items("summary-data"):
        reading.each(summary.items("value"), partial(risk_levels, assessed_on=_assessed(summary)))
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
    adds_to=ADDS_TO,
)
