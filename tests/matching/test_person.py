"""Two descriptions of people: every band, a story a row, and what must always hold."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.matching.person import compare_people, is_same_person, may_be_same_person
from riskflag.records.base import NamedPerson
from riskflag.vocabulary import PersonBand, Relationship

BORN = date(1985, 3, 9)
SWAPPED = date(1985, 9, 3)
OTHER_DAY = date(1991, 11, 20)
R = Relationship


def someone(name: str, relationship: Relationship = R.UNKNOWN, born: date | None = None) -> NamedPerson:
    return NamedPerson(name, relationship, born)


def check(left: NamedPerson, right: NamedPerson, band: PersonBand) -> None:
    match = compare_people(left, right)
    assert match.band is band, match.because
    assert compare_people(right, left) == match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            replace(someone("Karen Holt"), reference="c1"), replace(someone("unknown"), reference="c1"),
            id="one reference, whatever the names",
        ),
        pytest.param(
            someone("Karen Holt", born=BORN), someone("HOLT, Karen", born=BORN), id="name and date of birth"
        ),
        pytest.param(
            someone("K Holt", born=BORN), someone("Karen Holt", born=BORN), id="initial, surname, date of birth"
        ),
        pytest.param(
            someone("Liz Holt", born=BORN), someone("Ann Holt", born=BORN),
            id="surname and date of birth, known by a middle name",
        ),
        pytest.param(
            replace(someone("Karen Holt", born=BORN), former_names=("Price",)), someone("Karen Price", born=BORN),
            id="a maiden name on record and the date of birth",
        ),
        pytest.param(
            replace(someone("Karen Holt", R.EX_PARTNER), aliases=("Kaz Price",)), someone("Kaz Price", R.PARTNER),
            id="an alias and the relationship",
        ),
        pytest.param(
            someone("Karen Holt", R.PARTNER), someone("Karen Holt", R.EX_SPOUSE),
            id="partners and former partners are one class",
        ),
        pytest.param(
            someone("Amy Holt", R.CHILD), someone("Amy Holt", R.STEPCHILD), id="child and stepchild are one class"
        ),
        pytest.param(
            someone("Shaz Holt", R.PARTNER), someone("Sharon Holt", R.PARTNER), id="a nickname and the relationship"
        ),
        pytest.param(
            someone("Smantha Holt", R.SIBLING), someone("Samantha Holt", R.SIBLING), id="a slip and the relationship"
        ),
        pytest.param(someone("Dawn", R.PARTNER), someone("Dawn", R.PARTNER), id="a first name and the relationship"),
        pytest.param(someone("Ms K", R.EX_PARTNER), someone("Ms K", R.PARTNER), id="a label and the relationship"),
        pytest.param(
            someone("disabled ex-wife F"), someone("F", R.EX_SPOUSE), id="a relationship written into the name"
        ),
        pytest.param(someone("mother"), someone("his mum", R.PARENT), id="a person has one mother"),
        pytest.param(someone("dad", R.PARENT), someone("Father", R.PARENT), id="a person has one father"),
        pytest.param(
            someone("partner", R.PARTNER, BORN), someone("Karen Holt", R.PARTNER, BORN),
            id="no name, but relationship and date of birth",
        ),
    ],
)  # fmt: skip
def test_same_person(left: NamedPerson, right: NamedPerson) -> None:
    check(left, right, PersonBand.SAME_PERSON)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(someone("Karen Holt"), someone("Karen Holt"), id="a name and nothing else"),
        pytest.param(
            someone("Karen Holt", R.EX_PARTNER), someone("Karen Holt", R.FRIEND), id="a partner called a friend"
        ),
        pytest.param(someone("Karen Holt", R.PARTNER), someone("Karen Holt", R.SIBLING), id="a name, two relations"),
        pytest.param(
            someone("Karen Holt", R.PARTNER, BORN), someone("Karen Price", R.FRIEND, BORN),
            id="first name and date of birth, surname changed",
        ),
        pytest.param(
            someone("Karen Holt", R.PARTNER, BORN), someone("Karen Holt", R.PARTNER, SWAPPED),
            id="day and month exchanged",
        ),
        pytest.param(
            someone("Karen Holt", R.PARTNER, BORN), someone("Karen Price", R.FRIEND, BORN.replace(day=8)),
            id="first name, surname changed, one digit of the date of birth mistyped",
        ),
        pytest.param(
            someone("Karen Holt", R.FRIEND, BORN), someone("Kaz Price", R.PARENT, SWAPPED),
            id="a nickname, and day and month exchanged",
        ),
        pytest.param(
            someone("K Holt", R.FRIEND, date(1999, 3, 9)), someone("Karen Holt", R.PARENT, date(2000, 3, 9)),
            id="a weak name, and a year that is one off",
        ),
        pytest.param(
            someone("Karen Lee", R.FRIEND), someone("Karen Li", R.FRIEND), id="a surname spelt by ear is no proof"
        ),
        pytest.param(
            someone("partner", R.PARTNER, BORN), someone("Karen Holt", R.PARTNER, BORN.replace(year=1986)),
            id="no name, and a year that is one off",
        ),
        pytest.param(
            someone("Karen Holt", R.PARTNER, BORN), someone("Karen Holt", R.PARTNER, OTHER_DAY),
            id="a full name is never silent, one date of birth may be wrong",
        ),
        pytest.param(
            someone("K Holt", R.PARTNER, BORN), someone("Karen Holt", R.PARTNER, OTHER_DAY),
            id="initial and relationship, two dates of birth",
        ),
        pytest.param(
            someone("Karen Holt", R.FRIEND, BORN), someone("Julie Price", R.PARENT, BORN),
            id="one date of birth is never silent",
        ),
        pytest.param(
            replace(someone("Karen Holt", born=BORN), reference="c1"),
            replace(someone("Karen Holt", born=BORN), reference="c2"), id="two references, one name and birth",
        ),
        pytest.param(someone("Ms K", R.EX_PARTNER), someone("Karen Holt", R.PARTNER), id="an initial that fits"),
        pytest.param(someone("Ms K", R.EX_PARTNER), someone("Karen Holt", R.FRIEND), id="an initial, called a friend"),
        pytest.param(someone("Ms A", R.EX_PARTNER), someone("Karen Holt", R.PARTNER), id="an initial for secrecy"),
        pytest.param(someone("Dawn", R.PARTNER), someone("Dawn Holt", R.PARTNER), id="only one gives a surname"),
        pytest.param(someone("Dawn", born=BORN), someone("Dawn Holt", born=BORN), id="first name, date of birth"),
        pytest.param(
            someone("Karen Holt", R.EX_PARTNER), someone("Karen Price", R.PARTNER), id="a surname may have changed"
        ),
        pytest.param(someone("Karen Holt", R.EX_PARTNER), someone("Karen Price"), id="changed, relationship unknown"),
        pytest.param(someone("Ann Holt", R.SPOUSE), someone("Liz Holt", R.SPOUSE), id="a wife by a middle name"),
        pytest.param(someone("partner", R.PARTNER), someone("ex-partner", R.EX_PARTNER), id="two bare labels"),
        pytest.param(someone("partner", R.PARTNER), someone("Karen Holt", R.EX_PARTNER), id="perhaps another partner"),
        pytest.param(someone("ex-partner"), someone("Karen Holt", R.FRIEND), id="a label, and somebody called a friend"),
        pytest.param(someone("mother"), someone("Ann Holt", R.PARENT), id="mother, or the other parent"),
        pytest.param(
            someone("mother", born=BORN), someone("mum", born=OTHER_DAY), id="one mother, two dates of birth"
        ),
        pytest.param(someone("mother", born=BORN), someone("Ann Holt", R.FRIEND, BORN), id="a label, one birth"),
        pytest.param(someone("", R.PARTNER), someone("Karen Holt", R.PARENT), id="a name left empty"),
        pytest.param(someone("unknown female"), someone("Karen Holt"), id="words that are no name"),
        pytest.param(someone("???"), someone("???"), id="two that cannot be read"),
    ],
)  # fmt: skip
def test_confirm_identity(left: NamedPerson, right: NamedPerson) -> None:
    check(left, right, PersonBand.CONFIRM_IDENTITY)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(someone("Karen Holt", R.PARTNER), someone("Julie Price", R.SIBLING), id="nothing agrees"),
        pytest.param(someone("Karen Holt", R.PARTNER), someone("Julie Price", R.PARTNER), id="two partners"),
        pytest.param(someone("Karen Holt", R.PARTNER), someone("James Holt", R.SIBLING), id="one family"),
        pytest.param(someone("Karen Holt", R.FRIEND), someone("Karen Price", R.FRIEND), id="two friends called Karen"),
        pytest.param(
            someone("Karen Holt", R.PARTNER, BORN), someone("Karen Price", R.PARTNER, OTHER_DAY),
            id="two Karens born on two days",
        ),
        pytest.param(
            someone("K Holt", R.FRIEND, BORN), someone("Karen Holt", R.PARENT, OTHER_DAY),
            id="a weak name, two dates of birth",
        ),
        pytest.param(someone("mother"), someone("father"), id="mother and father"),
        pytest.param(someone("mother"), someone("Karen Holt", R.PARTNER), id="a mother is no partner"),
        pytest.param(
            someone("partner", R.PARTNER, BORN), someone("Karen Holt", R.PARTNER, OTHER_DAY),
            id="no name and another date of birth",
        ),
        pytest.param(someone("Ms K", R.PARTNER), someone("James Price", R.SIBLING), id="an initial that does not fit"),
    ],
)  # fmt: skip
def test_different(left: NamedPerson, right: NamedPerson) -> None:
    check(left, right, PersonBand.DIFFERENT)


@pytest.mark.parametrize(
    ("left", "right", "because"),
    [
        pytest.param(
            someone("Karen Holt", born=BORN), someone("Karen Price", born=BORN.replace(year=1995)),
            "the first names agree and the dates of birth do but for one digit", id="one digit",
        ),
        pytest.param(
            someone("Karen Holt", born=date(1999, 3, 9)), someone("James Holt", born=date(2000, 3, 9)),
            "the surnames agree and the dates of birth do but for the year, which is one or ten off", id="the year",
        ),
        pytest.param(
            someone("Karen Holt", born=BORN), someone("Karen Holt", born=SWAPPED),
            "the names agree and the dates of birth do with day and month exchanged", id="day and month",
        ),
        pytest.param(
            replace(someone("Karen Holt", born=BORN), former_names=("Price",)), someone("Karen Price", born=BORN),
            "the name and the date of birth agree, by an alias or a former name", id="a maiden name on record",
        ),
        pytest.param(
            replace(someone("", born=BORN), aliases=("Kaz Holt",)), someone("Kaz Holt", born=BORN),
            "the name and the date of birth agree, by an alias or a former name", id="nothing but an alias",
        ),
        pytest.param(
            replace(someone("Karen Holt", born=BORN), aliases=("Kaz",)), someone("Karen Holt", born=BORN),
            "the name and the date of birth agree", id="an alias that was not needed",
        ),
    ],
)  # fmt: skip
def test_the_evidence(left: NamedPerson, right: NamedPerson, because: str) -> None:
    assert compare_people(left, right).because == because == compare_people(right, left).because


names = st.sampled_from(
    ["Karen Holt", "HOLT, Karen", "Kaz", "K. Holt", "Ms K", "mother", "partner", "ex-wife F", "", "Karen Price",
     "Ann Karen Holt-Price", "James Holt"]
)  # fmt: skip
people = st.builds(
    NamedPerson,
    st.one_of(names, st.text(max_size=12)),
    st.sampled_from(Relationship),
    st.sampled_from([None, BORN, SWAPPED, OTHER_DAY, date(1986, 3, 9)]),
    aliases=st.sampled_from([(), ("Kaz Holt",), ("",)]),
    former_names=st.sampled_from([(), ("Price",), ("Karen Price",)]),
    reference=st.sampled_from([None, "c1", "c2"]),
)


@given(people, people)
def test_the_order_of_the_two_makes_no_difference(left: NamedPerson, right: NamedPerson) -> None:
    assert compare_people(left, right) == compare_people(right, left)


@given(people)
def test_nobody_is_different_from_themselves(person: NamedPerson) -> None:
    assert compare_people(person, person).band in (PersonBand.SAME_PERSON, PersonBand.CONFIRM_IDENTITY)


@given(people, people)
def test_a_name_alone_is_never_the_same_person(left: NamedPerson, right: NamedPerson) -> None:
    left, right = (
        replace(each, name="Karen Holt", relationship=R.UNKNOWN, date_of_birth=None, reference=None)
        for each in (left, right)
    )
    assert compare_people(left, right).band is PersonBand.CONFIRM_IDENTITY


@given(people, people)
def test_the_reason_names_nobody(left: NamedPerson, right: NamedPerson) -> None:
    because = compare_people(left, right).because.lower()
    assert not any(word in because for word in ("karen", "holt", "price", "kaz", "1985", "1991", "c1"))


@pytest.mark.parametrize(
    ("right", "surely", "perhaps"),
    [
        pytest.param(someone("Karen Holt", born=BORN), True, True, id="the name and the date of birth"),
        pytest.param(someone("Karen Holt"), False, True, id="the name alone"),
        pytest.param(someone("Amy Price", born=OTHER_DAY), False, False, id="somebody else"),
    ],
)
def test_in_a_word_or_two(right: NamedPerson, surely: bool, perhaps: bool) -> None:
    left = someone("Karen Holt", born=BORN)
    assert is_same_person(left, right) is surely
    assert may_be_same_person(left, right) is perhaps
