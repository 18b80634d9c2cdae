"""A licence condition's words and the details that were filled in -> one term."""

from collections.abc import Mapping

from riskflag.importers.court_prompts import cut_to, day_in, is_an_address, on_one_line
from riskflag.records import Address, NamedPerson, Prohibition, Zone
from riskflag.reference.distances import metres_in
from riskflag.reference.licence_conditions import ConditionType
from riskflag.reference.term_words import kind_of_words
from riskflag.schema.text import LONGEST_NAME, LONGEST_TEXT
from riskflag.vocabulary import ProhibitionKind

_PLACES = (
    "curfewAddress",
    "approvedAddress",
    "premisesAddress",
    "nameTypeAndOrAddress",
    "nameOfPremises",
    "typeOfPremises",
    "noEnterPlace",
    "residenceAddress",
)
_AREAS = ("outOfBoundArea", "exclusionArea", "locationRestriction")
PLACES = frozenset({*_PLACES, *_AREAS})
"""Fields that hold a place or an area."""
_PEOPLE = ("nameOfIndividual", "victimDetails", "noContactOffenders")
_ABOUT_PEOPLE = frozenset(
    {ProhibitionKind.NO_CONTACT, ProhibitionKind.NO_APPROACH, ProhibitionKind.NO_ENTER_HOME_OF}
)
_ABOUT_PLACES = frozenset(
    {
        ProhibitionKind.NO_ENTER_ADDRESS,
        ProhibitionKind.NO_ATTEND_ADDRESS,
        ProhibitionKind.CURFEW_AT,
        ProhibitionKind.RESIDE_AT,
        ProhibitionKind.EXCLUSION_AREA,
    }
)
_KEEPS_OUT = _ABOUT_PLACES - {ProhibitionKind.CURFEW_AT, ProhibitionKind.RESIDE_AT}


def licence_term(wording: str, details: Mapping[str, str], known: ConditionType | None) -> Prohibition:
    """The term.

    wording: the condition as it reads with its details filled in
    details: what was filled in, by the field's name
    known: what its code stands for; None where it has none, or an unknown one
    """
    kind = _kind(wording, known)
    area = next((details[name] for name in _AREAS if details.get(name)), None)
    place = next((details[name] for name in _PLACES if details.get(name)), None)
    if area or (kind is ProhibitionKind.NO_ENTER_ADDRESS and place and not is_an_address(on_one_line(place))):
        kind = ProhibitionKind.EXCLUSION_AREA if kind in _KEEPS_OUT else kind
    zone = None
    if kind is ProhibitionKind.EXCLUSION_AREA:
        zone = Zone(
            cut_to(LONGEST_NAME, on_one_line(area or place or wording)), radius_metres=metres_in(wording)
        )
    address = _address(place) if place and kind in _ABOUT_PLACES else None
    return Prohibition(
        kind=kind,
        wording=cut_to(LONGEST_TEXT, wording),
        protects=tuple(who.name for who in people_in(details)) if kind in _ABOUT_PEOPLE else (),
        place=address,
        zone=zone,
        children_under=_age(details),
        ends_on=day_in(details.get("endDate", "")),
    )


def people_in(details: Mapping[str, str]) -> tuple[NamedPerson, ...]:
    """The people whom a condition names, several in one field where semicolons stand between them."""
    filled = (details[name].split(";") for name in _PEOPLE if details.get(name))
    named = [on_one_line(each.strip()) for names in filled for each in names]
    if details.get("name") and "socialServicesDepartment" in details:
        named.append(on_one_line(details["name"]))
    return tuple(NamedPerson(name[:LONGEST_NAME]) for name in dict.fromkeys(named) if name)


def _kind(wording: str, known: ConditionType | None) -> ProhibitionKind:
    """What the code has meant decides where it means one thing; its words decide where it meant several."""
    told = kind_of_words(wording)
    if known is None or told in known.kinds:
        return told
    if len(known.kinds) == 1 and not known.meaning_changed:
        return next(iter(known.kinds))
    near = sorted(kind for kind in known.kinds if kind is not ProhibitionKind.OTHER)
    return told if told is not ProhibitionKind.OTHER or not near else near[0]


def _address(place: str) -> Address | None:
    line = on_one_line(place)
    return Address(line) if is_an_address(line) else None


def _age(details: Mapping[str, str]) -> int | None:
    age = "".join(c for c in details.get("age", "") if c in "0123456789")
    return int(age) if age and int(age) <= 100 else None
