"""Which kinds of order an alert code or a register code can stand for."""

from collections.abc import Mapping
from types import MappingProxyType

from riskflag.reference.flags import FlagTheme, FlagType
from riskflag.vocabulary import OrderType

RESTRAINING = frozenset({OrderType.RESTRAINING_ORDER, OrderType.RESTRAINING_ORDER_ON_ACQUITTAL})
STALKING = frozenset({OrderType.STALKING_PROTECTION_ORDER})
SEXUAL = frozenset(
    {
        OrderType.SEXUAL_HARM_PREVENTION_ORDER,
        OrderType.SEXUAL_OFFENCES_PREVENTION_ORDER,
        OrderType.SEXUAL_RISK_ORDER,
        OrderType.RISK_OF_SEXUAL_HARM_ORDER,
    }
)
PROTECTING_SOMEBODY = (
    RESTRAINING
    | STALKING
    | {
        OrderType.NON_MOLESTATION_ORDER,
        OrderType.OCCUPATION_ORDER,
        OrderType.DOMESTIC_VIOLENCE_PROTECTION_ORDER,
        OrderType.DOMESTIC_ABUSE_PROTECTION_ORDER,
        OrderType.FORCED_MARRIAGE_PROTECTION_ORDER,
        OrderType.FEMALE_GENITAL_MUTILATION_PROTECTION_ORDER,
        OrderType.HARASSMENT_INJUNCTION,
    }
)
"""Court orders that protect somebody in particular from the person they bind."""
_BY_CODE: Mapping[str, frozenset[OrderType]] = MappingProxyType(
    {
        "OHCO": PROTECTING_SOMEBODY,
        "RDV": PROTECTING_SOMEBODY,
        "RSTO": RESTRAINING,
        "SPO": STALKING,
        "SOPS": SEXUAL,
        "SHPO": SEXUAL,
        "SSHO": SEXUAL,
        "XSC": frozenset({OrderType.SERIOUS_CRIME_PREVENTION_ORDER}),
        "NSTPO": frozenset({OrderType.SLAVERY_AND_TRAFFICKING_PREVENTION_ORDER}),
        "NSTRO": frozenset({OrderType.SLAVERY_AND_TRAFFICKING_RISK_ORDER}),
    }
)
ONLY_PERHAPS_AN_ORDER = frozenset({"OHCO", "RDV"})
"""Alerts for harassment or domestic abuse, which staff raise for an order and for an offence alike."""
HAS_A_FLAG = PROTECTING_SOMEBODY | SEXUAL | _BY_CODE["XSC"]
"""Kinds of order for which a code is in use today, so that a record without one is at odds."""


def orders_flagged_by(flag: FlagType) -> frozenset[OrderType]:
    """The kinds of order that a flag can stand for; none where it is not about orders.

    A code about orders that is new here is taken to stand for one that protects somebody.
    """
    about_orders = FlagTheme.PROTECTIVE_ORDER in flag.themes
    return _BY_CODE.get(flag.code, PROTECTING_SOMEBODY if about_orders else frozenset())
