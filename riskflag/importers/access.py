"""Limits on who may see a case, of which many payloads say only that there are some."""

from riskflag.importers.fields import Fields
from riskflag.importers.reading import Reading
from riskflag.records import AccessLimitation
from riskflag.vocabulary import SourceRecordId, SourceSystem, Visibility


def read_whether_limited(reading: Reading, name: str = "limitedAccessOffender") -> None:
    """Counts one element more where the payload says that access is limited."""
    if reading.top.get(name) is not None and reading.top.get(name) is not False:
        reading.one(reading.top.at(name), _limited)


def _limited(flag: Fields) -> AccessLimitation:
    return AccessLimitation(
        source_system=SourceSystem.NDELIUS,
        source_id=SourceRecordId("limited"),
        recorded_on=flag.taken_on,
        visibility=Visibility.PROTECTED,
        limited=True,
    )
