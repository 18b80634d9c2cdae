"""Additional and bespoke conditions of a home detention curfew case -> licence conditions."""

from riskflag.importers.court_prompts import cut_to, is_an_address, on_one_line
from riskflag.importers.fields import Fields
from riskflag.importers.hdc_address import SYSTEM
from riskflag.importers.licence_terms import licence_term
from riskflag.importers.shape import Unusable
from riskflag.records import Address, LicenceCondition, LicenceConditionStatus, Prohibition, Zone
from riskflag.reference.hdc_conditions import hdc_condition
from riskflag.schema.text import LONGEST_NAME, LONGEST_TEXT
from riskflag.vocabulary import ProhibitionKind, SourceRecordId

_WITH_A_PLACE = frozenset({ProhibitionKind.NO_ENTER_ADDRESS, ProhibitionKind.CURFEW_AT})


def read_additional(condition: Fields, code: str) -> LicenceCondition:
    """One additional condition. code: the name that it stands under; what was filled in is inside."""
    known = hdc_condition(code)
    if known is None:
        condition.lacks("", "is a condition whose code is not known")
    kind, title = known or (ProhibitionKind.OTHER, code.replace("_", " ").capitalize())
    filled = _filled_in(condition)
    place = on_one_line(filled) if filled and kind in _WITH_A_PLACE else None
    area = kind is ProhibitionKind.EXCLUSION_AREA or (place is not None and not is_an_address(place))
    if area and kind is ProhibitionKind.NO_ENTER_ADDRESS:
        kind = ProhibitionKind.EXCLUSION_AREA
    return _condition(
        condition,
        code,
        Prohibition(
            kind=kind,
            wording=cut_to(LONGEST_TEXT, f"{title}: {filled}") if filled else title,
            place=Address(place) if place and is_an_address(place) else None,
            zone=Zone(cut_to(LONGEST_NAME, on_one_line(filled)) or title)
            if kind is ProhibitionKind.EXCLUSION_AREA
            else None,
        ),
        LicenceConditionStatus.DRAFTED,
    )


def read_bespoke(condition: Fields) -> LicenceCondition:
    """One bespoke condition: approved, not approved yet, or refused."""
    wording = condition.words("text")
    if not wording:
        raise Unusable("text", "is needed")
    approved = condition.yes_or_no("approved")
    status = LicenceConditionStatus.APPROVED if approved else LicenceConditionStatus.DRAFTED
    return _condition(condition, None, licence_term(wording, {}, None), status)


def _condition(
    condition: Fields, code: str | None, term: Prohibition, status: LicenceConditionStatus
) -> LicenceCondition:
    return LicenceCondition(
        source_system=SYSTEM,
        source_id=SourceRecordId(f"{condition.source_id()}-{code or 'bespoke'}"),
        recorded_on=condition.taken_on,
        code=code,
        prohibition=term,
        status=status,
    )


def _filled_in(condition: Fields) -> str:
    """What was filled in, a line a field."""
    held = condition.value
    if not isinstance(held, dict):
        raise Unusable("", "must be an object")
    if any(value is not None and not isinstance(value, str) for value in held.values()):
        condition.lacks("", "holds something that is not text, and was left out")
    return "\n".join(condition.words(name) for name in held if isinstance(held[name], str)).strip()
