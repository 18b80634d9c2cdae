"""What a referral says that its recipient should not be told: by its words, by names and addresses on record,
and by what is attached."""

import re
from collections.abc import Iterable, Mapping

from riskflag.enquiry import ReferralEnquiry
from riskflag.facts import Facts
from riskflag.facts.household import under_age
from riskflag.facts.names import named_in
from riskflag.facts.referral_needs import recipients
from riskflag.facts.referral_text import tells_of_risk
from riskflag.matching.labels import read_label
from riskflag.reading.reader import read_disclosures, stances
from riskflag.reading.themes import DisclosureTheme, Stance
from riskflag.records import Address, NamedPerson
from riskflag.vocabulary import Relationship, Source

NAMES_FROM = frozenset(
    {
        Source.PROTECTIVE_ORDERS,
        Source.LICENCE_CONDITIONS,
        Source.CONVICTIONS,
        Source.DOMESTIC_ABUSE,
        Source.CONTACTS,
        Source.PROTECTED_PLACES,
    }
)
"""Where the names and addresses come from that a referral must not hold."""
NOT_EVEN_WITH_A_NEED = frozenset({DisclosureTheme.GENDER_RECOGNITION})
"""Gender Recognition Act 2004 s.22 has exceptions of its own; a need to protect the public is not recorded as
one of them here."""


def disclosed(facts: Facts) -> Mapping[DisclosureTheme, Stance]:
    """Each thing that the referral says, or may say, and that its recipient should not be told."""
    referral = facts.referral
    if referral is None:
        return {}
    read = stances(read_disclosures(referral.text or ""))
    said = [theme for theme in DisclosureTheme if read.get(theme, Stance.DENIED) is not Stance.DENIED]
    found = {theme: read[theme] for theme in said}
    for theme, stance in _on_record(referral.text or "", facts):
        if found.get(theme) is not Stance.STATED:
            found[theme] = stance
    found |= dict.fromkeys(referral.attached, Stance.STATED)
    return {theme: found[theme] for theme in DisclosureTheme if theme in found and not _may(theme, referral)}


def lacks_agreement(facts: Facts) -> bool | None:
    """Whether it tells of risk where nothing allows that; None where nobody says whether something does. A
    statutory recipient is under a duty to co-operate."""
    referral = facts.referral
    if referral is None or recipients()[referral.recipient].statutory or not tells_of_risk(referral):
        return False
    return None if referral.agreement is None else not referral.agreement


def _may(theme: DisclosureTheme, referral: ReferralEnquiry) -> bool:
    recipient = recipients()[referral.recipient]
    needed = recipient.statutory and referral.mappa_need_recorded and theme not in NOT_EVEN_WITH_A_NEED
    return needed or theme in recipient.may_receive


def _on_record(text: str, facts: Facts) -> Iterable[tuple[DisclosureTheme, Stance]]:
    """A whole name or an address that the record holds is surely said; a given name alone may be."""
    for who in _to_be_kept_out(facts):
        for name in filter(_is_a_name, (who.name, *who.aliases, *who.former_names)):
            if named_in(name, text):
                yield DisclosureTheme.VICTIM_OR_CHILD_IDENTITY, Stance.STATED
            elif _given_name_in(name, text, facts.person.name):
                yield DisclosureTheme.VICTIM_OR_CHILD_IDENTITY, Stance.UNSURE
    for place in facts.place.protected:
        if place.record.address is not None and _address_in(place.record.address, text):
            yield DisclosureTheme.PROTECTED_WHEREABOUTS, Stance.STATED


def _to_be_kept_out(facts: Facts) -> Iterable[NamedPerson]:
    """Protected people, victims, and children."""
    for fact in facts.orders.binding:
        yield from fact.order.protects
    for condition in facts.orders.licence_conditions:
        yield from condition.names
    for conviction in facts.history.convictions:
        yield from conviction.record.victims
    yield from (abuse.victim for abuse in facts.history.abuse_by_person)
    yield from (place.record.who for place in facts.place.protected)
    yield from (contact.who for contact in facts.household.contacts if under_age(contact.who, facts.as_of))


def _is_a_name(name: str) -> bool:
    """Two words or more of which the first is no relationship: "mother" and "paramedic" name nobody."""
    words = tuple(name.casefold().split())
    return len(words) > 1 and read_label(words, Relationship.UNKNOWN).relationship is None


def _given_name_in(name: str, text: str, own_name: str) -> bool:
    given = name.split(maxsplit=1)[0]
    longer = len(given) > 2 and given.casefold() not in own_name.casefold().split()
    return longer and bool(re.search(rf"(?<!\w){re.escape(given)}(?!\w)", text))


def _address_in(address: Address, text: str) -> bool:
    """Whether a postcode, or a number with its street, stands in the text."""
    closed = "".join(text.casefold().split())
    if address.postcode and "".join(address.postcode.casefold().split()) in closed:
        return True
    line = address.text.split(",")[0]
    street = f"{address.number} {address.street}" if address.number and address.street else line
    return any(char.isdigit() for char in street) and named_in(street, text)
