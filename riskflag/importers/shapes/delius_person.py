"""A probation case as the community API gives it whole: person, addresses, managers, limits on access.

Elements: the person with their aliases; every address, and every note on one; every offender manager; the
limits on who may see the record, which do not say whom they name.
"""

from riskflag.importers.delius_addresses import ADDS_TO, read_delius_address
from riskflag.importers.fields import Fields
from riskflag.importers.people import full_name, numbers_of, sex_of
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import has
from riskflag.importers.shape import Shape
from riskflag.records import AccessLimitation, Person, ResponsibleOfficerAllocation
from riskflag.vocabulary import Source, SourceRecordId, SourceSystem, Visibility

_NAME = ("firstName", "middleNames", "surname")
_LIMITS = ("currentRestriction", "currentExclusion")


def _read(reading: Reading) -> None:
    case = reading.top
    reading.one(case, _person)
    for address in case.inside("contactDetails").items("addresses"):
        read_delius_address(reading, address)
    for manager in case.items("offenderManagers"):
        if isinstance(manager.value, dict) and manager.yes_or_no("softDeleted"):
            reading.no_record([manager], "an allocation that was deleted")
        else:
            reading.one(manager, _manager)
    if any(case.has(name) for name in _LIMITS):
        reading.one(case, _limits)


def _person(case: Fields) -> Person:
    aliases = (full_name(alias, *_NAME) for alias in case.items("offenderAliases"))
    return Person(
        name=full_name(case, *_NAME),
        date_of_birth=case.day("dateOfBirth"),
        sex=sex_of(case.text_or_none("gender")),
        nationality=case.inside("offenderProfile").text_or_none("nationality"),
        aliases=tuple(dict.fromkeys(aliases)),
        **numbers_of(
            case.inside("otherIds"),
            noms_number="nomsNumber",
            case_reference_number="crn",
            pnc_number="pncNumber",
        ),
    )


def _limits(case: Fields) -> AccessLimitation:
    """Whether access is limited, and never whom that names. What cannot be read limits it."""
    restricted, excluded = (case.yes_or_no(name) for name in _LIMITS)
    return AccessLimitation(
        source_system=SourceSystem.NDELIUS,
        source_id=SourceRecordId("access-limits"),
        recorded_on=case.taken_on,
        visibility=Visibility.PROTECTED,
        limited=restricted is not False or excluded is not False,
        excluded=() if excluded is False else None,
        restricted=restricted,
    )


def _manager(manager: Fields) -> ResponsibleOfficerAllocation:
    allocated_on = manager.day("fromDate")
    ended_on = manager.day("toDate")
    if ended_on is None and manager.yes_or_no("active") is False:
        manager.contradicts("active", "says that the allocation is over, and no end is given")
        ended_on = manager.taken_on
    team = manager.inside("team")
    return ResponsibleOfficerAllocation(
        source_system=SourceSystem.NDELIUS,
        source_id=manager.source_id("id"),
        recorded_on=allocated_on or manager.taken_on,
        happened_on=allocated_on,
        officer=_officer(manager),
        team=" ".join((team.text_or_none("description") or "").split()),
        telephone=team.text_or_none("telephone"),
        email=team.text_or_none("emailAddress"),
        ended_on=ended_on,
    )


def _officer(manager: Fields) -> str | None:
    """The officer's name; None for a team's unallocated case, which is written as an officer of that name."""
    staff = manager.inside("staff")
    names = [staff.text_or_none(name) or "" for name in ("forenames", "surname")]
    name = " ".join(" ".join(names).split())
    return None if not name or "unallocated" in name.lower() else name


SHAPE = Shape(
    name="delius-person",
    title="A probation case: the person, their addresses and their managers",
    recognises=lambda content: has(content, "otherIds", "contactDetails"),
    read=reads(_read),
    answers=frozenset({Source.ALLOCATION}),
    adds_to=ADDS_TO | {Source.ACCESS_LIMITS},
)
