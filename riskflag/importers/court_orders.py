"""One judicial result of Common Platform -> the order, bail or requirement that it makes, varies or ends."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from riskflag.importers.court_prompts import (
    Condition,
    Entry,
    cut_to,
    day_in,
    entries_of,
    on_one_line,
    states_an_end,
)
from riskflag.importers.court_terms import (
    asks_in_words,
    asks_nothing,
    note_house_forbidden_and_required,
    terms_in_words,
    terms_of,
)
from riskflag.importers.fields import Fields
from riskflag.records import NamedPerson, Prohibition, ProtectiveOrder, Variation
from riskflag.reference.court_results import ENDED_BY, CourtResult, ResultEffect, court_result, makes_no_order
from riskflag.reference.term_words import kind_of_words
from riskflag.schema.text import LONGEST_NAME
from riskflag.vocabulary import OrderType, ProhibitionKind, SourceSystem

_YES = frozenset({"true", "yes", "y"})
_FURTHER_ORDER = re.compile(r"until further order", re.IGNORECASE)
_BAIL_ENDS = re.compile(r"^bail date$", re.IGNORECASE)
_UNCHANGED_END = re.compile(r"end date of the order has not been changed", re.IGNORECASE)
_LASTS = re.compile(
    r"^(?:order |total |the )?(?:period|duration)(?: of (?:the )?order)?$|made for", re.IGNORECASE
)
_FIRST_MADE = re.compile(r"^date (?:the )?original order made|^date bail previously granted", re.IGNORECASE)
_FIRST_COURT = re.compile(r"^court (?:that made the original|or police station which)", re.IGNORECASE)
_PROTECTED = re.compile(
    r"\bprotected person'?s?\b(?!.*(?:address|birth|post))|^victim'?s? name", re.IGNORECASE
)
_SERVED = re.compile(r"\bserved\b", re.IGNORECASE)
_MADE_ON_ACQUITTAL = re.compile(r"^this order is made on$", re.IGNORECASE)
_NEXT_HEARING = re.compile(r"^next hearing", re.IGNORECASE)
_NAMED_AS_ONE = re.compile(
    r"\b(?:orders?|injunction|notice|prohibit\w*|requirements?|undertak\w+)\b", re.IGNORECASE
)
_NO_ORDER = frozenset({ProhibitionKind.OTHER, ProhibitionKind.NOTIFY, ProhibitionKind.NO_POSSESSION})


@dataclass(frozen=True, slots=True)
class ResultParts:
    """A judicial result taken apart.

    label: what the court calls it
    own: the prompts that stand alone
    conditions: the prompts that hold a condition each
    """

    label: str
    own: tuple[Entry, ...]
    conditions: tuple[Condition, ...]

    def first(self, label: re.Pattern[str]) -> str | None:
        """What stands under the first label that fits; None where none does."""
        return next((e.value for e in self.own if label.search(e.label) and e.value.strip()), None)

    def day(self, label: re.Pattern[str]) -> date | None:
        """The date under the first label that fits."""
        return day_in(self.first(label) or "")


@dataclass(frozen=True, slots=True)
class Sitting:
    """What the hearing says of all its results.

    court: which court sat
    sat_on: when
    present: whether the person was there; null where it does not say
    """

    court: str | None
    sat_on: date | None
    present: bool | None


def take_apart(result: Fields) -> ResultParts:
    """The label and the prompts of a result. A prompt that is not an object or has no label is a gap."""
    own: list[Entry] = []
    conditions: list[Condition] = []
    for prompt in result.items("judicialResultPrompts"):
        if not isinstance(prompt.value, dict):
            prompt.lacks("", "is not an object, and was left out")
            continue
        label, value = prompt.text_or_none("label") or "", prompt.words("value")
        if prompt.has("type"):
            own.append(Entry(on_one_line(label), value.replace("\\n", "\n")))
        else:
            conditions.append(Condition(on_one_line(label), entries_of(value)))
    return ResultParts(on_one_line(result.text("label")), tuple(own), tuple(conditions))


def is_about_an_order(parts: ResultParts) -> bool:
    """Whether a result makes, varies or ends an order of any kind, known here or not.

    The head of a sentence served in the community is none, where its requirements are results of their own.
    """
    read = court_result(parts.label)
    if read is None:
        return _binds(parts)
    community = read.order_type is OrderType.COMMUNITY_OR_SUSPENDED_SENTENCE_ORDER
    return not community or bool(_terms(parts)) or read.effect is ResultEffect.ENDS


def order_of(result: Fields, parts: ResultParts, sitting: Sitting) -> ProtectiveOrder:
    """The order. One without an end that can be read is left without one, and so is in force."""
    read = court_result(parts.label) or CourtResult(OrderType.OTHER_ORDER, ResultEffect.MAKES, interim=False)
    ordered_on = result.day("orderedDate") or sitting.sat_on
    terms = _terms(parts, ordered_on) or (
        Prohibition(ProhibitionKind.OTHER, result.words("resultText") or parts.label),
    )
    note_house_forbidden_and_required(result, terms)
    _note_impossible_ends(result, parts, ordered_on)
    first_made, varies = parts.day(_FIRST_MADE), read.effect is ResultEffect.VARIES
    ends: dict[str, Any] = {
        "expires_on": _expires_on(parts, terms),
        "duration_wording": _duration(parts, read),
    }
    variation = Variation(ordered_on, False, terms, **ends) if varies and ordered_on else None
    over = read.effect is ResultEffect.ENDS
    return ProtectiveOrder(
        source_system=SourceSystem.COURT,
        source_id=result.source_id("judicialResultId"),
        recorded_on=ordered_on or result.taken_on,
        happened_on=ordered_on,
        order_type=_order_type(read, parts),
        interim=read.interim,
        court=parts.first(_FIRST_COURT) or sitting.court,
        made_on=first_made if varies or over else ordered_on,
        protects=tuple(_protected(parts)),
        prohibitions=() if variation else terms,
        served_on=parts.day(_SERVED),
        present_when_made=sitting.present,
        discharged_on=ordered_on if over else None,
        discharge_evidence=f"{ENDED_BY}{parts.label}" if over else None,
        hearing_on=_next_hearing(parts),
        variations=(variation,) if variation else (),
        **({} if variation else ends),
    )


def _order_type(read: CourtResult, parts: ResultParts) -> OrderType:
    acquitted = "acquittal" in (parts.first(_MADE_ON_ACQUITTAL) or "").lower()
    if acquitted and read.order_type is OrderType.RESTRAINING_ORDER:
        return OrderType.RESTRAINING_ORDER_ON_ACQUITTAL
    return read.order_type


def _binds(parts: ResultParts) -> bool:
    """Whether a result of an unknown kind could bind the person: by what it asks, or by what it is called."""
    named = _NAMED_AS_ONE.search(parts.label) and not makes_no_order(parts.label)
    return bool(named) or any(term.kind not in _NO_ORDER or term.place for term in _terms(parts))


def _terms(parts: ResultParts, ordered_on: date | None = None) -> tuple[Prohibition, ...]:
    own = Condition(parts.label, parts.own)
    terms: list[Prohibition] = []
    if kind_of_words(parts.label) is not ProhibitionKind.OTHER and _is_a_requirement(parts):
        terms += terms_of(own, ordered_on)
    else:
        terms += [term for entry in parts.own if asks_in_words(entry) for term in terms_in_words(entry)]
    terms += [
        term for each in parts.conditions if not asks_nothing(each) for term in terms_of(each, ordered_on)
    ]
    return tuple(terms)


def _is_a_requirement(parts: ResultParts) -> bool:
    """Whether the result itself is the condition, and not the order that holds conditions."""
    read = court_result(parts.label)
    return read is None or read.order_type is OrderType.COMMUNITY_OR_SUSPENDED_SENTENCE_ORDER


def _expires_on(parts: ResultParts, terms: tuple[Prohibition, ...]) -> date | None:
    """The end that it states; for a requirement on its own, the end of the last of its terms."""
    own = next((day for e in parts.own if states_an_end([e]) and (day := day_in(e.value))), None)
    stated = parts.day(_UNCHANGED_END) or own or parts.day(_BAIL_ENDS)
    ends = [term.ends_on for term in terms]
    alone = _is_a_requirement(parts) and None not in ends
    return stated or (max((end for end in ends if end), default=None) if alone else None)


def _duration(parts: ResultParts, read: CourtResult) -> str | None:
    """How long it lasts in words: what leaves the end open, or an end that could not be read as a date."""
    for entry in parts.own:
        given = entry.value.strip().lower() in _YES
        if _FURTHER_ORDER.search(entry.value) or (_FURTHER_ORDER.search(entry.label) and given):
            return "until further order"
    stated = states_an_end(parts.own)
    if stated and day_in(stated) is None:
        return cut_to(LONGEST_NAME, on_one_line(stated))
    unchanged = next((e.label for e in parts.own if _UNCHANGED_END.search(e.label)), None)
    bail = read.order_type in (OrderType.COURT_BAIL, OrderType.POLICE_BAIL)
    lasts = parts.first(_LASTS) or (unchanged if not parts.day(_UNCHANGED_END) else None)
    return cut_to(LONGEST_NAME, on_one_line(lasts)) if lasts else ("until the next hearing" if bail else None)


def _protected(parts: ResultParts) -> Iterable[NamedPerson]:
    names = [e.value for e in parts.own if _PROTECTED.search(e.label)]
    names += [e.value for c in parts.conditions for e in c.entries if _PROTECTED.search(e.label)]
    return (NamedPerson(on_one_line(name)) for name in dict.fromkeys(names) if name.strip())


def _next_hearing(parts: ResultParts) -> date | None:
    hearings = (c for c in parts.conditions if _NEXT_HEARING.search(c.label))
    entries = (e for c in hearings for e in c.entries if re.search(r"date", e.label, re.IGNORECASE))
    return next((day for entry in entries if (day := day_in(entry.value))), None)


def _note_impossible_ends(result: Fields, parts: ResultParts, ordered_on: date | None) -> None:
    for condition in (Condition(parts.label, parts.own), *parts.conditions):
        starts, ends = condition.starts_on or ordered_on, condition.ends_on
        if starts and ends and ends < starts:
            result.contradicts("judicialResultPrompts", "a condition ends before it starts")
