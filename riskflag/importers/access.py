"""Limits on who may see a case, of which many payloads say only that there are some."""

from riskflag.importers.fields import Fields
from riskflag.importers.reading import Reading
from riskflag.records import AccessLimitation
from riskflag.vocabulary import SourceRecordId, SourceSystem, Visibility

EXCLUDED, RESTRICTED, CASELOAD = "excludedFrom", "restrictedTo", "caseload"
"""The lists of who may not see a case, of who alone may, and of whose caseload it is on."""


def read_whether_limited(reading: Reading, name: str = "limitedAccessOffender") -> None:
    """Counts one element more where the payload says that access is limited."""
    if reading.top.get(name) is not None and reading.top.get(name) is not False:
        reading.one(reading.top.at(name), _limited)


def read_limits(limits: Fields) -> AccessLimitation:
    """Who may not see a case, and who alone may. A list that is null names nobody, and does not say that
    there is nobody to name; nor does one that is empty beside a message to whoever is on it."""
    excluded, restricted_to = _accounts(limits, EXCLUDED), _accounts(limits, RESTRICTED)
    excludes = bool(excluded) or limits.has("exclusionMessage")
    kept_to = bool(restricted_to) or limits.has("restrictionMessage")
    untold = not (limits.has(EXCLUDED) and limits.has(RESTRICTED))
    return AccessLimitation(
        source_system=SourceSystem.NDELIUS,
        source_id=SourceRecordId("limits"),
        recorded_on=limits.taken_on,
        visibility=Visibility.PROTECTED,
        limited=untold or kept_to or excludes,
        excluded=excluded if excluded or (limits.has(EXCLUDED) and not excludes) else None,
        restricted=kept_to or (False if limits.has(RESTRICTED) else None),
        restricted_to=restricted_to,
    )


def _accounts(limits: Fields, name: str) -> tuple[str, ...]:
    return tuple(each.text("email") for each in limits.items(name))


def _limited(flag: Fields) -> AccessLimitation:
    return AccessLimitation(
        source_system=SourceSystem.NDELIUS,
        source_id=SourceRecordId("limited"),
        recorded_on=flag.taken_on,
        visibility=Visibility.PROTECTED,
        limited=True,
        excluded=None,
    )
