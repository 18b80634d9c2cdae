"""Whether two descriptions are of one human being.

Same person rests on a reference, on surname and date of birth, or on a name with the same relationship. A
name that agrees without any of those is for somebody to confirm, and so is anything that cannot be read: it
is never "different", because different means silence. A name written with letters that only look like ours is
read in every way in which it may be meant, and is for somebody to confirm where one of them agrees.
"""

from dataclasses import dataclass, replace

from riskflag.matching.description import (
    SLIPS,
    Dates,
    Description,
    Relationships,
    compare_dates,
    compare_relationships,
    describe,
)
from riskflag.matching.memory import remembered
from riskflag.matching.names import NameAgreement, compare_names, surnames_agree
from riskflag.records.base import NamedPerson
from riskflag.reference.look_alikes import Reading, as_it_looks, doubtful_words, unreadable
from riskflag.vocabulary import INTIMATE, PERSONALLY_CONNECTED, PersonBand

LOOK_ALIKES = "but one of them is written with letters that only look like ours"
OTHER_SCRIPT = "a name is written in part in another script"
FORMER = "by an alias or a former name"
_HALVES = {
    NameAgreement.SURNAME: "the surnames agree",
    NameAgreement.GIVEN: "the first names agree",
}
_NEAREST = (PersonBand.SAME_PERSON, PersonBand.CONFIRM_IDENTITY, PersonBand.DIFFERENT)


@dataclass(frozen=True, slots=True)
class PersonMatch:
    """What comparing two descriptions came to.

    band: how far they are of one person
    because: what agreed or differed, never the names or dates themselves
    """

    band: PersonBand
    because: str


@remembered
def compare_people(left: NamedPerson, right: NamedPerson) -> PersonMatch:
    """Compare two descriptions of people."""
    references = {reference for reference in (left.reference, right.reference) if reference}
    if left.reference and left.reference == right.reference:
        return PersonMatch(PersonBand.SAME_PERSON, "the references are equal")
    match = _compare_written(left, right)
    if len(references) == 2 and match.band is PersonBand.SAME_PERSON:
        return PersonMatch(PersonBand.CONFIRM_IDENTITY, f"{match.because}, but the references differ")
    return match


def is_same_person(left: NamedPerson, right: NamedPerson) -> bool:
    """Whether they are surely one person."""
    return compare_people(left, right).band is PersonBand.SAME_PERSON


def may_be_same_person(left: NamedPerson, right: NamedPerson) -> bool:
    """Whether they are one person for all that anybody recorded."""
    return compare_people(left, right).band is not PersonBand.DIFFERENT


def _compare_written(left: NamedPerson, right: NamedPerson) -> PersonMatch:
    """Compare as written; where one has a doubtful word that the other has not, in every reading."""
    doubtful = doubtful_words(*_names_of(left)) ^ doubtful_words(*_names_of(right))
    if not doubtful:
        return _compare_descriptions(left, right)
    compared = (_compare_descriptions(one, other) for one in _readings(left) for other in _readings(right))
    nearest = min(compared, key=lambda match: (_NEAREST.index(match.band), match.because))
    if nearest.band is not PersonBand.DIFFERENT:
        return PersonMatch(PersonBand.CONFIRM_IDENTITY, f"{nearest.because}, {LOOK_ALIKES}")
    return PersonMatch(PersonBand.CONFIRM_IDENTITY, OTHER_SCRIPT) if unreadable(doubtful) else nearest


def _names_of(person: NamedPerson) -> tuple[str, ...]:
    return (person.name, *person.aliases, *person.former_names)


def _readings(person: NamedPerson) -> set[NamedPerson]:
    return {
        replace(
            person,
            name=as_it_looks(person.name, way),
            aliases=tuple(as_it_looks(name, way) for name in person.aliases),
            former_names=tuple(as_it_looks(name, way) for name in person.former_names),
        )
        for way in Reading
    }


def _compare_descriptions(left: NamedPerson, right: NamedPerson) -> PersonMatch:
    one, other = describe(left), describe(right)
    dates = compare_dates(left.date_of_birth, right.date_of_birth)
    relationships = compare_relationships(one.relationship, other.relationship)
    if one.names and other.names:
        return _compare_named(one, other, dates, relationships)
    if (one.names or one.bare_label) and (other.names or other.bare_label):
        return _compare_labels(one, other, dates, relationships)
    return PersonMatch(PersonBand.CONFIRM_IDENTITY, "a name is missing or cannot be read")


def _compare_labels(
    one: Description, other: Description, dates: Dates, relationships: Relationships
) -> PersonMatch:
    """Compare where at least one side is called only by a relationship."""
    if relationships is Relationships.DIFFER and dates is not Dates.EQUAL:
        return PersonMatch(
            PersonBand.DIFFERENT, "one is named only by a relationship, and the relationships differ"
        )
    if one.only_one and other.only_one:
        return _compare_only_ones(one.only_one == other.only_one, dates)
    if dates is Dates.EQUAL and relationships is Relationships.AGREE:
        return PersonMatch(PersonBand.SAME_PERSON, "the relationship and the date of birth agree")
    if dates is Dates.DIFFER:
        return PersonMatch(PersonBand.DIFFERENT, "one has no name and the dates of birth differ")
    return PersonMatch(
        PersonBand.CONFIRM_IDENTITY, "at least one is named only by a relationship that may be theirs both"
    )


def _compare_only_ones(same: bool, dates: Dates) -> PersonMatch:
    """Compare two of those relatives of whom a person has one."""
    if not same:
        return PersonMatch(PersonBand.DIFFERENT, "they are two relatives of different kinds")
    if dates is Dates.DIFFER or dates in SLIPS:
        return PersonMatch(
            PersonBand.CONFIRM_IDENTITY, "the relationship agrees and the dates of birth do not"
        )
    return PersonMatch(PersonBand.SAME_PERSON, "both are the one relative of that kind a person has")


def _compare_named(
    one: Description, other: Description, dates: Dates, relationships: Relationships
) -> PersonMatch:
    """Compare by every name, and say so where it took a name that is not used now."""
    names = max(compare_names(a, b) for a in one.names for b in other.names)
    match = _compare_by_names(one, other, names, dates, relationships)
    now = (
        compare_names(a, b)
        for a in one.names_now & set(one.names)
        for b in other.names_now & set(other.names)
    )
    if match.band is PersonBand.DIFFERENT or names == max(now, default=NameAgreement.NONE):
        return match
    return PersonMatch(match.band, f"{match.because}, {FORMER}")


def _compare_by_names(
    one: Description, other: Description, names: NameAgreement, dates: Dates, relationships: Relationships
) -> PersonMatch:
    """Compare by name, then date of birth, then relationship."""
    if dates is Dates.EQUAL:
        return _born_together(one, other, names)
    if dates in SLIPS and names > NameAgreement.INITIAL_ONLY:
        because = f"{_HALVES.get(names, 'the names agree')} and the dates of birth do {SLIPS[dates]}"
        return PersonMatch(PersonBand.CONFIRM_IDENTITY, because)
    if dates is Dates.DIFFER or dates in SLIPS:
        return _born_apart(names, relationships)
    if names >= NameAgreement.CLOSE and relationships is Relationships.AGREE:
        return PersonMatch(PersonBand.SAME_PERSON, "the name and the relationship agree")
    if names >= NameAgreement.PART:
        return PersonMatch(PersonBand.CONFIRM_IDENTITY, "the name agrees and nothing else confirms it")
    return _names_differ(one, other, names, relationships)


def _born_together(one: Description, other: Description, names: NameAgreement) -> PersonMatch:
    """One date of birth: with the surname it settles who this is, without it somebody has to ask."""
    if names >= NameAgreement.INITIALS:
        return PersonMatch(PersonBand.SAME_PERSON, "the name and the date of birth agree")
    if any(surnames_agree(a, b) for a in one.names for b in other.names):
        return PersonMatch(PersonBand.SAME_PERSON, "the surname and the date of birth agree")
    if names >= NameAgreement.GIVEN:
        return PersonMatch(
            PersonBand.CONFIRM_IDENTITY, "the first name and the date of birth agree and the surnames do not"
        )
    return PersonMatch(PersonBand.CONFIRM_IDENTITY, "the dates of birth are equal and the names differ")


def _born_apart(names: NameAgreement, relationships: Relationships) -> PersonMatch:
    """Two dates of birth, of which one may be wrong: a full name still has to be looked at."""
    confirmed = names >= NameAgreement.PART and relationships is Relationships.AGREE
    if names is NameAgreement.FULL or confirmed:
        return PersonMatch(PersonBand.CONFIRM_IDENTITY, "the name agrees and the dates of birth differ")
    return PersonMatch(
        PersonBand.DIFFERENT, "the name agrees weakly or not at all and the dates of birth differ"
    )


def _names_differ(
    one: Description, other: Description, names: NameAgreement, relationships: Relationships
) -> PersonMatch:
    """Names that agree in half or not at all, without dates of birth: the relationships count."""
    agree = relationships is Relationships.AGREE
    may_agree = relationships is not Relationships.DIFFER
    connected = one.relationship in PERSONALLY_CONNECTED or other.relationship in PERSONALLY_CONNECTED
    if names is NameAgreement.GIVEN and may_agree and connected:
        because = "the first name agrees, the surname may have changed"
    elif names is NameAgreement.SURNAME and agree and one.relationship in INTIMATE:
        because = "the surname and the relationship agree"
    elif names is NameAgreement.INITIAL_ONLY and may_agree:
        because = "an initial is all that one name gives, and it fits"
    elif agree and (one.placeholder or other.placeholder):
        because = "an initial stands for a name, and the relationship agrees"
    else:
        return PersonMatch(PersonBand.DIFFERENT, "the names differ and nothing else agrees")
    return PersonMatch(PersonBand.CONFIRM_IDENTITY, because)
