"""A case: everything one assessment reads. ``case()`` alone is a man about whom there is nothing to flag."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from riskflag.casebook.circumstances import allocation, check
from riskflag.casebook.people import ASKED, HIM, NOW
from riskflag.casebook.records import assessment
from riskflag.dossier import Dossier, EarlierEnquiry, PlaceKnowledge, SourceCoverage
from riskflag.enquiry import Enquiry, Occupant
from riskflag.facts import Facts, derive_facts
from riskflag.records import (
    Check,
    CheckKind,
    KnownElsewhere,
    NamedPerson,
    Person,
    PlaceIncident,
    Record,
    ResponsibleOfficerAllocation,
    RiskAssessment,
)
from riskflag.vocabulary import Source, SourceRecordId

ASKED_AND_COMPLETE = SourceCoverage(asked_at=NOW, answered=True, complete=True, watermark=NOW)


@dataclass(frozen=True, slots=True)
class Case:
    """The records, the enquiry and what is known of the place."""

    dossier: Dossier
    enquiry: Enquiry
    place: PlaceKnowledge

    @property
    def facts(self) -> Facts:
        """The facts a rule reads."""
        return derive_facts(self.dossier, self.enquiry, self.place)


def case(
    *records: Record,
    person: Person = HIM,
    asked: Enquiry = ASKED,
    lives_with: Iterable[NamedPerson | Occupant] = (),
    place: Iterable[PlaceIncident] = (),
    elsewhere: Iterable[KnownElsewhere] = (),
    not_asked: Iterable[Source] = (),
    asked_before: tuple[EarlierEnquiry, ...] | None = (),
    routine: bool = True,
) -> Case:
    """A case with these records, everything asked and complete but for ``not_asked``.

    elsewhere: what other people's records say of who lives there
    routine: whether the ordinary work is on record: an officer who has met the person, checks returned, a
    recent risk assessment. A record of the same kind among ``records`` takes the place of the routine one.
    """
    ordinary = _routine_records(records) if routine else ()
    coverage = {source: ASKED_AND_COMPLETE for source in Source if source not in set(not_asked)}
    occupants = tuple(o if isinstance(o, Occupant) else Occupant(o) for o in lives_with)
    return Case(
        Dossier(person, NOW, tuple(_numbered((*records, *ordinary))), coverage, asked_before=asked_before),
        replace(asked, occupants=(*asked.occupants, *occupants)),
        PlaceKnowledge(coverage.get(Source.PLACE_REGISTER, SourceCoverage()), tuple(place), tuple(elsewhere)),
    )


def _routine_records(given: tuple[Record, ...]) -> Iterable[Record]:
    kinds = {type(record) for record in given}
    if ResponsibleOfficerAllocation not in kinds:
        yield allocation()
    if RiskAssessment not in kinds:
        yield assessment()
    if Check not in kinds:
        yield check(CheckKind.POLICE_DOMESTIC_ABUSE)
        yield check(CheckKind.CHILDRENS_SERVICES)


def _numbered(records: Iterable[Record]) -> Iterable[Record]:
    for number, record in enumerate(records, start=1):
        yield replace(record, source_id=SourceRecordId(f"EXAMPLE-{number}"))
