"""What is known of every type of order, notice and condition: who makes it, how long it runs and more.

The table describes types. What one order forbids, and until when, is in that order and nowhere else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from riskflag.errors import ReferenceDataError
from riskflag.reference.tables import Row, index, read_table, yes_or_no
from riskflag.vocabulary import Confirmation, OrderType

ORDERS_FILE = "orders.csv"

CATALOGUE_GROUPS: Mapping[int, str] = MappingProxyType(
    {
        1: "Restraining order after conviction",
        2: "Restraining order after acquittal",
        3: "Non-molestation order",
        4: "Occupation order",
        5: "Undertaking to the family court",
        6: "Domestic violence protection notice and order",
        7: "Domestic abuse protection notice and order",
        8: "Sexual harm prevention order",
        9: "Sexual offences prevention order",
        10: "Sexual risk order and risk of sexual harm order",
        11: "Stalking protection order",
        12: "Criminal behaviour order",
        13: "Anti-social behaviour, respect, youth and housing injunctions",
        14: "Forced marriage protection order",
        15: "Female genital mutilation protection order",
        16: "Harassment injunction",
        17: "Bail",
        18: "Licence",
        19: "Sex offender notification",
        20: "Other preventive orders",
        21: "Family and child orders that touch an address",
        22: "Closure notice and order",
    }
)
"""The 22 groups in which the catalogue of rules lists the orders."""
PREVENTIVE_GROUPS = frozenset({12, 13, 20})
"""Groups of orders that keep the public from crime: behaviour orders, injunctions and their like."""


@dataclass(frozen=True, slots=True)
class OrderInfo:
    """One type of order.

    order_type: the type
    name: what it is called in a sentence ("restraining order")
    catalogue_group: number of its group in CATALOGUE_GROUPS
    statute: where its power comes from
    made_by: who makes or gives it
    usual_duration: how long it usually runs. Nothing here ends an order: an order ends by its own terms
    breach_is: what breaking it amounts to
    service_matters: whether it binds only from service, or only somebody who knows of it
    usually_interim: whether it holds the position until a court or the police decide
    domestic: whether it is made only between relatives, partners or people who have shared a home
    sexual: whether it is made because of a sexual risk
    excludes_from_premises: whether it commonly orders somebody to leave or keep away from a building
    authorities: codes of what this row rests on (``reference.authorities``); empty where nothing was checked
    status: how far the row was checked; never harder than its weakest authority
    """

    order_type: OrderType
    name: str
    catalogue_group: int
    statute: str
    made_by: str
    usual_duration: str
    breach_is: str
    service_matters: bool
    usually_interim: bool
    domestic: bool
    sexual: bool
    excludes_from_premises: bool
    authorities: tuple[str, ...]
    status: Confirmation

    @property
    def preventive(self) -> bool:
        """Whether it keeps the public from crime by forbidding areas, company, things or conduct."""
        return self.catalogue_group in PREVENTIVE_GROUPS


def order_info(order_type: OrderType) -> OrderInfo:
    """What is known of this type. Raises ReferenceDataError when the table lacks a type."""
    try:
        return all_orders()[order_type]
    except KeyError:
        raise ReferenceDataError(f"{ORDERS_FILE}: no row for {order_type}") from None


def plain_name(order_type: OrderType) -> str:
    """The type as it reads in a sentence, in lower case and without an article."""
    return order_info(order_type).name


@cache
def all_orders() -> Mapping[OrderType, OrderInfo]:
    """Every type of order."""
    rows = read_table(ORDERS_FILE, _order)
    return index(ORDERS_FILE, ((info.order_type, info) for info in rows))


def _order(row: Row) -> OrderInfo:
    return OrderInfo(
        order_type=OrderType(row["order_type"]),
        name=row["name"],
        catalogue_group=int(row["catalogue_group"]),
        statute=row["statute"],
        made_by=row["made_by"],
        usual_duration=row["usual_duration"],
        breach_is=row["breach_is"],
        service_matters=yes_or_no(row["service_matters"]),
        usually_interim=yes_or_no(row["usually_interim"]),
        domestic=yes_or_no(row["domestic"]),
        sexual=yes_or_no(row["sexual"]),
        excludes_from_premises=yes_or_no(row["excludes_from_premises"]),
        authorities=tuple(row["authorities"].split()),
        status=Confirmation(row["status"]),
    )
