"""The casebook's invented people and places. None of them exists."""

from dataclasses import replace
from datetime import UTC, date, datetime

from riskflag.enquiry import AddressEnquiry, PlacementKind, ProposalStatus, Purpose, ReferralEnquiry
from riskflag.records import Address, NamedPerson, Person, Point, RecipientKind, ReferralStatus, Sex
from riskflag.vocabulary import NomsNumber, Relationship, Uprn

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)
RELEASE = date(2026, 12, 1)

HIM = Person("Neil Example", date(1988, 3, 14), Sex.MALE, NomsNumber("A0001AA"))
HER = Person("Nora Example", date(1990, 7, 2), Sex.FEMALE, NomsNumber("A0002AA"))

PROPOSED = Address(
    "5 Elder Row, Fernhill, ZZ1 1AA",
    uprn=Uprn("990000000001"),
    number="5",
    street="Elder Row",
    town="Fernhill",
    postcode="ZZ1 1AA",
    point=Point(400000, 300000, 10),
)
SAME_STREET = Address(
    "9 Elder Row, Fernhill, ZZ1 1AA",
    uprn=Uprn("990000000002"),
    number="9",
    street="Elder Row",
    town="Fernhill",
    postcode="ZZ1 1AA",
    point=Point(400040, 300000, 10),
)
OTHER_TOWN = Address(
    "31 Quay Street, Marlow Sands, ZY9 4BB",
    uprn=Uprn("990000000003"),
    number="31",
    street="Quay Street",
    town="Marlow Sands",
    postcode="ZY9 4BB",
    point=Point(440000, 330000, 10),
)

PARTNER = NamedPerson("Alice Sample", Relationship.PARTNER, date(1991, 5, 6))
EX_PARTNER = NamedPerson("Beth Sample", Relationship.EX_PARTNER, date(1989, 1, 30))
MOTHER = NamedPerson("Carol Example", Relationship.PARENT, date(1960, 9, 9))
FRIEND = NamedPerson("Dan Sample", Relationship.FRIEND, date(1985, 2, 2))
NEIGHBOUR = NamedPerson("Ed Sample", Relationship.NEIGHBOUR, date(1970, 4, 4))
CHILD_OF_NINE = NamedPerson("Fay Sample", Relationship.STEPCHILD, date(2017, 6, 1))

ASKED = AddressEnquiry(
    purpose=Purpose.RELEASE_PLANNING,
    address=PROPOSED,
    occupants_stated=True,
    status=ProposalStatus.CONFIRMED,
    confirmed_on=date(2026, 11, 16),
    placement=PlacementKind.PRIVATE_HOUSEHOLD,
    release_date=RELEASE,
    licence_ends_on=date(2027, 6, 1),
)
OCCUPANTS_UNKNOWN = replace(ASKED, occupants_stated=None)
"""The same enquiry where nobody has said who lives there."""

REFERRED = ReferralEnquiry(
    purpose=Purpose.RELEASE_PLANNING,
    recipient=RecipientKind.HOUSING_PROVIDER,
    site=PROPOSED,
    placement=PlacementKind.SUPPORTED_HOUSING,
    occupants_stated=True,
    children_attend=False,
    regulated_work=False,
    text="Would like a room. Has a local connection and can pay the rent.",
    agreement=True,
    status=ReferralStatus.ACCEPTED,
    sent_on=date(2026, 11, 9),
    acknowledged_on=date(2026, 11, 10),
    outcome="room confirmed",
    suitable=True,
    confirmed_start_on=RELEASE,
    provider_will_close=False,
    address_status=ProposalStatus.CONFIRMED,
    address_confirmed_on=date(2026, 11, 16),
    release_date=RELEASE,
    licence_ends_on=date(2027, 6, 1),
)
"""A referral to supported housing, sent and accepted, about which there is nothing to flag."""
MENTORED = replace(
    REFERRED,
    recipient=RecipientKind.MENTOR,
    placement=PlacementKind.NOT_STATED,
    text="Would like a mentor to meet on Thursdays.",
    outcome="first meeting agreed",
)
"""A referral to a mentor whom the person would meet at a site where nobody lives."""
