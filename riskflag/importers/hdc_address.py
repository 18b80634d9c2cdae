"""The address of a home detention curfew case: who lives there, what they said, what was decided."""

from riskflag.importers.addresses import Names, address_of
from riskflag.importers.fields import Fields
from riskflag.importers.relationships import relationship_of
from riskflag.importers.shape import Unusable
from riskflag.records import (
    Address,
    AddressDecision,
    AddressNote,
    AddressRecord,
    AddressUse,
    Consent,
    Contact,
    DecisionKind,
    NamedPerson,
    NoteKind,
    OccupierConversation,
)
from riskflag.vocabulary import SourceRecordId, SourceSystem, Visibility

SYSTEM = SourceSystem.OTHER
_LINES: Names = {
    "first": ("addressLine1",),
    "second": ("addressLine2",),
    "town": ("addressTown",),
    "postcode": ("postCode",),
}


def read_address(address: Fields) -> Address:
    """The proposed curfew address."""
    return address_of(address, _LINES)


def address_record(address: Fields) -> AddressRecord:
    """That it is proposed for the curfew."""
    return AddressRecord(
        source_system=SYSTEM,
        source_id=address.source_id(),
        recorded_on=address.taken_on,
        address=read_address(address),
        use=AddressUse.CURFEW,
    )


def is_blank_line(resident: Fields) -> bool:
    """Whether a line of the form was left empty."""
    held = resident.value.values() if isinstance(resident.value, dict) else (resident.value,)
    return not any(value.strip() if isinstance(value, str) else value is not None for value in held)


def contact(resident: Fields, lives_at: Address | None) -> Contact:
    """Somebody who lives at the address."""
    return Contact(
        source_system=SYSTEM,
        source_id=SourceRecordId(f"{resident.source_id()}-{resident.path.rpartition('.')[2]}"),
        recorded_on=resident.taken_on,
        who=named(resident),
        lives_at=lives_at,
        note="said to live at the proposed curfew address",
    )


def named(resident: Fields) -> NamedPerson:
    """A resident as the form holds them: an age counts only where it is under 18."""
    age = resident.digits("age")
    return NamedPerson(
        name=resident.text("name"),
        relationship=relationship_of(resident.text_or_none("relationship")),
        is_child=int(age) < 18 if age else None,
    )


def conversation(review: Fields, occupier: Fields) -> OccupierConversation:
    """Whether the occupier agreed. Raises Unusable where the form does not say yes or no."""
    agreed = review.yes_or_no("consent")
    if agreed is None:
        raise Unusable("consent", "is needed")
    return OccupierConversation(
        source_system=SYSTEM,
        source_id=review.source_id(),
        recorded_on=review.taken_on,
        occupier=named(occupier),
        consent=Consent.AGREES if agreed else Consent.REFUSES,
        words="consented to the curfew" if agreed else "did not consent to the curfew",
    )


def decision(said: Fields, name: str, address: Address | None, *reasons: str) -> AddressDecision:
    """What the responsible officer said of the address. Raises Unusable where it is neither yes nor no.

    name: the field that says yes or no
    reasons: the fields that say why
    """
    suitable = said.yes_or_no(name)
    if suitable is None:
        raise Unusable(name, "is needed")
    return AddressDecision(
        source_system=SYSTEM,
        source_id=SourceRecordId(f"{said.source_id()}-decision"),
        recorded_on=said.taken_on,
        visibility=Visibility.PROTECTED,
        address=address,
        decision=DecisionKind.APPROVED if suitable else DecisionKind.REFUSED,
        words="; ".join(filter(None, (said.words(reason) for reason in reasons))),
        decided_by="responsible officer",
    )


def note(
    said: Fields, about: str, words: str, address: Address | None, kind: NoteKind = NoteKind.STAFF
) -> AddressNote:
    """Something written about the address, which the person must not learn. about: the field it answers."""
    return AddressNote(
        source_system=SYSTEM,
        source_id=SourceRecordId(f"{said.source_id()}-{about}"),
        recorded_on=said.taken_on,
        visibility=Visibility.PROTECTED,
        address=address,
        kind=kind,
        words=words,
    )
