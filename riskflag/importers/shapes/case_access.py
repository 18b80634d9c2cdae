"""All that decides who may see a case, in a shape of our own: the limits as probation gives them, and the
caseloads that the case is on. It is to be sent every few minutes: without it nobody may see the person.

Elements: the limits; every member of the caseload.
"""

from riskflag.importers.access import CASELOAD, EXCLUDED, RESTRICTED, read_limits
from riskflag.importers.fields import Fields
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import has
from riskflag.importers.shape import Shape
from riskflag.records import CaseloadLink
from riskflag.vocabulary import CaseReferenceNumber, Role, Source, SourceSystem


def _read(reading: Reading) -> None:
    reading.top.is_about("crn", CaseReferenceNumber)
    reading.top.says_when_made("asOf")
    reading.one(reading.top, read_limits)
    reading.each(reading.top.listed(CASELOAD), _link)


def _link(link: Fields) -> CaseloadLink:
    """An end that cannot be read would leave the case open for ever, so it makes the link unusable."""
    starts_on, ends_on = link.day("startsOn"), link.day("endsOn")
    if starts_on is None:
        raise link.refuse("startsOn", "is needed")
    if ends_on is None and link.has("endsOn"):
        raise link.refuse("endsOn", "is not a date that can be read")
    return CaseloadLink(
        source_system=SourceSystem.NDELIUS,
        source_id=link.source_id("account", "role", "startsOn"),
        recorded_on=link.taken_on,
        account=link.text("account"),
        role=_role(link),
        starts_on=starts_on,
        ends_on=ends_on,
    )


def _role(link: Fields) -> Role:
    written = link.text("role")
    if written not in set(Role):
        raise link.refuse("role", f"must be one of: {', '.join(Role)}")
    return Role(written)


SHAPE = Shape(
    name="case-access",
    title="All that decides who may see a case: its limits, and whose caseload it is on",
    recognises=lambda content: has(content, EXCLUDED, RESTRICTED, CASELOAD),
    read=reads(_read),
    answers=frozenset({Source.ACCESS_LIMITS}),
)
