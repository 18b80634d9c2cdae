"""A home detention curfew case: ``{"stage": ..., "licence": {"proposedAddress": ..., "risk": ...}}``.

Elements: the proposed curfew address; its occupier; every resident; whether the person says that they were
cautioned or convicted for an offence against a resident; the occupier's consent; whether the address was
called safe, and suitable; what must not be disclosed, and what police know; whether other information is
awaited; victim liaison; every additional and every bespoke condition; each eligibility decision, opt-out and
referral to other housing where one is stated; and every other part of the form. What was answered with no and
asks for nothing carries no record.
"""

from collections.abc import Callable, Iterator
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
_READ = frozenset({"eligibility", "proposedAddress", "curfew", "risk", "victim", "licenceConditions"})


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
    codes = _names(conditions.inside("additional"))
    for code, condition in zip(codes, conditions.parts("additional"), strict=True):
        reading.one(condition, partial(read_additional, code=code))
    reading.each(conditions.items("bespoke"), read_bespoke)
    parts = zip(_names(licence), reading.top.parts("licence"), strict=True)
    rest = [part for name, part in parts if name not in _READ]
    reading.no_record(rest, "a part of the form about something else")


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
        cautioned = _CAUTIONED, address.words("residentOffenceDetails")
        for said in address.items(_ASKED):
            words = ": ".join(filter(None, cautioned))
            told = partial(hdc_address.note, about=_ASKED, words=words, address=place)
            _if_yes(reading, address, _ASKED, told, "no offence against a resident", said)
    return place


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
        for said in risk.items(name):
            words = risk.words(f"{name}Details") or "there is information, and it was not written down"
            police = NoteKind.POLICE_INFORMATION
            hidden = partial(hdc_address.note, about=name, words=words, address=place, kind=police)
            _if_yes(reading, risk, name, hidden, otherwise, said)
    for name in ("awaitingInformation", "awaitingOtherInformation"):
        for said in risk.items(name):
            awaited = partial(_awaited, place=place)
            _if_yes(reading, risk, name, awaited, "no other information is awaited", said)


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
        reading.one(element or form, lambda each: reader(form))


def _decision(form: Fields, name: str, address: Address | None, reasons: tuple[str, ...]) -> Product:
    return hdc_address.decision(form, name, address, *reasons)


def _awaited(risk: Fields, place: Address | None) -> Check:
    return Check(
        source_system=hdc_address.SYSTEM,
        source_id=SourceRecordId(f"{risk.source_id()}-awaited"),
        recorded_on=risk.taken_on,
        kind=CheckKind.OTHER,
        address=place,
        requested_on=risk.taken_on,
        result="other information about the address is awaited",
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
