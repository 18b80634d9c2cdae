"""The offences that simulated people are convicted of, by today's codes.

An offence of these tables belongs to exactly the harms that its table says: everyday offences to none.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from riskflag.classifier.instrument_results import Basis, Instrument
from riskflag.classifier.instrument_tables import find_offence_category, offence_weight
from riskflag.records import DomesticAbuseKind
from riskflag.reference.offences import find_offence
from riskflag.vocabulary import OffenceCode, OrderType
from training.cohort.chance import Weighted
from training.cohort.parameters import CONTROL_IN_FORCE, STALKING_IN_FORCE, STRANGULATION_IN_FORCE


@dataclass(frozen=True, slots=True)
class OffenceKind:
    """One offence.

    code: Home Office code, five digits
    description: what the reference table calls it
    violent_sanction: whether the published instruments count a sanction for it as violent
    weight: what the published violence predictor (dynamic) adds to the log-odds where it is the current one
    """

    code: OffenceCode
    description: str
    violent_sanction: bool
    weight: float


def offence_kind(code: str) -> OffenceKind:
    """The offence of a code that the reference tables and the instruments know. Raises KeyError otherwise."""
    offence, category = find_offence(code), find_offence_category(code)
    if offence is None or category is None:
        raise KeyError(code)
    weight = offence_weight(Instrument.VRP, Basis.DYNAMIC, category) or 0.0
    return OffenceKind(OffenceCode(code), offence.description, category.violent, weight)


def _table(weights: Mapping[str, float]) -> Weighted[OffenceKind]:
    return Weighted(*((offence_kind(code), weight) for code, weight in weights.items()))


ASSAULT = offence_kind("00806")
HARASSMENT = offence_kind("12509")
EVERYDAY = _table(
    {
        "04600": 0.34,
        "04910": 0.08,
        "03001": 0.10,
        "02801": 0.05,
        "09261": 0.12,
        "09230": 0.06,
        "80300": 0.05,
        "80701": 0.06,
        "14900": 0.06,
        "12509": 0.05,
        "08301": 0.03,
    }
)
"""Theft, burglary, drugs, driving, damage, public order and absconding: none of the harms modelled."""
VIOLENT = _table(
    {
        "10501": 0.40,
        "00806": 0.24,
        "00801": 0.08,
        "00501": 0.03,
        "06601": 0.07,
        "12511": 0.07,
        "03401": 0.06,
        "00826": 0.08,
        "00864": 0.02,
        "00301": 0.04,
        "03601": 0.01,
    }
)
"""Violence, threats and weapons against anybody."""
ABUSE_VIOLENT = _table({"10501": 0.50, "00806": 0.30, "00801": 0.05, "00877": 0.08, "00301": 0.07})
"""Violence and threats against partners and relatives."""
ABUSE_OTHER = _table({"14900": 0.35, "00867": 0.20, "00866": 0.20, "12509": 0.25})
"""Damage, control, stalking and harassment of partners and relatives."""
BREACH_OF = {
    OrderType.RESTRAINING_ORDER: offence_kind("00831"),
    OrderType.NON_MOLESTATION_ORDER: offence_kind("06639"),
    OrderType.CRIMINAL_BEHAVIOUR_ORDER: offence_kind("06698"),
}
"""The offence of breaking each kind of order."""
INCIDENTS = Weighted(
    (DomesticAbuseKind.VERBAL_DISPUTE, 0.30),
    (DomesticAbuseKind.PHYSICAL_VIOLENCE, 0.26),
    (DomesticAbuseKind.THREATS, 0.10),
    (DomesticAbuseKind.CONTROLLING_OR_COERCIVE, 0.10),
    (DomesticAbuseKind.STALKING_OR_HARASSMENT, 0.08),
    (DomesticAbuseKind.DAMAGE, 0.08),
    (DomesticAbuseKind.STRANGULATION, 0.04),
    (DomesticAbuseKind.ECONOMIC_ABUSE, 0.02),
    (DomesticAbuseKind.SEXUAL_VIOLENCE, 0.02),
)
"""What police are called to. The shares are assumed, as are those of the offences above."""
STRANGULATION, THREATS, CONTROL = offence_kind("00877"), offence_kind("00301"), offence_kind("00867")
_NOT_YET = {
    STRANGULATION.code: (STRANGULATION_IN_FORCE, ASSAULT),
    CONTROL.code: (CONTROL_IN_FORCE, HARASSMENT),
    OffenceCode("00866"): (STALKING_IN_FORCE, HARASSMENT),
}


def chargeable(kind: OffenceKind, day: int) -> OffenceKind:
    """The offence as it could be charged on a day (its ordinal): an older one where the law came later."""
    since, before = _NOT_YET.get(kind.code, (0, kind))
    return kind if day >= since else before
