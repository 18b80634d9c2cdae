"""Addresses and people in every band of likeness to the casebook's proposed address and former partner."""

from dataclasses import replace

from riskflag.casebook import EX_PARTNER, FRIEND, OTHER_TOWN
from riskflag.records import Address, NamedPerson
from riskflag.vocabulary import Relationship, Uprn

AS_WRITTEN = Address("5 Elder Row, Fernhill, ZZ1 1AA")
"""The proposed address without its identifiers: SAME_PROPERTY."""
FLAT_IN_IT = Address("Flat 2, 5 Elder Row, Fernhill, ZZ1 1AA", parent_uprn=Uprn("990000000001"))
"""SAME_BUILDING."""
NO_NUMBER = Address("Elder Row, Fernhill, ZZ1 1AA")
"""POSSIBLE: in the street, at no number."""
NOT_READABLE = Address("not known")
"""CANNOT_TELL."""
ELSEWHERE = OTHER_TOWN
"""DIFFERENT."""

NAME_ALONE = NamedPerson(EX_PARTNER.name)
"""CONFIRM_IDENTITY with the former partner: her name, and nothing else about her."""
REMARRIED = replace(EX_PARTNER, name="Beth Newname", former_names=("Beth Sample",))
"""SAME_PERSON as the former partner, under another name."""
UNRELATED = FRIEND
"""DIFFERENT from the former partner."""
UNREADABLE_NAME = NamedPerson("", Relationship.UNKNOWN)
"""CONFIRM_IDENTITY with anybody."""
