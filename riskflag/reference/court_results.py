"""What a judicial result of Common Platform does, told from its label: which order it makes, varies or ends.

A label holds the name of its order ("Domestic abuse protection order varied"), so the names are those of the
order table. Bail and sentences served in the community go by many labels and are known by their words.
Labels were read in the test hearings of ministryofjustice/hmpps-electronic-monitoring-create-an-order-api.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from riskflag.reference.orders import all_orders
from riskflag.vocabulary import OrderType


class ResultEffect(StrEnum):
    """What a result does to its order."""

    MAKES = "makes"
    VARIES = "varies"
    ENDS = "ends"


@dataclass(frozen=True, slots=True)
class CourtResult:
    """What one label says.

    order_type: the kind of order
    effect: whether it makes, varies or ends it
    interim: whether it holds only until the court decides
    """

    order_type: OrderType
    effect: ResultEffect
    interim: bool


_OTHER_WORDS: Mapping[str, OrderType] = MappingProxyType(
    {
        r"restraining order\b.*\b(?:on|after|following) acquittal": OrderType.RESTRAINING_ORDER_ON_ACQUITTAL,
        r"domestic (?:abuse|violence) protection (?:order )?(?:interim|variation)|\bdapo\b": (
            OrderType.DOMESTIC_ABUSE_PROTECTION_ORDER
        ),
        r"\bshpo\b": OrderType.SEXUAL_HARM_PREVENTION_ORDER,
        r"non.molestation": OrderType.NON_MOLESTATION_ORDER,
        r"undertaking": OrderType.UNDERTAKING,
        r"sex(?:ual)? offen\w+ (?:\w+ )*?(?:notification|regist\w+)": OrderType.SEX_OFFENDER_NOTIFICATION,
        r"\binjunction\b": OrderType.ANTI_SOCIAL_BEHAVIOUR_INJUNCTION,
        r"\bpolice bail\b|\bpre.charge bail\b": OrderType.POLICE_BAIL,
        r"\bbail\b|local authority accommodation|care of (?:the )?local authority": OrderType.COURT_BAIL,
        r"community order|suspended sentence|youth rehabilitation|supervision default|\bcurfew\b"
        r"|\bexclusion\b|\bresidence\b|prohibited activity|whereabouts|alcohol abstinence|"
        r"rehabilitation activity"
        r"|not to (?:contact|approach|enter|leave)": OrderType.COMMUNITY_OR_SUSPENDED_SENTENCE_ORDER,
    }
)
ENDED_BY = "court result: "
"""How the evidence begins that a court ended an order; what follows is the label of its result."""

_WITHOUT_CONDITIONS = re.compile(
    r"unconditional bail|bail (?:without|with no) conditions|bail refused", re.IGNORECASE
)
_ENDS = re.compile(
    r"\b(?:revoked|discharged|quashed|rescinded|withdrawn|terminated|set aside|"
    r"(?:revocation|discharge) of|bail ended|order ended)\b",
    re.IGNORECASE,
)
_NOT_ENDED = re.compile(
    r"\bnot (?:revoked|discharged|quashed)|application\b.*\b(?:refused|dismissed)", re.IGNORECASE
)
_VARIES = re.compile(r"\b(?:var(?:y|ied|iations?)|amend\w*|extend\w*|extension|reviewed)\b", re.IGNORECASE)
_INTERIM = re.compile(r"\binterim\b", re.IGNORECASE)
_NO_ORDER = re.compile(
    r"compensation|costs|collection|deprivation|forfeiture|confiscation|restitution|destruction|surcharge|"
    r"attachment of earnings|deduction|disqualif\w+|endorse\w+|penalty|\bfined?\b|"
    r"time to pay|details changed|"
    r"electronic monitoring end|imprison\w+|detention|\bcustod\w+|life sentence|extended sentence|adjourn\w+|"
    r"unconditional bail|remand\w*|committed|^sent (?:to|for)|remitted|warrant|\bpleas?\b|guilty|acquitt\w+|"
    r"withdrawn|dismissed|discontinued|(?:conditional|absolute) discharge|unpaid work|"
    r"rehabilitation activity|"
    r"programme requirement|treatment requirement|drug rehabilitation|community order|suspended sentence|"
    r"youth rehabilitation|supervision default|referral order|credit for time|taken into consideration|"
    r"no separate|statutory surcharge|case management|directions",
    re.IGNORECASE,
)
_ENDS_MONITORING_ONLY = re.compile(r"\belectronic monitoring end\b", re.IGNORECASE)


def court_result(label: str) -> CourtResult | None:
    """What a label says of an order; None where it is not about one that riskflag knows."""
    words = " ".join(label.split())
    order_type = _order_type(words)
    if order_type is None or _WITHOUT_CONDITIONS.search(words) or _ENDS_MONITORING_ONLY.search(words):
        return None
    return CourtResult(order_type, _effect(words), bool(_INTERIM.search(words)))


def makes_no_order(label: str) -> bool:
    """Whether a label is of a result that is known to bind nobody to a place or away from a person."""
    return bool(_NO_ORDER.search(label))


def _order_type(words: str) -> OrderType | None:
    lowered = words.lower().replace("anti social", "anti-social")
    others = (kind for pattern, kind in _OTHER_WORDS.items() if re.search(pattern, lowered))
    first_other = next(others, None)
    if first_other is OrderType.RESTRAINING_ORDER_ON_ACQUITTAL:
        return first_other
    named = (kind for name, kind in _names() if name in lowered)
    return next(named, first_other)


@cache
def _names() -> tuple[tuple[str, OrderType], ...]:
    """Every order's name, the longest first, so that one inside another does not hide it."""
    names = ((info.name, info.order_type) for info in all_orders().values())
    return tuple(sorted(names, key=lambda pair: -len(pair[0])))


def _effect(words: str) -> ResultEffect:
    if _ENDS.search(words) and not _NOT_ENDED.search(words):
        return ResultEffect.ENDS
    return ResultEffect.VARIES if _VARIES.search(words) else ResultEffect.MAKES
