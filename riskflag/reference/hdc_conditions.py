"""What a condition of the home detention curfew service stands for.

Its codes were written with underscores from the second version on (ministryofjustice/licences, MIT licence).
Kinds and titles are ours. A code that is not here keeps its name as wording, as a term of kind OTHER.
"""

from collections.abc import Mapping
from types import MappingProxyType

from riskflag.vocabulary import ProhibitionKind

_KINDS: Mapping[str, tuple[ProhibitionKind, str]] = MappingProxyType(
    {
        "NOCONTACTPRISONER": (ProhibitionKind.NO_ASSOCIATION, "No contact with serving or remand prisoners"),
        "NOCONTACTASSOCIATE": (ProhibitionKind.NO_ASSOCIATION, "No association with a group"),
        "NOCONTACTSEXOFFENDER": (ProhibitionKind.NO_ASSOCIATION, "No contact with a known sex offender"),
        "NOCONTACTNAMED": (ProhibitionKind.NO_CONTACT, "No contact with somebody named"),
        "CONTACTEXTREME": (ProhibitionKind.NO_ASSOCIATION, "No contact with extremist offenders"),
        "NORESIDE": (ProhibitionKind.NO_RESIDE_WITH_CHILDREN, "Not to live in one household with a child"),
        "NOUNSUPERVISEDCONTACT": (
            ProhibitionKind.NO_CONTACT_WITH_CHILDREN,
            "No unsupervised contact with children",
        ),
        "NOWORKWITHAGE": (ProhibitionKind.NO_CONTACT_WITH_CHILDREN, "No work with people under an age"),
        "NOCHILDRENSAREA": (ProhibitionKind.NO_ATTEND_ADDRESS, "Not to enter places where children are"),
        "NOCOMMUNICATEVICTIM": (ProhibitionKind.NO_CONTACT, "Not to approach or communicate with a victim"),
        "EXCLUSIONADDRESS": (ProhibitionKind.NO_ENTER_ADDRESS, "Not to enter a place"),
        "EXCLUSIONAREA": (ProhibitionKind.EXCLUSION_AREA, "Not to enter an area"),
        "REMAINADDRESS": (ProhibitionKind.CURFEW_AT, "Curfew at an address"),
        "CONFINEADDRESS": (ProhibitionKind.CURFEW_AT, "Curfew at an approved address"),
        "CURFEWUNTILINSTALLATION": (ProhibitionKind.CURFEW_AT, "To stay in until the tag is fitted"),
        "RESIDEATSPECIFICPLACE": (ProhibitionKind.RESIDE_AT, "To live in a region"),
        "INTIMATERELATIONSHIP": (ProhibitionKind.NOTIFY, "To tell of intimate relationships"),
        "NOTIFYRELATIONSHIP": (
            ProhibitionKind.NOTIFY,
            "To tell of relationships with parents",
        ),
        **dict.fromkeys(
            ("NOTIFYPASSPORT", "NOTIFYBANKING", "VEHICLEDETAILS", "REPORTTO", "HOMEVISITS", "RETURNTOUK"),
            (ProhibitionKind.NOTIFY, "To report, or to tell the officer something"),
        ),
        **dict.fromkeys(
            ("ONEPHONE", "NOINTERNET", "USAGEHISTORY", "NOCAMERA", "CAMERAAPPROVAL", "NOCAMERAPHONE"),
            (ProhibitionKind.DEVICES_OR_INTERNET, "Limits on devices"),
        ),
        **dict.fromkeys(
            ("SPECIFICITEM", "SURRENDERPASSPORT", "EXTREMEMATERIALS", "ALCOHOLMONITORING"),
            (ProhibitionKind.NO_POSSESSION, "Limits on what the person may have"),
        ),
    }
)


def hdc_condition(code: str) -> tuple[ProhibitionKind, str] | None:
    """The kind of a condition and what it asks, in a few words; None for a code that is not known."""
    return _KINDS.get(code.replace("_", "").upper())
