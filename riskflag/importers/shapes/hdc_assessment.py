"""A home detention curfew case: ``{"stage": ..., "licence": {"proposedAddress": ..., "risk": ...}}``.

Elements: the proposed curfew address; its occupier; every resident; whether the person says that they were
cautioned or convicted for an offence against a resident; the occupier's consent; whether the address was
called safe, and suitable; what must not be disclosed, and what police know; whether other information is
awaited; victim liaison; every additional and every bespoke condition; each eligibility decision, opt-out and
referral to other housing where one is stated; and every other part of the form, and of its parts on the
address, the curfew, risk and conditions. What was answered with no and asks for nothing carries no record.
"""

from collections.abc import Callable, Iterator, Mapping, Set
from functools import partial

from riskflag.importers import hdc_address
from riskflag.importers.fields import Fields
from riskflag.importers.hdc_conditions import read_additional, read_bespoke
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import has
from riskflag.importers.shape import Product, Shape, Unusable
from riskflag.records import Address, Check, CheckKind, NoteKind, RecipientKind, Referral, ReferralStatus
from riskflag.vocabulary import Source, SourceRecordId

_ASKED = "cautionedAgainstResident"
_CAUTIONED = "the person says that they were cautioned or convicted for an offence against a resident"

_TOLD = {
    "nonDisclosableInformation": "nothing that must not be disclosed",
    "emsInformation": "nothing that police know",
}
_AWAITED = {
    "awaitingInformation": "other information about the address is awaited",
    "awaitingOtherInformation": "other information about the address is awaited",
    "planningActions": "actions are needed before the risk at the address can be managed",
}
_READ = frozenset({"eligibility", "proposedAddress", "curfew", "risk", "victim", "licenceConditions"})
_READ_WITHIN: Mapping[str, frozenset[str]] = {
    "proposedAddress": frozenset({"optOut", "bassReferral", "curfewAddress"}),
    "curfew": frozenset({"curfewAddressReview", "addressSafety", "curfewHours"}),
    "risk": frozenset({"riskManagement"}),
    "victim": frozenset({"victimLiaison"}),
    "licenceConditions": frozenset({"standard", "additional", "bespoke"}),
}
_READ_OF_RISK = (
    frozenset({"version", "proposedAddressSuitable", "unsuitableReason", "riskManagementDetails"})
    | {name for told in _TOLD for name in (told, f"{told}Details")}
    | frozenset(_AWAITED)
)


def _read(reading: Reading) -> None:
    licence = reading.top.inside("licence")
    proposed = licence.inside("proposedAddress")
    place = _read_address(reading, proposed)
    reading.no_record(licence.parts("eligibility"), "a decision on eligibility")
    reading.no_record(_stated(proposed, "optOut"), "whether the person opted out")
    for referral in _stated(proposed, "bassReferral"):
        _if_yes(reading, referral, "decision", _referral, "no referral to other housing")
    _read_curfew(reading, licence.inside("curfew"), proposed.inside("curfewAddress"), place)
    for risk in _stated(licence.inside("risk"), "riskManagement"):
        _read_risk(reading, risk, place)
    for liaison in _stated(licence.inside("victim"), "victimLiaison"):
        reading.one(liaison, _victim_liaison)
    conditions = licence.inside("licenceConditions")
    _note_missing_conditions(conditions)
    codes = _names(conditions.inside("additional"))
    for code, condition in zip(codes, conditions.parts("additional"), strict=True):
        reading.one(condition, partial(read_additional, code=code))
    reading.each(conditions.items("bespoke"), read_bespoke)
    _count_rest(reading, reading.top, "licence", _READ)
    for name, known in _READ_WITHIN.items():
        _count_rest(reading, licence, name, known)
    _count_rest(reading, licence.inside("risk"), "riskManagement", _READ_OF_RISK)


def _read_address(reading: Reading, proposed: Fields) -> Address | None:
    """Everything that the form says of the address; the address, where it can be read."""
    place: Address | None = None
    for address in _stated(proposed, "curfewAddress"):
        reading.one(address, hdc_address.address_record)
        place = _place(address)
        people = [*_stated(address, "occupier"), *address.items("residents")]
        blank = [who for who in people if hdc_address.is_blank_line(who)]
        reading.no_record(blank, "an empty line of the form")
        living = (who for who in people if who not in blank)
        reading.each(living, partial(hdc_address.contact, lives_at=place))
        _read_cautioned(reading, address, place)
    return place


def _read_cautioned(reading: Reading, address: Fields, place: Address | None) -> None:
    offence = address.words("residentOffenceDetails")
    denied = address.yes_or_no(_ASKED) is False
    words = offence if offence and denied else ": ".join(filter(None, (_CAUTIONED, offence)))
    told = partial(hdc_address.note, about=_ASKED, words=words, address=place)
    if offence and (denied or not address.has(_ASKED)):
        address.contradicts(_ASKED, "does not say that there was an offence, and one is written down")
        reading.one(address.at(_ASKED), partial(_of_form, form=address, reader=told))
    else:
        for said in address.items(_ASKED):
            _if_yes(reading, address, _ASKED, told, "no offence against a resident", said)


def _place(address: Fields) -> Address | None:
    try:
        return hdc_address.read_address(address)
    except Unusable:
        return None


def _read_curfew(reading: Reading, curfew: Fields, address: Fields, place: Address | None) -> None:
    for review in _stated(curfew, "curfewAddressReview"):
        reading.one(review, partial(hdc_address.conversation, occupier=address.inside("occupier")))
    for safety in _stated(curfew, "addressSafety"):
        told = partial(_decision, name="deemedSafe", address=place, reasons=("unsafeReason",))
        reading.one(safety, told)
    reading.no_record(_stated(curfew, "curfewHours"), "the hours of the curfew")


def _read_risk(reading: Reading, risk: Fields, place: Address | None) -> None:
    if risk.has("proposedAddressSuitable"):
        reasons = ("unsuitableReason", "riskManagementDetails")
        told = partial(_decision, name="proposedAddressSuitable", address=place, reasons=reasons)
        reading.one(risk, told)
    for name, otherwise in _TOLD.items():
        written = risk.words(f"{name}Details")
        words = written or "there is information, and it was not written down"
        police = NoteKind.POLICE_INFORMATION
        hidden = partial(hdc_address.note, about=name, words=words, address=place, kind=police)
        if written and (risk.yes_or_no(name) is False or not risk.has(name)):
            risk.contradicts(name, "does not say that there is information, and it is written down")
            reading.one(risk.at(name), partial(_of_form, form=risk, reader=hidden))
        else:
            for said in risk.items(name):
                _if_yes(reading, risk, name, hidden, otherwise, said)
    for name, words in _AWAITED.items():
        for said in risk.items(name):
            awaited = partial(_awaited, name=name, words=words, place=place)
            _if_yes(reading, risk, name, awaited, "nothing more is awaited", said)


def _if_yes(
    reading: Reading,
    form: Fields,
    name: str,
    reader: Callable[[Fields], Product],
    otherwise: str,
    element: Fields | None = None,
) -> None:
    """Reads the element where its form says yes, or says nothing that can be read; else it carries no record.

    name: the field that says yes or no
    otherwise: what it is where the answer is no
    """
    if isinstance(form.value, dict) and form.yes_or_no(name) is False:
        reading.no_record([element or form], otherwise)
    else:
        reading.one(element or form, partial(_of_form, form=form, reader=reader))


def _of_form(_: Fields, form: Fields, reader: Callable[[Fields], Product]) -> Product:
    """What the form makes of one of its answers."""
    return reader(form)


def _decision(form: Fields, name: str, address: Address | None, reasons: tuple[str, ...]) -> Product:
    return hdc_address.decision(form, name, address, *reasons)


def _awaited(risk: Fields, name: str, words: str, place: Address | None) -> Check:
    return Check(
        source_system=hdc_address.SYSTEM,
        source_id=SourceRecordId(f"{risk.source_id()}-{name}"),
        recorded_on=risk.taken_on,
        kind=CheckKind.OTHER,
        address=place,
        requested_on=risk.taken_on,
        result=words,
    )


def _referral(referral: Fields) -> Referral:
    if referral.yes_or_no("decision") is None:
        raise Unusable("decision", "is needed")
    return Referral(
        source_system=hdc_address.SYSTEM,
        source_id=referral.source_id(),
        recorded_on=referral.taken_on,
        recipient=RecipientKind.HOUSING_PROVIDER,
        status=ReferralStatus.DRAFTED,
        text=referral.words("proposedTown"),
    )


def _victim_liaison(liaison: Fields) -> Check:
    taking_part = liaison.yes_or_no("decision")
    if taking_part is None:
        raise Unusable("decision", "is needed")
    return Check(
        source_system=hdc_address.SYSTEM,
        source_id=liaison.source_id(),
        recorded_on=liaison.taken_on,
        kind=CheckKind.VICTIM_LIAISON,
        returned_on=liaison.taken_on,
        concerns=taking_part,
        result=liaison.words("victimLiaisonDetails"),
    )


def _note_missing_conditions(conditions: Fields) -> None:
    """A form that asks for additional conditions and has none is not all there is."""
    standard = conditions.inside("standard")
    held = [*conditions.parts("additional"), *conditions.items("bespoke")]
    if standard.yes_or_no("additionalConditionsRequired") and not held:
        standard.lacks("additionalConditionsRequired", "says that there are conditions, and none is here")


def _count_rest(reading: Reading, form: Fields, name: str, known: Set[str]) -> None:
    """Counts every part of the form under ``name`` that is not read."""
    parts = zip(_names(form.inside(name)), form.parts(name), strict=True)
    rest = [part for each, part in parts if each not in known and part.value is not None]
    reading.no_record(rest, "a part of the form about something else")


def _stated(form: Fields, *names: str) -> Iterator[Fields]:
    """The parts of a form that are there under these names."""
    return (each for name in names for each in form.items(name))


def _names(form: Fields) -> tuple[str, ...]:
    return tuple(form.value) if isinstance(form.value, dict) else ()


SHAPE = Shape(
    name="hdc-assessment",
    title="A home detention curfew case: address, residents, risk and victim liaison",
    recognises=lambda content: has(content, "licence", "stage"),
    read=reads(_read),
    adds_to=frozenset(
        {
            Source.ADDRESSES,
            Source.CHECKS,
            Source.CONTACTS,
            Source.HOUSEHOLD_ENQUIRIES,
            Source.LICENCE_CONDITIONS,
            Source.REFERRALS,
        }
    ),
)
