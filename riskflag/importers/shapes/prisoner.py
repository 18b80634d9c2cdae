"""A prisoner as the search service holds them: ``{"prisonerNumber": ..., "alerts": [...], ...}``.

Elements: the person with their aliases; every address; every alert; every offence; every care need, for which
the document says too little for a record; a move to a hospital as a restricted patient; and a recall and a
high risk to a cell mate, of which no day and no reason is given. The search repeats what others hold in full.
"""

from dataclasses import replace

from riskflag.importers.addresses import address_in_lines, whole_postcode
from riskflag.importers.fields import Fields
from riskflag.importers.people import full_name, numbers_of, sex_of
from riskflag.importers.prisoner_search import search_alert, search_offence
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import has
from riskflag.importers.shape import Shape
from riskflag.records import AddressRecord, AddressUse, HealthAndCareKind, HealthAndCareRecord, Person
from riskflag.vocabulary import Source, SourceRecordId, SourceSystem

_NAME = ("firstName", "middleNames", "lastName")


def _read(reading: Reading) -> None:
    prisoner = reading.top
    reading.one(prisoner, _person)
    for address in prisoner.items("addresses"):
        nowhere = isinstance(address.value, dict) and address.yes_or_no("noFixedAddress")
        if nowhere and not address.has("fullAddress"):
            reading.no_record([address], "no fixed address")
        else:
            reading.one(address, _address)
    reading.each(prisoner.items("alerts"), search_alert)
    reading.each(prisoner.items("allConvictedOffences"), search_offence)
    reading.no_record(prisoner.items("personalCareNeeds"), "a care need, in codes that no list explains")
    if prisoner.yes_or_no("restrictedPatient"):
        reading.one(prisoner, _hospital)
    if prisoner.yes_or_no("recall"):
        reading.no_record([prisoner.at("recall")], "that the person was recalled, and not when")
    if (prisoner.text_or_none("csra") or "").upper() == "HIGH":
        reading.no_record([prisoner.at("csra")], "a high risk to a cell mate, and not why")


def _hospital(prisoner: Fields) -> HealthAndCareRecord:
    """A restricted patient is held in a hospital under the Mental Health Act 1983."""
    moved_on = prisoner.day("dischargeDate")
    return HealthAndCareRecord(
        source_system=SourceSystem.NOMIS,
        source_id=SourceRecordId("restricted-patient"),
        recorded_on=moved_on if moved_on and moved_on <= prisoner.taken_on else prisoner.taken_on,
        happened_on=moved_on,
        kind=HealthAndCareKind.HOSPITAL_ADMISSION,
        mental_health=True,
        words=prisoner.words("dischargeDetails", "dischargedHospitalDescription"),
    )


def _person(prisoner: Fields) -> Person:
    aliases = (full_name(alias, *_NAME) for alias in prisoner.items("aliases"))
    return Person(
        name=full_name(prisoner, *_NAME),
        date_of_birth=prisoner.day("dateOfBirth"),
        sex=sex_of(prisoner.text_or_none("gender")),
        nationality=prisoner.text_or_none("nationality"),
        aliases=tuple(dict.fromkeys(aliases)),
        **numbers_of(prisoner, noms_number="prisonerNumber", pnc_number="pncNumber"),
    )


def _address(address: Fields) -> AddressRecord:
    if address.yes_or_no("noFixedAddress"):
        address.contradicts("noFixedAddress", "says that there is no address, and one is given")
    starts_on = address.day("startDate")
    place = address_in_lines(address.text("fullAddress"))
    postcode = whole_postcode(address.text_or_none("postalCode"))
    written = place.text if not postcode or postcode in place.text else f"{place.text}, {postcode}"
    return AddressRecord(
        source_system=SourceSystem.NOMIS,
        source_id=address.source_id(),
        recorded_on=starts_on if starts_on and starts_on <= address.taken_on else address.taken_on,
        address=replace(place, text=written, postcode=postcode),
        use=AddressUse.MAIN if address.yes_or_no("primaryAddress") else AddressUse.OTHER,
        starts_on=starts_on,
    )


SHAPE = Shape(
    name="prisoner",
    title="A prisoner, as the search service holds them",
    recognises=lambda content: has(content, "prisonerNumber", "firstName", "lastName"),
    read=reads(_read),
    adds_to=frozenset({Source.ADDRESSES, Source.ALERTS, Source.CONVICTIONS, Source.HEALTH_AND_CARE}),
)
