"""How far the proposed address has been settled, and which requests for housing nobody has answered."""

from enum import StrEnum

from riskflag.enquiry import ProposalStatus
from riskflag.facts import Facts
from riskflag.facts.address_decisions import governing_decision
from riskflag.facts.dates import working_days_between
from riskflag.facts.wording import called_settled
from riskflag.records import AddressDecision, Consent, DecisionKind, RecipientKind, Referral, ReferralStatus
from riskflag.reference.thresholds import (
    ADDRESS_STALE_DAYS,
    REFERRAL_ANSWER_WORKING_DAYS,
    RELEASE_IMMINENT_DAYS,
)
from riskflag.vocabulary import AddressBand, Source

VERIFIED_IN = frozenset({Source.HOUSEHOLD_ENQUIRIES, Source.ADDRESSES, Source.CHECKS})
"""Where it is recorded that somebody verified an address."""
_SETTLING = frozenset({ProposalStatus.PROPOSED, ProposalStatus.CONFIRMED})
_ANSWERS = frozenset({Consent.AGREES, Consent.RELUCTANT})
_HOUSING = frozenset({RecipientKind.HOUSING_PROVIDER, RecipientKind.APPROVED_PREMISES})
_UNANSWERED = frozenset({ReferralStatus.DRAFTED, ReferralStatus.SENT})


class Settled(StrEnum):
    """How far an address has been settled."""

    SETTLED = "settled"
    NO_ADDRESS = "no_address"
    NOT_VERIFIED = "not_verified"
    OUT_OF_DATE = "out_of_date"
    REFUSED = "refused"
    CANNOT_TELL = "cannot_tell"


def how_settled(facts: Facts) -> Settled:
    """An address that the newest decision refused is refused, whatever an occupier or a landlord says.

    Written confirmation settles it while it is fresh, or for good where the person is the tenant. Without it,
    an address that is no more than mentioned is not verified. One that is proposed is settled once an
    occupier, a check or a decision has answered for it. Where nobody has, a household that somebody could
    name leaves it open until the last week before release. Of a referral to somewhere else than a home it is
    open while nobody says.
    """
    proposal = facts.proposal
    if proposal.no_fixed_abode:
        return Settled.NO_ADDRESS
    governing = governing_decision(facts)
    if governing is not None and governing[0].decision is DecisionKind.REFUSED:
        return Settled.REFUSED if governing[1].sure else Settled.CANNOT_TELL
    if proposal.confirmed_on is not None:
        age = (facts.as_of - proposal.confirmed_on).days
        fresh = 0 <= age <= ADDRESS_STALE_DAYS.value
        return Settled.SETTLED if fresh or _is_tenant(facts) else Settled.OUT_OF_DATE
    if proposal.status is ProposalStatus.NOT_STATED and not proposal.lives_there:
        return Settled.CANNOT_TELL
    if proposal.status not in _SETTLING:
        return Settled.NOT_VERIFIED
    if _somebody_answered_for_it(facts):
        return Settled.SETTLED
    return Settled.CANNOT_TELL if _may_have_been_verified(facts) else Settled.NOT_VERIFIED


def unanswered_housing_referrals(facts: Facts) -> tuple[Referral, ...]:
    """Requests for housing that were never sent, or sent and not acknowledged in time."""
    return tuple(
        referral
        for referral in facts.process.referrals
        if referral.recipient in _HOUSING
        and referral.status in _UNANSWERED
        and _waited_too_long(referral, facts)
    )


def _waited_too_long(referral: Referral, facts: Facts) -> bool:
    since = referral.sent_on or referral.recorded_on
    return working_days_between(since, facts.as_of) > REFERRAL_ANSWER_WORKING_DAYS.value


def _is_tenant(facts: Facts) -> bool:
    return any(
        record.person_is_tenant and match is not None and match.band is AddressBand.SAME_PROPERTY
        for record, match in facts.place.own_addresses
    )


def _somebody_answered_for_it(facts: Facts) -> bool:
    return bool(
        any(conversation.consent in _ANSWERS for conversation in facts.household.conversations)
        or any(check.returned_on for check in facts.process.checks)
        or any(isinstance(record, AddressDecision) for record in called_settled(facts.place))
        or _is_tenant(facts)
    )


def _may_have_been_verified(facts: Facts) -> bool:
    """Whether verification may be on a record that could not be read, or was simply not written down."""
    if VERIFIED_IN & facts.unavailable.keys():
        return True
    imminent = facts.proposal.release_within(RELEASE_IMMINENT_DAYS.value)
    return facts.proposal.occupants_stated and not imminent
