"""What systems say that an address is for, and how a person lives there, as codes.

nDelius status and accommodation type codes, NOMIS usage codes: hmpps-single-accommodation-service-api
(AddressStatusCode, AddressUsage), MIT licence. The uses and tenancies are our reading.
"""

from collections.abc import Mapping
from types import MappingProxyType

from riskflag.records.places import AddressUse

REJECTED = "RJ"
"""The nDelius status of an address that was proposed and refused."""

DELIUS_STATUS: Mapping[str, AddressUse] = MappingProxyType(
    {
        "B": AddressUse.BAIL,
        "M": AddressUse.MAIN,
        "PM": AddressUse.MAIN,
        "MA": AddressUse.OTHER,
        "P": AddressUse.PREVIOUS,
        "PR": AddressUse.RELEASE,
        "PR1": AddressUse.RESETTLEMENT_PLAN,
        "RT": AddressUse.OTHER,
        "S": AddressUse.OTHER,
    }
)

NOMIS_USAGE: Mapping[str, AddressUse] = MappingProxyType(
    {
        "CURFEW": AddressUse.CURFEW,
        "HDC": AddressUse.CURFEW,
        "HDC2": AddressUse.CURFEW,
        "HOME": AddressUse.MAIN,
        "RECEP": AddressUse.OTHER,
        "RELEASE": AddressUse.RELEASE,
        "RES": AddressUse.LICENCE_RESIDENCE,
        "ROTL": AddressUse.OTHER,
        **dict.fromkeys(("DAP", "DBA", "DBH", "DNF", "DOH", "DPH", "DSH", "DST", "DUT"), AddressUse.RELEASE),
    }
)

OWN_TENANCY: Mapping[str, bool] = MappingProxyType(
    {"A01A": True, "A01C": True, "A01D": True, "A07A": False, "A07B": False, "A02": False}
)
"""nDelius accommodation types that say whether the person owns or rents the place."""
