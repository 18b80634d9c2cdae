"""What a referral says that its recipient should not be told: by its words, by names and addresses on record,
and by what is attached."""

import re
from collections.abc import Iterable, Mapping

from riskflag.enquiry import ReferralEnquiry
from riskflag.facts import Facts
from riskflag.facts.household import taken_for_child
from riskflag.facts.names import named_in
from riskflag.facts.orders import KEEP_OUT
from riskflag.facts.places_named import gives_away
from riskflag.facts.protected_address import is_given_away
from riskflag.facts.referral_needs import recipients
from riskflag.facts.referral_text import tells_of_risk
from riskflag.matching.labels import read_label
from riskflag.reading.identity import addresses_in, mentions
from riskflag.reading.reader import read_disclosures, stances
from riskflag.reading.themes import DisclosureTheme, Stance
from riskflag.records import NamedPerson
from riskflag.vocabulary import Relationship, Source, Visibility

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

_SAID_ALL_THE_SAME = frozenset(
    {DisclosureTheme.VICTIM_OR_CHILD_IDENTITY, DisclosureTheme.PROTECTED_WHEREABOUTS}
)
"""Whoever is named is named, whatever is forbidden or denied ("no contact with his daughter Mia")."""
_SAFELY_DENIED = frozenset({DisclosureTheme.IRRELEVANT_CONVICTION, DisclosureTheme.FULL_ASSESSMENT_ATTACHED})
"""Of these "none" gives nothing away. "Do not tell him that victim liaison asked for it" does."""


def disclosed(facts: Facts) -> Mapping[DisclosureTheme, Stance]:
    """Each thing that the referral says, or may say, and that its recipient should not be told."""
    referral = facts.referral
    if referral is None:
        return {}
    read = stances(read_disclosures(referral.text or ""))
    found: dict[DisclosureTheme, Stance] = {}
    for theme in DisclosureTheme:
        if theme in read and (stance := _given_away(theme, read[theme])):
            found[theme] = stance
    for theme, stance in _on_record(referral.text or "", facts):
        if found.get(theme) is not Stance.STATED:
            found[theme] = stance
    found |= dict.fromkeys(referral.attached, Stance.STATED)
    return {theme: found[theme] for theme in DisclosureTheme if theme in found and not _may(theme, referral)}


Said = tuple[DisclosureTheme, Stance, int, int]
"""What is said, how surely, and from where to where in the text."""


def disclosed_at(referral: ReferralEnquiry) -> Iterable[Said]:
    """Where the words of the text say, or may say, what its recipient should not be told."""
    for reading in read_disclosures(referral.text or ""):
        theme = DisclosureTheme(reading.theme)
        stance = _given_away(theme, reading.stance)
        if stance is not None and not _may(theme, referral):
            yield theme, stance, reading.start, reading.end


def names_at(facts: Facts) -> Iterable[Said]:
    """Where the text names somebody on record whom it must not name: surely by a whole name, perhaps by a
    part of one."""
    theme, referral = DisclosureTheme.VICTIM_OR_CHILD_IDENTITY, facts.referral
    if referral is None or _may(theme, referral):
        return
    kept_out = [
        each for who in _to_be_kept_out(facts) for each in (who.name, *who.aliases, *who.former_names)
    ]
    names = [name for name in dict.fromkeys(kept_out) if _has_a_given_name(name)]
    own = facts.person.name.casefold().split()
    for mention in mentions(referral.text or "", names):
        whole = mention.whole and _is_a_name(mention.words)
        if whole or mention.words.casefold() not in own:
            yield theme, Stance.STATED if whole else Stance.UNSURE, mention.start, mention.end


def places_at(facts: Facts) -> Iterable[Said]:
    """Where the text tells where somebody protected is, or an address that an order bars."""
    theme, referral, site = DisclosureTheme.PROTECTED_WHEREABOUTS, facts.referral, facts.proposal.address
    if referral is None or _may(theme, referral):
        return
    places = [place.record for place in facts.place.protected]
    barred = [term.term.place for term in facts.orders.terms_of(KEEP_OUT) if term.covers and term.term.place]
    for mention in addresses_in(referral.text or ""):
        if any(is_given_away(place, mention.words, site) for place in places):
            yield theme, Stance.STATED, mention.start, mention.end
        elif any(gives_away(place, mention.words, site) for place in barred):
            yield theme, Stance.UNSURE, mention.start, mention.end


def lacks_agreement(facts: Facts) -> bool | None:
    """Whether it tells of risk where nothing allows that; None where nobody says whether something does. A
    statutory recipient is under a duty to co-operate."""
    referral = facts.referral
    if referral is None or recipients()[referral.recipient].statutory or not tells_of_risk(referral):
        return False
    return None if referral.agreement is None else not referral.agreement


def _given_away(theme: DisclosureTheme, stance: Stance) -> Stance | None:
    """How surely words that deny it, forbid it or ask not to tell it give it away; None where they do not."""
    if stance is not Stance.DENIED:
        return stance
    if theme in _SAID_ALL_THE_SAME:
        return Stance.STATED
    return None if theme in _SAFELY_DENIED else Stance.UNSURE


def _may(theme: DisclosureTheme, referral: ReferralEnquiry) -> bool:
    recipient = recipients()[referral.recipient]
    needed = recipient.statutory and referral.mappa_need_recorded and theme not in NOT_EVEN_WITH_A_NEED
    return needed or theme in recipient.may_receive


def _on_record(text: str, facts: Facts) -> Iterable[tuple[DisclosureTheme, Stance]]:
    """Names and places of the record that the text says, or may say."""
    yield from ((DisclosureTheme.VICTIM_OR_CHILD_IDENTITY, stance) for stance in _names_said(text, facts))
    yield from ((DisclosureTheme.PROTECTED_WHEREABOUTS, stance) for stance in _places_said(text, facts))


def _names_said(text: str, facts: Facts) -> Iterable[Stance]:
    """A whole name is surely said; a given name alone may be."""
    for who in _to_be_kept_out(facts):
        for name in (who.name, *who.aliases, *who.former_names):
            if _is_a_name(name) and named_in(name, text):
                yield Stance.STATED
            elif _has_a_given_name(name) and _given_name_in(name, text, facts.person.name):
                yield Stance.UNSURE


def _places_said(text: str, facts: Facts) -> Iterable[Stance]:
    """A protected place is surely told; an address that an order bars for somebody may be their home."""
    site = facts.proposal.address
    for place in facts.place.protected:
        if is_given_away(place.record, text, site):
            yield Stance.STATED
    for term in facts.orders.terms_of(KEEP_OUT):
        if term.covers and term.term.place is not None and gives_away(term.term.place, text, site):
            yield Stance.UNSURE


def _to_be_kept_out(facts: Facts) -> Iterable[NamedPerson]:
    """Protected people, victims, and children; a child of the person counts until known to be grown up."""
    for fact in facts.orders.binding:
        yield from fact.order.protects
    for condition in facts.orders.licence_conditions:
        yield from condition.names
    for conviction in facts.history.convictions:
        yield from conviction.record.victims
    yield from (abuse.victim for abuse in facts.history.abuse_by_person)
    yield from (event.other for event in facts.history.abuse_side_unclear)
    yield from (place.record.who for place in facts.place.protected)
    yield from (o.who for o in facts.proposal.occupants if o.visibility is Visibility.PROTECTED)
    near = [contact.who for contact in facts.household.contacts]
    near += [occupant.who for occupant in facts.household.occupants]
    yield from (who for who in near if taken_for_child(who, facts.as_of))


def _is_a_name(name: str) -> bool:
    """Two words or more of which the first is no relationship: "mother" and "paramedic" name nobody."""
    words = tuple(name.casefold().split())
    return len(words) > 1 and read_label(words, Relationship.UNKNOWN).relationship is None


def _has_a_given_name(name: str) -> bool:
    """Whether it is a name, or one word written like one: a child is often called "Mia" and no more."""
    one_word = name[:1].isupper() and len(name.split()) == 1
    label = read_label(tuple(name.casefold().split()), Relationship.UNKNOWN) if one_word else None
    return _is_a_name(name) or (label is not None and label.relationship is None)


def _given_name_in(name: str, text: str, own_name: str) -> bool:
    given = name.split(maxsplit=1)[0]
    longer = len(given) > 2 and given.casefold() not in own_name.casefold().split()
    return longer and bool(re.search(rf"(?<!\w){re.escape(given)}(?!\w)", text))
