"""The conditions of a court result -> the terms of its order.

A condition whose words fit no kind of term is kept as OTHER. What a court writes besides (the next hearing,
its reasons, whom it told) asks nothing of the person and makes no term.
"""

import re
from collections.abc import Iterable
from datetime import date

from riskflag.importers.court_prompts import Condition, Entry, cut_to, is_an_address
from riskflag.importers.fields import Fields
from riskflag.matching.address import compare_addresses
from riskflag.records import Address, Prohibition, Zone
from riskflag.reference.term_words import kind_of_words
from riskflag.schema.text import LONGEST_NAME, LONGEST_TEXT
from riskflag.vocabulary import AddressBand, ProhibitionKind

_BESIDES = re.compile(
    r"next hearing|notification of|\breasons?\b|remand basis|organisation name|e-?mail|to be notified|"
    r"^committed$|^sent for|^remitted|^indicated plea|custody time limit|time spent in custody|remand days|"
    r"bail exception|^bail (?:date|time|granted)|previously granted|attend(?:ance)?\b.*next hearing|"
    r"not to be produced|^local authority$|offence type|victim personal statement|trial issues|"
    r"directions? made|direction under|\bpsr\b|^court (?:that|or)|original order|original or amended|"
    r"original total|order made until|this order (?:is|will)|responsible officer|supervising|"
    r"(?:supervision|custodial|suspended|imprisonment|operational|detention) period|"
    r"period of|^end ?date|order end|"
    r"end date of the order|^start (?:date|time)|the court (?:made|amended)|protected person|served|"
    r"special reasons for not ordering|power of arrest|period of order|^made under|date of birth",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"^(?:bail conditions|prohibitions?|requirements?|conditions)(?: \(\w+\))?$"
    r"|prohibitions are$|requirements are$|^remand to care conditions",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"prohibit|condition|requirement|details|terms|must|not to|restrain|forbid|additional information|other",
    re.IGNORECASE,
)
_AREA_AROUND = re.compile(r"\bwithin\b|\bradius\b", re.IGNORECASE)
_BUT = re.compile(r"\b(?:except|unless|other than|save)\b.*", re.IGNORECASE)
_NUMBERED_LINE = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|[-*\u2022])\s*")
_HOME = re.compile(r"\b(?:home|residence|said address|current address)\b", re.IGNORECASE)
_STAY_IN = re.compile(r"\bleave\b", re.IGNORECASE)
_KEEPS_OUT = frozenset({ProhibitionKind.NO_ENTER_ADDRESS, ProhibitionKind.EXCLUSION_AREA})
_PLACED = frozenset({ProhibitionKind.CURFEW_AT, ProhibitionKind.RESIDE_AT})


def asks_nothing(condition: Condition) -> bool:
    """Whether a prompt is what the court writes besides, or a heading over the conditions that follow."""
    heading = _HEADING.search(condition.label) and all(_said_besides(e) for e in condition.entries)
    return bool(_BESIDES.search(condition.label) or heading)


def terms_of(condition: Condition, ordered_on: date | None = None) -> tuple[Prohibition, ...]:
    """What one condition forbids or requires: one term a place, or one where it names none.

    ordered_on: when the court ordered it; an end before that is kept as it came, to be seen for what it is
    """
    kind = kind_of_words(condition.label)
    if kind is ProhibitionKind.OTHER and not _AREA_AROUND.search(condition.label):
        kind = kind_of_words(condition.wording)
    places = condition.places or _unlabelled(condition, kind)
    return tuple(_term(condition, kind, place, _end(condition, ordered_on)) for place in places)


def terms_in_words(entry: Entry) -> tuple[Prohibition, ...]:
    """The terms of an order that one text gives in the court's own words, a line or a number each."""
    lines = [_NUMBERED_LINE.sub("", line).strip() for line in re.split(r"[\n;]", entry.value)]
    told = [line for line in lines if line]
    return tuple(_in_words(entry.label, line) for line in told)


def asks_in_words(entry: Entry) -> bool:
    """Whether a field of an order's own holds terms rather than what the court writes besides."""
    return bool(_FREE.search(entry.label)) and not _BESIDES.search(entry.label) and bool(entry.value.strip())


def _said_besides(entry: Entry) -> bool:
    return bool(_BESIDES.search(entry.label)) or not entry.value.strip()


def _unlabelled(condition: Condition, kind: ProhibitionKind) -> Iterable[str | None]:
    """The value without a label of a condition that is about a place; else no place."""
    values = [entry.value for entry in condition.entries if not entry.label]
    return values if values and kind in _PLACED | _KEEPS_OUT else (None,)


def _end(condition: Condition, ordered_on: date | None) -> date | None:
    """Its last day; None where that comes before its first, and so cannot be read."""
    starts_on, ends_on = condition.starts_on, condition.ends_on
    if starts_on is None or ends_on is None or ends_on >= starts_on:
        return ends_on
    return ends_on if ordered_on is not None and ends_on < ordered_on else None


def _term(
    condition: Condition, kind: ProhibitionKind, place: str | None, ends_on: date | None
) -> Prohibition:
    allows = _BUT.search(condition.label)
    kind, address, zone = _where(condition, kind, place)
    return Prohibition(
        kind=kind,
        wording=cut_to(LONGEST_TEXT, condition.wording),
        place=address,
        zone=zone,
        ends_on=ends_on,
        allows=allows[0] if allows else None,
    )


def _where(
    condition: Condition, kind: ProhibitionKind, place: str | None
) -> tuple[ProhibitionKind, Address | None, Zone | None]:
    """The place as an address, an area or both, and the kind of term that makes of it.

    A radius keeps the place it is drawn around. An area that the person must stay in is no address to be at.
    """
    address = Address(place) if place and is_an_address(place) else None
    if kind in _KEEPS_OUT:
        around = condition.radius_metres is not None
        area = around or _AREA_AROUND.search(condition.label) is not None or bool(place and not address)
        if not area:
            return kind, address, None
        zone = Zone(place or cut_to(LONGEST_NAME, condition.wording), radius_metres=condition.radius_metres)
        return ProhibitionKind.EXCLUSION_AREA, Address(place) if place and around else address, zone
    if kind in _PLACED and place and address is None and not _HOME.search(place):
        stays_in = _STAY_IN.search(condition.label) is not None
        return (ProhibitionKind.OTHER, None, None) if stays_in else (kind, Address(place), None)
    return kind, address, None


def _in_words(label: str, line: str) -> Prohibition:
    kind = kind_of_words(line)
    if kind is ProhibitionKind.OTHER and line != label:
        kind = kind_of_words(f"{label} {line}") if re.search(r"\bnot\b", label) else kind
    return Prohibition(kind=kind, wording=cut_to(LONGEST_TEXT, line))


def note_house_forbidden_and_required(result: Fields, terms: tuple[Prohibition, ...]) -> None:
    """Notes a result that keeps the person at an address and out of it: both terms are kept."""
    required = [term.place for term in terms if term.kind in _PLACED and term.place]
    barred = [term.place for term in terms if term.kind not in _PLACED and term.place]
    pairs = ((one, other) for one in required for other in barred)
    if any(compare_addresses(one, other).band is AddressBand.SAME_PROPERTY for one, other in pairs):
        result.contradicts("judicialResultPrompts", "one condition requires the address that another forbids")
