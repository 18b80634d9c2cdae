"""An address or a name in letters that only look like ours is a candidate: never the same, never another."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.matching.address import compare_addresses
from riskflag.matching.address_parts import identifies_one_property, take_apart
from riskflag.matching.doubtful import LOOK_ALIKES, NUMBERS, OTHER_SCRIPT, STROKES
from riskflag.matching.person import LOOK_ALIKES as LETTERS
from riskflag.matching.person import OTHER_SCRIPT as ANOTHER_SCRIPT
from riskflag.matching.person import compare_people, may_be_same_person
from riskflag.records.base import Address, NamedPerson
from riskflag.vocabulary import AddressBand, PersonBand, Relationship, Uprn
from tests.matching.confusing import confused
from tests.matching.test_address_properties import full_addresses

SAME, POSSIBLE = AddressBand.SAME_PROPERTY, AddressBand.POSSIBLE
CANNOT_TELL, DIFFERENT = AddressBand.CANNOT_TELL, AddressBand.DIFFERENT
CONFIRM = PersonBand.CONFIRM_IDENTITY
HOME = "14 Baker Street, Dorley, AB1 2CD"
BORN = date(1990, 1, 2)

ADDRESSES = [
    pytest.param(HOME, "14 B\u0430ker Street, Dorley, AB1 2CD", POSSIBLE, LOOK_ALIKES, id="a Cyrillic a"),
    pytest.param(HOME, "14 B\u0430k\u0435r Str\u0435\u0435t, D\u043erley, AB1 2CD", POSSIBLE, LOOK_ALIKES, id="many"),
    pytest.param(HOME, "14 Baker Street, D\u03bfrley, AB1 2CD", POSSIBLE, LOOK_ALIKES, id="a Greek o in the town"),
    pytest.param(HOME, "\uff11\uff14 Baker Street, Dorley, AB1 2CD", POSSIBLE, LOOK_ALIKES, id="wide digits"),
    pytest.param(HOME, "14 Baker Street, Dorley, A\u0412\uff11 2\u0421D", POSSIBLE, LOOK_ALIKES, id="in the postcode"),
    pytest.param("9 Fieldway, AB1 2CD", "9 \ufb01eldway, AB1 2CD", POSSIBLE, LOOK_ALIKES, id="a ligature"),
    pytest.param(HOME, "14 Bake\u0433 St, AB1 2CD", POSSIBLE, LOOK_ALIKES, id="with an abbreviation"),
    pytest.param(HOME, "Flat 2, 14 B\u0430ker Street, AB1 2CD", POSSIBLE, LOOK_ALIKES, id="one house, one flat"),
    pytest.param("10 Mill Lane, AB1 2CD", "1\u041e Mill Lane, AB1 2CD", POSSIBLE, LOOK_ALIKES, id="0 as a letter"),
    pytest.param("10 Mill Lane, AB1 2CD", "1\u0417A Elm Road, ZZ9 9ZZ", CANNOT_TELL, NUMBERS, id="a 3 or not"),
    pytest.param(HOME, "14 \u041b\u0438\u0441\u044c\u044f, ZZ9 9ZZ", CANNOT_TELL, OTHER_SCRIPT, id="another script"),
    pytest.param(HOME, "77 Elm R\u043ead, Ashby, ZZ9 9ZZ", DIFFERENT, "the house numbers differ", id="elsewhere, as read"),
    pytest.param("14 Mill Lane, AB1 2CD", "l4 Mill Lane, AB1 2CD", POSSIBLE, "", id="an l for a 1, to be looked at"),
    pytest.param("10 Mill Lane, AB1 2CD", "1O Mill Lane, AB1 2CD", POSSIBLE, STROKES, id="an O for a 0"),
    pytest.param("10 Mill Lane, AB1 2CD", "1O Elm Road, ZZ9 9ZZ", DIFFERENT, "", id="an O for a 0, elsewhere"),
    pytest.param("14 Z\u00f6e Lane, AB1 2CD", "14 Zoe Lane, AB1 2CD", SAME, "", id="an accent is no cause for doubt"),
    pytest.param("14 B\u0430ker St, AB1 2CD", "14, B\u0430ker Street, AB1 2CD", SAME, "", id="written alike on both sides"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "band", "because"), ADDRESSES)
def test_an_address_in_look_alikes(left: str, right: str, band: AddressBand, because: str) -> None:
    match = compare_addresses(Address(left), Address(right))
    assert match.band is band, match.because
    assert because in match.because
    assert compare_addresses(Address(right), Address(left)) == match


def test_a_look_alike_in_a_field_of_the_form_counts_too() -> None:
    plain = Address(HOME, number="14", street="Baker Street", town="Dorley", postcode="AB1 2CD")
    for field in (Address(HOME, street="B\u0430ker Street"), Address(HOME, postcode="\u0410B1 2CD")):
        assert compare_addresses(plain, field).band is POSSIBLE


def test_a_property_number_is_only_ours_in_our_digits() -> None:
    left, right = (Address(HOME, uprn=Uprn(uprn)) for uprn in ("100", "\uff11\uff10\uff10"))
    assert compare_addresses(left, right).band is SAME
    elsewhere = Address("77 Elm Road, ZZ9 9ZZ", uprn=Uprn("\uff11\uff10\uff10"))
    assert compare_addresses(left, elsewhere).band is DIFFERENT


def test_what_is_written_in_look_alikes_never_surely_means_one_property() -> None:
    assert identifies_one_property(Address(HOME))
    assert not identifies_one_property(Address("14 B\u0430ker Street, Dorley, AB1 2CD"))
    assert not identifies_one_property(Address(HOME, town="D\u03bfrley"))


def test_a_postcode_in_look_alikes_is_found_as_it_looks() -> None:
    assert take_apart(Address("14 Baker Street, \u0410\u0412\uff11 2\u0421D")).postcode == "ab1 2cd"


@given(full_addresses, st.data())
def test_no_look_alike_makes_an_address_the_same_or_another(text: str, data: st.DataObject) -> None:
    match = compare_addresses(Address(text), Address(data.draw(confused(text))))
    assert match.band in (POSSIBLE, CANNOT_TELL), match.because


def called(
    name: str, born: date | None = None, relationship: Relationship = Relationship.UNKNOWN
) -> NamedPerson:
    return NamedPerson(name, relationship, born)


PEOPLE = [
    pytest.param(called("Beth Sample", BORN), called("\u0412eth Sample", BORN), CONFIRM, LETTERS, id="a Cyrillic B"),
    pytest.param(called("Sarah Holt", BORN), called("\u0405\u0430r\u0430h \u041dolt", BORN), CONFIRM, LETTERS, id="several"),
    pytest.param(called("Beth Sample"), called("Beth S\u03b1mple"), CONFIRM, LETTERS, id="no date of birth"),
    pytest.param(
        called("Beth Sample", None, Relationship.PARTNER), called("\uff22eth Sample", None, Relationship.EX_PARTNER),
        CONFIRM, LETTERS, id="a wide letter",
    ),
    pytest.param(called("mother"), called("m\u043ether"), CONFIRM, LETTERS, id="a relationship"),
    pytest.param(called("Mariya Petrova", BORN), called("\u041c\u0430\u0440\u0438\u044f Petrova", BORN), CONFIRM, "", id="as it sounds"),
    pytest.param(called("Beth Sample"), called("\u738b\u4f1f"), CONFIRM, ANOTHER_SCRIPT, id="another script"),
    pytest.param(
        called("Beth Sample"), NamedPerson("Zed Young", aliases=("\u0412eth Sample",)), CONFIRM, LETTERS, id="an alias"
    ),
    pytest.param(called("Beth Sample"), called("K\u0430ren Holt"), PersonBand.DIFFERENT, "", id="somebody else, as read"),
    pytest.param(called("Zo\u00eb Holt", BORN), called("Zoe Holt", BORN), PersonBand.SAME_PERSON, "", id="an accent"),
    pytest.param(
        called("\u0412\u0435\u0440\u0430", BORN), called("\u0412\u0435\u0440\u0430", BORN), PersonBand.SAME_PERSON, "", id="alike on both sides"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "band", "because"), PEOPLE)
def test_a_name_in_look_alikes(left: NamedPerson, right: NamedPerson, band: PersonBand, because: str) -> None:
    match = compare_people(left, right)
    assert match.band is band, match.because
    assert because in match.because
    assert compare_people(right, left) == match


def test_one_reference_is_one_person_however_the_name_is_written() -> None:
    left, right = (NamedPerson(name, reference="c1") for name in ("Beth Sample", "\u0412eth S\u0430mple"))
    assert compare_people(left, right).band is PersonBand.SAME_PERSON


NAMES = st.sampled_from(["Beth Sample", "Ivy Hill", "SMITH, John", "Sarah O'Brien", "Jo Li", "Lily Phillips"])


@given(NAMES, st.sampled_from(Relationship), st.sampled_from([None, BORN]), st.data())
def test_no_look_alike_makes_a_person_the_same_or_another(
    name: str, relationship: Relationship, born: date | None, data: st.DataObject
) -> None:
    known = called(name, born, relationship)
    written = called(data.draw(confused(name)), born, relationship)
    match = compare_people(known, written)
    assert match.band is CONFIRM, match.because
    assert may_be_same_person(written, known)
